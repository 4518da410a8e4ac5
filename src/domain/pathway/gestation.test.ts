import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type Day, day } from '../time.ts';
import { dueDateFromLastMenstruation, dueDateInForce, gestationOn, pregnancyDays } from './gestation.ts';

const dueDate = day('2027-02-12');

describe('the due date', () => {
  test('is 280 days after the first day of the last menstruation', () => {
    expect(dueDateFromLastMenstruation(day('2026-05-08'))).toBe('2027-02-12');
  });

  test('by ultrasound is in force also when another basis is recorded later', () => {
    const scan = { dueDate: day('2027-02-12'), basis: 'ultrasound' } as const;
    const later = { dueDate: day('2027-02-20'), basis: 'last-menstruation' } as const;
    expect(dueDateInForce([scan, later])).toBe(scan);
  });

  test('of the same basis is the latest that was set', () => {
    const first = { dueDate: day('2027-02-12'), basis: 'estimate' } as const;
    const second = { dueDate: day('2027-02-01'), basis: 'estimate' } as const;
    expect(dueDateInForce([first, second])).toBe(second);
  });

  test('is null when none was set', () => {
    expect(dueDateInForce([])).toBeNull();
  });
});

describe('gestational age', () => {
  test('is counted in completed weeks and days from the due date in force', () => {
    expect(gestationOn(dueDate, day('2026-12-13'))).toEqual({
      outcome: 'pregnant',
      weeks: 31,
      days: 2,
      trimester: 3,
      daysLeft: 61,
      weeksLeft: 8,
    });
  });

  test.each([
    ['0+0', 0, 0, 1],
    ['13+6', 13, 6, 1],
    ['14+0', 14, 0, 2],
    ['27+6', 27, 6, 2],
    ['28+0', 28, 0, 3],
    ['42+6', 42, 6, 3],
  ])('%s lies in its trimester', (_written, weeks, days, trimester) => {
    expect(gestationOn(dueDate, addDays(dueDate, weeks * 7 + days - pregnancyDays))).toMatchObject({
      outcome: 'pregnant',
      weeks,
      days,
      trimester,
    });
  });

  test('before 0+0 and after 42+6 is not an age', () => {
    expect(gestationOn(dueDate, addDays(dueDate, -281))).toEqual({ outcome: 'not-begun', beginsIn: 1 });
    expect(gestationOn(dueDate, addDays(dueDate, 21))).toEqual({ outcome: 'past-range', daysOverTerm: 21 });
  });

  test('grows by one day each day and reaches 40+0 on the due date', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 300 }), fc.integer({ min: -2000, max: 2000 }), (age, shift) => {
        const due: Day = addDays(dueDate, shift);
        const found = gestationOn(due, addDays(due, age - 280));
        expect(found).toMatchObject({ outcome: 'pregnant', daysLeft: 280 - age });
        if (found.outcome === 'pregnant') expect(found.weeks * 7 + found.days).toBe(age);
      }),
    );
  });
});
