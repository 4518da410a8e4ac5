import fc from 'fast-check';
import { expect, test } from 'vitest';
import { booked, now, testPlace, testUnit } from '../../../test/provision.ts';
import { addDays, danishDay, type Day } from '../time.ts';
import { effectOfTerms } from './flexible-effect.ts';
import type { FlexiblePlace, Period } from './provision.ts';

const today = danishDay(now);
const on = (offset: number): Day => addDays(today, offset);
const spans = fc.array(fc.tuple(fc.integer({ min: -10, max: 30 }), fc.integer({ min: 1, max: 15 })), { maxLength: 2 });
const terms = fc.option(fc.record({ leadDays: fc.integer({ min: 0, max: 30 }), closesAfterDays: fc.integer({ min: 1, max: 30 }) }));

test('one is told of as too late exactly when a night that is left of hers could be had before and cannot after, by that night', () => {
  const stays = fc.array(fc.tuple(fc.constantFrom('a', 'b'), fc.integer({ min: -15, max: 30 }), fc.integer({ min: 1, max: 20 })), {
    maxLength: 3,
  });
  let told = 0;
  fc.assert(
    fc.property(spans, terms, terms, stays, (opened, was, becomes, all) => {
      const periods = opened.map(([from, length]): Period => ({ from: on(from), to: on(from + length) }));
      const flexible = (one: typeof was): FlexiblePlace | null => one && { ...one, opened: periods };
      const [before, after] = [was, becomes].map((one) => testUnit([testPlace('a', [], { flexible: flexible(one) }), testPlace('b')]));
      if (!before || !after) throw new Error('two units');
      const bookings = all.map(([place, from, length]) => booked(place, on(from), on(from + length)));
      // Written out night by night: open then, or far enough ahead to be opened.
      const canBeHad = (one: typeof was, offset: number): boolean =>
        one === null || offset >= one.leadDays || opened.some(([from, length]) => from <= offset && offset < from + length);
      const expected = all.map(([place, from, length]) => {
        const nights = Array.from({ length }, (_, night) => from + night).filter((offset) => offset >= 0 && place === 'a');
        return nights.find((offset) => !canBeHad(becomes, offset) && canBeHad(was, offset));
      });
      const effect = effectOfTerms(testPlace('a').id, before, after, bookings, bookings, now);
      told += effect?.tooLate.length ?? 0;
      expect(effect?.tooLate).toEqual(
        expected.flatMap((offset, index) => (offset === undefined ? [] : [{ booking: bookings[index], from: on(offset) }])),
      );
      expect(effect?.openableFrom).toBe(becomes === null ? null : on(becomes.leadDays));
    }),
    { numRuns: 500 },
  );
  expect(told).toBeGreaterThan(0);
});

test.each([
  [30, 10, -20],
  [30, 20, -20],
  [30, 21, null],
  [15, 10, null],
])(
  'a place that has been empty for 20 days, closed after %i days and then after %i, is newly proposed to be closed since %s',
  (was, becomes, since) => {
    const unit = (closesAfterDays: number): ReturnType<typeof testUnit> =>
      testUnit([testPlace('a', [], { flexible: { leadDays: 3, closesAfterDays, opened: [{ from: on(-20), to: null }] } })]);
    const effect = effectOfTerms(testPlace('a').id, unit(was), unit(becomes), [], [], now);
    expect(effect?.closesEmptySince).toBe(since === null ? null : on(since));
  },
);
