import { expect, test } from 'vitest';
import { testWeb } from '../../../test/web.ts';

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
