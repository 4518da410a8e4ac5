/** Of which years a release prints a number (da: udgivet for), so that nobody is told that a year may be quoted where only a sum of years is out. */
import { codesOf } from '../disclosure/count-table.ts';
import type { PublishedTable } from '../disclosure/attackers.ts';
import { totalCode } from '../disclosure/dimension.ts';
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
