/** A predicted demand as an estimate of need that a scenario can be answered under (da: skøn). */
import type { DemandDistribution } from '../../estimation/demand.ts';
import { gammaQuantile } from '../../estimation/gamma-distribution.ts';

/**
 * The 90 % range of the mean women a year behind a prediction of next year's count. A simulation draws its own chance around the mean, so the
 * count's own range would reckon with chance twice. Given the mean the count is Poisson, so what the count varies by beyond its mean is the
 * mean's own variance; the mean is taken to be gamma, which it is exactly for counts of earlier years. Rounded to tenths.
 */
export function statedRange({ probabilities, mean }: DemandDistribution): { readonly from: number; readonly to: number } {
  const variance = probabilities.reduce((sum, probability, count) => sum + probability * (count - mean) ** 2, 0) - mean;
  const tenths = (value: number): number => Math.round(10 * value) / 10;
  if (!(variance > 1e-6 * mean)) return { from: tenths(mean), to: tenths(mean) };
  const gamma = { shape: mean ** 2 / variance, rate: mean / variance };
  return { from: tenths(gammaQuantile(gamma, 0.05)), to: tenths(gammaQuantile(gamma, 0.95)) };
}
