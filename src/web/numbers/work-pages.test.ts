import { describe, expect, test } from 'vitest';
import { testWeb } from '../../../test/web.ts';

const web = await testWeb();

describe('the gap', () => {
  test('from 83 to 8 is split into the treated and what is unexplained', async () => {
    const planner = await web.as('planlaegger');
    const { status, text, $ } = await planner.get('/tal/afstand');
    expect(status).toBe(200);
    expect($('input[name="behandling"]').val()).toBe('36,1-55,4');
    expect(text).toContain('Det store tal er 10,4 gange det lille.');
    expect(text).toContain('(17,4–26,7 %');
    expect(text).toContain('Grundene bringer det store tal ned til 30–46. 22–38 er tilbage, som ingen af grundene forklarer.');
    // As /tal says of the two: the reservation comes before the numbers, and the rest is not women who are missing.
    expect($('main').text().indexOf('De to tal tæller ikke det samme: de er forskellige i «')).toBeLessThan(
      $('main').text().indexOf('Det store tal'),
    );
    expect(text).toContain('De to tal tæller ikke det samme: de er forskellige i «');
    expect(text).toContain('ikke et antal kvinder, der mangler');
    const alike = await planner.get('/tal/afstand?stort=decided-residential-2017&lille=decided-residential-2019');
    expect(alike.text).not.toContain('De to tal tæller ikke det samme');
    expect($('tr.sum .number').text()).toBe('22–38');
    const all = await planner.get('/tal/afstand?behandling=100');
    expect(all.$('tr.sum .number').text()).toBe('75');
    expect(all.text).toContain('Uden forklaring: 100 %');
  });

  test('of two numbers of the same women is no rest that nobody explains', async () => {
    const secretary = await web.as('sekretaer');
    // «Hvorfor siger den ene 16 og den anden 30?» Both are among the 83, and nobody has said how many are in both.
    const both = await secretary.get('/tal/afstand?stort=treatment-before-stay-2020&lille=treatment-during-stay-2020');
    expect(both.text).toContain('De to tal modsiger ikke hinanden. Begge er en del af «83 (2020)');
    expect(both.text).toContain('Forskellen på 14 er derfor ikke et antal kvinder. Tilsammen er det 30–46 kvinder');
    expect(both.$('tr.sum th').text()).toBe('Forskel, men ikke et antal kvinder');
    expect(both.text).not.toContain('Resten kan være kvinder');
    const part = await secretary.get('/tal/afstand?stort=family-stay-2020&lille=treatment-during-stay-2020&behandling=100');
    expect(part.text).toContain('er en del af «83 (2020)');
    expect(part.text).toContain('Forskellen på 67 er dem, der er med i det store tal og ikke i det lille.');
    expect([part.$('tr.sum th').text(), part.$('tr.sum .number').text()]).toEqual(['Med i det store tal og ikke i det lille', '67']);
    expect(part.text).not.toContain('Resten kan være kvinder');
    const file = await secretary.get('/tal/afstand.csv?stort=family-stay-2020&lille=treatment-during-stay-2020&behandling=100');
    expect(file.response.body).toContain('Med i det store tal og ikke i det lille');
    expect(file.response.body).not.toContain('Resten kan være kvinder');
    // Two that count differently keep the reservation and the rest.
    const unlike = await secretary.get('/tal/afstand');
    expect([unlike.$('tr.sum th').text(), unlike.text.includes('Resten kan være kvinder,')]).toEqual(['Uden forklaring', true]);
  });

  test('says whose the share is: the documents’ own, or one that was written instead', async () => {
    const planner = await web.as('planlaegger');
    for (const own of ['', '?behandling=36,1-55,4']) expect((await planner.get(`/tal/afstand${own}`)).text).toContain('fra dokumenterne');
    const changed = await planner.get('/tal/afstand?behandling=50');
    expect(changed.text).toContain('jeres tal (dokumenterne: 36,1–55,4)');
    expect(changed.text).not.toContain('fra dokumenterne');
  });

  test.each(['abc', '60-40', '0', '150', '50-150'])('shows no result while a field is wrong: %s', async (andet) => {
    const { status, text, $ } = await (await web.as('planlaegger')).get(`/tal/afstand?andet=${andet}`);
    expect(status).toBe(422);
    expect(text).toContain(andet.endsWith('150') ? 'Skriv højst 100.' : 'den mindste først');
    expect(text).toContain('Ret feltet, så regnes der igen.');
    expect(text).not.toContain('ingen af grundene forklarer');
    expect($('tr.sum').length).toBe(0);
  });

  test('says what is wrong', async () => {
    const planner = await web.as('planlaegger');
    expect((await planner.get('/tal/afstand?andet=0')).status).toBe(422);
    expect((await planner.get('/tal/afstand?andet=60-40')).text).toContain('den mindste først');
    expect((await planner.get('/tal/afstand?stort=decided-residential-2019')).text).toContain('Det første tal skal være større');
  });
});

