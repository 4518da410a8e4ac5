/** What she says to the waiting list, from the form that puts her on it to her own page, and the longest way she will travel where a place is further away. */
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { testWeb, type Visit, type Visitor } from '../../../test/web.ts';
import { danishDay } from '../../domain/time.ts';
import { databaseNow } from '../../store/database.ts';

const web = await testWeb();
const { owner } = web.database;
const today = danishDay(await databaseNow(owner));
const alma = '/forloeb/alma';
const list = `${alma}/venteliste`;
const visitator = await web.as('visitator');
const koordinator = await web.as('koordinator');

async function send(
  who: Visitor,
  page: Visit,
  selector: string,
  differs: Readonly<Record<string, string | string[]>> = {},
): Promise<Visit> {
  const form = page.$(selector).first();
  const fields: Record<string, string[]> = {};
  for (const { name, value } of form.serializeArray()) fields[name] = [...(fields[name] ?? []), value];
  return who.post(form.attr('action') ?? '', { ...fields, ...differs });
}

async function ownPage(): Promise<string> {
  await sql`update pathway set person = 'maja' where id = 'alma'`.execute(owner);
  return (await (await web.as('kvinden')).get('/mit-forloeb')).text;
}

/** A house in Aarhus: more than half an hour from where she lives. */
const away = '.unit-card:has(h3:contains("Havgården (opdigtet), Haven"))';
const search = (): Promise<Visit> => visitator.get(`${alma}/plads?soeg=ja&ankomst=${today}&laengde=naetter&naetter=60`);

const step = 'Spørg hende om ventelisten, og skriv hendes svar';

test('one who is put on the list without being asked stands there, and to ask her is the coordinator’s step until it is written', async () => {
  const form = (await visitator.get(list)).$('main form');
  expect(form.text()).toContain('Hvad siger hun til at stå på ventelisten?');
  expect(form.find('[name="svar-liste"]:checked').length).toBe(0);
  // What she wishes is further away than she will travel, so nothing is offered at once: she waits.
  const unit = ((await search()).$(`${away} h3 a`).attr('href') ?? '').split('/').at(-1) ?? '';
  const wish = { soeg: 'ja', ankomst: today, laengde: 'naetter', naetter: '60', 'oenske-1': unit, vej: '30' };
  // A question left untouched is no answer: it is asked for together with what else is wrong, and nothing is saved.
  const untouched = await visitator.post(list, { ...wish, naetter: 'mange' });
  expect([untouched.status, untouched.$('#fejl li').length]).toEqual([422, 2]);
  expect(untouched.$('#svar-liste-error').text()).toContain('Vælg, hvad hun siger til at stå på ventelisten');
  expect((await visitator.get(list)).text).toContain('står ikke på venteliste');
  expect((await visitator.post(list, { ...wish, 'svar-liste': 'not-asked' })).status).toBe(303);
  expect((await koordinator.get('/arbejde')).$('tr:contains("Alma")').text()).toContain(step);
  expect((await koordinator.get(alma)).$('.strip').text()).toContain(step);
  expect((await visitator.get(list)).text).toContain('Hun er ikke spurgt om ventelisten');
  const own = await ownPage();
  expect(own).toContain('Du er skrevet på ventelisten. Du er ikke spurgt endnu');
  expect(own).toContain('Længste vej, du vil rejse: 30 min. i bil');

  const change = 'form[action$="/venteliste/ret"]';
  expect((await send(koordinator, await koordinator.get(list), change, { 'svar-liste': 'no' })).status).toBe(303);
  expect((await visitator.get(list)).text).toContain('Hun har sagt nej til at stå på ventelisten. Tal med hende');
  expect((await send(koordinator, await koordinator.get(list), change, { 'svar-liste': 'yes' })).status).toBe(303);
  const restarted = await (await web.restarted()).as('koordinator');
  expect((await restarted.get('/arbejde')).text).not.toContain(step);
  expect((await restarted.get(alma)).text).toContain('Hun har sagt ja til at stå på ventelisten');
  expect((await restarted.get(list)).text).not.toContain('Hun har sagt nej til at stå');
  expect(await ownPage()).toContain('Du har sagt ja til at stå på ventelisten');
  // Her answer alone is no new wish: no unit that rests is asked anew by it.
  const { rows } = await sql<{ act: string }>`select act from placement_request_event where act = 'change'`.execute(owner);
  expect(rows).toEqual([]);
});

test('a place further away than she will travel is told as that, and promised only where it is ticked', async () => {
  const found = await search();
  expect(found.$(away).text()).toContain('Længere, end hun vil rejse (højst 30 min.)');
  // The unit's calendar gives the same answer with the same mark, and a nearer unit's has none.
  const calendarOf = async (card: string): Promise<string> =>
    (await visitator.get(found.$(`${card} a[href*="/kalender"]`).attr('href') ?? '')).text;
  expect(await calendarOf(away)).toContain('Længere, end hun vil rejse (højst 30 min.)');
  const near = '.unit-card:not(:contains("Længere, end hun vil rejse"))';
  expect(found.$(near).length).toBeGreaterThan(0);
  expect(await calendarOf(near)).not.toContain('Længere, end hun vil rejse');
  expect((await send(visitator, found, `${away} form[action$="/hold"]`, { forbi: 'acute-danger' })).status).toBe(303);
  // While a place is held for her the wish stands, and her answer can be written all the same.
  const byItself = 'form[action$="/venteliste/svar"]';
  expect((await visitator.get(list)).$('form[action$="/venteliste/ret"]').length).toBe(0);
  expect((await send(koordinator, await koordinator.get(list), byItself, { 'svar-liste': 'no' })).status).toBe(303);
  expect((await visitator.get(list)).text).toContain('Hun har sagt nej til at stå på ventelisten. Tal med hende');
  expect((await visitator.get(list)).text).toContain('højst 30 min. i bil');
  expect((await send(koordinator, await koordinator.get(list), byItself, { 'svar-liste': 'yes' })).status).toBe(303);
  const page = await visitator.get(`${alma}/plads`);
  const confirm = 'form[action$="/bekraeft"]';
  expect(page.$(confirm).text()).toContain('Hun har sagt, at hun højst vil rejse 30 min. i bil.');
  const ticked = page
    .$(`${confirm} [name=forbehold]`)
    .toArray()
    .map((box) => page.$(box).attr('value') ?? '');
  expect(ticked).toContain('beyond-her-way');
  const asked = { 'svar-plads': 'yes', 'svar-plads-hvordan': 'telephone', 'svar-plads-af': 'Karen Holm', 'svar-plads-dag': '2026-01-02' };
  const sent = { hjemmel: 'SEL-107-2-2', betaler: '0851', kontrolleret: 'ja', ...asked };
  const others = ticked.filter((kind) => kind !== 'beyond-her-way');
  const refused = await send(visitator, page, confirm, { ...sent, forbehold: others });
  expect([refused.status, refused.$('#forbehold-error').length]).toEqual([409, 1]);
  expect((await send(visitator, refused, confirm, { ...sent, forbehold: ticked })).status).toBe(303);
  const { rows } = await sql<{ deviations: string[] }>`select data -> 'deviations' as deviations from stay_event where act = 'confirm'
    and stay in (select id from stay where pathway = 'alma')`.execute(owner);
  expect(rows[0]?.deviations).toContain('beyond-her-way');
  expect((await koordinator.get('/arbejde')).text).not.toContain(step);
});
