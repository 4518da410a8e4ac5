/** What she needs of a place, written by her team and read by every search and by the waiting list. */
import type { HerNeeds } from '../domain/placement/her-needs.ts';
import type { Id } from '../domain/id.ts';
import type { Need, Party } from '../domain/placement/needs.ts';
import { asWritten, needsChanges } from '../domain/placement/wish-change.ts';
import type { Moment } from '../domain/time.ts';
import type { Actor } from '../domain/trail.ts';
import type { Transaction } from './database.ts';
import { writtenNeeds } from './her-needs-rows.ts';
import { herDayOfBirth } from './placement-birth.ts';
import { activeRequest } from './placement-waiting-rows.ts';
import { namedWriter } from './who-and-when.ts';

/** Null where nobody has written them. Those of a request that was made before they were written by themselves count as hers. */
export async function readHerNeeds(tx: Transaction, pathway: Id<'pathway'>): Promise<HerNeeds | null> {
  const written = await writtenNeeds(tx, pathway);
  if (written) return written;
  const request = await activeRequest(tx, pathway);
  return request ? { needs: request.needs, party: request.party, by: null, at: null } : null;
}

/** Writes them in a transaction that has locked her pathway; the same once more writes nothing, and an age that is worked out is not written. */
export async function writeHerNeeds(
  tx: Transaction,
  actor: Actor,
  pathway: Id<'pathway'>,
  { needs, party }: { readonly needs: readonly Need[]; readonly party: Party },
  now: Moment,
): Promise<void> {
  const before = await readHerNeeds(tx, pathway);
  const born = await herDayOfBirth(tx, pathway);
  const hers = asWritten({ needs, party }, born);
  if (before?.at && before.party && needsChanges(asWritten(before, born), hers).length === 0) return;
  await tx
    .insertInto('her_needs')
    .values({
      pathway,
      needs: JSON.stringify(hers.needs),
      party: JSON.stringify(hers.party),
      recorded: now,
      ...namedWriter(actor),
    })
    .execute();
}
