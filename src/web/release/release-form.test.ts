import { expect, test } from 'vitest';
import { testWeb } from '../../../test/web.ts';

const web = await testWeb();
const agency = await web.as('styrelse');

/** What is chosen of a group when the page opens. */
async function chosen(address: string): Promise<Readonly<Record<string, string | undefined>>> {
  const { $ } = await agency.get(address);
  return Object.fromEntries(['maade', 'nuller', 'sted', 'aar'].map((name) => [name, $(`input[name="${name}"]:checked`).val()?.toString()]));
}

async function preview(fields: Readonly<Record<string, string>>): Promise<string> {
  const { location } = await agency.post('/udgivelser', fields);
  for (let tries = 0; tries < 300 && (await agency.get(location)).response.headers.refresh !== undefined; tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 100));
  return location;
}

test('the form proposes the report until it is out, then rounding; what an address asks for goes before both', async () => {
  for (const til of ['answered', 'validated', 'reported']) await agency.post('/udmeldinger/2019-gravide/status', { til });
  expect(await chosen('/udgivelser')).toEqual({ maade: 'report', nuller: 'show', sted: 'municipality', aar: 'each' });
  expect(await chosen('/udgivelser?maade=suppression&nuller=hide&sted=region&aar=together')).toEqual({
    maade: 'suppression',
    nuller: 'hide',
    sted: 'region',
    aar: 'together',
  });
  // What there is not is not chosen, and leaves nothing unchosen.
  expect(await chosen('/udgivelser?maade=noget&sted=noget')).toMatchObject({ maade: 'report', sted: 'municipality' });

  const job = await preview({ udmelding: '2019-gravide', maade: 'report' });
  expect((await chosen('/udgivelser')).maade).toBe('report');
  expect((await agency.post(`${job}/udgiv`)).location).toBe('/udgivelser/1');
  expect((await chosen('/udgivelser')).maade).toBe('rounding');
  expect((await chosen('/udgivelser?maade=report')).maade).toBe('report');
});

test('rounding says how far a number may lie from the true one: 4, and 9 where the nearest would have told too much', async () => {
  const { $ } = await agency.get('/udgivelser');
  const label = $('form#udgiv').text();
  expect(label).toMatch(/et tal kan ligge op til 4 fra det rigtige, og op til 9, hvor/);
});

test('the preview explains its numbers with the very words that stand beside them when they are out', async () => {
  const job = await preview({ udmelding: '2019-gravide', maade: 'rounding', nuller: 'show', sted: 'region', aar: 'together' });
  // From the explanation to the table, as it stands on either page.
  const explained = async (address: string): Promise<string> => {
    const text = (await agency.get(address)).$('main').text();
    return /Kommunernes afgørelser om behandling, ikke behov.*?Alle tal er afrundet.*?Hele landet/s.exec(text)?.[0] ?? text;
  };
  const before = await explained(job);
  const { location } = await agency.post(`${job}/udgiv`);
  expect(location).toBe('/udgivelser/2');
  expect(before).toBe(await explained(location));
});
