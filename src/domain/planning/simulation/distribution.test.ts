import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Distribution, faultInDistribution, meanOf, samplerOf, standardNormal } from './distribution.ts';
import { faultWords } from './scenario-fault.ts';

const amount = fc.double({ min: 0, max: 50, noNaN: true });
const distributions: fc.Arbitrary<Distribution> = fc.oneof(
  amount,
  fc.record({ exp: amount }),
  fc.tuple(amount, amount).map((ends) => ({ uniform: ends.toSorted((a, b) => a - b) as [number, number] })),
  fc.tuple(amount, amount, amount).map((ends) => ({ triangular: ends.toSorted((a, b) => a - b) as [number, number, number] })),
  fc.record({
    lognormal: fc.record({ mean: fc.double({ min: 0.1, max: 50, noNaN: true }), cv: fc.double({ min: 0, max: 1, noNaN: true }) }),
  }),
  fc
    .array(fc.tuple(amount, fc.nat({ max: 3 })), { minLength: 1, maxLength: 6 })
    .filter((pairs) => pairs.some(([, weight]) => weight > 0))
    .map((pairs) => ({ values: pairs.map(([value]) => value), weights: pairs.map(([, weight]) => weight) })),
  fc.array(amount, { minLength: 1, maxLength: 6 }).map((values) => ({ values })),
);

describe('a distribution', () => {
  test('has the mean that is the average of its values at evenly spaced fractions', () => {
    fc.assert(
      fc.property(distributions, (distribution) => {
        const value = samplerOf(distribution);
        const steps = 20_000;
        let sum = 0;
        for (let step = 0; step < steps; step += 1) sum += value((step + 0.5) / steps);
        const mean = meanOf(distribution);
        expect(faultInDistribution(distribution)).toBeNull();
        expect(Math.abs(sum / steps - mean)).toBeLessThan(0.004 * mean + 0.02);
      }),
      { numRuns: 150, seed: 1 },
    );
  });

  test('gives more for a larger fraction, and nothing below zero', () => {
    fc.assert(
      fc.property(distributions, (distribution) => {
        const value = samplerOf(distribution);
        let before = 0;
        for (let step = 0; step < 400; step += 1) {
          const now = value((step + 0.5) / 400);
          expect(now).toBeGreaterThanOrEqual(before - 1e-9);
          before = now;
        }
      }),
      { numRuns: 200, seed: 2 },
    );
  });

  test('has known values', () => {
    expect(samplerOf({ exp: 2 })(0.5)).toBeCloseTo(2 * Math.LN2, 12);
    expect(samplerOf({ uniform: [4, 8] })(0.25)).toBe(5);
    expect(samplerOf({ triangular: [0, 1, 2] })(0.5)).toBeCloseTo(1, 12);
    expect(samplerOf({ lognormal: { mean: 10, cv: 0 } })(0.9)).toBeCloseTo(10, 12);
    expect(samplerOf({ values: [9, 1, 5], weights: [1, 0, 1] })(0.001)).toBe(5);
    expect(samplerOf({ values: [9, 1, 5], weights: [1, 0, 1] })(0.999)).toBe(9);
    for (const [fraction, value] of [
      [0.5, 0],
      [0.975, 1.959963984540054],
      [0.001, -3.090232306167814],
      [0.0228, -1.999077215497711],
    ] as const)
      expect(standardNormal(fraction)).toBeCloseTo(value, 7);
  });

  test.each<readonly [Distribution, RegExp]>([
    [-1, /below zero/],
    [NaN, /not a number/],
    [{ exp: Infinity }, /not a number/],
    [{ uniform: [3, 2] }, /ends before/],
    [{ triangular: [0, 3, 2] }, /order/],
    [{ lognormal: { mean: 0, cv: 1 } }, /mean 0/],
    [{ values: [] }, /no values/],
    [{ values: [1], weights: [1, 2] }, /1 values and 2 weights/],
    [{ values: [1, 2], weights: [0, 0] }, /no weight/],
  ])('%j is refused', (distribution, what) => {
    const fault = faultInDistribution(distribution);
    expect(fault && faultWords(fault)).toMatch(what);
  });
});

test('a lognormal value from the table is within 2e-9 of the formula in every cell, and near its ends the most', () => {
  for (const cv of [0.05, 0.3, 0.45, 0.5, 0.5145862347781063, 0.52, 0.55, 0.6, 1, 3]) {
    const [value, variance] = [samplerOf({ lognormal: { mean: 1, cv } }), Math.log1p(cv * cv)];
    let most = 0;
    for (let step = 0; step < 4 * 4096; step += 1) {
      const fraction = 0.02425 + (0.9515 * (step + 0.5)) / (4 * 4096);
      const wanted = Math.exp(-variance / 2 + Math.sqrt(variance) * standardNormal(fraction));
      most = Math.max(most, Math.abs(value(fraction) / wanted - 1));
    }
    expect([cv, most < 2e-9]).toEqual([cv, true]);
  }
});

test('a lognormal value from the table is that of the formula, whatever its spread', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.01, max: 20, noNaN: true }),
      fc.oneof(fc.constant(0), fc.double({ min: 0.01, max: 5, noNaN: true })),
      fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true }),
      (mean, cv, fraction) => {
        const variance = Math.log1p(cv * cv);
        const wanted = Math.exp(Math.log(mean) - variance / 2 + Math.sqrt(variance) * standardNormal(fraction));
        expect(Math.abs(samplerOf({ lognormal: { mean, cv } })(fraction) / wanted - 1)).toBeLessThan(2e-9);
      },
    ),
    { seed: 12, numRuns: 400 },
  );
});
