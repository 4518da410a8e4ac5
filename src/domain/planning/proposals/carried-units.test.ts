import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { carryingOf, meanForThree, unitsCarried, womenNeeded } from './carried-units.ts';
import { needEstimates } from './need-estimates.ts';

/** P(at least three) of a Poisson year, and of one whose mean varies as a Gamma of shape k, summed term by term. */
function reachesThree(mean: number, shape: number | null): number {
  let below = 0;
  let term = shape === null ? Math.exp(-mean) : (shape / (shape + mean)) ** shape;
  for (let count = 0; count < 3; count += 1) {
    below += term;
    term *= shape === null ? mean / (count + 1) : ((shape + count) / (count + 1)) * (mean / (shape + mean));
  }
  return 1 - below;
}

describe('the units that an estimate carries', () => {
  test('are the same numbers as the documents quarrel over', () => {
    expect(unitsCarried(needEstimates['placed-2017-2019'])).toEqual({ from: 1, middle: 1, to: 1 });
    expect(unitsCarried(needEstimates['municipalities-2025'])).toEqual({ from: 3, middle: 4, to: 5 });
    expect(unitsCarried(needEstimates['agency-2024'])).toEqual({ from: 15, middle: 16, to: 18 });
    expect(meanForThree(null)).toBeLessThan(meanForThree(4));
  });

  test('each reach three in 90 % of the years, and one more would not, whatever the share who accept and however years differ', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.5, max: 120, noNaN: true }),
        fc.double({ min: 0, max: 60, noNaN: true }),
        fc.double({ min: 0.05, max: 1, noNaN: true }),
        fc.option(fc.double({ min: 0.5, max: 50, noNaN: true })),
        (from, more, accepts, dispersion) => {
          const carried = unitsCarried({ from, to: from + more }, { accepts, dispersion });
          for (const [demand, units] of [
            [from, carried.from],
            [from + more, carried.to],
          ] as const) {
            if (units > 0) expect(reachesThree((demand * accepts) / units, dispersion)).toBeGreaterThan(0.9 - 1e-9);
            expect(reachesThree((demand * accepts) / (units + 1), dispersion)).toBeLessThan(0.9 + 1e-9);
          }
        },
      ),
    );
  });

  test('are enough from the number on that is told to be needed, and not below it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        fc.double({ min: 0.05, max: 1, noNaN: true }),
        fc.option(fc.double({ min: 0.5, max: 50, noNaN: true })),
        (units, accepts, dispersion) => {
          const needed = womenNeeded(units, { accepts, dispersion });
          expect(unitsCarried({ from: needed * (1 - 1e-9), to: needed * (1 + 1e-9) }, { accepts, dispersion })).toMatchObject({
            from: units - 1,
            to: units,
          });
        },
      ),
    );
    expect(womenNeeded(0, { accepts: 0 })).toBe(0);
    expect(womenNeeded(1, { accepts: 0 })).toBe(Infinity);
  });

  test.each([
    [0, { from: 0, to: 0 }, 'nothing'],
    [0, { from: 3, to: 5 }, 'nothing'],
    [3, { from: 3, to: 5 }, 'whole'],
    [4, { from: 3, to: 5 }, 'upper'],
    [5, { from: 3, to: 5 }, 'upper'],
    [6, { from: 3, to: 5 }, 'no'],
    [1, { from: 0, to: 0 }, 'no'],
  ] as const)('%i units of %j: %s', (units, carried, carrying) => {
    expect(carryingOf(units, carried)).toBe(carrying);
  });
});
