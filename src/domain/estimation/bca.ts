/**
 * The interval of a bootstrap, corrected for bias and acceleration (Efron 1987, JASA 82:171-185; DiCiccio and Efron 1996, Statistical
 * Science 11:189-228), as Chan, Silverman and Vincent (2021) use it for tables of overlaps.
 */
import type { Interval } from './estimate-row.ts';
import { normal975 } from './gamma.ts';
import { normalBelow, normalQuantile } from './normal-distribution.ts';

/** What a method says of a table; null where it has no finite estimate, which counts as infinitely many. */
export type Estimator = (counts: readonly number[]) => number | null;

export type Bca = {
  readonly interval: Interval;
  readonly acceleration: number;
  /** The share of the replicates that lie below the estimate, as a point of the normal distribution. */
  readonly bias: number;
  /** An end asks for a share that so few replicates cannot tell, or an estimate without one person does not exist. */
  readonly isUncertain: boolean;
};

/** From the estimate, the replicates (infinite ones included, at least one) and the acceleration (null where it does not exist). */
export function bcaInterval(estimate: number, replicates: readonly number[], acceleration: number | null): Bca {
  const sorted = Float64Array.from(replicates).sort();
  const below = replicates.filter((replicate) => replicate < estimate).length;
  // All on one side would put the ends infinitely far out: half a replicate is the least that so many can tell.
  const share = Math.min(replicates.length - 0.5, Math.max(0.5, below)) / replicates.length;
  const bias = normalQuantile(share);
  const skew = acceleration ?? 0;
  const levelOf = (z: number): number => {
    const stretch = 1 - skew * (bias + z);
    return stretch <= 0 ? (z < 0 ? 0 : 1) : normalBelow(bias + (bias + z) / stretch);
  };
  const [low, high] = [levelOf(-normal975), levelOf(normal975)];
  const end = (value: number): number | null => (Number.isFinite(value) ? value : null);
  return {
    interval: [end(quantile(sorted, low)), end(quantile(sorted, high))],
    acceleration: skew,
    bias,
    isUncertain: acceleration === null || low * replicates.length < 1 || (1 - high) * replicates.length < 1 || below === 0,
  };
}

/**
 * Σw·r³ / (6(Σw·r²)^1.5) over the cells, r the mean less the estimate without one person of the cell, w the persons in it. Where the
 * unseen are drawn too they are a cell of their own: without one of them the estimate is what it was.
 */
export function accelerationOf(counts: readonly number[], estimator: Estimator, unseen = 0): number | null {
  const without: { readonly weight: number; readonly estimate: number }[] = [];
  if (unseen > 0) {
    const estimate = estimator(counts);
    if (estimate === null) return null;
    without.push({ weight: unseen, estimate });
  }
  for (const [cell, weight] of counts.entries()) {
    if (cell === 0 || weight <= 0) continue;
    const estimate = estimator(counts.with(cell, weight - 1));
    if (estimate === null) return null;
    without.push({ weight, estimate });
  }
  const persons = without.reduce((sum, { weight }) => sum + weight, 0);
  const mean = without.reduce((sum, { weight, estimate }) => sum + weight * estimate, 0) / persons;
  const power = (exponent: number): number =>
    without.reduce((sum, { weight, estimate }) => sum + weight * (mean - estimate) ** exponent, 0);
  const squares = power(2);
  return squares > 0 ? power(3) / (6 * squares ** 1.5) : 0;
}

/** The quantile of Hyndman and Fan (1996), their type 8: nearly unbiased in the median whatever the law. `sorted` rises. */
export function quantile(sorted: Float64Array, share: number): number {
  const count = sorted.length;
  const place = share * (count + 1 / 3) + 1 / 3;
  const whole = Math.floor(place + 4e-16 * count);
  const part = Math.max(0, place - whole);
  const [low, high] = [sorted[Math.max(0, whole - 1)] ?? Infinity, sorted[Math.min(count - 1, Math.max(0, whole))] ?? Infinity];
  if (whole >= count || part < 1e-12) return sorted[Math.min(count - 1, Math.max(0, whole - 1))] ?? Infinity;
  if (whole < 1) return low;
  return low === high ? low : low + part * (high - low);
}
