/** The national answer to one search: every unit with yes, no or not decided, in the order they fit her; and those that are shown in full. */
import type { Id } from '../id.ts';
import { type Assignment, feasibilityWithin } from './feasibility.ts';
import { type IndexedUnit, type NationalIndex, waysFrom, withoutStay } from './national-index.ts';
import { glanceAtMoves } from './national-index-moves.ts';
import { isFree, nightNumber, nightOf } from './national-index-spans.ts';
import { type CompiledPlace, compileUnit, midnightAfter, quickAnswer } from './national-index-unit.ts';
import { needBits, type NeedBits } from './need-bits.ts';
import { type Party, sheAlone } from './needs.ts';
import { countNights, faultIn } from './nights.ts';
import type { Place } from './provision.ts';
import { type Steps, stepsUpTo } from './puzzle.ts';
import { freshnessOf } from './freshness.ts';
import { type AnsweredUnit, answerFrom, type AnswerForHer, type Candidate, type SearchRequest } from './search.ts';
import { rulesBroken, warningsWhere } from './situation.ts';
import type { Moment } from '../time.ts';

/** What a unit says at a glance. */
export type NationalAnswer =
  /** On one place, and nobody has to move. */
  | { readonly outcome: 'can-come'; readonly place: Place }
  /** `fewest` is false where it was not decided in time whether fewer moves would do. */
  | ({ readonly outcome: 'can-come-with-moves'; readonly fewest: boolean } & Assignment)
  /** `without` is when and where she could come though nobody moves; `null` when that is not near, or waiting does not help. */
  | { readonly outcome: 'cannot-come'; readonly without: Later | null }
  /** Not without moves; whether with them was not decided in time. */
  | { readonly outcome: 'not-decided'; readonly without: Later | null }
  | { readonly outcome: 'not-a-stay'; readonly fault: 'no-nights' | 'too-long' };

/** The first night she could come without moves, as a number of days, and the place. */
type Later = { readonly arrival: number; readonly place: CompiledPlace };

export type NationalUnit = { readonly candidate: Candidate; readonly answer: NationalAnswer; readonly minutes: number | null };

export type OwnStay = { readonly stay: Id<'stay'>; readonly unit: Id<'unit'> };

export type NationalRequest = SearchRequest & {
  /** Her own stay, which takes no place from her, and the unit it is in; `null` when she has none. */
  readonly without: OwnStay | null;
  /** How many of the nearest units that are not free are looked at for moves. */
  readonly looked: number;
  /** Steps of exact search shared by those of them that a glance does not decide. */
  readonly steps: number;
};

/** So many units are looked at for moves, and so many steps are shared, while a page waits. Our own choices, measured in `bench/search.ts`. */
export const lookedForAPage = 40;
export const stepsForTheCountry = 2_000;

/**
 * Every unit of the country, the best first: can come, can come with moves, then by the day she could come; the nearest first. The simple way,
 * which puts all in order: a page asks `bestOfCountry`, and the tests hold that against this.
 */
export function searchCountry(index: NationalIndex, request: NationalRequest): readonly NationalUnit[] {
  return searched(index, request).toSorted(byFit);
}

/** How many of all units can take her, and the best of them in their order. */
export type BestOfCountry = { readonly best: readonly NationalUnit[]; readonly able: number; readonly units: number };

/**
 * The same for a page, which shows a few: so many of the best, and one that is asked for wherever it stands (`null` for none). The rest are
 * counted and never put in order.
 */
export function bestOfCountry(index: NationalIndex, request: NationalRequest, shown: number, also: Id<'unit'> | null): BestOfCountry {
  const found = searched(index, request);
  const best = firstOf(found, shown, byFit);
  const isAlso = ({ candidate }: Found): boolean => candidate.unit.id === also;
  const other = also === null || best.some(isAlso) ? undefined : found.find(isAlso);
  const able = found.filter(({ answer: { outcome } }) => outcome === 'can-come' || outcome === 'can-come-with-moves').length;
  return { best: other ? [...best, other] : best, able, units: found.length };
}