describe('next year', () => {
  test('is a range under each number, and the judgements are not put together', async () => {
    const { status, $, text } = await (await web.as('planlaegger')).get('/tal/naeste-aar');
    expect(status).toBe(200);
    expect($('.one-table tbody tr').length).toBe(8);
    expect(text).toContain('63–106');
    // Six to eight a year carry one residential unit, eighty to a hundred many: the planner's question.
    expect($('.one-table tbody tr').first().text()).toContain('Kan bære ét døgntilbud');
    expect($('.one-table tbody tr').last().text()).toMatch(/Kan bære \d+ døgntilbud/);
    expect(text).toContain('usikkerheden afgør det, ikke kun midten');
    expect(text).toContain('Skønnene modsiger hinanden');
    // The page does not offer for use what it advises against.
    expect($('.one-table tbody tr').last().text()).toContain('Kun et eksempel: brug det ikke.');
    expect($('.one-table tbody tr').last().find('a').length).toBe(0);
    expect($('.one-table tbody tr').first().find('a').length).toBe(1);
  });

  test('shows how the answer moves with the share that is believed, and says why a wider belief may end lower', async () => {
    const planner = await web.as('planlaegger');
    const rowsOf = async (written: string) => {
      const { $, text } = await planner.get(`/tal/naeste-aar?registreret=${written}`);
      const rows = $('table')
        .filter((_, table) => $(table).find('caption').text() === 'Sådan flytter svaret sig med det, I tror')
        .find('tbody tr')
        .toArray()
        .map((row) => $(row).find('td').last().text());
      return { rows, text };
    };
    const usual = await rowsOf('2-25');
    expect(usual.rows).toEqual(['23–348', '11–343', '24–687', '224–478', '15–41', '15–478']);
    expect(usual.text).toContain('Jo oftere kvinder registreres, jo færre er skjulte.');
    expect(usual.text).toContain('Her falder den øvre ende fra 348 til 343');
    // The line in the large table is the same belief.
    expect(usual.text).toMatch(/hvis kun 2–25 % bliver registreret[^]*23–348/);
    expect(usual.text).toContain('2–25 % bliver registreret, som I skrev');
    // Opened fresh nobody has written anything: an example, which is not carried on.
    const fresh = await planner.get('/tal/naeste-aar');
    expect(fresh.text).not.toContain('som I skrev');
    expect(fresh.text).toContain('2–25 % bliver registreret: et eksempel, som ingen har skrevet');
    const row = fresh.$('.one-table tbody tr').filter((_, one) => fresh.$(one).text().includes('et eksempel uden kilde'));
    expect([row.length, row.find('a').length]).toEqual([1, 0]);
    expect((await planner.get('/tal/naeste-aar.csv')).response.body).toContain('et eksempel uden kilde');
    expect((await rowsOf('2-50')).rows[0]).toBe('11–343');
    // No table of a belief that is none: the page says that it is missing and why, and shows the others.
    const none = await rowsOf('25-2');
    expect(none.rows).toEqual([]);
    expect(none.text).toContain('Linjen «hvis … bliver registreret» og tabellen over, hvordan svaret flytter sig, er ikke med her');
    expect(usual.text).not.toContain('er ikke med her');
    // What the numbers rest on stands on the page and in the file.
    const file = (await planner.get('/tal/naeste-aar.csv')).response.body;
    for (const said of [usual.text, file]) expect(said).toContain('Ud over det er intet antaget om, hvor mange der er i alt');
    // Where it does not fall, it is not said to.
    expect((await rowsOf('80-85')).text).not.toContain('Her falder den øvre ende');
  });

  test('says how many places are enough where the length of a stay is written, on the page and in its file, and nothing where it is not', async () => {
    const planner = await web.as('planlaegger');
    const enough = (text: string): readonly number[] =>
      [...text.matchAll(/(\d+) pladser er nok i 95 % af tiden, når et ophold varer 26 uger i gennemsnit/g)].map(([, places]) =>
        Number(places),
      );
    const page = await planner.get('/tal/naeste-aar?registreret=2-25&ophold=26');
    expect(page.status).toBe(200);
    const found = enough(page.$('.one-table tbody').text());
    expect(found.length).toBe(8);
    // 83 came in the one year that was counted: on stays at once there are Poisson with half of Γ(83.5, 1), here added up one by one.
    const half = (26 * 7) / 365.25;
    const chance = (count: number): number =>
      Array.from({ length: count }, (_, index) => (83.5 + index) / (index + 1)).reduce((all, one) => all * one, 1) *
      (1 / (1 + half)) ** 83.5 *
      (half / (1 + half)) ** count;
    let [least, within] = [0, chance(0)];
    while (within < 0.95) within += chance((least += 1));
    expect(found[3]).toBe(least);
    // Where only some are registered more are there at once.
    expect(found[2]).toBeGreaterThan(found[0] ?? NaN);
    expect(enough((await planner.get('/tal/naeste-aar.csv?registreret=2-25&ophold=26')).response.body)).toEqual(found);
    expect(page.$('a[href*="naeste-aar.csv"]').attr('href')).toContain('ophold=26');

    expect((await planner.get('/tal/naeste-aar')).text).not.toContain('pladser er nok i 95 %');
    for (const wrong of ['0', '93', 'tyve', '-3']) {
      const refused = await planner.get(`/tal/naeste-aar?registreret=2-25&ophold=${wrong}`);
      expect(refused.status, wrong).toBe(422);
      expect(refused.text).toContain('Skriv et helt antal uger fra 1 til 92.');
      expect(refused.text).not.toContain('pladser er nok i 95 %');
    }
    expect((await planner.get('/tal/naeste-aar?registreret=2-25&ophold=92')).text).toContain('varer 92 uger');
  });

  test('asks for a chance of being registered that is one', async () => {
    const planner = await web.as('planlaegger');
    for (const wrong of ['x', '25-2', '0-10', '10-100'])
      expect((await planner.get(`/tal/naeste-aar?registreret=${wrong}`)).status).toBe(422);
    for (const [wrong, sentence] of [
      ['0,01-0,02', 'Skriv mindst 0,5 %.'],
      ['50-50,01', 'Skriv mindst 0,5 procentpoint mellem de to tal.'],
    ] as const) {
      const asked = await planner.get(`/tal/naeste-aar?registreret=${wrong}`);
      expect(asked.status).toBe(422);
      expect(asked.text).toContain(sentence);
      expect((await planner.get(`/tal/naeste-aar.csv?registreret=${wrong}`)).status).not.toBe(200);
    }
    expect((await planner.get('/tal/naeste-aar?registreret=0,5-1')).status).toBe(200);
  });
});

