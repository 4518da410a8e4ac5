/**
 * The search with at most so many moves. A branch is left when somebody has no place left, when some night has more stays than places that would do
 * for them (a matching), or when the bound of the relaxation says that it takes more moves than are allowed; what the bound rules out singly is taken
 * away before anything is tried.
 */
import { climb, forABranch } from './climb.ts';
import { type OpenProblem, problemOf } from './open-problem.ts';
import { copyPrices, type Prices } from './prices.ts';
import type { Puzzle, Steps } from './puzzle.ts';
import { type Filling, tolerance } from './relaxation.ts';
import { copyLeft, countLeft, everySpellFits, herWay, leaveHerOnly, leaveOnly, type Left, partsOf, settle } from './remaining.ts';
import { repaired } from './repair.ts';
import { herMargins, marginsOf, takeAwayTooDear } from './too-dear.ts';

/** What a search never changes, and what it has found. */
export type Search = {
  readonly puzzle: Puzzle;
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
export type Ended = 'found' | 'none' | 'too-dear' | 'out-of-steps';

/** Looks for a way with at most so many moves among what is left; the prices are changed to better ones. */
export function visit(search: Search, left: Left, given: Prices, most: number): Ended {
  const { puzzle, step } = search;
  let prices = given;
  let none: 'none' | 'too-dear' = 'none';
  for (;;) {
    if (!settle(puzzle, left)) return none;
    const way = herWay(puzzle, left.hers);
    if (way === null || partsOf(way) > puzzle.hers.mostParts) return none;
    const fits = everySpellFits(puzzle, left, step);
    if (fits !== 'fits') return fits === 'none' ? none : fits;

    const problem = problemOf(puzzle, left, search.moveCost);
    const base = movesTo(search, left.settled) * search.moveCost;
    if (base > most) return 'too-dear';
    const bounded = raiseBound(search, problem, left, prices, { base, most });
    if (bounded === 'less-left') {
      none = 'too-dear';
      // What fits less that is left says nothing of the whole, to which the given prices may be put again.
      if (prices === given) prices = copyPrices(given);
    } else if (bounded === 'stuck') return tryEach(search, problem, left, prices, { base, most }, none);
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
  const { filling, moveCost, step } = search;
  const room = most - base;
  const ended = climb(problem, prices, filling, forABranch, {
    target: (best) => (moveCost === 0 ? 1 : Math.min(room + 1, best + 1 + Math.abs(best) / 10)),
    reason: () => (isAWay(search, problem, left, most) ? 'found' : Math.ceil(filling.bound - tolerance) > room ? 'too-dear' : null),
    step,
  });
  if (ended !== 'no-progress') return ended;
  if (canBeMadeAWay(search, left, most)) return 'found';
  const taken = takeAwayTooDear(problem, prices, filling, room, left.stays);
  return taken > 0 ? 'less-left' : 'stuck';
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
export function movesTo({ puzzle }: Search, seats: ArrayLike<number>): number {
  return puzzle.stays.filter(({ now }, stay) => now !== -1 && seats[stay] !== -1 && seats[stay] !== now).length;
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
