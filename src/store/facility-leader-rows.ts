/** Those who lead facilities, as they are read beside a facility. */
import { sql } from 'kysely';
import type { Id } from '../domain/id.ts';
import type { FacilityLeader } from '../domain/placement/facility-leader.ts';
import type { Transaction } from './database.ts';

/** Those who lead a facility now, by when they were taken up. */
export async function leadersOf(tx: Transaction, facility: Id<'facility'>): Promise<readonly FacilityLeader[]> {
  return tx
    .selectFrom('app_user')
    .innerJoin('organisation', 'organisation.id', 'app_user.organisation')
    .select(['app_user.id as user', 'app_user.name'])
    .where('organisation.facility', '=', facility)
    .where('app_user.role', '=', 'unit-leader')
    .where('app_user.ended', 'is', null)
    .orderBy('app_user.persona')
    .orderBy('app_user.id')
    .execute();
}

/** The leader of a facility under an id, whether the task goes on or has ended; null where nobody was named under it there. */
export async function leaderUnder(
  tx: Transaction,
  facility: Id<'facility'>,
  user: Id<'user'>,
): Promise<{ readonly name: string; readonly hasEnded: boolean } | null> {
  const row = await tx
    .selectFrom('app_user')
    .innerJoin('organisation', 'organisation.id', 'app_user.organisation')
    .select(['app_user.name', 'app_user.ended'])
    .where('app_user.id', '=', user)
    .where('organisation.facility', '=', facility)
    .executeTakeFirst();
  return row ? { name: row.name, hasEnded: row.ended !== null } : null;
}

/** The facilities that nobody leads. */
export async function facilitiesWithoutLeader(tx: Transaction): Promise<ReadonlySet<Id<'facility'>>> {
  const { rows } = await sql<{ id: Id<'facility'> }>`select id from facility where not exists (select from app_user
    join organisation on organisation.id = app_user.organisation
   where organisation.facility = facility.id and app_user.role = 'unit-leader' and app_user.ended is null)`.execute(tx);
  return new Set(rows.map(({ id }) => id));
}
