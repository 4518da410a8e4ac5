/** What «Mit arbejde» says of stays and of waiting: who is expected and not confirmed, who left early, whose move fell away, and who waits. */
import { sql } from 'kysely';
import { afterEach, describe, expect, test } from 'vitest';
import { testWeb, type Visitor } from '../../../test/web.ts';
import { waitingWomen } from '../../demo/waiting-women.ts';
import { addDays, danishDay, type Day, moment } from '../../domain/time.ts';
import { importPathways } from '../../store/pathway-import.ts';
import { dayText } from '../ui/format.ts';

const now = () => moment(new Date().toISOString());
const web = await testWeb(now);
const { owner } = web.database;
const today = danishDay(now());
await importPathways(owner, waitingWomen(today));
const [leader, decider, odense] = await Promise.all(['leder', 'visitator', 'kommune-odense'].map((user) => web.as(user)));
if (!leader || !decider || !odense) throw new Error('three people log in');
const text = (day: Day): string => dayText(day, 'da');

type Given = {
  readonly status: string;
  readonly place?: string;
  readonly heldUntil?: string;
  readonly pathway?: string;
  readonly needs?: string;
};

async function stay(
  id: string,
  [arrival, departure]: [Day, Day],
  { status, place, heldUntil, pathway = 'alma', needs = '[]' }: Given,
): Promise<void> {
  await owner.transaction().execute(async (tx) => {
    await sql`insert into stay (id, pathway, called_name, unit, arrival, departure, status, held_until, needs, legal_basis, paid_by, held_by,
      held_by_name, held_for, held_for_name, request_key)
      select ${id}, ${pathway}, initcap(${pathway}), unit, ${arrival}::date, ${departure}::date, ${status}, ${heldUntil ?? null}::timestamptz, ${needs}::jsonb,
        'SEL-107-2-2', '0851', 'u', 'U', 'o', 'O', ${id} from place where id = ${place ?? 'fjordhuset-strand-4'}`.execute(tx);
    await sql`insert into stay_part (stay, unit, status, place, arrival, departure)
      select id, unit, status, ${place ?? 'fjordhuset-strand-4'}, arrival, departure from stay where id = ${id}`.execute(tx);
  });
}

const made = ['bor-alma', 'ny-alma', 'en-anden', 'holdes'];
afterEach(async () => {
  await sql`delete from pathway_fact where data ->> 'stay' = any (${made})`.execute(owner);
  await sql`delete from stay_leave where stay = any (${made})`.execute(owner);
  await sql`delete from stay_event where stay = any (${made})`.execute(owner);
  await sql`delete from stay where id = any (${made}) and transfer_from is not null`.execute(owner);
  await sql`delete from stay where id = any (${made})`.execute(owner);
  await sql`delete from closure where place = 'fjordhuset-strand-4'`.execute(owner);
});

/** The list of work as another server on the same database says it: what is shown is kept, not remembered. */
async function workOf(user: string): Promise<string> {
  const again = await web.restarted();
  const { text: read } = await (await again.as(user)).get('/arbejde');
  await again.app.close();
  return read;
}

test('a leader reads for whom a place is only held among what waits for others, with until when, and not once the hold has run out', async () => {
  await stay('holdes', [today, addDays(today, 9)], { status: 'held', heldUntil: new Date(Date.parse(now()) + 1_200_000).toISOString() });
  const read = (await leader.get('/arbejde')).text;
  expect(read).toMatch(
    /Alma: en plads er holdt til hende fra .*, Plads 4, Fjordhuset \(opdigtet\), Strand\s*Holdt, ikke bekræftet endnu: til/,
  );
  expect(read).not.toContain('Alma ventes i dag');
  // She may stand at the door: the day is today, so today is not empty.
  expect(read).not.toContain('Intet venter på dig i dag');
  await sql`update stay set held_until = now() - interval '1 minute' where id = 'holdes'`.execute(owner);
  expect((await leader.get('/arbejde')).text).not.toContain('Alma');
});

