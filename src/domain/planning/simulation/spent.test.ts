import fc from 'fast-check';
import { expect, test } from 'vitest';
import { spentOf } from './spent.ts';
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
