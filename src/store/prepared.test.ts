import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { testActor, testPermit } from '../../test/actors.ts';
import { testDatabase } from '../../test/database.ts';
import { asActor, openDatabase } from './database.ts';
import { askedBeforePrepared, mostCounted, mostPrepared, statementNames } from './prepared.ts';

const { owner, applicationConfig } = await testDatabase();
const often = askedBeforePrepared * 2;

async function preparedIn(db: ReturnType<typeof openDatabase>): Promise<readonly string[]> {
  const { rows } = await sql<{ statement: string }>`select statement from pg_prepared_statements`.execute(db);
  return rows.map(({ statement }) => statement);
}

describe('what is prepared', () => {
  test('is what is asked often, under the same name each time', () => {
    const { nameOf } = statementNames();

    const seldom = Array.from({ length: askedBeforePrepared }, () => nameOf('select 1'));
    const [first, second] = [nameOf('select 1'), nameOf('select 1')];

    expect(seldom.every((name) => name === null)).toBe(true);
    expect(first).not.toBeNull();
    expect(second).toBe(first);
    expect(nameOf('select 2')).toBeNull();
  });

  test('is found however many texts have been asked once before', () => {
    const { nameOf } = statementNames();
    for (let index = 0; index < mostCounted * 2; index += 1) nameOf(`select ${index}`);

    for (let turn = 0; turn < askedBeforePrepared; turn += 1) expect(nameOf('select now()')).toBeNull();

    expect(nameOf('select now()')).not.toBeNull();
  });

  test('is never more than so many statements, each with a name of its own', () => {
    const { nameOf } = statementNames();
    const texts = Array.from({ length: mostPrepared * 2 }, (_, index) => `select ${index}`);

    for (let round = 0; round < often; round += 1) for (const text of texts) nameOf(text);
    const names = texts.map(nameOf).filter((name) => name !== null);

    expect(names).toHaveLength(mostPrepared);
    expect(new Set(names).size).toBe(mostPrepared);
  });
});

describe('a prepared statement', () => {
  test('is answered by row security for the one who asks now, on the same connection', async () => {
    const db = openDatabase(applicationConfig, { size: 1 });
    const lines = (role: 'data-protection' | 'secretariat'): Promise<number> =>
      asActor(db, testPermit(testActor(role), 'trace:read'), { kind: 'trace', id: null }, async (tx) => {
        const read = await tx.selectFrom('trace').select('number').limit(1).execute();
        return read.length;
      });
    await lines('data-protection');

    const seen: (readonly number[])[] = [];
    for (let turn = 0; turn < often; turn += 1) seen.push([await lines('data-protection'), await lines('secretariat')]);

    expect(seen).toEqual(Array.from({ length: often }, () => [1, 0]));
    expect((await preparedIn(db)).some((statement) => statement.startsWith('select "number" from "trace"'))).toBe(true);
    await db.destroy();
  });

  test('goes on when a table is given a column while the program runs, on every connection', async () => {
    const db = openDatabase(applicationConfig, { size: 3 });
    const permit = testPermit(testActor('data-protection'), 'trace:read');
    const columns = (): Promise<readonly string[]> =>
      asActor(db, permit, { kind: 'trace', id: null }, async (tx) => {
        const read = await tx.selectFrom('trace').selectAll().orderBy('number', 'desc').limit(1).execute();
        return Object.keys(read[0] ?? {});
      });
    const together = (): Promise<readonly (readonly string[])[]> => Promise.all([columns(), columns(), columns()]);
    for (let turn = 0; turn < often; turn += 1) await together();

    await sql`alter table trace add column tilfoejet text`.execute(owner);
    const after = [...(await together()), ...(await together())];
    await sql`alter table trace drop column tilfoejet`.execute(owner);
    const atLast = await together();

    expect(after.every((names) => names.includes('tilfoejet'))).toBe(true);
    expect(atLast.some((names) => names.includes('tilfoejet'))).toBe(false);
    await db.destroy();
  });
});
