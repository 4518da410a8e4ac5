import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hepatitis, kosovo, randomTable, tableOf, unitedKingdom } from '../../../test/overlaps.ts';
import { accelerationOf, bcaInterval, quantile } from './bca.ts';
import { bootstrapBestBic, bootstrapStepwise } from './bootstrap.ts';
import { drawsFrom } from './chance.ts';
import { fitModel } from './log-linear.ts';
import { bestFit, searchModels } from './model-search.ts';
import { normalBelow, normalQuantile } from './normal-distribution.ts';
import { binomial, resample, resampleWith } from './resample.ts';
import { stepwise } from './stepwise.ts';

const boot = (replicates: number, seed: number) => ({ replicates, draw: drawsFrom(seed), topModels: 60 });

describe('the draws', () => {
  test('are the same for the same seed, in [0, 1), and even', () => {
    const [one, other] = [drawsFrom(5), drawsFrom(5)];
    const bins = Array.from({ length: 20 }, () => 0);
    for (let at = 0; at < 20_000; at += 1) {
      const value = one();
      expect(other()).toBe(value);
      const bin = Math.floor(value * 20);
      bins[bin] = (bins[bin] ?? 0) + 1;
    }
    // Chi-square with 19 degrees of freedom: 43.8 is passed once in a thousand seeds.
    expect(bins.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0)).toBeLessThan(43.8);
    expect(drawsFrom(6)()).not.toBe(drawsFrom(5)());
  });

  test('of persons are binomial: every count as often as the coefficients say', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.double({ min: 0.02, max: 0.98, noNaN: true }), (persons, share) => {
        // The draw runs over a fine grid: the share of the grid that gives a count is its probability.
        const grid = 20_000;
        const times = Array.from({ length: persons + 1 }, () => 0);
        for (let at = 0; at < grid; at += 1) {
          const count = binomial(persons, share, () => (at + 0.5) / grid);
          times[count] = (times[count] ?? 0) + 1;
        }
        let coefficient = 1;
        for (const [count, here] of times.entries()) {
          expect(Math.abs(here / grid - coefficient * share ** count * (1 - share) ** (persons - count))).toBeLessThan(2 / grid);
          coefficient *= (persons - count) / (count + 1);
        }
      }),
      { numRuns: 200 },
    );
  });

  test('keep the number of persons and the empty cells, and have the mean of the counts', () => {
    fc.assert(
      fc.property(randomTable(4), fc.nat(), (counts, seed) => {
        const again = resample(counts, drawsFrom(seed));
        const total = (table: readonly number[]): number => table.reduce((sum, count) => sum + count, 0);
        expect(total(again)).toBe(total(counts));
        for (const [cell, count] of counts.entries()) if (count === 0) expect(again[cell]).toBe(0);
      }),
      { numRuns: 200 },
    );
    const draw = drawsFrom(3);
    const sums = hepatitis.map(() => 0);
    for (let round = 0; round < 4000; round += 1)
      for (const [cell, count] of resample(hepatitis, draw).entries()) sums[cell] = (sums[cell] ?? 0) + count;
    for (const [cell, count] of hepatitis.entries())
      expect(Math.abs((sums[cell] ?? 0) / 4000 - count)).toBeLessThanOrEqual(4 * Math.sqrt(count / 4000));
  });
});

test('the normal distribution and the quantile of type 8 have their published values', () => {
  expect(normalBelow(1.959963984540054)).toBeCloseTo(0.975, 14);
  expect(normalQuantile(0.025)).toBeCloseTo(-1.959963984540054, 12);
  // Hyndman and Fan (1996): p(k) = (k − 1/3)/(n + 1/3).
  const sorted = Float64Array.from([1, 2, 4, 8, 16]);
  for (let k = 1; k <= 5; k += 1) expect(quantile(sorted, (k - 1 / 3) / (5 + 1 / 3))).toBeCloseTo(sorted[k - 1] ?? 0, 10);
  expect([quantile(sorted, 0), quantile(sorted, 1)]).toEqual([1, 16]);
});

