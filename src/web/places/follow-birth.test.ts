/** A stay that is agreed to the birth and some weeks after: what the payer, the house and she read where the due date moves or the child is born. */
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { testWeb, type Visit, type Visitor } from '../../../test/web.ts';
import { addDays, danishDay, type Day, moment } from '../../domain/time.ts';
import { demoFacilities } from '../../demo/provision.ts';
import { demoResidents } from '../../demo/residents.ts';
import { asId } from '../../domain/id.ts';
import { importStays } from '../../store/placement-import.ts';
import { dayText } from '../ui/format.ts';

const now = () => moment(new Date().toISOString());
const web = await testWeb(now);
const { owner } = web.database;
const today = danishDay(now());
const text = (day: Day): string => dayText(day, 'da');
const alma = '/forloeb/alma/plads';
const [decider, midwife] = [await web.as('visitator'), await web.as('jordemoder')];
let due: Day;

beforeEach(async () => {
  const { rows } = await sql<{ due: Day }>`select due_date::text as due from pathway where id = 'alma'`.execute(owner);
  due = rows[0]?.due ?? today;
});

afterEach(async () => {
  await sets(due);
  await sql`delete from pathway_fact where data ->> 'stay' in (select id from stay where pathway = 'alma')`.execute(owner);
  await sql`delete from stay_event where stay in (select id from stay where pathway = 'alma' or id = 'en-anden')`.execute(owner);
  await sql`delete from stay where pathway = 'alma' or id = 'en-anden'`.execute(owner);
});

async function sets(day: Day): Promise<void> {
  expect((await midwife.post('/forloeb/alma/termin', { grundlag: 'ultrasound', dato: day, happened: today })).status).toBe(303);
}

/** Sends the first such form as it stands, but for what differs. */
function send(who: Visitor, page: Visit, selector: string, differs: Readonly<Record<string, string>> = {}): Promise<Visit> {
  const form = page.$(selector).first();
  expect(form.length).toBe(1);
  const fields: Record<string, string[]> = {};
  for (const { name, value } of form.serializeArray()) fields[name] = [...(fields[name] ?? []), value];
  return who.post(form.attr('action') ?? '', { ...fields, ...differs });
}

/** Holds the first place in Strand as it is asked for, and says whose stay it is. */
async function holds(asked: string): Promise<string> {
  const page = await decider.get(`${alma}?soeg=ja&ankomst=${today}&behov=shielded&${asked}`);
  const held = await send(decider, page, '.unit-card:has(h3:contains("Strand")) form[action$="/hold"]', {
    'sagt-ja': 'yes',
    forbi: 'acute-danger',
  });
  expect(held.status).toBe(303);
  const { rows } = await sql<{ id: string }>`select id from stay where pathway = 'alma' order by recorded desc limit 1`.execute(owner);
  return rows[0]?.id ?? '';
}

async function stands(id: string, status: 'confirmed' | 'admitted'): Promise<void> {
  await sql`update stay set status = ${status}, held_until = null, legal_basis = 'SEL-107-2-2', paid_by = '0851' where id = ${id}`.execute(
    owner,
  );
}

async function departure(): Promise<Day | undefined> {
  const { rows } = await sql<{ day: Day }>`select departure::text as day from stay where pathway = 'alma'`.execute(owner);
  return rows[0]?.day;
}

/** The field of the weeks in the form of a stay. */
const weeksOf = (stay: string): string => `ugerefter-${stay}`;

const moveForm = (to: Day): string =>
  `form[action$="/ny-afrejse"]:has(input[name=rejser][value=${to}]):has(button:contains("Flyt afrejsen"))`;

/** The pages as another server on the same database makes them: what is shown is kept, not remembered. */
async function seenBy(user: string, address: string): Promise<Visit> {
  return (await (await web.restarted()).as(user)).get(address);
}

