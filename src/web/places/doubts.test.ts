/** What speaks against a place for her: told on its page, ticked by itself before the place is promised, and kept with the promise. */
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { testWeb, type Visit, type Visitor } from '../../../test/web.ts';
import { addDays, danishDay, moment } from '../../domain/time.ts';

const now = () => moment(new Date().toISOString());
const web = await testWeb(now);
const { owner } = web.database;
const today = danishDay(now());
const alma = '/forloeb/alma';
const visitator = await web.as('visitator');

/** Sends the first such form as it stands, but for what differs. */
async function send(who: Visitor, page: Visit, selector: string, differs: Readonly<Record<string, string>> = {}): Promise<Visit> {
  const form = page.$(selector).first();
  const fields: Record<string, string[]> = {};
  for (const { name, value } of form.serializeArray()) fields[name] = [...(fields[name] ?? []), value];
  return who.post(form.attr('action') ?? '', { ...fields, ...differs });
}

test('a place that is closed for some of her nights is confirmed only where that is ticked, and her own words stand beside it', async () => {
  const search = await visitator.get(`${alma}/plads?soeg=ja&ankomst=${today}&laengde=naetter&naetter=90`);
  expect(search.text).toContain('Hun sagde ja');
  expect(search.text).toContain('«Ja, hvis min søster kan komme på besøg.»');
  const card = '.unit-card:has(h3:contains("Fjordhuset (opdigtet), Strand"))';
  expect((await send(visitator, search, `${card} form[action$="/hold"]`, { forbi: 'acute-danger' })).status).toBe(303);
  await sql`insert into closure (unit, place, from_day, to_day, reason)
    select unit, place, ${addDays(today, 4)}, ${addDays(today, 11)}, 'Maling'
    from stay_part where stay in (select id from stay where pathway = 'alma')`.execute(owner);
  const restarted = await (await web.restarted()).as('visitator');
  const page = await restarted.get(`${alma}/plads`);
  const form = page.$('form[action$="/bekraeft"]');
  expect(form.text()).toContain('Lukket');
  // Each thing is said once on the page, and as it was decided there is no tick for the basis and the payer.
  expect(page.$('main').text().split('Maling').length - 1).toBe(1);
  expect(page.$('main').text().split('«Ja, hvis min søster kan komme på besøg.»').length - 1).toBe(1);
  expect(form.find('.if-changed input[name=kontrolleret]').length).toBe(1);
  expect(form.text()).toContain('Maling');
  expect(form.text()).toContain('«Ja, hvis min søster kan komme på besøg.»');
  const status = async (): Promise<unknown> =>
    (await sql<{ status: string }>`select status from stay where pathway = 'alma'`.execute(owner)).rows[0]?.status;
  // Her yes is from before the place was found, so she is asked about it.
  const herYes = { 'svar-plads': 'yes', 'svar-plads-hvordan': 'telephone', 'svar-plads-af': 'Karen Holm' };
  const commitment = { hjemmel: 'SEL-107-2-2', betaler: '0851', kontrolleret: 'ja', ...herYes };
  const refused = await send(restarted, page, 'form[action$="/bekraeft"]', commitment);
  expect([refused.status, await status()]).toEqual([409, 'held']);
  expect(refused.$('#forbehold-error').text()).toContain('Kryds af ved det, der taler imod pladsen');
  expect(refused.$('form[action$="/bekraeft"]').text().split('Maling').length - 1).toBe(1);
  expect(refused.text).not.toContain('Er det rigtigt?');
  const done = await send(restarted, refused, 'form[action$="/bekraeft"]', { ...commitment, forbehold: 'cannot-stand' });
  expect([done.status, await status()]).toEqual([303, 'confirmed']);
  const kept = await sql<{ deviations: string[]; doubts: unknown }>`select data -> 'deviations' as deviations, data -> 'doubts' as doubts
    from stay_event where act = 'confirm' and stay in (select id from stay where pathway = 'alma')`.execute(owner);
  expect(kept.rows[0]?.deviations).toContain('cannot-stand');
  expect(kept.rows[0]?.doubts).toMatchObject([{ kind: 'cannot-stand', troubles: [{ kind: 'closed', closure: { reason: 'Maling' } }] }]);
});

test('her hesitation and its reason are read where she is put on the waiting list', async () => {
  const koordinator = await web.as('koordinator');
  const said = { svar: 'considering', grund: 'distance', ord: 'Jeg skal vide, hvor langt væk det er.', happened: today };
  expect((await koordinator.post(`${alma}/svar`, said)).status).toBe(303);
  const page = await visitator.get(`${alma}/venteliste`);
  expect(page.$('main').text()).toMatch(/Hendes seneste svar .*: overvejer · .* · «Jeg skal vide, hvor langt væk det er\.»/i);
  expect((await visitator.get(`${alma}/plads`)).text).not.toContain('Hun sagde ja');
});
