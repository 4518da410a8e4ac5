/** A move between houses, as the municipality and the first house see it: her end, her nights, and who is told. */
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { testWeb, type Visit, type Visitor } from '../../../test/web.ts';
import { addDays, danishDay, type Day, moment } from '../../domain/time.ts';
import { dayText } from '../ui/format.ts';

const now = () => moment(new Date().toISOString());
const web = await testWeb(now);
const { owner } = web.database;
const decider = await web.as('visitator');
const leader = await web.as('leder');
const alma = '/forloeb/alma/plads';
const today = danishDay(now());
const moves = addDays(today, 18);
const text = (day: Day): string => dayText(day, 'da');

/** When she was to be born and eight weeks more: the end of a stay that follows the birth. */
let due: Day;
let leaves: Day;

beforeEach(async () => {
  const { rows } = await sql<{ due: Day }>`select state -> 'dueDate' ->> 'dueDate' as due from pathway where id = 'alma'`.execute(owner);
  due = rows[0]?.due ?? today;
  leaves = addDays(due, 56);
});

afterEach(async () => {
  await sql`delete from pathway_fact where data ->> 'stay' in (select id from stay where pathway = 'alma')`.execute(owner);
  await sql`delete from stay_event where stay in (select id from stay where pathway = 'alma')`.execute(owner);
  await sql`delete from stay where pathway = 'alma' and transfer_from is not null`.execute(owner);
  await sql`delete from stay where pathway = 'alma'`.execute(owner);
});

async function lives(departure: Day): Promise<void> {
  await owner.transaction().execute(async (tx) => {
    await sql`insert into stay (id, pathway, called_name, unit, arrival, departure, status, needs, legal_basis, paid_by, held_by, held_by_name,
      held_for, held_for_name, request_key)
      select 'bor-alma', 'alma', 'Alma', unit, ${addDays(today, -5)}::date, ${departure}::date, 'admitted', '[]', 'SEL-107-2-2', '0851', 'u', 'U',
        'o', 'O', 'bor-alma' from place where id = 'fjordhuset-strand-4'`.execute(tx);
    await sql`insert into stay_part (stay, unit, status, place, arrival, departure)
      select id, unit, status, 'fjordhuset-strand-4', arrival, departure from stay where id = 'bor-alma'`.execute(tx);
    await sql`insert into care_team_member select 'alma', id, 'Døgnbehandling', ${today}::date from organisation where facility = 'fjordhuset'
      on conflict do nothing`.execute(tx);
  });
}

/** Holds the first place in another facility from the day she moves, for as long as `length` says. */
function holdsElsewhere(length: string): Promise<Visit> {
  return holds(`ankomst=${moves}&${length}`, '.unit-card:not(:has(h3:contains("Fjordhuset")))');
}

async function holds(asked: string, card: string): Promise<Visit> {
  const page = await decider.get(`${alma}?soeg=ja&${asked}`);
  return send(decider, page, `${card} form[action$="/hold"]`, { 'sagt-ja': 'yes', forbi: 'acute-danger' });
}

/** Sends the first such form as it stands, but for what differs. */
async function send(who: Visitor, page: Visit, selector: string, differs: Readonly<Record<string, string>> = {}): Promise<Visit> {
  const form = page.$(selector).first();
  const fields: Record<string, string[]> = {};
  for (const { name, value } of form.serializeArray()) fields[name] = [...(fields[name] ?? []), value];
  return who.post(form.attr('action') ?? '', { ...fields, ...differs });
}

async function departure(): Promise<Day | undefined> {
  const { rows } = await sql<{ departure: Day }>`select departure from stay where id = 'bor-alma'`.execute(owner);
  return rows[0]?.departure;
}

async function newStay(): Promise<string> {
  const { rows } = await sql<{ id: string }>`select id from stay where pathway = 'alma' order by recorded desc limit 1`.execute(owner);
  return rows[0]?.id ?? '';
}

async function confirmed(): Promise<Visit> {
  await holdsElsewhere('laengde=afrejse');
  return confirm(await newStay());
}

function confirm(stay: string): Promise<Visit> {
  return decider.post(`${alma}/${stay}/bekraeft`, {
    hjemmel: 'SEL-107-2-2',
    betaler: '0851',
    kontrolleret: 'ja',
    svaret: ['no-decided-basis', 'other-basis', 'other-payer'],
  });
}

