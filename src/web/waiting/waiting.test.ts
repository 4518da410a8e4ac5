import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { testWeb, type Visit, type Visitor } from '../../../test/web.ts';
import { waitingWomen } from '../../demo/waiting-women.ts';
import { arrivalQuestions } from '../../domain/placement/arrival.ts';
import { danishDay } from '../../domain/time.ts';
import { databaseNow } from '../../store/database.ts';
import { importPathways } from '../../store/pathway-import.ts';

const web = await testWeb();
const { owner } = web.database;
const today = danishDay(await databaseNow(owner));
await importPathways(owner, waitingWomen(today));
const [aalborg, odense, leader, agency] = await Promise.all(
  ['visitator', 'kommune-odense', 'leder', 'styrelse'].map((user) => web.as(user)),
);
if (!aalborg || !odense || !leader || !agency) throw new Error('four people log in');

/** The hidden fields of a form on a page, as they are sent with it. */
async function hiddenIn(visitor: Visitor, page: string, form: string): Promise<Readonly<Record<string, string>>> {
  const { $ } = await visitor.get(page);
  return Object.fromEntries(
    $(`form[action$="${form}"] input[type=hidden]`)
      .toArray()
      .map((input) => [$(input).attr('name') ?? '', $(input).attr('value') ?? '']),
  );
}

const wish = {
  soeg: 'ja',
  ankomst: today,
  naetter: '60',
  behov: 'accepts-active-use',
  'oenske-1': 'fjordhuset-klit',
  'svar-liste': 'not-asked',
};

describe('her page of the waiting list', () => {
  test('asks for a wish, says what is wrong in it, and saves nothing then', async () => {
    const wrong = await odense.post('/forloeb/venter-olga/venteliste', {
      ...wish,
      naetter: 'mange',
      'oenske-2': 'fjordhuset-klit',
      boern: 'to',
    });
    expect(wrong.status).toBe(422);
    expect(wrong.$('#fejl li').length).toBe(3);
    expect(wrong.$('form #fejl').length).toBe(0);
    expect([wrong.$('#naetter').val(), wrong.$('#boern').val()]).toEqual(['mange', 'to']);
    const past = await odense.post('/forloeb/venter-olga/venteliste', { ...wish, laengde: 'naetter', ankomst: '2026-01-02', naetter: '' });
    expect([past.$('#ankomst').val(), past.$('#naetter').val()]).toEqual(['2026-01-02', '']);
    expect(past.$('#ankomst-error').text()).toBe('Dagen ligger før i dag.');
    expect(past.$('#naetter-error').text()).toContain('Skriv antal nætter');
    expect((await odense.get('/forloeb/venter-olga/venteliste')).text).toContain('står ikke på venteliste');
  });

  test('is for her team alone', async () => {
    for (const visitor of [aalborg, leader, agency])
      expect((await visitor.get('/forloeb/venter-olga/venteliste')).status).toBeGreaterThanOrEqual(403);
    expect((await aalborg.post('/forloeb/venter-olga/venteliste', wish)).status).toBe(404);
    expect((await agency.post('/forloeb/venter-olga/venteliste', wish)).status).toBe(403);
  });

  test('has an offer at once where the place is free, lets it pass on with a reason, and says her number and why', async () => {
    expect((await odense.post('/forloeb/venter-olga/venteliste', wish)).status).toBe(303);
    expect((await odense.get('/forloeb/venter-olga/venteliste')).text).toContain('Hun har et tilbud om en plads');
    expect((await odense.get('/arbejde')).text).toContain('Olga (opdigtet): Fjordhuset (opdigtet), Klit');
    const olgas = '/forloeb/venter-olga/venteliste';
    const shown = await hiddenIn(odense, olgas, '/videre');
    expect(shown).toMatchObject({ felt: 'videre', tilbud: expect.any(String), noegle: expect.any(String) });
    expect((await odense.get(olgas)).text).toContain('Har et tilbud, svar senest');
    const { rows } = await sql<{ weekday: number }>`
      select extract(isodow from answer_by at time zone 'Europe/Copenhagen')::int as weekday from placement_offer`.execute(owner);
    expect(rows.length).toBeGreaterThan(0);
    for (const { weekday } of rows) expect(weekday).toBeLessThan(6);
    const silent = await odense.post(`${olgas}/videre`, { ...shown, 'uddyb-videre': 'Hun ringer' });
    expect([silent.status, silent.$('#grund-videre-error').text(), silent.$('#uddyb-videre').val()]).toEqual([
      422,
      'Vælg en grund.',
      'Hun ringer',
    ]);
    expect(silent.$('input[name=tilbud]').val()).toBe(shown['tilbud']);

    expect((await aalborg.post('/forloeb/venter-nadja/venteliste', { ...wish, vej: '30' })).status).toBe(303);
    const passing = { ...shown, 'grund-videre': 'needs-more-time', 'uddyb-videre': 'Hun tænker' };
    for (const again of [passing, passing]) expect((await odense.post(`${olgas}/videre`, again)).status).toBe(303);
    const page = await odense.get('/forloeb/venter-olga/venteliste');
    expect(page.text).toContain('Olga (opdigtet) er nr. 2 af 2 til Fjordhuset (opdigtet), Klit.');
    expect(page.text).toContain('Graviditeten er i uge 23');
    expect(page.text).toContain('er givet videre: Hun eller vi skal bruge mere tid. Hun tænker.');
    expect(page.text).toContain('spørges igen');
    expect((await odense.post('/forloeb/venter-olga/venteliste/ja')).status).toBe(409);
    expect((await aalborg.get('/forloeb/venter-nadja/venteliste')).text).toContain('Hun har et tilbud om en plads');
  });

  test('takes her own no, and keeps her number', async () => {
    const nadjas = '/forloeb/venter-nadja/venteliste';
    const stale = await aalborg.post(`${nadjas}/af-listen`, { felt: 'af', 'grund-af': 'moved' });
    expect([stale.status, stale.text.includes('Hun har nu et andet tilbud end det, du svarede på')]).toEqual([409, true]);
    const no = await aalborg.post(`${nadjas}/hendes-nej`, {
      ...(await hiddenIn(aalborg, nadjas, '/hendes-nej')),
      felt: 'hendes',
      'grund-hendes': 'distance',
      afdeling: 'fjordhuset-klit',
    });
    expect(no.status).toBe(303);
    const page = await aalborg.get('/forloeb/venter-nadja/venteliste');
    expect(page.text).toContain('Hun sagde selv nej til Fjordhuset (opdigtet), Klit: For langt væk.');
    expect(page.text).toContain('Hendes eget nej tæller ikke');
    const changed = await aalborg.post('/forloeb/venter-nadja/venteliste/ret', { ...wish, 'oenske-2': 'lyngborg-lyng' });
    expect(changed.status).toBe(303);
    const after = await aalborg.get('/forloeb/venter-nadja/venteliste');
    expect(after.text).toContain('Ønsket rettet');
    const wishOf = (unit: string): string => after.$(`tr:has(th:contains("${unit}")) td[data-label="Ønske"]`).text();
    expect([wishOf('Fjordhuset (opdigtet), Klit'), wishOf('Lyngborg (opdigtet), Lyng')]).toEqual(['1. ønske', '2. ønske']);
  });
});

