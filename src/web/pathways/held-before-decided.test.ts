import { expect, test } from 'vitest';
import { testWeb } from '../../../test/web.ts';

const web = await testWeb();
const [midwife, decider] = await Promise.all(['jordemoder', 'visitator'].map((user) => web.as(user)));
if (!midwife || !decider) throw new Error('the demo lacks a persona');
const maja = '/forloeb/maja';

test('a place that is held before the need is assessed leaves the level open and the criteria to the midwife', async () => {
  const before = await decider.get(maja);
  expect(before.$('.strip').text()).toContain('Besvar målgruppens kriterier');
  const { $ } = await decider.get(`${maja}/plads`);
  const form = $('form[action$="/hold"]').first();
  const fields = Object.fromEntries(form.serializeArray().map(({ name, value }) => [name, value]));
  let held = await decider.post(`${maja}/plads/hold`, { ...fields, 'sagt-ja': 'yes' });
  // Others wait for the unit: she who places says why.
  if (held.status === 200) {
    const again = held.$('form[action$="/hold"]').first();
    const asked = Object.fromEntries(again.serializeArray().map(({ name, value }) => [name, value]));
    held = await decider.post(`${maja}/plads/hold`, { ...asked, grund: 'acute-danger', 'sagt-ja': 'yes' });
  }
  expect(held.status).toBe(303);

  const restarted = await web.restarted();
  const again = await restarted.as('jordemoder');
  const after = await again.get(maja);
  expect(after.$('.pathway-top').text()).toContain('Indsats ikke vurderet endnu · plads holdes');
  expect(after.$('.pathway-top').text()).toContain('Niveau: ikke vurderet endnu.');
  expect(after.text).not.toContain('Niveau: Døgn');
  expect(after.$('.strip').text()).toMatch(/Også: Besvar målgruppens kriterier \([^)]*Familieambulatorium/);
  expect(after.$('.actions .button-primary').text()).toBe('Besvar målgruppens kriterier');
  expect((await decider.get(maja)).$('.actions .button-primary').text()).toBe('Bekræft pladsen');

  const work = await midwife.get('/arbejde');
  const row = work.$('tr').filter((_, tr) => work.$(tr).find('th').text().startsWith('Maja'));
  expect(row.text()).toContain('Besvar målgruppens kriterier');
  expect(row.find('a[href$="/kriterier"]').length).toBe(1);
});
