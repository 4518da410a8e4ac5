import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { testWeb, type Visit } from '../../../test/web.ts';
import type { NumberRow } from '../../reports/number-file.ts';
import { publishedEstimates } from '../../domain/numbers/published-estimates.ts';
import { sayableOf } from '../../domain/numbers/sayable.ts';
import { sayableSentence } from '../../reports/sayable-sentence.ts';

const web = await testWeb();
const address = '/tal/aar';

test('a secretary reads one sentence of 2019: the number, how it was made, where it stands, and what it is not set against', async () => {
  const page = await (await web.as('sekretaer')).get(address);
  const sentence = page.$('#aar-2019 p.say').text();
  expect(sentence).toContain(
    'Om 2019 kan du citere 8 kvinder i hele landet (visiteret til døgnbehandling) i kalenderåret 2019 (1. januar–31. december 2019), talt ved optælling i kommunerne. Kilden er Kommunerne i fællesskab: Kommunernes fælles rapport',
  );
  expect(sentence).toContain('Om det samme skriver andre dokumenter 6–8 (visiteret til døgnbehandling, 2017-2019) og 3–8');
  expect(sentence).toContain('Læg det ikke sammen med 58 (visiteret til en behandlingsindsats, 2019)');
  expect(sentence).toMatch(
    /Sammenlign det ikke med 21–31 .* 19–51 \(skønnet at have behov for døgn, 2019\) og 1\.460 .*: der tælles noget andet\.$/,
  );
  expect(page.$('#aar-2019').text()).toContain('kladde, som kan ændre sig og ikke må citeres');
  // A judgement is called one.
  expect(page.$('#aar-2024 p.say').text()).toContain(
    '80–100 kvinder i hele landet (skønnet at have behov for døgn) om året, sagt om 2024 (dokumentet nævner ingen datoer), som er et skøn og ikke en tælling. Kilden er',
  );
  expect(page.$('#aar-2020 p.say').text()).toContain(
    'for 2020: fra graviditeten til barnet fylder 1 år (1. januar–31. december 2020), talt',
  );
  // What stands over two years says so, and that the others are of one; they are not divided or multiplied for that.
  const two = page.$('#aar-2016 p.say').text();
  expect(two).toContain(
    '6 kvinder i hele landet (visiteret til døgnbehandling) i kalenderårene 2016–2017 under ét (1. januar 2016–31. december 2017)',
  );
  expect(two).not.toContain('i gennemsnit');
});

test('a number of two years that stands beside one of a single year says that the periods differ, and what it is a year', async () => {
  const secretary = await web.as('sekretaer');
  const of2017 = (await secretary.get(address)).$('#aar-2017 p.say').text();
  const length = 'to år under ét, så tidsrummene er ikke lige lange; i gennemsnit 3 om året';
  // The 6 of 2016 and 2017 together are another number than the 6 of 2017, though the digits are the same.
  expect(of2017).toContain(`skriver andre dokumenter 6 (visiteret til døgnbehandling, 2016-2017; ${length}), 6–8 (visiteret`);
  const picture = (await secretary.get('/tal?tal=decided-residential-2019')).$;
  expect(picture('.forest tr:contains("2016-2017")').text()).toContain(length);
  expect(picture('.forest tr:not(:contains("2016-2017"))').text()).not.toContain('lige lange');
  // In the sentences of the chosen number too, within the same brackets.
  expect(picture('section[aria-labelledby="valgt-tal"] li').text()).toContain(`6 (visiteret til døgnbehandling, 2016-2017; ${length})`);
  // Beside the longer chosen each of a single year says so, and no rate is made of it.
  const grid = (await secretary.get('/tal/definitioner?tal=decided-residential-2019')).$;
  expect(grid('tr:contains("2016-2017") td').first().text()).toContain(length);
  expect(grid('tr:contains("(2018)") td').first().text()).not.toContain('lige lange');
  // The children of 1996 to 2018 are no count by calendar year: longer, and no rate.
  const children = grid('tr:contains("1996-2018") td').first().text();
  expect(children).toContain('23 år under ét');
  expect(children).not.toContain('om året');
  const beside = (await secretary.get('/tal/definitioner?tal=decided-residential-agency-says')).$;
  expect(beside('tr:contains("(2018)") td').first().text()).toContain('ét år, så tidsrummene er ikke lige lange');
});

