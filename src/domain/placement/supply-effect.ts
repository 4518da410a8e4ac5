/**
 * What a change of the supply does to those who are there or expected (da: virkning på ophold). Nothing is deleted or blocked: a stay that
 * cannot stand as it is gets a mark that says why, for as long as it is so, and must be moved.
 */
import { danishDay, type Day, type Moment } from '../time.ts';
import { blocksOn, blocksWithin, outside } from './availability.ts';
import { type NeedNights, needStretches, needsWithin } from './need-nights.ts';
import { type Birth, needsAfterBirth } from './needs.ts';
import { type Nights, shareANight } from './nights.ts';
import type { AdmissionRules, Closure, Period, Place, PlaceProperty, Unit } from './provision.ts';
import { admissionRuleNames, type AdmissionRule } from './situation.ts';
import { nightsTaken, occupationsOf, type Stay, type StayInUnit } from './stay.ts';

/** Why a stay cannot stand as it is (da: skal flyttes). */
export type StayTrouble =
  | { readonly kind: 'closed'; readonly closure: Closure }
  | { readonly kind: 'not-open'; readonly from: Day; readonly to: Day | null }
  /** On the nights from now on its place does not have what she needs. */
  | { readonly kind: 'lacks'; readonly properties: readonly PlaceProperty[]; readonly from: Day; readonly to: Day }
  /** She is to have her children with her, and the unit receives none. */
  | { readonly kind: 'no-children' }
  /** On a flexible place that is not open on all of its nights: the unit must open it. */
  | { readonly kind: 'not-opened'; readonly from: Day; readonly to: Day | null };

/** What a place must have on some nights. */
type Held = NeedNights & { readonly property: PlaceProperty };

/** A stay, or a part of one, as far as its place is concerned. `dated` is what its place must have on some nights only. */
export type Booking = Omit<StayInUnit, 'stay'> & { readonly dated: readonly Held[] };

/**
 * The parts of a stay with what each place must have, also where she has come: one who lives on a place from which something is taken needs
 * it no less than one who is expected. Once the child is born, what was needed for the birth is not asked for any more, and room for both is.
 * `occupation`, which everybody reads, still says nothing of what one who has come needs: nobody moves her to make room, and her needs are hers.
 */
export function bookingsOf(stay: Stay & Birth): readonly Booking[] {
  const needs = needsAfterBirth(stay.needs, stay);
  const dated = needs.filter(isDated);
  const mustHave = needs.filter((need) => !isDated(need)).map(({ property }) => property);
  return occupationsOf(stay).map(({ stay: _, ...part }) => ({ ...part, mustHave, dated }));
}

function isDated({ from, until }: NeedNights): boolean {
  return from !== undefined || until !== undefined;
}

/** What the place of a booking must have on at least one of some nights. */
function heldWithin({ mustHave, dated }: Booking, nights: Nights): readonly Held[] {
  return [...mustHave.map((property) => ({ property })), ...needsWithin(dated, nights)];
}

/** Whether the place of a booking must have a property on at least one of some nights. */
function needsOn(booking: Booking, property: PlaceProperty, nights: Nights): boolean {
  return heldWithin(booking, nights).some((one) => one.property === property);
}

/** Nights on which a place lacks what a booking must have, each run with the same things lacking. */
function lackingOn(place: Place, booking: Booking, nights: Nights): readonly Extract<StayTrouble, { readonly kind: 'lacks' }>[] {
  const lacking = heldWithin(booking, nights).filter(({ property }) => !place.properties.includes(property));
  return needStretches(lacking, nights).flatMap(({ needs, nights: { arrival: from, departure: to } }) =>
    needs.length === 0 ? [] : [{ kind: 'lacks', properties: needs.map(({ property }) => property), from, to }],
  );
}

/** The troubles of a stay in a unit, as seen at a moment. Only the nights from now on count. */
export function troublesOf(unit: Unit, booking: Booking, at: Moment): readonly StayTrouble[] {
  const nights = nightsLeft(booking, at);
  const place = unit.places.find(({ id }) => id === booking.place);
  if (nights === null || !place) return [];
  return [
    ...[...unit.closures, ...place.closures]
      .filter((closure) => touches(closure, nights))
      .map((closure): StayTrouble => ({ kind: 'closed', closure })),
    ...outside(unit)
      .filter((gap) => touches(gap, nights))
      .map(({ from, to }): StayTrouble => ({ kind: 'not-open', from, to })),
    ...lackingOn(place, booking, nights),
    ...(unit.admission.mostChildren === 0 && needsOn(booking, 'other-children', nights) ? [{ kind: 'no-children' } as const] : []),
    ...(place.flexible === null
      ? []
      : outside({ ...unit, open: place.flexible.opened })
          .filter((gap) => touches(gap, nights))
          .map(({ from, to }): StayTrouble => ({ kind: 'not-opened', from, to }))),
  ];
}

