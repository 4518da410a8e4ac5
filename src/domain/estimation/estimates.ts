/** An analysis of the hidden number (da: mørketal): every method that was asked for, their spread, and what may be concluded. */
import { type Bootstrap, bootstrapBestBic, type BootstrapProgress, bootstrapStepwise } from './bootstrap.ts';
import { drawsFrom } from './chance.ts';
import { type Conclusion, concludeFrom, type Evidence, type Spread, spreadOf } from './conclusion.ts';
import { coverageRows } from './sample-coverage.ts';
import type { EstimateRow } from './estimate-row.ts';
import { type Frequencies, frequenciesOf } from './frequency-table.ts';
import { type PriorAnswer, graphRow } from './graph-row.ts';
import { type HeterogeneityAnswer, heterogeneitySensitivity } from './heterogeneity.ts';
import { intervalRows, likeliestTable, spanRows } from './interval-rows.ts';
import { logLinearRows, sparseRow } from './log-linear-rows.ts';
import { fitModel, type ModelFit } from './log-linear.ts';
import { searchModels } from './model-search.ts';
import { exactCounts, margin, type OverlapTable, pairsOf, sizeOf } from './overlap-table.ts';
import { type Remark, remark } from './remark.ts';
import { repeatCountRows } from './repeat-counts.ts';
import { exactPosterior } from './two-list-posterior.ts';
import { chapman, lincolnPetersen, oddsRatioSensitivity, twoListsOf } from './two-lists.ts';

export const estimateMethods = ['two-list', 'loglinear', 'sparse', 'dga', 'coverage'] as const;
export type EstimateMethod = (typeof estimateMethods)[number];

export type EstimateRequest = {
  readonly methods: readonly EstimateMethod[];
  /** The stepwise search's limit of probability. */
  readonly p: number;
  /** Graph averaging: the prior count in each cell, and the largest number of unseen; null for 2^−lists and ten times those seen. */
  readonly delta: number | null;
  readonly grid: number | { readonly timesSeen: number };
  /** Give every model that was fitted. */
  readonly models: boolean;
  /** Intervals that know of the choice among models, by drawing the persons again; null for none. The same seed gives the same digits. */
  readonly bootstrap: { readonly replicates: number; readonly seed: number } | null;
};

/** How many of the best models are tried again in each replicate (Silverman, Chan and Vincent 2024). */
const topModels = 60;

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
  /** Methods that were left out, and why. */
  readonly leftOut: readonly { readonly method: EstimateMethod; readonly reason: Remark }[];
  readonly spread: Spread;
  readonly conclusion: Conclusion;
};

/** The most points of a grid: two million doubles for each of 31 sets of lists are about 500 MB. */
const mostGridPoints = 2_000_000;

/** Where some counts are intervals: how many of the tables they allow are tried by methods that need whole counts. */
const mostTables = { 'two-list': 2000, coverage: 5000, sparse: 500, dga: 64 } as const;

/** Why a method cannot be used on a table; null when it can. */
function whyNot(method: EstimateMethod, lists: number): Remark | null {
  switch (method) {
    case 'two-list':
      return lists === 2 ? null : remark('two-lists-only', { lists });
    case 'dga':
      return lists > 5 || lists < 2 ? remark('two-to-five-lists', { lists }) : null;
    case 'loglinear':
    case 'sparse':
    case 'coverage':
      return null;
  }
}

/** What one method found. */
type Found = {
  readonly rows: readonly EstimateRow[];
  readonly fits?: readonly ModelFit[];
  readonly infinite?: number | null;
  readonly massNearEdge?: number | null;
  readonly priors?: readonly PriorAnswer[];
};

