/**
 * Next year's demand worked out again by brute force, with nothing of the program's own: the mixture by the midpoint rule over the logarithm
 * of the rate and the arc of the chance, probabilities of the Poisson distribution as sums of logarithms, quantiles by adding up; and by throwing dice.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import '../../../test/chance.ts';
import {
  type DemandDistribution,
  placesFor,
  pool,
  predict,
  predictAtChance,
  predictThinned,
  rateAfter,
  rateFromRange,
  summarise,
} from './demand.ts';
import { beliefAnswers, beliefLimits, predictBelieved } from './registration-belief.ts';

const lnFactorials = [0];
function lnFactorial(count: number): number {
  for (let at = lnFactorials.length; at <= count; at += 1) lnFactorials.push((lnFactorials[at - 1] ?? 0) + Math.log(at));
  return lnFactorials[count] ?? 0;
}
const poisson = (count: number, mean: number): number =>
  mean === 0 ? (count === 0 ? 1 : 0) : Math.exp(count * Math.log(mean) - mean - lnFactorial(count));

type Weighed = { readonly rate: number; readonly weight: number };

/** Next year by a density of the rate that need not be whole: midpoints over the logarithm of the rate. */
function mixture(lnDensity: (rate: number) => number, counts: readonly number[]): readonly number[] {
  const [from, to, pieces] = [-36, 9, 3000];
  const grid = Array.from({ length: pieces }, (_, index): Weighed => {
    const rate = Math.exp(from + ((to - from) * (index + 0.5)) / pieces);
    return { rate, weight: lnDensity(rate) + Math.log(rate) };
  });
  const highest = Math.max(...grid.map(({ weight }) => weight));
  const weights = grid.map(({ weight }) => Math.exp(weight - highest));
  const whole = weights.reduce((sum, one) => sum + one, 0);
  return counts.map((count) => grid.reduce((sum, { rate }, index) => sum + ((weights[index] ?? 0) / whole) * poisson(count, rate), 0));
}

/** ln of prior × chance of the counts, written out, where each woman is registered with the same chance. */
const lnPosterior =
  (seen: readonly number[], prior: { readonly shape: number; readonly rate: number }, chance: number) =>
  (rate: number): number =>
    (prior.shape - 1) * Math.log(rate) -
    prior.rate * rate +
    seen.reduce((sum, count) => sum + count * Math.log(rate * chance) - rate * chance, 0);

function isWhole({ probabilities, mean }: DemandDistribution): void {
  expect(probabilities.every((one) => Number.isFinite(one) && one >= 0)).toBe(true);
  const sum = probabilities.reduce((all, one) => all + one, 0);
  expect(sum).toBeCloseTo(1, 7);
  const itsMean = probabilities.reduce((all, one, count) => all + one * count, 0);
  expect(Math.abs(itsMean - mean)).toBeLessThan(1e-5 * (1 + mean));
}

const years = fc.array(fc.nat({ max: 25 }), { minLength: 1, maxLength: 6 });
const some = [0, 1, 2, 5, 9, 17] as const;

