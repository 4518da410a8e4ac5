/** Two women change places with each other within their unit from a day on (da: bytte plads): one act, in which neither is ever without a place. */
import type { Id } from '../id.ts';
import type { Day, Moment } from '../time.ts';
import { type Block, blocksOn, blocksWithin } from './availability.ts';
import { canFollow, type StayStatus } from './lifecycle.ts';
import { type Birth, lackedThere } from './needs.ts';
import { partOn, partsWithMove, type StayPart } from './parts.ts';
import type { Place, PlaceProperty, Unit } from './provision.ts';
import { hasRunOut, type Occupation, type Stay } from './stay.ts';

/** One of the two after the change: her places, from which day she is on the new one, and what it does not have that she needs. */
export type Swapped = {
  readonly stay: Id<'stay'>;
  readonly parts: readonly StayPart[];
  readonly from: Day;
  readonly fromPlace: string;
  readonly toPlace: string;
  readonly lacks: readonly PlaceProperty[];
};

export type Swap =
  | { readonly outcome: 'swapped'; readonly both: readonly [Swapped, Swapped] }
  /** A third has one of the places on nights that one of the two would have there. */
  | { readonly outcome: 'place-not-free'; readonly place: string; readonly blocks: readonly Block[] }
  | { readonly outcome: 'cannot'; readonly status: StayStatus }
  /** From that day on one of them has no night left, or they have the same place one after the other. */
  | { readonly outcome: 'not-her-nights' }
  /** One of them is to move again after the day: that move is undone first, so that nothing that was agreed falls away unseen. */
  | { readonly outcome: 'moves-planned' }
  | { readonly outcome: 'no-such-stay' };

/** Decides from the unit as it is now. A need that the new place lacks is written beside the change and refuses nothing, as in any move. */
export function swapPlaces(
  one: Stay & Birth,
  other: Stay & Birth,
  unit: Unit,
  occupations: readonly Occupation[],
  day: Day,
  at: Moment,
): Swap {
  if (one.id === other.id || one.unit !== unit.id || other.unit !== unit.id) return { outcome: 'no-such-stay' };
  const ended = [one, other].find((stay) => !canFollow('swap', stay.status) || hasRunOut(stay, at));
  if (ended) return { outcome: 'cannot', status: ended.status };
  const [first, second] = [sideOf(one, unit, day), sideOf(other, unit, day)];
  if (first === null || second === null || first.place.id === second.place.id) return { outcome: 'not-her-nights' };
  if (first.movesAgain || second.movesAgain) return { outcome: 'moves-planned' };

  const others = occupations.filter(({ stay }) => stay !== one.id && stay !== other.id);
  for (const [stay, { from }, { place }] of [
    [one, first, second],
    [other, second, first],
  ] as const) {
    const blocks = blocksWithin(blocksOn(unit, place, others, at), { arrival: from, departure: stay.nights.departure });
    if (blocks.length > 0) return { outcome: 'place-not-free', place: place.name, blocks };
  }
  return { outcome: 'swapped', both: [swapped(one, first, second.place), swapped(other, second, first.place)] };
}

type Side = { readonly from: Day; readonly place: Place; readonly movesAgain: boolean };

function sideOf({ nights, parts }: Stay, unit: Unit, day: Day): Side | null {
  const from = day > nights.arrival ? day : nights.arrival;
  if (from >= nights.departure) return null;
  const part = partOn(parts, from);
  const place = unit.places.find(({ id }) => id === part.place);
  return place ? { from, place, movesAgain: part !== parts.at(-1) } : null;
}

function swapped(stay: Stay & Birth, { from, place }: Side, to: Place): Swapped {
  const lacks = lackedThere(stay, to, { arrival: from, departure: stay.nights.departure });
  return { stay: stay.id, parts: partsWithMove(stay.parts, from, to.id), from, fromPlace: place.name, toPlace: to.name, lacks };
}
