/** What she needs of a place, written by her team and read by every search and by the waiting list. */
import { needsDifference, type HerNeeds } from '../domain/placement/her-needs.ts';
import type { Id } from '../domain/id.ts';
import type { Need } from '../domain/placement/needs.ts';
import type { Actor, Permit } from '../domain/trail.ts';
import { asActor, type Database, databaseNow, type Transaction } from './database.ts';
import { readPathway } from './pathway.ts';
import { activeRequest, lockPathway } from './placement-waiting-rows.ts';

/** Null where nobody has written them. Those of a request that was made before they were written by themselves count as hers. */
export async function readHerNeeds(tx: Transaction, pathway: Id<'pathway'>): Promise<HerNeeds | null> {
  const row = await tx
    .selectFrom('her_needs')
    .select(['needs', 'by_name', 'recorded'])
    .where('pathway', '=', pathway)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (row) return { needs: row.needs, by: row.by_name, at: row.recorded };
  const request = await activeRequest(tx, pathway);
  return request ? { needs: request.needs, by: null, at: null } : null;
}

/** Writes them in a transaction that has locked her pathway; the same once more writes nothing. */
export async function writeHerNeeds(tx: Transaction, actor: Actor, pathway: Id<'pathway'>, needs: readonly Need[]): Promise<void> {
  const before = await readHerNeeds(tx, pathway);
  if (before?.at && needsDifference(needs, before.needs) === null) return;
  const { user, name, role, organisation } = actor;
  await tx
    .insertInto('her_needs')
    .values({
      pathway,
      needs: JSON.stringify(needs),
      recorded: await databaseNow(tx),
      by_user: user,
      by_name: name,
      capacity: role,
      organisation: organisation.id,
      organisation_name: organisation.name,
    })
    .execute();
}

/** Keeps what a search asked for as hers, where she is not on the list; one who is has her wish changed, which writes them too. */
export function keepHerNeeds(
  db: Database,
  permit: Permit,
  pathway: Id<'pathway'>,
  needs: readonly Need[],
): Promise<{ readonly outcome: 'kept' } | { readonly outcome: 'no-such-pathway' }> {
  return asActor(db, permit, { kind: 'pathway', id: pathway }, async (tx) => {
    if (!(await readPathway(tx, pathway))) return { outcome: 'no-such-pathway' };
    await lockPathway(tx, pathway);
    await writeHerNeeds(tx, permit.actor, pathway, needs);
    return { outcome: 'kept' };
  });
}