test('the file says the same sentence as the page, with the area by name and the period in days', async () => {
  const secretary = await web.as('sekretaer');
  const { $ } = await secretary.get(address);
  const file = JSON.parse((await secretary.get(`${address}.json`)).response.body) as { readonly numbers: readonly NumberRow[] };
  const sentences = $('section p.say')
    .toArray()
    .map((one) => $(one).text());
  expect(file.numbers.length).toBe(sentences.length);
  for (const [at, sentence] of sentences.entries()) expect(file.numbers[at]?.note).toContain(sentence);
  expect(file.numbers.find(({ id }) => id === '2019')).toMatchObject({
    value: { low: 8, high: 8 },
    placeName: 'hele landet',
    period: '2019-01-01/2019-12-31',
  });
  expect(file.numbers.find(({ id }) => id === '2024')?.period).toBe('2024');
  expect(JSON.stringify(file)).toContain('2026: Året er ikke slut');
  const csv = (await secretary.get(`${address}.csv`)).response.body;
  expect(csv).toContain('Om 2019 kan du citere 8 kvinder i hele landet');
  expect($(`main a[href="${address}.json"]`).length).toBe(1);
});

test('a year without a number is there in its place and says why', async () => {
  const { $ } = await (await web.as('sekretaer')).get(address);
  const headings = $('main section h2')
    .toArray()
    .map((one) => Number($(one).text()));
  expect(headings).toEqual(Array.from({ length: 12 }, (_, before) => 2026 - before));
  expect($('#aar-2026').text()).toContain('Året er ikke slut, og ingen har offentliggjort et tal om det endnu.');
  expect($('#aar-2025').text()).toContain('Ingen har offentliggjort et tal om året.');
  expect($('#aar-2025').text()).not.toContain('ikke slut');
  expect($('#aar-2021 p.say').length).toBe(0);
});

test('the sentence changes with the documents in force, and stands beside the number where it is chosen', async () => {
  const agency = await web.as('styrelse');
  expect((await agency.get(address)).$('#aar-2021').text()).toContain('Ingen har offentliggjort et tal om året.');
  const said = { title: 'Optælling', publisher: 'KL', said: '2022-02-01', address: 'https://eksempel.dk/optaelling' };
  const { location } = await agency.post('/tal/dokumenter', said);
  const figure = {
    value: '9',
    kind: 'count',
    quotation: 'ni kvinder blev visiteret til døgn',
    event: 'decided-residential',
    population: 'vulnerable-harmful-use',
    unit: 'woman',
    place: 'danmark',
    year: '2021',
    period: 'calendar-year',
    ascertainment: 'manual-count',
    completeness: 'Alle kommuner',
  };
  const set = String((await agency.get(location)).$('input[name="set"]').first().val());
  expect((await agency.post(`${location}/tal`, { ...figure, set })).status).toBe(303);
  const planner = await web.as('planlaegger');
  expect((await planner.get(address)).$('#aar-2021 p.say').text()).toContain(
    'Om 2021 kan du citere 9 kvinder i hele landet (visiteret til døgnbehandling) i kalenderåret 2021 (1. januar–31. december 2021), talt ved optælling i kommunerne. Kilden er KL: ',
  );
  const chosen = await planner.get(`/tal?tal=dokument-${location.split('/').at(-1)}-1`);
  expect(chosen.text).toContain('Sådan kan du citere det:');
  expect(chosen.$('a[href="/tal/aar#aar-2021"]').length).toBe(1);
  expect(chosen.$('.number-links a[href="/tal/aar"]').length).toBe(1);
});

