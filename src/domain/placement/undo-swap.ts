/** Two who were to change places do not (da: byttet fortrydes): one act for both, because neither can be put back while the other is there. */
import { danishDay, type Moment } from '../time.ts';
import type { Block } from './availability.ts';
import { canFollow, type StayStatus } from './lifecycle.ts';
import type { Birth } from './needs.ts';
import { partOn } from './parts.ts';
import type { Unit } from './provision.ts';
import type { Occupation, Stay } from './stay.ts';
import { type Swapped, swapPlaces } from './swap.ts';

/** What was arranged for one of the two: the place that she was to be on from a day, by its name. */
export type PlannedSide = Pick<Swapped, 'from' | 'toPlace'>;

export type SwapUndone =
  | { readonly outcome: 'swap-undone'; readonly both: readonly [Swapped, Swapped] }
  /** One of them is not to be on the other's place from that day any more. */
  | { readonly outcome: 'no-such-swap' }
  /** The day has come: they are on each other's places, and changing back is a swap of its own. */
  | { readonly outcome: 'has-moved' }
  /** One of them is to move again after the day: that is undone first. */
  | { readonly outcome: 'moves-planned' }
  /** A third has one of the places on nights that one of the two has got since. */
  | { readonly outcome: 'place-not-free'; readonly place: string; readonly blocks: readonly Block[] }
  | { readonly outcome: 'cannot'; readonly status: StayStatus };

/** Decides from the unit as it is now. `planned` says what was arranged for each; `occupations` are all that is taken in the unit. */
export function undoSwap(
  both: readonly [Stay & Birth, Stay & Birth],
  planned: readonly [PlannedSide, PlannedSide],
  unit: Unit,
  occupations: readonly Occupation[],
  at: Moment,
): SwapUndone {
  const [one, other] = both;
  const ended = both.find(({ status }) => !canFollow('undo-swap', status));
  if (ended) return { outcome: 'cannot', status: ended.status };
  const [first, second] = planned;
  if (!isArranged(one, first, unit) || !isArranged(other, second, unit)) return { outcome: 'no-such-swap' };
  const day = first.from < second.from ? first.from : second.from;
  if (day <= danishDay(at)) return { outcome: 'has-moved' };
  // Who has each other's places gets her own again by changing once more from the same day.
  const back = swapPlaces(one, other, unit, occupations, day, at);
  switch (back.outcome) {
    case 'swapped':
      return { outcome: 'swap-undone', both: back.both };
    case 'not-her-nights':
    case 'no-such-stay':
      return { outcome: 'no-such-swap' };
    case 'place-not-free':
    case 'moves-planned':
    case 'cannot':
      return back;
  }
}

function isArranged({ parts }: Stay, { from, toPlace }: PlannedSide, unit: Unit): boolean {
  const on = partOn(parts, from).place;
  return unit.places.some(({ id, name }) => id === on && name === toPlace);
}
