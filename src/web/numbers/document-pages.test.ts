import { describe, expect, test } from 'vitest';
import { testWeb } from '../../../test/web.ts';

const web = await testWeb();
const address = '/tal/dokumenter';
const said = { title: 'Notat om gravide', publisher: 'Aarhus Kommune', said: '2020-02-01', address: 'https://eksempel.dk/notat' };
const figure = {
  value: '7',
  kind: 'count',
  quotation: 'syv kvinder blev visiteret til døgn',
  event: 'decided-residential',
  population: 'vulnerable-harmful-use',
  unit: 'woman',
  place: '0751',
  year: '2018',
  period: 'calendar-year',
  ascertainment: 'manual-count',
  completeness: 'Kun én kommune',
};

describe('a published document', () => {
  test('is written in by the agency, and then stands in the dispute, its file, the gap and what releases are tried against', async () => {
    const agency = await web.as('styrelse');
    const made = await agency.post(address, said);
    expect(made.status).toBe(303);
    const page = await agency.get(made.location);
    expect(page.text).toContain('Der er ingen tal endnu.');
    for (const name of ['kind', 'event', 'population', 'unit', 'period', 'ascertainment', 'place'])
      expect(page.$(`select[name="${name}"]`).first().val(), name).toBe('');
    const seen = String(page.$('input[name="set"]').first().val());
    expect((await agency.post(`${made.location}/tal`, { ...figure, set: seen })).status).toBe(303);

    const planner = await web.as('planlaegger');
    const id = `dokument-${made.location.split('/').at(-1)}-1`;
    const dispute = await planner.get(`/tal?tal=${id}`);
    expect(dispute.text).toContain('syv kvinder blev visiteret til døgn');
    expect(dispute.$('select[name="tal"]').val()).toBe(id);
    expect(dispute.text).toContain('7 (2018): ');
    expect((await planner.get(`/tal/definitioner?tal=${id}`)).$('tr.chosen').text()).toContain('Aarhus');
    expect((await planner.get('/tal/afstand')).$(`select[name="lille"] option[value="${id}"]`).length).toBe(1);
    expect((await planner.get('/tal/offentliggjorte.csv')).response.body).toContain(`${id};`);
    const releases = await (await web.as('sekretaer')).get('/udgivelser');
    expect(releases.text).toContain('Aarhus Kommune: Notat om gravide');

    // A correction says why, and what stood before can be read.
    const figures = `${made.location}/tal/1`;
    const opened = await agency.get(`${made.location}?ret=1`);
    expect(opened.$('input[name="value"]').val()).toBe('7');
    const again = {
      ...figure,
      value: '8',
      quotation: 'otte kvinder blev visiteret til døgn',
      set: String(opened.$('input[name="set"]').first().val()),
    };
    const refused = await agency.post(figures, again);
    expect(refused.status).toBe(422);
    expect(refused.$('#because-error').text()).toBe('Feltet skal udfyldes.');
    expect((await agency.post(figures, { ...again, because: 'Slået forkert op' })).status).toBe(303);
    const after = await planner.get(made.location);
    expect(after.text).toContain('Slået forkert op');
    expect(after.text).toContain('7 (Aarhus, 2018)');
    expect(after.$('input[name="value"]').length).toBe(1);
  });

  test('is read by a secretariat, which does not write it', async () => {
    const secretariat = await web.as('sekretaer');
    const list = await secretariat.get(address);
    expect(list.status).toBe(200);
    expect(list.$('main form').length).toBe(0);
    expect((await secretariat.post(address, said)).status).toBe(403);
    expect((await (await web.as('planlaegger')).post(address, said)).status).toBe(303);
  });

  test('is refused in words beside each field, with what was written', async () => {
    const agency = await web.as('styrelse');
    const refused = await agency.post(address, { ...said, title: '', said: '2999-01-01', address: 'javascript:alert(1)' });
    expect(refused.status).toBe(422);
    expect(
      refused
        .$('#fejl li')
        .map((_, one) => refused.$(one).text())
        .toArray(),
    ).toEqual([
      'Titel: Feltet skal udfyldes.',
      'Dokumentets dato: Feltet skal udfyldes.',
      'Hvor det kan læses: Skriv en adresse, der begynder med http:// eller https://, eller hvor dokumentet ligger.',
    ]);
    expect(refused.$('input[name="publisher"]').val()).toBe('Aarhus Kommune');
    const { location } = await agency.post(address, said);
    for (const [field, value] of [
      ['value', '8-7'],
      ['value', '7,5'],
      ['value', ''],
      ['year', '18'],
      ['place', 'Atlantis'],
      ['quotation', ''],
      ['completeness', ''],
      ['completeness', 'om 010190-1234'],
      ['kind', 'hvadsomhelst'],
      ['event', ''],
      ['place', ''],
    ] as const)
      expect((await agency.post(`${location}/tal`, { ...figure, set: '1', [field]: value })).$(`#${field}-error`).length, field).toBe(1);
    expect(
      (await agency.post(`${location}/tal`, { ...figure, set: '1', kind: 'share', value: '7,5 %', quotation: 'ca. 7,5 pct.' })).status,
    ).toBe(303);
    expect((await agency.get(location)).text).toContain('7,5 %');
    expect((await agency.post(`${location}/udgaar`, { set: '1', gone: 'x' })).status).toBe(409);
    // A correction and a document that is taken out are asked about each in its own words.
    expect((await agency.get(location)).$(`form[action="${location}/udgaar"] label`).text()).toBe('Hvorfor udgår det?');
    expect((await agency.post(`${location}/udgaar`, { set: '2', gone: 'skrevet to gange' })).status).toBe(303);
    expect((await agency.get(location)).text).toContain('Dokumentet er udgået');
    expect((await agency.get(`${address}/findes-ikke`)).status).toBe(404);
  });

  test('is saved with a number that its words do not say only when the writer has said so of that number', async () => {
    const agency = await web.as('styrelse');
    const { location } = await agency.post(address, said);
    const other = { ...figure, value: '13', quotation: 'der var 12 kvinder i 2013', set: '1' };
    const warned = await agency.post(`${location}/tal`, other);
    expect(warned.status).toBe(422);
    expect(warned.$('#fejl').text()).toContain('Tallet: Tallet står ikke i dokumentets egne ord.');
    expect(warned.$('input[name="unquoted"]').val()).toBe('13');
    expect((await agency.get(location)).text).toContain('Der er ingen tal endnu.');
    // What was said of one number is not said of another.
    const anew = await agency.post(`${location}/tal`, { ...other, value: '14', unquoted: '13' });
    expect([anew.status, anew.$('input[name="unquoted"]').val()]).toEqual([422, '14']);
    expect((await agency.post(`${location}/tal`, { ...other, unquoted: '13' })).status).toBe(303);
    const page = await (await web.as('planlaegger')).get(location);
    expect(page.text).toContain('Ordene her siger ikke tallet selv.');
    const right = { ...figure, value: '12', quotation: 'der var tolv kvinder', year: '2017', set: '2' };
    expect((await agency.post(`${location}/tal`, right)).status).toBe(303);
  });

  test('has old links that say when its number went out, why, and which says the same today', async () => {
    const agency = await web.as('styrelse');
    const planner = await web.as('planlaegger');
    const { location } = await agency.post(address, { ...said, title: 'Notat med en fejl' });
    const id = `dokument-${location.split('/').at(-1)}`;
    const odense = { ...figure, place: '0461', year: '2019' };
    await agency.post(`${location}/tal`, { ...odense, set: '1' });
    expect((await planner.get(`/tal?tal=${id}-1`)).$('.alert').length).toBe(0);
    const asked = await agency.get(`${location}?ret=1`);
    expect(asked.$('#gone, #because').length).toBe(2);
    const empty = await agency.post(`${location}/tal/1/ud`, { set: '2', gone: ' ' });
    expect(
      empty
        .$('#fejl a')
        .map((_, one) => empty.$(one).attr('href'))
        .toArray(),
    ).toEqual(['#gone']);
    expect((await agency.post(`${location}/tal/1/ud`, { set: '2', gone: 'forkert side' })).status).toBe(303);
    const alone = await planner.get(`/tal?tal=${id}-1`);
    expect(alone.status).toBe(200);
    const told = alone.$('.alert').text();
    for (const part of ['7 (2019): ', 'Odense', 'Det blev taget ud', '«forkert side»', 'Intet andet tal siger det samme', 'Nedenfor vises'])
      expect(told, part).toContain(part);
    expect(alone.$('.alert a').attr('href')).toBe(location);
    // Another figure of the same takes its place.
    await agency.post(`${location}/tal`, { ...odense, value: '8', quotation: 'otte', set: '3' });
    for (const page of ['/tal?tal=', '/tal/definitioner?tal=', '/tal/afstand?stort=', '/tal/afstand?lille=']) {
      const later = await planner.get(`${page}${id}-1`);
      expect(later.$(`.alert a[href="/tal?tal=${id}-2"]`).text(), page).toContain('8 (2019): ');
    }
    expect((await planner.get(`/tal/afstand.csv?lille=${id}-1`)).status).toBe(422);
    for (const server of [web, await web.restarted()]) {
      const reader = await server.as('planlaegger');
      if (server === web) await agency.post(`${location}/udgaar`, { set: '4', gone: 'trukket tilbage' });
      expect((await reader.get(`/tal?tal=${id}-2`)).$('.alert').text()).toContain('Dokumentet udgik');
    }
    expect((await planner.get('/tal?tal=findes-ikke')).$('.alert').text()).toContain('Linket er til et tal, der ikke findes her');
    expect((await planner.get('/tal')).$('.alert').length).toBe(0);
  });
});