test('a region’s number has its sentence to quote too, with the country’s that it is a part of named as such', async () => {
  const { $ } = await (await web.as('sekretaer')).get('/tal?tal=south-decided-residential-2019');
  const text = $('section[aria-labelledby="valgt-tal"]').text();
  expect(text).toContain(
    'Sådan kan du citere det: Om 2019 kan du citere 2 kvinder i Syddanmark (visiteret til døgnbehandling) i kalenderåret 2019',
  );
  expect(text).toMatch(/Læg det ikke sammen med [^:]*8 \(visiteret til døgnbehandling, hele landet, 2019\)/);
  // «All years» are the region's own.
  expect($('section[aria-labelledby="valgt-tal"] a[href="/tal/aar?omraade=syddanmark#aar-2019"]').length).toBe(1);
  const { $: region } = await (await web.as('sekretaer')).get('/tal/aar?omraade=syddanmark');
  expect(region('#aar-2019 p.say').text()).toContain('2 kvinder i Syddanmark');
  expect(region('main section h2').length).toBe(10);
  expect(region('#aar-2020').text()).toContain('svarer ikke på spørgsmålet for Syddanmark: 1.460');
  expect(region('select[name="omraade"] option[selected]').text()).toBe('Region Syddanmark');
  // A region that is yet to come has no number to quote.
  expect(region('select[name="omraade"]').text()).toContain('Region Sjælland');
  expect(region('select[name="omraade"]').text()).not.toContain('Region Østdanmark');
  const file = JSON.parse((await (await web.as('sekretaer')).get('/tal/aar.json?omraade=syddanmark')).response.body) as {
    readonly numbers: readonly NumberRow[];
  };
  expect(file.numbers.map(({ placeName }) => placeName)).toEqual(['Syddanmark', 'Syddanmark', 'Syddanmark']);
});

test('a clinic’s and an unnamed municipality’s number say plainly that they are not quoted, and why', async () => {
  const secretary = await web.as('sekretaer');
  const unnamed = await secretary.get('/tal?tal=needs-large-municipality-2019');
  expect(unnamed.text).not.toContain('Sådan kan du citere det');
  expect(unnamed.text).toContain('dokumentet siger ikke, hvilken kommune det er');
  const clinic = await secretary.get('/tal?tal=drugs-in-urine');
  expect(clinic.text).toContain('Samløb udgiver ingen tal for et enkelt ambulatorium');
});

test('a named municipality’s number is quoted from what is released of it alone, and until then not at all', async () => {
  const agency = await web.as('styrelse');
  const said = { title: 'Et byråd', publisher: 'Odense', said: '2020-02-01', address: 'https://eksempel.dk/byraad' };
  const { location } = await agency.post('/tal/dokumenter', said);
  const figure = {
    value: '3',
    kind: 'count',
    quotation: 'tre kvinder blev visiteret til døgn i 2019',
    event: 'decided-residential',
    population: 'vulnerable-harmful-use',
    unit: 'woman',
    place: '0461',
    year: '2019',
    period: 'calendar-year',
    ascertainment: 'manual-count',
    completeness: 'Hele kommunen',
  };
  const set = String((await agency.get(location)).$('input[name="set"]').first().val());
  expect((await agency.post(`${location}/tal`, { ...figure, set })).status).toBe(303);
  // Nor is it an answer of the country's or the region's in a year that has no other.
  const set2026 = String((await agency.get(location)).$('input[name="set"]').first().val());
  const small = { ...figure, quotation: 'tre kvinder blev visiteret til døgn i 2026', year: '2026', set: set2026 };
  expect((await agency.post(`${location}/tal`, small)).status).toBe(303);
  for (const place of ['danmark', 'syddanmark']) {
    const { $: years } = await (await web.as('sekretaer')).get(`${address}?omraade=${place}`);
    expect(years('#aar-2026').text()).toContain('Året er ikke slut, og ingen har offentliggjort et tal om det endnu.');
    expect(years('main').text()).not.toContain('Odense (');
    const { body } = (await (await web.as('sekretaer')).get(`${address}.json?omraade=${place}`)).response;
    expect(body).toContain('2026: Året er ikke slut');
  }
  const { $ } = await (await web.as('sekretaer')).get(`/tal?tal=dokument-${location.split('/').at(-1)}-1`);
  const text = $('section[aria-labelledby="valgt-tal"]').text();
  expect(text).not.toContain('Sådan kan du citere det');
  expect(text).toContain('Om 2019 kan du ikke citere et tal for Odense (visiteret til døgnbehandling): det er ikke udgivet.');
  expect($('section[aria-labelledby="valgt-tal"] a[href="/tal/aar?omraade=0461"]').length).toBe(1);
});

