/**
 * The nearest other table (da: nærmeste tabel): a known table is changed so that one cell has a value, and as few others change as can be. What
 * changes little is as good for every reader who holds none of what it changes, so that one question to the solver answers for many.
 */
import type { OpenProblem, Solver } from '../linear-problem.ts';
import type { CellSum } from './count-table.ts';
import type { Bounds } from './propagate.ts';
import type { Held } from './search-space.ts';

export type Nearest = {
  /**
   * The table in which the cell has the value and what is held is as it was. `none`: there is no such table, not even a divided one, and so
   * none for anybody who holds more. `null`: none was found, and one may be there.
   */
  find(cell: number, value: number, held: Held): Int32Array | 'none' | null;
  close(): void;
};

const secondsPerQuestion = 2;
const nearness = 1e-6;
/** A count of one is held by the woman who is alone there: a table that leaves it as it is agrees with more readers. */
const priceOfOne = 4;

/** Opens the search around one table that agrees with the sums and the bounds: both of its own cells alone. */
export function openNearest(sums: readonly CellSum[], { lower, upper }: Bounds, start: ArrayLike<number>, solver: Solver): Nearest {
  const open = Array.from({ length: start.length }, (_, cell) => cell).filter((cell) => lower[cell] !== upper[cell]);
  // Two columns for each open cell: what is added, and what is taken away.
  const placeOf = new Map(open.map((cell, index) => [cell, 2 * index]));
  const roomsOf = (cell: number): readonly [up: number, down: number] => [
    (upper[cell] ?? 0) - (start[cell] ?? 0),
    (start[cell] ?? 0) - (lower[cell] ?? 0),
  ];
  let problem: OpenProblem | null = null;
  const opened = (): OpenProblem =>
    (problem ??= solver.open({
      lower: open.flatMap(() => [0, 0]),
      upper: open.flatMap((cell) => roomsOf(cell)),
      rows: sums.flatMap(({ whole, parts, times = 1 }) => {
        const loose = [whole, ...parts].flatMap((cell, index) => {
          const place = placeOf.get(cell);
          return place === undefined ? [] : [{ place, by: index === 0 ? times : -1 }];
        });
        if (loose.length === 0) return [];
        return [{ at: loose.flatMap(({ place }) => [place, place + 1]), times: loose.flatMap(({ by }) => [by, -by]), from: 0, to: 0 }];
      }),
      whole: false,
    }));
  const cost = open.flatMap((cell, index) => {
    const price = start[cell] === 1 ? priceOfOne : 1;
    return [[2 * index, price] as const, [2 * index + 1, price] as const];
  });

  return {
    find(cell, value, held) {
      const place = placeOf.get(cell);
      const by = value - (start[cell] ?? 0);
      const [up, down] = roomsOf(cell);
      if (place === undefined || by > up || -by > down) return 'none';
      const asked = opened();
      const still = held.flatMap(([one]) => placeOf.get(one) ?? []);
      for (const one of still) for (const side of [0, 1]) asked.bound(one + side, 0, 0);
      asked.bound(place, Math.max(0, by), Math.max(0, by));
      asked.bound(place + 1, Math.max(0, -by), Math.max(0, -by));
      const answer = asked.ask({ aim: 'least', cost }, secondsPerQuestion);
      for (const one of [...still, place])
        for (const side of [0, 1] as const) asked.bound(one + side, 0, roomsOf(open[one / 2] ?? 0)[side]);
      if (answer.outcome === 'infeasible') return 'none';
      if (answer.outcome !== 'solved') return null;
      const now = Int32Array.from(start);
      for (const [index, one] of open.entries()) {
        const change = (answer.values[2 * index] ?? 0) - (answer.values[2 * index + 1] ?? 0);
        if (Math.abs(change - Math.round(change)) > nearness) return null;
        now[one] = (now[one] ?? 0) + Math.round(change);
      }
      return now;
    },
    close: () => problem?.close(),
  };
}
