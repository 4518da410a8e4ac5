/**
 * The fixed day (da: fast opgørelsesdag) that protected figures are of. What follows after a year is over goes on changing its figures, and two
 * readings of two days would name the one woman who came between them. No law sets these days: they are our own choice, published as
 * `docs/rules/fixed-days-2026-11.md`.
 */
import { addDays, day, type Day, yearOf } from '../time.ts';

/** The rule of the days, in force from a day on. */
export const fixedDayRule = {
  edition: 'opgoerelsesdag/2026-11',
  from: '2026-11-26',
  /** The last days of the quarters: protected figures are of what was known at the end of one of them. */
  days: ['03-31', '06-30', '09-30', '12-31'],
} as const;

/** The day that protected figures are of, and the day that they are of another. */
export function fixedDayOf(today: Day): { readonly asOf: Day; readonly next: Day } {
  const year = yearOf(today);
  const days = [year - 1, year].flatMap((one) => fixedDayRule.days.map((monthDay) => day(`${one}-${monthDay}`)));
  // The day itself is not over: what is written in the evening would be in the evening's figures and not in the morning's.
  const asOf = days.findLast((one) => one < today);
  const next = days.find((one) => one >= today);
  if (asOf === undefined || next === undefined) throw new Error('a year has no last day');
  return { asOf, next: addDays(next, 1) };
}
