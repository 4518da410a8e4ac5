/** Brings a database to the newest form: roles, then each migration once, in order, under one lock. */
import { createHash, createHmac } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';

/** The role that the application connects as. It owns nothing and cannot pass row security. */
export const applicationRole = 'samlob_app';

/** Any number will do, so long as every process that migrates uses the same. */
const migrationLock = 7_205_831;

export type Migrated = { readonly applied: readonly string[] };

/**
 * Applies what is missing. `owner` connects as the role that is to own the tables; `password` is given to the application's role
 * where the server asks for one and it has none yet. Throws when a migration that was applied has been changed since: that is a bug in the project.
 */
export async function migrate(owner: pg.ClientConfig, folder: string, password: string | null): Promise<Migrated> {
  const client = new pg.Client(owner);
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [migrationLock]);
    await ensureApplicationRole(client, password);
    await client.query(
      'create table if not exists migration (name text primary key, digest text not null, applied timestamptz not null default now())',
    );
    const done = new Map(
      (await client.query<{ name: string; digest: string }>('select name, digest from migration')).rows.map((row) => [
        row.name,
        row.digest,
      ]),
    );

    const applied: string[] = [];
    for (const name of readdirSync(folder)
      .filter((file) => file.endsWith('.sql'))
      .toSorted()) {
      const text = readFileSync(join(folder, name), 'utf8');
      const digest = createHash('sha256').update(text).digest('hex');
      const known = done.get(name);
      if (known === digest) continue;
      if (known !== undefined) throw new Error(`the migration ${name} has been changed after it was applied`);
      await applyOne(client, name, text, digest);
      applied.push(name);
    }
    return { applied };
  } finally {
    await client.end();
  }
}

/** A password for the application's role that every process derives alike from the owner's address. */
export function derivedPassword(ownerUrl: string): string {
  return createHmac('sha256', ownerUrl).update(applicationRole).digest('base64url');
}

async function applyOne(client: pg.Client, name: string, text: string, digest: string): Promise<void> {
  await client.query('begin');
  try {
    await client.query(text);
    await client.query('insert into migration (name, digest) values ($1, $2)', [name, digest]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw new Error(`the migration ${name} failed: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}

/**
 * The role belongs to the whole server, and so does its password: it is given one when it is new or has none, and never another, which would
 * shut out the programs of the server's other databases.
 */
async function ensureApplicationRole(client: pg.Client, password: string | null): Promise<void> {
  const isNew = await createApplicationRole(client);
  if (password !== null && (isNew || (await hasNoPassword(client))))
    await client.query(`alter role ${applicationRole} password ${client.escapeLiteral(password)}`);
}

async function createApplicationRole(client: pg.Client): Promise<boolean> {
  const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [applicationRole]);
  if (rowCount !== 0) return false;
  try {
    await client.query(`create role ${applicationRole} login nosuperuser nobypassrls nocreatedb nocreaterole noinherit`);
    return true;
  } catch (error) {
    // Another database on the same server was migrated at the same moment and made the role first.
    if (error instanceof pg.DatabaseError && (error.code === '42710' || error.code === '23505')) return false;
    throw error;
  }
}

/** False also where the owner may not know: only a superuser sees whether there is one. */
async function hasNoPassword(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ known: boolean }>(`select has_table_privilege('pg_authid', 'select') as known`);
  if (rows[0]?.known !== true) return false;
  const without = await client.query('select 1 from pg_authid where rolname = $1 and rolpassword is null', [applicationRole]);
  return without.rowCount === 1;
}
