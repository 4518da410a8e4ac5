import { beforeAll, describe, expect, test } from 'vitest';
import { testWeb } from '../../../test/web.ts';

const web = await testWeb();
const form = { udmelding: '2019-gravide', maade: 'rounding', nuller: 'show' };

/** Follows the work to its preview. */
async function previewFor(by: Awaited<ReturnType<typeof web.as>>) {
  const { location } = await by.post('/udgivelser', form);
  for (let tries = 0; tries < 700; tries += 1) {
    const page = await by.get(location);
    if (page.response.headers.refresh === undefined) return { ...page, job: location };
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error('the work did not end');
}

let south: Awaited<ReturnType<typeof web.as>>;
let north: Awaited<ReturnType<typeof web.as>>;
beforeAll(async () => {
  const agency = await web.as('styrelse');
  for (const til of ['validated', 'reported']) await agency.post('/udmeldinger/2019-gravide/status', { til });
  south = await web.as('sekretaer');
  north = await web.as('sekretaer-nord');
});

describe('the preview of a rounded table', () => {
  test('says what rounding does to the numbers the reader may know, and to those alone', async () => {
    const seen = await previewFor(south);
    const card = seen.$('#afrunding').text();
    expect(card).toMatch(/Størst ændring af et tal for al behandling: [^.]+ er \d+ og bliver til \d+\./);
    expect(card).toMatch(/(Ingen|\d+) af \d+ rækker viser/);
    expect(card).toContain('kan ikke bruges til at vise udvikling eller fordeling');
    const other = (await north.get(seen.job)).$('#afrunding').text();
    expect(other).toContain('Størst ændring');
    expect(other).not.toMatch(/Hele landet|Syddanmark|Odense/);
    expect(card).not.toMatch(/Hele landet|Nordjylland|Aalborg/);
  });

  test('says that the report may get rounded numbers, and leads to the report', async () => {
    const seen = await previewFor(south);
    expect(seen.text).toContain('trykker rapporten i stedet tallene fra denne tabel: afrundet');
    expect(seen.$('a[href*="maade=report"]').text()).toBe('Se rapportens offentlige udgave først');
    expect((await south.get('/udgivelser')).text).toContain('Anbefales ikke til at vise, hvor kvinderne kommer fra, udvikling over årene');
  });
});
