/** The best set of sites for an objective, with who goes where. Each objective is asked as one or several cheapest sets. */
import { assign } from './assign.ts';
import { type BestSet, bestSet } from './best-set.ts';
import { type CostTable, costTable, openingCost } from './cost-table.ts';
import { type GoOn, minutesOf, type SiteAnswer, type SiteProblem } from './site-problem.ts';

/** There must be a row and a site, `open` from 1 to the number of sites, and as many weights as rows. */
export function chooseSites(problem: SiteProblem, goOn: GoOn = () => true): SiteAnswer {
  const { weights, open } = problem;
  const impossible = whyNone(problem);
  if (impossible) return { outcome: 'infeasible', reason: impossible };
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
    case 'cost':
      return answer(problem, bestSet(tableOf(problem, costOfWay(problem)), open, goOn), Infinity);
  }
}

/** The best of the best sets of each size, from so many sites to so many: how many to open is then a part of the question; where sizes are alike, the smallest. */
export function chooseNumberOfSites(problem: SiteProblem, upTo: number, goOn: GoOn = () => true): SiteAnswer {
  let best: SiteAnswer = chooseSites(problem, goOn);
  for (let open = problem.open + 1; open <= upTo; open += 1) {
    const other = chooseSites({ ...problem, open }, goOn);
    if (best.outcome === 'chosen' && other.outcome === 'chosen') {
      const isBetter = problem.objective === 'coverage' ? other.objective > best.objective : other.objective < best.objective;
      best = { ...(isBetter ? other : best), optimal: best.optimal && other.optimal };
    } else if (other.outcome === 'chosen') best = { ...other, optimal: other.optimal && best.outcome === 'infeasible' };
    else if (other.outcome === 'not-found') best = best.outcome === 'chosen' ? { ...best, optimal: false } : other;
  }
  return best;
}

function costOfWay(problem: SiteProblem): (row: number, site: number) => number {
  const { weights, minutePrice = 1 } = problem;
  return (row, site) => (weights[row] ?? 0) * minutesOf(problem, row, site) * minutePrice;
}

/** The bound that no set of so many sites can keep; null when each can be kept by some set. A hair's breadth is given, because sums round. */
function whyNone(problem: SiteProblem): 'least-volume' | 'capacity' | null {
  const { open } = problem;
  const { least, most, weight } = tableOf(problem, () => 0);
  const smallest = least.toSorted().slice(0, open);
  const largest = most.toSorted().slice(-open);
  if (smallest.reduce((sum, each) => sum + each, 0) > weight * (1 + 1e-9)) return 'least-volume';
  return largest.reduce((sum, each) => sum + each, 0) < weight * (1 - 1e-9) ? 'capacity' : null;
}

/** Where no set keeps the volumes: that it is proven, or that it is not known. */
function none(proven: boolean): SiteAnswer {
  return proven ? { outcome: 'infeasible', reason: 'volumes' } : { outcome: 'not-found' };
}

/** The shortest longest way: the times there are, halved until the least at which everybody is within reach. */
function centre(problem: SiteProblem, goOn: GoOn): SiteAnswer {
  const times = [...new Set(problem.minutes.flat())].sort((a, b) => a - b);
  const within = (time: number): BestSet =>
    bestSet(
      tableOf(problem, (row, site) => (minutesOf(problem, row, site) > (times[time] ?? Infinity) ? 1 : 0)),
      problem.open,
      goOn,
      0,
    );
  let low = 0;
  let high = times.length - 1;
  // Everybody is within reach of the longest time, if only the volumes can be kept.
  let found = within(high);
  if (found.cost === Infinity) return none(found.proven);
  let proven = true;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const set = within(middle);
    if (set.cost < 1e-6) {
      found = set;
      high = middle;
    } else {
      proven &&= set.proven;
      low = middle + 1;
    }
  }
  return answer(problem, { ...found, proven }, times[high] ?? Infinity);
}

/** What opening costs is counted where it is asked for. */
function tableOf({ weights, minutes, volume, own = {}, objective }: SiteProblem, cost: (row: number, site: number) => number): CostTable {
  const { fixed, ...volumes } = own;
  return costTable(weights, minutes[0]?.length ?? 0, volume, cost, objective === 'cost' && fixed ? own : volumes);
}

/** Among the assignments that are best for the objective, the one with the least travel. */
function answer(problem: SiteProblem, { open, proven, cost }: BestSet, reach: number): SiteAnswer {
  if (cost === Infinity) return none(proven);
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
  const spent = openingCost(table, open) + total * (problem.minutePrice ?? 1);
  const value = { median: total / weight, coverage: near / weight, centre: furthest, cost: spent }[objective];
  return { outcome: 'chosen', open, objective: value, total, assignment, optimal: proven };
}
