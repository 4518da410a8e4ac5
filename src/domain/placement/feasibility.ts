/**
 * «Can she come that day and stay that long?» answered exactly for a unit: on one place, or with as few moves of her own as there can be, while
 * stays that have not begun may change places within the unit where the new place meets their own needs. Her moves count before
 * those of others. Yes with the places and the moves, no, or not decided in time.
 */
import type { Id } from '../id.ts';
import { type Asked, type Board, boardOf, puzzleOf } from './board.ts';
import { faultIn, type Nights } from './nights.ts';
import type { PlacePart } from './parts.ts';
import type { Place } from './provision.ts';
import { type Arrangement, someOf, type Steps, stepsUpTo } from './puzzle.ts';
import { isRuledOut, rearrange } from './rearrange.ts';
import { everySpellFits, everythingLeft, herWay, partsOf } from './remaining.ts';
import { rulesBroken, type Situation, understaffed } from './situation.ts';
import type { StayInUnit } from './stay.ts';

/** A stay that has not begun is given another place in the unit. */
export type Move = { readonly stay: Id<'stay'>; readonly nights: Nights; readonly from: Place; readonly to: Place };

/** Where she is, one place after the other, and the moves of others that it takes. She moves once less than there are parts. */
export type Assignment = { readonly parts: readonly PlacePart[]; readonly moves: readonly Move[] };

export type Feasibility =
  /** With as few moves of hers as there can be, and then as few of others. */
  | ({ readonly outcome: 'possible' } & Assignment)
  | { readonly outcome: 'impossible' }
  /** `known` is a way that was found and that may not be the one with the fewest moves. */
  | { readonly outcome: 'not-decided-in-time'; readonly known: Assignment | null }
  | { readonly outcome: 'not-a-stay'; readonly fault: 'no-nights' | 'too-long' };

/** Steps a unit is given while a page waits: about a third of a second on one core. Our own choice; `bench/feasibility.ts` has the shares. */
export const stepsForAPage = 500_000;

/** Whether and how she can stay, using at most so many steps of search. */
export function feasibility(situation: Situation, steps: number): Feasibility {
  return feasibilityWithin(situation, stepsUpTo(steps));
}

/** The same with steps that are counted elsewhere. */
export function feasibilityWithin(situation: Situation, step: Steps): Feasibility {
  const fault = faultIn(situation.nights);
  if (fault) return { outcome: 'not-a-stay', fault };
  if (isRefusedAsAWhole(situation)) return { outcome: 'impossible' };

  const board = boardOf({ ...situation, spare: [] });
  const unmoved = wayThrough(board, board.mayNow);
  const least = wayThrough(board, board.may);
  if (least === null) return { outcome: 'impossible' };
  const still = unmoved && { parts: partsIn(board, unmoved), moves: [] };
  const anyParts = puzzleOf(board, Infinity);
  if (unmoved === null) {
    // A count night by night takes so little that it is had without steps: however large the unit is, it is said when a night is too full.
    if (everySpellFits(anyParts, everythingLeft(anyParts), () => true) === 'none') return { outcome: 'impossible' };
    if (isRuledOut(anyParts, step)) return { outcome: 'impossible' };
  }
  const forFewest = still === null ? someOf(step, stepsForFewest) : step;
  for (let parts = partsOf(least); ; parts += 1) {
    if (still && parts >= still.parts.length) return { outcome: 'possible', ...still };
    const arrangement = rearrange(puzzleOf(board, parts), 'fewest', forFewest);
    if (arrangement.outcome === 'out-of-steps') break;
    if (arrangement.outcome === 'found') return { outcome: 'possible', ...assignmentOf(board, arrangement, parts) };
    // More parts than spells are none more.
    if (parts >= board.may.length) return { outcome: 'impossible' };
  }
  // The fewest moves are not known: whether she can come at all is asked with what steps are left.
  if (still) return { outcome: 'not-decided-in-time', known: still };
  const any = rearrange(anyParts, 'any', step);
  if (any.outcome === 'none') return { outcome: 'impossible' };
  return { outcome: 'not-decided-in-time', known: any.outcome === 'found' ? assignmentOf(board, any, Infinity) : null };
}

/** Steps that the fewest moves may use where no way is known yet: what is left is for whether there is one at all. */
const stepsForFewest = 400_000;

function assignmentOf(board: Board, { seats, hers }: Extract<Arrangement, { readonly outcome: 'found' }>, parts: number): Assignment {
  // In one part she was the last of the stays.
  const way = parts === 1 ? board.may.map(() => seats.at(-1) ?? -1) : hers;
  return { parts: partsIn(board, way), moves: movesIn(board, seats) };
}

/** Whether she can stay at all, however often she and others move, and the place she would have first; `null` for the spare one. */
export type Possible =
  | { readonly outcome: 'possible'; readonly first: Place | null }
  | { readonly outcome: 'impossible' }
  | { readonly outcome: 'not-decided-in-time' };

/** Whether she can stay at all: quicker than how, since any way will do. */
export function possible(asked: Asked, step: Steps): Possible {
  if (faultIn(asked.nights) || isRefusedAsAWhole(asked)) return { outcome: 'impossible' };
  const board = boardOf(asked);
  const firstOf = (way: readonly number[]): Possible => ({ outcome: 'possible', first: board.places[way[0] ?? -1] ?? null });
  const unmoved = wayThrough(board, board.mayNow);
  if (unmoved) return firstOf(unmoved);
  if (wayThrough(board, board.may) === null) return { outcome: 'impossible' };
  const arrangement = rearrange(puzzleOf(board, Infinity), 'any', step);
  if (arrangement.outcome === 'found') return firstOf(arrangement.hers);
  return { outcome: arrangement.outcome === 'none' ? 'impossible' : 'not-decided-in-time' };
}

function isRefusedAsAWhole(situation: Situation): boolean {
  return rulesBroken(situation.unit.admission, situation.party).length > 0 || understaffed(situation).length > 0;
}

/** Her way with the fewest parts through what she may have. */
function wayThrough({ places }: Board, may: Board['may']): readonly number[] | null {
  const count = places.length + 1;
  const flat = Uint8Array.from({ length: may.length * count }, (_, index) =>
    may[Math.floor(index / count)]?.[index % count] === true ? 1 : 0,
  );
  return herWay({ places: count, hers: { from: 0, may, mostParts: Infinity } }, flat);
}

function partsIn({ places, days, from }: Board, way: readonly number[]): readonly PlacePart[] {
  const parts: PlacePart[] = [];
  for (const [index, number] of way.entries()) {
    const [arrival, departure, place] = [days[from + index], days[from + index + 1], places[number]];
    if (!arrival || !departure || !place) throw new Error('she was given no place');
    const last = parts.at(-1);
    if (last?.place === place) parts[parts.length - 1] = { place, nights: { arrival: last.nights.arrival, departure } };
    else parts.push({ place, nights: { arrival, departure } });
  }
  return parts;
}

function movesIn({ places, movable, seekers }: Board, seats: readonly number[]): readonly Move[] {
  return movable.flatMap(({ stay, nights }: StayInUnit, index): readonly Move[] => {
    const [from, to] = [places[seekers[index]?.now ?? -1], places[seats[index] ?? -1]];
    return from && to && from !== to ? [{ stay, nights, from, to }] : [];
  });
}