/** The troubles of a whole stay in a unit, each once. */
export function troublesOfStay(unit: Unit, stay: Stay & Birth, at: Moment): readonly StayTrouble[] {
  const all = bookingsOf(stay).flatMap((booking) => troublesOf(unit, booking, at));
  return [...new Map(all.map((trouble) => [JSON.stringify(trouble), trouble])).values()];
}

/** A stay that is in trouble or that a change would put there, and the places of the unit that she could have on the same nights. */
export type Affected<Of extends Booking> = {
  readonly booking: Of;
  readonly troubles: readonly StayTrouble[];
  readonly others: readonly Place[];
  /** On some of her nights the whole unit is closed or not open: no other place of it is for her, and she must be in another unit. */
  readonly isWholeUnit: boolean;
};

/** Those of some bookings that are in trouble. */
export function affectedNow<Of extends Booking>(unit: Unit, bookings: readonly Of[], at: Moment): readonly Affected<Of>[] {
  return bookings.flatMap((booking) => affectedBy(unit, booking, troublesOf(unit, booking, at), bookings, at));
}

/** The stays that a change from one state of the unit to another puts in trouble. */
export function effectOn<Of extends Booking>(before: Unit, after: Unit, bookings: readonly Of[], at: Moment): readonly Affected<Of>[] {
  return bookings.flatMap((booking) => {
    const nights = nightsLeft(booking, at);
    if (nights === null) return [];
    const had = troublesOf(before, booking, at).map((trouble) => whatAndWhen(trouble, nights));
    const troubles = troublesOf(after, booking, at).filter((trouble) => {
      const index = had.indexOf(whatAndWhen(trouble, nights));
      if (index >= 0) had.splice(index, 1);
      return index < 0;
    });
    return affectedBy(after, booking, troubles, bookings, at);
  });
}

/** What a trouble takes from her and on which of her nights: one that differs only in the words of its reason is the same. */
function whatAndWhen(trouble: StayTrouble, { arrival, departure }: Nights): string {
  const hers = ({ from, to }: Period): Nights => ({
    arrival: from > arrival ? from : arrival,
    departure: to !== null && to < departure ? to : departure,
  });
  switch (trouble.kind) {
    case 'closed':
      return JSON.stringify([trouble.kind, hers(trouble.closure)]);
    case 'not-open':
    case 'not-opened':
      return JSON.stringify([trouble.kind, hers(trouble)]);
    case 'lacks':
      return JSON.stringify([trouble.kind, hers(trouble), trouble.properties]);
    case 'no-children':
      return trouble.kind;
  }
}

function affectedBy<Of extends Booking>(
  unit: Unit,
  booking: Of,
  troubles: readonly StayTrouble[],
  bookings: readonly Of[],
  at: Moment,
): readonly Affected<Of>[] {
  if (troubles.length === 0) return [];
  return [{ booking, troubles, others: otherPlaces(unit, booking, bookings, at), isWholeUnit: isShutFor(unit, booking, at) }];
}

/** Whether the unit as a whole is closed or not open on a night that is left of a booking. */
function isShutFor(unit: Unit, booking: Booking, at: Moment): boolean {
  const nights = nightsLeft(booking, at);
  return nights !== null && [...unit.closures, ...outside(unit)].some((shut) => touches(shut, nights));
}

/** Places of the unit that have all she needs and can be had on every night that is left of a booking, with nobody else moved. */
function otherPlaces(unit: Unit, booking: Booking, bookings: readonly Booking[], at: Moment): readonly Place[] {
  const nights = nightsLeft(booking, at);
  if (nights === null) return [];
  return unit.places.filter(
    (place) =>
      place.id !== booking.place &&
      heldWithin(booking, nights).every(({ property }) => place.properties.includes(property)) &&
      blocksWithin(blocksOn(unit, place, bookings, at), nights).length === 0,
  );
}

/** One whom a narrower rule may no longer let in: what the stay does not tell, and her municipality is asked (da: spørges der om). */
export type ToAsk<Of extends Booking> = { readonly booking: Of; readonly rules: readonly AdmissionRule[] };

/**
 * Whom the unit must ask about because its rules of admission become narrower. A stay tells neither her age nor who comes with her, but only
 * whether a partner or children are to: one who has come was received as old as she was.
 */
