/** One count that is known only as an interval. */
import type { Draw } from './chance.ts';
import { lnPoisson } from './gamma.ts';
import type { CellCount } from './overlap-table.ts';

/** A Poisson count that is known to lie in an interval: its expected value and variance, and the logarithm of the interval's probability. */
export function within(
  { low, high }: CellCount,
  mean: number,
): { readonly expected: number; readonly variance: number; readonly logProbability: number } {
  if (mean <= 0) return { expected: low, variance: 0, logProbability: low === 0 ? 0 : -Infinity };
  const mode = Math.min(high, Math.max(low, Math.floor(mean)));
  let [total, first, second] = [1, 0, 0];
  const add = (count: number, weight: number): void => {
    total += weight;
    first += weight * (count - mode);
    second += weight * (count - mode) ** 2;
  };
  let weight = 1;
  for (let count = mode + 1; count <= high && weight > 1e-18; count += 1) add(count, (weight *= mean / count));
  weight = 1;
  for (let count = mode - 1; count >= low && weight > 1e-18; count -= 1) add(count, (weight *= (count + 1) / mean));
  const beyond = first / total;
  return {
    expected: mode + beyond,
    variance: Math.max(0, second / total - beyond * beyond),
    logProbability: lnPoisson(mode, mean) + Math.log(total),
  };
}

/** A count of the interval, as likely as the Poisson law makes it there. */
export function drawWithin({ low, high }: CellCount, mean: number, draw: Draw): number {
  const mode = Math.min(high, Math.max(low, Math.floor(mean)));
  const top = Math.exp(lnPoisson(mode, mean) - within({ low, high }, mean).logProbability);
  let rest = draw() - top;
  let [below, above, lower, upper] = [mode, mode, top, top];
  // From the mode outwards: the order does not matter to the law. What rounding has left of the draw belongs to no count.
  while (rest >= 0 && (upper > 1e-18 || lower > 1e-18) && (below > low || above < high)) {
    if (above < high) {
      above += 1;
      upper *= mean / above;
      rest -= upper;
      if (rest < 0) return above;
    } else upper = 0;
    if (below > low) {
      lower *= below / mean;
      below -= 1;
      rest -= lower;
      if (rest < 0) return below;
    } else lower = 0;
  }
  return mode;
}
