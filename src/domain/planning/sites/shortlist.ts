/** The best sets of sites in order, and not the best alone: what is nearly as good may be better in another way. */
import { assign } from './assign.ts';
import { costTable, type CostTable } from './cost-table.ts';
import { stepsOfAll, visitSets } from './enumerate.ts';
import { minutesOf, type TravelProblem } from './site-problem.ts';

/** `value` is that of the objective. */
export type ShortlistedSet = { readonly open: readonly number[]; readonly value: number };

export type Shortlist =
  | { readonly outcome: 'listed'; readonly sets: readonly ShortlistedSet[] }
  | { readonly outcome: 'infeasible' }
  /** There are too many sets to go through all of them. */
  | { readonly outcome: 'too-many-sets' }
  /** The longest way is no sum over the places of residence. */
  | { readonly outcome: 'not-for-centre' };

/** Up to here all sets are gone through: a few seconds. */
export const mostSteps = 3e8;

/** The `count` best sets of exactly `open` sites, the best first; exact. Sets that are alike come in the order of their sites. */
export function bestSets(problem: TravelProblem, count: number): Shortlist {
  const { open, volume, weights } = problem;
  if (problem.objective === 'centre') return { outcome: 'not-for-centre' };
  const weight = weights.reduce((sum, each) => sum + each, 0);
  if (open * volume.least > weight * (1 + 1e-9) || open * volume.most < weight * (1 - 1e-9)) return { outcome: 'infeasible' };
  const table = costsOf(problem);
  if (stepsOfAll(table, open) > mostSteps) return { outcome: 'too-many-sets' };
  const sets: { readonly open: readonly number[]; readonly cost: number }[] = [];
  visitSets(table, open, Infinity, (set, nearest) => {
    // Where volumes bind, nearest is what it costs at least.
    const cost = table.bounded ? assign(table, set).cost : nearest;
    const at = sets.findLastIndex((other) => other.cost <= cost) + 1;
    sets.splice(at, 0, { open: [...set], cost });
    if (sets.length > count) sets.pop();
    return sets.length < count ? Infinity : (sets.at(-1)?.cost ?? Infinity);
  });
  return { outcome: 'listed', sets: sets.map((set) => ({ open: set.open, value: valueOf(problem, set.cost, weight) })) };
}

/** What the objective adds up: minutes by weight, or the weight that is out of reach. */
export function costsOf({ objective, weights, minutes, within, volume }: Omit<TravelProblem, 'open'>, change = 1): CostTable {
  return costTable(weights, minutes[0]?.length ?? 0, volume, (row, site) => {
    const each = minutesOf({ minutes }, row, site) * change;
    return (weights[row] ?? 0) * (objective === 'coverage' ? (each > within ? 1 : 0) : each);
  });
}

function valueOf({ objective }: TravelProblem, cost: number, weight: number): number {
  return objective === 'coverage' ? 1 - cost / weight : cost / weight;
}
