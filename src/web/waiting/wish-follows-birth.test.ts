/** A place is waited for to the birth and some weeks after: what her team and the house read from the search to the offer, as the due date moves. */
import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import { testWeb, type Visit } from '../../../test/web.ts';
import { waitingWomen } from '../../demo/waiting-women.ts';
import { asId } from '../../domain/id.ts';
import { addDays, danishDay, type Day, daysBetween, moment } from '../../domain/time.ts';
import { importPathways } from '../../store/pathway-import.ts';
import { dayText } from '../ui/format.ts';

const now = () => moment(new Date().toISOString());
const web = await testWeb(now);
const { owner } = web.database;
const today = danishDay(now());
const [olga, born, unknown] = ['venter-olga', 'foeder', 'uden-termin'];
const women = waitingWomen(today).filter(({ id }) => id === olga);
await importPathways(owner, [
  ...women,
  ...women.map((one) => ({ ...one, id: asId<'pathway'>(born) })),
  ...women.map(({ facts }) => ({
    id: asId<'pathway'>(unknown),
    facts: facts
      .filter(({ fact }) => fact.type !== 'due-date-set')
      .toSorted((one, other) => one.sequence - other.sequence)
      .map((fact, index) => ({ ...fact, sequence: index + 1 })),
  })),
]);
const odense = await web.as('kommune-odense');
const list = (pathway: string): string => `/forloeb/${pathway}/venteliste`;
const text = (day: Day): string => dayText(day, 'da');
const due = addDays(today, 118);
const nights = (birth: Day, weeks: number): number => daysBetween(today, birth) + weeks * 7;

/** The pages as another server on the same database makes them: what is shown is kept, not remembered. */
async function seenBy(user: string, address: string): Promise<Visit> {
  return (await (await web.restarted()).as(user)).get(address);
}

async function sets(day: Day): Promise<void> {
  expect((await odense.post(`/forloeb/${olga}/termin`, { grundlag: 'ultrasound', dato: day, happened: today })).status).toBe(303);
}

/** What would tell a house her due date. Where her urgency comes from is said of every woman: «graviditeten eller fødslen». */
const theBirth = /termin|uger efter|til fødslen|følger fødslen|født/i;

/** Sends the form of the wish as a page shows it, but for what differs. */
function sends(page: Visit, differs: Readonly<Record<string, string>>): Promise<Visit> {
  const form = page.$('form:has([name="svar-liste"]):has([name=ankomst])');
  expect(form.length).toBe(1);
  const fields: Record<string, string[]> = {};
  for (const { name, value } of form.serializeArray()) fields[name] = [...(fields[name] ?? []), value];
  return odense.post(form.attr('action') ?? '', { ...fields, ...differs });
}

const wished = (page: Visit): string => page.$('.pairs').first().text();
const asked = { 'svar-liste': 'not-asked', 'oenske-1': 'havgaarden-have', vej: '30' };

beforeEach(async () => {
  await sql`truncate stay, stay_event, placement_request, placement_request_unit, placement_request_event, placement_offer, urgency_change,
    her_needs cascade`.execute(owner);
  await sql`delete from pathway_fact where pathway = ${olga} and (type = 'place-held' or type = 'hold-ended')`.execute(owner);
  await sets(due);
});

test('the form opens with what was searched, is kept, follows the due date on the list, and says so in the history', async () => {
  const searched = await odense.get(`/forloeb/${olga}/plads?soeg=ja&ankomst=${today}&laengde=foedsel&uger=6&behov=accepts-active-use`);
  const link =
    searched
      .$(`a[href^="${list(olga)}?"]`)
      .first()
      .attr('href') ?? '';
  const form = await odense.get(link);
  expect([form.$('[name=laengde]:checked').val(), form.$('#uger').val()]).toEqual(['foedsel', '6']);
  expect(form.text).toContain(`Terminen er ${text(due)}.`);
  expect((await sends(form, asked)).status).toBe(303);
  const until = (birth: Day, weeks: number): string =>
    `Til fødslen og ${weeks} uger efter (${nights(birth, weeks)} nætter). Terminen er ${text(birth)}, så slutdagen er ${text(addDays(birth, weeks * 7))}`;
  expect(wished(await seenBy('kommune-odense', list(olga)))).toContain(until(due, 6));

  const later = addDays(due, 9);
  await sets(later);
  const moved = await seenBy('kommune-odense', list(olga));
  expect(wished(moved)).toContain(until(later, 6));
  expect(moved.text).toContain(
    `Ønsket følger nu den nye termin: terminen er ændret. Hvor længe: til fødslen og 6 uger efter (${nights(due, 6)} nætter) → til fødslen og 6 uger efter (${nights(later, 6)} nætter)`,
  );

  // Changed as it stands it is the same; changed to other weeks, it says both.
  expect((await sends(moved, {})).text + (await odense.get(list(olga))).text).toContain('intet er ændret for hende');
  expect((await sends(moved, { uger: '10' })).status).toBe(303);
  const changed = await odense.get(list(olga));
  expect(wished(changed)).toContain(until(later, 10));
  expect(changed.text).toContain(`→ til fødslen og 10 uger efter (${nights(later, 10)} nætter)`);
  expect((await sends(changed, { laengde: 'naetter', naetter: '45' })).status).toBe(303);
  expect(wished(await odense.get(list(olga)))).toMatch(/Hvor længe\s*45 nætter/);
});

