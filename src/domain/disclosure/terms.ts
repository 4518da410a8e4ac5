/** On what terms a table is published (da: vilkår): what is small, whether zeros are printed, what a reader must not find, how it is rounded. */

/** Whether an empty cell is printed as 0, or may be hidden among the small ones; then the legend must say that a dot can be a zero. */
export const zeroRules = ['show', 'hide'] as const;
export type ZeroRule = (typeof zeroRules)[number];

/**
 * What is asked of the protection. `exact`: no hidden count can be worked out. `rule`: a count that can be small can still be everything
 * from 1 to the threshold less one, so that a reader learns no more than the rule says.
 */
export const protections = ['exact', 'rule'] as const;
export type Protection = (typeof protections)[number];

export type Terms = {
  /** The smallest count of women that is no secret. */
  readonly threshold: number;
  readonly zeros: ZeroRule;
  readonly protect: Protection;
  /** What printed numbers were rounded to, and how many steps beyond the nearest; `null` where they are exact. */
  readonly rounding: { readonly base: number; readonly steps: number } | null;
};

/**
 * The editions of the threshold (da: diskretionsgrænse), by the day they are in force from. Source: Statistics Denmark's practice for
 * results that leave its research machines: cells of 1 to 4 are not let out.
 */
export const thresholds = [{ edition: 'diskretion/2020-01', from: '2020-01-01', threshold: 5, base: 5 }] as const;

/** How far from its count a printed number can lie. */
export function roundingReach({ rounding }: Pick<Terms, 'rounding'>): number {
  return rounding ? rounding.base * (rounding.steps + 1) - 1 : 0;
}

/** A count that must be kept: not zero, and below the threshold. */
export function isSmall(count: number, { threshold }: Pick<Terms, 'threshold'>): boolean {
  return count > 0 && count < threshold;
}
