/** What is asked of her answer to the very place: her yes from before, the condition that the unit reads, her no by itself, and a place that is gone. */
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { testWeb, type Visit, type Visitor } from '../../../test/web.ts';
import { danishDay, moment } from '../../domain/time.ts';

const web = await testWeb(() => moment(new Date().toISOString()));
const { owner } = web.database;
const today = danishDay(moment(new Date().toISOString()));
const visitator = await web.as('visitator');
const koordinator = await web.as('koordinator');
const leder = await web.as('leder');
const strand = '.unit-card:has(h3:contains("Fjordhuset (opdigtet), Strand"))';
const confirmForm = 'form[action$="/bekraeft"]';
const commitment = { hjemmel: 'BL-32-1-6', betaler: '0851', kontrolleret: 'ja' };
const search = (who: Visitor, id: string): Promise<Visit> =>
  who.get(`/forloeb/${id}/plads?soeg=ja&ankomst=${today}&laengde=naetter&naetter=90`);

function fieldsIn(page: Visit, selector: string): Record<string, string[]> {
  const fields: Record<string, string[]> = {};
  for (const { name, value } of page.$(selector).first().serializeArray()) fields[name] = [...(fields[name] ?? []), value];
  return fields;
}

async function confirms(said: Readonly<Record<string, string>>): Promise<Visit> {
  const page = await visitator.get('/forloeb/alma/plads');
  return visitator.post(page.$(confirmForm).attr('action') ?? '', { ...fieldsIn(page, confirmForm), ...commitment, ...said });
}

/** The unit's capacity as it was confirmed so many hours ago, seen by a server that begins then. */
async function confirmedAgo(hours: number): Promise<Visitor> {
  await sql`update unit set confirmed_at = now() - make_interval(hours => ${hours}) where id = 'fjordhuset-strand'`.execute(owner);
  return (await web.restarted()).as('visitator');
}

test('who comes too late is told so at once, before any question, with when the other’s hold may end', async () => {
  const late = fieldsIn(await search(visitator, 'maja'), `${strand} form[action$="/hold"]`);
  const first = fieldsIn(await search(visitator, 'alma'), `${strand} form[action$="/hold"]`);
  const asked = 'Ring til afdelingen: det, der står om dens pladser, kan være forældet.';
  const question = async (hours: number): Promise<Visit> =>
    (await confirmedAgo(hours)).post('/forloeb/maja/plads/hold', { ...late, forbi: 'acute-danger' });
  const [old, fresh] = [await question(40), await question(2)];
  expect([old.text.includes('Har hun sagt ja?'), old.text.includes(asked)]).toEqual([true, true]);
  expect([fresh.text.includes('Har hun sagt ja?'), fresh.text.includes(asked)]).toEqual([true, false]);
  const without = { ...late, forbi: 'acute-danger', 'sagt-ja': 'not-yet', 'sagt-ja-grund': 'other' };
  const wordless = await visitator.post('/forloeb/maja/plads/hold', without);
  expect([wordless.status, wordless.$('#sagt-ja-ord-error').text()]).toEqual([
    422,
    expect.stringContaining('Skriv til hende, hvorfor pladsen holdes'),
  ]);
  const held = { ...first, plads: late.plads ?? [], forbi: 'acute-danger' };
  expect((await visitator.post('/forloeb/alma/plads/hold', held)).status).toBe(303);
  const gone = await visitator.post('/forloeb/maja/plads/hold', { ...late, forbi: 'acute-danger' });
  expect(gone.status).toBe(409);
  expect(gone.text).not.toContain('Har hun sagt ja?');
  // The hold can be prolonged, and the list is asked before her: nothing is promised for then.
  expect(gone.text).toMatch(/Den anden holdes til kl\. \d+\.\d+\. Det kan forlænges, og bliver pladsen ledig, spørges ventelisten først\./);
  expect(gone.$('main [role=alert] a[href^="/forloeb/maja/venteliste"]').length).toBe(1);
  expect(gone.text).toContain('den næste mulige dag');
  // The address that the refusal stands at, opened again, is her place.
  for (const form of [
    'hold',
    'behov',
    'x/bekraeft',
    'x/fortryd',
    'x/slip',
    'x/forlaeng',
    'x/ny-afrejse',
    'x/siger-ja',
    'x/bekraeft-ophold',
  ]) {
    const again = await visitator.get(`/forloeb/maja/plads/${form}`);
    expect([form, again.status, again.location]).toEqual([form, 303, '/forloeb/maja/plads']);
  }
  expect((await visitator.get('/forloeb/maja/plads/findes-ikke')).status).toBe(404);
});

