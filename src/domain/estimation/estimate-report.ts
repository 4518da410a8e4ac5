/** What an analysis of the hidden number finds: every method's answer, how far they lie apart, and what may be concluded. */
import type { Conclusion, Spread } from './conclusion.ts';
import type { EstimateMethod } from './estimate-request.ts';
import type { EstimateRow } from './estimate-row.ts';
import type { Fillings } from './fillings.ts';
import type { PriorAnswer } from './graph-row.ts';
import type { HeterogeneityAnswer } from './heterogeneity.ts';
import type { ModelFit } from './log-linear.ts';
import type { Remark } from './remark.ts';

export type FittedModel = Pick<ModelFit, 'estimate' | 'stderr' | 'deviance' | 'df' | 'aic' | 'bic' | 'status'> & { readonly model: string };

export type EstimateReport = {
  readonly lists: readonly string[];
  /** Persons seen; the least and the most where counts are intervals. */
  readonly observed: number | readonly [number, number];
  readonly methods: readonly EstimateRow[];
  readonly models?: readonly FittedModel[];
  /** Two lists: the number if being on one list changed the odds of being on the other. */
  readonly sensitivity?: readonly { readonly oddsRatio: number; readonly estimate: number | null }[];
  /** Graph averaging: the answer under other prior counts than the one that was asked for. */
  readonly priors?: readonly PriorAnswer[];
  /** Three lists and more: the number if persons differ in how easily they are seen. */
  readonly heterogeneity?: readonly HeterogeneityAnswer[];
  /** Where counts are intervals: the answers of all the tables they allow. Analyses up to edition f have none. */
  readonly fillings?: Fillings;
  /** Methods that were left out, and why. */
  readonly leftOut: readonly { readonly method: EstimateMethod; readonly reason: Remark }[];
  readonly spread: Spread;
  readonly conclusion: Conclusion;
};

/** The report before it is concluded from. */
export type Findings = Omit<EstimateReport, 'conclusion'>;
