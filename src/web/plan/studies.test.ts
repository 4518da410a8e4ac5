import { describe, expect, test } from 'vitest';
import { type TestWeb, testWeb, type Visit, type Visitor } from '../../../test/web.ts';

const web = await testWeb();
const form = '/planlaegning/sammenlign';
const address = '/planlaegning/beregninger';
const quick = { hvad: 'comparison', noejagtighed: '2', startnummer: '7' };

/** Looks at a study until it is finished, as the page does by itself. */
async function finished(visitor: Visitor, at: string): Promise<Visit> {
  for (;;) {
    const visit = await visitor.get(at);
    if (visit.$('[data-waiting]').length === 0) return visit;
  }
}

async function asked(visitor: Visitor, fields: Readonly<Record<string, string | readonly string[]>>): Promise<string> {
  const { status, location } = await visitor.post(address, fields);
  expect(status).toBe(303);
  return location;
}

describe('proposals beside each other', () => {
  test('are told of under each estimate, with differences, pictures and tables; kept, and the same digits after a restart', async () => {
    const planner = await web.as('planlaegger');
    const at = await asked(planner, { ...quick, forslag: ['styrelsen-2024', 'kommunerne-2025'], grund: 'kommunerne-2025' });
    const { $, text } = await finished(planner, at);
    expect($('.lab-estimate').length).toBe(3);
    // What is finished cannot be stopped, and is not said to have been.
    await planner.post(`${at}/stop`);
    const late = await planner.get(at);
    expect(late.text).toContain('Beregningen var slut, før den kunne standses.');
    expect(late.text).not.toContain('Intet er gemt');
    expect(late.$('.lab-estimate').length).toBe(3);
    expect($('.lab-estimate h2').first().text()).toBe('6–8 kvinder om året');
    expect(text).toContain('Forskellen fra «Pladser ved familieambulatorierne, åbnet efter behov»');
    expect($('.lab-fan').length).toBe(6);
    // They are held against each other: one axis.
    const axes = $('.lab-fan svg')
      .map((_, svg) =>
        $(svg)
          .find('.plan-grid')
          .map((__, line) => line.attribs['y1'])
          .get()
          .join(),
      )
      .get();
    expect(new Set(axes).size).toBe(1);
    expect($('.lab-map').length).toBe(2);
    expect($('svg[role="img"]:not([aria-label])').length).toBe(0);
    expect($('details table').length).toBeGreaterThanOrEqual(8);
    // The sentence and the table say the same of the same measures.
    for (const section of $('.lab-estimate').toArray()) {
      const said = $(section).find('.say').text();
      for (const [measure, best, open, all] of [
        ['Afsnittenes år med mindst tre', 'den største andel af afsnittenes år', 'det ikke afgøres', 'næsten alle afsnittenes år'],
        ['Kommer aldrig ind', 'har den laveste andel, der aldrig kommer ind', 'kan ikke afgøres', 'Næsten alle kommer ind'],
      ] as const) {
        const row = $(section)
          .find('table')
          .eq(1)
          .find('tr')
          .filter((_, one) => $(one).find('th').text().startsWith(measure));
        if (said.includes(all)) continue;
        const isSure = row.find('.sure').text().trim() === 'sikker';
        expect([said.includes(best), said.includes(open)], `${said} ${row.text()}`).toEqual([
          isSure || measure.startsWith('Afsnit'),
          !isSure,
        ]);
      }
    }
    // By need, fewer places stand open and empty: certain, with the same women in both.
    const empty = $('.lab-estimate')
      .first()
      .find('tr')
      .filter((_, row) => $(row).find('th').text().startsWith('Tomme pladsdage'));
    expect(empty.eq(1).text()).toMatch(/\+[\d.]+ ± [\d.]+ sikker/);

    const restarted: TestWeb = await web.restarted();
    const agency = await restarted.as('styrelse');
    expect((await agency.get(at)).$('.lab-estimate').text()).toBe($('.lab-estimate').text());
    expect((await agency.get(form)).$(`a[href="${at}"]`).length).toBe(1);
    const again = await agency.post(`${at}/igen`);
    expect(again.status).toBe(303);
    expect((await finished(agency, at)).response.body).toContain('de samme til sidste ciffer');
    // It is kept, and not only for the one who asked.
    expect((await (await restarted.as('planlaegger')).get(at)).text).toContain('de samme til sidste ciffer');
  });

  test('are the same question when they are asked again, and another with another seed', async () => {
    const secretary = await web.as('sekretaer');
    const one = await asked(secretary, { ...quick, forslag: ['proevehandling', 'intet-nyt'] });
    await finished(secretary, one);
    const before = await web.database.owner.selectFrom('study').select('id').execute();
    expect(await asked(await web.as('planlaegger'), { ...quick, forslag: ['proevehandling', 'intet-nyt'] })).toBe(one);
    expect(await web.database.owner.selectFrom('study').select('id').execute()).toHaveLength(before.length);
    const other = await asked(secretary, { ...quick, startnummer: '8', forslag: ['proevehandling', 'intet-nyt'] });
    expect(other).not.toBe(one);
    await finished(secretary, other);
  });

  test('say of nothing new what it is, so that its numbers are not read as a result', async () => {
    const planner = await web.as('planlaegger');
    const { text } = await finished(planner, await asked(planner, { ...quick, forslag: ['proevehandling', 'intet-nyt'] }));
    expect(text).toContain('«Intet nyt» har ingen afsnit.');
    expect(text).toContain('er det kun «En prøvehandling ved ét familieambulatorium» (');
    expect(text).toMatch(
      /«En prøvehandling ved ét familieambulatorium» \([^)]*%\) har den laveste andel, der aldrig kommer ind\.|Næsten alle kommer ind/,
    );
    expect(text).not.toContain('«En prøvehandling ved ét familieambulatorium» har ingen afsnit.');
  });

  test('name the proposal that leaves most outside beside the one that leaves fewest', async () => {
    const planner = await web.as('planlaegger');
    const { $ } = await finished(planner, await asked(planner, { ...quick, forslag: ['kommunerne-2025', 'proevehandling'] }));
    const most = $('.lab-estimate').last().find('.say').text();
    expect(most).toMatch(/Flest bliver uden plads i «En prøvehandling ved ét familieambulatorium» \([^)]* %\)\./);
    expect(most).toMatch(/Flest uger af graviditeten tabes i «En prøvehandling ved ét familieambulatorium» \([\d,–]+ uger\)\./);
  });

  test('come out as CSV, JSON and Excel with all that is needed to run them again', async () => {
    const planner = await web.as('planlaegger');
    const at = await asked(planner, { ...quick, forslag: ['proevehandling', 'intet-nyt'] });
    await finished(planner, at);
    const csv = (await planner.get(`${at}/tal.csv`)).response.body;
    expect(csv).toContain('# Startnummer: 7');
    expect(csv).toContain('«Kommer aldrig ind» er af dem, der siger ja til en plads');
    expect(csv).toContain(
      'tal for;forslag;skøn;skønnets kilde;kvinder om året;afsnit;antagelse;antagelsens værdi;mål;værdi;nedre;øvre\r\n',
    );
    // As Danish Excel opens it: a mark of UTF-8, «;» between cells, a comma in decimals.
    expect(csv.startsWith('\uFEFF#')).toBe(true);
    expect(csv).toMatch(/alle år;En prøvehandling[^\n]*;Visiterede til døgn 2017–2019;[^\n]*;6;;;;Indskrivninger om året i alt;\d+,\d+;/);
    expect(csv).not.toMatch(/;-?\d+\.\d/);
    // Not a word of a program is left in it, and JSON has all of them.
    expect(csv).not.toMatch(/;(admissions|years|never|weeks|unit)-|\r\n(level|unit|year|chance|effect);|difference from/);
    expect(csv).toMatch(/\r\nafsnit;En prøvehandling[^\n]*;Odense;;;Indskrivninger om året;/);
    expect(csv).toMatch(/\r\nforskel fra En prøvehandling/);
    await planner.get('/sprog/en');
    expect((await planner.get(`${at}/tal.csv`)).response.body).toContain('numbers of;proposal;estimate;');
    await planner.get('/sprog/da');
    const json = JSON.parse((await planner.get(`${at}/tal.json`)).response.body) as { readonly rows: readonly unknown[] };
    expect(json.rows).toContainEqual(expect.objectContaining({ kind: 'level', measure: 'admissions-a-year', womenAYear: 6 }));
    expect(
      csv
        .trim()
        .split('\r\n')
        .filter((line) => !/^\uFEFF?"?#/.test(line)),
    ).toHaveLength(json.rows.length + 1);
    const excel = (await planner.get(`${at}/tal.xlsx`)).response;
    expect(excel.rawPayload.subarray(0, 2).toString()).toBe('PK');
  });

  test('that are stopped, or that a killed server left, say so and leave no number', async () => {
    const planner = await web.as('planlaegger');
    const fine = { ...quick, noejagtighed: '0.5', startnummer: '99', forslag: ['styrelsen-2024', 'regionerne-2023'] };
    const at = await asked(planner, fine);
    const partial = await planner.get(at);
    expect(partial.$('[data-waiting] [data-island="FollowWork"]').length).toBe(1);
    expect(partial.$('progress').length).toBe(1);
    // Without script it comes again by itself, unless it is held still; the way there and back is a link.
    expect(partial.$('noscript').html()).toContain('http-equiv="refresh"');
    expect(partial.response.headers['refresh']).toBeUndefined();
    const still = await planner.get(partial.$('a:contains("Hold siden stille")').attr('href') ?? '');
    expect([still.$('[data-waiting]').length, still.$('noscript').length, still.$('[data-island]').length]).toEqual([1, 0, 0]);
    expect(still.$('a:contains("Lad siden følge med")').attr('href')).toBe(at);
    expect(still.$('a:contains("Se, om svaret er klar")').attr('href')).toBe(`${at}?stille=ja`);
    // Another server knows the question and nothing of its half answer.
    const other = await (await (await web.restarted()).as('planlaegger')).get(at);
    expect(other.text).toContain('Intet halvt resultat er gemt');
    expect(other.text).toMatch(/Sofie Brandtoft spurgte .*serveren blev startet igen/s);
    expect((await (await (await web.restarted()).as('planlaegger')).get(form)).$(`a[href="${at}"]`).closest('.card').text()).toContain(
      'Dine beregninger, der ikke er færdige',
    );
    expect(other.$('.lab-estimate').length).toBe(0);
    const elsewhere = await web.as('sekretaer');
    expect((await elsewhere.get(at)).$(`form[action$="/stop"]`).length).toBe(0);
    await elsewhere.post(`${at}/stop`);
    expect((await elsewhere.get(at)).$('[data-waiting]').length).toBe(1);
    expect((await planner.post(`${at}/stop`)).status).toBe(303);
    expect((await planner.get(at)).text).toContain('Sofie Brandtoft har standset den');
    expect(
      await web.database.owner
        .selectFrom('study_answer')
        .select('study')
        .where('study', '=', at.split('/').at(-1) ?? '')
        .execute(),
    ).toEqual([]);
    expect((await planner.get(`${at}/tal.csv`)).status).toBe(404);
    expect((await planner.post(`${at}/begynd`)).status).toBe(303);
    expect((await planner.get(at)).$('[data-waiting]').length).toBe(1);
    await planner.post(`${at}/stop`);
  });

  test.each([
    [{ forslag: [] }, 'Vælg fra et til 5 forslag.'],
    [{ forslag: ['findes-ikke'] }, 'Vælg fra et til 5 forslag.'],
    [{ forslag: ['intet-nyt'], startnummer: 'x' }, 'Skriv et helt tal'],
  ] as const)('are asked for again with %j', async (wrong, sentence) => {
    const { status, text } = await (await web.as('planlaegger')).post(address, { ...quick, ...wrong });
    expect([status, text.includes(sentence)]).toEqual([422, true]);
  });

  test('are not for those who do not plan', async () => {
    const midwife = await web.as('jordemoder');
    expect((await midwife.get(form)).status).toBe(403);
    expect((await midwife.post(address, quick)).status).toBe(403);
    expect((await (await web.as('planlaegger')).get(`${address}/findes-ikke`)).status).toBe(404);
  });
});

