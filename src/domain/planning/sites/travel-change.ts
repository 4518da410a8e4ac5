/**
 * Whether the best set of sites stays the best when the travel times are wrong: every time may be up to so much longer or shorter, each for
 * itself. Exact, set against set: a place of residence contributes the difference of two least times, which rises with the times to the sites that
 * only the one set has, falls with those that only the other has, and goes one way with those that both have; so its largest value stands at
 * ends of the times.
 */
import { chooseSites } from './choose-sites.ts';
import { stepsOfAll, visitSets } from './enumerate.ts';
import { costsOf, mostSteps } from './shortlist.ts';
import { minutesOf, type TravelProblem } from './site-problem.ts';

/** A set that could be better than the best one, and from which change of the times on it could. */
export type Contender = { readonly open: readonly number[]; readonly value: number; readonly from: number };

export type TravelChange =
  | {
      readonly outcome: 'compared';
      readonly open: readonly number[];
      /** No set is better whatever the times are within the change. */
      readonly staysBest: boolean;
      /** No set is better while no time is further off than this share; the asked change where none is within it. */
      readonly safeUpTo: number;
      /** Every set that some times within the change make better, the soonest first. */
      readonly contenders: readonly Contender[];
    }
  | { readonly outcome: 'infeasible' | 'too-many-sets' | 'not-for-centre' | 'not-with-volumes' };

/** `change` is a share from 0 up to, and not with, 1: 0.2 for ±20 %. */
export function travelChange(problem: TravelProblem, change: number): TravelChange {
  const { objective, open: count, weights, volume } = problem;
  if (objective === 'centre') return { outcome: 'not-for-centre' };
  const weight = weights.reduce((sum, each) => sum + each, 0);
  if (volume.least > 0 || volume.most < weight) return { outcome: 'not-with-volumes' };
  const table = costsOf(problem);
  if (stepsOfAll(table, count) > mostSteps) return { outcome: 'too-many-sets' };
  const best = chooseSites(problem);
  if (best.outcome !== 'chosen') return { outcome: 'infeasible' };

  const costOf = (row: number, time: number): number => {
    const part = weights[row] ?? 0;
    if (part === 0) return 0;
    return objective === 'median' ? part * time : time > problem.within ? part : 0;
  };
  const whole = (cost: number): number => (objective === 'coverage' ? 1 - cost / weight : cost / weight);
  const bestTimes = leastTimes(problem, best.open);
  const bestAtMost = bestTimes.reduce((sum, time, row) => sum + costOf(row, time * (1 + change)), 0);
  const unseen = 1e-12 * Math.max(1, bestAtMost);
  const found: Contender[] = [];
  // No set can come ahead unless its least is below the most of the best.
  visitSets(costsOf(problem, 1 - change), count, bestAtMost, (set) => {
    const lead = mostLead(problem, best.open, set, costOf);
    if (lead(change) > unseen) {
      const value = whole(leastTimes(problem, set).reduce((sum, time, row) => sum + costOf(row, time), 0));
      found.push({ open: [...set], value, from: startOfLead((at) => lead(at) > unseen, change) });
    }
    return bestAtMost;
  });
  const contenders = found.toSorted((one, other) => one.from - other.from);
  return {
    outcome: 'compared',
    open: best.open,
    staysBest: contenders.length === 0,
    safeUpTo: contenders[0]?.from ?? change,
    contenders,
  };
}

/**
 * How far the other set can come ahead of the first when no time is further off than a share: Σ over rows of the largest difference. All times may
 * be equally far off, so the least of several is too.
 */
function mostLead(
  problem: TravelProblem,
  first: readonly number[],
  other: readonly number[],
  costOf: (row: number, time: number) => number,
): (share: number) => number {
  const both = first.filter((site) => other.includes(site));
  const onlyFirst = leastTimes(
    problem,
    first.filter((site) => !both.includes(site)),
  );
  const onlyOther = leastTimes(
    problem,
    other.filter((site) => !both.includes(site)),
  );
  const inBoth = leastTimes(problem, both);
  return (share) => {
    let sum = 0;
    for (let row = 0; row < onlyFirst.length; row += 1) {
      const mine = costOf(row, (onlyFirst[row] ?? 0) * (1 + share));
      const theirs = costOf(row, (onlyOther[row] ?? 0) * (1 - share));
      // Where the first is nearer by its own sites, what both have should be near, so that it hides the difference; else far.
      const shared = costOf(row, (inBoth[row] ?? 0) * (mine <= theirs ? 1 - share : 1 + share));
      sum += Math.min(mine, shared) - Math.min(theirs, shared);
    }
    return sum;
  };
}

/** From each place of residence to the nearest of some sites; without any, Infinity. */
function leastTimes(problem: TravelProblem, sites: readonly number[]): Float64Array {
  const times = new Float64Array(problem.weights.length);
  for (let row = 0; row < times.length; row += 1) {
    let least = Infinity;
    for (const site of sites) least = Math.min(least, minutesOf(problem, row, site));
    times[row] = least;
  }
  return times;
}

/** The lead grows with the change, so its start is found by halving. */
function startOfLead(leads: (at: number) => boolean, change: number): number {
  let [low, high] = [0, change];
  if (leads(0)) return 0;
  for (let halving = 0; halving < 30; halving += 1) {
    const middle = (low + high) / 2;
    if (leads(middle)) high = middle;
    else low = middle;
  }
  return high;
}
