/**
 * What other terms of a flexible place do to those who are booked on it (da: vilkår for åbning): who needs it before it can be opened, and whether
 * the unit is asked at once to close it. Told before it is saved, as every change of the supply is; it refuses nothing.
 */
import type { Id } from '../id.ts';
import { addDays, danishDay, type Day, type Moment } from '../time.ts';
import { notOpened } from './availability.ts';
import type { FlexiblePlace, Place, Unit } from './provision.ts';
import type { Occupation } from './stay.ts';
import { type Booking, nightsLeft } from './supply-effect.ts';
import { flexibleStandings } from './supply-flexible.ts';

/** One who has a night on a place that is not open then and can no longer be opened in time; `from` is the first such night. */
export type TooLate<Of extends Booking> = { readonly booking: Of; readonly from: Day };

export type TermsEffect<Of extends Booking> = {
  readonly before: FlexiblePlace | null;
  readonly after: FlexiblePlace | null;
  /** The first night for which the place can be opened by then; `null` where it is always there. */
  readonly openableFrom: Day | null;
  /** Those for whom it could be opened in time as it was, or needed not be opened. */
  readonly tooLate: readonly TooLate<Of>[];
  /** It has been empty since that night for longer than it may from now on, and was not yet proposed to be closed; else `null`. */
  readonly closesEmptySince: Day | null;
};

/** The effect of other terms on a place that the unit has both before and after. `occupations` as `flexibleStandings` takes them. */
export function effectOfTerms<Of extends Booking>(
  id: Id<'place'>,
  before: Unit,
  after: Unit,
  bookings: readonly Of[],
  occupations: readonly Occupation[],
  at: Moment,
): TermsEffect<Of> | null {
  const of = ({ places }: Unit): Place | undefined => places.find((place) => place.id === id);
  const [was, becomes] = [of(before), of(after)];
  if (!was || !becomes) return null;
  const standing = (unit: Unit): ReturnType<typeof flexibleStandings>[number] | undefined =>
    flexibleStandings(unit, occupations, at).find(({ place }) => place.id === id);
  const proposed = standing(after);
  return {
    before: was.flexible,
    after: becomes.flexible,
    openableFrom: becomes.flexible && addDays(danishDay(at), becomes.flexible.leadDays),
    tooLate: bookings.flatMap((booking) => {
      const from = booking.place === id ? firstNightTooLate(was, becomes, booking, at) : null;
      return from === null ? [] : [{ booking, from }];
    }),
    closesEmptySince: proposed?.proposeToClose && !standing(before)?.proposeToClose ? proposed.emptySince : null,
  };
}

/** The first night that is left of a booking on which the place cannot be had as it becomes, and could as it was. */
function firstNightTooLate(was: Place, becomes: Place, booking: Booking, at: Moment): Day | null {
  const nights = nightsLeft(booking, at);
  if (nights === null) return null;
  const [had, has] = [notOpened(was, at), notOpened(becomes, at)];
  const isShut = (gaps: typeof has, night: Day): boolean => gaps.some(({ from, to }) => from <= night && (to === null || night < to));
  for (let night = nights.arrival; night < nights.departure; night = addDays(night, 1))
    if (isShut(has, night) && !isShut(had, night)) return night;
  return null;
}
