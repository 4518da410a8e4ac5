/**
 * The search beneath feasibility: each stay is to have one place for all its nights and she one or more after each other, no two share a
 * night on a place, and as few as possible leave the place they have. Exact: every way is tried or ruled out, unless the steps run out.
 *
 * The moves allowed are raised one at a time, so the first arrangement found has the fewest. A branch is left when somebody has no place
 * left, when some night has more stays than places that would do for them (a matching), or when the bound of the relaxation says that it takes more
 * moves than are allowed; what the bound rules out singly is taken away before anything is tried.
 */
import { displace } from './displace.ts';
import {
  adjustPrices,
  copyPrices,
  emptyFilling,
  fill,
  type Filling,
  herMargins,
  marginsOf,
  noPrices,
  type OpenProblem,
  type Prices,
  takeAwayTooDear,
  tolerance,
} from './relaxation.ts';
import { repaired } from './repair.ts';
import {
  copyLeft,
  countLeft,
  everySpellFits,
  everythingLeft,
  herWay,
  leaveHerOnly,
  leaveOnly,
  type Left,
  partsOf,
  settle,
} from './remaining.ts';

/** A stay in the search, from its first spell to the one after its last. `now` is the place it has; −1 for a newcomer. */
export type Seeker = { readonly from: number; readonly to: number; readonly now: number; readonly wouldDo: readonly boolean[] };

/** What is to be arranged. Places and spells are numbers; a spell is nights among which nothing begins or ends. */
export type Puzzle = {
  readonly places: number;
  readonly spells: number;
  readonly stays: readonly Seeker[];
  /** She who may change places, in at most so many parts: for each spell of hers, from the first on, the places she may have. */
  readonly hers: { readonly from: number; readonly may: readonly (readonly boolean[])[]; readonly mostParts: number };
};

/** Where each stay is in the end, and she in each spell. */
export type Arrangement =
  | { readonly outcome: 'found'; readonly seats: readonly number[]; readonly hers: readonly number[]; readonly moves: number }
  | { readonly outcome: 'none' }
  | { readonly outcome: 'out-of-steps' };

/** Counts steps; false when there are none left. A step is one place filled or tried for one night. */
export type Steps = (taken?: number) => boolean;

/** So many steps and no more. */
export function stepsUpTo(most: number): Steps {
  let all = 0;
  return (taken = 1) => {
    all += taken;
    return all <= most;
  };
}

/** What a search never changes, and what it has found. */
type Search = {
  readonly puzzle: Puzzle;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly now: Int32Array;
  /** The stays in the order in which they end. */
  readonly byEnd: readonly number[];
  readonly filling: Filling;
  readonly step: Steps;
  /** Steps taken, and how many may be at this time. */
  taken: number;
  until: number;
  moveCost: 0 | 1;
  /** Whether places may be tried; and whether they were, or would have been. */
  mayTry: boolean;
  undecided: boolean;
  found: { readonly seats: readonly number[]; readonly hers: readonly number[] } | null;
};

/** `too-dear`: there may be a way with more moves than are allowed. */
type Ended = 'found' | 'none' | 'too-dear' | 'out-of-steps';

/** Arranges the stays: with as few moves as there can be, or in `any` way at all. */
export function rearrange(puzzle: Puzzle, wanted: 'fewest' | 'any', step: Steps): Arrangement {
  const { stays, spells, places } = puzzle;
  const search: Search = {
    puzzle,
    from: Int32Array.from(stays, ({ from }) => from),
    to: Int32Array.from(stays, ({ to }) => to),
    now: Int32Array.from(stays, ({ now }) => now),
    byEnd: stays.map((_, stay) => stay).toSorted((one, other) => (stays[one]?.to ?? 0) - (stays[other]?.to ?? 0)),
    filling: emptyFilling(stays.length, spells, places),
    step: (count = 1) => {
      search.taken += count;
      return search.taken <= search.until && step(count);
    },
    taken: 0,
    until: Infinity,
    moveCost: 1,
    mayTry: true,
    undecided: false,
    found: null,
  };
  const prices = noPrices(stays.length, spells);
  if (wanted === 'any') return arrangementOf(search, anyWay(search));
  const first = whetherAny(search, false);
  if (first === 'none' || first === 'out-of-steps') return arrangementOf(search, first);
  let askedAt = search.taken;
  for (let most = 0; ; most += 1) {
    search.undecided = false;
    const ended = visit(search, everythingLeft(puzzle), prices, most);
    if (ended !== 'too-dear' || most >= stays.length) return arrangementOf(search, ended);
    // Where the bound alone does not rule it out, perhaps there is no way at all: now and then some time is given to that.
    if (!search.undecided || search.taken < 3 * askedAt) continue;
    const any = within(search, search.taken / 2, () => whetherAny(search, true));
    if (any === 'none') return arrangementOf(search, any);
    askedAt = search.taken;
  }
}

