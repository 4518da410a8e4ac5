import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { now, taken, testPlace, testUnit } from '../../../test/provision.ts';
import { asId, type Id } from '../id.ts';
import { addDays, addMinutes, danishDay, type Day, daysBetween } from '../time.ts';
import { admit, discharge } from './arrival.ts';
import { changeDeparture } from './departure.ts';
import { grantLeave, leaveOn, returnFromLeave } from './leave.ts';
import { moveWithin } from './move-within.ts';
import { joined, partOn, partsUntil, partsWithin, partsWithMove, type StayPart } from './parts.ts';
import type { Staffing } from './provision.ts';
import type { Birth } from './needs.ts';
import { nightsTaken, occupationsOf, type Stay } from './stay.ts';

const today = danishDay(now);
const place = (name: string): Id<'place'> => asId<'place'>(name);

/** Each night with its place: the simplest picture of a stay. */
function nightByNight(parts: readonly StayPart[]): readonly string[] {
  return parts.flatMap(({ place: on, nights }) =>
    Array.from({ length: daysBetween(nights.arrival, nights.departure) }, (_, index) => `${addDays(nights.arrival, index)} ${on}`),
  );
}

/** A stay of some parts, given by place and length. */
function partsFrom(start: Day, lengths: readonly (readonly [name: string, length: number])[]): readonly StayPart[] {
  let arrival = start;
  return lengths.map(([name, length]) => {
    const nights = { arrival, departure: addDays(arrival, length) };
    arrival = nights.departure;
    return { place: place(name), nights };
  });
}

const someParts = fc
  .array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.integer({ min: 1, max: 5 })), { minLength: 1, maxLength: 4 })
  .map((lengths) => partsFrom(today, lengths));

function isWhole(parts: readonly StayPart[]): boolean {
  return parts.length > 0 && parts.every(({ nights }, index) => index === 0 || parts[index - 1]?.nights.departure === nights.arrival);
}

describe('the parts of a stay', () => {
  test('cut on a day are the nights before it, and nothing else', () => {
    fc.assert(
      fc.property(someParts, fc.integer({ min: 0, max: 25 }), (parts, offset) => {
        const departure = addDays(today, offset);
        const cut = partsUntil(parts, departure);
        expect(isWhole(cut)).toBe(true);
        expect(nightByNight(cut)).toEqual(nightByNight(parts).filter((night) => night < departure));
      }),
    );
  });

  test('on other nights keep the place of each night that both have, and have no gap', () => {
    fc.assert(
      fc.property(someParts, fc.integer({ min: -5, max: 20 }), fc.integer({ min: 0, max: 25 }), (parts, offset, length) => {
        const nights = { arrival: addDays(today, offset), departure: addDays(today, offset + length) };
        const within = partsWithin(parts, nights);
        expect(isWhole(within)).toBe(true);
        expect([within[0]?.nights.arrival, within.at(-1)?.nights.departure]).toEqual([nights.arrival, nights.departure]);
        const before = nightByNight(parts);
        const after = nightByNight(within);
        expect(after.filter((night) => before.some((one) => one.slice(0, 10) === night.slice(0, 10)))).toEqual(
          before.filter((night) => night >= nights.arrival && night < nights.departure),
        );
      }),
    );
  });

  test('with a move are the new place from that day and the old ones before', () => {
    fc.assert(
      fc.property(someParts, fc.integer({ min: -2, max: 22 }), (parts, offset) => {
        const from = addDays(today, offset);
        const expected = nightByNight(parts).map((night) => (night >= from ? `${night.slice(0, 10)} d` : night));
        const moved = partsWithMove(parts, from, place('d'));
        expect(isWhole(moved)).toBe(true);
        expect(nightByNight(moved)).toEqual(expected);
        expect(joined(moved)).toEqual(moved.length === 1 ? moved : joined(moved));
      }),
    );
  });

  test('that follow each other on one place are one', () => {
    fc.assert(
      fc.property(someParts, (parts) => {
        const together = joined(parts);
        expect(nightByNight(together)).toEqual(nightByNight(parts));
        expect(together.every((part, index) => index === 0 || part.place !== together[index - 1]?.place)).toBe(true);
      }),
    );
  });

  test('hold on a day: the first before she comes, the last when she should have left', () => {
    const parts = partsFrom(today, [
      ['a', 2],
      ['b', 3],
    ]);
    expect([-1, 0, 1, 2, 9].map((offset) => partOn(parts, addDays(today, offset)).place)).toEqual(['a', 'a', 'a', 'b', 'b']);
  });
});