/** What stands beside «Betaler» on a page. */
async function paysFor(who: Visitor, page: string): Promise<string> {
  const { $ } = await who.get(page);
  return $('dt:contains("Betaler")').first().next('dd').text().trim();
}

const before = 'Ring til afdelingen, før pladsen bekræftes.';

test('the unit is to be rung first; her yes from before is shown, she is asked about the place all the same, and the unit reads her condition when it is confirmed', async () => {
  const shown = async (hours: number): Promise<Visit> => (await confirmedAgo(hours)).get('/forloeb/alma/plads');
  expect((await shown(40)).text).toContain(before);
  expect((await shown(2)).text).not.toContain(before);
  const form = (await visitator.get('/forloeb/alma/plads')).$(confirmForm);
  expect(form.text()).toContain('Hvad siger hun til pladsen i Fjordhuset (opdigtet), Strand?');
  expect(form.text()).toContain('Spørg hende også om pladsen her.');
  // The field is hidden by the answer that is chosen: a condition belongs to a yes.
  // Her words stand beside it, and go on to the unit by nobody but whoever writes them there: most words are no condition.
  expect(form.text()).toContain('med disse ord: «Ja, hvis min søster');
  expect(form.find('.answer-yes textarea[name="betingelse"]').text().trim()).toBe('');
  expect(form.find('.answer-yes label').text()).toContain('Ved ja: hendes betingelse');
  const silent = await confirms({});
  expect([silent.status, silent.$('#svar-plads-error').text()]).toEqual([409, 'Svar på, hvad hun siger til pladsen']);
  const wordless = await confirms({ 'svar-plads': 'not-yet', 'svar-plads-hvorfor': 'other', 'svar-plads-ord': '' });
  expect(wordless.$('#svar-plads-ord-error').text()).toContain('Skriv, hvorfor der ikke er et svar');
  const link = (await visitator.get('/forloeb/alma/plads')).$('a:contains("Skriv hendes nej")').attr('href') ?? '';
  expect((await visitator.get(link)).$('[name="svar-plads"]:checked').val()).toBe('no');
  const card = async (who: Visitor): Promise<string> => (await who.get('/pladser/afdeling/fjordhuset-strand')).text;
  expect(await card(leder)).not.toContain('søster');
  const said = { 'svar-plads': 'yes', 'svar-plads-hvordan': 'telephone', 'svar-plads-af': 'Karen Holm' };
  // Who pays is called by its full name where it is chosen, and where it is read.
  for (const payer of ['Vesthimmerlands Kommune', 'Københavns Kommune', 'Bornholms Regionskommune'])
    expect(form.find(`select[name="betaler"] option:contains("${payer}")`)).toHaveLength(1);
  expect((await confirms({ ...said, betingelse: 'Hendes søster skal kunne besøge hende' })).status).toBe(303);
  expect(await paysFor(visitator, '/forloeb/alma/plads')).toBe('Aalborg Kommune');
  expect(await paysFor(leder, '/pladser/afdeling/fjordhuset-strand')).toMatch(/^Aalborg Kommune, /);
  const restarted = await (await web.restarted()).as('leder');
  expect(await card(restarted)).toMatch(/Hun har sagt ja på en betingelse: «[^»]*søster/);
  expect((await koordinator.get('/forloeb/alma')).text).toContain('Hendes svar på pladsen i Fjordhuset (opdigtet), Strand: ja');
});
