/**
 * How far the number may lie when what the lists cannot tell is taken otherwise (da: rækkevidde): other laws of how the women differ that fit
 * as well, and other beliefs beforehand. What methods agree on is no answer where these disagree.
 */
import { type AnswerRange, widestInterval } from './conclusion.ts';
import type { Findings } from './estimate-report.ts';

/** Two laws fit as well when their deviances differ by less: 95 % of chi-square with one degree of freedom. */
const fitsAsWell = 3.841;

/** Null where no method has an estimate. */
export function reachOf({
  spread,
  heterogeneity = [],
  priors = [],
}: Pick<Findings, 'spread' | 'heterogeneity' | 'priors'>): AnswerRange | null {
  const { min, max } = spread;
  if (min === null || max === null) return null;
  const deviances = heterogeneity.flatMap(({ estimate, deviance }) => (estimate === null || deviance === null ? [] : [deviance]));
  const best = Math.min(...deviances);
  const fitting = heterogeneity.flatMap(({ estimate, deviance }) =>
    estimate !== null && deviance !== null && deviance < best + fitsAsWell ? [estimate] : [],
  );
  const all = [min, max, ...fitting, ...priors.map(({ median }) => median)].filter((value) => Number.isFinite(value));
  const [low, high] = [Math.min(...all), Math.max(...all)];
  return { low, high, undecided: high > widestInterval * low };
}