test('the assumptions of one proposal are pulled one at a time, and drawn the widest first', async () => {
  const planner = await web.as('planlaegger');
  const at = await asked(planner, {
    ...quick,
    hvad: 'sensitivity',
    forslag: 'proevehandling',
    skoen: 'Døgnophold med rusmiddelbehandling 2020',
  });
  const { $, text } = await finished(planner, at);
  expect($('h2').first().text()).toBe('«En prøvehandling ved ét familieambulatorium», 16–30 kvinder om året: Kommer aldrig ind');
  expect(text).toContain('Mest betyder «Pladser i hvert afsnit»');
  const names = $('details table')
    .first()
    .find('tbody th')
    .toArray()
    .map((cell) => $(cell).text());
  expect(names).toContain('Skøn over behovet');
  const table = $('details table').first();
  expect(table.text()).toContain('19 og 36 % af styrelsens 83 kvinder');
  expect(table.text()).toContain('antagelse');
  // What moves nothing is a sentence and no bar, and every bar is said to those who cannot see it.
  const section = $('.lab-tornado').first();
  expect(section.text()).toContain('Målet er det samme, hvor i spændet disse end ligger:');
  // Whether those who decline count is said where the measure is.
  expect(section.text()).toContain('Kvinder, der siger nej til en plads, tæller ikke med i «Kommer aldrig ind»');
  expect(text).toMatch(/valgt: andele på højst ± 2 procentpoint; nået: ± [\d,]+/);
  const still = /disse end ligger: (.*?)\.\s*Vis billedet/s.exec(section.text())?.[1] ?? '';
  expect(still).toContain('Alle rejsetider (80–120 %)');
  const label = section.find('svg').attr('aria-label') ?? '';
  const drawn = section
    .find('svg .plan-name')
    .toArray()
    .map((name) => $(name).text());
  expect(drawn.length).toBeGreaterThan(1);
  for (const name of drawn) {
    expect(label).toContain(name.replace(': ', ' '));
    expect(still).not.toContain(name.split(':')[0]);
  }
  expect(drawn.map((name) => name.split(':')[0])).toEqual(names.slice(0, drawn.length));
  const widths = section
    .find('svg g')
    .toArray()
    .map((bar) =>
      Math.max(
        ...$(bar)
          .find('rect')
          .toArray()
          .map((rect) => Number($(rect).attr('width'))),
      ),
    );
  expect(widths.every((width) => width > 0)).toBe(true);
  expect(names).toContain('Alle rejsetider');
  expect((await planner.get(`${at}/tal.csv`)).response.body).toContain(';Alle rejsetider;0,8;');
});
