/**
 * Two lists: Lincoln-Petersen and Chapman (Seber 1982, The Estimation of Animal Abundance, 2nd ed., pp. 59-60).
 * Both rest on the assumption that being on one list does not change the chance of being on the other; the data cannot test it.
 */
import type { EstimateRow } from './estimate-row.ts';
import { level } from './gamma.ts';
import { likelihoodInterval, unseenTerm } from './likelihood-interval.ts';
import { logInterval } from './log-interval.ts';
import { remark } from './remark.ts';

/** Persons on the first list alone, on the second alone, and on both. */
export type TwoLists = { readonly first: number; readonly second: number; readonly both: number };

const common = { model: '[1,2]', level, aic: null, bic: null } as const;

/** From the counts of an overlap table of two lists. */
export function twoListsOf(counts: readonly number[]): TwoLists {
  return { first: counts[1] ?? 0, second: counts[2] ?? 0, both: counts[3] ?? 0 };
}

/** N = n1·n2/m, with the interval of the multinomial profile likelihood. */
export function lincolnPetersen({ first, second, both }: TwoLists): EstimateRow {
  const [n1, n2, seen] = [first + both, second + both, first + second + both];
  const method = 'lincoln-petersen';
  if (both === 0)
    return { ...common, method, estimate: null, interval: [seen, null], status: 'not-identified', remarks: [remark('no-overlap')] };
  const estimate = (n1 * n2) / both;
  const likelihood = (unseen: number): number => {
    const all = seen + unseen;
    if (unseen < 1) return unseenTerm(seen, unseen) - xLnX(unseen) - xLnX(all) + xLnX(unseen + first) + xLnX(unseen + second);
    // The same with ln unseen taken out of each: what is left is no larger than those seen.
    const beyond = (part: number): number => (unseen + part) * Math.log1p(part / unseen);
    return unseenTerm(seen, unseen) - both * Math.log(unseen) - beyond(seen) + beyond(first) + beyond(second);
  };
  return { ...common, method, estimate, interval: likelihoodInterval(likelihood, estimate - seen, seen), status: 'ok', remarks: [] };
}

/** N = (n1+1)(n2+1)/(m+1) − 1, with Seber's variance and Chao's interval. */
export function chapman({ first, second, both }: TwoLists): EstimateRow {
  const [n1, n2, seen] = [first + both, second + both, first + second + both];
  const estimate = ((n1 + 1) * (n2 + 1)) / (both + 1) - 1;
  if (both === 0) {
    const remarks = [remark('no-overlap'), remark('no-estimate-by-chapman')];
    return { ...common, method: 'chapman', estimate, interval: [seen, null], status: 'not-identified', remarks };
  }
  const interval = logInterval(estimate, chapmanVariance({ first, second, both }), seen);
  return { ...common, method: 'chapman', estimate, interval, status: 'ok', remarks: [] };
}

/** Seber's variance of Chapman's estimate, in persons squared. */
export function chapmanVariance({ first, second, both }: TwoLists): number {
  return ((first + both + 1) * (second + both + 1) * first * second) / ((both + 1) ** 2 * (both + 2));
}

/** What the number would be if being on one list multiplied the odds of being on the other by these: above 1, she tends to be on both. */
const oddsRatios = [0.25, 0.5, 1, 2, 4] as const;

/** Unseen = odds ratio · only first · only second / both. Null when nobody is on both. */
export function oddsRatioSensitivity({
  first,
  second,
  both,
}: TwoLists): readonly { readonly oddsRatio: number; readonly estimate: number | null }[] {
  const seen = first + second + both;
  return oddsRatios.map((oddsRatio) => ({ oddsRatio, estimate: both === 0 ? null : seen + (oddsRatio * first * second) / both }));
}

function xLnX(x: number): number {
  return x <= 0 ? 0 : x * Math.log(x);
}
