/** A discharge that was written by mistake, put right: held against walking through the nights one by one. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { now, taken, testPlace, testUnit } from '../../../test/provision.ts';
import { asId } from '../id.ts';
import { addDays, addMinutes, danishDay, type Day } from '../time.ts';
import { stayStatuses } from './lifecycle.ts';
import type { StayPart } from './parts.ts';
import type { Occupation, Stay } from './stay.ts';
import type { Birth } from './needs.ts';
import { type DischargeUndone, putRightUntil, undoDischarge } from './undo-discharge.ts';

const today = danishDay(now);
const unit = testUnit([testPlace('a', ['mother-and-baby']), testPlace('b'), testPlace('c', ['mother-and-baby'])]);
const on = (place: string, from: number, to: number): StayPart => ({
  place: asId<'place'>(place),
  nights: { arrival: addDays(today, from), departure: addDays(today, to) },
});

/** She was on these places, and left some days from today. */
function discharged(before: readonly StayPart[], left: number): Stay & Birth {
  const arrival = before[0]?.nights.arrival ?? today;
  return {
    id: asId<'stay'>('hers'),
    pathway: asId<'pathway'>('maja'),
    unit: unit.id,
    parts: [],
    nights: { arrival, departure: addDays(today, left) },
    status: 'discharged',
    heldUntil: null,
    extensions: 0,
    needs: [{ property: 'mother-and-baby', why: 'chosen' }],
    legalBasis: null,
    paidBy: null,
    bornOn: null,
  };
}

const usual = [on('a', -10, 30)];

function undone(
  others: readonly Occupation[],
  differs: { before?: readonly StayPart[]; onPlace?: string; written?: number; elsewhere?: boolean } = {},
): DischargeUndone {
  const before = differs.before ?? usual;
  const record = { recorded: addMinutes(now, -(differs.written ?? 60)), before };
  const onPlace = differs.onPlace === undefined ? null : asId<'place'>(differs.onPlace);
  return undoDischarge(discharged(before, -1), record, unit, others, { onPlace, livesElsewhere: differs.elsewhere ?? false }, now);
}

