import { expect, test } from 'vitest';
import { testWeb } from '../../../test/web.ts';
import { asId } from '../../domain/id.ts';

const web = await testWeb();
const address = '/udmeldinger/2019-gravide/arbejdstal';

type Page = Awaited<ReturnType<Awaited<ReturnType<typeof web.as>>['get']>>;

/** The rows of the table: the place, and its numbers. */
function rowsOf({ $ }: Page): ReadonlyMap<string, readonly string[]> {
  const rows = $('table.sheet tbody tr')
    .toArray()
    .map(
      (row) =>
        [
          $(row).find('th').text(),
          $(row)
            .find('td')
            .toArray()
            .map((cell) => $(cell).text().trim()),
        ] as const,
    );
  return new Map(rows);
}

test('the agency works on every number of the country with its sums, above which stands that nothing of it may leave', async () => {
  const agency = await web.as('styrelse');
  const page = await agency.get(address);
  expect(page.status).toBe(200);
  expect(page.$('.alert.attention').text()).toContain('ikke til udgivelse');
  const rows = rowsOf(page);
  // The country, five regions and 98 municipalities.
  expect(rows.size).toBe(104);
  const country = rowsOf(await agency.get(`${address}?sted=region&aar=each&behandling=together`)).get('Hele landet');
  // The national counts of 2017, 2018 and 2019 are printed in the documents.
  expect(country).toEqual(expect.arrayContaining(['37', '45', '58', '140']));
  expect(page.$('td.small-count').length).toBeGreaterThan(10);
  expect(page.$('td.small-count').first().text()).toMatch(/^[1-4] \(lille\)$/);
});

test('a secretariat works on its own region’s alone, without a sum that it does not see all of', async () => {
  const rows = rowsOf(await (await web.as('sekretaer')).get(`${address}?sted=municipality&aar=each&behandling=together`));
  expect(rows.get('Region Syddanmark')).toEqual(expect.arrayContaining(['10', '8', '8', '26']));
  expect([...rows.keys()]).not.toContain('Hele landet');
  expect([...rows.keys()]).not.toContain('Region Nordjylland');
  expect(rows.size).toBe(23);
});

test('is read by nobody else, and leaves its own line in the trace', async () => {
  for (const person of ['planlaegger', 'kommune-odense', 'databeskyttelse', 'jordemoder'])
    expect((await (await web.as(person)).get(address)).status, person).toBe(403);
  const lines = await web.database.owner
    .selectFrom('trace')
    .select(['permission', 'app_user', 'outcome'])
    .where('subject', '=', '2019-gravide/arbejdstal')
    .execute();
  expect(new Set(lines.map(({ permission, outcome }) => `${permission} ${outcome}`))).toEqual(new Set(['report:internal seen']));
  // The two who have read it above, and none of those who were turned away.
  expect(new Set(lines.map(({ app_user }) => app_user)).size).toBe(2);
});

test('its file says first that it is not for release, marks the small numbers, and holds the same numbers', async () => {
  const { response } = await (await web.as('sekretaer')).get(`${address}.csv?sted=region&aar=together&behandling=apart`);
  expect(response.headers['content-disposition']).toContain('arbejdstal-intern.csv');
  expect(response.headers['cache-control']).toBe('no-store');
  const text = response.body;
  expect(text.split('\r\n')[0]).toContain('ikke til udgivelse');
  expect(text).toContain('syddanmark;Total;Region Syddanmark;26;nej');
  expect(text).not.toContain('Hele landet');
});

test('the way to it stands where a public edition is missing, and under the reports of those who may', async () => {
  expect((await (await web.as('styrelse')).get('/udmeldinger/2019-gravide')).$(`a[href="${address}"]`).length).toBe(1);
  expect((await (await web.as('planlaegger')).get('/udmeldinger/2019-gravide')).$(`a[href="${address}"]`).length).toBe(0);
  const draft = await (await web.as('sekretaer')).get('/udmeldinger/2019-gravide/rapport/syddanmark?udgave=offentlig');
  expect(draft.text).toContain('intet tal i den må citeres');
  const internal = await (await web.as('sekretaer')).get('/udmeldinger/2019-gravide/rapport/syddanmark?udgave=intern');
  expect(internal.$(`a[href="${address}"]`).length).toBe(1);
});

/** Takes away the answers of all municipalities but those that are kept. */
async function onlyAnswered(isKept: (answer: { readonly municipality: string; readonly region: string }) => boolean): Promise<void> {
  const { owner } = web.database;
  for (const one of await owner.selectFrom('call_answer').select(['municipality', 'region']).execute())
    if (!isKept(one)) await owner.deleteFrom('call_answer').where('municipality', '=', one.municipality).execute();
}

test('a sum of those who have answered is called so, on the page and in the head of the file, and no reader takes it for all', async () => {
  const secretary = await web.as('sekretaer');
  const byRegion = '?sted=region&aar=each&behandling=together';
  await onlyAnswered(({ region }) => region === 'syddanmark');
  const one = await secretary.get(`${address}${byRegion}`);
  expect([...rowsOf(one).keys()]).toEqual(['Hele landet, 22 af 98 har svaret', 'Region Syddanmark']);
  expect(one.text).toContain('Alle 22 svar er talt med. 76 kommuner har ikke svaret og er ikke med i summerne.');
  const { response } = await secretary.get(`${address}.csv${byRegion}`);
  expect(response.body).toContain('Alle 22 svar er talt med. 76 kommuner har ikke svaret');
  expect(response.body).toContain('Hele landet, 22 af 98 har svaret');

  let kept = 0;
  await onlyAnswered(() => (kept += 1) <= 3);
  const [few, file] = [await secretary.get(`${address}${byRegion}`), await secretary.get(`${address}.json${byRegion}`)];
  expect([...rowsOf(few).keys()]).toEqual(['Hele landet, 3 af 98 har svaret', 'Region Syddanmark, 3 af 22 har svaret']);
  expect(JSON.stringify(file.response.json())).toContain('95 kommuner har ikke svaret');
});

test('who sees one region alone reads how many of that region have not answered', async () => {
  const other = await testWeb();
  const { owner } = other.database;
  const south = await owner
    .selectFrom('call_answer')
    .select('municipality')
    .where('region', '=', asId<'region'>('syddanmark'))
    .orderBy('municipality')
    .execute();
  for (const { municipality } of south.slice(3)) await owner.deleteFrom('call_answer').where('municipality', '=', municipality).execute();
  const page = await (await other.as('sekretaer')).get(`${address}?sted=municipality&aar=each&behandling=together`);
  expect([...rowsOf(page).keys()][0]).toBe('Region Syddanmark, 3 af 22 har svaret');
  expect(page.text).toContain('Du ser svarene fra 3 kommuner i din region.');
  expect(page.text).toContain('19 kommuner har ikke svaret og er ikke med i summerne.');
});
