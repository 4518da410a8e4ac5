/** What each single place of somebody would add to the bound, and what can be taken away because it adds too much. */
import { backward, forward, through } from './cheapest-ways.ts';
import type { OpenProblem } from './open-problem.ts';
import type { Prices } from './prices.ts';
import { type Filling, tolerance } from './relaxation.ts';

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
      if (through(problem, prices, filling.ways, onwards, place, stay) > room) {
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
    return through(problem, prices, filling.ways, backward(problem, prices, place), place, stay) - all;
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
