/**
 * Zero-restricted controlled rounding (da: kontrolleret afrunding): every cell becomes a multiple of the base next to it, a multiple stays,
 * and the sums still add up; among all such tables the one with the least total deviation. Where none exists, cells may go one more step
 * away, then two, and then a multiple may leave its place too; only nothing stays nothing. The result must be frozen: another rounding of the same counts tells more than either alone.
 * Sources: Cox 1987 (controlled rounding); Salazar-González, Staggemeier & Bycroft 2006 (the integer problem for linked tables).
 */
import type { LinearRow, Solver } from '../linear-problem.ts';
import type { CountTable } from './count-table.ts';

/** A rounded table. `steps` is how many multiples beyond the nearest two a cell may have gone: 0 where zero-restricted. */
export type Rounding =
  | {
      readonly outcome: 'rounded';
      readonly published: readonly number[];
      /** The sum of |published − true| over all cells, and what no rounding of this kind can be below. */
      readonly cost: number;
      readonly bound: number;
      readonly optimal: boolean;
      readonly steps: number;
    }
  /** Nothing was found in the time given, though there may be some. */
  | { readonly outcome: 'undecided' }
  | { readonly outcome: 'infeasible' };

/** How many steps beyond the nearest multiples are tried where none is found nearer. */
export const mostSteps = 3;

/** Rounds a table to multiples of `base`, in at most `seconds`. Cells may go `leastSteps` beyond the nearest, and further where they must. */
export function roundTable({ layout, counts }: CountTable, base: number, solver: Solver, seconds: number, leastSteps = 0): Rounding {
  for (let steps = leastSteps; steps <= mostSteps; steps += 1) {
    const rounded = roundWithin({ layout, counts }, base, steps, solver, seconds);
    if (rounded.outcome !== 'infeasible') return rounded;
  }
  return { outcome: 'infeasible' };
}

function roundWithin({ layout, counts }: CountTable, base: number, steps: number, solver: Solver, seconds: number): Rounding {
  const rows: LinearRow[] = layout.sums.map(({ whole, parts }) => ({
    at: [whole, ...parts],
    times: [1, ...parts.map(() => -1)],
    from: 0,
    to: 0,
  }));
  const lower: number[] = [];
  const upper: number[] = [];
  const cost: number[] = [];
  const whole: boolean[] = [];
  let constant = 0;
  const distances: (readonly [cell: number, distance: number])[] = [];
  counts.forEach((count, cell) => {
    const [below, above] = [Math.floor(count / base), Math.ceil(count / base)];
    const mayGo = count === 0 ? 0 : steps;
    lower[cell] = Math.max(0, below - mayGo);
    upper[cell] = above + mayGo;
    whole[cell] = true;
    cost[cell] = 0;
    if (lower[cell] === upper[cell]) return;
    if (steps === 0) {
      // Between two neighbours the distance is a straight line.
      cost[cell] = base * above - count - (count - base * below);
      constant += count - base * below - below * (cost[cell] ?? 0);
    } else distances.push([cell, count]);
  });
  for (const [cell, count] of distances) {
    const distance = cost.length;
    cost.push(1);
    lower.push(0);
    upper.push(Number.POSITIVE_INFINITY);
    whole.push(false);
    rows.push({ at: [distance, cell], times: [1, -base], from: -count, to: Number.POSITIVE_INFINITY });
    rows.push({ at: [distance, cell], times: [1, base], from: count, to: Number.POSITIVE_INFINITY });
  }
  const answer = solver.solve({ aim: 'least', cost, lower, upper, rows, whole }, seconds);
  switch (answer.outcome) {
    case 'infeasible':
      return { outcome: 'infeasible' };
    case 'unbounded':
    case 'undecided':
      return { outcome: 'undecided' };
    case 'solved': {
      const published = counts.map((_, cell) => base * Math.round(answer.values[cell] ?? 0) + 0);
      const deviation = published.reduce((sum, value, cell) => sum + Math.abs(value - (counts[cell] ?? 0)), 0);
      // Every rounding differs from the counts by whole numbers: a bound can be lifted to the next.
      const bound = answer.proven ? deviation : Math.min(deviation, Math.ceil(answer.bound + constant - 1e-6));
      return { outcome: 'rounded', published, cost: deviation, bound, optimal: bound === deviation, steps };
    }
  }
}
