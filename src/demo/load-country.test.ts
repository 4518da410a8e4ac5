/** A simulated country in a real database: what is loaded is what was made, and it is loaded once. */
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { testDatabase } from '../../test/database.ts';
import { testFacility, testPlace, testUnit } from '../../test/provision.ts';
import { day } from '../domain/time.ts';
import { rebuildPathways } from '../store/pathway-rebuild.ts';
import { addFacility } from '../store/placement-provision.ts';
import { loadCountry } from './load-country.ts';
import { demoOrganisations } from './organisations.ts';

const { owner } = await testDatabase();
const places = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => testPlace(id, ['mother-and-baby']));

await owner
  .insertInto('organisation')
  .values([...demoOrganisations()])
  .execute();
await addFacility(owner, testFacility, [testUnit(places, { open: [{ from: day('2015-01-01'), to: null }] })]);

describe('a simulated country in the database', () => {
  const request = { seed: 1, size: 1, today: day('2026-11-22') };

  it('is loaded whole, and its read tables are what its facts add up to', async () => {
    const loaded = await loadCountry(owner, request);
    expect(loaded).toMatchObject({ outcome: 'loaded', pathways: 180 });
    const counted = await sql<{ women: number; pathways: number; facts: number; stays: number }>`select
      (select count(*)::int from person) as women, (select count(*)::int from pathway) as pathways,
      (select count(*)::int from pathway_fact) as facts, (select count(*)::int from stay) as stays`.execute(owner);
    expect(loaded).toEqual({ outcome: 'loaded', ...counted.rows[0] });
    expect(counted.rows[0]?.stays).toBeGreaterThan(0);
    expect(await rebuildPathways(owner)).toEqual({ checked: 180, differences: [] });
  });

  it('has told of each stay what its status says', async () => {
    const { rows } = await sql<{ id: string }>`select stay.id from stay
      where stay.status is distinct from (select status from stay_event where stay_event.stay = stay.id order by sequence desc limit 1)`.execute(
      owner,
    );
    expect(rows).toEqual([]);
  });

  it('is not loaded on top of another', async () => {
    expect(await loadCountry(owner, { ...request, seed: 2 })).toEqual({ outcome: 'already-there', country: 'seed 1, size 1, 2026-11-22' });
  });
});
