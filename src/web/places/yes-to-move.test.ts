/** A move between houses from her yes to its fall, as each role reads it: both houses, her team, those who decide, and herself. */
import { sql } from 'kysely';
import { afterEach, describe, expect, test } from 'vitest';
import { testWeb, type Visit, type Visitor } from '../../../test/web.ts';
import { addDays, danishDay, type Day, moment } from '../../domain/time.ts';
import { rebuildPathways } from '../../store/pathway-rebuild.ts';
import { dayText, weekdayYearText } from '../ui/format.ts';

const now = () => moment(new Date().toISOString());
const web = await testWeb(now);
const { owner } = web.database;
const alma = '/forloeb/alma/plads';
const today = danishDay(now());
const moves = addDays(today, 18);
const leaves = addDays(today, 90);
const text = (day: Day): string => dayText(day, 'da');
const users = ['visitator', 'leder', 'krisecenter', 'koordinator', 'jordemoder', 'kvinden'] as const;
const visitors = new Map<string, Visitor>();
for (const user of users) visitors.set(user, await web.as(user));
const as = (user: (typeof users)[number]): Visitor => visitors.get(user) ?? never();
function never(): never {
  throw new Error('nobody logged in so');
}
const facts = await sql<{ last: number }>`select last_sequence as last from pathway where id = 'alma'`.execute(owner);
const before = facts.rows[0]?.last ?? 0;
const state = await sql<{ state: string }>`select state::text from pathway where id = 'alma'`.execute(owner);

/** Sends the first such form as it stands, but for what differs. */
async function send(who: Visitor, page: Visit, selector: string, differs: Readonly<Record<string, string>> = {}): Promise<Visit> {
  const form = page.$(selector).first();
  const fields: Record<string, string[]> = {};
  for (const { name, value } of form.serializeArray()) fields[name] = [...(fields[name] ?? []), value];
  return who.post(form.attr('action') ?? '', { ...fields, ...differs });
}

async function latestStay(): Promise<string> {
  const { rows } = await sql<{ id: string }>`select id from stay where pathway = 'alma' order by recorded desc limit 1`.execute(owner);
  return rows[0]?.id ?? '';
}

const commitment = {
  hjemmel: 'SEL-107-2-2',
  betaler: '0851',
  kontrolleret: 'ja',
  svaret: ['no-decided-basis', 'other-basis', 'other-payer'],
};

async function hold(asked: string, card: string, yes: Readonly<Record<string, string>>): Promise<string> {
  const page = await as('visitator').get(`${alma}?soeg=ja&${asked}`);
  const held = await send(as('visitator'), page, `${card} form[action$="/hold"]`, { forbi: 'acute-danger', ...yes });
  expect(held.status).toBe(303);
  return latestStay();
}

const notYet = { 'sagt-ja': 'not-yet', 'sagt-ja-grund': 'thinks-it-over' };
const contract = { hjemmel: 'SEL-107-2-2', svar: 'declined' };
let first: string;

/** She lives in Strand, and a place in another house is held for her that she has not said yes to. */
async function livesAndIsHeld(yes: Readonly<Record<string, string>>): Promise<string> {
  first = await hold(`ankomst=${today}&laengde=naetter&naetter=90`, '.unit-card:has(h3:contains("Fjordhuset (opdigtet), Strand"))', {
    'sagt-ja': 'yes',
  });
  await as('visitator').post(`${alma}/${first}/bekraeft`, commitment);
  const asked = await as('leder').post(`/pladser/ophold/${first}/indskriv`, { dag: today });
  expect((await send(as('leder'), asked, 'form[action$="/indskriv"]')).status).toBe(303);
  return hold(`ankomst=${moves}&laengde=afrejse`, '.unit-card:not(:has(h3:contains("Fjordhuset")))', yes);
}

