/** The logarithm of the gamma function, and probabilities of the Poisson and the standard normal distribution. */

/** The quantile of the standard normal distribution that leaves 2.5 % above. */
export const normal975 = 1.959963984540054;
/** The quantile of the chi-square distribution with one degree of freedom that leaves 5 % above. */
export const chiSquare95 = 3.841458820694124;
/** The level of every interval of the estimates. */
export const level = 0.95;

/** ln Γ(x) for x > 0: Stirling's series after moving x above 12. Right to about 1e-15 of its size. */
export function lnGamma(x: number): number {
  let shift = 0;
  let y = x;
  while (y < 12) {
    shift -= Math.log(y);
    y += 1;
  }
  const square = 1 / (y * y);
  const series = (1 / 12 - square * (1 / 360 - square * (1 / 1260 - square * (1 / 1680 - square / 1188)))) / y;
  return shift + (y - 0.5) * Math.log(y) - y + Math.log(2 * Math.PI) / 2 + series;
}

/** ln of the Poisson probability of a count, with mean ≥ 0. */
export function lnPoisson(count: number, mean: number): number {
  if (mean <= 0) return count === 0 ? 0 : -Infinity;
  return count * Math.log(mean) - mean - lnGamma(count + 1);
}

/** P(X ≤ count) and P(X ≥ count) for a Poisson variable. Each is summed from its smaller side, so that small tails keep their digits. */
export function poissonTails(count: number, mean: number): { readonly atMost: number; readonly atLeast: number } {
  if (mean <= 0) return { atMost: 1, atLeast: count === 0 ? 1 : 0 };
  const here = Math.exp(lnPoisson(count, mean));
  const sum = (step: 1 | -1): number => {
    let total = 0;
    let term = here;
    for (let k = count; k >= 0;) {
      term *= step === 1 ? mean / (k + 1) : k / mean;
      k += step;
      total += term;
      if (term < total * 1e-17 || term === 0) break;
    }
    return total;
  };
  const below = count < mean ? sum(-1) : 1 - here - sum(1);
  const above = count < mean ? 1 - here - below : sum(1);
  return { atMost: Math.min(1, below + here), atLeast: Math.min(1, above + here) };
}
