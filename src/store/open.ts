/** Finds or starts the database, migrates it, and opens it as the application's role. */
import { join } from 'node:path';
import { sql } from 'kysely';
import pg from 'pg';
import { parseIntoClientConfig } from 'pg-connection-string';
import { type Connection, type Database, openDatabase } from './database.ts';
import { embeddedHome, startEmbeddedServer } from './embedded-server.ts';
import { drawWhenNew } from './figure-rebuild.ts';
import { applicationRole, derivedPassword, migrate } from './migrate.ts';
import { type Refolded, refoldWhenNew } from './pathway-rebuild.ts';

export type OpenedDatabase = {
  readonly db: Database;
  /** Connects as the application does, for a connection of its own: one that listens. */
  readonly application: Connection;
  /** Connects as the owner of the tables: for loading reference data and the demo. */
  readonly owner: Connection;
  /** The server's own sentence for the person who starts it. */
  readonly where: string;
  readonly applied: readonly string[];
  /** Whether the pathways were added up anew, because another edition of the program had done it. */
  readonly refolded: Refolded;
  /** The project's own server, for trying out: nobody's real data is in it. */
  readonly embedded: boolean;
  close(): Promise<void>;
};

export type OpenOptions = {
  readonly project: string;
  /** `DATABASE_URL`: a server of the operator's own; without it the embedded one. */
  readonly url: string | null;
  /** `DATABASE_APP_URL`: how the application itself connects, where it cannot be derived. */
  readonly applicationUrl: string | null;
  readonly poolSize?: number;
};

/** The database that the program works in by default, in the embedded server. */
const databaseName = 'samlob';

export async function openStore({ project, url, applicationUrl, poolSize = 10 }: OpenOptions): Promise<OpenedDatabase> {
  const folder = join(project, 'src', 'store', 'migrations');
  if (url !== null) {
    const owner: pg.ClientConfig = { connectionString: url };
    const password = derivedPassword(url);
    const { applied } = await migrate(owner, folder, applicationUrl === null ? password : null);
    const refolded = await drawAnew(owner);
    const application = applicationUrl === null ? asApplication(url, password) : { connectionString: applicationUrl };
    const db = openDatabase(application, { size: poolSize });
    const close = (): Promise<void> => db.destroy();
    if (applicationUrl === null) await refuseStrangePassword(db);
    return { db, application, owner, where: 'DATABASE_URL', applied, refolded, embedded: false, close };
  }

  const server = await startEmbeddedServer({ project, name: 'data', settings: { max_connections: '300' } });
  await createDatabase(server.owner, databaseName);
  const owner = { ...server.owner, database: databaseName };
  const { applied } = await migrate(owner, folder, null);
  const refolded = await drawAnew(owner);
  const application = { host: server.owner.host ?? '', user: applicationRole, database: databaseName };
  const db = openDatabase(application, { size: poolSize });
  const close = async (): Promise<void> => {
    await db.destroy();
    await server.stop();
  };
  // What this process did not start it does not stop either: whoever starts it should know that.
  const found = server.started ? 'started' : 'found running, and left running when Samløb stops';
  const where = `embedded PostgreSQL, ${found}, with its data in ${embeddedHome(project, 'data')}`;
  return { db, application, owner, where, applied, refolded, embedded: true, close };
}

/** Pathways and figures that this edition of the program has not added up are drawn from the facts that are there. */
async function drawAnew(owner: Connection): Promise<Refolded> {
  const db = openDatabase(owner, { size: 1 });
  try {
    const refolded = await refoldWhenNew(db);
    await drawWhenNew(db);
    return refolded;
  } finally {
    await db.destroy();
  }
}

/** Makes a database when it is not there. */
export async function createDatabase(owner: pg.ClientConfig, name: string, template = 'template1'): Promise<void> {
  const client = new pg.Client(owner);
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (rowCount === 0)
      await client.query(`create database ${client.escapeIdentifier(name)} template ${client.escapeIdentifier(template)}`);
  } catch (error) {
    // Another process made it at the same moment.
    if (!(error instanceof pg.DatabaseError && (error.code === '42P04' || error.code === '23505'))) throw error;
  } finally {
    await client.end();
  }
}

/** The owner's address with the application's role in it: same server, same database, same transport. */
function asApplication(url: string, password: string): Connection {
  return { ...parseIntoClientConfig(url), user: applicationRole, password };
}

/** The role may have been given its password by another program of this server; then only its own address can say which. */
async function refuseStrangePassword(db: Database): Promise<void> {
  try {
    await sql`select 1`.execute(db);
  } catch (error) {
    await db.destroy();
    if (error instanceof pg.DatabaseError && (error.code === '28P01' || error.code === '28000'))
      throw new Error(strangePassword, { cause: error });
    throw error;
  }
}

const strangePassword = `the role ${applicationRole} of this server already has a password of its own: give its address in DATABASE_APP_URL`;
