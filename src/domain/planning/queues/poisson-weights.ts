/** The Poisson probabilities that can be seen, from `first` on; outward from the largest, so that none overflows. */
export function poissonWeights(mean: number): { readonly first: number; readonly weights: readonly number[] } {
  const mode = Math.floor(mean);
  const below: number[] = [];
  for (let k = mode, weight = 1; k > 0 && weight > 1e-19; k -= 1) below.push((weight *= k / mean));
  const above: number[] = [];
  for (let k = mode + 1, weight = 1; weight > 1e-19 && mean > 0; k += 1) above.push((weight *= mean / k));
  const weights = [...below.reverse(), 1, ...above];
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return { first: mode - below.length, weights: weights.map((weight) => weight / sum) };
}
