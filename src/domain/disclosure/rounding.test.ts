import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { countTable, dimension, referenceTable, smallTable } from '../../../test/count-tables.ts';
import { referenceText } from '../../../test/planning-reference.ts';
import { loadSolver } from '../../compute/solver.ts';
import type { Solver } from '../linear-problem.ts';
import type { CountTable } from './count-table.ts';
import { roundTable } from './rounding.ts';

let solver: Solver;
beforeAll(async () => {
  solver = await loadSolver();
});

/** The least deviation of all roundings to neighbours that add up, found by trying every one of the inner cells. */
function leastByTrying({ layout, counts }: CountTable, base: number): number | null {
  const loose = counts.flatMap((count, cell) => (count % base === 0 ? [] : [cell]));
  let best: number | null = null;
  for (let choice = 0; choice < 2 ** loose.length; choice += 1) {
    const rounded = [...counts];
    loose.forEach((cell, bit) => {
      const below = Math.floor((counts[cell] ?? 0) / base) * base;
      rounded[cell] = ((choice >> bit) & 1) === 1 ? below + base : below;
    });
    if (layout.sums.some(({ whole, parts }) => rounded[whole] !== parts.reduce((sum, part) => sum + (rounded[part] ?? 0), 0))) continue;
    const cost = rounded.reduce((sum, value, cell) => sum + Math.abs(value - (counts[cell] ?? 0)), 0);
    if (best === null || cost < best) best = cost;
  }
  return best;
}

describe('controlled rounding', () => {
  test('goes to a neighbouring multiple, leaves multiples, and adds up', () => {
    fc.assert(
      fc.property(smallTable, fc.constantFrom(3, 5), (table, base) => {
        const rounded = roundTable(table, base, solver, 10);
        if (rounded.outcome !== 'rounded') throw new Error(rounded.outcome);
        expect(rounded.optimal).toBe(true);
        const { published, steps } = rounded;
        published.forEach((value, cell) => {
          const count = table.counts[cell] ?? 0;
          expect(value % base).toBe(0);
          expect(value).toBeGreaterThanOrEqual(0);
          expect(Math.abs(value - count)).toBeLessThan(base * (steps + 1));
          if (count === 0 || (steps === 0 && count % base === 0)) expect(value).toBe(count);
        });
        for (const { whole, parts } of table.layout.sums)
          expect(published[whole]).toBe(parts.reduce((sum, part) => sum + (published[part] ?? 0), 0));
      }),
      { numRuns: 150 },
    );
  });

  test('lets a multiple go too where no table adds up with all of them kept', () => {
    const cube = [dimension('a', ['1', '2']), dimension('b', ['1', '2']), dimension('c', ['1', '2', '3'])];
    const table = countTable(cube, [1, 0, 0, 2, 2, 2, 0, 4, 2, 4, 0, 4]);
    const rounded = roundTable(table, 3, solver, 10);
    expect(rounded).toMatchObject({ outcome: 'rounded', steps: 1, optimal: true });
  });

  test('deviates as little as the best of all that were tried', () => {
    const small = fc
      .array(fc.nat({ max: 9 }), { minLength: 4, maxLength: 4 })
      .map((counts) => countTable([dimension('a', ['1', '2']), dimension('b', ['1', '2'])], counts));
    fc.assert(
      fc.property(small, fc.constantFrom(3, 5), (table, base) => {
        const rounded = roundTable(table, base, solver, 10);
        const best = leastByTrying(table, base);
        if (rounded.outcome === 'rounded' && rounded.steps === 0) expect(rounded.cost).toBe(best);
        else expect(best).toBe(null);
      }),
      { numRuns: 80 },
    );
  });

  const published = referenceText('stats/sdc/controlled_rounding_highs_wasm.json');
  if (published !== null) {
    const runs = JSON.parse(published) as readonly {
      readonly instance: string;
      readonly base: number;
      readonly K: number;
      readonly totalAbsDev: number;
    }[];
    test.each(runs.filter(({ K, instance }) => K === 0 && instance !== 'mun_year_cat'))(
      'costs $totalAbsDev for $instance to base $base',
      ({ instance, base, totalAbsDev }) => {
        const table = referenceTable(instance);
        const rounded = table && roundTable(table, base, solver, 60);
        expect(rounded).toMatchObject({ outcome: 'rounded', cost: totalAbsDev, optimal: true });
      },
    );
  }
});
