/** The best set of sites for an objective, with who goes where. Each objective is asked as one or several cheapest sets. */
import { assign } from './assign.ts';
import { type BestSet, bestSet } from './best-set.ts';
import { type CostTable, costTable } from './cost-table.ts';
import { type GoOn, minutesOf, type SiteAnswer, type SiteProblem } from './site-problem.ts';

/** There must be a row and a site, `open` from 1 to the number of sites, and as many weights as rows. */
export function chooseSites(problem: SiteProblem, goOn: GoOn = () => true): SiteAnswer {
  const { weights, open, volume } = problem;
  const weight = weights.reduce((sum, each) => sum + each, 0);
  // A hair's breadth is given, because sums round.
  if (open * volume.least > weight * (1 + 1e-9)) return { outcome: 'infeasible', reason: 'least-volume' };
  if (open * volume.most < weight * (1 - 1e-9)) return { outcome: 'infeasible', reason: 'capacity' };
  switch (problem.objective) {
    case 'median':
      return answer(
        problem,
        bestSet(
          tableOf(problem, (row, site) => (weights[row] ?? 0) * minutesOf(problem, row, site)),
          open,
          goOn,
        ),
        Infinity,
      );
    case 'coverage': {
      const far = tableOf(problem, (row, site) => (minutesOf(problem, row, site) > problem.within ? (weights[row] ?? 0) : 0));
      return answer(problem, bestSet(far, open, goOn), problem.within);
    }
    case 'centre':
      return centre(problem, goOn);
  }
}

/** The shortest longest way: the times there are, halved until the least at which everybody is within reach. */
function centre(problem: SiteProblem, goOn: GoOn): SiteAnswer {
  const times = [...new Set(problem.minutes.flat())].sort((a, b) => a - b);
  let low = 0;
  let high = times.length - 1;
  let found: BestSet | null = null;
  let proven = true;
  while (low < high || found === null) {
    const middle = low < high ? Math.floor((low + high) / 2) : high;
    const reach = times[middle] ?? Infinity;
    const table = tableOf(problem, (row, site) => (minutesOf(problem, row, site) > reach ? 1 : 0));
    const set = bestSet(table, problem.open, goOn, 0);
    if (set.cost < 1e-6) {
      found = set;
      high = middle;
    } else {
      proven &&= set.proven;
      low = middle + 1;
      if (low > high) throw new Error('everybody is within reach of the longest time');
    }
  }
  return answer(problem, { ...found, proven }, times[high] ?? Infinity);
}

function tableOf({ weights, minutes, volume }: SiteProblem, cost: (row: number, site: number) => number): CostTable {
  return costTable(weights, minutes[0]?.length ?? 0, volume, cost);
}

/** Among the assignments that are best for the objective, the one with the least travel. */
function answer(problem: SiteProblem, { open, proven }: BestSet, reach: number): SiteAnswer {
  const { minutes, weights, objective } = problem;
  const longest = minutes.reduce((most, row) => row.reduce((sofar, each) => Math.max(sofar, each), most), 0);
  // One unit out of reach costs more than any chain of moves can save within it.
  const beyond = 4 * (open.length + 1) * (longest + 1);
  const table = tableOf(problem, (row, site) => {
    const each = minutesOf(problem, row, site);
    return (weights[row] || 1) * (each + (each > reach ? beyond : 0));
  });
  const { share } = assign(table, open);
  const assignment = weights.map((_, row) =>
    open.flatMap((site, k) => {
      const part = share[row * open.length + k] ?? 0;
      return part > 1e-12 ? [{ site, share: part }] : [];
    }),
  );
  let [total, near, furthest, weight] = [0, 0, 0, 0];
  for (const [row, parts] of assignment.entries()) {
    weight += weights[row] ?? 0;
    for (const { site, share: part } of parts) {
      const each = minutesOf(problem, row, site);
      const served = part * (weights[row] ?? 0);
      total += served * each;
      if (each <= reach) near += served;
      furthest = Math.max(furthest, each);
    }
  }
  const value = { median: total / weight, coverage: near / weight, centre: furthest }[objective];
  return { outcome: 'chosen', open, objective: value, total, assignment, optimal: proven };
}
