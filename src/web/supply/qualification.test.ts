import { describe, expect, test } from 'vitest';
import { testWeb, type Visit } from '../../../test/web.ts';
import { addDays, danishDay, moment } from '../../domain/time.ts';

const web = await testWeb(() => moment(new Date().toISOString()));
const [leader, decider, agency, woman, planner] = await Promise.all(
  ['leder', 'visitator', 'styrelse', 'kvinden', 'planlaegger'].map((user) => web.as(user)),
);
if (!leader || !decider || !agency || !woman || !planner) throw new Error('the personas are not there');

const strand = '/pladser/afdeling/fjordhuset-strand';
const klit = '/pladser/afdeling/fjordhuset-klit';
const today = danishDay(moment(new Date().toISOString()));

/** The fields of a form as the page shows them. */
function fieldsOf(page: Visit): Record<string, string> {
  return Object.fromEntries(
    page
      .$('main form')
      .serializeArray()
      .map(({ name, value }) => [name, value]),
  );
}

describe('a unit’s qualification', () => {
  test('is a line on its page: what it states, and what the agency holds', async () => {
    expect((await decider.get(strand)).text).toContain(
      '3 af 4 kriterier er opfyldt efter egne oplysninger (og ét forventet); styrelsen har vurderet, at 2 af 4 er opfyldt (og ét forventet)',
    );
    expect((await decider.get('/pladser/afdeling/engbuen-eng')).text).toContain(
      '4 af 4 kriterier er opfyldt efter egne oplysninger; styrelsen har ikke vurderet',
    );
    expect((await decider.get(klit)).text).toContain('Afdelingen har ikke oplyst noget; styrelsen har ikke vurderet');
  });

  test('shows both sides with their reasons and authors', async () => {
    const { text, status } = await decider.get(`${strand}/kvalifikation`);

    expect(status).toBe(200);
    for (const said of [
      'Aktiv praksis',
      'Styrelsens vurdering',
      'af 9 medarbejdere har mindst 4 års erfaring',
      'Psykiater: ved behov; vejledende ugentligt',
      'udbreder viden: nej',
      'Lone Bækgaard',
      'Anders Fuglsang',
      'Der er ikke forelagt en plan for at dele viden',
      'Udgaven fra 2024 nævner ingen tal',
    ])
      expect(text).toContain(said);
    // A year that has not ended is never called whole.
    const counted = text.slice(text.indexOf('Kvinder, der har boet'));
    expect(counted).toMatch(/til og med \d+\. \S+ 20\d\d/);
    expect(counted).not.toMatch(new RegExp(`${new Date().getFullYear()}: \\d+ \\(hele året`));
    expect(text).toContain('her tælles kun ophold, der er skrevet i Samløb');
  });

  test('is held against either edition', async () => {
    const { text } = await decider.get(`${strand}/kvalifikation?udgave=screeningsmodel-2019-11-26`);
    expect(text).toContain('Have mindst tre årsværk tilknyttet indsatsen til målgruppen.');
    expect(text).toContain('6,5 årsværk; mindst 3');
    expect(text).toContain('styrelsen har ikke vurderet');
    expect((await decider.get(`${strand}/kvalifikation?udgave=findes-ikke`)).text).toContain('Aktiv praksis');
  });

  test('is read by those who seek and oversee, and not by the woman', async () => {
    for (const who of [leader, decider, agency, planner]) expect((await who.get(`${strand}/kvalifikation`)).status).toBe(200);
    expect((await woman.get(`${strand}/kvalifikation`)).status).toBe(403);
    expect((await woman.get(strand)).text).not.toContain('3 af 4 kriterier');
    expect((await decider.get('/pladser/afdeling/findes-ikke/kvalifikation')).status).toBe(404);
  });

  test('keeps the versions that were before', async () => {
    const page = await decider.get(`${strand}/kvalifikation`);
    const links = page
      .$('a[href*="/kvalifikation/version/"]')
      .toArray()
      .map((one) => page.$(one).attr('href') ?? '');
    expect(links.length).toBe(3);
    expect((await decider.get(links.at(-1) ?? '')).text).toContain('samarbejder med lignende tilbud i andre regioner');
    expect((await decider.get(links[0] ?? '')).text).toContain('Anders Fuglsang');
    expect((await decider.get(`${strand}/kvalifikation/version/99`)).status).toBe(404);
  });
});

