import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { now, taken, testPlace, testUnit } from '../../../test/provision.ts';
import { addDays, danishDay, type Day } from '../time.ts';
import type { Closure, Period, Unit } from './provision.ts';
import { effectOn, overStaffing, troublesOf } from './supply-effect.ts';
import { flexibleStandings } from './supply-flexible.ts';
import { type StayInUnit, nightsTaken } from './stay.ts';

const today = danishDay(now);
const on = (offset: number): Day => addDays(today, offset);
const period = fc
  .tuple(fc.integer({ min: -10, max: 30 }), fc.option(fc.integer({ min: 1, max: 15 }), { freq: 4 }))
  .map(([from, length]): Period => ({ from: on(from), to: length === null ? null : on(from + length) }));
const booking = fc
  .tuple(fc.constantFrom('a', 'b'), fc.integer({ min: -15, max: 30 }), fc.integer({ min: 1, max: 12 }), fc.boolean(), fc.nat())
  .map(([place, from, length, admitted, number]): StayInUnit => ({
    ...taken(place, on(from), on(from + length), { status: admitted ? 'admitted' : 'confirmed' }),
    stay: `${place}-${number}` as StayInUnit['stay'],
  }));
const holds = ({ from, to }: Period, night: Day): boolean => from <= night && (to === null || night < to);
const nightsOf = (stay: StayInUnit): readonly Day[] => {
  const nights = nightsTaken(stay, now);
  return nights === null
    ? []
    : Array.from({ length: 70 }, (_, offset) => on(offset)).filter((night) => nights.arrival <= night && night < nights.departure);
};

describe('a stay is in trouble', () => {
  const closures = fc.array(
    period.map((one): Closure => ({ ...one, reason: 'maling' })),
    { maxLength: 3 },
  );

  test('exactly when one of its nights from now on is closed, outside the opening, or not opened', () => {
    fc.assert(
      fc.property(
        closures,
        closures,
        fc.array(period, { maxLength: 2 }),
        fc.option(fc.array(period, { maxLength: 2 })),
        booking,
        (ofUnit, ofPlace, open, opened, stay) => {
          const flexible = opened && { leadDays: 7, closesAfterDays: 14, opened };
          const unit = testUnit([testPlace('a', [], { closures: ofPlace, flexible }), testPlace('b')], { closures: ofUnit, open });
          const nights = nightsOf(stay);
          const kinds = new Set(troublesOf(unit, stay, now).map(({ kind }) => kind));

          const closedBy = [...ofUnit, ...(stay.place === 'a' ? ofPlace : [])];
          expect(kinds.has('closed')).toBe(nights.some((night) => closedBy.some((one) => holds(one, night))));
          expect(kinds.has('not-open')).toBe(nights.some((night) => !open.some((one) => holds(one, night))));
          expect(kinds.has('not-opened')).toBe(
            stay.place === 'a' && opened !== null && nights.some((night) => !opened.some((one) => holds(one, night))),
          );
        },
      ),
    );
  });

  test('when its place no longer has what she must have, until she has come', () => {
    const unit = testUnit([testPlace('a', ['shielded'])]);
    const expected = taken('a', on(2), on(9), { mustHave: ['shielded', 'partner'] });
    expect(troublesOf(unit, expected, now)).toEqual([{ kind: 'lacks', properties: ['partner'] }]);
    expect(troublesOf(unit, { ...expected, status: 'admitted', mustHave: [] }, now)).toEqual([]);
  });

  test('not when it was let go, has ended, or its hold has run out', () => {
    const unit = testUnit([testPlace('a')], { closures: [{ from: on(-5), to: null, reason: 'maling' }] });
    expect(troublesOf(unit, taken('a', on(-9), on(0)), now)).toEqual([]);
    expect(troublesOf(unit, taken('a', on(1), on(3), { status: 'released' }), now)).toEqual([]);
    expect(troublesOf(unit, taken('a', on(1), on(3), { status: 'held', heldUntil: now }), now)).toEqual([]);
    expect(troublesOf(unit, taken('ukendt', on(1), on(3)), now)).toEqual([]);
  });
});

test('the effect of a closure is those whose nights it shares, and not those who were in trouble before', () => {
  const before = testUnit([testPlace('a'), testPlace('b')]);
  const closed: Unit = { ...before, closures: [{ from: on(5), to: on(12), reason: 'maling' }] };
  const stays = [taken('a', on(1), on(5)), taken('a', on(5), on(6)), taken('b', on(11), on(40)), taken('b', on(12), on(20))];

  expect(effectOn(before, closed, stays, now).map((one) => one.booking.nights.arrival)).toEqual([on(5), on(11)]);
  expect(effectOn(closed, closed, stays, now)).toEqual([]);
});

test('more women than the staffing are found on the worst nights of each period', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(period, fc.integer({ min: 0, max: 3 })), { maxLength: 3 }),
      fc.array(booking, { maxLength: 6 }),
      (rows, stays) => {
        const staffing = rows.map(([of, women]) => ({ ...of, women }));
        const found = overStaffing(testUnit([testPlace('a'), testPlace('b')], { staffing }), stays, now);
        const expected = staffing.flatMap((row) => {
          const counts = Array.from({ length: 70 }, (_, offset) => on(offset))
            .filter((night) => holds(row, night))
            .map((night) => stays.filter((stay) => nightsOf(stay).includes(night)).length);
          const most = Math.max(0, ...counts);
          return most > row.women ? [{ women: row.women, booked: most }] : [];
        });
        expect(found.map(({ women, booked }) => ({ women, booked }))).toEqual(expected);
        for (const { from, to, booked } of found) {
          expect(from < to).toBe(true);
          expect(stays.filter((stay) => nightsOf(stay).includes(from)).length).toBe(booked);
        }
      },
    ),
  );
});

describe('closing a flexible place is proposed', () => {
  const flexible = { leadDays: 7, closesAfterDays: 14, opened: [{ from: on(-40), to: on(60) }] };
  const unit = testUnit([testPlace('a', [], { flexible }), testPlace('b')]);
  const standing = (...stays: readonly StayInUnit[]) => flexibleStandings(unit, stays, now);

  test('when it has been empty for as long as it may', () => {
    expect(standing(taken('a', on(-30), on(-14), { status: 'discharged' }))).toMatchObject([{ emptySince: on(-14), proposeToClose: true }]);
    expect(standing(taken('a', on(-30), on(-13), { status: 'discharged' }))).toMatchObject([
      { emptySince: on(-13), proposeToClose: false },
    ]);
    expect(standing()).toMatchObject([{ emptySince: on(-40), proposeToClose: true }]);
  });

  test('not while somebody is there, or comes before it could be opened again', () => {
    expect(standing(taken('a', on(-30), on(5), { status: 'admitted' }))).toMatchObject([{ emptySince: null, proposeToClose: false }]);
    expect(standing(taken('a', on(7), on(50)))).toMatchObject([{ emptySince: on(-40), proposeToClose: false }]);
    expect(standing(taken('a', on(8), on(50)))).toMatchObject([{ emptySince: on(-40), proposeToClose: true }]);
  });

  test('not when it is closed', () => {
    const shut = testUnit([testPlace('a', [], { flexible: { ...flexible, opened: [{ from: on(-40), to: on(0) }] } })]);
    expect(flexibleStandings(shut, [], now)).toMatchObject([{ isOpenTonight: false, emptySince: null, proposeToClose: false }]);
  });
});
