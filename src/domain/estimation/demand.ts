/**
 * Next year's demand from few numbers: how many will come, as a distribution and never as one number. Sources: gamma-Poisson prediction
 * (Gelman et al., Bayesian Data Analysis, ch. 2), thinning by a registration probability, and a linear pool of experts' ranges.
 */
import { type BetaDistribution, betaAtMost } from './beta-distribution.ts';
import { type GammaDistribution, gammaFromRange, widened } from './gamma-distribution.ts';
import { lnGamma } from './gamma.ts';

/** Steps of the trapezoid over the chance of being registered. The weight is smooth, so the error falls off faster than any power: 250 leave none that shows. */
const points = 250;
/** Where the trapezoid ends: that far below the top on the logarithm of the weight, e^-30 or 1e-13 of it, nothing that is left shows in an answer. */
const negligible = 30;

/** At most so much of the probability lies beyond the last count that is listed. */
const leftOut = 1e-10;

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
  if (!(shape > 0 && rate > 0 && exposure > 0)) throw new Error('a rate without years or belief predicts nothing');
  const go = exposure / (rate + exposure);
  const [lnStay, lnGo, lnShape] = [Math.log(rate / (rate + exposure)), Math.log(go), lnGamma(shape)];
  const mean = (shape * exposure) / rate;
  const probabilities: number[] = [];
  for (let count = 0; ; count += 1) {
    const here = Math.exp(lnGamma(shape + count) - lnShape - lnGamma(count + 1) + shape * lnStay + count * lnGo);
    probabilities.push(here);
    // Each further one is at most this many times the one before: what is left out is at most the sum of that series, however long the tail.
    const most = Math.max(go, (go * (shape + count)) / (count + 1));
    if (count >= mean && most < 1 && (here * most) / (1 - most) < leftOut) return { probabilities, mean };
  }
}

/** The rate of an expert's 90 % range, widened by doubling its variance. */
export function rateFromRange(low: number, high: number, variance = 2): GammaDistribution {
  return widened(gammaFromRange(low, high), variance);
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

/**
 * All who come, registered or not, when only some are counted: the rate and the chance of being registered (da: registreringssandsynlighed) cannot
 * be told apart by the counts, so the answer is as wide as what is believed of the chance. Given the chance the rate is gamma. By the trapezoid
 * over the logarithm of its odds, where the weight has one top and falls off on both sides however near to 0 or 1 the belief lies.
 */
export function predictThinned(counts: readonly number[], { yes, no }: BetaDistribution, prior: GammaDistribution): DemandDistribution {
  const seen = counts.reduce((sum, count) => sum + count, 0);
  const shape = prior.shape + seen;
  const chanceAt = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds));
  const rateAt = (logOdds: number): number => prior.rate + counts.length * chanceAt(logOdds);
  const lnWeight = (logOdds: number): number =>
    -(yes + seen) * Math.log1p(Math.exp(-logOdds)) - no * Math.log1p(Math.exp(logOdds)) - shape * Math.log(rateAt(logOdds));
  const top = topOf(lnWeight, [-100, 100]);
  const highest = lnWeight(top);
  const [from, to] = [-1, 1].map((way) => {
    let reach = 1e-6;
    while (lnWeight(top + way * reach) > highest - negligible) reach *= 1.5;
    return top + way * reach;
  });
  const grid = Array.from({ length: points + 1 }, (_, index) => (from ?? 0) + (((to ?? 0) - (from ?? 0)) * index) / points);
  const weights = grid.map((logOdds) => Math.exp(lnWeight(logOdds) - highest));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const probabilities: number[] = [];
  let mean = 0;
  for (const [index, logOdds] of grid.entries()) {
    const share = (weights[index] ?? 0) / sum;
    if (share < 1e-12) continue;
    const given = predict({ shape, rate: rateAt(logOdds) });
    mean += share * given.mean;
    for (const [count, probability] of given.probabilities.entries())
      probabilities[count] = (probabilities[count] ?? 0) + share * probability;
  }
  return { probabilities, mean };
}

/**
 * All who come, when the rate of those who are registered is what is known beforehand, and not the rate of all: the counts then say nothing of the
 * chance of being registered, what is believed of the chance says nothing of the counts, and neither pulls the other. Chances below `floor` are
 * reckoned as it, so that the answer ends: what lies there stays above every quantile that is asked for. By the trapezoid over the logarithm
 * of the odds.
 */
export function predictUnpulled(counts: readonly number[], belief: BetaDistribution, how: Unpulled): DemandDistribution {
  const probabilities: number[] = [];
  let mean = 0;
  for (const [share, rate] of ratesUnpulled(counts, belief, how)) mean += share * mixInto(probabilities, rate, share);
  return { probabilities, mean };
}

/** A rate as a mixture: shares that add up to 1, each with a gamma distribution of women a year. */
export type MixedRate = readonly (readonly [share: number, rate: GammaDistribution])[];

