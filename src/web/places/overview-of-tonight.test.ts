/** What the leader reads of tonight and of who is coming: each count says what it counts, and a contract that is late is said to be late. */
import { sql } from 'kysely';
import { afterEach, expect, test } from 'vitest';
import { testWeb } from '../../../test/web.ts';
import { addDays, danishDay, type Day, moment } from '../../domain/time.ts';
import { weekdayText } from '../ui/format.ts';

const now = () => moment(new Date().toISOString());
const web = await testWeb(now);
const { owner } = web.database;
const today = danishDay(now());
const leader = await web.as('leder');
const strand = '/pladser/afdeling/fjordhuset-strand';

async function stay(id: string, [arrival, departure]: readonly [Day, Day], status: string): Promise<void> {
  await gone();
  await owner.transaction().execute(async (tx) => {
    await sql`insert into stay (id, pathway, called_name, unit, arrival, departure, status, held_until, needs, legal_basis, paid_by, held_by, held_by_name,
      held_for, held_for_name, request_key)
      select ${id}, 'alma', 'Alma', unit, ${arrival}::date, ${departure}::date, ${status},
        case when ${status} = 'held' then now() + interval '4 hours' end, '[]', 'SEL-107-2-2', '0851', 'u', 'U', 'o', 'O', ${id}
        from place where id = 'fjordhuset-strand-4'`.execute(tx);
    await sql`insert into stay_part (stay, unit, status, place, arrival, departure)
      select id, unit, status, 'fjordhuset-strand-4', arrival, departure from stay where id = ${id}`.execute(tx);
  });
}

async function gone(): Promise<void> {
  await sql`delete from stay_event where stay in (select id from stay where pathway = 'alma')`.execute(owner);
  await sql`delete from stay where pathway = 'alma'`.execute(owner);
}

const tonight = async (): Promise<string> => (await leader.get(strand)).$('#ophold').nextAll('p').first().text();
const coming = async (): Promise<string> => (await leader.get('/pladser')).$('table').first().text();

afterEach(gone);

test('counts who sleeps in the house by who is admitted and not on leave, and names who was to have come and is not counted', async () => {
  const { rows } = await sql<{
    count: number;
  }>`select count(*)::int as count from stay where unit = 'fjordhuset-strand' and status = 'admitted'`.execute(owner);
  const before = rows[0]?.count ?? 0;
  expect(before).toBeGreaterThan(1);
  expect(await tonight()).toBe(`Sover i huset i nat: ${before} kvinder. Talt er dem, der er indskrevet og ikke på orlov.`);
  await stay('alma-kommer', [today, addDays(today, 20)], 'confirmed');
  expect(await tonight()).toContain(`${before} kvinder`);
  expect(await tonight()).toContain('Ventet i dag eller før, og ikke indskrevet: Alma. Hun er ikke talt med.');
  await stay('alma-kommer', [addDays(today, 1), addDays(today, 20)], 'confirmed');
  expect(await tonight()).not.toContain('Alma');
  await stay('alma-kommer', [today, addDays(today, 20)], 'admitted');
  expect(await tonight()).toBe(`Sover i huset i nat: ${before + 1} kvinder. Talt er dem, der er indskrevet og ikke på orlov.`);
});

test('says how many are on their way, how many of them have a place that is confirmed, and which agreed day is past', async () => {
  const numbers =
    /På vej til jer: (\d+) kvinder?, som ikke er indskrevet endnu\. (?:(\d+) pladse?r? er bekræftet|Ingen plads er bekræftet)/;
  const of = async (): Promise<readonly number[]> => {
    const [, all, confirmed] = numbers.exec(await coming()) ?? [];
    return [Number(all), Number(confirmed ?? 0)];
  };
  const [all = 0, confirmed = 0] = await of();
  await stay('alma-kommer', [addDays(today, 3), addDays(today, 20)], 'held');
  expect(await of()).toEqual([all + 1, confirmed]);
  await stay('alma-kommer', [addDays(today, 3), addDays(today, 20)], 'confirmed');
  expect(await of()).toEqual([all + 1, confirmed + 1]);
  const row = async (): Promise<string> => (await leader.get('/pladser')).$('tr:contains("Alma")').text();
  expect(await row()).toContain(weekdayText(addDays(today, 3), 'da'));
  expect(await row()).not.toContain('dagen er gået');
  await stay('alma-kommer', [addDays(today, -2), addDays(today, 20)], 'confirmed');
  expect(await row()).toContain(`${weekdayText(addDays(today, -2), 'da')}: dagen er gået, og hun er ikke indskrevet`);
  await stay('alma-kommer', [today, addDays(today, 20)], 'confirmed');
  expect(await row()).not.toContain('dagen er gået');
});

test('asks of a contract that was not offered, where she has come, for it to be offered now, and calls it late from then on', async () => {
  await stay('alma-kommer', [addDays(today, -1), addDays(today, 20)], 'confirmed');
  const asked = await leader.post('/pladser/ophold/alma-kommer/indskriv', { dag: today });
  expect(asked.status).toBe(409);
  expect(asked.text).toContain(
    'Det skulle være sket, før hun kom: indskriv hende, og aftal med hendes koordinator, at den bliver tilbudt nu.',
  );
  expect(asked.text).not.toContain('før opholdet begynder');
});
