/** The unit takes back its word that she leaves earlier: what it would mean, and the act. */
import type { Id } from '../domain/id.ts';
import { stayAsAgreed, type StaysAsAgreed } from '../domain/placement/undo-leave-earlier.ts';
import type { Moment } from '../domain/time.ts';
import type { Permit } from '../domain/trail.ts';
import { asActor, type Database, databaseNow, type Transaction } from './database.ts';
import { asking, type NotDone, type StayForm, withStay } from './placement-act.ts';
import { takenFrom } from './placement-arrive.ts';
import { tellPathway } from './placement-pathway.ts';
import { loadUnit } from './placement-provision.ts';
import { moveStay } from './placement-stay-write.ts';
import { loadStay, type StayWithName } from './placement-stays.ts';

/** What it would mean as things stand; nothing is written. Null where there is no such stay in the asker's facility. */
export function seeStayAsAgreed(db: Database, permit: Permit, stay: Id<'stay'>): Promise<StaysAsAgreed | null> {
  return asActor(db, permit, { kind: 'stay', id: stay }, async (tx) => {
    const seen = await loadStay(tx, stay);
    if (!seen || seen.facility !== permit.actor.organisation.facility) return null;
    return decide(tx, seen, await databaseNow(tx));
  });
}

/** She stays until the agreed day after all. That she was to leave earlier stays in the history with why it was taken back. */
export function stayAsAgreedOf(db: Database, permit: Permit, sent: StayForm, why: string): Promise<StaysAsAgreed | NotDone> {
  const form = asking(sent, [why]);
  const manner = { act: 'undo-leave-earlier', done: 'stays-as-agreed', by: 'unit', locks: 'unit', offers: 'when-done' } as const;
  return withStay(db, permit, form, manner, async (tx, before, now): Promise<StaysAsAgreed> => {
    const stays = await decide(tx, before, now);
    if (stays.outcome !== 'stays-as-agreed') return stays;
    const { parts, nights, edition } = stays;
    const { actor } = permit;
    const [from, departure] = [before.nights.departure, nights.departure];
    const answer = { key: form.key, answer: stays };
    const data = { from, departure, why, edition };
    // Where the agreed day followed the birth, it does again.
    const nightsAfterBirth = before.saidToLeave?.nightsAfterBirth ?? null;
    await moveStay(tx, before, { parts, nightsAfterBirth }, { act: manner.act, status: before.status, actor, at: now, data, form: answer });
    const { pathway, id: stay } = before;
    await tellPathway(tx, pathway, { type: 'departure-changed', stay, from, departure, reason: why }, actor, now);
    return stays;
  });
}

async function decide(tx: Transaction, stay: StayWithName, now: Moment): Promise<StaysAsAgreed> {
  const provision = await loadUnit(tx, stay.unit);
  if (!provision) throw new Error(`the unit of the stay ${stay.id} is not there`);
  return stayAsAgreed(stay, stay.saidToLeave, provision.unit, await takenFrom(tx, stay, stay.nights.departure), now);
}