/** What is known of the rate of those registered before they are counted, and the least chance that is reckoned with. */
export type Unpulled = { readonly prior: GammaDistribution; readonly floor: number };

/** The rate of all who come as a mixture: shares that add up to 1, each with the rate under one chance. */
export function ratesUnpulled(counts: readonly number[], belief: BetaDistribution, { prior, floor }: Unpulled): MixedRate {
  const registered = rateAfter(counts, { prior });
  const { yes, no } = belief;
  const lnWeight = (logOdds: number): number => -yes * Math.log1p(Math.exp(-logOdds)) - no * Math.log1p(Math.exp(logOdds));
  const top = Math.max(Math.log(yes / no), logOddsOf(floor));
  let reach = 1e-6;
  while (lnWeight(top + reach) > lnWeight(top) - negligible) reach *= 1.5;
  let from = top - 1e-6;
  while (from > logOddsOf(floor) && lnWeight(from) > lnWeight(top) - negligible) from = top - (top - from) * 1.5;
  from = Math.max(from, logOddsOf(floor));
  const step = (top + reach - from) / points;
  const weights = Array.from({ length: points + 1 }, (_, index) => {
    const atEnd = index === 0 || index === points ? 0.5 : 1;
    return atEnd * Math.exp(lnWeight(from + step * index) - lnWeight(top));
  });
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const below = betaAtMost(belief, floor);
  const parts = [[below, floor] as const].concat(
    weights.map((weight, index) => [((1 - below) * weight) / sum, 1 / (1 + Math.exp(-(from + step * index)))] as const),
  );
  return parts.flatMap(([share, chance]) =>
    share < 1e-12 ? [] : [[share, { shape: registered.shape, rate: registered.rate * chance }] as const],
  );
}

/** Adds a share of the negative binomial of a rate to a list, each count from the one before it, and gives its mean: long tails are many counts. */
function mixInto(probabilities: number[], { shape, rate }: GammaDistribution, share: number): number {
  const go = 1 / (rate + 1);
  const mean = shape / rate;
  let ln = shape * Math.log(rate / (rate + 1));
  // Where the first are too small for a number, they are left out until one is not.
  let here = Math.exp(ln);
  for (let count = 0; ; count += 1) {
    probabilities[count] = (probabilities[count] ?? 0) + share * here;
    const times = (go * (shape + count)) / (count + 1);
    const most = Math.max(go, times);
    if (count >= mean && most < 1 && (share * here * most) / (1 - most) < leftOut / points) return mean;
    ln += here > 1e-290 ? 0 : Math.log(times);
    here = here > 1e-290 ? here * times : Math.exp(ln);
  }
}

function logOddsOf(chance: number): number {
  return Math.log(chance / (1 - chance));
}

/** The same when the chance of being registered is known: all that is left is the chance of few years. */
export function predictAtChance(counts: readonly number[], chance: number, prior: GammaDistribution): DemandDistribution {
  const seen = counts.reduce((sum, count) => sum + count, 0);
  return predict({ shape: prior.shape + seen, rate: prior.rate + counts.length * chance });
}

/** Where a function with one top has it, to a millionth of the stretch: the third without it is left out again and again. */
function topOf(of: (value: number) => number, [low, high]: readonly [number, number]): number {
  let [from, to] = [low, high];
  for (let step = 0; step < 60; step += 1) {
    const third = (to - from) / 3;
    if (of(from + third) < of(to - third)) from += third;
    else to -= third;
  }
  return (from + to) / 2;
}

export function summarise({ probabilities, mean }: DemandDistribution): DemandSummary {
  const variance = probabilities.reduce((sum, probability, count) => sum + probability * (count - mean) ** 2, 0);
  const [q05, q50, q80, q95] = [0.05, 0.5, 0.8, 0.95].map((share) => quantile(probabilities, share));
  return { mean, variance, q05: q05 ?? 0, q50: q50 ?? 0, q80: q80 ?? 0, q95: q95 ?? 0 };
}

/**
 * When places are enough: they are too few at most this part of the time. The longest mean stay that is worked with, in weeks, is to the birth from the
 * first day of a pregnancy and a year after it. Our own choices.
 */
export const placesEnough = { tooFewAtMost: 0.05, longestWeeks: 92 } as const;

/**
 * The fewest places that are too few with at most the given chance, when each stay lasts `years` on average, whatever its distribution: those who
 * are there at once are Poisson with the rate times the stay (M/G/∞, Takács 1962), mixed over what the rate can be. None is turned away and all
 * places can be used by all: a lower bound for units that each have their own.
 */
export function placesFor(rates: MixedRate, years: number, chance: number): number {
  const probabilities: number[] = [];
  for (const [share, { shape, rate }] of rates) mixInto(probabilities, { shape, rate: rate / years }, share);
  let places = 0;
  let above = 1 - (probabilities[0] ?? 0);
  while (above > chance && places < probabilities.length) {
    places += 1;
    above -= probabilities[places] ?? 0;
  }
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
