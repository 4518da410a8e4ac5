/**
 * What a form records on a pathway. Where it ends the pathway, a place that the waiting list held for her is let go in the same transaction; where it
 * changes what she waits for, the list asks for her anew in it.
 */
import { sql } from 'kysely';
import type { Id } from '../domain/id.ts';
import type { PathwayFact } from '../domain/pathway/facts.ts';
import { hasRunOut } from '../domain/placement/stay.ts';
import type { Day } from '../domain/time.ts';
import type { Permit } from '../domain/trail.ts';
import { asActor, type Database, databaseNow, type Transaction } from './database.ts';
import { type Appended, appendFact, recordedBy } from './pathway.ts';
import { telling, tellPathway, whileTelling } from './placement-pathway.ts';
import { lockPlaces, MovedMeanwhile, patiently } from './placement-retry.ts';
import { addEvent } from './placement-stay-write.ts';
import { loadStay, type StayWithName } from './placement-stays.ts';
import { offerWhereWaiting } from './placement-waiting-offer.ts';
import { activeRequest, lockPathway, type RequestRow } from './placement-waiting-rows.ts';
import { system } from './system-actor.ts';

/** Appends a fact as the permit's actor, about a day that may be earlier. The same key records once. */
export function recordFact(
  db: Database,
  permit: Permit,
  pathway: Id<'pathway'>,
  fact: PathwayFact,
  happened: Day,
  key: string | null,
): Promise<Appended | { readonly outcome: 'busy' }> {
  return patiently(() =>
    asActor(db, permit, { kind: 'pathway', id: pathway }, async (tx): Promise<Appended> => {
      const offered = fact.type === 'pathway-ended' ? await lockOffer(tx, pathway) : null;
      const wished = await wishOf(tx, pathway);
      const appended = await appendFact(tx, pathway, fact, recordedBy(permit, happened), key);
      const wishes = await wishOf(tx, pathway);
      // A birth or another due date that changes what she needs is a new wish (`followRequest`): what is free now is asked, as when her team changes it.
      if (wishes && wished && wishes.wish > wished.wish) await offerWhereWaiting(tx, wishes.id, telling);
      if (offered && appended.outcome === 'recorded') await letGo(tx, offered);
      return appended;
    }),
  );
}

/** Her request on the list, and the number of its wish; null where she is not on it. */
async function wishOf(tx: Transaction, pathway: Id<'pathway'>): Promise<Pick<RequestRow, 'id' | 'wish'> | null> {
  const request = await activeRequest(tx, pathway);
  return request && { id: request.id, wish: request.wish };
}

/** The place that is offered her, locked before her pathway, in the order of everyone who moves a stay; null when none is. */
async function lockOffer(tx: Transaction, pathway: Id<'pathway'>): Promise<StayWithName | null> {
  const offer = async (): Promise<StayWithName | null> => {
    const request = await activeRequest(tx, pathway);
    return request?.status === 'offered' && request.stay !== null ? loadStay(tx, request.stay) : null;
  };
  const seen = await offer();
  if (seen)
    await lockPlaces(
      tx,
      seen.parts.map(({ place }) => place),
    );
  await lockPathway(tx, pathway);
  const stands = await offer();
  if (stands !== null && stands.id !== seen?.id) throw new MovedMeanwhile(stands.id);
  return stands;
}

/** Her request has ended with her pathway; one whose time is up is cleared away as any other. */
async function letGo(tx: Transaction, stay: StayWithName): Promise<void> {
  const now = await databaseNow(tx);
  if (hasRunOut(stay, now)) return;
  await whileTelling(tx, stay.pathway, async () => {
    const { rows } = await sql<{ done: boolean }>`select let_go_for_the_list(${stay.id}) as done`.execute(tx);
    if (rows[0]?.done !== true) throw new MovedMeanwhile(stay.id);
    await addEvent(tx, { stay: stay.id, act: 'release', status: 'released', actor: system, at: now });
  });
  await tellPathway(tx, stay.pathway, { type: 'hold-ended', stay: stay.id, how: 'released' }, system, now);
}
