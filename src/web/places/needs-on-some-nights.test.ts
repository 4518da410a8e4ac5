/** A room for mother and child that is free only a month before she is due: she can come today, and moves once. */
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { testWeb, type Visit } from '../../../test/web.ts';
import { birthAheadRule, type Need, needNightsRule } from '../../domain/placement/needs.ts';
import { addDays, danishDay, type Day, moment } from '../../domain/time.ts';
import { dayText } from '../ui/format.ts';

// The clock stands, so that the day is the same to the last page, whenever the test is run.
const now = moment(new Date().toISOString());
const web = await testWeb(() => now);
const { owner } = web.database;
const today = danishDay(now);
const alma = '/forloeb/alma/plads';
const asked = `${alma}?soeg=ja&ankomst=${today}&laengde=foedsel&uger=8&behov=mother-and-baby&behov=near-neonatal-ward`;
const strand = 'fjordhuset-strand';
const text = (day: Day): string => dayText(day, 'da');
let due: Day;

const roomFrom = (): Day => addDays(due, -needNightsRule.roomDaysBeforeDueDate);
const wardUntil = (): Day => addDays(due, birthAheadRule.daysAfterDueDate + 1);

/** One place of the unit is an ordinary one, another has room for both and is lived on until a day; the others are not for her. */
async function livedOnUntil(departure: Day): Promise<void> {
  await owner.transaction().execute(async (tx) => {
    await sql`insert into stay (id, pathway, called_name, unit, arrival, departure, status, needs, legal_basis, paid_by, held_by, held_by_name,
      held_for, held_for_name, request_key)
      values ('bor-der', 'freja', 'Freja', ${strand}, ${addDays(today, -9)}::date, ${departure}::date, 'admitted', '[]', 'SEL-107-2-2', '0851', 'u',
        'U', 'o', 'O', 'bor-der')`.execute(tx);
    await sql`insert into stay_part (stay, unit, status, place, arrival, departure)
      select id, unit, status, 'fjordhuset-strand-2', arrival, departure from stay where id = 'bor-der'`.execute(tx);
  });
}

beforeEach(async () => {
  const { rows } = await sql<{ due: Day }>`select state -> 'dueDate' ->> 'dueDate' as due from pathway where id = 'alma'`.execute(owner);
  due = rows[0]?.due ?? today;
  await sql`delete from stay_event where stay in (select id from stay where unit = ${strand})`.execute(owner);
  await sql`delete from stay where unit = ${strand}`.execute(owner);
  await sql`delete from place_property where place = 'fjordhuset-strand-1' and property = 'mother-and-baby'`.execute(owner);
  // The others are neither for both nor near a ward.
  await sql`delete from place_property where property in ('mother-and-baby', 'near-neonatal-ward') and place in (select id from place
     where unit = ${strand} and id not in ('fjordhuset-strand-1', 'fjordhuset-strand-2'))`.execute(owner);
});

afterEach(async () => {
  await sql`delete from pathway_fact where pathway = 'alma' and data ->> 'stay' is not null`.execute(owner);
  await sql`delete from stay_event where stay in (select id from stay where unit = ${strand})`.execute(owner);
  await sql`delete from stay where unit = ${strand}`.execute(owner);
  await sql`delete from her_needs where pathway = 'alma'`.execute(owner);
});

async function searched(address = asked): Promise<{ readonly page: Visit; readonly card: ReturnType<Visit['$']> }> {
  const page = await (await (await web.restarted()).as('visitator')).get(address);
  const card = page.$('.unit-card').filter((_, one) => page.$(one).find('h3').text().includes('Fjordhuset (opdigtet), Strand'));
  return { page, card: card as ReturnType<Visit['$']> };
}

