/**
 * Intervals that know that the model was chosen by the same counts: the choice is made anew in every replicate.
 * - `stepwise-bca`: the stepwise search of sparse lists (Chan, Silverman and Vincent 2021, JASA 116:1297-1306);
 * - `best-bic-bootstrap`: the least BIC among the models that rank highest on the table itself (Silverman, Chan and Vincent 2024,
 *   Statistics and Computing 34:44).
 * The first is as published: each replicate has as many persons as were seen. In the second how many are seen is drawn too, which theirs
 * leaves out: without it the interval holds the number too seldom where most are seen.
 */
import { accelerationOf, type Bca, bcaInterval, type Estimator } from './bca.ts';
import type { Draw } from './chance.ts';
import type { EstimateRow, Interval } from './estimate-row.ts';
import { level } from './gamma.ts';
import { fitterOf, type ModelFit, tally } from './log-linear.ts';
import { bestFit, type Search, topFits } from './model-search.ts';
import { type Remark, remark } from './remark.ts';
import { resample, resampleWith } from './resample.ts';
import { stepwiseSearch } from './stepwise.ts';

export type Bootstrap = {
  readonly replicates: number;
  readonly draw: Draw;
  /** How many of the models with the least BIC are tried in each replicate; 60 in the paper. */
  readonly topModels: number;
};

/** Told how many replicates are done. */
export type BootstrapProgress = (done: number, all: number) => void;

/** `infinite`: the share of the replicates without an estimate. */
export type Bootstrapped = { readonly row: EstimateRow; readonly infinite: number; readonly bca: Bca | null };

/** The stepwise search with the limit `p`, made anew in each replicate. */
export function bootstrapStepwise(
  lists: number,
  counts: readonly number[],
  p: number,
  bootstrap: Bootstrap,
  onProgress?: BootstrapProgress,
): Bootstrapped {
  const search = stepwiseSearch(lists, p);
  return bootstrapBy(
    { method: 'stepwise-bca', drawsSeen: false },
    search(counts),
    counts,
    (table) => search(table).estimate,
    bootstrap,
    onProgress,
  );
}

/** The least BIC among the top models, chosen anew in each replicate. */
export function bootstrapBestBic(
  counts: readonly number[],
  { fits }: Search,
  bootstrap: Bootstrap,
  onProgress?: BootstrapProgress,
): Bootstrapped {
  const best = bestFit(fits, 'bic');
  if (!best) return { ...withoutModel('best-bic-bootstrap'), bca: null };
  const estimator = bestBicEstimator(fits, bootstrap.topModels);
  return bootstrapBy({ method: 'best-bic-bootstrap', drawsSeen: true }, best, counts, estimator, bootstrap, onProgress);
}

/** The estimate of the model with the least BIC among those that rank highest in the fits, fitted anew to a table. */
export function bestBicEstimator(fits: readonly ModelFit[], topModels: number): Estimator {
  const top = topFits(fits, topModels).map((fit) => ({ fit: fitterOf(fit.model), start: fit.coefficients }));
  return (table) => {
    const of = tally(table);
    const again = top.map(({ fit, start }) => fit(of, start));
    return bestFit(again, 'bic')?.estimate ?? null;
  };
}

function bootstrapBy(
  { method, drawsSeen }: { readonly method: string; readonly drawsSeen: boolean },
  fit: ModelFit,
  counts: readonly number[],
  estimator: Estimator,
  { replicates, draw }: Bootstrap,
  onProgress: BootstrapProgress = () => undefined,
): Bootstrapped {
  const { name: model, estimate, aic, bic, status } = fit;
  const seen = counts.reduce((sum, count) => sum + count, 0);
  const base = { method, model, estimate, level, aic, bic, status };
  if (estimate === null) {
    const row = { ...base, interval: [seen, null], remarks: [remark('nothing-drawn')] } as const;
    return { row, infinite: 0, bca: null };
  }
  const unseen = estimate - seen;
  const drawn: number[] = [];
  for (let done = 0; done < replicates; done += 1) {
    if (done % 20 === 0) onProgress(done, replicates);
    drawn.push(estimator(drawsSeen ? resampleWith(unseen, counts, draw) : resample(counts, draw)) ?? Infinity);
  }
  const infinite = drawn.filter((value) => value === Infinity).length;
  const bca = bcaInterval(estimate, drawn, accelerationOf(counts, estimator, drawsSeen ? unseen : 0));
  const remarks = [...drawnRemarks(replicates, infinite, bca.isUncertain), ...(drawsSeen ? [] : [remark('seen-held')])];
  return {
    row: { ...base, interval: notBelow(seen, bca.interval), remarks },
    infinite: infinite / replicates,
    bca,
  };
}

/** Nobody who was seen is in doubt, though a table drawn again may hold fewer. */
export function notBelow(seen: number, [low, high]: Interval): Interval {
  return [low === null ? null : Math.max(seen, low), high === null ? null : Math.max(seen, high)];
}

/** What is said of the tables drawn again. */
export function drawnRemarks(replicates: number, infinite: number, isUncertain: boolean): readonly Remark[] {
  return [
    remark('drawn', { replicates }),
    ...(infinite > 0 ? [remark('drawn-in-vain', { replicates, infinite })] : []),
    ...(isUncertain ? [remark('few-replicates')] : []),
  ];
}

/** The row of a method none of whose models exists. */
export function withoutModel(method: string): { readonly row: EstimateRow; readonly infinite: number } {
  const row = { method, model: null, estimate: null, interval: [null, null], level, aic: null, bic: null } as const;
  return { row: { ...row, status: 'does-not-exist', remarks: [remark('no-model')] }, infinite: 0 };
}
