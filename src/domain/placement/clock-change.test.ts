/** The nights when the clock changes, in Copenhagen: a hold runs its minutes, a night is a night, and the day changes at midnight. */
import { describe, expect, test } from 'vitest';
import { testPlace, testUnit } from '../../../test/provision.ts';
import { asId } from '../id.ts';
import { addDays, addMinutes, danishDay, day, millisBetween, moment, startOfDanishDay } from '../time.ts';
import { extendHold, holdMinutes, holdPlace } from './hold.ts';
import { countNights, nightsFrom, shareANight } from './nights.ts';
import { hasRunOut, type Stay } from './stay.ts';

const place = testPlace('a');
const unit = testUnit([place]);

/** The Sunday, a moment a quarter of an hour before the clock changes, and the hours of that day. */
const changes = [
  ['forward', day('2027-03-28'), moment('2027-03-28T00:45:00.000Z'), 23],
  ['back', day('2027-10-31'), moment('2027-10-31T00:45:00.000Z'), 25],
] as const;

describe.each(changes)('the night when the clock is put %s', (_, sunday, before, hours) => {
  const nights = nightsFrom(sunday, 3);

  test('is longer or shorter by an hour, and one night all the same', () => {
    expect(millisBetween(startOfDanishDay(sunday), startOfDanishDay(addDays(sunday, 1)))).toBe(hours * 3_600_000);
    expect(countNights({ arrival: addDays(sunday, -1), departure: addDays(sunday, 1) })).toBe(2);
    expect(shareANight(nightsFrom(addDays(sunday, -1), 1), nightsFrom(sunday, 1))).toBe(false);
  });

  test('a hold across the change runs exactly its minutes, and so does its extension', () => {
    const decision = holdPlace(unit, place, [], { needs: [], nights }, before);
    if (decision.outcome !== 'held') throw new Error('the place was not held');
    expect(millisBetween(before, decision.until)).toBe(holdMinutes * 60_000);

    const held: Stay = {
      id: asId<'stay'>('hers'),
      pathway: asId<'pathway'>('maja'),
      unit: unit.id,
      parts: [{ place: place.id, nights }],
      nights,
      status: 'held',
      heldUntil: decision.until,
      extensions: 0,
      needs: [],
      legalBasis: null,
      paidBy: null,
    };
    expect(hasRunOut(held, addMinutes(decision.until, -1))).toBe(false);
    expect(hasRunOut(held, decision.until)).toBe(true);
    const extension = extendHold(held, addMinutes(before, 20));
    if (extension.outcome !== 'extended') throw new Error('the hold was not extended');
    expect(millisBetween(before, extension.until)).toBe(2 * holdMinutes * 60_000);
  });

  test('today is the day in Denmark, to the second before and after midnight', () => {
    const midnight = startOfDanishDay(sunday);
    const next = startOfDanishDay(addDays(sunday, 1));
    const shifted = (at: typeof midnight, millis: number): typeof midnight => moment(new Date(Date.parse(at) + millis).toISOString());
    expect([shifted(midnight, -1000), midnight, shifted(next, -1000), next].map(danishDay)).toEqual([
      addDays(sunday, -1),
      sunday,
      sunday,
      addDays(sunday, 1),
    ]);
    expect(holdPlace(unit, place, [], { needs: [], nights }, shifted(next, -1000)).outcome).toBe('held');
    expect(holdPlace(unit, place, [], { needs: [], nights }, next)).toEqual({ outcome: 'not-a-stay', fault: 'in-the-past' });
  });
});
