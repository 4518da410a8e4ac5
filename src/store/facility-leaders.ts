/** Those who lead a facility: read, named and ended, each with a line in the facility's history. */
import { sql } from 'kysely';
import type { Id } from '../domain/id.ts';
import {
  endLeader,
  type FacilityLeader,
  type LeaderEnding,
  type LeaderNaming,
  nameLeader,
  namesLeadersOf,
  toldUntil,
} from '../domain/placement/facility-leader.ts';
import { danishDay, type Moment } from '../domain/time.ts';
import type { Actor, Permit } from '../domain/trail.ts';
import { asActor, type Database, databaseNow, type Transaction } from './database.ts';
import { addFacilityFact } from './facility-register.ts';
import { leadersOf, leaderUnder } from './facility-leader-rows.ts';
import { facilityOf } from './facility-rows.ts';
import { patiently } from './placement-retry.ts';

type NotDone = { readonly outcome: 'not-yours' } | { readonly outcome: 'busy' };

/** Names one more leader under an id; sent again under the same id she is named once. */
export function nameLeaderOf(
  db: Database,
  permit: Permit,
  facility: Id<'facility'>,
  user: Id<'user'>,
  written: string,
): Promise<LeaderNaming | NotDone> {
  return ofFacility(db, permit, facility, async (tx, leaders) => {
    const before = await leaderUnder(tx, facility, user);
    const naming = nameLeader(written, leaders, before);
    if (before || naming.outcome !== 'named') return naming;
    const { rows } = await sql<{ isNew: boolean }>`select name_leader(${facility}, ${user}, ${naming.name}) as "isNew"`.execute(tx);
    // The id is of somebody elsewhere.
    if (!rows[0]?.isNew) return { outcome: 'not-yours' };
    await addFacilityFact(tx, permit, facility, { type: 'leader-named', name: naming.name, user });
    return naming;
  });
}

/** Ends a leader's task: nobody logs in with it any more, and what was done in the name stands. `isTold`: that nobody leads it then was read. */
export function endLeaderOf(
  db: Database,
  permit: Permit,
  facility: Id<'facility'>,
  user: Id<'user'>,
  isTold: boolean,
): Promise<LeaderEnding | NotDone> {
  return ofFacility(db, permit, facility, async (tx, leaders) => {
    const ending = endLeader(user, leaders, isTold);
    if (ending.outcome !== 'ended') return ending;
    await addFacilityFact(tx, permit, facility, { type: 'leader-ended', name: ending.name, user });
    await sql`select end_leader(${facility}, ${user})`.execute(tx);
    return ending;
  });
}

function ofFacility<Outcome>(
  db: Database,
  permit: Permit,
  id: Id<'facility'>,
  decide: (tx: Transaction, leaders: readonly FacilityLeader[]) => Promise<Outcome>,
): Promise<Outcome | NotDone> {
  return patiently(() =>
    asActor(db, permit, { kind: 'facility', id }, async (tx): Promise<Outcome | NotDone> => {
      // The lock of name_leader. Two who end each other's task take turns: else the facility could lose both without anyone being told.
      await sql`select pg_advisory_xact_lock(hashtext('leaders of facilities'))`.execute(tx);
      const row = await tx.selectFrom('facility').selectAll().where('id', '=', id).executeTakeFirst();
      if (!row || !namesLeadersOf(permit.actor, facilityOf(row), danishDay(await databaseNow(tx)))) return { outcome: 'not-yours' };
      return decide(tx, await leadersOf(tx, id));
    }),
  );
}

/** That the asker was named to lead the own facility, by whom and when. */
export type NamedLately = { readonly facility: Id<'facility'>; readonly name: string; readonly byName: string; readonly at: Moment };

/** Null for one who leads nothing, or was named longer ago. */
export async function namedLately(tx: Transaction, { role, user, organisation: { facility } }: Actor): Promise<NamedLately | null> {
  if (role !== 'unit-leader' || facility === null) return null;
  const row = await tx
    .selectFrom('facility_event')
    .innerJoin('facility', 'facility.id', 'facility_event.facility')
    .select(['facility.name', 'facility_event.by_name', 'facility_event.recorded'])
    .where('facility_event.facility', '=', facility)
    .where('facility_event.type', '=', 'leader-named')
    .where(sql<boolean>`facility_event.change ->> 'user' = ${user}`)
    .orderBy('facility_event.sequence', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!row || danishDay(await databaseNow(tx)) > toldUntil(row.recorded)) return null;
  return { facility, name: row.name, byName: row.by_name, at: row.recorded };
}
