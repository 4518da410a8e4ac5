/** How many places of a unit are free, night by night: for those who look at the country and not for one woman. */
import { addDays, type Day, type Moment } from '../time.ts';
import { type Block, blocksOn, blocksWithin } from './availability.ts';
import { nightsFrom } from './nights.ts';
import type { Place, Unit } from './provision.ts';
import { womenOn } from './situation.ts';
import type { Occupation } from './stay.ts';

/** One night in a unit: the places that can be had, of those there are: no more than there is staffing for. */
export type NightCount = { readonly night: Day; readonly free: number; readonly places: number };

/** The free places on each of so many nights from a day on, as seen at a moment. */
export function freePlacesByNight(
  unit: Unit,
  occupations: readonly Occupation[],
  from: Day,
  nights: number,
  at: Moment,
): readonly NightCount[] {
  const blocks = unit.places.map((place) => blocksOn(unit, place, occupations, at));
  return Array.from({ length: nights }, (_, offset) => {
    const night = addDays(from, offset);
    const empty = blocks.filter((ofPlace) => blocksWithin(ofPlace, nightsFrom(night, 1)).length === 0).length;
    const women = womenOn(occupations, night, at);
    const staffed = unit.staffing.filter((period) => period.from <= night && (period.to === null || night < period.to));
    const free = Math.max(0, Math.min(empty, ...staffed.map((period) => period.women - women)));
    return { night, free, places: unit.places.length };
  });
}

/** What a place is on one night: free, or why not and until when. */
export type PlaceTonight = { readonly place: Place; readonly block: Block | null };

/** Each place of a unit on one night. */
export function placesOn(unit: Unit, occupations: readonly Occupation[], night: Day, at: Moment): readonly PlaceTonight[] {
  return unit.places.map((place) => ({
    place,
    block: blocksWithin(blocksOn(unit, place, occupations, at), nightsFrom(night, 1))[0] ?? null,
  }));
}