const unitOf = async (stay: string) =>
  (
    await sql<{ unit: string; place: string; facility: string }>`select stay.unit, stay_part.place, unit.facility from stay
      join stay_part on stay_part.stay = stay.id join unit on unit.id = stay.unit where stay.id = ${stay} limit 1`.execute(owner)
  ).rows[0] ?? never();

/** The leader of any house: the demo's leader, put in it for the while. */
async function leaderOf(stay: string): Promise<Visitor> {
  const { facility } = await unitOf(stay);
  await sql`update organisation set facility = ${facility} where id = 'dt-fjordhuset'`.execute(owner);
  return as('leder');
}

/** Whoever has the place of a stay until she is to come has left it today. */
async function leavesToday(stay: string): Promise<void> {
  const { place } = await unitOf(stay);
  await owner.transaction().execute(async (tx) => {
    const { rows } = await sql<{ stay: string }>`select stay from stay_part where place = ${place} and stay <> ${stay}
      and arrival < ${today}::date and departure > ${today}::date`.execute(tx);
    for (const one of rows) {
      await sql`update stay_part set departure = ${today}::date where stay = ${one.stay} and place = ${place}`.execute(tx);
      await sql`update stay set departure = ${today}::date, status = 'discharged' where id = ${one.stay}`.execute(tx);
    }
  });
}

async function another(place: string, from: Day, to: Day): Promise<void> {
  await owner.transaction().execute(async (tx) => {
    await sql`insert into stay (id, pathway, called_name, unit, arrival, departure, status, needs, legal_basis, paid_by, held_by, held_by_name,
      held_for, held_for_name, request_key)
      select 'en-anden', 'freja', 'Freja', unit, ${from}::date, ${to}::date, 'confirmed', '[]', 'SEL-107-2-2', '0851', 'u', 'U', 'o', 'O', 'en-anden'
        from place where id = ${place}`.execute(tx);
    await sql`insert into stay_part (stay, unit, status, place, arrival, departure)
      select id, unit, status, ${place}, arrival, departure from stay where id = 'en-anden'`.execute(tx);
  });
}

async function departure(): Promise<Day | undefined> {
  return (await sql<{ departure: Day }>`select departure from stay where id = ${first}`.execute(owner)).rows[0]?.departure;
}

/** What she reads on her own page, where the pathway is hers. */
async function ownPage(she: Visitor): Promise<string> {
  await sql`update pathway set person = 'maja' where id = 'alma'`.execute(owner);
  return (await she.get('/mit-forloeb')).$('main').text();
}

afterEach(async () => {
  await sql`delete from closure where reason = 'prøve'`.execute(owner);
  await sql`update organisation set facility = 'fjordhuset' where id = 'dt-fjordhuset'`.execute(owner);
  await sql`delete from her_yes_reason where pathway = 'alma' and sequence > ${before}`.execute(owner);
  await sql`delete from pathway_fact where pathway = 'alma' and sequence > ${before}`.execute(owner);
  await sql`delete from overtaking where pathway = 'alma'`.execute(owner);
  await sql`delete from stay_event where stay in (select id from stay where pathway = 'alma')`.execute(owner);
  await sql`delete from stay where pathway = 'alma' and transfer_from is not null`.execute(owner);
  await sql`delete from stay where pathway = 'alma' or id = 'en-anden'`.execute(owner);
  await sql`delete from care_team_member where pathway = 'alma' and organisation in ('dt-fjordhuset', 'kc-0851')`.execute(owner);
  await sql`update pathway set last_sequence = ${before}, state = ${state.rows[0]?.state ?? ''}::jsonb where id = 'alma'`.execute(owner);
});

