/** A move within the unit that was planned comes to nothing: she stays on the place she was on, for as long as she was to be on the other. */
import { type Day, danishDay, type Moment } from '../time.ts';
import { type Block, blocksOn, blocksWithin } from './availability.ts';
import { canFollow, type StayStatus } from './lifecycle.ts';
import { joined, type StayPart } from './parts.ts';
import type { Unit } from './provision.ts';
import type { Occupation, Stay } from './stay.ts';

export type MoveUndone =
  | {
      readonly outcome: 'move-undone';
      readonly parts: readonly StayPart[];
      readonly from: Day;
      readonly fromPlace: string;
      readonly toPlace: string;
    }
  | { readonly outcome: 'no-such-move' }
  /** The day has come: she is on the other place, and moving her back is a move of its own. */
  | { readonly outcome: 'has-moved' }
  | { readonly outcome: 'place-not-free'; readonly place: string; readonly blocks: readonly Block[] }
  | { readonly outcome: 'cannot'; readonly status: StayStatus };

/** Decides about the move on a day, from the unit as it is now. `occupations` are all that is taken in the unit. */
export function undoMove(stay: Stay, unit: Unit, occupations: readonly Occupation[], on: Day, at: Moment): MoveUndone {
  if (!canFollow('undo-move', stay.status)) return { outcome: 'cannot', status: stay.status };
  const index = stay.parts.findIndex(({ nights }) => nights.arrival === on);
  const [before, part] = [stay.parts[index - 1], stay.parts[index]];
  const place = unit.places.find(({ id }) => id === before?.place);
  const other = unit.places.find(({ id }) => id === part?.place);
  if (!before || !part || !place) return { outcome: 'no-such-move' };
  if (on <= danishDay(at)) return { outcome: 'has-moved' };
  const others = occupations.filter((occupation) => occupation.stay !== stay.id);
  const blocks = blocksWithin(blocksOn(unit, place, others, at), part.nights);
  if (blocks.length > 0) return { outcome: 'place-not-free', place: place.name, blocks };
  const stays = { place: place.id, nights: part.nights };
  const parts = joined([...stay.parts.slice(0, index), stays, ...stay.parts.slice(index + 1)]);
  return { outcome: 'move-undone', parts, from: on, fromPlace: other?.name ?? part.place, toPlace: place.name };
}
