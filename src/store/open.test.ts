import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import pg from 'pg';
import { describe, expect, inject, test } from 'vitest';
import { testActor, testPermit } from '../../test/actors.ts';
import { addOrganisation, openTestPathways } from '../../test/pathways.ts';
import { asId } from '../domain/id.ts';
import { foldEdition } from '../domain/pathway/fold.ts';
import { openDatabase } from './database.ts';
import { createDatabase, openStore } from './open.ts';
import { rebuildPathways, refoldWhenNew } from './pathway-rebuild.ts';

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

  test('has its pathways added up anew when another edition of the program had done it, once, and says how many were otherwise', async () => {
    const name = `test_${randomBytes(6).toString('hex')}`;
    const admin = { host, user: 'postgres', database: 'postgres' };
    await createDatabase(admin, name);
    const url = `postgres://postgres@/${name}?host=${encodeURIComponent(host)}`;
    const options = { project: process.cwd(), url, applicationUrl: null };
    const first = await openStore(options);
    const municipality = testPermit(testActor('care-decider'), 'place:confirm');
    await first.close();

    const owner = openDatabase({ connectionString: url }, { size: 1 });
    await addOrganisation(owner, municipality.actor.organisation);
    const again = await openStore(options);
    expect(again.refolded).toEqual({ outcome: 'same-edition' });
    await openTestPathways(again.db, municipality, [asId<'pathway'>('alma'), asId<'pathway'>('freja')]);
    await again.close();

    // As the edition before had added her up.
    const stateOf = async () => (await sql<{ state: unknown }>`select state from pathway where id = 'alma'`.execute(owner)).rows[0]?.state;
    const newest = await stateOf();
    await sql`update pathway set state = state - 'clocks', next_action = 'follow-up' where id = 'alma'`.execute(owner);
    await sql`update pathway_fold set edition = 'sammenlaegning/foer'`.execute(owner);
    const upgraded = await openStore(options);
    await upgraded.close();
    expect(upgraded.refolded).toEqual({ outcome: 'refolded', edition: foldEdition, checked: 2, mended: 1 });
    expect(await stateOf()).toEqual(newest);
    expect((await rebuildPathways(owner)).differences).toEqual([]);
    expect((await refoldWhenNew(owner)).outcome).toBe('same-edition');

    await owner.destroy();
    const client = new pg.Client(admin);
    await client.connect();
    await client.query(`drop database ${name} with (force)`);
    await client.end();
  });
});