describe('a move that she has not said yes to', () => {
  test('is asked about again when it is confirmed, stops nothing, and is said on the pages of both houses, her team and herself', async () => {
    const next = await livesAndIsHeld(notYet);
    const page = await as('visitator').get(alma);
    const form = page.$(`form[action$="/${next}/bekraeft"]`);
    expect(form.text()).toContain('Har hun sagt ja til at flytte?');
    const unsaid = await send(as('visitator'), page, `form[action$="/${next}/bekraeft"]`, { kontrolleret: 'ja' });
    expect(unsaid.status).toBe(409);
    expect(unsaid.$('.error-summary, [role=alert]').text()).toContain('Svar på, om hun har sagt ja til at flytte.');
    const done = await as('visitator').post(`${alma}/${next}/bekraeft`, {
      ...commitment,
      'siger-til-flytning': 'not-yet',
      'siger-til-flytning-spurgt': 'ja',
    });
    expect(done.status).toBe(303);

    await sql`insert into care_team_member select 'alma', id, 'Krisecenter', ${today}::date from organisation where id = 'kc-0851'
      on conflict do nothing`.execute(owner);
    const kept = `hendes til ${text(leaves)} og tilbydes ikke til andre`;
    const again = await web.restarted();
    const strand = (await (await again.as('leder')).get('/pladser/afdeling/fjordhuset-strand'))
      .$(`#ophold-${first}`)
      .closest('article')
      .text();
    expect(strand).toContain('hvis hun siger ja. Hun har ikke sagt ja endnu');
    expect(strand).toContain(kept);
    for (const user of ['visitator', 'koordinator', 'jordemoder', 'krisecenter'] as const) {
      const theirs = await again.as(user);
      const read = await theirs.get(alma);
      expect(read.status).toBe(200);
      expect(read.$('main').text()).toContain(kept);
      // Only those who commit the municipality to pay have the button; the others read who has it.
      expect(read.$('button:contains("Hun siger ja til at flytte")').length).toBe(user === 'visitator' ? 1 : 0);
      expect(read.$('main').text().includes('Den i kommunen, der bekræfter pladsen, skriver det, når hun siger ja.')).toBe(
        user !== 'visitator',
      );
      if (user !== 'visitator') expect((await theirs.post(`${alma}/${next}/siger-ja`)).status).toBe(403);
    }
    const own = await ownPage(await again.as('kvinden'));
    expect(own).toContain('men du har ikke sagt ja til at flytte');
    expect(own).toContain(`er din til ${text(leaves)}, og ingen anden får den, før du siger ja.`);
    const there = await leaderOf(next);
    const theirs = (await there.get(`/pladser/afdeling/${(await unitOf(next)).unit}`)).$(`#ophold-${next}`).closest('article').text();
    expect(theirs).toContain('Hun har ikke sagt ja til at flytte hertil endnu.');
    await again.app.close();

    const agreed = await send(as('visitator'), await as('visitator').get(alma), `form[action$="/${next}/siger-ja"]`);
    expect(agreed.status).toBe(303);
    const { rows } = await sql<{ departure: Day }>`select departure from stay where id = ${first}`.execute(owner);
    expect(rows).toEqual([{ departure: moves }]);
    const settled = await ownPage(as('kvinden'));
    expect(settled).toContain('Du har sagt ja til at flytte til');
    expect(settled).not.toContain('men du har ikke sagt ja');
    expect((await there.get(`/pladser/afdeling/${(await unitOf(next)).unit}`)).$('main').text()).not.toContain(
      'Hun har ikke sagt ja til at flytte hertil endnu.',
    );
  });

  test('is asked about when she comes to the new house, which a silence does not stop, and is flagged where it is missing', async () => {
    const next = await livesAndIsHeld(notYet);
    const page = await as('visitator').get(alma);
    const sent = { kontrolleret: 'ja', hjemmel: 'SEL-107-2-2', betaler: '0851', 'siger-til-flytning': 'not-yet' };
    expect((await send(as('visitator'), page, `form[action$="/${next}/bekraeft"]`, sent)).status).toBe(303);
    await leavesToday(next);
    const there = await leaderOf(next);
    const asked = await there.post(`/pladser/ophold/${next}/indskriv`, { dag: today });
    expect(asked.status).toBe(409);
    expect(asked.$('main').text()).toContain('Har hun sagt ja til at flytte hertil?');
    const came = await send(there, asked, 'form[action$="/indskriv"]');
    expect(came.status).toBe(303);
    const card = (await there.get(came.location ?? '')).$(`#ophold-${next}`).closest('article').text();
    expect(card).toContain('Det er ikke skrevet, at hun har sagt ja til at flytte');
    await sql`update organisation set facility = 'fjordhuset' where id = 'dt-fjordhuset'`.execute(owner);
    for (const user of ['visitator', 'koordinator', 'jordemoder'] as const)
      expect((await as(user).get('/forloeb/alma')).text).toContain('Flyttet, uden at det var skrevet, at hun sagde ja til at flytte.');
  });

  test('is written where she says it when she comes, and then nothing is flagged', async () => {
    const next = await livesAndIsHeld(notYet);
    const page = await as('visitator').get(alma);
    const sent = { kontrolleret: 'ja', hjemmel: 'SEL-107-2-2', betaler: '0851', 'siger-til-flytning': 'not-yet' };
    expect((await send(as('visitator'), page, `form[action$="/${next}/bekraeft"]`, sent)).status).toBe(303);
    await leavesToday(next);
    const there = await leaderOf(next);
    const asked = await there.post(`/pladser/ophold/${next}/indskriv`, { dag: today });
    const came = await send(there, asked, 'form[action$="/indskriv"]', { 'siger-til-flytning': 'yes' });
    expect(came.status).toBe(303);
    expect((await there.get(came.location ?? '')).text).not.toContain('Det er ikke skrevet, at hun har sagt ja til at flytte');
    const read = (await as('visitator').get('/forloeb/alma')).text;
    expect(read).not.toContain('Flyttet, uden at det var skrevet');
    expect(read).toContain('Hun siger ja til at flytte til');
  });

  test('that was confirmed before her yes was waited for has let her nights go, and no page says that they are kept', async () => {
    const next = await livesAndIsHeld({ 'sagt-ja': 'yes' });
    expect((await as('visitator').post(`${alma}/${next}/bekraeft`, commitment)).status).toBe(303);
    // As it was written then: nobody was asked, and the edition was the one before.
    await sql`update stay_event set data = data - 'herYes' where stay = ${next}`.execute(owner);
    await sql`update stay_event set data = jsonb_set(data, '{edition}', '"flytning/2026-11"') where stay = ${first} and data ? 'transferTo'`.execute(
      owner,
    );
    await sql`update pathway_fact set data = data - 'herYes' where pathway = 'alma' and data ->> 'stay' = ${next}`.execute(owner);
    expect((await rebuildPathways(owner, { repair: true })).differences.map(({ pathway }) => pathway)).toContain('alma');

    const { rows } = await sql<{ departure: Day }>`select departure from stay where id = ${first}`.execute(owner);
    expect(rows).toEqual([{ departure: moves }]);
    const { place } = await unitOf(first);
    // The nights are another's to have.
    await another(place, moves, addDays(moves, 10));
    const page = (await as('visitator').get(alma)).$('main').text();
    expect(page).toContain(`er ledig til andre fra ${text(moves)}: spørg hende.`);
    const seen = [page, (await as('leder').get('/pladser/afdeling/fjordhuset-strand')).$('main').text(), await ownPage(as('kvinden'))];
    for (const user of ['koordinator', 'jordemoder'] as const)
      seen.push((await as(user).get('/forloeb/alma')).$('main').text(), (await as(user).get(alma)).$('main').text());
    for (const one of seen) {
      expect(one).not.toContain('tilbydes ikke til andre');
      expect(one).not.toContain('venter på hendes ja');
      expect(one).not.toContain('ingen anden får den');
    }
    const there = await leaderOf(next);
    const theirs = (await there.get(`/pladser/afdeling/${(await unitOf(next)).unit}`)).$(`#ophold-${next}`).closest('article').text();
    expect(theirs).toContain('Hun har ikke sagt ja til at flytte hertil endnu.');
    expect(theirs).not.toContain('til hun siger ja');
  });

  test('is not asked about again where she said yes when the place was held', async () => {
    const next = await livesAndIsHeld({ 'sagt-ja': 'yes' });
    const form = (await as('visitator').get(alma)).$(`form[action$="/${next}/bekraeft"]`);
    expect(form.length).toBe(1);
    expect(form.text()).not.toContain('Har hun sagt ja til at flytte?');
  });
});

