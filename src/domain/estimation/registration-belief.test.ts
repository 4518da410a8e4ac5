import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import '../../../test/chance.ts';
import { betaAtMost, betaFromRange } from './beta-distribution.ts';
import { predictThinned, predictUnpulled, rateAfter, predict, summarise } from './demand.ts';
import { lnGamma, lnPoisson } from './gamma.ts';
import { gammaQuantile } from './gamma-distribution.ts';
import {
  beliefAnswers,
  beliefCases,
  beliefFault,
  believedRange,
  demandPrior,
  nextYearEditions,
  nextYearRule,
  predictBelieved,
} from './registration-belief.ts';

const belief = fc
  .tuple(fc.double({ min: 0.003, max: 0.9, noNaN: true }), fc.double({ min: 1.2, max: 12, noNaN: true }))
  .map(([low, times]) => [low, Math.min(0.995, Math.max(low * 1.05, 1 - (1 - low) / times))] as const);
const counts = fc.array(fc.nat({ max: 12 }), { minLength: 1, maxLength: 4 });

describe('the beta distribution', () => {
  test('is the sum of its density', () => {
    const shape = fc.double({ min: 0.6, max: 60, noNaN: true });
    fc.assert(
      fc.property(shape, shape, fc.double({ min: 0.01, max: 0.99, noNaN: true }), (yes, no, x) => {
        // With x = sin²(a) the corners at 0 and 1 are no more than those of a power.
        const pieces = 20_000;
        const end = Math.asin(Math.sqrt(x));
        const lnWhole = lnGamma(yes) + lnGamma(no) - lnGamma(yes + no);
        let sum = 0;
        for (let index = 0; index < pieces; index += 1) {
          const a = ((index + 0.5) * end) / pieces;
          sum += 2 * Math.exp((2 * yes - 1) * Math.log(Math.sin(a)) + (2 * no - 1) * Math.log(Math.cos(a)) - lnWhole);
        }
        expect(betaAtMost({ yes, no }, x)).toBeCloseTo((sum * end) / pieces, 5);
      }),
      { numRuns: 40 },
    );
  });

  test('that a range describes has 5 % on each side of it', () => {
    fc.assert(
      fc.property(belief, ([low, high]) => {
        const found = betaFromRange(low, high);
        expect(betaAtMost(found, low)).toBeCloseTo(0.05, 7);
        expect(betaAtMost(found, high)).toBeCloseTo(0.95, 7);
      }),
      { numRuns: 100 },
    );
    const [few, even] = [betaFromRange(0.0001, 0.001), betaFromRange(0.001, 0.999)];
    expect([betaAtMost(few, 0.0001), betaAtMost(few, 0.001)].map((share) => share.toFixed(6))).toEqual(['0.050000', '0.950000']);
    expect(even.yes).toBeCloseTo(even.no, 8);
    expect(() => betaFromRange(0.2, 0.2)).toThrow('smaller first');
    // So near each other that no distribution that can be worked with has nine of ten between them.
    expect(() => betaFromRange(0.5, 0.5001)).toThrow('too near each other');
  });
});

/** Next year by a grid over both unknowns, the chance by the arc of its root and the rate by its logarithm: no conjugacy is used. */
function onAGrid(seen: readonly number[], { yes, no }: { readonly yes: number; readonly no: number }, most: number): readonly number[] {
  const [angles, rates] = [160, 240];
  const next = Array.from({ length: most + 1 }, () => 0);
  let whole = 0;
  for (let i = 0; i < angles; i += 1) {
    const angle = ((i + 0.5) * Math.PI) / 2 / angles;
    const [sine, cosine] = [Math.sin(angle), Math.cos(angle)];
    const chance = sine ** 2;
    for (let j = 0; j < rates; j += 1) {
      const rate = Math.exp(-2 + (9.5 * (j + 0.5)) / rates);
      const ln =
        (2 * yes - 1) * Math.log(sine) +
        (2 * no - 1) * Math.log(cosine) +
        demandPrior.shape * Math.log(rate) -
        demandPrior.rate * rate +
        seen.reduce((sum, count) => sum + lnPoisson(count, rate * chance), 0);
      const weight = Math.exp(ln);
      whole += weight;
      for (let count = 0; count <= most; count += 1) next[count] = (next[count] ?? 0) + weight * Math.exp(lnPoisson(count, rate));
    }
  }
  return next.map((sum) => sum / whole);
}

/** Numbers from 0 to 1 (mulberry32). */
function chanceFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

