/** The number at which a municipality is rung: written by its own team, read wherever somebody is told to ring it. */
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { testWeb } from '../../../test/web.ts';
import { moment } from '../../domain/time.ts';

const web = await testWeb(() => moment(new Date().toISOString()));
const { owner } = web.database;
const address = '/kommune/telefon';
/** No number in Denmark begins with a zero. */
const number = '00 00 03 99';

async function herOwn(of: typeof web): Promise<string> {
  await sql`update pathway set person = 'maja' where id = 'alma'`.execute(owner);
  return (await (await of.as('kvinden')).get('/mit-forloeb')).text;
}

test('is written once by the municipality’s coordinator, with who and when, and read by the woman after a restart', async () => {
  const coordinator = await web.as('koordinator');
  const wrong = await coordinator.post(address, { telefon: 'ring til os' });
  expect([wrong.status, wrong.$('#telefon-error').length, wrong.$('#telefon').val()]).toEqual([422, 1, 'ring til os']);
  expect((await coordinator.post(address, { telefon: '+45 00000399' })).status).toBe(303);
  expect((await coordinator.post(address, { telefon: '00 00 03 99' })).status).toBe(303);

  const again = await web.restarted();
  const page = await (await again.as('visitator')).get(address);
  expect(page.text).toMatch(new RegExp(`${number}\\. Skrevet .* af Kirsten Vangsø`));
  expect(page.$('#telefon').val()).toBe(number);
  // What stood before stays in the history, and the same number again was written once.
  expect(page.$('main details li').length).toBe(1);
  const own = await herOwn(again);
  expect(own).toContain(`Aalborg. ${number}`);
  expect(own).not.toContain('hovednummer');
});

test('is each municipality’s own, and is written by nobody else', async () => {
  expect((await (await web.as('kommune-odense')).get(address)).text).toContain('Odense Kommune');
  expect((await (await web.as('kommune-odense')).get(address)).text).not.toContain(number);
  for (const role of ['leder', 'kvinden', 'laege', 'sekretaer'])
    expect((await (await web.as(role)).post(address, { telefon: '00000398' })).status).toBe(403);
  expect((await (await web.as('leder')).get('/pladser')).$(`a[href="${address}"]`).length).toBe(0);
  expect((await (await web.as('visitator')).get('/pladser')).$(`a[href="${address}"]`).length).toBe(1);
  expect((await (await web.as('visitator')).get('/arbejde')).$(`main a[href="${address}"]`).length).toBe(1);
  expect((await (await web.as('jordemoder')).get('/arbejde')).$(`main a[href="${address}"]`).length).toBe(0);
});

test('where it is missing she reads how to reach the municipality all the same, and its team is asked to write it', async () => {
  const decider = await web.as('visitator');
  expect((await decider.get('/arbejde')).text).not.toContain('har ikke skrevet et telefonnummer');
  expect((await decider.post(address, { telefon: '' })).status).toBe(303);
  expect((await decider.get('/arbejde')).$(`main a[href="${address}"]`).text()).toBe('Skriv nummeret');
  expect((await (await web.as('jordemoder')).get('/arbejde')).text).not.toContain('har ikke skrevet et telefonnummer');
  expect(await herOwn(web)).toContain('ring til kommunens hovednummer');
});

test('the municipalities of the demonstration have a number that is nobody’s', async () => {
  const { rows } = await sql<{ telephone: string }>`select telephone from municipality_telephone where sequence = 1`.execute(owner);
  expect(rows.length).toBe(98);
  expect(new Set(rows.map(({ telephone }) => telephone)).size).toBe(98);
  for (const { telephone } of rows) expect(telephone).toMatch(/^00 00 03 \d\d$/);
});
