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
import { type Design, fitPoisson, type PoissonFit } from './poisson-regression.ts';

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
  /** Of the terms that are not set aside, the intercept first. */
  readonly coefficients: Float64Array | null;
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

/** What many models need to know of the same counts, worked out once. */
export type Tally = {
  readonly counts: readonly number[];
  /** By combination: how many are on all its lists, and perhaps on others. */
  readonly margins: Float64Array;
  /** Σ ln(count!): the part of the likelihood that no model moves. */
  readonly logFactorials: number;
};

/** Counts by combination; cell 0 is not read. */
export function tally(counts: readonly number[]): Tally {
  const margins = Float64Array.from(counts);
  margins[0] = 0;
  for (let list = 1; list < counts.length; list *= 2)
    for (let cell = 0; cell < counts.length; cell += 1)
      if ((cell & list) === 0) margins[cell] = (margins[cell] ?? 0) + (margins[cell | list] ?? 0);
  let logFactorials = 0;
  for (let cell = 1; cell < counts.length; cell += 1) {
    const count = counts[cell] ?? 0;
    if (count > 0 && count !== 1) logFactorials += lnGamma(count + 1);
  }
  return { counts, margins, logFactorials };
}

/** Fits one model to one table after another; may be given where to start: the coefficients of a table like it. */
export type Fitter = (of: Tally, start?: Float64Array | null) => ModelFit;

/** Fits a model to counts by combination (cell 0 is not read). */
export function fitModel(model: Model, counts: readonly number[]): ModelFit {
  return fitterOf(model)(tally(counts));
}

/** What is worked out for a model is kept from table to table. `parameters` counts the terms set aside too. */
export function fitterOf(model: Model): Fitter {
  const name = modelName(model);
  const terms = columnsOf(model);
  const seenCells = 2 ** model.lists - 1;
  const parameters = 1 + model.lists + model.terms.length;
  const df = seenCells - parameters;
  const failed = (status: EstimateStatus): ModelFit => ({ ...withoutNumbers, model, name, status, df });
  const prepared = new Map<string, Prepared>();

  return ({ counts, margins, logFactorials }, start = null) => {
    let empty = '';
    for (const term of terms) if (term > 0 && margins[term] === 0) empty += `${term},`;
    let known = prepared.get(empty);
    if (!known) {
      const layout = layoutOf(model, (term) => margins[term] === 0);
      const mayLack = layout.cells.length < seenCells || parameters > seenCells;
      known = { ...layout, isIdentified: !mayLack || hasFullRank(layout.design) };
      prepared.set(empty, known);
    }
    if (!known.isIdentified) return failed('not-identified');
    const { cells, design } = known;
    const values = cells.map((cell) => counts[cell] ?? 0);
    let fit = fitPoisson(design, values, start?.length === design.columns ? start : null);
    if (start && !fit.converged) fit = fitPoisson(design, values);
    const nearZero = !fit.converged || fit.means.some((mean) => mean < 1e-4);
    if (nearZero && !maximumExists(design, values)) return failed('does-not-exist');
    if (!fit.converged) return failed('does-not-exist');
    return describe({ model, name, df, parameters, seen: margins[0] ?? 0, logFactorials }, cells, values, fit);
  };
}

type Prepared = Layout & { readonly isIdentified: boolean };
/** A fit that has no numbers. */
export const withoutNumbers = {
  stderr: null,
  logUnseen: null,
  deviance: null,
  aic: null,
  bic: null,
  means: null,
  estimate: null,
  coefficients: null,
} as const;

type About = Pick<ModelFit, 'model' | 'name' | 'df'> & {
  readonly parameters: number;
  readonly seen: number;
  readonly logFactorials: number;
};

function describe(
  { model, name, df, parameters, seen, logFactorials }: About,
  cells: readonly number[],
  values: readonly number[],
  { coefficients, means: fitted, interceptVariance }: PoissonFit,
): ModelFit {
  const logUnseen = { value: coefficients[0] ?? 0, error: Math.sqrt(interceptVariance) };
  const unseen = Math.exp(logUnseen.value);
  const means = Array.from({ length: 2 ** model.lists }, () => 0);
  let logLikelihood = -logFactorials;
  let deviance = 0;
  for (let index = 0; index < cells.length; index += 1) {
    const [count, mean] = [values[index] ?? 0, fitted[index] ?? 0];
    means[cells[index] ?? 0] = mean;
    const logMean = count > 0 ? Math.log(mean) : 0;
    logLikelihood += count * logMean - mean;
    deviance += 2 * ((count > 0 ? count * (Math.log(count) - logMean) : 0) - (count - mean));
  }
  return {
    model,
    name,
    status: 'ok',
    estimate: seen + unseen,
    stderr: Math.sqrt(unseen + unseen * unseen * interceptVariance),
    logUnseen,
    deviance: Math.max(0, deviance),
    df,
    aic: -2 * logLikelihood + 2 * parameters,
    // The sample is the persons, not the cells, as in Rcapture (Rivest and Baillargeon).
    bic: -2 * logLikelihood + parameters * Math.log(seen),
    means,
    coefficients,
  };
}