describe('a unit’s list', () => {
  test('is its own leader’s, with initials and how urgent they are in words, and no sum; a no without a reason is asked about', async () => {
    const list = await leader.get('/venteliste/afdeling/fjordhuset-klit');
    expect(list.text).toContain('· O.');
    expect(list.text).not.toMatch(/Olga|Graviditeten|Tilbagefald|noteret/);
    expect(list.$('main').text()).toMatch(/· O\..*haster meget/s);
    expect(list.$('main .card > :not(details)').text()).not.toMatch(/\d+ point/);
    expect((await leader.get('/venteliste/afdeling/lyngborg-lyng')).status).toBe(404);
    expect((await aalborg.get('/venteliste/afdeling/fjordhuset-klit')).status).toBe(403);
    const action = list.$('form[action*="/afvis"]').first().attr('action') ?? '';
    const silent = await leader.post(action, { felt: 'afvis-2', 'uddyb-afvis-2': 'Vi er fulde' });
    expect([silent.status, silent.$('#uddyb-afvis-2').val(), silent.$('#grund-afvis-2-error').text()]).toEqual([
      422,
      'Vi er fulde',
      'Vælg en grund.',
    ]);
    expect(list.text).toContain('læses af sekretariatet og styrelsen: spørg dem');
    const number = list.$('form[action*="/afvis"] input[name=felt]').first().attr('value') ?? '';
    const sent = { felt: number, [`grund-${number}`]: 'mix-of-residents', set: 'ja' };
    expect((await leader.post(action, sent)).status).toBe(303);
    expect((await odense.get('/forloeb/venter-olga/venteliste')).text).toContain('Klit sagde nej: Sammensætningen af beboere.');
    // The form that comes again: nothing is written, and no error is read after a success. One from an old page that was not read is told that it is old.
    const again = await leader.post(action, { ...sent, [`grund-${number}`]: 'staffing' });
    expect(again.status).toBe(303);
    expect((await leader.get('/venteliste/afdeling/fjordhuset-klit')).text).toContain('I har sagt nej til hende før.');
    const old = await leader.post(action, { felt: number, [`grund-${number}`]: 'staffing' });
    expect([old.status, old.text.includes('Det er ændret i mellemtiden')]).toEqual([409, true]);
    expect((await odense.get('/forloeb/venter-olga/venteliste')).text).not.toContain('Klit sagde nej: Bemandingen');
  });
});

