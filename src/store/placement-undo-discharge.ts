/** A discharge that was written by mistake is put right by the unit: what it would mean, and the act. */
import { sql } from 'kysely';
import type { Id } from '../domain/id.ts';
import { type DischargeUndone, undoDischarge } from '../domain/placement/undo-discharge.ts';
import type { Moment } from '../domain/time.ts';
import type { Permit } from '../domain/trail.ts';
import { asActor, type Database, databaseNow, type Transaction } from './database.ts';
import { asking, type NotDone, type StayForm, withStay } from './placement-act.ts';
import { takenFrom } from './placement-arrive.ts';
import { joinPathway, tellPathway } from './placement-pathway.ts';
import { loadUnit } from './placement-provision.ts';
import { addEvent, columnsOf } from './placement-stay-write.ts';
import { loadStay, type StayWithName } from './placement-stays.ts';

/** What is written with it: why, and the place that she has instead of her own where that is taken. */
export type DischargeMistake = { readonly why: string; readonly onPlace: Id<'place'> | null };

/** What putting the discharge right would mean as things stand; nothing is written. Null where there is no such stay in the asker's facility. */
export function seeUndoDischarge(
  db: Database,
  permit: Permit,
  stay: Id<'stay'>,
  onPlace: Id<'place'> | null,
): Promise<DischargeUndone | null> {
  return asActor(db, permit, { kind: 'stay', id: stay }, async (tx) => {
    const seen = await loadStay(tx, stay);
    if (!seen || seen.facility !== permit.actor.organisation.facility) return null;
    return decide(tx, seen, onPlace, await databaseNow(tx));
  });
}

/** Puts the discharge right: she is admitted again, as it stood before. The discharge stays in the history with why it was wrong. */
export function undoDischargeOf(
  db: Database,
  permit: Permit,
  sent: StayForm,
  { why, onPlace }: DischargeMistake,
): Promise<DischargeUndone | NotDone> {
  const form = asking(sent, [why, onPlace]);
  const manner = { act: 'undo-discharge', done: 'discharge-undone', by: 'unit', locks: 'unit', offers: 'when-done' } as const;
  return withStay(db, permit, form, manner, async (tx, before, now): Promise<DischargeUndone> => {
    const undone = await decide(tx, before, onPlace, now);
    if (undone.outcome !== 'discharge-undone') return undone;
    const { parts, moved, edition } = undone;
    const { places, arrivals, departures } = columnsOf(parts);
    const { rows } = await sql<{
      undone: boolean;
    }>`select undo_discharge(${before.id}, ${places}, ${arrivals}::date[], ${departures}::date[]) as undone`.execute(tx);
    if (rows[0]?.undone !== true) throw new Error(`the discharge of the stay ${before.id} is not put right by the one who asks`);
    const { actor } = permit;
    const data = { from: before.nights.departure, why, edition, ...(moved ? { toPlace: moved.toPlace, movedOn: moved.from } : {}) };
    const answer = { key: form.key, answer: undone };
    await addEvent(tx, { stay: before.id, act: manner.act, status: 'admitted', actor, at: now, data, form: answer });
    await joinPathway(tx, before.pathway, actor, now, before.nights.departure);
    const { id: stay, pathway, unitName } = before;
    await tellPathway(tx, pathway, { type: 'discharge-withdrawn', stay, unitName, reason: why }, actor, now);
    if (moved) {
      const fromPlace = before.parts.at(-1)?.placeName ?? '';
      await tellPathway(tx, pathway, { type: 'place-changed', stay, unitName, fromPlace, ...moved }, actor, now);
    }
    return undone;
  });
}

async function decide(tx: Transaction, stay: StayWithName, onPlace: Id<'place'> | null, now: Moment): Promise<DischargeUndone> {
  const provision = await loadUnit(tx, stay.unit);
  if (!provision) throw new Error(`the unit of the stay ${stay.id} is not there`);
  const occupations = await takenFrom(tx, stay, stay.nights.arrival);
  const asked = { onPlace, livesElsewhere: await livesInAnotherStay(tx, stay.id) };
  return undoDischarge(stay, stay.leftBy, provision.unit, occupations, asked, now);
}

/** Whether she is in another stay now, also where it is the one she came here from. */
async function livesInAnotherStay(tx: Transaction, stay: Id<'stay'>): Promise<boolean> {
  const { rows } = await sql<{ lives: boolean }>`select lives_in_another_stay(${stay}) as lives`.execute(tx);
  return rows[0]?.lives === true;
}
