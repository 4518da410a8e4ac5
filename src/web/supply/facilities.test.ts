import { describe, expect, test } from 'vitest';
import { testWeb, type Visit } from '../../../test/web.ts';
import { personas } from '../../demo/personas.ts';
import { addDays, danishDay, moment } from '../../domain/time.ts';

const web = await testWeb(() => moment(new Date().toISOString()));
const { owner } = web.database;
const [supervision, leader, decider, agency] = await Promise.all(['tilsyn', 'leder', 'visitator', 'styrelse'].map((user) => web.as(user)));
if (!supervision || !leader || !decider || !agency) throw new Error('the personas are not there');

const today = danishDay(moment(new Date().toISOString()));
const register = '/pladser/tilbud/opret';
const key = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const house = {
  navn: 'Havnehuset (opdigtet)',
  ejer: 'private',
  driftsherre: 'Fonden Havnehuset (opdigtet)',
  kommune: '0851',
  adresse: 'Opdigtet Kaj 1',
  by: 'Aalborg',
  telefon: '00000155',
  leder: 'Tove Lyngsø (opdigtet)',
  noegle: key(1),
};
const unit = {
  navn: 'Kajen',
  fra: today,
  til: '',
  pladser: '3',
  egenskab: ['mother-and-baby', 'shielded', 'accepts-active-use', 'substitution-treatment', 'near-neonatal-ward', 'detention-possible'],
  kvinder: '2',
  yngst: '18',
  aeldst: '',
  kunkvinder: 'ja',
  boern: '1',
  boernealder: '3',
  noegle: key(2),
};
const address = `/pladser/tilbud/${key(1)}`;
const said = (visit: Visit): readonly string[] =>
  visit
    .$('#fejl a')
    .toArray()
    .map((link) => visit.$(link).attr('href') ?? '');

