/** The same number of persons drawn again among the combinations of lists, each as likely as it is common among those seen. */
import type { Draw } from './chance.ts';
import { lnGamma } from './gamma.ts';

/** Counts of a multinomial sample, as many persons as before. Cells of 0 stay 0. */
export function resample(counts: readonly number[], draw: Draw): readonly number[] {
  let left = counts.reduce((sum, count) => sum + count, 0);
  let weight = left;
  return counts.map((count) => {
    const drawn = count === 0 ? 0 : binomial(left, Math.min(1, count / weight), draw);
    weight -= count;
    left -= drawn;
    return drawn;
  });
}

/**
 * A binomial count from one draw: the probabilities are taken off it, from the most likely count outwards to both sides. The order does not
 * matter to their law, and this one takes about as many steps as the standard deviation is long.
 */
export function binomial(persons: number, share: number, draw: Draw): number {
  if (persons === 0 || share <= 0) return 0;
  if (share >= 1) return persons;
  const odds = share / (1 - share);
  const mode = Math.min(persons, Math.floor((persons + 1) * share));
  const logMode =
    lnGamma(persons + 1) - lnGamma(mode + 1) - lnGamma(persons - mode + 1) + mode * Math.log(share) + (persons - mode) * Math.log1p(-share);
  const top = Math.exp(logMode);
  let rest = draw() - top;
  let [below, above] = [mode, mode];
  let [lower, upper] = [top, top];
  while (rest >= 0 && (below > 0 || above < persons)) {
    if (above < persons) {
      upper *= ((persons - above) / (above + 1)) * odds;
      above += 1;
      rest -= upper;
      if (rest < 0) return above;
    }
    if (below > 0) {
      lower *= below / ((persons - below + 1) * odds);
      below -= 1;
      rest -= lower;
      if (rest < 0) return below;
    }
    // What rounding has left of the draw belongs to no count.
    if (lower < 1e-18 && upper < 1e-18) return mode;
  }
  return mode;
}
