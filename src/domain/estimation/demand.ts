/**
 * Next year's demand from few numbers: how many will come, as a distribution and never as one number. Sources: gamma-Poisson prediction
 * (Gelman et al., Bayesian Data Analysis, ch. 2), thinning by a registration probability, and a linear pool of experts' ranges.
 */
import { type GammaDistribution, gammaFromRange, widened } from './gamma-distribution.ts';
import { lnGamma } from './gamma.ts';

/** Probabilities of 0, 1, 2 … women next year (da: prædiktiv fordeling). They add up to 1 but for what is beyond the last. */
export type DemandDistribution = { readonly probabilities: readonly number[]; readonly mean: number };

/** The quantiles that a plan is made from, and the chance that more come than there are places for. */
export type DemandSummary = {
  readonly mean: number;
  readonly variance: number;
  readonly q05: number;
  readonly q50: number;
  readonly q80: number;
  readonly q95: number;
};

/** The rate of arrivals after some years' counts, from Jeffreys' prior or another; an older year counts `discount` times as much as the next. */
export function rateAfter(
  counts: readonly number[],
  { prior = { shape: 0.5, rate: 0 }, discount = 1 }: { readonly prior?: GammaDistribution; readonly discount?: number } = {},
): GammaDistribution {
  return counts
    .toReversed()
    .reduce<GammaDistribution>(
      ({ shape, rate }, count, age) => ({ shape: shape + count * discount ** age, rate: rate + discount ** age }),
      prior,
    );
}

/** Next year's count when the rate has a gamma distribution: negative binomial, wider than Poisson. */
export function predict({ shape, rate }: GammaDistribution, exposure = 1): DemandDistribution {
  const [lnStay, lnGo] = [Math.log(rate / (rate + exposure)), Math.log(exposure / (rate + exposure))];
  const mean = (shape * exposure) / rate;
  const last = Math.ceil(mean + 12 * Math.sqrt(mean * (1 + exposure / rate)) + 30);
  const probabilities = Array.from({ length: last + 1 }, (_, count) =>
    Math.exp(lnGamma(shape + count) - lnGamma(shape) - lnGamma(count + 1) + shape * lnStay + count * lnGo),
  );
  return { probabilities, mean };
}

/** Next year's count from an expert's 90 % range, widened by doubling its variance. */
export function predictFromRange(low: number, high: number, variance = 2): DemandDistribution {
  return predict(widened(gammaFromRange(low, high), variance));
}

/** Several experts: each with the same weight, as a mixture and not a product, so that disagreement widens the answer. */
export function pool(distributions: readonly DemandDistribution[]): DemandDistribution {
  if (distributions.length === 0) throw new Error('nothing to pool');
  const last = Math.max(...distributions.map(({ probabilities }) => probabilities.length));
  const share = 1 / distributions.length;
  return {
    mean: distributions.reduce((sum, { mean }) => sum + share * mean, 0),
    probabilities: Array.from({ length: last }, (_, count) =>
      distributions.reduce((sum, { probabilities }) => sum + share * (probabilities[count] ?? 0), 0),
    ),
  };
}

/** The chance that a woman is registered (da: registreringssandsynlighed): a beta distribution. */
export type RegistrationChance = { readonly yes: number; readonly no: number };

/**
 * All who come, registered or not, when only some are counted: the rate and the chance of being registered cannot be told apart by the
 * counts, so the answer is as wide as what is believed of the chance. By quadrature over the chance; given it, the rate is gamma.
 */
export function predictThinned(
  counts: readonly number[],
  { yes, no }: RegistrationChance,
  prior: GammaDistribution,
  points = 2000,
): DemandDistribution {
  const seen = counts.reduce((sum, count) => sum + count, 0);
  const years = counts.length;
  const shape = prior.shape + seen;
  const grid = Array.from({ length: points }, (_, index) => (index + 0.5) / points);
  const lnWeights = grid.map(
    (chance) => (yes - 1 + seen) * Math.log(chance) + (no - 1) * Math.log(1 - chance) - shape * Math.log(prior.rate + years * chance),
  );
  const highest = Math.max(...lnWeights);
  const weights = lnWeights.map((weight) => Math.exp(weight - highest));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const probabilities: number[] = [];
  let mean = 0;
  for (const [index, chance] of grid.entries()) {
    const share = (weights[index] ?? 0) / sum;
    if (share < 1e-12) continue;
    const given = predict({ shape, rate: prior.rate + years * chance });
    mean += share * given.mean;
    for (const [count, probability] of given.probabilities.entries())
      probabilities[count] = (probabilities[count] ?? 0) + share * probability;
  }
  return { probabilities, mean };
}

export function summarise({ probabilities, mean }: DemandDistribution): DemandSummary {
  const variance = probabilities.reduce((sum, probability, count) => sum + probability * (count - mean) ** 2, 0);
  const [q05, q50, q80, q95] = [0.05, 0.5, 0.8, 0.95].map((share) => quantile(probabilities, share));
  return { mean, variance, q05: q05 ?? 0, q50: q50 ?? 0, q80: q80 ?? 0, q95: q95 ?? 0 };
}

/** P(more than `count`). */
export function moreThan({ probabilities }: DemandDistribution, count: number): number {
  return Math.max(0, 1 - probabilities.slice(0, count + 1).reduce((sum, probability) => sum + probability, 0));
}

/** The fewest places that are all taken with at most the given chance, when each stay lasts `years` on average: M/G/∞ over the rate. */
export function placesFor(rate: GammaDistribution, years: number, chance = 0.05): number {
  const occupied = predict({ shape: rate.shape, rate: rate.rate / years });
  let places = 0;
  while (moreThan(occupied, places) > chance) places += 1;
  return places;
}

function quantile(probabilities: readonly number[], share: number): number {
  let sum = 0;
  for (const [count, probability] of probabilities.entries()) {
    sum += probability;
    // What rounding takes from an exact share is given back.
    if (sum >= share - 1e-12) return count;
  }
  return probabilities.length - 1;
}
