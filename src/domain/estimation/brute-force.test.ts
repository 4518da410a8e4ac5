/** Each method against another way to the same number, written apart from it, on two hundred random tables, degenerate ones among them. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { randomTable } from '../../../test/overlaps.ts';
import { accelerationOf, bcaInterval } from './bca.ts';
import { decomposableGraphs } from './decomposable-graphs.ts';
import { lnGamma } from './gamma.ts';
import { averageGraphs } from './graph-averaging.ts';
import { allModels, columnsOf, type Model } from './hierarchical-model.ts';
import { fitIntervals, intervalProfile } from './interval-cells.ts';
import { fitModel } from './log-linear.ts';
import type { CellCount } from './overlap-table.ts';
import { margin, sizeOf } from './overlap-table.ts';
import { profileInterval } from './profile-interval.ts';
import { repeatCountRows } from './repeat-counts.ts';
import { sampleCoverage } from './sample-coverage.ts';
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
    fc.assert(
      fc.property(positive(3), fc.constantFrom(...(allModels(3) ?? [])), (counts, model) => {
        const fit = fitModel(model, counts);
        const means = proportional(model, counts, 1200);
        const seen = seenIn(counts);
        const expected = means.reduce((sum, mean, cell) => (cell > 0 ? sum + mean : sum), 0);
        // Where proportional fitting has not come to rest it says nothing.
        if (Math.abs(expected - seen) > 1e-7 * seen) return;
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
      { numRuns: 60 },
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

describe('graph averaging', () => {
  /** A graph by its edges: without a ring of four or more that has no chord, its cliques, and what a tree of them shares. */
  const cliquesAndSeparators = (lists: number, edges: ReadonlySet<number>) => {
    const isComplete = (set: number): boolean => {
      for (let i = 0; i < lists; i += 1)
        for (let j = 0; j < i; j += 1) if ((set >> i) & (set >> j) & 1 && !edges.has((1 << i) | (1 << j))) return false;
      return true;
    };
    const complete = Array.from({ length: 2 ** lists - 1 }, (_, at) => at + 1).filter(isComplete);
    const cliques = complete.filter((set) => !complete.some((other) => other !== set && (other & set) === set));
    // Kruskal's tree of largest shared sets; the graph has no such ring exactly where the cliques along it run together.
    const links = cliques.flatMap((a, i) => cliques.slice(i + 1).map((b) => ({ a, b, shared: a & b })));
    const group = new Map(cliques.map((clique) => [clique, clique]));
    const separators: number[] = [];
    for (const { a, b, shared } of links.toSorted((x, y) => sizeOf(y.shared) - sizeOf(x.shared))) {
      const [from, to] = [group.get(a) ?? 0, group.get(b) ?? 0];
      if (from === to || shared === 0) continue;
      for (const [clique, its] of group) if (its === from) group.set(clique, to);
      separators.push(shared);
    }
    // Of a graph without a ring each list stands in one clique more than it stands in separators, as its cliques hang together.
    const runsTogether = Array.from({ length: lists }, (_, list) => {
      const count = (sets: readonly number[]): number => sets.filter((set) => (set >> list) & 1).length;
      return count(cliques) - count(separators);
    }).every((difference) => difference === 1);
    return runsTogether ? { cliques, separators } : null;
  };

  test('is the sum over every graph without a ring, its cliques and separators found another way', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 4 }).chain((lists) => fc.tuple(fc.constant(lists), randomTable(lists))),
        fc.constantFrom(0.0625, 0.5, 1),
        ([lists, counts], delta) => {
          const seen = seenIn(counts);
          if (seen === 0) return;
          const pairs = Array.from({ length: 2 ** lists }, (_, set) => set).filter((set) => sizeOf(set) === 2);
          const most = 25;
          const logs: { readonly all: number; readonly log: number }[] = [];
          let graphs = 0;
          for (let choice = 0; choice < 2 ** pairs.length; choice += 1) {
            const found = cliquesAndSeparators(lists, new Set(pairs.filter((_, at) => (choice >> at) & 1)));
            if (!found) continue;
            graphs += 1;
            for (let unseen = 0; unseen <= most; unseen += 1) {
              const all = seen + unseen;
              const of = (set: number): number => {
                const prior = delta * 2 ** (lists - sizeOf(set));
                let sum = -(2 ** sizeOf(set)) * lnGamma(prior);
                for (let part = set; ; part = (part - 1) & set) {
                  const here = counts.reduce((total, count, cell) => ((cell & set) === part && cell > 0 ? total + count : total), 0);
                  sum += lnGamma(here + (part === 0 ? unseen : 0) + prior);
                  if (part === 0) break;
                }
                return sum;
              };
              const times = found.cliques.length - found.separators.length;
              const log =
                found.cliques.reduce((sum, set) => sum + of(set), 0) -
                found.separators.reduce((sum, set) => sum + of(set), 0) +
                times * (lnGamma(2 ** lists * delta) - lnGamma(all + 2 ** lists * delta)) +
                lnGamma(all + 1) -
                lnGamma(unseen + 1) -
                Math.log(all);
              logs.push({ all, log });
            }
          }
          expect(graphs).toBe(decomposableGraphs(lists).length);
          const top = logs.reduce((highest, { log }) => Math.max(highest, log), -Infinity);
          const total = logs.reduce((sum, { log }) => sum + Math.exp(log - top), 0);
          const mean = logs.reduce((sum, { all, log }) => sum + all * Math.exp(log - top), 0) / total;
          expect(averageGraphs(lists, counts, { delta, most }).mean).toBeCloseTo(mean, 5);
        },
      ),
      runs,
    );
  });
});

