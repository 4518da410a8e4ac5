import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import pg from 'pg';
import { describe, expect, inject, test } from 'vitest';
import { createDatabase, openStore } from './open.ts';

const { host } = inject('testServer');

describe('a server of the operator’s own', () => {
  test('is migrated as its owner and worked in as the application’s role', async () => {
    const name = `test_${randomBytes(6).toString('hex')}`;
    const admin = { host, user: 'postgres', database: 'postgres' };
    await createDatabase(admin, name);
    const url = `postgres://postgres@/${name}?host=${encodeURIComponent(host)}`;

    const store = await openStore({ project: process.cwd(), url, applicationUrl: null });
    const { rows } = await sql<{ who: string }>`select current_user as who`.execute(store.db);
    await store.close();

    expect(rows).toEqual([{ who: 'samlob_app' }]);
    expect(store.applied).toContain('0001_core.sql');
    const client = new pg.Client(admin);
    await client.connect();
    await client.query(`drop database ${name}`);
    await client.end();
  });
});