/** Steps given to looking from her side, before what all places cost together is asked. */
const stepsForFew = 100_000;

/** Whether there is a way in which few others move, however often she does: first with none, then with one more each time. */
function withFewMoves(search: Search): 'found' | 'none' | 'out-of-steps' {
  const { puzzle, step } = search;
  for (let most = 0; most <= puzzle.stays.length; most += 1) {
    const ended = displace(puzzle, most, step);
    if (ended.outcome === 'found') search.found = ended;
    if (ended.outcome !== 'none') return ended.outcome;
  }
  return 'none';
}

/**
 * Whether there is any way, whatever it costs: first with few moves, then led by what moves cost, which finds ways, then without, which finds
 * that there is none.
 */
function anyWay(search: Search): Ended {
  const { puzzle } = search;
  const first = whetherAny(search, false);
  if (first !== 'too-dear') return first;
  if (puzzle.hers.mostParts === Infinity) {
    const few = within(search, stepsForFew, () => withFewMoves(search));
    if (few !== 'out-of-steps') return few;
  }
  const led = within(search, stepsLed, () =>
    visit(search, everythingLeft(puzzle), noPrices(puzzle.stays.length, puzzle.spells), puzzle.stays.length),
  );
  return led === 'out-of-steps' ? whetherAny(search, true) : led === 'too-dear' ? 'none' : led;
}

/** Steps given to looking for any way in the way that finds them best. */
const stepsLed = 60_000;

/** Whether there is any way at all, with moves that cost nothing: a bound above 0 says no. Without trying, «too dear» is not decided. */
function whetherAny(search: Search, mayTry: boolean): Ended {
  const { puzzle } = search;
  search.moveCost = 0;
  search.mayTry = mayTry;
  search.undecided = false;
  const ended = visit(search, everythingLeft(puzzle), noPrices(puzzle.stays.length, puzzle.spells), 0);
  search.moveCost = 1;
  search.mayTry = true;
  return ended === 'too-dear' && (mayTry || !search.undecided) ? 'none' : ended;
}

/** The same with at most so many steps more; when they are used up, others may still be left. */
function within(search: Search, most: number, work: () => Ended): Ended {
  const before = search.until;
  search.until = Math.min(before, search.taken + most);
  const ended = work();
  search.until = before;
  return ended;
}

function arrangementOf(search: Search, ended: Ended): Arrangement {
  const { found } = search;
  if (ended === 'out-of-steps') return { outcome: ended };
  return ended === 'found' && found ? { outcome: 'found', ...found, moves: movesTo(search, found.seats) } : { outcome: 'none' };
}

/** Looks for a way with at most so many moves among what is left; the prices are changed to better ones. */
function visit(search: Search, left: Left, prices: Prices, most: number): Ended {
  const { puzzle, step } = search;
  let none: 'none' | 'too-dear' = 'none';
  for (;;) {
    if (!settle(puzzle, left)) return none;
    const way = herWay(puzzle, left.hers);
    if (way === null || partsOf(way) > puzzle.hers.mostParts) return none;
    const fits = everySpellFits(puzzle, left, step);
    if (fits !== 'fits') return fits === 'none' ? none : fits;

    const problem = problemOf(search, left);
    const base = movesTo(search, left.settled) * search.moveCost;
    if (base > most) return 'too-dear';
    const bounded = raiseBound(search, problem, left, prices, { base, most });
    if (bounded === 'less-left') none = 'too-dear';
    else if (bounded === 'stuck') return tryEach(search, problem, left, prices, { base, most }, none);
    else return bounded;
  }
}

/** What the moves that are settled already cost, and how much is allowed. */
type Allowance = { readonly base: number; readonly most: number };

/** Betters the prices until the bound is more than is allowed, the filling is a way, something could be taken away, or no progress is made. */
function raiseBound(
  search: Search,
  problem: OpenProblem,
  left: Left,
  prices: Prices,
  { base, most }: Allowance,
): 'found' | 'too-dear' | 'less-left' | 'stuck' | 'out-of-steps' {
  const { filling, step } = search;
  let best = -Infinity;
  let pace = 1;
  for (let since = 0; pace > slowest; since += 1) {
    if (!step(problem.places)) return 'out-of-steps';
    fill(problem, prices, filling);
    if (isAWay(search, problem, left, most)) return 'found';
    if (Math.ceil(base + filling.bound - tolerance) > most) return 'too-dear';
    if (filling.bound > best + 0.01) {
      best = filling.bound;
      since = 0;
    } else if (since >= patience) {
      pace /= 2;
      since = 0;
    }
    if (pace <= slowest) break;
    const target = search.moveCost === 0 ? 1 : Math.min(most - base + 1, best + 1 + Math.abs(best) / 10);
    adjustPrices(problem, prices, filling, target, pace);
  }
  if (canBeMadeAWay(search, left, most)) return 'found';
  const taken = takeAwayTooDear(problem, prices, filling, most - base, left.stays);
  return taken > 0 ? 'less-left' : 'stuck';
}

