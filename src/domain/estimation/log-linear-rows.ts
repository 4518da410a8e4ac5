/** The rows of the log-linear and the sparse method. */
import type { EstimateRow, Interval } from './estimate-row.ts';
import { level } from './gamma.ts';
import { independence } from './hierarchical-model.ts';
import { fitModel, type ModelFit } from './log-linear.ts';
import { bestFit, type Search } from './model-search.ts';
import { margin, pairsOf, seenIn } from './overlap-table.ts';
import { profileInterval } from './profile-interval.ts';
import { type Remark, remark } from './remark.ts';
import { logNormalInterval, stepwise } from './stepwise.ts';

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
    const remarks = [
      ...fitRemarks(lists, counts, fit),
      ...(incomplete ? [remark('forward-search')] : []),
      ...(isBeyondProfile(fit) ? [remark('log-normal-interval')] : []),
    ];
    return rowOf(method, fit, interval, remarks);
  });
}

/** The row `stepwise`, with the limit `p`. */
export function sparseRow(lists: readonly string[], counts: readonly number[], p: number): EstimateRow {
  const fit = stepwise(lists.length, counts, p);
  return rowOf('stepwise', fit, logNormalInterval(fit, seenIn(counts)), fitRemarks(lists, counts, fit));
}

/** A fit as a row. */
export function rowOf(method: string, fit: ModelFit, interval: Interval, remarks: readonly Remark[]): EstimateRow {
  return { method, model: fit.name, estimate: fit.estimate, interval, level, aic: fit.aic, bic: fit.bic, status: fit.status, remarks };
}

/** The row of a method none of whose models exists. */
export function missing(method: string, { status }: ModelFit): EstimateRow {
  const remarks = [remark('no-model')];
  return { method, model: null, estimate: null, interval: [null, null], level, aic: null, bic: null, status, remarks };
}

function profile(fit: ModelFit, counts: readonly number[]): Interval {
  if (fit.estimate === null) return [seenIn(counts), null];
  return isBeyondProfile(fit) ? logNormalInterval(fit, seenIn(counts)) : profileInterval(fit.model, counts, fit.estimate);
}

/** So many unseen that the likelihood's digits no longer tell one number from the next. */
function isBeyondProfile({ estimate }: ModelFit): boolean {
  return (estimate ?? 0) > 1e12;
}

/** What the counts do to a model: lists that are empty or hold everybody or all of another, overlaps that nobody is in. */
export function fitRemarks(lists: readonly string[], counts: readonly number[], { model, df, status }: ModelFit): readonly Remark[] {
  const names = (term: number): string => lists.filter((_, list) => (term >> list) & 1).join(' + ');
  const aside = model.terms.filter((term) => margin(counts, term) === 0).map((term) => remark('set-aside', { lists: names(term) }));
  switch (status) {
    case 'ok':
      return [...listRemarks(lists, counts), ...aside, ...(df === 0 ? [remark('saturated')] : [])];
    case 'not-identified':
      return [...listRemarks(lists, counts), ...aside, remark('terms-alike')];
    case 'does-not-exist':
      return [...listRemarks(lists, counts), ...aside, remark('no-maximum')];
  }
}

/** Lists with nobody, with everybody, and with nobody who is not on another. */
function listRemarks(lists: readonly string[], counts: readonly number[]): readonly Remark[] {
  const seen = seenIn(counts);
  const sizes = lists.map((_, list) => margin(counts, 1 << list));
  const named = lists.flatMap((list, at) =>
    sizes[at] === 0 ? [remark('empty-list', { list })] : sizes[at] === seen && lists.length > 1 ? [remark('everyone-on', { list })] : [],
  );
  const parts = pairsOf(lists.length).flatMap((pair) => {
    const [one = 0, other = 0] = [...lists.keys()].filter((list) => (pair >> list) & 1);
    const both = margin(counts, pair);
    const inside = (part: number, whole: number): readonly Remark[] =>
      both > 0 && sizes[part] === both && sizes[whole] !== seen
        ? [remark('part-of', { part: lists[part] ?? '', whole: lists[whole] ?? '' })]
        : [];
    return [...inside(one, other), ...inside(other, one)];
  });
  return [...named, ...parts];
}
