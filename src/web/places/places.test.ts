import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { factsTold } from '../../../test/pathways.ts';
import { testWeb, type Visit, type Visitor } from '../../../test/web.ts';
import { asId } from '../../domain/id.ts';
import { addDays, danishDay, moment } from '../../domain/time.ts';

const now = () => moment(new Date().toISOString());
const web = await testWeb(now);
const { owner } = web.database;
const [decider, coordinator, leader, elsewhere, planner] = await Promise.all(
  ['visitator', 'koordinator', 'leder', 'kommune-odense', 'planlaegger'].map((user) => web.as(user)),
);
if (!decider || !coordinator || !leader || !elsewhere || !planner) throw new Error('the personas are not there');

const alma = '/forloeb/alma/plads';
const freja = '/forloeb/freja/plads';
const strand = '/pladser/afdeling/fjordhuset-strand';
const madeByTests = sql`select id from stay where request_key not like 'import %'`;

beforeEach(async () => {
  await sql`delete from stay_event where stay in (${madeByTests})`.execute(owner);
  await sql`delete from stay where id in (${madeByTests})`.execute(owner);
});

/** Sends the hold form of the first unit that can take her. */
async function holdFirst(who: Visitor, address = alma): Promise<Visit> {
  return sendFirstForm(who, await who.get(address), 'form[action$="/hold"]', { 'sagt-ja': 'yes' });
}

async function sendFirstForm(who: Visitor, page: Visit, selector: string, differs: Readonly<Record<string, string>> = {}): Promise<Visit> {
  const form = page.$(selector).first();
  const fields: Record<string, string[]> = {};
  for (const { name, value } of form.serializeArray()) fields[name] = [...(fields[name] ?? []), value];
  return who.post(form.attr('action') ?? form.find('[formaction]').first().attr('formaction') ?? '', { ...fields, ...differs });
}

const herYes = { 'svar-plads': 'yes', 'svar-plads-hvordan': 'telephone' } as const;

/** Confirms the place on a page; what she says to it is answered where it is asked, which it is not where she has said yes since it was found. */
async function confirmIn(who: Visitor, page: Visit, differs: Readonly<Record<string, string>> = {}): Promise<Visit> {
  const asks = page.$('form[action$="/bekraeft"] [name="svar-plads"]').length > 0;
  return sendFirstForm(who, page, 'form[action$="/bekraeft"]', { ...(asks ? herYes : {}), ...differs });
}

async function stayMade(): Promise<{ readonly id: string; readonly status: string; readonly place: string } | undefined> {
  return owner
    .selectFrom('stay')
    .innerJoin('stay_part', 'stay_part.stay', 'stay.id')
    .select(['id', 'stay.status', 'stay_part.place'])
    .where('request_key', 'not like', 'import %')
    .executeTakeFirst();
}

describe('the country’s places', () => {
  test('are shown to all with the free ones night by night, and without a name', async () => {
    const { $, text, status } = await planner.get('/pladser');

    expect(status).toBe(200);
    expect($('.nights tbody tr').length).toBe(10);
    const row = $('tbody tr').filter((_, one) => $(one).text().includes('Fjordhuset (opdigtet), Strand'));
    expect(
      row
        .find('td.number')
        .toArray()
        .map((cell) => $(cell).text()),
    ).toEqual([...Array<string>(3).fill('2 af 4'), ...Array<string>(5).fill('1 af 4')]);
    expect(text).not.toMatch(/Astrid|Bodil/);
  });

  test('need no script', async () => {
    expect((await planner.get('/pladser')).$('script').length).toBe(0);
  });

  test('tell who last confirmed the capacity, and where nobody has', async () => {
    const { text } = await planner.get('/pladser');

    expect(text).toContain('bekræftet for');
    expect(text).toContain('aldrig bekræftet');
  });

  test('are there in English', async () => {
    const visitor = await web.as('planlaegger');
    await visitor.get('/sprog/en?til=/pladser');

    expect((await visitor.get('/pladser')).text).toContain('Residential places');
  });
});

