/**
 * Whether the best set of sites stays the best when the travel times are wrong: every time may be up to so much longer or shorter, each for
 * itself. Exact, set against set: a place of residence contributes the difference of two least times, which rises with the times to the sites that
 * only the one set has, falls with those that only the other has, and goes one way with those that both have; so its largest value stands at
 * ends of the times.
 */
import { chooseSites } from './choose-sites.ts';
import { stepsOfAll, visitSets } from './enumerate.ts';
import { costsOf, mostSteps } from './shortlist.ts';
import { minutesOf, type SiteProblem } from './site-problem.ts';

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
export function travelChange(problem: SiteProblem, change: number): TravelChange {
  const { objective, open: count, weights, volume } = problem;
  if (objective === 'centre') return { outcome: 'not-for-centre' };
  const weight = weights.reduce((sum, each) => sum + each, 0);
  if (volume.least > 0 || volume.most < weight) return { outcome: 'not-with-volumes' };
  const table = costsOf(problem);
  if (stepsOfAll(table, count) > mostSteps) return { outcome: 'too-many-sets' };
  const best = chooseSites(problem);
  if (best.outcome === 'infeasible') return { outcome: 'infeasible' };

  const { rows } = table;
  const costAt = (factor: number): CostAt => {
    if (objective === 'median') return (site, row) => (table.cost[site * rows + row] ?? 0) * factor;
    return (site, row) => (minutesOf(problem, row, site) * factor > problem.within ? (weights[row] ?? 0) : 0);
  };
  const lead = (set: readonly number[], at: number): number => mostLead(best.open, set, rows, costAt(1 - at), costAt(1 + at));
  const whole = (cost: number): number => (objective === 'coverage' ? 1 - cost / weight : cost / weight);
  const bestAtMost = costOf(best.open, rows, costAt(1 + change));
  const unseen = 1e-12 * Math.max(1, bestAtMost);
  const found: Contender[] = [];
  // No set can come ahead unless its least is below the most of the best.
  visitSets(costsOf(problem, 1 - change), count, bestAtMost, (set) => {
    if (lead(set, change) > unseen) {
      const open = [...set];
      const from = startOfLead((at) => lead(open, at) > unseen, change);
      found.push({ open, value: whole(costOf(open, rows, costAt(1))), from });
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

type CostAt = (site: number, row: number) => number;

function costOf(open: readonly number[], rows: number, cost: CostAt): number {
  let sum = 0;
  for (let row = 0; row < rows; row += 1) sum += leastAt(open, row, cost);
  return sum;
}

/** How far the other set can come ahead of the first within the times: Σ over rows of the largest difference. */
function mostLead(first: readonly number[], other: readonly number[], rows: number, shorter: CostAt, longer: CostAt): number {
  const both = first.filter((site) => other.includes(site));
  const onlyFirst = first.filter((site) => !both.includes(site));
  const onlyOther = other.filter((site) => !both.includes(site));
  let sum = 0;
  for (let row = 0; row < rows; row += 1) {
    const mine = leastAt(onlyFirst, row, longer);
    const theirs = leastAt(onlyOther, row, shorter);
    // Where the first is nearer by its own sites, what both have should be near, so that it hides the difference; else far.
    const shared = leastAt(both, row, mine <= theirs ? shorter : longer);
    sum += Math.min(mine, shared) - Math.min(theirs, shared);
  }
  return sum;
}

function leastAt(sites: readonly number[], row: number, cost: CostAt): number {
  let least = Infinity;
  for (const site of sites) {
    const here = cost(site, row);
    if (here < least) least = here;
  }
  return least;
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
