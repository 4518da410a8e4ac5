/**
 * Why each hidden number of a release is hidden (da: grunden til at et tal er skjult): for those alone who may know the numbers themselves.
 * In what is published all hidden cells are alike.
 */
import { type CellCodes, keyOf } from './beside.ts';
import { type CountTable, type Layout, namesOf } from './count-table.ts';
import type { PublishedTable } from './attackers.ts';
import type { LedgerEntry } from './refusal.ts';
import { isSmall, type Terms } from './terms.ts';

/**
 * `small`: the count itself is below the threshold. `zero`: it is nothing, and a nothing may be hidden among the small ones. `before`: an
 * earlier release has hidden it. `subtraction`: were it printed, a hidden count would be left over in one sum. `together`: it is no secret
 * itself, but several sums together would tell one.
 */
export const hiddenReasons = ['small', 'zero', 'before', 'subtraction', 'together'] as const;
export type HiddenReason = (typeof hiddenReasons)[number];

/** A hidden cell with its reason. */
export type ReasonedCell = {
  readonly cell: CellCodes;
  readonly why: HiddenReason;
  /** The hidden cells that would be told by one subtraction; empty where the reason is another. */
  readonly shields: readonly CellCodes[];
  /** The release that has hidden it before; `null` where the reason is another. */
  readonly release: string | null;
};

export type ReasonRequest = {
  readonly published: PublishedTable;
  readonly terms: Terms;
  /** Cells of the layout that are no part of the release. */
  readonly absent: readonly number[];
  /** The most detailed true counts of the matter. */
  readonly truth: CountTable;
  /** The releases before it, of the same matter. */
  readonly earlier: readonly Pick<LedgerEntry, 'id' | 'table' | 'terms' | 'beside'>[];
};

/** A reason for every cell that the release hides. A cell with several has the first of the list. */
export function reasonsOf({ published: { layout, published }, terms, absent, truth, earlier }: ReasonRequest): readonly ReasonedCell[] {
  const counts = countsOf(layout, truth);
  const noPart = new Set(absent);
  const isHidden = (cell: number): boolean => published[cell] === null && !noPart.has(cell);
  const isSecret = (cell: number): boolean => isSmall(counts[cell] ?? 0, terms) || (counts[cell] === 0 && terms.zeros === 'hide');
  const before = hiddenBefore(earlier);
  return published.flatMap((_, cell): readonly ReasonedCell[] => {
    if (!isHidden(cell)) return [];
    const codes = namesOf(layout, cell);
    const because = (why: HiddenReason, more: Partial<ReasonedCell> = {}): readonly ReasonedCell[] => [
      { cell: codes, why, shields: [], release: null, ...more },
    ];
    if (isSmall(counts[cell] ?? 0, terms)) return because('small');
    if (counts[cell] === 0) return because('zero');
    const release = before.get(keyOf(codes));
    if (release !== undefined) return because('before', { release });
    const shields = leftOver(layout, cell, isHidden, noPart).filter(isSecret);
    return shields.length > 0 ? because('subtraction', { shields: shields.map((one) => namesOf(layout, one)) }) : because('together');
  });
}

/** The hidden cells of which each is the only other one in a sum with this one. */
function leftOver(layout: Layout, cell: number, isHidden: (cell: number) => boolean, noPart: ReadonlySet<number>): readonly number[] {
  const found = layout.sums.flatMap(({ whole, parts }) => {
    const all = [whole, ...parts];
    if (!all.includes(cell) || all.some((one) => noPart.has(one))) return [];
    const others = all.filter((one) => one !== cell && isHidden(one));
    return others.length === 1 ? others : [];
  });
  return [...new Set(found)];
}

/** The true counts in the order of another layout, found by their codes. */
function countsOf(layout: Layout, truth: CountTable): readonly (number | undefined)[] {
  const known = new Map(truth.counts.map((count, cell) => [keyOf(namesOf(truth.layout, cell)), count]));
  return Array.from({ length: layout.size }, (_, cell) => known.get(keyOf(namesOf(layout, cell))));
}

/** What exact releases have hidden, with the oldest release that did. */
function hiddenBefore(earlier: ReasonRequest['earlier']): ReadonlyMap<string, string> {
  const hidden = new Map<string, string>();
  for (const { id, table, terms, beside } of earlier) {
    if (terms.rounding !== null) continue;
    const absent = new Set(beside?.absent);
    table.published.forEach((value, cell) => {
      const key = keyOf(namesOf(table.layout, cell));
      if (value === null && !absent.has(cell) && !hidden.has(key)) hidden.set(key, id);
    });
  }
  return hidden;
}
