/** The interval of all numbers that the likelihood does not speak against: twice its fall from the top is at most 3.841. */
import type { Interval } from './estimate-row.ts';
import { chiSquare95, lnGamma } from './gamma.ts';

/**
 * From the log-likelihood of the number of unseen persons (one top, any number ≥ 0) and a point near its top.
 * The upper end is null when the likelihood never falls far enough.
 */
export function likelihoodInterval(logLikelihood: (unseen: number) => number, near: number, seen: number): Interval {
  const top = highest(logLikelihood, near);
  const bar = logLikelihood(top) - chiSquare95 / 2;
  const inside = (unseen: number): boolean => logLikelihood(unseen) >= bar;

  const lower = inside(0) ? 0 : boundary(0, top, (unseen) => !inside(unseen));
  let beyond = Math.max(1, 2 * top);
  while (inside(beyond)) {
    beyond *= 4;
    if (beyond > Math.max(1e12, 1e6 * top)) return [seen + lower, null];
  }
  return [seen + lower, seen + boundary(top, beyond, inside)];
}

/**
 * ln Γ(all + 1) − ln Γ(unseen + 1) − all·ln all + unseen·ln unseen, all = seen + unseen: what the number of unseen has in every multinomial
 * likelihood. Of many, the four are far larger than their sum: it is then taken from Stirling's series, where they fall away.
 */
export function unseenTerm(seen: number, unseen: number): number {
  const all = seen + unseen;
  if (unseen > 1e4) return 0.5 * Math.log1p(seen / unseen) - seen + (1 / all - 1 / unseen) / 12;
  const own = unseen > 0 ? unseen * Math.log(unseen) : 0;
  return lnGamma(all + 1) - lnGamma(unseen + 1) - (all > 0 ? all * Math.log(all) : 0) + own;
}

/** The last point from `from` towards `to` that still has the property. */
function boundary(from: number, to: number, has: (unseen: number) => boolean): number {
  let [yes, no] = [from, to];
  for (let step = 0; step < 100 && Math.abs(no - yes) > 1e-9 * (1 + no); step += 1) {
    const middle = (yes + no) / 2;
    if (has(middle)) yes = middle;
    else no = middle;
  }
  return (yes + no) / 2;
}

/** Golden-section search. The interval needs the height of the top, which is flat there, more than its place. */
function highest(height: (unseen: number) => number, near: number): number {
  const golden = (Math.sqrt(5) - 1) / 2;
  let low = 0;
  let high = 2 * near + 10;
  while (height(high) > height(high / 2) && high < Math.max(1e12, 1e6 * near)) high *= 2;
  let left = high - golden * (high - low);
  let right = low + golden * (high - low);
  let heightLeft = height(left);
  let heightRight = height(right);
  while (high - low > 1e-6 * (1 + high)) {
    if (heightLeft >= heightRight) {
      high = right;
      [right, heightRight] = [left, heightLeft];
      left = high - golden * (high - low);
      heightLeft = height(left);
    } else {
      low = left;
      [left, heightLeft] = [right, heightRight];
      right = low + golden * (high - low);
      heightRight = height(right);
    }
  }
  return (low + high) / 2;
}
