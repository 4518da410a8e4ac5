/**
 * Bayesian averaging over decomposable graphs (Madigan and York 1997, Biometrika 84:19-31). Every graph and every number of unseen persons
 * on a grid gets its posterior probability; the answer is the distribution of the number over all graphs.
 */
import { decomposableGraphs } from './decomposable-graphs.ts';
import { lnGamma } from './gamma.ts';

export type GraphPrior = {
  /** Prior count in each cell of the full table. In sparse data it decides much, so the answer belongs with its sensitivity. */
  readonly delta: number;
  /** The largest number of unseen persons that is considered. */
  readonly most: number;
};

export type Posterior = {
  readonly median: number;
  /** The 2.5 % and 97.5 % quantiles. */
  readonly interval: readonly [number, number];
  readonly mean: number;
  /** Posterior probability of the last point of the grid: when it is not near 0, the grid is too short. */
  readonly massAtEdge: number;
  /** Of the last hundredth of the grid: of a long grid each point has little, and yet the posterior may go on beyond it. */
  readonly massNearEdge: number;
};

/** The posterior of the number of persons under the prior 1/N. */
export function averageGraphs(lists: number, counts: readonly number[], { delta, most }: GraphPrior): Posterior {
  const seen = counts.reduce((sum, count, cell) => (cell === 0 ? sum : sum + count), 0);
  const points = most + 1;
  const base = new Float64Array(points);
  const total = 2 ** lists * delta;
  for (let unseen = 0; unseen < points; unseen += 1) {
    const all = seen + unseen;
    base[unseen] = lnGamma(all + 1) - lnGamma(unseen + 1) - Math.log(Math.max(all, 1));
  }
  const whole = new Float64Array(points);
  for (let unseen = 0; unseen < points; unseen += 1) whole[unseen] = lnGamma(total) - lnGamma(seen + unseen + total);
  const margins = Array.from({ length: 2 ** lists }, (_, set) => {
    const margin = marginLikelihood(lists, counts, set, delta, points);
    for (let at = 0; at < points; at += 1) margin[at] = (margin[at] ?? 0) + (whole[at] ?? 0);
    return margin;
  });

  const posterior = new Float64Array(points);
  const weight = new Float64Array(points);
  let highest = -Infinity;
  for (const factors of decomposableGraphs(lists)) {
    weight.set(base);
    for (const [set, times] of factors) {
      const margin = margins[set] ?? base;
      for (let at = 0; at < points; at += 1) weight[at] = (weight[at] ?? 0) + times * (margin[at] ?? 0);
    }
    let top = -Infinity;
    for (let at = 0; at < points; at += 1) top = Math.max(top, weight[at] ?? 0);
    // What is a million million million times less probable changes no digit.
    const least = Math.max(top, highest) - 45 - Math.log(points);
    if (top < least) continue;
    if (top > highest) {
      const scale = Math.exp(highest - top);
      for (let at = 0; at < points; at += 1) posterior[at] = (posterior[at] ?? 0) * scale;
      highest = top;
    }
    for (let at = 0; at < points; at += 1) {
      const value = weight[at] ?? 0;
      if (value > least) posterior[at] = (posterior[at] ?? 0) + Math.exp(value - highest);
    }
  }
  return summary(posterior, seen);
}

/** Of one set of lists, by the number of unseen: Σ lnΓ(n + δ′) − 2^d lnΓ(δ′), δ′ = δ·2^(lists − d); the unseen are in its cell of none. */
function marginLikelihood(lists: number, counts: readonly number[], set: number, delta: number, points: number): Float64Array {
  const table = new Map<number, number>();
  for (let part = set; ; part = (part - 1) & set) {
    table.set(part, 0);
    if (part === 0) break;
  }
  for (const [cell, count] of counts.entries()) if (cell > 0) table.set(cell & set, (table.get(cell & set) ?? 0) + count);
  const prior = (delta * 2 ** lists) / table.size;
  let fixed = -table.size * lnGamma(prior);
  for (const [cell, count] of table) if (cell !== 0) fixed += lnGamma(count + prior);
  const none = table.get(0) ?? 0;
  const likelihood = new Float64Array(points);
  for (let unseen = 0; unseen < points; unseen += 1) likelihood[unseen] = fixed + lnGamma(none + unseen + prior);
  return likelihood;
}

function summary(posterior: Float64Array, seen: number): Posterior {
  const total = posterior.reduce((sum, value) => sum + value, 0);
  const quantile = (share: number): number => {
    let sum = 0;
    const at = posterior.findIndex((value) => (sum += value) >= share * total);
    return seen + (at < 0 ? posterior.length - 1 : at);
  };
  return {
    median: quantile(0.5),
    interval: [quantile(0.025), quantile(0.975)],
    mean: seen + posterior.reduce((sum, value, unseen) => sum + value * unseen, 0) / total,
    massAtEdge: (posterior[posterior.length - 1] ?? 0) / total,
    massNearEdge:
      posterior.subarray(Math.min(posterior.length - 1, Math.ceil(posterior.length * 0.99))).reduce((sum, value) => sum + value, 0) / total,
  };
}
