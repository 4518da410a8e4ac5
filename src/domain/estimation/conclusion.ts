/**
 * What the rows of an analysis may be used for. The gates follow Whitehead et al. (2021) and Binette and Steorts (2022), who show how far
 * estimates from thin overlaps can be from the truth. They never blank a row: they say what it is worth.
 */
import type { EstimateRow } from './estimate-row.ts';
import { mostNearEdge } from './graph-row.ts';
import { isLowerBoundRow } from './repeat-counts.ts';

/** `estimate`: with its spread. `bounds-only`: at least those seen. `none`: the data cannot say. */
export type ConclusionStatus = 'estimate' | 'bounds-only' | 'none';
/** Which gate decided; `open` when none closed. */
export type Gate =
  | 'open'
  | 'one-list'
  | 'no-overlap'
  | 'few-seen'
  | 'few-overlaps'
  /** Counts are intervals, and only at their least are there so few. */
  | 'perhaps-few-seen'
  | 'perhaps-few-overlaps'
  | 'everybody-on-one'
  | 'no-dependence'
  | 'no-estimate'
  | 'short-grid'
  | 'infinite'
  | 'no-upper-end'
  | 'wide'
  /** All that the methods give are lower bounds. */
  | 'only-lower-bounds';
/** What the gates decide. */
export type Verdict = { readonly status: ConclusionStatus; readonly gate: Gate };

/** What is left of the number when all that the lists allow is taken: no upper end where only a lower bound is known. */
export type AnswerRange = {
  readonly low: number;
  readonly high: number | null;
  /** The ends are so far apart that the lists cannot decide the number. */
  readonly undecided: boolean;
};

/** The verdict with its answer: never one number, but the range that methods and assumptions leave. `text` is English; `saysOf` has its parts. */
export type Conclusion = Verdict & { readonly text: string; readonly range: AnswerRange | null };

/** How far apart the methods are, over every row that has an estimate; null when none has. */
export type Spread = { readonly min: number | null; readonly max: number | null; readonly ratio: number | null };

/** What the gates look at. */
export type Evidence = {
  /** The number of lists; null when only the number of times is known. */
  readonly lists: number | null;
  readonly seen: number;
  /** At most, where counts are intervals. */
  readonly seenAtMost: number;
  /** Persons seen more than once: at least and, where counts are intervals, at most. */
  readonly overlap: number;
  readonly overlapAtMost: number;
  /** The list that everybody seen is on; null where there is none. */
  readonly everybodyOn: string | null;
  /** False when no model exists in which lists that share persons depend on each other. */
  readonly dependenceCanBeTried: boolean;
  /** Posterior probability at the end of what graph averaging looked at: of the last hundredth of a grid, as a single point of a long one has next to none; null when it was not used. */
  readonly massNearEdge: number | null;
  /** The greatest share of a bootstrap's replicates without an estimate; null when none was drawn. */
  readonly infinite: number | null;
};

export const fewestSeen = 20;
export const fewestOverlap = 5;
/** More times than this from the least to the most decides nothing. */
export const widestInterval = 10;
export const mostInfinite = 0.25;

/** The rows that speak for the whole, the first that is there; where the grid cuts off something, the row without an end before that on it. */
const headlines = ['best-bic', 'chapman', 'stepwise', 'dga-open', 'dga', 'independence', 'chao', 'N0'];

/** The spread over the rows. */
export function spreadOf(rows: readonly EstimateRow[]): Spread {
  const values = rows.flatMap(({ status, estimate }) => (status === 'ok' && estimate !== null ? [estimate] : []));
  if (values.length === 0) return { min: null, max: null, ratio: null };
  const [min, max] = [Math.min(...values), Math.max(...values)];
  return { min, max, ratio: min > 0 ? max / min : null };
}

/** Applies the gates in order; the first that closes decides. */
export function concludeFrom(evidence: Evidence, rows: readonly EstimateRow[]): Verdict {
  const { lists, seen, seenAtMost, overlap, overlapAtMost, everybodyOn, dependenceCanBeTried, massNearEdge, infinite } = evidence;
  const none = (gate: Gate): Verdict => ({ status: 'none', gate });
  const bounds = (gate: Gate): Verdict => ({ status: 'bounds-only', gate });

  if (lists === 1) return none('one-list');
  if (overlapAtMost === 0) return none('no-overlap');
  if (seen < fewestSeen) return bounds(seenAtMost < fewestSeen ? 'few-seen' : 'perhaps-few-seen');
  if (overlap < fewestOverlap) return bounds(overlapAtMost < fewestOverlap ? 'few-overlaps' : 'perhaps-few-overlaps');
  if (everybodyOn !== null) return none('everybody-on-one');
  if (!dependenceCanBeTried) return none('no-dependence');
  const headline = headlineOf(rows);
  if (!headline) return none('no-estimate');
  const isOnlyFrequencies = lists === null;
  if (isOnlyFrequencies || rows.every((row) => row.status !== 'ok' || isLowerBoundRow(row))) return bounds('only-lower-bounds');
  if (massNearEdge !== null && massNearEdge > mostNearEdge) return none('short-grid');
  if (infinite !== null && infinite > mostInfinite) return none('infinite');
  const [low, high] = headline.interval;
  if (low !== null && high === null) return bounds('no-upper-end');
  if (low !== null && high !== null && high > widestInterval * low) return bounds('wide');
  return { status: 'estimate', gate: 'open' };
}

/** The row whose interval speaks for the whole; null where none has an estimate. */
export function headlineOf(rows: readonly EstimateRow[]): EstimateRow | null {
  return (
    headlines.flatMap((method) => rows.filter((row) => row.method === method && row.status === 'ok' && row.estimate !== null))[0] ?? null
  );
}
