/** Of which years a release prints a number (da: udgivet for), so that nobody is told that a year may be quoted where only a sum of years is out. */
import { codesOf } from '../disclosure/count-table.ts';
import type { PublishedTable } from '../disclosure/attackers.ts';
import { totalCode } from '../disclosure/dimension.ts';
import type { AnswersOrigin } from './answer.ts';
import type { CallPackage } from './package.ts';

/** `alone` are the years that have a printed number of their own; `together` is whether one is printed of all the years as one. */
export type ReleasedYears = { readonly alone: readonly number[]; readonly together: boolean };

/** What a table of a call prints. A hidden number is none, and of a call that asks about one year the sum is that year's. */
export function releasedYears(
  { years }: Pick<CallPackage, 'years'>,
  { layout, published }: { readonly layout: Pick<PublishedTable['layout'], 'dimensions'>; readonly published: PublishedTable['published'] },
): ReleasedYears {
  const index = layout.dimensions.findIndex(({ name }) => name === 'år');
  const codes = layout.dimensions[index]?.codes ?? [totalCode];
  const printed = new Set(
    published.flatMap((value, cell) => (value === null ? [] : [codes[codesOf(layout, cell)[index] ?? 0] ?? totalCode])),
  );
  const together = printed.has(totalCode);
  return { alone: years.filter((year) => printed.has(`${year}`) || (together && years.length === 1)), together };
}

/** Whether a call's own numbers of a year may be quoted (da: udmeldingens tal om året): what is out of them, and which releases say so. */
export type YearOut<Released> = {
  /**
   * `alone` where a number of the year is printed, `together` where only the years' sum is, `hidden` where all are, `draft` where none is out; `made-up` and
   * `unseen` where something is printed of answers that are made up, or of which the asker's role does not come to know it.
   */
  readonly state: 'alone' | 'together' | 'hidden' | 'draft' | 'made-up' | 'unseen';
  readonly of: readonly Released[];
};

/** What the releases of a call print of one of its years; what prints the year itself goes before the years together. */
export function yearOut<Released extends { readonly years: ReleasedYears }>(
  year: number,
  { answers, released }: { readonly answers: AnswersOrigin; readonly released: readonly Released[] },
): YearOut<Released> {
  const alone = released.filter(({ years }) => years.alone.includes(year));
  if (alone.length > 0) return { state: answers === 'real' ? 'alone' : answers, of: alone };
  const together = released.filter(({ years }) => years.together);
  if (together.length > 0) return { state: answers === 'real' ? 'together' : answers, of: together };
  return { state: released.length > 0 ? 'hidden' : 'draft', of: released };
}
