import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { testActor } from '../../../test/actors.ts';
import { testWeb } from '../../../test/web.ts';
import { removeCostTable } from '../../domain/planning/costs/cost-table-removal.ts';
import { asId } from '../../domain/id.ts';

const web = await testWeb();
const address = '/planlaegning/udgifter';
const terms = { kilde: 'Hemmelig aftale', valuta: 'kr.', prisaar: '2021', rente: '0', alder: '' };
const tabel = 'forløb;fra;til;pr_år\nmed;0;1;123456\nuden;0;1;100\n';

async function saved(titel: string, noegle: string = randomUUID()) {
  const planner = await web.as('planlaegger');
  const { location } = await planner.post(address, { ...terms, titel, tabel, noegle });
  return { planner, location, form: { ...terms, titel, tabel, noegle } };
}

describe('a saved table of pathway costs', () => {
  test('is deleted after what is lost was read, with a reason, and its address says so afterwards', async () => {
    const { planner, location, form } = await saved('Fejltabel');
    const offer = (await planner.get(location)).$(`main a[href="${location}/slet"]`);
    expect(offer.text()).toBe('Slet tabellen');
    const look = await planner.get(`${location}/slet`);
    for (const sentence of [
      'Slet «Fejltabel»?',
      'Tabellens 2 linjer',
      'Scenarier, sammenligninger af forslag og gemte beregninger. De bruger ikke tabellen',
      'Nej. Vil du kunne lægge tabellen ind igen',
    ])
      expect(look.text).toContain(sentence);

    const silent = await planner.post(`${location}/slet`, { begrundelse: ' ' });
    expect([silent.status, silent.text.includes('Skriv, hvorfor tabellen slettes.')]).toEqual([422, true]);
    expect((await planner.get(location)).status).toBe(200);

    const done = await planner.post(`${location}/slet`, { begrundelse: 'Lagt ind ved en fejl' });
    expect([done.status, done.location]).toEqual([303, address]);
    const list = await planner.get(address);
    expect(list.text).toContain('Tabellen «Fejltabel» er slettet.');
    expect(list.$(`a[href="${location}"]`).length).toBe(0);
    const agency = await (await web.restarted()).as('styrelse');
    for (const gone of [location, `${location}/svar.csv`, `${location}/svar.json`, `${location}/tabel.csv`]) {
      const page = await agency.get(gone);
      expect(page.status).toBe(410);
      expect(page.text).toMatch(/«Fejltabel» blev gemt af Sofie Brandtoft, .+ Den blev slettet af Sofie Brandtoft, /);
      expect(page.text).toContain('Begrundelse: Lagt ind ved en fejl');
    }
    expect((await agency.get(address)).text).toContain('Begrundelse: Lagt ind ved en fejl');
    // The old form does not bring it back, and a second press is told what became of it.
    expect((await planner.post(address, form)).location).toBe(location);
    expect((await planner.get(location)).status).toBe(410);
    expect((await planner.post(`${location}/slet`, { begrundelse: 'Igen' })).location).toBe(location);
    expect((await planner.get(location)).text).toContain('Begrundelse: Lagt ind ved en fejl');
    expect((await planner.get(`${address}/fandtes-aldrig`)).status).toBe(404);
    for (const odd of ['%E2%82%AC', 'a%0d%0ab']) expect((await planner.get(`${address}/${odd}/slet`)).status, odd).toBe(303);
  });

  test('is deleted once by those who press at the same moment, while its old form comes again', async () => {
    const { planner, location, form } = await saved('Samtidig');
    const other = await (await web.restarted()).as('planlaegger');
    // Nothing can be written of a removal until several of them have come so far that they wait for that, or for each other.
    const answers = await web.database.owner.transaction().execute(async (tx) => {
      await sql`lock table cost_table_removal in share mode`.execute(tx);
      const presses = Array.from({ length: 8 }, (_, index) =>
        (index % 2 === 0 ? planner : other).post(`${location}/slet`, { begrundelse: `Nummer ${index}` }),
      );
      for (let waiting = 0; waiting < 3;) {
        const { rows } = await sql<{ readonly waiting: number }>`select count(*)::integer as waiting from pg_locks
          where not granted and pid in (select pid from pg_stat_activity where datname = current_database())`.execute(tx);
        waiting = rows[0]?.waiting ?? 0;
      }
      return { all: [...presses, planner.post(address, form), other.post(address, form)] };
    });
    const told = await Promise.all(answers.all);
    expect(told.map(({ status }) => status)).toEqual(told.map(() => 303));
    const id = location.slice(address.length + 1);
    const { rows } = await sql<{ tables: number; removals: number }>`select
      (select count(*)::integer from cost_table where id = ${id}) as tables,
      (select count(*)::integer from cost_table_removal where cost_table = ${id}) as removals`.execute(web.database.owner);
    expect(rows).toEqual([{ tables: 0, removals: 1 }]);
  });

  test('leaves no amount and no source behind, and its deletion in the trace', async () => {
    const { planner, location } = await saved('Borte');
    const id = location.slice(address.length + 1);
    await planner.post(`${location}/slet`, { begrundelse: 'Lagt ind ved en fejl' });
    const { owner } = web.database;
    const { rows } = await sql<{ tables: number; left: string }>`select
        (select count(*) from cost_table where id = ${id}) as tables,
        (select row_to_json(removal)::text from cost_table_removal as removal where cost_table = ${id}) as left`.execute(owner);
    expect(rows).toMatchObject([{ tables: 0, left: expect.stringContaining('Borte') as string }]);
    expect(rows[0]?.left).not.toMatch(/Hemmelig aftale|123456/);
    const deeds = await owner
      .selectFrom('trace')
      .select(['name', 'permission'])
      .where('subject', '=', `cost-table/${id}`)
      .where('wrote', '=', true)
      .where('permission', '=', 'plan:make')
      .execute();
    // Saved, and deleted.
    expect(deeds).toEqual(deeds.map(() => ({ name: 'Sofie Brandtoft', permission: 'plan:make' })));
    expect(deeds.length).toBe(2);
  });

  test('is deleted by nobody else: not by those who only read, and not from another organisation', async () => {
    const { planner, location } = await saved('Andres');
    for (const user of ['styrelse', 'sekretaer']) {
      const reader = await web.as(user);
      expect((await reader.get(location)).$(`a[href="${location}/slet"]`).length).toBe(0);
      expect((await reader.get(`${location}/slet`)).status).toBe(403);
      expect((await reader.post(`${location}/slet`, { begrundelse: 'x' })).status).toBe(403);
    }
    await sql`update cost_table set organisation = 'en-anden', organisation_name = 'En anden'
      where id = ${location.slice(address.length + 1)}`.execute(web.database.owner);
    const page = await planner.get(location);
    expect(page.$(`a[href="${location}/slet"]`).length).toBe(0);
    expect(page.text).toContain('Tabellen kan slettes af planlæggere hos En anden.');
    for (const answered of [await planner.get(`${location}/slet`), await planner.post(`${location}/slet`, { begrundelse: 'x' })])
      expect(answered.location).toBe(location);
    expect((await planner.get(location)).text).toContain('kun slettes derfra. Intet er slettet.');
  });
});

test('the one who deletes is of the organisation that saved it, and says why', () => {
  const by = testActor('planner', { id: asId<'organisation'>('vores') });
  const owner = asId<'organisation'>('vores');
  expect(removeCostTable(owner, by, 'Fejl')).toEqual({ outcome: 'removed' });
  expect(removeCostTable(owner, by, ' \n')).toEqual({ outcome: 'no-reason' });
  expect(removeCostTable(asId<'organisation'>('andres'), by, 'Fejl')).toEqual({ outcome: 'not-yours' });
});
