/**
 * Zeros that are hidden among the small counts (da: skjulte nuller), where that is the rule: so many that what the legend says of a dot is
 * true in each group of places.
 */
import { codesOf, type CountTable, isInnerCell } from './count-table.ts';

/** The inner cells that are zero, each with the group of the first hierarchy that it lies in, or one group for all. */
export function zeroGroups({ layout, counts }: CountTable): Map<number, number> {
  const index = layout.dimensions.findIndex(({ sums }) => sums.length > 1);
  const groups = new Map<number, number>();
  counts.forEach((count, cell) => {
    if (count !== 0 || !isInnerCell(layout, cell)) return;
    const code = codesOf(layout, cell)[index] ?? 0;
    const parents = layout.dimensions[index]?.sums ?? [];
    groups.set(cell, parents.find(({ whole, parts }) => whole !== 0 && parts.includes(code))?.whole ?? 0);
  });
  return groups;
}

/**
 * At least one zero is hidden in each group where anything is hidden: a legend that says «a dot can be a zero» must be true, or the reader
 * who finds that it never is knows more than it says. The first one that shares a sum with a hidden cell.
 */
export function zerosToHide(table: CountTable, hidden: readonly boolean[], isTold: ReadonlySet<number>): readonly number[] {
  const groups = zeroGroups(table);
  const near = new Set<number>();
  for (const { whole, parts } of table.layout.sums) {
    if ([whole, ...parts].some((cell) => hidden[cell])) for (const part of parts) if (groups.has(part) && !isTold.has(part)) near.add(part);
  }
  const chosen = new Map<number, number>();
  for (const cell of near) if (!chosen.has(groups.get(cell) ?? 0)) chosen.set(groups.get(cell) ?? 0, cell);
  return [...chosen.values()];
}
