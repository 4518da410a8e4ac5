/** Poisson regression of counts that are known only as intervals, by Newton's method: the likelihood is concave, so its top is one. */
import { lnPoisson } from './gamma.ts';
import { within } from './interval-count.ts';
import type { CellCount } from './overlap-table.ts';
import { accumulate, corner, type Design, factor, fitPoisson, mostSteps, type PoissonFit, smallStep, solve } from './poisson-regression.ts';

export type IntervalFit = PoissonFit & {
  /** Of each cell, within its interval. */
  readonly expected: Float64Array;
  readonly logLikelihood: number;
};

/** Fits the cells; starts from given coefficients, or from those of the intervals' middles. */
export function fitIntervalCells(design: Design, cells: readonly CellCount[], start: Float64Array | null): IntervalFit {
  const { columns: p, active } = design;
  const [coefficients, before, step] = [new Float64Array(p), new Float64Array(p), new Float64Array(p)];
  const [means, expected, score, weight] = Array.from({ length: 4 }, () => new Float64Array(cells.length));
  if (!means || !expected || !score || !weight) throw new Error('four arrays were made');
  const information = new Float64Array(p * p);
  const answer = (converged: boolean, logLikelihood: number, interceptVariance: number): IntervalFit => ({
    converged,
    coefficients,
    means,
    expected,
    logLikelihood,
    interceptVariance,
  });

  const evaluate = (): number => {
    let sum = 0;
    for (const [cell, ones] of active.entries()) {
      let logMean = 0;
      for (const j of ones) logMean += coefficients[j] ?? 0;
      const mean = Math.exp(logMean);
      const bounds = cells[cell] ?? { low: 0, high: 0 };
      means[cell] = mean;
      if (bounds.low === bounds.high) {
        expected[cell] = bounds.low;
        weight[cell] = mean;
        sum += lnPoisson(bounds.low, mean);
      } else {
        const { expected: inside, variance, logProbability } = within(bounds, mean);
        expected[cell] = inside;
        // What is not known of the cell takes its information away; rounding may leave a little less than nothing.
        weight[cell] = Math.max(0, mean - variance);
        sum += logProbability;
      }
    }
    return sum;
  };

  if (start?.length === p) coefficients.set(start);
  else {
    const middle = fitPoisson(
      design,
      cells.map(({ low, high }) => (low + high) / 2),
    );
    if (!middle.coefficients.every(Number.isFinite)) return answer(false, -Infinity, Infinity);
    coefficients.set(middle.coefficients);
  }
  let logLikelihood = evaluate();
  for (let round = 0; round < mostSteps; round += 1) {
    for (let cell = 0; cell < cells.length; cell += 1) score[cell] = (expected[cell] ?? 0) - (means[cell] ?? 0);
    accumulate(design, weight, score, information, step);
    if (!factor(information, p)) return answer(false, logLikelihood, Infinity);
    solve(information, step, p);
    const size = step.reduce((most, by) => Math.max(most, Math.abs(by)), 0);
    if (!Number.isFinite(size)) return answer(false, logLikelihood, Infinity);
    before.set(coefficients);
    let share = size > 4 ? 4 / size : 1;
    for (let halving = 0; halving < 30; halving += 1) {
      for (let j = 0; j < p; j += 1) coefficients[j] = (before[j] ?? 0) + share * (step[j] ?? 0);
      const reached = evaluate();
      if (reached >= logLikelihood - 1e-10 * (1 + Math.abs(logLikelihood))) {
        logLikelihood = reached;
        break;
      }
      share /= 2;
    }
    if (size < smallStep) return answer(true, logLikelihood, corner(information, p));
  }
  return answer(false, logLikelihood, Infinity);
}
