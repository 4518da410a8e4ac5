/** An analysis of the hidden number (da: mørketal): every method that was asked for, their spread, and what may be concluded. */
import { bootstrapBestBic, type BootstrapProgress, bootstrapStepwise } from './bootstrap.ts';
import { drawsFrom } from './chance.ts';
import { type Conclusion, concludeFrom, type Spread, spreadOf } from './conclusion.ts';
import { coverageRows } from './sample-coverage.ts';
import type { EstimateRow } from './estimate-row.ts';
import { type Frequencies, frequenciesOf } from './frequency-table.ts';
import { level } from './gamma.ts';
import { averageGraphs } from './graph-averaging.ts';
import { intervalRows, logLinearRows, sparseRow } from './log-linear-rows.ts';
import { fitModel, type ModelFit } from './log-linear.ts';
import { searchModels } from './model-search.ts';
import { exactCounts, margin, type OverlapTable, pairsOf, sizeOf } from './overlap-table.ts';
import { repeatCountRows } from './repeat-counts.ts';
import { exactPosterior } from './two-list-posterior.ts';
import { chapman, lincolnPetersen, oddsRatioSensitivity, type TwoLists, twoListsOf } from './two-lists.ts';

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
  /** Methods that were left out, and why, in English. */
  readonly leftOut: readonly { readonly method: EstimateMethod; readonly reason: string }[];
  readonly spread: Spread;
  readonly conclusion: Conclusion;
};

/** The most points of a grid: two million doubles for each of 31 sets of lists are about 500 MB. */
const mostGridPoints = 2_000_000;

/** Why a method cannot be used on a table; null when it can. */
function whyNot(method: EstimateMethod, { lists }: OverlapTable, isExact: boolean): string | null {
  if (!isExact && method !== 'loglinear') return `${method} for counts that are intervals is not built yet.`;
  switch (method) {
    case 'two-list':
      return lists.length === 2 ? null : `two-list takes exactly two lists; there ${lists.length === 1 ? 'is' : 'are'} ${lists.length}.`;
    case 'dga':
      return lists.length > 5 || lists.length < 2
        ? `dga takes two to five lists; there ${lists.length === 1 ? 'is' : 'are'} ${lists.length}.`
        : null;
    case 'loglinear':
      return !isExact && lists.length > 5 ? 'loglinear for intervals in more than five lists is not built yet.' : null;
    case 'sparse':
    case 'coverage':
      return null;
  }
}

/** Runs the methods that can be used on the table; the others stand in `leftOut`. */
export function estimateFrom(table: OverlapTable, request: EstimateRequest, onProgress?: BootstrapProgress): EstimateReport {
  const exact = exactCounts(table);
  const counts = exact ?? table.cells.map(({ low, high }) => (low + high) / 2);
  const lists = table.lists.length;
  const seen = seenIn(counts);
  const rows: EstimateRow[] = [];
  const leftOut: { method: EstimateMethod; reason: string }[] = [];
  let fits: readonly ModelFit[] | null = null;
  let massAtEdge: number | null = null;
  let infinite: number | null = null;
  const again = request.bootstrap && seen > 0 ? request.bootstrap : null;
  const bootstrap = again && { replicates: again.replicates, topModels };
  const search = (): ReturnType<typeof searchModels> => searchModels(lists, counts);

  for (const method of request.methods) {
    const reason = whyNot(method, table, exact !== null);
    if (reason !== null) {
      leftOut.push({ method, reason });
      continue;
    }
    switch (method) {
      case 'two-list':
        rows.push(...twoListRows(twoListsOf(counts)));
        break;
      case 'loglinear': {
        if (exact) {
          const found = search();
          fits = found.fits;
          rows.push(...logLinearRows(table.lists, counts, found));
          if (bootstrap) {
            const drawn = bootstrapBestBic(counts, found, { ...bootstrap, draw: drawsFrom(again.seed) }, onProgress);
            rows.push(drawn.row);
            infinite = Math.max(infinite ?? 0, drawn.infinite);
          }
        } else {
          const found = intervalRows(table);
          fits = found.fits;
          rows.push(...found.rows);
        }
        break;
      }
      case 'sparse':
        rows.push(sparseRow(table.lists, counts, request.p));
        if (bootstrap) {
          const drawn = bootstrapStepwise(lists, counts, request.p, { ...bootstrap, draw: drawsFrom(again.seed) }, onProgress);
          rows.push(drawn.row);
          infinite = Math.max(infinite ?? 0, drawn.infinite);
        }
        break;
      case 'dga': {
        const most = typeof request.grid === 'number' ? request.grid : request.grid.timesSeen * seen;
        if (most > mostGridPoints) {
          leftOut.push({ method, reason: `A grid of ${most} points is too long; give --grid with at most ${mostGridPoints}.` });
          break;
        }
        const averaged = graphRow(lists, counts, most, request.delta ?? 2 ** -lists);
        massAtEdge = averaged.massAtEdge;
        rows.push(averaged.row);
        break;
      }
      case 'coverage':
        rows.push(...coverageRows(lists, counts), ...repeatCountRows(frequenciesOf(counts, lists), lists));
        break;
    }
  }
  if (request.models && fits === null && exact) fits = search().fits;
  const overlap = counts.reduce((sum, count, cell) => (sizeOf(cell) > 1 ? sum + count : sum), 0);
  const dependenceCanBeTried = lists < 3 || !exact || canTryDependence(lists, counts);
  return {
    lists: table.lists,
    observed: exact ? seen : [seenIn(table.cells.map(({ low }) => low)), seenIn(table.cells.map(({ high }) => high))],
    methods: rows,
    ...(request.models ? { models: (fits ?? []).map(fittedModel) } : {}),
    ...(lists === 2 && exact ? { sensitivity: oddsRatioSensitivity(twoListsOf(counts)) } : {}),
    leftOut,
    spread: spreadOf(rows),
    conclusion: concludeFrom(
      { lists, seen: exact ? seen : seenIn(table.cells.map(({ low }) => low)), overlap, dependenceCanBeTried, massAtEdge, infinite },
      rows,
    ),
  };
}

