/** When a unit that was let go is asked again for one who waits on: for the receipt, which says nothing else of the list. */
import type { Id } from '../domain/id.ts';
import type { Moment } from '../domain/time.ts';
import type { Permit } from '../domain/trail.ts';
import { asActor, type Database, type Transaction } from './database.ts';
import { activeRequest } from './placement-waiting-rows.ts';

/** `at` is null where she does not wait, does not wait for that unit, or no day was set for it. */
export type AskedForAgain = { readonly calledName: string; readonly at: Moment | null };

export function askedForAgain(db: Database, permit: Permit, pathway: Id<'pathway'>, unit: Id<'unit'>): Promise<AskedForAgain | null> {
  return asActor(db, permit, { kind: 'pathway', id: pathway }, async (tx) => {
    const her = await tx.selectFrom('pathway').select('called_name').where('id', '=', pathway).executeTakeFirst();
    return her ? { calledName: her.called_name, at: await restUntil(tx, pathway, unit) } : null;
  });
}

async function restUntil(tx: Transaction, pathway: Id<'pathway'>, unit: Id<'unit'>): Promise<Moment | null> {
  const request = await activeRequest(tx, pathway);
  const until = request?.status === 'waiting' ? request.closed.find((one) => one.unit === unit)?.until : null;
  if (!request || !until) return null;
  const wished = await tx
    .selectFrom('placement_request_unit')
    .select('unit')
    .where('request', '=', request.id)
    .where('wish', '=', request.wish)
    .execute();
  return wished.length === 0 || wished.some((one) => one.unit === unit) ? until : null;
}