describe('the search', () => {
  test('says how many more urgent wait, asks why before the hold, and holds with the reason', async () => {
    await sql`update placement_request set closed = '[]'`.execute(owner);
    await sql`update stay set status = 'released', held_until = null where status = 'held'`.execute(owner);
    await sql`update placement_offer set status = 'unanswered', answered = now() where status = 'open'`.execute(owner);
    await sql`update placement_request set status = 'waiting', stay = null`.execute(owner);
    const find = await aalborg.get(`/forloeb/freja/plads?soeg=ja&ankomst=${today}&naetter=20&behov=accepts-active-use`);
    const klit = find.$('.unit-card').filter((_, card) => find.$(card).text().includes('Fjordhuset (opdigtet), Klit'));
    expect(klit.text()).toMatch(/det haster mere for, venter/);
    const form = {
      soeg: 'ja',
      ankomst: today,
      naetter: '20',
      behov: 'accepts-active-use',
      afdeling: 'fjordhuset-klit',
      plads: 'fjordhuset-klit-2',
      flytninger: '0',
      egne: '2',
      laengde: 'foedsel',
      uger: '4',
      alder: '31',
      partner: 'mand',
      boern: '3, 5',
      noegle: '0b0c4c52-7a9e-4c5e-9d0a-6f6d1f0a2b3c',
    };
    const asked = await aalborg.post('/forloeb/freja/plads/hold', form);
    expect(asked.status).toBe(409);
    expect(asked.text).toContain('Hvorfor får Freja (opdigtet) pladsen først?');
    const carried = asked
      .$('main form input[type=hidden]')
      .toArray()
      .map((input) => [asked.$(input).attr('name'), asked.$(input).attr('value')]);
    expect(Object.fromEntries(carried)).toEqual({ ...form, spurgt: 'ja' });
    expect(
      (
        await owner
          .selectFrom('stay')
          .select('id')
          .where('pathway', '=', sql<never>`'freja'`)
          .execute()
      ).length,
    ).toBe(0);
    const alone = { ...form, laengde: 'naetter', partner: '', boern: '' };
    const why = { ...alone, forbi: 'acute-danger', 'forbi-uddyb': 'Kom i nat' };
    // She has not said yes on her pathway: that is asked too, and stops nobody.
    const yes = await aalborg.post('/forloeb/freja/plads/hold', why);
    expect([yes.status, yes.text.includes('Har hun sagt ja?')]).toEqual([409, true]);
    const unsaid = await aalborg.post('/forloeb/freja/plads/hold', { ...why, 'sagt-ja': 'not-yet', 'sagt-ja-spurgt': 'ja' });
    expect([unsaid.status, unsaid.$('main [role=alert] a').attr('href')]).toEqual([422, '#sagt-ja-grund']);
    expect(unsaid.$('main form input[name=forbi]').attr('value')).toBe('acute-danger');
    const notYet = { 'sagt-ja': 'not-yet', 'sagt-ja-grund': 'not-reached', 'sagt-ja-ord': 'Jeg ringer igen i aften.' };
    const held = await aalborg.post('/forloeb/freja/plads/hold', { ...why, ...notYet });
    expect(held.status).toBe(303);
    const told = 'Hun havde ikke sagt ja endnu: vi har ikke fået fat i hende endnu. Jeg ringer igen i aften.';
    expect((await aalborg.get('/forloeb/freja')).text).toContain(told);
    const card = (await leader.get('/pladser/afdeling/fjordhuset-klit')).$('article:contains("Freja")').text();
    expect(card).toContain('Hun har ikke sagt ja til opholdet endnu.');
    expect(card).not.toContain('fået fat i hende');
    const event = await sql<{
      answer: unknown;
    }>`select data -> 'herYes' as answer from stay_event where act = 'hold' and data ? 'herYes'`.execute(owner);
    expect(event.rows).toEqual([{ answer: { answer: 'not-yet' } }]);
    // The form that has held is not asked again, also when it comes without the answer.
    expect((await aalborg.post('/forloeb/freja/plads/hold', alone)).status).toBe(303);
    expect(await owner.selectFrom('overtaking').select(['reason', 'text', 'unit']).execute()).toEqual([
      { reason: 'acute-danger', text: 'Kom i nat', unit: 'fjordhuset-klit' },
    ]);
  });
});

