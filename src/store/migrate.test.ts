import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { testDatabase } from '../../test/database.ts';
import { testFolder } from '../../test/folder.ts';
import { world } from '../../test/row-security.ts';
import { loadDemoWhenNew } from '../demo/load.ts';
import { migrate } from './migrate.ts';

const folder = join(testFolder(), 'migrations');
cpSync('src/store/migrations', folder, { recursive: true });

describe('a migration', () => {
  test('runs on the filled demonstration and leaves what was there', async () => {
    const { owner, ownerConfig } = await testDatabase();
    await loadDemoWhenNew(ownerConfig);
    const before = await owner.selectFrom('organisation').selectAll().orderBy('id').execute();
    writeFileSync(
      join(folder, '9001_second.sql'),
      `alter table organisation add column telephone text;
       update organisation set telephone = 'opdigtet' where kind = 'family-clinic';`,
    );

    const { applied } = await migrate(ownerConfig, folder, null);

    expect(applied).toEqual(['9001_second.sql']);
    const { rows } = await sql<{ telephone: string | null }>`select * from organisation order by id`.execute(owner);
    expect(rows.map(({ telephone, ...kept }) => kept)).toEqual(before);
    expect(rows.filter(({ telephone }) => telephone === 'opdigtet').length).toBe(
      before.filter(({ kind }) => kind === 'family-clinic').length,
    );
    expect((await migrate(ownerConfig, folder, null)).applied).toEqual([]);
  });

  test('gives the application’s role a password once: it belongs to the whole server, and another database keeps its way in', async () => {
    const [one, other] = [await testDatabase(), await testDatabase()];
    const password = async (): Promise<string | null> =>
      (await sql<{ known: string | null }>`select rolpassword as known from pg_authid where rolname = 'samlob_app'`.execute(one.owner))
        .rows[0]?.known ?? null;

    await migrate(one.ownerConfig, 'src/store/migrations', 'den første');
    const first = await password();
    await migrate(other.ownerConfig, 'src/store/migrations', 'en anden');

    expect(first).toMatch(/^SCRAM-SHA-256/);
    expect(await password()).toBe(first);
  });

  test('that fails leaves nothing behind and is named', async () => {
    const { owner, ownerConfig } = await testDatabase();
    const broken = join(testFolder(), 'migrations');
    cpSync('src/store/migrations', broken, { recursive: true });
    writeFileSync(join(broken, '9002_broken.sql'), 'create table half (id int); select 1 / 0;');

    await expect(migrate(ownerConfig, broken, null)).rejects.toThrow('the migration 9002_broken.sql failed: division by zero');
    const { rows } = await sql`select 1 from pg_class where relname = 'half'`.execute(owner);
    expect(rows).toEqual([]);
  });

  test('that was changed after it ran is refused', async () => {
    const { ownerConfig } = await testDatabase();
    const changed = join(testFolder(), 'migrations');
    cpSync('src/store/migrations', changed, { recursive: true });
    writeFileSync(join(changed, '0001_core.sql'), `${readFileSync(join(changed, '0001_core.sql'), 'utf8')}-- en tilføjelse\n`);

    await expect(migrate(ownerConfig, changed, null)).rejects.toThrow('0001_core.sql has been changed after it was applied');
  });

  test('takes from the unit why a place was held before her yes, and from each of two who changed places what was of the other', async () => {
    const { owner, ownerConfig } = await testDatabase();
    const [said, alone] = [{ answer: 'not-yet', why: 'not-reached', written: 'ringer igen' }, { answer: 'not-yet' }];
    const sides = ['inde', 'holdt'].map((stay) => ({ stay, from: '2026-12-09', lacks: [] }));
    const [held, swapped] = [JSON.stringify({ herYes: said }), JSON.stringify({ outcome: 'swapped', both: sides })];
    // The database as it was before the migration, with rows as they were written then.
    await sql.raw(world).execute(owner);
    await sql
      .raw(
        `drop table her_yes_reason; drop function is_of_a_facility; delete from migration where name like '0029%';
         update pathway_fact set data = '${held}' where pathway = 'hendes' and type = 'place-held';
         update stay_event set data = '${held}' where stay = 'holdt';
         insert into stay_event (stay, sequence, act, status, happened, by_user, by_name, capacity, organisation, organisation_name, data,
             request_key, answer)
           select id, 2, 'swap', status, '2026-12-01', 'x', 'X', 'unit-leader', 'x', 'X', '{}', 'nøgle', '${swapped}' from stay
           where id in ('inde', 'holdt');`,
      )
      .execute(owner);

    expect((await migrate(ownerConfig, 'src/store/migrations', null)).applied).toEqual(['0029_stay_mended.sql']);

    const { rows } = await sql`select why, written, fact.data -> 'herYes' as told, event.data -> 'herYes' as kept from her_yes_reason
      join pathway_fact as fact using (pathway, sequence) join stay_event as event on stay = 'holdt' and act = 'hold'`.execute(owner);
    expect(rows).toEqual([{ why: said.why, written: said.written, told: alone, kept: alone }]);
    const swaps = await sql`select answer from stay_event where act = 'swap' order by stay desc`.execute(owner);
    expect(swaps.rows).toEqual(sides.map((own) => ({ answer: { outcome: 'swapped', own } })));
  });

  test('runs once when two processes migrate at the same moment', async () => {
    const { ownerConfig } = await testDatabase();
    const next = join(testFolder(), 'migrations');
    cpSync('src/store/migrations', next, { recursive: true });
    writeFileSync(join(next, '9003_once.sql'), 'create table once (id int);');

    const both = await Promise.all([migrate(ownerConfig, next, null), migrate(ownerConfig, next, null)]);

    expect(both.flatMap(({ applied }) => applied)).toEqual(['9003_once.sql']);
  });
});
