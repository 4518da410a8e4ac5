/**
 * The volume criterion: a unit must admit at least so many a year (three in the agency's screening model). When admissions come by
 * chance at a mean, they are Poisson; when the mean itself varies from year to year as a Gamma of shape k (over-dispersion), they are
 * negative binomial.
 */

export type VolumeCriterion = {
  /** Admissions that a year must reach. */
  readonly least: number;
  /** Years in a row that must each reach it. */
  readonly years: number;
  /** The shape k of the variation between years: variance = mean + mean²/k; `null` for chance alone. */
  readonly dispersion: number | null;
};

/** Three admissions in one year, chance alone. */
export const threeAYear: VolumeCriterion = { least: 3, years: 1, dispersion: null };

/** The probability that a unit with this mean a year meets the criterion. */
export function probabilityOfVolume(mean: number, { least, years, dispersion }: VolumeCriterion): number {
  return yearReaches(mean, least, dispersion) ** years;
}

/** The mean a year that a unit needs to meet the criterion with a probability between 0 and 1; Infinity when none is enough. */
export function meanNeeded(probability: number, criterion: VolumeCriterion): number {
  if (criterion.least === 0) return 0;
  let low = 0;
  let high = 1;
  while (probabilityOfVolume(high, criterion) < probability) {
    low = high;
    high *= 2;
    if (high > 1e12) return Infinity;
  }
  while (high - low > high * 1e-15 && (low + high) / 2 > low && (low + high) / 2 < high) {
    const middle = (low + high) / 2;
    if (probabilityOfVolume(middle, criterion) < probability) low = middle;
    else high = middle;
  }
  return high;
}

/** How many units of equal share a demand a year can sustain, each meeting the criterion with this probability. */
export function unitsSustained(demand: number, probability: number, criterion: VolumeCriterion): number {
  return Math.floor(demand / meanNeeded(probability, criterion));
}

/** P(V ≥ least) in one year: the smaller side is summed, so that it keeps its digits, unless its tail is very long. */
function yearReaches(mean: number, least: number, dispersion: number | null): number {
  if (least === 0) return 1;
  if (mean === 0) return 0;
  const below = sumOf(0, least, mean, dispersion);
  const longTail = dispersion !== null && mean / dispersion > 1e4;
  return below < 0.5 || longTail ? Math.max(1 - below, 0) : Math.min(sumOf(least, Infinity, mean, dispersion), 1);
}

/** Σ P(V = v) for v from `from` up to, and not with, `to`. */
function sumOf(from: number, to: number, mean: number, dispersion: number | null): number {
  const ratio = (v: number): number => (dispersion === null ? mean / v : ((dispersion + v - 1) / v) * (mean / (dispersion + mean)));
  let logTerm = dispersion === null ? -mean : -dispersion * Math.log1p(mean / dispersion);
  for (let v = 1; v <= from; v += 1) logTerm += Math.log(ratio(v));
  let sum = 0;
  for (let v = from; v < to; v += 1) {
    const term = Math.exp(logTerm);
    sum += term;
    if (ratio(v + 1) < 1 && term < sum * 1e-18 * (1 - ratio(v + 1))) break;
    if (logTerm < -745 && ratio(v + 1) <= 1) break;
    logTerm += Math.log(ratio(v + 1));
  }
  return sum;
}
