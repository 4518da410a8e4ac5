/** The interval of a log-linear model by profile likelihood, as Rcapture does it (Cormack 1992, Biometrics 48:567-576). */
import type { Interval } from './estimate-row.ts';
import type { Model } from './hierarchical-model.ts';
import { likelihoodInterval, unseenTerm } from './likelihood-interval.ts';
import { layoutOf } from './log-linear.ts';
import { margin, seenIn } from './overlap-table.ts';
import { fitPoisson } from './poisson-regression.ts';

/**
 * For each number of unseen persons the whole table is fitted with that number in the cell of no list; what is compared is the
 * multinomial likelihood of the number. `estimate` is where the Poisson likelihood has its top, near which the search starts.
 */
export function profileInterval(model: Model, counts: readonly number[], estimate: number): Interval {
  const { cells, design } = layoutOf(model, (term) => margin(counts, term) === 0, true);
  const seen = seenIn(counts);
  let start: Float64Array | null = null;

  const logLikelihood = (unseen: number): number => {
    // A cell of exactly 0 may have no maximum; this close to 0 the likelihood is the same to nine digits.
    const values = cells.map((cell) => (cell === 0 ? Math.max(unseen, 1e-7) : (counts[cell] ?? 0)));
    let fit = fitPoisson(design, values, start);
    if (!fit.converged) fit = fitPoisson(design, values);
    if (fit.converged) start = fit.coefficients;
    let sum = unseenTerm(seen, unseen);
    for (const [index, value] of values.entries())
      if (value > 0) sum += value * (cells[index] === 0 ? Math.log((fit.means[index] ?? 0) / value) : Math.log(fit.means[index] ?? 0));
    return sum;
  };
  return likelihoodInterval(logLikelihood, estimate - seen, seen);
}
