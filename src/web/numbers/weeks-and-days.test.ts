import fc from 'fast-check';
import { expect, test } from 'vitest';
import { timeInWeeks, weeksAndDays } from './weeks-and-days.ts';

test('a time in weeks is the whole days it stands for, in weeks and days', () => {
  expect(timeInWeeks(1.86)).toEqual({ weeks: 1, days: 6 });
  expect(timeInWeeks(0.99)).toEqual({ weeks: 1, days: 0 });
  expect(weeksAndDays(29.57)).toBe('29+4');
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 400 }), (all) => {
      const { weeks, days } = timeInWeeks(all / 7);
      expect([7 * weeks + days, days < 7]).toEqual([all, true]);
    }),
  );
});
