/** The rows of a table whose counts are in part known only as intervals. */
import type { Bootstrap, BootstrapProgress } from './bootstrap.ts';
import type { EstimateRow, Interval } from './estimate-row.ts';
import { allModels, independence } from './hierarchical-model.ts';
import { type CensoredFit, configurations, fitIntervals, intervalProfile } from './interval-cells.ts';
import { bootstrapBestBicWithin } from './interval-bootstrap.ts';
import { likeliestTable } from './likeliest-table.ts';
import { fitRemarks, missing, rowOf } from './log-linear-rows.ts';
import { fitterOf, tally } from './log-linear.ts';
import { bestFit, searchBy, searchModels } from './model-search.ts';
import type { CellCount, OverlapTable } from './overlap-table.ts';
import { rangeOver, rangeRemarks, soughtRange, soughtRemarks, tablesWithin } from './over-tables.ts';
import { type Remark, remark } from './remark.ts';

/** So many fits at most when the model is chosen anew for each table: about two seconds. */
const mostChosen = 20_000;

/** More tables than this are not tried one by one. */
const mostConfigurations = 100_000;

export type IntervalRows = {
  readonly rows: readonly EstimateRow[];
  readonly fits: readonly CensoredFit[];
  readonly infinite: number | null;
};

/**
 * The rows `independence`, `best-aic` and `best-bic`, each with its profile interval and the range over the tables that the intervals
 * allow; with a bootstrap also `best-bic-bootstrap`.
 */
export function intervalRows(
  { lists, cells }: OverlapTable,
  bootstrap: Bootstrap | null = null,
  onProgress?: BootstrapProgress,
): IntervalRows {
  const fitted = new Map<string, CensoredFit>();
  const fitOf = (model: Parameters<typeof fitIntervals>[0]): CensoredFit => {
    const fit = fitted.get(model.terms.join()) ?? fitIntervals(model, cells);
    fitted.set(model.terms.join(), fit);
    return fit;
  };
  const { complete } = searchBy(lists.length, fitOf);
  const fits = [...fitted.values()];
  const alone = fitOf(independence(lists.length));
  const most = cells.map(({ high }) => high);
  const named = [
    ['independence', alone],
    ['best-aic', bestFit(fits, 'aic')],
    ['best-bic', bestFit(fits, 'bic')],
  ] as const;
  const known = new Map<string, { readonly interval: Interval; readonly remarks: readonly Remark[] }>();
  const rows = named.map(([method, fit]) => {
    if (!fit) return missing(method, alone);
    if (fit.estimate === null) return rowOf(method, fit, [seenAtLeast(cells), null], fitRemarks(lists, most, fit));
    // Two methods that choose one model of the likeliest table may choose each its own of another.
    const key = `${method === 'independence' ? '' : method} ${fit.name}`;
    const beside = known.get(key) ?? {
      interval: intervalProfile(fit, cells),
      remarks: [
        ...fitRemarks(lists, most, fit),
        ...(method === 'independence' ? rangeOf(fit, cells) : chosenRangeOf(fit, cells, lists, method)),
      ],
    };
    known.set(key, beside);
    const incomplete = !complete && method !== 'independence' ? [remark('forward-search')] : [];
    return rowOf(method, fit, beside.interval, [...beside.remarks, ...incomplete]);
  });
  if (!bootstrap) return { rows, fits, infinite: null };
  const drawn = bootstrapBestBicWithin(cells, fits, bootstrap, onProgress);
  return { rows: [...rows, drawn.row], fits, infinite: drawn.infinite };
}

/**
 * The range of a method that chooses its model: chosen anew for each table, since one table may have another model and then quite another estimate.
 * Where that is too much work, the range of the one model is told, and that it is no more than that.
 */
function chosenRangeOf(
  fit: CensoredFit,
  cells: readonly CellCount[],
  lists: readonly string[],
  method: 'best-aic' | 'best-bic',
): readonly Remark[] {
  const tables = tablesWithin(cells, Math.floor(mostChosen / Math.max(1, allModels(lists.length)?.length ?? mostChosen)));
  if (!tables) return [...rangeOf(fit, cells), remark('range-one-model', { model: fit.name })];
  const criterion = method === 'best-aic' ? 'aic' : 'bic';
  const chosen = new Set([fit.name]);
  const { range, without } = rangeOver(tables, (counts) => {
    const best = bestFit(searchModels(lists.length, counts).fits, criterion);
    if (best) chosen.add(best.name);
    return best?.estimate ?? null;
  });
  const several = chosen.size > 1 ? [remark('models-of-tables', { models: [...chosen].join(' ') })] : [];
  return [...rangeRemarks(tables, range, without), ...several];
}

function rangeOf({ model }: CensoredFit, cells: readonly CellCount[]): readonly Remark[] {
  const tables = tablesWithin(cells, mostConfigurations);
  const fitter = fitterOf(model);
  const estimator = (counts: readonly number[]): number | null => fitter(tally(counts)).estimate;
  if (!tables) return soughtRemarks(configurations(cells), soughtRange(cells, estimator));
  const { range, without } = rangeOver(tables, estimator);
  return rangeRemarks(tables, range, without);
}

/**
 * The rows of a method that needs whole counts: its estimates of the likeliest table, with intervals that hold those of every table tried, its own among them.
 * Where even the corners are more than `most`, the likeliest table stands alone and the row says so.
 */
export function spanRows(
  cells: readonly CellCount[],
  most: number,
  rowsOf: (counts: readonly number[]) => readonly EstimateRow[],
): readonly EstimateRow[] {
  const tables = tablesWithin(cells, most);
  const likeliest = likeliestTable(cells);
  const middle = rowsOf(likeliest);
  if (!tables) {
    const many = remark('many-tables', { tables: configurations(cells) });
    return middle.map((row) => ({ ...row, interval: [null, null], remarks: [...row.remarks, many] }));
  }
  const over = new Map<string, EstimateRow[]>();
  const see = (rows: readonly EstimateRow[]): void => {
    for (const row of rows) over.set(row.method, [...(over.get(row.method) ?? []), row]);
  };
  let hasLikeliest = false;
  tables.each((counts) => {
    hasLikeliest ||= counts.every((count, cell) => count === likeliest[cell]);
    see(rowsOf(counts));
  });
  // Where not every table is tried, the likeliest may be none of the others.
  if (!hasLikeliest) see(middle);
  const tried = { ...tables, count: tables.count + (hasLikeliest ? 0 : 1) };
  return middle.map((row) => {
    const every = over.get(row.method) ?? [];
    const estimates = every.flatMap(({ status, estimate }) => (status === 'ok' && estimate !== null ? [estimate] : []));
    const range = estimates.length > 0 ? ([Math.min(...estimates), Math.max(...estimates)] as const) : null;
    const remarks = [remark('span-of-tables'), ...rangeRemarks(tried, range, every.length - estimates.length), ...row.remarks];
    return { ...row, interval: spanOf(every), remarks };
  });
}

/** From the least lower end to the greatest upper end; no upper end where one table has none. Null where the method has no intervals. */
function spanOf(rows: readonly EstimateRow[]): Interval {
  const lows = rows.flatMap(({ interval: [low] }) => (low === null ? [] : [low]));
  if (lows.length === 0) return [null, null];
  const highs = rows.map(({ interval: [, high] }) => high ?? Infinity);
  const high = Math.max(...highs);
  return [Math.min(...lows), Number.isFinite(high) ? high : null];
}

function seenAtLeast(cells: readonly CellCount[]): number {
  return cells.reduce((sum, { low }) => sum + low, 0);
}
