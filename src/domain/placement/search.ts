/** What each unit answers to her search, in the order that `ranking.ts` explains. */
import { type Location, locationIn, minutesByCar, type TravelModel } from '../geography/travel.ts';
import type { Id } from '../id.ts';
import { daysBetween, type Moment } from '../time.ts';
import { answerFor, type UnitAnswer } from './availability.ts';
import { feasibility, type Move, type Situation, stepsForAPage } from './feasibility.ts';
import { type Freshness, freshnessOf } from './freshness.ts';
import type { Need } from './needs.ts';
import type { Nights } from './nights.ts';
import { exceedsShieldedGuideline, type Facility, type Place, type Unit } from './provision.ts';
import { type ComingDay, type QualificationMet, rank, type RankingFacts, type RankingPosition } from './ranking.ts';
import type { StayInUnit } from './stay.ts';

/** A unit as the search looks at it, with the nights that are taken in it. */
export type Candidate = { readonly facility: Facility; readonly unit: Unit; readonly occupations: readonly StayInUnit[] };

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
  /** Its number in the order, and why it is not another. */
  readonly position: RankingPosition;
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
  qualificationOf: (unit: Id<'unit'>) => QualificationMet = () => null,
): readonly RankedUnit[] {
  const { needs, nights, home, at } = request;
  const answered = candidates.map(({ facility, unit, occupations }) => ({
    facility,
    unit,
    ...answerWithMoves({ unit, stays: occupations, needs, nights, at }),
    minutes: home && travel(home, locationIn(facility.municipality, facility.point)),
    freshness: freshnessOf(unit.confirmed, at),
  }));
  return rank(answered, (one) => rankingFacts(one, request, qualificationOf(one.unit.id))).map(({ thing, position }) => ({
    ...thing,
    position,
  }));
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

/** What a unit is ranked by. A warning is what whoever places her is to think about first, and no other criterion counts. */
function rankingFacts(unit: Omit<RankedUnit, 'position'>, asked: SearchRequest, qualification: QualificationMet): RankingFacts {
  const { answer, minutes, freshness } = unit;
  const warnings = [exceedsShieldedGuideline(unit.unit), unit.movesUndecided].filter(Boolean).length;
  const place = placeOffered(answer);
  return {
    unit: unit.unit.id,
    name: `${unit.facility.name}, ${unit.unit.name}`,
    comes: comingDay(answer, asked.nights),
    moves: answer.outcome === 'can-come-with-moves' ? answer.moves.length : 0,
    warnings,
    minutes,
    qualification,
    freshness,
    beyondNeeds: place && place.properties.filter((property) => !asked.needs.some((need) => need.property === property)).length,
  };
}

function comingDay(answer: RankedUnit['answer'], { arrival }: Nights): ComingDay {
  switch (answer.outcome) {
    case 'can-come':
    case 'can-come-with-moves':
      return daysBetween(arrival, answer.nights.arrival);
    case 'cannot-come':
      return answer.next.outcome === 'found' ? daysBetween(arrival, answer.next.arrival) : answer.next.outcome;
    case 'not-a-stay':
      return 'not-a-stay';
  }
}

function placeOffered(answer: RankedUnit['answer']): Place | null {
  switch (answer.outcome) {
    case 'can-come':
    case 'can-come-with-moves':
      return answer.place;
    case 'cannot-come':
      return answer.next.outcome === 'found' ? answer.next.place : null;
    case 'not-a-stay':
      return null;
  }
}
