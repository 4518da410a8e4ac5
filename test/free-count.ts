/** How many places are free on a night, counted place by place and woman by woman: what quicker ways are held against. */
import { blocksOn, blocksWithin } from '../src/domain/placement/availability.ts';
import { type Need, unmetNeeds } from '../src/domain/placement/needs.ts';
import { nightsFrom } from '../src/domain/placement/nights.ts';
import type { Unit } from '../src/domain/placement/provision.ts';
import { womenOn } from '../src/domain/placement/situation.ts';
import type { StayInUnit } from '../src/domain/placement/stay.ts';
import type { Day } from '../src/domain/time.ts';
import { now } from './provision.ts';

export function freeByCounting(unit: Unit, stays: readonly StayInUnit[], needs: readonly Need[], night: Day): number {
  const empty = unit.places.filter(
    (place) =>
      unmetNeeds(needs, place.properties, nightsFrom(night, 1)).length === 0 &&
      blocksWithin(blocksOn(unit, place, stays, now), nightsFrom(night, 1)).length === 0,
  );
  const room = unit.staffing
    .filter(({ from, to }) => from <= night && (to === null || night < to))
    .map(({ women }) => Math.max(0, women - womenOn(stays, night, now)));
  return Math.min(empty.length, ...room);
}
