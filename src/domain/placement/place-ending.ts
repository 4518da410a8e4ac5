/**
 * A place ends for good (da: nedlæggelse af en plads): from a day on, with a reason, as a closure without an end. Its history stands: stays rest on it. As
 * long as somebody has a night on it from that day on it is refused, with whose they are. How a place stands is told from the same closures.
 */
import type { Day, Moment } from '../time.ts';
import type { SupplyChange } from './supply-change.ts';
import type { Booking } from './supply-effect.ts';
import type { Supply, SupplyClosure, SupplyPlace } from './supply-state.ts';
import { nightsTaken } from './stay.ts';
import { asId } from '../id.ts';
import { byCode } from '../code-order.ts';

/** The closure by which a change ends a place for good; `null` for every other change. */
export function endingOfPlace(change: SupplyChange): SupplyClosure | null {
  if (change.type !== 'closed' && change.type !== 'closure-changed') return null;
  const { closure } = change;
  return closure.place !== null && closure.cause === 'discontinued' ? closure : null;
}

/** Those who have a night on the place from the day it ends on. A hold that has run out takes no night. */
export function bookedAfterEnding<Of extends Booking>(ending: SupplyClosure, bookings: readonly Of[], at: Moment): readonly Of[] {
  return bookings.filter((booking) => {
    const nights = booking.place === ending.place ? nightsTaken({ ...booking, stay: asId<'stay'>('') }, at) : null;
    return nights !== null && nights.departure > ending.from;
  });
}

/** How a place stands on a day. `closed` and `closing` count a closure of the whole unit too, which is said by `ofUnit`. */
export type PlaceStanding =
  | { readonly kind: 'ended' | 'ending'; readonly closure: SupplyClosure }
  | { readonly kind: 'closed' | 'closing'; readonly closure: SupplyClosure; readonly ofUnit: boolean }
  | { readonly kind: 'as-it-is' };

/** That it has ended goes before all else; then what is closed today, and then the first closure ahead. */
export function placeStanding({ closures }: Pick<Supply, 'closures'>, { id }: Pick<SupplyPlace, 'id'>, today: Day): PlaceStanding {
  const its = closures
    .filter(({ place, to }) => (place === null || place === id) && (to === null || to > today))
    .toSorted((one, other) => byCode(one.from, other.from));
  const ending = its.find(({ place, cause }) => place === id && cause === 'discontinued');
  if (ending && ending.from <= today) return { kind: 'ended', closure: ending };
  const [first] = its;
  if (!first) return { kind: 'as-it-is' };
  const ofUnit = first.place === null;
  if (first.from <= today) return { kind: 'closed', closure: first, ofUnit };
  return ending ? { kind: 'ending', closure: ending } : { kind: 'closing', closure: first, ofUnit };
}
