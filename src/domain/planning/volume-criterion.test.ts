import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { meanNeeded, probabilityOfVolume, threeAYear, unitsSustained, type VolumeCriterion } from './volume-criterion.ts';

describe('three admissions a year', () => {
  test('need a mean of 5.32 to be reached in nine years of ten', () => {
    for (const [probability, mean] of [
      [0.5, 2.6741],
      [0.8, 4.279],
      [0.9, 5.3223],
      [0.95, 6.2958],
      [0.99, 8.4059],
    ] as const)
      expect(meanNeeded(probability, threeAYear)).toBeCloseTo(mean, 4);
  });

  test('in each of three years in a row need more', () => {
    const three = { ...threeAYear, years: 3 };
    expect(meanNeeded(0.8, three)).toBeCloseTo(5.7966, 4);
    expect(meanNeeded(0.9, three)).toBeCloseTo(6.7972, 4);
  });

  test('need more still when the years differ', () => {
    const varying = { ...threeAYear, dispersion: 4 };
    expect(meanNeeded(0.9, varying)).toBeCloseTo(8.0, 1);
    expect(meanNeeded(0.95, varying)).toBeCloseTo(10.7, 1);
  });

  test('can be reached by one unit for seven women, and by fifteen for eighty', () => {
    expect([6, 7, 8, 16, 23, 30, 80, 90, 100].map((demand) => unitsSustained(demand, 0.9, threeAYear))).toEqual([
      1, 1, 1, 3, 4, 5, 15, 16, 18,
    ]);
    // Seven a year at two units: each misses three admissions in about three years of ten.
    expect(1 - probabilityOfVolume(3.5, threeAYear)).toBeCloseTo(0.3208, 4);
  });
});

const criterion: fc.Arbitrary<VolumeCriterion> = fc.record({
  least: fc.integer({ min: 0, max: 12 }),
  years: fc.integer({ min: 1, max: 5 }),
  dispersion: fc.option(fc.double({ min: 1, max: 50, noNaN: true })),
});

describe('any criterion', () => {
  test('is the sum of its probabilities', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 40, noNaN: true }), criterion, (mean, of) => {
        expect(probabilityOfVolume(mean, of)).toBeCloseTo(bySum(mean, of), 10);
      }),
      { seed: 20261122, numRuns: 300 },
    );
  });

  test('is met as often as asked at the mean that is needed', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 0.99, noNaN: true }), criterion, (probability, of) => {
        const mean = meanNeeded(probability, of);
        if (of.least === 0) expect(mean).toBe(0);
        else expect(probabilityOfVolume(mean, of)).toBeCloseTo(probability, 9);
      }),
      { seed: 20261122, numRuns: 200 },
    );
  });

  test('never gives anything but a probability', () => {
    for (const mean of [0, 1e-300, 1, 1e6, 1e12])
      for (const dispersion of [null, 1e-9, 1, 1e9])
        for (const least of [0, 1, 1000]) {
          const probability = probabilityOfVolume(mean, { least, years: 1, dispersion });
          expect(probability).toBeGreaterThanOrEqual(0);
          expect(probability).toBeLessThanOrEqual(1);
        }
  });
});

/** 1 − Σ of the probabilities below, each by multiplication. */
function bySum(mean: number, { least, years, dispersion }: VolumeCriterion): number {
  let term = dispersion === null ? Math.exp(-mean) : (dispersion / (dispersion + mean)) ** dispersion;
  let below = 0;
  for (let v = 0; v < least; v += 1) {
    below += term;
    term *= dispersion === null ? mean / (v + 1) : ((dispersion + v) / (v + 1)) * (mean / (dispersion + mean));
  }
  return (1 - below) ** years;
}
