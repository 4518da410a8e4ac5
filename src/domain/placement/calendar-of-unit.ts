/** The calendar of a unit: night by night what is free, and on which days one with some needs could come and stay so long without anybody moving. */
import { addDays, type Day, daysBetween } from '../time.ts';
import { nightNumber, type Spans } from './national-index-spans.ts';
import type { CompiledUnit } from './national-index-unit.ts';
import { needBits, type NeedBits, noNeeds, takenFor } from './need-bits.ts';
import type { Need } from './needs.ts';
import { nightsFrom } from './nights.ts';

/** Two years of nights. */
export const calendarNights = 730;

/** What the calendar is asked for: needs, and a number of nights from each day on. */
export type CalendarQuestion = { readonly needs: readonly Need[]; readonly nights: number };

/** One night in a calendar. `forHer` counts the places that she could have from that day on; `null` where the calendar is for everybody. */
export type CalendarNight = { readonly night: Day; readonly free: number; readonly places: number; readonly forHer: number | null };

/** The nights of a unit from a day on; `asked` is `null` for everybody. */
export function calendarOf(unit: CompiledUnit, from: Day, nights: number, asked: CalendarQuestion | null): readonly CalendarNight[] {
  const first = nightNumber(from);
  const free = freeByNight(unit, noNeeds, first, nights);
  const hers = asked && arrivalsByNight(unit, needBits(asked.needs, nightsFrom(from, asked.nights)), asked.nights, first, nights);
  return Array.from(free, (count, index) => ({
    night: addDays(from, index),
    free: count,
    places: unit.places.length,
    forHer: hers && (hers[index] ?? 0),
  }));
}

/**
 * Free places (da: ledige pladser) on each of so many nights from a night on: how many more women who need some properties, and no more than
 * one night, the unit could receive on it. The places that meet them and stand empty, and no more than there is staff for. The list, the
 * calendars and the weeks say this number, and the search finds a place for a night when it is not 0.
 */
export function freeByNight({ places, staffed }: CompiledUnit, needs: NeedBits, first: number, nights: number): Int32Array {
  const steps = new Int32Array(nights + 1);
  for (const { has, taken } of places) {
    const forHer = takenFor(has, taken, needs);
    if (forHer === null) continue;
    for (const [from, to] of gapsIn(forHer, first, first + nights)) count(steps, from - first, to - first);
  }
  const free = summed(steps, nights);
  for (const { from, to, left } of staffed)
    for (let night = Math.max(0, from - first); night < Math.min(nights, to - first); night += 1)
      free[night] = Math.min(free[night] ?? 0, left);
  return free;
}

/** How many places with some properties can be had for so many nights on end, from each night on. */
function arrivalsByNight({ places }: CompiledUnit, needs: NeedBits, stay: number, first: number, nights: number): Int32Array {
  const steps = new Int32Array(nights + 1);
  for (const { has, taken } of places) {
    const forHer = takenFor(has, taken, needs);
    if (forHer === null) continue;
    // She can come on every night of a gap from which as many nights are left in it.
    for (const [from, to] of gapsIn(forHer, first, first + nights + stay))
      count(steps, from - first, Math.min(to - stay + 1 - first, nights));
  }
  return summed(steps, nights);
}

/** Days in a row on which the answer is the same: whether she can come, or whether anything is free. `to` is the last of them. */
export type CalendarStretch = { readonly from: Day; readonly to: Day; readonly can: boolean };

export function stretchesOf(nights: readonly CalendarNight[]): readonly CalendarStretch[] {
  const stretches: CalendarStretch[] = [];
  for (const { night, free, forHer } of nights) {
    const can = (forHer ?? free) > 0;
    const last = stretches.at(-1);
    if (last?.can === can && daysBetween(last.to, night) === 1) stretches[stretches.length - 1] = { ...last, to: night };
    else stretches.push({ from: night, to: night, can });
  }
  return stretches;
}

/** What lies between the spans within some nights. */
function gapsIn(taken: Spans, from: number, to: number): readonly (readonly [number, number])[] {
  const gaps: (readonly [number, number])[] = [];
  let open = from;
  for (let at = 0; at < taken.length && open < to; at += 2) {
    const [begins, ends] = [taken[at] ?? to, taken[at + 1] ?? to];
    if (begins > open) gaps.push([open, Math.min(begins, to)]);
    if (ends > open) open = ends;
  }
  if (open < to) gaps.push([open, to]);
  return gaps;
}

function count(steps: Int32Array, from: number, to: number): void {
  if (from >= to) return;
  steps[from] = (steps[from] ?? 0) + 1;
  steps[to] = (steps[to] ?? 0) - 1;
}

function summed(steps: Int32Array, nights: number): Int32Array {
  let sum = 0;
  return steps.map((step) => (sum += step)).subarray(0, nights);
}
