/**
 * Which further cells must be hidden so that one cell can be more, or less, than it is (da: sekundær diskretionering). A change of the
 * table that keeps every sum is sought: the cell changes by what is needed, and the change passes through as few printed cells as can be.
 * Hiding those makes the changed table as good as the true one for the reader. Source: Robertson 1993; Fischetti & Salazar-González 2000.
 */
import type { LinearProblem, LinearRow, OpenProblem, Solver } from '../linear-problem.ts';
import type { CountTable } from './count-table.ts';
import type { Bounds } from './propagate.ts';

export type Widening = {
  /**
   * The printed cells to hide so that `cell` can change by `by` while the held cells stay; `null` where no hiding does it. `whole` asks for
   * a change in whole numbers, where a divided one has not been enough.
   */
  cheapest(cell: number, by: number, held: readonly number[], whole: boolean): readonly number[] | null;
  /** From now on a change may pass through these cells for nothing. */
  hide(cells: readonly number[]): void;
  close(): void;
};

const secondsPerQuestion = 10;
/** A hidden cell costs a little too, so that changes stay short. */
const shortness = 1e-3;
const trace = 1e-6;

/** `least.hidden`: the least count that may be hidden; `stayPrinted` may not at all. `least.known`: what the reader knows every hidden cell to be at least; `least.bounds`: what all know of each. */
export function openWidening(
  { layout, counts }: CountTable,
  least: {
    readonly hidden: number;
    readonly known: number;
    readonly stayPrinted: readonly number[];
    readonly bounds?: Bounds | undefined;
  },
  isHidden: readonly boolean[],
  solver: Solver,
): Widening {
  // Two columns for each cell that may be hidden: what is added, and what is taken away.
  const isTold = new Set(least.stayPrinted);
  const cells = counts.flatMap((count, cell) => (count >= least.hidden && !isTold.has(cell) ? [cell] : []));
  const placeOf = new Map(cells.map((cell, index) => [cell, 2 * index]));
  const rows = layout.sums.flatMap(({ whole, parts }): readonly LinearRow[] => {
    const loose = [whole, ...parts].flatMap((cell, index) => {
      const place = placeOf.get(cell);
      return place === undefined ? [] : [{ place, times: index === 0 ? 1 : -1 }];
    });
    return [{ at: loose.flatMap(({ place }) => [place, place + 1]), times: loose.flatMap(({ times }) => [times, -times]), from: 0, to: 0 }];
  });
  const roomAt = (place: number): number => {
    const cell = cells[Math.floor(place / 2)] ?? 0;
    const count = counts[cell] ?? 0;
    if (place % 2 === 0) return (least.bounds?.upper[cell] ?? Number.POSITIVE_INFINITY) - count;
    return count - Math.max(least.known, least.bounds?.lower[cell] ?? 0);
  };
  const upper = cells.flatMap((_, index) => [roomAt(2 * index), roomAt(2 * index + 1)]);
  const problem: Omit<LinearProblem, 'aim' | 'cost' | 'whole'> = { lower: upper.map(() => 0), upper, rows };
  const opened: { linear?: OpenProblem; whole?: OpenProblem } = {};
  const price = cells.map((cell) => (isHidden[cell] ? shortness : 1));

  return {
    cheapest(cell, by, held, whole) {
      const place = placeOf.get(cell);
      if (place === undefined || -by > roomAt(place + 1) || by > roomAt(place)) return null;
      const open = whole
        ? (opened.whole ??= solver.open({ ...problem, whole: true }))
        : (opened.linear ??= solver.open({ ...problem, whole: false }));
      const still = held.flatMap((one) => placeOf.get(one) ?? []).flatMap((one) => [one, one + 1]);
      for (const one of still) open.bound(one, 0, 0);
      const [moved, other] = by > 0 ? [place, place + 1] : [place + 1, place];
      open.bound(moved, Math.abs(by), Math.abs(by));
      open.bound(other, 0, 0);
      const cost = price.flatMap((one, index) => [[2 * index, one] as const, [2 * index + 1, one] as const]);
      const answer = open.ask({ aim: 'least', cost }, secondsPerQuestion);
      for (const one of [...still, moved, other]) open.bound(one, 0, roomAt(one));
      if (answer.outcome !== 'solved') return null;
      return cells.filter(
        (_, index) => (answer.values[2 * index] ?? 0) + (answer.values[2 * index + 1] ?? 0) > trace && (price[index] ?? 0) > shortness,
      );
    },
    hide(more) {
      for (const cell of more) price[(placeOf.get(cell) ?? 0) / 2] = shortness;
    },
    close() {
      opened.linear?.close();
      opened.whole?.close();
    },
  };
}