/** What every unit answers, in no order. */
function searched(index: NationalIndex, request: NationalRequest): readonly Found[] {
  const { nights, partyOn = () => sheAlone, home } = request;
  const fault = faultIn(nights);
  const minutesTo = home === null ? () => null : waysFrom(index, home);
  if (fault)
    return Array.from(index.units.values(), (unit): Found => {
      return { unit, candidate: unit.candidate, minutes: minutesTo(unit), answer: { outcome: 'not-a-stay', fault }, day: Infinity };
    });
  const asked = {
    needs: needBits(request.needs, nights),
    arrival: nightNumber(nights.arrival),
    nights: countNights(nights),
    party: partyOn(nights.arrival),
    midnight: midnightAfter(request.at),
  };
  const found: Found[] = [];
  for (const unit of index.units.values()) found.push(glance(unit, minutesTo(unit), asked, request));
  return withTheNearestLookedAt(found, asked, request);
}

/** The first so many of a list in an order, without putting the rest in order. */
export function firstOf<Thing>(all: readonly Thing[], count: number, order: (one: Thing, other: Thing) => number): readonly Thing[] {
  const first: Thing[] = [];
  if (count <= 0) return first;
  for (const one of all) {
    const last = first.length < count ? undefined : first.at(-1);
    if (last !== undefined && order(one, last) >= 0) continue;
    if (last !== undefined) first.pop();
    let [low, high] = [0, first.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const there = first[middle];
      if (there !== undefined && order(there, one) <= 0) low = middle + 1;
      else high = middle;
    }
    first.splice(low, 0, one);
  }
  return first;
}

/** A unit of the answer as a page shows it, from what was found: a no without its smallest reason. */
export function inFull(index: NationalIndex, { candidate, answer, minutes }: NationalUnit, request: NationalRequest): AnsweredUnit {
  const { nights, partyOn = () => sheAlone, at, without } = request;
  const { facility, unit } = candidate;
  const known = index.units.get(unit.id);
  const yes = (way: Assignment): AnswerForHer => {
    const outcome = way.parts.length === 1 && way.moves.length === 0 ? 'can-come' : 'can-come-with-moves';
    const { crowded } = known ? own(known, without).compiledAt(at) : compileUnit(unit, candidate.occupations, at);
    const isMoreThanEight = !isFree(crowded, nightNumber(nights.arrival), nightNumber(nights.departure));
    const warnings = warningsWhere({ unit, party: partyOn(nights.arrival) }, isMoreThanEight);
    const [first] = way.parts;
    if (!first) throw new Error('a stay has at least one part');
    return { outcome, parts: way.parts, moves: way.moves, place: first.place, nights, warnings };
  };
  const shown = (): AnswerForHer => {
    switch (answer.outcome) {
      case 'can-come':
        return yes({ parts: [{ place: answer.place, nights }], moves: [] });
      case 'can-come-with-moves':
        return yes(answer);
      case 'cannot-come': {
        const explanation = { outcome: 'not-decided-in-time' } as const;
        if (!answer.without) return { outcome: 'cannot-come', explanation, next: { outcome: 'not-decided-in-time' } };
        const { arrival, place } = answer.without;
        return { outcome: 'cannot-come', explanation, next: { outcome: 'found', arrival: nightOf(arrival), place: place.place } };
      }
      case 'not-decided':
        return { outcome: 'not-decided-in-time' };
      case 'not-a-stay':
        return answer;
    }
  };
  const movesUndecided = answer.outcome === 'not-decided' || (answer.outcome === 'can-come-with-moves' && !answer.fewest);
  return { facility, unit, answer: shown(), movesUndecided, minutes, freshness: freshnessOf(unit.confirmed, at) };
}

/** The same unit asked exactly, with its reasons and its next day, whatever it takes. */
export function decided(index: NationalIndex, one: NationalUnit, request: NationalRequest): AnsweredUnit {
  const known = index.units.get(one.candidate.unit.id);
  const candidate = known ? own(known, request.without).candidate : one.candidate;
  return { ...inFull(index, one, request), ...answerFrom(candidate, request) };
}

type Asked = {
  readonly needs: NeedBits;
  readonly arrival: number;
  readonly nights: number;
  readonly party: Party;
  /** The midnight after the moment that is asked at: worked out once for all units. */
  readonly midnight: Moment;
};

/** `day` ranks: the number of the first night she could come, half a night later with moves, and after every night when there is none. */
type Found = NationalUnit & { readonly unit: IndexedUnit; readonly day: number };

