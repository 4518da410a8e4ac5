/** The gamma distribution: its probabilities, its quantiles, and the one that an expert's range describes. */
import { lnGamma } from './gamma.ts';

/** Gamma distribution (da: gammafordeling): mean `shape / rate`, variance `shape / rate²`. */
export type GammaDistribution = { readonly shape: number; readonly rate: number };

/** P(X ≤ x): the series below the mean, the continued fraction above it. Right to about 1e-12. */
export function gammaAtMost({ shape, rate }: GammaDistribution, x: number): number {
  const y = x * rate;
  if (y <= 0) return 0;
  const front = Math.exp(shape * Math.log(y) - y - lnGamma(shape));
  if (y < shape + 1) {
    let term = 1 / shape;
    let sum = term;
    for (let n = 1; n < 10_000 && Math.abs(term) > Math.abs(sum) * 1e-16; n += 1) {
      term *= y / (shape + n);
      sum += term;
    }
    return Math.min(1, front * sum);
  }
  // Lentz's way of working out the continued fraction.
  let b = y + 1 - shape;
  let c = 1e300;
  let d = 1 / b;
  let fraction = d;
  for (let n = 1; n < 10_000; n += 1) {
    const a = -n * (n - shape);
    b += 2;
    d = 1 / nonZero(a * d + b);
    c = nonZero(b + a / c);
    const step = c * d;
    fraction *= step;
    if (Math.abs(step - 1) < 1e-16) break;
  }
  return Math.max(0, 1 - front * fraction);
}

function nonZero(value: number): number {
  return Math.abs(value) < 1e-300 ? 1e-300 : value;
}

/** The value that a share of the distribution lies below, by halving. */
export function gammaQuantile(of: GammaDistribution, share: number): number {
  let [low, high] = [0, Math.max(1, of.shape) / of.rate];
  while (gammaAtMost(of, high) < share) high *= 2;
  for (let step = 0; step < 200 && high - low > 1e-13 * high; step += 1) {
    const middle = (low + high) / 2;
    if (gammaAtMost(of, middle) < share) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/**
 * The gamma distribution with 5 % below `low` and 95 % below `high`, both above 0. The ratio of the two quantiles falls as the shape grows,
 * so the shape is found by halving; the rate follows.
 */
export function gammaFromRange(low: number, high: number): GammaDistribution {
  if (!(low > 0 && high > low)) throw new Error('a range needs two numbers above 0, the smaller first');
  const wanted = Math.log(high / low);
  const width = (shape: number): number => {
    const of = { shape, rate: 1 };
    return Math.log(gammaQuantile(of, 0.95) / Math.max(gammaQuantile(of, 0.05), Number.MIN_VALUE));
  };
  let [from, to] = [Math.log(0.05), Math.log(1e6)];
  for (let step = 0; step < 100; step += 1) {
    const middle = (from + to) / 2;
    if (width(Math.exp(middle)) > wanted) from = middle;
    else to = middle;
  }
  const shape = Math.exp((from + to) / 2);
  return { shape, rate: gammaQuantile({ shape, rate: 1 }, 0.95) / high };
}

/** The same mean with the variance multiplied: experts' 90 % ranges hold the truth less often than they say. */
export function widened({ shape, rate }: GammaDistribution, variance: number): GammaDistribution {
  return { shape: shape / variance, rate: rate / variance };
}
