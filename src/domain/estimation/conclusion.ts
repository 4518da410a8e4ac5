/**
 * What the rows of an analysis may be used for. The gates follow Whitehead et al. (2021) and Binette and Steorts (2022), who show how far
 * estimates from thin overlaps can be from the truth. They never blank a row: they say what it is worth.
 */
import type { EstimateRow } from './estimate-row.ts';

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
  | 'wide';
export type Conclusion = { readonly status: ConclusionStatus; readonly text: string; readonly gate: Gate };

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
  /** Posterior probability of the last hundredth of the grid of graph averaging: a single point of a long grid has next to none; null when it was not used. */
  readonly massNearEdge: number | null;
  /** The greatest share of a bootstrap's replicates without an estimate; null when none was drawn. */
  readonly infinite: number | null;
};

const fewestSeen = 20;
const fewestOverlap = 5;
const widestInterval = 10;
const mostMassNearEdge = 0.001;
const mostInfinite = 0.25;

/** The rows that speak for the whole, the first that is there. */
const headlines = ['best-bic', 'chapman', 'stepwise', 'dga', 'independence', 'chao', 'N0'];

const assumptions =
  'It holds only if all lists use one definition and one period, nobody enters or leaves in the period, and persons are recognised across lists without error; in pregnancies, lists have to be linked within the pregnancy.';

/** The spread over the rows. */
export function spreadOf(rows: readonly EstimateRow[]): Spread {
  const values = rows.flatMap(({ status, estimate }) => (status === 'ok' && estimate !== null ? [estimate] : []));
  if (values.length === 0) return { min: null, max: null, ratio: null };
  const [min, max] = [Math.min(...values), Math.max(...values)];
  return { min, max, ratio: min > 0 ? max / min : null };
}

/** Applies the gates in order; the first that closes decides. */
export function concludeFrom(evidence: Evidence, rows: readonly EstimateRow[]): Conclusion {
  const { lists, seen, seenAtMost, overlap, overlapAtMost, everybodyOn, dependenceCanBeTried, massNearEdge, infinite } = evidence;
  const none = (gate: Gate, text: string): Conclusion => ({ status: 'none', gate, text: `${text} No number can be estimated.` });
  const bounds = (gate: Gate, text: string): Conclusion => ({
    status: 'bounds-only',
    gate,
    text: `${text} All that can be said is: at least ${whole(seen)}.`,
  });

  if (lists === 1) return none('one-list', 'There is only one list with anybody on it, so no overlap.');
  if (overlapAtMost === 0) return none('no-overlap', `Nobody was seen more than once among ${whole(seen)}.`);
  if (seen < fewestSeen)
    return seenAtMost < fewestSeen
      ? bounds('few-seen', `${only(seen, seenAtMost)} were seen; ${fewestSeen} are needed.`)
      : bounds('perhaps-few-seen', `From ${whole(seen)} to ${whole(seenAtMost)} were seen; ${fewestSeen} are needed.`);
  if (overlap < fewestOverlap)
    return overlapAtMost < fewestOverlap
      ? bounds('few-overlaps', `${only(overlap, overlapAtMost)} were seen more than once; ${fewestOverlap} are needed.`)
      : bounds(
          'perhaps-few-overlaps',
          `From ${whole(overlap)} to ${whole(overlapAtMost)} were seen more than once; ${fewestOverlap} are needed.`,
        );
  if (everybodyOn !== null)
    return none('everybody-on-one', `Everybody who was seen is on the list ${everybodyOn}: the lists say nothing of those outside it.`);
  if (!dependenceCanBeTried) return none('no-dependence', 'No model exists in which the lists that share persons depend on each other.');

  const headline = headlines.flatMap((method) => rows.filter((row) => row.method === method && row.status === 'ok'))[0];
  if (!headline || headline.estimate === null) return none('no-estimate', 'None of the methods has an estimate.');
  if (massNearEdge !== null && massNearEdge > mostMassNearEdge)
    return none('short-grid', 'The grid of graph averaging is too short for these lists.');
  if (infinite !== null && infinite > mostInfinite)
    return none('infinite', `${whole(100 * infinite)} % of the tables drawn again have no estimate; at most ${100 * mostInfinite} % may.`);
  const [low, high] = headline.interval;
  const name = headline.model ? `${headline.method} ${headline.model}` : headline.method;
  const hasInterval = low !== null && high !== null;
  if (low !== null && high === null) return bounds('no-upper-end', `The interval of ${name} has no upper end.`);
  if (hasInterval && high / low > widestInterval) {
    return bounds('wide', `The interval of ${name} is too wide: from ${whole(low)} to ${whole(high)}.`);
  }
  const spread = spreadOf(rows);
  const interval = hasInterval ? `, 95 % interval ${whole(low)} to ${whole(high)}` : '';
  const ends = rows.flatMap(({ status, interval: both }) => (status === 'ok' ? both.filter((end) => end !== null) : []));
  const [least, most] = [Math.min(spread.min ?? 0, ...ends), Math.max(spread.max ?? 0, ...ends)];
  const uncertain = ends.length > 0 ? ` (${whole(least)} to ${whole(most)} with the uncertainty of each)` : '';
  const range = `From ${whole(spread.min ?? 0)} to ${whole(spread.max ?? 0)}, by method${uncertain}: the range is the answer, not one number.`;
  return { status: 'estimate', gate: 'open', text: `${range} By ${name} ${whole(headline.estimate)}${interval}. ${assumptions}` };
}

function only(least: number, most: number): string {
  return least === most ? `Only ${whole(least)}` : `Only ${whole(least)} to ${whole(most)}`;
}

function whole(value: number): string {
  return String(Math.round(value)).replaceAll(/\B(?=(\d{3})+$)/g, ',');
}