describe('next year', () => {
  test('is the mixture of Poisson over the rate, whatever was counted: nobody at all and one single year with it', () => {
    fc.assert(
      fc.property(fc.oneof(years, fc.constantFrom([0], [0, 0, 0], [1], [25])), (seen) => {
        const found = predict(rateAfter(seen));
        isWhole(found);
        const brute = mixture(lnPosterior(seen, { shape: 0.5, rate: 0 }, 1), some);
        for (const [index, count] of some.entries()) expect(found.probabilities[count] ?? 0).toBeCloseTo(brute[index] ?? 0, 5);
      }),
      { numRuns: 40 },
    );
  });

  test('is wider than Poisson by the share that is not known, and nobody for three years leaves room for somebody', () => {
    fc.assert(
      fc.property(years, (seen) => {
        const { mean, variance } = summarise(predict(rateAfter(seen)));
        expect(variance / mean).toBeCloseTo(1 + 1 / seen.length, 4);
      }),
    );
    expect(predict(rateAfter([0, 0, 0])).probabilities[0]).toBeCloseTo(Math.sqrt(3 / 4), 9);
  });

  test('with chance 1 of being registered is next year of those who were counted; the less the chance, the more come', () => {
    fc.assert(
      fc.property(years, fc.double({ min: 0.02, max: 1, noNaN: true }), (seen, chance) => {
        const prior = { shape: 2, rate: 0.02 };
        expect(predictAtChance(seen, 1, prior).probabilities).toEqual(predict(rateAfter(seen, { prior })).probabilities);
        const found = predictAtChance(seen, chance, prior);
        isWhole(found);
        const brute = mixture(lnPosterior(seen, prior, chance), some);
        for (const [index, count] of some.entries()) expect(found.probabilities[count] ?? 0).toBeCloseTo(brute[index] ?? 0, 5);
        expect(found.mean).toBeGreaterThanOrEqual(predictAtChance(seen, 1, prior).mean - 1e-9);
      }),
      { numRuns: 40 },
    );
  });

  test('whose chance goes to nought is what was believed before anybody was counted, and no more than that', () => {
    const prior = { shape: 2, rate: 0.02 };
    const before = predict(prior);
    for (const chance of [1e-4, 1e-7, 1e-10]) {
      // Nobody was seen, and nobody could be: the years say nothing.
      expect(Math.abs(predictAtChance([0], chance, prior).mean / before.mean - 1)).toBeLessThan(60 * chance);
      isWhole(predictAtChance([0], chance, prior));
    }
    // Nobody seen with a belief at its least end: near what was believed before, and never above it.
    const found = predictBelieved([0], [beliefLimits.least, 2 * beliefLimits.least]);
    isWhole(found);
    expect(found.mean).toBeLessThan(before.mean);
    expect(found.mean).toBeGreaterThan(0.5 * before.mean);
  });

  test('with a belief is the mixture over the chance too, by midpoints over its arc', () => {
    const shape = fc.double({ min: 0.7, max: 30, noNaN: true });
    fc.assert(
      fc.property(fc.oneof(years, fc.constantFrom([0], [0, 0], [7])), shape, shape, (seen, yes, no) => {
        const prior = { shape: 2, rate: 0.02 };
        const found = predictThinned(seen, { yes, no }, prior);
        isWhole(found);
        const total = seen.reduce((sum, count) => sum + count, 0);
        // The chance given the counts, the rate taken out by its gamma integral; each midpoint then gives a mixture of its own.
        const pieces = 400;
        const arcs = Array.from({ length: pieces }, (_, index) => ((index + 0.5) * Math.PI) / 2 / pieces);
        const lnWeights = arcs.map((arc) => {
          const chance = Math.sin(arc) ** 2;
          return (
            (2 * yes - 1) * Math.log(Math.sin(arc)) +
            (2 * no - 1) * Math.log(Math.cos(arc)) +
            total * Math.log(chance) -
            (prior.shape + total) * Math.log(prior.rate + seen.length * chance)
          );
        });
        const highest = Math.max(...lnWeights);
        const weights = lnWeights.map((one) => Math.exp(one - highest));
        const whole = weights.reduce((sum, one) => sum + one, 0);
        for (const count of [0, 3, 12, 40]) {
          const brute = arcs.reduce((sum, arc, index) => {
            const rate = prior.rate + seen.length * Math.sin(arc) ** 2;
            // P(count) of a negative binomial as a product of its factors.
            let chance = (rate / (rate + 1)) ** (prior.shape + total);
            for (let at = 0; at < count; at += 1) chance *= (prior.shape + total + at) / ((at + 1) * (rate + 1));
            return sum + ((weights[index] ?? 0) / whole) * chance;
          }, 0);
          expect(found.probabilities[count] ?? 0, JSON.stringify([seen, yes, no, count])).toBeCloseTo(brute, 4);
        }
      }),
      { numRuns: 40 },
    );
  });

  test('of an expert’s range leaves nine of ten rates within it before it is widened, narrow or as wide as it can be', () => {
    const range = fc
      .tuple(fc.double({ min: 0.2, max: 60, noNaN: true }), fc.double({ min: 1.02, max: 60, noNaN: true }))
      .map(([low, times]) => [low, low * times] as const);
    fc.assert(
      fc.property(range, ([low, high]) => {
        const found = predict(rateFromRange(low, high, 1));
        isWhole(found);
        // Given the rate women come by Poisson: the variance of next year less its mean is that of the rate, and a rate is rarely outside.
        const { mean, variance } = summarise(found);
        const doubled = summarise(predict(rateFromRange(low, high, 2)));
        expect(doubled.mean).toBeCloseTo(mean, 3);
        expect((doubled.variance - doubled.mean) / (variance - mean)).toBeCloseTo(2, 1);
        isWhole(predict(rateFromRange(low, high, 2)));
        expect(mean).toBeGreaterThan(low);
        expect(mean).toBeLessThan(high);
      }),
      { numRuns: 60 },
    );
  });

  test('of several experts is their mixture, probability by probability, and of one is that one', () => {
    fc.assert(
      fc.property(fc.array(years, { minLength: 1, maxLength: 4 }), (all) => {
        const each = all.map((seen) => predict(rateAfter(seen)));
        const found = pool(each);
        isWhole(found);
        for (const count of some) {
          const brute = each.reduce((sum, { probabilities }) => sum + (probabilities[count] ?? 0), 0) / each.length;
          expect(found.probabilities[count] ?? 0).toBeCloseTo(brute, 12);
        }
        expect(pool(each.slice(0, 1)).probabilities).toEqual(each[0]?.probabilities.map((one) => one));
      }),
    );
  });

  test('has the quantiles of thrown dice: rate, registration and year drawn in turn', () => {
    const random = dice(7);
    const [seen, prior, chance] = [[2, 4], { shape: 2, rate: 0.02 }, 0.25];
    const kept: number[] = [];
    const total = 6;
    while (kept.length < 1000) {
      const rate = (exponential(random) + exponential(random)) / prior.rate;
      // Of each year's women only some are registered: thinned one by one.
      const registered = seen.reduce((sum) => sum + thinned(thrown(rate, random), chance, random), 0);
      if (registered === total) kept.push(thrown(rate, random));
    }
    const found = predictAtChance(seen, chance, prior);
    for (const most of [5, 10, 15, 25]) {
      const share = found.probabilities.slice(0, most + 1).reduce((sum, one) => sum + one, 0);
      const drawn = kept.filter((count) => count <= most).length / kept.length;
      expect(Math.abs(drawn - share), `at most ${most}`).toBeLessThan(4 * Math.sqrt((share * (1 - share)) / kept.length));
    }
  });
});

