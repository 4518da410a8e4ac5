import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { LinearProblem, Solver } from '../domain/linear-problem.ts';
import { loadSolver } from './solver.ts';

let solver: Solver;
beforeAll(async () => {
  solver = await loadSolver();
});

const infinity = Number.POSITIVE_INFINITY;
/** Chairs and tables: 30 and 50 each, from 40 hours of wood and 50 of paint. */
const workshop: LinearProblem = {
  aim: 'most',
  cost: [30, 50],
  lower: [0, 0],
  upper: [infinity, infinity],
  rows: [
    { at: [0, 1], times: [1, 2], from: -infinity, to: 40 },
    { at: [0, 1], times: [2, 1], from: -infinity, to: 50 },
  ],
  whole: false,
};

describe('the solver', () => {
  test('is loaded once', async () => {
    expect(await loadSolver()).toBe(solver);
  });

  test('gives values, objective and the price of each row', () => {
    const answer = solver.solve(workshop, 10);
    expect(answer).toMatchObject({ outcome: 'solved', objective: 1100, bound: 1100, proven: true });
    if (answer.outcome !== 'solved') throw new Error('not solved');
    expect(answer.values.map(Math.round)).toEqual([20, 10]);
    expect(answer.prices.map((price) => Math.round(price * 3))).toEqual([70, 10]);
  });

  test('tells what has no solution from what has no end', () => {
    expect(solver.solve({ ...workshop, lower: [100, 0] }, 10).outcome).toBe('infeasible');
    expect(solver.solve({ ...workshop, rows: [] }, 10).outcome).toBe('unbounded');
  });

  test('finds the best whole numbers, as trying them all does', () => {
    const coefficient = fc.integer({ min: -3, max: 5 });
    fc.assert(
      fc.property(
        fc.array(coefficient, { minLength: 3, maxLength: 3 }),
        fc.array(coefficient, { minLength: 3, maxLength: 3 }),
        fc.nat({ max: 9 }),
        (cost, times, to) => {
          const answer = solver.solve(
            { aim: 'most', cost, lower: [0, 0, 0], upper: [3, 3, 3], rows: [{ at: [0, 1, 2], times, from: -infinity, to }], whole: true },
            10,
          );
          const sum = (by: readonly number[], values: readonly number[]): number =>
            by.reduce((all, one, at) => all + one * (values[at] ?? 0), 0);
          const all = Array.from({ length: 64 }, (_, number) => [number % 4, Math.floor(number / 4) % 4, Math.floor(number / 16)]);
          const best = Math.max(...all.filter((values) => sum(times, values) <= to).map((values) => sum(cost, values)));
          expect(answer.outcome === 'solved' ? Math.round(answer.objective) : answer.outcome).toBe(best);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('takes another aim, another bound and another row without beginning again', () => {
    const open = solver.open(workshop);
    const most = (at: number): number => {
      const answer = open.ask({ aim: 'most', cost: [[at, 1]] }, 10);
      return answer.outcome === 'solved' ? Math.round(answer.objective) : -1;
    };
    expect([most(0), most(1)]).toEqual([25, 20]);
    open.bound(0, 4, 4);
    expect(most(1)).toBe(18);
    open.addRow({ at: [1], times: [1], from: 0, to: 7 });
    expect([most(1), most(0)]).toEqual([7, 4]);
    open.close();
  });

  test('does not count the time of earlier questions', () => {
    const open = solver.open(workshop);
    const until = performance.now() + 1500;
    for (let question = 0; performance.now() < until; question += 1) {
      expect(open.ask({ aim: question % 2 === 0 ? 'most' : 'least', cost: [[0, 1]] }, 1).outcome).toBe('solved');
    }
    open.close();
  });

  test('gives the best so far and a bound when its time is over', () => {
    // A knapsack that takes long to prove: many items that are almost alike.
    const items = Array.from({ length: 60 }, (_, at) => 1000 + ((at * 7919) % 613));
    const rows = Array.from({ length: 12 }, (_, row) => ({
      at: items.map((_item, at) => at),
      times: items.map((_item, at) => 1 + ((at * (row + 3) * 104_729) % 997)),
      from: -infinity,
      to: 9000,
    }));
    const answer = solver.solve({ aim: 'most', cost: items, lower: items.map(() => 0), upper: items.map(() => 1), rows, whole: true }, 0.2);
    expect(answer.outcome).toBe('solved');
    if (answer.outcome === 'solved') expect(answer.bound).toBeGreaterThanOrEqual(answer.objective);
  });

  test('still answers after two thousand problems', () => {
    const before = process.memoryUsage().arrayBuffers;
    for (let problem = 0; problem < 2000; problem += 1) expect(solver.solve(workshop, 10).outcome).toBe('solved');
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(64 * 2 ** 20);
  });

  test('keeps every digit of a coefficient', () => {
    const third = 1 / 3;
    const answer = solver.solve(
      { aim: 'most', cost: [1], lower: [0], upper: [infinity], rows: [{ at: [0], times: [third], from: 0, to: third }], whole: false },
      10,
    );
    expect(answer.outcome === 'solved' && answer.values[0]).toBe(1);
  });
});
