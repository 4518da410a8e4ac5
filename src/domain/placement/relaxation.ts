/**
 * The bound beneath the search: how few moves there are at the very least. That everybody gets a place is not enforced but paid for, so that
 * each place can be filled on its own with what pays best: a cheapest way through its nights. What the places then cost together with
 * the prices is a lower bound, whatever the prices are (Lagrangian relaxation). `prices.ts` has how they are
 * raised and lowered towards the bound of the linear program.
 */
import { emptyWays, forward, nobody, sheLeft, type Ways } from './cheapest-ways.ts';
import type { OpenProblem } from './open-problem.ts';
import type { Prices } from './prices.ts';

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

/** Room for a filling. */
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

/** Rounding in the last digits must never make a bound of 3 out of 3.000000001. */
export const tolerance = 1e-6;
