/**
 * From how many were seen once and twice (f1, f2): Chao's lower bound (Chao 1987, Biometrics 43:783-791), its bias-corrected form
 * (Chao 1989, Biometrics 45:427-438) and Zelterman's estimate (Zelterman 1988, J. Statist. Planning Inference 18:225-237).
 */
import type { EstimateRow, EstimateStatus, Interval } from './estimate-row.ts';
import type { Frequencies } from './frequency-table.ts';
import { level, normal975 } from './gamma.ts';
import { likelihoodInterval, unseenTerm } from './likelihood-interval.ts';
import { logInterval } from './log-interval.ts';
import { type Remark, remark } from './remark.ts';

const common = { model: null, level, aic: null, bic: null } as const;
const unknown = (seen: number): Interval => [seen, null];
const isBound = remark('lower-bound');
const nobodyTwice = remark('nobody-twice');
const nobodyOnce = remark('nobody-once');

/** Whether a row is a lower bound where persons differ in how easily they are seen: it says nothing of an upper end. */
export function isLowerBoundRow({ method }: EstimateRow): boolean {
  return method === 'chao' || method === 'chao-corrected';
}

type Counts = { readonly seen: number; readonly once: number; readonly twice: number };

function countsOf(frequencies: Frequencies): Counts {
  return { seen: frequencies.slice(1).reduce((sum, count) => sum + count, 0), once: frequencies[1] ?? 0, twice: frequencies[2] ?? 0 };
}

/** All three. `occasions` is the number of lists, null where it is unknown or has no end; it enters the corrected form as (k−1)/k. */
export function repeatCountRows(frequencies: Frequencies, occasions: number | null): readonly EstimateRow[] {
  const counts = countsOf(frequencies);
  return [chao(counts), chaoCorrected(counts, occasions), zelterman(counts)];
}

function row(method: string, estimate: number | null, interval: Interval, remarks: readonly Remark[]): EstimateRow {
  const status: EstimateStatus = estimate === null ? 'not-identified' : 'ok';
  return { ...common, method, estimate, interval, status, remarks };
}

/** n + f1²/(2·f2), with the profile likelihood of a Poisson law for those seen at most twice. */
function chao({ seen, once, twice }: Counts): EstimateRow {
  if (once === 0 && seen > 0) return row('chao', seen, [seen, seen], [nobodyOnce]);
  if (twice === 0) return row('chao', null, unknown(seen), [nobodyTwice]);
  const unseen = (once * once) / (2 * twice);
  const logLikelihood = (zero: number): number => {
    const few = zero + once + twice;
    const perPerson = (once + 2 * twice) / few;
    // The rate whose truncated Poisson law on 0, 1 and 2 has this mean: a quadratic equation.
    const rate = (2 * perPerson) / (1 - perPerson + Math.sqrt((1 - perPerson) ** 2 + 4 * perPerson * (1 - perPerson / 2)));
    const beyond = rate + (rate * rate) / 2;
    const scale = few / (1 + beyond);
    return (
      unseenTerm(seen, zero) +
      (zero > 0 ? zero * (Math.log1p((once + twice) / zero) - Math.log1p(beyond)) : 0) +
      once * Math.log(scale * rate) +
      twice * Math.log((scale * rate * rate) / 2)
    );
  };
  return row('chao', seen + unseen, likelihoodInterval(logLikelihood, unseen, seen), [isBound]);
}

/** n + f1(f1−1)/(2(f2+1)), times (k−1)/k for k lists. */
function chaoCorrected({ seen, once, twice }: Counts, occasions: number | null): EstimateRow {
  if (seen === 0) return row('chao-corrected', null, unknown(seen), [remark('nobody-seen')]);
  if (occasions === 1) return row('chao-corrected', null, unknown(seen), [nobodyTwice]);
  const share = occasions === null ? 1 : (occasions - 1) / occasions;
  const unseen = (share * once * (once - 1)) / (2 * (twice + 1));
  const variance =
    share * ((once * (once - 1)) / (2 * (twice + 1))) +
    share ** 2 * ((once * (2 * once - 1) ** 2) / (4 * (twice + 1) ** 2) + (once ** 2 * twice * (once - 1) ** 2) / (4 * (twice + 1) ** 4));
  const remarks = [isBound, ...(occasions === null ? [] : [remark('share-of-lists', { part: occasions - 1, lists: occasions })])];
  return row('chao-corrected', seen + unseen, logInterval(seen + unseen, variance, seen), remarks);
}

/** n/(1 − exp(−2·f2/f1)), with the normal interval of its asymptotic variance (van der Heijden et al. 2003, Statistical Modelling 3:305-322). */
function zelterman({ seen, once, twice }: Counts): EstimateRow {
  if (once === 0 && seen > 0) return row('zelterman', seen, [seen, seen], [nobodyOnce]);
  if (twice === 0) return row('zelterman', null, unknown(seen), [nobodyTwice]);
  const rate = (2 * twice) / once;
  const estimate = seen / -Math.expm1(-rate);
  const ratio = Math.exp(-rate) / Math.expm1(-rate) ** 2;
  const variance = seen * ratio * (1 + seen * ratio * rate * rate * (1 / once + 1 / twice));
  const half = normal975 * Math.sqrt(variance);
  return row('zelterman', estimate, [Math.max(seen, estimate - half), estimate + half], []);
}
