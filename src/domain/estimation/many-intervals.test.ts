import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { randomTable } from '../../../test/overlaps.ts';
import { estimateFrom } from './estimates.ts';
import { configurations } from './interval-cells.ts';
import { independence } from './hierarchical-model.ts';
import { fitterOf, tally } from './log-linear.ts';
import type { CellCount } from './overlap-table.ts';
import { rangeOver, soughtRange, tablesWithin } from './over-tables.ts';

const usual = { p: 0.02, delta: null, grid: null, models: false, bootstrap: null, methods: ['loglinear'] } as const;
const reportOf = (cells: readonly CellCount[]) =>
  estimateFrom({ lists: Array.from({ length: Math.log2(cells.length) }, (_, list) => `list ${list + 1}`), cells }, usual);
const cellsOf = (lists: number, cellOf: (onLists: number) => CellCount): readonly CellCount[] =>
  Array.from({ length: 2 ** lists }, (_, cell) => (cell === 0 ? { low: 0, high: 0 } : cellOf(cell.toString(2).replaceAll('0', '').length)));
const exactly = (count: number): CellCount => ({ low: count, high: count });
const hidden: CellCount = { low: 1, high: 4 };

describe('five lists with nearly every count hidden', () => {
  const table = cellsOf(5, (onLists) => (onLists === 5 ? exactly(61) : hidden));
  test('are answered by no less than as many as may have been seen', () => {
    const { observed, conclusion, methods, fillings } = reportOf(table);
    expect(observed).toEqual([91, 181]);
    // There are more tables than can be tried, and any of them could leave the end open.
    expect(fillings).toMatchObject({ tried: false });
    expect(conclusion.range).toMatchObject({ high: null, undecided: true });
    expect(conclusion.range?.low).toBeLessThanOrEqual(91);
    expect(Math.max(...methods.flatMap(({ interval }) => interval.map((end) => end ?? 0)))).toBeGreaterThanOrEqual(181);
    expect(methods[0]?.remarks.map(({ code }) => code)).toContain('range-sought');
  });

  test('of which the singles are known hold the estimate of any table drawn from the intervals', () => {
    const cells = cellsOf(5, (onLists) => (onLists === 1 ? exactly(8) : hidden));
    const { conclusion } = reportOf(cells);
    const [low, high] = [conclusion.range?.low ?? Infinity, conclusion.range?.high ?? Infinity];
    const fitter = fitterOf(independence(5));
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 32, maxLength: 32 }), (drawn) => {
        const { estimate } = fitter(tally(cells.map((cell, at) => (cell.low === cell.high ? cell.low : (drawn[at] ?? 1)))));
        // Ends are said to the hundredth.
        expect(estimate).toBeGreaterThanOrEqual(low - 0.005);
        expect(estimate).toBeLessThanOrEqual(high + 0.005);
      }),
      { numRuns: 200 },
    );
  });
});

const someHidden = fc
  .integer({ min: 3, max: 4 })
  .chain((lists) => fc.tuple(randomTable(lists), fc.array(fc.constantFrom(0, 0, 1, 3), { minLength: 16, maxLength: 16 })))
  .map(([counts, more]) => counts.map((low, cell): CellCount => ({ low, high: cell === 0 ? low : low + (more[cell] ?? 0) })))
  .filter((cells) => configurations(cells) <= 4096);

test('what is sought lies within the range over every table, and nearly always is the whole of it', () => {
  const found = { same: 0, all: 0 };
  fc.assert(
    fc.property(someHidden, (cells) => {
      const fitter = fitterOf(independence(Math.log2(cells.length)));
      const estimator = (counts: readonly number[]) => fitter(tally(counts)).estimate;
      const every = tablesWithin(cells, 4096);
      if (!every) throw new Error('every table is to be tried');
      const { range } = rangeOver(every, estimator);
      const sought = soughtRange(cells, estimator);
      if (!range || !sought.range) return;
      found.all += 1;
      expect(sought.range[0]).toBeGreaterThanOrEqual(range[0] - 1e-9);
      expect(sought.range[1]).toBeLessThanOrEqual(range[1] + 1e-9);
      if (sought.range[0] <= range[0] * 1.001 && sought.range[1] >= range[1] * 0.999) found.same += 1;
    }),
    { numRuns: 60 },
  );
  expect(found.all).toBeGreaterThan(20);
  expect(found.same).toBeGreaterThan(found.all * 0.9);
});

test('on any table, with every way of filling it in tried, the answer reaches as high as may have been seen and holds every estimate', () => {
  let held = 0;
  fc.assert(
    fc.property(someHidden, (cells) => {
      const { conclusion, observed } = reportOf(cells);
      if (conclusion.status !== 'estimate') return;
      held += 1;
      const most = typeof observed === 'number' ? observed : observed[1];
      const [low, high] = [conclusion.range?.low ?? Infinity, conclusion.range?.high ?? Infinity];
      expect(high).toBeGreaterThanOrEqual(most);
      const fitter = fitterOf(independence(Math.log2(cells.length)));
      tablesWithin(cells, 4096)?.each((counts) => {
        const { estimate } = fitter(tally(counts));
        if (estimate === null) return;
        expect(estimate).toBeGreaterThanOrEqual(low - 0.005);
        expect(estimate).toBeLessThanOrEqual(high + 0.005);
      });
    }),
    { numRuns: 60 },
  );
  expect(held).toBeGreaterThan(5);
});