test('the sample coverage is what it is when the persons are counted one by one', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 4 }).chain((lists) => fc.tuple(fc.constant(lists), randomTable(lists))),
      ([lists, counts]) => {
        const persons = counts.flatMap((count, cell) =>
          Array.from({ length: cell > 0 ? count : 0 }, () => Array.from({ length: lists }, (_, list) => (cell >> list) & 1)),
        );
        const all = Array.from({ length: lists }, (_, list) => list);
        const on = (list: number) => persons.filter((person) => person[list] === 1);
        const times = (person: readonly number[]): number => person.reduce((sum, one) => sum + one, 0);
        const { coverage, independent } = sampleCoverage(lists, counts);
        if (all.some((list) => on(list).length === 0)) {
          expect(independent).toBeNull();
          return;
        }
        // Of those on a list, the share who are on another too, over all lists.
        const shares = all.map((list) => on(list).filter((person) => times(person) > 1).length / on(list).length);
        const expected = shares.reduce((sum, share) => sum + share, 0) / lists;
        expect(coverage).toBeCloseTo(expected, 9);
        if (expected === 0) return;
        const alone = persons.filter((person) => times(person) === 1).length;
        expect(independent).toBeCloseTo((persons.length - alone / lists) / expected, 6);
      },
    ),
    runs,
  );
});

test('Chao’s bound and Zelterman’s number are the tops of their likelihoods, found by trying', () => {
  const top = (height: (x: number) => number, from: number, to: number): number => {
    let [low, high] = [from, to];
    for (let round = 0; round < 300; round += 1) {
      const [left, right] = [low + (high - low) / 3, high - (high - low) / 3];
      if (height(left) < height(right)) low = left;
      else high = right;
    }
    return (low + high) / 2;
  };
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 300 }),
      fc.integer({ min: 0, max: 90 }),
      fc.integer({ min: 0, max: 30 }),
      (once, twice, thrice) => {
        const [chao, , zelterman] = repeatCountRows([0, once, twice, thrice], null);
        if (once === 0 || twice === 0) {
          expect(chao?.status === 'ok' ? chao.estimate : null).toBe(once === 0 && twice + thrice > 0 ? twice + thrice : null);
          return;
        }
        const seen = once + twice + thrice;
        // A Poisson law of which only ones and twos are looked at: the share of ones among them is 1/(1 + rate/2).
        const rate = Math.exp(
          top((log) => once * Math.log(1 / (1 + Math.exp(log) / 2)) + twice * Math.log(1 - 1 / (1 + Math.exp(log) / 2)), -15, 10),
        );
        expect(Math.abs((zelterman?.estimate ?? 0) / (seen / (1 - Math.exp(-rate))) - 1)).toBeLessThan(1e-5);
        // The unseen under the same law: once/rate.
        expect(Math.abs((chao?.estimate ?? 0) / (seen + once / rate) - 1)).toBeLessThan(1e-5);
      },
    ),
    runs,
  );
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
      { numRuns: 60 },
    );
  });
});
