/** The row of graph averaging, and how much of its answer is the prior's. */
import type { EstimateRow } from './estimate-row.ts';
import { level } from './gamma.ts';
import { averageGraphs, type Posterior } from './graph-averaging.ts';
import { remark } from './remark.ts';

/** The answer under another prior count in each cell. */
export type PriorAnswer = { readonly delta: number; readonly median: number; readonly interval: readonly [number, number] };

export type GraphRow = {
  readonly row: EstimateRow;
  /** The posterior probability of the last hundredth of the grid; null when nobody was seen. */
  readonly massNearEdge: number | null;
  readonly priors: readonly PriorAnswer[];
};

const base = { method: 'dga', model: null, level, aic: null, bic: null } as const;
/** Medians further apart than this are the prior's and not the lists'. */
const mostBetweenPriors = 1.5;

/** Averages under the prior count `delta`, and beside it under `beside`: 2^−lists, ½ and 1 where they are not said. */
export function graphRow(
  lists: number,
  counts: readonly number[],
  most: number,
  delta: number,
  beside: readonly number[] = [2 ** -lists, 0.5, 1],
): GraphRow {
  const seen = counts.reduce((sum, count, cell) => (cell === 0 ? sum : sum + count), 0);
  if (seen === 0) {
    const row: EstimateRow = { ...base, estimate: null, interval: [0, null], status: 'not-identified', remarks: [remark('nobody-seen')] };
    return { row, massNearEdge: null, priors: [] };
  }
  const chosen = averageGraphs(lists, counts, { delta, most });
  const others = [...new Set(beside)].filter((other) => other !== delta);
  const answer = (prior: number, { median, interval }: Posterior): PriorAnswer => ({ delta: prior, median, interval });
  const priors = [answer(delta, chosen), ...others.map((other) => answer(other, averageGraphs(lists, counts, { delta: other, most })))];
  const medians = priors.map(({ median }) => median);
  const [low, high] = [Math.min(...medians), Math.max(...medians)];
  const remarks = [
    ...priors
      .slice(1)
      .map((other) =>
        remark('other-prior', { other: other.delta, delta, median: other.median, low: other.interval[0], high: other.interval[1] }),
      ),
    ...(high > mostBetweenPriors * low ? [remark('prior-decides', { low, high })] : []),
    ...(chosen.massNearEdge > 0.001 ? [remark('grid-short')] : []),
  ];
  return {
    row: { ...base, estimate: chosen.median, interval: chosen.interval, status: 'ok', remarks },
    massNearEdge: chosen.massNearEdge,
    priors: priors.toSorted((a, b) => a.delta - b.delta),
  };
}
