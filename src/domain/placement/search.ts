/** Units in the order they fit her: can come on the day, then the next possible day, then the shortest way. */
import { type Location, locationIn, minutesByCar, type TravelModel } from '../geography/travel.ts';
import { addMinutes, type Moment } from '../time.ts';
import { answerFor, type UnitAnswer } from './availability.ts';
import { feasibility, type Move, type Situation, stepsForAPage } from './feasibility.ts';
import type { Need } from './needs.ts';
import type { Nights } from './nights.ts';
import { type CapacityConfirmation, type Facility, freshForHours, type Place, type Unit } from './provision.ts';
import type { StayInUnit } from './stay.ts';

/** A unit as the search looks at it, with the nights that are taken in it. */
export type Candidate = { readonly facility: Facility; readonly unit: Unit; readonly occupations: readonly StayInUnit[] };

export type Freshness = 'fresh' | 'old' | 'never-confirmed';

/** She can come if stays that have not begun change places: as few as possible. */
export type AnswerWithMoves = {
  readonly outcome: 'can-come-with-moves';
  readonly place: Place;
  readonly nights: Nights;
  readonly moves: readonly Move[];
};

export type RankedUnit = {
  readonly facility: Facility;
  readonly unit: Unit;
  readonly answer: UnitAnswer | AnswerWithMoves;
  /** Whether she could come if others were moved was not decided in time. */
  readonly movesUndecided: boolean;
  /** Minutes by car from her home municipality; `null` when it is not known. */
  readonly minutes: number | null;
  readonly freshness: Freshness;
};

export type SearchRequest = {
  readonly needs: readonly Need[];
  readonly nights: Nights;
  readonly home: Location | null;
  /** Now. */
  readonly at: Moment;
};

/** Ranks units for her. Every unit is in the answer, also those that cannot take her, each with its reasons. */
export function rankUnits(
  candidates: readonly Candidate[],
  request: SearchRequest,
  travel: TravelModel = minutesByCar,
): readonly RankedUnit[] {
  const { needs, nights, home, at } = request;
  return candidates
    .map(({ facility, unit, occupations }) => ({
      facility,
      unit,
      ...answerWithMoves({ unit, stays: occupations, needs, nights, at }),
      minutes: home && travel(home, locationIn(facility.municipality, facility.point)),
      freshness: freshnessOf(unit.confirmed, at),
    }))
    .toSorted(
      (one, other) =>
        compare(dayOf(one.answer), dayOf(other.answer)) ||
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

/** A no is asked again with moves where what stands in the way are nights. Not decided in time, it stays a no without moves, and says so. */
function answerWithMoves(situation: Situation): Pick<RankedUnit, 'answer' | 'movesUndecided'> {
  const { unit, stays, needs, nights, at } = situation;
  const answer = answerFor(unit, stays, needs, nights, at);
  const mayHelp = answer.outcome === 'cannot-come' && answer.hindrances.some(({ kind }) => kind === 'blocked');
  const rearranged = mayHelp ? feasibility(situation, stepsForAPage) : null;
  if (rearranged?.outcome !== 'possible') return { answer, movesUndecided: rearranged?.outcome === 'not-decided-in-time' };
  const { place, moves } = rearranged;
  return { answer: { outcome: 'can-come-with-moves', place, nights, moves }, movesUndecided: false };
}

/** The day she can come, as text that sorts; after every day when there is none, and after the same day without moves. */
function dayOf(answer: RankedUnit['answer']): string {
  switch (answer.outcome) {
    case 'can-come':
      return answer.nights.arrival;
    case 'can-come-with-moves':
      return `${answer.nights.arrival} with moves`;
    case 'cannot-come':
      return answer.next.outcome === 'found' ? answer.next.arrival : answer.next.outcome === 'none-within' ? '~1' : '~2';
    case 'not-a-stay':
      return '~3';
  }
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
