/** An analysis of the hidden number (da: mørketal): every method that was asked for, their spread, and what may be concluded. */
import { concluded } from './answer.ts';
import type { BootstrapProgress } from './bootstrap.ts';
import { drawsFrom } from './chance.ts';
import { concludeFrom, spreadOf } from './conclusion.ts';
import type { EstimateReport, Findings, FittedModel } from './estimate-report.ts';
import { fillingsOf } from './fillings.ts';
import { type EstimateMethod, type EstimateRequest, gridFor } from './estimate-request.ts';
import { evidenceFrom } from './evidence.ts';
import type { Frequencies } from './frequency-table.ts';
import { heterogeneitySensitivity } from './heterogeneity.ts';
import type { ModelFit } from './log-linear.ts';
import { type Found, fromCounts, fromIntervals } from './method-rows.ts';
import { searchModels } from './model-search.ts';
import { exactCounts, type OverlapTable, seenIn } from './overlap-table.ts';
import { type Remark, remark } from './remark.ts';
import { repeatCountRows } from './repeat-counts.ts';
import { oddsRatioSensitivity, twoListsOf } from './two-lists.ts';

/** How many of the best models are tried again in each replicate (Silverman, Chan and Vincent 2024). */
const topModels = 60;

/** The most points of a grid: two million doubles for each of 31 sets of lists are about 500 MB. */
const mostGridPoints = 2_000_000;

/** Why a method cannot be used on a table; null when it can. */
function whyNot(method: EstimateMethod, lists: number, gridPoints: number): Remark | null {
  switch (method) {
    case 'two-list':
      return lists === 2 ? null : remark('two-lists-only', { lists });
    case 'dga':
      if (lists > 5 || lists < 2) return remark('two-to-five-lists', { lists });
      return gridPoints > mostGridPoints ? remark('long-grid', { points: gridPoints, most: mostGridPoints }) : null;
    case 'loglinear':
    case 'sparse':
    case 'coverage':
      return null;
  }
}

/** Runs the methods that can be used on the table; the others stand in `leftOut`. `onProgress` is told how much of all drawing is done. */
export function estimateFrom(table: OverlapTable, request: EstimateRequest, onProgress?: BootstrapProgress): EstimateReport {
  const exact = exactCounts(table);
  const lists = table.lists.length;
  const [least, most] = [table.cells.map(({ low }) => low), table.cells.map(({ high }) => high)];
  const leftOut: { method: EstimateMethod; reason: Remark }[] = [];
  const found: Found[] = [];
  const again = request.bootstrap && seenIn(most) > 0 ? request.bootstrap : null;
  const draws = (method: EstimateMethod): boolean => method === 'loglinear' || method === 'sparse';
  const drawing = request.methods.filter(draws).length;
  let drawn = 0;
  const progress: BootstrapProgress = (done, all) => onProgress?.(drawn + done, all * drawing);

  for (const method of request.methods) {
    const reason = whyNot(method, lists, gridFor(request, seenIn(most)));
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
    if (bootstrap && draws(method)) drawn += bootstrap.replicates;
  }
  const rows = found.flatMap((one) => one.rows);
  const fits = found.find((one) => one.fits)?.fits ?? null;
  const models = request.models && exact ? (fits ?? searchModels(lists, exact).fits) : fits;
  const priors = found.find((one) => one.priors)?.priors;
  const heterogeneity = exact && request.methods.includes('loglinear') ? heterogeneitySensitivity(lists, exact) : [];
  const findings: Findings = {
    lists: table.lists,
    observed: exact ? seenIn(exact) : [seenIn(least), seenIn(most)],
    methods: rows,
    ...(request.models ? { models: (models ?? []).map(fittedModel) } : {}),
    ...(lists === 2 && exact ? { sensitivity: oddsRatioSensitivity(twoListsOf(exact)) } : {}),
    ...(priors ? { priors } : {}),
    ...(heterogeneity.length > 0 ? { heterogeneity } : {}),
    leftOut,
    spread: spreadOf(rows),
  };
  const verdict = concludeFrom(evidenceFrom(table, found), rows);
  if (exact || verdict.status !== 'estimate') return { ...findings, conclusion: concluded(findings, verdict) };
  const known = (counts: readonly number[]) => ({ lists: table.lists, cells: counts.map((count) => ({ low: count, high: count })) });
  const fillings = fillingsOf(table, request, (counts) => estimateFrom(known(counts), { ...request, models: false }).conclusion);
  const filled: Findings = { ...findings, fillings };
  return { ...filled, conclusion: concluded(filled, verdict) };
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
  const findings: Findings = { lists: [], observed: seen, methods: rows, leftOut: [], spread: spreadOf(rows) };
  return { ...findings, conclusion: concluded(findings, concludeFrom(evidence, rows)) };
}

function fittedModel({ name, estimate, stderr, deviance, df, aic, bic, status }: ModelFit): FittedModel {
  return { model: name, estimate, stderr, deviance, df, aic, bic, status };
}
