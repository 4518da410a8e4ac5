/** What the leader of a unit reads of why one who waits has her urgency, and what she does not. */
import { expect, test } from 'vitest';
import { testWeb } from '../../../test/web.ts';
import { waitingWomen } from '../../demo/waiting-women.ts';
import { danishDay, moment } from '../../domain/time.ts';
import { importPathways } from '../../store/pathway-import.ts';

const now = moment(new Date().toISOString());
const web = await testWeb(() => now);
const today = danishDay(now);
await importPathways(web.database.owner, waitingWomen(today));
const wish = {
  soeg: 'ja',
  ankomst: today,
  laengde: 'naetter',
  naetter: '30',
  'svar-liste': 'not-asked',
  behov: 'accepts-active-use',
};

test('the leader reads the time waited and the noes of units without points, after a restart too, and nothing of the pregnancy', async () => {
  const [decider, leader] = await Promise.all(['visitator', 'leder'].map((user) => web.as(user)));
  if (!decider || !leader) throw new Error('two people log in');
  const sent = await decider.post('/forloeb/venter-nadja/venteliste', {
    ...wish,
    'oenske-1': 'fjordhuset-klit',
    'oenske-2': 'lyngborg-lyng',
  });
  expect(sent.status).toBe(303);
  const list = '/venteliste/afdeling/fjordhuset-klit';
  const page = await leader.get(list);
  const told = page.$('details.fold').filter((_, one) => page.$(one).text().includes('Hvorfor N. har den hastegrad'));
  expect(told).toHaveLength(1);
  expect(told.text()).toContain('Hun har ventet i under en uge');
  expect(told.text()).toContain('Ingen afdeling har sagt nej');
  expect(told.text()).toContain('Point vises ikke her af hensyn til hende.');
  expect(told.text()).not.toMatch(/\d+ point/);
  for (const never of ['Graviditeten er i uge', 'Tilbagefald', 'krisecenter', 'akut']) expect(page.text).not.toContain(never);

  const hers = await decider.get('/forloeb/venter-nadja/venteliste');
  expect(hers.text).toMatch(/Graviditeten er i uge \d+|uge \d+ tælles/);

  const again = await (await (await web.restarted()).as('leder')).get(list);
  expect(again.text).toContain('Ingen afdeling har sagt nej');
});
