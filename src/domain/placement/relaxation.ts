/**
 * The bound beneath the search: how few moves there are at the very least. That everybody gets a place is not enforced but paid for, so that
 * each place can be filled on its own with what pays best: a cheapest way through its nights. What the places then cost together with
 * the prices is a lower bound, whatever the prices are (Lagrangian relaxation). They are raised where somebody has no place and lowered
 * where she has two, by Polyak's step, towards the bound of the linear program.
 */

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

/** What it is worth that a stay has a place and that she has one in a spell, and what each part of hers costs. */
export type Prices = { readonly stays: Float64Array; readonly hers: Float64Array; part: number };

/** What pays best at some prices, and room to work it out in. */
export type Filling = {
  bound: number;
  /** How many places each stay got, and one of them, its own before others; −1 for none. */
  readonly times: Int32Array;
  readonly seats: Int32Array;
  /** Where she is, spell × place, in how many places each spell, and in how many parts. */
  readonly cells: Uint8Array;
  readonly timesHers: Int32Array;
  parts: number;
  readonly ways: Ways;
};

/** The cheapest ways to the beginning of each spell on one place: nobody is there (`free`), or she is and stays on (`here`). */
type Ways = {
  readonly free: Float64Array;
  readonly here: Float64Array;
  /** How `free` was reached: nobody was there, she left, or a stay (its number) ended. */
  readonly reached: Int32Array;
  /** Whether `here` was reached by her coming in the spell before. */
  readonly came: Uint8Array;
};

const nobody = -1;
const sheLeft = -2;

export function noPrices(stays: number, spells: number): Prices {
  return { stays: new Float64Array(stays).fill(0.5), hers: new Float64Array(spells), part: 0 };
}

export function copyPrices({ stays, hers, part }: Prices): Prices {
  return { stays: stays.slice(), hers: hers.slice(), part };
}

export function emptyFilling(stays: number, spells: number, places: number): Filling {
  return {
    bound: 0,
    times: new Int32Array(stays),
    seats: new Int32Array(stays),
    cells: new Uint8Array(spells * places),
    timesHers: new Int32Array(spells),
    parts: 0,
    ways: emptyWays(spells, stays),
  };
}

function emptyWays(spells: number, stays: number): Ways {
  return {
    free: new Float64Array(Math.max(spells, stays) + 1),
    here: new Float64Array(spells + 1),
    reached: new Int32Array(spells + 1),
    came: new Uint8Array(spells + 1),
  };
}

/** Fills every place with what pays best. */
export function fill(problem: OpenProblem, prices: Prices, filling: Filling): void {
  const { places, herFrom, herTo, mostParts, from, now, open } = problem;
  const { times, seats, cells, timesHers, ways } = filling;
  times.fill(0);
  seats.fill(nobody);
  cells.fill(0);
  timesHers.fill(0);
  filling.parts = 0;
  let bound = mostParts === Infinity ? 0 : -prices.part * mostParts;
  for (let spell = herFrom; spell < herTo; spell += 1) bound += prices.hers[spell] ?? 0;
  for (const stay of open) bound += prices.stays[stay] ?? 0;
  for (let place = 0; place < places; place += 1) {
    if (herFrom === herTo) {
      bound += fillWithStays(problem, prices, place, filling);
      continue;
    }
    bound += forward(problem, prices, place, ways);
    let spell = problem.spells;
    while (spell > 0) {
      const how = ways.reached[spell] ?? nobody;
      if (how === nobody) spell -= 1;
      else if (how === sheLeft) {
        filling.parts += 1;
        for (let stays = true; stays;) {
          stays = ways.came[spell] !== 1;
          spell -= 1;
          cells[spell * places + place] = 1;
          timesHers[spell] = (timesHers[spell] ?? 0) + 1;
        }
      } else {
        times[how] = (times[how] ?? 0) + 1;
        if (seats[how] === nobody || now[how] === place) seats[how] = place;
        spell = from[how] ?? 0;
      }
    }
  }
  filling.bound = bound;
}