const notNear = 1e9;

function glance(
  indexed: IndexedUnit,
  minutes: number | null,
  { needs, arrival, nights, party, midnight }: Asked,
  request: NationalRequest,
): Found {
  const { candidate } = indexed;
  const of = (answer: NationalAnswer, day: number): Found => ({ unit: indexed, candidate, minutes, answer, day });
  if (!indexed.receivesAll && rulesBroken(candidate.unit.admission, party).length > 0) return of(never, notNear + 1);
  const quick = quickAnswer(own(indexed, request.without).compiledAt(request.at, midnight), needs, arrival, nights);
  switch (quick.outcome) {
    case 'free':
      return of({ outcome: 'can-come', place: quick.place.place }, arrival);
    case 'not-free':
      return of({ outcome: 'not-decided', without: quick.next }, quick.next?.arrival ?? notNear);
    case 'never':
      return of(never, notNear + 1);
  }
}

const never = { outcome: 'cannot-come', without: null } as const satisfies NationalAnswer;

/** The nearest that are not free are looked at for moves: at a glance, and where that is not enough exactly, while there are steps. */
function withTheNearestLookedAt(found: readonly Found[], asked: Asked, request: NationalRequest): readonly Found[] {
  const open = found.filter(({ answer }) => answer.outcome === 'not-decided');
  const nearest = firstOf(open, request.looked, byWay);
  if (nearest.length === 0) return found;
  const step = stepsUpTo(request.steps);
  // The steps are theirs in the order they fit her.
  const looked = new Map(nearest.toSorted(byFit).map((one) => [one, lookAtMoves(one, asked, request, step)]));
  return found.map((one) => (one.answer.outcome === 'not-decided' ? (looked.get(one) ?? one) : one));
}

function lookAtMoves(found: Found, asked: Asked, request: NationalRequest, step: Steps): Found {
  const { needs, arrival, nights, midnight } = asked;
  const unit = own(found.unit, request.without);
  const seen = glanceAtMoves(unit.compiledAt(request.at, midnight), needs, arrival, nights);
  switch (seen.outcome) {
    case 'possible': {
      const { parts, moves } = seen;
      return able(found, { parts, moves }, true, arrival);
    }
    case 'impossible':
      return unable(found);
    case 'undecided':
      return decideExactly(found, unit, asked, request, step);
  }
}

function decideExactly(found: Found, { candidate }: IndexedUnit, { party, arrival }: Asked, request: NationalRequest, step: Steps): Found {
  const { needs, nights, at } = request;
  const { unit, occupations: stays } = candidate;
  // Laying out the question takes time too, and it is paid for before it is asked.
  for (let paid = 0; paid < stays.length * unit.places.length; paid += 1) if (!step()) return found;
  const exact = feasibilityWithin({ unit, stays, needs, party, nights, at }, step);
  switch (exact.outcome) {
    case 'possible':
      return able(found, exact, true, arrival);
    case 'impossible':
      return unable(found);
    case 'not-decided-in-time':
      return exact.known ? able(found, exact.known, false, arrival) : found;
    case 'not-a-stay':
      return found;
  }
}

function able(found: Found, { parts, moves }: Assignment, fewest: boolean, arrival: number): Found {
  return { ...found, answer: { outcome: 'can-come-with-moves', parts, moves, fewest }, day: arrival + 0.5 };
}

function unable(found: Found): Found {
  const without = found.answer.outcome === 'not-decided' ? found.answer.without : null;
  return { ...found, answer: { outcome: 'cannot-come', without } };
}

/** A unit as it is for her. Only the unit of her own stay is another for her: a search asks a thousand. */
function own(unit: IndexedUnit, without: OwnStay | null): IndexedUnit {
  return without !== null && unit.candidate.unit.id === without.unit ? withoutStay(unit, without.stay) : unit;
}

function byFit(one: Found, other: Found): number {
  return (one.day === other.day ? 0 : one.day - other.day) || byWay(one, other);
}

function byWay(one: Found, other: Found): number {
  return (
    (one.minutes ?? 0) - (other.minutes ?? 0) ||
    compare(one.candidate.facility.name, other.candidate.facility.name) ||
    compare(one.candidate.unit.id, other.candidate.unit.id)
  );
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
