/** What the unit does while she stays: another place from a day on, nights away, and back again. */
import type { Id } from '../domain/id.ts';
import { grantLeave, type Leave, type LeaveDecision, leaveOn, type Return, returnFromLeave } from '../domain/placement/leave.ts';
import { type MoveWithin, moveWithin } from '../domain/placement/move-within.ts';
import { partOn } from '../domain/placement/parts.ts';
import { danishDay, type Day } from '../domain/time.ts';
import type { Permit } from '../domain/trail.ts';
import type { Database } from './database.ts';
import { asking, type NotDone, type StayForm, withStay } from './placement-act.ts';
import { tellPathway } from './placement-pathway.ts';
import { loadOccupations, loadUnit } from './placement-provision.ts';
import { moveStay, takeBackLeave } from './placement-stay-write.ts';

/** Gives her another place in the unit from a day on. */
export function moveWithinUnit(
  db: Database,
  permit: Permit,
  sent: StayForm,
  to: { readonly place: Id<'place'>; readonly from: Day },
): Promise<MoveWithin | NotDone> {
  const form = asking(sent, [to]);
  return withStay(
    db,
    permit,
    form,
    { act: 'move', done: 'moved', by: 'unit', locks: 'unit' },
    async (tx, before, now): Promise<MoveWithin> => {
      const provision = await loadUnit(tx, before.unit);
      if (!provision) throw new Error(`the unit of the stay ${before.id} is not there`);
      const from = to.from < before.nights.arrival ? to.from : before.nights.arrival;
      const move = moveWithin(before, provision.unit, await loadOccupations(tx, from, [before.unit]), to, now);
      if (move.outcome === 'moved') {
        const fromPlace = partOn(before.parts, move.from).placeName;
        await moveStay(
          tx,
          before,
          { parts: move.parts },
          {
            act: 'move',
            status: before.status,
            actor: permit.actor,
            at: now,
            data: { place: to.place, from: move.from, lacks: move.lacks },
            form: { key: form.key, answer: move },
          },
        );
        await tellPathway(
          tx,
          before.pathway,
          { type: 'place-changed', stay: before.id, unitName: before.unitName, fromPlace, toPlace: move.toPlace, from: move.from },
          permit.actor,
          now,
        );
      }
      return move;
    },
  );
}

/** Writes down that she is away some nights. The place is kept for her. */
export function beginLeave(db: Database, permit: Permit, sent: StayForm, leave: Leave): Promise<LeaveDecision | NotDone> {
  const form = asking(sent, [leave]);
  return withStay(db, permit, form, { act: 'leave', done: 'on-leave', by: 'unit' }, async (tx, before, now): Promise<LeaveDecision> => {
    const decision = grantLeave(before, before.leaves, leave, danishDay(now));
    if (decision.outcome === 'on-leave') {
      const { from, back, reason, text } = leave;
      await tx.insertInto('stay_leave').values({ stay: before.id, from_day: from, back_day: back, reason, text }).execute();
      await moveStay(
        tx,
        before,
        {},
        {
          act: 'leave',
          status: before.status,
          actor: permit.actor,
          at: now,
          happened: from < danishDay(now) ? from : danishDay(now),
          data: { ...leave },
          form: { key: form.key, answer: decision },
        },
      );
      await tellPathway(tx, before.pathway, { type: 'leave-begun', stay: before.id, from, back }, permit.actor, now);
    }
    return decision;
  });
}

/** Writes down that she came back before the leave was over. */
export function endLeave(db: Database, permit: Permit, sent: StayForm, day: Day): Promise<Return | NotDone> {
  const form = asking(sent, [day]);
  return withStay(db, permit, form, { act: 'return', done: 'returned', by: 'unit' }, async (tx, before, now): Promise<Return> => {
    const back = returnFromLeave(before, before.leaves, day, danishDay(now));
    if (back.outcome === 'returned') {
      if (back.back === back.from) {
        // She was away no night. What was written and that she came back stand in the events; a leave is of nights alone.
        await takeBackLeave(tx, before.id, leaveOn(before.leaves, day) ?? back);
      } else {
        await tx
          .updateTable('stay_leave')
          .set({ back_day: back.back })
          .where('stay', '=', before.id)
          .where('from_day', '=', back.from)
          .execute();
      }
      await moveStay(
        tx,
        before,
        {},
        {
          act: 'return',
          status: before.status,
          actor: permit.actor,
          at: now,
          happened: day,
          data: { from: back.from, back: back.back },
          form: { key: form.key, answer: back },
        },
      );
      await tellPathway(tx, before.pathway, { type: 'leave-ended', stay: before.id }, permit.actor, now, day);
    }
    return back;
  });
}
