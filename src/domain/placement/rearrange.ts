/**
 * The search beneath feasibility: each stay is to have one place for all its nights, no two share a night on a place, and as few as
 * possible leave the place they have. Exact: every way is tried or ruled out, unless the steps run out first.
 *
 * A newcomer is put on a place, which displaces whoever overlaps her there; each of those is put on another, and so on. The number of
 * moves allowed is raised one at a time, so the first arrangement found has the fewest. A branch is left as soon as some night has more
 * stays than places that would do for them, which is looked up as a matching for that night.
 */

/** A stay in the search. Places and stays are numbers. */
export type Seeker = {
  /** The place she has; `null` for the newcomer. */
  readonly now: number | null;
  /** For each place, whether it would do on all her nights as far as everything that cannot move is concerned. */
  readonly wouldDo: readonly boolean[];
  /** For each stay, whether it shares a night with her. */
  readonly meets: readonly boolean[];
};

/** `places` says where each stay is in the end, with the fewest moves there are. */
export type Arrangement =
  | { readonly outcome: 'found'; readonly places: readonly number[] }
  | { readonly outcome: 'none' }
  | { readonly outcome: 'out-of-steps' };

/** Counts a step; false when there are none left. A step is one place considered for one stay. */
export type Steps = () => boolean;

/** So many steps and no more. */
export function stepsUpTo(most: number): Steps {
  let taken = 0;
  return () => {
    taken += 1;
    return taken <= most;
  };
}

/** Arranges the stays with as few moves as possible. `cliques` are the stays that are there on the same night. */
export function rearrange(seekers: readonly Seeker[], cliques: readonly (readonly number[])[], step: Steps): Arrangement {
  const board: Board = {
    seekers,
    cliques,
    step,
    at: seekers.map(({ now }) => now ?? nowhere),
    settled: seekers.map(() => false),
    most: 0,
    nextMost: Infinity,
  };
  for (;;) {
    const ended = settle(board, 0);
    if (ended === 'found') return { outcome: 'found', places: board.at };
    if (ended !== 'too-few') return { outcome: ended };
    board.most = board.nextMost;
    board.nextMost = Infinity;
  }
}

/** The state of the search: it is changed on the way down and put back on the way up. */
type Board = {
  readonly seekers: readonly Seeker[];
  readonly cliques: readonly (readonly number[])[];
  readonly step: Steps;
  /** Where each stay is; `nowhere` while it is displaced. */
  readonly at: number[];
  /** Whether the search has put it there; the others are where they were. */
  readonly settled: boolean[];
  /** Moves allowed now, and the fewest that a way left behind would take. */
  most: number;
  nextMost: number;
};

const nowhere = -1;

/** `too-few`: some way was left because it takes more moves than are allowed now. */
type Ended = 'found' | 'none' | 'too-few' | 'out-of-steps';

/** A place for a displaced stay, and whom it displaces in turn. */
type Way = { readonly place: number; readonly displaced: readonly number[] };

/** Gives every displaced stay a place, after so many moves. */
function settle(board: Board, moves: number): Ended {
  const displaced = board.at.flatMap((place, who) => (place === nowhere ? [who] : []));
  if (displaced.length === 0) return 'found';

  let next: { readonly who: number; readonly ways: readonly Way[] } | null = null;
  let further = 0;
  for (const who of displaced) {
    const ways = waysFor(board, who);
    if (ways === 'out-of-steps') return ways;
    if (ways.length === 0) return 'none';
    further = Math.max(further, Math.min(...ways.map((way) => way.displaced.length)));
    if (next === null || ways.length < next.ways.length) next = { who, ways };
  }
  const needed = moves + displaced.filter((who) => isMove(board, who)).length + further;
  if (needed > board.most) {
    board.nextMost = Math.min(board.nextMost, needed);
    return 'too-few';
  }
  const fits = everyNightFits(board, displaced);
  return next === null || fits !== 'found' ? fits : tryWays(board, next.who, next.ways, moves);
}

function tryWays(board: Board, who: number, ways: readonly Way[], moves: number): Ended {
  const { at, settled, step } = board;
  let ended: Ended = 'none';
  for (const { place, displaced } of ways.toSorted((one, other) => one.displaced.length - other.displaced.length)) {
    if (!step()) return 'out-of-steps';
    at[who] = place;
    settled[who] = true;
    for (const other of displaced) at[other] = nowhere;
    const result = settle(board, moves + (isMove(board, who) ? 1 : 0));
    if (result === 'found' || result === 'out-of-steps') return result;
    if (result === 'too-few') ended = result;
    for (const other of displaced) at[other] = place;
    settled[who] = false;
    at[who] = nowhere;
  }
  return ended;
}

/** The places a stay can still go to: those that nobody whom the search has settled needs on her nights. */
function waysFor({ seekers, at, settled, step }: Board, who: number): readonly Way[] | 'out-of-steps' {
  const ways: Way[] = [];
  const { meets, wouldDo } = seeker(seekers, who);
  for (let place = 0; place < wouldDo.length; place += 1) {
    if (wouldDo[place] !== true) continue;
    if (!step()) return 'out-of-steps';
    const there = at.flatMap((of, other) => (of === place && meets[other] === true ? [other] : []));
    if (!there.some((other) => settled[other] === true)) ways.push({ place, displaced: there });
  }
  return ways;
}

/** Whether the stays of each night on which somebody is displaced can have a place each, were every night on its own. */
function everyNightFits(board: Board, displaced: readonly number[]): Ended {
  for (const clique of board.cliques) {
    const without = clique.filter((who) => displaced.includes(who));
    const holders = new Map(clique.filter((who) => !without.includes(who)).map((who) => [board.at[who] ?? nowhere, who]));
    for (const who of without) {
      const result = makeRoom(board, who, holders, new Set());
      if (result !== 'found') return result;
    }
  }
  return 'found';
}

/** Finds one a place on that night; those who hold it there make room where they can (an augmenting path). */
function makeRoom(board: Board, who: number, holders: Map<number, number>, tried: Set<number>): Ended {
  const { meets, wouldDo } = seeker(board.seekers, who);
  for (let place = 0; place < wouldDo.length; place += 1) {
    if (wouldDo[place] !== true || tried.has(place)) continue;
    if (!board.step()) return 'out-of-steps';
    if (board.at.some((of, other) => of === place && other !== who && board.settled[other] === true && meets[other] === true)) continue;
    tried.add(place);
    const holder = holders.get(place);
    const room = holder === undefined ? 'found' : makeRoom(board, holder, holders, tried);
    if (room === 'out-of-steps') return room;
    if (room !== 'found') continue;
    holders.set(place, who);
    return 'found';
  }
  return 'none';
}

function isMove({ seekers }: Board, who: number): boolean {
  return seekers[who]?.now !== null;
}

function seeker(seekers: readonly Seeker[], who: number): Seeker {
  const found = seekers[who];
  if (!found) throw new Error(`there is no stay ${who}`);
  return found;
}