/** The same for a place where she cannot be in parts: the cheapest choice of stays that share no night, from end to end. */
function fillWithStays({ candidates, ended, now, moveCost }: OpenProblem, prices: Prices, place: number, filling: Filling): number {
  const { times, seats, ways } = filling;
  const [own, before] = [candidates[place], ended[place]];
  if (!own || !before) return 0;
  const { free } = ways;
  free[0] = 0;
  for (let index = 0; index < own.length; index += 1) {
    const stay = own[index] ?? 0;
    const home = now[stay] ?? nobody;
    const cost = (free[before[index] ?? 0] ?? 0) + (home === place || home === nobody ? 0 : moveCost) - (prices.stays[stay] ?? 0);
    free[index + 1] = Math.min(free[index] ?? 0, cost);
  }
  for (let index = own.length; index > 0;) {
    if (free[index] === free[index - 1]) {
      index -= 1;
      continue;
    }
    const stay = own[index - 1] ?? 0;
    times[stay] = (times[stay] ?? 0) + 1;
    if (seats[stay] === nobody || now[stay] === place) seats[stay] = place;
    index = before[index - 1] ?? 0;
  }
  return free[own.length] ?? 0;
}

/** The cheapest way through all the nights of a place, and to each of them. */
function forward(problem: OpenProblem, prices: Prices, place: number, { free, here, reached, came }: Ways): number {
  const { places, spells, from, to, now, candidates, herFrom, herTo, hers, moveCost } = problem;
  const own = candidates[place];
  const count = own?.length ?? 0;
  let next = 0;
  let nextEnds = count > 0 ? (to[own?.[0] ?? 0] ?? 0) : Infinity;
  free[0] = 0;
  let before = 0;
  let beforeHere = Infinity;
  here[0] = Infinity;
  for (let spell = 1; spell <= spells; spell += 1) {
    let best = before;
    let how = nobody;
    let stillHere = Infinity;
    if (spell > herFrom && spell <= herTo && hers[(spell - 1) * places + place] === 1) {
      const worth = prices.hers[spell - 1] ?? 0;
      stillHere = beforeHere;
      came[spell] = 0;
      if (before + prices.part < stillHere) {
        stillHere = before + prices.part;
        came[spell] = 1;
      }
      stillHere -= worth;
      if (stillHere < best) {
        best = stillHere;
        how = sheLeft;
      }
    }
    while (nextEnds === spell) {
      const stay = own?.[next] ?? 0;
      const home = now[stay] ?? nobody;
      const cost = (free[from[stay] ?? 0] ?? 0) + (home === place || home === nobody ? 0 : moveCost) - (prices.stays[stay] ?? 0);
      if (cost < best) {
        best = cost;
        how = stay;
      }
      next += 1;
      nextEnds = next < count ? (to[own?.[next] ?? 0] ?? 0) : Infinity;
    }
    free[spell] = best;
    here[spell] = stillHere;
    reached[spell] = how;
    before = best;
    beforeHere = stillHere;
  }
  return before;
}

/**
 * Takes away what cannot be part of a filling that costs at most so much: `open` says for stay × place what is left, and `problem.hers` for
 * her. Gives how much was taken away.
 */
export function takeAwayTooDear(problem: OpenProblem, prices: Prices, filling: Filling, most: number, open: Uint8Array): number {
  const { places, candidates, herFrom, herTo, hers } = problem;
  let taken = 0;
  for (let place = 0; place < places; place += 1) {
    const own = candidates[place];
    if ((own?.length ?? 0) === 0 && herFrom === herTo) continue;
    const all = forward(problem, prices, place, filling.ways);
    const onwards = backward(problem, prices, place);
    const room = most + tolerance - filling.bound + all;
    for (const stay of own ?? [])
      if (through(problem, prices, filling, onwards, place, stay) > room) {
        open[stay * places + place] = 0;
        taken += 1;
      }
    for (let spell = herFrom; spell < herTo; spell += 1) {
      if (hers[spell * places + place] !== 1) continue;
      if ((filling.ways.here[spell + 1] ?? Infinity) + (onwards.here[spell + 1] ?? Infinity) > room) {
        hers[spell * places + place] = 0;
        taken += 1;
      }
    }
  }
  return taken;
}

