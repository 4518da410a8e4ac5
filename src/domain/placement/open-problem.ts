/** What is still open of a puzzle, as arrays in the order in which the bound reads them. */
import type { Puzzle } from './puzzle.ts';
import type { Left } from './remaining.ts';

/** What is open in a search. Places, stays and spells are numbers; a spell is nights among which nothing begins or ends. */
export type OpenProblem = {
  readonly places: number;
  readonly spells: number;
  /** For each stay its first spell, the one after its last, and the place it has (−1 for a newcomer: wherever she comes is no move). */
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly now: Int32Array;
  /** The stays that have more than one place left to them. */
  readonly open: readonly number[];
  /** For each place, the open stays that may have it, in the order in which they end. */
  readonly candidates: readonly Int32Array[];
  /** For each of them, how many of those before it on the same place have ended when it begins. */
  readonly ended: readonly Int32Array[];
  /** The spells in which she is somewhere in parts, and for spell × place whether she may be there. */
  readonly herFrom: number;
  readonly herTo: number;
  readonly hers: Uint8Array;
  /** How many parts her stay may have; `Infinity` where any number will do. */
  readonly mostParts: number;
  /** What a move costs: 1, or 0 where only is asked whether there is a way. Then any bound above 0 says that there is none. */
  readonly moveCost: 0 | 1;
};

/** What is left of a puzzle, in the order in which the places are filled. `moveCost` is what a move costs. */
export function problemOf(puzzle: Puzzle, left: Left, moveCost: 0 | 1): OpenProblem {
  const { places, spells, hers, stays } = puzzle;
  const from = Int32Array.from(stays, (stay) => stay.from);
  const to = Int32Array.from(stays, (stay) => stay.to);
  const now = Int32Array.from(stays, (stay) => stay.now);
  const byEnd = stays.map((_, stay) => stay).toSorted((one, other) => (to[one] ?? 0) - (to[other] ?? 0));
  const isOpen = (stay: number): boolean => left.settled[stay] === -1;
  const candidates = Array.from({ length: places }, (_, place) =>
    Int32Array.from(byEnd.filter((stay) => isOpen(stay) && left.stays[stay * places + place] === 1)),
  );
  const ended = candidates.map((own) => {
    const ends = own.map((stay) => to[stay] ?? 0);
    return own.map((stay) => countUpTo(ends, from[stay] ?? 0));
  });
  const open = stays.flatMap((_, stay) => (isOpen(stay) ? [stay] : []));
  const [herFrom, herTo] = [hers.from, hers.from + hers.may.length];
  return { places, spells, from, to, now, open, candidates, ended, herFrom, herTo, hers: left.hers, mostParts: hers.mostParts, moveCost };
}

/** How many of sorted numbers are at most so much. */
function countUpTo(sorted: Int32Array, most: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) <= most) low = middle + 1;
    else high = middle;
  }
  return low;
}
