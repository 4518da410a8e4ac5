/**
 * What two releases of one matter tell of the same cells (da: de samme tal): a reader who meets both is to be told which of them is exact. Known by
 * the codes of a cell, as the ledger knows it.
 */
import { keyOf } from './beside.ts';
import { namesOf } from './count-table.ts';
import type { ReleasedTable } from './publishable.ts';

/** A release with its number in the ledger. */
export type NumberedRelease = { readonly id: string; readonly release: ReleasedTable };

export type SharedCells = {
  /** The other release. */
  readonly id: string;
  /** So many cells both of them print. */
  readonly both: number;
  /** In so many of them the numbers are not the same. */
  readonly differ: number;
  /** Which of them prints the numbers as they were counted. */
  readonly exact: 'this' | 'other' | 'both' | 'neither';
};

/** What each of the others shares with a release; those that share nothing are left out. */
export function sharedCells({ id, release }: NumberedRelease, others: readonly NumberedRelease[]): readonly SharedCells[] {
  const own = printedIn(release);
  return others.flatMap((other) => {
    if (other.id === id || other.release.matter !== release.matter) return [];
    const theirs = printedIn(other.release);
    const both = [...own].filter(([key]) => theirs.has(key));
    if (both.length === 0) return [];
    const [isExact, isOtherExact] = [release.terms.rounding === null, other.release.terms.rounding === null];
    const exact = isExact ? (isOtherExact ? 'both' : 'this') : isOtherExact ? 'other' : 'neither';
    return [{ id: other.id, both: both.length, differ: both.filter(([key, value]) => theirs.get(key) !== value).length, exact }];
  });
}

/** The first earlier release that prints all that a release prints, to the number: then it tells nothing new. Null where none does. */
export function repeatedFrom({ id, release }: NumberedRelease, others: readonly NumberedRelease[]): string | null {
  const { size } = printedIn(release);
  const earlier = others.filter((other) => Number(other.id) < Number(id));
  return sharedCells({ id, release }, earlier).find(({ both, differ }) => both === size && differ === 0)?.id ?? null;
}

function printedIn({ table, beside }: ReleasedTable): ReadonlyMap<string, number> {
  const absent = new Set(beside.absent);
  return new Map(
    table.published.flatMap((value, cell) =>
      value === null || absent.has(cell) ? [] : [[keyOf(namesOf(table.layout, cell)), value] as const],
    ),
  );
}
