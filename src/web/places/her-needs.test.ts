/** What she needs is written once: searches and the waiting list begin from it, also after a restart; and a search that repeats another says so. */
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { testWeb, type Visit, type Visitor } from '../../../test/web.ts';
import { addDays, danishDay, moment } from '../../domain/time.ts';

// The store asks the database's clock, so the demonstration is told from today.
const web = await testWeb(() => moment(new Date().toISOString()));
const { owner } = web.database;
const today = danishDay(moment(new Date().toISOString()));
const alma = '/forloeb/alma/plads';

const ticked = (page: Visit): readonly string[] =>
  page
    .$('input[name=behov]:checked')
    .toArray()
    .map((box) => page.$(box).attr('value') ?? '');

async function sendFirstForm(who: Visitor, page: Visit, selector: string, more: Readonly<Record<string, string>> = {}): Promise<Visit> {
  const form = page.$(selector).first();
  const fields: Record<string, string[]> = {};
  for (const { name, value } of form.serializeArray()) fields[name] = [...(fields[name] ?? []), value];
  return who.post(form.attr('action') ?? '', { ...fields, ...more });
}

describe('her needs', () => {
  test('are proposed from her pathway until they are written, and a search with others says how it differs', async () => {
    const team = await web.as('koordinator');
    const opened = await team.get(alma);
    expect(opened.$('.her-needs').text()).toContain('Hendes behov er ikke skrevet endnu.');
    const kept = await sendFirstForm(
      team,
      await team.get(`${alma}?soeg=ja&ankomst=${today}&naetter=30&behov=partner&behov=step-free`),
      'form[action$="/behov"]',
    );
    expect(kept.status).toBe(303);
    expect(kept.location).toContain('behov=partner');

    const decider = await (await web.restarted()).as('visitator');
    const fresh = await decider.get(alma);
    expect(ticked(fresh)).toEqual(['partner', 'step-free']);
    expect(fresh.$('.her-needs').text()).toMatch(/Hun har brug for rum til en partner og trinfri adgang\..*Skrevet af Kirsten Vangsø/s);
    expect(fresh.$('.her-needs').text()).toContain('Forløbet tyder nu på, at hun også har brug for ');
    expect(fresh.$('.her-needs form').length).toBe(0);

    const other = await decider.get(`${alma}?soeg=ja&ankomst=${today}&naetter=30&behov=partner&behov=shielded`);
    expect(other.$('.her-needs').text()).toMatch(
      /Denne søgning beder også om skærmede rammer\.\s+Denne søgning beder ikke om trinfri adgang\./,
    );
    expect(ticked(await decider.get(other.$('.her-needs a').attr('href') ?? ''))).toEqual(['partner', 'step-free']);
  });

  test('are those of the waiting list: it begins from them, and each change is of both', async () => {
    const decider = await web.as('visitator');
    const list = await decider.get('/forloeb/alma/venteliste');
    expect(ticked(list)).toEqual(['partner', 'step-free']);
    const asked = await decider.post('/forloeb/alma/venteliste', {
      soeg: 'ja',
      laengde: 'naetter',
      ankomst: addDays(today, 3),
      naetter: '30',
      'svar-liste': 'not-asked',
      behov: ['near-neonatal-ward', 'shielded', 'partner', 'step-free', 'other-children'],
      noegle: '00000000-0000-4000-8000-00000000aaaa',
    });
    expect(asked.status).toBe(303);
    // The search begins from what the list was asked.
    expect(ticked(await decider.get(alma))).toHaveLength(5);

    const search = await decider.get(
      `${alma}?soeg=ja&ankomst=${today}&naetter=30&behov=near-neonatal-ward&behov=shielded&behov=partner&behov=step-free`,
    );
    expect((await sendFirstForm(decider, search, 'form[action$="/behov"]')).status).toBe(303);
    const request = await owner
      .selectFrom('placement_request')
      .select(['needs', 'wish'])
      .where('status', 'in', ['waiting', 'offered'])
      .where('called_name', 'like', 'Alma%')
      .executeTakeFirstOrThrow();
    expect(request.needs.map(({ property }) => property).toSorted()).toEqual(['near-neonatal-ward', 'partner', 'shielded', 'step-free']);
    expect(request.wish).toBe(2);
    expect(ticked(await decider.get('/forloeb/alma/venteliste')).toSorted()).toEqual([
      'near-neonatal-ward',
      'partner',
      'shielded',
      'step-free',
    ]);
    expect((await owner.selectFrom('her_needs').select('number').execute()).length).toBe(3);
  });

  test('changed while she waits: the receipt says what, that she keeps her time, and her number; and it stands in her history', async () => {
    const decider = await web.as('visitator');
    const waits = await decider.get(alma);
    // The search says that she waits and what it does to that, and no longer that she can be put on the list.
    expect(waits.$('main').text()).toMatch(/Hun venter på en plads.*, siden .*En søgning ændrer ikke hendes plads på ventelisten/s);
    expect(waits.$('main').text()).not.toContain('kan hun komme på venteliste');
    expect(waits.$('main a[href="/forloeb/alma/venteliste"]').length).toBeGreaterThan(0);

    const search = await decider.get(
      `${alma}?soeg=ja&ankomst=${today}&naetter=30&behov=near-neonatal-ward&behov=shielded&behov=step-free&partner=&boern=2,5&alder=24`,
    );
    expect(search.$('.her-needs').text()).toMatch(/Denne søgning regner med, at der kommer: .*børn på 2 og 5 år; skrevet er: hun alene\./);
    const kept = await sendFirstForm(decider, search, 'form[action$="/behov"]');
    const receipt = (await decider.get(kept.location)).$('#kvittering').text();
    expect(receipt).toMatch(/Behov: .*en neonatalafdeling tæt på.* → .*skærmede rammer/);
    expect(receipt).toMatch(/Hvem kommer: .*hun alene → .*børn på 2 og 5 år/);
    expect(receipt).toMatch(/Hendes ventetid er den samme: siden /);
    expect(receipt).toMatch(/Hun (er stadig|er nu) nr\. \d+ af \d+|Ingen afdeling kan spørges/);

    // All that was typed stands in her wish, in the next search and in her history.
    const list = await decider.get('/forloeb/alma/venteliste');
    expect(list.$('#boern').val()).toBe('2, 5');
    const change = /Ønsket rettet: Behov: .* → .*Hvem kommer: .*hun alene → .*børn på 2 og 5 år/s;
    expect(list.$('main').text()).toMatch(change);
    expect((await decider.get('/forloeb/alma')).$('.timeline').text()).toMatch(/Ønsket rettet\s*Behov: .* → .*børn på 2 og 5 år/s);
    const again = await decider.get(alma);
    expect([again.$('#boern').val(), again.$('.her-needs form').length]).toEqual(['2, 5', 0]);
  });

  test('changed with the wish: the receipt says what was changed there too, and the same sent once more changes nothing', async () => {
    const decider = await web.as('visitator');
    const list = await decider.get('/forloeb/alma/venteliste');
    const sent = await sendFirstForm(decider, list, 'form[action$="/venteliste/ret"]', { naetter: '44', boern: '' });
    const receipt = (await decider.get(sent.location)).$('#kvittering').text();
    expect(receipt).toMatch(/Antal nætter: 30 → 44/);
    expect(receipt).toMatch(/Hvem kommer: .*børn på 2 og 5 år → .*hun alene/);
    const unchanged = await sendFirstForm(decider, await decider.get('/forloeb/alma/venteliste'), 'form[action$="/venteliste/ret"]');
    expect((await decider.get(unchanged.location)).$('#kvittering').text()).toContain('intet er ændret for hende');
  });

  test('that differ from what the list matches by are said beside it, and the form of the wish stays with the list', async () => {
    await sql`insert into her_needs (pathway, needs, recorded, by_user, by_name, capacity, organisation, organisation_name)
      select pathway, '[{"property": "partner", "why": "own-choice"}]', clock_timestamp(), by_user, by_name, capacity, organisation, organisation_name
        from her_needs order by number desc limit 1`.execute(owner);
    const list = await (await web.as('visitator')).get('/forloeb/alma/venteliste');
    expect(list.$('main').text()).toContain(
      'Siden er det skrevet, at hun har brug for rum til en partner. Venter hun igen, følger ventelisten det.',
    );
    expect(ticked(list)).toHaveLength(4);
  });

  test('are written by her team alone', async () => {
    const outsider = await web.as('kommune-odense');
    expect((await outsider.post(`${alma}/behov`, { soeg: 'ja', ankomst: today, naetter: '3', behov: 'partner' })).status).toBe(404);
    for (const user of ['leder', 'planlaegger', 'kvinden'])
      expect((await (await web.as(user)).post(`${alma}/behov`, { soeg: 'ja', ankomst: today, naetter: '3' })).status).toBe(403);
  });
});

