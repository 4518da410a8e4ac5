/**
 * The order of units for one woman (da: rangorden), edition `rangorden/2026-11`: criteria that are asked in turn, where the next one decides
 * only between units that are alike on all before it. No points are added up, so each position has one reason that can be said aloud.
 * Our own choice, published with reasons as `docs/rules/ranking-2026-11.md`.
 */
import { roundedMinutes } from '../geography/travel.ts';
import type { Id } from '../id.ts';
import { type Freshness, freshnesses } from './freshness.ts';

/** Stored with what rests on it, so that an order of yesterday can be explained by the rules of yesterday. */
export const rankingEdition = 'rangorden/2026-11';

/** The criteria in the order they are asked. `name` decides nothing but makes the order the same each time. */
export const rankingCriteria = [
  'day',
  'moves',
  'warnings',
  'travel',
  'qualification',
  'freshness',
  'beyond-needs',
  'exact-day',
  'exact-minutes',
  'name',
] as const;
export type RankingCriterion = (typeof rankingCriteria)[number];

/** Travel is compared in bands of so many minutes: within one, the other criteria decide before the exact minutes do. */
export const travelBandMinutes = 30;

/**
 * When she can come: so many days after the day asked for (0: that day), or not in the time searched, or never by waiting. Where it was not
 * decided in time whether she can on the day, a call to the unit tells.
 */
export type ComingDay = number | 'not-decided' | 'next-not-decided' | 'none-within' | 'never' | 'not-a-stay';

/** How many of the four criteria of the screening model are met, as stated by the unit or as assessed; `null` when nobody has said. */
export type QualificationMet = { readonly met: number; readonly of: number } | null;

/** What a unit is ranked by. */
export type RankingFacts = {
  readonly unit: Id<'unit'>;
  readonly name: string;
  readonly comes: ComingDay;
  /** Stays that must change places for her, and times that she herself would have to. */
  readonly moves: number;
  readonly warnings: number;
  /** A rule of the unit asks something that nobody has said of her: it moves no unit, and is a reservation all the same. */
  readonly asksOfHer: boolean;
  /** Minutes from her home; `null` when it is not known. */
  readonly minutes: number | null;
  readonly qualification: QualificationMet;
  readonly freshness: Freshness;
  /** Properties of the place that she does not need and another might; `null` when no place is offered. */
  readonly beyondNeeds: number | null;
};

/** The first criterion on which two neighbours in the order differ. */
export type RankingDifference = { readonly criterion: RankingCriterion; readonly other: RankingFacts };

/** Where a unit stands and why: how it differs from the one before it and the one after it. */
export type RankingPosition = {
  readonly number: number;
  readonly facts: RankingFacts;
  readonly before: RankingDifference | null;
  readonly after: RankingDifference | null;
};

/**
 * What there is to say of a unit's reservations. `none` only where nothing at all is to be asked first: a capacity that nobody confirmed within a day
 * and a night is no number in the order, and she who places must ring all the same.
 */
export type Reservation = 'none' | 'some' | 'never-confirmed' | 'old' | 'old-and-asked' | 'asked' | 'not-asked';

/** The one thing that is said of a unit's reservations, the weightiest first. */
export function reservationOf({
  warnings,
  freshness,
  asksOfHer,
  comes,
}: Pick<RankingFacts, 'warnings' | 'freshness' | 'asksOfHer' | 'comes'>): Reservation {
  if (freshness === 'never-confirmed' && warnings <= 1) return 'never-confirmed';
  if (freshness === 'old') return asksOfHer && warnings === 0 ? 'old-and-asked' : 'old';
  if (warnings > 0) return 'some';
  if (asksOfHer) return 'asked';
  // Reservations are worked out for the day asked for, and for no other.
  return comes === 0 ? 'none' : 'not-asked';
}

/** Whole weeks that waiting for the day would take, the first begun one counted; the pregnancy is counted in weeks. */
function weeksLate(days: number): number {
  return Math.ceil(days / 7);
}

/** What each criterion compares; the smaller goes first. */
const keys: { readonly [Criterion in RankingCriterion]: (facts: RankingFacts) => number | string } = {
  day: ({ comes }) => {
    const without = { 'not-decided': 0.5, 'next-not-decided': 1e5, 'none-within': 1e6, never: 2e6, 'not-a-stay': 3e6 } as const;
    return typeof comes === 'number' ? weeksLate(comes) : without[comes];
  },
  moves: ({ moves }) => moves,
  warnings: ({ warnings }) => warnings,
  travel: ({ minutes }) => (minutes === null ? Infinity : Math.floor(roundedMinutes(minutes) / travelBandMinutes)),
  // One who says «1 of 4» goes before one who says nothing: openness must never cost a place in the order.
  qualification: ({ qualification }) => (qualification === null || qualification.of === 0 ? 1 : -qualification.met / qualification.of),
  freshness: ({ freshness }) => freshnesses.indexOf(freshness),
  'beyond-needs': ({ beyondNeeds }) => beyondNeeds ?? Infinity,
  // What the bands left alike.
  'exact-day': ({ comes }) => (typeof comes === 'number' ? comes : 0),
  'exact-minutes': ({ minutes }) => (minutes === null ? Infinity : roundedMinutes(minutes)),
  name: ({ name, unit }) => `${name}\n${unit}`,
};

/** The first criterion on which two units differ; `null` only for a unit and itself. */
export function firstDifference(one: RankingFacts, other: RankingFacts): RankingCriterion | null {
  return rankingCriteria.find((criterion) => keys[criterion](one) !== keys[criterion](other)) ?? null;
}

/** Negative when `one` goes before `other`. A total order over units with different ids. */
export function compareForRank(one: RankingFacts, other: RankingFacts): number {
  const criterion = firstDifference(one, other);
  if (criterion === null) return 0;
  return keys[criterion](one) < keys[criterion](other) ? -1 : 1;
}

/** Puts things in order by their facts, and says of each where it stands and why. The order of the input does not matter. */
export function rank<Thing>(
  things: readonly Thing[],
  factsOf: (thing: Thing) => RankingFacts,
): readonly { readonly thing: Thing; readonly position: RankingPosition }[] {
  const sorted = things.map((thing) => ({ thing, facts: factsOf(thing) })).toSorted((one, other) => compareForRank(one.facts, other.facts));
  return sorted.map(({ thing, facts }, index) => ({
    thing,
    position: {
      number: index + 1,
      facts,
      before: differenceFrom(facts, sorted[index - 1]?.facts),
      after: differenceFrom(facts, sorted[index + 1]?.facts),
    },
  }));
}

function differenceFrom(facts: RankingFacts, other: RankingFacts | undefined): RankingDifference | null {
  const criterion = other && firstDifference(facts, other);
  return other && criterion ? { criterion, other } : null;
}
