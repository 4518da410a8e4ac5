/**
 * Other tables got from the true one by exchanging places (da: ombytning): two municipalities of one region, or all of them in a ring, with
 * all their counts. No sum above them changes, so such a table agrees with everything that is said of regions alone. Candidates only: who
 * uses one checks it.
 */
import { codesOf, type CountTable, isInnerCell, tableOf } from './count-table.ts';

/** Rings first, then pairs; at most `most` of them. */
export function exchanged({ layout, counts }: CountTable, most: number): readonly (readonly number[])[] {
  const index = Math.max(
    0,
    layout.dimensions.findIndex(({ sums }) => sums.length > 1),
  );
  const groups = (layout.dimensions[index]?.sums ?? []).map(({ parts }) => parts).filter((parts) => parts.every((part) => isInner(part)));
  function isInner(code: number): boolean {
    return layout.dimensions[index]?.inner[code]?.length === 1;
  }
  const inner = [...counts.keys()].filter((cell) => isInnerCell(layout, cell));
  const step = layout.dimensions.slice(index + 1).reduce((size, { codes }) => size * codes.length, 1);
  const moved = (to: ReadonlyMap<number, number>): readonly number[] => {
    const now = new Map<number, number>();
    for (const cell of inner) {
      const code = codesOf(layout, cell)[index] ?? 0;
      now.set(cell + ((to.get(code) ?? code) - code) * step, counts[cell] ?? 0);
    }
    return tableOf(layout, now).counts;
  };
  const tables: (readonly number[])[] = [];
  const longest = Math.max(0, ...groups.map(({ length }) => length));
  for (let by = 1; by < longest && tables.length < most; by += 1) {
    tables.push(
      moved(new Map(groups.flatMap((group) => group.map((code, at) => [code, group[(at + by) % group.length] ?? code] as const)))),
    );
  }
  for (const group of groups) {
    for (const [at, one] of group.entries()) {
      for (const other of group.slice(at + 1)) {
        if (tables.length >= most) return tables;
        const isSame = inner.every((cell) => {
          return codesOf(layout, cell)[index] !== one || counts[cell] === counts[cell + (other - one) * step];
        });
        if (!isSame)
          tables.push(
            moved(
              new Map([
                [one, other],
                [other, one],
              ]),
            ),
          );
      }
    }
  }
  return tables;
}
