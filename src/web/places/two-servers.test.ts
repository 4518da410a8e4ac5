import { expect, test } from 'vitest';
import { testFacility, testPlace, testUnit } from '../../../test/provision.ts';
import { testWeb, type Visit } from '../../../test/web.ts';
import { asId } from '../../domain/id.ts';
import { addDays, danishDay, moment } from '../../domain/time.ts';
import { addFacility } from '../../store/placement-provision.ts';
import { askedBeforePrepared } from '../../store/prepared.ts';

const here = await testWeb(() => moment(new Date().toISOString()));
const asked = `soeg=ja&ankomst=${addDays(danishDay(moment(new Date().toISOString())), 3)}&naetter=40&vis=80`;
const there = await here.restarted();
// More units than are asked exactly: the answers come from what each server holds. Nothing tells one of them what the other has done.
for (let number = 0; number < 45; number += 1) {
  const facility = { ...testFacility, id: asId<'facility'>(`hus-${number}`), name: `Hus ${number} (opdigtet)` };
  const unit = testUnit([testPlace(`hus-${number}-a`)], { id: asId<'unit'>(`hus-${number}`), facility: facility.id });
  await addFacility(here.database.owner, facility, [{ ...unit, staffing: [] }]);
}

/** Her yes, and why she goes before those who wait, where that is asked. */
const yes = { 'sagt-ja': 'yes', forbi: 'acute-danger' };

function fieldsOf(page: Visit, selector: string): Record<string, string[]> {
  const fields: Record<string, string[]> = {};
  for (const { name, value } of page.$(selector).first().serializeArray()) fields[name] = [...(fields[name] ?? []), value];
  return fields;
}

function offers(page: Visit, place: string): boolean {
  return page.$(`form[action$="/hold"] input[name="plads"][value="${place}"]`).length > 0;
}

test('a place that is held through one server is not offered by the very next search at another, and is not given twice', async () => {
  const [one, other] = [await here.as('visitator'), await there.as('visitator')];
  const seen: unknown[] = [];
  for (let turn = 0; turn < askedBeforePrepared + 3; turn += 1) {
    const before = await other.get(`/forloeb/freja/plads?${asked}`);
    const form = fieldsOf(await one.get(`/forloeb/alma/plads?${asked}`), 'form[action$="/hold"]');
    const place = form.plads?.[0] ?? '';
    const shown = { ...fieldsOf(before, `form[action$="/hold"]:has(input[value="${place}"])`), ...yes };

    const held = await one.post('/forloeb/alma/plads/hold', { ...form, ...yes });
    const after = await other.get(`/forloeb/freja/plads?${asked}`);
    const late = await other.post('/forloeb/freja/plads/hold', shown);
    const hers = await one.get(`/forloeb/alma/plads?${asked}`);
    await one.post(hers.$('form[action$="/slip"]').attr('action') ?? '/');
    const released = await other.get(`/forloeb/freja/plads?${asked}`);

    seen.push({
      before: offers(before, place),
      held: held.status,
      after: offers(after, place),
      late: [late.status, late.text.includes('holdes af en anden til')],
      released: offers(released, place),
    });
  }

  expect(seen).toEqual(seen.map(() => ({ before: true, held: 303, after: false, late: [409, true], released: true })));
});