describe('repeats', () => {
  test('are found within and between lists, and nothing is kept', async () => {
    const agency = await web.as('styrelse');
    const lister = [
      'liste;født;initialer;kommune;termin',
      'SMDB;1994-03-02;MK;Aalborg;2026-12-01',
      'Ambulatorium;1994-03-02;MK;Odense;2026-12-04',
      'Ambulatorium;1990-01-01;AB;Odense;2026-10-01',
    ].join('\n');
    const { status, text } = await agency.post('/tal/gengangere', { lister });
    expect(status).toBe(200);
    expect(text).toContain('Der er mindst 2 og højst 2 kvinder på 3 linjer.');
    expect(text).toContain('Ambulatorium + SMDB');
    expect((await agency.get('/tal/gengangere')).text).not.toContain('Ambulatorium');
    const refused = await agency.post('/tal/gengangere', { lister: 'liste;født\nA;2026-02-30' });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Linje 2');
  });
});

describe('a list of codes', () => {
  const registry = '/tal/opgoerelser/registry-substance-use?periode=2026';

  test('is edited by the agency alone, as a new edition with a reason, and the figure says which it asked', async () => {
    const agency = await web.as('styrelse');
    expect((await (await web.as('planlaegger')).get('/tal/kodelister')).status).toBe(403);
    const post = (koder: string, grund: string) =>
      agency.post('/tal/kodelister/substance-in-pregnancy', {
        'koder-substance-in-pregnancy': koder,
        'grund-substance-in-pregnancy': grund,
      });
    expect((await post('DO355 hvad', 'x')).text).toContain('HVAD');
    expect((await post('DO355', ' ')).text).toContain('hvorfor');
    expect((await agency.get(registry)).text).toContain('register/2024-1+1.1.1');
    expect((await post('do35.5 DF112', 'Styrelsens brev')).status).toBe(303);
    expect((await post('DO355 DF112', 'igen')).text).toContain('den samme som før');
    for (const server of [web, await web.restarted()])
      expect((await (await server.as('styrelse')).get(registry)).text).toContain('register/2024-1+1.1.2');
    expect((await agency.get(`${registry}&pr=2026-11-21`)).text).toContain('register/2024-1+1.1.1');
  });
});

