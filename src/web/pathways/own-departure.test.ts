/** A day of leaving that was changed, on her own page: which day before and now, who wrote it, for which house, and why. */
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { testWeb, type Visit, type Visitor } from '../../../test/web.ts';
import { addDays, danishDay, moment } from '../../domain/time.ts';
import { dayText } from '../ui/format.ts';

const now = () => moment(new Date().toISOString());
const web = await testWeb(now);
const { owner } = web.database;
const today = danishDay(now());
const [visitator, leder, kvinden] = [await web.as('visitator'), await web.as('leder'), await web.as('kvinden')];
const plads = '/forloeb/alma/plads';
const text = (after: number): string => dayText(addDays(today, after), 'da');
let stay = '';

async function send(who: Visitor, page: Visit, selector: string, differs: Readonly<Record<string, string>> = {}): Promise<Visit> {
  const form = page.$(selector).first();
  const fields: Record<string, string[]> = {};
  for (const { name, value } of form.serializeArray()) fields[name] = [...(fields[name] ?? []), value];
  return who.post(form.attr('action') ?? '', { ...fields, ...differs });
}

/** Her page: the pathway is told to be hers again after every fact. */
async function own(): Promise<Visit> {
  await sql`update pathway set person = 'maja' where id = 'alma'`.execute(owner);
  return kvinden.get('/mit-forloeb');
}

const cardOf = (page: Visit, heading: string): string => page.$(`.card:has(h2:contains("${heading}"))`).first().text();
const told = (page: Visit): string => cardOf(page, 'Det, der er skrevet og besluttet');
const rightNow = (page: Visit): string => cardOf(page, 'Lige nu');

beforeAll(async () => {
  await sql`update pathway set person = null where person = 'maja'`.execute(owner);
  const found = await visitator.get(`${plads}?soeg=ja&ankomst=${today}&laengde=naetter&naetter=60`);
  const card = '.unit-card:has(h3:contains("Fjordhuset (opdigtet), Strand"))';
  if ((await send(visitator, found, `${card} form[action$="/hold"]`, { forbi: 'acute-danger' })).status !== 303)
    throw new Error('she was given no place');
  const said = { 'svar-plads': 'yes', 'svar-plads-hvordan': 'telephone', 'svar-plads-af': 'Karen Holm' };
  const sent = { hjemmel: 'BL-32-1-6', betaler: '0851', kontrolleret: 'ja', ...said };
  if ((await send(visitator, await visitator.get(plads), 'form[action$="/bekraeft"]', sent)).status !== 303)
    throw new Error('she was given no place');
  const { rows } = await sql<{ id: string }>`select id from stay where pathway = 'alma' and status = 'confirmed'`.execute(owner);
  stay = rows[0]?.id ?? '';
});

/** Her house writes that she leaves earlier: what follows is read first, and saved from there. */
async function leavesEarlier(said: Readonly<Record<string, string>>): Promise<Visit> {
  const page = await leder.get('/pladser/afdeling/fjordhuset-strand');
  const seen = await send(leder, page, `form[action="/pladser/ophold/${stay}/rejser-tidligere/se"]`, said);
  return send(leder, seen, `form[action="/pladser/ophold/${stay}/rejser-tidligere"]`);
}

describe('a day of leaving that was changed', () => {
  test('by the municipality is told with both days, who wrote it in which role, and the reason that the form said she reads', async () => {
    expect((await own()).text).not.toContain('Dagen, du skal rejse fra');
    const page = await visitator.get(plads);
    const form = 'form[action$="/ny-afrejse"]';
    expect(page.$(`${form} #hvorfor-hint`).text()).toContain('Hun læser det på sin egen side, som du skriver det.');
    const sent = { rejser: addDays(today, 50), hvorfor: 'Du har fået en lejlighed fra den dag' };
    expect((await send(visitator, page, form, sent)).status).toBe(303);
    const hers = await own();
    const days = `Dagen, du skal rejse fra Fjordhuset (opdigtet), Strand, er ændret fra ${text(60)} til ${text(50)}`;
    const why = 'Grunden er skrevet til dig: «Du har fået en lejlighed fra den dag»';
    for (const shown of [rightNow(hers), told(hers)]) {
      expect(shown).toContain(days);
      expect(shown).toMatch(/Det skrev [^(]+ \(Den, der beslutter om hjælp i kommunen, [^)]*Aalborg[^)]*\)/);
      expect(shown).toContain(why);
    }
  });

  test('by her house is told with the leader’s name and the house', async () => {
    expect(
      (
        await send(
          leder,
          await leder.get('/pladser/afdeling/fjordhuset-strand'),
          `article[aria-labelledby="ophold-${stay}"] form[action$="/indskriv"]`,
        )
      ).status,
    ).toBe(303);
    const page = await leder.get('/pladser/afdeling/fjordhuset-strand');
    const to = `form[action="/pladser/ophold/${stay}/rejser-tidligere/se"]`;
    // Of all that her house can write on her card, this alone is read by her, and this alone says so.
    const saying = page
      .$(`article[aria-labelledby="ophold-${stay}"] .form-hint:contains("Hun læser det på sin egen side")`)
      .toArray()
      .map((hint) => page.$(hint).closest('form').attr('action'));
    expect(saying).toEqual([`/pladser/ophold/${stay}/rejser-tidligere/se`]);
    const empty = await send(leder, page, to, { rejser: addDays(today, 20), hvorfor: '' });
    expect([empty.status, empty.$('#hvorfor-hint').text()]).toEqual([422, expect.stringContaining('Hun læser det')]);
    expect((await leavesEarlier({ rejser: addDays(today, 20), hvorfor: 'Du vil hjem til din søn' })).status).toBe(303);
    const hers = await own();
    const shown = rightNow(hers);
    expect(shown).toContain(`er ændret fra ${text(50)} til ${text(20)}`);
    expect(shown).toMatch(/\(Leder af en døgnafdeling, Fjordhuset \(opdigtet\)\)/);
    expect(shown).toContain('«Du vil hjem til din søn»');
    // What stood before is told below, and is not said to stand now.
    expect(shown).not.toContain(text(60));
    expect(told(hers)).toContain(`er ændret fra ${text(60)} til ${text(50)}`);
  });

  test('with a reason that was not written to her says that there is one to ask about, and never the words', async () => {
    const sent = { rejser: addDays(today, 30), hvorfor: 'Sønnens anbringelse trækker ud', noegle: crypto.randomUUID() };
    // A form that was opened before it said that she reads it.
    expect((await visitator.post(`${plads}/${stay}/ny-afrejse`, sent)).status).toBe(303);
    const hers = await own();
    expect(hers.text).toContain(`er ændret fra ${text(20)} til ${text(30)}`);
    expect(hers.text).toContain('Der er skrevet en grund, men den er ikke skrevet til dig: du kan spørge om den.');
    expect(hers.text).not.toContain('anbringelse');
  });

  test('is no longer said of now once she has left', async () => {
    const leave = { rejser: addDays(today, 9), hvorfor: 'Du vil hjem' };
    expect((await leavesEarlier(leave)).status).toBe(303);
    const discharge = { dag: today, hvortil: 'own-home', 'hvortil-ord': '', noegle: crypto.randomUUID(), set: 'ja' };
    const gone = await leder.post(`/pladser/ophold/${stay}/udskriv`, discharge);
    expect(gone.status, gone.text).toBe(303);
    const hers = await own();
    expect(rightNow(hers)).not.toContain('Dagen, du skal rejse');
    expect(told(hers)).toContain(`er ændret fra ${text(30)} til ${text(9)}`);
  });
});
