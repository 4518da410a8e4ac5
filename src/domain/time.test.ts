/** Days and moments, held against the calendar and the time zones that Node knows. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMinutes,
  addMonths,
  danishDay,
  danishDayAndTime,
  type Day,
  day,
  daysBetween,
  type Moment,
  millisBetween,
  moment,
  parseDay,
  parseMoment,
  startOfDanishDay,
  weekdayOf,
  yearOf,
} from './time.ts';

const millisADay = 86_400_000;
const first = Date.UTC(1900, 0, 1) / millisADay;
const last = Date.UTC(2100, 11, 31) / millisADay;

/** Days from 1900 to 2100, made by the calendar of Node. */
const anyDay = fc.integer({ min: first, max: last }).map((number) => ({ number, text: iso(number * millisADay).slice(0, 10) as Day }));
/** Moments from 1996, when the present rule of summer time began, to 2037. */
const anyMillis = fc.integer({ min: Date.UTC(1996, 0, 1), max: Date.UTC(2037, 11, 31) });
const clockChanges = [1996, 2007, 2020, 2026, 2037].flatMap((year) => [lastSunday(year, 2), lastSunday(year, 9)]);

const copenhagen = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Copenhagen', dateStyle: 'short', timeStyle: 'short' });

function iso(millis: number): string {
  return new Date(millis).toISOString();
}

/** 01:00 UTC on the last Sunday of a month, when Denmark changes its clocks. */
function lastSunday(year: number, month: number): number {
  const end = new Date(Date.UTC(year, month + 1, 0, 1));
  return end.getTime() - end.getUTCDay() * millisADay;
}

function expectDanish(millis: number): void {
  const { day: on, time } = danishDayAndTime(iso(millis) as Moment);
  expect(`${on} ${time}`).toBe(copenhagen.format(millis));
}

describe('a day', () => {
  it('is the same day that Node makes of it, and no other text is one', () => {
    fc.assert(
      fc.property(anyDay, ({ text }) => {
        expect(parseDay(text)).toBe(text);
      }),
    );
    fc.assert(
      fc.property(
        fc.integer({ min: 1900, max: 2100 }),
        fc.integer({ min: 0, max: 13 }),
        fc.integer({ min: 0, max: 32 }),
        (year, month, date) => {
          const text = `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
          const made = new Date(Date.UTC(year, month - 1, date));
          const exists = made.getUTCMonth() === month - 1 && made.getUTCDate() === date;
          expect(parseDay(text) !== null).toBe(exists);
        },
      ),
    );
  });

  it.each(['', '2026-1-1', '2026-02-29', '1900-02-29', '2026-13-01', '2026-00-10', ' 2026-01-01', '2026-01-01T00:00', '20260101'])(
    'is not «%s»',
    (text) => {
      expect(parseDay(text)).toBeNull();
      expect(() => day(text)).toThrow('is not a day');
    },
  );

  it('has 29 February in 2000 and 2028, not in 1900 and 2100', () => {
    expect(['2000-02-29', '2028-02-29', '1900-02-29', '2100-02-29'].map((text) => parseDay(text) !== null)).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  it('moves forth and back by days as Node counts them', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -40_000, max: 40_000 }), ({ number, text }, days) => {
        expect(addDays(text, days)).toBe(iso((number + days) * millisADay).slice(0, 10));
        expect(daysBetween(text, addDays(text, days))).toBe(days);
      }),
    );
  });

  it('has the weekday and the year that Node gives it', () => {
    fc.assert(
      fc.property(anyDay, ({ number, text }) => {
        expect(weekdayOf(text)).toBe(new Date(number * millisADay).getUTCDay() || 7);
        expect(yearOf(text)).toBe(new Date(number * millisADay).getUTCFullYear());
      }),
    );
  });

  it('sorts as text in the order of time', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (a, b) => {
        expect(Math.sign(daysBetween(a.text, b.text)) + 0).toBe(a.text < b.text ? 1 : a.text > b.text ? -1 : 0);
      }),
    );
  });

  it('moves by months to the same date, or to the last day of a shorter month', () => {
    expect(addMonths(day('2026-01-31'), 1)).toBe('2026-02-28');
    expect(addMonths(day('2028-01-31'), 1)).toBe('2028-02-29');
    expect(addMonths(day('2026-11-30'), 3)).toBe('2027-02-28');
    expect(addMonths(day('2026-03-31'), -1)).toBe('2026-02-28');
    expect(addMonths(day('2026-01-15'), -13)).toBe('2024-12-15');
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -600, max: 600 }), ({ text }, months) => {
        const moved = addMonths(text, months);
        const index = (date: Day): number => yearOf(date) * 12 + Number(date.slice(5, 7));
        expect(index(moved) - index(text)).toBe(months);
        expect(moved.slice(8) <= text.slice(8)).toBe(true);
        expect(moved.slice(8) === text.slice(8) || addDays(moved, 1).slice(8) === '01').toBe(true);
      }),
    );
  });
});

describe('a moment', () => {
  it('is read as Node writes it, with or without milliseconds', () => {
    fc.assert(
      fc.property(anyMillis, (millis) => {
        expect(parseMoment(iso(millis))).toBe(iso(millis));
        expect(parseMoment(iso(millis).replace(/\.\d{3}Z$/, 'Z'))).toBe(iso(millis).replace(/\d{3}Z$/, '000Z'));
      }),
    );
  });

  it.each([
    '2026-01-01',
    '2026-01-01T24:00:00Z',
    '2026-02-30T10:00:00Z',
    '2026-01-01T10:60:00Z',
    '2026-01-01T10:00:00+01:00',
    '2026-01-01T10:00:00.1Z',
  ])('is not «%s»', (text) => {
    expect(parseMoment(text)).toBeNull();
    expect(() => moment(text)).toThrow('is not a moment');
  });

  it('moves by minutes, and the way between two moments is measured in milliseconds', () => {
    fc.assert(
      fc.property(anyMillis, fc.integer({ min: -5_000_000, max: 5_000_000 }), (millis, minutes) => {
        const from = iso(millis) as Moment;
        expect(addMinutes(from, minutes)).toBe(iso(millis + minutes * 60_000));
        expect(millisBetween(from, addMinutes(from, minutes))).toBe(minutes * 60_000);
      }),
    );
    expect(addMinutes(moment('2026-01-01T00:00:00Z'), 0.5)).toBe('2026-01-01T00:00:30.000Z');
  });

  it('has the day and the clock of Copenhagen', () => {
    fc.assert(fc.property(anyMillis, expectDanish), { numRuns: 500 });
  });

  it.each(clockChanges.map((millis) => [iso(millis), millis] as const))(
    'has the day and the clock of Copenhagen around the change at %s',
    (_, millis) => {
      for (const offset of [-86_400_000, -3_600_000, -60_000, -1, 0, 1, 60_000, 3_600_000, 7_200_000, 86_400_000])
        expectDanish(millis + offset);
    },
  );

  it('begins a Danish day one or two hours before that day begins in UTC, and not a millisecond later', () => {
    const isStart = (date: Day): void => {
      const start = startOfDanishDay(date);
      expect(danishDayAndTime(start)).toEqual({ day: date, time: '00:00' });
      expect(danishDay(iso(Date.parse(start) - 1) as Moment)).toBe(addDays(date, -1));
    };
    fc.assert(fc.property(anyMillis, (millis) => isStart(iso(millis).slice(0, 10) as Day)));
    for (const millis of clockChanges) for (const days of [-1, 0, 1]) isStart(iso(millis + days * millisADay).slice(0, 10) as Day);
  });
});
