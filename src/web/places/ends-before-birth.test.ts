/** A search for one whose stay ends just before her due date is for the birth too, or says that it is not. */
import { sql } from 'kysely';
import { afterEach, expect, test } from 'vitest';
import { testWeb } from '../../../test/web.ts';
import { needNightsRule } from '../../domain/placement/needs.ts';
import { addDays, danishDay, type Day, moment } from '../../domain/time.ts';
import { dayText } from '../ui/format.ts';

// The clock stands, so that the day is the same to the last page, whenever the test is run.
const now = moment(new Date().toISOString());
const web = await testWeb(() => now);
const { owner } = web.database;
const today = danishDay(now);
const alma = '/forloeb/alma/plads';
const { rows } = await sql<{ due: Day }>`select state -> 'dueDate' ->> 'dueDate' as due from pathway where id = 'alma'`.execute(owner);
const due = rows[0]?.due ?? today;
const weeks = needNightsRule.roomDaysBeforeDueDate;

async function livesUntil(departure: Day, status = 'admitted'): Promise<void> {
  await owner.transaction().execute(async (tx) => {
    await sql`insert into stay (id, pathway, called_name, unit, arrival, departure, status, needs, legal_basis, paid_by, held_by, held_by_name,
      held_for, held_for_name, request_key)
      values ('bor-alma', 'alma', 'Alma', 'fjordhuset-strand', ${addDays(today, -5)}::date, ${departure}::date, ${status}, '[]', 'SEL-107-2-2', '0851',
        'u', 'U', 'o', 'O', 'bor-alma')`.execute(tx);
    await sql`insert into stay_part (stay, unit, status, place, arrival, departure)
      select id, unit, status, 'fjordhuset-strand-4', arrival, departure from stay where id = 'bor-alma'`.execute(tx);
  });
}
afterEach(async () => {
  await sql`delete from stay where id = 'bor-alma'`.execute(owner);
});

/** What the search proposes where nothing but the day is asked. */
async function proposed(
  asked = '?andre=ja',
): Promise<{ readonly length: string; readonly needs: readonly string[]; readonly alert: string; readonly instead: string }> {
  const page = await (await (await web.restarted()).as('visitator')).get(`${alma}${asked}`);
  const ticked = page.$('input[name=behov]:checked').toArray();
  const alert = page.$('.find .alert').filter((_, one) => page.$(one).text().includes(dayText(due, 'da')));
  return {
    length: page.$('input[name=laengde]:checked').attr('value') ?? '',
    needs: ticked.map((box) => page.$(box).attr('value') ?? ''),
    alert: alert.text(),
    instead: alert.find('a').attr('href') ?? '',
  };
}

test.each([
  ['three weeks before', -weeks],
  ['on the day', 0],
])('a stay that ends %s is proposed to go on past the birth', async (_, offset) => {
  expect(addDays(due, -weeks) > today).toBe(true);
  await livesUntil(addDays(due, offset));
  const { length, needs, alert } = await proposed();
  expect([length, alert]).toEqual(['foedsel', '']);
  expect(needs).toContain('mother-and-baby');
});

test.each([
  ['longer before', -weeks - 1],
  ['after it', 1],
])('a stay that ends %s is proposed to its own end, and nothing is said', async (_, offset) => {
  await livesUntil(addDays(due, offset));
  const { length, needs, alert } = await proposed();
  expect([length, alert]).toEqual(['afrejse', '']);
  // As her own stay was asked for.
  expect(needs).toEqual([]);
});

test('where the end before the birth is asked for, it is said what is missing, and the search to after the birth asks for the room', async () => {
  await livesUntil(addDays(due, -7));
  const { alert, instead } = await proposed(`?soeg=ja&ankomst=${addDays(today, 1)}&laengde=afrejse`);
  expect(alert).toContain(`Opholdet slutter ${dayText(addDays(due, -7), 'da')}, og terminen er ${dayText(due, 'da')}.`);
  expect(alert).toContain('Søgningen beder ikke om en plads med rum til mor og barn.');
  const page = await (await (await web.restarted()).as('visitator')).get(instead);
  expect(page.$('input[name=laengde]:checked').attr('value')).toBe('foedsel');
  expect(page.$('input[name=behov][value=mother-and-baby]:checked').length).toBe(1);
  expect(page.$('form[method=get]').text()).toContain(`Fra ${dayText(addDays(due, -weeks), 'da')}: plads til mor og barn`);
});

test('a stay that is confirmed and ends so is sought as it was, with what that leaves out', async () => {
  await livesUntil(addDays(due, -7), 'confirmed');
  const { length, alert, instead } = await proposed();
  expect(length).toBe('naetter');
  expect(alert).toContain('Søgningen beder ikke om en plads med rum til mor og barn.');
  expect(instead).toContain('laengde=foedsel');
});

test('nothing is said of a birth that has been', async () => {
  await livesUntil(addDays(due, -7));
  const birth = { slags: 'birth', tekst: 'Født i nat', happened: today };
  expect((await (await web.as('koordinator')).post('/forloeb/alma/haendelse', birth)).status).toBe(303);
  expect((await proposed()).alert).toBe('');
});
