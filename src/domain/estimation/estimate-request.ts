/** What is asked of the methods of the hidden number. */

export const estimateMethods = ['two-list', 'loglinear', 'sparse', 'dga', 'coverage'] as const;
export type EstimateMethod = (typeof estimateMethods)[number];

/** More than so many imagined persons in each cell drown every table there is; beyond it the digits of the posterior end too. */
export const mostPriorCount = 1000;

export type EstimateRequest = {
  readonly methods: readonly EstimateMethod[];
  /** The stepwise search's limit of probability. */
  readonly p: number;
  /** Graph averaging: the prior count in each cell, at most `mostPriorCount`; null for 2^−lists. */
  readonly delta: number | null;
  /** Graph averaging: the largest number of unseen; null for ten times those seen, and all beyond it where that cuts something off. */
  readonly grid: number | { readonly timesSeen: number } | null;
  /** Give every model that was fitted. */
  readonly models: boolean;
  /** Intervals that know of the choice among models, by drawing the persons again; null for none. The same seed gives the same digits. */
  readonly bootstrap: { readonly replicates: number; readonly seed: number } | null;
};

/** Where no grid is asked for: so many times those seen, as in Madigan and York's program. */
const usualTimesSeen = 10;

/** The largest number of unseen that is asked for, of so many seen. */
export function gridFor({ grid }: EstimateRequest, seen: number): number {
  if (typeof grid === 'number') return grid;
  return (grid?.timesSeen ?? usualTimesSeen) * seen;
}
