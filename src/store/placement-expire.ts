/** Holds that have run out are cleared away by the next one who needs the place, in her own transaction and by the database's clock. */
import type { Id } from '../domain/id.ts';
import type { Moment } from '../domain/time.ts';
import { type Database, databaseNow, type Transaction } from './database.ts';
import { expireHold, tellPathway } from './placement-pathway.ts';
import { lockPlace, patientlyOrThrow, stopAtOnce, type Tell, withoutStopping } from './placement-retry.ts';

/**
 * Lets the holds on some places and those of a pathway run out where their time has come. No job has to run for a place to be free. The two are
 * asked apart: asked as one or the other, every stay there ever was is read while the places are locked. What became free is offered at once, unless
 * `tell` leaves that to the act.
 */
export async function expireHolds(
  tx: Transaction,
  places: readonly Id<'place'>[],
  pathway: Id<'pathway'>,
  now: Moment,
  tell: typeof tellPathway = tellPathway,
): Promise<void> {
  const hers = tx.selectFrom('stay').select('id').where('pathway', '=', pathway);
  const due = await dueHolds(tx, now)
    .select('stay')
    .where('place', 'in', places)
    .union(dueHolds(tx, now).select('stay').where('stay', 'in', hers))
    .orderBy('stay')
    .execute();
  for (const { stay } of due) await expireHold(tx, stay, now, tell);
}

/**
 * Lets every hold run out whose time has come, and says how many did. Places are free without it: it is run now and then so that
 * her pathway tells soon that the place is no longer held.
 */
export async function expireDueHolds(db: Database, tell: Tell = stopAtOnce): Promise<number> {
  const due = await dueHolds(db, await databaseNow(db))
    .select(['stay', 'place'])
    .distinctOn('stay')
    .orderBy('stay')
    .execute();
  let expired = 0;
  for (const { stay, place } of due) {
    const isDone = await withoutStopping(tell, `the hold ${stay}`, () =>
      patientlyOrThrow(() =>
        db.transaction().execute(async (tx) => {
          await lockPlace(tx, place);
          await expireHold(tx, stay, await databaseNow(tx));
        }),
      ),
    );
    if (isDone) expired += 1;
  }
  return expired;
}

// oxlint-disable-next-line typescript/explicit-function-return-type -- the builder's type says which columns are read
function dueHolds(db: Database | Transaction, now: Moment) {
  return db.selectFrom('occupation').where('status', '=', 'held').where('held_until', '<=', now);
}
