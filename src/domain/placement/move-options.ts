/** Where she can be moved within her unit, and from when (da: mulige pladser): for the form, before anything is asked for. */
import { type Day, danishDay, type Moment } from '../time.ts';
import { type Block, blocksOn, blocksWithin } from './availability.ts';
import { type Birth, lackedThere } from './needs.ts';
import type { Place, PlaceProperty, Unit } from './provision.ts';
import type { Occupation, Stay } from './stay.ts';

export type MoveOption = {
  readonly place: Place;
  /** The first day from which the place is free for the rest of her stay; `null` when there is none. */
  readonly from: Day | null;
  /** What she needs and the place does not have. */
  readonly lacks: readonly PlaceProperty[];
  /** What stands in the way before that day; until the end where there is no such day. */
  readonly blocks: readonly Block[];
};

/** Every place of the unit but the one she ends on: those she can have first, with all she needs before those that lack something. */
export function moveOptions(stay: Stay & Birth, unit: Unit, occupations: readonly Occupation[], at: Moment): readonly MoveOption[] {
  const today = danishDay(at);
  const { arrival, departure } = stay.nights;
  const first = arrival > today ? arrival : today;
  const others = occupations.filter((occupation) => occupation.stay !== stay.id);
  const options = unit.places
    .filter(({ id }) => id !== stay.parts.at(-1)?.place)
    .map((place): MoveOption => {
      const blocks = blocksWithin(blocksOn(unit, place, others, at), { arrival: first, departure });
      const free = blocks.reduce<Day | null>((from, { to }) => (from === null || to === null ? null : to > from ? to : from), first);
      const on = { arrival: free !== null && free < departure ? free : first, departure };
      const lacks = lackedThere(stay, place, on);
      return { place, from: free !== null && free < departure ? free : null, lacks, blocks };
    });
  const order = ({ from, lacks }: MoveOption): string => `${from === null ? 1 : 0} ${lacks.length > 0 ? 1 : 0} ${from ?? ''}`;
  return options.toSorted((one, other) => order(one).localeCompare(order(other)));
}
