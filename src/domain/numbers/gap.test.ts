import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type GapFactor, splitGap } from './gap.ts';

const share = fc.double({ min: 0.01, max: 1.5, noNaN: true });
const factorFor = fc
  .tuple(share, share)
  .map(([one, other]): GapFactor => ({ id: `${one}`, low: Math.min(one, other), high: Math.max(one, other), kind: 'judged' }));

describe('the gap between two numbers', () => {
  test('is 2.47 on the log scale between 83 and 7, and all of it is unexplained when nothing is stated', () => {
    const gap = splitGap(83, 7, []);
    expect(gap).toMatchObject({ outcome: 'split', partUnexplained: 1 });
    if (gap.outcome !== 'split') throw new Error(gap.outcome);
    expect(gap.log).toBeCloseTo(2.47, 2);
    expect(gap.unexplained.middle).toBeCloseTo(7 / 83, 12);
  });

  test('adds up: the parts and what is left over are the whole', () => {
    fc.assert(
      fc.property(fc.double({ min: 1.1, max: 300, noNaN: true }), fc.array(factorFor, { maxLength: 5 }), (times, factors) => {
        const gap = splitGap(times, 1, factors);
        if (gap.outcome !== 'split') throw new Error(gap.outcome);
        expect(gap.parts.reduce((sum, { partOfGap }) => sum + partOfGap, gap.partUnexplained)).toBeCloseTo(1, 6);
        const { bounds, likely, middle } = gap.unexplained;
        for (const [low, high] of [bounds, likely]) {
          expect(low).toBeLessThanOrEqual(middle * 1.000001);
          expect(high).toBeGreaterThanOrEqual(middle * 0.999999);
        }
        expect(gap.steps.map(({ id }) => id)).toEqual(factors.map(({ id }) => id));
        const last = gap.steps.at(-1) ?? { low: times, high: times };
        // The number that is found is the share of those left that no reason explains.
        expect(last.high * bounds[0]).toBeCloseTo(1, 6);
        expect(last.low * bounds[1]).toBeCloseTo(1, 6);
        // Any choice within the ranges leaves something within the bounds.
        const left = factors.reduce((so, { low, high }) => so / (low + 0.3 * (high - low)), 1 / times);
        expect(left).toBeGreaterThanOrEqual(bounds[0] * 0.999999);
        expect(left).toBeLessThanOrEqual(bounds[1] * 1.000001);
      }),
    );
  });

  test('is not split where there is none, or where a share is no share', () => {
    expect(splitGap(7, 7, [])).toEqual({ outcome: 'no-gap' });
    expect(splitGap(83, 0, [])).toEqual({ outcome: 'not-numbers' });
    expect(splitGap(83, 7, [{ id: 'x', low: 0, high: 1, kind: 'judged' }])).toEqual({ outcome: 'not-numbers' });
    expect(splitGap(83, 7, [{ id: 'x', low: 0.9, high: 0.1, kind: 'judged' }])).toEqual({ outcome: 'not-numbers' });
  });
});
