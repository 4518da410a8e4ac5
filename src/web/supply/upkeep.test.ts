import { sql } from 'kysely';
import { afterEach, describe, expect, test } from 'vitest';
import { testWeb, type Visit, type Visitor } from '../../../test/web.ts';
import { addDays, danishDay, moment } from '../../domain/time.ts';
import { upkeepForms } from './addresses.ts';

const web = await testWeb(() => moment(new Date().toISOString()));
const { owner } = web.database;
const [leader, decider, agency] = await Promise.all(['leder', 'visitator', 'styrelse'].map((user) => web.as(user)));
if (!leader || !decider || !agency) throw new Error('the personas are not there');

const strand = '/pladser/afdeling/fjordhuset-strand';
const upkeep = `${strand}/drift`;
const today = danishDay(moment(new Date().toISOString()));
const day = (offset: number): string => addDays(today, offset);
const closing = {
  hvad: '',
  fra: day(5),
  til: day(12),
  aarsag: 'staffing',
  grund: 'ingen nattevagt',
  noegle: '00000000-0000-4000-8000-000000000001',
};

/** Sends a form, and again with what was shown before it is saved. */
async function save(
  path: string,
  fields: Readonly<Record<string, string | readonly string[]>>,
  who: Visitor = leader as Visitor,
): Promise<Visit> {
  const first = await who.post(path, fields);
  if (first.status !== 200) return first;
  const again: Record<string, string[]> = {};
  for (const { name, value } of first.$('main form').serializeArray()) again[name] = [...(again[name] ?? []), value];
  return who.post(path, again);
}

afterEach(async () => {
  await sql`delete from closure where reason = 'ingen nattevagt'`.execute(owner);
});

describe('the upkeep of a unit', () => {
  test('shows what stands, to its own leader alone', async () => {
    const { status, text } = await leader.get(upkeep);
    expect(status).toBe(200);
    for (const heading of ['Lukninger', 'Åbningsperioder', 'Normering', 'Optagelsesregler', 'Rum og pladser', 'Historik'])
      expect(text).toContain(heading);

    expect((await leader.get('/pladser/afdeling/lyngborg-lyng/drift')).status).toBe(404);
    expect((await leader.post('/pladser/afdeling/lyngborg-lyng/drift/lukning', closing)).status).toBe(404);
    for (const who of [decider, agency]) expect((await who.get(upkeep)).status).toBe(403);
    expect((await leader.get(strand)).$(`a[href="${upkeep}"]`).length).toBe(1);
    expect((await decider.get(strand)).$(`a[href="${upkeep}"]`).length).toBe(0);
  });

  test('has a form for each kind of change, in both languages, each with its own errors', async () => {
    const { room } = await owner
      .selectFrom('place')
      .select('room')
      .where('id', '=', 'fjordhuset-strand-1' as never)
      .executeTakeFirstOrThrow();
    for (const form of ['egenskaber', 'pladsnavn', 'fleksibel', 'aabn', 'luk', 'rumnavn'])
      expect((await leader.get(`${upkeep}/${form}?plads=lyngborg-lyng-1&rum=ukendt`)).status).toBe(404);
    for (const form of upkeepForms) {
      const { status, $ } = await leader.get(`${upkeep}/${form}?plads=fjordhuset-strand-1&rum=${room}`);
      expect(status).toBe(200);
      // A place that is always there is not opened and closed by need.
      expect($('main form').attr('action')).toBe(form === 'aabn' || form === 'luk' ? undefined : `${upkeep}/${form}`);
    }
    expect((await leader.get(`${upkeep}/findes-ikke`)).status).toBe(404);
    expect((await leader.post(`${upkeep}/findes-ikke`)).status).toBe(404);
  });
});