test('after the birth it goes on to so many weeks after, can be saved as it stands, and says once it is over', async () => {
  const birth = addDays(today, -3);
  await sends(await odense.get(list(born)), { ...asked, laengde: 'foedsel', uger: '2' });
  expect((await odense.post(`/forloeb/${born}/haendelse`, { slags: 'birth', tekst: 'Født', happened: birth })).status).toBe(303);
  const told = await odense.get(list(born));
  expect(wished(told)).toContain(`Barnet er født ${text(birth)}, så slutdagen er ${text(addDays(birth, 14))}`);
  expect(told.$('[name=laengde]:checked').val()).toBe('foedsel');
  expect((await sends(told, { 'svar-liste': 'yes' })).status).toBe(303);
  expect(wished(await odense.get(list(born)))).toContain('Til fødslen og 2 uger efter (11 nætter)');
  const refused = await sends(await odense.get(list(born)), { uger: '0' });
  expect(refused.status).toBe(422);
  expect(refused.$('#uger-error').text()).toContain('Slutdagen ligger ikke efter ankomsten');
  expect(refused.$('#uger').val()).toBe('0');

  // A fortnight goes by.
  await sql`update placement_request set earliest = ${today}::date - 20, nights = 20, reach = null where pathway = ${born}`.execute(owner);
  const over = await seenBy('kommune-odense', list(born));
  expect(over.text).toContain(`Det, hun venter på, slutter ${text(today)}, og det er, før hun kan komme.`);
  // Wherever it is: she stands on no list, and no unit is asked.
  expect(over.text).toContain('Ingen afdeling kan spørges for hende nu.');
  expect(over.text).toContain('Spørges ikke: det, hun venter på, slutter, før hun kan komme.');
});

test('the offer is agreed by the birth, and the day that a moved due date gives is shown and can be made; the house reads the nights and no due date', async () => {
  const leader = (address: string) => seenBy('leder', address);
  const ask = { 'svar-liste': 'not-asked', 'oenske-1': 'fjordhuset-klit', laengde: 'foedsel', uger: '8' };
  const offered = await sends(await odense.get(`${list(olga)}?soeg=ja&ankomst=${today}&behov=accepts-active-use`), ask);
  expect(offered.status).toBe(303);
  const page = await odense.get(list(olga));
  expect(page.text).toContain(`Opholdet følger fødslen: 8 uger efter fødslen. Terminen er ${text(due)}.`);
  expect(page.$('#tilbud').parent().text()).toContain(text(addDays(due, 56)));
  const house = async (): Promise<void> => {
    for (const address of ['/pladser/afdeling/fjordhuset-klit', '/venteliste/afdeling/fjordhuset-klit', '/arbejde']) {
      const read = (await leader(address)).$('main');
      expect(read.text(), address).toContain('O.');
      const hers = read.find('li, article, tr').filter((_, one) => read.find(one).text().includes('O.'));
      expect(hers.text(), address).not.toMatch(theBirth);
    }
  };
  await house();

  const later = addDays(due, 14);
  await sets(later);
  const moved = await seenBy('kommune-odense', list(olga));
  expect(moved.text).toContain(`Efter aftalen rejser hun ${text(addDays(later, 56))} i stedet for ${text(addDays(due, 56))}.`);
  expect(moved.text).toContain(`Venter hun igen, følger ventelisten terminen: til fødslen og 8 uger efter (${nights(later, 8)} nætter).`);
  await house();
  // The municipality makes it with one press, before or after it has answered.
  const theirs = await seenBy('kommune-odense', `/forloeb/${olga}/plads`);
  const press = theirs.$('form[action$="/ny-afrejse"]:has(button:contains("Flyt afrejsen til"))').first();
  const fields = Object.fromEntries(press.serializeArray().map(({ name, value }) => [name, value]));
  expect((await odense.post(press.attr('action') ?? '', fields)).status).toBe(303);
  const { rows } = await sql<{ departure: Day; after: number }>`select departure::text, nights_after_birth as after from stay
    where pathway = ${olga}`.execute(owner);
  expect(rows).toEqual([{ departure: addDays(later, 56), after: 56 }]);

  // Let go on to others, she waits on by the due date as it is; the house reads so many nights of it.
  const answer = (await odense.get(list(olga))).$('form[action$="/videre"]').first();
  const passed = Object.fromEntries(answer.serializeArray().map(({ name, value }) => [name, value]));
  expect((await odense.post(answer.attr('action') ?? '', { ...passed, 'grund-videre': 'other' })).status).toBe(303);
  const line = (await leader('/venteliste/afdeling/fjordhuset-klit')).$('main li.card:contains("O.")').text();
  expect(line).toContain(`Tidligst fra ${text(today)}, ${nights(later, 8)} nætter.`);
  expect(line).not.toMatch(theBirth);
});

test('without a due date the form names what is missing, and one that asks for it all the same is refused with nothing saved', async () => {
  const page = await odense.get(list(unknown));
  expect(page.$('[name=laengde]').attr('type')).toBe('hidden');
  expect(page.text).toContain(
    'Terminen mangler. Skal hun vente på en plads til fødslen og nogle uger efter, skrives terminen på hendes forløb først.',
  );
  expect(page.$(`a[href="/forloeb/${unknown}/termin"]`).length).toBeGreaterThan(0);
  const refused = await sends(page, { ...asked, laengde: 'foedsel', uger: '8' });
  expect(refused.status).toBe(422);
  expect(refused.$('#laengde-error').text()).toContain(
    'Terminen mangler, så «til fødslen og nogle uger efter» kan ikke regnes ud. Intet er gemt.',
  );
  expect(refused.$('[name=laengde]:checked').val()).toBe('foedsel');
  const { rows } = await sql<{
    rows: number;
  }>`select ((select count(*) from placement_request) + (select count(*) from her_needs))::int as rows`.execute(owner);
  expect(rows).toEqual([{ rows: 0 }]);
});
