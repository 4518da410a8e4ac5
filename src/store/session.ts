/** Sessions and the people who have them. Found by the digest of a secret, never listed. */
import type { Id } from '../domain/id.ts';
import type { Moment } from '../domain/time.ts';
import type { Actor } from '../domain/trail.ts';
import type { Database } from './database.ts';

export type NewSession = { readonly digest: string; readonly user: Id<'user'>; readonly opened: Moment; readonly expires: Moment };

export async function openSession(db: Database, session: NewSession): Promise<void> {
  const { digest, user, opened, expires } = session;
  await db.insertInto('session').values({ digest, app_user: user, opened, expires }).execute();
}

export async function closeSession(db: Database, digest: string): Promise<void> {
  await db.deleteFrom('session').where('digest', '=', digest).execute();
}

/** The actor of a session that has not run out; null when there is none. */
export async function sessionActor(db: Database, digest: string, now: Moment): Promise<Actor | null> {
  const row = await actors(db)
    .innerJoin('session', 'session.app_user', 'app_user.id')
    .where('session.digest', '=', digest)
    .where('session.expires', '>', now)
    .executeTakeFirst();
  return row ? asActorOf(row) : null;
}

/** A user as an actor, for the demo's login; null when there is no such user. */
export async function userActor(db: Database, user: Id<'user'>): Promise<Actor | null> {
  const row = await actors(db).where('app_user.id', '=', user).executeTakeFirst();
  return row ? asActorOf(row) : null;
}

/** The demo's personas, one for each role, in their order. */
export async function personas(db: Database): Promise<readonly Actor[]> {
  const rows = await actors(db).where('app_user.persona', 'is not', null).orderBy('app_user.persona').execute();
  return rows.map(asActorOf);
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
