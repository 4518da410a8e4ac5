/**
 * Zero-restricted controlled rounding (da: kontrolleret afrunding): every cell becomes a multiple of the base next to it, a multiple stays,
 * and the sums still add up; among all such tables the one with the least total deviation. Where none exists, cells may go one more step
 * away, then two, and then a multiple may leave its place too; only nothing stays nothing. The result must be frozen: another rounding of the same counts tells more than either alone.
 * Sources: Cox 1987 (controlled rounding); Salazar-González, Staggemeier & Bycroft 2006 (the integer problem for linked tables).
 */
import type { LinearRow, Solver } from '../linear-problem.ts';
import type { CountTable } from './count-table.ts';
import type { Bounds } from './propagate.ts';

/** The edition of the rule: which multiples a cell may become, what stays, and what is least. A preview made by another is outdated. */
export const roundingEdition = 'afrunding/2026-11';

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

/** What a rounding must mind beside the counts. */
export type RoundingAround = {
  /** What all know of each cell already. */
  readonly known: Bounds;
  /** Multiples that a cell may not become. */
  readonly avoid: ReadonlyMap<number, readonly number[]>;
  /**
   * Cells that have been rounded before, and stay so: a second rounding of the same count tells more than the first. `steps` is how many
   * steps further than the nearest the cells of that release may have gone.
   */
  readonly fixed: ReadonlyMap<number, { readonly value: number; readonly steps: number }>;
};

/** Rounds a table to multiples of `base`, in at most `seconds`. Cells may go `leastSteps` beyond the nearest, and further where they must. */
export function roundTable(
  { layout, counts }: CountTable,
  base: number,
  solver: Solver,
  seconds: number,
  leastSteps = 0,
  around: RoundingAround | null = null,
): Rounding {
  for (let steps = leastSteps; steps <= mostSteps; steps += 1) {
    const rounded = roundWithin({ layout, counts }, base, steps, solver, seconds, around);
    if (rounded.outcome !== 'infeasible') return rounded;
  }
  return { outcome: 'infeasible' };
}

/** Whether a multiple leaves a reader, who knows the cell within bounds, with more than one number; what all know exactly hides nothing. */
function leavesRoom({ known: { lower, upper }, avoid }: RoundingAround, cell: number, value: number, reach: number): boolean {
  if (avoid.get(cell)?.includes(value)) return false;
  const [low, high] = [lower[cell] ?? 0, upper[cell] ?? Number.POSITIVE_INFINITY];
  return low === high || Math.min(high, value + reach) > Math.max(low, value - reach);
}

/**
 * The multiple that a cell was rounded to before, where it can be printed so again: what has been corrected since cannot, and none that is
 * further from its count than the terms of this rounding say either.
 */
function standing(count: number, base: number, mayGo: number, { value, steps }: { readonly value: number; readonly steps: number }) {
  return Math.abs(value - count) < base * (Math.min(mayGo, steps) + 1) ? [value / base] : [];
}

function roundWithin(
  { layout, counts }: CountTable,
  base: number,
  steps: number,
  solver: Solver,
  seconds: number,
  around: RoundingAround | null,
): Rounding {
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
  let isStuck = false;
  const distances: (readonly [cell: number, distance: number])[] = [];
  const chosen: (readonly [cell: number, multiples: readonly number[]])[] = [];
  counts.forEach((count, cell) => {
    const [below, above] = [Math.floor(count / base), Math.ceil(count / base)];
    const mayGo = count === 0 ? 0 : steps;
    whole[cell] = true;
    cost[cell] = 0;
    const before = around?.fixed.get(cell);
    const allowed = before
      ? standing(count, base, mayGo, before)
      : Array.from({ length: above + mayGo - Math.max(0, below - mayGo) + 1 }, (_, more) => Math.max(0, below - mayGo) + more).filter(
          (times) => around === null || leavesRoom(around, cell, base * times, base * (steps + 1) - 1),
        );
    const [least, most] = [allowed[0] ?? 0, allowed.at(-1) ?? 0];
    isStuck ||= allowed.length === 0;
    lower[cell] = least;
    upper[cell] = most;
    if (allowed.length <= 1) constant += Math.abs(base * least - count);
    else if (allowed.length < most - least + 1) chosen.push([cell, allowed]);
    else if (steps === 0) {
      // Between two neighbours the distance is a straight line.
      cost[cell] = base * above - count - (count - base * below);
      constant += count - base * below - below * (cost[cell] ?? 0);
    } else distances.push([cell, count]);
  });
  if (isStuck) return { outcome: 'infeasible' };
  for (const [cell, count] of distances) {
    const distance = cost.length;
    cost.push(1);
    lower.push(0);
    upper.push(Number.POSITIVE_INFINITY);
    whole.push(false);
    rows.push({ at: [distance, cell], times: [1, -base], from: -count, to: Number.POSITIVE_INFINITY });
    rows.push({ at: [distance, cell], times: [1, base], from: count, to: Number.POSITIVE_INFINITY });
  }
  // Where a multiple between others is left out, exactly one of the others is chosen, each at its own distance.
  for (const [cell, multiples] of chosen) {
    const first = cost.length;
    for (const times of multiples) {
      cost.push(Math.abs(base * times - (counts[cell] ?? 0)));
      lower.push(0);
      upper.push(1);
      whole.push(true);
    }
    const each = multiples.map((_, index) => first + index);
    rows.push({ at: each, times: each.map(() => 1), from: 1, to: 1 });
    rows.push({ at: [cell, ...each], times: [1, ...multiples.map((times) => -times)], from: 0, to: 0 });
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