test.each(['held', 'confirmed', 'admitted'] as const)(
  'a stay that is %s keeps its day when the due date moves, those who pay read the move on both pages and make it with one press',
  async (status) => {
    const id = await holds('laengde=foedsel&uger=8');
    if (status !== 'held') await stands(id, status);
    const [was, is] = [addDays(due, 56), addDays(due, 28)];
    expect(await departure()).toBe(was);
    expect((await seenBy('visitator', '/arbejde')).text).not.toContain('Efter aftalen rejser hun');

    await sets(addDays(due, -28));
    expect(await departure()).toBe(was);
    const said = `terminen er nu ${text(addDays(due, -28))}. Efter aftalen rejser hun ${text(is)} i stedet for ${text(was)}: 28 nætter færre.`;
    for (const address of ['/arbejde', alma]) {
      const page = await seenBy('visitator', address);
      expect(page.text).toContain(said);
      expect(page.$(moveForm(is)).length).toBe(1);
    }
    // The house reads it, and decides nothing; nobody else can press.
    const house = await seenBy('leder', '/pladser/afdeling/fjordhuset-strand');
    expect(house.text).toContain(said);
    expect(house.$(moveForm(is)).length).toBe(0);
    expect((await seenBy('jordemoder', '/arbejde')).text).not.toContain('Efter aftalen rejser hun');

    expect((await send(decider, await seenBy('visitator', '/arbejde'), moveForm(is))).status).toBe(303);
    expect(await departure()).toBe(is);
    for (const [user, address] of [
      ['visitator', '/arbejde'],
      ['visitator', alma],
      ['leder', '/pladser/afdeling/fjordhuset-strand'],
    ] as const)
      expect((await seenBy(user, address)).text).not.toContain('Efter aftalen rejser hun');

    // It follows the birth still: the way back is shown when the due date goes back.
    await sets(due);
    expect((await seenBy('visitator', '/arbejde')).text).toContain(`Efter aftalen rejser hun ${text(was)} i stedet for ${text(is)}`);
  },
);

test('she reads on her own page that her day is another, and why; not what was written to colleagues', async () => {
  const id = await holds('laengde=foedsel&uger=8');
  await stands(id, 'confirmed');
  await sets(addDays(due, -28));
  // What is told of her writes her pathway anew, without her: so she is written each time she reads.
  const own = async (): Promise<string> => {
    await sql`update pathway set person = 'maja' where id = 'alma'`.execute(owner);
    return (await seenBy('kvinden', '/mit-forloeb')).$('main').text();
  };
  expect(await own()).not.toContain('er ændret fra');
  await send(decider, await decider.get(alma), moveForm(addDays(due, 28)));
  const said = await own();
  expect(said).toContain(`er ændret fra ${text(addDays(due, 56))} til ${text(addDays(due, 28))}`);
  expect(said).toContain('Dagen er flyttet med din termin, som det var aftalt.');
});

test('the day that a birth gives is counted from the birth, and the day can be kept with a reason until the birth is another', async () => {
  const id = await holds('laengde=foedsel&uger=8');
  await stands(id, 'admitted');
  const birth = { slags: 'birth', tekst: 'En dreng', happened: today };
  expect((await midwife.post('/forloeb/alma/haendelse', birth)).status).toBe(303);
  try {
    const [was, is] = [addDays(due, 56), addDays(today, 56)];
    const page = await seenBy('visitator', alma);
    expect(page.text).toContain(`barnet er født ${text(today)}. Efter aftalen rejser hun ${text(is)} i stedet for ${text(was)}`);
    const keep = 'form[action$="/behold-afrejse"]';
    const silent = await send(decider, page, keep);
    expect(silent.text).toContain('Skriv, hvorfor dagen beholdes.');
    const stale = await send(decider, page, keep, { hvorfor: 'Boligen er klar da', foedt: addDays(today, -1) });
    expect(stale.text).toContain('ændret, siden siden blev vist');
    expect((await send(decider, page, keep, { hvorfor: 'Boligen er klar da' })).status).toBe(303);

    expect(await departure()).toBe(was);
    expect((await seenBy('visitator', '/arbejde')).text).not.toContain('Efter aftalen rejser hun');
    const kept = (await seenBy('visitator', alma)).text;
    expect(kept).not.toContain('Efter aftalen rejser hun');
    expect(kept).toContain(`har beholdt afrejsen ${text(was)}, selv om aftalen giver ${text(is)}: «Boligen er klar da»`);
  } finally {
    await sql`delete from pathway_fact where pathway = 'alma' and data ->> 'kind' = 'birth'`.execute(owner);
  }
  // The birth is withdrawn and the due date another: what was kept was kept against the birth.
  await sets(addDays(due, -7));
  expect((await seenBy('visitator', '/arbejde')).text).toContain(`Efter aftalen rejser hun ${text(addDays(due, 49))}`);
});

