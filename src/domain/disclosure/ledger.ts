/**
 * The ledger (da: udgivelsesregister): all releases so far as one system of equations. A cell is known by its codes, whatever table it
 * stands in: Total is no code, so that «2020» of one table and «2020, Total» of another are the same number. What two releases say of one
 * cell is held together, and every sum of every table counts; so does what a release tells beside its numbers.
 */
import { type Attacker, boundsOf, type PublishedTable } from './attackers.ts';
import { type Beside, type CellCodes, keyOf } from './beside.ts';
import { type CellSum, namesOf } from './count-table.ts';
import { type Bounds, propagate } from './propagate.ts';
import type { Terms } from './terms.ts';

/** A release that has been made. `matter` says what is counted: cells of different matters are never the same. */
export type EarlierRelease = {
  readonly id: string;
  readonly matter: string;
  readonly table: PublishedTable;
  readonly terms: Terms;
  readonly beside?: Beside;
  /** The document it stands in, where it was published by others: then it is no release of ours. */
  readonly source?: string;
  /** False: all attackers have read it, and yet every attack is withstood without it too. It makes no count less of a secret. */
  readonly excuses?: boolean;
};

/**
 * What a release must withstand attackers with: all that is known, and, where some of it excuses nothing, what is left without that. A release
 * that is let out with such a document is then let out without it as well.
 */
export function sightsOf(earlier: readonly EarlierRelease[]): readonly [readonly EarlierRelease[], ...(readonly EarlierRelease[])[]] {
  const excusing = earlier.filter(({ excuses }) => excuses !== false);
  return excusing.length === earlier.length ? [earlier] : [excusing, earlier];
}

/** What earlier releases add to what a reader knows of a table: its own cells come first, further cells after them. */
export type Ledger = {
  readonly sums: readonly CellSum[];
  readonly bounds: Bounds;
  /** Cells of the table that were hidden before; what was hidden stays hidden. */
  readonly hiddenBefore: readonly number[];
  /** Cells of the table that were printed before, and what was printed: the newest, where there are several. */
  readonly printedBefore: ReadonlyMap<number, { readonly value: number; readonly release: string }>;
  /** Cells of which it was printed how many are not zero. */
  readonly counted: readonly CountedCells[];
  /** Those of `sums` that say the same as `counted`, by further cells of their own. */
  readonly countedSums: readonly CellSum[];
};

/** So many of the cells are not zero. */
export type CountedCells = { readonly cells: readonly number[]; readonly withAny: number };

/** Joins a table that is to be published with the earlier releases of the same matter. */
export function joinReleases(
  { layout, matter }: Pick<PublishedTable, 'layout'> & { readonly matter: string },
  earlier: readonly EarlierRelease[],
  attacker: Attacker,
): Ledger {
  const places = new Map<string, number>();
  for (let cell = 0; cell < layout.size; cell += 1) places.set(keyOf(namesOf(layout, cell)), cell);
  const sums: CellSum[] = [];
  const lower: number[] = Array.from({ length: layout.size }, () => 0);
  const upper: number[] = Array.from({ length: layout.size }, () => Number.POSITIVE_INFINITY);
  const hiddenBefore = new Set<number>();
  const printedBefore = new Map<number, { readonly value: number; readonly release: string }>();
  const counted: CountedCells[] = [];
  const countedSums: CellSum[] = [];
  const further = (from: number, to: number): number => {
    lower.push(from);
    upper.push(to);
    return lower.length - 1;
  };
  const placeOfCodes = (codes: CellCodes): number => {
    const key = keyOf(codes);
    const place = places.get(key) ?? further(0, Number.POSITIVE_INFINITY);
    places.set(key, place);
    return place;
  };
  for (const release of earlier) {
    if (release.matter !== matter) continue;
    const { layout: other, published } = release.table;
    const known = boundsOf(release.table, attacker, release.terms);
    const absent = new Set(release.beside?.absent);
    const most = new Map(attacker === 'plain' ? [] : release.beside?.most);
    const placeOf = published.map((value, cell) => {
      const place = placeOfCodes(namesOf(other, cell));
      if (absent.has(cell)) return place;
      lower[place] = Math.max(lower[place] ?? 0, known.lower[cell] ?? 0);
      const ends = [upper[place], known.upper[cell], most.get(cell)];
      upper[place] = Math.min(...ends.map((end) => end ?? Number.POSITIVE_INFINITY));
      if (place < layout.size && value === null) hiddenBefore.add(place);
      if (place < layout.size && value !== null) printedBefore.set(place, { value, release: release.id });
      return place;
    });
    for (const { whole, parts } of other.sums) sums.push({ whole: placeOf[whole] ?? 0, parts: parts.map((part) => placeOf[part] ?? 0) });
    for (const { cell, least, most: highest } of release.beside?.told ?? []) {
      const place = placeOfCodes(cell);
      lower[place] = Math.max(lower[place] ?? 0, least);
      upper[place] = Math.min(upper[place] ?? Number.POSITIVE_INFINITY, highest);
    }
    for (const { among, withAny } of release.beside?.counted ?? []) {
      // Each place is none (0) or any (1): with any, at least one woman; with none, no woman. Together they are as many as was printed.
      const cells = among.map(placeOfCodes);
      counted.push({ cells, withAny });
      const isAny = cells.map((women) => {
        const any = further(0, 1);
        countedSums.push({ whole: women, parts: [any, further(0, Number.POSITIVE_INFINITY)] });
        countedSums.push({ whole: any, times: mostWomen, parts: [women, further(0, Number.POSITIVE_INFINITY)] });
        return any;
      });
      countedSums.push({ whole: further(withAny, withAny), parts: isAny });
    }
  }
  const all = [...sums, ...countedSums];
  return { sums: all, bounds: { lower, upper }, hiddenBefore: [...hiddenBefore], printedBefore, counted, countedSums };
}

/** No cell of a country's table of women with children has so many. */
const mostWomen = 100_000;

/** Cells that the documents of others give away without us: nobody can keep them. */
export function toldByOthers(layout: PublishedTable['layout'], matter: string, earlier: readonly EarlierRelease[]): readonly number[] {
  const others = earlier.filter(({ source }) => source !== undefined);
  return others.length === 0 ? [] : toldBefore(joinReleases({ layout, matter }, others, 'plain'), layout, 0);
}

/**
 * Cells of a layout that earlier releases have told already, with their numbers: printed, or the sum of printed ones. What all can know is
 * no secret of a later release. A count below `least` is never taken as told.
 */
export function toldBefore({ sums, bounds }: Ledger, layout: PublishedTable['layout'], least: number): readonly number[] {
  const known = propagate([...layout.sums, ...sums], bounds);
  if (!known) return [];
  return Array.from({ length: layout.size }, (_, cell) => cell).filter((cell) => {
    const low = known.lower[cell] ?? 0;
    return low >= least && low === known.upper[cell];
  });
}
