/**
 * A birth that is asked about before it is kept (da: en fødsel, der spørges om): by the due date she was hardly pregnant then, or could hardly be so any
 * longer, so the day or the due date is most often a slip. No law that we have read gives the weeks: they are our own choice, published as
 * `docs/rules/birth-asked-2026-11.md`. A birth is never refused for it.
 */
import { type Day, day, daysBetween } from '../time.ts';
import { bandWeeks, pregnancyDays } from './gestation.ts';

/** Each edition with the day it is in force from. The question is of no decision: the latest edition looks at every birth. */
export const birthAskedEditions = [
  { edition: 'foedsel-spurgt/2026-11', from: day('2026-11-27'), earliest: 22, latest: bandWeeks },
] as const satisfies readonly {
  readonly edition: string;
  readonly from: Day;
  /** Full weeks before which a birth is asked about. */
  readonly earliest: number;
  /** The last full weeks in which it is not. */
  readonly latest: number;
}[];

/** Why it is asked: by the due date she was so many weeks and days then, or not pregnant yet. */
export type BirthAsked =
  | { readonly outcome: 'far-from-term'; readonly weeks: number; readonly days: number; readonly edition: string }
  | { readonly outcome: 'not-begun'; readonly edition: string };

/** What is to be asked of a birth on a day; `null` where nothing is, as where no due date is known. */
export function birthAsked(dueDate: Day | null, on: Day): BirthAsked | null {
  if (dueDate === null) return null;
  const { edition, earliest, latest } = birthAskedEditions[birthAskedEditions.length - 1] ?? birthAskedEditions[0];
  const age = pregnancyDays - daysBetween(on, dueDate);
  if (age < 0) return { outcome: 'not-begun', edition };
  const [weeks, days] = [Math.floor(age / 7), age % 7];
  return weeks >= earliest && weeks <= latest ? null : { outcome: 'far-from-term', weeks, days, edition };
}
