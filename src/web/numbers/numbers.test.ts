import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { testWeb } from '../../../test/web.ts';
import { loadCountry } from '../../demo/load-country.ts';
import { day } from '../../domain/time.ts';

const web = await testWeb();
await loadCountry(web.database.owner, { seed: 1, size: 1, today: day('2026-11-22') });

describe('the dispute', () => {
  test('stands on one page, with the sentence of the chosen number', async () => {
    const planner = await web.as('planlaegger');
    const { status, $, text } = await planner.get('/tal');
    expect(status).toBe(200);
    for (const number of ['1.460', '83–104', '30–46', '37–53', '30–44', '39–53', '80–100', '3–8', '21–31']) expect(text).toContain(number);
    expect($('main svg').length).toBeGreaterThan(25);
    expect(text).toContain('Kan ikke sammenlignes med');
    // Every number of the pictures stands in a table too, and each picture has an axis with its unit.
    expect($('.picture svg[aria-hidden]').length).toBe($('.picture svg').not('svg svg').length);
    for (const table of $('.picture table').toArray()) expect($(table).find('.axis-unit').text()).toContain('Kvinder');
    expect($('.forest .tag').text()).toContain('valgt');
    const chosen = await planner.get('/tal?tal=decided-residential-north-says');
    expect(chosen.text).toContain('3–8 kvinder (2017-2019): visiteret til døgnbehandling');
    expect(chosen.text).toContain('mellem 3-8 kvinder til døgnbehandling om året');
    expect((await planner.get('/tal?tal=nothing')).status).toBe(200);
  });

  test('has a grid with a row for each number', async () => {
    const { $ } = await (await web.as('planlaegger')).get('/tal/definitioner');
    expect($('tbody tr').length).toBe(39);
    // The chosen one first, then those most like it; what differs is marked.
    const north = await (await web.as('planlaegger')).get('/tal/definitioner?tal=decided-residential-2019');
    expect(north.$('tbody tr').first().text()).toContain('det valgte');
    expect(north.$('tbody tr').eq(1).find('.differs').length).toBe(0);
    expect(north.$('tbody tr').last().find('.differs').length).toBeGreaterThan(3);
  });

  test('is not for the woman', async () => {
    expect((await (await web.as('kvinden')).get('/tal')).status).toBe(403);
  });
});

describe('the page of a region’s secretary', () => {
  test('opens on her region’s number, with the whole country one press away and back', async () => {
    const secretary = await web.as('sekretaer');
    const { $, text } = await secretary.get('/tal');
    expect($('#omraade').text()).toContain('Du ser de offentliggjorte tal for Region Syddanmark.');
    expect($('#tal').val()).toBe('south-decided-residential-2019');
    expect($('#alle-tal').text()).toBe('Alle tal for Region Syddanmark');
    const rows = $('.forest tbody tr:not(.group) a')
      .toArray()
      .map((link) => $(link).attr('href') ?? '');
    expect(rows.length).toBe(6);
    for (const href of rows) expect(href).toMatch(/^\/tal\?tal=south-/);
    expect(text).toContain('Filerne har alle de offentliggjorte tal');
    const country = await secretary.get($('#omraade a').attr('href') ?? '');
    expect(country.$('#omraade').text()).toContain('hele landet');
    expect(country.$('#alle-tal').text()).toBe('Alle tal for landet');
    expect(country.$('#tal').val()).toBe('decided-residential-2019');
    expect(country.$('.waterfall').length).toBeGreaterThan(0);
    expect(country.$('#omraade a').attr('href')).toBe('/tal');
    // A number of the country that a link names is shown with the country's.
    expect((await secretary.get('/tal?tal=family-stay-2020')).$('#alle-tal').text()).toBe('Alle tal for landet');
  });

  test('says in a sentence that nobody has published a number of the region, and shows the country’s', async () => {
    const { $ } = await (await web.as('sekretaer-nord')).get('/tal');
    expect($('main .alert').text()).toContain(
      'Ingen har offentliggjort et tal for Region Nordjylland. Derfor ser du tallene for hele landet.',
    );
    expect($('#alle-tal').text()).toBe('Alle tal for landet');
    // All others see the country without a word of it.
    const planner = await (await web.as('planlaegger')).get('/tal');
    expect([planner.$('#omraade').length, planner.$('main .alert').length]).toEqual([0, 0]);
  });
});

