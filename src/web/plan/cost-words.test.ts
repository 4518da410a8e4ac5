import fc from 'fast-check';
import { expect, test } from 'vitest';
import { monthText } from './cost-words.ts';

test('when a pathway has paid for itself is told in years and months, not to the hundredth of a year', () => {
  expect([10.09, 7.5, 1, 0.5, 0.08, 0.01, -0.5, -0.75].map((age) => monthText(age, 'da'))).toEqual([
    '10 år og 1 måned',
    '7 år og 6 måneder',
    '1 år',
    '6 måneder',
    '1 måned',
    'fødslen',
    '6 måneder før fødslen',
    '9 måneder før fødslen',
  ]);
  expect(monthText(1 + 1 / 12, 'en')).toBe('1 year and 1 month');
});

test('and what is told is within half a month of the age, with fewer than twelve months', () => {
  fc.assert(
    fc.property(fc.double({ min: 0.05, max: 90, noNaN: true }), (age) => {
      const [, years = '0', months = '0'] = /^(?:(\d+) år)?(?: og )?(?:(\d+) måned(?:er)?)?$/.exec(monthText(age, 'da')) ?? [];
      expect(Number(months)).toBeLessThan(12);
      expect(Math.abs(Number(years) * 12 + Number(months) - age * 12)).toBeLessThanOrEqual(0.5 + 1e-9);
    }),
  );
});
