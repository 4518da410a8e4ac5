/**
 * The number of one place that may be quoted (da: udgivet tal): what the releases of a call print of it, rounded where they round, and never what the
 * place has answered. Small counts stand in the answers, so a municipality's own number is taken from here alone.
 */
import { cellAt, type Layout } from '../disclosure/count-table.ts';
import { totalCode } from '../disclosure/dimension.ts';
import type { Publishable, ReleasedTable } from '../disclosure/publishable.ts';
import { roundingReach } from '../disclosure/terms.ts';
import type { AnswersOrigin } from './answer.ts';
import type { CallPackage, CountQuestionId } from './package.ts';
import { treatmentCodes } from './treatment-codes.ts';

/** A release with its number in the ledger. */
export type CitedRelease = { readonly id: string; readonly release: Publishable<ReleasedTable> };

export type ReleasedNumber =
  | {
      readonly outcome: 'printed';
      readonly value: number;
      /** What it is rounded to, and how far from the true one it can lie; `null` where it is exact. */
      readonly rounding: { readonly base: number; readonly reach: number } | null;
      /** The years that it is of: the one asked for, or all of the call's where only their sum is printed. */
      readonly years: readonly number[];
      readonly release: string;
    }
  /** It is printed, and may not be quoted: the answers are made up, or the asker's role does not come to know whether they are. */
  | { readonly outcome: 'made-up' | 'unseen'; readonly releases: readonly string[] }
  /** Every release that has the cell hides it. */
  | { readonly outcome: 'hidden'; readonly releases: readonly string[] }
  | { readonly outcome: 'not-released' };

/** The years that a call asks about, and whether its answers are real. */
type AskedCall = Pick<CallPackage, 'years'> & { readonly answers: AnswersOrigin };
type Asked = { readonly place: string; readonly year: number; readonly question: CountQuestionId };

/**
 * What may be quoted of a place in a year, from the releases of the call, the newest first. The year alone goes before the years together, an
 * exact number before a rounded one, and the less rounded before the more.
 */
export function releasedNumber({ years, answers }: AskedCall, releases: readonly CitedRelease[], asked: Asked): ReleasedNumber {
  const isOfOneYear = years.length === 1;
  const found = ([[`${asked.year}`, [asked.year]] as const, [totalCode, years] as const] as const).flatMap(([code, of]) =>
    releases.flatMap(({ id, release }) => {
      const { table, terms, beside } = release;
      const cell = cellOf(table.layout, { kommune: asked.place, år: code, behandling: treatmentCodes[asked.question] });
      if (cell === null || beside.absent.includes(cell)) return [];
      const reach = roundingReach(terms);
      const rounding = terms.rounding && { base: terms.rounding.base, reach };
      return [{ id, value: table.published[cell] ?? null, rounding, reach, of, isAlone: isOfOneYear || code !== totalCode }];
    }),
  );
  const printed = found
    .filter((one) => one.value !== null)
    .toSorted((one, other) => Number(other.isAlone) - Number(one.isAlone) || one.reach - other.reach);
  const [best] = printed;
  if (best && answers !== 'real') return { outcome: answers, releases: [...new Set(printed.map(({ id }) => id))] };
  if (best && best.value !== null)
    return { outcome: 'printed', value: best.value, rounding: best.rounding, years: best.of, release: best.id };
  const hiding = [...new Set(found.map(({ id }) => id))];
  return hiding.length > 0 ? { outcome: 'hidden', releases: hiding } : { outcome: 'not-released' };
}

/** The releases that a number is quoted from, or that stand in place of one. */
export function releasesOf(number: ReleasedNumber): readonly string[] {
  switch (number.outcome) {
    case 'printed':
      return [number.release];
    case 'made-up':
    case 'unseen':
    case 'hidden':
      return number.releases;
    case 'not-released':
      return [];
  }
}

/** The cell of these codes; `null` where the table is not divided so. A dimension that is not there is all of it in one. */
function cellOf(layout: Layout, codes: Readonly<Record<string, string>>): number | null {
  const isDivided = (name: string): boolean => layout.dimensions.some((dimension) => dimension.name === name);
  if (Object.entries(codes).some(([name, code]) => code !== totalCode && !isDivided(name))) return null;
  const places = layout.dimensions.map(({ name, codes: known }) => known.indexOf(codes[name] ?? totalCode));
  return places.includes(-1) ? null : cellAt(layout, places);
}
