/** What each place of a unit is on a night: for those who look at the unit and not for one woman. How many are free says `freeByNight`. */
import type { Day, Moment } from '../time.ts';
import { type Block, blocksOn, blocksWithin } from './availability.ts';
import { nightsFrom } from './nights.ts';
import type { Place, Unit } from './provision.ts';
import type { Occupation } from './stay.ts';

/** What a place is on one night: free, or why not and until when. */
export type PlaceTonight = { readonly place: Place; readonly block: Block | null };

/** Each place of a unit on one night. */
export function placesOn(unit: Unit, occupations: readonly Occupation[], night: Day, at: Moment): readonly PlaceTonight[] {
  return unit.places.map((place) => ({
    place,
    block: blocksWithin(blocksOn(unit, place, occupations, at), nightsFrom(night, 1))[0] ?? null,
  }));
}