test('where the new nights are not free it is said which, and the days and places that can be had are the buttons', async () => {
  const id = await holds('laengde=foedsel&uger=8');
  await stands(id, 'confirmed');
  const { rows } = await sql<{ place: string }>`select place from stay_part where stay = ${id}`.execute(owner);
  const place = rows[0]?.place ?? '';
  const [was, is, taken] = [addDays(due, 56), addDays(due, 84), addDays(due, 63)];
  await owner.transaction().execute(async (tx) => {
    await sql`insert into stay (id, pathway, called_name, unit, arrival, departure, status, needs, legal_basis, paid_by, held_by, held_by_name,
      held_for, held_for_name, request_key)
      select 'en-anden', 'maja', 'Maja', unit, ${taken}::date, ${addDays(taken, 90)}::date, 'confirmed', '[]', 'SEL-107-2-2', '0851', 'u', 'U',
        'o', 'O', 'en-anden' from place where id = ${place}`.execute(tx);
    await sql`insert into stay_part (stay, unit, status, place, arrival, departure)
      select id, unit, status, ${place}, arrival, departure from stay where id = 'en-anden'`.execute(tx);
  });
  await sets(addDays(due, 28));
  const page = await seenBy('visitator', alma);
  expect(page.text).toContain(`Efter aftalen rejser hun ${text(is)} i stedet for ${text(was)}: 28 nætter mere.`);
  expect(page.text).toContain('Pladsen kan ikke blive hendes alle de nye nætter.');
  expect(page.text).toContain('er optaget');
  expect(page.text).not.toContain('Maja');
  const until = `form[action$="/ny-afrejse"]:has(button:contains("Flyt afrejsen til ${text(taken)} på samme plads"))`;
  expect((await send(decider, page, until)).status).toBe(303);
  expect(await departure()).toBe(taken);
});

test('a fixed number of nights, and a day that was set by hand, follow nothing', async () => {
  const id = await holds('laengde=naetter&naetter=40');
  await stands(id, 'admitted');
  await sets(addDays(due, -28));
  expect((await seenBy('visitator', alma)).text).not.toContain('Efter aftalen rejser hun');
  await sets(due);
  await sql`delete from stay_event where stay = ${id}`.execute(owner);
  await sql`delete from stay where id = ${id}`.execute(owner);

  const other = await holds('laengde=foedsel&uger=8');
  await stands(other, 'admitted');
  const page = await decider.get(alma);
  const byHand = { rejser: addDays(due, 30), hvorfor: 'Boligen er klar' };
  expect((await send(decider, page, 'form[action$="/ny-afrejse"]:has(input[type=date])', byHand)).status).toBe(303);
  await sets(addDays(due, -28));
  expect((await seenBy('visitator', alma)).text).not.toContain('Efter aftalen rejser hun');
  expect((await seenBy('visitator', '/arbejde')).text).not.toContain('Efter aftalen rejser hun');
});

