/** Each method against another way to the same number, written apart from it, on two hundred random tables, degenerate ones among them. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { randomTable } from '../../../test/overlaps.ts';
import { accelerationOf, bcaInterval } from './bca.ts';
import { lnGamma } from './gamma.ts';
import { allModels, columnsOf, type Model } from './hierarchical-model.ts';
import { fitIntervals, intervalProfile } from './interval-cells.ts';
import { fitModel } from './log-linear.ts';
import type { CellCount } from './overlap-table.ts';
import { margin } from './overlap-table.ts';
import { profileInterval } from './profile-interval.ts';
import { stepwise } from './stepwise.ts';
import { chapman, chapmanVariance } from './two-lists.ts';

const runs = { numRuns: 200 } as const;
const seenIn = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);
const positive = (lists: number): fc.Arbitrary<readonly number[]> =>
  fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 2 ** lists - 1, maxLength: 2 ** lists - 1 }).map((cells) => [0, ...cells]);

/** Iterative proportional fitting of the whole table, the unseen set to what the fit expects of them after each round. */
function proportional(model: Model, counts: readonly number[], rounds: number, unseen: number | null = null): readonly number[] {
  const means = counts.map(() => 1);
  const terms = columnsOf(model).filter((term) => term > 0);
  const full = [unseen ?? 1, ...counts.slice(1)];
  for (let round = 0; round < rounds; round += 1) {
    if (unseen === null) full[0] = means[0] ?? 0;
    for (const term of terms)
      for (let part = term; ; part = (part - 1) & term) {
        const inside = means.flatMap((_, cell) => ((cell & term) === part ? [cell] : []));
        const has = inside.reduce((sum, cell) => sum + (full[cell] ?? 0), 0);
        const expects = inside.reduce((sum, cell) => sum + (means[cell] ?? 0), 0);
        for (const cell of inside) means[cell] = expects > 0 ? ((means[cell] ?? 0) * has) / expects : 0;
        if (part === 0) break;
      }
  }
  return means;
}

test('Chapman’s number has no bias and Seber’s variance none, summed over every overlap that two lists of a population can have', () => {
  const choose = (n: number, k: number): number => Math.exp(lnGamma(n + 1) - lnGamma(k + 1) - lnGamma(n - k + 1));
  fc.assert(
    fc.property(
      fc.integer({ min: 5, max: 40 }),
      fc.double({ min: 0.5, max: 1, noNaN: true }),
      fc.double({ min: 0.5, max: 1, noNaN: true }),
      (all, a, b) => {
        const [n1, n2] = [Math.ceil(a * all), Math.ceil(b * all)];
        let [mean, square, variance] = [0, 0, 0];
        for (let both = Math.max(0, n1 + n2 - all); both <= Math.min(n1, n2); both += 1) {
          const chance = (choose(n1, both) * choose(all - n1, n2 - both)) / choose(all, n2);
          const lists = { first: n1 - both, second: n2 - both, both };
          const estimate = chapman(lists).estimate ?? 0;
          mean += chance * estimate;
          square += chance * estimate * estimate;
          variance += chance * chapmanVariance(lists);
        }
        // Both hold exactly where the lists together are at least as long as the population.
        expect(mean).toBeCloseTo(all, 6);
        expect(variance).toBeCloseTo(square - mean * mean, 4);
      },
    ),
    runs,
  );
});

