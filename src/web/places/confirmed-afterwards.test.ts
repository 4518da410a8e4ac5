/** A stay that she was admitted to without confirmation is confirmed afterwards: it is asked for, done once, and read by the others. */
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { factsTold } from '../../../test/pathways.ts';
import { testWeb, type Visit } from '../../../test/web.ts';
import { asId } from '../../domain/id.ts';
import { addDays, danishDay, moment } from '../../domain/time.ts';

const now = () => moment(new Date().toISOString());
const web = await testWeb(now);
const { owner } = web.database;
const decider = await web.as('visitator');
const leader = await web.as('leder');
const elsewhere = await web.as('kommune-odense');
const alma = '/forloeb/alma/plads';

function fieldsOf(page: Visit, selector: string): Record<string, string> {
  return Object.fromEntries(
    page
      .$(selector)
      .first()
      .serializeArray()
      .map(({ name, value }) => [name, value]),
  );
}

test('the municipality is asked for the legal basis and the payer of a stay that began without them, and writes them once', async () => {
  const search = await decider.get(alma);
  await decider.post(`${alma}/hold`, { ...fieldsOf(search, 'form[action$="/hold"]'), 'sagt-ja': 'yes' });
  const { id } = await owner.selectFrom('stay').select('id').where('request_key', 'not like', 'import %').executeTakeFirstOrThrow();
  const asked = await leader.post(`/pladser/ophold/${id}/indskriv`, { dag: danishDay(now()) });
  const form = asked.$('form[action$="/indskriv"]').first();
  const answers = form
    .serializeArray()
    .reduce<Record<string, string[]>>((all, { name, value }) => ({ ...all, [name]: [...(all[name] ?? []), value] }), {});
  expect((await leader.post(`/pladser/ophold/${id}/indskriv`, answers)).status).toBe(303);

  const step = 'Bekræft opholdet: hjemmel og betaling';
  expect((await decider.get('/arbejde')).text).toContain(step);
  const her = await decider.get('/forloeb/alma');
  expect(her.text).toContain(step);
  expect(her.text).toContain('bekræftelse af opholdet: hjemmel og betaling');
  const page = await decider.get(alma);
  expect(page.text).toContain('Ikke bekræftet: hjemmel og betaler mangler');

  const fields = fieldsOf(page, 'form[action$="/bekraeft-ophold"]');
  const empty = await decider.post(`${alma}/${id}/bekraeft-ophold`, { ...fields, hjemmel: '', betaler: '' });
  expect([empty.status, empty.$('[role=alert] li').length]).toEqual([409, 2]);
  expect((await leader.post(`${alma}/${id}/bekraeft-ophold`, fields)).status).toBe(403);
  expect((await elsewhere.post(`${alma}/${id}/bekraeft-ophold`, fields)).status).not.toBe(303);

  // What speaks against the place is asked as before she comes, once: her place is closed for some nights.
  await sql`insert into closure (unit, place, from_day, to_day, reason)
    select unit, place, ${addDays(danishDay(now()), 4)}, ${addDays(danishDay(now()), 11)}, 'Maling' from stay_part where stay = ${id}`.execute(
    owner,
  );
  const marked = (await decider.get(alma)).$('main');
  expect(marked.find('form[action$="/bekraeft-ophold"]').text()).toContain('Maling');
  expect(marked.text().split('Maling').length - 1).toBe(1);
  const unlooked = await decider.post(`${alma}/${id}/bekraeft-ophold`, fields);
  expect([unlooked.status, unlooked.$('#forbehold-error').length]).toEqual([409, 1]);
  Object.assign(fields, { forbehold: 'cannot-stand' });

  expect((await decider.post(`${alma}/${id}/bekraeft-ophold`, fields)).status).toBe(303);
  // The same form again is answered alike and does nothing more.
  expect((await decider.post(`${alma}/${id}/bekraeft-ophold`, fields)).status).toBe(303);
  const { rows } = await sql<{ status: string; legal_basis: string; paid_by: string; times: number }>`
    select status, legal_basis, paid_by,
           (select count(*)::int from stay_event where stay = stay.id and act = 'confirm-afterwards') as times
    from stay where id = ${id}`.execute(owner);
  expect(rows).toEqual([{ status: 'admitted', legal_basis: fields['hjemmel'], paid_by: fields['betaler'], times: 1 }]);
  expect((await factsTold(owner, asId<'pathway'>('alma'))).slice(-2)).toEqual(['admitted', 'place-confirmed']);

  const after = await decider.get(alma);
  expect(after.text).not.toContain('Ikke bekræftet: hjemmel');
  expect(after.$('form[action$="/bekraeft-ophold"]').length).toBe(0);
  expect((await decider.get('/forloeb/alma')).text).not.toContain(step);
  expect((await leader.get('/pladser/afdeling/fjordhuset-strand')).text).toContain('serviceloven § 107, stk. 2, nr. 2');
  const second = await decider.post(`${alma}/${id}/bekraeft-ophold`, { ...fields, noegle: 'en anden' });
  expect(second.status).toBe(409);
});
