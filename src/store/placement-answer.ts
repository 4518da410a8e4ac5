/** What was answered to a form that did something to a stay: kept with the event, so that the form sent again is answered alike. */
import type { Admission, Discharge } from '../domain/placement/arrival.ts';
import type { Confirmation, Ending } from '../domain/placement/confirm.ts';
import type { DepartureChange } from '../domain/placement/departure.ts';
import type { AgreeByBirth, AgreeFixedDay, KeepDeparture } from '../domain/placement/follow-birth.ts';
import type { Extension } from '../domain/placement/hold.ts';
import type { LeavesEarlier } from '../domain/placement/leave-earlier.ts';
import type { LeaveDecision, Return } from '../domain/placement/leave.ts';
import type { LeaveCorrection, LeaveWithdrawal } from '../domain/placement/leave-change.ts';
import type { MoveWithin } from '../domain/placement/move-within.ts';
import type { Swapped } from '../domain/placement/swap.ts';
import type { PlaceAnswered } from '../domain/placement/her-answer.ts';
import type { MoveAgreed } from '../domain/placement/transfer.ts';
import type { AdmissionUndone } from '../domain/placement/undo-admission.ts';
import type { StaysAsAgreed } from '../domain/placement/undo-leave-earlier.ts';
import type { DischargeUndone } from '../domain/placement/undo-discharge.ts';
import type { MoveUndone } from '../domain/placement/undo-move.ts';

/** She says no to the place, and nobody said yet that it is to be confirmed all the same: her no is written, and nothing else. */
export type HerNoWritten = { readonly outcome: 'her-no-written' };

/** The outcomes that mean that something was done. */
export type StayAnswer =
  | HerNoWritten
  | Extract<Extension, { readonly outcome: 'extended' }>
  | Extract<Confirmation, { readonly outcome: 'confirmed' }>
  | Extract<Admission, { readonly outcome: 'admitted' }>
  | Extract<Discharge, { readonly outcome: 'discharged' }>
  | Extract<Ending, { readonly outcome: 'ended' }>
  | Extract<DepartureChange, { readonly outcome: 'departure-changed' }>
  | Extract<MoveWithin, { readonly outcome: 'moved' }>
  | Extract<LeaveDecision, { readonly outcome: 'on-leave' }>
  | Extract<Return, { readonly outcome: 'returned' }>
  | Extract<LeaveCorrection, { readonly outcome: 'leave-corrected' }>
  | Extract<LeaveWithdrawal, { readonly outcome: 'leave-withdrawn' }>
  | Extract<MoveUndone, { readonly outcome: 'move-undone' }>
  | Extract<MoveAgreed, { readonly outcome: 'move-agreed' }>
  | Extract<PlaceAnswered, { readonly outcome: 'place-answered' }>
  | Extract<KeepDeparture, { readonly outcome: 'departure-kept' }>
  | Extract<AgreeByBirth, { readonly outcome: 'agreed-by-birth' }>
  | Extract<AgreeFixedDay, { readonly outcome: 'agreed-fixed-day' }>
  | Extract<LeavesEarlier, { readonly outcome: 'leaves-earlier' }>
  | Extract<DischargeUndone, { readonly outcome: 'discharge-undone' }>
  | Extract<AdmissionUndone, { readonly outcome: 'admission-undone' }>
  | Extract<StaysAsAgreed, { readonly outcome: 'stays-as-agreed' }>
  | SwappedAnswer;

/** Of two who change places, or are put back, each stay keeps its own side alone: it is read by those who may know nothing of the other. */
export type SwappedAnswer =
  | { readonly outcome: 'swapped'; readonly own: Swapped }
  | { readonly outcome: 'swap-undone'; readonly own: Swapped };

/** Whether an answer is the one that an act gives when it is done. */
export function isAnswer<Done extends StayAnswer['outcome']>(
  answer: StayAnswer,
  done: Done,
): answer is Extract<StayAnswer, { readonly outcome: Done }> {
  return answer.outcome === done;
}
