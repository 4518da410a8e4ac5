/**
 * Other tables got from the true one by exchanging places (da: ombytning): two municipalities of one region, or all of them in a ring, with
 * all their counts. No sum above them changes, so such a table agrees with everything that is said of regions alone. Candidates only: who
 * uses one checks it.
 */
import type { CountTable } from './count-table.ts';
import { isInnerCode } from './dimension.ts';

/** Rings first, then pairs; at most `most` of them. */
export function exchanged({ layout, counts }: CountTable, most: number): readonly (readonly number[])[] {
  const { dimensions } = layout;
  const index = Math.max(
    0,
    dimensions.findIndex(({ sums }) => sums.length > 1),
  );
  const dimension = dimensions[index];
  if (!dimension) return [];
  const { codes, inner, sums } = dimension;
  const isInner = (code: number): boolean => isInnerCode(dimension, code);
  const groups = sums.map(({ parts }) => parts).filter((parts) => parts.every(isInner));
  const step = dimensions.slice(index + 1).reduce((size, one) => size * one.codes.length, 1);
  const block = step * codes.length;
  /** The cells of a code, in the same order for each code: its margins over the other dimensions too. */
  const cellsOf = codes.map((_, code) =>
    Array.from({ length: layout.size / codes.length }, (_none, at) => Math.floor(at / step) * block + code * step + (at % step)),
  );
  const sumCodes = codes.flatMap((_, code) => (isInner(code) ? [] : [code]));
  // Only the cells of what is moved are written, and of sums that hold a part of it alone: of very many tables most is as it was.
  const moved = (to: ReadonlyMap<number, number>): readonly number[] => {
    const now = [...counts];
    for (const [code, other] of to) cellsOf[code]?.forEach((cell, at) => (now[cellsOf[other]?.[at] ?? 0] = counts[cell] ?? 0));
    for (const whole of sumCodes) {
      const beneath = new Set(inner[whole]);
      if ([...to].every(([code, other]) => beneath.has(code) === beneath.has(other))) continue;
      cellsOf[whole]?.forEach((cell, at) => {
        now[cell] = [...beneath].reduce((sum, code) => sum + (now[cellsOf[code]?.[at] ?? 0] ?? 0), 0);
      });
    }
    return now;
  };
  const isSame = (one: number, other: number): boolean =>
    cellsOf[one]?.every((cell, at) => counts[cell] === counts[cellsOf[other]?.[at] ?? 0]) ?? true;
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
        if (!isSame(one, other))
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