describe('the leader', () => {
  test('saves every field empty and still has stated nothing, and only a second version has one before it', async () => {
    expect((await leader.post(`${klit}/kvalifikation/oplysninger`, {})).status).toBe(303);
    const first = (await leader.get(`${klit}/kvalifikation`)).text;
    expect(first).toContain('Oplysningerne er gemt.');
    expect(first).not.toContain('Den forrige udgave');
    expect((await decider.get(klit)).text).toContain('Afdelingen har ikke oplyst noget; styrelsen har ikke vurderet');
    expect((await leader.post(`${klit}/kvalifikation/oplysninger`, {})).status).toBe(303);
    expect((await leader.get(`${klit}/kvalifikation`)).text).toContain('Den forrige udgave');
  });

  test('states facts in a table, and others read what they show', async () => {
    const form = await leader.get(`${klit}/kvalifikation/oplysninger`);
    const sent = {
      ...fieldsOf(form),
      aarsvaerk: '3,5',
      medarbejdere: '5',
      erfarne: '3',
      'vis-medarbejdere': 'vagtplanen',
      'link-medarbejdere': 'https://eksempel.dk/vagtplan',
      'kilde-nurse': 'bought',
      'ofte-nurse': 'daily',
      'vis-nurse': 'aftale med vikarbureau',
      'praksis-spreads-knowledge': 'nej',
      'vis-spreads-knowledge': 'endnu ikke i gang',
      'senest-knowledge-distribution': addDays(today, 200),
      'vis-forventet-knowledge-distribution': 'netværk begynder',
    };
    expect((await leader.post(`${klit}/kvalifikation/oplysninger`, sent)).status).toBe(303);

    const { text, $ } = await decider.get(`${klit}/kvalifikation`);
    expect(text).toContain('3,5 årsværk; mindst 3');
    expect(text).toContain('købt, dagligt');
    expect(text).toContain('netværk begynder');
    expect($('a[href="https://eksempel.dk/vagtplan"]').length).toBeGreaterThan(0);
    expect(fieldsOf(await leader.get(`${klit}/kvalifikation/oplysninger`))).toMatchObject({ aarsvaerk: '3,5', 'kilde-nurse': 'bought' });
  });

  test('finds its way in the form by its sections, of which one is open, and all where something is to be put right', async () => {
    const form = await leader.get(`${klit}/kvalifikation/oplysninger`);
    const links = form.$('nav[aria-label="Afsnit på denne side"] a').toArray();
    expect(links.length).toBe(6);
    for (const link of links) expect(form.$(form.$(link).attr('href') ?? '#ingen').length).toBe(1);
    const open = (page: typeof form): readonly boolean[] =>
      page
        .$('details.section')
        .toArray()
        .map((section) => page.$(section).attr('open') !== undefined);
    expect(open(form)).toEqual([true, false, false, false, false]);
    // What is folded says how much of it is stated, is sent with the rest, and its fields are inside what a link to them opens.
    expect(form.$('details.section summary').eq(1).text()).toMatch(/: 1 af 1 oplyst$/);
    expect(form.$('details.section #aarsvaerk').length).toBe(1);
    const wrong = await leader.post(`${klit}/kvalifikation/oplysninger`, { aarsvaerk: 'tre' });
    expect(open(wrong)).toEqual([true, true, true, true, true]);
  });

  test('is told field by field what is wrong, and nothing is saved', async () => {
    const before = (await leader.get(`${klit}/kvalifikation`)).$('a[href*="/version/"]').length;
    const { status, $ } = await leader.post(`${klit}/kvalifikation/oplysninger`, {
      aarsvaerk: 'tre',
      medarbejdere: '2',
      erfarne: '4',
      'kilde-nurse': 'bought',
      'link-nurse': 'javascript:alert(1)',
      'dag-nurse': addDays(today, 1),
      'kvinder-2025': 'mange',
      'senest-volume': addDays(today, -1),
    });
    expect(status).toBe(422);
    for (const [field, words] of [
      ['aarsvaerk', 'skriv et tal'],
      ['erfarne', 'flere med erfaring'],
      ['ofte-nurse', 'hvor ofte'],
      ['vis-nurse', 'hvad der viser det'],
      ['link-nurse', 'begynder med https'],
      ['dag-nurse', 'ikke ligger efter i dag'],
      ['kvinder-2025', 'helt tal'],
      ['senest-volume', 'efter i dag'],
    ] as const)
      expect($(`#${field}-error`).text()).toContain(words);
    expect((await leader.get(`${klit}/kvalifikation`)).$('a[href*="/version/"]').length).toBe(before);
  });

  test('is told all that is wrong in the order of the form, also what shows an answer that was forgotten', async () => {
    const { status, $ } = await leader.post(`${klit}/kvalifikation/oplysninger`, {
      'vis-nurse': 'vagtplan',
      aarsvaerk: 'tre',
      'kvinder-2025': 'mange',
      'link-spreads-knowledge': 'https://eksempel.dk',
      'senest-volume': addDays(today, -1),
      'vis-forventet-cooperation': 'aftale på vej',
    });
    expect(status).toBe(422);
    const fields = $('#fejl a')
      .toArray()
      .map((link) => $(link).attr('href'));
    expect(fields).toEqual([
      '#kilde-nurse',
      '#aarsvaerk',
      '#vis-medarbejdere',
      '#dag-medarbejdere',
      '#kvinder-2025',
      '#vis-2025',
      '#dag-2025',
      '#praksis-spreads-knowledge',
      '#senest-volume',
      '#vis-forventet-volume',
      '#dag-forventet-volume',
      '#senest-cooperation',
    ]);
    expect($('#kilde-nurse-error').text()).toContain('skriv svaret, eller slet det, der viser det');
    expect($('#vis-nurse').val()).toBe('vagtplan');
  });

  test('cannot state for another facility, nor assess', async () => {
    expect((await leader.get('/pladser/afdeling/lyngborg-lyng/kvalifikation/oplysninger')).status).toBe(404);
    expect((await leader.post('/pladser/afdeling/lyngborg-lyng/kvalifikation/oplysninger', {})).status).toBe(404);
    expect((await leader.get(`${klit}/kvalifikation/vurdering`)).status).toBe(403);
    expect((await decider.get(`${klit}/kvalifikation/oplysninger`)).status).toBe(403);
  });
});

