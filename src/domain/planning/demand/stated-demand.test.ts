import fc from 'fast-check';
import { expect, test } from 'vitest';
import '../../../../test/chance.ts';
import { predict } from '../../estimation/demand.ts';
import { gammaAtMost } from '../../estimation/gamma-distribution.ts';
import { statedRange } from './stated-demand.ts';

test('nine of ten means lie within the range, and it is narrower than the counts', () => {
  fc.assert(
    fc.property(fc.integer({ min: 5, max: 300 }), fc.integer({ min: 1, max: 10 }), (count, years) => {
      const mean = { shape: count + 0.5, rate: years };
      const { from, to } = statedRange(predict(mean));
      // A tenth is what is rounded away at each end.
      for (const [end, share] of [
        [from, 0.05],
        [to, 0.95],
      ] as const) {
        expect(gammaAtMost(mean, end - 0.06)).toBeLessThan(share);
        expect(gammaAtMost(mean, end + 0.06)).toBeGreaterThan(share);
      }
    }),
  );
});

test('a count that varies by chance alone has one mean', () => {
  const probabilities = [Math.exp(-2)];
  for (let count = 1; count < 40; count += 1) probabilities.push((probabilities[count - 1] ?? 0) * (2 / count));
  expect(statedRange({ probabilities, mean: 2 })).toEqual({ from: 2, to: 2 });
});
