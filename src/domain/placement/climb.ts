/** Raises the bound step by step, until it is enough or gets no further, and leaves the prices at the best that were met. */
import type { OpenProblem } from './open-problem.ts';
import { adjustPrices, copyPrices, forgetCourse, type Prices, setPrices } from './prices.ts';
import type { Steps } from './puzzle.ts';
import { fill, type Filling } from './relaxation.ts';

/** How long a climb goes on: the pace it begins at and the one at which it is given up, and steps without progress until it slows down. */
export type Endurance = { readonly pace: number; readonly slowest: number; readonly patience: number };

/** For the whole question, where the bound decides how many moves are tried first, and for what is left in a branch. Found by trying. */
export const forTheWhole: Endurance = { pace: 1, slowest: 0.01, patience: 60 };
export const forABranch: Endurance = { pace: 0.5, slowest: 0.06, patience: 30 };

/** What a pace becomes when there was no progress, and what counts as progress. */
const slowingDown = 0.7;
const progress = 0.005;

/** Climbs towards `target`, given the best bound so far, until `reason` is one. The filling is that of the prices in the end. */
export function climb<Reason>(
  problem: OpenProblem,
  prices: Prices,
  filling: Filling,
  { pace: first, slowest, patience }: Endurance,
  { target, reason, step }: { readonly target: (best: number) => number; readonly reason: () => Reason | null; readonly step: Steps },
): Reason | 'no-progress' | 'out-of-steps' {
  let best = -Infinity;
  let pace = first;
  const bestPrices = copyPrices(prices);
  for (let since = 0; ; since += 1) {
    if (!step(problem.places)) return 'out-of-steps';
    fill(problem, prices, filling);
    const ended = reason();
    if (ended !== null) return ended;
    if (filling.bound > best + progress) {
      best = filling.bound;
      setPrices(bestPrices, prices);
      since = 0;
    } else if (since >= patience) {
      if (!step(problem.places)) return 'out-of-steps';
      since = 0;
      pace *= slowingDown;
      setPrices(prices, bestPrices);
      forgetCourse(prices);
      fill(problem, prices, filling);
      if (pace < slowest) return 'no-progress';
    }
    adjustPrices(problem, prices, filling, target(best), pace);
  }
}
