import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { artificial, kosovo, randomTable, seber, tableOf, unitedKingdom } from '../../../test/overlaps.ts';
import type { EstimateReport } from './estimate-report.ts';
import { estimateMethods } from './estimate-request.ts';
import { estimateFrom, estimateFromFrequencies } from './estimates.ts';
import { configurations, fitIntervals } from './interval-cells.ts';
import { fitModel } from './log-linear.ts';
import { independence } from './hierarchical-model.ts';
import type { CellCount } from './overlap-table.ts';
import { rangeOver, tablesWithin } from './over-tables.ts';

const request = { methods: estimateMethods, p: 0.02, delta: null, grid: null, models: false, bootstrap: null } as const;

function tableFrom(cells: readonly CellCount[]): { readonly lists: readonly string[]; readonly cells: readonly CellCount[] } {
  return { lists: Array.from({ length: Math.log2(cells.length) }, (_, list) => `list ${list + 1}`), cells };
}

function exactly(counts: readonly number[]): ReturnType<typeof tableFrom> {
  return tableFrom(counts.map((count) => ({ low: count, high: count })));
}

function allOf(counts: readonly number[]): EstimateReport {
  return estimateFrom(exactly(counts), request);
}

describe('the answer', () => {
  test('is the spread over the methods, and the conclusion names it', () => {
    const { methods, spread, conclusion } = allOf(kosovo);
    expect(methods.map(({ method }) => method)).toEqual([
      'independence',
      'best-aic',
      'best-bic',
      'stepwise',
      'dga',
      'N0',
      'N',
      'N1',
      'chao',
      'chao-corrected',
      'zelterman',
    ]);
    const values = methods.flatMap(({ estimate }) => (estimate === null ? [] : [estimate]));
    expect(spread).toEqual({ min: Math.min(...values), max: Math.max(...values), ratio: Math.max(...values) / Math.min(...values) });
    expect(conclusion.status).toBe('estimate');
    expect(conclusion.text).toMatch(
      /^Somewhere between 4,616 and 16,703 in all, .* 4,400 are seen on at least one list\. The methods that give an estimate go from 7,395 to 14,342 \(lower bounds are not counted\)\. With the uncertainty of each, from 7,148 to 16,703\. .*The method N \(coverage, lists that depend on each other\) gives 15,046 and is left out:/,
    );
  });

  test('of two lists has both estimates and what dependence would do to them', () => {
    const { methods, sensitivity, conclusion } = allOf(seber);
    expect(methods.slice(0, 2).map(({ method }) => method)).toEqual(['lincoln-petersen', 'chapman']);
    expect(sensitivity?.length).toBe(5);
    expect(conclusion.status).toBe('estimate');
  });

  test('lists every model when it is asked for', () => {
    expect(estimateFrom(exactly(kosovo), { ...request, methods: ['loglinear'], models: true }).models?.length).toBe(113);
  });
});

describe('the gates', () => {
  test.each([
    ['one list', tableOf(1, { '1': 40 }), 'none'],
    ['nobody on two lists', tableOf(2, { '10': 40, '01': 40 }), 'none'],
    ['fewer than twenty seen', tableOf(2, { '10': 5, '01': 5, '11': 6 }), 'bounds-only'],
    ['fewer than five seen twice', tableOf(2, { '10': 50, '01': 50, '11': 4 }), 'bounds-only'],
    ['no model in which the lists that share persons depend on each other', artificial, 'none'],
    ['enough', tableOf(2, { '10': 50, '01': 50, '11': 40 }), 'estimate'],
  ])('with %s', (_, counts, status) => {
    expect(allOf(counts).conclusion.status).toBe(status);
  });

  test('say bounds where the interval is ten times as long at the top as at the foot', () => {
    const counts = tableOf(3, { '100': 300, '010': 300, '001': 300, '110': 60, '101': 1, '011': 1, '111': 4 });
    const { methods, conclusion } = estimateFrom(exactly(counts), { ...request, methods: ['loglinear'] });
    const [low, high] = methods.find(({ method }) => method === 'best-bic')?.interval ?? [null, null];
    const tooWide = low !== null && (high === null || high / low > 10);
    expect(conclusion.status).toBe(tooWide ? 'bounds-only' : 'estimate');
  });

  test('never blank a row: those of Artificial_3 keep their numbers', () => {
    const { methods } = allOf(artificial);
    expect(methods.find(({ method }) => method === 'independence')?.estimate).toBeCloseTo(539.09, 2);
  });

  test('close for frequencies without a second time', () => {
    expect(estimateFromFrequencies([0, 30]).conclusion.status).toBe('none');
    expect(estimateFromFrequencies([0, 30, 12]).conclusion.status).toBe('bounds-only');
  });
});

