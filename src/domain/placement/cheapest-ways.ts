/** The cheapest way through the nights of one place, forwards and backwards: what pays best there at some prices, and what it costs to be there. */
import type { OpenProblem } from './open-problem.ts';
import type { Prices } from './prices.ts';

/** The cheapest ways to the beginning of each spell on one place: nobody is there (`free`), or she is and stays on (`here`). */
export type Ways = {
  readonly free: Float64Array;
  readonly here: Float64Array;
  /** How `free` was reached: nobody was there, she left, or a stay (its number) ended. */
  readonly reached: Int32Array;
  /** Whether `here` was reached by her coming in the spell before. */
  readonly came: Uint8Array;
};

/** How a cheapest way was reached when it was by no stay. */
export const nobody = -1;
export const sheLeft = -2;

export function emptyWays(spells: number, stays: number): Ways {
  return {
    free: new Float64Array(Math.max(spells, stays) + 1),
    here: new Float64Array(spells + 1),
    reached: new Int32Array(spells + 1),
    came: new Uint8Array(spells + 1),
  };
}

/** The cheapest way through all the nights of a place, and to each of them. */
export function forward(problem: OpenProblem, prices: Prices, place: number, { free, here, reached, came }: Ways): number {
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

export type Onwards = { readonly free: Float64Array; readonly here: Float64Array };

/** What the cheapest way costs that goes through a stay on this place. */
export function through(
  { from, to, now, moveCost }: OpenProblem,
  { stays }: Prices,
  ways: Ways,
  onwards: Onwards,
  place: number,
  stay: number,
): number {
  const home = now[stay] ?? nobody;
  const cost = (home === place || home === nobody ? 0 : moveCost) - (stays[stay] ?? 0);
  return (ways.free[from[stay] ?? 0] ?? 0) + cost + (onwards.free[to[stay] ?? 0] ?? 0);
}

/** The cheapest ways from the beginning of each spell to the end: `here` where she was there in the spell before. */
export function backward(problem: OpenProblem, prices: Prices, place: number): Onwards {
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
