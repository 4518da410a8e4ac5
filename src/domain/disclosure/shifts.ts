/**
 * Other tables that agree with what a reader knows, found without solving (da: forskydninger): an inner cell is given more or fewer women,
 * and all that it is counted in with it; where a sum then leaves its bounds, another inner cell beneath it gives them back. What is found is
 * certain. What is not found may exist all the same, and must be asked of the solver.
 */
import { codesOf, isInnerCell, type Layout } from './count-table.ts';
import type { Bounds } from './propagate.ts';
import type { CountedCells } from './ledger.ts';
import type { Held } from './search-space.ts';

export type Shifts = {
  /**
   * A table in which the cell has the value and what is held is as it was, found around `start`, which is known to agree with the bounds;
   * `null` where none was found.
   */
  find(start: ArrayLike<number>, cell: number, value: number, held: Held): Int32Array | null;
};

/** So many inner cells at most take part in a shift, and so many are tried before it is given up. */
const mostCells = 5;
const mostTries = 1500;

/** Opens the search for tables that agree with the bounds, and with what `counted` says of how many are not zero. */
export function openShifts(layout: Layout, { lower, upper }: Bounds, counted: readonly CountedCells[] = []): Shifts {
  const above = pathsOf(layout);
  const beneath: number[][] = Array.from({ length: layout.size }, () => []);
  for (const [inner, path] of above) for (const cell of path) beneath[cell]?.push(inner);

  const shiftedFrom = (start: ArrayLike<number>, target: number, value: number, held: Held): Int32Array | null => {
    const now = Int32Array.from(start);
    /** Inner cells that stay: beneath what is held, and later those that have been moved. */
    const stays = new Uint8Array(layout.size);
    for (const [cell] of held) for (const inner of beneath[cell] ?? []) stays[inner] = 1;
    const isInTarget = new Uint8Array(layout.size);
    for (const inner of beneath[target] ?? []) isInTarget[inner] = 1;
    let tries = mostTries;
    const roomOf = (cell: number, isUp: boolean): number =>
      isUp ? (upper[cell] ?? 0) - (now[cell] ?? 0) : (now[cell] ?? 0) - (lower[cell] ?? 0);
    const move = (inner: number, by: number): void => {
      for (const cell of above.get(inner) ?? []) now[cell] = (now[cell] ?? 0) + by;
    };
    /** The first sum beyond its bounds among those above the moved cells, and by how much. */
    const beyond = (moved: readonly number[]): readonly [cell: number, by: number] | null => {
      for (const inner of moved)
        for (const cell of above.get(inner) ?? []) {
          const count = now[cell] ?? 0;
          if (count > (upper[cell] ?? 0)) return [cell, count - (upper[cell] ?? 0)];
          if (count < (lower[cell] ?? 0)) return [cell, count - (lower[cell] ?? 0)];
        }
      return null;
    };
    /** Moves `by` women into (or out of) the cell through one inner cell beneath it, and mends what that breaks. */
    const through = (cell: number, by: number, moved: readonly number[]): boolean => {
      if (moved.length >= mostCells) return false;
      for (const inner of beneath[cell] ?? []) {
        // What is given back must not be taken from the cell that was to be moved.
        if (stays[inner] || (cell !== target && isInTarget[inner])) continue;
        const room = roomOf(inner, by > 0);
        if (room < 1) continue;
        if ((tries -= 1) < 0) return false;
        const step = Math.sign(by) * Math.min(Math.abs(by), room);
        stays[inner] = 1;
        move(inner, step);
        const next = [...moved, inner];
        const rest = by - step;
        const wrong = rest !== 0 && cell === target ? ([cell, -rest] as const) : beyond(next);
        if (wrong === null ? isCounted(now, counted) : through(wrong[0], -wrong[1], next)) return true;
        move(inner, -step);
        stays[inner] = 0;
      }
      return false;
    };
    const by = value - (start[target] ?? 0);
    return by === 0 || through(target, by, []) ? now : null;
  };

  return {
    find(start, cell, value, held) {
      if (value < (lower[cell] ?? 0) || value > (upper[cell] ?? 0)) return null;
      return shiftedFrom(start, cell, value, held);
    },
  };
}

/** Whether as many of the cells are not zero as was printed. */
export function isCounted(counts: ArrayLike<number>, counted: readonly CountedCells[]): boolean {
  return counted.every(({ cells, withAny }) => cells.filter((cell) => (counts[cell] ?? 0) > 0).length === withAny);
}

/** For each inner cell, all cells that it is counted in: itself first. */
function pathsOf(layout: Layout): ReadonlyMap<number, readonly number[]> {
  const { dimensions } = layout;
  const wholes = dimensions.map(({ codes, inner }) =>
    codes.map((_, code) => [code, ...codes.flatMap((_other, other) => (other !== code && inner[other]?.includes(code) ? [other] : []))]),
  );
  const paths = new Map<number, readonly number[]>();
  for (let cell = 0; cell < layout.size; cell += 1) {
    if (!isInnerCell(layout, cell)) continue;
    let path = [0];
    for (const [index, code] of codesOf(layout, cell).entries()) {
      const length = dimensions[index]?.codes.length ?? 1;
      path = path.flatMap((start) => (wholes[index]?.[code] ?? []).map((whole) => start * length + whole));
    }
    paths.set(cell, path);
  }
  return paths;
}
