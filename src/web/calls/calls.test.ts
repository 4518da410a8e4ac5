import { describe, expect, test } from 'vitest';
import { testWeb, type Visit } from '../../../test/web.ts';

const web = await testWeb();
const call = '/udmeldinger/2019-gravide';

/** The reports that a page leads to, by place, in the editions it offers. */
function editions({ $ }: Visit): Readonly<Record<string, readonly string[]>> {
  const links = $('a[href*="/rapport/"]')
    .toArray()
    .map((link) => /rapport\/(\w+)\?udgave=(\w+)/.exec($(link).attr('href') ?? ''));
  return Object.fromEntries(
    [...new Set(links.map((link) => link?.[1] ?? ''))].map((place) => [
      place,
      links.flatMap((link) => (link?.[1] === place ? [link[2] ?? ''] : [])),
    ]),
  );
}

/** The municipalities whose answers a page shows. */
function municipalitiesSeen({ $ }: Visit): readonly string[] {
  return $('table.sheet tbody th')
    .toArray()
    .map((head) => $(head).text());
}

describe('the list of calls', () => {
  test('names each call with its deadline and how many have answered, and leads to it', async () => {
    const { status, $, text } = await (await web.as('sekretaer')).get('/udmeldinger');
    expect(status).toBe(200);
    expect(text).toContain('15. oktober 2020');
    expect(text).toContain('98 af 98 kommuner har svaret');
    expect($('tbody a').attr('href')).toBe(call);
  });

  test.each(['kvinden', 'databeskyttelse', 'laege', 'leder'])('is not for %s, who has no part in calls', async (user) => {
    expect((await (await web.as(user)).get('/udmeldinger')).status).toBe(403);
    expect((await (await web.as(user)).get(call)).status).toBe(403);
  });
});

describe('a call', () => {
  test.each([
    ['kommune-odense', 1, []],
    ['behandler', 1, []],
    ['sekretaer', 22, ['syddanmark']],
    ['sekretaer-nord', 11, ['nordjylland']],
    ['styrelse', 98, ['danmark', 'hovedstaden', 'sjaelland', 'syddanmark', 'midtjylland', 'nordjylland']],
    ['godkender', 0, []],
    ['planlaegger', 0, []],
    ['tilsyn', 0, []],
  ])('shows %s %i answers, and the internal edition of %j', async (user, answers, internal) => {
    const visit = await (await web.as(user)).get(call);
    expect(visit.status).toBe(200);
    expect(municipalitiesSeen(visit).length).toBe(answers);
    const offered = editions(visit);
    // Before the call is reported, the public edition is a draft for those who read the internal one; for others no link leads to a refusal.
    expect(Object.keys(offered)).toEqual(internal);
    expect(Object.values(offered).every((names) => names.includes('offentlig') && names.includes('intern'))).toBe(true);
    const named = visit
      .$('a[href*="/rapport/"]')
      .toArray()
      .map((link) => visit.$(link).text().trim());
    expect(new Set(named)).toEqual(new Set(internal.length === 0 ? [] : ['intern udgave', 'kladde til den offentlige udgave']));
    expect(visit.text).toContain('Den offentlige udgave findes først, når styrelsen har meldt udmeldingen afrapporteret');
  });

  test('says to an approver that nothing here waits for approval, and to nobody else', async () => {
    const says = async (user: string): Promise<boolean> =>
      (await (await web.as(user)).get(call)).text.includes('Intet i Samløb venter på din godkendelse.');
    expect([await says('godkender'), await says('styrelse'), await says('sekretaer')]).toEqual([true, false, false]);
  });

  test('leads a municipality to its own answer, and whoever may not answer to none', async () => {
    const own = await (await web.as('kommune-odense')).get(call);
    expect(municipalitiesSeen(own)).toEqual(['Odense']);
    expect(own.$(`.strip a[href="${call}/svar/0461"]`).text()).toBe('Se og ret svaret');
    const colleague = await (await web.as('behandler')).get(call);
    expect(municipalitiesSeen(colleague)).toEqual(['Aalborg']);
    expect(colleague.$('a[href*="/svar/"]').length).toBe(0);
  });

  test('offers the steps of its life to those whose steps they are, and takes none from others', async () => {
    const steps = async (user: string): Promise<readonly string[]> => {
      const { $ } = await (await web.as(user)).get(call);
      return $('button[name="til"]')
        .toArray()
        .map((button) => $(button).attr('value') ?? '');
    };
    expect(await steps('styrelse')).toEqual(['validated']);
    for (const user of ['sekretaer', 'kommune-odense', 'godkender']) {
      expect(await steps(user)).toEqual([]);
      expect((await (await web.as(user)).post(`${call}/status`, { til: 'validated' })).status).toBe(403);
    }
    const agency = await web.as('styrelse');
    expect((await agency.post(`${call}/status`, { til: 'closed' })).location).toBe(call);
    expect((await agency.get(call)).response.body).toContain('Status blev ikke ændret');
    expect((await agency.post(`${call}/status`, { til: 'opfundet' })).status).toBe(404);
  });

  test('is in English where English is chosen, and its own words stay Danish', async () => {
    const visitor = await web.as('sekretaer');
    await visitor.get('/sprog/en?til=/');
    const { text, $ } = await visitor.get(call);
    expect(text).toContain('98 of 98 municipalities have answered');
    expect($('ul[lang="da"] li').first().text()).toContain('De er gravide');
  });

  test.each(['/udmeldinger/2018', '/udmeldinger/2018/rapport/syddanmark', '/udmeldinger/2019-gravide/rapport/atlantis'])(
    'that does not exist is not found: %s',
    async (path) => {
      expect((await (await web.as('styrelse')).get(path)).status).toBe(404);
    },
  );
});

