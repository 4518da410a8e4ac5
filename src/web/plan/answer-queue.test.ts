/** Many who ask at once; in a file of its own, because the queue that it leaves is worked on until the server ends. */
import { expect, test } from 'vitest';
import { testWeb } from '../../../test/web.ts';

const web = await testWeb();
const address = '/planlaegning';

test('a document that is not worked out leads to the page that waits, and more than the queue holds is said', async () => {
  const planner = await web.as('planlaegger');
  const { location } = await planner.upload(
    `${address}/scenarier/fil`,
    'et.json',
    '{"title":"Sidst i køen","years":2,"arrivalsPerYear":5,"stayYears":0.5,"patience":"none","sites":[{"id":"0461","places":1}]}',
  );
  for (const act of ['share', 'publish']) await planner.post(`${location}/syn`, { syn: act, 'laest-version': '1' });
  const id = location.split('/').at(-1) ?? '';
  const approver = await web.as('godkender');

  // Each number of places is a question of its own.
  const asked = Array.from({ length: 25 }, (_, more) => `pladser=${more + 3}`);
  const pages = await Promise.all(asked.map((query) => planner.get(`${address}?${query}`)));
  const waiting = pages.filter(({ $ }) => $('[data-waiting]').length > 0);
  const busy = waiting.filter(({ text }) => text.includes('Mange beregninger er i kø, og denne er ikke kommet med endnu.'));
  expect(pages.map(({ status }) => status)).toEqual(asked.map(() => 200));
  expect(waiting.length - busy.length).toBeLessThanOrEqual(16);
  expect(busy.length).toBeGreaterThan(4);
  // It asks again, as a page that waits does.
  expect(busy[0]?.$('noscript').length).toBe(1);

  const documents = await Promise.all([
    planner.get(`${address}/svar.docx?pladser=27`),
    planner.get(`${location}/svar.pdf`),
    approver.get(`${address}/offentliggjort/${id}/svar.pdf`),
  ]);
  expect(documents.map(({ status, location: to }) => [status, to])).toEqual([
    [303, `${address}?loesning=styrelsen-2024&pladser=27`],
    [303, `${location}?version=1`],
    [303, `${address}/offentliggjort/${id}`],
  ]);
  expect((await approver.get(documents[2].location)).$('[data-waiting]').length).toBe(1);
}, 60_000);
