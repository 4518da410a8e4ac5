/** A place that is offered when her child is born: what is said of it is true after the birth. */
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { testWeb } from '../../../test/web.ts';
import { danishDay, moment } from '../../domain/time.ts';

const now = () => moment(new Date().toISOString());
const web = await testWeb(now);
const { owner } = web.database;
const today = danishDay(now());
const list = '/forloeb/alma/venteliste';

test('the contract that lapses with the birth is no doubt any more, and who comes is the two of them', async () => {
  await sql`delete from place_property where property = 'detention-possible'`.execute(owner);
  const asked = { soeg: 'ja', ankomst: today, laengde: 'naetter', naetter: '200', behov: ['mother-and-baby'] };
  expect((await (await (await web.restarted()).as('visitator')).post(list, { ...asked, 'svar-liste': 'yes' })).status).toBe(303);
  const shown = async () => {
    const page = await (await (await web.restarted()).as('koordinator')).get(list);
    return { doubts: page.$('#tilbud').parent().find('.alert').text(), wish: page.$('.pairs').first().text() };
  };
  const before = await shown();
  expect(before.doubts).toContain('mulighed for tilbageholdelse med forudgående samtykke');
  expect(before.wish).toContain('hun alene');

  const birth = { slags: 'birth', tekst: 'Født i nat', happened: today };
  expect((await (await web.as('koordinator')).post('/forloeb/alma/haendelse', birth)).status).toBe(303);
  const after = await shown();
  expect(after.doubts).not.toContain('tilbageholdelse');
  expect(after.wish).toContain('hun og hendes spædbarn');
  expect(after.wish).not.toContain('hun alene');
});
