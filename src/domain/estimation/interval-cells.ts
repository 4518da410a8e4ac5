/**
 * Counts that are known only as intervals: hidden small counts, and lists that also hold others than those sought, where the count is an
 * upper bound (Overstall, King, Bird, Hutchinson and Hay 2014, Statistics in Medicine 33:1564-1579).
 */
import { lnGamma } from './gamma.ts';
import { columnsOf, type Model, modelName } from './hierarchical-model.ts';
import type { Interval } from './estimate-row.ts';
import { fitIntervalCells, type IntervalFit } from './interval-regression.ts';
import { likelihoodInterval } from './likelihood-interval.ts';
import { fitterOf, layoutOf, type ModelFit, tally, withoutNumbers } from './log-linear.ts';
import { type CellCount, margin } from './overlap-table.ts';

/** A fit, and how many persons it expects in each cell within its interval. */
export type CensoredFit = ModelFit & { readonly expected: readonly number[] };

/**
 * Fits a model to the intervals: the maximum of the likelihood in which an open cell has the probability of its whole interval. It is where
 * expectation and maximisation end (Dempster, Laird and Rubin 1977), reached by Newton's method, as this likelihood has one top.
 */
export function fitIntervals(model: Model, cells: readonly CellCount[]): CensoredFit {
  const middle = cells.map(({ low, high }) => (low + high) / 2);
  if (cells.every(({ low, high }) => low === high)) return { ...fitterOf(model)(tally(middle)), expected: middle };
  const most = cells.map(({ high }) => high);
  const { cells: kept, design } = layoutOf(model, (term) => margin(most, term) === 0);
  const parameters = columnsOf(model).length;
  const base = { ...withoutNumbers, model, name: modelName(model), df: cells.length - 1 - parameters, expected: middle };
  const first = fitterOf(model)(tally(middle));
  if (first.status === 'not-identified') return { ...base, status: 'not-identified' };
  const fit = fitIntervalCells(
    design,
    kept.map((cell) => cells[cell] ?? nobody),
    first.coefficients,
  );
  if (!fit.converged) return { ...base, status: 'does-not-exist' };
  const [means, expected] = [cells.map(() => 0), cells.map(() => 0)];
  for (const [index, cell] of kept.entries()) {
    means[cell] = fit.means[index] ?? 0;
    expected[cell] = fit.expected[index] ?? 0;
  }
  const seen = expected.reduce((sum, count) => sum + count, 0);
  const logUnseen = { value: fit.coefficients[0] ?? 0, error: Math.sqrt(fit.interceptVariance) };
  const unseen = Math.exp(logUnseen.value);
  return {
    ...base,
    status: 'ok',
    estimate: seen + unseen,
    stderr: Math.sqrt(unseen + unseen * unseen * fit.interceptVariance),
    logUnseen,
    aic: -2 * fit.logLikelihood + 2 * parameters,
    bic: -2 * fit.logLikelihood + parameters * Math.log(seen),
    means,
    coefficients: fit.coefficients,
    expected,
  };
}

/**
 * The interval by profile likelihood: for each number of unseen the whole table is fitted, the open cells within their intervals. With no
 * cell open it is the multinomial profile of `profileInterval`; with open cells their expected counts stand in the number of persons.
 */
export function intervalProfile({ model, estimate, expected }: CensoredFit, cells: readonly CellCount[]): Interval {
  const seen = expected.reduce((sum, count) => sum + count, 0);
  const most = cells.map(({ high }) => high);
  const { cells: kept, design } = layoutOf(model, (term) => margin(most, term) === 0, true);
  let start: Float64Array | null = null;
  const fitAt = (given: number): IntervalFit => {
    const unseen = Math.max(given, 1e-7);
    const values = kept.map((cell) => (cell === 0 ? { low: unseen, high: unseen } : (cells[cell] ?? nobody)));
    let fit: IntervalFit = fitIntervalCells(design, values, start);
    if (!fit.converged) fit = fitIntervalCells(design, values, null);
    if (fit.converged) start = fit.coefficients;
    return fit;
  };
  const allIn = (fit: IntervalFit): number => fit.expected.reduce((sum, count) => sum + count, 0);
  const logLikelihood = (unseen: number): number => {
    const fit = fitAt(unseen);
    const all = allIn(fit);
    return fit.logLikelihood + lnGamma(all + 1) - all * Math.log(all) + all;
  };
  // At each end the open cells hold what they are expected to there, which is not what they hold at the top.
  const [low, high] = likelihoodInterval(logLikelihood, (estimate ?? seen) - seen, 0);
  return [low === null ? null : allIn(fitAt(low)), high === null ? null : allIn(fitAt(high))];
}

const nobody: CellCount = { low: 0, high: 0 };

/** How many tables the intervals allow. */
export function configurations(cells: readonly CellCount[]): number {
  return cells.reduce((product, { low, high }) => product * (high - low + 1), 1);
}
