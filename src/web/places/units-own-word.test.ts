/** What the unit has written and takes back on its pages: an admission, and that she leaves earlier than agreed. */
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { testWeb, type Visit } from '../../../test/web.ts';
import { arrivalQuestions } from '../../domain/placement/arrival.ts';
import { addDays, danishDay, type Day, moment } from '../../domain/time.ts';
import { dayText } from '../ui/format.ts';

const web = await testWeb(() => moment(new Date().toISOString()));
const { owner } = web.database;
const [leader, decider] = await Promise.all(['leder', 'visitator'].map((user) => web.as(user)));
if (!leader || !decider) throw new Error('two people log in');
const today = danishDay(moment(new Date().toISOString()));
const [comes, leaves] = [addDays(today, 3), addDays(today, 40)];
const text = (day: Day): string => dayText(day, 'da');
const unit = '/pladser/afdeling/fjordhuset-strand';
const hers = '/pladser/ophold/bor-alma';

beforeEach(async () => {
  await owner.transaction().execute(async (tx) => {
    await sql`insert into stay (id, pathway, called_name, unit, arrival, departure, status, held_until, needs, legal_basis, paid_by, held_by, held_by_name,
      held_for, held_for_name, request_key)
      select 'bor-alma', 'alma', 'Alma', unit, ${comes}::date, ${leaves}::date, 'confirmed', null, '[]', 'SEL-107-2-2', '0851', 'u', 'U', 'o', 'O', 'bor-alma'
        from place where id = 'fjordhuset-strand-4'`.execute(tx);
    await sql`insert into stay_part (stay, unit, status, place, arrival, departure)
      select id, unit, status, 'fjordhuset-strand-4', arrival, departure from stay where id = 'bor-alma'`.execute(tx);
  });
  const admitted = await leader.post(`${hers}/indskriv`, { dag: today, svaret: [...arrivalQuestions] });
  if (admitted.status !== 303) throw new Error(`she is not admitted: ${admitted.status}`);
});

afterEach(async () => {
  await sql`delete from pathway_fact where data ->> 'stay' = 'bor-alma'`.execute(owner);
  await sql`delete from pathway_fact where pathway = 'alma' and type in ('party-joined', 'party-left') and happened >= ${today}`.execute(
    owner,
  );
  await sql`delete from care_team_member where pathway = 'alma'
    and organisation in (select id from organisation where facility = 'fjordhuset')`.execute(owner);
  await sql`delete from stay_leave where stay = 'bor-alma'`.execute(owner);
  await sql`delete from stay_event where stay = 'bor-alma'`.execute(owner);
  await sql`delete from stay where id = 'bor-alma'`.execute(owner);
});

const card = (page: Visit): string => page.$('#ophold-bor-alma').closest('article').text();

describe('an admission that was written by mistake', () => {
  test('is put right from her card, with what follows read first, and she is expected again', async () => {
    const way = (await leader.get(unit)).$(`a[href="${hers}/indskriv/ret"]`);
    expect(way.text()).toContain('Ret indskrivningen: forkert kvinde eller forkert dag');
    const page = await leader.get(`${hers}/indskriv/ret`);
    expect(page.text).toContain(`Hun er ventet igen ${text(comes)} og har pladsen til ${text(leaves)}.`);
    expect(page.text).toContain('Intet er gemt endnu.');
    expect((await leader.post(`${hers}/indskriv/ret`, { hvorfor: '' })).status).toBe(422);
    expect((await leader.post(`${hers}/indskriv/ret`, { hvorfor: 'Det var hendes søster' })).status).toBe(303);

    const after = await leader.get(unit);
    expect(after.text).toContain(`Indskrivningen er taget tilbage. Alma er ventet ${text(comes)}.`);
    expect(card(after)).toContain('Hvilken dag kom hun?');
    expect(card(after)).toContain(`Indskrivning ${text(today)} taget tilbage: Det var hendes søster`);
    expect(after.$(`a[href="${hers}/indskriv/ret"]`).length).toBe(0);
    expect((await decider.get('/forloeb/alma')).text).toContain('Indskrivningen er taget tilbage');
  });

  test('says why where it cannot be put right, and is no form for her municipality', async () => {
    await sql`insert into stay_leave (stay, from_day, back_day, reason, text)
      values ('bor-alma', ${addDays(today, 2)}::date, ${addDays(today, 4)}::date, 'hospital', '')`.execute(owner);
    const page = await leader.get(`${hers}/indskriv/ret`);
    expect(page.status).toBe(409);
    expect(page.text).toContain('Der er skrevet noget om hendes nætter siden');
    expect(page.$('form[action$="/indskriv/ret"]').length).toBe(0);
    expect((await decider.post(`${hers}/indskriv/ret`, { hvorfor: 'fejl' })).status).toBe(403);
  });
});

