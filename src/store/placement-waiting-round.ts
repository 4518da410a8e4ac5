/**
 * The round that is made now and then: places that became free in other ways than by a stay that ended (a closure that was lifted, a unit that
 * opened, a rest that is over) are offered, and each request's log of urgency is kept up to the day. Nothing is wrong without it, only later.
 */
import { sql } from 'kysely';
import type { Id } from '../domain/id.ts';
import { type Database, databaseNow } from './database.ts';
import { telling, whileTelling } from './placement-pathway.ts';
import { patiently } from './placement-retry.ts';
import { keepUrgency } from './placement-waiting-log.ts';
import { offerWhereWaiting } from './placement-waiting-offer.ts';
import { lockPathway } from './placement-waiting-rows.ts';

/** Goes through every request that is on the list, each in a transaction of its own, and says how many there were. */
export async function goThroughTheList(db: Database): Promise<number> {
  const { rows } = await sql<{ id: Id<'request'>; pathway: Id<'pathway'> }>`select * from active_requests()`.execute(db);
  for (const { id, pathway } of rows)
    await patiently(() =>
      db.transaction().execute(async (tx) => {
        await whileTelling(tx, pathway, async () => {
          await lockPathway(tx, pathway);
          const row = await tx.selectFrom('placement_request').select('urgency').where('id', '=', id).forUpdate().executeTakeFirst();
          if (row) await keepUrgency(tx, id, row.urgency, await databaseNow(tx));
        });
        await offerWhereWaiting(tx, id, telling);
      }),
    );
  return rows.length;
}