test('of a stay to a fixed day those who pay say once that it follows the birth, no night moves by it, and a due date that moves is then shown', async () => {
  const id = await holds('laengde=naetter&naetter=40');
  await stands(id, 'admitted');
  const follow = 'form[action$="/foelger-foedslen"]';
  // The house, and who does not pay, have no such form, and cannot send it.
  expect((await seenBy('leder', '/pladser/afdeling/fjordhuset-strand')).$(follow).length).toBe(0);
  expect((await midwife.post(`${alma}/${id}/foelger-foedslen`, { [weeksOf(id)]: '8', noegle: 'x' })).status).toBe(403);
  const page = await decider.get(alma);
  for (const bad of ['', '-1', '8,5', 'otte', '61']) {
    const refused = await send(decider, page, follow, { [weeksOf(id)]: bad });
    expect(refused.text).toContain('Skriv, hvor mange hele uger efter fødslen opholdet er aftalt til: et tal fra 0 til 60.');
    // What was written stands in the field, in the form that it is about.
    expect(refused.$(`details[open] #${weeksOf(id)}`).val()).toBe(bad);
  }
  const [was, is] = [await departure(), addDays(due, 42)];
  expect((await send(decider, page, follow, { [weeksOf(id)]: '6' })).status).toBe(303);
  expect(await departure()).toBe(was);
  const after = await seenBy('visitator', alma);
  expect(after.$(follow).length).toBe(0);
  expect(after.text).toContain(`6 uger efter fødslen. Terminen er ${text(due)}`);
  // Nobody has kept the day: the pathway tells what was said of it.
  const told = (await seenBy('visitator', '/forloeb/alma')).$('.timeline').text();
  expect(told).toContain('Opholdet følger fødslen fra nu af');
  expect(told).not.toContain('Afrejsen er beholdt');
  expect((await seenBy('leder', '/pladser/afdeling/fjordhuset-strand')).text).toContain(`Efter aftalen rejser hun ${text(is)}`);
  expect((await send(decider, page, follow, { [weeksOf(id)]: '7' })).text).toContain('Opholdet følger allerede fødslen: aftalt til 6 uger');
  await sets(addDays(due, -28));
  expect((await seenBy('visitator', '/arbejde')).text).toContain(`Efter aftalen rejser hun ${text(addDays(due, 14))}`);
});

test.each(['held', 'admitted'] as const)(
  'of a stay that follows the birth and is %s those who pay say with a reason that it is to its day, and can say the other again',
  async (status) => {
    const id = await holds('laengde=foedsel&uger=8');
    if (status === 'admitted') await stands(id, status);
    await sets(addDays(due, -28));
    const [was, fix, field] = [addDays(due, 56), 'form[action$="/fast-dag"]', `hvorforfast-${id}`];
    expect((await seenBy('leder', '/pladser/afdeling/fjordhuset-strand')).$(fix).length).toBe(0);
    expect((await midwife.post(`${alma}/${id}/fast-dag`, { rejser: was, [field]: 'x', noegle: 'x' })).status).toBe(403);
    const page = await decider.get(alma);
    const refused = await send(decider, page, fix, { [field]: ' ' });
    expect(refused.$(`details[open] ${fix}`).text()).toContain('Skriv, hvorfor opholdet ikke skal følge fødslen mere.');
    expect((await send(decider, page, fix, { [field]: 'x', rejser: addDays(was, 1) })).text).toContain(
      'Dagen er ændret, siden siden blev vist.',
    );
    expect((await seenBy('visitator', '/arbejde')).text).toContain('Efter aftalen rejser hun');

    expect((await send(decider, page, fix, { [field]: 'Boligen er klar den dag' })).status).toBe(303);
    expect(await departure()).toBe(was);
    // The same form once more has been done, and another is told that it is.
    expect((await send(decider, page, fix, { [field]: 'Boligen er klar den dag' })).status).toBe(303);
    const again = await send(decider, page, fix, { [field]: 'Boligen er klar den dag', noegle: 'en-anden' });
    expect(again.text).toContain(`Opholdet er allerede til en fast dag: ${text(was)}.`);
    const after = await seenBy('visitator', alma);
    expect(after.$(fix).length).toBe(0);
    for (const one of [after, await seenBy('visitator', '/arbejde')]) expect(one.text).not.toContain('Efter aftalen rejser hun');
    const told = (await seenBy('visitator', '/forloeb/alma')).$('.timeline').text();
    expect(told).toContain(`Opholdet følger ikke fødslen mere; afrejsen er fast ${text(was)}`);
    expect(told).toContain('Boligen er klar den dag');
    expect(told).not.toContain('Afrejsen er beholdt');
    await sets(addDays(due, -14));
    expect((await seenBy('visitator', '/arbejde')).text).not.toContain('Efter aftalen rejser hun');

    // And the way there is open again.
    const there = await send(decider, await decider.get(alma), 'form[action$="/foelger-foedslen"]', { [weeksOf(id)]: '6' });
    expect(there.status).toBe(303);
    expect((await seenBy('visitator', '/arbejde')).text).toContain(`Efter aftalen rejser hun ${text(addDays(due, 28))}`);
  },
);

