/** How long one who waits is to stay, against the days counted one by one. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type Day, day } from '../time.ts';
import { longestStay, type Nights, nightsFrom } from './nights.ts';
import { endOfWish, isOver, isSameLength, type LengthOfWish, nightsByBirth, wishedNights } from './wished-length.ts';

const start = day('2026-11-27');
const someDay = fc.integer({ min: -40, max: 90 }).map((days) => addDays(start, days));
/** A birth that is far ahead, near, past, and so long past that nothing is left; and no weeks after it as often as many. */
const births = fc.oneof(
  someDay,
  fc.integer({ min: -800, max: 800 }).map((days) => addDays(start, days)),
);
const nightsAfter = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 420 }));
const fixed = fc.record({ earliest: someDay, nights: fc.integer({ min: 1, max: longestStay }) });

/** All nights of a stay, one by one. */
function eachNight({ arrival, departure }: Nights): readonly Day[] {
  const all: Day[] = [];
  for (let night = arrival; night < departure; night = addDays(night, 1)) all.push(night);
  return all;
}

/** The wish as it stands when the birth in force is on that day. */
function byBirth(earliest: Day, birth: Day, nightsAfterBirth: number): LengthOfWish {
  const wish = { earliest, nights: 1, nightsAfterBirth };
  return { ...wish, nights: nightsByBirth(wish, birth) };
}

describe('a wish to the birth and some nights after', () => {
  test('has the nights from the day she comes that lie before so many nights after the birth, and none of those before she can come', () => {
    fc.assert(
      fc.property(someDay, births, nightsAfter, someDay, (earliest, birth, after, arrival) => {
        fc.pre(arrival >= earliest);
        const night = (index: number): Day => addDays(arrival, index);
        // Every night from her arrival on is asked: is it before the end, and within the longest stay from the first day she can come?
        const [end, longest] = [addDays(birth, after), addDays(earliest, longestStay)];
        const hers = Array.from({ length: 1_400 }, (_, index) => night(index)).filter((one) => one < end && one < longest);
        const stays = wishedNights(byBirth(earliest, birth, after), arrival);
        expect(stays.arrival).toBe(arrival);
        expect(eachNight(stays)).toEqual(hers);
      }),
    );
  });

  test('is over exactly when no day is left on which she could come', () => {
    fc.assert(
      fc.property(someDay, births, nightsAfter, someDay, (earliest, birth, after, today) => {
        const wish = byBirth(earliest, birth, after);
        const days = Array.from({ length: 900 }, (_, index) => addDays(earliest, index)).filter((one) => one >= today);
        expect(isOver(wish, today)).toBe(days.every((one) => eachNight(wishedNights(wish, one)).length === 0));
      }),
    );
  });

  test('is as long as it stood where no birth is known, and moves with a birth by as many days, as far as it can', () => {
    fc.assert(
      fc.property(someDay, births, nightsAfter, fc.integer({ min: -60, max: 60 }), (earliest, birth, after, moved) => {
        const wish = byBirth(earliest, birth, after);
        expect(nightsByBirth(wish, null)).toBe(wish.nights);
        expect(nightsByBirth(wish, birth)).toBe(wish.nights);
        const is = { ...wish, nights: nightsByBirth(wish, addDays(birth, moved)) };
        if (wish.nights > 0 && is.nights > 0 && wish.nights < longestStay && is.nights < longestStay)
          expect(is.nights - wish.nights).toBe(moved);
        expect(is.nights).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  test('is the same length on another first day, and another where the birth or the weeks are others', () => {
    fc.assert(
      fc.property(someDay, births, nightsAfter, someDay, fc.integer({ min: -3, max: 3 }), (earliest, birth, after, later, moved) => {
        const wish = byBirth(earliest, birth, after);
        const from = byBirth(later, birth, after);
        const counts = [wish, from].every(({ nights }) => nights > 0 && nights < longestStay);
        if (counts) expect(isSameLength(wish, from)).toBe(true);
        const other = { ...wish, nights: nightsByBirth(wish, addDays(birth, moved)) };
        expect(isSameLength(wish, other)).toBe(other.nights === wish.nights);
        expect(isSameLength(wish, { ...wish, nightsAfterBirth: after + 1 })).toBe(false);
        expect(isSameLength(wish, { ...wish, nightsAfterBirth: null })).toBe(false);
      }),
    );
  });

  test('is over where it ended before she can come, on the very day too, and lasts while a night is left', () => {
    const today = start;
    const ends = (days: number): LengthOfWish => byBirth(today, addDays(today, days), 0);
    expect([-3, 0, 1].map((days) => isOver(ends(days), today))).toEqual([true, true, false]);
    expect(isOver(byBirth(addDays(today, 10), addDays(today, 9), 0), today)).toBe(true);
    expect(endOfWish(ends(5))).toBe(addDays(today, 5));
  });
});

describe('a wish for so many nights', () => {
  test('has as many whatever day she comes and whatever is told of a birth, and is never over', () => {
    fc.assert(
      fc.property(fixed, births, someDay, fc.boolean(), (wish, birth, arrival, isSaid) => {
        const said: LengthOfWish = isSaid ? { ...wish, nightsAfterBirth: null } : wish;
        expect(wishedNights(said, arrival)).toEqual(nightsFrom(arrival, wish.nights));
        expect(nightsByBirth(said, birth)).toBe(wish.nights);
        expect(isOver(said, arrival)).toBe(false);
        expect(endOfWish(said)).toBeNull();
        expect(isSameLength(said, wish)).toBe(true);
        expect(isSameLength(said, { ...said, earliest: arrival })).toBe(true);
        expect(isSameLength(said, { ...said, nights: wish.nights + 1 })).toBe(false);
      }),
    );
  });
});
