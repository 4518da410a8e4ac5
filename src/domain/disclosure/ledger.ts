/**
 * The ledger (da: udgivelsesregister): all releases so far as one system of equations. A cell is known by its codes, whatever table it
 * stands in: Total is no code, so that «2020» of one table and «2020, Total» of another are the same number. What two releases say of one
 * cell is held together, and every sum of every table counts.
 */
import { type Attacker, boundsOf, type PublishedTable } from './attackers.ts';
import { type CellSum, namesOf } from './count-table.ts';
import { totalCode } from './dimension.ts';
import type { Bounds } from './propagate.ts';
import type { Terms } from './terms.ts';

/** A release that has been made. `matter` says what is counted: cells of different matters are never the same. */
export type EarlierRelease = {
  readonly id: string;
  readonly matter: string;
  readonly table: PublishedTable;
  readonly terms: Terms;
};

/** What earlier releases add to what a reader knows of a table: its own cells come first, further cells after them. */
export type Ledger = {
  readonly sums: readonly CellSum[];
  readonly bounds: Bounds;
  /** Cells of the table that were hidden before; what was hidden stays hidden. */
  readonly hiddenBefore: readonly number[];
  /** Cells of the table that were printed before, and what was printed: the newest, where there are several. */
  readonly printedBefore: ReadonlyMap<number, { readonly value: number; readonly release: string }>;
};

/** Joins a table that is to be published with the earlier releases of the same matter. */
export function joinReleases(
  { layout, matter }: Pick<PublishedTable, 'layout'> & { readonly matter: string },
  earlier: readonly EarlierRelease[],
  attacker: Attacker,
): Ledger {
  const places = new Map<string, number>();
  for (let cell = 0; cell < layout.size; cell += 1) places.set(keyOf(layout, cell), cell);
  const sums: CellSum[] = [];
  const lower: number[] = Array.from({ length: layout.size }, () => 0);
  const upper: number[] = Array.from({ length: layout.size }, () => Number.POSITIVE_INFINITY);
  const hiddenBefore = new Set<number>();
  const printedBefore = new Map<number, { readonly value: number; readonly release: string }>();
  for (const release of earlier) {
    if (release.matter !== matter) continue;
    const { layout: other, published } = release.table;
    const known = boundsOf(release.table, attacker, release.terms);
    const placeOf = published.map((value, cell) => {
      const key = keyOf(other, cell);
      const place = places.get(key) ?? lower.length;
      places.set(key, place);
      lower[place] = Math.max(lower[place] ?? 0, known.lower[cell] ?? 0);
      upper[place] = Math.min(upper[place] ?? Number.POSITIVE_INFINITY, known.upper[cell] ?? Number.POSITIVE_INFINITY);
      if (place < layout.size && value === null) hiddenBefore.add(place);
      if (place < layout.size && value !== null) printedBefore.set(place, { value, release: release.id });
      return place;
    });
    for (const { whole, parts } of other.sums) sums.push({ whole: placeOf[whole] ?? 0, parts: parts.map((part) => placeOf[part] ?? 0) });
  }
  return { sums, bounds: { lower, upper }, hiddenBefore: [...hiddenBefore], printedBefore };
}

/** What makes a cell the same in all tables of a matter. */
function keyOf(layout: PublishedTable['layout'], cell: number): string {
  const codes = Object.entries(namesOf(layout, cell)).filter(([, code]) => code !== totalCode);
  return JSON.stringify(codes.toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}