export function toAskAbout<Of extends Booking>(
  before: AdmissionRules,
  after: AdmissionRules,
  bookings: readonly Of[],
  at: Moment,
): readonly ToAsk<Of>[] {
  const narrower = admissionRuleNames.filter((rule) => isNarrower(rule, before, after));
  return bookings.flatMap((booking) => {
    const nights = nightsLeft(booking, at);
    if (nights === null) return [];
    const withChildren = needsOn(booking, 'other-children', nights);
    const asks: Readonly<Record<AdmissionRule, boolean>> = {
      youngest: booking.status !== 'admitted',
      oldest: booking.status !== 'admitted',
      womenOnly: needsOn(booking, 'partner', nights),
      // Where no children are received at all, the stay itself tells that she cannot be (`troublesOf`).
      mostChildren: withChildren && after.mostChildren !== 0,
      oldestChild: withChildren && after.mostChildren !== 0,
    };
    const rules = narrower.filter((rule) => asks[rule]);
    return rules.length > 0 ? [{ booking, rules }] : [];
  });
}

function isNarrower(rule: AdmissionRule, before: AdmissionRules, after: AdmissionRules): boolean {
  switch (rule) {
    case 'youngest':
      return (after.youngest ?? 0) > (before.youngest ?? 0);
    case 'womenOnly':
      return after.womenOnly && !before.womenOnly;
    case 'oldest':
    case 'mostChildren':
    case 'oldestChild':
      return (after[rule] ?? Infinity) < (before[rule] ?? Infinity);
  }
}

/** Two who would have the same room on some nights, and did not before (da: deler rum). */
export type Sharing<Of extends Booking> = { readonly one: Of; readonly other: Of };

/** Who come to share a room when a place is put in another one: nothing forbids it, and the leader sees it first. */
export function sharingAfter<Of extends Booking>(before: Unit, after: Unit, bookings: readonly Of[], at: Moment): readonly Sharing<Of>[] {
  const roomIn = ({ places }: Unit, booking: Of): string | undefined => places.find(({ id }) => id === booking.place)?.room;
  return bookings.flatMap((one, index) =>
    bookings.slice(index + 1).flatMap((other) => {
      const [hers, theirs] = [nightsLeft(one, at), nightsLeft(other, at)];
      const comes = roomIn(before, one) !== roomIn(before, other) && roomIn(after, one) === roomIn(after, other);
      return comes && hers && theirs && shareANight(hers, theirs) ? [{ one, other }] : [];
    }),
  );
}

/** Nights on which more women are booked than the staffing allows, and who they are. `to` is the first night on which they are not. */
export type OverStaffing<Of extends Booking> = {
  readonly from: Day;
  readonly to: Day;
  readonly women: number;
  readonly booked: readonly Of[];
};

/** Where those who are booked are more than the staffing, from a moment on: for each period of staffing its worst stretch of nights. */
export function overStaffing<Of extends Booking>(unit: Unit, bookings: readonly Of[], at: Moment): readonly OverStaffing<Of>[] {
  const taken = bookings.flatMap((booking) => {
    const nights = nightsLeft(booking, at);
    return nights ? [{ booking, nights }] : [];
  });
  return unit.staffing.flatMap(({ from, to, women }) => {
    const within = taken.flatMap(({ booking, nights: { arrival, departure } }) => {
      const cut = { booking, arrival: arrival > from ? arrival : from, departure: to !== null && to < departure ? to : departure };
      return cut.arrival < cut.departure ? [cut] : [];
    });
    // The number of those who are there changes only on days of arrival and departure.
    const days = [...new Set(within.flatMap(({ arrival, departure }) => [arrival, departure]))].toSorted();
    const stretches = days.slice(0, -1).map((first, index) => ({
      from: first,
      to: days[index + 1] ?? first,
      booked: within.filter(({ arrival, departure }) => arrival <= first && first < departure).map(({ booking }) => booking),
    }));
    const [worst] = stretches.toSorted((one, other) => other.booked.length - one.booked.length || (one.from < other.from ? -1 : 1));
    return worst && worst.booked.length > women ? [{ ...worst, women }] : [];
  });
}

/** The nights of a stay that are still to come; `null` when there are none. */
export function nightsLeft(booking: Booking, at: Moment): Nights | null {
  const nights = nightsTaken(booking, at);
  if (nights === null) return null;
  const today = danishDay(at);
  const left = { arrival: nights.arrival > today ? nights.arrival : today, departure: nights.departure };
  return left.arrival < left.departure ? left : null;
}

function touches({ from, to }: Period, nights: Nights): boolean {
  return shareANight({ arrival: from, departure: to ?? nights.departure }, nights);
}
