/** What each unit answers to her search, in the order that `ranking.ts` explains. */
import { type Location, locationIn, minutesByCar, type TravelModel } from '../geography/travel.ts';
import type { Id } from '../id.ts';
import { type Day, daysBetween, type Moment } from '../time.ts';
import { searchedDays } from './availability.ts';
import { explain, type Explanation } from './blockers.ts';
import { type Assignment, feasibilityWithin, stepsForAPage } from './feasibility.ts';
import { type Freshness, freshnessOf } from './freshness.ts';
import { type Need, type Party, sheAlone } from './needs.ts';
import { type NextPossibleDay, nextPossibleDay } from './next-day.ts';
import { countNights, type Length, type Nights } from './nights.ts';
import type { Facility, Place, Unit } from './provision.ts';
import { type ComingDay, type QualificationMet, rank, type RankingFacts, type RankingPosition } from './ranking.ts';
import { type Steps, stepsUpTo } from './puzzle.ts';
import { isAskedOfHer, type Situation, type Warning, warningsOf } from './situation.ts';
import type { StayInUnit } from './stay.ts';

/** A unit as the search looks at it, with the nights that are taken in it. */
export type Candidate = { readonly facility: Facility; readonly unit: Unit; readonly occupations: readonly StayInUnit[] };

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
  /** Its number in the order, and why it is not another. */
  readonly position: RankingPosition;
};

/** A unit with its answer, before it is known where it stands among the others. */
export type AnsweredUnit = Omit<RankedUnit, 'position'>;

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

/**
 * Steps that the units of one page have between them: about half a second on one core. Those that come when they are used are answered with
 * what takes no search, and say that the rest was not decided. Our own choice.
 */
const stepsForAllOnAPage = 1_000_000;

/**
 * Ranks units for her. Every unit is in the answer, also those that cannot take her, each with its reasons. The steps are given to the units in
 * the order they come in.
 */
export function rankUnits(
  candidates: readonly Candidate[],
  request: SearchRequest,
  travel: TravelModel = minutesByCar,
  qualificationOf: (unit: Id<'unit'>) => QualificationMet = () => null,
): readonly RankedUnit[] {
  return inOrder(answerAll(candidates, request, travel), request, qualificationOf);
}

/** What each of some units answers, in the order they come in. */
export function answerAll(
  candidates: readonly Candidate[],
  request: SearchRequest,
  travel: TravelModel = minutesByCar,
): readonly AnsweredUnit[] {
  const { home, at } = request;
  const ofAll = stepsUpTo(stepsForAllOnAPage);
  return candidates.map(({ facility, unit, occupations }) => ({
    facility,
    unit,
    ...answerFrom({ unit, occupations }, request, ofAll),
    minutes: home && travel(home, locationIn(facility.municipality, facility.point)),
    freshness: freshnessOf(unit.confirmed, at),
  }));
}

/** Puts units that have answered in the order that fits her, each with why it stands where it does. */
export function inOrder(
  answered: readonly AnsweredUnit[],
  asked: Pick<SearchRequest, 'needs' | 'nights'>,
  qualificationOf: (unit: Id<'unit'>) => QualificationMet,
): readonly RankedUnit[] {
  return rank(answered, (one) => rankingFacts(one, asked, qualificationOf(one.unit.id))).map(({ thing, position }) => ({
    ...thing,
    position,
  }));
}

/** The whole answer of a unit: how she can come, or why not and when. Takes its steps from those of all who are asked, where they are counted. */
export function answerFrom(
  { unit, occupations }: Pick<Candidate, 'unit' | 'occupations'>,
  { needs, nights, partyOn = () => sheAlone, length, at }: Omit<SearchRequest, 'home'>,
  ofAll: Steps = () => true,
): Pick<RankedUnit, 'answer' | 'movesUndecided'> {
  const situation: Situation = { unit, stays: occupations, needs, party: partyOn(nights.arrival), nights, at };
  const steps = (): Steps => {
    const own = stepsUpTo(stepsForAPage);
    return (taken = 1) => own(taken) && ofAll(taken);
  };
  const yes = (way: Assignment, movesUndecided: boolean): Pick<RankedUnit, 'answer' | 'movesUndecided'> => {
    const [first] = way.parts;
    if (!first) throw new Error('a stay has at least one part');
    const outcome = way.parts.length === 1 && way.moves.length === 0 ? 'can-come' : 'can-come-with-moves';
    const { parts, moves } = way;
    return { answer: { outcome, parts, moves, place: first.place, nights, warnings: warningsOf(situation) }, movesUndecided };
  };
  const answer = feasibilityWithin(situation, steps());
  switch (answer.outcome) {
    case 'possible':
      return yes(answer, false);
    case 'not-decided-in-time':
      return answer.known ? yes(answer.known, true) : { answer: { outcome: 'not-decided-in-time' }, movesUndecided: true };
    case 'not-a-stay':
      return { answer, movesUndecided: false };
    case 'impossible': {
      const explanation = explain(situation, steps());
      const asked = { length: length ?? { kind: 'nights' as const, nights: countNights(nights) }, partyOn };
      const next = nextPossibleDay(situation, asked, searchedDays, steps());
      return { answer: { outcome: 'cannot-come', explanation, next }, movesUndecided: false };
    }
  }
}

/**
 * What a unit is ranked by. A warning is what whoever places her is to think about first: that nobody has confirmed the capacity is one; that
 * she has not been asked her age is not, since it says nothing of the unit.
 */
function rankingFacts(unit: AnsweredUnit, asked: Pick<SearchRequest, 'needs' | 'nights'>, qualification: QualificationMet): RankingFacts {
  const { answer, minutes, freshness } = unit;
  const own = 'warnings' in answer ? answer.warnings.filter((warning) => !isAskedOfHer(warning)).length : 0;
  const warnings = own + (unit.movesUndecided ? 1 : 0) + (freshness === 'never-confirmed' ? 1 : 0);
  const place = placeOffered(answer);
  return {
    unit: unit.unit.id,
    name: `${unit.facility.name}, ${unit.unit.name}`,
    comes: comingDay(answer, asked.nights),
    moves: answer.outcome === 'can-come-with-moves' ? answer.moves.length + answer.parts.length - 1 : 0,
    warnings,
    asksOfHer: 'warnings' in answer && answer.warnings.some(isAskedOfHer),
    minutes,
    qualification,
    freshness,
    beyondNeeds: place && place.properties.filter((property) => !asked.needs.some((need) => need.property === property)).length,
  };
}

function comingDay(answer: AnswerForHer, { arrival }: Nights): ComingDay {
  switch (answer.outcome) {
    case 'can-come':
    case 'can-come-with-moves':
      return daysBetween(arrival, answer.nights.arrival);
    case 'not-decided-in-time':
      return 'not-decided';
    case 'cannot-come':
      return nextDayOf(answer.next, arrival);
    case 'not-a-stay':
      return 'not-a-stay';
  }
}

function nextDayOf(next: NextPossibleDay, asked: Day): ComingDay {
  switch (next.outcome) {
    case 'found':
      return daysBetween(asked, next.arrival);
    case 'not-decided-in-time':
      return 'next-not-decided';
    case 'none-within':
    case 'never':
      return next.outcome;
  }
}

function placeOffered(answer: AnswerForHer): Place | null {
  switch (answer.outcome) {
    case 'can-come':
    case 'can-come-with-moves':
      return answer.place;
    case 'cannot-come':
      return answer.next.outcome === 'found' ? answer.next.place : null;
    case 'not-decided-in-time':
    case 'not-a-stay':
      return null;
  }
}
