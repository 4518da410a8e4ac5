import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { testDatabase } from '../../test/database.ts';
import { goThroughTheList } from '../store/placement-waiting-round.ts';
import { demoBaseDay } from './demo-pathways.ts';
import { loadDemoWhenNew } from './load.ts';

const { db, owner, ownerConfig } = await testDatabase();

test('the demonstration has women who wait, with a log, and a round offers what is free without touching the story’s last place', async () => {
  await loadDemoWhenNew(ownerConfig, demoBaseDay, { seed: 1, size: 1 });
  const { rows } = await sql<{ waiting: number; aalborg: number; lines: number }>`
    select (select count(*) from placement_request where status = 'waiting') as waiting,
           (select count(*) from placement_request where municipality = '0851') as aalborg,
           (select count(*) from urgency_change) as lines`.execute(owner);
  const [loaded] = rows;
  console.info('waiting in the demonstration', loaded);
  expect(loaded?.waiting).toBeGreaterThan(3);
  expect(loaded?.lines).toBeGreaterThanOrEqual(loaded?.waiting ?? 0);

  await goThroughTheList(db);

  const offers = await owner.selectFrom('placement_offer').select(['unit', 'status']).execute();
  expect(offers.length).toBeGreaterThan(0);
  expect(offers.map(({ unit }) => unit)).not.toContain('fjordhuset-strand');
});