describe('after a place', () => {
  const freja = '/forloeb/freja/plads';
  const arrival = addDays(today, 70);

  test('was let go, the search that found it is asked again, says so, and offers to begin afresh', async () => {
    const decider = await web.as('visitator');
    const search = await decider.get(`${freja}?soeg=ja&ankomst=${arrival}&naetter=41&behov=shielded`);
    const held = await sendFirstForm(decider, search, 'form[action$="/hold"]', { 'sagt-ja': 'yes' });
    expect(held.status).toBe(303);
    const { id } = await owner
      .selectFrom('stay')
      .select('id')
      .where('status', '=', 'held')
      .where('arrival', '=', arrival)
      .executeTakeFirstOrThrow();
    const released = await decider.post(`${freja}/${id}/slip`);
    const again = await decider.get(released.location);
    expect([again.$('#ankomst').val(), again.$('#naetter').val(), ticked(again)]).toEqual([arrival, '41', ['shielded']]);
    expect(again.$('main').text()).toMatch(/Der er søgt som dengang pladsen i .* blev holdt: fra .*, 41 nætter, med skærmede rammer\./);
    const afresh = await decider.get(again.$('a:contains("Begynd forfra")').attr('href') ?? '');
    expect(afresh.$('#ankomst').val()).toBe(today);
    expect(afresh.$('main').text()).not.toContain('Der er søgt som dengang');
  });

  test('ran out, the page says so, begins afresh, and leads to the search that found it', async () => {
    const decider = await web.as('visitator');
    const search = await decider.get(`${freja}?soeg=ja&ankomst=${arrival}&naetter=42`);
    expect((await sendFirstForm(decider, search, 'form[action$="/hold"]', { 'sagt-ja': 'yes' })).status).toBe(303);
    await sql`update stay set held_until = clock_timestamp() where status = 'held' and arrival = ${arrival}::date`.execute(owner);
    const later = await decider.get(freja);
    expect(later.$('#ankomst').val()).toBe(today);
    expect(later.$('main').text()).toMatch(/blev ikke bekræftet i tide og holdes ikke længere\./);
    const again = await decider.get(later.$('a:contains("Søg som dengang")').attr('href') ?? '');
    expect([again.$('#ankomst').val(), again.$('#naetter').val()]).toEqual([arrival, '42']);
    expect(again.$('main').text()).toContain('42 nætter, uden særlige behov.');
  });
});
