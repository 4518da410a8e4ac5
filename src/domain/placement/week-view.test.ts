import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { needsOf, now, taken, testPlace, testUnit } from '../../../test/provision.ts';
import { asId } from '../id.ts';
import { addDays, danishDay, day, daysBetween, weekdayOf } from '../time.ts';
import { compileUnit } from './national-index-unit.ts';
import { mondayOf, unitWeeks, weekNumber } from './week-view.ts';

const today = danishDay(now);

test('weeks begin on Monday and are numbered as Danish calendars do', () => {
  // 22 November 2026 is a Sunday.
  expect(mondayOf(today)).toBe('2026-11-16');
  expect(['2026-12-31', '2027-01-03', '2027-01-04', '2021-01-01', '2024-12-30', '2026-03-02'].map((date) => weekNumber(day(date)))).toEqual(
    [53, 53, 1, 53, 1, 10],
  );
  fc.assert(
    fc.property(fc.integer({ min: -2000, max: 4000 }), (offset) => {
      const date = addDays(today, offset);
      expect(weekdayOf(mondayOf(date))).toBe(1);
      expect(daysBetween(mondayOf(date), date)).toBeGreaterThanOrEqual(0);
      expect(daysBetween(mondayOf(date), date)).toBeLessThan(7);
      const next = weekNumber(addDays(date, 7));
      expect(next === 1 || next === weekNumber(date) + 1).toBe(true);
    }),
  );
});

describe('the weeks of a unit', () => {
  test('say the fewest free on any night among the places that meet the needs, and since which night in words', () => {
    const unit = testUnit([testPlace('a', ['partner']), testPlace('b', ['partner']), testPlace('c')]);
    const stays = [taken('a', '2026-12-02', '2026-12-04'), taken('b', '2026-12-03', '2026-12-20')];
    const { weeks, ranges } = unitWeeks(compileUnit(unit, stays, now), needsOf('partner'), day('2026-11-30'), 3);
    expect(weeks).toEqual([
      { monday: '2026-11-30', free: 0, suitable: 2 },
      { monday: '2026-12-07', free: 1, suitable: 2 },
      { monday: '2026-12-14', free: 1, suitable: 2 },
    ]);
    expect(ranges).toEqual([
      { arrival: '2026-11-30', departure: '2026-12-03', free: 1 },
      { arrival: '2026-12-04', departure: '2026-12-21', free: 1 },
    ]);
  });

  test('agree with a count night by night of places, stays and staffing, on any unit', () => {
    const stays = fc.array(
      fc.record({
        place: fc.integer({ min: 0, max: 3 }),
        from: fc.integer({ min: -10, max: 40 }),
        nights: fc.integer({ min: 1, max: 20 }),
      }),
      { maxLength: 8 },
    );
    const asked = fc.record({
      stays,
      partners: fc.integer({ min: 0, max: 4 }),
      closed: fc.option(fc.record({ from: fc.integer({ min: 0, max: 30 }), days: fc.integer({ min: 1, max: 9 }) })),
      staffed: fc.option(fc.integer({ min: 0, max: 4 })),
      from: fc.integer({ min: 0, max: 6 }),
    });
    fc.assert(
      fc.property(asked, ({ stays: all, partners, closed, staffed, from }) => {
        const places = ['a', 'b', 'c', 'd'].map((name, index) => testPlace(name, index < partners ? ['partner'] : []));
        const unit = testUnit(places, {
          closures: closed ? [{ from: addDays(today, closed.from), to: addDays(today, closed.from + closed.days), reason: 'x' }] : [],
          staffing: staffed === null ? [] : [{ from: day('2020-01-01'), to: null, women: staffed }],
        });
        const occupations = all.map(({ place, from: first, nights }, index) =>
          taken(['a', 'b', 'c', 'd'][place] ?? 'a', addDays(today, first), addDays(today, first + nights), {
            stay: asId<'stay'>(`s${index}`),
          }),
        );
        const begin = addDays(today, from);
        const { weeks, ranges } = unitWeeks(compileUnit(unit, occupations, now), needsOf('partner'), begin, 5);

        const freeOn = (offset: number): number => {
          const there = all.filter((one) => one.from <= offset && offset < one.from + one.nights);
          const isClosed = closed !== null && closed.from <= offset && offset < closed.from + closed.days;
          const open = [0, 1, 2, 3].filter((index) => index < partners && !isClosed && !there.some(({ place }) => place === index)).length;
          return staffed === null ? open : Math.min(open, Math.max(0, staffed - there.length));
        };
        for (const { monday, free, suitable } of weeks) {
          const offsets = [0, 1, 2, 3, 4, 5, 6].map((step) => daysBetween(today, addDays(monday, step))).filter((offset) => offset >= from);
          expect(free).toBe(Math.min(...offsets.map(freeOn)));
          expect(suitable).toBe(partners);
        }
        const last = daysBetween(today, addDays(mondayOf(begin), 34));
        for (let offset = from; offset <= last; offset += 1) {
          const date = addDays(today, offset);
          const within = ranges.filter(({ arrival, departure }) => arrival <= date && date < departure);
          expect(within).toHaveLength(freeOn(offset) > 0 ? 1 : 0);
          for (const { free } of within) expect(free).toBeLessThanOrEqual(freeOn(offset));
        }
      }),
    );
  });
});
