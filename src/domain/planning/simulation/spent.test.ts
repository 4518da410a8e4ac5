import fc from 'fast-check';
import { expect, test } from 'vitest';
import { presentShare, spentOf } from './spent.ts';
import type { Costs, Site } from './scenario.ts';

const costs: Costs = {
  currency: 'DKK',
  priceYear: 2025,
  discountRate: 0,
  siteYear: 1_200,
  openPlaceDay: 0,
  occupiedPlaceDay: 0,
  opening: 0,
};
const nothing = { openYears: new Float64Array(2), occupiedYears: new Float64Array(2), openings: new Float64Array(2) };
const years = 4;

function spentAt(openings: readonly (number | undefined)[]): readonly number[] {
  const sites = openings.map((opensAtYears, index): Site => ({
    id: String(index),
    places: 1,
    ...(opensAtYears === undefined ? {} : { opensAtYears }),
  }));
  return [...spentOf(costs, { years, sites }, nothing)];
}

test('a site is paid for from the day it opens, and one that never opens in these years costs nothing', () => {
  expect(spentAt([undefined, 0])).toEqual([9_600, 9_600]);
  expect(spentAt([undefined, 1.5])).toEqual([7_800, 7_800]);
  expect(spentAt([4])).toEqual([0, 0]);
  expect(spentAt([9, 3])).toEqual([1_200, 1_200]);
});

test('each site costs as many months as it is open in', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 70 }), { maxLength: 6 }), (months) => {
      let open = 0;
      for (let month = 0; month < 12 * years; month += 1) open += months.filter((first) => first <= month).length;
      for (const spent of spentAt(months.map((first) => first / 12))) expect(spent).toBeCloseTo(100 * open, 6);
    }),
  );
});

test('a site that opens late is discounted from the day it opens', () => {
  expect(presentShare(0.1, 2)).toBeCloseTo((1.1 ** -0.5 + 1.1 ** -1.5) / 2, 12);
  // A half year at its middle, 1.75 years from now, and a whole one.
  expect(presentShare(0.1, 3, 1.5)).toBeCloseTo((0.5 * 1.1 ** -1.75 + 1.1 ** -2.5) / 1.5, 12);
  expect([presentShare(0.1, 3, 3), presentShare(0.1, 3, 7)]).toEqual([0, 0]);
});

test('a late opening is worth less today the later it is, and as much as the calendar says day by day', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 12 }),
      fc.double({ min: 0, max: 0.98, noNaN: true }),
      fc.double({ min: 0, max: 0.15, noNaN: true }),
      (most, part, rate) => {
        const opens = part * most;
        let worth = 0;
        const steps = 4_000;
        for (let step = 0; step < steps; step += 1) worth += (1 + rate) ** -(opens + ((step + 0.5) / steps) * (most - opens));
        // Years are counted at their middles: less than a thousandth from day by day.
        expect(Math.abs(presentShare(rate, most, opens) / (worth / steps) - 1)).toBeLessThan(1e-3);
        expect(presentShare(rate, most, opens)).toBeLessThanOrEqual(presentShare(rate, most) + 1e-12);
      },
    ),
  );
});
