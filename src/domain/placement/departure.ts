/**
 * Another day of leaving than was agreed: later, as after a birth, or earlier. Her place is hers for the new nights when it is free and the unit
 * is staffed for her; else the answer says what stands in the way and what can be had instead. It is a plan: a day of leaving that has come is
 * written as it was, whatever is said here.
 */
import { type Day, danishDay, type Moment } from '../time.ts';
import type { Id } from '../id.ts';
import { type Block, blocksOn, blocksWithin } from './availability.ts';
import { canFollow, type StayStatus } from './lifecycle.ts';
import { type Need, unmetNeeds } from './needs.ts';
import { faultIn, type Nights } from './nights.ts';
import { joined, partOn, partsUntil, type StayPart } from './parts.ts';
import type { Place, PlaceProperty, Unit } from './provision.ts';
import { type Understaffed, understaffed } from './situation.ts';
import { hasRunOut, type Occupation, type Stay } from './stay.ts';

export type DepartureChange =
  | { readonly outcome: 'departure-changed'; readonly nights: Nights; readonly parts: readonly StayPart[] }
  | {
      readonly outcome: 'cannot-stay-on';
      readonly blocks: readonly Block[];
      readonly lacks: readonly PlaceProperty[];
      readonly instead: InsteadOfStaying;
    }
  /** The unit is not staffed for her too on some of the added nights, whichever place it is. */
  | { readonly outcome: 'understaffed'; readonly by: readonly Understaffed[] }
  /** She has not come, or has left, or her place was let go. */
  | { readonly outcome: 'cannot'; readonly status: StayStatus }
  | { readonly outcome: 'not-a-stay'; readonly fault: 'no-nights' | 'too-long' | 'in-the-past' };

/** What can be had instead of all the nights on her own place. */
export type InsteadOfStaying = {
  /** The last day that she can leave from her own place; `null` when there is no night more. */
  readonly until: Day | null;
  /** Places in the unit that meet her needs and are free from the day she was to leave until the day asked for. */
  readonly places: readonly Place[];
};

/** What is asked: another departure, and the place for the added nights where it is not her own. */
export type DepartureRequest = { readonly departure: Day; readonly onPlace: Id<'place'> | null; readonly needs: readonly Need[] };

/** Decides about another departure from the unit as it is now. `occupations` are all that is taken in the unit. */
export function changeDeparture(
  stay: Stay,
  unit: Unit,
  occupations: readonly Occupation[],
  { departure, onPlace, needs }: DepartureRequest,
  at: Moment,
): DepartureChange {
  if (!canFollow('change-departure', stay.status)) return { outcome: 'cannot', status: stay.status };
  if (hasRunOut(stay, at)) return { outcome: 'cannot', status: 'expired' };
  const nights = { ...stay.nights, departure };
  const fault = departure < danishDay(at) ? 'in-the-past' : faultIn(nights);
  if (fault) return { outcome: 'not-a-stay', fault };
  if (departure <= stay.nights.departure) return { outcome: 'departure-changed', nights, parts: partsUntil(stay.parts, departure) };

  const added: Nights = { arrival: stay.nights.departure, departure };
  const others = occupations.filter((occupation) => occupation.stay !== stay.id);
  const by = understaffed({ unit, stays: others, nights: added, at });
  if (by.length > 0) return { outcome: 'understaffed', by };
  const blocksFor = (place: Place): readonly Block[] => blocksWithin(blocksOn(unit, place, others, at), added);
  const own = partOn(stay.parts, stay.nights.departure).place;
  const wanted = unit.places.find(({ id }) => id === (onPlace ?? own));
  const lacks = wanted ? unmetNeeds(needs, wanted.properties, added).map(({ property }) => property) : [];
  const blocks = wanted ? blocksFor(wanted) : [];
  if (wanted && blocks.length === 0 && lacks.length === 0) {
    const parts = joined([...stay.parts, { place: wanted.id, nights: added }]);
    return { outcome: 'departure-changed', nights, parts };
  }
  const [firstNight] = blocks.map(({ from }) => from).toSorted();
  const places = unit.places.filter(
    (place) => place.id !== wanted?.id && unmetNeeds(needs, place.properties, added).length === 0 && blocksFor(place).length === 0,
  );
  const until = lacks.length === 0 && firstNight !== undefined && firstNight > added.arrival ? firstNight : null;
  return { outcome: 'cannot-stay-on', blocks, lacks, instead: { until, places } };
}