describe('counts known as intervals', () => {
  const censored = (counts: readonly number[], threshold: number): readonly CellCount[] =>
    counts.map((count) => (count > 0 && count < threshold ? { low: 1, high: threshold - 1 } : { low: count, high: count }));

  test('of the United Kingdom below five give 13,456, from 12,425 to 13,819 over all tables', () => {
    const cells = censored(unitedKingdom, 5);
    expect(fitIntervals(independence(5), cells).estimate).toBeCloseTo(13456.11, 1);
    const tables = tablesWithin(cells, 2 ** 20);
    const [least, greatest] = (tables && rangeOver(tables, (counts) => fitModel(independence(5), counts).estimate).range) ?? [0, 0];
    expect([least.toFixed(2), greatest.toFixed(2)]).toEqual(['12425.22', '13819.14']);
  });

  test('give every method’s estimate of the likeliest table, with the interval over all that they allow', () => {
    const { observed, methods, leftOut } = estimateFrom(tableFrom(censored(unitedKingdom, 3)), request);
    expect(observed).toEqual([2744, 2748]);
    expect(methods.map(({ method }) => method)).toEqual([
      'independence',
      'best-aic',
      'best-bic',
      'stepwise',
      'dga',
      'dga-open',
      'N0',
      'N',
      'N1',
      'chao',
      'chao-corrected',
      'zelterman',
    ]);
    for (const { method, remarks } of methods.slice(3))
      expect(
        remarks.map(({ code }) => code),
        method,
      ).toEqual(expect.arrayContaining(['span-of-tables', 'range-of-tables']));
    expect(leftOut.map(({ method }) => method)).toEqual(['two-list']);
  });

  test('that hold one number only are that number', () => {
    fc.assert(
      fc.property(randomTable(3), (counts) => {
        const { cells } = exactly(counts);
        const [known, interval] = [fitModel(independence(3), counts), fitIntervals(independence(3), cells)];
        expect([interval.estimate, interval.status]).toEqual([known.estimate, known.status]);
        if (known.aic !== null) expect(interval.aic).toBeCloseTo(known.aic, 6);
        expect(configurations(cells)).toBe(1);
      }),
      { numRuns: 100 },
    );
  });
});

test('any table is answered: every number finite, every row with a status, every conclusion with a sentence', () => {
  const tables = fc
    .integer({ min: 1, max: 4 })
    .chain((lists) => fc.oneof(randomTable(lists), fc.constant(Array.from({ length: 2 ** lists }, () => 0))));
  fc.assert(
    fc.property(tables, (counts) => {
      const { methods, conclusion } = allOf(counts);
      const seen = counts.reduce((sum, count) => sum + count, 0);
      for (const { estimate, interval, status, remarks, method } of methods) {
        for (const value of [estimate, ...interval]) if (value !== null) expect(Number.isFinite(value)).toBe(true);
        if (status === 'ok') expect(estimate, method).toBeGreaterThanOrEqual(seen - 1e-6);
        else expect(remarks.length).toBeGreaterThan(0);
      }
      expect(conclusion.text).toMatch(/\.$/);
    }),
    { numRuns: 40 },
  );
});
