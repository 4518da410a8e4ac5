import fc from 'fast-check';
import { expect, test } from 'vitest';
import { quantile, ratiosWithoutOne, wilson } from './sample-figures.ts';

test('Wilson’s interval has at its ends the shares from which the observed one is just so far away', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 500 }), fc.double({ min: 0, max: 1, noNaN: true }), (count, part) => {
      const share = Math.round(part * count) / count;
      for (const end of wilson(share, count)) {
        if (end < 1e-9 || end > 1 - 1e-9) continue;
        expect(Math.abs(share - end) / Math.sqrt((end * (1 - end)) / count)).toBeCloseTo(1.959964, 5);
      }
    }),
    { numRuns: 200 },
  );
});

test('the interval of none begins at none, and that of all ends at all, of however many', () => {
  for (let count = 1; count <= 500; count += 1) expect([wilson(0, count)[0], wilson(1, count)[1]]).toEqual([0, 1]);
});

test('the quantile of type 7 has at k of n − 1 the k-th value, and lies evenly between', () => {
  const ordered = [1, 2, 4, 8, 16];
  expect([0, 0.25, 0.5, 0.75, 1].map((share) => quantile(ordered, share))).toEqual(ordered);
  expect(quantile(ordered, 0.875)).toBe(12);
  expect(quantile([7], 0.3)).toBe(7);
});

test('a ratio without one part is that of the others', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 1, max: 9 })), { minLength: 2, maxLength: 8 }),
      (parts) => {
        const [above, below] = [parts.map(([a]) => a), parts.map(([, b]) => b)];
        const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0);
        const without = ratiosWithoutOne(above, below, { top: sum(above), bottom: sum(below) });
        for (const [left, ratio] of without.entries())
          expect(ratio).toBeCloseTo(sum(above.filter((_, at) => at !== left)) / sum(below.filter((_, at) => at !== left)), 10);
      },
    ),
    { numRuns: 200 },
  );
  expect([...ratiosWithoutOne([3, 0], [2, 0], { top: 3, bottom: 2 })]).toEqual([1.5, 1.5]);
});
