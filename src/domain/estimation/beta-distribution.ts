/** The beta distribution: its probabilities, its quantiles, and the one that a believed range describes. */
import { lnGamma } from './gamma.ts';

/** Beta distribution (da: betafordeling) of a share: mean `yes / (yes + no)`; the larger `yes + no`, the surer. */
export type BetaDistribution = { readonly yes: number; readonly no: number };

/** P(X ≤ x): the continued fraction for the smaller side (Numerical Recipes 6.4). Right to about 1e-12. */
export function betaAtMost({ yes, no }: BetaDistribution, x: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const front = Math.exp(yes * Math.log(x) + no * Math.log1p(-x) + lnGamma(yes + no) - lnGamma(yes) - lnGamma(no));
  return x < (yes + 1) / (yes + no + 2) ? (front * fraction(yes, no, x)) / yes : 1 - (front * fraction(no, yes, 1 - x)) / no;
}

/** Lentz's way of working out the continued fraction. */
function fraction(yes: number, no: number, x: number): number {
  let c = 1;
  let d = 1 / nonZero(1 - ((yes + no) * x) / (yes + 1));
  let found = d;
  for (let m = 1; m < 100_000; m += 1) {
    const even = (m * (no - m) * x) / ((yes + 2 * m - 1) * (yes + 2 * m));
    const odd = (-(yes + m) * (yes + no + m) * x) / ((yes + 2 * m) * (yes + 2 * m + 1));
    let step = 1;
    for (const term of [even, odd]) {
      d = 1 / nonZero(1 + term * d);
      c = nonZero(1 + term / c);
      step = c * d;
      found *= step;
    }
    if (Math.abs(step - 1) < 1e-15) break;
  }
  return found;
}

function nonZero(value: number): number {
  return Math.abs(value) < 1e-300 ? 1e-300 : value;
}

/** How sure a distribution may be. Beyond it the continued fraction takes too many terms, and a range is a number. */
const surest = 1e8;

/**
 * The beta distribution with 5 % below `low` and 95 % below `high`, both between 0 and 1, the smaller first. There is exactly one (Shih 2015):
 * with the same sureness a greater mean has less below `low`, and of those with 5 % there a surer one has less above `high`.
 * Throws where the two lie so near each other that it would have to be surer than `surest`.
 */
export function betaFromRange(low: number, high: number): BetaDistribution {
  if (!(low > 0 && high > low && high < 1)) throw new Error('a range of shares needs two numbers between 0 and 1, the smaller first');
  const withLow = (sureness: number): BetaDistribution => {
    const of = (odds: number): BetaDistribution => ({ yes: sureness / (1 + Math.exp(-odds)), no: sureness / (1 + Math.exp(odds)) });
    return of(halved([-40, 40], (odds) => betaAtMost(of(odds), low) > 0.05));
  };
  const found = withLow(Math.exp(halved([Math.log(1e-3), Math.log(surest)], (ln) => betaAtMost(withLow(Math.exp(ln)), high) < 0.95)));
  if (betaAtMost(found, high) < 0.95 - 1e-6) throw new Error('the two ends of the range are too near each other');
  return found;
}

/** Where something that is true for what is too small becomes false. */
function halved([from, to]: readonly [number, number], isTooSmall: (value: number) => boolean): number {
  let [low, high] = [from, to];
  for (let step = 0; step < 60 && high - low > 1e-12 * Math.max(1, Math.abs(low)); step += 1) {
    const middle = (low + high) / 2;
    if (isTooSmall(middle)) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