describe('a unit that is full unless somebody changes places', () => {
  test('says which reservation would be moved, and one press moves it and holds the place', async () => {
    const days = '?soeg=ja&ankomst=2032-03-01&naetter=20';
    await owner.transaction().execute(async (tx) => {
      await sql`insert into stay (id, pathway, called_name, unit, arrival, departure, status, needs, legal_basis, paid_by, held_by, held_by_name, held_for, held_for_name, request_key)
      select 'i-vejen-' || place.id, 'freja', 'Freja', place.unit, case when first then date '2032-03-01' else date '2032-03-11' end,
             case when first then date '2032-03-11' else date '2032-03-21' end, 'confirmed', '[]', 'SEL-107-2-2', '0851', 'u', 'U', 'o', 'O', 'i-vejen-' || place.id
        from (select place.*, row_number() over (order by id) = 1 as first, row_number() over (order by id) as number from place where unit = ${asId<'unit'>('fjordhuset-strand')}) place where number <= 2`.execute(
        tx,
      );
      await sql`insert into stay_part (stay, unit, status, place, arrival, departure)
      select id, unit, status, substr(id, 9), arrival, departure from stay where id like 'i-vejen-%'`.execute(tx);
    });
    await sql`insert into closure (unit, place, from_day, to_day, reason)
      select unit, id, date '2032-01-01', date '2033-01-01', 'prøve' from (select place.*, row_number() over (order by id) as number from place where unit = ${asId<'unit'>('fjordhuset-strand')}) place where number > 2`.execute(
      owner,
    );
    const page = await decider.get(`${alma}${days}`);
    const card = page.$('.unit-card').filter((_, one) => page.$(one).text().includes('Fjordhuset (opdigtet), Strand'));
    expect(card.text()).toContain('hvis 1 reservation flyttes');
    expect(card.text()).toContain('Den anden kvinde er ikke kommet endnu');
    expect(card.text()).not.toContain('Freja');

    const fields = Object.fromEntries(
      card
        .find('form')
        .serializeArray()
        .map(({ name, value }) => [name, value]),
    );
    const held = await decider.post(`${alma}/hold`, fields);
    expect(held.status).toBe(303);
    const moved = await owner.selectFrom('stay_event').select('stay').where('act', '=', 'change-place').execute();
    expect(moved).toHaveLength(1);
    expect(await factsTold(owner, asId<'pathway'>('freja'))).toContain('place-changed');
    await sql`delete from closure where reason = 'prøve'`.execute(owner);
  });
});