describe('a closure', () => {
  test('is shown with the stays that fall in it, by name and municipality, before it is saved', async () => {
    const { status, text } = await leader.post(`${upkeep}/lukning`, closing);

    expect(status).toBe(200);
    expect(text).toContain('Før det gemmes');
    expect(text).toContain('Astrid');
    expect(text).toContain('Intet slettes eller flyttes af sig selv');
    expect((await leader.get(upkeep)).text).not.toContain('ingen nattevagt');
  });

  test('stands after it was saved, marks the stays in the unit, and is lifted again', async () => {
    const { status, location } = await save(`${upkeep}/lukning`, closing);
    expect([status, location]).toEqual([303, upkeep]);

    const after = await leader.get(upkeep);
    expect(after.text).toContain('Hele afdelingen');
    expect(after.text).toContain('Ophold, der skal flyttes');
    expect((await leader.get(strand)).text).toContain('Hun skal have en anden plads');
    expect(
      (
        await owner
          .selectFrom('stay')
          .select('status')
          .where('unit', '=', 'fjordhuset-strand' as never)
          .execute()
      ).length,
    ).toBeGreaterThan(0);

    const lift = after.$('a[href*="/ophaev"]').first().attr('href') ?? '';
    const lukning = new URL(lift, 'http://x').searchParams.get('lukning') ?? '';
    expect((await save(`${upkeep}/ophaev`, { lukning, dag: today })).status).toBe(303);
    expect((await leader.get(strand)).text).not.toContain('Hun skal have en anden plads');
    expect((await leader.get(upkeep)).text).toContain('Lukning ophævet');
  });

  test('is seen as a mark by the municipality on the page about her place, and by nobody who does not take part', async () => {
    await save(`${upkeep}/lukning`, { ...closing, noegle: '00000000-0000-4000-8000-000000000002' });
    await sql`insert into app_user (id, name, role, organisation, persona)
      values ('hjorring', 'Visitator i Hjørring (opdigtet)', 'care-decider', 'kom-0860', 99)
      on conflict do nothing`.execute(owner);
    const hers = await web.as('hjorring');

    const { text } = await hers.get('/forloeb/beboer-astrid/plads');

    expect(text).toContain('Hun skal have en anden plads, eller afdelingen skal ændre sin plan');
    expect(text).toContain('ingen nattevagt');
    expect((await decider.get(strand)).text).not.toContain('Astrid');
    for (const page of ['/arbejde', '/forloeb/beboer-astrid']) {
      const { text: said, $ } = await hers.get(page);
      expect(said).toMatch(/Pladsen til Astrid.* er lukket \d+\..*\d{4} \(/);
      expect($('main a[href="/forloeb/beboer-astrid/plads"]').text()).toContain('Find en anden plads');
    }
    expect((await decider.get('/arbejde')).text).not.toContain('Astrid');
    expect((await leader.get('/arbejde')).text).toMatch(/Pladsen til Astrid.* er lukket \d+\..*\d{4} \(/);
  });

  test('that is wrong gets a sentence beside each field, and nothing is saved', async () => {
    const { status, $ } = await leader.post(`${upkeep}/lukning`, { hvad: 'andens', fra: '31-31', til: '', aarsag: 'vejret', grund: '' });

    expect(status).toBe(422);
    expect($('#fra-error').text()).toBe('Skriv en dag, der findes.');
    expect($('#aarsag-error').text()).toBe('Vælg en årsag.');
    expect($('#grund-error').text()).toBe('Skriv, hvorfor der lukkes.');
    // Only «other» must be said in words.
    const plain = await leader.post(`${upkeep}/lukning`, { ...closing, aarsag: 'maintenance', grund: '' });
    expect([plain.status, plain.text.includes('Ombygning eller vedligehold')]).toEqual([200, true]);
    const kept = { ...closing, aarsag: 'damage', grund: '', noegle: '00000000-0000-4000-8000-000000000003' };
    expect((await save(`${upkeep}/lukning`, kept)).status).toBe(303);
    const closed = (await leader.get(upkeep)).$('.upkeep').text();
    expect(closed).toContain('skade på bygningen');
    expect(closed).not.toContain('(Skade på bygningen)');
    await sql`delete from closure where cause = 'damage'`.execute(owner);
    const unsaid = await leader.post(`${upkeep}/lukning`, { ...closing, aarsag: 'other', grund: '' });
    expect(unsaid.$('#grund-error').text()).toBe('Skriv, hvorfor der lukkes.');
    const other = await leader.post(`${upkeep}/lukning`, { ...closing, hvad: 'lyngborg-lyng-1', til: day(4), noegle: '' });
    expect(other.$('#til-error').text()).toContain('Slutdagen');
    expect(other.$('#hvad-error').text()).toContain('Vælg en plads');
    expect((await leader.get(upkeep)).$('.upkeep').text()).toContain('Ingen lukninger i dag eller senere.');
  });
});

describe('what a change does to those who live there or are expected', () => {
  const first = 'fjordhuset-strand-1';
  const properties = async (): Promise<readonly string[]> =>
    (
      await owner
        .selectFrom('place_property')
        .select('property')
        .where('place', '=', first as never)
        .execute()
    ).map(({ property }) => property);

  test('is shown before a property is taken from her place: who, which nights, which need, and where else she could be', async () => {
    await sql`update stay set needs = '[{"property": "shielded", "why": "chosen"}]' where id = 'ophold-astrid'`.execute(owner);
    const had = await properties();
    expect(had).toContain('shielded');
    const without = { plads: first, egenskab: had.filter((property) => property !== 'shielded') };
    const looked = await leader.post(`${upkeep}/egenskaber`, without);

    expect(looked.status).toBe(200);
    expect(looked.$('main .alert li').text()).toMatch(
      /Astrid.*Plads 1.*Pladsen har ikke det, hun har brug for \(skærmede rammer\), fra .* til .*\. (Ledig hele hendes tid|Ingen anden plads i afdelingen)/,
    );
    expect(await properties()).toEqual(had);
    // What was written goes back by POST, so that no address holds it.
    expect(looked.$('main').html()).not.toContain('noegle=');
    const change = looked.$('main form button[name="igen"]');
    expect(change.text()).toBe('Ret det, jeg skrev');
    expect(change.closest('form').attr('method')).toBe('post');
    const again = await leader.post(change.closest('form').attr('action') ?? '', {
      ...Object.fromEntries(
        change
          .closest('form')
          .serializeArray()
          .map(({ name, value }) => [name, value]),
      ),
      igen: change.attr('value') ?? '',
    });
    expect(again.status).toBe(200);
    expect(again.$('main form input[name="set"]').length).toBe(0);
    expect(await properties()).toEqual(had);
    expect(again.$('input[name="egenskab"][value="shielded"]').attr('checked')).toBeUndefined();

    expect((await save(`${upkeep}/egenskaber`, without)).status).toBe(303);
    const restarted = await web.restarted();
    const hers = await restarted.as('leder');
    expect((await hers.get(strand)).$('#ophold-ophold-astrid').parent().text()).toContain('brug for (skærmede rammer)');
    expect((await hers.get('/arbejde')).text).toMatch(/Pladsen til Astrid.* har ikke det, hun har brug for \(skærmede rammer\), fra/);
    const municipality = await restarted.as('hjorring');
    for (const page of ['/arbejde', '/forloeb/beboer-astrid', '/forloeb/beboer-astrid/plads'])
      expect((await municipality.get(page)).text).toContain('brug for (skærmede rammer)');

    // Given back, nobody is in trouble: that needs no look.
    expect((await leader.post(`${upkeep}/egenskaber`, { plads: first, egenskab: had })).status).toBe(303);
    expect((await leader.get('/arbejde')).text).not.toContain('brug for (skærmede rammer)');
    await sql`update stay set needs = '[]' where id = 'ophold-astrid'`.execute(owner);
  });

  test('of staffing names who is booked on the nights, and stands on the unit’s page and in the leader’s work until it is right again', async () => {
    const fewer = { 'fra-1': day(0), 'til-1': '', 'kvinder-1': '1' };
    const looked = await leader.post(`${upkeep}/normering`, fewer);
    expect(looked.$('main .alert').text()).toMatch(/Det er: .*Astrid \(opdigtet\) \(Plads 1\)/);
    expect((await save(`${upkeep}/normering`, fewer)).status).toBe(303);
    for (const page of [strand, upkeep, '/arbejde']) expect((await leader.get(page)).text).toContain('Flere ophold end normeringen');
    expect((await decider.get(strand)).text).not.toContain('Flere ophold end normeringen');
    expect((await save(`${upkeep}/normering`, {})).status).toBe(303);
    for (const page of [strand, upkeep, '/arbejde']) expect((await leader.get(page)).text).not.toContain('Flere ophold end normeringen');
  });

  test('of a rule that becomes narrower asks about those whose stay does not tell, and is saved', async () => {
    const looked = await leader.post(`${upkeep}/optagelse`, { yngst: '25' });
    expect(looked.text).toContain('Spørg kommunen, før I regner med, at de kan komme');
    expect(looked.$('main .alert li').text()).toMatch(/Camilla.*Er hun under afdelingens aldersgrænse\?/);
    expect(looked.text).not.toContain('Bodil');
    expect((await save(`${upkeep}/optagelse`, { yngst: '25' })).status).toBe(303);
    expect((await leader.post(`${upkeep}/optagelse`, { yngst: '' })).status).toBe(303);
  });

  test('of the room of a place says who come to share one', async () => {
    const rooms = await owner
      .selectFrom('place')
      .select(['id', 'room', 'name'])
      .where('unit', '=', 'fjordhuset-strand' as never)
      .orderBy('id')
      .execute();
    const [one, other] = rooms;
    const together = { plads: first, navn: one?.name ?? '', rum: other?.room ?? '' };
    const looked = await leader.post(`${upkeep}/pladsnavn`, together);
    expect(looked.text).toMatch(/De kommer til at dele rum.*Astrid.*Bodil/s);
    expect((await save(`${upkeep}/pladsnavn`, together)).status).toBe(303);
    expect((await leader.get(upkeep)).text).toContain('Pladsens navn eller rum rettet');
    expect((await save(`${upkeep}/pladsnavn`, { ...together, navn: 'Plads A', rum: one?.room ?? '' })).status).toBe(303);
    expect((await leader.get(upkeep)).$('.supply-places').text()).toContain('Plads A');
    expect((await save(`${upkeep}/pladsnavn`, { ...together, rum: one?.room ?? '' })).status).toBe(303);
  });
});

describe('what a leader changes', () => {
  test('is told all that is wrong at once, in the order of the fields, each by its name, and keeps what was typed', async () => {
    const typed = { hvad: 'lyngborg-lyng-1', fra: '31-31', til: day(-4), aarsag: '', grund: '' };
    const closed = await leader.post(`${upkeep}/lukning`, typed);
    const said = (visit: Visit): readonly string[] =>
      visit
        .$('#fejl a')
        .toArray()
        .map((link) => `${visit.$(link).attr('href')} ${visit.$(link).text()}`);
    expect(said(closed)).toEqual([
      '#hvad Hvad lukkes: Vælg en plads i afdelingen.',
      '#fra Fra og med: Skriv en dag, der findes.',
      '#til Åben igen: Dagen ligger før i dag, eller perioden er allerede slut.',
      '#aarsag Årsag: Vælg en årsag.',
      '#grund Uddyb: Skriv, hvorfor der lukkes.',
    ]);
    expect([closed.$('#fra').val(), closed.$('#til').val()]).toEqual(['31-31', day(-4)]);
    const forGood = await leader.post(`${upkeep}/lukning`, { ...closing, aarsag: 'discontinued' });
    expect(said(forGood)).toEqual([
      '#til Åben igen: Det, der er nedlagt for altid, åbner ikke igen. Lad dagen stå tom, eller vælg en anden årsag.',
    ]);
    const rows = await leader.post(`${upkeep}/normering`, { 'fra-1': day(0), 'kvinder-1': '3', 'fra-2': day(9), 'kvinder-2': '99' });
    expect(said(rows)).toEqual(['#kvinder-2 Periode 2, højst så mange kvinder: Skriv et helt tal fra 0 til 60.']);
    const open = await leader.post(`${upkeep}/aabning`, { 'fra-1': day(0), 'fra-2': day(9), 'til-2': day(3) });
    expect(said(open).map((line) => line.split(' ')[0])).toEqual(['#til-2']);
    expect((await leader.post(`${upkeep}/aabning`, { 'fra-1': day(0), 'fra-3': day(9) })).$('#fra-3-error').text()).toContain('overlapper');
    const rules = await leader.post(`${upkeep}/optagelse`, { yngst: 'ung', aeldst: '99', boern: '40', boernealder: '88' });
    expect(rules.$('#fejl li').length).toBe(4);
  });

  test('of a closure is its days, cause and words, and the name of a room is another', async () => {
    const key = '00000000-0000-4000-8000-0000000000cc';
    await save(`${upkeep}/lukning`, { ...closing, hvad: 'fjordhuset-strand-4', noegle: key });
    const form = await leader.get((await leader.get(upkeep)).$('a:contains("Ret lukningen")').attr('href') ?? '');
    expect([form.$('#til').val(), form.$('#aarsag').val(), form.$('#grund').val()]).toEqual([day(12), 'staffing', 'ingen nattevagt']);
    const other = { lukning: key, fra: day(6), til: day(20), aarsag: 'maintenance', grund: 'ingen nattevagt' };
    expect((await save(`${upkeep}/ret-lukning`, other)).status).toBe(303);
    const rows = await owner
      .selectFrom('closure')
      .select(['place', 'from_day', 'to_day', 'cause'])
      .where('id', '=', key as never)
      .execute();
    expect(rows).toEqual([{ place: 'fjordhuset-strand-4', from_day: day(6), to_day: day(20), cause: 'maintenance' }]);

    const room = (await leader.get(upkeep)).$('a[href*="/rumnavn"]').first().attr('href') ?? '';
    const id = new URL(room, 'http://x').searchParams.get('rum') ?? '';
    const was = String((await leader.get(room)).$('#navn').val());
    expect((await save(`${upkeep}/rumnavn`, { rum: id, navn: 'Havestuen' })).status).toBe(303);
    expect((await leader.get(upkeep)).$('.supply-places').text()).toContain('Havestuen');
    expect((await save(`${upkeep}/rumnavn`, { rum: id, navn: was })).status).toBe(303);
  });

  test('of rooms, places, properties, staffing and admission stands on the page and in the history', async () => {
    const room = '00000000-0000-4000-8000-00000000000a';
    const place = '00000000-0000-4000-8000-00000000000b';
    expect((await save(`${upkeep}/rum`, { navn: 'Gavlværelset', noegle: room })).status).toBe(303);
    expect(
      (await save(`${upkeep}/plads`, { rum: room, navn: 'Gavlpladsen', egenskab: ['partner', 'shielded'], noegle: place })).status,
    ).toBe(303);
    expect((await save(`${upkeep}/egenskaber`, { plads: place, egenskab: ['partner'] })).status).toBe(303);
    expect((await save(`${upkeep}/normering`, { 'fra-1': day(0), 'til-1': '', 'kvinder-1': '9' })).status).toBe(303);
    expect((await save(`${upkeep}/optagelse`, { yngst: '18', aeldst: '', boern: '1', boernealder: '6', kunkvinder: 'ja' })).status).toBe(
      303,
    );
    expect((await save(`${upkeep}/fleksibel`, { plads: place, form: 'behov', dage: '7', tomme: '21' })).status).toBe(303);
    // Shut until it is opened, which takes seven days; what can be done about it is what is offered.
    const offers = async (): Promise<string> => (await leader.get(upkeep)).$('.actions a[aria-label$=" pladsen: Gavlpladsen"]').text();
    expect(await offers()).toBe('Åbn pladsen');
    expect((await leader.get(`${upkeep}/aabn?plads=${place}`)).$('#fra').attr('value')).toBe(day(7));
    expect((await save(`${upkeep}/aabn`, { plads: place, fra: day(0), til: day(30) })).status).toBe(303);
    expect(await offers()).toBe('Luk pladsen');

    const { text } = await leader.get(upkeep);
    for (const said of [
      'Gavlværelset',
      'Gavlpladsen',
      'højst 9 kvinder',
      'fra 18 år, kun kvinder, højst ét barn med, børn til og med 6 år',
      'åbnes på 7 dage',
      'Egenskaber rettet',
      'Fleksibel plads åbnet',
      'Lone Bækgaard',
    ])
      expect(text).toContain(said);
    expect((await leader.get('/pladser')).text).toContain('3 af 5');

    await save(`${upkeep}/fleksibel`, { plads: place, form: 'altid' });
    const places = (await leader.get(upkeep)).$('table').first().text();
    expect(places).toContain('Gavlpladsen');
    expect(places).not.toContain('åbnes på 7 dage');
  });

  test('is refused field by field where it cannot be', async () => {
    const normering = await leader.post(`${upkeep}/normering`, { 'fra-1': day(3), 'til-1': day(1), 'kvinder-1': 'mange', 'til-2': day(9) });
    expect(normering.status).toBe(422);
    expect(normering.$('#til-1-error').text()).toContain('Slutdagen');
    expect(normering.$('#kvinder-1-error').text()).toContain('helt tal');
    expect(normering.$('#fra-2-error').text()).toContain('en dag, der findes');
    expect((await leader.post(`${upkeep}/optagelse`, { yngst: '40', aeldst: '20' })).$('#yngst-error').text()).toContain('hele tal');
    expect((await leader.post(`${upkeep}/fleksibel`, { plads: 'fjordhuset-strand-1', form: 'behov' })).$('#dage-error').length).toBe(1);
    const always = await leader.post(`${upkeep}/aabn`, { plads: 'fjordhuset-strand-1', fra: day(0) });
    expect([always.status, always.text.includes('åbnes og lukkes ikke efter behov')]).toEqual([422, true]);
  });

  test('of staffing says only that more stays are agreed than it allows, and not that nobody is there', async () => {
    const looked = await leader.post(`${upkeep}/normering`, { 'fra-1': day(0), 'til-1': '', 'kvinder-1': '1' });
    expect(looked.status).toBe(200);
    expect(looked.text).toContain('og normeringen er 1.');
    expect(looked.text).not.toContain('Ingen ophold eller reservationer');
  });

  test('says of a name that is taken whether a room or a place has it', async () => {
    const [first] = await owner
      .selectFrom('place')
      .innerJoin('room', 'room.id', 'place.room')
      .where('place.unit', '=', 'fjordhuset-strand' as never)
      .select(['place.name', 'room.name as roomName', 'room.id as room'])
      .execute();
    const room = await leader.post(`${upkeep}/rum`, { navn: first?.roomName ?? '', noegle: '' });
    expect(room.$('#navn-error').text()).toBe('Afdelingen har allerede et rum med det navn.');
    const place = await leader.post(`${upkeep}/plads`, { rum: first?.room ?? '', navn: first?.name ?? '', noegle: '' });
    expect(place.$('#navn-error').text()).toBe('Afdelingen har allerede en plads med det navn.');
  });

  test('confirms nothing, and the receipt says where the free places are confirmed', async () => {
    await save(`${upkeep}/rum`, { navn: 'Kvistværelset', noegle: '00000000-0000-4000-8000-0000000000ab' });
    const { text } = await leader.get(upkeep);
    expect(text).toContain('Ændringen er gemt. At de ledige pladser passer, bekræfter I på afdelingens side.');
    expect(text).not.toContain('dermed bekræftet');
  });

  test('that is so already says so', async () => {
    const { status } = await leader.post(`${upkeep}/aabning`, { 'fra-1': '2024-01-01', 'til-1': '' });
    expect(status).toBe(303);
    expect((await leader.get(upkeep)).text).not.toContain('Åbningsperioder rettet');
  });
});

test('more than eight shielded places is a warning with its source, and stops nothing', async () => {
  for (let number = 1; number <= 6; number += 1) {
    const id = `00000000-0000-4000-8000-0000000001${number}0`;
    await save(`${upkeep}/rum`, { navn: `Nyt ${number}`, noegle: id });
    await save(`${upkeep}/plads`, { rum: id, navn: `Ny ${number}`, egenskab: 'shielded', noegle: id.replace('01', '02') });
  }
  const { text } = await leader.get(upkeep);
  expect(text).toContain('Anbefalingen er, at højst 8 kvinder');
  expect(text).toContain('Borgestadklinikken');
});
