/** What an assumption can say of a quantity that differs between women, and how a value is drawn from one fraction. */

import type { FaultWords } from './scenario-fault.ts';

/**
 * A number is the same for everyone. `exp` is a mean; `uniform` from, to; `triangular` least, likeliest, most; `lognormal` has a mean and a
 * coefficient of variation; `values` are as likely as their `weights` say (alike when none are given).
 */
export type Distribution =
  | number
  | { readonly exp: number }
  | { readonly uniform: readonly [number, number] }
  | { readonly triangular: readonly [number, number, number] }
  | { readonly lognormal: { readonly mean: number; readonly cv: number } }
  | { readonly values: readonly number[]; readonly weights?: readonly number[] };

/** The value at a fraction strictly between 0 and 1: the inverse of the distribution function, so more is more for the same person. */
export type Sampler = (fraction: number) => number;

/** A coefficient of variation above this says nothing of anybody, and its square would be no number. */
const mostVariation = 1_000;

/** What is wrong with a distribution of something that cannot be negative; `null` when nothing is. */
export function faultInDistribution(distribution: Distribution): FaultWords | null {
  const numbers = numbersIn(distribution);
  if (numbers.some((value) => !Number.isFinite(value))) return { code: 'not-a-number' };
  if (numbers.some((value) => value < 0)) return { code: 'below-zero' };
  if (typeof distribution === 'number') return null;
  if ('uniform' in distribution && distribution.uniform[0] > distribution.uniform[1]) return { code: 'backwards' };
  if ('triangular' in distribution) {
    const [least, likeliest, most] = distribution.triangular;
    return least <= likeliest && likeliest <= most ? null : { code: 'not-in-order' };
  }
  if ('lognormal' in distribution && distribution.lognormal.mean === 0) return { code: 'zero-mean' };
  if ('lognormal' in distribution && distribution.lognormal.cv > mostVariation)
    return { code: 'too-large', about: { most: mostVariation } };
  if ('values' in distribution) {
    const { values, weights } = distribution;
    if (values.length === 0) return { code: 'no-values' };
    if (weights && weights.length !== values.length)
      return { code: 'weights-differ', about: { values: values.length, weights: weights.length } };
    if (weights && !weights.some((weight) => weight > 0)) return { code: 'no-weight' };
  }
  return null;
}

/** The mean, exactly. */
export function meanOf(distribution: Distribution): number {
  if (typeof distribution === 'number') return distribution;
  if ('exp' in distribution) return distribution.exp;
  if ('uniform' in distribution) return (distribution.uniform[0] + distribution.uniform[1]) / 2;
  if ('triangular' in distribution) return distribution.triangular.reduce((sum, value) => sum + value, 0) / 3;
  if ('lognormal' in distribution) return distribution.lognormal.mean;
  const { values, weights } = distribution;
  const total = values.reduce((sum, _, index) => sum + (weights?.[index] ?? 1), 0);
  return values.reduce((sum, value, index) => sum + value * (weights?.[index] ?? 1), 0) / total;
}

/** How a value is drawn. */
export function samplerOf(distribution: Distribution): Sampler {
  if (typeof distribution === 'number') return () => distribution;
  if ('exp' in distribution) {
    const mean = distribution.exp;
    return (fraction) => -Math.log(1 - fraction) * mean;
  }
  if ('uniform' in distribution) {
    const [from, to] = distribution.uniform;
    return (fraction) => from + (to - from) * fraction;
  }
  if ('triangular' in distribution) return triangular(distribution.triangular);
  if ('lognormal' in distribution) {
    const { mean, cv } = distribution.lognormal;
    const variance = Math.log1p(cv * cv);
    const [middle, spread] = [Math.log(mean) - variance / 2, Math.sqrt(variance)];
    return tabled(
      (fraction) => Math.exp(middle + spread * standardNormal(fraction)),
      (fraction, value) => (value * spread * Math.sqrt(2 * Math.PI)) / Math.exp(-(standardNormal(fraction) ** 2) / 2),
    );
  }
  return stepped(distribution.values, distribution.weights ?? distribution.values.map(() => 1));
}

/** Where `standardNormal` goes from one approximation to the other: a table over the seam would have a step within a cell. */
const tableFrom = 0.02425;
const tableCells = 4096;
const cellsPerFraction = tableCells / (1 - 2 * tableFrom);
/** A few in the middle, and both ends, where the values bend the most. */
const checkedCells = [...Array.from({ length: 16 }, (_, index) => (index * tableCells) / 16), tableCells - 1];