test('she can come today and moves once to the room, both are held, and the unit reads from when she needs it', async () => {
  expect(addDays(due, -30) > today).toBe(true);
  await livedOnUntil(addDays(due, -30));
  const { page, card } = await searched();
  expect(card.text()).toContain(`, flytter én gang`);
  expect(card.text()).toMatch(/Hun flytter én gang: Plads 1 til .*, derefter Plads 2\./);
  expect(page.$('.asked summary').text()).toContain(`rum til mor og barn fra ${text(roomFrom())}`);
  expect(page.$('form[method=get]').text()).toContain(`Fra ${text(roomFrom())}: plads til mor og barn`);

  const decider = await web.as('visitator');
  const fields = Object.fromEntries(
    card
      .find('form')
      .serializeArray()
      .map(({ name, value }): [string, string] => [name, value]),
  );
  const many = { ...fields, behov: ['mother-and-baby', 'near-neonatal-ward'] };
  expect((await decider.post(`${alma}/hold`, many)).status).toBe(303);
  const { rows } = await sql<{ place: string; arrival: Day; departure: Day; needs: readonly Need[] }>`
    select stay_part.place, to_char(stay_part.arrival, 'YYYY-MM-DD') as arrival, to_char(stay_part.departure, 'YYYY-MM-DD') as departure, stay.needs
      from stay_part join stay on stay.id = stay_part.stay where stay.pathway = 'alma' order by stay_part.arrival`.execute(owner);
  const [first, second] = rows;
  expect(rows.map(({ place }) => place)).toEqual(['fjordhuset-strand-1', 'fjordhuset-strand-2']);
  expect(first?.arrival).toBe(today);
  expect(second?.departure).toBe(addDays(due, 56));
  // She is moved when the room is free and before she needs it.
  expect(first && addDays(due, -30) <= first.departure && first.departure <= roomFrom()).toBe(true);
  expect(first?.needs).toEqual([
    { property: 'mother-and-baby', why: 'stay-passes-birth', from: roomFrom() },
    { property: 'near-neonatal-ward', why: 'birth-with-risk-to-child', until: wardUntil() },
  ]);
  // What the first place must have for one who might be given another is what she needs while she is there.
  const { rows: must } = await sql<{ place: string; must_have: readonly string[] }>`
    select place, must_have from occupation where stay in (select id from stay where pathway = 'alma') order by arrival`.execute(owner);
  expect(must).toEqual([
    { place: 'fjordhuset-strand-1', must_have: ['near-neonatal-ward'] },
    { place: 'fjordhuset-strand-2', must_have: ['mother-and-baby', 'near-neonatal-ward'] },
  ]);

  const unit = await (await web.as('leder')).get(`/pladser/afdeling/${strand}`);
  expect(unit.text).toContain(`Fra ${text(roomFrom())}: plads til mor og barn`);
});

test('she cannot where the room is asked for on every night, nor where it is lived on when she needs it, and the nights are named', async () => {
  await livedOnUntil(addDays(due, -30));
  expect((await searched(`${asked}&alle-naetter=mother-and-baby`)).card.text()).not.toContain('Kan komme');
  expect((await searched()).card.text()).toContain('Kan komme');

  await sql`delete from stay where id = 'bor-der'`.execute(owner);
  await livedOnUntil(addDays(due, -10));
  const { card } = await searched();
  expect(card.text()).not.toContain('Kan komme');
  expect(card.text()).toContain(`Hun har brug for rum til mor og barn fra ${text(roomFrom())} til ${text(addDays(due, 56))}`);
  expect(card.text()).toContain(`Fuldt fra ${text(roomFrom())} til ${text(addDays(due, -10))}: ingen plads med rum til mor og barn`);
});

test('where the room she was to move on to is taken meanwhile, it is said so, and not that the place she comes to is', async () => {
  await livedOnUntil(addDays(due, -30));
  const { card } = await searched();
  const fields = Object.fromEntries(
    card
      .find('form')
      .serializeArray()
      .map(({ name, value }): [string, string] => [name, value]),
  );
  await sql`delete from stay where id = 'bor-der'`.execute(owner);
  await livedOnUntil(addDays(due, 200));
  const late = await (await web.as('visitator')).post(`${alma}/hold`, { ...fields, behov: ['mother-and-baby', 'near-neonatal-ward'] });
  expect(late.status).toBe(409);
  expect(late.$('[role=alert]').text()).toContain(
    'Pladsen selv er ledig, men den plads, hun skulle flytte til undervejs, er lige taget af en anden.',
  );
});
