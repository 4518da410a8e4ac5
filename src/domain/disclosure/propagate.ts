/**
 * The cheap attack (da: udelukkelse): what follows for each cell from one sum at a time, again and again, in whole numbers. It proves that
 * a cell is open without solving anything; what it leaves wide may still be narrower.
 */
import type { CellSum } from './count-table.ts';

/** What is known of each cell: a whole number from `lower` to `upper`, infinity where there is no end. */
export type Bounds = { readonly lower: readonly number[]; readonly upper: readonly number[] };

/** How often a sum is looked at, at most: two cells that push each other up one by one would never end. */
const mostRounds = 60;

/** Narrows the bounds by every sum; `null` where no numbers agree with them. */
export function propagate(sums: readonly CellSum[], { lower, upper }: Bounds): Bounds | null {
  const [low, high] = [[...lower], [...upper]];
  const sumsOf: number[][] = low.map(() => []);
  sums.forEach(({ whole, parts }, index) => {
    for (const cell of [whole, ...parts]) sumsOf[cell]?.push(index);
  });
  const waiting = sums.map((_, index) => index);
  const isWaiting = sums.map(() => true);
  const looked = sums.map(() => 0);
  const narrow = (cell: number, from: number, to: number): boolean => {
    const [before, after] = [low[cell] ?? 0, high[cell] ?? 0];
    if (from <= before && to >= after) return true;
    low[cell] = Math.max(before, from);
    high[cell] = Math.min(after, to);
    for (const sum of sumsOf[cell] ?? []) {
      if (isWaiting[sum] || (looked[sum] ?? 0) >= mostRounds) continue;
      isWaiting[sum] = true;
      waiting.push(sum);
    }
    return (low[cell] ?? 0) <= (high[cell] ?? 0);
  };
  for (let at = 0; at < waiting.length; at += 1) {
    const index = waiting[at] ?? 0;
    const { whole, parts, times = 1 }: CellSum = sums[index] ?? { whole: 0, parts: [] };
    isWaiting[index] = false;
    looked[index] = (looked[index] ?? 0) + 1;
    let [least, most, endless] = [0, 0, 0];
    for (const part of parts) {
      least += low[part] ?? 0;
      if (high[part] === Number.POSITIVE_INFINITY) endless += 1;
      else most += high[part] ?? 0;
    }
    if (!narrow(whole, Math.ceil(least / times), endless > 0 ? Number.POSITIVE_INFINITY : Math.floor(most / times))) return null;
    const [wholeLow, wholeHigh] = [times * (low[whole] ?? 0), times * (high[whole] ?? 0)];
    for (const part of parts) {
      const [partLow, partHigh] = [low[part] ?? 0, high[part] ?? 0];
      const othersEndless = endless - (partHigh === Number.POSITIVE_INFINITY ? 1 : 0) > 0;
      const othersMost = partHigh === Number.POSITIVE_INFINITY ? most : most - partHigh;
      const from = othersEndless ? Number.NEGATIVE_INFINITY : wholeLow - othersMost;
      if (!narrow(part, from, wholeHigh - (least - partLow))) return null;
      // The sums above were taken before this part was narrowed; it is looked at again if they can still tell more.
      least += (low[part] ?? 0) - partLow;
      if (partHigh === Number.POSITIVE_INFINITY && high[part] !== Number.POSITIVE_INFINITY) {
        endless -= 1;
        most += high[part] ?? 0;
      } else if (partHigh !== Number.POSITIVE_INFINITY) most += (high[part] ?? 0) - partHigh;
    }
  }
  return { lower: low, upper: high };
}

/** What one knows who knows both. */
export function meet(own: Bounds, earlier: Bounds): Bounds {
  const size = Math.max(own.lower.length, earlier.lower.length);
  const cells = Array.from({ length: size }, (_, cell) => cell);
  return {
    lower: cells.map((cell) => Math.max(own.lower[cell] ?? 0, earlier.lower[cell] ?? 0)),
    upper: cells.map((cell) => Math.min(own.upper[cell] ?? Number.POSITIVE_INFINITY, earlier.upper[cell] ?? Number.POSITIVE_INFINITY)),
  };
}