describe('a secretariat’s own numbers', () => {
  test('stand in plain sentences with last year beside, and are those of the figures', async () => {
    const secretary = await web.as('sekretaer');
    expect((await secretary.get('/tal')).$('a[href="/tal/vores"]').length).toBe(1);
    const { status, $, text } = await secretary.get('/tal/vores');
    expect(status).toBe(200);
    expect(text).toContain('for Region Syddanmark');
    expect(text).toContain('Af ');
    expect(text).toContain('de tal, der er trykt for Region Syddanmark 2017–2019 (2, 2 og 2)');
    expect(text).toContain('Hele landets tal 2017–2019 (6, 6 og 8) tæller det samme, men jeres er en del af det');
    expect($('td.number').text()).toMatch(/uge \d\d\+[0-6] \(\d\d/);
    expect($('a[href="/udmeldinger"]').length).toBeGreaterThan(0);
    const figures = await secretary.get('/tal/opgoerelser/decided-any?periode=2025..2026');
    const [before, now] = figures
      .$('td.number')
      .toArray()
      .map((cell) => figures.$(cell).text());
    expect(Number(before)).toBeGreaterThan(0);
    const row = $('tbody tr')
      .first()
      .find('td.number')
      .toArray()
      .map((cell) => $(cell).text());
    expect(row).toEqual([now, before]);
    expect(text).toContain(`Hele 2025 var det ${Number(before) === 1 ? 'én kvinde' : `${before ?? ''} kvinder`}`);
  });

  test('are a municipality’s for a municipality, and nobody else’s', async () => {
    const { text } = await (await web.as('visitator')).get('/tal/vores');
    expect(text).toContain('for Aalborg');
    expect(text).toContain('Der er ikke trykt tal for Aalborg');
    const planner = await (await web.as('planlaegger')).get('/tal/vores');
    expect(planner.text).toContain('som har egne tal');
    // It leads on, to pages that they may read.
    const on = planner
      .$('#videre a')
      .toArray()
      .map((link) => planner.$(link).attr('href') ?? '');
    expect(on).toEqual(['/tal/opgoerelser', '/tal/naeste-aar', '/tal']);
    expect((await (await web.as('planlaegger')).get('/tal')).$('a[href="/tal/vores"]').length).toBe(0);
  });
});

describe('a figure', () => {
  const address = '/tal/opgoerelser/decided-residential?periode=2024..2026';

  test('is seen as it is by the agency, and by a secretariat for its region alone', async () => {
    const agency = await (await web.as('styrelse')).get(address);
    expect(agency.$('tbody tr').length).toBe(6);
    expect(agency.$('.hidden-count').length).toBe(0);
    const secretariat = await (await web.as('sekretaer')).get(address);
    expect(secretariat.$('tbody tr th').text()).toBe('Region Syddanmark');
    const municipality = await (await web.as('visitator')).get(address);
    expect(municipality.$('.sheet').first().find('tbody th').text()).toBe('Aalborg');
  });

  test('is protected for all others, and only for years that are over', async () => {
    const planner = await web.as('planlaegger');
    const { $, text } = await planner.get(address);
    expect($('thead th').text()).not.toContain('2026');
    expect(text).toContain('skjult');
    expect(text).toContain('Det kan altså være 0, lille eller stort');
    const shown = $('td.number')
      .toArray()
      .map((cell) => $(cell).text());
    expect(shown.length).toBe(12);
    expect(shown.filter((value) => value !== 'skjult' && Number(value) < 5)).toEqual([]);
    expect((await planner.get('/tal/opgoerelser/decided-residential.csv?periode=2024..2026')).response.body).not.toContain('hverken nul');
    const file = JSON.parse((await planner.get('/tal/opgoerelser/decided-residential.json?periode=2024..2026')).response.body) as {
      readonly figures: readonly { readonly value: unknown }[];
    };
    expect(file.figures.some(({ value }) => typeof value === 'object')).toBe(true);
    expect(file.figures.filter(({ value }) => typeof value === 'number' && value < 5)).toEqual([]);
    // The day that they are of is said, and another cannot be chosen.
    for (const page of [text, (await planner.get('/tal/opgoerelser')).text, (await planner.get(`${address}&pr=2026-11-21`)).text])
      expect(page).toContain(
        'Beskyttede tal er opgjort pr. 30. september 2026, uanset hvilken dag de læses, og er de samme indtil 1. januar 2027',
      );
    expect((await planner.get('/tal/opgoerelser/admissions-by-unit')).text).toContain('ingen beskyttet form');
  });

  test('of steps within each other leave no small number between them', async () => {
    const planner = await web.as('planlaegger');
    const steps = ['need', 'offered', 'accepted', 'decided', 'held', 'admitted', 'completed'].map((step) => `cascade-${step}`);
    const chains = [steps, ['decided-any', 'decided-residential'], ['births', 'births-in-residence']];
    let both = 0;
    for (const chain of chains) {
      const seen: ReadonlyMap<string, number>[] = [];
      for (const id of chain) {
        const { body } = (await planner.get(`/tal/opgoerelser/${id}.json?periode=2022..2025&efter=region`)).response;
        const { figures } = JSON.parse(body) as { readonly figures: readonly { period: string; place: string; value: unknown }[] };
        const shown = figures.flatMap(({ period, place, value }) =>
          typeof value === 'number' ? [[`${period} ${place}`, value] as const] : [],
        );
        for (const [at, value] of shown)
          for (const outer of seen) {
            const around = outer.get(at);
            if (around === undefined) continue;
            both += 1;
            expect(Math.abs(around - value), `${id} ${at}`).toBeGreaterThanOrEqual(5);
          }
        seen.push(new Map(shown));
      }
    }
    expect(both).toBeGreaterThan(0);
  });

  test('that is a mean is shown for the country alone, rounded, and hidden where it rests on fewer than five', async () => {
    const [planner, agency] = [await web.as('planlaegger'), await web.as('styrelse')];
    expect((await agency.get('/tal/opgoerelser/gestation-at-admission?periode=2022..2026&efter=country')).text).toMatch(
      /\d\d,\d+ betyder uge \d\d\+[0-6]: hele uger og dage/,
    );
    let [shown, hidden] = [0, 0];
    for (const id of ['gestation-at-admission', 'gestation-at-contact', 'wait-need-to-admission', 'wait-decision-to-admission']) {
      const rows = async (who: typeof planner): Promise<readonly { period: string; place: string; value: unknown }[]> =>
        (
          JSON.parse((await who.get(`/tal/opgoerelser/${id}.json?periode=2022..2026&efter=country&pr=2026-09-30`)).response.body) as {
            figures: { period: string; place: string; value: unknown }[];
          }
        ).figures;
      const [outside, inside] = [await rows(planner), await rows(agency)];
      for (const { period, place, value } of outside) {
        expect(place).toBe('danmark');
        const exact = inside.find((one) => one.period === period)?.value;
        if (typeof value === 'number') expect(value).toBe(Math.round(Number(exact)));
        if (typeof value === 'number') shown += 1;
        else hidden += 1;
      }
    }
    expect(shown).toBeGreaterThan(0);
    expect(hidden).toBeGreaterThan(0);
  });

  test('of filled places is the agency’s alone: beside own women’s nights it would tell of the others', async () => {
    // A unit in Odense with one place, and in it a woman from Aalborg.
    const { owner } = web.database;
    await sql`insert into facility values ('belagt', 'Belagt', 'region', 'Region Syddanmark', 'syddanmark', '0461', 'Odense', 10.38, 55.4)`.execute(
      owner,
    );
    await sql`insert into unit (id, facility, name) values ('belagt-a', 'belagt', 'A')`.execute(owner);
    const supply = {
      open: [{ from: '2026-01-01', to: null }],
      closures: [],
      rooms: [{ id: 'rum', name: 'Rum' }],
      places: [{ id: 'p1', room: 'rum', name: 'p1', properties: [], flexible: null }],
      staffing: [],
      admission: { youngest: null, oldest: null, womenOnly: false, mostChildren: null, oldestChild: null },
    };
    await sql`insert into supply_event values ('belagt-a', 1, 'registered', '2026-01-01T08:00:00Z', 'nogen', 'Nogen', 'unit-leader', 'belagt', 'Belagt',
      ${JSON.stringify({ type: 'registered', supply })}::jsonb, null, null)`.execute(owner);
    const row = { case_id: 'beboer', number: 1, subject: 'beboer', kind: 'stay', happened: '2026-02-01', recorded: '2026-02-01T08:00:00Z' };
    await sql`insert into counted_fact (case_id, number, subject, kind, happened, recorded, municipality, level, unit, unit_id)
      values (${row.case_id}, ${row.number}::integer, ${row.subject}, ${row.kind}, ${row.happened}::date, ${row.recorded}::timestamptz, '0851', 'residential', 'Belagt, A', 'belagt-a')`.execute(
      owner,
    );
    const read = async (who: string, id: string): Promise<readonly { readonly place: string; readonly value: unknown }[]> => {
      const visitor = await web.as(who);
      const address = `/tal/opgoerelser/${id}`;
      for (const ending of ['csv', 'xlsx']) expect((await visitor.get(`${address}.${ending}?periode=2024..2026`)).status, who).toBe(200);
      const { response } = await visitor.get(`${address}.json?periode=2024..2026&efter=municipality`);
      return (JSON.parse(response.body) as { figures: { place: string; value: unknown }[] }).figures;
    };
    expect((await read('styrelse', 'occupancy-by-unit')).some(({ value }) => Number(value) > 0)).toBe(true);
    // Nights of places, and of own women, are seen within the area as they were.
    for (const who of ['styrelse', 'sekretaer', 'kommune-odense'])
      expect(
        (await read(who, 'place-nights-by-unit')).some(({ value }) => value === 325),
        who,
      ).toBe(true);
    for (const who of ['styrelse', 'sekretaer-nord', 'visitator'])
      expect(
        (await read(who, 'nights-by-unit')).some(({ place, value }) => place === '0851' && value === 294),
        who,
      ).toBe(true);
    for (const who of ['kommune-odense', 'visitator', 'sekretaer', 'sekretaer-nord', 'godkender', 'planlaegger']) {
      expect(await read(who, 'occupancy-by-unit'), who).toEqual([]);
      const page = await (await web.as(who)).get('/tal/opgoerelser/occupancy-by-unit?periode=2024..2026&pr=2026-11-21');
      expect(page.text, who).toContain('Belægning ses kun af styrelsen');
      expect(page.$('td.number').length, who).toBe(0);
      const all = await (await web.as(who)).get('/tal/opgoerelser');
      const row = all.$('a[href="/tal/opgoerelser/occupancy-by-unit"]').closest('tr');
      expect(row.find('td').text(), who).toBe('–––');
    }
  });

  test('carries its definition, and the pathways behind it for those who take part', async () => {
    const { $, text } = await (await web.as('visitator')).get('/tal/opgoerelser/cascade-need?periode=2024..2026');
    for (const word of ['kaskade/2026-1', 'Gælder fra', 'Opgjort pr.', 'opdigtede forløb til afprøvning indgår'])
      expect(text).toContain(word);
    expect($('a[href^="/forloeb/"]').length).toBeGreaterThan(0);
    expect((await (await web.as('styrelse')).get(address)).$('a[href^="/forloeb/"]').length).toBe(0);
  });

  test('changes when something is decided, is the same after a restart, and is yesterday’s for yesterday', async () => {
    const count = async (server: typeof web, query = ''): Promise<string> =>
      (await (await server.as('visitator')).get(`/tal/opgoerelser/decided-any?periode=2026${query}`)).$('td.number').first().text();
    const [before, asOf] = [await count(web), await count(web, '&pr=2026-11-21')];
    const jens = await web.as('visitator');
    const sent = await jens.post('/forloeb/maja/afgoerelse', {
      niveau: 'outpatient',
      hjemmel: 'ingen',
      grund: 'opdigtet',
      happened: '2026-11-22',
    });
    expect(sent.status, sent.text).toBe(303);
    expect(Number(await count(web))).toBe(Number(before) + 1);
    expect(Number(await count(await web.restarted()))).toBe(Number(before) + 1);
    expect(await count(web, '&pr=2026-11-21')).toBe(asOf);
  });

  test('is fetched as CSV and Excel with all that it carries', async () => {
    const agency = await web.as('styrelse');
    const { response } = await agency.get('/tal/opgoerelser/decided-residential.csv?periode=2025&efter=country');
    expect(response.headers['content-type']).toContain('text/csv');
    expect(response.body.startsWith('\uFEFF')).toBe(true);
    const lines = response.body.slice(1).split('\r\n');
    const about = lines.filter((line) => line.startsWith('#') || line.startsWith('"#')).join('\n');
    for (const said of ['Definition: Kvinder, som kommunen', 'kommunal/2019-1', 'Periode: 2025', 'Opgjort pr.: 2026-11-22', 'Internt brug'])
      expect(about).toContain(said);
    expect(response.headers['content-disposition']).toContain('decided-residential-intern.csv');
    const planner = await (await web.as('planlaegger')).get('/tal/opgoerelser/decided-residential.csv?periode=2025');
    expect(planner.response.headers['content-disposition']).toContain('decided-residential-beskyttet.csv');
    expect(planner.response.body).toContain('Filen er ikke en udgivelse');
    const [head, row] = lines.slice(about.split('\n').length);
    expect(head).toBe('id;value;suppressed;place;placeName;period;part;partName;asOf;edition;source;definition');
    expect(row).toMatch(/^decided-residential\/2025\/danmark;\d+;nej;danmark;Hele landet;2025;;;2026-11-22;kommunal\/2019-1;/);
    const excel = await agency.get('/tal/opgoerelser/decided-residential.xlsx');
    expect(excel.response.rawPayload.subarray(0, 2).toString()).toBe('PK');
  });

  test('says what is wrong in a question', async () => {
    const agency = await web.as('styrelse');
    for (const wrong of ['periode=i%20fjor', 'periode=2026..2024', 'pr=2026-02-30', 'pr=2027-01-01'])
      expect((await agency.get(`/tal/opgoerelser/decided-any?${wrong}`)).status).toBe(422);
    for (const missing of ['nothing', 'decided-any.pdf']) expect((await agency.get(`/tal/opgoerelser/${missing}`)).status).toBe(404);
  });

  test('that has none to protect yet says so by itself, and the others stand as they are', async () => {
    await sql`delete from counted_fact where kind = 'listed'`.execute(web.database.owner);
    const { $, text } = await (await web.as('planlaegger')).get('/tal/opgoerelser');
    expect(text.split('Der er ingen beskyttede tal endnu.').length - 1).toBe(1);
    expect($('main').text().indexOf('Der er ingen beskyttede tal endnu.')).toBeGreaterThan($('main').text().indexOf('Døgntilbud'));
  });
});