describe('a facility', () => {
  test('is registered by the supervision of its region, once however often it is sent, with the one who leads it', async () => {
    const sent = await Promise.all([supervision.post(register, house), supervision.post(register, house)]);
    expect(sent.map(({ status, location }) => [status, location])).toEqual([
      [303, address],
      [303, address],
    ]);

    const page = await supervision.get(address);
    expect(page.text).toContain('Fonden Havnehuset (opdigtet), privat');
    expect(page.text).toContain('Opdigtet Kaj 1, Aalborg');
    expect(page.text).toMatch(/Leder udpeget.*Tove Lyngsø.*Oprettet/s);
    expect(page.$('a[href="tel:00000155"], a[href="tel:+4500000155"]').length).toBe(1);
    const seen = await decider.get(address);
    expect([seen.status, seen.text.includes('Historik'), seen.$('main a[href$="/ret"]').length]).toEqual([200, false, 0]);
    expect((await decider.get('/pladser/tilbud')).text).toContain('Havnehuset (opdigtet)');
    expect((await decider.get('/pladser')).$('a[href="/pladser/tilbud"]').length).toBe(1);
  });

  test('is told all that is wrong at once and keeps what was typed', async () => {
    const wrong = await supervision.post(register, {
      ...house,
      navn: '',
      ejer: '',
      kommune: '0461',
      telefon: 'ring',
      leder: '',
      noegle: key(9),
    });
    expect(wrong.status).toBe(422);
    expect(said(wrong)).toEqual(['#navn', '#ejer', '#kommune', '#telefon', '#leder']);
    expect(wrong.$('#kommune-error').text()).toContain('en anden region');
    expect([wrong.$('#telefon').val(), wrong.$('#driftsherre').val()]).toEqual(['ring', house.driftsherre]);
    expect((await supervision.post(register, { ...house, noegle: key(8) })).$('#navn-error').text()).toContain('allerede et døgntilbud');
  });

  test('is put right with what stood before in its history, and the party bears its name', async () => {
    const form = await supervision.get(`${address}/ret`);
    expect([form.$('#navn').val(), form.$('#adresse').val(), form.$('#telefon').length]).toEqual([house.navn, house.adresse, 0]);
    const { telefon: _, leder: __, ...facts } = house;
    expect((await supervision.post(`${address}/ret`, { ...facts, navn: '' })).$('#navn-error').length).toBe(1);
    expect((await supervision.post(`${address}/ret`, { ...facts, navn: 'Kajhuset (opdigtet)' })).location).toBe(address);
    const page = await supervision.get(address);
    expect(page.$('h1').text()).toBe('Kajhuset (opdigtet)');
    const [line] = page.$('.history tbody tr').toArray();
    expect(page.$(line).text()).toMatch(/Oplysninger rettet.*Havnehuset \(opdigtet\).*Kajhuset \(opdigtet\)/s);
    const party = await owner
      .selectFrom('organisation')
      .select('name')
      .where('facility', '=', key(1) as never)
      .executeTakeFirstOrThrow();
    expect(party.name).toBe('Kajhuset (opdigtet)');
    expect((await supervision.post(`${address}/ret`, { ...facts, navn: 'Kajhuset (opdigtet)' })).status).toBe(303);
    expect((await supervision.get(address)).$('.history tbody tr').length).toBe(3);
  });

  test('is registered and put right by nobody else, and a facility of another region by no supervision but its own', async () => {
    for (const { id, role } of personas) {
      if (role === 'supervision') continue;
      const who = await web.as(id);
      for (const path of [register, `${address}/ret`]) {
        expect((await who.get(path)).status).toBe(403);
        expect((await who.post(path, { ...house, noegle: key(7) })).status).toBe(403);
      }
      if (role !== 'unit-leader') expect((await who.post(`${address}/afdeling`, unit)).status).toBe(403);
    }
    expect((await supervision.get('/pladser/tilbud/engbuen/ret')).status).toBe(404);
    expect((await supervision.post('/pladser/tilbud/engbuen/ret', house)).status).toBe(404);
    expect((await supervision.get('/pladser/tilbud/findes-ikke')).status).toBe(404);
    const { rows } = await owner.executeQuery(
      owner
        .selectFrom('facility')
        .select('id')
        .where('id', 'in', [key(7), key(8), key(9)] as never)
        .compile(),
    );
    expect(rows).toEqual([]);
  });
});

