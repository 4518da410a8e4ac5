/** She moves to another place in her unit from a day on: the unit's own act, before she has come and after. */
import type { Day } from '../time.ts';
import type { Moment } from '../time.ts';
import type { Id } from '../id.ts';
import { type Block, blocksOn, blocksWithin } from './availability.ts';
import { canFollow, type StayStatus } from './lifecycle.ts';
import { type Birth, lackedThere } from './needs.ts';
import { partsWithMove, type StayPart } from './parts.ts';
import type { PlaceProperty, Unit } from './provision.ts';
import type { Occupation, Stay } from './stay.ts';

export type MoveWithin =
  | {
      readonly outcome: 'moved';
      readonly parts: readonly StayPart[];
      readonly toPlace: string;
      readonly from: Day;
      /** What she needs and the new place does not have: it is written beside the move, and refuses nothing. */
      readonly lacks: readonly PlaceProperty[];
    }
  | { readonly outcome: 'place-not-free'; readonly place: string; readonly blocks: readonly Block[] }
  | { readonly outcome: 'cannot'; readonly status: StayStatus }
  | { readonly outcome: 'no-such-place' }
  /** The day is not one of her nights, or she is on that place already. */
  | { readonly outcome: 'not-her-nights' };

/** Decides about a move from the unit as it is now. `occupations` are all that is taken in the unit. */
export function moveWithin(
  stay: Stay & Birth,
  unit: Unit,
  occupations: readonly Occupation[],
  { place: to, from: asked }: { readonly place: Id<'place'>; readonly from: Day },
  at: Moment,
): MoveWithin {
  if (!canFollow('move', stay.status)) return { outcome: 'cannot', status: stay.status };
  const place = unit.places.find(({ id }) => id === to);
  if (!place) return { outcome: 'no-such-place' };
  const { arrival, departure } = stay.nights;
  const from = asked > arrival ? asked : arrival;
  const parts = partsWithMove(stay.parts, from, to);
  const isTheSame = parts.length === stay.parts.length && parts.every((part, index) => part.place === stay.parts[index]?.place);
  if (from >= departure || (isTheSame && parts.every((part, index) => part.nights.arrival === stay.parts[index]?.nights.arrival)))
    return { outcome: 'not-her-nights' };
  const others = occupations.filter((occupation) => occupation.stay !== stay.id);
  const blocks = blocksWithin(blocksOn(unit, place, others, at), { arrival: from, departure });
  if (blocks.length > 0) return { outcome: 'place-not-free', place: place.name, blocks };
  const lacks = lackedThere(stay, place, { arrival: from, departure });
  return { outcome: 'moved', parts, toPlace: place.name, from, lacks };
}
