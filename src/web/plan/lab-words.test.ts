import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ahead, isTooSmall } from './lab-words.ts';

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
