/** The tables that intervals allow, one after the other: all of them, or a grid of them with its corners where they are too many. */
import type { CellCount } from './overlap-table.ts';
import { configurations } from './interval-cells.ts';
import { type Remark, remark } from './remark.ts';

/** Null where even the corners are more than `most`. `tables` is made anew by each call; a table is not kept by who is given it. */
export type Tables = { readonly count: number; readonly all: number; readonly each: (see: (counts: readonly number[]) => void) => void };

/** So many tables at most, and one round over the cells, are tried where they are sought. */
const mostSought = 2000;

/** At most `most` tables: every value of each open cell, or evenly spaced ones, the least and the greatest always among them. */
export function tablesWithin(cells: readonly CellCount[], most: number): Tables | null {
  const all = configurations(cells);
  let values = Math.max(1, ...cells.map(({ low, high }) => high - low + 1));
  const count = (): number => cells.reduce((product, { low, high }) => product * Math.min(values, high - low + 1), 1);
  if (all > most) {
    values = 2;
    if (count() > most) return null;
    while (count() <= most) values += 1;
    values -= 1;
  }
  const steps = cells.map(({ low, high }) => Math.min(values, high - low + 1));
  const valueAt = (cell: number, step: number): number => {
    const [{ low, high }, last] = [cells[cell] ?? { low: 0, high: 0 }, (steps[cell] ?? 1) - 1];
    return last === 0 ? low : low + Math.round((step * (high - low)) / last);
  };
  const each: Tables['each'] = (see) => {
    const at = cells.map(() => 0);
    const counts = cells.map(({ low }) => low);
    for (;;) {
      see(counts);
      let cell = 0;
      while (cell < cells.length && at[cell] === (steps[cell] ?? 1) - 1) {
        at[cell] = 0;
        counts[cell] = valueAt(cell, 0);
        cell += 1;
      }
      if (cell === cells.length) return;
      at[cell] = (at[cell] ?? 0) + 1;
      counts[cell] = valueAt(cell, at[cell] ?? 0);
    }
  };
  return { count: count(), all, each };
}

/** The least and the greatest estimate over the tables; `without` counts those that have none. */
export function rangeOver({ each }: Tables, estimator: (counts: readonly number[]) => number | null) {
  let [least, greatest, without] = [Infinity, -Infinity, 0];
  each((counts) => {
    const estimate = estimator(counts);
    if (estimate === null) without += 1;
    else [least, greatest] = [Math.min(least, estimate), Math.max(greatest, estimate)];
  });
  return { range: least <= greatest ? ([least, greatest] as const) : null, without };
}

/**
 * The least and the greatest estimate that are found where even the corners are too many to try: from the table of the least counts and from
 * that of the greatest, one open cell after the other goes to the end where the estimate is further out, until none does. Other tables may
 * lie further out still.
 */
export function soughtRange(
  cells: readonly CellCount[],
  estimator: (counts: readonly number[]) => number | null,
): { readonly range: readonly [number, number] | null; readonly tried: number; readonly without: number } {
  const open = cells.flatMap(({ low, high }, cell) => (low < high ? [cell] : []));
  const tried = new Map<string, number | null>();
  const estimateOf = (counts: readonly number[]): number | null => {
    const key = counts.join();
    const before = tried.get(key);
    if (before !== undefined) return before;
    const estimate = estimator(counts);
    tried.set(key, estimate);
    return estimate;
  };
  const climb = (from: readonly number[], sign: 1 | -1): void => {
    let counts = from;
    let best = estimateOf(counts);
    for (let isMoved = true; isMoved && tried.size < mostSought;) {
      isMoved = false;
      for (const cell of open) {
        const { low, high } = cells[cell] ?? { low: 0, high: 0 };
        const other = counts.with(cell, counts[cell] === low ? high : low);
        const estimate = estimateOf(other);
        if (estimate === null || (best !== null && sign * estimate <= sign * best)) continue;
        [counts, best, isMoved] = [other, estimate, true];
      }
    }
  };
  for (const sign of [1, -1] as const)
    for (const end of ['low', 'high'] as const)
      climb(
        cells.map((cell) => cell[end]),
        sign,
      );
  const estimates = [...tried.values()].filter((estimate) => estimate !== null);
  const range = estimates.length > 0 ? ([Math.min(...estimates), Math.max(...estimates)] as const) : null;
  return { range, tried: tried.size, without: tried.size - estimates.length };
}

/** What is said of a range over tables. */
export function rangeRemarks({ count, all }: Tables, range: readonly [number, number] | null, without: number): readonly Remark[] {
  if (!range) return [remark('no-table', { tables: count })];
  const [low, high] = range.map((end) => Math.round(end * 100) / 100) as [number, number];
  return [
    count === all ? remark('range-of-tables', { tables: count, low, high }) : remark('range-of-some', { tables: count, all, low, high }),
    ...(without > 0 ? [remark('no-table-for', { tables: count, without })] : []),
  ];
}

/** What is said of a range that was sought over `all` tables. */
export function soughtRemarks(all: number, { range, tried, without }: ReturnType<typeof soughtRange>): readonly Remark[] {
  if (!range) return [remark('no-table', { tables: tried })];
  const [low, high] = range.map((end) => Math.round(end * 100) / 100) as [number, number];
  return [
    remark('range-sought', { tables: tried, all, low, high }),
    ...(without > 0 ? [remark('no-table-for', { tables: tried, without })] : []),
  ];
}