describe('the agency', () => {
  const vurdering = `${klit}/kvalifikation/vurdering`;

  test('assesses a criterion with a reason, by an edition, and the unit’s facts stay as they are', async () => {
    const saved = await agency.post(vurdering, {
      udgave: 'screeningsmodel-2019-11-26',
      'udfald-volume': 'expected',
      'senest-volume': addDays(today, 100),
      'grund-volume': 'Tilgangen stiger',
    });
    expect(saved.status).toBe(303);
    const { text } = await leader.get(`${klit}/kvalifikation?udgave=screeningsmodel-2019-11-26`);
    expect(text).toContain('Tilgangen stiger');
    expect(text).toContain('styrelsen har vurderet, at 0 af 4 er opfyldt (og ét forventet)');
    expect(text).toContain('antal kvinder i');
  });

  test('is told what is missing, and nothing is saved', async () => {
    const { status, $ } = await agency.post(vurdering, { 'udfald-cooperation': 'expected', 'senest-cooperation': addDays(today, -3) });
    expect(status).toBe(422);
    expect($('#grund-cooperation-error').text()).toContain('begrundelse');
    expect($('#senest-cooperation-error').text()).toContain('efter i dag');
    const forgotten = await agency.post(vurdering, {
      'udfald-cooperation': 'met',
      'grund-cooperation': 'ja',
      'grund-competences': 'fine folk',
    });
    expect([forgotten.status, forgotten.$('#fejl a').attr('href')]).toEqual([422, '#udfald-competences']);
    expect((await agency.post(vurdering, {})).$('#udfald-active-practice-error').text()).toContain('mindst ét kriterium');
  });
});
