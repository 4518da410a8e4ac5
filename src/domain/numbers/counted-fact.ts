/**
 * What numbers know of what happened: rows without names, each true from the moment it was recorded until it was withdrawn. A due date that is
 * moved, or an event that is taken back, withdraws a row and adds another; nothing is overwritten, so yesterday's number can be made again.
 */
import type { Day, Moment } from '../time.ts';

/** What a row is about. `pregnancy` and `stay` last from `happened` to `until`; a `child-code` is of a child born on `happened`; `listed` is a line of an imported list; a `place` can be used
 * from `happened` to `until`. */
export const countedKinds = [
  'contact',
  'pregnancy',
  'need',
  'offered',
  'answered',
  'decided',
  'held',
  'hold-ended',
  'admitted',
  'stay',
  'completed',
  'birth',
  'ended',
  'treatment-registered',
  'code',
  'child-code',
  'listed',
  'place',
] as const;
export type CountedKind = (typeof countedKinds)[number];

/** Counted fact (da: talt hændelse): one thing that happened, as numbers see it. */
export type CountedFact = {
  /** The pathway or the line of a list that it comes from, and its number there. */
  readonly case: string;
  readonly number: number;
  /** Stands for one woman, the same in all her cases as far as it is known; never a name. */
  readonly subject: string;
  readonly kind: CountedKind;
  readonly happened: Day;
  /** The last day of a pregnancy, the day a stay ended, the day a child got its code; null for what has no end, or not yet. */
  readonly until: Day | null;
  readonly recorded: Moment;
  readonly withdrawn: Moment | null;
  /** The acting municipality on the day; empty when nobody said. */
  readonly municipality: string;
  readonly level: string | null;
  /** Her answer, how a hold ended, or a code. A `held` says itself how it ended; null while it has not, and where she came. */
  readonly detail: string | null;
  readonly reason: string | null;
  /** The unit's name as it stands in the facts. */
  readonly unit: string | null;
  /** The unit itself, for two may bear one name; null where it is not known here. */
  readonly unitId: string | null;
  /** Minutes by car from the municipality to the unit. */
  readonly minutes: number | null;
  /** Days of pregnancy on the day. */
  readonly gestation: number | null;
};

/** What tells one unit from another: itself where it is known, else its name alone. */
export function unitKeyOf({ unit, unitId }: Pick<CountedFact, 'unit' | 'unitId'>): string | null {
  return unitId ?? unit;
}

/** True when a row is known and not taken back at a moment. */
export function isKnownAt({ recorded, withdrawn }: Pick<CountedFact, 'recorded' | 'withdrawn'>, at: Moment): boolean {
  return recorded <= at && (withdrawn === null || withdrawn > at);
}
