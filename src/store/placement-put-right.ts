/** What was written of a stay is put right by its unit: a leave has other days or is taken back, a planned move comes to nothing. */
import type { Leave } from '../domain/placement/leave.ts';
import {
  correctLeave,
  type LeaveCorrection,
  type LeaveDays,
  type LeaveWithdrawal,
  withdrawLeave,
} from '../domain/placement/leave-change.ts';
import { type MoveUndone, undoMove } from '../domain/placement/undo-move.ts';
import { type Day, danishDay } from '../domain/time.ts';
import type { Permit } from '../domain/trail.ts';
import type { Database } from './database.ts';
import { asking, type NotDone, type StayForm, withStay } from './placement-act.ts';
import { tellPathway } from './placement-pathway.ts';
import { loadOccupations, loadUnit } from './placement-provision.ts';
import { moveStay, takeBackLeave } from './placement-stay-write.ts';

/** Gives a leave other days or another reason. `why`: why it is changed, kept with what stood before. */
export function correctLeaveOf(
  db: Database,
  permit: Permit,
  sent: StayForm,
  which: LeaveDays,
  to: Leave,
  why: string,
): Promise<LeaveCorrection | NotDone> {
  const form = asking(sent, [which.from, which.back, to, why]);
  const manner = { act: 'correct-leave', done: 'leave-corrected', by: 'unit' } as const;
  return withStay(db, permit, form, manner, async (tx, before, now): Promise<LeaveCorrection> => {
    const correction = correctLeave(before, before.leaves, which, to, danishDay(now));
    if (correction.outcome !== 'leave-corrected') return correction;
    const stood = before.leaves.find(({ from, back }) => from === which.from && back === which.back);
    await tx
      .updateTable('stay_leave')
      .set({ from_day: to.from, back_day: to.back, reason: to.reason, text: to.text })
      .where('stay', '=', before.id)
      .where('from_day', '=', which.from)
      .where('back_day', '=', which.back)
      .execute();
    const data = { before: stood, after: to, why };
    const answer = { key: form.key, answer: correction };
    await moveStay(tx, before, {}, { act: manner.act, status: before.status, actor: permit.actor, at: now, data, form: answer });
    await tellPathway(
      tx,
      before.pathway,
      { type: 'leave-begun', stay: before.id, from: to.from, back: to.back, corrected: true },
      permit.actor,
      now,
    );
    return correction;
  });
}

/** Takes a leave back. What stood is kept with the reason, and counts no more. */
export function withdrawLeaveOf(
  db: Database,
  permit: Permit,
  sent: StayForm,
  which: LeaveDays,
  why: string,
): Promise<LeaveWithdrawal | NotDone> {
  const form = asking(sent, [which.from, which.back, why]);
  const manner = { act: 'withdraw-leave', done: 'leave-withdrawn', by: 'unit' } as const;
  return withStay(db, permit, form, manner, async (tx, before, now): Promise<LeaveWithdrawal> => {
    const withdrawal = withdrawLeave(before, before.leaves, which);
    if (withdrawal.outcome !== 'leave-withdrawn') return withdrawal;
    const stood = before.leaves.find(({ from, back }) => from === which.from && back === which.back);
    await takeBackLeave(tx, before.id, which);
    const data = { before: stood, why };
    const answer = { key: form.key, answer: withdrawal };
    await moveStay(tx, before, {}, { act: manner.act, status: before.status, actor: permit.actor, at: now, data, form: answer });
    await tellPathway(tx, before.pathway, { type: 'leave-ended', stay: before.id, withdrawn: true }, permit.actor, now);
    return withdrawal;
  });
}

/** Undoes the move that was planned for a day: she stays where she was. */
export function undoMoveOf(db: Database, permit: Permit, sent: StayForm, on: Day, why: string): Promise<MoveUndone | NotDone> {
  const form = asking(sent, [on, why]);
  const manner = { act: 'undo-move', done: 'move-undone', by: 'unit', locks: 'unit' } as const;
  return withStay(db, permit, form, manner, async (tx, before, now): Promise<MoveUndone> => {
    const provision = await loadUnit(tx, before.unit);
    if (!provision) throw new Error(`the unit of the stay ${before.id} is not there`);
    const undone = undoMove(before, provision.unit, await loadOccupations(tx, danishDay(now), [before.unit]), on, now);
    if (undone.outcome !== 'move-undone') return undone;
    const { parts, from, fromPlace, toPlace } = undone;
    const data = { from, fromPlace, toPlace, why };
    const answer = { key: form.key, answer: undone };
    await moveStay(tx, before, { parts }, { act: manner.act, status: before.status, actor: permit.actor, at: now, data, form: answer });
    const { pathway, unitName } = before;
    await tellPathway(
      tx,
      pathway,
      { type: 'place-changed', stay: before.id, unitName, fromPlace, toPlace, from, undone: true },
      permit.actor,
      now,
    );
    return undone;
  });
}
