import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placesFor, pool, predict, predictThinned, rateAfter, rateFromRange, summarise } from './demand.ts';
import { posterior, synthesise, type SynthesisRequest } from './evidence-synthesis.ts';
import { gammaAtMost, gammaFromRange, gammaQuantile, widened } from './gamma-distribution.ts';
import { lnPoisson } from './gamma.ts';

describe('the gamma distribution', () => {
  test('is the sum of its density', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.6, max: 40, noNaN: true }), fc.double({ min: 0.05, max: 3, noNaN: true }), (shape, share) => {
        // Substituting x = t² takes away the corner at 0, and the middle of each piece is enough.
        const end = Math.sqrt(shape * share);
        const pieces = 20_000;
        let sum = 0;
        for (let index = 0; index < pieces; index += 1) {
          const t = ((index + 0.5) * end) / pieces;
          sum += 2 * t ** (2 * shape - 1) * Math.exp(-(t ** 2));
        }
        let gamma = 1;
        let x = shape;
        while (x < 30) {
          gamma *= x;
          x += 1;
        }
        const stirling = Math.sqrt((2 * Math.PI) / x) * (x / Math.E) ** x * (1 + 1 / (12 * x) + 1 / (288 * x ** 2));
        expect(gammaAtMost({ shape, rate: 1 }, shape * share)).toBeCloseTo((sum * (end / pieces)) / (stirling / gamma), 5);
      }),
      { numRuns: 40 },
    );
  });

  test('has the ranges of the reference: 80–100, 70–80, 19–51', () => {
    for (const [low, high, shape, rate] of [
      [80, 100, 217.77, 2.42599],
      [70, 80, 607.37, 8.10586],
      [19, 51, 11.5222, 0.34537],
    ] as const) {
      const found = gammaFromRange(low, high);
      expect(found.shape / shape).toBeCloseTo(1, 4);
      expect(found.rate / rate).toBeCloseTo(1, 4);
      expect(gammaQuantile(found, 0.05)).toBeCloseTo(low, 6);
    }
    const wide = widened({ shape: 4, rate: 2 }, 2);
    expect([wide.shape / wide.rate, wide.shape / wide.rate ** 2]).toEqual([2, 2]);
  });
});

describe('next year', () => {
  test('is predicted as in the reference, from 6, 7 and 8 and from 83', () => {
    const few = predict(rateAfter([6, 7, 8]));
    expect(summarise(few)).toMatchObject({ q05: 3, q50: 7, q80: 10, q95: 13 });
    expect(summarise(few).mean).toBeCloseTo(7.1667, 4);
    expect(summarise(few).variance).toBeCloseTo(9.5556, 3);
    expect(few.probabilities.slice(11).reduce((sum, one) => sum + one, 0)).toBeCloseTo(0.14072323, 7);
    expect(summarise(predict(rateAfter([83])))).toMatchObject({ q05: 63, q50: 83, q80: 94, q95: 106 });
  });

  test('is predicted as in the reference when only some are registered', () => {
    expect(summarise(predictThinned([6, 7, 8], { yes: 2, no: 18 }, { shape: 2, rate: 0.02 }))).toMatchObject({
      q05: 33,
      q50: 82,
      q80: 128,
      q95: 194,
    });
    expect(summarise(predictThinned([19, 30, 51], { yes: 8, no: 12 }, { shape: 2, rate: 0.02 }))).toMatchObject({
      q05: 53,
      q50: 85,
      q80: 110,
      q95: 144,
    });
  });

  test('is what summing Poisson over the rate gives', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 1, max: 5 }), (seen, years) => {
        const rate = rateAfter([seen, ...Array.from({ length: years - 1 }, () => 0)]);
        const { probabilities, mean } = predict(rate);
        expect(probabilities.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 6);
        const pieces = 4000;
        const end = gammaQuantile(rate, 1 - 1e-9);
        for (const count of [0, Math.round(mean)]) {
          let sum = 0;
          for (let index = 0; index < pieces; index += 1) {
            const [from, to] = [(index * end) / pieces, ((index + 1) * end) / pieces];
            sum += (gammaAtMost(rate, to) - gammaAtMost(rate, from)) * Math.exp(lnPoisson(count, (from + to) / 2));
          }
          expect(sum).toBeCloseTo(probabilities[count] ?? 0, 3);
        }
      }),
      { numRuns: 20 },
    );
  });

  test('is wider when experts disagree, and when older years count less', () => {
    const [one, other] = [predict(rateFromRange(80, 100)), predict(rateFromRange(19, 51))];
    const both = pool([one, other]);
    expect(summarise(both).mean).toBeCloseTo((one.mean + other.mean) / 2, 6);
    expect(summarise(both).variance).toBeGreaterThan(Math.max(summarise(one).variance, summarise(other).variance));
    expect(rateAfter([6, 7, 8], { discount: 0.8 })).toEqual({ shape: 0.5 + 8 + 0.8 * 7 + 0.8 ** 2 * 6, rate: 1 + 0.8 + 0.8 ** 2 });
    expect(placesFor([[1, rateAfter([6, 7, 8])]], 0.5, 0.05)).toBe(7);
  });
});