describe('a discharge that was written by mistake', () => {
  test('is put right as it stood, while her place is free', () => {
    expect(undone([taken('b', today, addDays(today, 5))])).toEqual({
      outcome: 'discharge-undone',
      nights: usual[0]?.nights,
      parts: usual,
      moved: null,
      edition: 'udskrivning-rettes/2026-11',
    });
  });

  test('can be put right for three days and nights after it was written, and not a minute more', () => {
    expect(undone([], { written: 72 * 60 }).outcome).toBe('discharge-undone');
    expect(undone([], { written: 72 * 60 + 1 })).toEqual({ outcome: 'too-late', until: addMinutes(now, -1) });
    expect(putRightUntil(now).until).toBe(addMinutes(now, 72 * 60));
  });

  test('is not put right once she was admitted in another unit', () => {
    expect(undone([], { elsewhere: true })).toEqual({ outcome: 'lives-elsewhere' });
  });

  test('is put right for one who is discharged alone, and only where it is known how it stood', () => {
    const record = { recorded: now, before: usual };
    for (const status of stayStatuses) {
      const { outcome } = undoDischarge(
        { ...discharged(usual, -1), status },
        record,
        unit,
        [],
        { onPlace: null, livesElsewhere: false },
        now,
      );
      expect(outcome).toBe(status === 'discharged' ? 'discharge-undone' : 'cannot');
    }
    expect(undoDischarge(discharged(usual, -1), null, unit, [], { onPlace: null, livesElsewhere: false }, now).outcome).toBe('cannot');
  });

  test('says who has the place from when, and which other places she can have, those with all she needs first', () => {
    const answer = undone([taken('a', addDays(today, 3), addDays(today, 9))]);
    expect(answer).toMatchObject({ outcome: 'place-taken', place: 'Plads a', from: addDays(today, 3) });
    expect(answer.outcome === 'place-taken' && answer.instead.map(({ place, lacks }) => [place.name, lacks])).toEqual([
      ['Plads c', []],
      ['Plads b', ['mother-and-baby']],
    ]);
  });

  test('says which places are free for some of her nights where none is for all, those with what she needs first, then the longest', () => {
    const others = [
      taken('a', addDays(today, 3), addDays(today, 9)),
      taken('b', addDays(today, 20), addDays(today, 22)),
      taken('c', addDays(today, 8), addDays(today, 9)),
    ].map((one, index) => ({ ...one, stay: asId<'stay'>(`other-${index}`) }));
    const answer = undone(others);
    expect(answer).toMatchObject({ outcome: 'place-taken', departure: addDays(today, 30), instead: [] });
    expect(answer.outcome === 'place-taken' && answer.partly.map(({ place, until, lacks }) => [place.name, until, lacks])).toEqual([
      ['Plads c', addDays(today, 8), []],
      ['Plads b', addDays(today, 20), ['mother-and-baby']],
    ]);
    // A place that is free for all of them is not said to be so for some.
    expect(undone(others.slice(0, 2))).toMatchObject({ partly: [] });
  });

  test('takes tonight into account where she should have left already', () => {
    const overdue = [on('a', -10, -2)];
    expect(undone([taken('a', today, addDays(today, 1))], { before: overdue }).outcome).toBe('place-taken');
    expect(undone([taken('a', today, addDays(today, 1))], { before: overdue, onPlace: 'b' })).toMatchObject({
      parts: [on('a', -10, 0), on('b', 0, 1)],
    });
  });

  test('never has a night that is somebody else’s, has every night that was hers, and is refused only where one is taken', () => {
    const length = fc.integer({ min: 1, max: 6 });
    const place = fc.constantFrom('a', 'b', 'c');
    const hers = fc.array(fc.tuple(place, length), { minLength: 1, maxLength: 3 });
    const theirs = fc.array(fc.tuple(place, fc.integer({ min: -4, max: 12 }), length), { maxLength: 5 });
    fc.assert(
      fc.property(hers, fc.integer({ min: -6, max: 0 }), theirs, fc.option(place), (spells, came, occupied, onPlace) => {
        let day = came;
        const before = spells.map(([which, nights]) => {
          const part = on(which, day, day + nights);
          day += nights;
          return part;
        });
        const others = occupied.map(([which, from, nights], index) =>
          taken(which, addDays(today, from), addDays(today, from + nights), { stay: asId<'stay'>(`other-${index}`) }),
        );
        const isTaken = (which: string, night: Day): boolean =>
          others.some((one) => one.place === which && one.nights.arrival <= night && night < one.nights.departure);
        const last = Math.max(day, 1);
        /** Night by night: where she was to be, and on the last place also tonight. */
        const plan = Array.from({ length: last - came }, (_, index) => {
          const night = addDays(today, came + index);
          const part = before.find(({ nights }) => nights.arrival <= night && night < nights.departure) ?? before.at(-1);
          return { night, place: part?.place ?? '' };
        });
        const stuck = plan.findIndex(({ night, place: which }) => isTaken(which, night));
        const answer = undone(others, { before, ...(onPlace === null ? {} : { onPlace }) });
        const free = ['a', 'b', 'c'].filter((which) => plan.slice(stuck).every(({ night }) => !isTaken(which, night)));

        if (stuck === -1) {
          expect(answer).toMatchObject({ outcome: 'discharge-undone', parts: before, moved: null });
        } else if (onPlace === null || !free.includes(onPlace)) {
          expect(answer).toMatchObject({ outcome: 'place-taken', from: plan[stuck]?.night });
          const instead = answer.outcome === 'place-taken' ? answer.instead.map((one) => one.place.id as string) : [];
          expect(instead.toSorted()).toEqual(free);
          // Where no place is free all the time: each that is free on the first of the nights, until the first night that it is not.
          const firstNot = (which: string): Day | undefined => plan.slice(stuck).find(({ night }) => isTaken(which, night))?.night;
          const some = ['a', 'b', 'c'].flatMap((which) => {
            const until = firstNot(which);
            return free.length > 0 || until === undefined || until === plan[stuck]?.night ? [] : [[which, until] as const];
          });
          const partly = answer.outcome === 'place-taken' ? answer.partly.map((one) => [one.place.id as string, one.until] as const) : [];
          expect(partly.toSorted(([one], [other]) => (one < other ? -1 : 1))).toEqual(some);
        } else {
          const parts = answer.outcome === 'discharge-undone' ? answer.parts : [];
          const walked = parts.flatMap(({ place: which, nights }) => {
            const all: { night: Day; place: string }[] = [];
            for (let night = nights.arrival; night < nights.departure; night = addDays(night, 1)) all.push({ night, place: which });
            return all;
          });
          expect(walked).toEqual(plan.map((one, index) => (index < stuck ? one : { ...one, place: onPlace })));
        }
      }),
    );
  });
});

describe('a place that is promised to somebody who has not answered', () => {
  const until = addMinutes(now, 240);
  const promised = (place: string, from: number, to: number, heldUntil = until): Occupation =>
    taken(place, addDays(today, from), addDays(today, to), { status: 'held', heldUntil });

  test('says until when, and is hers again once that has run out', () => {
    expect(undone([promised('a', 0, 10)])).toMatchObject({ outcome: 'place-taken', place: 'Plads a', promisedUntil: until });
    expect(undone([promised('a', 0, 10, addMinutes(now, -1))]).outcome).toBe('discharge-undone');
  });

  test('says the last of the times where two have to answer', () => {
    const later = addMinutes(until, 60);
    expect(undone([promised('a', 0, 5, later), promised('a', 6, 9)])).toMatchObject({ promisedUntil: later });
  });

  test('says none where one of the nights is somebody else’s already: no answer gives it back', () => {
    expect(undone([promised('a', 0, 5), taken('a', addDays(today, 12), addDays(today, 14))])).toMatchObject({ promisedUntil: null });
    expect(undone([promised('a', 0, 5), taken('b', addDays(today, 12), addDays(today, 14))])).toMatchObject({ promisedUntil: until });
  });

  test('does not stand in the way of another place of the unit', () => {
    expect(undone([promised('a', 0, 10)], { onPlace: 'c' })).toMatchObject({ outcome: 'discharge-undone', moved: { toPlace: 'Plads c' } });
  });
});
