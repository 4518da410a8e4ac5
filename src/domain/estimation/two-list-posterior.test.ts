import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seber } from '../../../test/overlaps.ts';
import { exactPosterior } from './two-list-posterior.ts';
import { lincolnPetersen, twoListsOf } from './two-lists.ts';

const few = (least: number): fc.Arbitrary<number> => fc.integer({ min: least, max: 12 });

test('the posterior is that of the hypergeometric law written out with binomial coefficients, summed far out', () => {
  const choose = (n: number, k: number): number => {
    let product = 1;
    for (let i = 0; i < k; i += 1) product *= (n - i) / (i + 1);
    return product;
  };
  fc.assert(
    fc.property(few(0), few(0), few(3), (first, second, both) => {
      const [n1, n2, seen] = [first + both, second + both, first + second + both];
      const weights = Array.from({ length: 60_000 }, (_, beyond) => {
        const all = seen + beyond;
        return (choose(n1, both) * choose(all - n1, n2 - both)) / choose(all, n2) / all;
      });
      const total = weights.reduce((sum, weight) => sum + weight, 0);
      const point = (share: number): number => {
        let below = 0;
        return seen + weights.findIndex((weight) => (below += weight / total) >= share);
      };
      const row = exactPosterior({ first, second, both });
      expect([row?.interval[0], row?.estimate]).toEqual([point(0.025), point(0.5)]);
      expect(Math.abs((row?.interval[1] ?? 0) - point(0.975))).toBeLessThanOrEqual(1);
    }),
    { numRuns: 200 },
  );
});

test('of many persons it is near the likelihood, of one on both lists it is far wider, and of none there is none', () => {
  const exact = exactPosterior(twoListsOf(seber));
  const profile = lincolnPetersen(twoListsOf(seber));
  for (const end of [0, 1]) expect(Math.abs((exact?.interval[end] ?? 0) / (profile.interval[end] ?? 1) - 1)).toBeLessThan(0.01);
  const one = exactPosterior({ first: 10, second: 10, both: 1 });
  expect((one?.interval[1] ?? 0) / (one?.interval[0] ?? 1)).toBeGreaterThan(10);
  expect(exactPosterior({ first: 10, second: 10, both: 0 })?.status).toBe('not-identified');
  expect(exactPosterior({ first: 0, second: 0, both: 0 })?.status).toBe('not-identified');
  expect(exactPosterior({ first: 1e9, second: 1e9, both: 2 })).toBeNull();
});