const stay: Stay & Birth = {
  bornOn: null,
  id: asId<'stay'>('hers'),
  pathway: asId<'pathway'>('maja'),
  unit: asId<'unit'>('lyng'),
  parts: partsFrom(addDays(today, -4), [
    ['a', 6],
    ['b', 10],
  ]),
  nights: { arrival: addDays(today, -4), departure: addDays(today, 12) },
  status: 'admitted',
  heldUntil: null,
  extensions: 0,
  needs: [],
  legalBasis: 'SUL-141',
  paidBy: asId<'municipality'>('0851'),
};
const unit = testUnit([testPlace('a'), testPlace('b'), testPlace('c', ['mother-and-baby'])]);

describe('one who moves within her stay', () => {
  test('frees the first place on the day she moves, and keeps only the last when she has not left in time', () => {
    const overdue = {
      ...stay,
      parts: partsFrom(addDays(today, -16), [
        ['a', 6],
        ['b', 10],
      ]),
    };
    expect(occupationsOf(overdue).map((occupation) => nightsTaken(occupation, now))).toEqual([
      { arrival: addDays(today, -16), departure: addDays(today, -10) },
      { arrival: addDays(today, -10), departure: addDays(today, 1) },
    ]);
  });

  test('comes until the night that somebody else has the place she was to move to', () => {
    const next = taken('b', addDays(today, -1), addDays(today, 40));
    expect(admit({ ...stay, status: 'confirmed' }, [next], addDays(today, -4), now)).toMatchObject({
      outcome: 'admitted',
      nights: { departure: addDays(today, 2) },
      parts: [{ place: 'a', nights: { departure: addDays(today, 2) } }],
      remarks: ['must-move'],
    });
  });

  test('leaves from the place she is on, and never had the next', () => {
    expect(discharge(stay, [], today, now)).toMatchObject({
      parts: [{ place: 'a', nights: { arrival: addDays(today, -4), departure: today } }],
    });
  });
});

describe('another departure', () => {
  type Differs = { onPlace?: string; taken?: ReturnType<typeof taken>[]; baby?: boolean; staffing?: Staffing[] };
  const ask = (departure: number, differs: Differs = {}) =>
    changeDeparture(
      stay,
      { ...unit, staffing: differs.staffing ?? [] },
      [...occupationsOf(stay), ...(differs.taken ?? [])],
      {
        departure: addDays(today, departure),
        onPlace: differs.onPlace === undefined ? null : place(differs.onPlace),
        needs: differs.baby ? [{ property: 'mother-and-baby', why: 'stay-passes-birth' }] : [],
      },
      now,
    );

  test('later is on her last place, earlier cuts what comes after', () => {
    expect(ask(20)).toMatchObject({
      outcome: 'departure-changed',
      parts: [{ place: 'a' }, { place: 'b', nights: { departure: addDays(today, 20) } }],
    });
    expect(ask(1)).toMatchObject({ parts: [{ place: 'a', nights: { departure: addDays(today, 1) } }] });
  });

  test('is refused in the past, beyond the longest stay, and of a hold that has run out or is let go', () => {
    expect(ask(-1)).toEqual({ outcome: 'not-a-stay', fault: 'in-the-past' });
    expect(ask(700)).toEqual({ outcome: 'not-a-stay', fault: 'too-long' });
    const changed = (differs: Partial<Stay>): string => {
      const change = changeDeparture({ ...stay, ...differs }, unit, [], { departure: today, onPlace: null, needs: [] }, now);
      return change.outcome === 'cannot' ? change.status : change.outcome;
    };
    expect(changed({ status: 'held', heldUntil: addMinutes(now, 1) })).toBe('departure-changed');
    expect(changed({ status: 'held', heldUntil: addMinutes(now, -1) })).toBe('expired');
    expect(changed({ status: 'released' })).toBe('released');
  });

  test('on a place without what she needs after the birth offers one that has it, and moves her there on the day agreed before', () => {
    expect(ask(20, { baby: true })).toMatchObject({
      outcome: 'cannot-stay-on',
      lacks: ['mother-and-baby'],
      instead: { until: null, places: [{ id: 'c' }] },
    });
    expect(ask(20, { baby: true, onPlace: 'c' })).toMatchObject({
      outcome: 'departure-changed',
      parts: [{ place: 'a' }, { place: 'b' }, { place: 'c', nights: { arrival: addDays(today, 12), departure: addDays(today, 20) } }],
    });
  });

  test('asks whether the unit is staffed for her on the added nights, whichever place she has, and not on those she was promised', () => {
    const other = taken('c', today, addDays(today, 16));
    const staffing = [{ from: today, to: null, women: 1 }];
    expect(ask(20, { taken: [other], staffing })).toEqual({
      outcome: 'understaffed',
      by: [{ staffing: staffing[0], nights: { arrival: addDays(today, 12), departure: addDays(today, 16) } }],
    });
    expect(ask(10, { taken: [other], staffing }).outcome).toBe('departure-changed');
    expect(ask(20, { staffing }).outcome).toBe('departure-changed');
  });

  test('never shares a night with somebody else, and is refused only when her place is taken', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 12, max: 30 }), fc.integer({ min: 1, max: 9 }), (to, from, length) => {
        const other = taken('b', addDays(today, from), addDays(today, from + length));
        const change = ask(to, { taken: [other] });
        const isFree = to <= 12 || to <= from;
        expect(change.outcome).toBe(isFree ? 'departure-changed' : 'cannot-stay-on');
        if (change.outcome === 'cannot-stay-on') expect(change.instead.until).toBe(from > 12 ? addDays(today, from) : null);
      }),
    );
  });
});

