/** Chao's interval on the logarithm of the unseen (Chao 1987, Biometrics 43:783-791): never below the number seen. */
import type { Interval } from './estimate-row.ts';
import { normal975 } from './gamma.ts';

/** From the estimate, its variance and the number of persons seen. */
export function logInterval(estimate: number, variance: number, seen: number): Interval {
  const unseen = estimate - seen;
  if (unseen <= 0) return [seen, seen];
  const factor = Math.exp(normal975 * Math.sqrt(Math.log1p(variance / (unseen * unseen))));
  const upper = seen + unseen * factor;
  return [seen + unseen / factor, Number.isFinite(upper) ? upper : null];
}
