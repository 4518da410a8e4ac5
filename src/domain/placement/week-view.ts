/**
 * The country by week (da: ugeoversigt): for each unit and week the fewest places that are free on any of its nights and meet some needs. So a
 * number says what is there all week, though not always on the same place; the answer for one woman is `feasibility.ts`'s.
 */
import { addDays, type Day, type Moment, weekdayOf } from '../time.ts';
import { blocksOn, blocksWithin, suitablePlaces } from './availability.ts';
import type { Need } from './needs.ts';
import { type Nights, nightsFrom } from './nights.ts';
import type { Unit } from './provision.ts';
import { womenOn } from './situation.ts';
import type { StayInUnit } from './stay.ts';

/** Weeks that the country is shown for: half a year. */
export const weeksShown = 26;

/** One week of a unit. */
export type WeekCell = {
  readonly monday: Day;
  /** The fewest free on any night of the week, from today on. */
  readonly free: number;
  /** Places that meet the needs, free or not. */
  readonly suitable: number;
};

/** Nights in a row, with how many places are free on all of them. */
export type FreeRange = Nights & { readonly free: number };

export type UnitWeeks = { readonly weeks: readonly WeekCell[]; readonly ranges: readonly FreeRange[] };

/** The Monday of the week that a day is in. */
export function mondayOf(date: Day): Day {
  return addDays(date, 1 - weekdayOf(date));
}

/** The week's number after ISO 8601, as Danish calendars number them: week 1 has the first Thursday. */
export function weekNumber(date: Day): number {
  const thursday = addDays(mondayOf(date), 3);
  let number = 1;
  for (let earlier = addDays(thursday, -7); earlier.slice(0, 4) === thursday.slice(0, 4); earlier = addDays(earlier, -7)) number += 1;
  return number;
}

/** A unit's weeks from the week of a day on. Nights before that day are not counted: nobody can come on them any more. */
export function unitWeeks(
  unit: Unit,
  occupations: readonly StayInUnit[],
  needs: readonly Need[],
  { from, weeks, at }: { readonly from: Day; readonly weeks: number; readonly at: Moment },
): UnitWeeks {
  const suitable = suitablePlaces(unit, needs);
  const blocks = suitable.map((place) => blocksOn(unit, place, occupations, at));
  const monday = mondayOf(from);
  const nights = Array.from({ length: weeks * 7 }, (_, offset) => addDays(monday, offset)).filter((night) => night >= from);
  const free = nights.map((night) => {
    const open = blocks.filter((ofPlace) => blocksWithin(ofPlace, nightsFrom(night, 1)).length === 0).length;
    return { night, free: Math.min(open, roomLeft(unit, occupations, night, at)) };
  });
  const cells = Array.from({ length: weeks }, (_, index): WeekCell => {
    const first = addDays(monday, index * 7);
    const ofWeek = free.filter(({ night }) => night >= first && night < addDays(first, 7));
    return { monday: first, free: Math.min(...ofWeek.map((one) => one.free)), suitable: suitable.length };
  });
  return { weeks: cells, ranges: freeRanges(free) };
}

/** For how many more women a unit is staffed on a night; infinite where nothing is said. */
function roomLeft({ staffing }: Unit, occupations: readonly StayInUnit[], night: Day, at: Moment): number {
  const most = staffing.filter(({ from, to }) => from <= night && (to === null || night < to)).map(({ women }) => women);
  if (most.length === 0) return Infinity;
  return Math.max(0, Math.min(...most) - womenOn(occupations, night, at));
}

/** The nights in a row on which at least one place is free, with the fewest that are: what a table of weeks says in a sentence. */
function freeRanges(nights: readonly { readonly night: Day; readonly free: number }[]): readonly FreeRange[] {
  const ranges: FreeRange[] = [];
  for (const { night, free } of nights) {
    if (free === 0) continue;
    const last = ranges.at(-1);
    if (last?.departure === night) ranges[ranges.length - 1] = { ...last, departure: addDays(night, 1), free: Math.min(last.free, free) };
    else ranges.push({ arrival: night, departure: addDays(night, 1), free });
  }
  return ranges;
}
