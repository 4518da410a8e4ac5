/** What each place of a unit is on a night: for those who look at the unit and not for one woman. How many are free says `freeByNight`. */
import type { Day, Moment } from '../time.ts';
import { type Block, blocksOn, blocksWithin } from './availability.ts';
import { nightsFrom } from './nights.ts';
import type { Place, Unit } from './provision.ts';
import type { Occupation } from './stay.ts';

/** What a place is on one night: free, or why not and until when. */
export type PlaceTonight = {
  readonly place: Place;
  readonly block: Block | null;
  /** Where it is free: the first later night on which it is not; `null` where no such night is known, or it is not free. */
  readonly freeUntil: Day | null;
};

/** Each place of a unit on one night. */
export function placesOn(unit: Unit, occupations: readonly Occupation[], night: Day, at: Moment): readonly PlaceTonight[] {
  return unit.places.map((place) => {
    const blocks = blocksOn(unit, place, occupations, at);
    const block = blocksWithin(blocks, nightsFrom(night, 1))[0] ?? null;
    return { place, block, freeUntil: block === null ? (blocks.find(({ from }) => from > night)?.from ?? null) : null };
  });
}