/**
 * The same values, but in the middle from a table with a cubic through the ends of each cell and their slopes (Hermite): it is off by less than
 * 2e-9 of the value (1e-9 where it is checked), and takes a third of the time. Where the spread is wide enough for a table to be coarse, it is not used.
 */
function tabled(value: Sampler, slope: (fraction: number, value: number) => number): Sampler {
  const ends = new Float64Array(tableCells + 1);
  const slopes = new Float64Array(tableCells + 1);
  for (let cell = 0; cell <= tableCells; cell += 1) {
    const fraction = tableFrom + cell / cellsPerFraction;
    ends[cell] = value(fraction);
    slopes[cell] = slope(fraction, ends[cell] ?? 0) / cellsPerFraction;
  }
  // The four coefficients of each cell side by side, so that drawing is short enough to stand within the loop that draws.
  const cubics = new Float64Array(4 * tableCells);
  for (let cell = 0; cell < tableCells; cell += 1) {
    const [low, high, lowSlope, highSlope] = [ends[cell] ?? 0, ends[cell + 1] ?? 0, slopes[cell] ?? 0, slopes[cell + 1] ?? 0];
    const rise = high - low;
    cubics.set([low, lowSlope, 3 * rise - 2 * lowSlope - highSlope, lowSlope + highSlope - 2 * rise], 4 * cell);
  }
  const sampled: Sampler = (fraction) => {
    const place = (fraction - tableFrom) * cellsPerFraction;
    if (place < 0 || place >= tableCells) return value(fraction);
    const t = place - Math.floor(place);
    const cubic = 4 * Math.floor(place);
    return (cubics[cubic] ?? 0) + t * ((cubics[cubic + 1] ?? 0) + t * ((cubics[cubic + 2] ?? 0) + t * (cubics[cubic + 3] ?? 0)));
  };
  for (const cell of checkedCells) {
    const fraction = tableFrom + (cell + 0.5) / cellsPerFraction;
    if (Math.abs(sampled(fraction) - value(fraction)) > 1e-9 * value(fraction)) return value;
  }
  return sampled;
}

function numbersIn(distribution: Distribution): readonly number[] {
  if (typeof distribution === 'number') return [distribution];
  if ('exp' in distribution) return [distribution.exp];
  if ('uniform' in distribution) return distribution.uniform;
  if ('triangular' in distribution) return distribution.triangular;
  if ('lognormal' in distribution) return [distribution.lognormal.mean, distribution.lognormal.cv];
  return [...distribution.values, ...(distribution.weights ?? [])];
}

function triangular([least, likeliest, most]: readonly [number, number, number]): Sampler {
  const width = most - least;
  if (width === 0) return () => least;
  const turn = (likeliest - least) / width;
  return (fraction) =>
    fraction < turn
      ? least + Math.sqrt(fraction * width * (likeliest - least))
      : most - Math.sqrt((1 - fraction) * width * (most - likeliest));
}

function stepped(values: readonly number[], weights: readonly number[]): Sampler {
  const order = values.map((value, index) => ({ value, weight: weights[index] ?? 0 })).toSorted((one, other) => one.value - other.value);
  const total = order.reduce((sum, { weight }) => sum + weight, 0);
  let reached = 0;
  const ends = order.map(({ weight }) => (reached += weight) / total);
  const last = order.findLast(({ weight }) => weight > 0)?.value ?? 0;
  return (fraction) => {
    const index = ends.findIndex((end) => fraction < end);
    return order[index]?.value ?? last;
  };
}

/**
 * The standard normal value at a fraction: Acklam's rational approximation (relative error below 1.2e-9), far finer than any assumption here.
 */
export function standardNormal(fraction: number): number {
  if (fraction > 0.5) return -standardNormal(1 - fraction);
  if (fraction < 0.02425) {
    const q = Math.sqrt(-2 * Math.log(fraction));
    const top =
      ((((-7.784894002430293e-3 * q - 3.223964580411365e-1) * q - 2.400758277161838) * q - 2.549732539343734) * q + 4.374664141464968) * q +
      2.938163982698783;
    return top / ((((7.784695709041462e-3 * q + 3.224671290700398e-1) * q + 2.445134137142996) * q + 3.754408661907416) * q + 1);
  }
  const q = fraction - 0.5;
  const r = q * q;
  const top =
    (((((-3.969683028665376e1 * r + 2.209460984245205e2) * r - 2.759285104469687e2) * r + 1.38357751867269e2) * r - 3.066479806614716e1) *
      r +
      2.506628277459239) *
    q;
  const bottom =
    ((((-5.447609879822406e1 * r + 1.615858368580409e2) * r - 1.556989798598866e2) * r + 6.680131188771972e1) * r - 1.328068155288572e1) *
      r +
    1;
  return top / bottom;
}
