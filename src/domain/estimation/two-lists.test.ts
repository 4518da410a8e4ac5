import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seber } from '../../../test/overlaps.ts';
import { chapman, chapmanVariance, lincolnPetersen, oddsRatioSensitivity, twoListsOf } from './two-lists.ts';

const count = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 500 }));
const twoLists = fc.record({ first: count, second: count, both: count });

describe('the trout of Seber (1982, p. 107)', () => {
  const trout = twoListsOf(seber);

  test('are 2,390 by Lincoln-Petersen and 2,383 by Chapman', () => {
    expect(lincolnPetersen(trout).estimate).toBeCloseTo(2389.8683, 4);
    expect(chapman(trout).estimate).toBeCloseTo(2382.7976, 4);
    expect(Math.sqrt(chapmanVariance(trout))).toBeCloseTo(129.0563, 4);
  });

  test('have the intervals of Chao and of the profile likelihood', () => {
    expect(chapman(trout).interval.map((end) => end?.toFixed(2))).toEqual(['2155.72', '2663.95']);
    expect(lincolnPetersen(trout).interval.map((end) => end?.toFixed(2))).toEqual(['2156.00', '2670.33']);
  });

  test('would be 1,796 or 3,578 if being on one list halved or doubled the odds of the other', () => {
    const of = new Map(oddsRatioSensitivity(trout).map(({ oddsRatio, estimate }) => [oddsRatio, estimate]));
    expect(of.get(0.5)).toBeCloseTo(1795.93, 2);
    expect(of.get(1)).toBeCloseTo(2389.87, 2);
    expect(of.get(2)).toBeCloseTo(3577.74, 2);
  });
});

describe('any two lists', () => {
  test('give an estimate within its interval and never below those seen, or say that they do not identify it', () => {
    fc.assert(
      fc.property(twoLists, (lists) => {
        const seen = lists.first + lists.second + lists.both;
        for (const { estimate, interval, status } of [lincolnPetersen(lists), chapman(lists)]) {
          expect(status).toBe(lists.both === 0 ? 'not-identified' : 'ok');
          if (status !== 'ok') continue;
          const [low, high] = interval;
          expect(estimate).toBeGreaterThanOrEqual(seen - 1e-9);
          expect(low).toBeGreaterThanOrEqual(seen);
          expect(low).toBeLessThanOrEqual((estimate ?? 0) + 1e-6);
          expect(high).toBeGreaterThanOrEqual((estimate ?? Infinity) - 1e-6);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('have a profile interval at whose ends the likelihood is half of 3.84 below its top', () => {
    fc.assert(
      fc.property(
        fc.record({
          first: fc.integer({ min: 1, max: 40 }),
          second: fc.integer({ min: 1, max: 40 }),
          both: fc.integer({ min: 1, max: 40 }),
        }),
        (lists) => {
          const [n1, n2, seen] = [lists.first + lists.both, lists.second + lists.both, lists.first + lists.second + lists.both];
          // The likelihood as a product over persons, written out.
          const likelihood = (all: number): number => {
            let sum = 0;
            for (let k = 0; k < seen; k += 1) sum += Math.log(all - k);
            const part = (n: number): number => n * Math.log(n / all) + (all > n ? (all - n) * Math.log(1 - n / all) : 0);
            return sum + part(n1) + part(n2);
          };
          const [low, high] = lincolnPetersen(lists).interval;
          // Over all numbers, not only whole ones: of so few persons the best whole number can be well below the top.
          const start = lincolnPetersen(lists).estimate ?? seen;
          let [below, above] = [seen, 2 * start + 10];
          for (let round = 0; round < 200; round += 1) {
            const [left, right] = [below + (above - below) / 3, above - (above - below) / 3];
            if (likelihood(left) < likelihood(right)) below = left;
            else above = right;
          }
          const top = likelihood((below + above) / 2);
          for (const end of [low ?? 0, high ?? 0]) {
            if (end > seen) expect(2 * (top - likelihood(end))).toBeCloseTo(3.8415, 3);
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});