/** What it adds to the bound that a stay has each place; `Infinity` where it may not. */
export function marginsOf(problem: OpenProblem, prices: Prices, filling: Filling, stay: number): readonly number[] {
  return problem.candidates.map((own, place) => {
    if (!own.includes(stay)) return Infinity;
    const all = forward(problem, prices, place, filling.ways);
    return through(problem, prices, filling, backward(problem, prices, place), place, stay) - all;
  });
}

/** What it adds to the bound that she is on each place in a spell. */
export function herMargins(problem: OpenProblem, prices: Prices, filling: Filling, spell: number): readonly number[] {
  return problem.candidates.map((_, place) => {
    if (problem.hers[spell * problem.places + place] !== 1) return Infinity;
    const all = forward(problem, prices, place, filling.ways);
    const onwards = backward(problem, prices, place);
    return (filling.ways.here[spell + 1] ?? Infinity) + (onwards.here[spell + 1] ?? Infinity) - all;
  });
}

/** Rounding in the last digits must never make a bound of 3 out of 3.000000001. */
export const tolerance = 1e-6;

type Onwards = { readonly free: Float64Array; readonly here: Float64Array };

function through(
  { from, to, now, moveCost }: OpenProblem,
  { stays }: Prices,
  { ways }: Filling,
  onwards: Onwards,
  place: number,
  stay: number,
): number {
  const home = now[stay] ?? nobody;
  const cost = (home === place || home === nobody ? 0 : moveCost) - (stays[stay] ?? 0);
  return (ways.free[from[stay] ?? 0] ?? 0) + cost + (onwards.free[to[stay] ?? 0] ?? 0);
}

/** The cheapest ways from the beginning of each spell to the end: `here` where she was there in the spell before. */
function backward(problem: OpenProblem, prices: Prices, place: number): Onwards {
  const { places, spells, from, to, now, candidates, herFrom, herTo, hers, moveCost } = problem;
  const own = (candidates[place] ?? new Int32Array(0)).toSorted((one, other) => (from[other] ?? 0) - (from[one] ?? 0));
  const free = new Float64Array(spells + 1);
  const here = new Float64Array(spells + 1).fill(Infinity);
  here[spells] = 0;
  let next = 0;
  for (let spell = spells - 1; spell >= 0; spell -= 1) {
    let best = free[spell + 1] ?? 0;
    let stillHere = Infinity;
    if (spell >= herFrom && spell < herTo && hers[spell * places + place] === 1) {
      stillHere = (here[spell + 1] ?? Infinity) - (prices.hers[spell] ?? 0);
      best = Math.min(best, stillHere + prices.part);
    }
    for (; next < own.length && from[own[next] ?? 0] === spell; next += 1) {
      const stay = own[next] ?? 0;
      const home = now[stay] ?? nobody;
      const cost = (home === place || home === nobody ? 0 : moveCost) - (prices.stays[stay] ?? 0);
      best = Math.min(best, cost + (free[to[stay] ?? 0] ?? 0));
    }
    free[spell] = best;
    here[spell] = Math.min(stillHere, best);
  }
  return { free, here };
}

/** Moves the prices a step towards a bound of `target`: up where somebody has no place, down where she has more than one. */
export function adjustPrices(problem: OpenProblem, prices: Prices, filling: Filling, target: number, pace: number): void {
  const { herFrom, herTo, mostParts, open } = problem;
  const { times, timesHers, parts, bound } = filling;
  const over = mostParts === Infinity || (parts < mostParts && prices.part === 0) ? 0 : parts - mostParts;
  let square = over ** 2;
  for (const stay of open) square += (1 - (times[stay] ?? 0)) ** 2;
  for (let spell = herFrom; spell < herTo; spell += 1) square += (1 - (timesHers[spell] ?? 0)) ** 2;
  if (square === 0) return;
  const step = (pace * (target - bound)) / square;
  for (const stay of open) prices.stays[stay] = Math.max(0, (prices.stays[stay] ?? 0) + step * (1 - (times[stay] ?? 0)));
  for (let spell = herFrom; spell < herTo; spell += 1)
    prices.hers[spell] = Math.max(0, (prices.hers[spell] ?? 0) + step * (1 - (timesHers[spell] ?? 0)));
  prices.part = Math.max(0, prices.part + step * over);
}
