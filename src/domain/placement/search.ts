/** Units in the order they fit her: can come on the day, then the next possible day, then the shortest way. */
import { type Location, locationIn, minutesByCar, type TravelModel } from '../geography/travel.ts';
import { addMinutes, type Day, type Moment } from '../time.ts';
import { searchedDays } from './availability.ts';
import { explain, type Explanation } from './blockers.ts';
import { type Assignment, feasibility, stepsForAPage } from './feasibility.ts';
import { type Need, type Party, sheAlone } from './needs.ts';
import { type NextPossibleDay, nextPossibleDay } from './next-day.ts';
import { countNights, type Length, type Nights } from './nights.ts';
import { type CapacityConfirmation, type Facility, freshForHours, type Place, type Unit } from './provision.ts';
import { stepsUpTo } from './rearrange.ts';
import { type Situation, type Warning, warningsOf } from './situation.ts';
import type { StayInUnit } from './stay.ts';

/** A unit as the search looks at it, with the nights that are taken in it. */
export type Candidate = { readonly facility: Facility; readonly unit: Unit; readonly occupations: readonly StayInUnit[] };

export type Freshness = 'fresh' | 'old' | 'never-confirmed';

/** What a unit answers her. */
export type AnswerForHer =
  /** On one place, and nobody has to move. */
  | ({ readonly outcome: 'can-come' } & Yes)
  /** With moves of her own or of stays that have not begun: first as few of hers, then as few of others, as there can be. */
  | ({ readonly outcome: 'can-come-with-moves' } & Yes)
  | { readonly outcome: 'cannot-come'; readonly explanation: Explanation; readonly next: NextPossibleDay }
  | { readonly outcome: 'not-decided-in-time' }
  | { readonly outcome: 'not-a-stay'; readonly fault: 'no-nights' | 'too-long' };

/** `place` is where she comes first; `warnings` are to be read with the yes. */
type Yes = Assignment & { readonly place: Place; readonly nights: Nights; readonly warnings: readonly Warning[] };

export type RankedUnit = {
  readonly facility: Facility;
  readonly unit: Unit;
  readonly answer: AnswerForHer;
  /** She can come as the answer says; whether it takes fewer moves was not decided in time. */
  readonly movesUndecided: boolean;
  /** Minutes by car from her home municipality; `null` when it is not known. */
  readonly minutes: number | null;
  readonly freshness: Freshness;
};

export type SearchRequest = {
  readonly needs: readonly Need[];
  readonly nights: Nights;
  readonly home: Location | null;
  /** Who comes on a day; she alone, and nothing known of her age, when left out. */
  readonly partyOn?: (arrival: Day) => Party;
  /** What the nights were worked out from, for other days; so many nights when left out. */
  readonly length?: Length;
  /** Now. */
  readonly at: Moment;
};

/** Ranks units for her. Every unit is in the answer, also those that cannot take her, each with its reasons. */
export function rankUnits(
  candidates: readonly Candidate[],
  request: SearchRequest,
  travel: TravelModel = minutesByCar,
): readonly RankedUnit[] {
  const { home, at } = request;
  return candidates
    .map(({ facility, unit, occupations }) => ({
      facility,
      unit,
      ...answerFrom({ unit, occupations }, request),
      minutes: home && travel(home, locationIn(facility.municipality, facility.point)),
      freshness: freshnessOf(unit.confirmed, at),
    }))
    .toSorted(
      (one, other) =>
        compare(dayOf(one.answer, request.nights), dayOf(other.answer, request.nights)) ||
        (one.minutes ?? 0) - (other.minutes ?? 0) ||
        compare(one.facility.name, other.facility.name) ||
        compare(one.unit.id, other.unit.id),
    );
}

/** How well a unit's capacity can be trusted at a moment. */
export function freshnessOf(confirmed: CapacityConfirmation | null, at: Moment): Freshness {
  if (confirmed === null) return 'never-confirmed';
  return addMinutes(confirmed.at, freshForHours * 60) >= at ? 'fresh' : 'old';
}

/** The whole answer of a unit: how she can come, or why not and when. */
export function answerFrom(
  { unit, occupations }: Pick<Candidate, 'unit' | 'occupations'>,
  { needs, nights, partyOn = () => sheAlone, length, at }: Omit<SearchRequest, 'home'>,
): Pick<RankedUnit, 'answer' | 'movesUndecided'> {
  const situation: Situation = { unit, stays: occupations, needs, party: partyOn(nights.arrival), nights, at };
  const yes = (way: Assignment, movesUndecided: boolean): Pick<RankedUnit, 'answer' | 'movesUndecided'> => {
    const [first] = way.parts;
    if (!first) throw new Error('a stay has at least one part');
    const outcome = way.parts.length === 1 && way.moves.length === 0 ? 'can-come' : 'can-come-with-moves';
    const { parts, moves } = way;
    return { answer: { outcome, parts, moves, place: first.place, nights, warnings: warningsOf(situation) }, movesUndecided };
  };
  const answer = feasibility(situation, stepsForAPage);
  switch (answer.outcome) {
    case 'possible':
      return yes(answer, false);
    case 'not-decided-in-time':
      return answer.known ? yes(answer.known, true) : { answer: { outcome: 'not-decided-in-time' }, movesUndecided: true };
    case 'not-a-stay':
      return { answer, movesUndecided: false };
    case 'impossible': {
      const step = stepsUpTo(stepsForAPage);
      const explanation = explain(situation, step);
      const asked = { length: length ?? { kind: 'nights' as const, nights: countNights(nights) }, partyOn };
      const next = nextPossibleDay(situation, asked, searchedDays, stepsUpTo(stepsForAPage));
      return { answer: { outcome: 'cannot-come', explanation, next }, movesUndecided: false };
    }
  }
}

/** The day she can come, as text that sorts; after every day when there is none, and after the same day without moves. */
function dayOf(answer: AnswerForHer, nights: Nights): string {
  switch (answer.outcome) {
    case 'can-come':
      return answer.nights.arrival;
    case 'can-come-with-moves':
      return `${answer.nights.arrival} with moves`;
    case 'cannot-come':
      return answer.next.outcome === 'found' ? answer.next.arrival : answer.next.outcome === 'never' ? '~2' : '~1';
    case 'not-decided-in-time':
      return `${nights.arrival} not decided`;
    case 'not-a-stay':
      return '~3';
  }
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