test('the gap from 83 to 8 says what its remainder cannot be, and the target group what table 1 counts otherwise', async () => {
  const planner = await web.as('planlaegger');
  const stay = (await planner.get('/tal/afstand?stort=family-stay-2020&lille=decided-residential-2019')).text;
  expect(stay).toContain('Den kan ikke være kvinder, hvis brug ingen opdagede, hvis brug ikke blev registreret,');
  expect(stay).not.toContain('Kommunernes tabel 1 er dem');
  const group = (await planner.get('/tal/afstand?stort=needs-2024&lille=decided-any-2019')).text;
  expect(group).toContain(
    'Målgruppen i skønnene er dem, fagfolk vurderer har behov for døgn. Kommunernes tabel 1 er dem, kommunen traf afgørelse for.',
  );
  const file = (await planner.get('/tal/afstand.csv?stort=family-stay-2020&lille=decided-residential-2019')).response.body;
  expect(file).toContain('Den kan ikke være kvinder, hvis brug ingen opdagede');
});

test('next year says which judgement is not put together with the others, on the page and in the file', async () => {
  const planner = await web.as('planlaegger');
  for (const said of [(await planner.get('/tal/naeste-aar')).text, (await planner.get('/tal/naeste-aar.csv')).response.body])
    expect(said).toContain(
      'Uden 80 (2022): det er ét tal uden spænd, så ingen kan se, hvor sikkert det er, og de samme gav 70–80 året efter.',
    );
});

test('a figure says on its page and in its file what it may be compared with', async () => {
  const planner = await web.as('planlaegger');
  const said = 'Tallet kan være mindre end en opgørelse, der ser snævrere ud';
  expect((await planner.get('/tal/opgoerelser/registry-substance-use')).text).toContain(said);
  expect((await planner.get('/tal/opgoerelser/registry-substance-use.csv')).response.body).toContain(said);
});
