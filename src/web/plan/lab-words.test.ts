import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ahead, differenceText, isAlike, isTooSmall, mayBeNought } from './lab-words.ts';

const estimated = (low: number, high: number) => ({ mean: (low + high) / 2, interval: [low, high] as const });

test('a proposal is named only where it is told apart from all others', () => {
  expect(ahead([estimated(-0.1, 0.2)], 1)).toBeNull();
  expect(ahead([estimated(0.1, 0.2)], 1)).toBe(1);
  expect(ahead([estimated(0.1, 0.2)], -1)).toBe(0);
  expect(ahead([estimated(0.1, 0.2), estimated(0.15, 0.3)], 1)).toBeNull();
  expect(ahead([estimated(0.1, 0.2), estimated(0.25, 0.3)], 1)).toBe(2);
  expect(ahead([null], 1)).toBeNull();
});

test('what is ahead when more is better is ahead of the mirrored differences when less is', () => {
  const difference = fc.tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: 0, max: 5 }));
  fc.assert(
    fc.property(fc.array(difference, { minLength: 1, maxLength: 4 }), (all) => {
      const found = ahead(
        all.map(([low, width]) => estimated(low, low + width)),
        1,
      );
      expect(
        ahead(
          all.map(([low, width]) => estimated(-low - width, -low)),
          -1,
        ),
      ).toBe(found);
      const lows = [0, ...all.map(([low]) => low)];
      const highs = [0, ...all.map(([low, width]) => low + width)];
      if (found === null) return;
      for (const [index, high] of highs.entries()) if (index !== found) expect(lows[found]).toBeGreaterThan(high);
    }),
  );
});

test('a difference that is written as none is too small to matter', () => {
  expect(['0 ± <0,1', '+0 ± 1', '−0,2 ± 0,1', '10 ± 2'].map(isTooSmall)).toEqual([true, true, false, false]);
});

test('none is ahead where one of the differences is not known', () => {
  expect(ahead([estimated(0.1, 0.2), null], 1)).toBeNull();
  expect(ahead([estimated(0, 0), estimated(-1, -0.5)], 1)).toBeNull();
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
