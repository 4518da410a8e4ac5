import { expect, test } from 'vitest';
import { addDays, day, daysBetween } from '../time.ts';
import { fixedDayOf } from './fixed-day.ts';

test.each([
  ['2026-11-26', '2026-09-30', '2027-01-01'],
  ['2026-12-31', '2026-09-30', '2027-01-01'],
  ['2027-01-01', '2026-12-31', '2027-04-01'],
  ['2027-03-31', '2026-12-31', '2027-04-01'],
  ['2027-04-01', '2027-03-31', '2027-07-01'],
  ['2028-02-29', '2027-12-31', '2028-04-01'],
  ['2028-07-01', '2028-06-30', '2028-10-01'],
])('on %s protected figures are of %s until %s', (today, asOf, next) => {
  expect(fixedDayOf(day(today))).toEqual({ asOf, next });
});

test('they are of one day until the next, of a day that is over, and of another four times a year', () => {
  let [changes, before] = [0, fixedDayOf(day('2024-01-01'))];
  for (let today = day('2024-01-02'); today < '2028-01-01'; today = addDays(today, 1)) {
    const now = fixedDayOf(today);
    expect(now.asOf < today && today < now.next).toBe(true);
    expect(daysBetween(now.asOf, now.next)).toBeLessThanOrEqual(93);
    if (now.asOf !== before.asOf) {
      changes += 1;
      expect(today).toBe(before.next);
    }
    before = now;
  }
  expect(changes).toBe(15);
});
