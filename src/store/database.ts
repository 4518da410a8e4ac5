/** The connection to PostgreSQL, and the one way to work in it: as an actor, in a transaction, with a trace. */
import { Kysely, PostgresDialect, sql, type Transaction as KyselyTransaction } from 'kysely';
import pg from 'pg';
import type { Moment } from '../domain/time.ts';
import type { Actor, Permit } from '../domain/trail.ts';
import { isOutdatedPlan, preparing, sentAhead } from './prepared.ts';
import type { Tables } from './tables.ts';

/** How to reach a database: what `pg` takes. */
export type Connection = pg.PoolConfig;
export type Database = Kysely<Tables>;
export type Transaction = KyselyTransaction<Tables>;

/** What a piece of work is about. It stands in the trace; `null` as id means a list or a page about no one. */
export type Subject = {
  readonly kind: 'pathway' | 'facility' | 'unit' | 'municipality' | 'stay' | 'call' | 'answer' | 'report' | 'figure' | 'list' | 'trace';
  readonly id: string | null;
};

/** Days stay text (`YYYY-MM-DD`), moments become text in UTC, counts become numbers: no value passes through a local time zone. */
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
    if (format === 'binary') return pg.types.getTypeParser(oid, 'binary');
    if (oid === pg.types.builtins.DATE) return (text: string) => text;
    if (oid === pg.types.builtins.TIMESTAMPTZ) return (text: string) => new Date(text).toISOString();
    if (oid === pg.types.builtins.INT8 || oid === pg.types.builtins.NUMERIC) return Number;
    return pg.types.getTypeParser(oid, 'text');
  }) as pg.CustomTypesConfig['getTypeParser'],
};

/** What is asked is sent though the answer to what was asked before it has not come. */
const inOneGo = { pipeline: true };

/** Opens a pool. The caller closes it with `destroy()`. A lost idle connection is not an error of the program: the pool makes another. */
export function openDatabase(connection: Connection, { size = 10 }: { readonly size?: number } = {}): Database {
  const pool = new pg.Pool({ application_name: 'samlob', max: size, ...connection, types, ...inOneGo });
  pool.on('error', () => undefined);
  // A connection that is lost between two statements of a transaction says so here; the next statement fails, and that is enough.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool: preparing(pool) }) });
}

/** What a piece of work sees of what others write meanwhile: what each statement finds, or one moment's state throughout, for what only reads. */
type Seeing = { readonly seeing?: 'each statement' | 'one moment' };

/**
 * Does a piece of work as an actor: one transaction in which row security knows who asks, and in which the trace is written.
 * Nothing is read or changed for an actor in any other way. Work that found nothing says so with `null` or an outcome that says it is not
 * there; then the trace says that nothing was seen.
 */
export async function asActor<Result>(
  db: Database,
  permit: Permit,
  subject: Subject,
  work: (tx: Transaction) => Promise<Result>,
  { seeing = 'each statement' }: Seeing = {},
): Promise<Result> {
  try {
    return await once(db, permit, subject, work, seeing);
  } catch (error) {
    // A table was given a new column while the program ran. Nothing was done, and new connections read it as it is now.
    if (!isOutdatedPlan(error)) throw error;
    return once(db, permit, subject, work, seeing);
  }
}

function once<Result>(
  db: Database,
  permit: Permit,
  subject: Subject,
  work: (tx: Transaction) => Promise<Result>,
  seeing: Required<Seeing>['seeing'],
): Promise<Result> {
  const transaction = seeing === 'one moment' ? db.transaction().setIsolationLevel('repeatable read') : db.transaction();
  return transaction.execute(async (tx) => {
    await letItKnow(tx, permit.actor);
    const result = await work(tx);
    await leaveTrace(tx, permit, subject, isNotThere(result) ? 'not-there' : 'seen');
    return result;
  });
}

/** Lets row security know who asks, for the rest of a transaction. */
export async function letItKnow(tx: Transaction, actor: Actor): Promise<void> {
  await sql`select set_config('app.user', ${actor.user}, true), set_config('app.role', ${actor.role}, true),
      set_config('app.organisation', ${actor.organisation.id}, true), set_config('app.person', ${actor.person ?? ''}, true),
      set_config('app.municipality', ${actor.organisation.municipality ?? ''}, true),
      set_config('app.region', ${actor.organisation.region ?? ''}, true),
      set_config('app.facility', ${actor.organisation.facility ?? ''}, true) ${sql.raw(sentAhead)}`.execute(tx);
}

/** Writes a line in the trace, besides the one that `asActor` writes: a page about a unit that names women is a reading about each of them. */
export async function leaveTrace(
  tx: Transaction,
  { actor, permission, rule }: Permit,
  subject: Subject,
  outcome: 'seen' | 'not-there' = 'seen',
): Promise<void> {
  // A transaction has a number once it has written; the lines of the trace themselves give it one too.
  const wrote = traced.has(tx) ? null : sql<boolean>`pg_current_xact_id_if_assigned() is not null`;
  traced.add(tx);
  await tx
    .insertInto('trace')
    .values({
      wrote,
      app_user: actor.user,
      name: actor.name,
      role: actor.role,
      organisation: actor.organisation.id,
      organisation_name: actor.organisation.name,
      permission,
      rule,
      subject_kind: subject.kind,
      subject: subject.id,
      outcome,
    })
    .modifyEnd(sql.raw(sentAhead))
    .execute();
}

/** The transactions that have left a line already. */
const traced = new WeakSet<Transaction>();

/** The outcomes that say that the subject is not there, or is not for the one who asks. */
const notThere: readonly unknown[] = ['no-such-pathway', 'no-such-stay', 'no-such-call', 'not-yours'];

function isNotThere(result: unknown): boolean {
  if (result === null) return true;
  if (typeof result !== 'object') return false;
  return ('outcome' in result && notThere.includes(result.outcome)) || ('reason' in result && notThere.includes(result.reason));
}

/** Waits until no other transaction is at work under the same number; it is let go when this one ends. */
export async function waitForTurn(tx: Transaction, number: number): Promise<void> {
  await sql`select pg_advisory_xact_lock(${number})`.execute(tx);
}

/** The database's own clock, in UTC: holds run out by this one, whatever the application's clock says. */
export async function databaseNow(tx: Database | Transaction): Promise<Moment> {
  const { rows } = await sql<{ now: Moment }>`select clock_timestamp() as now`.execute(tx);
  const [row] = rows;
  if (!row) throw new Error('the database did not say what time it is');
  return row.now;
}
