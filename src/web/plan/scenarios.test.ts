import type { CheerioAPI } from 'cheerio';
import { describe, expect, test } from 'vitest';
import { testWeb } from '../../../test/web.ts';
import type { Scenario } from '../../domain/planning/simulation/scenario.ts';

const web = await testWeb();
const address = '/planlaegning/scenarier';

/** Everything that the form on a page would send. */
function filled($: CheerioAPI): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const field of $('form.scenario-form').find('input, select, textarea').toArray()) {
    const name = $(field).attr('name');
    const value = $(field).is('select') ? $(field).find('option[selected]').attr('value') : $(field).val();
    if (name !== undefined) fields[name] = String(value ?? '');
  }
  return fields;
}

describe('a scenario', () => {
  test('is opened from a position, changed, saved with who and when, and read by the agency after a restart', async () => {
    const planner = await web.as('planlaegger');
    const form = await planner.get(`${address}/nyt?fra=kommunerne-2025`);
    const fields = filled(form.$);
    expect(fields).toMatchObject({ titel: 'Pladser ved familieambulatorierne, åbnet efter behov', 'pladser-0': '2', 'behov-0': '6' });
    expect(fields['henvist-kilde']).toBe('antagelse');
    const saved = await planner.post(address, { ...fields, titel: 'Syd prøver', 'behov-1': '9', note: 'Flere pladser' });
    expect(saved.status).toBe(303);
    // The same form sent once more is the same version.
    expect((await planner.post(address, { ...fields, titel: 'Syd prøver', 'behov-1': '9' })).location).toBe(saved.location);

    const agency = await (await web.restarted()).as('styrelse');
    expect((await agency.get(address)).text).toContain('Syd prøver');
    const { text, $ } = await agency.get(saved.location);
    expect(text).toContain('Sofie Brandtoft');
    expect(text).toContain('Flere pladser');
    expect($('a[href$="/ret"]').length).toBe(0);
    const file = JSON.parse((await agency.get(`${saved.location}/fil.json`)).response.body) as Scenario;
    expect(file).toMatchObject({ title: 'Syd prøver', basis: { 'course.afterBirthWeeks': { source: 'assumption', range: [4, 26] } } });
    expect(file.sites[1]?.flexible?.places).toBe(9);
  });

  test('keeps every version, and says so when somebody was faster', async () => {
    const planner = await web.as('planlaegger');
    const first = await planner.post(address, { ...filled((await planner.get(`${address}/nyt?fra=tomt`)).$), titel: 'Eget' });
    const forms = [await planner.get(`${first.location}/ret`), await planner.get(`${first.location}/ret`)].map(({ $ }) => filled($));
    expect((await planner.post(address, { ...forms[0], 'pladser-0': '5' })).status).toBe(303);
    const late = await planner.post(address, { ...forms[1], 'pladser-0': '6' });
    expect(late.status).toBe(422);
    expect(late.text).toContain('En anden har gemt version 2 imens (Sofie Brandtoft)');
    const again = filled(late.$);
    expect(again['pladser-0']).toBe('6');
    expect((await planner.post(address, again)).status).toBe(303);
    const { $ } = await planner.get(first.location);
    expect($('table').last().find('tbody tr').length).toBe(3);
    expect(JSON.parse((await planner.get(`${first.location}/fil.json?version=1`)).response.body)).toMatchObject({ sites: [{ places: 8 }] });
    expect((await planner.get(`${first.location}?version=9`)).status).toBe(404);
  });

  test('comes back from its own file, and a wrong file is refused with line and column', async () => {
    const planner = await web.as('planlaegger');
    const first = await planner.post(address, {
      ...filled((await planner.get(`${address}/nyt?fra=styrelsen-2024`)).$),
      titel: 'Ud og ind',
    });
    const { response } = await planner.get(`${first.location}/fil.json`);
    const uploaded = await planner.upload(`${address}/fil`, 'ud.json', response.body);
    expect(uploaded.status).toBe(303);
    expect((await planner.get(`${uploaded.location}/fil.json`)).response.body).toBe(response.body);
    const wrong = await planner.upload(`${address}/fil`, 'fejl.json', '{\n"yeers": 10,\n"sites": []}');
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('fejl.json:2:1');
    expect(wrong.text).toContain('yeers er ikke et felt, som skemaet kender');
    expect((await planner.upload(`${address}/fil`, 'ny.json', '{')).text).toContain('ny.json:1:2: filen slutter midt i det hele.');
    expect((await planner.upload(`${address}/fil`, '', '')).text).toContain('Vælg en fil.');
  });

  test('whose file has other faults is refused in the language of the page', async () => {
    const planner = await web.as('planlaegger');
    const file = { years: 2.5, patience: 'lang', arrivalsPerYear: 7, stayYears: 1, sites: [{ id: 'a', places: 'to' }] };
    const wrong = await planner.upload(`${address}/fil`, 'fejl.json', JSON.stringify(file));
    expect(wrong.text).toContain('patience skal være "none", "endless", "birth" eller år som et tal eller en fordeling.');
    const places = await planner.upload(`${address}/fil`, 'fejl.json', JSON.stringify({ ...file, patience: 'none' }));
    expect(places.text).toContain('sites[0].places skal være et tal.');
    const plain = { arrivalsPerYear: 7, stayYears: 1, patience: 'none', sites: [], accepts: 1 };
    const range = { ...plain, years: 2, basis: { accepts: { source: 'x', range: [0.5, 2] } } };
    const pulled = await planner.upload(`${address}/fil`, 'fejl.json', JSON.stringify(range));
    expect(pulled.text).toContain('basis.accepts.range kan ikke trækkes så langt, for så gælder: accepts skal være en andel fra 0 til 1.');
    await planner.get('/sprog/en');
    const english = await planner.upload(`${address}/fil`, 'fejl.json', JSON.stringify(range));
    expect(english.text).toContain('basis.accepts.range cannot be pulled so far, for then: accepts is not a share from 0 to 1.');
    expect((await planner.upload(`${address}/fil`, 'ny.json', '{')).text).toContain('ny.json:1:2: the file ends in the middle.');
    const form = await planner.get(`${address}/nyt?fra=tomt`);
    expect(form.$('input[name="henvist-kilde"]').val()).toBe('assumption');
  });

  test.each([
    [{ 'kvinder-fra': '20', 'kvinder-til': '22' }, 'Tallene passer ikke sammen: basis.arrivalsPerYear.range rummer ikke selve værdien, 23'],
    [{ efter: 'længe' }, 'Skriv et tal eller et spænd'],
    [{ titel: '' }, 'Giv scenariet et navn.'],
  ])('is not saved with %j', async (wrong, sentence) => {
    const planner = await web.as('planlaegger');
    const fields = filled((await planner.get(`${address}/nyt?fra=proevehandling`)).$);
    const { status, text } = await planner.post(address, { ...fields, ...wrong });
    expect([status, text.includes(sentence)]).toEqual([422, true]);
  });

  test('is saved by the planner alone', async () => {
    for (const user of ['styrelse', 'sekretaer']) {
      const reader = await web.as(user);
      expect((await reader.get(address)).status).toBe(200);
      expect((await reader.get(`${address}/nyt`)).status).toBe(403);
      expect((await reader.post(address, { titel: 'x' })).status).toBe(403);
      expect((await reader.upload(`${address}/fil`, 'x.json', '{}')).status).toBe(403);
    }
    expect((await (await web.as('jordemoder')).get(address)).status).toBe(403);
  });
});
