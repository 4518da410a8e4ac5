/** Persons drawn again among the combinations of lists, each as likely as it is common among those seen. */
import type { Draw } from './chance.ts';
import { lnGamma } from './gamma.ts';
import { seenIn } from './overlap-table.ts';

/** More persons than this for each one seen change nothing: how many are seen then varies as by the Poisson law. */
const mostPerSeen = 1_000_000;

/**
 * Counts of a sample of everybody, the `unseen` among them: how many are seen is drawn first, by the binomial law, and then their lists.
 * An interval from tables whose number of persons is held fixed leaves that out, and is too narrow where most are seen.
 */
export function resampleWith(unseen: number, counts: readonly number[], draw: Draw): readonly number[] {
  const seen = seenIn(counts);
  const everybody = Math.min(seen + Math.max(0, Math.round(unseen)), seen * mostPerSeen);
  return resample(counts, draw, everybody > seen ? binomial(everybody, seen / everybody, draw) : seen);
}

/** Counts of a multinomial sample of so many persons, as many as before where nothing is said. Cells of 0 stay 0. */
export function resample(counts: readonly number[], draw: Draw, persons = seenIn(counts)): readonly number[] {
  let left = persons;
  let weight = seenIn(counts);
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