/** Runs the methods that can be used on the table; the others stand in `leftOut`. `onProgress` is told how much of all drawing is done. */
export function estimateFrom(table: OverlapTable, request: EstimateRequest, onProgress?: BootstrapProgress): EstimateReport {
  const exact = exactCounts(table);
  const lists = table.lists.length;
  const [least, most] = [table.cells.map(({ low }) => low), table.cells.map(({ high }) => high)];
  const leftOut: { method: EstimateMethod; reason: Remark }[] = [];
  const found: Found[] = [];
  const again = request.bootstrap && seenIn(most) > 0 ? request.bootstrap : null;
  const drawing = request.methods.filter((method) => method === 'loglinear' || (method === 'sparse' && exact)).length;
  let drawn = 0;
  const progress: BootstrapProgress = (done, all) => onProgress?.(drawn + done, all * drawing);

  for (const method of request.methods) {
    const gridPoints = typeof request.grid === 'number' ? request.grid : request.grid.timesSeen * seenIn(most);
    const tooLong = method === 'dga' && gridPoints > mostGridPoints;
    const reason = whyNot(method, lists) ?? (tooLong ? remark('long-grid', { points: gridPoints, most: mostGridPoints }) : null);
    if (reason) {
      leftOut.push({ method, reason });
      continue;
    }
    const bootstrap = again && { replicates: again.replicates, topModels, draw: drawsFrom(again.seed) };
    found.push(
      exact
        ? fromCounts(method, table.lists, exact, request, bootstrap, progress)
        : fromIntervals(method, table, request, bootstrap, progress),
    );
    if (bootstrap && (method === 'loglinear' || (method === 'sparse' && exact))) drawn += bootstrap.replicates;
  }
  const rows = found.flatMap((one) => one.rows);
  const fits = found.find((one) => one.fits)?.fits ?? null;
  const models = request.models && exact ? (fits ?? searchModels(lists, exact).fits) : fits;
  const priors = found.find((one) => one.priors)?.priors;
  const heterogeneity = exact && request.methods.includes('loglinear') ? heterogeneitySensitivity(lists, exact) : [];
  const withPersons = table.lists.filter((_, list) => margin(most, 1 << list) > 0).length;
  const evidence: Evidence = {
    lists: withPersons === 1 ? 1 : lists,
    seen: seenIn(least),
    seenAtMost: seenIn(most),
    overlap: overlapIn(least),
    overlapAtMost: overlapIn(most),
    everybodyOn: lists > 1 ? (table.lists.find((_, list) => most.every((count, cell) => count === 0 || (cell >> list) & 1)) ?? null) : null,
    dependenceCanBeTried: withPersons < 3 || (exact ? canTryDependence(lists, exact) : fits === null || fits.some(isWithDependence)),
    massNearEdge: greatest(found.map((one) => one.massNearEdge)),
    infinite: greatest(found.map((one) => one.infinite)),
  };
  return {
    lists: table.lists,
    observed: exact ? seenIn(exact) : [seenIn(least), seenIn(most)],
    methods: rows,
    ...(request.models ? { models: (models ?? []).map(fittedModel) } : {}),
    ...(lists === 2 && exact ? { sensitivity: oddsRatioSensitivity(twoListsOf(exact)) } : {}),
    ...(priors ? { priors } : {}),
    ...(heterogeneity.length > 0 ? { heterogeneity } : {}),
    leftOut,
    spread: spreadOf(rows),
    conclusion: concludeFrom(evidence, rows),
  };
}

/** One method on counts that are known. */
function fromCounts(
  method: EstimateMethod,
  lists: readonly string[],
  counts: readonly number[],
  request: EstimateRequest,
  bootstrap: Bootstrap | null,
  progress: BootstrapProgress,
): Found {
  const many = lists.length;
  switch (method) {
    case 'two-list': {
      const posterior = exactPosterior(twoListsOf(counts));
      return { rows: [...twoListRows(counts), ...(posterior ? [posterior] : [])] };
    }
    case 'loglinear': {
      const search = searchModels(many, counts);
      const rows = logLinearRows(lists, counts, search);
      if (!bootstrap) return { rows, fits: search.fits };
      const { row, infinite } = bootstrapBestBic(counts, search, bootstrap, progress);
      return { rows: [...rows, row], fits: search.fits, infinite };
    }
    case 'sparse': {
      const row = sparseRow(lists, counts, request.p);
      if (!bootstrap) return { rows: [row] };
      const again = bootstrapStepwise(many, counts, request.p, bootstrap, progress);
      return { rows: [row, again.row], infinite: again.infinite };
    }
    case 'dga': {
      const { row, massNearEdge, priors } = graphRow(many, counts, gridFor(request, counts), request.delta ?? 2 ** -many);
      return { rows: [row], massNearEdge, priors };
    }
    case 'coverage':
      return { rows: [...coverageRows(many, counts, bootstrap), ...repeatCountRows(frequenciesOf(counts, many), many)] };
  }
}

