import { describe, expect, test } from 'vitest';
import { testWeb } from '../../../test/web.ts';

const web = await testWeb();

describe('the gap', () => {
  test('from 83 to 8 is split into the treated and what is unexplained', async () => {
    const planner = await web.as('planlaegger');
    const { status, text, $ } = await planner.get('/tal/afstand');
    expect(status).toBe(200);
    expect($('input[name="behandling"]').val()).toBe('36,1-55,4');
    expect(text).toContain('Det store tal er 10,4 gange det lille.');
    expect(text).toContain('(17,4–26,7 %');
    expect(text).toContain('Grundene bringer det store tal ned til 30–46. 22–38 er tilbage, som ingen af grundene forklarer.');
    // As /tal says of the two: the reservation comes before the numbers, and the rest is not women who are missing.
    expect($('main').text().indexOf('De to tal tæller ikke det samme: de er forskellige i «')).toBeLessThan(
      $('main').text().indexOf('Det store tal'),
    );
    expect(text).toContain('De to tal tæller ikke det samme: de er forskellige i «');
    expect(text).toContain('ikke et antal kvinder, der mangler');
    const alike = await planner.get('/tal/afstand?stort=decided-residential-2017&lille=decided-residential-2019');
    expect(alike.text).not.toContain('De to tal tæller ikke det samme');
    expect($('tr.sum .number').text()).toBe('22–38');
    const all = await planner.get('/tal/afstand?behandling=100');
    expect(all.$('tr.sum .number').text()).toBe('75');
    expect(all.text).toContain('Uden forklaring: 100 %');
  });

  test('says whose the share is: the documents’ own, or one that was written instead', async () => {
    const planner = await web.as('planlaegger');
    for (const own of ['', '?behandling=36,1-55,4']) expect((await planner.get(`/tal/afstand${own}`)).text).toContain('fra dokumenterne');
    const changed = await planner.get('/tal/afstand?behandling=50');
    expect(changed.text).toContain('jeres tal (dokumenterne: 36,1–55,4)');
    expect(changed.text).not.toContain('fra dokumenterne');
  });

  test.each(['abc', '60-40', '0', '150', '50-150'])('shows no result while a field is wrong: %s', async (andet) => {
    const { status, text, $ } = await (await web.as('planlaegger')).get(`/tal/afstand?andet=${andet}`);
    expect(status).toBe(422);
    expect(text).toContain(andet.endsWith('150') ? 'Skriv højst 100.' : 'den mindste først');
    expect(text).toContain('Ret feltet, så regnes der igen.');
    expect(text).not.toContain('ingen af grundene forklarer');
    expect($('tr.sum').length).toBe(0);
  });

  test('says what is wrong', async () => {
    const planner = await web.as('planlaegger');
    expect((await planner.get('/tal/afstand?andet=0')).status).toBe(422);
    expect((await planner.get('/tal/afstand?andet=60-40')).text).toContain('den mindste først');
    expect((await planner.get('/tal/afstand?stort=decided-residential-2019')).text).toContain('Det første tal skal være større');
  });
});

describe('next year', () => {
  test('is a range under each number, and the judgements are not put together', async () => {
    const { status, $, text } = await (await web.as('planlaegger')).get('/tal/naeste-aar');
    expect(status).toBe(200);
    expect($('tbody tr').length).toBe(8);
    expect(text).toContain('63–106');
    // Six to eight a year carry one residential unit, eighty to a hundred many: the planner's question.
    expect($('tbody tr').first().text()).toContain('Kan bære ét døgntilbud');
    expect($('tbody tr').last().text()).toMatch(/Kan bære \d+ døgntilbud/);
    expect(text).toContain('usikkerheden afgør det, ikke kun midten');
    expect(text).toContain('Skønnene modsiger hinanden');
    // The page does not offer for use what it advises against.
    expect($('tbody tr').last().text()).toContain('Kun et eksempel: brug det ikke.');
    expect($('tbody tr').last().find('a').length).toBe(0);
    expect($('tbody tr').first().find('a').length).toBe(1);
  });

  test('asks for a chance of being registered that is one', async () => {
    const planner = await web.as('planlaegger');
    for (const wrong of ['x', '25-2', '0-10', '10-100'])
      expect((await planner.get(`/tal/naeste-aar?registreret=${wrong}`)).status).toBe(422);
  });
});

describe('repeats', () => {
  test('are found within and between lists, and nothing is kept', async () => {
    const agency = await web.as('styrelse');
    const lister = [
      'liste;født;initialer;kommune;termin',
      'SMDB;1994-03-02;MK;Aalborg;2026-12-01',
      'Ambulatorium;1994-03-02;MK;Odense;2026-12-04',
      'Ambulatorium;1990-01-01;AB;Odense;2026-10-01',
    ].join('\n');
    const { status, text } = await agency.post('/tal/gengangere', { lister });
    expect(status).toBe(200);
    expect(text).toContain('Der er mindst 2 og højst 2 kvinder på 3 linjer.');
    expect(text).toContain('Ambulatorium + SMDB');
    expect((await agency.get('/tal/gengangere')).text).not.toContain('Ambulatorium');
    const refused = await agency.post('/tal/gengangere', { lister: 'liste;født\nA;2026-02-30' });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Linje 2');
  });
});

describe('a list of codes', () => {
  const registry = '/tal/opgoerelser/registry-substance-use?periode=2026';

  test('is edited by the agency alone, as a new edition with a reason, and the figure says which it asked', async () => {
    const agency = await web.as('styrelse');
    expect((await (await web.as('planlaegger')).get('/tal/kodelister')).status).toBe(403);
    const post = (koder: string, grund: string) =>
      agency.post('/tal/kodelister/substance-in-pregnancy', {
        'koder-substance-in-pregnancy': koder,
        'grund-substance-in-pregnancy': grund,
      });
    expect((await post('DO355 hvad', 'x')).text).toContain('HVAD');
    expect((await post('DO355', ' ')).text).toContain('hvorfor');
    expect((await agency.get(registry)).text).toContain('register/2024-1+1.1.1');
    expect((await post('do35.5 DF112', 'Styrelsens brev')).status).toBe(303);
    expect((await post('DO355 DF112', 'igen')).text).toContain('den samme som før');
    for (const server of [web, await web.restarted()])
      expect((await (await server.as('styrelse')).get(registry)).text).toContain('register/2024-1+1.1.2');
    expect((await agency.get(`${registry}&pr=2026-11-21`)).text).toContain('register/2024-1+1.1.1');
  });
});
