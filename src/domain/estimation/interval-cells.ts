/**
 * Counts that are known only as intervals: hidden small counts, and lists that also hold others than those sought, where the count is an
 * upper bound (Overstall, King, Bird, Hutchinson and Hay 2014, Statistics in Medicine 33:1564-1579).
 */
import { lnPoisson } from './gamma.ts';
import type { Model } from './hierarchical-model.ts';
import { fitterOf, type ModelFit, tally } from './log-linear.ts';
import type { CellCount } from './overlap-table.ts';

/** Fits by expectation and maximisation: the expected count within each interval, then the model, until neither moves. */
export function fitIntervals(model: Model, cells: readonly CellCount[]): ModelFit {
  let counts = cells.map(({ low, high }) => (low + high) / 2);
  const fitter = fitterOf(model);
  let fit = fitter(tally(counts));
  const isOpen = cells.some(({ low, high }) => low < high);
  for (let round = 0; isOpen && round < 2_000 && fit.status === 'ok'; round += 1) {
    const means = fit.means ?? [];
    const next = cells.map((cell, index) => (cell.low === cell.high ? cell.low : within(cell, means[index] ?? 0).expected));
    const moved = Math.max(...next.map((count, index) => Math.abs(count - (counts[index] ?? 0))));
    counts = next;
    fit = fitter(tally(counts), fit.coefficients);
    if (moved < 1e-9) break;
  }
  if (fit.status !== 'ok' || !fit.means) return fit;
  const parameters = cells.length - 1 - fit.df;
  const seen = counts.reduce((sum, count) => sum + count, 0);
  let logLikelihood = 0;
  for (const [index, cell] of cells.entries()) if (index > 0) logLikelihood += within(cell, fit.means[index] ?? 0).logProbability;
  return {
    ...fit,
    aic: -2 * logLikelihood + 2 * parameters,
    bic: -2 * logLikelihood + parameters * Math.log(seen),
    deviance: null,
    stderr: null,
  };
}

/** A Poisson count that is known to lie in an interval: its expected value, and the logarithm of the interval's probability. */
export function within({ low, high }: CellCount, mean: number): { readonly expected: number; readonly logProbability: number } {
  if (mean <= 0) return { expected: low, logProbability: low === 0 ? 0 : -Infinity };
  const mode = Math.min(high, Math.max(low, Math.floor(mean)));
  let weight = 1;
  let total = 1;
  let sum = mode;
  for (let count = mode + 1; count <= high && weight > 1e-18; count += 1) {
    weight *= mean / count;
    total += weight;
    sum += weight * count;
  }
  weight = 1;
  for (let count = mode - 1; count >= low && weight > 1e-18; count -= 1) {
    weight *= (count + 1) / mean;
    total += weight;
    sum += weight * count;
  }
  return { expected: sum / total, logProbability: lnPoisson(mode, mean) + Math.log(total) };
}

/** How many tables the intervals allow. */
export function configurations(cells: readonly CellCount[]): number {
  return cells.reduce((product, { low, high }) => product * (high - low + 1), 1);
}

/** The least and the greatest estimate over every table that the intervals allow; null when none of them has one. */
export function enumerateIntervals(model: Model, cells: readonly CellCount[]): readonly [number, number] | null {
  let [least, greatest] = [Infinity, -Infinity];
  const counts = cells.map(({ low }) => low);
  const fitter = fitterOf(model);
  for (;;) {
    const { status, estimate } = fitter(tally(counts));
    if (status === 'ok' && estimate !== null) [least, greatest] = [Math.min(least, estimate), Math.max(greatest, estimate)];
    let at = 0;
    while (at < cells.length && counts[at] === cells[at]?.high) {
      counts[at] = cells[at]?.low ?? 0;
      at += 1;
    }
    if (at === cells.length) return least <= greatest ? [least, greatest] : null;
    counts[at] = (counts[at] ?? 0) + 1;
  }
}
