/**
 * Next year's demand from published figures of earlier years: from numbers that were rounded or hidden, never from persons. Of a hidden number only its
 * bounds are known, and every number within them is as possible as the counts of chance make it. Exact: given the mean a year, counts are
 * Poisson, so their sum is all that matters; the sums that the figures allow are weighed together, each with the gamma distribution it gives.
 */
import { type DemandDistribution, predict } from '../../estimation/demand.ts';
import type { GammaDistribution } from '../../estimation/gamma-distribution.ts';
import { lnGamma } from '../../estimation/gamma.ts';

/** What is known of one year's count: the least and the most it can have been. A known count has both alike. */
export type ProtectedCount = { readonly least: number; readonly most: number };

export type ProtectedDemand =
  | {
      readonly outcome: 'predicted';
      /** The count of next year. */
      readonly next: DemandDistribution;
      /** The mean a year: what it is expected to be, and its variance. */
      readonly mean: number;
      readonly variance: number;
      /** The shape of the variation between years that a scenario is given with this mean, so that it spreads as `next` does; null for chance alone. */
      readonly dispersion: number | null;
    }
  /** No figure: nothing is known. */
  | { readonly outcome: 'no-figures' };

const jeffreys: GammaDistribution = { shape: 0.5, rate: 0 };

/** All bounds are whole numbers of 0 or more, the least not above the most. Jeffreys' prior, or another. */
export function protectedDemand(counts: readonly ProtectedCount[], prior: GammaDistribution = jeffreys): ProtectedDemand {
  if (counts.length === 0) return { outcome: 'no-figures' };
  const rate = prior.rate + counts.length;
  const { first, logs } = sumsOf(counts);
  // The chance of a sum: its ways, and how well all means together explain it.
  const scores = logs.map((log, index) => {
    const shape = prior.shape + first + index;
    return log + lnGamma(shape) - shape * Math.log(rate);
  });
  const top = scores.reduce((most, score) => Math.max(most, score), -Infinity);
  const whole = scores.reduce((sum, score) => sum + Math.exp(score - top), 0);
  let [mean, square] = [0, 0];
  const probabilities: number[] = [];
  for (const [index, score] of scores.entries()) {
    const share = Math.exp(score - top) / whole;
    if (share < 1e-15) continue;
    const shape = prior.shape + first + index;
    mean += share * (shape / rate);
    square += share * ((shape * (shape + 1)) / rate ** 2);
    for (const [count, probability] of predict({ shape, rate }).probabilities.entries())
      probabilities[count] = (probabilities[count] ?? 0) + share * probability;
  }
  const variance = Math.max(0, square - mean ** 2);
  return { outcome: 'predicted', next: { probabilities, mean }, mean, variance, dispersion: variance > 0 ? mean ** 2 / variance : null };
}

/** For each sum of the years' counts, from the least, the logarithm of Σ Π 1/n! over the counts that give it. */
function sumsOf(counts: readonly ProtectedCount[]): { readonly first: number; readonly logs: readonly number[] } {
  let first = 0;
  let logs: readonly number[] = [0];
  for (const { least, most } of counts) {
    const each = Array.from({ length: most - least + 1 }, (_, more) => -lnGamma(least + more + 1));
    logs = Array.from({ length: logs.length + each.length - 1 }, (_, sum) => {
      const ways = each.flatMap((log, more) => {
        const before = logs[sum - more];
        return before === undefined ? [] : [before + log];
      });
      const top = ways.reduce((high, way) => Math.max(high, way), -Infinity);
      return top + Math.log(ways.reduce((total, way) => total + Math.exp(way - top), 0));
    });
    first += least;
  }
  return { first, logs };
}
