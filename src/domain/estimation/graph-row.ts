/** The rows of graph averaging, and how much of its answer is the prior's. */
import type { EstimateRow } from './estimate-row.ts';
import { level } from './gamma.ts';
import { averageGraphs, averageGraphsBeyond, type OpenPosterior, type Posterior } from './graph-averaging.ts';
import { seenIn } from './overlap-table.ts';
import { remark } from './remark.ts';

/** The answer under another prior count in each cell. */
export type PriorAnswer = { readonly delta: number; readonly median: number; readonly interval: readonly [number, number] };

/** What is averaged over: the grid's end, whether to look beyond it, and the prior count `delta` in each cell. */
export type GraphTerms = {
  readonly most: number;
  /** `where-cut`: nobody chose the end of the grid, and where it cuts off something to speak of, a second row is without an end. */
  readonly open: 'never' | 'where-cut' | 'always';
  readonly delta: number;
  /** Prior counts that are tried beside it: 2^−lists, ½ and 1 where they are not said. */
  readonly beside?: readonly number[];
};

export type GraphRows = {
  /** `dga` on the grid; where the grid was too short, `dga-open` too. */
  readonly rows: readonly EstimateRow[];
  /** The posterior probability at the end of what was looked at: of the last hundredth of a grid, of the last doubling without one. Null when nobody was seen. */
  readonly massNearEdge: number | null;
  readonly priors: readonly PriorAnswer[];
  /** The end of the grid cuts off something to speak of; false where nobody looked beyond it. */
  readonly isCut: boolean;
};

const base = { method: 'dga', model: null, level, aic: null, bic: null } as const;
/** Medians further apart than this are the prior's and not the lists'. */
const mostBetweenPriors = 1.5;
/** More than this share beyond the grid, or at its end, and the grid is too short. */
export const mostNearEdge = 0.001;

/** Averages over the graphs. */
export function graphRows(
  lists: number,
  counts: readonly number[],
  { most, open, delta, beside = [2 ** -lists, 0.5, 1] }: GraphTerms,
): GraphRows {
  const seen = seenIn(counts);
  if (seen === 0) {
    const row: EstimateRow = { ...base, estimate: null, interval: [0, null], status: 'not-identified', remarks: [remark('nobody-seen')] };
    return { rows: [row], massNearEdge: null, priors: [], isCut: false };
  }
  const beyond = open !== 'never' ? averageGraphsBeyond(lists, counts, { delta, most }) : null;
  const chosen = beyond?.within ?? averageGraphs(lists, counts, { delta, most });
  const others = [...new Set(beside)].filter((other) => other !== delta);
  const answer = (prior: number, { median, interval }: Posterior): PriorAnswer => ({ delta: prior, median, interval });
  // An end that nobody chose would cut off all priors alike, and they would seem to agree. Where one has no end at all, the grid's is kept.
  const freely = (open: OpenPosterior): Posterior => (open.beyond > mostNearEdge && open.left <= mostNearEdge ? open.whole : open.within);
  const underPrior = (other: number): Posterior =>
    beyond ? freely(averageGraphsBeyond(lists, counts, { delta: other, most })) : averageGraphs(lists, counts, { delta: other, most });
  const priors = [answer(delta, beyond ? freely(beyond) : chosen), ...others.map((other) => answer(other, underPrior(other)))];
  const medians = priors.map(({ median }) => median);
  const [low, high] = [Math.min(...medians), Math.max(...medians)];
  const cutOff = beyond !== null && (open === 'always' || beyond.beyond > mostNearEdge) ? beyond : null;
  const massNearEdge = beyond?.left ?? chosen.massNearEdge;
  const remarks = [
    ...priors
      .slice(1)
      .map((other) =>
        remark('other-prior', { other: other.delta, delta, median: other.median, low: other.interval[0], high: other.interval[1] }),
      ),
    ...(high > mostBetweenPriors * low ? [remark('prior-decides', { low, high })] : []),
    ...(cutOff ? [remark('grid-cuts', { most: seen + most, percent: inPercent(cutOff.beyond) })] : []),
    ...(!cutOff && massNearEdge > mostNearEdge ? [remark('grid-short')] : []),
  ];
  const row: EstimateRow = { ...base, estimate: chosen.median, interval: chosen.interval, status: 'ok', remarks };
  return {
    rows: cutOff ? [row, openRow(cutOff.whole, seen + cutOff.farthest)] : [row],
    massNearEdge,
    priors: priors.toSorted((a, b) => a.delta - b.delta),
    isCut: beyond !== null && beyond.beyond > mostNearEdge,
  };
}

function openRow({ median, interval }: Posterior, farthest: number): EstimateRow {
  return {
    ...base,
    method: 'dga-open',
    estimate: median,
    interval,
    status: 'ok',
    remarks: [remark('grid-open', { most: Math.round(farthest) })],
  };
}

/** To two digits: a share of a posterior has no more to say. */
function inPercent(share: number): number {
  return Number((100 * share).toPrecision(2));
}