test('of one who is to move the form that was sent is opened again, and not that of her other stay', async () => {
  const id = await holds('laengde=naetter&naetter=40');
  await stands(id, 'admitted');
  const [next, from] = ['en-anden', addDays(today, 40)];
  // Any place of another house that is free then.
  const { rows } = await sql<{
    place: string;
  }>`select place.id as place from place join stay on stay.id = ${id} where place.unit <> stay.unit
    and not exists (select from occupation where occupation.place = place.id and occupation.departure > ${from}::date) limit 1`.execute(
    owner,
  );
  const place = rows[0]?.place ?? '';
  await owner.transaction().execute(async (tx) => {
    await sql`insert into stay (id, pathway, called_name, unit, arrival, departure, status, legal_basis, paid_by, needs, held_by, held_by_name, held_for,
      held_for_name, request_key, transfer_from) select ${next}, pathway, called_name, place.unit, ${from}::date, ${addDays(from, 30)}::date, 'confirmed',
        'SEL-107-2-2', '0851', '[]', held_by, held_by_name, held_for, held_for_name, ${next}, stay.id
        from stay, place where stay.id = ${id} and place.id = ${place}`.execute(tx);
    await sql`insert into stay_part (stay, unit, status, place, arrival, departure)
      select id, unit, status, ${place}, arrival, departure from stay where id = ${next}`.execute(tx);
  });
  const form = (stay: string): string => `form[action$="/${stay}/foelger-foedslen"]`;
  const page = await decider.get(alma);
  for (const [about, other] of [
    [id, next],
    [next, id],
  ] as const) {
    const refused = await send(decider, page, form(about), { [weeksOf(about)]: 'otte' });
    expect(refused.$(`details[open] ${form(about)} #${weeksOf(about)}`).val()).toBe('otte');
    expect(refused.$(`${form(about)} a[href="#${weeksOf(about)}"]`).length).toBe(1);
    expect(refused.$(form(other)).length).toBe(1);
    expect(refused.$(`details[open] ${form(other)}`).length).toBe(0);
    expect(refused.$(form(other)).text()).not.toContain('Skriv, hvor mange hele uger');
    expect(refused.$(`#${weeksOf(other)}`).val()).toBe('8');
  }
});

test('the women of the demonstration whose child is expected within the stay follow the birth from the start', async () => {
  const { rows } = await sql<{
    nights: number | null;
    agreed: number | null;
  }>`select departure - due_date as nights, nights_after_birth as agreed
    from stay join pathway on pathway.id = stay.pathway where stay.pathway like 'beboer-%' and due_date > ${today}::date`.execute(owner);
  expect(rows.filter(({ agreed }) => agreed !== null).length).toBeGreaterThan(5);
  for (const { nights, agreed } of rows) expect(agreed).toBe(nights !== null && nights >= 0 ? nights : null);
  expect(rows.every(({ agreed }) => (agreed ?? 0) % 7 === 0)).toBe(true);
});

test('stays that are loaded with nights after the birth that cannot be read are refused in a sentence, and none is written', async () => {
  const [astrid] = demoResidents(today, demoFacilities(now()));
  if (!astrid) throw new Error('nobody lives there');
  const load = (name: string, nightsAfterBirth: number) => ({
    ...astrid,
    nightsAfterBirth,
    stay: { ...astrid.stay, id: asId<'stay'>(name) },
  });
  for (const bad of [-1, 1.5, Number.NaN, 421]) {
    const loading = importStays(owner, [load('god', 56), load('daarlig', bad)]);
    await expect(loading).rejects.toThrow(`The stay daarlig says ${bad} nights after the birth: it must be a whole number from 0 to 420`);
  }
  const { rows } = await sql`select id from stay where id in ('god', 'daarlig')`.execute(owner);
  expect(rows).toEqual([]);
});

test('the search says what happens to the day, and does not promise that it moves by itself', async () => {
  const page = await decider.get(`${alma}?soeg=ja&ankomst=${today}&laengde=foedsel&uger=8`);
  expect(page.text).toContain('flytter slutdagen ikke af sig selv');
  expect(page.text).not.toContain('Slutdagen følger terminen');
});