describe('estimates put together', () => {
  const request = (atLeast: number | null): SynthesisRequest => ({
    estimates: [
      { id: 'a', value: 3200, low: 2500, high: 4100, confidence: 0.9 },
      { id: 'b', value: 4100, low: 2900, high: 5800, confidence: 0.7 },
      { id: 'c', value: 2100, low: 1500, high: 2900, confidence: 0.2 },
    ],
    prior: { median: 3000, upperQuartile: 4000 },
    atLeast,
  });

  test('give what the reference gives, with and without a lower bound', () => {
    for (const [atLeast, mean, low, high] of [
      [null, 3354.13, 2642.4, 4198.4],
      [3000, 3478.24, 3026.7, 4241.6],
    ] as const) {
      const { mean: found, quantile } = posterior(request(atLeast));
      expect(found / mean).toBeCloseTo(1, 2);
      expect(quantile(0.025) / low).toBeCloseTo(1, 2);
      expect(quantile(0.975) / high).toBeCloseTo(1, 2);
    }
  });

  test('are put together only when they do not contradict each other', () => {
    expect(synthesise(request(null)).outcome).toBe('pooled');
    const sure = (id: string, value: number) => ({ id, value, low: value * 0.9, high: value * 1.1, confidence: 1 });
    const apart = synthesise({ ...request(null), estimates: [sure('few', 7), sure('many', 83)] });
    expect(apart).toMatchObject({ outcome: 'in-conflict', because: 'conflict' });
    expect(synthesise({ ...request(null), estimates: [sure('alone', 7)] })).toEqual({ outcome: 'too-few' });
  });

  test('count an estimate as in conflict no more often than the limit when they agree', () => {
    // The conflict of two alike is none; of two that are 1.96 of their common spread apart it is at the limit.
    const spread = Math.log(1.2) / 1.959963984540054;
    const at = (z: number) => {
      const value = 100 * Math.exp(z * spread * Math.SQRT2);
      return { id: 'b', value, low: value / 1.2, high: value * 1.2, confidence: 1 };
    };
    const first = { id: 'a', value: 100, low: 100 / 1.2, high: 120, confidence: 1 };
    const conflict = (z: number): number | undefined => {
      const found = synthesise({ ...request(null), estimates: [first, at(z)] });
      return found.outcome === 'too-few' ? undefined : found.conflicts[0]?.p;
    };
    expect(conflict(0)).toBeCloseTo(1, 5);
    expect(conflict(1.959963984540054)).toBeCloseTo(0.05, 5);
    expect(conflict(3)).toBeCloseTo(0.0027, 4);
  });
});