describe('a report', () => {
  test('stands on a page with its counts, its contents and the way to its files', async () => {
    const { status, $, text } = await (await web.as('sekretaer')).get(`${call}/rapport/syddanmark?udgave=intern`);
    expect(status).toBe(200);
    expect(text).toContain('Regional afrapportering, Region Syddanmark');
    expect($('table').first().text()).toContain('1088');
    expect($('nav.card a').length).toBeGreaterThan(10);
    for (const link of $('nav.card a').toArray()) expect($($(link).attr('href') ?? '#ingen').length).toBe(1);
    expect($('a[href$="syddanmark?udgave=offentlig"]').length).toBe(1);
  });

  test('hides small counts in the public edition, and says why', async () => {
    const { $, text } = await (await web.as('sekretaer-nord')).get(`${call}/rapport/nordjylland`);
    expect(text).toContain('Dette er et udkast til den offentlige udgave');
    // With the numbers for the country in 2017 that the rule alone would show.
    expect($('td.hidden-count').length).toBe(10);
    expect(text).toContain('kunne regne et lille tal ud: alle tal for 2017.');
    expect(text).toContain('«skjult» betyder, at tallet er fra 0 til 4');
  });

  test.each([
    ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'PK'],
    ['pdf', 'application/pdf', '%PDF'],
    ['json', 'application/json; charset=utf-8', '{'],
  ])('is downloaded as %s with its media type and a name that says what it is', async (format, media, start) => {
    const { response } = await (await web.as('sekretaer')).get(`${call}/rapport/syddanmark.${format}?udgave=intern`);
    expect([response.statusCode, response.headers['content-type']]).toEqual([200, media]);
    expect(response.headers['content-disposition']).toBe(`attachment; filename="2019-gravide-syddanmark-intern.${format}"`);
    expect(response.headers['cache-control']).toBe('no-store');
    expect(response.rawPayload.toString('latin1').startsWith(start)).toBe(true);
  });

  test('is named a draft of the public edition while it is one, and is not made in a format that nobody knows', async () => {
    const visitor = await web.as('styrelse');
    const { response } = await visitor.get(`${call}/rapport/danmark.json`);
    expect(response.headers['content-disposition']).toBe('attachment; filename="2019-gravide-danmark-offentlig-kladde.json"');
    expect((await visitor.get(`${call}/rapport/danmark.xlsx`)).status).toBe(404);
  });

  test.each([
    ['sekretaer', 'nordjylland'],
    ['sekretaer', 'danmark'],
    ['kommune-odense', 'syddanmark'],
    ['planlaegger', 'syddanmark'],
  ])('is refused to %s in the internal edition of %s, as a page and as a file', async (user, place) => {
    const visitor = await web.as(user);
    for (const path of [place, `${place}.pdf`, `${place}.json`]) {
      const { status, text, response } = await visitor.get(`${call}/rapport/${path}?udgave=intern`);
      expect([status, response.headers['content-disposition']]).toEqual([403, undefined]);
      expect(text).toContain('intern');
    }
  });

  test('of a region that was not there in the call’s years is not found', async () => {
    const { status, text } = await (await web.as('styrelse')).get(`${call}/rapport/oestdanmark`);
    expect([status, text.includes('Der er ingen rapport for dette sted')]).toEqual([404, true]);
  });

  test('is not released to the public before the call is reported; the internal edition says who is missing', async () => {
    await web.database.owner
      .deleteFrom('call_answer')
      .where('municipality', '=', '0479' as never)
      .execute();
    const visitor = await web.as('planlaegger');

    for (const path of ['syddanmark', 'nordjylland', 'danmark', 'danmark.pdf']) {
      const { status, text, response } = await visitor.get(`${call}/rapport/${path}`);
      expect([status, response.headers['content-disposition']]).toEqual([409, undefined]);
      expect(text).toContain('Den offentlige udgave er ikke frigivet');
      expect(text).toContain('ikke afrapporteret endnu');
    }
    const secretariat = await web.as('sekretaer');
    const inside = await secretariat.get(`${call}/rapport/syddanmark?udgave=intern`);
    expect([inside.status, inside.text.includes('Disse kommuner har ikke svaret: Svendborg')]).toEqual([200, true]);
    // Inside nothing is hidden, and no place is said to be hidden in all years.
    expect(inside.text).not.toContain('i alle årene');
    expect((await visitor.get(call)).text).toContain('Mangler svar fra Svendborg.');
  });

  test('is released to all who work with the call when the agency has it reported, and is no draft any more', async () => {
    const agency = await web.as('styrelse');
    // A secretariat asks for it; the agency sees that among its calls and takes the steps; the secretariat sees them.
    const south = await web.as('sekretaer');
    expect((await south.get(call)).$('form#anmod textarea[name="ord"]').length).toBe(1);
    const refused = await south.post(`${call}/anmod`, { ord: 'Ring til 610695-4002' });
    expect([refused.status, refused.text.includes('«Ring til ••••••-••••»')]).toEqual([422, true]);
    expect((await agency.get('/udmeldinger')).text).not.toContain('Sekretariaterne venter på dig');
    expect((await south.post(`${call}/anmod`, { ord: 'Alle 22 kommuner har svaret.' })).status).toBe(303);
    expect((await south.get(call)).$('form#anmod').length).toBe(0);
    const restarted = await web.restarted();
    expect((await (await restarted.as('styrelse')).get('/udmeldinger')).text).toContain('«Alle 22 kommuner har svaret.»');
    expect((await (await restarted.as('sekretaer-nord')).get('/udmeldinger')).text).not.toContain('Sekretariaterne venter på dig');
    expect((await (await web.as('godkender')).post(`${call}/anmod`, { ord: '' })).status).toBe(403);
    for (const til of ['validated', 'reported']) expect((await agency.post(`${call}/status`, { til })).status).toBe(303);
    expect((await agency.get('/udmeldinger')).text).not.toContain('Sekretariaterne venter på dig');
    expect((await south.get(call)).text).toMatch(/Udmeldingens gang.*Afrapporteret: .*Anders Fuglsang/s);
    // To read it decides nothing: who has not made it is told who does.
    for (const [user, mayMake] of [
      ['planlaegger', 0],
      ['sekretaer-nord', 1],
    ] as const) {
      const before = await (await web.as(user)).get(`${call}/rapport/danmark`);
      expect([before.status, before.$('form button[value="report"]').length]).toEqual([409, mayMake]);
      expect(before.text).toContain('Den offentlige udgave er ikke dannet endnu. Styrelsen eller et sekretariat danner den');
    }
    const { location } = await agency.post('/udgivelser', { udmelding: '2019-gravide', maade: 'report' });
    for (let tries = 0; (await agency.get(location)).response.headers.refresh !== undefined && tries < 200; tries += 1)
      await new Promise((resolve) => setTimeout(resolve, 200));
    expect((await agency.post(`${location}/udgiv`)).location).toBe('/udgivelser/1');
    const { status, text } = await (await web.as('planlaegger')).get(`${call}/rapport/danmark`);
    expect([status, text.includes('Afrapporteret den'), /udkast/i.test(text)]).toEqual([200, true, false]);
    expect(text).toContain('Udgaven trykker disse tal.');
  });
});
