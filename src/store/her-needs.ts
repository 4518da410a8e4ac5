/** What she needs of a place, written by her team and read by every search and by the waiting list. */
import { needsDifference, type HerNeeds } from '../domain/placement/her-needs.ts';
import type { Id } from '../domain/id.ts';
import type { Need } from '../domain/placement/needs.ts';
import type { Actor } from '../domain/trail.ts';
import { databaseNow, type Transaction } from './database.ts';
import { writtenNeeds } from './her-needs-rows.ts';
import { activeRequest } from './placement-waiting-rows.ts';

/** Null where nobody has written them. Those of a request that was made before they were written by themselves count as hers. */
export async function readHerNeeds(tx: Transaction, pathway: Id<'pathway'>): Promise<HerNeeds | null> {
  const written = await writtenNeeds(tx, pathway);
  if (written) return written;
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
