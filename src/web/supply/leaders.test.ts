/** Leaders of a facility on its page: one more is named and logs in, the task of one ends at once, and nobody is left without being told. */
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { testWeb } from '../../../test/web.ts';

const web = await testWeb();
const { owner } = web.database;
const [supervision, leader, decider] = await Promise.all(['tilsyn', 'leder', 'visitator'].map((user) => web.as(user)));
if (!supervision || !leader || !decider) throw new Error('three people log in');

const house = '/pladser/tilbud/fjordhuset';
const key = '00000000-0000-4000-8000-0000000000a1';
const second = `leder-${key}`;

describe('a leader of a facility', () => {
  test('is named by one who leads it, sent twice once, and stands in the history and at login under a heading of its own', async () => {
    expect((await leader.post(`${house}/leder`, { leder: ' ', noegle: key })).$('#leder-error').text()).toBe('Skriv lederens navn.');
    expect((await leader.post(`${house}/leder`, { leder: 'lone bækgaard', noegle: key })).text).toContain('allerede en leder med det navn');
    for (const _ of [1, 2]) expect((await leader.post(`${house}/leder`, { leder: 'Ib Havn', noegle: key })).status).toBe(303);
    const page = await supervision.get(house);
    expect(page.text).toMatch(/Leder udpeget.*Ib Havn/s);
    expect(page.$('form[action$="/afslut"]').length).toBe(2);
    const login = await decider.get('/log-ind');
    expect(login.$('h2:contains("Ledere, der er udpeget her") + ul').text()).toContain('Ib Havn');
    const ib = await web.as(second);
    expect((await ib.get('/arbejde')).text).toMatch(/Lone Bækgaard har udpeget dig som leder af Fjordhuset/);
    expect((await leader.get('/arbejde')).text).not.toContain('har udpeget dig');
  });

  test('is named and ended by nobody else', async () => {
    for (const path of [`${house}/leder`, `${house}/leder/${second}/afslut`]) {
      expect((await decider.post(path, { leder: 'X', afslut: 'ja' })).status).toBe(403);
      const elsewhere = path.replace('fjordhuset', 'lyngborg');
      expect((await leader.post(elsewhere, { leder: 'X', afslut: 'ja' })).status).toBe(404);
    }
    expect((await decider.get(house)).$('form[action$="/afslut"], a[href$="/leder"]').length).toBe(0);
  });

  test('ends after a question: who is logged in is not any more, also after a restart, and what was written stands', async () => {
    const ib = await web.as(second);
    const asked = await supervision.post(`${house}/leder/${second}/afslut`, {});
    expect([asked.status, asked.text.includes('er den eneste leder')]).toEqual([409, false]);
    expect((await ib.get('/arbejde')).status).toBe(200);
    expect((await supervision.post(`${house}/leder/${second}/afslut`, { afslut: 'ja' })).status).toBe(303);
    expect((await ib.get('/arbejde')).status).not.toBe(200);
    expect((await decider.get('/log-ind')).text).not.toContain('Ib Havn');
    // The form that named her, sent again from a page that was left open, names nobody.
    expect((await leader.post(`${house}/leder`, { leder: 'Ib Havn', noegle: key })).status).toBe(303);
    expect((await leader.get(house)).$('main').text()).toContain('er siden afsluttet');
    expect((await decider.get('/log-ind')).text).not.toContain('Ib Havn');
    const again = await web.restarted();
    const page = await (await again.as('tilsyn')).get(house);
    await again.app.close();
    expect(page.text).toMatch(/Leder afsluttet.*Ib Havn/s);
    expect(page.text).toMatch(/Leder udpeget.*Ib Havn/s);
  });

  test('is not the last to go without anyone being told, and then all who read of the house are', async () => {
    const asked = await supervision.post(`${house}/leder/leder/afslut`, {});
    expect(asked.text).toContain('er den eneste leder');
    const untold = await supervision.post(`${house}/leder/leder/afslut`, { afslut: 'ja' });
    expect([untold.status, untold.text.includes('er den eneste leder')]).toEqual([409, true]);
    const { rows } = await sql<{ leads: boolean }>`select ended is null as leads from app_user where id = 'leder'`.execute(owner);
    expect(rows).toEqual([{ leads: true }]);
    expect((await supervision.post(`${house}/leder/leder/afslut`, { afslut: 'ja', ingen: 'ja' })).status).toBe(303);
    for (const who of [supervision, decider]) expect((await who.get(house)).text).toContain('Døgntilbuddet har ingen leder i Samløb');
    expect((await supervision.get('/pladser/tilbud')).$('tr:has(a[href$="/fjordhuset"])').text()).toContain('ingen leder');
    expect((await supervision.post(`${house}/leder/leder/afslut`, { afslut: 'ja', ingen: 'ja' })).status).toBe(303);
  });
});

test('houses stand in Danish order for whoever reads them, Å last', async () => {
  for (const [id, name] of [
    ['test-aa', 'Åhuset (opdigtet)'],
    ['test-z', 'Zonen (opdigtet)'],
    ['test-ae', 'Ærøhus (opdigtet)'],
  ])
    await sql`insert into facility (id, name, operator, operator_name, region, municipality, town, longitude, latitude)
      select ${id}, ${name}, operator, operator_name, region, municipality, town, longitude, latitude from facility where id = 'fjordhuset'`.execute(
      owner,
    );
  const { $ } = await decider.get('/pladser/tilbud');
  const names = $('tbody th')
    .toArray()
    .map((cell) => $(cell).text().trim());
  expect(names.filter((name) => /^(Fjordhuset|Zonen|Ærøhus|Åhuset)/.test(name))).toEqual([
    'Fjordhuset (opdigtet)',
    'Zonen (opdigtet)',
    'Ærøhus (opdigtet)',
    'Åhuset (opdigtet)',
  ]);
});
