/**
 * The attackers (da: angribere), and what each knows of a published table. The plain one knows that counts are not negative. The one who
 * knows the rule has read the legend: where zeros are printed, a dot is at least one. The insider has read it too and is the only woman in
 * her cell: she knows that it holds one, and so does every sum in which she is alone. What she knows of herself is no disclosure.
 */
import { codesOf, type CountTable, isInnerCell, type Layout } from './count-table.ts';
import type { Bounds } from './propagate.ts';
import type { Held } from './search-space.ts';
import { roundingReach, type Terms } from './terms.ts';

export const attackers = ['plain', 'rule-aware', 'insider'] as const;
export type Attacker = (typeof attackers)[number];

/** A table as it is published: a number, or `null` where the value is hidden. */
export type PublishedTable = { readonly layout: Layout; readonly published: readonly (number | null)[] };

/** What a reader knows of each cell before adding anything up. */
export function boundsOf({ published }: PublishedTable, attacker: Attacker, terms: Terms): Bounds {
  const least = attacker === 'plain' || terms.zeros === 'hide' ? 0 : 1;
  const reach = roundingReach(terms);
  return {
    lower: published.map((value) => (value === null ? least : Math.max(0, value - reach))),
    upper: published.map((value) => (value === null ? Number.POSITIVE_INFINITY : value + reach)),
  };
}

/** One insider: what she knows beside the legend, and the cells that she could learn something about; those `near` share a sum with one she knows. */
export type Insider = { readonly cell: number; readonly held: Held; readonly targets: readonly number[]; readonly near: readonly number[] };

/**
 * Every woman who is alone in an inner cell that is not known to all. Her targets are all cells that are not known: what she knows narrows
 * those that share a sum with hers, and these the next. Empty cells beneath a sum in which she is alone are no secret to her.
 */
export function insidersOf({ layout, counts }: CountTable, isKnown: (cell: number) => boolean): readonly Insider[] {
  const singles = counts.flatMap((count, cell) => (count === 1 && !isKnown(cell) ? [cell] : []));
  const alone = singles.filter((cell) => isInnerCell(layout, cell));
  const unknown = counts.flatMap((_, cell) => (isKnown(cell) ? [] : [cell]));
  const near = cellsNear(layout);
  return alone.map((cell) => {
    const hers = singles.filter((other) => isBeneath(layout, cell, other));
    const isNear = near(hers);
    const empty = (other: number): boolean => counts[other] === 0 && hers.some((sum) => isBeneath(layout, other, sum));
    const all = unknown.filter((other) => !hers.includes(other) && !empty(other));
    return { cell, held: hers.map((known) => [known, 1] as const), targets: all, near: all.filter((other) => isNear.has(other)) };
  });
}

/** The cells that share a sum with one of some. */
function cellsNear({ sums }: Layout): (some: readonly number[]) => ReadonlySet<number> {
  const sumsOf = new Map<number, (readonly number[])[]>();
  for (const { whole, parts } of sums)
    for (const cell of [whole, ...parts]) sumsOf.set(cell, [...(sumsOf.get(cell) ?? []), [whole, ...parts]]);
  return (some) => new Set(some.flatMap((cell) => sumsOf.get(cell) ?? []).flat());
}

/** Whether all that a cell counts is counted in another too. */
export function isBeneath(layout: Layout, cell: number, sum: number): boolean {
  const above = codesOf(layout, sum);
  return codesOf(layout, cell).every((code, index) => {
    const inner = layout.dimensions[index]?.inner;
    const whole = inner?.[above[index] ?? 0] ?? [];
    return (inner?.[code] ?? []).every((one) => whole.includes(one));
  });
}
