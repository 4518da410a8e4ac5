import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { testWeb, type Visitor } from '../../test/web.ts';
import { municipalities } from '../domain/geography/municipalities.ts';

const web = await testWeb();

type Sentence = { readonly da: string; readonly en: string };
type Year = {
  readonly year: number;
  readonly sentence?: Sentence;
  readonly why?: string;
  readonly quote?: { readonly low: number; readonly days: readonly string[] | null; readonly place: { readonly id: string } };
  readonly neverAdd?: readonly { readonly id: string }[];
  readonly calls?: readonly { readonly state: string; readonly releases: readonly string[]; readonly sentence: Sentence }[];
  readonly released?: readonly {
    readonly question: string;
    readonly outcome: string;
    readonly value: number | null;
    readonly rounding: { readonly reach: number } | null;
    readonly releases: readonly string[];
    readonly sentence: Sentence;
  }[];
};
type Answered = {
  readonly status: number;
  readonly media: string;
  readonly json: { readonly years: readonly Year[]; readonly detail?: string };
};

async function ask(user: string | null, place: string): Promise<Answered> {
  const login = user === null ? null : await (await web.as(null)).post('/log-ind', { person: user });
  const cookies = Object.fromEntries((login?.response.cookies ?? []).map(({ name, value }) => [name, value]));
  const response = await web.app.inject({ url: `/api/numbers/years/${place}`, cookies });
  return { status: response.statusCode, media: String(response.headers['content-type']), json: response.json() };
}

/** The sentences of the page, by year. */
async function onPage(reader: Visitor, place: string): Promise<ReadonlyMap<number, string>> {
  const { $ } = await reader.get(`/tal/aar?omraade=${place}`);
  return new Map(
    $('section.card')
      .toArray()
      .map((one) => [Number($(one).find('h2').text()), $(one).text()] as const),
  );
}

test('what may be said of a year is the same facts and sentences as on the page, of the country and of a region', async () => {
  const reader = await web.as('planlaegger');
  for (const place of ['danmark', 'syddanmark']) {
    const { status, json } = await ask('planlaegger', place);
    expect(status).toBe(200);
    const page = await onPage(reader, place);
    expect(json.years.map(({ year }) => year)).toEqual([...page.keys()]);
    for (const { year, sentence, calls = [] } of json.years)
      for (const { da } of [...(sentence ? [sentence] : []), ...calls.map((one) => one.sentence)]) expect(page.get(year)).toContain(da);
  }
  const country = (await ask('planlaegger', 'danmark')).json.years;
  const of = (year: number) => country.find((one) => one.year === year);
  expect(of(2019)).toMatchObject({ quote: { id: 'decided-residential-2019', low: 8, high: 8, days: ['2019-01-01', '2019-12-31'] } });
  expect(of(2019)?.neverAdd?.map(({ id }) => id)).toEqual(['decided-any-2019']);
  expect(of(2019)?.sentence?.en).toMatch(/^Of 2019 you can quote 8 women in the whole country/);
  expect(of(2019)?.calls).toMatchObject([{ call: '2019-gravide', state: 'draft', releases: [] }]);
  expect(of(2026)).toMatchObject({ why: 'not-over', numbers: [] });
  const region = (await ask('planlaegger', 'syddanmark')).json.years.find(({ year }) => year === 2019);
  expect(region).toMatchObject({ quote: { low: 2, high: 2, place: { id: 'syddanmark', name: { da: 'Syddanmark' } } } });
});

test('it is read by those who read the page, and refused as a problem to all others', async () => {
  expect(await ask(null, 'danmark')).toMatchObject({ status: 401, media: 'application/problem+json' });
  for (const user of ['kvinden', 'databeskyttelse'])
    expect(await ask(user, 'danmark')).toMatchObject({ status: 403, media: 'application/problem+json' });
  for (const place of ['atlantis', '9999'])
    expect(await ask('styrelse', place)).toMatchObject({ status: 404, json: { detail: 'There is no such place.' } });
  expect((await ask('styrelse', 'x'.repeat(30))).status).toBe(400);
  expect((await (await web.as('styrelse')).get('/tal/aar?omraade=atlantis')).status).toBe(404);
});