describe('the end of her stay', () => {
  test('follows the birth where it did, and is the same whatever day she moves', async () => {
    await lives(leaves);
    const page = await decider.get(`${alma}?andre=ja`);
    expect(page.$('[name=laengde]:checked').val()).toBe('foedsel');
    expect(page.$('[name=uger]').val()).toBe('8');
    const later = await decider.get(`${alma}?soeg=ja&ankomst=${moves}&laengde=foedsel&uger=8`);
    expect(later.$('.other-units').text()).toContain(`Hun rejser ${text(leaves)}, som det allerede er aftalt.`);
  });

  test('is the day she is to leave where it does not follow the birth', async () => {
    const agreed = addDays(leaves, 3);
    await lives(agreed);
    const page = await decider.get(`${alma}?andre=ja`);
    expect(page.$('[name=laengde]:checked').val()).toBe('afrejse');
    const later = await decider.get(`${alma}?soeg=ja&ankomst=${moves}&laengde=afrejse`);
    expect(later.$('.other-units').text()).toContain(`Hun rejser ${text(agreed)}, som det allerede er aftalt.`);
  });

  test('is said aloud where the move changes it: in the search, in the receipt and before it is confirmed', async () => {
    await lives(addDays(today, 60));
    const longer = `18 nætter længere end nu (${text(addDays(today, 60))})`;
    const search = await decider.get(`${alma}?soeg=ja&ankomst=${moves}&laengde=naetter&naetter=60`);
    expect(search.$('.other-units').text()).toContain(longer);
    const held = await holdsElsewhere('laengde=naetter&naetter=60');
    expect(held.status).toBe(303);
    const page = await decider.get(alma);
    expect(page.$('main').text()).toContain(longer);
    expect(page.$('form[action$="/bekraeft"]').closest('.card').text()).toContain(longer);
  });
});

describe('the nights where she lives', () => {
  test('stay hers while the move is only held, and are free to others from the day she moves when it is confirmed', async () => {
    await lives(leaves);
    await holdsElsewhere('laengde=afrejse');
    expect(await departure()).toBe(leaves);
    const held = await leader.get('/pladser/afdeling/fjordhuset-strand');
    expect(held.$('#ophold-bor-alma').closest('article').text()).toContain('Pladsen her er hendes, til flytningen er bekræftet.');
    await decider.post(`${alma}/${await newStay()}/slip`, {});
    expect(await departure()).toBe(leaves);

    await confirmed();
    expect(await departure()).toBe(moves);
    const card = (await leader.get('/pladser/afdeling/fjordhuset-strand')).$('#ophold-bor-alma').closest('article').text();
    expect(card).toContain(`Flytter ${text(moves)} til `);
    expect(card).toContain('Pladsen her er ledig til andre fra den dag.');
    const { rows } = await sql<{ data: unknown }>`select data from stay_event where stay = 'bor-alma' and act = 'change-departure'`.execute(
      owner,
    );
    expect(rows).toMatchObject([{ data: { from: leaves, departure: moves } }]);
  });

  test('are hers again when the move is withdrawn before she has moved', async () => {
    await lives(leaves);
    await confirmed();
    await decider.post(`${alma}/${await newStay()}/fortryd`, { grund: 'hun bliver' });
    expect(await departure()).toBe(leaves);
  });

  test('are another’s when somebody has taken them meanwhile: her departure stands, and the page says so and offers to put it back', async () => {
    await lives(leaves);
    await confirmed();
    await owner.transaction().execute(async (tx) => {
      await sql`insert into stay (id, pathway, called_name, unit, arrival, departure, status, needs, legal_basis, paid_by, held_by, held_by_name,
        held_for, held_for_name, request_key)
        select 'en-anden', 'freja', 'Freja', unit, ${moves}::date, ${addDays(moves, 10)}::date, 'confirmed', '[]', 'SEL-107-2-2', '0851', 'u', 'U',
          'o', 'O', 'en-anden' from place where id = 'fjordhuset-strand-4'`.execute(tx);
      await sql`insert into stay_part (stay, unit, status, place, arrival, departure)
        select id, unit, status, 'fjordhuset-strand-4', arrival, departure from stay where id = 'en-anden'`.execute(tx);
    });
    // The place is free of her and another's from that day, which is not the same as free.
    const unit = (await leader.get('/pladser/afdeling/fjordhuset-strand')).$('tbody').text();
    expect(unit).toContain(`optaget; fra ${text(moves)} af en anden`);
    await decider.post(`${alma}/${await newStay()}/fortryd`, { grund: 'hun bliver' });
    expect(await departure()).toBe(moves);
    const page = await decider.get(alma);
    expect(page.$('main').text()).toContain(`Hendes afrejse herfra står stadig til ${text(moves)}; før var den ${text(leaves)}.`);
    // What cannot be done is not offered: it is, once the nights are free.
    expect(page.$('button:contains("Sæt afrejsen tilbage")').length).toBe(0);
    await sql`delete from stay where id = 'en-anden'`.execute(owner);
    const again = await decider.get(alma);
    const back = again.$(`form:has(button:contains("Sæt afrejsen tilbage"))`);
    await decider.post(String(back.attr('action')), { rejser: back.find('[name=rejser]').val() as string, hvorfor: 'bliver' });
    expect(await departure()).toBe(leaves);
  });
});

