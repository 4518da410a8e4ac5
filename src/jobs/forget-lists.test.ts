import { expect, test } from 'vitest';
import { testDatabase } from '../../test/database.ts';
import { addDays, danishDay, day, moment, type Moment } from '../domain/time.ts';
import { databaseNow } from '../store/database.ts';
import { forgetLists } from '../store/list-count.ts';
import { keepForgettingLists } from './forget-lists.ts';

const { db, owner } = await testDatabase();

test('what could tell who is who is gone on its day without anybody looking, and not before', async () => {
  const written = {
    recorded: moment('2026-11-01T09:00:00Z'),
    by_user: 'nogen' as never,
    by_name: 'Nogen',
    capacity: 'agency' as const,
    organisation: 'et' as never,
  };
  await owner
    .insertInto('list_import')
    .values({ id: 'l', title: 'T', source: 'K', year: 2026, digest: 'x', lines: 1, rule: 'r', forget_on: day('2020-11-22'), ...written })
    .execute();
  const tokens = { pseudonym: 'a', born: 'b', initials: 'c', municipality_said: 'd', due_date: day('2026-12-01') };
  await owner
    .insertInto('list_line')
    .values({ import: 'l', line: 2, list: 'A', municipality: '0851', ...tokens })
    .execute();
  const oneRound = async (at: Moment): Promise<unknown> => {
    const told: string[] = [];
    await keepForgettingLists(
      db,
      () => at,
      (sentence) => told.push(sentence),
    ).stop();
    expect(told).toEqual([]);
    const { pseudonym, born, initials, municipality_said, due_date, list, municipality } = await owner
      .selectFrom('list_line')
      .selectAll()
      .executeTakeFirstOrThrow();
    expect([list, municipality]).toEqual(['A', '0851']);
    return { pseudonym, born, initials, municipality_said, due_date };
  };
  // Long past for the database, which forgets nothing before its own day either. In Denmark the day begins an hour before it does in UTC.
  expect(await oneRound(moment('2020-11-21T22:30:00Z'))).toEqual(tokens);
  expect(await oneRound(moment('2020-11-21T23:30:00Z'))).toEqual({
    pseudonym: null,
    born: null,
    initials: null,
    municipality_said: null,
    due_date: null,
  });
});

test('a clock that is ahead of the database’s own makes nothing be forgotten before its day', async () => {
  const tomorrow = addDays(danishDay(await databaseNow(db)), 1);
  await owner.updateTable('list_import').set({ forget_on: tomorrow }).execute();
  await owner.updateTable('list_line').set({ pseudonym: 'a' }).execute();
  expect(await forgetLists(db, addDays(tomorrow, 400))).toBe(0);
  expect((await owner.selectFrom('list_line').select('pseudonym').executeTakeFirstOrThrow()).pseudonym).toBe('a');
});
