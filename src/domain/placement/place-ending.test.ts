import { describe, expect, test } from 'vitest';
import { asId } from '../id.ts';
import { day, moment } from '../time.ts';
import type { StayStatus } from './lifecycle.ts';
import { bookedAfterEnding, endingOfPlace, placeStanding } from './place-ending.ts';
import type { Booking } from './supply-effect.ts';
import type { ClosureCause, SupplyClosure } from './supply-state.ts';

const [one, other] = [asId<'place'>('1'), asId<'place'>('2')];
const at = moment('2026-12-01T10:00:00Z');
const today = day('2026-12-01');

const closure = (cause: ClosureCause, from: string, to: string | null = null, place: typeof one | null = one): SupplyClosure => ({
  id: asId<'closure'>(`${cause} ${from}`),
  place,
  from: day(from),
  to: to === null ? null : day(to),
  cause,
  reason: 'opdigtet',
});
const ending = closure('discontinued', '2026-12-10');

const booking = (
  place: typeof one,
  arrival: string,
  departure: string,
  status: StayStatus = 'confirmed',
  heldUntil: string | null = null,
): Booking => ({
  place,
  nights: { arrival: day(arrival), departure: day(departure) },
  status,
  heldUntil: heldUntil === null ? null : moment(heldUntil),
  mustHave: [],
  dated: [],
  movesOn: false,
});

describe('a place that ends for good', () => {
  test('is a closure of one place without an end, and no other change', () => {
    expect(endingOfPlace({ type: 'closed', closure: ending })).toBe(ending);
    expect(endingOfPlace({ type: 'closure-changed', closure: ending })).toBe(ending);
    expect(endingOfPlace({ type: 'closed', closure: closure('discontinued', '2026-12-10', null, null) })).toBeNull();
    expect(endingOfPlace({ type: 'closed', closure: closure('damage', '2026-12-10') })).toBeNull();
    expect(endingOfPlace({ type: 'closure-lifted', closure: ending.id, from: today })).toBeNull();
  });

  test('is refused by whoever has a night on it from that day on, and by nobody else', () => {
    const inTheWay = booking(one, '2026-12-09', '2026-12-11');
    const all = [
      inTheWay,
      booking(one, '2026-12-05', '2026-12-10'),
      booking(other, '2026-12-09', '2026-12-20'),
      booking(one, '2026-12-12', '2026-12-20', 'held', '2026-12-01T09:00:00Z'),
    ];
    expect(bookedAfterEnding(ending, all, at)).toEqual([inTheWay]);
    const held = booking(one, '2026-12-12', '2026-12-20', 'held', '2026-12-01T11:00:00Z');
    expect(bookedAfterEnding(ending, [held], at)).toEqual([held]);
    // One who has not left has tonight, whatever day was agreed.
    const overdue = booking(one, '2026-11-01', '2026-11-30', 'admitted');
    expect(bookedAfterEnding(closure('discontinued', '2026-12-01'), [overdue], at)).toEqual([overdue]);
    expect(bookedAfterEnding(closure('discontinued', '2026-12-02'), [overdue], at)).toEqual([]);
  });
});

describe('how a place stands', () => {
  const standing = (...closures: readonly SupplyClosure[]): string => {
    const { kind, ...of } = placeStanding({ closures }, { id: one }, today);
    return 'ofUnit' in of && of.ofUnit ? `${kind} of unit` : kind;
  };

  test('is told from its closures and the unit’s: what is so today, then what is ahead', () => {
    expect(standing()).toBe('as-it-is');
    expect(standing(closure('damage', '2026-11-01', '2026-12-01'))).toBe('as-it-is');
    expect(standing(closure('damage', '2026-11-01', '2026-12-02'))).toBe('closed');
    expect(standing(closure('damage', '2026-12-01', null, other))).toBe('as-it-is');
    expect(standing(closure('staffing', '2026-12-01', '2026-12-04', null))).toBe('closed of unit');
    expect(standing(closure('staffing', '2026-12-03', '2026-12-04', null))).toBe('closing of unit');
    expect(standing(closure('damage', '2026-12-02'))).toBe('closing');
    expect(standing(ending)).toBe('ending');
    expect(standing(closure('damage', '2026-12-01', '2026-12-03'), ending)).toBe('closed');
    expect(standing(closure('damage', '2026-11-01', '2026-12-03'), closure('discontinued', '2026-12-01'))).toBe('ended');
  });
});