test('a leader reads who is on leave tonight and when she is to be back, and her municipality does not', async () => {
  await stay('bor-alma', [addDays(today, -5), addDays(today, 40)], { status: 'admitted' });
  await sql`insert into stay_leave (stay, from_day, back_day, reason, text)
    values ('bor-alma', ${addDays(today, -1)}::date, ${addDays(today, 2)}::date, 'hospital', '')`.execute(owner);
  const line = /Alma er på orlov \([^)]+\) og ventes tilbage \S+ \d+\. \S+, Plads 4/;
  expect(await workOf('leder')).toMatch(line);
  expect(await workOf('visitator')).not.toMatch(line);
  await sql`update stay_leave set back_day = ${today}::date where stay = 'bor-alma'`.execute(owner);
  expect(await workOf('leder')).not.toContain('Alma er på orlov');
});

test('a place that closes after it was confirmed is read by its leader and by her municipality, with the reason', async () => {
  await stay('bor-alma', [addDays(today, 3), addDays(today, 30)], { status: 'confirmed' });
  await sql`insert into closure (unit, place, from_day, to_day, reason)
    values ('fjordhuset-strand', 'fjordhuset-strand-4', ${addDays(today, 5)}::date, null, 'vandskade')`.execute(owner);
  for (const user of ['leder', 'visitator']) {
    const read = await workOf(user);
    expect(read).toContain('Pladsen til Alma er lukket');
    expect(read).toContain('vandskade');
  }
});

test('a place that lacks what she needs is read by both, before she comes and while she lives there', async () => {
  const needs = JSON.stringify([{ property: 'partner', why: 'chosen' }]);
  await stay('bor-alma', [addDays(today, 3), addDays(today, 30)], { status: 'confirmed', needs });
  const said = 'Pladsen til Alma har ikke det, hun har brug for (rum til en partner)';
  for (const user of ['leder', 'visitator']) expect(await workOf(user)).toContain(said);
  await sql`delete from stay where id = 'bor-alma'`.execute(owner);
  await stay('bor-alma', [addDays(today, -3), addDays(today, 30)], { status: 'admitted', needs });
  for (const user of ['leder', 'visitator']) expect(await workOf(user)).toContain(said);
  await sql`update stay set needs = '[]' where id = 'bor-alma'`.execute(owner);
  for (const user of ['leder', 'visitator']) expect(await workOf(user)).not.toContain('Pladsen til Alma');
});

test('a due date that is moved so that she needs the room while she is on a place without one is read by both', async () => {
  const midwife = await web.as('jordemoder');
  const { rows } = await sql<{ due: Day }>`select due_date::text as due from pathway where id = 'alma'`.execute(owner);
  const due = rows[0]?.due ?? today;
  const sets = async (day: Day): Promise<void> => {
    const sent = { grundlag: 'ultrasound', dato: day, happened: today };
    expect((await midwife.post('/forloeb/alma/termin', sent)).status).toBe(303);
  };
  // She leaves the day that she would need the room, by the due date as it stands.
  const from = addDays(due, -21);
  const needs = JSON.stringify([{ property: 'mother-and-baby', why: 'stay-passes-birth', from }]);
  await stay('bor-alma', [addDays(today, 3), from], { status: 'confirmed', needs, place: 'fjordhuset-strand-4' });
  await sql`delete from place_property where place = 'fjordhuset-strand-4' and property = 'mother-and-baby'`.execute(owner);
  const said = 'Pladsen til Alma har ikke det, hun har brug for (rum til mor og barn)';
  for (const user of ['leder', 'visitator']) expect(await workOf(user)).not.toContain(said);
  await sets(addDays(due, -14));
  for (const user of ['leder', 'visitator']) expect(await workOf(user)).toContain(`${said}, fra ${text(addDays(from, -14))}`);
  await sets(due);
  for (const user of ['leder', 'visitator']) expect(await workOf(user)).not.toContain(said);
});

