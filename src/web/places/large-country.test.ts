/** A country of more units than are asked exactly: her page says yes where one move makes room, and no where on some night nothing would. */
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { testFacility, testPlace, testUnit } from '../../../test/provision.ts';
import { testWeb } from '../../../test/web.ts';
import { asId } from '../../domain/id.ts';
import { addDays, danishDay, moment } from '../../domain/time.ts';
import { addFacility } from '../../store/placement-provision.ts';

const now = () => moment(new Date().toISOString());
const web = await testWeb(now);
const { owner } = web.database;
const today = danishDay(now());
const facility = { ...testFacility, id: asId<'facility'>('stort'), name: 'Stort (opdigtet)' };
const rare = ['partner', 'step-free'] as const;

const unitOf = (id: string, places: readonly ReturnType<typeof testPlace>[]) =>
  testUnit(places, { id: asId<'unit'>(id), facility: facility.id, name: id });
await addFacility(owner, facility, [
  unitOf('flyttes', [testPlace('flyttes-1', rare), testPlace('flyttes-2')]),
  unitOf('fuld', [testPlace('fuld-1', rare), testPlace('fuld-2')]),
  ...Array.from({ length: 45 }, (_, index) => unitOf(`anden-${index}`, [testPlace(`anden-${index}-1`)])),
]);

async function confirmed(id: string, unit: string): Promise<void> {
  await owner.transaction().execute(async (tx) => {
    await sql`insert into stay (id, pathway, called_name, unit, arrival, departure, status, needs, legal_basis, paid_by, held_by, held_by_name,
      held_for, held_for_name, request_key)
      values (${id}, 'freja', 'Freja', ${unit}, ${addDays(today, 9)}::date, ${addDays(today, 40)}::date, 'confirmed', '[]', 'SEL-107-2-2', '0851',
        'u', 'U', 'o', 'O', ${id})`.execute(tx);
    await sql`insert into stay_part (stay, unit, status, place, arrival, departure)
      select id, unit, status, id, arrival, departure from stay where id = ${id}`.execute(tx);
  });
}

test('a unit where one who has not come can move is a yes, and a full one is a no, in a country that is too large to ask exactly', async () => {
  // Each stay bears the name of its place.
  for (const [id, unit] of [
    ['flyttes-1', 'flyttes'],
    ['fuld-1', 'fuld'],
    ['fuld-2', 'fuld'],
  ] as const)
    await confirmed(id, unit);
  const asked = new URLSearchParams([
    ['soeg', 'ja'],
    ['ankomst', addDays(today, 10)],
    ['naetter', '20'],
    ...rare.map((one) => ['behov', one]),
  ]);
  const page = await (await (await web.restarted()).as('visitator')).get(`/forloeb/alma/plads?${asked.toString()}&laengde=naetter&vis=60`);
  // By its heading: a card names the one next to it in the order too.
  const holds = (unit: string): number =>
    page
      .$('.unit-card')
      .filter((_, card) => page.$(card).find('h3').first().text().includes(`Stort (opdigtet), ${unit}`))
      .find('form[action$="/hold"]').length;
  expect([holds('flyttes'), holds('fuld')]).toEqual([1, 0]);
});
