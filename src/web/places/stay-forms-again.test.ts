import { expect, test } from 'vitest';
import { testWeb } from '../../../test/web.ts';
import { asId } from '../../domain/id.ts';

const web = await testWeb();
const leader = await web.as('leder');
const { id } = await web.database.owner
  .selectFrom('stay')
  .select('id')
  .where('unit', '=', asId<'unit'>('fjordhuset-strand'))
  .where('status', '=', 'admitted')
  .limit(1)
  .executeTakeFirstOrThrow();

test('a leave without a reason is asked for again beside the field, and what was written is kept', async () => {
  const sent = {
    fra: '2026-12-24',
    tilbage: '2026-12-27',
    grund: '',
    ord: 'jul hos sin mor',
    noegle: '00000000-0000-4000-8000-000000000009',
  };
  const { status, $ } = await leader.post(`/pladser/ophold/${id}/orlov`, sent);

  expect(status).toBe(422);
  expect($('#grund-error').text()).toContain('Vælg en årsag');
  expect(['fra', 'tilbage', 'ord'].map((name) => $(`#${name}`).val())).toEqual([sent.fra, sent.tilbage, sent.ord]);
  expect($('input[name=noegle]').val()).toBe(sent.noegle);
  expect($('#fra-error').length).toBe(0);
});

test('so is a move without a place, with the day that was written', async () => {
  const { status, $ } = await leader.post(`/pladser/ophold/${id}/flyt`, { plads: '', dag: '2026-12-24' });

  expect(status).toBe(422);
  expect($('#plads-error').length).toBe(1);
  expect($('#plads option').length).toBeGreaterThan(1);
  expect($('#dag').val()).toBe('2026-12-24');
});
