/** On which nights a need holds (da: behovets nætter), and what that makes of the nights of a stay. */
import type { Day } from '../time.ts';
import type { Nights } from './nights.ts';

/**
 * The nights of a need: from the night of one day (left out: from the first), up to and not with the night of another (left out: to the last).
 * Where the one is not before the other it holds on no night.
 */
export type NeedNights = { readonly from?: Day; readonly until?: Day };

/** The nights of a stay on which a need holds; `null` where it holds on none of them. */
export function nightsOfNeed({ from, until }: NeedNights, { arrival, departure }: Nights): Nights | null {
  const hers: Nights = {
    arrival: from !== undefined && from > arrival ? from : arrival,
    departure: until !== undefined && until < departure ? until : departure,
  };
  return hers.arrival < hers.departure ? hers : null;
}

/** The same where they are not all of them: what is to be said beside the need. `null` where there is nothing to say. */
export function partlyOn(need: NeedNights, nights: Nights): Nights | null {
  const hers = nightsOfNeed(need, nights);
  return hers === null || (hers.arrival === nights.arrival && hers.departure === nights.departure) ? null : hers;
}

/** Those that hold on at least one of some nights. */
export function needsWithin<Need extends NeedNights>(needs: readonly Need[], nights: Nights): readonly Need[] {
  return needs.filter((need) => nightsOfNeed(need, nights) !== null);
}

/** The days within a stay on which a need begins or ends: between two of them the same needs hold. */
export function needDays(needs: readonly NeedNights[], nights: Nights): readonly Day[] {
  const days = needsWithin(needs, nights).flatMap(({ from, until }) => [from, until]);
  return [...new Set(days.flatMap((one) => (one !== undefined && nights.arrival < one && one < nights.departure ? [one] : [])))].toSorted();
}

/** Some nights of a stay on which the same needs hold. */
export type NeedStretch<Need extends NeedNights> = { readonly nights: Nights; readonly needs: readonly Need[] };

/** A stay cut where a need begins or ends, in order; none where it has no nights. */
export function needStretches<Need extends NeedNights>(needs: readonly Need[], nights: Nights): readonly NeedStretch<Need>[] {
  if (nights.arrival >= nights.departure) return [];
  const begins = [nights.arrival, ...needDays(needs, nights)];
  return begins.map((arrival, index) => {
    const stretch: Nights = { arrival, departure: begins[index + 1] ?? nights.departure };
    return { nights: stretch, needs: needsWithin(needs, stretch) };
  });
}

/**
 * Those that hold whenever she comes instead, were it later for as many nights or to the same end: on the last night of each such stay. Where no
 * place meets these together, waiting does not help.
 */
export function needsWhateverDay<Need extends NeedNights>(needs: readonly Need[], nights: Nights): readonly Need[] {
  return needsWithin(needs, nights).filter(({ until }) => until === undefined);
}