describe('the search for a place', () => {
  test('proposes the needs that follow from her pathway, each with its why', async () => {
    const { $, text } = await decider.get(alma);

    const ticked = $('input[name=behov]:checked')
      .toArray()
      .map((box) => $(box).attr('value'));
    expect(ticked).toEqual(['mother-and-baby', 'shielded', 'accepts-active-use', 'detention-possible', 'near-neonatal-ward']);
    expect(text).toContain('opholdet varer til efter fødslen');
    expect(text).toContain('kontrakt skal tilbydes ved denne hjemmel');
  });

  test('shows the answer before the map, with the form folded under what is asked and last those that can never take her', async () => {
    const { $ } = await decider.get(alma);
    const order = $('.find')
      .children()
      .toArray()
      .map((part) => $(part).attr('aria-labelledby') ?? part.tagName);

    expect(order.slice(0, 2)).toEqual(['form', 'afdelinger']);
    expect($('details.asked > summary').text()).toMatch(/^Der er søgt fra .*\d+ nætter, med .*skærmede rammer/);
    expect($('details.asked').attr('open')).toBeUndefined();
    expect($('details.asked #ankomst').length).toBe(1);
    const never = $('details.never .unit-card');
    expect(never.length).toBeGreaterThan(0);
    expect($('details.never > summary').text()).toContain(`${never.length} afdeling`);
    expect($('section > ol.units .unit-card').text()).not.toContain('har ingen plads, der opfylder');
    const wrong = await decider.get(`${alma}?soeg=ja&ankomst=31-31`);
    expect(wrong.$('details.asked').attr('open')).toBeDefined();
  });

  test('puts the nearest unit that can take her first and gives reasons and the next day for those that cannot', async () => {
    const { $ } = await decider.get(alma);

    const cards = $('.unit-card')
      .toArray()
      .map((card) => $(card).text());
    expect(cards).toHaveLength(10);
    expect(cards[0]).toContain('Fjordhuset (opdigtet), Strand');
    expect(cards[0]).toMatch(/Kan komme \S+dag (den )?\d+\. \S+/);
    expect(cards[0]).toMatch(/ca\. \d+ min\. i bil/);
    const lyng = cards.find((card) => card.includes('Lyngborg')) ?? '';
    expect(lyng).toMatch(/Fuldt fra \d+\. \S+ \d+ til \d+\. \S+ \d+: ingen plads/);
    expect(lyng).toContain('Næste mulige dag');
    expect(cards.find((card) => card.includes('Havgården'))).toContain('Ingen plads i afdelingen har skærmede rammer.');
  });

  test('answers nothing until an emptied day and an emptied length are written', async () => {
    const { status, $ } = await decider.get(`${alma}?soeg=ja&ankomst=&laengde=naetter&naetter=`);
    expect([status, $('.unit-card').length, $('#ankomst').val(), $('#naetter').val()]).toEqual([422, 0, '', '']);
    expect($('#ankomst-error').text()).toBe('Skriv den dag, hun skal komme.');
    expect($('#naetter-error').text()).toContain('Skriv antal nætter');
  });

  test('asks again for a day that does not exist, for a day that has been and for no nights', async () => {
    for (const [query, sentence] of [
      ['ankomst=i+morgen', 'som en dag, der findes'],
      [`ankomst=${addDays(danishDay(now()), -1)}`, 'Ankomsten ligger før i dag'],
      ['naetter=0', 'et helt tal fra 1 til'],
      ['naetter=mange', 'et helt tal fra 1 til'],
    ] as const) {
      const { status, $ } = await decider.get(`${alma}?soeg=ja&${query}`);
      expect(status).toBe(422);
      expect($('[role=alert]').text()).toContain(sentence);
      // Nothing that was worked out from what was not written stands beside it.
      expect($('main').text()).not.toContain('Opholdet varer til');
    }
    expect((await decider.get(alma)).text).toContain('Opholdet varer til');
  });

  test('is for her care team: another municipality finds no such page', async () => {
    expect((await elsewhere.get(alma)).status).toBe(404);
    expect((await elsewhere.post(`${alma}/hold`, { afdeling: 'fjordhuset-strand', plads: 'fjordhuset-strand-4' })).status).toBe(404);
    expect((await planner.get(alma)).status).toBe(403);
  });
});

