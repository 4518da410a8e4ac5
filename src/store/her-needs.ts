/** What she needs of a place, written by her team and read by every search and by the waiting list. */
import type { Id } from '../domain/id.ts';
import type { Need, Party } from '../domain/placement/needs.ts';
import { needsNow, type WrittenNeeds } from '../domain/placement/wait-after-birth.ts';
import { asWritten, needsChanges } from '../domain/placement/wish-change.ts';
import type { Moment } from '../domain/time.ts';
import type { Actor } from '../domain/trail.ts';
import type { Transaction } from './database.ts';
import { needsWrittenOrAsked, writtenNeeds } from './her-needs-rows.ts';
import { herChildsBirth, herDayOfBirth, herDueDate } from './placement-birth.ts';
import { activeRequest } from './placement-waiting-rows.ts';
import { namedWriter } from './who-and-when.ts';

/** Null where nobody has written them. Those of a request that was made before they were written by themselves count as hers. */
export async function readHerNeeds(tx: Transaction, pathway: Id<'pathway'>): Promise<WrittenNeeds | null> {
  const written = await writtenNeeds(tx, pathway);
  if (written) return written;
  const request = await activeRequest(tx, pathway);
  return request ? needsWrittenOrAsked(tx, request) : null;
}

/** Her needs now (`needsNow`), as every search, the waiting list and their pages begin from them; null where nobody has written any. */
export async function herNeedsNow(tx: Transaction, pathway: Id<'pathway'>): Promise<WrittenNeeds | null> {
  const written = await readHerNeeds(tx, pathway);
  return written && { ...written, needs: needsNow(written, await herChildsBirth(tx, pathway), await herDueDate(tx, pathway)) };
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
  const isSaid = before?.at && before.party && needsChanges(asWritten(before, born), hers).length === 0;
  // The words from before a birth, written once more after it, are her team's word of what follows from it.
  if (isSaid && needsChanges({ ...before, needs: (await herNeedsNow(tx, pathway))?.needs ?? [], party: hers.party }, hers).length === 0)
    return;
  const { last_sequence: lastFact } = await tx
    .selectFrom('pathway')
    .select('last_sequence')
    .where('id', '=', pathway)
    .executeTakeFirstOrThrow();
  await tx
    .insertInto('her_needs')
    .values({
      pathway,
      needs: JSON.stringify(hers.needs),
      party: JSON.stringify(hers.party),
      recorded: now,
      after_fact: lastFact,
      ...namedWriter(actor),
    })
    .execute();
}
