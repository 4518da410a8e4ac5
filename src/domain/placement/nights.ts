/** Nights: what a stay takes of a place. The day of arrival is its first night; the day of departure has none. */
import { addDays, type Day, daysBetween } from '../time.ts';

/** Nights (da: nætter) from the day of arrival up to, and not with, the day of departure. */
export type Nights = { readonly arrival: Day; readonly departure: Day };

/** The longest stay that can be asked for at once: from early pregnancy to a year after birth, in nights. */
export const longestStay = 640;

/** The nights of a stay of some length. */
export function nightsFrom(arrival: Day, count: number): Nights {
  return { arrival, departure: addDays(arrival, count) };
}

export function countNights({ arrival, departure }: Nights): number {
  return daysBetween(arrival, departure);
}

/** Whether two share a night: one who leaves on the day another arrives shares none with her. */
export function shareANight(one: Nights, other: Nights): boolean {
  return one.arrival < other.departure && other.arrival < one.departure && countNights(one) > 0 && countNights(other) > 0;
}

/** Why these nights cannot be asked for; `null` when they can. */
export function faultIn(nights: Nights): 'no-nights' | 'too-long' | null {
  const count = countNights(nights);
  if (!(count > 0)) return 'no-nights';
  return count > longestStay ? 'too-long' : null;
}

/** Nights after the birth that a stay is proposed to last, and its length where no due date is known. Our own choices, to be changed on the page. */
export const proposedNightsAfterBirth = 56;
const proposedWithoutDueDate = 90;

/** How long a stay is proposed to last: to eight weeks after the birth, when the due date is known and lies ahead. */
export function proposedLength(arrival: Day, dueDate: Day | null): number {
  const toBirth = dueDate === null ? null : daysBetween(arrival, dueDate);
  return toBirth === null || toBirth < 0 ? proposedWithoutDueDate : Math.min(toBirth + proposedNightsAfterBirth, longestStay);
}

/**
 * How long she is to stay (da: opholdets længde): so many nights, to the birth and so many nights after it, or until a day that is agreed. The
 * last two have their end where it is whatever day she comes; the one by the birth moves with the due date.
 */
export type Length =
  | { readonly kind: 'nights'; readonly nights: number }
  | { readonly kind: 'past-birth'; readonly birth: Day; readonly nightsAfter: number }
  | { readonly kind: 'until'; readonly departure: Day };

/** The nights of a stay of some length from a day on; none where she would come after it had ended. */
export function nightsOf(arrival: Day, length: Length): Nights {
  switch (length.kind) {
    case 'nights':
      return nightsFrom(arrival, length.nights);
    case 'past-birth':
    case 'until': {
      const departure = fixedEnd(length);
      return { arrival, departure: departure > arrival ? departure : arrival };
    }
  }
}

/** The day she leaves whatever day she comes. */
export function fixedEnd(length: Exclude<Length, { readonly kind: 'nights' }>): Day {
  return length.kind === 'until' ? length.departure : addDays(length.birth, length.nightsAfter);
}
