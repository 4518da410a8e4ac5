/** Intervals by drawing again, where most are seen: how many are seen is a part of what is not known. */
import { expect, test } from 'vitest';
import { drawTable, holding, independentShares } from '../../../test/known-number.ts';
import { hepatitis } from '../../../test/overlaps.ts';
import { accelerationOf } from './bca.ts';
import { bootstrapBestBic, bootstrapStepwise } from './bootstrap.ts';
import { drawsFrom } from './chance.ts';
import { estimateFrom } from './estimates.ts';
import { bootstrapStepwiseWithin } from './interval-bootstrap.ts';
import { intervalRows } from './interval-rows.ts';
import { fitModel } from './log-linear.ts';
import { searchModels } from './model-search.ts';
import { exactCounts } from './overlap-table.ts';
import { resampleWith } from './resample.ts';
import { coverageRows } from './sample-coverage.ts';

const [persons, tables] = [1000, 60];

test('three lists with 70 % of everybody on each: the intervals of our own drawing hold the number nearly as often as they say', () => {
  const draw = drawsFrom(7);
  const held = holding(persons, tables, (at) => {
    const counts = exactCounts(drawTable(persons, independentShares([0.7, 0.7, 0.7]), draw)) ?? [];
    const bootstrap = { replicates: 200, topModels: 60 };
    const { row } = bootstrapBestBic(counts, searchModels(3, counts), { ...bootstrap, draw: drawsFrom(at + 1) });
    return [row, ...coverageRows(3, counts, { ...bootstrap, draw: drawsFrom(at + 1) })];
  });
  // 95 % of sixty is 57, with a standard error of 1.7; with the number seen held fixed N0 is held in 43.
  for (const method of ['best-bic-bootstrap', 'N0']) {
    const row = held.find((one) => one.method === method);
    expect(row?.without, method).toBe(0);
    expect(row?.held, method).toBeGreaterThanOrEqual(53);
  }
});

test('counts given as intervals that hold one number only are drawn as that number is', () => {
  const table = drawTable(persons, independentShares([0.7, 0.7, 0.7]), drawsFrom(3));
  const counts = exactCounts(table) ?? [];
  const of = () => ({ replicates: 100, topModels: 60, draw: drawsFrom(5) });
  const [low, high] = bootstrapBestBic(counts, searchModels(3, counts), of()).row.interval;
  const [itsLow, itsHigh] = intervalRows(table, of()).rows.find(({ method }) => method === 'best-bic-bootstrap')?.interval ?? [];
  expect(itsLow).toBeCloseTo(low ?? 0, 3);
  expect(itsHigh).toBeCloseTo(high ?? 0, 3);
  expect(bootstrapStepwiseWithin(table.cells, 0.02, of()).row).toMatchObject({
    interval: bootstrapStepwise(3, counts, 0.02, of()).row.interval,
  });
});

test('where small counts are hidden the stepwise search is drawn again too, and says that hidden counts are drawn and the number seen is held', () => {
  const table = drawTable(persons, independentShares([0.12, 0.1, 0.08]), drawsFrom(3), 4);
  const { methods } = estimateFrom(table, {
    methods: ['sparse'],
    p: 0.02,
    delta: null,
    grid: null,
    models: false,
    bootstrap: { replicates: 200, seed: 1 },
  });
  const row = methods.find(({ method }) => method === 'stepwise-bca');
  expect(row?.remarks.map(({ code }) => code)).toEqual(expect.arrayContaining(['hidden-drawn', 'seen-held']));
  const [low, high] = row?.interval ?? [];
  expect(low).toBeLessThan(row?.estimate ?? 0);
  expect(high).toBeGreaterThan(row?.estimate ?? Infinity);
});

test('the number seen varies as the binomial law says, and not at all where nobody is unseen', () => {
  const seen = hepatitis.reduce((sum, count) => sum + count, 0);
  const total = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);
  for (const unseen of [0, 30, 600]) {
    const draw = drawsFrom(11);
    const drawn = Array.from({ length: 4000 }, () => total(resampleWith(unseen, hepatitis, draw)));
    const mean = total(drawn) / drawn.length;
    const variance = drawn.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (drawn.length - 1);
    const expected = (seen * unseen) / (seen + unseen);
    expect(Math.abs(mean - seen)).toBeLessThanOrEqual(4 * Math.sqrt(expected / 4000));
    expect(Math.abs(variance - expected)).toBeLessThanOrEqual(0.1 * expected);
  }
});

test('an acceleration with the unseen is that of a population in which each of them leaves the estimate as it is', () => {
  const estimator = (counts: readonly number[]): number => fitModel({ lists: 3, terms: [] }, counts).estimate ?? 0;
  const unseen = 100;
  const each = [
    ...hepatitis.flatMap((count, cell) => Array.from({ length: count }, () => estimator(hepatitis.with(cell, count - 1)))),
    ...Array.from({ length: unseen }, () => estimator(hepatitis)),
  ];
  const mean = each.reduce((sum, value) => sum + value, 0) / each.length;
  const cubes = each.reduce((sum, value) => sum + (mean - value) ** 3, 0);
  const squares = each.reduce((sum, value) => sum + (mean - value) ** 2, 0);
  expect(accelerationOf(hepatitis, estimator, unseen)).toBeCloseTo(cubes / (6 * squares ** 1.5), 10);
});

test('the published drawing says that it holds the number seen fixed, and ours does not', () => {
  const of = () => ({ replicates: 20, topModels: 60, draw: drawsFrom(1) });
  const codes = ({ row }: ReturnType<typeof bootstrapStepwise>): readonly string[] => row.remarks.map(({ code }) => code);
  expect(codes(bootstrapStepwise(3, hepatitis, 0.02, of()))).toContain('seen-held');
  expect(codes(bootstrapBestBic(hepatitis, searchModels(3, hepatitis), of()))).not.toContain('seen-held');
});
