import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asId } from '../id.ts';
import { addDays, type Day, day, moment } from '../time.ts';
import {
  agreeByBirth,
  agreedAfter,
  agreeFixedDay,
  departureByBirth,
  followBirth,
  keepDeparture,
  type MayFollow,
  mostWeeksAfterBirth,
} from './follow-birth.ts';
import { stayStatuses } from './lifecycle.ts';
import type { Unit } from './provision.ts';
import type { Occupation } from './stay.ts';
import { testPlace, testUnit } from '../../../test/provision.ts';

const today = day('2026-11-27');
const at = moment('2026-11-27T09:00:00.000Z');
const place = testPlace('1', ['mother-and-baby']);
const unit: Unit = testUnit([place]);

const hers: MayFollow = {
  id: asId<'stay'>('hendes'),
  pathway: asId<'pathway'>('alma'),
  unit: unit.id,
  parts: [{ place: place.id, nights: { arrival: today, departure: addDays(today, 100) } }],
  nights: { arrival: today, departure: addDays(today, 100) },
  status: 'confirmed',
  heldUntil: null,
  extensions: 0,
  needs: [],
  legalBasis: null,
  paidBy: null,
  nightsAfterBirth: 56,
  dueOn: addDays(today, 44),
  bornOn: null,
  kept: null,
  movesTo: null,
};

/** The same stay until a day. */
const until = (departure: Day): Pick<MayFollow, 'nights' | 'parts'> => ({
  nights: { arrival: today, departure },
  parts: [{ place: place.id, nights: { arrival: today, departure } }],
});

/** The day after so many nights, told one night at a time: by counting, and not by adding. */
function nightByNight(from: Day, nights: number): Day {
  let told = from;
  for (let night = 0; night < nights; night += 1) told = addDays(told, 1);
  return told;
}

describe('a stay that is agreed by the birth', () => {
  test('shows a move exactly where the day is not the one that the birth in force gives, and from which day to which', () => {
    const birthDays = fc.option(fc.integer({ min: 1, max: 60 }), { nil: null });
    const cases = fc.record({
      nights: fc.option(fc.integer({ min: 0, max: 90 }), { nil: null }),
      due: birthDays,
      born: birthDays,
      leaves: fc.integer({ min: 1, max: 150 }),
      status: fc.constantFrom(...stayStatuses),
    });
    fc.assert(
      fc.property(cases, ({ nights, due, born, leaves, status }) => {
        const on = (days: number | null): Day | null => (days === null ? null : nightByNight(today, days));
        const departure = nightByNight(today, leaves);
        const stay = { ...hers, ...until(departure), nightsAfterBirth: nights, dueOn: on(due), bornOn: on(born), status };
        const birth = born === null ? due : born;
        const gives = nights === null || birth === null ? null : nightByNight(today, birth + nights);
        const stands = status === 'held' || status === 'confirmed' || status === 'admitted';
        const follows = followBirth(stay, unit, [], at);
        if (!stands || gives === null || gives === departure) expect(follows).toBeNull();
        else expect(follows).toMatchObject({ from: departure, to: gives, isBorn: born !== null, change: { outcome: 'departure-changed' } });
      }),
    );
  });

  test('can move exactly where no other has one of the new nights', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 101, max: 160 }),
        fc.integer({ min: 60, max: 200 }),
        fc.integer({ min: 1, max: 40 }),
        (to, first, count) => {
          const other: Occupation = {
            stay: asId<'stay'>('en-anden'),
            place: place.id,
            nights: { arrival: addDays(today, first), departure: addDays(today, first + count) },
            status: 'confirmed',
            heldUntil: null,
            movesOn: false,
          };
          const stay = { ...hers, dueOn: addDays(today, to - 56) };
          const taken = new Set(Array.from({ length: count }, (_, index) => first + index));
          const isFree = Array.from({ length: to - 100 }, (_, index) => 100 + index).every((night) => !taken.has(night));
          const change = followBirth(stay, unit, [other], at)?.change.outcome;
          expect(change).toBe(isFree ? 'departure-changed' : 'cannot-stay-on');
        },
      ),
    );
  });

  test('is agreed so still after a change to the day that the birth gives, and to a fixed day after any other', () => {
    expect(departureByBirth(hers)).toBe(addDays(today, 100));
    expect(agreedAfter(hers, addDays(today, 100))).toBe(56);
    expect(agreedAfter(hers, addDays(today, 101))).toBeNull();
    expect(agreedAfter({ ...hers, bornOn: addDays(today, 10) }, addDays(today, 66))).toBe(56);
  });

  test('shows nothing where its hold ran out, its departure is that of a move, or the day was kept against this very birth', () => {
    const moved: MayFollow = { ...hers, dueOn: addDays(today, 30) };
    const [birth, departure] = [addDays(today, 30), addDays(today, 100)];
    expect(followBirth(moved, unit, [], at)).not.toBeNull();
    expect(followBirth({ ...moved, status: 'held', heldUntil: moment('2026-11-27T08:59:00.000Z') }, unit, [], at)).toBeNull();
    expect(followBirth({ ...moved, movesTo: { departureBefore: addDays(today, 120) } }, unit, [], at)).toBeNull();
    const kept = { departure, birth, reason: 'Boligen er klar', byName: 'V' };
    expect(followBirth({ ...moved, kept }, unit, [], at)).toBeNull();
    expect(followBirth({ ...moved, kept: { ...kept, birth: addDays(birth, 1) } }, unit, [], at)).not.toBeNull();
    expect(followBirth({ ...moved, kept: { ...kept, departure: addDays(departure, 1) } }, unit, [], at)).not.toBeNull();
  });
});

