/** Danish holidays and the counting of days, held against known calendars. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addHverdage, addWorkingDays, holidayOn, hverdageBetween, isHverdag, isWorkingDay } from './calendar.ts';
import { addDays, type Day, day, weekdayOf } from './time.ts';

/** Easter Sundays as the almanacs print them, early and late ones among them (22 March 1818 to 25 April 2038). */
const easterSundays = [
  '1818-03-22',
  '1886-04-25',
  '1943-04-25',
  '1954-04-18',
  '1961-04-02',
  '1981-04-19',
  '2000-04-23',
  '2008-03-23',
  '2011-04-24',
  '2019-04-21',
  '2020-04-12',
  '2021-04-04',
  '2022-04-17',
  '2023-04-09',
  '2024-03-31',
  '2025-04-20',
  '2026-04-05',
  '2027-03-28',
  '2028-04-16',
  '2029-04-01',
  '2030-04-21',
  '2038-04-25',
];

const anyDay = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays(day('1996-01-01'), days));

function holidaysIn(year: number): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  for (let date = day(`${year}-01-01`); date.startsWith(String(year)); date = addDays(date, 1)) {
    const name = holidayOn(date);
    if (name !== null) found[date] = name;
  }
  return found;
}

describe('holidays', () => {
  it.each(easterSundays)('have Easter Sunday on %s', (date) => {
    expect(holidayOn(day(date))).toBe('påskedag');
    expect(weekdayOf(day(date))).toBe(7);
  });

  it('have Easter Sunday on a Sunday in every year that a day can be written in', () => {
    for (const year of ['0001', '0999', '1000', '9998']) {
      const sundays = Array.from({ length: 60 }, (_, after) => addDays(day(`${year}-03-15`), after)).filter(
        (one) => holidayOn(one) === 'påskedag',
      );
      expect(sundays.map(weekdayOf)).toEqual([7]);
    }
  });

  it('of 2026 are these, and no others', () => {
    expect(holidaysIn(2026)).toEqual({
      '2026-01-01': 'nytårsdag',
      '2026-04-02': 'skærtorsdag',
      '2026-04-03': 'langfredag',
      '2026-04-05': 'påskedag',
      '2026-04-06': '2. påskedag',
      '2026-05-14': 'Kristi himmelfartsdag',
      '2026-05-24': 'pinsedag',
      '2026-05-25': '2. pinsedag',
      '2026-12-25': 'juledag',
      '2026-12-26': '2. juledag',
    });
  });

  it('had store bededag for the last time in 2023', () => {
    expect(holidayOn(day('2023-05-05'))).toBe('store bededag');
    expect(Object.values(holidaysIn(2024))).not.toContain('store bededag');
  });

  it('leave Constitution Day and Christmas Eve out: they are no holidays by law', () => {
    expect(holidayOn(day('2026-06-05'))).toBeNull();
    expect(holidayOn(day('2026-12-24'))).toBeNull();
  });
});

describe('hverdage and arbejdsdage', () => {
  it('differ by Saturday alone', () => {
    expect([isHverdag(day('2026-11-21')), isWorkingDay(day('2026-11-21'))]).toEqual([true, false]);
    expect([isHverdag(day('2026-11-22')), isWorkingDay(day('2026-11-22'))]).toEqual([false, false]);
    fc.assert(
      fc.property(anyDay, (date) => {
        expect(isWorkingDay(date)).toBe(isHverdag(date) && weekdayOf(date) !== 6);
      }),
    );
  });

  it('are never a Sunday or a holiday', () => {
    fc.assert(
      fc.property(anyDay, (date) => {
        const rest = weekdayOf(date) === 7 || holidayOn(date) !== null;
        expect(rest && (isHverdag(date) || isWorkingDay(date))).toBe(false);
      }),
    );
  });

  it('count three days from Maundy Thursday past Easter: Saturday, Tuesday, Wednesday', () => {
    expect(addHverdage(day('2026-04-02'), 3)).toBe('2026-04-08');
    expect(addWorkingDays(day('2026-04-02'), 3)).toBe('2026-04-09');
  });

  it.each([
    ['hverdage', addHverdage, isHverdag],
    ['arbejdsdage', addWorkingDays, isWorkingDay],
  ] as const)('are counted exactly: so many %s lie after the first day, up to and with the last', (_name, add, counts) => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 60 }), (from, count) => {
        const to = add(from, count);
        expect(counts(to)).toBe(true);
        expect(days(from, to).filter(counts)).toHaveLength(count);
      }),
    );
    expect(add(day('2026-11-22'), 0)).toBe('2026-11-22');
  });

  it('between two days are as many as were added, and negative the other way', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 60 }), (from, count) => {
        const to = addHverdage(from, count);
        expect(hverdageBetween(from, to)).toBe(count);
        expect(hverdageBetween(to, from) + count).toBe(0);
      }),
    );
  });
});

function days(from: Day, to: Day): readonly Day[] {
  const list: Day[] = [];
  for (let date = addDays(from, 1); date <= to; date = addDays(date, 1)) list.push(date);
  return list;
}