describe('a unit', () => {
  test('is told all that is wrong at once, is opened once by the facility’s own leader, and leads to its rooms and places', async () => {
    const own = await web.as(`leder-${key(1)}`);
    expect((await own.get('/pladser')).$(`a[href="${address}"]`).length).toBe(1);
    expect((await own.get(address)).$(`a[href="${address}/afdeling"]`).length).toBe(1);
    for (const path of [`${address}/afdeling`, '/pladser/tilbud/findes-ikke/afdeling']) {
      expect((await leader.get(path)).status).toBe(404);
      expect((await leader.post(path, unit)).status).toBe(404);
    }

    const wrong = await own.post(`${address}/afdeling`, {
      ...unit,
      navn: '',
      fra: '31-31',
      pladser: '',
      kvinder: 'to',
      yngst: '40',
      aeldst: '20',
    });
    expect(wrong.status).toBe(422);
    expect(said(wrong)).toEqual(['#navn', '#fra', '#pladser', '#kvinder', '#yngst']);
    expect([wrong.$('#fra').val(), wrong.$('#kvinder').val(), wrong.$('input[value="shielded"]').attr('checked')]).toEqual([
      '31-31',
      'to',
      'checked',
    ]);

    for (const _ of ['first', 'again']) {
      const opened = await own.post(`${address}/afdeling`, unit);
      expect([opened.status, opened.location]).toEqual([303, `/pladser/afdeling/${key(2)}/drift`]);
    }
    const upkeep = await own.get(`/pladser/afdeling/${key(2)}/drift`);
    expect(upkeep.$('.supply-places tbody tr').length).toBe(3);
    expect(upkeep.text).toContain('højst 2 kvinder');
    expect(upkeep.text).toContain('fra 18 år, kun kvinder, højst ét barn med, børn til og med 3 år');
    expect(upkeep.text).toContain('Oprettet i Samløb');
    expect((await own.get(address)).text).toMatch(/Afdeling oprettet.*Kajen/s);
    expect((await own.post(`${address}/afdeling`, { ...unit, noegle: key(3) })).$('#navn-error').text()).toContain('allerede en afdeling');
  });

  test('is found by the municipality after a restart, and a place in it is held', async () => {
    const restarted = await web.restarted();
    const who = await restarted.as('visitator');
    const arrival = addDays(today, 2);
    const found = await who.get(`/forloeb/alma/plads?soeg=ja&ankomst=${arrival}&naetter=30&behov=shielded`);
    const form = found
      .$('.unit-card')
      .filter((_, card) => found.$(card).text().includes('Kajhuset (opdigtet), Kajen'))
      .find('form[action$="/hold"]')
      .first();
    const fields = Object.fromEntries(form.serializeArray().map(({ name, value }) => [name, value]));
    expect(fields['afdeling']).toBe(key(2));
    const held = await who.post('/forloeb/alma/plads/hold', { ...fields, 'sagt-ja': 'yes' });
    expect(held.status).toBe(303);
    const stays = await owner
      .selectFrom('stay')
      .select(['status', 'held_for'])
      .where('unit', '=', key(2) as never)
      .execute();
    expect(stays).toEqual([{ status: 'held', held_for: 'kom-0851' }]);
    const own = await restarted.as(`leder-${key(1)}`);
    expect((await own.get(`/pladser/afdeling/${key(2)}`)).text).toContain('Alma');
  });

  test('gets another name, which is refused when another has it, and the history says both', async () => {
    const own = await web.as(`leder-${key(1)}`);
    await own.post(`${address}/afdeling`, { ...unit, navn: 'Molen', pladser: '0', kvinder: '', noegle: key(4) });
    const path = `/pladser/afdeling/${key(4)}/navn`;
    expect((await own.get(path)).$('#navn').val()).toBe('Molen');
    expect((await leader.get(path)).status).toBe(404);
    expect((await leader.post(path, { navn: 'X' })).status).toBe(404);
    expect((await decider.post(path, { navn: 'X' })).status).toBe(403);
    const taken = await own.post(path, { navn: 'kajen' });
    expect([taken.status, taken.$('#navn').val(), taken.$('#navn-error').length]).toEqual([422, 'kajen', 1]);
    expect((await own.post(path, { navn: 'Molehovedet' })).status).toBe(303);
    expect((await own.get(address)).text).toMatch(/Afdelingens navn rettet.*Molen.*Molehovedet/s);
  });

  test('shielded and larger than the guideline is opened, and the warning says so', async () => {
    const own = await web.as(`leder-${key(1)}`);
    const many = { ...unit, navn: 'Store Kaj', pladser: '9', kvinder: '', noegle: key(5) };
    const asked = await own.post(`${address}/afdeling`, many);
    expect([asked.status, asked.text.includes('9 pladser er skærmede')]).toEqual([409, true]);
    expect((await own.get(`/pladser/afdeling/${key(5)}/drift`)).status).toBe(404);
    expect(asked.$('main form input[name="set-modsat"]').val()).toBe('shielded-and-many');
    const agreed = asked
      .$('main form input[name="set-modsat"]')
      .toArray()
      .map(({ attribs }) => attribs['value'] ?? '');
    // A tenth place was not read.
    expect((await own.post(`${address}/afdeling`, { ...many, pladser: '10', 'set-modsat': agreed })).status).toBe(409);
    expect((await own.post(`${address}/afdeling`, { ...many, 'set-modsat': agreed })).status).toBe(303);
    const { text } = await own.get(`/pladser/afdeling/${key(5)}/drift`);
    expect(text).toContain('9 kvinder kan være samlet på den skærmede afdeling');
    expect(text).toContain('Anbefalingen er, at højst 8 kvinder');
  });

  test('is closed for good after those who are booked were shown; nothing is deleted and she is marked', async () => {
    const own = await web.as(`leder-${key(1)}`);
    const upkeep = `/pladser/afdeling/${key(2)}/drift`;
    expect((await own.post(`${upkeep}/nedlaeg`, { dag: '31-31' })).$('#dag-error').length).toBe(1);
    const looked = await own.post(`${upkeep}/nedlaeg`, { dag: addDays(today, 10), grund: '', noegle: key(6) });
    expect(looked.text).toMatch(/Før det gemmes|Alma/);
    expect(looked.text).toContain('Alma');
    const again = Object.fromEntries(
      looked
        .$('main form')
        .serializeArray()
        .map(({ name, value }) => [name, value]),
    );
    expect((await own.post(`${upkeep}/nedlaeg`, again)).status).toBe(303);
    const { text, $ } = await own.get(upkeep);
    expect(text).toContain('Nedlagt fra');
    expect($('a[href$="/nedlaeg"]').length).toBe(0);
    expect(text).toContain('Ophold, der skal flyttes');
    expect(
      await owner
        .selectFrom('stay')
        .select('status')
        .where('unit', '=', key(2) as never)
        .execute(),
    ).toEqual([{ status: 'held' }]);
    expect((await decider.get('/forloeb/alma/plads')).text).toContain('uden kendt slutdag: Nedlagt for altid.');
  });
});

