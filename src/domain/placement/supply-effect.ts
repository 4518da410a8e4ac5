/**
 * What a change of the supply does to those who are there or expected (da: virkning på ophold). Nothing is deleted or blocked: a stay that
 * cannot stand as it is gets a mark that says why, for as long as it is so, and must be moved.
 */
import { danishDay, type Day, type Moment } from '../time.ts';
import { outside } from './availability.ts';
import { type Nights, shareANight } from './nights.ts';
import type { Closure, Period, PlaceProperty, Unit } from './provision.ts';
import { nightsTaken, type Stay, type StayInUnit } from './stay.ts';

/** Why a stay cannot stand as it is (da: skal flyttes). */
export type StayTrouble =
  | { readonly kind: 'closed'; readonly closure: Closure }
  | { readonly kind: 'not-open'; readonly from: Day; readonly to: Day | null }
  | { readonly kind: 'lacks'; readonly properties: readonly PlaceProperty[] }
  /** On a flexible place that is not open on all of its nights: the unit must open it. */
  | { readonly kind: 'not-opened'; readonly from: Day; readonly to: Day | null };

/** A stay, or a part of one, as far as its place is concerned. */
export type Booking = Omit<StayInUnit, 'stay'>;

/** What the place of a stay must have. Once she has come, her place is as it is: she needs no more of it. */
export function mustHaveOf({ status, needs }: Pick<Stay, 'status' | 'needs'>): readonly PlaceProperty[] {
  return status === 'admitted' ? [] : needs.map(({ property }) => property);
}

/** The troubles of a stay in a unit, as seen at a moment. Only the nights from now on count. */
export function troublesOf(unit: Unit, booking: Booking, at: Moment): readonly StayTrouble[] {
  const nights = nightsLeft(booking, at);
  const place = unit.places.find(({ id }) => id === booking.place);
  if (nights === null || !place) return [];
  const lacking = booking.mustHave.filter((property) => !place.properties.includes(property));
  return [
    ...[...unit.closures, ...place.closures]
      .filter((closure) => touches(closure, nights))
      .map((closure): StayTrouble => ({ kind: 'closed', closure })),
    ...outside(unit)
      .filter((gap) => touches(gap, nights))
      .map(({ from, to }): StayTrouble => ({ kind: 'not-open', from, to })),
    ...(lacking.length > 0 ? [{ kind: 'lacks', properties: lacking } as const] : []),
    ...(place.flexible === null
      ? []
      : outside({ ...unit, open: place.flexible.opened })
          .filter((gap) => touches(gap, nights))
          .map(({ from, to }): StayTrouble => ({ kind: 'not-opened', from, to }))),
  ];
}

/** A stay that a change would put in trouble, with the troubles that it has not already. */
export type Affected<Of extends Booking> = { readonly booking: Of; readonly troubles: readonly StayTrouble[] };

/** The stays that a change from one state of the unit to another puts in trouble. */
export function effectOn<Of extends Booking>(before: Unit, after: Unit, bookings: readonly Of[], at: Moment): readonly Affected<Of>[] {
  return bookings.flatMap((booking) => {
    const had = new Set(troublesOf(before, booking, at).map((trouble) => JSON.stringify(trouble)));
    const troubles = troublesOf(after, booking, at).filter((trouble) => !had.has(JSON.stringify(trouble)));
    return troubles.length > 0 ? [{ booking, troubles }] : [];
  });
}

/** Nights on which more women are booked than the staffing allows. `to` is the first night on which they are not. */
export type OverStaffing = { readonly from: Day; readonly to: Day; readonly women: number; readonly booked: number };

/** Where those who are booked are more than the staffing, from a moment on: for each period of staffing its worst stretch of nights. */
export function overStaffing(unit: Unit, bookings: readonly Booking[], at: Moment): readonly OverStaffing[] {
  const taken = bookings.flatMap((booking) => nightsLeft(booking, at) ?? []);
  return unit.staffing.flatMap(({ from, to, women }) => {
    const within = taken.flatMap(({ arrival, departure }): readonly Nights[] => {
      const cut = { arrival: arrival > from ? arrival : from, departure: to !== null && to < departure ? to : departure };
      return cut.arrival < cut.departure ? [cut] : [];
    });
    // The number of those who are there changes only on days of arrival and departure.
    const days = [...new Set(within.flatMap(({ arrival, departure }) => [arrival, departure]))].toSorted();
    const stretches = days.slice(0, -1).map((first, index) => ({
      from: first,
      to: days[index + 1] ?? first,
      booked: within.filter(({ arrival, departure }) => arrival <= first && first < departure).length,
    }));
    const [worst] = stretches.toSorted((one, other) => other.booked - one.booked || (one.from < other.from ? -1 : 1));
    return worst && worst.booked > women ? [{ ...worst, women }] : [];
  });
}

/** The nights of a stay that are still to come; `null` when there are none. */
function nightsLeft(booking: Booking, at: Moment): Nights | null {
  const nights = nightsTaken(booking, at);
  if (nights === null) return null;
  const today = danishDay(at);
  const left = { arrival: nights.arrival > today ? nights.arrival : today, departure: nights.departure };
  return left.arrival < left.departure ? left : null;
}

function touches({ from, to }: Period, nights: Nights): boolean {
  return shareANight({ arrival: from, departure: to ?? nights.departure }, nights);
}