test('a no to a place that is only held is read before it is said, and says what becomes of the place', async () => {
  await sql`update stay set status = 'held', held_until = now() + interval '4 hours', legal_basis = null, paid_by = null where id = 'bor-alma'`.execute(
    owner,
  );
  await sql`update stay_part set status = 'held' where stay = 'bor-alma' and status <> 'held'`.execute(owner);
  const form = (await leader.get(unit)).$(`form[action^="${hers}/afvis"]`);
  expect(form.attr('action')).toBe(`${hers}/afvis/se`);
  const page = await leader.post(`${hers}/afvis/se`, { grund: 'staffing', uddyb: '' });
  expect(page.text).toContain('Siger I nej, holdes den ikke mere til hende.');
  expect(page.text).toContain('Intet er gemt endnu.');
  // A place that cannot be used is closed first: refused alone it is offered to the next at once.
  const unfit = await leader.post(`${hers}/afvis/se`, { grund: 'place-out-of-use', uddyb: '' });
  const close = unfit.$('main .alert a[href*="/drift/lukning?plads="]');
  expect([close.length, page.$('main a[href*="/drift/lukning"]').length]).toEqual([1, 0]);
  const closing = await leader.get(close.attr('href') ?? '');
  expect([closing.status, closing.text.includes('Luk')]).toEqual([200, true]);
  const { rows } = await sql<{ status: string }>`select status from stay where id = 'bor-alma'`.execute(owner);
  expect(rows[0]?.status).toBe('held');
  const sent = page.$('form[action$="/afvis"]').serializeArray();
  await leader.post(`${hers}/afvis`, Object.fromEntries(sent.map(({ name, value }) => [name, value])));
  expect((await leader.get(unit)).text).toContain('Opholdet er afvist. Pladsen er fri.');
});

describe('that she leaves earlier', () => {
  const sooner = addDays(today, 10);
  const sent = { rejser: sooner, hvorfor: 'Hun vil hjem' };

  test('is read before it is saved: the nights that fall away, and from when the place is free', async () => {
    const form = (await leader.get(unit)).$('article:has(#ophold-bor-alma) form[action*="rejser-tidligere"]');
    expect(form.attr('action')).toBe(`${hers}/rejser-tidligere/se`);
    const page = await leader.post(`${hers}/rejser-tidligere/se`, sent);
    expect(page.text).toContain(`Alma rejser ${text(sooner)} i stedet for ${text(leaves)}: 30 aftalte nætter falder væk.`);
    expect(page.text).toContain(`Plads 4 er ledig til andre fra ${text(sooner)}`);
    expect(page.text).toContain('Intet er gemt endnu.');
    const { rows } = await sql<{ departure: string }>`select departure::text from stay where id = 'bor-alma'`.execute(owner);
    expect(rows[0]?.departure).toBe(leaves);
  });

  test('stands on her card beside the agreed day, and is taken back from there', async () => {
    await leader.post(`${hers}/rejser-tidligere`, sent);
    const page = await leader.get(unit);
    expect(card(page)).toContain(`Aftalt afrejse: ${text(leaves)}. I har skrevet, at hun rejser ${text(sooner)}.`);
    expect(page.$(`a[href="${hers}/rejser-tidligere/tilbage"]`).length).toBe(1);
    const again = await leader.post(`${hers}/rejser-tidligere/se`, { ...sent, rejser: leaves });
    expect(again.status).toBe(409);
    expect(again.text).toContain('Tag det tilbage på hendes kort, hvis hun bliver');

    expect((await leader.get(`${hers}/rejser-tidligere/tilbage`)).text).toContain(`Alma har pladsen til ${text(leaves)} igen`);
    expect((await leader.post(`${hers}/rejser-tidligere/tilbage`, { hvorfor: 'Hun bliver' })).status).toBe(303);
    const after = await leader.get(unit);
    expect(after.text).toContain(`Alma bliver til ${text(leaves)}, som aftalt.`);
    expect(card(after)).not.toContain('Aftalt afrejse');
    expect(card(after)).toContain(`Afrejse ${text(sooner)} taget tilbage: Hun bliver`);
    expect((await leader.post(`${hers}/rejser-tidligere/tilbage`, { hvorfor: 'Igen' })).status).toBe(409);
  });
});