describe('a hold', () => {
  test('is one press, and the municipality and the unit see the same countdown', async () => {
    const held = await holdFirst(coordinator);
    expect(held.status).toBe(303);

    const hers = await coordinator.get(alma);
    const theirs = await leader.get(strand);
    const until = /Holdes til (\d+\. \S+ \d{4} )?kl\. \d\d\.\d\d/.exec(hers.text)?.[0];
    expect(until).toBeDefined();
    expect(theirs.text).toContain(until);
    expect(theirs.text).toContain('Alma (opdigtet)');
    for (const { $ } of [hers, theirs]) {
      expect($('[data-island=HoldCountdown]').length).toBe(1);
      expect($('script[type=module]').length).toBe(1);
    }
    expect(hers.$('form[action$="/hold"]').length).toBe(0);
  });

  test('is seen by others as a place that is held, without her name', async () => {
    await holdFirst(coordinator);

    const { text } = await elsewhere.get(strand);
    expect(text).toContain('holdes til');
    expect(text).not.toContain('Alma');
  });

  test('of a place that somebody took a moment before is refused with the next possibility', async () => {
    const seen = await coordinator.get(freja);
    await holdFirst(decider);
    const late = await sendFirstForm(coordinator, seen, 'form[action$="/hold"]', {
      ankomst: addDays(danishDay(now()), 5),
      'sagt-ja': 'yes',
    });

    expect(late.status).toBe(409);
    const alert = late.$('[role=alert]');
    expect(alert.text()).toMatch(
      /Plads \d i \S+ .*holdes af en anden til (\d+\. \S+ \d{4} )?kl\. \d\d\.\d\d\..*(er den næste mulige dag \S+ den \d+\. \S+ \d{4}|samme afdeling)/s,
    );
    expect(alert.text()).toMatch(
      /Nærmeste anden afdeling, der kan tage imod hende \S+ den \d+\. \S+ \d{4}: \S+.*i bil|Ingen anden afdeling.*Først et andet sted/s,
    );
    // Each way leads to the search on its day, with the rest as it was asked.
    const ways = alert
      .find('a')
      .toArray()
      .map((one) => late.$(one).attr('href') ?? '');
    expect(ways.length).toBeGreaterThan(0);
    for (const way of ways) expect((await coordinator.get(way)).status).toBe(200);
  });

  test('of such a place says the first day elsewhere, where no other unit can take her on the day', async () => {
    const until = addDays(danishDay(now()), 40);
    await sql`insert into closure (unit, place, from_day, to_day, reason)
      select id, null, date '2026-01-01', ${until}::date, 'sent' from unit where id <> 'fjordhuset-strand'`.execute(owner);
    try {
      const seen = await coordinator.get(freja);
      await holdFirst(decider);
      const sent = { ankomst: addDays(danishDay(now()), 5), 'sagt-ja': 'yes' };
      const alert = (await sendFirstForm(coordinator, seen, 'form[action$="/hold"]', sent)).$('[role=alert]');
      expect(alert.text()).toMatch(/Ingen anden afdeling kan tage imod hende .*Først et andet sted: \S.*, \S+ den \d+\. \S+ \d{4}\./s);
      expect(alert.find(`a[href*="ankomst=${until}"]`).length).toBe(1);
    } finally {
      await sql`delete from closure where reason = 'sent'`.execute(owner);
    }
  });

  test('that is sent twice holds once', async () => {
    const page = await coordinator.get(alma);
    const [first, second] = await Promise.all([1, 2].map(() => sendFirstForm(coordinator, page, 'form[action$="/hold"]')));

    expect([first?.status, second?.status]).toEqual([303, 303]);
    expect((await owner.selectFrom('stay').select('id').where('request_key', 'not like', 'import %').execute()).length).toBe(1);
  });

  test('is extended and released from her page', async () => {
    const arrival = addDays(danishDay(now()), 3);
    await holdFirst(coordinator, `${alma}?soeg=ja&ankomst=${arrival}&naetter=40&behov=shielded`);
    const stay = await stayMade();

    // While she has a place no other is sought for her until it is asked for.
    const { $: hers } = await coordinator.get(alma);
    expect([hers('.units').length, hers('.other-units a').attr('href')]).toEqual([0, `${alma}?andre=ja#andre`]);
    // Other units are sought from her own day with her own needs until something else is asked.
    const { $: others } = await coordinator.get(`${alma}?andre=ja`);
    expect([others('#ankomst').val(), others('#naetter').val()]).toEqual([arrival, '40']);
    expect(
      others('input[name=behov]:checked')
        .toArray()
        .map((box) => others(box).attr('value')),
    ).toEqual(['shielded']);
    for (const more of ['?andre=ja', `?soeg=ja&ankomst=${arrival}&naetter=3`])
      expect((await coordinator.get(`${alma}${more}`)).$('.other-units').attr('open')).toBeDefined();

    const timelineOf = async (): Promise<string> => (await coordinator.get('/forloeb/alma')).$('.timeline').text();
    const holds = (timeline: string): number => timeline.split('Plads holdt: ').length;
    const before = await timelineOf();
    expect((await coordinator.post(`${alma}/${stay?.id}/forlaeng`)).status).toBe(303);
    // More time is not a second place.
    expect(await timelineOf()).toMatch(/Holdet på pladsen er forlænget til kl\. \d\d\.\d\d: Fjordhuset/);
    expect(holds(await timelineOf())).toBe(holds(before));
    const released = await coordinator.post(`${alma}/${stay?.id}/slip`);
    expect(released.status).toBe(303);
    expect((await stayMade())?.status).toBe('released');

    const { $ } = await coordinator.get(released.location);
    expect([$('#ankomst').val(), $('#naetter').val()]).toEqual([arrival, '40']);
    expect($('input[name=behov]:checked').length).toBe(1);
    expect($('form[action$="/hold"]').length).toBeGreaterThan(0);
  });

  test('that has run out cannot be confirmed, and the page says so', async () => {
    await holdFirst(decider);
    const stay = await stayMade();
    await sql`update stay set held_until = clock_timestamp() where id = ${stay?.id}`.execute(owner);

    const late = await decider.post(`${alma}/${stay?.id}/bekraeft`, { hjemmel: 'SEL-107-2-2', betaler: '0851' });
    expect(late.status).toBe(409);
    expect(late.text).toContain('Reservationen er løbet ud');
  });
});