describe('why a place was held before she had said yes', () => {
  test('is read by those who seek and decide, and not by the unit, also once she has come and it reads her pathway', async () => {
    const { rows } = await sql<{ id: string }>`select id from stay where pathway = 'freja' and status = 'held'`.execute(owner);
    const admission = { dag: today, svaret: arrivalQuestions };
    expect((await leader.post(`/pladser/ophold/${rows[0]?.id}/indskriv`, admission)).status).toBe(303);
    const kept = await sql<{ kept: string }>`select data::text as kept from stay_event where stay = ${rows[0]?.id}
      union all select data::text from pathway_fact where pathway = 'freja'`.execute(owner);
    expect(kept.rows.filter((row) => row.kept.includes('not-reached') || row.kept.includes('ringer igen'))).toEqual([]);
    const read = await leader.get('/forloeb/freja');
    expect(read.status).toBe(200);
    expect(read.text).toContain('Hun havde ikke sagt ja endnu');
    for (const hers of ['fået fat i hende', 'Jeg ringer igen']) {
      expect(read.text).not.toContain(hers);
      expect((await aalborg.get('/forloeb/freja')).text).toContain(hers);
      expect((await (await (await web.restarted()).as('visitator')).get('/forloeb/freja')).text).toContain(hers);
    }
  });
});

describe('her pathway’s timeline', () => {
  test('tells every act on her request, with its reason and who did it, also after a restart', async () => {
    const lines = (page: Visit): readonly string[] =>
      page
        .$('.timeline li')
        .toArray()
        .map((line) => page.$(line).text())
        .filter((line) => line.includes('Venteliste:'));
    const told = lines(await odense.get('/forloeb/venter-olga'));
    const said = await owner
      .selectFrom('placement_request_event')
      .innerJoin('placement_request', 'placement_request.id', 'placement_request_event.request')
      .select(['act', 'by_name'])
      .where('pathway', '=', sql<never>`'venter-olga'`)
      .orderBy('recorded', 'desc')
      .execute();
    expect(said.length).toBeGreaterThan(2);
    expect(told).toHaveLength(said.length);
    for (const [index, { by_name }] of said.entries()) expect(told[index]).toContain(by_name);
    expect(told.at(-1)).toContain('Venteliste: Sat på venteliste');
    expect(lines(await (await (await web.restarted()).as('kommune-odense')).get('/forloeb/venter-olga'))).toEqual(told);
    expect((await aalborg.get('/forloeb/venter-olga')).status).toBe(404);
  });
});

describe('the country’s list and the report of fairness', () => {
  test('are for the internal edition’s readers, without a name', async () => {
    for (const address of ['/venteliste', '/venteliste/rimelighed']) {
      for (const visitor of [aalborg, odense, leader]) expect((await visitor.get(address)).status).toBe(403);
      const page = await agency.get(address);
      expect(page.status).toBe(200);
      expect(page.text).not.toMatch(/Olga|Nadja|venter-/);
    }
    expect((await agency.get('/venteliste')).text).toContain('2 venter.');
    const report = await agency.get('/venteliste/rimelighed');
    expect(report.text).toContain('Sammensætningen af beboere');
    // Two wait and one was passed: the sentences say so without a number that points at anybody.
    expect(report.text).toContain('En plads er holdt forbi en, det hastede mere for, færre end 5 gange.');
    expect(report.text).toMatch(/For få til at sige noget: dem, der venter nu, efter hastegrad, kommunens størrelse, region\./);
    expect(report.text.indexOf('Det viser tallene')).toBeLessThan(report.text.indexOf('Tallene bag'));
    expect(report.text).toMatch(/Akut fare for hende eller barnet ?1/);
  });

  test('stand the same after a restart', async () => {
    const again = await (await web.restarted()).as('styrelse');
    expect((await again.get('/venteliste')).text).toBe((await agency.get('/venteliste')).text);
  });
});
