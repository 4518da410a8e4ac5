/** The number at which a unit is rung: kept up by its leader, read wherever one rings. */
import { expect, test } from 'vitest';
import { testWeb } from '../../../test/web.ts';

const web = await testWeb();

test('the telephone number is kept up by the leader, stands where one rings, and earlier numbers are kept, also after a restart', async () => {
  const address = '/pladser/afdeling/fjordhuset-strand';
  const leader = await web.as('leder');
  const wrong = await leader.post(`${address}/telefon`, { telefon: 'ring til os' });
  expect([wrong.status, wrong.$('#telefon-error').length, wrong.$('#telefon').val()]).toEqual([422, 1, 'ring til os']);
  expect((await leader.post(`${address}/telefon`, { telefon: '+45 00000177' })).status).toBe(303);
  expect((await leader.post('/pladser/afdeling/lyngborg-lyng/telefon', { telefon: '00000178' })).status).toBe(404);

  const again = await web.restarted();
  const page = await (await again.as('visitator')).get(address);
  expect(page.$('#ring a').attr('href')).toBe('tel:+4500000177');
  expect(page.$('#ring').text()).toBe('Ring: 00 00 01 77');
  const upkeep = await (await again.as('leder')).get(`${address}/drift`);
  expect(upkeep.text).toMatch(/00 00 01 77, skrevet .* af .*00 00 01 \d\d, skrevet .* af Samløb/s);
});