describe('a move within the unit', () => {
  test('goes where nobody is on any of the nights left', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 11 }),
        fc.integer({ min: -3, max: 15 }),
        fc.integer({ min: 1, max: 9 }),
        (day, from, length) => {
          const other = taken('c', addDays(today, from), addDays(today, from + length));
          const move = moveWithin(stay, unit, [...occupationsOf(stay), other], { place: place('c'), from: addDays(today, day) }, now);
          const shares = from < 12 && from + length > day;
          expect(move.outcome).toBe(shares ? 'place-not-free' : 'moved');
        },
      ),
    );
  });

  test('needs a place of the unit that she is not on, and a night of hers', () => {
    const to = (name: string, day: number) =>
      moveWithin(stay, unit, occupationsOf(stay), { place: place(name), from: addDays(today, day) }, now).outcome;
    expect([to('x', 0), to('b', 4), to('c', 12), to('b', 0)]).toEqual(['no-such-place', 'not-her-nights', 'not-her-nights', 'moved']);
  });
});

describe('leave', () => {
  const leave = { from: today, back: addDays(today, 2), reason: 'home', text: '' } as const;

  test('has nights of her stay, and one at a time', () => {
    expect(grantLeave(stay, [], leave, today)).toEqual({ outcome: 'on-leave', from: today, back: addDays(today, 2) });
    expect(grantLeave(stay, [leave], { from: addDays(today, 1), back: addDays(today, 3) }, today)).toMatchObject({
      outcome: 'on-leave-already',
    });
    expect(grantLeave(stay, [leave], { from: addDays(today, 2), back: addDays(today, 3) }, today)).toMatchObject({ outcome: 'on-leave' });
    expect(grantLeave(stay, [], { from: today, back: today }, today)).toEqual({ outcome: 'no-nights' });
    expect(grantLeave(stay, [], { from: addDays(today, -9), back: today }, today)).toEqual({ outcome: 'before-arrival' });
    expect(grantLeave(stay, [], { from: today, back: addDays(today, 13) }, today)).toEqual({
      outcome: 'after-departure',
      departure: addDays(today, 12),
    });
    expect(grantLeave({ ...stay, status: 'confirmed' }, [], leave, today)).toEqual({ outcome: 'not-admitted', status: 'confirmed' });
  });

  test('lies past her departure only where that day is over and she is there still', () => {
    const { departure } = stay.nights;
    const past = { from: addDays(departure, 1), back: addDays(departure, 3) };
    for (const asked of [past, { from: departure, back: past.back }])
      expect([-5, 0, 1].map((after) => grantLeave(stay, [], asked, addDays(departure, after)).outcome)).toEqual([
        'after-departure',
        'after-departure',
        'on-leave',
      ]);
  });

  test('is over on the night of the day she is back', () => {
    expect([-1, 0, 1, 2].map((offset) => leaveOn([leave], addDays(today, offset)) !== null)).toEqual([false, true, true, false]);
    expect(returnFromLeave(stay, [leave], addDays(today, 1), addDays(today, 1))).toEqual({
      outcome: 'returned',
      from: today,
      back: addDays(today, 1),
    });
    expect(returnFromLeave(stay, [leave], addDays(today, 2), addDays(today, 2))).toEqual({ outcome: 'not-on-leave' });
    expect(returnFromLeave(stay, [leave], addDays(today, 1), today)).toEqual({ outcome: 'in-the-future' });
    expect(returnFromLeave({ status: 'discharged' }, [leave], today, today)).toEqual({ outcome: 'not-admitted', status: 'discharged' });
  });
});