test('without skew or bias the interval is the plain one of the percentiles', () => {
  const replicates = Array.from({ length: 2000 }, (_, at) => at + 0.5);
  expect(bcaInterval(1000, replicates, 0).interval.map((end) => Math.round(end ?? 0))).toEqual([50, 1950]);
});

test('the acceleration is the skewness of the estimates that leave out one person after another', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 7, maxLength: 7 }), (cells) => {
      const counts = [0, ...cells];
      const estimator = (table: readonly number[]): number => fitModel({ lists: 3, terms: [] }, table).estimate ?? 0;
      const each = counts.flatMap((count, cell) =>
        Array.from({ length: count }, () => estimator(counts.map((n, at) => (at === cell ? n - 1 : n)))),
      );
      const mean = each.reduce((sum, value) => sum + value, 0) / each.length;
      const cubes = each.reduce((sum, value) => sum + (mean - value) ** 3, 0);
      const squares = each.reduce((sum, value) => sum + (mean - value) ** 2, 0);
      expect(accelerationOf(counts, estimator)).toBeCloseTo(cubes / (6 * squares ** 1.5), 10);
    }),
    { numRuns: 200 },
  );
});

test('each replicate is the search made anew, by the same draws, person by person', () => {
  fc.assert(
    fc.property(randomTable(3), fc.nat({ max: 1000 }), (counts, seed) => {
      const { row, infinite } = bootstrapBestBic(counts, searchModels(3, counts), boot(30, seed));
      const best = bestFit(searchModels(3, counts).fits, 'bic');
      expect(row.estimate).toBe(best?.estimate ?? null);
      if (!best || best.estimate === null) return;
      const allowed = new Set(searchModels(3, counts).fits.flatMap(({ status, name }) => (status === 'ok' ? [name] : [])));
      const draw = drawsFrom(seed);
      const seen = counts.reduce((sum, count) => sum + count, 0);
      const unseen = best.estimate - seen;
      const plain = Array.from({ length: 30 }, () => {
        const fits = searchModels(3, resampleWith(unseen, counts, draw)).fits.filter(({ name }) => allowed.has(name));
        return bestFit(fits, 'bic')?.estimate ?? Infinity;
      });
      expect(infinite).toBeCloseTo(plain.filter((value) => value === Infinity).length / 30, 12);
      const finite = plain.filter(Number.isFinite);
      for (const end of row.interval) {
        if (end === null || finite.length === 0) continue;
        expect(end).toBeGreaterThanOrEqual(Math.max(seen, Math.min(...finite) * (1 - 1e-6)));
        expect(end).toBeLessThanOrEqual(Math.max(seen, Math.max(...finite) * (1 + 1e-6)));
      }
    }),
    { numRuns: 200 },
  );
});

test('degenerate tables give a row with a status and no number that is not finite', () => {
  const tables = [
    tableOf(3, {}),
    tableOf(3, { '100': 5 }),
    tableOf(3, { '100': 40, '010': 30, '001': 20, '110': 6 }),
    tableOf(2, { '11': 3 }),
    tableOf(1, { '1': 9 }),
  ];
  for (const counts of tables) {
    const lists = Math.log2(counts.length);
    for (const { row } of [
      bootstrapStepwise(lists, counts, 0.02, boot(20, 1)),
      bootstrapBestBic(counts, searchModels(lists, counts), boot(20, 1)),
    ])
      for (const value of [row.estimate, ...row.interval]) expect(value === null || Number.isFinite(value)).toBe(true);
  }
});

test('the interval of Kosovo by the least BIC holds the estimate and is wider than that of the model alone', () => {
  const { row } = bootstrapBestBic(kosovo, searchModels(4, kosovo), boot(200, 1));
  const [low, high] = row.interval;
  expect(row.estimate).toBeCloseTo(10356.52, 2);
  expect((high ?? 0) - (low ?? 0)).toBeGreaterThan(12110 - 8994);
});

test('the acceleration of the United Kingdom is that of Chan, Silverman and Vincent’s program', () => {
  expect(accelerationOf(unitedKingdom, (counts) => stepwise(5, counts, 0.02).estimate)).toBeCloseTo(-0.012181081373, 9);
});
