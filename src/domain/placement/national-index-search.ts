/** The national answer to one search: every unit with yes, no or not asked, in the order they fit her; the reasons of those that are shown. */
import { type Moment } from '../time.ts';
import type { Id } from '../id.ts';
import { answerFor } from './availability.ts';
import { feasibilityWithin, type Move } from './feasibility.ts';
import { type IndexedUnit, type NationalIndex, withoutStay } from './national-index.ts';
import { glanceAtMoves } from './national-index-moves.ts';
import { nightNumber } from './national-index-spans.ts';
import { needBits, quickAnswer } from './national-index-unit.ts';
import { countNights, faultIn } from './nights.ts';
import type { Place } from './provision.ts';
import { type Steps, stepsUpTo } from './rearrange.ts';
import { type Candidate, freshnessOf, type RankedUnit, type SearchRequest } from './search.ts';

/** What a unit says at a glance. */
export type NationalAnswer =
  | { readonly outcome: 'can-come'; readonly place: Place }
  | { readonly outcome: 'can-come-with-moves'; readonly place: Place; readonly moves: readonly Move[] }
  /** Not without moves. `withMoves` says whether moving others was ruled out, or not decided in time. */
  | { readonly outcome: 'cannot-come'; readonly waits: Waits; readonly withMoves: 'impossible' | 'undecided' }
  | { readonly outcome: 'not-a-stay'; readonly fault: 'no-nights' | 'too-long' };

/** Days after the day asked for until she could come without moves; or none within those that are searched; or never by waiting. */
export type Waits = number | 'none-within' | 'never';

export type NationalUnit = { readonly candidate: Candidate; readonly answer: NationalAnswer; readonly minutes: number | null };

export type NationalRequest = SearchRequest & {
  /** Her own stay, which takes no place from her; `null` when she has none. */
  readonly without: Id<'stay'> | null;
  /** A unit that is asked exactly, whatever it takes; `null` for none. */
  readonly decide: Id<'unit'> | null;
  /** How many of the nearest units that are not free are looked at for moves. */
  readonly looked: number;
  /** Steps of exact search shared by those of them that a glance does not decide. */
  readonly steps: number;
};

/** So many units are looked at for moves, and so many steps are shared, while a page waits. Our own choices, measured in `bench/search.ts`. */
export const lookedForAPage = 40;
export const stepsForTheCountry = 2_000;

/** Steps for one unit that is asked alone. */
const stepsForOne = 400_000;

/** Every unit of the country, the best first: can come, can come if others move, then by the next possible day; the nearest first. */
export function searchCountry(index: NationalIndex, request: NationalRequest): readonly NationalUnit[] {
  const fault = faultIn(request.nights);
  const asked = { needs: needBits(request.needs), arrival: nightNumber(request.nights.arrival), nights: countNights(request.nights) };
  const found = Array.from(index.units.values(), (unit): Found => {
    const [minutes, candidate] = [request.home && unit.minutesFrom(request.home), unit.candidate];
    if (fault) return { unit, candidate, minutes, answer: { outcome: 'not-a-stay', fault }, day: Infinity };
    return { unit, candidate, minutes, ...glance(own(unit, request.without), asked, request.at) };
  });
  const ranked = found.toSorted(byFit);
  return fault ? ranked : withTheNearestLookedAt(ranked, asked, request).toSorted(byFit);
}

/** A unit of the answer with its reasons, as a page shows it. */
export function inFull(index: NationalIndex, { candidate, answer, minutes }: NationalUnit, request: NationalRequest): RankedUnit {
  const { needs, nights, at, without } = request;
  const { facility, unit } = candidate;
  const known = index.units.get(unit.id);
  const { occupations } = known ? own(known, without).candidate : candidate;
  return {
    facility,
    unit,
    answer: answer.outcome === 'can-come-with-moves' ? { ...answer, nights } : answerFor(unit, occupations, needs, nights, at),
    movesUndecided: answer.outcome === 'cannot-come' && answer.withMoves === 'undecided',
    minutes,
    freshness: freshnessOf(unit.confirmed, at),
  };
}

