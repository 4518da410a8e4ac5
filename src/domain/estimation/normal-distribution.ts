/** The standard normal distribution. */

/** P(Z ≤ z), by the series of Marsaglia (2004, J. Statistical Software 11:4) to about 1e-15 for |z| below 8; beyond it is 0 or 1. */
export function normalBelow(z: number): number {
  if (z < -8) return 0;
  if (z > 8) return 1;
  let sum = z;
  let term = z;
  for (let k = 3; sum + term !== sum; k += 2) {
    term *= (z * z) / k;
    sum += term;
  }
  return 0.5 + (sum / Math.sqrt(2 * Math.PI)) * Math.exp((-z * z) / 2);
}

/** The z that has this share (above 0, below 1) below it, by halving. */
export function normalQuantile(share: number): number {
  let [low, high] = [-8, 8];
  for (let round = 0; round < 60; round += 1) {
    const middle = (low + high) / 2;
    if (normalBelow(middle) < share) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
