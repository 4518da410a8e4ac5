/** A place that cannot be used, is taken back or is over: what she reads on her own page, her team on its list of work, and the unit afterwards. */
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { testWeb, type Visit, type Visitor } from '../../../test/web.ts';
import { addDays, addMinutes, danishDay, moment } from '../../domain/time.ts';
import { weekdayText } from '../ui/format.ts';

/** How many days later than it is the pages are asked. */
let daysLater = 0;
const now = () => addMinutes(moment(new Date().toISOString()), daysLater * 24 * 60);
const web = await testWeb(now);
const { owner } = web.database;
const today = danishDay(now());
const comes = addDays(today, 5);
const [visitator, koordinator, leder, kvinden] = await Promise.all(
  ['visitator', 'koordinator', 'leder', 'kvinden'].map((user) => web.as(user)),
);
if (!visitator || !koordinator || !leder || !kvinden) throw new Error('four people log in');
await sql`update pathway set person = null where person = 'maja'`.execute(owner);
const alma = '/forloeb/alma';
const strand = '/pladser/afdeling/fjordhuset-strand';

async function send(who: Visitor, page: Visit, selector: string, differs: Readonly<Record<string, string>> = {}): Promise<Visit> {
  const form = page.$(selector).first();
  const fields: Record<string, string[]> = {};
  for (const { name, value } of form.serializeArray()) fields[name] = [...(fields[name] ?? []), value];
  return who.post(form.attr('action') ?? '', { ...fields, ...differs });
}

async function holds(arrival = comes): Promise<string> {
  const card = '.unit-card:has(h3:contains("Fjordhuset (opdigtet), Strand"))';
  const page = await visitator?.get(`${alma}/plads?soeg=ja&ankomst=${arrival}&laengde=naetter&naetter=60`);
  if (!visitator || !page) throw new Error('she is searched for');
  expect((await send(visitator, page, `${card} form[action$="/hold"]`, { forbi: 'acute-danger' })).status).toBe(303);
  const { rows } = await sql<{ id: string }>`select id from stay where pathway = 'alma' and status = 'held'`.execute(owner);
  return rows[0]?.id ?? '';
}

const yes = { 'svar-plads': 'yes', 'svar-plads-hvordan': 'telephone', 'svar-plads-af': 'Karen Holm' };
async function isConfirmed(arrival = comes): Promise<string> {
  const stay = await holds(arrival);
  if (!visitator) throw new Error('somebody confirms');
  const sent = { hjemmel: 'BL-32-1-6', betaler: '0851', kontrolleret: 'ja', ...yes };
  const confirmed = await send(visitator, await visitator.get(`${alma}/plads`), 'form[action$="/bekraeft"]', sent);
  expect(confirmed.status, confirmed.$('[role=alert]').text()).toBe(303);
  return stay;
}

async function own(): Promise<string> {
  await sql`update pathway set person = 'maja' where id = 'alma'`.execute(owner);
  return (await kvinden?.get('/mit-forloeb'))?.$('main').text() ?? '';
}

describe('a hold that was never confirmed', () => {
  test('leaves neither her name nor her needs with the unit, and all of it with her team', async () => {
    const stay = await holds();
    await sql`update stay set needs = '[{"property": "shielded", "why": "chosen"}]' where id = ${stay}`.execute(owner);
    const held = (await leder.get(strand)).$(`article[aria-labelledby="ophold-${stay}"]`).text();
    expect(held).toMatch(/Alma \(opdigtet\).*kærmede/s);
    expect((await visitator.post(`${alma}/plads/${stay}/slip`)).status).toBe(303);
    const page = await leder.get(strand);
    const card = page.$(`article[aria-labelledby="ophold-${stay}"]`).text();
    expect(card).toContain('En plads, der ikke blev bekræftet');
    expect(card).not.toMatch(/Alma|A\.|kærmede|Aalborg|Koordinator/);
    expect(page.text).not.toContain('Alma');
    expect((await visitator.get('/arbejde')).text).toContain('Alma (opdigtet)');
    expect(await own()).toContain('bliver ikke holdt mere');
  });

  test('is told her for two weeks, and no longer', async () => {
    const told: (readonly [status: number, isTold: boolean])[] = [];
    for (daysLater of [13, 16]) {
      const page = await (await web.as('kvinden')).get('/mit-forloeb');
      told.push([page.status, page.text.includes('bliver ikke holdt mere')]);
    }
    daysLater = 0;
    expect(told).toEqual([
      [200, true],
      [200, false],
    ]);
  });
});

