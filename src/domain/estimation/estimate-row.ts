/** One method's answer to how many there are, in the shape that every method gives. */
import type { Remark } from './remark.ts';

/** `ok`; the lists do not identify the number; or the maximum of the likelihood does not exist. */
export type EstimateStatus = 'ok' | 'not-identified' | 'does-not-exist';

/** Lower and upper end in persons; null where there is none or it is infinite. */
export type Interval = readonly [number | null, number | null];

/** Estimate (da: skøn): persons seen and unseen together. Not a count. */
export type EstimateRow = {
  readonly method: string;
  /** Such as `[12,3]`: lists 1 and 2 depend on each other. Null where the method has no model. */
  readonly model: string | null;
  readonly estimate: number | null;
  readonly interval: Interval;
  readonly level: number;
  readonly aic: number | null;
  readonly bic: number | null;
  readonly status: EstimateStatus;
  readonly remarks: readonly Remark[];
};