describe('the unit leader', () => {
  test('sees on top of the places who is coming, when and how far she is, and nobody else does', async () => {
    await holdFirst(coordinator);

    const { text, $ } = await leader.get('/pladser');
    expect(text).toContain('På vej til jer');
    const row = $('tr:contains("Alma")').text();
    expect(row).toMatch(/Plads \d, Fjordhuset \(opdigtet\), Strand.*uge \d+\+\d · termin/s);
    expect(row).toContain('Holdes til');
    for (const other of [elsewhere, planner]) expect((await other.get('/pladser')).text).not.toMatch(/På vej til jer|Alma/);
  });

  test('sees what she must know to receive a woman whose pathway she cannot open yet, and whom to call', async () => {
    await holdFirst(coordinator);

    const card = (await leader.get(strand)).$('article:contains("Alma")');
    expect(card.text()).toMatch(/uge \d+\+\d · termin/);
    expect(card.text()).toContain('opholdet varer til efter fødslen');
    expect(card.text()).toContain('skal tilbydes hende, før opholdet begynder');
    expect(card.find('a[href="/forloeb/alma"]').length).toBe(0);
    expect((await leader.get('/forloeb/alma')).status).toBe(404);
  });

  test('who reads about a woman on the unit’s page is seen by the woman as one who has read it', async () => {
    await holdFirst(decider, '/forloeb/maja/plads');
    const woman = await web.as('kvinden');
    expect((await woman.get('/mit-forloeb')).text).not.toContain('Lone Bækgaard');

    const stay = await owner.selectFrom('stay').select('unit').where('pathway', '=', asId<'pathway'>('maja')).executeTakeFirstOrThrow();
    const page = await leader.get(`/pladser/afdeling/${stay.unit}`);
    expect(page.text).toContain('Maja');
    const { $ } = await woman.get('/mit-forloeb');
    expect($('tr:contains("Lone Bækgaard")').text()).toContain('Leder af en døgnafdeling');
  });

  test('comes from a step in her work list to the card of the stay', async () => {
    const { location } = await leader.get('/forloeb/beboer-astrid/plads');

    expect(location).toMatch(/^\/pladser\/afdeling\/fjordhuset-strand#ophold-/);
  });
});

describe('from the hold to the admission', () => {
  test('the municipality confirms with the basis of the decision and who pays, the unit admits her, and her pathway tells it', async () => {
    await holdFirst(decider);
    const page = await decider.get(alma);
    expect(page.$('select[name=hjemmel]').val()).toBe('SEL-107-2-2');
    expect(page.$('select[name=betaler]').val()).toBe('0851');
    const missing = await sendFirstForm(decider, page, 'form[action$="/bekraeft"]', { hjemmel: '', betaler: '' });
    expect(missing.status).toBe(409);
    // What she says is asked too: all that is missing is named together.
    expect(missing.$('[role=alert] li').length).toBe(3);
    const onlyBasis = await confirmIn(decider, page, { hjemmel: '', betaler: '' });
    expect([onlyBasis.status, onlyBasis.$('[role=alert] li').length]).toEqual([409, 2]);
    expect(missing.$('#hjemmel').attr('aria-invalid')).toBe('true');

    expect(page.text).toContain('spørges ventelisten straks for den næste');
    expect((await confirmIn(decider, page)).status).toBe(303);
    const confirmed = await decider.get(alma);
    expect(confirmed.text).toContain('Kontrakt om tilbageholdelse med forudgående samtykke skal tilbydes');
    expect(confirmed.text).toContain('serviceloven § 107, stk. 2, nr. 2');

    const stay = await stayMade();
    expect((await leader.post(`/pladser/ophold/${stay?.id}/indskriv`, { dag: 'i dag' })).status).toBe(422);
    const asked = await leader.post(`/pladser/ophold/${stay?.id}/indskriv`, { dag: danishDay(now()) });
    expect(asked.status).toBe(409);
    expect(asked.text).toContain('Kontrakt om tilbageholdelse med forudgående samtykke er ikke tilbudt hende');
    expect(asked.text).not.toContain('Hun var ventet');
    expect((await stayMade())?.status).toBe('confirmed');
    expect((await sendFirstForm(leader, asked, 'form[action$="/indskriv"]')).status).toBe(303);
    expect((await stayMade())?.status).toBe('admitted');
    const told = await leader.get(strand);
    expect(told.$('.alert.attention').text()).toContain('Hun er indskrevet, men bemærk: Kontrakt');
    expect(told.$(`a[href="/forloeb/alma"]`).length).toBe(1);
    expect((await factsTold(owner, asId<'pathway'>('alma'))).slice(-5)).toEqual([
      'place-held',
      'place-answered',
      'place-confirmed',
      'party-joined',
      'admitted',
    ]);
    const again = await leader.post(`/pladser/ophold/${stay?.id}/indskriv`, { dag: danishDay(now()) });
    expect(again.$('[role=alert]').text()).toContain('allerede indskrevet');

    expect((await leader.post(`/pladser/ophold/${stay?.id}/udskriv`, { dag: danishDay(now()), hvortil: '' })).text).toContain(
      'Vælg, hvortil hun rejser',
    );
    expect((await leader.post(`/pladser/ophold/${stay?.id}/udskriv`, { dag: danishDay(now()), hvortil: 'own-home' })).status).toBe(303);
    expect((await stayMade())?.status).toBe('discharged');
  });

  test('a confirmation that differs from the decision is asked about, with a tick, before it is saved', async () => {
    await holdFirst(decider);
    const page = await decider.get(alma);
    expect(page.$('select[name=hjemmel] option').text()).toContain('sundhedsloven § 141 (alkoholbehandling)');
    const asked = await confirmIn(decider, page, { hjemmel: 'SUL-141', betaler: '0461' });
    expect(asked.status).toBe(409);
    expect(asked.text).toContain('Hjemlen er en anden end afgørelsens.');
    expect(asked.text).toContain('Betaleren er en anden kommune');
    expect([asked.$('select[name=hjemmel]').val(), asked.$('select[name=betaler]').val()]).toEqual(['SUL-141', '0461']);

    const unticked = await sendFirstForm(decider, asked, 'form[action$="/bekraeft"]');
    expect(unticked.$('[role=alert]').text()).toContain('Sæt kryds ved, at det er kontrolleret');
    expect((await stayMade())?.status).toBe('held');

    expect((await sendFirstForm(decider, unticked, 'form[action$="/bekraeft"]', { kontrolleret: 'ja' })).status).toBe(303);
    expect((await stayMade())?.status).toBe('confirmed');
    expect((await decider.get(alma)).$('.alert.attention').first().text()).toContain('Hjemlen er en anden end afgørelsens.');
  });

  test('an arrival on another day than agreed, and before the municipality has confirmed, is asked about with the agreed day', async () => {
    const agreed = addDays(danishDay(now()), 2);
    await holdFirst(coordinator, `${alma}?soeg=ja&ankomst=${agreed}&naetter=40&behov=shielded&behov=near-neonatal-ward`);
    const page = await leader.get(strand);
    const own = `form[action$="${(await stayMade())?.id}/indskriv"]`;
    // Today is not the day she was expected, so nothing is chosen by itself.
    expect(page.$(`${own} input[name=dag]:checked`).length).toBe(0);
    expect((await sendFirstForm(leader, page, own)).status).toBe(422);

    const asked = await sendFirstForm(leader, page, own, { dag: danishDay(now()) });
    expect(asked.status).toBe(409);
    expect(asked.text).toContain('Hun var ventet');
    expect(asked.text).toContain('Kommunen har ikke bekræftet opholdet');
    expect((await stayMade())?.status).toBe('held');

    // Another day on the second page is another question: what was not asked about is not answered.
    const stay = await stayMade();
    const partly = await leader.post(`/pladser/ophold/${stay?.id}/indskriv`, { dag: danishDay(now()), svaret: 'came-earlier' });
    expect(partly.status).toBe(409);
    expect(partly.text).not.toContain('Hun var ventet');
  });

  test('an arrival on no day or a future one is asked for again without advice to move her; a departure before she comes is refused', async () => {
    const agreed = addDays(danishDay(now()), 4);
    await holdFirst(decider, `${alma}?soeg=ja&ankomst=${agreed}&naetter=40&behov=shielded&behov=near-neonatal-ward`);
    const stay = (await stayMade())?.id;
    expect((await leader.get(strand)).text).toContain('ledig til ');
    for (const [dag, sentence] of [
      ['', 'Vælg den dag, hun kom.'],
      [addDays(danishDay(now()), 2), 'Dagen ligger efter i dag'],
    ] as const) {
      const again = await leader.post(`/pladser/ophold/${stay}/indskriv`, { dag });
      expect(again.$('#dag-error').text()).toContain(sentence);
      expect(again.text).not.toContain('Muligt i stedet');
    }
    expect((await confirmIn(decider, await decider.get(alma))).status).toBe(303);
    const early = await decider.post(`${alma}/${stay}/ny-afrejse`, { rejser: addDays(danishDay(now()), 1), hvorfor: 'Hun vil hjem' });
    expect(early.$('#rejser-error').text()).toContain('Hun kan ikke rejse, før hun er kommet');
    expect(early.$('#hvorfor').val()).toBe('Hun vil hjem');
    const work = await leader.get('/arbejde');
    expect(work.text).toMatch(/Denne uge: [1-9]/);
    expect(work.$(`a[href$="#ophold-${stay}"]`).text()).toMatch(/^Alma \(opdigtet\) ventes /);
  });

  test('a place held before her yes says so at her place, and is confirmed all the same', async () => {
    const sent = { 'sagt-ja': 'not-yet', 'sagt-ja-grund': 'thinks-it-over' };
    await sendFirstForm(decider, await decider.get(freja), 'form[action$="/hold"]', { ...sent, forbi: 'acute-danger' });
    const page = await decider.get(freja);
    expect(page.$('.alert.attention').text()).toContain('Hun har ikke sagt ja til opholdet (');
    // All that is asked is seen at once, and sent at once.
    const all = {
      hjemmel: 'SEL-107-2-2',
      betaler: '0851',
      kontrolleret: 'ja',
      'svar-plads': 'not-yet',
      'svar-plads-hvorfor': 'thinks-it-over',
      betingelse: 'Kun hvis min søster kan komme',
    };
    expect((await sendFirstForm(decider, page, 'form[action$="/bekraeft"]', all)).status).toBe(303);
    expect((await stayMade())?.status).toBe('confirmed');
    expect((await leader.get(strand)).text).toContain('Hun har ikke svaret på pladsen endnu.');
    // A condition belongs to her yes: where she has not answered, the unit reads none.
    expect((await leader.get('/pladser')).text).not.toContain('min søster');
    expect((await leader.get(strand)).text).not.toContain('min søster');
    expect((await decider.get('/forloeb/freja')).$('.strip').text()).toMatch(/Mangler:.*hendes ja.*tilbud om kontrakt/s);
  });

  test('the unit can say no with a reason, and a coordinator cannot confirm', async () => {
    await holdFirst(coordinator);
    const stay = await stayMade();

    expect((await coordinator.post(`${alma}/${stay?.id}/bekraeft`, {})).status).toBe(403);
    const silent = await leader.post(`/pladser/ophold/${stay?.id}/afvis`, { grund: '', uddyb: 'Ingen nattevagt' });
    expect([silent.status, silent.$('#grund-error').text(), silent.$('#uddyb').val()]).toEqual([422, 'Vælg en grund.', 'Ingen nattevagt']);
    expect((await leader.post(`/pladser/ophold/${stay?.id}/afvis`, { grund: 'staffing', uddyb: 'Ingen nattevagt' })).status).toBe(303);
    expect((await stayMade())?.status).toBe('refused');
    for (const page of [await leader.get(strand), await decider.get(alma)]) expect(page.text).toContain('bemanding: Ingen nattevagt');
    const hers = (await coordinator.get(alma)).text;
    expect([hers.includes('bemanding'), hers.includes('Ingen nattevagt')]).toEqual([true, false]);
    expect((await decider.get('/arbejde')).text).toMatch(/sagde nej .*kl\. \d+\.\d+: bemanding/);
  });

  test('a confirmation is withdrawn by the municipality', async () => {
    await holdFirst(decider);
    await confirmIn(decider, await decider.get(alma));
    const stay = await stayMade();

    const unsaid = await decider.post(`${alma}/${stay?.id}/fortryd`, { grund: ' ' });
    expect(unsaid.status).toBe(409);
    expect(unsaid.$('[role=alert]').text()).toContain('Skriv, hvorfor bekræftelsen trækkes tilbage');
    expect((await stayMade())?.status).toBe('confirmed');

    expect((await decider.post(`${alma}/${stay?.id}/fortryd`, { grund: 'Hun vil hellere til Odense' })).status).toBe(303);
    expect((await stayMade())?.status).toBe('withdrawn');
    expect((await decider.get(alma)).text).toContain('Hun vil hellere til Odense');
  });
});

describe('a unit’s page', () => {
  test('shows its leader the women, and lets her confirm the capacity with one press', async () => {
    await owner
      .updateTable('unit')
      .set({ confirmed_by: null, confirmed_at: null })
      .where('id', '=', asId<'unit'>('fjordhuset-strand'))
      .execute();
    const before = await leader.get(strand);
    expect(before.text).toContain('Astrid');
    expect(before.text).toContain('aldrig bekræftet');

    expect((await leader.post(`${strand}/bekraeft-kapacitet`)).status).toBe(303);
    expect((await leader.get(strand)).text).toContain('af Lone Bækgaard');
  });

  test('of another facility cannot be confirmed or changed by her, and shows no one', async () => {
    const other = '/pladser/afdeling/lyngborg-lyng';

    expect((await leader.get(other)).text).not.toContain('Edel');
    expect((await leader.post(`${other}/bekraeft-kapacitet`)).status).toBe(409);
    expect((await leader.post('/pladser/ophold/ophold-edel/udskriv', { dag: danishDay(now()), hvortil: 'hjem' })).status).toBe(404);
  });

  test('that does not exist is not found', async () => {
    expect((await leader.get('/pladser/afdeling/findes-ikke')).status).toBe(404);
  });

  test('shows the place of a woman who should have left as taken tonight', async () => {
    const { $ } = await elsewhere.get('/pladser/afdeling/havgaarden-have');

    expect($('tbody tr').first().text()).toContain('optaget til');
  });
});

test('a unit’s page is one reading, and the telephone number is read in it', async () => {
  const lines = async (): Promise<number> => (await owner.selectFrom('trace').select('permission').execute()).length;
  const before = await lines();
  const page = await planner.get(strand);
  expect([page.status, page.$('#ring').text().includes('Ring')]).toEqual([200, true]);
  expect(await lines()).toBe(before + 1);
});
