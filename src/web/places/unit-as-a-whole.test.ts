/** What holds for a unit as a whole — whom it receives, how many it is staffed for, how many the guideline says — as the search shows it and the hold keeps it. */
import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import { testWeb, type Visit } from '../../../test/web.ts';
import { asId } from '../../domain/id.ts';
import { moment } from '../../domain/time.ts';

const now = () => moment(new Date().toISOString());
const web = await testWeb(now);
const { owner } = web.database;
const decider = await web.as('visitator');
const alma = '/forloeb/alma/plads';
const unit = asId<'unit'>('fjordhuset-strand');
const days = '?soeg=ja&ankomst=2033-03-01&naetter=20&behov=shielded';

const cardOf = ({ $ }: Visit) => $('.unit-card:has(h3:contains("Fjordhuset (opdigtet), Strand"))');

/** The fields by which the place in the unit is held, as the page gives them. */
function holdFields(page: Visit): Readonly<Record<string, string[]>> {
  const fields: Record<string, string[]> = {};
  for (const { name, value } of cardOf(page).find('form[action$="/hold"]').serializeArray())
    fields[name] = [...(fields[name] ?? []), value];
  return { ...fields, 'sagt-ja': ['yes'] };
}

const heldThere = async (): Promise<number> =>
  (await owner.selectFrom('stay').select('id').where('pathway', '=', asId<'pathway'>('alma')).where('status', '=', 'held').execute())
    .length;

beforeEach(async () => {
  await sql`delete from unit_staffing where unit = ${unit}`.execute(owner);
  await sql`update unit_admission set youngest = null, oldest = null where unit = ${unit}`.execute(owner);
});

test('a unit that is not staffed for one more says so, and holds no place for her though one is free', async () => {
  const before = await decider.get(`${alma}${days}`);
  expect(cardOf(before).text()).toContain('Kan komme');
  const fields = holdFields(before);

  await sql`insert into unit_staffing (unit, from_day, to_day, women) values (${unit}, '2033-01-01', '2034-01-01', 0)`.execute(owner);
  const card = cardOf(await (await (await web.restarted()).as('visitator')).get(`${alma}${days}`));
  expect(card.text()).toContain('Bemandingen rækker til 0 kvinder ad gangen');
  expect(card.find('form[action$="/hold"]')).toHaveLength(0);
  const refused = await decider.post(`${alma}/hold`, fields);
  expect([refused.status === 303, await heldThere()]).toEqual([false, 0]);
});

test('a unit does not receive a woman who is too young, and one whose age nobody has said is asked about and not put behind others', async () => {
  const before = await decider.get(`${alma}${days}&alder=20`);
  const fields = holdFields(before);
  expect(before.$('.unit-card').first().text()).toContain('Fjordhuset (opdigtet), Strand');
  expect(cardOf(before).find('.why-here').text()).toContain('uden forbehold');

  await sql`update unit_admission set youngest = 25 where unit = ${unit}`.execute(owner);
  const later = await (await web.restarted()).as('visitator');
  const young = cardOf(await later.get(`${alma}${days}&alder=20`));
  expect(young.text()).toContain('Afdelingen modtager kvinder, der er fyldt 25 år.');
  expect(young.find('form[action$="/hold"]')).toHaveLength(0);
  const refused = await decider.post(`${alma}/hold`, fields);
  expect([refused.status === 303, await heldThere()]).toEqual([false, 0]);

  const unknown = await later.get(`${alma}${days}&alder=`);
  expect(unknown.text).toContain('har aldersgrænser');
  expect(unknown.$('.unit-card').first().text()).toContain('Fjordhuset (opdigtet), Strand');
  expect(cardOf(unknown).find('.why-here').text()).toContain('uden andet forbehold end det, der skal oplyses om hende');
  expect(cardOf(unknown).find('form[action$="/hold"]').length).toBeGreaterThan(0);
});

test('a ninth woman in a unit with shielded places is a warning, which is no no and no warning where nothing is shielded', async () => {
  await sql`insert into place (id, room, unit, name)
    select ${unit} || '-ny-' || number, (select room from place where unit = ${unit} order by id limit 1), ${unit}, 'Ny ' || number
      from generate_series(1, 9) number`.execute(owner);
  await sql`insert into place_property (place, property) select id, 'shielded' from place where id like ${`${unit}-ny-%`}`.execute(owner);
  await owner.transaction().execute(async (tx) => {
    await sql`insert into stay (id, pathway, called_name, unit, arrival, departure, status, needs, legal_basis, paid_by, held_by, held_by_name, held_for, held_for_name, request_key)
      select 'niende-' || number, 'freja', 'Freja', ${unit}, '2033-02-01', '2033-05-01', 'confirmed', '[]', 'SEL-107-2-2', '0851', 'u', 'U', 'o', 'O', 'niende-' || number
        from generate_series(1, 8) number`.execute(tx);
    await sql`insert into stay_part (stay, unit, status, place, arrival, departure)
      select 'niende-' || number, ${unit}, 'confirmed', ${unit} || '-ny-' || number, '2033-02-01', '2033-05-01' from generate_series(1, 8) number`.execute(
      tx,
    );
  });
  const later = await (await web.restarted()).as('visitator');
  const ninth = cardOf(await later.get(`${alma}${days}`));
  expect(ninth.text()).toContain('over otte kvinder');
  expect(ninth.find('form[action$="/hold"]').length).toBeGreaterThan(0);

  await sql`delete from place_property where property = 'shielded' and place in (select id from place where unit = ${unit})`.execute(owner);
  const plain = cardOf(
    await (await (await web.restarted()).as('visitator')).get(`${alma}?soeg=ja&ankomst=2033-03-01&naetter=20&behov=partner`),
  );
  expect(plain.text()).not.toContain('over otte kvinder');
});
