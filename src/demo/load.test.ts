import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { testDatabase } from '../../test/database.ts';
import { day } from '../domain/time.ts';
import { hasDemo, loadDemoWhenNew } from './load.ts';

const today = day('2026-11-22');
const country = { seed: 1, size: 0.2 };

test('two who start at the same moment load the demonstration once', async () => {
  const { db, owner, ownerConfig } = await testDatabase();

  const loaded = await Promise.all([loadDemoWhenNew(ownerConfig, today, country), loadDemoWhenNew(ownerConfig, today, country)]);

  expect(loaded.toSorted()).toEqual(['already there', 'loaded']);
  expect(await hasDemo(db)).toBe(true);
  expect((await owner.selectFrom('setting').select('name').orderBy('name').execute()).map(({ name }) => name)).toEqual(['country', 'demo']);
});

test('a load that breaks off halfway leaves nothing, so that the next one loads all of it', async () => {
  const { db, owner, ownerConfig } = await testDatabase();
  await sql`alter table setting add constraint no_country check (name <> 'country')`.execute(owner);

  await expect(loadDemoWhenNew(ownerConfig, today, country)).rejects.toThrow('no_country');

  expect(await hasDemo(db)).toBe(false);
  expect(await owner.selectFrom('organisation').select('id').execute()).toEqual([]);
});