describe('a log-linear model', () => {
  test('has the unseen, deviance, AIC and BIC of proportional fitting', () => {
    let compared = 0;
    fc.assert(
      fc.property(positive(3), fc.constantFrom(...(allModels(3) ?? [])), (counts, model) => {
        const fit = fitModel(model, counts);
        const means = proportional(model, counts, 1200);
        const seen = seenIn(counts);
        const expected = means.reduce((sum, mean, cell) => (cell > 0 ? sum + mean : sum), 0);
        // Where proportional fitting has not come to rest it says nothing.
        if (Math.abs(expected - seen) > 1e-7 * seen) return;
        compared += 1;
        expect(Math.abs((fit.estimate ?? 0) / (seen + (means[0] ?? 0)) - 1)).toBeLessThan(1e-5);
        let [deviance, logLikelihood] = [0, 0];
        for (const [cell, count] of counts.entries()) {
          if (cell === 0) continue;
          const mean = means[cell] ?? 0;
          deviance += 2 * (count * Math.log(count / mean) - (count - mean));
          logLikelihood += count * Math.log(mean) - mean - lnGamma(count + 1);
        }
        const parameters = 4 + model.terms.length;
        expect(fit.deviance).toBeCloseTo(deviance, 3);
        expect(fit.aic).toBeCloseTo(-2 * logLikelihood + 2 * parameters, 3);
        expect(fit.bic).toBeCloseTo(-2 * logLikelihood + parameters * Math.log(seen), 3);
      }),
      runs,
    );
    expect(compared).toBeGreaterThan(150);
  });

  test('of four lists has the closed form where one exists: conditional independence within those on a list', () => {
    // In [123,4] list 4 is independent of the three together: two lists, «any of the three» and the fourth, per combination of the three.
    fc.assert(
      fc.property(positive(4), (counts) => {
        const model: Model = { lists: 4, terms: [0b0011, 0b0101, 0b0110, 0b0111] };
        const onlyFourth = counts[8] ?? 0;
        const [without, withFourth] = [1, 2, 3, 4, 5, 6, 7].reduce(
          ([a, b], set) => [a + (counts[set] ?? 0), b + (counts[set | 8] ?? 0)],
          [0, 0],
        );
        expect((fitModel(model, counts).estimate ?? 0) - seenIn(counts)).toBeCloseTo((without * onlyFourth) / withFourth, 4);
      }),
      runs,
    );
  });

  test('has a profile interval at whose ends the multinomial likelihood of proportional fitting has fallen by half of 3.84', () => {
    fc.assert(
      fc.property(positive(3), fc.constantFrom(...(allModels(3) ?? []).slice(0, 4)), (counts, model) => {
        const fit = fitModel(model, counts);
        const seen = seenIn(counts);
        const height = (unseen: number): number => {
          const means = proportional(model, counts, 60, unseen);
          const all = seen + unseen;
          const own = unseen > 0 ? unseen * Math.log((means[0] ?? 0) / all) : 0;
          return (
            lnGamma(all + 1) -
            lnGamma(unseen + 1) +
            own +
            counts.reduce((sum, count, cell) => (cell > 0 ? sum + count * Math.log((means[cell] ?? 0) / all) : sum), 0)
          );
        };
        let [low, high] = [0, 2 * (fit.estimate ?? 0)];
        for (let round = 0; round < 80; round += 1) {
          const [left, right] = [low + (high - low) / 3, high - (high - low) / 3];
          if (height(left) < height(right)) low = left;
          else high = right;
        }
        const top = height(low);
        for (const end of profileInterval(model, counts, fit.estimate ?? 0))
          if (end !== null && end - seen > 0.01) expect(2 * (top - height(end - seen))).toBeCloseTo(3.8415, 2);
      }),
      runs,
    );
  });
});

test('the stepwise search adds, among the pairs whose overlap is too improbable, the first that leaves a maximum', () => {
  const tail = (count: number, mean: number): number => {
    let [term, sum] = [Math.exp(-mean), 0];
    for (let k = 0; k <= count; k += 1) {
      sum += term;
      if (k === count) return Math.min(sum, 1 - sum + term);
      term *= mean / (k + 1);
    }
    return 1;
  };
  fc.assert(
    fc.property(randomTable(3), (counts) => {
      let terms: readonly number[] = [];
      for (;;) {
        const now = fitModel({ lists: 3, terms }, counts);
        if (now.status !== 'ok') break;
        const odd = [3, 5, 6]
          .filter((pair) => !terms.includes(pair))
          .map((pair) => ({ pair, p: tail(margin(counts, pair), margin(now.means ?? [], pair)) }))
          .filter(({ p }) => p < 0.02)
          .toSorted((a, b) => a.p - b.p);
        const next = odd.find(
          ({ pair }) => fitModel({ lists: 3, terms: [...terms, pair].toSorted((a, b) => a - b) }, counts).status === 'ok',
        );
        if (!next) break;
        terms = [...terms, next.pair].toSorted((a, b) => a - b);
      }
      expect(stepwise(3, counts, 0.02).model.terms).toEqual(terms);
    }),
    runs,
  );
});