test('her yes to the stay she has left is neither told nor taken for a yes where the next place is held', async () => {
  await lives(leaves);
  const asked = `${alma}?soeg=ja&ankomst=${moves}&laengde=naetter&naetter=60`;
  const whileThere = await decider.get(asked);
  expect(whileThere.$('main').text()).toMatch(/Hendes ja [^:]*: «[^»]+»/);

  const left = { dag: today, hvortil: 'own-home', 'hvortil-ord': 'hos sin søster' };
  expect((await leader.post('/pladser/ophold/bor-alma/udskriv', left)).status).toBe(303);
  const again = await decider.get(asked);
  const question = await send(decider, again, '.unit-card form[action$="/hold"]');
  expect(question.status).toBe(409);
  for (const page of [again, question]) expect(page.$('main').text()).not.toMatch(/Hendes ja [^:]*: «[^»]+»/);
});

test('the first house reads that she lives there and moves, and the step of admitting her is the other leader’s', async () => {
  await holds(`ankomst=${today}&laengde=naetter&naetter=90`, '.unit-card:has(h3:contains("Fjordhuset (opdigtet), Strand"))');
  const first = await newStay();
  await confirm(first);
  const asked = await leader.post(`/pladser/ophold/${first}/indskriv`, { dag: today });
  expect((await send(leader, asked, 'form[action$="/indskriv"]')).status).toBe(303);

  // The yes that is known was to living there: what she says to moving is asked, beside the condition she gave, and it stops nobody.
  const page = await decider.get(`${alma}?soeg=ja&ankomst=${moves}&laengde=afrejse`);
  const question = await send(decider, page, '.unit-card:not(:has(h3:contains("Fjordhuset"))) form[action$="/hold"]', {
    forbi: 'acute-danger',
  });
  expect(question.status).toBe(409);
  expect(question.$('main').text()).toContain('Hvad siger hun til at flytte?');
  const words = page
    .$('.other-units')
    .text()
    .match(/Hendes ja [^:]*: «[^»]+»/)?.[0];
  expect(words).toBeDefined();
  expect(question.$('main').text()).toContain(words);
  await confirmed();

  const card = (await leader.get('/pladser/afdeling/fjordhuset-strand')).$(`#ophold-${first}`).closest('article').text();
  expect(card).toContain(`Flytter ${text(moves)} til `);
  const work = (await leader.get('/arbejde')).$('tbody tr:contains("Alma")');
  expect(work.text()).toContain(`Indskrevet · flytter ${text(moves)} til `);
  expect(work.find('a[href="/forloeb/alma/plads"]').length).toBe(0);
  const hers = await leader.get('/forloeb/alma');
  expect(hers.$('.pathway-top').text()).toContain(`Indskrevet · flytter ${text(moves)} til `);
  expect(hers.$('a.button-primary:contains("Indskriv hende")').length).toBe(0);

  // With nothing of the law before it, her arrival is the next step of all: still the other leader's.
  const contract = await send(decider, await decider.get('/forloeb/alma/kontrakt'), 'main form', {
    hjemmel: 'SEL-107-2-2',
    svar: 'accepted',
  });
  expect(contract.status).toBe(303);
  const next = await (await web.restarted()).as('leder');
  const waits = await next.get('/forloeb/alma');
  expect(waits.$('.strip').text()).toContain('Lederen dér indskriver hende.');
  expect(waits.$('a.button-primary:contains("Indskriv hende")').length).toBe(0);
  expect(waits.$('.actions').text()).toMatch(/Venter på lederen i (?!Fjordhuset)/);
  const waiting = (await next.get('/arbejde')).$('tr:contains("Alma")');
  expect(waiting.text()).toMatch(/Indskriv hende.*Lederen i (?!Fjordhuset)/);
  expect(waiting.closest('table').text()).toContain('Venter på');

  // Why she was held a place past others stands in her history, for those who take part in it.
  await sql`insert into overtaking (stay, pathway, unit, waiting, reason, text, recorded, by_user, by_name, capacity, organisation, organisation_name)
    select ${first}, 'alma', 'fjordhuset-strand', 2, 'agreed-with-the-unit', 'Ringet i morges', now(), 'u', 'U', 'care-decider', 'o', 'O'`.execute(
    owner,
  );
  const history = (await decider.get('/forloeb/alma')).$('.timeline').text();
  expect(history).toContain('Plads holdt forbi 2, det haster mere for, på ventelisten: Fjordhuset (opdigtet), Strand');
  expect(history).toContain('Aftalt med afdelingen. Ringet i morges');
  expect((await (await web.as('kommune-odense')).get('/forloeb/alma')).status).toBe(404);
  await sql`delete from overtaking where pathway = 'alma'`.execute(owner);

  // A move that is withdrawn is nothing she has: she is told as living where she lives.
  expect((await decider.post(`${alma}/${await newStay()}/fortryd`, { grund: 'hun bliver' })).status).toBe(303);
  const stays = (await (await (await web.restarted()).as('leder')).get('/forloeb/alma')).$('.pathway-top').text();
  expect(stays).toMatch(/indskrevet/i);
  expect(stays).not.toMatch(/flytter/i);
});