describe('a place that is closed in her days', () => {
  test('is told on her page with why in plain words and whom to ring, and on the rows of those who expect her', async () => {
    const stay = await isConfirmed();
    expect(await own()).toContain('Din plads er bekræftet.');
    await sql`insert into closure (unit, place, from_day, to_day, cause, reason)
      values ('fjordhuset-strand', null, ${addDays(comes, -2)}::date, ${addDays(comes, 6)}::date, 'infection', 'Ditte har fåresyge')`.execute(
      owner,
    );
    const page = await own();
    expect(page).toContain('Pladsen kan ikke bruges i dine dage');
    expect(page).toContain('Der er smitte i huset');
    expect(page).toContain(`Du skulle komme ${weekdayText(comes, 'da')}. Tag ikke derhen`);
    expect(page).toMatch(/Ring til .*\d\d \d\d \d\d \d\d/);
    expect(page).not.toMatch(/Ditte|fåresyge|Din plads er bekræftet\.|Dit ophold:/);
    for (const [path, row] of [
      ['/arbejde', 'ul.plain-list li:contains("Alma")'],
      ['/pladser', 'tr:contains("Alma")'],
    ] as const)
      expect((await leder.get(path)).$(row).text(), path).toMatch(/Lukket/);
    // Her no stands on the rows too, and nobody is told to find another without her.
    expect((await visitator.get('/arbejde')).text).toContain('Find en anden plads');
    const no = { ...yes, 'svar-plads': 'no', 'svar-plads-grund': 'network', 'svar-plads-ord': 'Hun vil blive hos sin søster' };
    expect((await send(koordinator, await koordinator.get(`${alma}/hendes-svar`), 'main form[action$="/hendes-svar"]', no)).status).toBe(
      303,
    );
    for (const path of ['/arbejde', '/pladser']) expect((await leder.get(path)).text, path).toContain('Hun har sagt nej');
    const orders = (await visitator.get('/arbejde')).$('main li:contains("Alma")').text();
    expect(orders).toContain('Hun har også sagt nej til den: tal med hende');
    expect(orders).not.toContain('Find en anden plads');
    expect(await own()).toContain('Du har sagt nej til pladsen og behøver ikke gøre noget.');
    expect(await own()).not.toContain('Pladsen er bekræftet og står til dig');
    await sql`delete from closure where reason = 'Ditte har fåresyge'`.execute(owner);
    expect((await visitator.post(`${alma}/plads/${stay}/fortryd`, { grund: 'Hun vil ikke' })).status).toBe(303);
    expect(await own()).toContain('Kommunen har trukket pladsen tilbage. Tag ikke derhen.');
  });
});

describe('a unit that refuses a confirmed place', () => {
  test('reads first when she was to come, gives its reason in words, and her team is to find another today', async () => {
    const stay = await isConfirmed();
    const refuse = `/pladser/ophold/${stay}/afvis`;
    const silent = await leder.post(`${refuse}/se`, { grund: 'mix-of-residents', uddyb: ' ' });
    expect([silent.status, silent.$('#uddyb-error').length]).toEqual([422, 1]);
    // Also without the page that is read first.
    const preview = await leder.post(refuse, { grund: 'mix-of-residents', uddyb: 'To kender hinanden fra før' });
    expect(preview.status).toBe(200);
    expect(preview.text).toContain(`skal komme ${weekdayText(comes, 'da')}`);
    const status = async (): Promise<string | undefined> =>
      (await sql<{ status: string }>`select status from stay where id = ${stay}`.execute(owner)).rows[0]?.status;
    expect(await status()).toBe('confirmed');
    expect((await send(leder, preview, 'main form[action$="/afvis"]')).status).toBe(303);
    expect(await status()).toBe('refused');
    for (const who of [visitator, koordinator]) {
      const page = await who.get('/arbejde');
      const rows = page.$('section:has(h2:contains("I dag")) tr:contains("Alma")');
      expect(rows.text()).toContain('Find og hold en plads');
    }
    const hers = await own();
    expect(hers).toContain('Pladsen er ikke din mere');
    expect(hers).toContain('det ikke passer med dem, der bor der nu');
    expect(hers).not.toContain('To kender hinanden');
    expect(hers).toContain('Huset, hvor pladsen var');
    // The unit keeps whom to ring.
    expect((await leder.get(strand)).$(`article[aria-labelledby="ophold-${stay}"]`).text()).toMatch(
      /Alma \(opdigtet\).*\d\d \d\d \d\d \d\d/s,
    );
  });
});

describe('a stay', () => {
  test('is told to her while she is away from it and when it was broken off, with the number of the house', async () => {
    const stay = await isConfirmed(today);
    const below = `/pladser/ophold/${stay}`;
    expect((await leder.post(`${below}/indskriv`, { dag: today })).status).toBe(303);
    // The contract is still owed when she has come.
    await sql`update stay set legal_basis = 'SEL-107-2-2' where id = ${stay}`.execute(owner);
    const card = (await leder.get(strand)).$(`article[aria-labelledby="ophold-${stay}"]`).text();
    expect(card).toContain('kontrakt');
    const leave = { fra: addDays(today, 2), tilbage: addDays(today, 4), grund: 'family', ord: '' };
    expect((await leder.post(`${below}/orlov`, leave)).status).toBe(303);
    expect(await own()).toContain(`fra ${weekdayText(addDays(today, 2), 'da')} og er tilbage ${weekdayText(addDays(today, 4), 'da')}`);
    expect((await leder.post(`${below}/udskriv`, { dag: today, hvortil: 'own-choice', 'hvortil-ord': '' })).status).toBe(303);
    const page = await own();
    expect(page).toContain('Opholdet er slut, og pladsen holdes ikke til dig mere.');
    expect(page).toContain('Du har stadig ret til hjælp.');
    expect(page).toContain('Huset, hvor pladsen var');
    expect(page).toContain('Dit ophold i Fjordhuset (opdigtet), Strand sluttede');
  });
});
