/**
 * Other tables that were found, kept for those who ask next (da: fund). An insider differs from any other reader by the few cells that she
 * knows: a table that was found for one is as good for every other who holds none of the cells in which it differs from the true one. So it
 * is that every woman can be asked about every cell of a large table.
 */
import type { Solver } from '../linear-problem.ts';
import { addsUp, type CellSum, type Layout } from './count-table.ts';
import type { CountedCells } from './ledger.ts';
import { openNearest } from './nearest.ts';
import type { Bounds } from './propagate.ts';
import type { Held } from './search-space.ts';
import { isCounted, openShifts } from './shifts.ts';

export type Finds = {
  /** Whether a table was found in which the cell has the value, one that agrees with what is held too. `false` tells nothing. */
  reaches(cell: number, value: number, held: Held): boolean;
  close(): void;
};

/**
 * What is known of one cell and one value: the cells that each table found changes, what readers held for whom there is no such table, and how
 * often each search found none.
 */
type Kept = { readonly changes: ReadonlySet<number>[]; readonly none: (readonly number[])[]; shiftsInVain: number; nearestInVain: number };

/** So many tables are kept for one cell and one value, and so often at most are the searches made in vain. */
const mostKept = 40;
const mostInVain = 4;

/** The solver is asked for the nearest table around the first ones alone: around each further one it would say much the same. */
const mostNearest = 2;

/** Where tables are sought: around those that are known to agree with all of this. */
export type FindsRequest = {
  readonly layout: Layout;
  /** Those between the cells of the layout alone: what is said by further cells, `counted` says too. */
  readonly sums: readonly CellSum[];
  readonly bounds: Bounds;
  readonly counted: readonly CountedCells[];
  readonly starts: readonly ArrayLike<number>[];
};

export function openFinds({ layout, sums, bounds, counted, starts }: FindsRequest, solver: Solver): Finds {
  const shifts = openShifts(layout, bounds, counted);
  const around = starts.map((start, index) => ({
    start,
    nearest: index < mostNearest ? openNearest(sums, bounds, start, solver) : null,
    kept: new Map<string, Kept>(),
  }));
  type Around = (typeof around)[number];

  const keptFor = ({ kept: all }: Around, cell: number, value: number): Kept => {
    const key = `${cell} ${value}`;
    const kept = all.get(key) ?? { changes: [], none: [], shiftsInVain: 0, nearestInVain: 0 };
    all.set(key, kept);
    return kept;
  };
  /** A table that was sought for one cell says as much of every other that it changes. */
  const keep = (one: Around, now: ArrayLike<number>): void => {
    const changed = new Set(Array.from({ length: one.start.length }, (_, cell) => cell).filter((cell) => now[cell] !== one.start[cell]));
    for (const cell of changed) {
      const { changes } = keptFor(one, cell, now[cell] ?? 0);
      if (changes.length < mostKept) changes.push(changed);
    }
  };
  const isKept = (one: Around, cell: number, value: number, held: Held): boolean =>
    keptFor(one, cell, value).changes.some((changed) => held.every(([other]) => !changed.has(other)));
  const isFound = (one: Around, cell: number, value: number, held: Held): boolean => {
    const { start, nearest } = one;
    const kept = keptFor(one, cell, value);
    const moved = kept.shiftsInVain < mostInVain ? shifts.find(start, cell, value, held) : null;
    // A shift keeps the sums of the layout; what is known beside it may be sums of other cells.
    const shifted = moved && sums.every((sum) => addsUp(sum, moved)) ? moved : null;
    if (shifted) {
      keep(one, shifted);
      return true;
    }
    kept.shiftsInVain += 1;
    if (!nearest || kept.nearestInVain >= mostInVain || kept.none.some((few) => isHeld(few, held))) return false;
    const near = nearest.find(cell, value, held);
    if (near === 'none') kept.none.push(held.map(([other]) => other));
    else if (near && isCounted(near, counted)) {
      keep(one, near);
      return true;
    } else kept.nearestInVain += 1;
    return false;
  };

  return {
    reaches(cell, value, held) {
      const agreeing = around.filter(({ start }) => held.every(([other, count]) => start[other] === count));
      return agreeing.some((one) => isKept(one, cell, value, held)) || agreeing.some((one) => isFound(one, cell, value, held));
    },
    close() {
      for (const { nearest } of around) nearest?.close();
    },
  };
}

function isHeld(few: readonly number[], held: Held): boolean {
  return few.length <= held.length && few.every((cell) => held.some(([one]) => one === cell));
}