/** Publishes the regions with their years divided so, and returns what the agency then reads of a year. */
async function publishes(years: 'each' | 'together', id: number): Promise<(year: number) => Promise<ReturnType<Visit['$']>>> {
  const agency = await web.as('styrelse');
  const fields = { udmelding: '2019-gravide', maade: 'rounding', nuller: 'show', sted: 'region', aar: years };
  const { location } = await agency.post('/udgivelser', fields);
  for (let tries = 0; tries < 300 && (await agency.get(location)).response.headers.refresh !== undefined; tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 100));
  expect((await agency.post(`${location}/udgiv`)).location).toBe(`/udgivelser/${id}`);
  return async (year) => (await agency.get(address)).$(`#aar-${year}`) as ReturnType<Visit['$']>;
}

test('a year is said to be published only where a number of it alone is, and not where the years are out together', async () => {
  const agency = await web.as('styrelse');
  for (const til of ['validated', 'reported']) await agency.post('/udmeldinger/2019-gravide/status', { til });
  const released = await publishes('together', 1);
  // The demonstration's answers are made up: what is released of them is not quoted.
  expect((await released(2018)).text()).toContain(
    'tal for 2018 står i udgivelse 1, men må ikke citeres: svarene er opdigtet til prøveudgaven.',
  );
  expect((await released(2018)).text()).not.toMatch(/må citeres|er udgivet/);
  await sql`update call_answer set any_origin = 'municipality' where municipality <> '0461'`.execute(web.database.owner);
  await sql`update call_answer set residential_origin = 'municipality'`.execute(web.database.owner);
  // One made-up answer of one municipality is enough.
  expect((await released(2018)).text()).toContain('svarene er opdigtet til prøveudgaven.');
  await sql`update call_answer set any_origin = 'document' where municipality = '0461'`.execute(web.database.owner);
  const together = await released(2018);
  expect(together.text()).toContain('kun udgivet for årene 2017, 2018 og 2019 under ét: summen må citeres, som den står i udgivelse 1.');
  expect(together.text()).toContain('For 2018 alene er intet udgivet');
  expect(together.text()).not.toContain('tal for 2018 er udgivet');
  expect(together.find('a[href="/udgivelser/1"]').length).toBe(1);

  const alone = await (await publishes('each', 2))(2018);
  expect(alone.text()).toContain('tal for 2018 er udgivet: de må citeres, som de står i udgivelse 2.');
  expect(alone.text()).not.toMatch(/kladde|under ét|udgivelse 1/);
  expect(alone.find('a[href="/udgivelser/2"]').length).toBe(1);
});

test('is the same sentence in English', () => {
  const said = sayableOf(2019, publishedEstimates);
  expect(said && sayableSentence(said, 'en')).toMatch(
    /^Of 2019 you can quote 8 women in the whole country \(decided to residential treatment\) in the calendar year 2019 \(1 January\s–\s31 December 2019\), counted by .*\. The source is .* Do not add it to 58 .* Do not compare it with .*: something else is counted there\.$/,
  );
});
