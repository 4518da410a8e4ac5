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
    for (const form of upkeepForms) {
      const { status, $ } = await leader.get(`${upkeep}/${form}?plads=fjordhuset-strand-1`);
      expect(status).toBe(200);
      expect($('main form').attr('action')).toBe(`${upkeep}/${form}`);
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
      expect(said).toMatch(/Pladsen til Astrid.* er lukket fra/);
      expect($('main a[href="/forloeb/beboer-astrid/plads"]').text()).toContain('Find en anden plads');
    }
    expect((await decider.get('/arbejde')).text).not.toContain('Astrid');
    expect((await leader.get('/arbejde')).text).toMatch(/Pladsen til Astrid.* er lukket fra/);
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

describe('what a leader changes', () => {
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
    expect((await save(`${upkeep}/aabn`, { plads: place, fra: day(0), til: day(30) })).status).toBe(303);

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
    expect((await leader.post(`${upkeep}/aabn`, { plads: 'fjordhuset-strand-1', fra: day(0) })).$('#fra-error').text()).toContain(
      'efter behov',
    );
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

test('the telephone number is kept up by the leader, stands where one rings, and earlier numbers are kept, also after a restart', async () => {
  const address = '/pladser/afdeling/fjordhuset-strand';
  const wrong = await leader.post(`${address}/telefon`, { telefon: 'ring til os' });
  expect([wrong.status, wrong.$('#telefon-error').length, wrong.$('#telefon').val()]).toEqual([422, 1, 'ring til os']);
  expect((await leader.post(`${address}/telefon`, { telefon: '+45 00000177' })).status).toBe(303);
  expect((await leader.post('/pladser/afdeling/lyngborg-lyng/telefon', { telefon: '00000178' })).status).toBe(404);

  const again = await web.restarted();
  const page = await (await again.as('visitator')).get(address);
  expect(page.$('#ring a').attr('href')).toBe('tel:+4500000177');
  expect(page.$('#ring').text()).toBe('Ring: 00 00 01 77');
  const upkeep = await (await again.as('leder')).get(`${address}/drift`);
  expect(upkeep.text).toMatch(/00 00 01 77, skrevet .* af .*00 00 01 \d\d, skrevet .* af Samløb/s);
});
