import { sql } from 'kysely';
import pg from 'pg';
import { describe, expect, test } from 'vitest';
import { testActor, testPermit } from '../../test/actors.ts';
import { testDatabase } from '../../test/database.ts';
import { asActor, leaveTrace, openDatabase } from './database.ts';

const { db, owner, applicationConfig } = await testDatabase();

describe('the application', () => {
  test('connects as a role that is no superuser, cannot pass row security and owns nothing', async () => {
    const { rows } = await sql<{ name: string; super: boolean; bypass: boolean; owned: number }>`
      select current_user as name, rolsuper as super, rolbypassrls as bypass,
             (select count(*)::int from pg_class where relowner = pg_roles.oid) as owned
        from pg_roles where rolname = current_user`.execute(db);

    expect(rows).toEqual([{ name: 'samlob_app', super: false, bypass: false, owned: 0 }]);
  });

  test('cannot change or remove a line of the trace', async () => {
    await expect(sql`update trace set name = 'en anden'`.execute(db)).rejects.toThrow(/permission denied/);
    await expect(sql`delete from trace`.execute(db)).rejects.toThrow(/permission denied/);
  });

  test('reads days as text, moments in UTC and counts as numbers', async () => {
    const { rows } = await sql<Record<string, unknown>>`
      select date '2026-03-29' as day, timestamptz '2026-03-29 03:00+02' as moment, 7::bigint as count`.execute(db);

    expect(rows).toEqual([{ day: '2026-03-29', moment: '2026-03-29T01:00:00.000Z', count: 7 }]);
  });
});

describe('work as an actor', () => {
  test('leaves a line in the trace that says who, as what, about what and by which rule', async () => {
    const permit = testPermit(testActor('secretariat'), 'call:read');

    await asActor(db, permit, { kind: 'call', id: '2019-gravide' }, async () => undefined);

    const line = await owner.selectFrom('trace').selectAll().orderBy('number', 'desc').executeTakeFirstOrThrow();
    expect(line).toMatchObject({
      role: 'secretariat',
      permission: 'call:read',
      rule: permit.rule,
      subject_kind: 'call',
      subject: '2019-gravide',
    });
  });

  test('fails when its connection is lost before the line in the trace is sent, and the next work is served', async () => {
    const permit = testPermit(testActor('secretariat'), 'call:read');
    const lost = asActor(db, permit, { kind: 'call', id: 'tabt' }, async (tx) => {
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx);
      await sql`select pg_terminate_backend(${rows[0]?.pid ?? 0}), pg_sleep(0.2)`.execute(owner);
    });
    await expect(lost).rejects.toThrow(/terminat|closed|Connection/i);
    expect(await asActor(db, permit, { kind: 'call', id: 'næste' }, async () => 'served')).toBe('served');
    const lines = await owner.selectFrom('trace').select('subject').where('subject', 'in', ['tabt', 'næste']).execute();
    expect(lines).toEqual([{ subject: 'næste' }]);
  });

  test('leaves nothing when the work fails, not even the trace', async () => {
    const before = await owner
      .selectFrom('trace')
      .select(({ fn }) => fn.countAll<number>().as('lines'))
      .executeTakeFirstOrThrow();

    const failing = asActor(db, testPermit(testActor('secretariat'), 'call:read'), { kind: 'list', id: null }, async () => {
      throw new Error('midt i arbejdet');
    });

    await expect(failing).rejects.toThrow('midt i arbejdet');
    const after = await owner
      .selectFrom('trace')
      .select(({ fn }) => fn.countAll<number>().as('lines'))
      .executeTakeFirstOrThrow();
    expect(after).toEqual(before);
  });

  test('is undone, and answers nothing, when its line in the trace cannot be written', async () => {
    await sql`alter table trace add constraint not_this_one check (subject is distinct from 'umulig')`.execute(owner);
    const permit = testPermit(testActor('secretariat'), 'call:read');
    const about = (id: string): { readonly kind: 'call'; readonly id: string } => ({ kind: 'call', id });

    const atTheEnd = asActor(db, permit, about('umulig'), async (tx) => {
      await leaveTrace(tx, permit, about('skrevet før'));
      return 'læst';
    });
    await expect(atTheEnd).rejects.toThrow(/not_this_one/);
    const onTheWay = asActor(db, permit, about('skrevet efter'), async (tx) => {
      await leaveTrace(tx, permit, about('umulig'));
      return tx.selectFrom('call').select('id').execute();
    });
    await expect(onTheWay).rejects.toThrow(/not_this_one/);
    // What failed before is no reason for the next who is given the connection.
    const ownFault = asActor(db, permit, about('umulig'), async (tx) => {
      await leaveTrace(tx, permit, about('umulig'));
      throw new Error('midt i arbejdet');
    });
    await expect(ownFault).rejects.toThrow('midt i arbejdet');
    await asActor(db, permit, about('bagefter'), async () => undefined);
    await sql`alter table trace drop constraint not_this_one`.execute(owner);

    const lines = await owner
      .selectFrom('trace')
      .select('subject')
      .where('subject', 'in', ['umulig', 'skrevet før', 'skrevet efter', 'bagefter'])
      .execute();
    expect(lines).toEqual([{ subject: 'bagefter' }]);
  });

  test('is known by row security from its first question, on a connection that was another’s a moment ago', async () => {
    const one = openDatabase(applicationConfig, { size: 1 });
    const who = (role: 'data-protection' | 'secretariat'): Promise<unknown> =>
      asActor(one, testPermit(testActor(role), 'trace:read'), { kind: 'trace', id: null }, async (tx) => {
        const { rows } = await sql<{ role: string }>`select asking('role') as role`.execute(tx);
        return rows[0]?.role;
      });

    const asked = ['data-protection', 'secretariat', 'data-protection', 'secretariat'] as const;
    expect(await Promise.all(asked.map(who))).toEqual(asked);
    const { rows } = await sql<{ role: string | null }>`select asking('role') as role`.execute(one);
    expect(rows).toEqual([{ role: null }]);
    await one.destroy();
  });

  test('knows nobody outside its transaction: the connection forgets who asked', async () => {
    const client = new pg.Client(applicationConfig);
    await client.connect();
    await client.query('begin');
    await client.query(`select set_config('app.role', 'operator', true)`);
    await client.query('commit');
    const { rows } = await client.query(`select asking('role') as role`);
    await client.end();

    expect(rows).toEqual([{ role: null }]);
  });

  test('shows the trace to data protection and to nobody else', async () => {
    const seenBy = (role: 'data-protection' | 'secretariat'): Promise<number> =>
      asActor(
        db,
        testPermit(testActor(role), 'trace:read'),
        { kind: 'trace', id: null },
        async (tx) => (await tx.selectFrom('trace').select('number').execute()).length,
      );

    expect(await seenBy('data-protection')).toBeGreaterThan(0);
    expect(await seenBy('secretariat')).toBe(0);
  });
});
