/**
 * Bayesian averaging over decomposable graphs (Madigan and York 1997, Biometrika 84:19-31). Every graph and every number of unseen persons
 * on a grid gets its posterior probability; the answer is the distribution of the number over all graphs.
 */
import { decomposableGraphs } from './decomposable-graphs.ts';
import { lnGamma } from './gamma.ts';
import { seenIn } from './overlap-table.ts';

export type GraphPrior = {
  /** Prior count in each cell of the full table. In sparse data it decides much, so the answer belongs with its sensitivity. */
  readonly delta: number;
  /** The largest number of unseen persons that is considered, or the last of which every number before it is. */
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

/** The posterior of the number of persons under the prior 1/N, on the grid of every number up to `most`. */
export function averageGraphs(lists: number, counts: readonly number[], { delta, most }: GraphPrior): Posterior {
  return summary(weigh(lists, counts, delta, gridTo(most)), seenIn(counts));
}

/** A posterior on a grid that ends, and the same without an end. */
export type OpenPosterior = {
  readonly within: Posterior;
  /** Every number up to the end of the grid, and beyond it in growing steps until nothing to speak of is left. */
  readonly whole: Posterior;
  /** How much of the whole lies beyond the end of the grid. */
  readonly beyond: number;
  /** How much of the whole is in the last doubling of the numbers that were looked at: near 0, else the posterior goes on. */
  readonly left: number;
  /** The largest number of unseen persons that was looked at. */
  readonly farthest: number;
};

/**
 * The posterior on the grid, and without its end. A grid can end in a valley: a second top far out (as with the five lists of the
 * Netherlands, Binette and Steorts 2022) leaves next to nothing at the end and yet holds much. So the numbers beyond are looked at too, to
 * a thousand times the grid, and further while their last doubling still holds a ten thousandth of the whole.
 */
export function averageGraphsBeyond(lists: number, counts: readonly number[], { delta, most }: GraphPrior): OpenPosterior {
  const seen = seenIn(counts);
  const near = gridTo(most);
  let farthest = Math.max(1000, most) * 1000;
  for (;;) {
    const grid = withSteps(near, farthest);
    const posterior = weigh(lists, counts, delta, grid);
    const total = massFrom(posterior, 0);
    const from = grid.at.findIndex((unseen) => unseen > farthest / 2);
    const left = massFrom(posterior, from) / total;
    if (left > mostLeft && farthest < farthestEver) {
      farthest *= 1000;
      continue;
    }
    return {
      within: summary({ grid: near, mass: posterior.mass.subarray(0, near.at.length) }, seen),
      whole: summary(posterior, seen),
      beyond: massFrom(posterior, near.at.length) / total,
      left,
      farthest: grid.at[grid.at.length - 1] ?? most,
    };
  }
}

/** Less than this share of the posterior in the last doubling of the numbers is nothing to speak of. */
const mostLeft = 1e-4;
const farthestEver = 1e12;
/** Beyond the grid each step is longer than the one before by this share: the posterior is smooth there. */
const growth = 0.005;

/** Numbers of unseen, rising, and how many whole numbers each stands for. */
type Grid = { readonly at: Float64Array; readonly width: Float64Array };
/** The probability of what each point stands for, up to a factor. */
type Weighed = { readonly grid: Grid; readonly mass: Float64Array };

function gridTo(most: number): Grid {
  return { at: Float64Array.from({ length: most + 1 }, (_, unseen) => unseen), width: new Float64Array(most + 1).fill(1) };
}

/** The grid and further points up to `farthest`, each in the middle of the whole numbers that it stands for. */
function withSteps({ at, width }: Grid, farthest: number): Grid {
  const [points, widths] = [[...at], [...width]];
  let next = (at[at.length - 1] ?? 0) + 1;
  while (next <= farthest) {
    const step = Math.max(1, Math.floor(next * growth));
    points.push(next + (step - 1) / 2);
    widths.push(step);
    next += step;
  }
  return { at: Float64Array.from(points), width: Float64Array.from(widths) };
}

function massFrom({ mass }: Weighed, first: number): number {
  let sum = 0;
  for (let at = Math.max(0, first); at < mass.length; at += 1) sum += mass[at] ?? 0;
  return sum;
}

function weigh(lists: number, counts: readonly number[], delta: number, grid: Grid): Weighed {
  const seen = seenIn(counts);
  const { at: numbers, width } = grid;
  const points = numbers.length;
  const base = new Float64Array(points);
  const total = 2 ** lists * delta;
  for (let at = 0; at < points; at += 1) {
    const unseen = numbers[at] ?? 0;
    const all = seen + unseen;
    base[at] = lnGamma(all + 1) - lnGamma(unseen + 1) - Math.log(Math.max(all, 1));
  }
  const whole = new Float64Array(points);
  for (let at = 0; at < points; at += 1) whole[at] = lnGamma(total) - lnGamma(seen + (numbers[at] ?? 0) + total);
  const margins = Array.from({ length: 2 ** lists }, (_, set) => {
    const margin = marginLikelihood(lists, counts, set, delta, numbers);
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
  for (let at = 0; at < points; at += 1) posterior[at] = (posterior[at] ?? 0) * (width[at] ?? 1);
  return { grid, mass: posterior };
}

/** Of one set of lists, by the number of unseen: Σ lnΓ(n + δ′) − 2^d lnΓ(δ′), δ′ = δ·2^(lists − d); the unseen are in its cell of none. */
function marginLikelihood(lists: number, counts: readonly number[], set: number, delta: number, numbers: Float64Array): Float64Array {
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
  const likelihood = new Float64Array(numbers.length);
  for (let at = 0; at < numbers.length; at += 1) likelihood[at] = fixed + lnGamma(none + (numbers[at] ?? 0) + prior);
  return likelihood;
}

function summary({ grid, mass }: Weighed, seen: number): Posterior {
  const total = mass.reduce((sum, value) => sum + value, 0);
  const last = mass.length - 1;
  const quantile = (share: number): number => {
    let sum = 0;
    const found = mass.findIndex((value) => (sum += value) >= share * total);
    const at = found < 0 ? last : found;
    const [middle, width] = [grid.at[at] ?? 0, grid.width[at] ?? 1];
    // Within a step of many numbers they are taken to be alike.
    const into = Math.ceil((width * (share * total - sum + (mass[at] ?? 0))) / (mass[at] ?? 1));
    return seen + (width === 1 ? middle : middle - (width - 1) / 2 + Math.min(width, Math.max(1, into)) - 1);
  };
  return {
    median: quantile(0.5),
    interval: [quantile(0.025), quantile(0.975)],
    mean: seen + mass.reduce((sum, value, at) => sum + value * (grid.at[at] ?? 0), 0) / total,
    massAtEdge: (mass[last] ?? 0) / total,
    massNearEdge: massFrom({ grid, mass }, Math.min(last, Math.ceil(mass.length * 0.99))) / total,
  };
}
