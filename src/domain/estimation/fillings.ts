/**
 * The answers of all the tables that hidden counts allow (da: udfyldninger): one of them is the true one, so an answer that hides counts must hold
 * the answer of each, also where that has no upper end. Each table is analysed as if it were known, with the same methods and the same chance.
 */
import type { Conclusion } from './conclusion.ts';
import type { EstimateRequest } from './estimate-request.ts';
import { configurations } from './interval-cells.ts';
import { type OverlapTable, seenIn } from './overlap-table.ts';
import { tablesWithin } from './over-tables.ts';

/** `all` tables. Ends are those of all their answers, in persons, with the intervals that need drawing where `drawn`; `tried` is false where they are too many, and then nothing is known of the ends. */
export type Fillings =
  | { readonly all: number; readonly tried: true; readonly drawn: boolean; readonly low: number; readonly high: number | null }
  | { readonly all: number; readonly tried: false };

/** So many fits of a model in all: half a minute on a slow machine. A table is analysed with each model once, and about as often again when drawn. */
const mostFits = 400_000;
/** Hierarchical models, or those that are looked at, by the number of lists. */
const modelsOf = [1, 1, 2, 8, 113, 1024];
/** What an analysis without drawing costs beside its fits. */
const fitsBeside = 50;

/** The ends over all tables, each concluded from by `conclude`. A table that gives no answer leaves all from those seen in it open. */
export function fillingsOf(
  { lists, cells }: OverlapTable,
  { bootstrap }: EstimateRequest,
  conclude: (counts: readonly number[]) => Conclusion,
): Fillings {
  const all = configurations(cells);
  const eachCosts = (modelsOf[lists.length] ?? Infinity) * ((bootstrap?.replicates ?? 0) + fitsBeside);
  const tables = tablesWithin(cells, Math.max(1, Math.floor(mostFits / eachCosts)));
  if (!tables || tables.count < all) return { all, tried: false };
  let [low, high] = [Infinity, 0];
  tables.each((counts) => {
    const range = conclude(counts).range ?? { low: seenIn(counts), high: null };
    low = Math.min(low, range.low);
    high = Math.max(high, range.high ?? Infinity);
  });
  return { all, tried: true, drawn: bootstrap !== null, low, high: Number.isFinite(high) ? high : null };
}
