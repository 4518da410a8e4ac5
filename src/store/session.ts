/**
 * Sessions and the people who have them. Found by the digest of a secret, never listed: the database lets the application open, find and
 * close one whose digest it names, and nothing else.
 */
import { sql } from 'kysely';
import type { Id } from '../domain/id.ts';
import type { Moment } from '../domain/time.ts';
import type { Actor } from '../domain/trail.ts';
import type { Database } from './database.ts';

export type NewSession = { readonly digest: string; readonly user: Id<'user'>; readonly opened: Moment; readonly expires: Moment };

/** Opens a session; those that have run out are cleared away at the same time. */
export async function openSession(db: Database, session: NewSession): Promise<void> {
  const { digest, user, opened, expires } = session;
  await sql`select open_session(${digest}, ${user}, ${opened}, ${expires})`.execute(db);
}

export async function closeSession(db: Database, digest: string): Promise<void> {
  await sql`select close_session(${digest})`.execute(db);
}

/** The actor of a session that has not run out; null when there is none. */
export async function sessionActor(db: Database, digest: string, now: Moment): Promise<Actor | null> {
  const row = await actors(db)
    .where('app_user.id', '=', sql<Id<'user'>>`user_of_session(${digest}, ${now})`)
    .executeTakeFirst();
  return row ? asActorOf(row) : null;
}

/** A persona as an actor, for the demo's login; null when there is no such persona, also where a real user has the id. */
export async function userActor(db: Database, user: Id<'user'>): Promise<Actor | null> {
  const row = await actors(db)
    .where('app_user.id', '=', user)
    .where('app_user.persona', 'is not', null)
    .where('app_user.ended', 'is', null)
    .executeTakeFirst();
  return row ? asActorOf(row) : null;
}

/** A persona of the demo's login. `isNamedHere`: she was named on a page, and not there from the start. */
export type Persona = Actor & { readonly isNamedHere: boolean };

/** The demo's personas in their order: one for each role, and those who were named on a page. */
export async function personas(db: Database): Promise<readonly Persona[]> {
  const rows = await actors(db)
    .where('app_user.persona', 'is not', null)
    .where('app_user.ended', 'is', null)
    .select('app_user.named')
    .orderBy('app_user.persona')
    .execute();
  return rows.map((row) => ({ ...asActorOf(row), isNamedHere: row.named !== null }));
}

// oxlint-disable-next-line typescript/explicit-function-return-type -- the builder's type says which columns are read
function actors(db: Database) {
  return db
    .selectFrom('app_user')
    .innerJoin('organisation', 'organisation.id', 'app_user.organisation')
    .select([
      'app_user.id as user',
      'app_user.name',
      'app_user.role',
      'app_user.person',
      'organisation.id as organisation',
      'organisation.name as organisation_name',
      'organisation.kind',
      'organisation.municipality',
      'organisation.region',
      'organisation.facility',
    ]);
}

type ActorRow = Awaited<ReturnType<ReturnType<typeof actors>['executeTakeFirstOrThrow']>>;

function asActorOf(row: ActorRow): Actor {
  const { user, name, role, person, organisation, organisation_name, kind, municipality, region, facility } = row;
  return { user, name, role, person, organisation: { id: organisation, name: organisation_name, kind, municipality, region, facility } };
}