describe('a stay that did not go as agreed', () => {
  test('that ends earlier is written by the unit on its page and read by those who pay', async () => {
    await stay('bor-alma', [addDays(today, -5), addDays(today, 40)], { status: 'admitted' });
    const to = '/pladser/ophold/bor-alma/rejser-tidligere';
    const earlier = addDays(today, 8);
    expect((await leader.get('/pladser/afdeling/fjordhuset-strand')).$(`form[action="${to}/se"]`).length).toBe(1);
    expect((await leader.post(to, { rejser: earlier, hvorfor: '' })).status).toBe(422);
    expect((await leader.post(to, { rejser: addDays(today, 41), hvorfor: 'mere' })).text).toContain('det kommunen, der forlænger opholdet');
    expect((await decider.post(to, { rejser: earlier, hvorfor: 'x' })).status).toBe(403);
    expect((await leader.post(to, { rejser: earlier, hvorfor: 'Hun vil hjem til sin søn' })).status).toBe(303);

    const days = `${text(earlier)} i stedet for ${text(addDays(today, 40))}`;
    const sentence = `Alma rejser tidligere fra Fjordhuset (opdigtet), Strand: ${days} (32 nætter færre).`;
    expect(await workOf('visitator')).toContain(`${sentence} Afdelingen skriver: Hun vil hjem til sin søn.`);
    // The clinic takes part in her pathway and pays for nothing.
    expect(await workOf('jordemoder')).not.toContain(sentence);
  });

  test('that was to go on in another house and cannot is read by the house where she lives and by her municipality', async () => {
    await stay('bor-alma', [addDays(today, -5), addDays(today, 10)], { status: 'admitted' });
    await stay('ny-alma', [addDays(today, 10), addDays(today, 50)], { status: 'refused', place: 'lyngborg-lyng-1' });
    await sql`update stay set transfer_from = 'bor-alma' where id = 'ny-alma'`.execute(owner);
    await sql`insert into stay_event (stay, sequence, act, status, happened, by_user, by_name, capacity, organisation, organisation_name, data)
      values ('bor-alma', 1, 'change-departure', 'admitted', ${today}::date, 'u', 'U', 'care-decider', 'o', 'O',
        ${JSON.stringify({ from: addDays(today, 40), departure: addDays(today, 10), transferTo: 'ny-alma' })}::jsonb)`.execute(owner);
    await sql`insert into care_team_member select 'alma', id, 'Døgnbehandling', ${today}::date from organisation where facility = 'fjordhuset'
      on conflict do nothing`.execute(owner);
    for (const user of ['visitator', 'leder']) {
      const read = await workOf(user);
      expect(read).toContain('Alma flytter ikke til Lyngborg (opdigtet), Lyng alligevel');
      expect(read).toContain(`er hendes til ${text(addDays(today, 10))}. Før var det ${text(addDays(today, 40))}.`);
    }
  });

  test('is read by the house that refused her, where she has no place from the day she was to come', async () => {
    const { rows } = await sql<{ id: string }>`select id from place where unit not like 'fjordhuset-%'
      and not exists (select from stay_part where stay_part.place = place.id) limit 1`.execute(owner);
    await stay('bor-alma', [addDays(today, -5), addDays(today, 10)], { status: 'admitted', place: rows[0]?.id ?? '' });
    await stay('ny-alma', [addDays(today, 10), addDays(today, 50)], { status: 'refused' });
    await sql`update stay set transfer_from = 'bor-alma' where id = 'ny-alma'`.execute(owner);
    await sql`insert into stay_event (stay, sequence, act, status, happened, by_user, by_name, capacity, organisation, organisation_name, data)
      values ('bor-alma', 1, 'change-departure', 'admitted', ${today}::date, 'u', 'U', 'care-decider', 'o', 'O',
        ${JSON.stringify({ from: addDays(today, 40), departure: addDays(today, 10), transferTo: 'ny-alma' })}::jsonb)`.execute(owner);
    await sql`delete from care_team_member where pathway = 'alma' and organisation in (select id from organisation where facility = 'fjordhuset')`.execute(
      owner,
    );
    const read = await workOf('leder');
    expect(read).toContain(
      `Alma flytter ikke hertil, og fra ${text(addDays(today, 10))} har hun heller ikke plads, hvor hun bor. Kommunen kan se det på «Mit arbejde».`,
    );
    expect(read).not.toContain('Lyngborg (opdigtet), Lyng alligevel');
    // And so it is: her municipality reads it there.
    expect(await workOf('visitator')).toContain('Alma flytter ikke til Fjordhuset (opdigtet), Strand alligevel');
  });
});