test('a room that was registered by mistake is taken away, and one with a place stands', async () => {
  const upkeep = '/pladser/afdeling/fjordhuset-strand/drift';
  const room = key(20);
  await leader.post(`${upkeep}/rum`, { navn: 'Fejlrummet', noegle: room });
  expect((await leader.get(upkeep)).$(`a[href$="fjern-rum?rum=${room}"]`).length).toBe(1);
  expect((await leader.get(`${upkeep}/fjern-rum?rum=${room}`)).text).toContain('«Fejlrummet» er uden pladser');
  for (const _ of ['first', 'again']) expect((await leader.post(`${upkeep}/fjern-rum`, { rum: room })).status).toBe(303);
  expect(
    await owner
      .selectFrom('room')
      .select('id')
      .where('id', '=', room as never)
      .execute(),
  ).toEqual([]);
  const after = await leader.get(upkeep);
  expect(after.text).toMatch(/Rum fjernet.*Fejlrummet/s);

  const kept = await owner
    .selectFrom('place')
    .select('room')
    .where('id', '=', 'fjordhuset-strand-1' as never)
    .executeTakeFirstOrThrow();
  const refused = await leader.post(`${upkeep}/fjern-rum`, { rum: kept.room });
  expect([refused.status, refused.text.includes('Der står en plads i rummet')]).toEqual([409, true]);
});

test('a place that is always there has no form to be opened or closed by need, and the page says what can be done instead', async () => {
  const upkeep = '/pladser/afdeling/fjordhuset-strand/drift';
  for (const form of ['aabn', 'luk']) {
    const { status, text, $ } = await leader.get(`${upkeep}/${form}?plads=fjordhuset-strand-1`);
    expect(status).toBe(200);
    expect(text).toContain('er der altid og åbnes og lukkes ikke efter behov');
    expect($('main form').length).toBe(0);
    expect($('main a[href*="/lukning?plads="], main a[href*="/fleksibel?plads="]').length).toBe(2);
    expect((await leader.post(`${upkeep}/${form}`, { plads: 'fjordhuset-strand-1', fra: today, dag: today })).text).toContain(
      'er der altid',
    );
  }
});
