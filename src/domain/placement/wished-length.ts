/**
 * How long one who waits is to stay (da: ønsket længde): so many nights, or to the birth and some nights after it. The second ends on the same day whatever
 * day she comes, and that day moves with the due date and with the birth (`docs/decisions/0104-a-wish-follows-the-birth.md`).
 */
import { addDays, type Day, daysBetween } from '../time.ts';
import { longestStay, type Nights, nightsFrom, nightsOf } from './nights.ts';

/** A length with the nights that it is from the first day she can come. `nightsAfterBirth` is null of so many nights. */
export type WishedLength = { readonly nights: number; readonly nightsAfterBirth: number | null };

/** What a wish says of its length: `nights` are counted from `earliest`, and left out is that it follows the birth where it does not. */
export type LengthOfWish = { readonly earliest: Day; readonly nights: number; readonly nightsAfterBirth?: number | null };

/** The day a wish that follows the birth ends, whatever day she comes; `null` of so many nights. */
export function endOfWish({ earliest, nights, nightsAfterBirth = null }: LengthOfWish): Day | null {
  return nightsAfterBirth === null ? null : addDays(earliest, nights);
}

/** The nights she would have from a day on; none where what she waits for has ended by then. */
export function wishedNights(wish: LengthOfWish, arrival: Day): Nights {
  const departure = endOfWish(wish);
  return departure === null ? nightsFrom(arrival, wish.nights) : nightsOf(arrival, { kind: 'until', departure });
}

/** Whether what she waits for has ended before she can come: then no place is offered, and her wish is to be changed. */
export function isOver(wish: LengthOfWish, today: Day): boolean {
  const end = endOfWish(wish);
  return end !== null && end <= (wish.earliest > today ? wish.earliest : today);
}

/**
 * The nights from the first day she can come, by the birth in force. They are as they stand for so many nights, and where no birth is known: no day is
 * guessed. None where that day is not before the end; never more than the longest stay.
 */
export function nightsByBirth({ earliest, nights, nightsAfterBirth = null }: LengthOfWish, birth: Day | null): number {
  if (nightsAfterBirth === null || birth === null) return nights;
  return Math.min(Math.max(daysBetween(earliest, addDays(birth, nightsAfterBirth)), 0), longestStay);
}

/** Whether two wishes are for the same length: where they follow the birth, it is the end that counts, and the first day is another matter. */
export function isSameLength(one: LengthOfWish, other: LengthOfWish): boolean {
  if ((one.nightsAfterBirth ?? null) !== (other.nightsAfterBirth ?? null)) return false;
  return endOfWish(one) === null || (one.nights === 0 && other.nights === 0)
    ? one.nights === other.nights
    : endOfWish(one) === endOfWish(other);
}
