/** Holds that have run out are cleared away by the next one who needs the place, in her own transaction and by the database's clock. */
import { sql } from 'kysely';
import type { Id } from '../domain/id.ts';
import type { Moment } from '../domain/time.ts';
import type { Transaction } from './database.ts';
import { system, tellPathway, whileTelling } from './placement-pathway.ts';
import { addEvent } from './placement-stays.ts';

/** Lets the holds on a place and those of a pathway run out where their time has come. No job has to run for a place to be free. */
export async function expireHolds(tx: Transaction, place: Id<'place'>, pathway: Id<'pathway'>, now: Moment): Promise<void> {
  const due = await tx
    .selectFrom('occupation')
    .select('stay')
    .where('status', '=', 'held')
    .where('held_until', '<=', now)
    .where(({ eb, or, selectFrom }) =>
      or([eb('place', '=', place), eb('stay', 'in', selectFrom('stay').select('id').where('pathway', '=', pathway))]),
    )
    .orderBy('stay')
    .execute();
  for (const { stay } of due) {
    // The hold may be another's, whom the asker may not see: the database lets it run out and says whose it was.
    const { rows } = await sql<{ whose: Id<'pathway'> | null }>`select expire_hold(${stay}) as whose`.execute(tx);
    const whose = rows[0]?.whose ?? null;
    if (whose === null) continue;
    await whileTelling(tx, whose, () => addEvent(tx, { stay, act: 'expire', status: 'expired', actor: system, at: now }));
    await tellPathway(tx, whose, { type: 'hold-ended', stay, how: 'expired' }, system, now);
  }
}
