/** A leave that was written is put right, or taken back: what stood before is kept in the stay's history, with the reason for the change. */
import type { Day } from '../time.ts';
import { grantLeave, type Leave, type LeaveDecision } from './leave.ts';
import { canFollow, type StayStatus } from './lifecycle.ts';
import type { Stay } from './stay.ts';

/** Which leave is meant: the one that stands with these days. */
export type LeaveDays = Pick<Leave, 'from' | 'back'>;

export type LeaveCorrection =
  | { readonly outcome: 'leave-corrected'; readonly from: Day; readonly back: Day }
  /** It stands no more as it was shown: somebody else has changed it. */
  | { readonly outcome: 'no-such-leave' }
  | Exclude<LeaveDecision, { readonly outcome: 'on-leave' }>;

/** Decides about other days for a leave: what holds for any leave, the others of hers among it. */
export function correctLeave(stay: Stay, leaves: readonly Leave[], which: LeaveDays, to: LeaveDays, today: Day): LeaveCorrection {
  if (!leaves.some((leave) => isThe(which, leave))) return { outcome: 'no-such-leave' };
  const decision = grantLeave(
    stay,
    leaves.filter((leave) => !isThe(which, leave)),
    to,
    today,
  );
  return decision.outcome === 'on-leave' ? { outcome: 'leave-corrected', from: to.from, back: to.back } : decision;
}

export type LeaveWithdrawal =
  | { readonly outcome: 'leave-withdrawn'; readonly from: Day; readonly back: Day }
  | { readonly outcome: 'no-such-leave' }
  | { readonly outcome: 'not-admitted'; readonly status: StayStatus };

/** Decides whether a leave can be taken back: one that is planned and comes to nothing, and one that was written by mistake. */
export function withdrawLeave(stay: Pick<Stay, 'status'>, leaves: readonly Leave[], which: LeaveDays): LeaveWithdrawal {
  if (!canFollow('withdraw-leave', stay.status)) return { outcome: 'not-admitted', status: stay.status };
  return leaves.some((leave) => isThe(which, leave))
    ? { outcome: 'leave-withdrawn', from: which.from, back: which.back }
    : { outcome: 'no-such-leave' };
}

function isThe({ from, back }: LeaveDays, leave: LeaveDays): boolean {
  return leave.from === from && leave.back === back;
}
