/**
 * Moving from one unit to another (da: flytning til en anden afdeling). While the new place is only held, the nights where she lives stay hers. When
 * it is confirmed and she has said yes to moving, she leaves on the day she moves, and the nights from then on are free to others. Falls the move away
 * before she has moved, her departure is put back where it was, if the nights are still free. A yes after the day she was to move lets no night go:
 * she slept there, and leaves when she is admitted in the new place. No law or guidance sets when the nights are let go: it is our own choice,
 * published as `docs/rules/yes-to-move-2026-11.md`.
 */
import { danishDay, type Day, day, daysBetween, type Moment } from '../time.ts';
import { changeDeparture, type DepartureChange, type DepartureRequest } from './departure.ts';
import { possible, stepsForAPage } from './feasibility.ts';
import { canFollow, type StayStatus } from './lifecycle.ts';
import { type Birth, needsAfterBirth, sheAlone } from './needs.ts';
import { type NextPossibleDay, nextPossibleDay } from './next-day.ts';
import { countNights } from './nights.ts';
import { partsUntil, type StayPart } from './parts.ts';
import type { Unit } from './provision.ts';
import { stepsUpTo } from './puzzle.ts';
import type { Occupation, Stay, StayInUnit } from './stay.ts';

/** When the nights where she lives are let go, each edition from its own day on. A confirmation is judged by the edition of its day. */
export const yesToMoveEditions = [
  { edition: 'flytning/2026-11', from: day('2026-11-01'), waitsForHerYes: false },
  { edition: 'ja-til-flytning/2026-11', from: day('2026-11-26'), waitsForHerYes: true },
] as const satisfies readonly { readonly edition: string; readonly from: Day; readonly waitsForHerYes: boolean }[];

export type LeavesForTransfer =
  | { readonly outcome: 'leaves-then'; readonly departure: Day; readonly parts: readonly StayPart[]; readonly edition: string }
  /** She has not said yes to moving: her nights are hers until she does, and nobody is offered them. */
  | { readonly outcome: 'kept-until-yes'; readonly edition: string }
  /** The day she was to move has passed, and she lives there still: her nights are hers until she is admitted in the new place. */
  | { readonly outcome: 'kept-until-admitted'; readonly edition: string }
  /** She is not there, leaves no later anyway, or moves on the very day she came. */
  | { readonly outcome: 'stands'; readonly edition: string };

/** What becomes of the stay where she lives when a place elsewhere is confirmed for her from a day on, or she says yes to it afterwards. */
export function leavesForTransfer(former: Stay, moves: Day, saidYes: boolean, at: Moment): LeavesForTransfer {
  const { arrival, departure } = former.nights;
  const today = danishDay(at);
  const [first] = yesToMoveEditions;
  const { edition, waitsForHerYes } = yesToMoveEditions.findLast(({ from }) => from <= today) ?? first;
  if (former.status !== 'admitted' || moves >= departure || countNights({ arrival, departure: moves }) <= 0)
    return { outcome: 'stands', edition };
  if (waitsForHerYes && !saidYes) return { outcome: 'kept-until-yes', edition };
  if (moves < today) return { outcome: 'kept-until-admitted', edition };
  return { outcome: 'leaves-then', departure: moves, parts: partsUntil(former.parts, moves), edition };
}

/** Her yes to a move that was confirmed before she had said it (da: ja til at flytte). */
export type MoveAgreed =
  | { readonly outcome: 'move-agreed' }
  /** She comes from no other unit: nobody asks about moving. */
  | { readonly outcome: 'not-a-move' }
  /** Her yes is written: once more would let nights go that were given back to her since. */
  | { readonly outcome: 'said-already' }
  | { readonly outcome: 'cannot'; readonly status: StayStatus };

/** `saidYes`: whether yes is what she says to moving, as it was last written. */
export function agreeToMove({ status }: Stay, isMove: boolean, saidYes: boolean): MoveAgreed {
  if (!canFollow('agree-to-move', status)) return { outcome: 'cannot', status };
  if (!isMove) return { outcome: 'not-a-move' };
  return { outcome: saidYes ? 'said-already' : 'move-agreed' };
}

/** The departure as it was before a move, and the day that the move made of it. */
export type DepartureMoved = { readonly before: Day; readonly moved: Day };

/** Puts back the departure when the move fell away; `stands` where she has left, or another day was agreed since. */
export function staysAfterAll(
  former: Stay & Birth,
  { before, moved }: DepartureMoved,
  unit: Unit,
  occupations: readonly Occupation[],
  at: Moment,
): DepartureChange | { readonly outcome: 'stands' } {
  if (former.status !== 'admitted' || former.nights.departure !== moved || before <= moved) return { outcome: 'stands' };
  const needs = needsAfterBirth(former.needs, former);
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

/**
 * What can be had of a departure that a move made which fell away. Where the nights are not free on one place, `next` is the first day from which she
 * can be in the unit until the departure she had: the day she leaves, where a change of places is enough; `none-within` where there is none before it.
 */
export type PutBack = DepartureChange & { readonly next: NextPossibleDay | null };

/**
 * Whether her departure can be put back now after a move that fell away, or what stands in the way and what can be had instead: to be read before
 * anybody tries. `null` where no move fell away.
 */
export function putBack(former: Stay & MovedFrom & Birth, unit: Unit, occupations: readonly StayInUnit[], at: Moment): PutBack | null {
  const fallen = fallenMove(former);
  if (!fallen) return null;
  const needs = needsAfterBirth(former.needs, former);
  const change = changeDeparture(former, unit, occupations, { departure: fallen.before, onPlace: null, needs }, at);
  const isInTheWay = change.outcome === 'cannot-stay-on' || change.outcome === 'understaffed';
  return { ...change, next: isInTheWay ? nextDayBack(former, fallen.before, unit, occupations, needs, at) : null };
}

/** Found as for one who comes too late to a place: others who have not come may change places, and so may she. */
function nextDayBack(
  { id, nights }: Stay,
  before: Day,
  unit: Unit,
  occupations: readonly StayInUnit[],
  needs: DepartureRequest['needs'],
  at: Moment,
): NextPossibleDay {
  const stays = occupations.filter(({ stay }) => stay !== id);
  const missing = { arrival: nights.departure, departure: before };
  const situation = { unit, stays, needs, party: sheAlone, nights: missing, at };
  const step = stepsUpTo(stepsForAPage);
  const atOnce = possible({ ...situation, spare: [] }, step);
  if (atOnce.outcome === 'possible' && atOnce.first) return { outcome: 'found', arrival: missing.arrival, place: atOnce.first };
  const asked = { length: { kind: 'until', departure: before }, partyOn: () => sheAlone } as const;
  return nextPossibleDay(situation, asked, daysBetween(missing.arrival, before) - 1, step);
}
