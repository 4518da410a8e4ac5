/**
 * A log-linear model fitted to the cells that are seen; what it expects in the cell of no list is the unseen.
 *
 * Where nobody is on all the lists of a term, the term's coefficient has its maximum at minus infinity: its cells and its column are set
 * aside and the term still counts as a parameter (Chan, Silverman and Vincent 2021).
 */
import type { EstimateStatus } from './estimate-row.ts';
import { hasFullRank, maximumExists } from './existence.ts';
import { lnGamma } from './gamma.ts';
import { columnsOf, type Model, modelName } from './hierarchical-model.ts';
import { margin } from './overlap-table.ts';
import { type Design, fitPoisson } from './poisson-regression.ts';

/** A model's cells and columns on one table. */
export type Layout = { readonly cells: readonly number[]; readonly columns: readonly number[]; readonly design: Design };

/** Fitted model (da: tilpasset model). Numbers that do not exist are null. */
export type ModelFit = {
  readonly model: Model;
  readonly name: string;
  readonly status: EstimateStatus;
  /** Seen and unseen persons. */
  readonly estimate: number | null;
  readonly stderr: number | null;
  /** The logarithm of the unseen, and its standard error. */
  readonly logUnseen: { readonly value: number; readonly error: number } | null;
  readonly deviance: number | null;
  readonly df: number;
  readonly aic: number | null;
  readonly bic: number | null;
  /** By combination of lists; cells that were set aside have 0. */
  readonly means: readonly number[] | null;
};

/** The cells and columns that are left when empty terms are set aside. `unseenToo` keeps the cell of no list. */
export function layoutOf(model: Model, isEmpty: (term: number) => boolean, unseenToo = false): Layout {
  const all = columnsOf(model);
  const empty = all.filter((term) => term > 0 && isEmpty(term));
  const isLeft = (cell: number): boolean => !empty.some((term) => (cell & term) === term);
  const columns = empty.length === 0 ? all : all.filter(isLeft);
  const cells: number[] = [];
  for (let cell = unseenToo ? 0 : 1; cell < 2 ** model.lists; cell += 1) if (empty.length === 0 || isLeft(cell)) cells.push(cell);
  const active = cells.map((cell) => {
    const ones: number[] = [];
    for (let j = 0; j < columns.length; j += 1) if ((cell & (columns[j] ?? 0)) === columns[j]) ones.push(j);
    return ones;
  });
  return { cells, columns, design: { columns: columns.length, active } };
}

/** Fits a model to counts by combination (cell 0 is not read). `parameters` counts the terms set aside too. */
export function fitModel(model: Model, counts: readonly number[]): ModelFit {
  const layout = layoutOf(model, (term) => margin(counts, term) === 0);
  const { cells, design } = layout;
  const seenCells = 2 ** model.lists - 1;
  const parameters = 1 + model.lists + model.terms.length;
  const none = { stderr: null, logUnseen: null, deviance: null, aic: null, bic: null, means: null, estimate: null } as const;
  const failed = (status: EstimateStatus): ModelFit => ({ model, name: modelName(model), status, df: seenCells - parameters, ...none });

  const setAside = cells.length < seenCells;
  if ((setAside || parameters > seenCells) && !hasFullRank(design)) return failed('not-identified');
  const values = cells.map((cell) => counts[cell] ?? 0);
  const fit = fitPoisson(design, values);
  const nearZero = !fit.converged || fit.means.some((mean) => mean < 1e-4);
  if (nearZero && !maximumExists(design, values)) return failed('does-not-exist');
  if (!fit.converged) return failed('does-not-exist');

  const seen = counts.reduce((sum, count, cell) => (cell === 0 ? sum : sum + count), 0);
  const logUnseen = { value: fit.coefficients[0] ?? 0, error: Math.sqrt(fit.interceptVariance) };
  const unseen = Math.exp(logUnseen.value);
  const { logLikelihood, deviance } = goodness(values, fit.means);
  const means = Array.from({ length: seenCells + 1 }, () => 0);
  for (const [index, cell] of cells.entries()) means[cell] = fit.means[index] ?? 0;
  return {
    model,
    name: modelName(model),
    status: 'ok',
    estimate: seen + unseen,
    stderr: Math.sqrt(unseen + unseen * unseen * fit.interceptVariance),
    logUnseen,
    deviance,
    df: seenCells - parameters,
    aic: -2 * logLikelihood + 2 * parameters,
    // The sample is the persons, not the cells, as in Rcapture (Rivest and Baillargeon).
    bic: -2 * logLikelihood + parameters * Math.log(seen),
    means,
  };
}

/** The Poisson log-likelihood with its constant, and the deviance. */
function goodness(counts: readonly number[], means: readonly number[]): { readonly logLikelihood: number; readonly deviance: number } {
  let logLikelihood = 0;
  let deviance = 0;
  for (const [cell, count] of counts.entries()) {
    const mean = means[cell] ?? 0;
    logLikelihood += (count > 0 ? count * Math.log(mean) : 0) - mean - lnGamma(count + 1);
    deviance += 2 * ((count > 0 ? count * Math.log(count / mean) : 0) - (count - mean));
  }
  return { logLikelihood, deviance: Math.max(0, deviance) };
}