test('a municipality has nothing to quote before something is released, nor of made-up answers, and else the rounded number and no other', async () => {
  const secretary = await web.as('sekretaer');
  const before = (await ask('sekretaer', '0461')).json.years;
  expect(before.map(({ year }) => year)).toEqual([2019, 2018, 2017]);
  for (const { released = [] } of before)
    for (const one of released)
      expect([one.outcome, one.value, one.sentence.da.includes('det er ikke udgivet')]).toEqual(['not-released', null, true]);
  expect((await secretary.get('/tal/aar?omraade=0461')).$('main p.say').length).toBe(0);

  const agency = await web.as('styrelse');
  for (const til of ['validated', 'reported']) await agency.post('/udmeldinger/2019-gravide/status', { til });
  const { location } = await agency.post('/udgivelser', { udmelding: '2019-gravide', maade: 'rounding', nuller: 'show' });
  for (let tries = 0; tries < 600 && (await agency.get(location)).response.headers.refresh !== undefined; tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 100));
  expect((await agency.post(`${location}/udgiv`)).location).toBe('/udgivelser/1');

  // The demonstration's answers are made up: the release says so, and nobody is told to quote it, on the page, in the files or by the API.
  const madeUp = (await ask('sekretaer', '0461')).json.years;
  const madeUpPage = await onPage(secretary, '0461');
  const madeUpFiles = await Promise.all(
    ['csv', 'json'].map(async (type) => (await secretary.get(`/tal/aar.${type}?omraade=0461`)).response.body),
  );
  expect((await secretary.get('/udgivelser/1')).text).toContain('opdigtet til afprøvning');
  for (const { year, released = [] } of madeUp)
    for (const { outcome, value, releases, sentence } of released) {
      expect([outcome, value, releases]).toEqual(['made-up', null, ['1']]);
      expect(sentence.da).toMatch(/ må tallet for Odense .* i udgivelse 1 ikke citeres: svarene er opdigtet til prøveudgaven/);
      expect(sentence.en).toContain('in release 1 must not be quoted: the answers are made up for the trial version');
      for (const told of [madeUpPage.get(year), ...madeUpFiles]) expect(told).toContain(sentence.da);
    }
  for (const told of [...madeUpPage.values(), ...madeUpFiles]) expect(told).not.toContain('kan du citere');
  expect((JSON.parse(madeUpFiles[1] ?? '') as { readonly numbers: readonly unknown[] }).numbers).toEqual([]);
  const [country] = (await ask('sekretaer', 'danmark')).json.years.filter(({ year }) => year === 2019);
  expect(country?.calls).toMatchObject([{ state: 'made-up', releases: ['1'] }]);
  expect(country?.calls?.[0]?.sentence.en).toContain('must not be quoted: the answers are made up');

  // As if the municipalities had given every answer themselves.
  await sql`update call_answer set any_origin = 'municipality', residential_origin = 'municipality'`.execute(web.database.owner);
  // One whose role compiles no report does not come to know it, and is not told to quote.
  const [unseen] = (await ask('koordinator', '0461')).json.years[0]?.released ?? [];
  expect(unseen).toMatchObject({ outcome: 'unseen', value: null, releases: ['1'] });
  expect(unseen?.sentence.da).toContain('i din rolle kan systemet ikke se, om svarene er opdigtet');

  type File = { readonly cells: readonly { readonly dims: Readonly<Record<string, string>>; readonly published: unknown }[] };
  const { cells } = JSON.parse((await agency.get('/udgivelser/1.json')).response.body) as File;
  const printed = (place: string, year: number, kind: string): unknown =>
    cells.find(({ dims }) => dims['sted'] === place && dims['år'] === `${year}` && dims['behandling'] === kind)?.published;
  // What the release prints of each municipality, and nothing that it has not rounded.
  for (const { id } of municipalities.slice(0, 12)) {
    const told = (await ask('sekretaer', id)).json.years.flatMap(({ year, released = [] }) => released.map((one) => ({ ...one, year })));
    expect(told.length).toBe(6);
    for (const { year, question, outcome, value, rounding, releases } of told) {
      expect([outcome, releases]).toEqual(['printed', ['1']]);
      expect(rounding).toMatchObject({ base: 5 });
      expect(value).toBe(printed(id, year, question === 'any' ? 'Total' : 'døgn'));
      expect((value ?? 1) % 5).toBe(0);
    }
  }
  const { years } = (await ask('sekretaer', '0461')).json;
  const page = await onPage(secretary, '0461');
  for (const { year, released = [] } of years) for (const { sentence } of released) expect(page.get(year)).toContain(sentence.da);
  const [any] = years[0]?.released ?? [];
  expect(any?.sentence.da).toContain(
    `Om 2019 kan du citere ${any?.value} kvinder i Odense (visiteret til en behandlingsindsats, døgn eller ambulant), talt ved optælling i kommunerne.`,
  );
  expect(any?.sentence.da).toContain('Kilden er Samløb, udgivelse 1. Skriv, at tallet er afrundet');
  const csv = (await secretary.get('/tal/aar.csv?omraade=0461')).response.body;
  expect(csv).toContain(String(any?.sentence.da));
  // A rounded number is no exact one in a file: from what it can be to what it can be.
  type Row = { readonly id: string; readonly value: { readonly low: number; readonly high: number } };
  const file = JSON.parse((await secretary.get('/tal/aar.json?omraade=0461')).response.body) as { readonly numbers: readonly Row[] };
  const { value = 0, rounding } = any ?? {};
  const reach = rounding?.reach ?? 0;
  expect(reach).toBeGreaterThan(0);
  expect(file.numbers.find(({ id }) => id === '2019/any')).toMatchObject({
    value: { low: Math.max(0, (value ?? 0) - reach), high: (value ?? 0) + reach },
  });
});
