/** A database of its own for a test file: a copy of the migrated one, dropped when the file is done. */
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, inject } from 'vitest';
import { type Database, openDatabase } from '../src/store/database.ts';
import { applicationRole } from '../src/store/migrate.ts';

export type TestDatabase = {
  /** Connects as the application does: no superuser, owns nothing, bound by row security. */
  readonly db: Database;
  /** Connects as the owner: to arrange what no actor could, and to look past row security. */
  readonly owner: Database;
  readonly ownerConfig: pg.ClientConfig;
  readonly applicationConfig: pg.ClientConfig;
};

export async function testDatabase({ size = 10 }: { readonly size?: number } = {}): Promise<TestDatabase> {
  const { host, template } = inject('testServer');
  const name = `test_${randomBytes(6).toString('hex')}`;
  const admin = { host, user: 'postgres', database: 'postgres' };
  await run(admin, `create database ${name} template ${template}`);

  const ownerConfig = { ...admin, database: name };
  const applicationConfig = { host, user: applicationRole, database: name };
  const db = openDatabase(applicationConfig, { size });
  const owner = openDatabase(ownerConfig, { size: 2 });
  afterAll(async () => {
    await db.destroy();
    await owner.destroy();
    await run(admin, `drop database ${name} with (force)`);
  });
  return { db, owner, ownerConfig, applicationConfig };
}

/** Copying a template that another file is copying at the same moment fails: it is tried again. */
async function run(config: pg.ClientConfig, statement: string): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    const client = new pg.Client(config);
    client.on('error', () => undefined);
    await client.connect();
    try {
      await client.query(statement);
      return;
    } catch (error) {
      if (attempt >= 100 || !(error instanceof pg.DatabaseError && error.code === '55006')) throw error;
      await new Promise((resume) => setTimeout(resume, 50 + Math.random() * 100));
    } finally {
      await client.end();
    }
  }
}