describe('places', () => {
  test('are the fewest that are too few with at most the given chance, each fewer is too few more often, also where judgements are mixed', () => {
    fc.assert(
      fc.property(
        fc.array(years, { minLength: 1, maxLength: 3 }),
        fc.double({ min: 0.02, max: 3, noNaN: true }),
        fc.constantFrom(0.01, 0.05, 0.2),
        (judged, stay, chance) => {
          const places = placesFor(
            judged.map((seen) => [1 / judged.length, rateAfter(seen)]),
            stay,
            chance,
          );
          const counts = Array.from({ length: places + 1 }, (_, count) => count);
          // Women in residence at once: Poisson with the rate times the mean stay.
          const each = judged.map((seen) => {
            const lnDensity = lnPosterior(seen, { shape: 0.5, rate: 0 }, 1);
            return mixture((load) => lnDensity(load / stay), counts);
          });
          const tooFew = (most: number): number =>
            1 - each.flatMap((occupied) => occupied.slice(0, most + 1)).reduce((sum, one) => sum + one / each.length, 0);
          expect(tooFew(places)).toBeLessThan(chance + 1e-5);
          if (places > 0) expect(tooFew(places - 1)).toBeGreaterThan(chance - 1e-5);
        },
      ),
      { numRuns: 12 },
    );
  });
});

test('the answers beside a belief hold at its limits, with nobody counted and one year', () => {
  for (const seen of [[0], [1], [0, 0, 0, 0, 0], [40]])
    for (const belief of [
      [beliefLimits.least, 2 * beliefLimits.least],
      [0.9, 0.999],
      [beliefLimits.least, 0.999],
    ] as const)
      for (const { q05, q50, q95 } of beliefAnswers(seen, belief)) {
        expect([q05, q95].every((one) => Number.isSafeInteger(one) && one >= 0)).toBe(true);
        expect(q05).toBeLessThanOrEqual(q50 ?? q05);
        expect(q50 ?? q95).toBeLessThanOrEqual(q95);
      }
});

/** Numbers from 0 to 1, not with 0 (xorshift32). */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return ((state >>> 0) + 0.5) / 4_294_967_296;
  };
}

function exponential(random: () => number): number {
  return -Math.log(random());
}

/** Arrivals in a year, by the waits between them. */
function thrown(rate: number, random: () => number): number {
  let [count, time] = [0, exponential(random)];
  while (time < rate) {
    count += 1;
    time += exponential(random);
  }
  return count;
}

function thinned(count: number, chance: number, random: () => number): number {
  return Array.from({ length: count }, () => random() < chance).filter(Boolean).length;
}
