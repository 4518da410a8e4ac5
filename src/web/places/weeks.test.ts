/** The country by week and the map: what stands in the table stands in words too, and what is drawn stands in a table. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { municipalities } from '../../domain/geography/municipalities.ts';
import { addDays, danishDay, moment } from '../../domain/time.ts';
import { testFolder } from '../../../test/folder.ts';
import { testWeb } from '../../../test/web.ts';
import { countryFrom } from '../boundaries.ts';

// The store asks the database's clock, so the demonstration is told from today.
const web = await testWeb(() => moment(new Date().toISOString()));
const today = danishDay(moment(new Date().toISOString()));

describe('the country by week', () => {
  test('shows every unit for half a year, the nearest to the asker’s municipality first, and the same in words', async () => {
    const page = await (await web.as('visitator')).get('/pladser/uger');
    const rows = page.$('.weeks tbody tr');
    expect(rows).toHaveLength(10);
    expect(rows.first().text()).toContain('Fjordhuset');
    expect(rows.first().find('td')).toHaveLength(26);
    expect(page.$('.weeks-summary dt')).toHaveLength(10);
    expect(page.$('.weeks-summary').text()).toMatch(/Ledig /);
  });

  test('counts only places that meet the chosen needs', async () => {
    const visitor = await web.as('styrelse');
    const page = await visitor.get('/pladser/uger?vis=ja&orden=region&behov=step-free&behov=partner');
    const row = page.$('.weeks tbody tr:contains("Fjordhuset (opdigtet), Strand")');
    expect(row.find('td').first().text()).toContain('ingen plads har det');
    expect(page.$('.weeks-summary div:contains("Fjordhuset (opdigtet), Strand") dd').text()).toMatch(/^Ingen plads her har det\./);
    const all = await visitor.get('/pladser/uger?vis=ja&orden=region');
    expect(all.$('.weeks tbody tr:contains("Strand") td a').first().attr('aria-label')).toMatch(/Strand, uge \d+ fra .*: \d\/4 ledige$/);
  });

  test('leads from each cell to the nights of that week in that unit', async () => {
    const visitor = await web.as('visitator');
    const page = await visitor.get('/pladser/uger');
    const href = page.$('.weeks tbody td a').first().attr('href') ?? '';
    const week = await visitor.get(href);
    expect(week.status).toBe(200);
    expect(week.$('#uge thead th')).toHaveLength(8);
    expect(week.$('#uge tbody tr').last().text()).toMatch(/Ledige i alt.*\d af \d/);
    // The number in the cell of the country is the fewest that the week's own nights say, from today on.
    const said = Number(page.$('.weeks tbody td a b').first().text());
    const nights = week.$('#uge tbody tr').last().find('td').toArray();
    const today = week.$('.month td:not(.no-day)').first();
    const days = nights.slice(today.index() - 1).map((cell) => Number.parseInt(week.$(cell).text(), 10));
    expect(Math.min(...days)).toBe(said);
  });

  test('an address of a unit’s week from before leads to its week in the calendar', async () => {
    const visitor = await web.as('visitator');
    const { response } = await visitor.get('/pladser/afdeling/fjordhuset-strand/uge?fra=2027-01-06');
    expect(response.statusCode).toBe(308);
    expect(response.headers.location).toBe('/pladser/afdeling/fjordhuset-strand/kalender?uge=2027-01-06#uge');
    const page = await visitor.get('/pladser/afdeling/fjordhuset-strand/kalender?uge=2027-01-06');
    expect(page.$('#uge-heading').text()).toBe('Uge 1, plads for plads');
    expect(page.$('#uge caption').text()).toContain('4. januar 2027');
  });

  test('and its nights name nobody to anyone but the unit’s own leader, and leave no line about anyone in the trace', async () => {
    const leader = await web.as('leder');
    await leader.get('/pladser');
    const linesAbout = async (): Promise<number> =>
      (await web.database.owner.selectFrom('trace').select('number').where('subject_kind', '=', 'pathway').execute()).length;
    const before = await linesAbout();
    expect(before).toBeGreaterThan(0);

    const other = await web.as('visitator');
    const page = await other.get('/pladser/uger');
    for (const row of page.$('.weeks tbody tr').toArray()) await other.get(page.$(row).find('td a').first().attr('href') ?? '');

    expect(await linesAbout()).toBe(before);
  });

  test.each([
    ['i går', addDays(today, -1), 'Dagen ligger før i dag.'],
    ['ingen dag', '2026-02-30', 'Skriv en dag, der findes.'],
    ['om tre år', addDays(today, 1100), 'Vælg en dag inden for to år.'],
  ])('refuses a first day that is «%s» with a sentence', async (_, from, sentence) => {
    const page = await (await web.as('visitator')).get(`/pladser/uger?vis=ja&fra=${from}`);
    expect(page.status).toBe(422);
    expect(page.text).toContain(sentence);
  });

  test('answers that there is no such unit', async () => {
    expect((await (await web.as('visitator')).get('/pladser/afdeling/findes-ikke/kalender?uge=2026-12-02')).status).toBe(404);
  });
});

describe('the map', () => {
  test('has a tile and a row for each of the 98 municipalities, a dot for each unit that can, and her home', async () => {
    const page = await (await web.as('visitator')).get('/forloeb/alma/plads');
    const able = page.$('.unit-card .tag.done').toArray().length;
    expect(page.$('.reach-map svg[role=img] path.area')).toHaveLength(98);
    expect(page.$('.map-table tbody tr')).toHaveLength(98);
    expect(able).toBeGreaterThan(0);
    expect(page.$('.reach-map svg[role=img] .unit-dot')).toHaveLength(able);
    expect(page.$('.reach-map svg[role=img] .home')).toHaveLength(1);
    expect(page.$('#kort-desc').text()).toMatch(/Hendes kommune er markeret: Aalborg, ca\. .* til /);
  });

  test('is a sentence where no unit can: no country that is hatched from end to end, and no table of 98 dashes', async () => {
    const page = await (
      await web.as('visitator')
    ).get('/forloeb/alma/plads?soeg=ja&behov=partner&behov=other-children&behov=detention-possible&behov=step-free');
    expect(page.$('.unit-card').length).toBeGreaterThan(0);
    expect(page.$('.reach-map p').text()).toContain('Ingen afdeling kan tage imod hende den dag');
    expect(page.$('.reach-map svg, .map-table')).toHaveLength(0);
  });

  test('is not drawn as hers on the page of the country', async () => {
    const page = await (await web.as('styrelse')).get('/pladser');
    expect(page.$('.reach-map')).toHaveLength(1);
    expect(page.$('.reach-map .home')).toHaveLength(0);
    const own = await (await web.as('visitator')).get('/pladser');
    expect(own.text).toContain('Jeres kommune er markeret: Aalborg');
    expect(own.text).not.toContain('Hendes hjem');
  });
});

describe('the operator’s file of boundaries', () => {
  const folder = testFolder();
  const written = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const square = (x: number, y: number): object => ({
    type: 'Polygon',
    coordinates: [
      [
        [x, y],
        [x + 0.1, y],
        [x + 0.1, y + 0.1],
        [x, y],
      ],
    ],
  });

  test('is drawn where there is one, and nothing is drawn from none', () => {
    const features = municipalities.map(({ id, point: [x, y] }) => ({ type: 'Feature', properties: { kode: id }, geometry: square(x, y) }));
    const country = countryFrom(written('kommuner.geojson', JSON.stringify({ type: 'FeatureCollection', features })));
    expect(country?.shapes).toHaveLength(98);
    expect(countryFrom(undefined)).toBeNull();
  });

  test.each([
    ['intet.json', '', 'the file is not JSON'],
    ['andet.json', '{"type":"Feature"}', '“Feature”'],
    [
      'meter.json',
      JSON.stringify({ type: 'FeatureCollection', features: [{ properties: { kode: '0851' }, geometry: square(555000, 6320000) }] }),
      'EPSG:4326',
    ],
    [
      'en.json',
      JSON.stringify({ type: 'FeatureCollection', features: [{ properties: { kode: '0851' }, geometry: square(9.9, 57) }] }),
      'are missing: København, ',
    ],
  ])('is refused with a sentence: %s', (name, text, sentence) => {
    expect(() => countryFrom(written(name, text))).toThrow(sentence);
  });

  test('that is not there is refused too', () => {
    expect(() => countryFrom(join(folder, 'findes-ikke.json'))).toThrow('the file cannot be read');
  });
});