/** Steps without progress before the pace is halved, and the pace at which the bound is left as it is. */
const patience = 4;
const slowest = 0.06;

function problemOf({ puzzle, from, to, now, byEnd, moveCost }: Search, left: Left): OpenProblem {
  const { places, spells, hers, stays } = puzzle;
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

/** Whether what pays best is an arrangement that costs no more than is allowed; then it is kept. */
function isAWay(search: Search, { open }: OpenProblem, left: Left, most: number): boolean {
  const { filling } = search;
  if (open.some((stay) => filling.seats[stay] === -1)) return false;
  const way = herWay(search.puzzle, filling.cells);
  return way !== null && isKept(search, seatsIn(search, left), way, most);
}

/** Whether what pays best can be made an arrangement that costs no more than is allowed; then it is kept. */
function canBeMadeAWay(search: Search, left: Left, most: number): boolean {
  const { puzzle, filling } = search;
  const way = herWay(puzzle, filling.cells);
  const seats = way && repaired(puzzle, left, way, seatsIn(search, left));
  return way !== null && seats !== null && isKept(search, seats, way, most);
}

function seatsIn({ puzzle, filling }: Search, left: Left): readonly number[] {
  return puzzle.stays.map((_, stay) => (left.settled[stay] === -1 ? filling.seats[stay] : left.settled[stay]) ?? -1);
}

function isKept(search: Search, seats: readonly number[], hers: readonly number[], most: number): boolean {
  if (movesTo(search, seats) * search.moveCost > most || partsOf(hers) > search.puzzle.hers.mostParts) return false;
  search.found = { seats, hers };
  return true;
}

/** How many stays have another place there than they have now. Those that have none there do not count, and neither does a newcomer. */
function movesTo({ now }: Search, seats: ArrayLike<number>): number {
  let moves = 0;
  for (let stay = 0; stay < now.length; stay += 1) if (now[stay] !== -1 && seats[stay] !== -1 && seats[stay] !== now[stay]) moves += 1;
  return moves;
}

/** Tries every place that is left to one of them, the most promising first. */
function tryEach(
  search: Search,
  problem: OpenProblem,
  left: Left,
  prices: Prices,
  { base, most }: Allowance,
  none: 'none' | 'too-dear',
): Ended {
  const { puzzle, filling } = search;
  search.undecided = true;
  if (!search.mayTry) return 'too-dear';
  const chosen = whomToSettle(search, problem, left);
  if (chosen === null) {
    const hers = herWay(puzzle, left.hers);
    search.found = hers && { seats: [...left.settled], hers };
    return hers ? 'found' : none;
  }
  const margins = 'stay' in chosen ? marginsOf(problem, prices, filling, chosen.stay) : herMargins(problem, prices, filling, chosen.spell);
  const bound = base + filling.bound;
  const ways = margins
    .flatMap((margin, place) => (margin === Infinity ? [] : [{ margin, place }]))
    .toSorted((one, other) => one.margin - other.margin);
  let ended: Ended = none;
  for (const { margin, place } of ways) {
    if (Math.ceil(bound + margin - tolerance) > most) {
      ended = 'too-dear';
      continue;
    }
    const branch = copyLeft(left);
    if ('stay' in chosen) leaveOnly(puzzle, branch, chosen.stay, place);
    else leaveHerOnly(puzzle, branch, chosen.spell, place);
    const result = visit(search, branch, copyPrices(prices), most);
    if (result === 'found' || result === 'out-of-steps') return result;
    if (result === 'too-dear') ended = result;
  }
  return ended;
}

/** Whom to try places for: she before others, those who got none before those who got several, those with the fewest places left first. */
function whomToSettle(
  { filling }: Search,
  { open, herFrom, herTo, places }: OpenProblem,
  left: Left,
): { stay: number } | { spell: number } | null {
  let spellOpen: number | null = null;
  for (let spell = herFrom; spell < herTo; spell += 1) {
    if (countLeft(left.hers, spell, places) < 2) continue;
    if (filling.timesHers[spell] !== 1) return { spell };
    spellOpen ??= spell;
  }
  let best: { readonly stay: number; readonly score: number } | null = null;
  for (const stay of open) {
    const times = filling.times[stay] ?? 0;
    const score = (times === 0 ? 0 : times > 1 ? 1000 : 2000) + countLeft(left.stays, stay, places);
    if (best === null || score < best.score) best = { stay, score };
  }
  if (best !== null && best.score < 2000) return { stay: best.stay };
  return spellOpen === null ? best && { stay: best.stay } : { spell: spellOpen };
}
