import { expect, test } from 'vitest';
import { testWeb } from '../../../test/web.ts';

const web = await testWeb();

test('what is released is read by all who read figures, as page and files, without the name of the one who released it', async () => {
  const agency = await web.as('styrelse');
  for (const til of ['validated', 'reported']) await agency.post('/udmeldinger/2019-gravide/status', { til });
  const cut = { sted: 'region', aar: 'together', behandling: 'together' };
  const { location } = await agency.post('/udgivelser', { udmelding: '2019-gravide', maade: 'rounding', nuller: 'show', ...cut });
  for (let tries = 0; tries < 700 && (await agency.get(location)).response.headers.refresh !== undefined; tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 200));
  expect((await agency.post(`${location}/udgiv`)).location).toBe('/udgivelser/1');
  const made = await agency.get('/udgivelser/1');
  expect(made.$('#offentligheden').text()).toContain('Samløb har ingen side uden login.');
  const [name = ''] = made.$('dl.pairs dd, dd').eq(1).text().split(',');
  expect(name.length).toBeGreaterThan(3);
  for (const user of ['planlaegger', 'godkender', 'tilsyn', 'kommune-odense', 'behandler']) {
    const reader = await web.as(user);
    const page = await reader.get('/udgivelser/1');
    expect(page.status).toBe(200);
    expect(page.$('main tbody').text()).toBe(made.$('main tbody').text());
    expect(page.$('main').text()).not.toContain(name);
    expect(page.$('#offentligheden').length).toBe(0);
    for (const type of ['csv', 'json', 'xlsx']) expect((await reader.get(`/udgivelser/1.${type}`)).status).toBe(200);
    expect((await reader.get('/udmeldinger/2019-gravide')).$('#udgivet a[href="/udgivelser/1"]').length).toBe(1);
    expect((await reader.get('/udgivelser')).status).toBe(403);
  }
  for (const user of ['kvinden', 'databeskyttelse']) expect((await (await web.as(user)).get('/udgivelser/1')).status).toBe(403);
});