describe('a move that fell away and whose nights another has', () => {
  /** Another has her place from that day for ten nights, and no other place of the unit can be had: what can be done is known. */
  async function falls(from: Day = moves): Promise<string> {
    const next = await livesAndIsHeld({ 'sagt-ja': 'yes' });
    expect((await as('visitator').post(`${alma}/${next}/bekraeft`, commitment)).status).toBe(303);
    const { unit, place } = await unitOf(first);
    await sql`update unit_staffing set women = 50 where unit = ${unit}`.execute(owner);
    await sql`insert into closure (unit, place, from_day, reason) select ${unit}, id, ${moves}::date, 'prøve' from place
      where unit = ${unit} and id <> ${place}`.execute(owner);
    await another(place, from, addDays(from, 10));
    const there = await leaderOf(next);
    const no = { grund: 'staffing', uddyb: 'Vi har ingen nattevagt til hende', set: 'ja' };
    expect((await there.post(`/pladser/ophold/${next}/afvis`, no)).status).toBe(303);
    await sql`update organisation set facility = 'fjordhuset' where id = 'dt-fjordhuset'`.execute(owner);
    return next;
  }

  test('says what stands in the way before anybody tries, names nobody, and offers only what can be done', async () => {
    await falls();
    const page = await as('visitator').get(alma);
    const alert = page.$('.alert:contains("flytter ikke til"), [class*=alert]:contains("Hun flytter ikke til")').first();
    const next = `Næste dag, afdelingen kan have hende igen til ${text(leaves)}: ${weekdayYearText(addDays(moves, 10), 'da')}.`;
    expect(alert.text()).toContain(next);
    expect(alert.text()).toContain(`Afrejsen kan ikke sættes tilbage til ${text(leaves)} nu.`);
    expect(alert.text()).toContain('er optaget');
    expect(alert.text()).toContain('Ingen anden plads i afdelingen er ledig til hende alle nætterne.');
    expect(page.text).not.toContain('Freja');
    expect(alert.find('form').length).toBe(0);
    expect(page.$('button:contains("Sæt afrejsen tilbage")').length).toBe(0);
    expect(alert.find('a:contains("Find en plads i en anden afdeling")').attr('href')).toContain('/forloeb/alma/plads');

    await sql`delete from stay where id = 'en-anden'`.execute(owner);
    const free = await as('visitator').get(alma);
    expect((await send(as('visitator'), free, 'form:has(button:contains("Sæt afrejsen tilbage"))')).status).toBe(303);
    expect(await departure()).toBe(leaves);
  });

  test('has one button where her own place is free for some of the nights, and it is answered with a yes', async () => {
    const until = addDays(moves, 3);
    await falls(until);
    const page = await as('visitator').get(alma);
    expect(page.$('form button:contains("Lad hende blive")').text()).toBe(`Lad hende blive til ${text(until)} på samme plads`);
    expect((await send(as('visitator'), page, 'form:has(button:contains("Lad hende blive"))')).status).toBe(303);
    expect(await departure()).toBe(until);
  });

  test('because she took her yes back is withdrawn with its reason, and her own page said before what she then has', async () => {
    const next = await livesAndIsHeld({ 'sagt-ja': 'yes' });
    // She lives where she lives; a place that is only held is neither promised nor asked about anew.
    const held = await ownPage(as('kvinden'));
    expect([held.includes('Du er på dit ophold.'), held.includes('Vi holder en plads')]).toEqual([true, false]);
    expect((await as('visitator').post(`${alma}/${next}/bekraeft`, commitment)).status).toBe(303);
    const own = await ownPage(as('kvinden'));
    expect(own).toContain('Du kan ændre mening.');
    expect(own).toContain(`til ${text(leaves)}, hvis din plads dér stadig er ledig.`);
    expect(await departure()).toBe(moves);
    const form = `form[action$="/${next}/fortryd"]`;
    expect((await send(as('visitator'), await as('visitator').get(alma), form, { grund: 'Hun har fortrudt' })).status).toBe(303);
    expect(await departure()).toBe(leaves);
  });

  test('is the step of the one who decides, and warned of on her own page', async () => {
    await falls();
    // Where the law asks for a contract, that comes first.
    expect((await send(as('visitator'), await as('visitator').get('/forloeb/alma/kontrakt'), 'main form', contract)).status).toBe(303);
    const rows = (await as('visitator').get('/arbejde')).$('section:not(:contains("Venter på andre")) tr:contains("Alma")');
    expect(rows.text()).toContain('Afklar hendes afrejse');
    expect((await as('visitator').get('/forloeb/alma')).$('a.button-primary:contains("Afklar hendes afrejse")').length).toBe(1);
    const waits = (await as('jordemoder').get('/forloeb/alma')).$('main');
    expect(waits.find('a.button-primary:contains("Afklar hendes afrejse")').length).toBe(0);
    expect(waits.text()).toContain('Afklar hendes afrejse');
    const own = await ownPage(as('kvinden'));
    expect(own).toContain('Du flytter ikke til');
    expect(own).toContain(`er din til ${text(moves)}; før flytningen blev aftalt, var den din til ${text(leaves)}.`);
    expect(own).not.toContain('nattevagt');
  });

  test('has the unit’s own words for those who may read them, and the word of the list for the others', async () => {
    await falls();
    await sql`insert into care_team_member select 'alma', id, 'Krisecenter', ${today}::date from organisation where id = 'kc-0851'
      on conflict do nothing`.execute(owner);
    for (const [user, reads] of [
      ['visitator', true],
      ['koordinator', false],
      ['krisecenter', false],
      ['jordemoder', false],
    ] as const) {
      const page = await as(user).get(alma);
      expect(page.status).toBe(200);
      expect(page.text).toContain('bemanding');
      expect(page.text.includes('Vi har ingen nattevagt til hende')).toBe(reads);
      expect((await as(user).get('/forloeb/alma')).text.includes('Vi har ingen nattevagt til hende')).toBe(false);
      // What each may do is what each has a button for.
      expect(page.$('form[action$="/ny-afrejse"]').length > 0).toBe(reads);
      expect(page.text.includes('Den i kommunen, der bekræfter pladsen, afgør, hvor hun skal bo derefter.')).toBe(!reads);
      const work = (await as(user).get('/arbejde')).text;
      expect(work).not.toContain('Sæt afrejsen tilbage');
    }
    await sql`delete from care_team_member where pathway = 'alma' and organisation = 'kc-0851'`.execute(owner);
  });
});

test('a remark is put right by the one who may: the way to the decision is for those who decide', async () => {
  await sql`insert into care_team_member select 'alma', id, 'Krisecenter', ${today}::date from organisation where id = 'kc-0851'
    on conflict do nothing`.execute(owner);
  await sql`update pathway_fact set data = data || '{"legalBasis": null}' where pathway = 'alma' and type = 'care-decided'`.execute(owner);
  for (const [user, decides] of [
    ['visitator', true],
    ['koordinator', false],
    ['krisecenter', false],
  ] as const) {
    const remark = (await as(user).get('/forloeb/alma')).$('li:contains("hjemmel")').first();
    expect(remark.length).toBe(1);
    expect(remark.find('a[href$="/afgoerelse"]').length).toBe(decides ? 1 : 0);
  }
  await sql`delete from care_team_member where pathway = 'alma' and organisation = 'kc-0851'`.execute(owner);
});
