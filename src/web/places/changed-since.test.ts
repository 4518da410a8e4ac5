/** A confirmation of capacity that is older than what the unit changed of its supply says so, to everybody who reads it. */
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { testWeb, type TestWeb } from '../../../test/web.ts';
import { moment } from '../../domain/time.ts';

// The store asks the database's clock, so the demonstration is told from today.
const web = await testWeb(() => moment(new Date().toISOString()));
const strand = '/pladser/afdeling/fjordhuset-strand';
const both =
  /bekræftet for 20 timer siden af Lone Bækgaard; ændret siden, senest (lige nu|for \d+ minut(ter)? siden) af Lone Bækgaard \(egenskaber rettet\)/;

/** What the municipality reads of the unit: its own page, and its row among all of them. */
async function readBy(served: TestWeb, user: string): Promise<readonly string[]> {
  const reader = await served.as(user);
  const [page, all] = [await reader.get(strand), await reader.get('/pladser')];
  return [page.$('main').text(), all.$(`tr:has(a[href="${strand}"])`).first().text()];
}

test('the leader confirms and then changes a place: the municipality reads both, also after a restart, until the next confirmation', async () => {
  const leader = await web.as('leder');
  expect((await leader.post(`${strand}/bekraeft-kapacitet`, {})).status).toBe(303);
  await sql`update unit set confirmed_at = now() - interval '20 hours 5 minutes' where id = 'fjordhuset-strand'`.execute(
    web.database.owner,
  );
  for (const text of await readBy(web, 'visitator')) {
    expect(text).toContain('bekræftet for 20 timer siden af Lone Bækgaard');
    expect(text).not.toContain('ændret siden');
  }

  const changed = await leader.post(`${strand}/drift/egenskaber`, {
    plads: 'fjordhuset-strand-4',
    egenskab: ['mother-and-baby'],
    set: 'ja',
  });
  expect(changed.status).toBe(303);
  for (const text of await readBy(web, 'visitator')) expect(text).toMatch(both);
  const restarted = await web.restarted();
  for (const text of await readBy(restarted, 'visitator')) expect(text).toMatch(both);
  // It is no confirmation of the rest, and makes the one that was given no older: its age is what it was.
  expect((await (await restarted.as('leder')).get('/pladser/friskhed')).text).toContain('bekræftet for 20 timer siden');

  expect((await leader.post(`${strand}/bekraeft-kapacitet`, {})).status).toBe(303);
  for (const text of await readBy(await web.restarted(), 'visitator')) {
    expect(text).toMatch(/bekræftet (lige nu|for \d+ minut(ter)? siden) af Lone Bækgaard/);
    expect(text).not.toContain('ændret siden');
  }
});

test('without names, where those are not told, the change is still told', async () => {
  const leader = await web.as('leder');
  await leader.post(`${strand}/drift/rum`, { navn: 'Loftet', noegle: '00000000-0000-4000-8000-0000000000c1' });
  await sql`update unit set confirmed_at = now() - interval '30 hours' where id = 'fjordhuset-strand'`.execute(web.database.owner);
  const work = await leader.get('/arbejde');
  expect(work.text).toMatch(/Strand: bekræftet for 30 timer siden; ændret siden, senest (lige nu|for \d+ minut)/);
});
