/**
 * The round that is made now and then: places that became free in other ways than by a stay that ended (a closure that was lifted, a unit that
 * opened, a rest that is over) are offered, and each request's log of urgency is kept up to the day. Nothing is wrong without it, only later.
 */
import { sql } from 'kysely';
import type { Id } from '../domain/id.ts';
import { type Database, databaseNow } from './database.ts';
import { telling, whileTelling } from './placement-pathway.ts';
import { patientlyOrThrow, stopAtOnce, type Tell, withoutStopping } from './placement-retry.ts';
import { keepUrgency } from './placement-waiting-log.ts';
import { offerWhereWaiting } from './placement-waiting-offer.ts';
import { lockPathway } from './placement-waiting-rows.ts';

/**
 * Goes through every request that is on the list, and says how many were gone through. The log is kept in one transaction and she is offered what is
 * free in the next, so that her pathway is not locked while others' are. One that fails is told and does not stop the round for those after it.
 */
export async function goThroughTheList(db: Database, tell: Tell = stopAtOnce): Promise<number> {
  const { rows } = await sql<{ id: Id<'request'>; pathway: Id<'pathway'> }>`select * from active_requests()`.execute(db);
  let gone = 0;
  for (const { id, pathway } of rows) {
    const keep = (): Promise<void> =>
      db.transaction().execute((tx) =>
        whileTelling(tx, pathway, async () => {
          await lockPathway(tx, pathway);
          const row = await tx.selectFrom('placement_request').select('urgency').where('id', '=', id).forUpdate().executeTakeFirst();
          if (row) await keepUrgency(tx, id, row.urgency, await databaseNow(tx));
        }),
      );
    const isDone = await withoutStopping(tell, `the request ${id}`, async () => {
      await patientlyOrThrow(keep);
      await patientlyOrThrow(() => db.transaction().execute((tx) => offerWhereWaiting(tx, id, telling)));
    });
    if (isDone) gone += 1;
  }
  return gone;
}