describe('next year when only some are registered', () => {
  test('is what a grid over the rate and the chance gives', () => {
    for (const [seen, range] of [
      [
        [6, 8, 7],
        [0.1, 0.5],
      ],
      [[3], [0.2, 0.9]],
      [
        [0, 2],
        [0.15, 0.6],
      ],
      [
        [9, 12, 5, 8],
        [0.05, 0.3],
      ],
    ] as const) {
      const beta = betaFromRange(range[0], range[1]);
      const { probabilities } = predictThinned(seen, beta, demandPrior);
      const grid = onAGrid(seen, beta, 40);
      for (const [count, chance] of grid.entries())
        expect(probabilities[count] ?? 0, JSON.stringify([seen, range, count])).toBeCloseTo(chance, 4);
    }
  });

  test('is what drawing both unknowns gives, when only the draws with these counts are kept', () => {
    const random = chanceFrom(20_261_126);
    const exponential = (): number => -Math.log(1 - random());
    const poisson = (mean: number): number => {
      let [count, left] = [0, mean - exponential()];
      while (left > 0) {
        count += 1;
        left -= exponential();
      }
      return count;
    };
    // A beta with whole shapes is one of some even numbers in order, and a gamma of shape 2 the sum of two waits.
    const [yes, no, seen] = [2, 5, [2, 1]];
    const total = seen.reduce((sum, count) => sum + count, 0);
    const kept: number[] = [];
    while (kept.length < 6000) {
      const chance = Array.from({ length: yes + no - 1 }, random).toSorted((a, b) => a - b)[yes - 1] ?? 0;
      const rate = (exponential() + exponential()) / demandPrior.rate;
      // Given the rate, the sum of the years says all that the years do.
      if (rate * chance * seen.length < 40 && poisson(rate * chance * seen.length) === total) kept.push(poisson(rate));
    }
    const { probabilities, mean } = predictThinned(seen, { yes, no }, demandPrior);
    const spread = Math.sqrt(summarise({ probabilities, mean }).variance / kept.length);
    expect(Math.abs(kept.reduce((sum, count) => sum + count, 0) / kept.length - mean)).toBeLessThan(4 * spread);
    for (const most of [2, 5, 10, 20, 40]) {
      const share = probabilities.slice(0, most + 1).reduce((sum, chance) => sum + chance, 0);
      const found = kept.filter((count) => count <= most).length / kept.length;
      expect(Math.abs(found - share), `at most ${most}`).toBeLessThan(4 * Math.sqrt((share * (1 - share)) / kept.length));
    }
  });

  test('reads a belief as nine of ten, also the one whose upper end once fell when it was widened', () => {
    const ends = (low: number, high: number): readonly number[] => {
      const { q05, q95 } = summarise(predictBelieved([6, 8, 7], [low, high]));
      return [q05, q95];
    };
    expect(ends(0.02, 0.25)).toEqual([25, 364]);
    expect(ends(0.02, 0.5)).toEqual([12, 360]);
    expect(ends(0.01, 0.25)).toEqual([25, 721]);
  });

  test('pulls nothing: the counts leave the belief as it is, and a share that is known gives what Jeffreys’ prior gives', () => {
    const seen = [6, 6, 8];
    const { shape, rate } = rateAfter(seen);
    const jeffreys = summarise(predict({ shape, rate: 0.02 * rate }));
    expect([jeffreys.q05, jeffreys.q50, jeffreys.q95]).toEqual([224, 336, 478]);
    const exactly = beliefAnswers(seen, [0.02, 0.25]).find(({ id }) => id === 'exactly-low');
    expect(exactly).toMatchObject({ q05: 224, q50: 336, q95: 478 });
    // The mean a year that is carried on: of a share that is known, that of the gamma; of a belief, near the ends of the count itself.
    const { from, to } = believedRange(seen, [0.0199, 0.0201 + 0.0049]);
    expect(from).toBeGreaterThan(gammaQuantile({ shape, rate: 0.025 * rate }, 0.05));
    expect(to).toBeLessThan(gammaQuantile({ shape, rate: 0.0199 * rate }, 0.95));
    const wide = believedRange(seen, [0.02, 0.25]);
    expect(Math.abs(wide.from / 23 - 1)).toBeLessThan(0.15);
    expect(Math.abs(wide.to / 348 - 1)).toBeLessThan(0.05);
    // A belief that is almost one number is almost the same.
    const near = summarise(predictBelieved(seen, [0.0175, 0.0226]));
    expect(Math.abs(near.q50 / jeffreys.q50 - 1)).toBeLessThan(0.03);
  });

  test('is what a grid over those registered and the chance gives, with no conjugacy', () => {
    for (const [seen, range] of [
      [
        [6, 8, 7],
        [0.1, 0.5],
      ],
      [[3], [0.2, 0.9]],
      [
        [0, 2],
        [0.15, 0.6],
      ],
    ] as const) {
      const belief = betaFromRange(range[0], range[1]);
      const [floor, most] = [0.1 * range[0], 40];
      const next = Array.from({ length: most + 1 }, () => 0);
      const [angles, rates] = [400, 400];
      let whole = 0;
      for (let i = 0; i < angles; i += 1) {
        const angle = ((i + 0.5) * Math.PI) / 2 / angles;
        const [sine, cosine] = [Math.sin(angle), Math.cos(angle)];
        const lnBelief = (2 * belief.yes - 1) * Math.log(sine) + (2 * belief.no - 1) * Math.log(cosine);
        for (let j = 0; j < rates; j += 1) {
          // Jeffreys’ prior of the rate of those registered, by the logarithm of it: its root.
          const registered = Math.exp(-12 + (17 * (j + 0.5)) / rates);
          const weight = Math.exp(
            lnBelief + 0.5 * Math.log(registered) + seen.reduce<number>((sum, count) => sum + lnPoisson(count, registered), 0),
          );
          whole += weight;
          const all = registered / Math.max(floor, sine ** 2);
          for (let count = 0; count <= most; count += 1) next[count] = (next[count] ?? 0) + weight * Math.exp(lnPoisson(count, all));
        }
      }
      const { probabilities } = predictUnpulled(seen, belief, { prior: { shape: 0.5, rate: 0 }, floor });
      for (const [count, sum] of next.entries())
        expect(probabilities[count] ?? 0, JSON.stringify([seen, range, count])).toBeCloseTo(sum / whole, 3);
    }
  });

  test('of the first edition is worked out anew to the same numbers', () => {
    const [first] = nextYearEditions;
    const { q05, q95 } = summarise(predictBelieved([6, 8, 7], [0.02, 0.25], first.edition));
    expect([q05, q95]).toEqual([31, 189]);
    expect(predictBelieved([6, 8, 7], [0.02, 0.25], first.edition).edition).toBe('naeste-aar/2026-11-26');
  });

  test('adds up to one and has its mean, however few or many are believed to be registered', () => {
    fc.assert(
      fc.property(counts, belief, (seen, range) => {
        const { probabilities, mean } = predictBelieved(seen, range);
        expect(probabilities.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 6);
        expect(probabilities.reduce((sum, chance, count) => sum + chance * count, 0) / mean).toBeCloseTo(1, 5);
      }),
      { numRuns: 12 },
    );
  });
});

