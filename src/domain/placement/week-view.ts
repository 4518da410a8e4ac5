/**
 * The country by week (da: ugeoversigt): for each unit and week the fewest places that are free on any of its nights and meet some needs. So a
 * number says what is there all week, though not always on the same place; the answer for one woman is `feasibility.ts`'s.
 */
import { addDays, type Day, daysBetween, weekdayOf } from '../time.ts';
import { freeByNight } from './calendar-of-unit.ts';
import { nightNumber } from './national-index-spans.ts';
import type { CompiledUnit } from './national-index-unit.ts';
import { bitsWithin, needBits } from './need-bits.ts';
import type { Need } from './needs.ts';
import { type Nights, nightsFrom } from './nights.ts';

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
export function unitWeeks(unit: CompiledUnit, needs: readonly Need[], from: Day, weeks: number): UnitWeeks {
  const monday = mondayOf(from);
  const free = freeUntilSunday(unit, needs, from, weeks);
  const bits = needBits(needs, nightsFrom(monday, weeks * 7));
  const cells = fewestOf(free).map((fewest, index): WeekCell => {
    const first = nightNumber(monday) + index * 7;
    const ofWeek = bitsWithin(bits, first, first + 7);
    const suitable = unit.places.filter(({ has }) => (has & ofWeek) === ofWeek).length;
    return { monday: addDays(monday, index * 7), free: fewest, suitable };
  });
  return { weeks: cells, ranges: freeRanges(Array.from(free, (count, index) => ({ night: addDays(from, index), free: count }))) };
}

/** The fewest free places on any night of each week, from the week of a day on; as `unitWeeks` says them. */
export function fewestByWeek(unit: CompiledUnit, needs: readonly Need[], from: Day, weeks: number): readonly number[] {
  return fewestOf(freeUntilSunday(unit, needs, from, weeks));
}

/** What is free from a day to the last Sunday of so many weeks, the one it is in counted. */
function freeUntilSunday(unit: CompiledUnit, needs: readonly Need[], from: Day, weeks: number): Int32Array {
  const nights = weeks * 7 - daysBetween(mondayOf(from), from);
  return freeByNight(unit, needBits(needs, nightsFrom(from, nights)), nightNumber(from), nights);
}

/** The fewest of each seven nights; where the last seven are whole, the first may be fewer. */
function fewestOf(free: Int32Array): readonly number[] {
  const weeks = Math.ceil(free.length / 7);
  return Array.from({ length: weeks }, (_, week) => {
    const end = free.length - (weeks - 1 - week) * 7;
    return Math.min(...free.subarray(Math.max(0, end - 7), end));
  });
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
