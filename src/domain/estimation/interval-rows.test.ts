import fc from 'fast-check';
import { expect, test } from 'vitest';
import { randomTable } from '../../../test/overlaps.ts';
import type { EstimateRow } from './estimate-row.ts';
import { estimateFrom } from './estimates.ts';
import { chapman, lincolnPetersen, twoListsOf } from './two-lists.ts';
import { spanRows } from './interval-rows.ts';
import type { CellCount } from './overlap-table.ts';

const usual = { p: 0.02, delta: null, grid: null, models: false, bootstrap: null } as const;
const rowsOf = (counts: readonly number[]) => [lincolnPetersen(twoListsOf(counts)), chapman(twoListsOf(counts))];

test('the range over tables holds the estimate of the likeliest table, also where few of them are tried', () => {
  const width = fc.integer({ min: 0, max: 60 });
  const tables = fc.tuple(randomTable(2), fc.array(width, { minLength: 3, maxLength: 3 }));
  let held = 0;
  fc.assert(
    fc.property(tables, ([counts, more]) => {
      const cells: readonly CellCount[] = counts.map((low, cell) => ({ low, high: cell === 0 ? low : low + (more[cell - 1] ?? 0) }));
      for (const { status, estimate, interval, remarks } of spanRows(cells, 8, rowsOf)) {
        if (status !== 'ok' || estimate === null) continue;
        const about = remarks.find(({ code }) => code === 'range-of-some' || code === 'range-of-tables')?.about;
        held += 1;
        expect(Number(about?.['low'])).toBeLessThanOrEqual(estimate + 0.005);
        expect(Number(about?.['high'])).toBeGreaterThanOrEqual(estimate - 0.005);
        expect(interval[0]).toBeLessThanOrEqual(estimate + 1e-9);
      }
    }),
    { numRuns: 200 },
  );
  expect(held).toBeGreaterThan(50);
});

const exactly = (count: number): CellCount => ({ low: count, high: count });
const graphsOf = (shared: CellCount) => {
  const cells = [exactly(0), exactly(60), exactly(60), shared, exactly(60), exactly(6), exactly(6), exactly(3)];
  return estimateFrom({ lists: ['A', 'B', 'C'], cells }, { ...usual, methods: ['dga'] }).methods;
};
const codesOf = (row: EstimateRow | undefined) => row?.remarks.map(({ code }) => code);

test('a grid that cuts off a table at a corner is looked beyond, though it cuts nothing off the likeliest', () => {
  expect(graphsOf(exactly(8)).map(({ method }) => method)).toEqual(['dga']);
  const rows = graphsOf({ low: 1, high: 40 });
  expect(rows.map(({ method }) => method)).toEqual(['dga', 'dga-open']);
  expect(codesOf(rows[0])).toContain('other-prior');
  const whole = graphsOf({ low: 39, high: 40 });
  expect(whole.map(({ method }) => method)).toEqual(['dga']);
  expect(codesOf(whole[0])).not.toContain('grid-cuts');
});

test('the range of a method that chooses its model is that of the model chosen anew for each filling', () => {
  const counted = [0, 60, 49, 14, 142, 32, 23];
  const cells: readonly CellCount[] = [...counted.map(exactly), { low: 1, high: 4 }];
  const rows = estimateFrom({ lists: ['A', 'B', 'C'], cells }, { ...usual, methods: ['loglinear'] }).methods;
  for (const method of ['best-aic', 'best-bic'] as const) {
    // By hand: each count in the place of the hidden one, analysed as a known table.
    const each = [1, 2, 3, 4].map((last) => {
      const known = { lists: ['A', 'B', 'C'], cells: [...counted, last].map(exactly) };
      return estimateFrom(known, { ...usual, methods: ['loglinear'] }).methods.find((row) => row.method === method)?.estimate ?? NaN;
    });
    const row = rows.find((one) => one.method === method);
    const about = row?.remarks.find(({ code }) => code === 'range-of-tables')?.about;
    expect(Number(about?.['low'])).toBeCloseTo(Math.min(...each), 1);
    expect(Number(about?.['high'])).toBeCloseTo(Math.max(...each), 1);
  }
  const best = rows.find(({ method }) => method === 'best-aic');
  expect(Number(best?.remarks.find(({ code }) => code === 'range-of-tables')?.about?.['low'])).toBeLessThan(400);
  expect(best?.remarks.find(({ code }) => code === 'models-of-tables')?.about?.['models']).toContain('[12,13,23]');
});
