/** The rows of the log-linear and the sparse method. */
import type { EstimateRow, Interval } from './estimate-row.ts';
import { level } from './gamma.ts';
import { allModels, independence } from './hierarchical-model.ts';
import { configurations, enumerateIntervals, fitIntervals } from './interval-cells.ts';
import { fitModel, type ModelFit } from './log-linear.ts';
import { bestFit, type Search } from './model-search.ts';
import { type CellCount, margin, type OverlapTable, sizeOf } from './overlap-table.ts';
import { profileInterval } from './profile-interval.ts';
import { logNormalInterval, stepwise } from './stepwise.ts';

/** More tables than this are not tried one by one. */
const mostConfigurations = 100_000;

/** The rows `independence`, `best-aic` and `best-bic` for exact counts. */
export function logLinearRows(lists: readonly string[], counts: readonly number[], search: Search): readonly EstimateRow[] {
  const alone = fitModel(independence(lists.length), counts);
  const named = [
    ['independence', alone],
    ['best-aic', bestFit(search.fits, 'aic')],
    ['best-bic', bestFit(search.fits, 'bic')],
  ] as const;
  const intervals = new Map<string, Interval>();
  return named.map(([method, fit]) => {
    if (!fit) return missing(method, alone);
    const interval = intervals.get(fit.name) ?? profile(fit, counts);
    intervals.set(fit.name, interval);
    const incomplete = !search.complete && method !== 'independence';
    const warnings = [...fitWarnings(lists, counts, fit), ...(incomplete ? ['Found by a forward search; not all models were tried.'] : [])];
    return rowOf(method, fit, interval, warnings);
  });
}

/** The row `stepwise`, with the limit `p`. */
export function sparseRow(lists: readonly string[], counts: readonly number[], p: number): EstimateRow {
  const fit = stepwise(lists.length, counts, p);
  return rowOf('stepwise', fit, logNormalInterval(fit, seenIn(counts)), fitWarnings(lists, counts, fit));
}

/** The log-linear rows where some counts are known only as intervals. The intervals of the estimates are not worked out. */
export function intervalRows({ lists, cells }: OverlapTable): {
  readonly rows: readonly EstimateRow[];
  readonly fits: readonly ModelFit[];
} {
  const models = allModels(lists.length) ?? [independence(lists.length)];
  const fits = models.map((model) => fitIntervals(model, cells));
  const alone = fits[0] ?? fitIntervals(independence(lists.length), cells);
  const named = [
    ['independence', alone],
    ['best-aic', bestFit(fits, 'aic')],
    ['best-bic', bestFit(fits, 'bic')],
  ] as const;
  const ranges = new Map<string, string>();
  const rows = named.map(([method, fit]) => {
    if (!fit) return missing(method, alone);
    const range = ranges.get(fit.name) ?? rangeSentence(fit, cells);
    ranges.set(fit.name, range);
    return rowOf(method, fit, [null, null], [range, 'The interval for counts known as intervals is not worked out.']);
  });
  return { rows, fits };
}

function rangeSentence({ model }: ModelFit, cells: readonly CellCount[]): string {
  const tables = configurations(cells);
  if (tables > mostConfigurations) return `The intervals allow ${tables} tables: too many to try each.`;
  const range = enumerateIntervals(model, cells);
  if (!range) return `None of the ${tables} tables that the intervals allow has an estimate.`;
  return `Over the ${tables} tables that the intervals allow, the estimate lies from ${range[0].toFixed(2)} to ${range[1].toFixed(2)}.`;
}

function rowOf(method: string, fit: ModelFit, interval: Interval, warnings: readonly string[]): EstimateRow {
  return { method, model: fit.name, estimate: fit.estimate, interval, level, aic: fit.aic, bic: fit.bic, status: fit.status, warnings };
}

function missing(method: string, { status }: ModelFit): EstimateRow {
  const warnings = ['No model of these lists has an estimate.'];
  return { method, model: null, estimate: null, interval: [null, null], level, aic: null, bic: null, status, warnings };
}

function profile({ model, estimate }: ModelFit, counts: readonly number[]): Interval {
  return estimate === null ? [seenIn(counts), null] : profileInterval(model, counts, estimate);
}

function fitWarnings(lists: readonly string[], counts: readonly number[], { model, df, status }: ModelFit): readonly string[] {
  const empty = [...lists.keys()].filter((list) => margin(counts, 1 << list) === 0).map((list) => `Nobody is on the list ${lists[list]}.`);
  const names = (term: number): string => lists.filter((_, list) => (term >> list) & 1).join(' and ');
  const aside = model.terms
    .filter((term) => margin(counts, term) === 0)
    .map((term) => `Nobody is on ${sizeOf(term) === 2 ? 'both' : 'all of'} ${names(term)}: the model expects nobody there.`);
  const exact = status === 'ok' && df === 0 ? ['The model has as many parameters as there are counts: its fit cannot be judged.'] : [];
  switch (status) {
    case 'ok':
      return [...empty, ...aside, ...exact];
    case 'not-identified':
      return [...empty, ...aside, 'The counts cannot tell the terms of the model apart.'];
    case 'does-not-exist':
      return [...empty, ...aside, 'The likelihood has no maximum.'];
  }
}

function seenIn(counts: readonly number[]): number {
  return counts.reduce((sum, count, cell) => (cell === 0 ? sum : sum + count), 0);
}