describe('a belief', () => {
  test('is worked with from half a per cent on and half a point wide, those limits with it', () => {
    const asked: readonly (readonly [number, number, string | null])[] = [
      [0.005, 0.01, null],
      [0.0049, 0.02, 'too-low'],
      [0.0001, 0.0002, 'too-low'],
      [0.7, 0.705, null],
      [0.7, 0.7049, 'too-narrow'],
      [0.5, 0.5001, 'too-narrow'],
      [0.99, 0.995, null],
      [0.02, 0.25, null],
    ];
    for (const [low, high, fault] of asked) expect([low, high, beliefFault([low, high])]).toEqual([low, high, fault]);
  });

  test('at its limits has a distribution with 5 % on each side', () => {
    for (const [low, high] of [
      [0.005, 0.01],
      [0.5, 0.505],
      [0.994, 0.9999],
      [0.005, 0.9999],
    ] as const) {
      const found = betaFromRange(low, high);
      expect(betaAtMost(found, low)).toBeCloseTo(0.05, 6);
      expect(betaAtMost(found, high)).toBeCloseTo(0.95, 6);
    }
  });

  test('is answered with the edition of the way that it is worked out', () => {
    expect(predictBelieved([6, 8, 7], [0.02, 0.25]).edition).toBe(nextYearRule.edition);
    expect(new Set(beliefAnswers([6, 8, 7], [0.02, 0.25]).map(({ edition }) => edition))).toEqual(new Set([nextYearRule.edition]));
  });
});

describe('the answers beside a belief', () => {
  const of = (seen: readonly number[], range: readonly [number, number]) =>
    Object.fromEntries(beliefAnswers(seen, range).map((answer) => [answer.id, answer]));

  test('are one of each case, and say how the answer moves', () => {
    const found = of([6, 8, 7], [0.02, 0.25]);
    expect(Object.keys(found)).toEqual([...beliefCases]);
    expect(found['wider-above']?.belief).toEqual([0.02, 0.5]);
    expect(found['exactly-low']).toMatchObject({ q05: 238, q95: 498 });
    expect(found['exactly-high']).toMatchObject({ q05: 16, q95: 43 });
    expect(found['anywhere']).toMatchObject({ q05: 16, q50: null, q95: 498 });
  });

  test('hold every share of the range in the one that weighs nothing, and that one never becomes narrower with a wider range', () => {
    fc.assert(
      fc.property(counts, belief, fc.double({ min: 0, max: 1, noNaN: true }), (seen, [low, high], part) => {
        const whole = of(seen, [low, high])['anywhere'];
        const inner = of(seen, [low + ((high - low) * part) / 2, high - ((high - low) * part) / 3])['anywhere'];
        if (!whole || !inner) throw new Error('a case is missing');
        expect(inner.q05).toBeGreaterThanOrEqual(whole.q05);
        expect(inner.q95).toBeLessThanOrEqual(whole.q95);
      }),
      { numRuns: 8 },
    );
  });
});
