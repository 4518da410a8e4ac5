/** An admission that was written by mistake is put right by the unit: what it would mean, and the act. */
import { sql } from 'kysely';
import type { Id } from '../domain/id.ts';
import { type AdmissionUndone, undoAdmission } from '../domain/placement/undo-admission.ts';
import type { Moment } from '../domain/time.ts';
import type { Permit } from '../domain/trail.ts';
import { asActor, type Database, databaseNow, type Transaction } from './database.ts';
import { asking, type NotDone, type StayForm, withStay } from './placement-act.ts';
import { takenFrom } from './placement-arrive.ts';
import { tellPathway, whileTelling } from './placement-pathway.ts';
import { addEvent } from './placement-stay-write.ts';
import { loadStay, type StayWithName } from './placement-stays.ts';

/** What putting the admission right would mean as things stand; nothing is written. Null where there is no such stay in the asker's facility. */
export function seeUndoAdmission(db: Database, permit: Permit, stay: Id<'stay'>): Promise<AdmissionUndone | null> {
  return asActor(db, permit, { kind: 'stay', id: stay }, async (tx) => {
    const seen = await loadStay(tx, stay);
    if (!seen || seen.facility !== permit.actor.organisation.facility) return null;
    return decide(tx, seen, await databaseNow(tx));
  });
}

/** Puts the admission right: she is expected again, as it stood before. The admission stays in the history with why it was wrong. */
export function undoAdmissionOf(db: Database, permit: Permit, sent: StayForm, why: string): Promise<AdmissionUndone | NotDone> {
  const form = asking(sent, [why]);
  const manner = { act: 'undo-admit', done: 'admission-undone', by: 'unit', locks: 'unit', offers: 'when-done' } as const;
  return withStay(db, permit, form, manner, async (tx, before, now): Promise<AdmissionUndone> => {
    const undone = await decide(tx, before, now);
    if (undone.outcome !== 'admission-undone') return undone;
    const { rows } = await sql<{ undone: boolean }>`select undo_admission(${before.id}) as undone`.execute(tx);
    if (rows[0]?.undone !== true) throw new Error(`the admission of the stay ${before.id} is not put right by the one who asks`);
    const { actor } = permit;
    const data = { from: before.nights.arrival, why, edition: undone.edition };
    const answer = { key: form.key, answer: undone };
    await addEvent(tx, { stay: before.id, act: manner.act, status: 'confirmed', actor, at: now, data, form: answer });
    const { id: stay, pathway, unitName } = before;
    await tellPathway(tx, pathway, { type: 'admission-withdrawn', stay, unitName, reason: why }, actor, now);
    await leaveAgain(tx, permit, before, now);
    return undone;
  });
}

async function decide(tx: Transaction, stay: StayWithName, now: Moment): Promise<AdmissionUndone> {
  const first = stay.cameBy?.before[0]?.nights.arrival ?? stay.nights.arrival;
  return undoAdmission(stay, stay.cameBy, await takenFrom(tx, stay, first), now);
}

/** The party that came to take part in her pathway in the very act that is taken back takes part no more: it reads only what it read before. */
async function leaveAgain(tx: Transaction, { actor }: Permit, { pathway, cameBy }: StayWithName, now: Moment): Promise<void> {
  const { id: organisation, name: organisationName } = actor.organisation;
  const joined = await whileTelling(tx, pathway, () =>
    tx
      .selectFrom('pathway_fact')
      .select('sequence')
      .where('pathway', '=', pathway)
      .where('type', '=', 'party-joined')
      .where(sql<boolean>`data ->> 'organisation' = ${organisation}`)
      .where(sql<boolean>`recorded = ${cameBy?.recorded ?? null}::timestamptz`)
      .executeTakeFirst(),
  );
  if (joined) await tellPathway(tx, pathway, { type: 'party-left', organisation, organisationName }, actor, now);
}
