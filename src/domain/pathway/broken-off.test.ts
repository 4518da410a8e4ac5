import { expect, test } from 'vitest';
import { day } from '../time.ts';
import { isBrokenOff } from './broken-off.ts';

const [first, second, third] = [day('2026-11-26'), day('2027-01-10'), day('2027-03-01')];

test('a stay is broken off where she left before both the agreed departure and the birth', () => {
  expect(isBrokenOff({ dischargedOn: first, departure: third }, null)).toBe(true);
  expect(isBrokenOff({ dischargedOn: first, departure: third }, second)).toBe(true);
});

test('it is not where the child was born while she was there, where she left as agreed or later, or while she is there', () => {
  expect(isBrokenOff({ dischargedOn: second, departure: third }, first)).toBe(false);
  expect(isBrokenOff({ dischargedOn: second, departure: third }, second)).toBe(false);
  expect(isBrokenOff({ dischargedOn: third, departure: third }, null)).toBe(false);
  expect(isBrokenOff({ dischargedOn: third, departure: second }, null)).toBe(false);
  expect(isBrokenOff({ dischargedOn: null, departure: second }, null)).toBe(false);
  expect(isBrokenOff({ dischargedOn: first, departure: null }, null)).toBe(false);
});
