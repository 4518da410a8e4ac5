import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { predict, rateAfter, rateFromRange } from '../estimation/demand.ts';
import { probabilityOfEnough, unitsUnderDemand } from './units-under-demand.ts';

/** Every way that the women can come to the units, one by one. */
function counted(women: number, units: number, least: number): number {
  const ways = units ** women;
  let enough = 0;
  for (let way = 0; way < ways; way += 1) {
    let first = 0;
    for (let woman = 0, left = way; woman < women; woman += 1, left = Math.floor(left / units)) first += Number(left % units === 0);
    enough += Number(first >= least);
  }
  return enough / ways;
}

describe('units under a demand that is a distribution', () => {
  test('is what counting every way gives', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: 0, max: 4 }),
        (weights, units, least) => {
          const sum = weights.reduce((all, weight) => all + weight, 0);
          fc.pre(sum > 0);
          const probabilities = weights.map((weight) => weight / sum);
          const expected = probabilities.reduce((all, probability, women) => all + probability * counted(women, units, least), 0);
          expect(probabilityOfEnough({ probabilities, mean: 0 }, units, least)).toBeCloseTo(expected, 10);
        },
      ),
      { numRuns: 100 },
    );
  });

  test('six to eight a year carry one unit at the most, eighty to a hundred many', () => {
    expect(unitsUnderDemand(predict(rateAfter([6, 6, 8])), 0.9, 3)).toBe(1);
    expect(unitsUnderDemand(predict(rateFromRange(80, 100)), 0.9, 3)).toBeGreaterThan(10);
    expect(unitsUnderDemand({ probabilities: [1], mean: 0 }, 0.9, 3)).toBe(0);
  });
});
