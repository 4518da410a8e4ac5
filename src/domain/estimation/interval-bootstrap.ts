/**
 * Intervals by drawing again where some counts are known only within intervals: in each replicate the hidden counts are drawn within their
 * intervals, then the persons, and the model is chosen anew.
 */
import { accelerationOf, bcaInterval, type Estimator } from './bca.ts';
import { bestBicEstimator, type Bootstrap, type BootstrapProgress, drawnRemarks, notBelow, withoutModel } from './bootstrap.ts';
import type { Draw } from './chance.ts';
import type { EstimateRow } from './estimate-row.ts';
import type { CensoredFit } from './interval-cells.ts';
import { drawWithin } from './interval-count.ts';
import { rowOf } from './log-linear-rows.ts';
import type { ModelFit } from './log-linear.ts';
import { bestFit } from './model-search.ts';
import { likeliestTable } from './likeliest-table.ts';
import type { CellCount } from './overlap-table.ts';
import { remark } from './remark.ts';
import { resample, resampleWith } from './resample.ts';
import { stepwiseSearch } from './stepwise.ts';

/** `infinite`: the share of the replicates without an estimate. */
export type BootstrappedWithin = { readonly row: EstimateRow; readonly infinite: number };

/** The least BIC among the models that rank highest on the intervals; how many are seen is drawn too. */
export function bootstrapBestBicWithin(
  cells: readonly CellCount[],
  fits: readonly CensoredFit[],
  bootstrap: Bootstrap,
  onProgress?: BootstrapProgress,
): BootstrappedWithin {
  const method = 'best-bic-bootstrap';
  const chosen = bestFit(fits, 'bic');
  if (!chosen) return withoutModel(method);
  return drawAgain(
    { method, drawsSeen: true, cells, fit: chosen, estimator: bestBicEstimator(fits, bootstrap.topModels) },
    bootstrap,
    onProgress,
  );
}

/** The stepwise search with the limit `p`; as published, as many are seen in each replicate as in the table whose hidden counts were drawn. */
export function bootstrapStepwiseWithin(
  cells: readonly CellCount[],
  p: number,
  bootstrap: Bootstrap,
  onProgress?: BootstrapProgress,
): BootstrappedWithin {
  const method = 'stepwise-bca';
  const search = stepwiseSearch(Math.log2(cells.length), p);
  const fit = search(likeliestTable(cells));
  return drawAgain({ method, drawsSeen: false, cells, fit, estimator: (counts) => search(counts).estimate }, bootstrap, onProgress);
}

type Drawn = {
  readonly method: string;
  readonly drawsSeen: boolean;
  readonly cells: readonly CellCount[];
  readonly fit: ModelFit;
  readonly estimator: Estimator;
};

function drawAgain(
  { method, drawsSeen, cells, fit, estimator }: Drawn,
  { replicates, draw }: Bootstrap,
  onProgress: BootstrapProgress = () => undefined,
): BootstrappedWithin {
  const { means, estimate } = fit;
  const least = cells.reduce((sum, { low }) => sum + low, 0);
  if (!means || estimate === null) return { row: rowOf(method, fit, [least, null], [remark('nothing-drawn')]), infinite: 0 };
  const unseen = Math.exp(fit.logUnseen?.value ?? -Infinity);
  const drawn: number[] = [];
  for (let done = 0; done < replicates; done += 1) {
    if (done % 20 === 0) onProgress(done, replicates);
    const counts = filledIn(cells, means, draw);
    drawn.push(estimator(drawsSeen ? resampleWith(unseen, counts, draw) : resample(counts, draw)) ?? Infinity);
  }
  const infinite = drawn.filter((value) => value === Infinity).length;
  const bca = bcaInterval(estimate, drawn, accelerationOf(likeliestTable(cells), estimator, drawsSeen ? unseen : 0));
  const remarks = [
    ...drawnRemarks(replicates, infinite, bca.isUncertain),
    remark('hidden-drawn'),
    ...(drawsSeen ? [] : [remark('seen-held')]),
  ];
  return { row: rowOf(method, fit, notBelow(least, bca.interval), remarks), infinite: infinite / replicates };
}

function filledIn(cells: readonly CellCount[], means: readonly number[], draw: Draw): readonly number[] {
  return cells.map((cell, at) => (cell.low === cell.high ? cell.low : drawWithin(cell, means[at] ?? 0, draw)));
}
