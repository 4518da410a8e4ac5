import type { CheerioAPI } from 'cheerio';
import { describe, expect, test } from 'vitest';
import { testWeb } from '../../../test/web.ts';
import { siteName } from './site-name.ts';
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

function siteOf(fields: Record<string, string>): string {
  return siteName(fields['sted-0'] ?? '');
}

describe('a scenario', () => {
  test('is opened from a position, changed, saved with who and when, and shared, and read by a secretariat after a restart', async () => {
    const planner = await web.as('planlaegger');
    const form = await planner.get(`${address}/nyt?fra=kommunerne-2025`);
    const fields = filled(form.$);
    expect(fields).toMatchObject({ titel: 'Pladser ved familieambulatorierne, åbnet efter behov', 'pladser-0': '2', 'behov-0': '6' });
    expect(fields['henvist-kilde']).toBe('antagelse');
    const saved = await planner.post(address, { ...fields, titel: 'Syd prøver', 'behov-1': '9', note: 'Flere pladser' });
    expect(saved.status).toBe(303);
    // The same form sent once more is the same version.
    expect((await planner.post(address, { ...fields, titel: 'Syd prøver', 'behov-1': '9' })).location).toBe(saved.location);

    // Nobody else sees it until its owner shares it.
    expect((await (await web.as('sekretaer')).get(saved.location)).status).toBe(404);
    expect((await planner.get(saved.location)).text).toContain('Kun din organisation ser scenariet');
    // Who will see it stands before the click.
    const before = (await planner.get(saved.location)).text;
    expect(before).toContain('«Del»: alle planlæggere, sekretariater og styrelsen ser scenariet');
    expect(before).toContain('«Offentliggør»: også alle, der kan læse opgørelser');
    expect((await planner.post(`${saved.location}/syn`, { syn: 'share' })).status).toBe(303);

    const agency = await (await web.restarted()).as('sekretaer');
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
    // It is nobody's field that is wrong: the message says what the other changed, and what was typed stands.
    const message = late.$('form.scenario-form > .alert.error');
    expect(message.text()).toContain('Scenariet er ikke gemt: Sofie Brandtoft har gemt version 2 imens');
    expect(message.find('li').text()).toBe(`${siteOf(forms[0] ?? {})}: Faste pladser: 8 → 5`);
    expect(message.find(`a[href="${first.location}?version=2"]`).length).toBe(1);
    expect(message.find(`a[href="${first.location}/ret"]`).length).toBe(1);
    expect(late.$('.form-error-message').length).toBe(0);
    const again = filled(late.$);
    expect(again['pladser-0']).toBe('6');
    expect((await planner.post(address, again)).status).toBe(303);
    const { $, text } = await planner.get(first.location);
    expect(text).toContain('Hvidovre: Faste pladser: 5 → 6'.replace('Hvidovre', siteOf(forms[0] ?? {})));
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

  test('is refused at its row and field for places without a site and for more than all, in the words of the form', async () => {
    const planner = await web.as('planlaegger');
    const open = filled((await planner.get(`${address}/nyt?fra=styrelsen-2024`)).$);
    const wrong = await planner.post(address, { ...open, titel: 'Forkert', 'sted-0': '', 'pladser-0': '7', 'tager-imod': '130' });
    expect(wrong.status).toBe(422);
    expect(wrong.$('#sted-0-error').text()).toBe('Vælg et sted til pladserne, eller slet tallene i rækken.');
    expect(wrong.$('#pladser-0').val()).toBe('7');
    expect(wrong.text).toContain('Skriv et tal mellem 0 og 100 %.');
    const range = await planner.post(address, { ...open, titel: 'Forkert', 'kvinder-fra': '-1', 'kvinder-til': '30' });
    expect([range.status, /accepts|arrivalsPerYear/.test(range.text)]).toEqual([422, false]);
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
    [
      { 'kvinder-fra': '20', 'kvinder-til': '22' },
      'kvinder-fra',
      'Kvinder om året, når scenariet regnes uden et skøn, fra: Passer ikke med de andre tal: rummer ikke selve værdien, 23.',
    ],
    [{ efter: 'længe' }, 'efter', 'Uger på stedet efter fødslen: Skriv et tal eller et spænd'],
    [{ titel: '' }, 'titel', 'Navn: Giv scenariet et navn.'],
    [{ 'pladser-0': 'mange' }, 'pladser-0', 'Sted 1: Faste pladser: Skriv et tal.'],
    [{ 'skoen-1-fra': 'få' }, 'skoen-1-fra', 'Behovet, række 2: Fra (kvinder om året): Skriv et tal.'],
    [{ 'skoen-1-til': '1.000' }, 'skoen-1-til', 'Behovet, række 2: Til: Skriv et tal. Tusinder skrives uden tegn: 150000.'],
    [{ 'henvist-til': 'sent' }, 'henvist-til', 'Graviditetsuge ved henvisning, til: Skriv et tal.'],
    [{ 'pladser-0': '-1' }, 'pladser-0', 'Sted 1: Faste pladser: Passer ikke med de andre tal'],
    [{ 'skoen-0-fra': '9', 'skoen-0-til': '4' }, 'skoen-0-til', 'Behovet, række 1: Til: «Til» skal være mindst lige så meget som «fra».'],
  ])('is not saved with %j, and the summary names %s and leads to it', async (wrong, field, sentence) => {
    const planner = await web.as('planlaegger');
    const fields = filled((await planner.get(`${address}/nyt?fra=proevehandling`)).$);
    const { status, $ } = await planner.post(address, { ...fields, ...wrong, note: 'Skrevet lige før' });
    expect(status).toBe(422);
    const link = $(`#fejl a[href="#${field}"]`);
    expect(link.text()).toContain(sentence);
    expect($(`#${field}`).attr('aria-invalid')).toBe('true');
    expect($(`#${field}-error`).length).toBe(1);
    // What was written stands there still, right and wrong.
    expect(filled($)).toMatchObject({ ...wrong, note: 'Skrevet lige før' });
  });

  test('that is wrong in many places names them in the order of the page', async () => {
    const planner = await web.as('planlaegger');
    const fields = filled((await planner.get(`${address}/nyt?fra=proevehandling`)).$);
    const wrong = { titel: '', 'skoen-1-fra': 'få', 'pladser-0': 'mange', 'henvist-til': 'sent', afstand: 'langt' };
    const { $ } = await planner.post(address, { ...fields, ...wrong });
    const named = $('#fejl a')
      .map((_, link) => link.attribs['href'])
      .get();
    expect(named).toEqual(Object.keys(wrong).map((name) => `#${name}`));
    const placed = $('main form [aria-invalid]')
      .map((_, field) => `#${field.attribs['id'] ?? ''}`)
      .get();
    expect(placed).toEqual(named);
  });

  test('is shared with its versions, what changed between two of them, and an earlier one restored as a new', async () => {
    const planner = await web.as('planlaegger');
    const { location } = await planner.post(address, {
      ...filled((await planner.get(`${address}/nyt?fra=proevehandling`)).$),
      titel: 'Odense',
    });
    const second = filled((await planner.get(`${location}/ret`)).$);
    await planner.post(address, {
      ...second,
      'pladser-0': '12',
      'sted-1': '0751',
      'pladser-1': '4',
      'behov-1': '',
      efter: '10',
      note: 'To steder',
    });
    await planner.post(`${location}/syn`, { syn: 'share' });
    const agency = await (await web.restarted()).as('sekretaer');
    const { $, text } = await agency.get(`${location}?mod=1&version=2`);
    expect(text).toContain('Ændret fra version 1 til version 2');
    for (const change of [
      'Odense: Faste pladser: 8 → 12',
      'Nyt sted: Aarhus (4 faste pladser, 0 efter behov)',
      'Uger på stedet efter fødslen: 8 → 10',
    ])
      expect(
        $('.card')
          .filter((_, card) => $(card).text().includes('Ændret fra version 1'))
          .text(),
      ).toContain(change);
    expect($('button[name="syn"], form[action$="/gendan"]').length).toBe(0);
    expect((await agency.post(`${location}/gendan`, { version: '1', 'efter-version': '2' })).status).toBe(403);
    expect((await agency.post(`${location}/syn`, { syn: 'withdraw' })).status).toBe(403);

    const form = (await planner.get(location)).$('form[action$="/gendan"]');
    const sent = Object.fromEntries(
      form
        .find('input')
        .toArray()
        .map((field) => [field.attribs['name'] ?? '', field.attribs['value'] ?? '']),
    );
    expect((await planner.post(`${location}/gendan`, sent)).status).toBe(303);
    expect((await planner.post(`${location}/gendan`, sent)).status).toBe(303);
    const restored = await agency.get(location);
    expect(restored.text).toContain('Version 3 ·');
    expect(restored.text).not.toContain('Version 4');
    expect(restored.text).toContain('Gendannet fra version 1');
    const [one, three] = await Promise.all([1, 3].map((version) => agency.get(`${location}/fil.json?version=${version}`)));
    expect(three?.response.body).toBe(one?.response.body);
    expect((await agency.get(`${location}?mod=1&version=3`)).text).toContain('Ingen forskel.');
  });

  test('is published to those who read figures, and taken back again', async () => {
    const planner = await web.as('planlaegger');
    const { location } = await planner.post(address, {
      ...filled((await planner.get(`${address}/nyt?fra=tomt`)).$),
      titel: 'Åbent for alle',
    });
    const municipality = await web.as('kommune-odense');
    const published = '/planlaegning/offentliggjort';
    expect((await municipality.get(published)).text).not.toContain('Åbent for alle');
    // What she is offered is what can follow on how it stands now, and nothing else.
    const offered = async () => {
      const { $ } = await planner.get(location);
      return $('button[name="syn"], a[href$="/offentliggoer"]')
        .map((_, one) => one.attribs['value'] ?? one.attribs['href'])
        .get();
    };
    expect(await offered()).toEqual(['share', `${location}/offentliggoer`]);
    // She is asked first, and told what becomes visible to whom; nothing is published by looking.
    const ask = await planner.get(`${location}/offentliggoer`);
    expect(ask.$('h1').text()).toBe('Offentliggør «Åbent for alle»?');
    expect(ask.text).toMatch(/familieambulatorier, .*godkendere.* og driften\./);
    expect(ask.text).toContain('Den nyeste version, nu version 1');
    expect(ask.text).toContain('Sofie Brandtoft');
    expect((await municipality.get(published)).text).not.toContain('Åbent for alle');
    for (const other of ['sekretaer', 'styrelse']) expect((await (await web.as(other)).get(`${location}/offentliggoer`)).status).toBe(403);
    // Nor by sending the button alone, or what was read of another version: the answer is what becomes visible to whom.
    for (const unread of [{}, { 'laest-version': '' }, { 'laest-version': '0' }, { 'laest-version': '2' }]) {
      const asked = await planner.post(`${location}/syn`, { syn: 'publish', ...unread });
      expect([asked.status, asked.location]).toEqual([303, `${location}/offentliggoer`]);
    }
    expect((await planner.get(`${location}/offentliggoer`)).text).toContain('Intet er offentliggjort endnu');
    expect((await municipality.get(published)).text).not.toContain('Åbent for alle');
    const { action = '', method } = ask.$('main form').get(0)?.attribs ?? {};
    const button = ask.$('main form button').get(0)?.attribs ?? {};
    expect(method).toBe('post');
    const sent = ask.$('main form input').get(0)?.attribs ?? {};
    await planner.post(action, { [sent['name'] ?? '']: sent['value'] ?? '', [button['name'] ?? '']: button['value'] ?? '' });
    expect(await offered()).toEqual(['share', 'withdraw']);
    expect((await planner.get(`${location}/offentliggoer`)).location).toBe(location);
    expect((await municipality.get('/tal')).$(`.number-links a[href="${published}"]`).length).toBe(1);
    expect((await municipality.get(published)).text).toContain('Åbent for alle');
    // Who changes it is told beforehand that what is saved is public at once.
    const change = await planner.get(`${location}/ret`);
    expect([change.status, change.text.includes('Scenariet er offentliggjort: det, du gemmer, ses med det samme')]).toEqual([200, true]);
    const { text, $ } = await municipality.get(`${published}/${location.split('/').at(-1)}`);
    expect(text).toContain('Det, der regnes med');
    expect($('main form, main a[href*="scenarier"]').length).toBe(0);
    // She reads it there and nowhere else.
    expect((await municipality.get(location)).status).toBe(403);
    await planner.post(`${location}/syn`, { syn: 'withdraw' });
    expect((await planner.get(`${location}/ret`)).text).not.toContain('det, du gemmer, ses med det samme');
    const after = await (await web.restarted()).as('kommune-odense');
    expect((await after.get(`${published}/${location.split('/').at(-1)}`)).status).toBe(404);
    expect((await (await web.as('sekretaer')).get(location)).status).toBe(404);
    expect((await (await web.as('kvinden')).get(published)).status).toBe(403);
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