/** One method where some counts are intervals. */
function fromIntervals(
  method: EstimateMethod,
  table: OverlapTable,
  request: EstimateRequest,
  bootstrap: Bootstrap | null,
  progress: BootstrapProgress,
): Found {
  const { lists, cells } = table;
  const many = lists.length;
  const delta = request.delta ?? 2 ** -many;
  switch (method) {
    case 'two-list':
      return { rows: spanRows(cells, mostTables[method], twoListRows) };
    case 'loglinear':
      return intervalRows(table, bootstrap, progress);
    case 'sparse':
      return { rows: spanRows(cells, mostTables[method], (counts) => [sparseRow(lists, counts, request.p)]) };
    case 'dga': {
      const likeliest = likeliestTable(cells);
      const { massNearEdge, priors } = graphRow(many, likeliest, gridFor(request, likeliest), delta);
      const rows = spanRows(cells, mostTables[method], (counts) => [graphRow(many, counts, gridFor(request, counts), delta, []).row]);
      return { rows, massNearEdge, priors };
    }
    case 'coverage':
      return {
        rows: spanRows(cells, mostTables[method], (counts) => [
          ...coverageRows(many, counts),
          ...repeatCountRows(frequenciesOf(counts, many), many),
        ]),
      };
  }
}

function gridFor({ grid }: EstimateRequest, counts: readonly number[]): number {
  return typeof grid === 'number' ? grid : grid.timesSeen * seenIn(counts);
}

function twoListRows(counts: readonly number[]): readonly EstimateRow[] {
  const lists = twoListsOf(counts);
  return [lincolnPetersen(lists), chapman(lists)];
}

/** A model with an estimate in which some lists depend on each other. */
function isWithDependence({ status, model }: ModelFit): boolean {
  return status === 'ok' && model.terms.length > 0;
}

/** The coverage rows that need no lists, only how often each person was seen. */
export function estimateFromFrequencies(frequencies: Frequencies): EstimateReport {
  const rows = repeatCountRows(frequencies, null);
  const seen = seenIn(frequencies);
  const overlap = seen - (frequencies[1] ?? 0);
  const evidence = {
    lists: null,
    seen,
    seenAtMost: seen,
    overlap,
    overlapAtMost: overlap,
    everybodyOn: null,
    dependenceCanBeTried: true,
    massNearEdge: null,
    infinite: null,
  };
  return { lists: [], observed: seen, methods: rows, leftOut: [], spread: spreadOf(rows), conclusion: concludeFrom(evidence, rows) };
}

/** True when some model exists in which two lists that share persons depend on each other. */
function canTryDependence(lists: number, counts: readonly number[]): boolean {
  const sharing = pairsOf(lists).filter((pair) => margin(counts, pair) > 0);
  return sharing.length === 0 || sharing.some((pair) => fitModel({ lists, terms: [pair] }, counts).status === 'ok');
}

function fittedModel({ name, estimate, stderr, deviance, df, aic, bic, status }: ModelFit): FittedModel {
  return { model: name, estimate, stderr, deviance, df, aic, bic, status };
}

function seenIn(counts: readonly number[]): number {
  return counts.reduce((sum, count, cell) => (cell === 0 ? sum : sum + count), 0);
}

/** Persons on more than one list. */
function overlapIn(counts: readonly number[]): number {
  return counts.reduce((sum, count, cell) => (sizeOf(cell) > 1 ? sum + count : sum), 0);
}

function greatest(shares: readonly (number | null | undefined)[]): number | null {
  const known = shares.flatMap((share) => (share === null || share === undefined ? [] : [share]));
  return known.length === 0 ? null : Math.max(...known);
}
