/** Leave (da: orlov): some nights she is away from the unit, and her place is kept. */
import { type Day, daysBetween } from '../time.ts';
import { canFollow, type StayStatus } from './lifecycle.ts';
import type { Stay } from './stay.ts';

/** Why she is away. What exposes her is told in words where it must be told, and is not a reason to choose. */
export const leaveReasons = ['home', 'family', 'hospital', 'birth', 'other'] as const;
export type LeaveReason = (typeof leaveReasons)[number];

/** From the day she goes up to, and not with, the day she is back: that night she is in the house. */
export type Leave = { readonly from: Day; readonly back: Day; readonly reason: LeaveReason; readonly text: string };

export type LeaveDecision =
  | { readonly outcome: 'on-leave'; readonly from: Day; readonly back: Day }
  | { readonly outcome: 'not-admitted'; readonly status: StayStatus }
  /** The leave has no night, or begins before she came. */
  | { readonly outcome: 'no-nights' }
  | { readonly outcome: 'before-arrival' }
  /** She would be away on or after the day she is to leave: then it is a discharge, or the stay is extended first. */
  | { readonly outcome: 'after-departure'; readonly departure: Day }
  /** She is on leave already on one of the nights. */
  | { readonly outcome: 'on-leave-already'; readonly leave: Leave };

/**
 * Decides whether some nights can be written as leave. A leave that has been is written too: it is what happened. Nights past her departure are
 * hers only where that day is over and she is there still (before `today`).
 */
export function grantLeave(stay: Stay, leaves: readonly Leave[], { from, back }: Pick<Leave, 'from' | 'back'>, today: Day): LeaveDecision {
  if (!canFollow('leave', stay.status)) return { outcome: 'not-admitted', status: stay.status };
  if (daysBetween(from, back) < 1) return { outcome: 'no-nights' };
  if (from < stay.nights.arrival) return { outcome: 'before-arrival' };
  const { departure } = stay.nights;
  if (back > departure && (from < departure || departure >= today)) return { outcome: 'after-departure', departure };
  const other = leaves.find((leave) => leave.from < back && from < leave.back);
  return other ? { outcome: 'on-leave-already', leave: other } : { outcome: 'on-leave', from, back };
}

export type Return =
  | { readonly outcome: 'returned'; readonly from: Day; readonly back: Day }
  | { readonly outcome: 'not-admitted'; readonly status: StayStatus }
  /** She is on no leave on that day. */
  | { readonly outcome: 'not-on-leave' }
  | { readonly outcome: 'in-the-future' };

/** Writes down that she came back on a day, earlier than the leave was to end. A real event: only a day that has not been is refused. */
export function returnFromLeave({ status }: Pick<Stay, 'status'>, leaves: readonly Leave[], day: Day, today: Day): Return {
  if (!canFollow('return', status)) return { outcome: 'not-admitted', status };
  if (day > today) return { outcome: 'in-the-future' };
  const leave = leaves.find(({ from, back }) => from <= day && day < back);
  return leave ? { outcome: 'returned', from: leave.from, back: day } : { outcome: 'not-on-leave' };
}

/** The leave she is on in one night; `null` when she is in the house. */
export function leaveOn(leaves: readonly Leave[], night: Day): Leave | null {
  return leaves.find(({ from, back }) => from <= night && night < back) ?? null;
}
