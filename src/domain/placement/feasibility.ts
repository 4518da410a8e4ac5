/**
 * «Can she come that day and stay that long?» where stays that have not begun may change places within the unit, as long as the new place
 * meets their own needs on all their nights. Exact: yes with the fewest moves of others, no with the reasons, or not decided in time.
 */
import { addDays, type Day, danishDay, daysBetween, type Moment } from '../time.ts';
import type { Id } from '../id.ts';
import { blocksOn, blocksWithin } from './availability.ts';
import { type Need, unmetNeeds } from './needs.ts';
import { countNights, faultIn, type Nights, nightsFrom, shareANight } from './nights.ts';
import type { Place, Unit } from './provision.ts';
import { rearrange, type Seeker, type Steps, stepsUpTo } from './rearrange.ts';
import { nightsTaken, type Occupation, type StayInUnit } from './stay.ts';

/** What is asked of a unit. No two of the stays share a night on a place. */
export type Situation = {
  readonly unit: Unit;
  readonly stays: readonly StayInUnit[];
  readonly needs: readonly Need[];
  readonly nights: Nights;
  /** Now: holds that have run out by then do not count. */
  readonly at: Moment;
};

/** A stay that has not begun is given another place in the unit. */
export type Move = { readonly stay: Id<'stay'>; readonly nights: Nights; readonly from: Place; readonly to: Place };

export type Feasibility =
  /** Her place, and the moves of others that it takes: none, or as few as there can be. */
  | { readonly outcome: 'possible'; readonly place: Place; readonly moves: readonly Move[] }
  | { readonly outcome: 'impossible' }
  | { readonly outcome: 'not-decided-in-time' }
  | { readonly outcome: 'not-a-stay'; readonly fault: 'no-nights' | 'too-long' };

/** Steps a unit is given while a page waits: about a tenth of a second. Our own choice, from units of forty places. */
export const stepsForAPage = 20_000;

/** Whether she can have one place on every night, using at most so many steps of search. */
export function feasibility(situation: Situation, steps: number): Feasibility {
  return feasibilityWithin(situation, stepsUpTo(steps));
}

/** The same with steps that are counted elsewhere. */
export function feasibilityWithin(situation: Situation, step: Steps): Feasibility {
  const fault = faultIn(situation.nights);
  if (fault) return { outcome: 'not-a-stay', fault };

  const places = situation.unit.places.toSorted(leastBeyondFirst);
  const movable = situation.stays.filter((stay) => mayMove(stay, situation.at) && places.some(({ id }) => id === stay.place));
  const arrangement = rearrange(...puzzle(situation, places, movable), step);
  switch (arrangement.outcome) {
    case 'none':
      return { outcome: 'impossible' };
    case 'out-of-steps':
      return { outcome: 'not-decided-in-time' };
    case 'found': {
      const [hers, ...theirs] = arrangement.places.map((index) => placeAt(places, index));
      if (!hers) throw new Error('she was given no place');
      const moves = movable.flatMap(({ stay, nights, place }, index): readonly Move[] => {
        const from = places.find(({ id }) => id === place);
        const to = theirs[index];
        return from && to && from !== to ? [{ stay, nights, from, to }] : [];
      });
      return { outcome: 'possible', place: hers, moves };
    }
  }
}

/** Whether a stay may change places: promised, not run out, and not begun. One whose first night has passed is left where it is. */
export function mayMove({ status, heldUntil, nights }: Occupation, at: Moment): boolean {
  const promised = status === 'confirmed' || (status === 'held' && (heldUntil === null || heldUntil > at));
  return promised && nights.arrival >= danishDay(at);
}

export type NextFeasibleDay =
  | { readonly outcome: 'found'; readonly arrival: Day; readonly place: Place; readonly moves: readonly Move[] }
  | { readonly outcome: 'none-within'; readonly days: number }
  | { readonly outcome: 'not-decided-in-time' };

/**
 * The first day after the one asked for, and within so many days, on which she can come. Only days on which something ends need be tried:
 * whoever can come on another day could have come the day before.
 */
export function nextFeasibleDay(situation: Situation, days: number, steps: number): NextFeasibleDay {
  const { unit, stays, nights, at } = situation;
  const step = stepsUpTo(steps);
  const ends = [
    ...stays.flatMap((stay) => nightsTaken(stay, at)?.departure ?? []),
    ...unit.places.flatMap((place) => blocksOn(unit, place, [], at).flatMap(({ to }) => to ?? [])),
  ].filter((day) => day > nights.arrival && daysBetween(nights.arrival, day) <= days);
  for (const arrival of [...new Set(ends)].toSorted()) {
    const answer = feasibilityWithin({ ...situation, nights: nightsFrom(arrival, countNights(nights)) }, step);
    if (answer.outcome === 'possible') return { outcome: 'found', arrival, place: answer.place, moves: answer.moves };
    if (answer.outcome === 'not-decided-in-time') return { outcome: 'not-decided-in-time' };
  }
  return { outcome: 'none-within', days };
}

/** The newcomer first, then the stays that may move; and who is there on the same night. */
function puzzle(
  { unit, stays, needs, nights, at }: Situation,
  places: readonly Place[],
  movable: readonly StayInUnit[],
): [readonly Seeker[], readonly (readonly number[])[]] {
  const fixed = stays.filter((stay) => !movable.includes(stay));
  const blocks = places.map((place) => blocksOn(unit, place, fixed, at));
  const free = (of: Nights): readonly boolean[] => blocks.map((onPlace) => blocksWithin(onPlace, of).length === 0);
  const all = [nights, ...movable.map((stay) => stay.nights)];
  const meets = (who: number, of: Nights): readonly boolean[] => all.map((other, index) => index !== who && shareANight(of, other));

  const hers = free(nights).map((isFree, index) => isFree && unmetNeeds(needs, placeAt(places, index).properties).length === 0);
  const seekers: Seeker[] = [{ now: null, wouldDo: hers, meets: meets(0, nights) }];
  for (const [index, stay] of movable.entries()) {
    const now = places.findIndex(({ id }) => id === stay.place);
    const has = (place: number): boolean => stay.mustHave.every((property) => placeAt(places, place).properties.includes(property));
    // Where she has been promised a place she may stay, also where it has been closed since or somebody has not left in time.
    const wouldDo = free(stay.nights).map((isFree, place) => place === now || (isFree && has(place)));
    seekers.push({ now, wouldDo, meets: meets(index + 1, stay.nights) });
  }
  // The most who are there at once are there on the first night of one of them.
  const cliques = all.map(({ arrival }) =>
    all.flatMap((of, index) => (shareANight(of, { arrival, departure: addDays(arrival, 1) }) ? [index] : [])),
  );
  return [seekers, cliques];
}

/** What is rare is kept for those who need it. */
function leastBeyondFirst(one: Place, other: Place): number {
  return one.properties.length - other.properties.length || (one.id < other.id ? -1 : 1);
}

function placeAt(places: readonly Place[], index: number): Place {
  const place = places[index];
  if (!place) throw new Error(`there is no place ${index}`);
  return place;
}