test('the day is kept with a reason, as it was read, and by a stay that stands', () => {
  const seen = { departure: addDays(today, 100), birth: addDays(today, 44) };
  expect(keepDeparture(hers, seen, ' Boligen er klar ')).toEqual({
    outcome: 'departure-kept',
    kept: { ...seen, reason: 'Boligen er klar' },
  });
  expect(keepDeparture(hers, seen, '  ')).toEqual({ outcome: 'reason-missing' });
  expect(keepDeparture(hers, { ...seen, birth: today }, 'x')).toEqual({ outcome: 'seen-otherwise' });
  expect(keepDeparture(hers, { ...seen, departure: today }, 'x')).toEqual({ outcome: 'seen-otherwise' });
  expect(keepDeparture({ ...hers, nightsAfterBirth: null }, seen, 'x')).toEqual({ outcome: 'seen-otherwise' });
  expect(keepDeparture({ ...hers, status: 'released' }, seen, 'x')).toEqual({ outcome: 'cannot', status: 'released' });
});

describe('a stay to a fixed day that is said to follow the birth', () => {
  const fixed: MayFollow = { ...hers, nightsAfterBirth: null };

  test('follows it from every status in which she has the place, until so many whole weeks after it', () => {
    for (const status of stayStatuses) {
      const stands = status === 'held' || status === 'confirmed' || status === 'admitted';
      expect(agreeByBirth({ ...fixed, status }, 6, at)).toEqual(
        stands ? { outcome: 'agreed-by-birth', nightsAfterBirth: 42 } : { outcome: 'cannot', status },
      );
    }
    for (const weeks of [0, mostWeeksAfterBirth]) expect(agreeByBirth(fixed, weeks, at)).toMatchObject({ nightsAfterBirth: weeks * 7 });
    for (const weeks of [-1, 0.5, mostWeeksAfterBirth + 1, Number.NaN, Infinity])
      expect(agreeByBirth(fixed, weeks, at)).toEqual({ outcome: 'weeks-missing' });
  });

  test('is refused where the hold has run out, where it follows already, and where her departure is that of a move', () => {
    expect(agreeByBirth({ ...fixed, status: 'held', heldUntil: at }, 6, at)).toEqual({ outcome: 'cannot', status: 'expired' });
    expect(agreeByBirth(hers, 6, at)).toEqual({ outcome: 'follows-already', nightsAfterBirth: 56 });
    const movesTo = (departureBefore: Day | null): MayFollow => ({ ...fixed, movesTo: { departureBefore } });
    expect(agreeByBirth(movesTo(addDays(today, 50)), 6, at)).toEqual({ outcome: 'moves-away' });
    expect(agreeByBirth(movesTo(null), 6, at)).toMatchObject({ outcome: 'agreed-by-birth' });
  });
});

describe('that a stay which follows the birth is to a fixed day', () => {
  const fixedOn = hers.nights.departure;

  test('is agreed of a stay that can go on, of the very day that was read, with a reason', () => {
    for (const status of stayStatuses) {
      const stands = ['held', 'confirmed', 'admitted'].includes(status);
      const agreed = agreeFixedDay({ ...hers, status }, fixedOn, ' Boligen er klar ', at);
      expect(agreed).toEqual(
        stands ? { outcome: 'agreed-fixed-day', departure: fixedOn, reason: 'Boligen er klar' } : { outcome: 'cannot', status },
      );
    }
    for (const why of ['', '  ']) expect(agreeFixedDay(hers, fixedOn, why, at)).toEqual({ outcome: 'reason-missing' });
    for (const days of [-1, 1]) expect(agreeFixedDay(hers, addDays(fixedOn, days), 'x', at)).toEqual({ outcome: 'seen-otherwise' });
  });

  test('is refused where it cannot be the way back: it is so already, the hold has run out, or her departure is that of a move', () => {
    expect(agreeFixedDay({ ...hers, nightsAfterBirth: null }, fixedOn, 'x', at)).toEqual({ outcome: 'fixed-already', departure: fixedOn });
    expect(agreeFixedDay({ ...hers, status: 'held', heldUntil: at }, fixedOn, 'x', at)).toEqual({ outcome: 'cannot', status: 'expired' });
    const movesTo = (departureBefore: Day | null): MayFollow => ({ ...hers, movesTo: { departureBefore } });
    expect(agreeFixedDay(movesTo(addDays(today, 50)), fixedOn, 'x', at)).toEqual({ outcome: 'moves-away' });
    expect(agreeFixedDay(movesTo(null), fixedOn, 'x', at)).toMatchObject({ outcome: 'agreed-fixed-day' });
    // A stay to the very day of the birth follows it too.
    expect(agreeFixedDay({ ...hers, nightsAfterBirth: 0 }, fixedOn, 'x', at)).toMatchObject({ outcome: 'agreed-fixed-day' });
  });
});
