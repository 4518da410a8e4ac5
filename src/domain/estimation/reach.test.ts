import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { randomTable, tableOf } from '../../../test/overlaps.ts';
import type { EstimateReport } from './estimate-report.ts';
import { type EstimateMethod, estimateMethods } from './estimate-request.ts';
import { estimateFrom } from './estimates.ts';
import type { CellCount } from './overlap-table.ts';
import { reachOf } from './reach.ts';

const usual = { p: 0.02, delta: null, grid: null, models: false, bootstrap: null } as const;

function reportOf(cells: readonly CellCount[], methods: readonly EstimateMethod[] = estimateMethods): EstimateReport {
  const lists = Array.from({ length: Math.log2(cells.length) }, (_, list) => `list ${list + 1}`);
  return estimateFrom({ lists, cells }, { ...usual, methods });
}
const exactly = (counts: readonly number[]): readonly CellCount[] => counts.map((count) => ({ low: count, high: count }));

describe('the answer', () => {
  test('of two lists with a hidden overlap reaches over the tables that it allows and over the intervals', () => {
    const hidden = [...exactly([0, 100, 80]), { low: 5, high: 60 }];
    const { conclusion } = reportOf(hidden, ['two-list']);
    expect(conclusion.range?.low).toBeLessThanOrEqual(324);
    expect(conclusion.range?.high).toBeGreaterThanOrEqual(4757);
    expect(conclusion.range?.undecided).toBe(true);
    expect(conclusion.text).toContain('Over the tables that the hidden counts allow, from 371 to 1,785.');
  });

  test('of two lists holds what odds of a half and of two make of it', () => {
    const { conclusion, sensitivity } = reportOf(exactly(tableOf(2, { '10': 30, '01': 20, '11': 10 })), ['two-list']);
    expect(sensitivity?.map(({ estimate }) => estimate)).toEqual([75, 90, 120, 180, 300]);
    expect(conclusion.range?.low).toBeLessThanOrEqual(90);
    expect(conclusion.range?.high).toBeGreaterThanOrEqual(180);
    expect(conclusion.text).toContain('halves or doubles the odds of being on the other, from 90 to 180.');
  });

  test('of one method is not from its number to its number', () => {
    const { conclusion } = reportOf(exactly(tableOf(2, { '10': 30, '01': 20, '11': 10 })), ['loglinear']);
    expect(conclusion.range?.low).toBeLessThan(115);
    expect(conclusion.range?.high).toBeGreaterThan(130);
  });

  test('of a thin overlap has the ends of the intervals', () => {
    const { conclusion } = reportOf(exactly(tableOf(2, { '10': 300, '01': 200, '11': 5 })), ['two-list']);
    expect(conclusion.range?.low).toBeLessThanOrEqual(5310.5);
    expect(conclusion.range?.high).toBeGreaterThanOrEqual(38_137.5);
  });
});

test('a lower bound sets no upper end: two lists reach as far with the rows of coverage’s bounds as without', () => {
  const cells = exactly(tableOf(2, { '10': 300, '01': 20, '11': 30 }));
  const report = reportOf(cells);
  const bounds = report.methods.filter(({ method }) => method.startsWith('chao'));
  const highest = Math.max(...bounds.map(({ interval: [, high] }) => high ?? Infinity));
  const without = report.methods.filter((row) => !bounds.includes(row));
  expect(bounds.length).toBe(2);
  expect(report.conclusion.range?.high).toBeLessThan(highest);
  expect(report.conclusion.range?.high).toBe(reachOf({ ...report, methods: without })?.high);
  expect(reachOf({ ...report, methods: bounds, sensitivity: [], priors: [], heterogeneity: [] })).toMatchObject({
    high: null,
    undecided: true,
  });
});

const hiddenTable = fc
  .integer({ min: 2, max: 3 })
  .chain((lists) => fc.tuple(randomTable(lists), fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 2, maxLength: 2 })))
  .map(([counts, more]) => counts.map((count, cell) => ({ low: count, high: cell === 0 ? count : count + (more[cell - 1] ?? 0) })));

test('on any table, with hidden counts and without, the range holds every estimate, its interval, its tables and the odds of ½ to 2, and of a lower bound the foot', () => {
  const tables = fc.oneof(
    fc
      .integer({ min: 2, max: 4 })
      .chain((lists) => randomTable(lists))
      .map(exactly),
    hiddenTable,
  );
  let held = 0;
  fc.assert(
    fc.property(tables, (cells) => {
      const { methods, conclusion, sensitivity = [] } = reportOf(cells, ['two-list', 'loglinear', 'sparse', 'dga', 'coverage']);
      if (conclusion.status !== 'estimate') return;
      held += 1;
      const [low, high] = [conclusion.range?.low ?? Infinity, conclusion.range?.high ?? Infinity];
      for (const { method, status, estimate, interval, remarks } of methods) {
        if (status !== 'ok' || estimate === null) continue;
        const over = remarks.flatMap(({ about }) => (about?.['tables'] === undefined ? [] : [about['low'], about['high']]));
        const ends = [estimate, ...interval, ...over].filter((end) => typeof end === 'number');
        if (!remarks.some(({ code }) => code === 'low-coverage')) expect(low).toBeLessThanOrEqual(Math.min(...ends));
        // A lower bound sets no upper end, and what advises against itself sets none.
        if (method.startsWith('chao') || remarks.some(({ code }) => code === 'low-coverage')) continue;
        expect(high).toBeGreaterThanOrEqual(interval[0] !== null && interval[1] === null ? Infinity : Math.max(...ends));
      }
      for (const { oddsRatio, estimate } of sensitivity) {
        if (estimate === null || oddsRatio < 0.5 || oddsRatio > 2) continue;
        expect([low <= estimate, high >= estimate]).toEqual([true, true]);
      }
      expect(conclusion.range?.undecided).toBe(conclusion.range?.high === null || high > 10 * low || cells.length === 4);
    }),
    { numRuns: 60 },
  );
  expect(held).toBeGreaterThan(5);
});

describe('a method that advises against its own number', () => {
  /** The same findings without the remark that advises. */
  const unadvised = (report: EstimateReport): EstimateReport => ({
    ...report,
    methods: report.methods.map((row) => ({ ...row, remarks: row.remarks.filter(({ code }) => code !== 'low-coverage') })),
  });
  const advises = ({ methods }: EstimateReport): boolean =>
    methods.some(({ status, remarks }) => status === 'ok' && remarks.some(({ code }) => code === 'low-coverage'));

  test('sets no end of the answer, and is named as left out whenever it would have set one', () => {
    fc.assert(
      fc.property(randomTable(3).map(exactly), (cells) => {
        const report = reportOf(cells, ['loglinear', 'sparse', 'coverage']);
        if (report.conclusion.status !== 'estimate') return;
        const without = { ...report, methods: report.methods.filter(({ method }) => method !== 'N') };
        const isNamed = report.conclusion.text.includes('N (coverage, lists that depend on each other)');
        expect(isNamed).toBe(advises(report));
        if (!isNamed) return;
        expect(reachOf(report)).toEqual(reachOf(without));
      }),
      { numRuns: 60 },
    );
    // Eighty times as many by that method alone: it would have been the answer's upper end.
    const report = reportOf(exactly([0, 31, 56, 0, 17, 0, 47, 5]), ['loglinear', 'sparse', 'coverage']);
    expect(advises(report)).toBe(true);
    expect(reachOf(unadvised(report))?.high).toBeGreaterThan(369_000);
    expect(reachOf(report)?.high).toBeLessThan(5000);
  });
});
