import fc from 'fast-check';
import { expect, test } from 'vitest';
import { differenceText, isAlike, isTooSmall, leaders, mayBeNought } from './lab-words.ts';

const estimated = (low: number, high: number) => ({ mean: (low + high) / 2, interval: [low, high] as const });

test('one proposal is named where it is told apart from all others, and those it is open between where they are told apart from the rest', () => {
  expect(leaders([estimated(-0.1, 0.2)], 1)).toEqual([0, 1]);
  expect(leaders([estimated(0.1, 0.2)], 1)).toEqual([1]);
  expect(leaders([estimated(0.1, 0.2)], -1)).toEqual([0]);
  expect(leaders([estimated(0.1, 0.2), estimated(0.15, 0.3)], 1)).toEqual([1, 2]);
  expect(leaders([estimated(0.1, 0.2), estimated(0.25, 0.3)], 1)).toEqual([2]);
  // One that has no number is left out and hides nothing of the others.
  expect(leaders([estimated(0.117, 0.129), null], 1)).toEqual([1]);
  expect(leaders([null], 1)).toEqual([0]);
});

test('those ahead are the ones that no other lies wholly above, and the mirror has the same', () => {
  const difference = fc.tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: 0, max: 5 }));
  fc.assert(
    fc.property(fc.array(difference, { minLength: 1, maxLength: 4 }), (all) => {
      const ends = [[0, 0] as const, ...all.map(([low, width]) => [low, low + width] as const)];
      const found = ends.flatMap(([, high], one) => (ends.some(([low], other) => other !== one && low > high) ? [] : [one]));
      expect(
        leaders(
          all.map(([low, width]) => estimated(low, low + width)),
          1,
        ),
      ).toEqual(found);
      expect(
        leaders(
          all.map(([low, width]) => estimated(-low - width, -low)),
          -1,
        ),
      ).toEqual(found);
    }),
  );
});

test('a difference that is written as none is too small to matter', () => {
  expect(['0 ± <0,1', '+0 ± 1', '−0,2 ± 0,1', '10 ± 2'].map(isTooSmall)).toEqual([true, true, false, false]);
});

test.each([
  [-1, 1, true],
  [0, 1, true],
  [-1, 0, true],
  [0, 0, true],
  [0.1, 1, false],
  [-1, -0.1, false],
])('an interval from %f to %f may be nought: %s', (low, high, may) => {
  expect(mayBeNought(estimated(low, high))).toBe(may);
});

test('two are alike only where every replication is', () => {
  expect(isAlike(estimated(0, 0))).toBe(true);
  expect(isAlike(estimated(1, 1))).toBe(false);
  expect(isAlike(estimated(-1, 1))).toBe(false);
});

test.each([
  ['never-admitted', -0.123, 0.01, '−12,3 ± 1'],
  ['never-admitted', 0.123, 0.00001, '+12,3 ± <0,1'],
  ['never-admitted', 0.0001, 0.00005, '0 ± <0,1'],
  ['travel-minutes', 7.4, 2.2, '+7 ± 2'],
  ['weeks-lost', 0, 0, 'ens'],
] as const)('a difference of %s by %f is written', (measure, mean, half, text) => {
  expect(differenceText(measure, { mean, interval: [mean - half, mean + half] }, 'da')).toBe(text);
});
