/** What follows when she is discharged (da: følger af en udskrivning), to be read before it is written: whose the place can be, and what ends. */
import { addDays, type Day, daysBetween, type Moment } from '../time.ts';
import { type Block, blocksOn, blocksWithin } from './availability.ts';
import type { Discharge } from './arrival.ts';
import type { Leave } from './leave.ts';
import { partOn, type StayPart } from './parts.ts';
import type { Facility, Place, Unit } from './provision.ts';
import type { Stay, StayInUnit } from './stay.ts';
import type { TrimmedLine } from './waiting-list.ts';
import { nightsFor } from './waiting-offer.ts';

export type AfterDischarge = {
  /** The place that is free, and the first night another can have it. */
  readonly place: Place;
  readonly from: Day;
  /** What stands in the way of another on that place next; it may be on the very first night. `null` where nothing does. */
  readonly next: Block | null;
  /** Nights that were agreed and fall away; fewer than none where she stayed longer. */
  readonly nightsLeft: number;
  readonly leaves: readonly Leave[];
  /** Moves within the unit that were planned and come to nothing. */
  readonly moves: readonly StayPart[];
  /** Those on the waiting list who can have the place, the most urgent first: the first is offered it at once. */
  readonly serves: readonly TrimmedLine[];
  /** The other places that come free: those she was to move to, by a plan of her own or in a swap. Only another than the first. */
  readonly alsoFree: readonly FreedLater[];
};

/** A place that she was to have later, the first of its nights that falls away, and who on the list can have it. */
export type FreedLater = { readonly place: Place; readonly from: Day; readonly serves: readonly TrimmedLine[] };

/** `stays` are all that is taken in the unit, `leaving` the discharge that is asked about, `list` the waiting list of the unit in its order. */
export function afterDischarge(
  stay: Stay & { readonly leaves: readonly Leave[] },
  { facility, unit }: { readonly facility: Facility; readonly unit: Unit },
  stays: readonly StayInUnit[],
  leaving: Extract<Discharge, { readonly outcome: 'discharged' }>,
  list: readonly TrimmedLine[],
  at: Moment,
): AfterDischarge {
  const from = leaving.nights.departure;
  const others = stays.filter((one) => one.stay !== stay.id);
  const { place: hers } = partOn(stay.parts, from);
  const place = unit.places.find(({ id }) => id === hers);
  if (!place) throw new Error(`the place ${hers} of the stay ${stay.id} is not in its unit`);
  const moves = stay.parts.slice(1).filter(({ nights }) => nights.arrival >= from && nights.arrival < nights.departure);
  const whoCanHave = (freed: Place): readonly TrimmedLine[] =>
    list.filter(
      ({ closed, request }) =>
        closed === null && request.status === 'waiting' && nightsFor(request, { facility, unit, place: freed, stays: others }, at) !== null,
    );
  const later = moves.filter((part, index) => part.place !== hers && moves.findIndex((one) => one.place === part.place) === index);
  return {
    place,
    from,
    next: blocksWithin(blocksOn(unit, place, others, at), { arrival: from, departure: addDays(from, daysLooked) })[0] ?? null,
    nightsLeft: daysBetween(from, stay.nights.departure),
    leaves: stay.leaves.filter(({ back }) => back > from),
    moves,
    serves: whoCanHave(place),
    alsoFree: later.flatMap(({ place: id, nights }) =>
      unit.places.filter((one) => one.id === id).map((freed) => ({ place: freed, from: nights.arrival, serves: whoCanHave(freed) })),
    ),
  };
}

/** How far ahead it is said whose the place is next. */
const daysLooked = 365;
