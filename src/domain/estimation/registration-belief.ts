/**
 * How next year's demand moves with what is believed of the chance of being registered (da: registreringssandsynlighed). The belief is a 90 % range,
 * as experts' ranges are. A wider belief need not give a higher upper end: where it is widened upwards it also says that more are registered, and
 * then fewer are hidden. So the answers stand side by side, and one of them weighs nothing within the range and can only grow with it.
 */
import { betaFromRange } from './beta-distribution.ts';
import {
  type DemandDistribution,
  type MixedRate,
  predictAtChance,
  predictThinned,
  predictUnpulled,
  ratesUnpulled,
  summarise,
} from './demand.ts';
import { gammaAtMost, type GammaDistribution } from './gamma-distribution.ts';
import { type Day, day } from '../time.ts';

/** From the least share to the most, both between 0 and 1; nine of ten chances are believed to lie within. */
export type RegistrationBelief = readonly [low: number, high: number];

/** Edition `naeste-aar/2026-11-26` only: what next year is before anybody is counted, about a hundred (stats: Γ(2, 0.02)). It pulls the answer. */
export const demandPrior: GammaDistribution = { shape: 2, rate: 0.02 };

/**
 * What those who are registered next year are before anybody is counted: Jeffreys' prior, as where all are counted. Nothing is assumed of how many
 * there are in all beside what is believed of the share.
 */
const registeredPrior: GammaDistribution = { shape: 0.5, rate: 0 };

/** Shares below such a part of the lower end of a belief are reckoned as it. */
const floorPart = 0.1;

/** How next year is worked out, and from when on: `docs/rules/next-years-demand-2026-11.md` and `next-years-demand-2026-11-27.md`. */
export const nextYearEditions = [
  { edition: 'naeste-aar/2026-11-26', from: day('2026-11-26') },
  { edition: 'naeste-aar/2026-11-27', from: day('2026-11-27') },
] as const satisfies readonly { readonly edition: string; readonly from: Day }[];

export type NextYearEdition = (typeof nextYearEditions)[number]['edition'];

/** The edition that answers are given by. An answer of an earlier one is worked out anew by naming it. */
export const nextYearRule = nextYearEditions[1];

/**
 * The least that may be believed, and the least between the ends. Below them the beta distribution is so sure, or so many women are hidden, that the
 * answer takes the server seconds and says nothing that one number does not. Our own choices.
 */
export const beliefLimits = { least: 0.005, width: 0.005 } as const;

/** Why a belief is not worked with: its lower end lies below the least, or its ends too near each other. */
export const beliefFaults = ['too-low', 'too-narrow'] as const;
export type BeliefFault = (typeof beliefFaults)[number];

/** Null for a belief that can be worked with. A limit itself is within, whatever the rounding of two decimals. */
export function beliefFault([low, high]: RegistrationBelief): BeliefFault | null {
  const rounding = 1e-9;
  if (low < beliefLimits.least - rounding) return 'too-low';
  return high - low < beliefLimits.width - rounding ? 'too-narrow' : null;
}

/** A demand, and the edition of the way that it was worked out. */
export type BelievedDemand = DemandDistribution & { readonly edition: string };

export function predictBelieved(
  counts: readonly number[],
  [low, high]: RegistrationBelief,
  edition: NextYearEdition = nextYearRule.edition,
): BelievedDemand {
  const belief = betaFromRange(low, high);
  switch (edition) {
    case 'naeste-aar/2026-11-26':
      return { ...predictThinned(counts, belief, demandPrior), edition };
    case 'naeste-aar/2026-11-27':
      return { ...predictUnpulled(counts, belief, { prior: registeredPrior, floor: floorPart * low }), edition };
  }
}

/**
 * The 90 % range of the mean women a year under a belief, rounded to tenths: what a simulation, which draws its own chance around a mean, is given. Of
 * the mixture itself: its mean and variance hang on where the shares are cut off, and its quantiles do not.
 */
export function believedRange(counts: readonly number[], belief: RegistrationBelief): { readonly from: number; readonly to: number } {
  const rates = believedRates(counts, belief);
  const atMost = (x: number): number => rates.reduce((sum, [share, rate]) => sum + share * gammaAtMost(rate, x), 0);
  const quantile = (share: number): number => {
    let [from, to] = [0, 1];
    while (atMost(to) < share) to *= 2;
    for (let step = 0; step < 40; step += 1) {
      const middle = (from + to) / 2;
      if (atMost(middle) < share) from = middle;
      else to = middle;
    }
    return Math.round(10 * to) / 10;
  };
  return { from: quantile(0.05), to: quantile(0.95) };
}

/** The rate of all who come under a belief, as a mixture over the chance of being registered. */
export function believedRates(counts: readonly number[], [low, high]: RegistrationBelief): MixedRate {
  return ratesUnpulled(counts, betaFromRange(low, high), { prior: registeredPrior, floor: floorPart * low });
}

/**
 * `exactly-low`, `exactly-high`: the share is known to be that end. `believed`: somewhere within, the likelier the nearer the middle.
 * `wider-above`, `wider-below`: the same, with the upper end doubled or the lower one halved. `anywhere`: from the least that any share within the range
 * gives to the most.
 */
export const beliefCases = ['believed', 'wider-above', 'wider-below', 'exactly-low', 'exactly-high', 'anywhere'] as const;
export type BeliefCase = (typeof beliefCases)[number];

export type BeliefAnswer = {
  readonly id: BeliefCase;
  readonly edition: string;
  readonly belief: RegistrationBelief;
  /** Nine of ten years. */
  readonly q05: number;
  /** As often above as below; null where nothing is weighed. */
  readonly q50: number | null;
  readonly q95: number;
};

/** The answers under a belief and those beside it, in the order of `beliefCases`. */
export function beliefAnswers(counts: readonly number[], [low, high]: RegistrationBelief): readonly BeliefAnswer[] {
  const answer = (id: BeliefCase, belief: RegistrationBelief, distribution: DemandDistribution): BeliefAnswer => {
    const { q05, q50, q95 } = summarise(distribution);
    return { id, edition: nextYearRule.edition, belief, q05, q50, q95 };
  };
  const believed = (id: BeliefCase, belief: RegistrationBelief): BeliefAnswer => answer(id, belief, predictBelieved(counts, belief));
  const exactly = (id: BeliefCase, chance: number): BeliefAnswer =>
    answer(id, [chance, chance], predictAtChance(counts, chance, registeredPrior));
  const [least, most] = [exactly('exactly-low', low), exactly('exactly-high', high)];
  return [
    believed('believed', [low, high]),
    believed('wider-above', [low, Math.min(2 * high, (1 + high) / 2)]),
    believed('wider-below', [low / 2, high]),
    least,
    most,
    { id: 'anywhere', edition: nextYearRule.edition, belief: [low, high], q05: most.q05, q50: null, q95: least.q95 },
  ];
}