describe('one who waits for a place', () => {
  const wish = {
    soeg: 'ja',
    ankomst: addDays(today, 1),
    laengde: 'naetter',
    naetter: '60',
    behov: 'accepts-active-use',
    'oenske-1': 'fjordhuset-klit',
    'svar-liste': 'yes',
  };
  const sentence = /Hun venter på en plads: nr\. 1 af 1 til Fjordhuset \(opdigtet\), Klit, siden /;

  async function waits(who: Visitor, pathway: string): Promise<void> {
    await sql`insert into closure (unit, place, from_day, to_day, reason) values ('fjordhuset-klit', null, ${today}::date, null, 'ombygning')`.execute(
      owner,
    );
    expect((await who.post(`/forloeb/${pathway}/venteliste`, wish)).status).toBe(303);
  }

  test('is said so with her number on her page and on the list of work, with the way to the list, and to nobody outside her team', async () => {
    await waits(odense, 'venter-olga');
    const page = await odense.get('/forloeb/venter-olga');
    expect(page.text).toMatch(sentence);
    expect(page.$('main a[href="/forloeb/venter-olga/venteliste"]').length).toBeGreaterThan(0);
    const work = await odense.get('/arbejde');
    expect(work.text).toMatch(sentence);
    expect(work.$('td a[href="/forloeb/venter-olga/venteliste"]').length).toBe(1);
    expect(await workOf('kommune-odense')).toMatch(sentence);
    for (const user of ['visitator', 'leder']) expect(await workOf(user)).not.toMatch(sentence);
  });

  test('and is offered one answers it in one place: her place and the list of work lead there, and the yes opens the confirmation', async () => {
    const hers = '/forloeb/venter-nadja';
    // After the offer is to be answered, whatever the hour: a contract that is owed before she comes would be the next step before it.
    const asked = {
      soeg: 'ja',
      ankomst: addDays(today, 8),
      laengde: 'naetter',
      naetter: '30',
      'oenske-1': 'fjordhuset-strand',
      'svar-liste': 'yes',
    };
    expect((await decider.post(`${hers}/venteliste`, asked)).status).toBe(303);
    const place = await decider.get(`${hers}/plads`);
    expect(place.text).toContain('Pladsen er et tilbud fra ventelisten, og der er ikke svaret endnu.');
    expect(place.$(`main a.button[href="${hers}/venteliste"]`).text()).toBe('Svar på tilbuddet');
    expect(place.$('form[action$="/bekraeft"], form[action$="/slip"], form[action$="/forlaeng"]').length).toBe(0);
    const row = (await decider.get('/arbejde')).$('tbody tr:contains("Nadja")');
    const step = /^Svar på tilbuddet om en plads i Fjordhuset \(opdigtet\), Strand inden \S+dag/;
    expect(row.find(`a[href="${hers}/venteliste"]`).text()).toMatch(step);
    expect(row.find(`a[href="${hers}/plads"]`).length).toBe(0);
    const page = await decider.get(hers);
    expect(page.$(`.actions a.button-primary[href="${hers}/venteliste"]`).text()).toMatch(step);
    expect(page.$('.strip').text()).toContain('fristen for svar på tilbuddet');
    expect(page.$('.strip').text()).not.toContain('Bekræft pladsen');

    const offer = (await decider.get(`${hers}/venteliste`)).$('form[action$="/ja"]');
    const sent = Object.fromEntries(offer.serializeArray().map(({ name, value }) => [name, value]));
    expect((await decider.post(`${hers}/venteliste/ja`, { ...sent, 'sagt-ja': 'yes', ringet: 'ja' })).status).toBe(303);
    const after = await decider.get(`${hers}/plads`);
    expect(after.$('form[action$="/bekraeft"]').length).toBe(1);
    expect((await decider.get(hers)).$('.actions a.button-primary').text()).toBe('Bekræft pladsen');
    expect(after.text).not.toContain('Pladsen er et tilbud fra ventelisten');
  });

  test('and is on the list of none of the units she wishes is not said to wait for any unit', async () => {
    // The unit she wishes can no longer give what she needs.
    await sql`delete from place_property where property = 'accepts-active-use' and place in (select id from place where unit = 'fjordhuset-klit')`.execute(
      owner,
    );
    const read = await workOf('kommune-odense');
    expect(read).toMatch(/Hun venter på en plads, siden .*, men står ikke på listen i nogen af de afdelinger, hun ønsker\./);
    expect(read).not.toContain('Ingen bestemt afdeling er ønsket');
    await sql`update placement_request set wish = wish + 1 where pathway = 'venter-olga'`.execute(owner);
    expect(await workOf('kommune-odense')).toContain('Ingen bestemt afdeling er ønsket.');
  });
});