test('the interval of a bootstrap is that of its definition, with the normal law summed in small steps', () => {
  const below = (z: number): number => {
    const [steps, from] = [4000, -9];
    let sum = 0;
    for (let at = 0; at < steps; at += 1) sum += Math.exp(-((from + ((at + 0.5) * (z - from)) / steps) ** 2) / 2);
    return (sum * (z - from)) / steps / Math.sqrt(2 * Math.PI);
  };
  const inverse = (share: number): number => {
    let [low, high] = [-8, 8];
    for (let round = 0; round < 45; round += 1)
      [low, high] = below((low + high) / 2) < share ? [(low + high) / 2, high] : [low, (low + high) / 2];
    return low;
  };
  const many = fc.array(fc.double({ min: 100, max: 999, noNaN: true }), { minLength: 40, maxLength: 80 });
  fc.assert(
    fc.property(
      many,
      fc.double({ min: -0.1, max: 0.1, noNaN: true }),
      fc.double({ min: 0.3, max: 0.7, noNaN: true }),
      (drawn, skew, at) => {
        const sorted = drawn.toSorted((a, b) => a - b);
        const estimate = sorted[Math.floor(at * sorted.length)] ?? 0;
        const share = drawn.filter((value) => value < estimate).length / drawn.length;
        const bias = inverse(share);
        const ends = [-1.959964, 1.959964].map((z) => {
          const level = below(bias + (bias + z) / (1 - skew * (bias + z)));
          // Hyndman and Fan's eighth: the k-th of n stands at (k − 1/3)/(n + 1/3), straight lines between.
          const place = Math.min(sorted.length, Math.max(1, level * (sorted.length + 1 / 3) + 1 / 3));
          const [k, part] = [Math.floor(place), place - Math.floor(place)];
          return (sorted[k - 1] ?? 0) * (1 - part) + part * (sorted[Math.min(k, sorted.length - 1)] ?? 0);
        });
        const { interval } = bcaInterval(estimate, drawn, skew);
        expect(interval[0]).toBeCloseTo(ends[0] ?? 0, 1);
        expect(interval[1]).toBeCloseTo(ends[1] ?? 0, 1);
      },
    ),
    runs,
  );
  expect(accelerationOf([0, 3, 3, 3], () => 7)).toBe(0);
});

describe('counts known as intervals', () => {
  const openTable = fc
    .tuple(positive(3), fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }), fc.integer({ min: 1, max: 6 }))
    .map(([counts, open, width]) =>
      counts.map((count, cell): CellCount =>
        cell > 0 && open[cell] ? { low: Math.max(0, count - width), high: count + width } : { low: count, high: count },
      ),
    );

  test('are fitted where expectation and maximisation end, round after round of proportional fitting', () => {
    fc.assert(
      fc.property(openTable, fc.constantFrom(...(allModels(3) ?? []).slice(0, 4)), (cells, model) => {
        let counts: readonly number[] = cells.map(({ low, high }) => (low + high) / 2);
        let moved = 1;
        for (let round = 0; round < 400 && moved > 1e-10; round += 1) {
          const means = fitModel(model, counts).means ?? [];
          const next = cells.map(({ low, high }, cell) => {
            if (low === high) return low;
            // The mean of the Poisson law within the interval, every count of it added up.
            let [total, sum] = [0, 0];
            for (let count = low; count <= high; count += 1) {
              const chance = Math.exp(count * Math.log(means[cell] ?? 1) - lnGamma(count + 1));
              total += chance;
              sum += chance * count;
            }
            return sum / total;
          });
          moved = Math.max(...next.map((count, cell) => Math.abs(count - (counts[cell] ?? 0))));
          counts = next;
        }
        const [ours, theirs] = [fitIntervals(model, cells), fitModel(model, counts)];
        if (ours.status !== 'ok') {
          // The likelihood rises all the way to a cell with nobody in it: the rounds creep towards it and are never there.
          expect(moved).toBeGreaterThan(1e-9);
          return;
        }
        if (moved < 1e-8) expect(Math.abs((ours.estimate ?? 0) / (theirs.estimate ?? 1) - 1)).toBeLessThan(1e-5);
      }),
      runs,
    );
  });

  test('that hold one number only have the profile interval of that number, and wider ones hold its estimate', () => {
    fc.assert(
      fc.property(positive(3), fc.integer({ min: 1, max: 4 }), (counts, width) => {
        const model: Model = { lists: 3, terms: [] };
        const exact = counts.map((count): CellCount => ({ low: count, high: count }));
        const fit = fitModel(model, counts);
        const known = profileInterval(model, counts, fit.estimate ?? 0);
        const same = intervalProfile(fitIntervals(model, exact), exact);
        for (const end of [0, 1]) expect(Math.abs((same[end] ?? 0) / (known[end] ?? 1) - 1)).toBeLessThan(1e-5);
        const open = counts.map((count, cell): CellCount =>
          cell === 7 ? { low: Math.max(0, count - width), high: count + width } : { low: count, high: count },
        );
        const wide = fitIntervals(model, open);
        const [low, high] = intervalProfile(wide, open);
        expect(low).toBeLessThanOrEqual((wide.estimate ?? 0) + 1e-6);
        expect(high).toBeGreaterThanOrEqual((wide.estimate ?? 0) - 1e-6);
      }),
      runs,
    );
  });
});