/** The coverage rows that need no lists, only how often each person was seen. */
export function estimateFromFrequencies(frequencies: Frequencies): EstimateReport {
  const rows = repeatCountRows(frequencies, null);
  const seen = seenIn(frequencies);
  const overlap = seen - (frequencies[1] ?? 0);
  const evidence = { lists: null, seen, overlap, dependenceCanBeTried: true, massAtEdge: null, infinite: null };
  return { lists: [], observed: seen, methods: rows, leftOut: [], spread: spreadOf(rows), conclusion: concludeFrom(evidence, rows) };
}

function twoListRows(lists: TwoLists): readonly EstimateRow[] {
  const exact = exactPosterior(lists);
  return [lincolnPetersen(lists), chapman(lists), ...(exact ? [exact] : [])];
}

/** True when some model exists in which two lists that share persons depend on each other. */
function canTryDependence(lists: number, counts: readonly number[]): boolean {
  const sharing = pairsOf(lists).filter((pair) => margin(counts, pair) > 0);
  return sharing.length === 0 || sharing.some((pair) => fitModel({ lists, terms: [pair] }, counts).status === 'ok');
}

function graphRow(
  lists: number,
  counts: readonly number[],
  most: number,
  delta: number,
): { readonly row: EstimateRow; readonly massAtEdge: number | null } {
  const base = { method: 'dga', model: null, level, aic: null, bic: null } as const;
  const seen = seenIn(counts);
  if (seen === 0) {
    return {
      row: { ...base, estimate: null, interval: [0, null], status: 'not-identified', warnings: ['Nobody was seen.'] },
      massAtEdge: null,
    };
  }
  const { median, interval, massAtEdge } = averageGraphs(lists, counts, { delta, most });
  const other = delta === 0.5 ? 2 ** -lists : 0.5;
  const sensitivity = averageGraphs(lists, counts, { delta: other, most });
  const warnings = [
    `With the prior count ${other} instead of ${delta} the median is ${sensitivity.median} (${sensitivity.interval.join(' to ')}).`,
    ...(massAtEdge > 0.001 ? ['The grid is too short: give a longer one with --grid.'] : []),
  ];
  return { row: { ...base, estimate: median, interval, status: 'ok', warnings }, massAtEdge };
}

function fittedModel({ name, estimate, stderr, deviance, df, aic, bic, status }: ModelFit): FittedModel {
  return { model: name, estimate, stderr, deviance, df, aic, bic, status };
}

function seenIn(counts: readonly number[]): number {
  return counts.reduce((sum, count, cell) => (cell === 0 ? sum : sum + count), 0);
}
