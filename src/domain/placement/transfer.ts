/**
 * Moving from one unit to another (da: flytning til en anden afdeling). While the new place is only held, the nights where she lives stay hers. When
 * it is confirmed she leaves on the day she moves, and the nights from then on are free to others. Falls the move away before she has moved, her
 * departure is put back where it was, if the nights are still free.
 */
import type { Day, Moment } from '../time.ts';
import { changeDeparture, type DepartureChange, type DepartureRequest } from './departure.ts';
import type { StayStatus } from './lifecycle.ts';
import { countNights } from './nights.ts';
import { partsUntil, type StayPart } from './parts.ts';
import type { Unit } from './provision.ts';
import type { Occupation, Stay } from './stay.ts';

export type LeavesForTransfer =
  | { readonly outcome: 'leaves-then'; readonly departure: Day; readonly parts: readonly StayPart[] }
  /** She is not there, leaves no later anyway, or moves on the very day she came. */
  | { readonly outcome: 'stands' };

/** What becomes of the stay where she lives when a place elsewhere is confirmed for her from a day on. */
export function leavesForTransfer(former: Stay, moves: Day): LeavesForTransfer {
  const { arrival, departure } = former.nights;
  if (former.status !== 'admitted' || moves >= departure || countNights({ arrival, departure: moves }) <= 0) return { outcome: 'stands' };
  return { outcome: 'leaves-then', departure: moves, parts: partsUntil(former.parts, moves) };
}

/** The departure as it was before a move, and the day that the move made of it. */
export type DepartureMoved = { readonly before: Day; readonly moved: Day };

/** Puts back the departure when the move fell away; `stands` where she has left, or another day was agreed since. */
export function staysAfterAll(
  former: Stay,
  { before, moved }: DepartureMoved,
  unit: Unit,
  occupations: readonly Occupation[],
  needs: DepartureRequest['needs'],
  at: Moment,
): DepartureChange | { readonly outcome: 'stands' } {
  if (former.status !== 'admitted' || former.nights.departure !== moved || before <= moved) return { outcome: 'stands' };
  return changeDeparture(former, unit, occupations, { departure: before, onPlace: null, needs }, at);
}

/** A move that fell away while her departure still stands as it made it (da: en flytning, der er faldet bort). */
export type FallenMove = { readonly unitName: string; readonly before: Day };

/** Where she lives as a move to another unit left it, and that move. */
export type MovedFrom = Pick<Stay, 'status' | 'nights'> & {
  readonly movesTo: {
    readonly unitName: string;
    readonly status: StayStatus;
    readonly arrival: Day;
    readonly departureBefore: Day | null;
  } | null;
};

/** The move that fell away without her departure being put back; `null` where there is none. */
export function fallenMove({ status, nights, movesTo }: MovedFrom): FallenMove | null {
  if (status !== 'admitted' || movesTo === null || movesTo.departureBefore === null) return null;
  const fell = movesTo.status === 'withdrawn' || movesTo.status === 'refused';
  return fell && nights.departure === movesTo.arrival ? { unitName: movesTo.unitName, before: movesTo.departureBefore } : null;
}
