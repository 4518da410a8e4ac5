/**
 * The gap between two numbers (da: afstanden) split into stated factors: larger = smaller × 1/f₁ × 1/f₂ × … × what is left over. On the
 * log scale the factors add up. What no stated factor explains is printed as such, and never given a name.
 */

/** One stated reason why the second number is smaller: it reaches only this share of the first. */
export type GapFactor = {
  readonly id: string;
  /** The share that is left, above 0: certain bounds where a document gives them, else a 90 % range that somebody judged. */
  readonly low: number;
  readonly high: number;
  readonly kind: 'bounds' | 'judged';
};

export type FactorPart = GapFactor & {
  /** Its part of the whole gap on the log scale, at the middle of its range: 0.5 is half of the gap. */
  readonly partOfGap: number;
};

/** What is left of the larger number when a reason and all before it are taken away. */
export type GapStep = { readonly id: string; readonly low: number; readonly high: number };

export type Gap =
  | {
      readonly outcome: 'split';
      /** How many times the first number is the second. */
      readonly times: number;
      /** Its natural logarithm. */
      readonly log: number;
      readonly parts: readonly FactorPart[];
      /** Reason by reason, in the order given: how many are left of the larger number. */
      readonly steps: readonly GapStep[];
      /** The share that is left when all factors are taken away: 1 is fully explained. `likely` takes the ranges as 90 % ranges. */
      readonly unexplained: {
        readonly middle: number;
        readonly bounds: readonly [low: number, high: number];
        readonly likely: readonly [low: number, high: number];
      };
      /** The part of the gap on the log scale that no factor explains; negative when the factors explain more than there is. */
      readonly partUnexplained: number;
    }
  | { readonly outcome: 'no-gap' }
  | { readonly outcome: 'not-numbers' };

/** The geometric middle of a range, which is what a gap is measured from. */
export function middleOf({ low, high }: { readonly low: number; readonly high: number }): number {
  return Math.sqrt(low * high);
}

const normal95 = 1.6448536269514722;

/** Splits the gap from the larger number to the smaller. A factor's middle is the geometric one. */
export function splitGap(larger: number, smaller: number, factors: readonly GapFactor[]): Gap {
  const positive = [larger, smaller, ...factors.flatMap(({ low, high }) => [low, high])].every(
    (value) => Number.isFinite(value) && value > 0,
  );
  if (!positive || factors.some(({ low, high }) => low > high)) return { outcome: 'not-numbers' };
  if (larger <= smaller) return { outcome: 'no-gap' };
  const log = Math.log(larger / smaller);
  const share = smaller / larger;
  const middles = factors.map(({ low, high }) => Math.sqrt(low * high));
  const middle = share / middles.reduce((product, one) => product * one, 1);
  const product = (of: (factor: GapFactor) => number): number => factors.reduce((so, factor) => so * of(factor), 1);
  const spread = Math.sqrt(factors.reduce((sum, { low, high }) => sum + (Math.log(high / low) / (2 * normal95)) ** 2, 0));
  return {
    outcome: 'split',
    times: larger / smaller,
    log,
    // Nothing explained is 0, not −0.
    parts: factors.map((factor, index) => ({ ...factor, partOfGap: 0 - Math.log(middles[index] ?? 1) / log })),
    steps: factors.map(({ id }, index) => {
      const taken = factors.slice(0, index + 1);
      const left = (of: (factor: GapFactor) => number): number => taken.reduce((so, factor) => so * of(factor), larger);
      return { id, low: left(({ low }) => low), high: left(({ high }) => high) };
    }),
    unexplained: {
      middle,
      bounds: [share / product(({ high }) => high), share / product(({ low }) => low)],
      likely: [middle * Math.exp(-normal95 * spread), middle * Math.exp(normal95 * spread)],
    },
    partUnexplained: -Math.log(middle) / log,
  };
}
