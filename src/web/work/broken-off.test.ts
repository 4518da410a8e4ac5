/** A stay that was broken off: to talk with her is the coordinator's next step within few days, until a contact with her is written. */
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { testWeb, type Visit } from '../../../test/web.ts';
import { addDays, danishDay, moment } from '../../domain/time.ts';
import { dayText } from '../ui/format.ts';

const now = () => moment(new Date().toISOString());
const web = await testWeb(now);
const { owner } = web.database;
const today = danishDay(now());
const [visitator, leder, koordinator] = [await web.as('visitator'), await web.as('leder'), await web.as('koordinator')];

function fieldsOf(page: Visit, selector: string): Record<string, string[]> {
  return page
    .$(selector)
    .first()
    .serializeArray()
    .reduce<Record<string, string[]>>((all, { name, value }) => ({ ...all, [name]: [...(all[name] ?? []), value] }), {});
}

test('she who left before the time is to be talked with, which a contact that is written ends', async () => {
  const search = await visitator.get(`/forloeb/alma/plads?soeg=ja&ankomst=${today}&laengde=naetter&naetter=60`);
  const hold = '.unit-card:has(h3:contains("Fjordhuset (opdigtet), Strand")) form[action$="/hold"]';
  const held = { ...fieldsOf(search, hold), forbi: 'acute-danger', 'sagt-ja': 'yes' };
  expect((await visitator.post('/forloeb/alma/plads/hold', held)).status).toBe(303);
  const { id } = await owner.selectFrom('stay').select('id').where('request_key', 'not like', 'import %').executeTakeFirstOrThrow();
  const asked = await leder.post(`/pladser/ophold/${id}/indskriv`, { dag: today });
  expect((await leder.post(`/pladser/ophold/${id}/indskriv`, fieldsOf(asked, 'form[action$="/indskriv"]'))).status).toBe(303);
  const left = await leder.post(`/pladser/ophold/${id}/udskriv`, { dag: today, hvortil: 'own-choice', 'hvortil-ord': 'uden aftale' });
  expect(left.status).toBe(303);

  const step = 'Tal med hende: opholdet blev afbrudt';
  const row = (await koordinator.get('/arbejde')).$('tr:contains("Alma")');
  expect(row.text()).toContain('afbrudt');
  expect(row.text()).not.toContain('afsluttet');
  const due = (await koordinator.get('/arbejde')).$('section:has(tr:contains("Alma"))').first();
  expect(due.find('h2').first().text()).toContain('I dag');
  expect(due.find('tbody tr').first().text()).toContain('Alma');
  expect(row.text()).toContain(step);
  expect(row.find('a[href="/forloeb/alma/haendelse?slags=contact"]').length).toBe(1);
  expect((await koordinator.get('/forloeb/alma')).$('.strip').text()).toMatch(
    new RegExp(`i overmorgen, .*${dayText(addDays(today, 2), 'da').split('.')[0]}\\. .*aftalt arbejdsgang`),
  );
  const form = await koordinator.get('/forloeb/alma/haendelse?slags=contact');
  const said = { ...fieldsOf(form, 'main form'), tekst: 'Hun er hos sin søster og vil gerne ses.' };
  expect((await koordinator.post('/forloeb/alma/haendelse', said)).status).toBe(303);
  const after = await (await web.restarted()).as('koordinator');
  expect((await after.get('/arbejde')).text).not.toContain(step);
  expect((await after.get('/forloeb/alma')).text).toContain('Kontakt med hende');
  const { rows } = await sql<{ data: unknown }>`select data from pathway_fact where pathway = 'alma' and type = 'event'
    order by sequence desc limit 1`.execute(owner);
  expect(rows[0]?.data).toMatchObject({ kind: 'contact' });
});
