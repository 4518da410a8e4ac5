/**
 * Offer (da: tilbud om plads): a place that has become free is held for the most urgent who waits for it, until she has been asked.
 * Whether she can have the place is asked of a function that is given, so that the way it is answered can change.
 */
import { addWorkingDays, isWorkingDay } from '../calendar.ts';
import { addDays, addMinutes, danishDay, danishDayAndTime, type Day, type Moment, startOfDanishDay } from '../time.ts';
import { canBeHeld } from './hold.ts';
import type { Nights } from './nights.ts';
import type { Facility, Place, Unit } from './provision.ts';
import type { StayInUnit } from './stay.ts';
import { type HomeOf, closedFor, type PlacementRequest, waitsFor } from './waiting-request.ts';
import { inOrderOfUrgency, type ListedRequest } from './waiting-list.ts';
import { type LengthOfWish, wishedNights } from './wished-length.ts';

/** How an offer stands. Only one that is open takes its place. */
export const offerStatuses = ['open', 'accepted', 'passed', 'declined', 'unanswered', 'refused', 'taken-back'] as const;
export type OfferStatus = (typeof offerStatuses)[number];

/** Days after the first day she can come within which a place must begin to be offered. Our own choice, `hastegrad/2026-11`. */
export const offeredWithinDays = 14;

/** Whether a place can be had for some nights as things stand, and nobody is moved: what `canBeHeld` answers, or anything like it. */
export type CanHave = (
  unit: Unit,
  place: Place,
  stays: readonly StayInUnit[],
  asked: Pick<PlacementRequest, 'needs' | 'party'> & { readonly nights: Nights },
  at: Moment,
) => boolean;

/** A place that can be offered. */
export type FreePlace = { readonly facility: Facility; readonly unit: Unit; readonly place: Place; readonly stays: readonly StayInUnit[] };

export type NextOffer =
  | ({ readonly outcome: 'offer'; readonly nights: Nights; readonly answerBy: Moment } & ListedRequest)
  /** Nobody who waits can have the place. */
  | { readonly outcome: 'nobody' };

/** Whom a place is offered to: the most urgent of those who wait, want the unit, are not resting from it, and can have the place. */
export function nextOffer(
  free: FreePlace,
  requests: readonly PlacementRequest[],
  homeOf: HomeOf,
  at: Moment,
  canHave: CanHave = canBeHeld,
): NextOffer {
  const { unit } = free;
  const waiting = requests.filter(
    (request) => request.status === 'waiting' && closedFor(request, unit.id, at) === null && waitsFor(request, free, homeOf),
  );
  for (const listed of inOrderOfUrgency(waiting, danishDay(at))) {
    const nights = nightsFor(listed.request, free, at, canHave);
    if (nights !== null) return { outcome: 'offer', ...listed, nights, answerBy: answerBy(at) };
  }
  return { outcome: 'nobody' };
}

/** Her nights on a place, from the first day it can be; `null` when it cannot within the days. */
export function nightsFor(
  { needs, party, ...length }: LengthOfWish & Pick<PlacementRequest, 'needs' | 'party'>,
  { unit, place, stays }: FreePlace,
  at: Moment,
  canHave: CanHave = canBeHeld,
): Nights | null {
  const today = danishDay(at);
  const first: Day = length.earliest > today ? length.earliest : today;
  for (let after = 0; after <= offeredWithinDays; after += 1) {
    const asked = wishedNights(length, addDays(first, after));
    if (canHave(unit, place, stays, { needs, party, nights: asked }, at)) return asked;
  }
  return null;
}

/** Office hours in which an offer is answered within so many minutes; outside them, by noon of the next working day. */
const [opens, closes, minutesToAnswer] = ['08:00', '16:00', 4 * 60] as const;

/**
 * By when an offer is to be answered: four hours when it is made on a working day between 8 and 16, else noon of the next working day.
 * Our own choice, edition `hastegrad/2026-11`: she must be asked, and the place must not stand empty.
 */
export function answerBy(at: Moment): Moment {
  const { day, time } = danishDayAndTime(at);
  if (isWorkingDay(day) && time >= opens && time < closes) return addMinutes(at, minutesToAnswer);
  const next = isWorkingDay(day) && time < opens ? day : addWorkingDays(day, 1);
  return noonOf(next);
}

/** Twelve o'clock on a day in Denmark, also on the days when the clock is moved. */
function noonOf(date: Day): Moment {
  const twelveHours = addMinutes(startOfDanishDay(date), 12 * 60);
  const [hours = 0] = danishDayAndTime(twelveHours).time.split(':').map(Number);
  return addMinutes(twelveHours, (12 - hours) * 60);
}
