/** The waiting list's page of one whose child is born while she waits: what she waits for now, and why. */
import { expect, test } from 'vitest';
import { testWeb } from '../../../test/web.ts';
import { danishDay, moment } from '../../domain/time.ts';

/** The real clock: when her needs were written is told by the database's own, and the birth must come after it. */
const now = () => moment(new Date().toISOString());
const web = await testWeb(now);
/** Asked each time: the test may run over midnight. */
const today = () => danishDay(now());
const list = '/forloeb/alma/venteliste';

test('shows the needs after the birth, and says in the history that the birth changed them', async () => {
  const visitator = await web.as('visitator');
  const found = await visitator.get(`/forloeb/alma/plads?soeg=ja&ankomst=${today()}&laengde=naetter&naetter=60`);
  const away = '.unit-card:has(h3:contains("Havgården (opdigtet), Haven")) h3 a';
  const unit = (found.$(away).attr('href') ?? '').split('/').at(-1) ?? '';
  // What she wishes is further away than she will travel, so nothing is offered at once: she waits.
  const wish = { soeg: 'ja', ankomst: today(), laengde: 'naetter', naetter: '60', 'oenske-1': unit, vej: '30', behov: ['step-free'] };
  expect((await visitator.post(list, { ...wish, 'svar-liste': 'yes' })).status).toBe(303);
  const wished = async () => (await (await web.restarted()).as('koordinator')).get(list);
  expect((await wished()).$('.pairs').first().text()).not.toContain('mor og barn');
  expect((await wished()).$('.pairs').first().text()).toContain('hun alene');

  const koordinator = await web.as('koordinator');
  expect((await koordinator.post('/forloeb/alma/haendelse', { slags: 'birth', tekst: 'Født i nat', happened: today() })).status).toBe(303);
  const page = await wished();
  expect(page.$('.pairs').first().text()).toContain('mor og barn');
  expect(page.$('.pairs').first().text()).toContain('hun og hendes spædbarn');
  expect(page.text).not.toContain('hun alene');
  expect(page.text).toContain('Ønsket følger nu fødslen: Barnet er født, så pladsen skal have plads til mor og barn');
  // Nothing else is to come later: her needs as they are written are followed already.
  expect(page.text).not.toContain('Venter hun igen, følger ventelisten det');
});
