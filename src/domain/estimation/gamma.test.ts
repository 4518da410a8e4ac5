import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lnGamma, lnPoisson, poissonTails } from './gamma.ts';
import { within } from './interval-count.ts';

test('the gamma function of a whole number is the factorial before it, and of a half the root of pi', () => {
  let factorial = 0;
  for (let n = 1; n < 200; n += 1) {
    expect(Math.abs(lnGamma(n) - factorial)).toBeLessThan(1e-13 * (10 + factorial));
    factorial += Math.log(n);
  }
  expect(lnGamma(0.5)).toBeCloseTo(Math.log(Math.PI) / 2, 14);
});

test('the tails of the Poisson distribution are its sums', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 60 }), fc.double({ min: 0.01, max: 60, noNaN: true }), (count, mean) => {
      let below = 0;
      for (let k = 0; k <= count; k += 1) below += Math.exp(lnPoisson(k, mean));
      let above = 0;
      for (let k = count; k < 400; k += 1) above += Math.exp(lnPoisson(k, mean));
      const { atMost, atLeast } = poissonTails(count, mean);
      expect(atMost).toBeCloseTo(below, 10);
      expect(atLeast).toBeCloseTo(above, 10);
    }),
  );
});

test('a count known as an interval has the mean and the probability of the law cut to it', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 30 }),
      fc.integer({ min: 0, max: 30 }),
      fc.double({ min: 0.01, max: 80, noNaN: true }),
      (low, width, mean) => {
        let [total, sum] = [0, 0];
        for (let k = low; k <= low + width; k += 1) {
          total += Math.exp(lnPoisson(k, mean));
          sum += k * Math.exp(lnPoisson(k, mean));
        }
        const { expected, logProbability } = within({ low, high: low + width }, mean);
        expect(expected).toBeCloseTo(sum / total, 8);
        expect(logProbability).toBeCloseTo(Math.log(total), 8);
      },
    ),
  );
});