type Asked = { readonly needs: number; readonly arrival: number; readonly nights: number };

/** `day` ranks: the number of the first night she could come, half a night later with moves, and after every night when there is none. */
type Found = NationalUnit & { readonly unit: IndexedUnit; readonly day: number };

function glance(unit: IndexedUnit, { needs, arrival, nights }: Asked, at: Moment): Pick<Found, 'answer' | 'day'> {
  const quick = quickAnswer(unit.compiledAt(at), needs, arrival, nights);
  switch (quick.outcome) {
    case 'free':
      return { answer: { outcome: 'can-come', place: quick.place.place }, day: arrival };
    case 'never':
      return { answer: { outcome: 'cannot-come', waits: 'never', withMoves: 'impossible' }, day: arrival + 1e9 + 1 };
    case 'not-free': {
      const waits = quick.next === null ? 'none-within' : quick.next.arrival - arrival;
      return { answer: { outcome: 'cannot-come', waits, withMoves: 'undecided' }, day: quick.next?.arrival ?? arrival + 1e9 };
    }
  }
}

/** The nearest that are not free are looked at for moves: at a glance, and where that is not enough exactly, while there are steps. */
function withTheNearestLookedAt(ranked: readonly Found[], asked: Asked, request: NationalRequest): readonly Found[] {
  const isOpen = ({ answer }: Found): boolean => answer.outcome === 'cannot-come' && answer.withMoves === 'undecided';
  const nearest = new Set(ranked.filter(isOpen).toSorted(byWay).slice(0, request.looked));
  const step = stepsUpTo(request.steps);
  return ranked.map((one) => {
    const alone = one.candidate.unit.id === request.decide;
    return (nearest.has(one) || alone) && isOpen(one) ? lookAtMoves(one, asked, request, alone ? stepsUpTo(stepsForOne) : step) : one;
  });
}

function lookAtMoves(found: Found, { needs, arrival, nights }: Asked, request: NationalRequest, step: Steps): Found {
  const unit = own(found.unit, request.without);
  const seen = glanceAtMoves(unit.compiledAt(request.at), needs, arrival, nights);
  switch (seen.outcome) {
    case 'possible':
      return { ...found, answer: { ...seen, outcome: 'can-come-with-moves' }, day: arrival + 0.5 };
    case 'impossible':
      return found.answer.outcome === 'cannot-come' ? { ...found, answer: { ...found.answer, withMoves: 'impossible' } } : found;
    case 'undecided':
      return decideExactly(found, unit, request, arrival, step);
  }
}

function decideExactly(found: Found, { candidate }: IndexedUnit, request: NationalRequest, arrival: number, step: Steps): Found {
  const { needs, nights, at } = request;
  const { unit, occupations: stays } = candidate;
  // Laying out the question takes time too, and it is paid for before it is asked.
  for (let paid = 0; paid < stays.length * unit.places.length; paid += 1) if (!step()) return found;
  const exact = feasibilityWithin({ unit, stays, needs, nights, at }, step);
  switch (exact.outcome) {
    case 'possible':
      return { ...found, answer: { ...exact, outcome: 'can-come-with-moves' }, day: arrival + 0.5 };
    case 'impossible':
      return found.answer.outcome === 'cannot-come' ? { ...found, answer: { ...found.answer, withMoves: 'impossible' } } : found;
    case 'not-decided-in-time':
    case 'not-a-stay':
      return found;
  }
}

function own(unit: IndexedUnit, without: Id<'stay'> | null): IndexedUnit {
  const hasIt = without !== null && unit.candidate.occupations.some(({ stay }) => stay === without);
  return hasIt ? withoutStay(unit, without) : unit;
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
