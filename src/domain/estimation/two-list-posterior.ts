/** Two lists: the exact posterior of the number of persons, for so few on both lists that no approximation holds. */
import type { EstimateRow } from './estimate-row.ts';
import { level } from './gamma.ts';
import { remark } from './remark.ts';
import type { TwoLists } from './two-lists.ts';

const common = { method: 'two-list-exact', model: '[1,2]', level, aic: null, bic: null } as const;
/** More numbers of persons than this are not summed. */
const mostTerms = 4_000_000;
/** The largest share of the whole that may lie beyond those summed; it is known to a tenth. */
const mostTail = 0.01;

/**
 * p(N) ∝ (1/N)·C(N−n1, n2−m)/C(N, n2): the lists' sizes are given, the overlap is hypergeometric, the prior is 1/N. The estimate is the
 * median, the interval the 2.5 % and 97.5 % points. With nobody on both lists it has no whole: the tail falls only as 1/N.
 * Null where the number is so large that it cannot be summed; the other intervals serve there.
 */
export function exactPosterior({ first, second, both }: TwoLists): EstimateRow | null {
  const [n1, n2, seen] = [first + both, second + both, first + second + both];
  if (both === 0) {
    const remarks = [remark('no-whole')];
    return { ...common, estimate: null, interval: [seen, null], status: 'not-identified', remarks };
  }
  const logs: number[] = [];
  let log = 0;
  let top = 0;
  let sum = 0;
  let tail = Infinity;
  for (let all = seen; logs.length < mostTerms; all += 1) {
    logs.push(log);
    if (log > top) {
      sum *= Math.exp(top - log);
      top = log;
    }
    const weight = Math.exp(log - top);
    sum += weight;
    // Far out the weights fall as N^(−1−m): what is left is this, and before the top it is too much to stop for.
    tail = (weight * all) / both;
    if (tail < 1e-9 * sum) break;
    log += Math.log(((all + 1 - n1) / (all + 1 - seen)) * ((all + 1 - n2) / (all + 1)) * (all / (all + 1)));
  }
  if (tail > mostTail * sum) return null;
  const whole = sum + tail;
  const point = (share: number): number => {
    let below = 0;
    return seen + logs.findIndex((part) => (below += Math.exp(part - top)) >= share * whole);
  };
  return { ...common, estimate: point(0.5), interval: [point(0.025), point(0.975)], status: 'ok', remarks: [] };
}
