import { expect, test } from 'vitest';
import { testWeb } from '../../../test/web.ts';
import { asId } from '../../domain/id.ts';

const web = await testWeb();
const coordinator = await web.as('koordinator');
const alma = '/forloeb/alma';

test('a place given free leaves her decided and without one, and the place stands among the earlier ones', async () => {
  const { $ } = await coordinator.get(`${alma}/plads`);
  const form = $('form[action$="/hold"], form:has([formaction$="/hold"])').first();
  const fields = Object.fromEntries(form.serializeArray().map(({ name, value }) => [name, value]));
  expect((await coordinator.post(`${alma}/plads/hold`, { ...fields, 'sagt-ja': 'yes' })).status).toBe(303);
  const held = await coordinator.get(alma);
  expect(held.text).toContain('Døgn besluttet · plads holdes');
  expect(held.text).not.toContain('Tidligere plads');

  const stay = await web.database.owner
    .selectFrom('stay')
    .select('id')
    .where('status', '=', 'held')
    .where('pathway', '=', asId<'pathway'>('alma'))
    .executeTakeFirstOrThrow();
  expect((await coordinator.post(`${alma}/plads/${stay.id}/slip`)).status).toBe(303);
  const free = await coordinator.get(alma);
  expect(free.text).toContain('Døgn besluttet');
  expect(free.text).toMatch(/Tidligere plads: Plads \d, \S+ \(opdigtet\), \S+ · givet fri/);
});
