/**
 * The search beneath feasibility: each stay is to have one place for all its nights and she one or more after each other, no two share a
 * night on a place, and as few as possible leave the place they have. Exact: every way is tried or ruled out, unless the steps run out.
 *
 * The bound of the whole says how few moves there are at least, and that many are allowed first, then one more each time: the first
 * arrangement found has the fewest.
 */
import { type Ended, movesTo, type Search, visit } from './branches.ts';
import { climb, forTheWhole } from './climb.ts';
import { displace } from './displace.ts';
import { problemOf } from './open-problem.ts';
import { noPrices, type Prices } from './prices.ts';
import type { Arrangement, Puzzle, Steps } from './puzzle.ts';
import { emptyFilling, tolerance } from './relaxation.ts';
import { everythingLeft, settle } from './remaining.ts';

/** Arranges the stays: with as few moves as there can be, or in `any` way at all. */
export function rearrange(puzzle: Puzzle, wanted: 'fewest' | 'any', step: Steps): Arrangement {
  const search = searchOf(puzzle, step);
  return arrangementOf(search, wanted === 'any' ? anyWay(search) : fewestMoves(search));
}

/** Whether there is no way at all, however often anybody moves, where the bound alone says so: without trying, so a yes is not found by it. */
export function isRuledOut(puzzle: Puzzle, step: Steps): boolean {
  return whetherAny(searchOf(puzzle, step), false) === 'none';
}

function searchOf(puzzle: Puzzle, step: Steps): Search {
  const search: Search = {
    puzzle,
    filling: emptyFilling(puzzle.stays.length, puzzle.spells, puzzle.places),
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
  return search;
}

function fewestMoves(search: Search): Ended {
  const { puzzle } = search;
  const first = whetherAny(search, false);
  if (first === 'none' || first === 'out-of-steps') return first;
  const prices = noPrices(puzzle.stays.length, puzzle.spells);
  const least = boundOfTheWhole(search, prices);
  if (typeof least === 'string') return least;
  let askedAt = search.taken;
  for (let most = least; ; most += 1) {
    search.undecided = false;
    const ended = visit(search, everythingLeft(puzzle), prices, most);
    if (ended !== 'too-dear' || most >= puzzle.stays.length) return ended;
    // Where the bound alone does not rule it out, perhaps there is no way at all: now and then some time is given to that.
    if (!search.undecided || search.taken < 3 * askedAt) continue;
    const any = within(search, search.taken / 2, () => whetherAny(search, true));
    if (any === 'none') return any;
    askedAt = search.taken;
  }
}

/** The fewest moves that the bound allows, before anything is tried. */
function boundOfTheWhole(search: Search, prices: Prices): number | 'none' | 'out-of-steps' {
  const { puzzle, filling, step } = search;
  const left = everythingLeft(puzzle);
  if (!settle(puzzle, left)) return 'none';
  const problem = problemOf(puzzle, left, 1);
  const base = movesTo(search, left.settled);
  const ended = climb(problem, prices, filling, forTheWhole, {
    target: (best) => best + 2,
    reason: () => (base + filling.bound > puzzle.stays.length + 1 ? 'none' : null),
    step,
  });
  return ended === 'no-progress' ? Math.max(0, Math.ceil(base + filling.bound - tolerance)) : ended;
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
