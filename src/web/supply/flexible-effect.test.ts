/** How a place opens is shown with what it does to those who are booked, before it is saved: as a closure is. */
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { testWeb, type Visit } from '../../../test/web.ts';
import { addDays, danishDay, moment } from '../../domain/time.ts';
import { dayText } from '../ui/format.ts';

const web = await testWeb(() => moment(new Date().toISOString()));
const { owner } = web.database;
const leader = await web.as('leder');

const upkeep = '/pladser/afdeling/fjordhuset-strand/drift';
const form = `${upkeep}/fleksibel`;
const today = danishDay(moment(new Date().toISOString()));
const [taken, empty] = ['fjordhuset-strand-1', 'fjordhuset-strand-4'];
const byNeed = (plads: string, dage: number, tomme: number): Readonly<Record<string, string>> => ({
  plads,
  form: 'behov',
  dage: String(dage),
  tomme: String(tomme),
});
/** Sends again what was shown before it is saved. */
function saveShown(shown: Visit, path = form): Promise<Visit> {
  const again: Record<string, string[]> = {};
  for (const { name, value } of shown.$('main form').serializeArray()) again[name] = [...(again[name] ?? []), value];
  return leader.post(path, again);
}
async function termsOf(place: string): Promise<unknown> {
  return (await sql`select lead_days, closes_after_days from place_flexible where place = ${place}`.execute(owner)).rows;
}

test('a place that nobody is booked on is shown as it is and as it becomes, and nothing is saved by that', async () => {
  const shown = await leader.post(form, byNeed(empty, 7, 21));
  expect(shown.status).toBe(200);
  expect(shown.text).toContain('Før det gemmes');
  expect(shown.text).toContain('Når det er gemt: fleksibel: åbnes på 7 dage, lukkes efter 21 dage uden beboer; ikke åben nu.');
  expect(shown.text).toContain('Ingen ophold eller reservationer på pladsen bliver berørt.');
  expect(await termsOf(empty)).toEqual([]);
  expect((await saveShown(shown)).status).toBe(303);
  const again = await web.restarted();
  expect((await (await again.as('leder')).get(upkeep)).$('.supply-places').text()).toContain('åbnes på 7 dage');
  await again.app.close();
});

test('a place that somebody lives on names her when it is made flexible, and again when it takes longer to open than it is open', async () => {
  const { rows } = await sql<{ departure: string }>`select max(departure)::text as departure from stay_part
    where place = ${taken} and status in ('admitted', 'confirmed')`.execute(owner);
  expect((rows[0]?.departure ?? '') > addDays(today, 11)).toBe(true);

  const made = await leader.post(form, byNeed(taken, 7, 21));
  expect(made.status).toBe(200);
  expect(made.text).toContain('Pladsen nu: ');
  expect(made.$('main .alert').text()).toMatch(/Astrid.*Den fleksible plads er ikke åben på nogen af hendes nætter/s);
  expect(made.$('main .alert').text()).toContain(`så den er tidligst klar ${dayText(addDays(today, 7), 'da')}`);
  expect(await termsOf(taken)).toEqual([]);
  expect((await saveShown(made)).status).toBe(303);
  const opened = { plads: taken, fra: today, til: addDays(today, 9) };
  expect((await saveShown(await leader.post(`${upkeep}/aabn`, opened), `${upkeep}/aabn`)).status).toBe(303);

  // Open for ten nights, and seven days to open it for the rest: in time. Thirty days are not.
  const sooner = await leader.post(form, byNeed(taken, 8, 21));
  expect(sooner.text).toContain('Ingen ophold eller reservationer på pladsen bliver berørt.');
  const longer = await leader.post(form, byNeed(taken, 30, 21));
  expect(longer.status).toBe(200);
  expect(longer.text).toContain('De har nætter på pladsen, før den kan nå at blive åbnet');
  const { rows: open } = await sql<{ to_day: string }>`select to_day::text from place_opened where place = ${taken}`.execute(owner);
  expect(longer.$('main .alert li').text()).toContain('Astrid');
  expect(longer.$('main .alert li').text()).toContain(
    `Første nat uden en åben plads: ${dayText((open[0]?.to_day ?? '') as typeof today, 'da')}.`,
  );
  expect(await termsOf(taken)).toEqual([{ lead_days: 7, closes_after_days: 21 }]);
  const trace = await sql`select from trace where subject = 'beboer-astrid' and name = 'Lone Bækgaard'`.execute(owner);
  expect(trace.rows.length).toBeGreaterThan(0);
  expect((await saveShown(longer)).status).toBe(303);
  expect(await termsOf(taken)).toEqual([{ lead_days: 30, closes_after_days: 21 }]);
});

test('a rule by which an empty place is to be closed at once says so, and since when it has been empty', async () => {
  await sql`insert into place_opened (place, from_day) values (${empty}, ${addDays(today, -15)})`.execute(owner);
  const { text } = await leader.post(form, byNeed(empty, 7, 10));
  expect(text).toContain(`Pladsen har stået tom siden ${dayText(addDays(today, -15), 'da')}, så I bliver straks spurgt`);
  expect((await leader.post(form, byNeed(empty, 7, 16))).text).not.toContain('har stået tom');
});
