/** The number at which a unit is rung: kept up by its leader, read wherever one rings. */
import { expect, test } from 'vitest';
import { testWeb } from '../../../test/web.ts';

const web = await testWeb();

test('the telephone number is kept up by the leader, stands where one rings, and earlier numbers are kept, also after a restart', async () => {
  const address = '/pladser/afdeling/fjordhuset-strand';
  const leader = await web.as('leder');
  const shown = (await leader.get(`${address}/drift`)).$('form[action$="/telefon"] input[name=viste]').attr('value') ?? '';
  const wrong = await leader.post(`${address}/telefon`, { telefon: 'ring til os' });
  expect([wrong.status, wrong.$('#telefon-error').length, wrong.$('#telefon').val()]).toEqual([422, 1, 'ring til os']);
  expect((await leader.post(`${address}/telefon`, { telefon: '+45 00000177', viste: shown })).status).toBe(303);
  expect((await leader.post('/pladser/afdeling/lyngborg-lyng/telefon', { telefon: '00000178' })).status).toBe(404);

  const again = await web.restarted();
  const page = await (await again.as('visitator')).get(address);
  expect(page.$('#ring a').attr('href')).toBe('tel:+4500000177');
  expect(page.$('#ring').text()).toBe('Ring: 00 00 01 77');
  const upkeep = await (await again.as('leder')).get(`${address}/drift`);
  expect(upkeep.text).toMatch(/00 00 01 77, skrevet .* af .*00 00 01 \d\d, skrevet .* af Samløb/s);
});

test('nobody writes over a number that she has not seen: what stands is said with who wrote it and when, and it can be saved again', async () => {
  const address = '/pladser/afdeling/fjordhuset-strand';
  const [one, other] = [await web.as('leder'), await (await web.restarted()).as('leder')];
  const form = 'form[action$="/telefon"]';
  const shown = (await one.get(`${address}/drift`)).$(`${form} input[name=viste]`).attr('value') ?? '';
  expect((await one.post(`${address}/telefon`, { telefon: '00000191', viste: shown })).status).toBe(303);
  const refused = await other.post(`${address}/telefon`, { telefon: '00000192', viste: shown });
  expect([refused.status, refused.$('#telefon').val()]).toEqual([409, '00000192']);
  expect(refused.text).toMatch(/Nummeret er ændret, siden du åbnede skemaet: 00 00 01 91, skrevet .* af Lone/);
  // A form that does not say what it showed writes over nothing.
  expect((await other.post(`${address}/telefon`, { telefon: '00000193' })).status).toBe(409);
  expect((await other.get(address)).$('#ring').text()).toBe('Ring: 00 00 01 91');
  const seen = refused.$(`${form} input[name=viste]`).attr('value') ?? '';
  expect((await other.post(`${address}/telefon`, { telefon: '00000192', viste: seen })).status).toBe(303);
  expect((await (await web.as('visitator')).get(address)).$('#ring').text()).toBe('Ring: 00 00 01 92');
});

test('of two who write at the same moment from the same form one number stands, and the other is told', async () => {
  const address = '/pladser/afdeling/fjordhuset-strand';
  const servers = [web, await web.restarted()];
  const leaders = await Promise.all(servers.map((server) => server.as('leder')));
  const [first] = leaders;
  const shown = (await first?.get(`${address}/drift`))?.$('form[action$="/telefon"] input[name=viste]').attr('value') ?? '';
  const sent = await Promise.all(
    leaders.map((leader, index) => leader.post(`${address}/telefon`, { telefon: `0000018${index}`, viste: shown })),
  );
  expect(sent.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([303, 409]);
  const kept = sent.findIndex(({ status }) => status === 303);
  expect((await first?.get(address))?.$('#ring').text()).toBe(`Ring: 00 00 01 8${kept}`);
});
