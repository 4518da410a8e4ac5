import { describe, expect, test } from 'vitest';
import { testWeb, type Visit, type Visitor } from '../../../test/web.ts';
import { wordTexts } from '../../../test/word.ts';

const web = await testWeb();
const page = '/planlaegning';

/** Asks until the numbers are there, as the page does by itself. */
async function worked(visitor: Visitor, path: string): Promise<Visit> {
  for (;;) {
    const visit = await visitor.get(path);
    if (visit.$('[data-waiting]').length === 0) return visit;
    expect(visit.text).toMatch(/Tallene regnes ud;|af det højst nødvendige er regnet|Begynder|Venter på/);
  }
}

describe('planning', () => {
  test('answers the question under each estimate, with its source, and what is exact', async () => {
    const { status, $, text } = await worked(await web.as('planlaegger'), page);
    expect(status).toBe(200);
    expect($('h1').text()).toBe('Kan «Et afsnit i hver region» bære opgaven?');
    // The first sentence of the page is the answer.
    expect($('.plan > *').first().find('p').first().text()).toBe(
      'Under Social- og Boligstyrelsens skøn (80–100 kvinder om året) kan forslagets 5 afsnit bæres; under kommunernes skøn (16–30 kvinder om året) kun, hvis det højeste tal er det rigtige; under det antal, kommunerne visiterede (6–8 kvinder om året) ikke.',
    );
    expect(text).toContain('Forslagsstiller');
    for (const row of [
      'År med mindst tre, fra afsnittet med færrest til det med flest',
      'År med mindst tre, hvis afsnittene delte kvinderne lige',
    ])
      expect(text).toContain(row);
    expect(text).toContain('skal et afsnit have 5,3 om året i gennemsnit, før det når tre i 9 år af 10');
    expect(text).toContain('Så mange visiterede kommunerne på landsplan i 2017–2019');
    for (const [women, carried, word] of [
      ['6–8', '1', 'kan ikke bæres'],
      ['16–30', '3–5', 'kun ved det højeste tal'],
      ['80–100', '15–18', 'kan bæres'],
    ] as const) {
      const card = $('.card').filter((_, one) => $(one).find('h2').text() === `${women} kvinder om året`);
      expect(card.text()).toContain(`Skønnet kan bære ${carried} afsnit`);
      expect(card.find('.tag').text()).toBe(word);
      expect(card.text()).toMatch(/kommer aldrig ind|Alle kommer ind/);
      expect(card.text()).not.toMatch(/[^0-9]0 % af kvinderne/);
    }
    // Five units share 6–8 women: P(V ≥ 3) of 1.2 and 1.6.
    expect(
      $('td')
        .toArray()
        .map((cell) => $(cell).text()),
    ).toContain('12–22 %');
  });

  test('shows two pictures, the numbers of each also as a table', async () => {
    const { $ } = await worked(await web.as('styrelse'), `${page}?loesning=kommunerne-2025&pladser=6`);
    // A panel for each estimate, and two for what is lost; each says its numbers to those who cannot see it.
    const said = $('svg[role="img"]')
      .toArray()
      .map((picture) => $(picture).attr('aria-label') ?? '');
    expect(said).toHaveLength(5);
    expect(said[0]).toMatch(/^6–8 kvinder om året: Hvidovre \d til \d, midterste år \d; /);
    expect(said[4]).toMatch(/^Uger tabt for de indskrevne: .* ved 6–8 kvinder om året; /);
    const captions = $('table.sheet caption')
      .toArray()
      .map((caption) => $(caption).text());
    expect(captions).toEqual([
      'Fra skønnets laveste til dets højeste tal',
      'De antagelser, der betyder mest',
      'Indskrivninger pr. afsnit og år mod kriteriet om tre',
    ]);
    expect($('.plan-table tbody tr').length).toBe(15);
    expect($('.plan-dot').length).toBe(15);
    expect($('select[name="loesning"] option[selected]').attr('value')).toBe('kommunerne-2025');
    expect($('input[name="pladser"]').attr('value')).toBe('6');
    expect($('.plan-assumptions').text()).toContain('antagelse');
  });

  test('gives the same numbers when it is asked again', async () => {
    const visitor = await web.as('sekretaer');
    const first = await worked(visitor, `${page}?loesning=proevehandling&pladser=4`);
    expect((await visitor.get(`${page}?loesning=proevehandling&pladser=4`)).$('main').html()).toBe(first.$('main').html());
    expect(first.text).toContain('Forslagets afsnit får');
    // Women enough for the unit is not room enough for the women: the first sentence weighs both, and the label is not green.
    expect(first.text).not.toContain('Ja, under alle skøn');
    expect(first.$('.plan-lead p').first().text()).toMatch(
      /^Under alle skøn er der kvinder nok .* Men .*80–100 kvinder om året\) er der kun plads til \d+–\d+ % af dem\.$/,
    );
    expect(first.$('.plan-estimates .tag').last().text()).toBe('kan bæres, men der er for lidt plads');
  });

  test('says what nothing new is, without numbers of units that there are none of', async () => {
    const { text, $ } = await worked(await web.as('planlaegger'), `${page}?loesning=intet-nyt`);
    expect(text).toContain('ingen kvinder kommer ind');
    expect(text).toContain('De tilbud, der findes i dag, er ikke regnet med på siden.');
    // No number is worked out where there is nothing to work on.
    expect($('.plan svg, .plan table').length).toBe(0);
    expect(text).not.toContain('100 %');
    expect(text).toContain('Ansvar');
  });

  test.each(['1', '41', 'mange', '', '8.5'])('asks again where the places are «%s», and keeps what was written', async (written) => {
    const { status, text, $ } = await (await web.as('planlaegger')).get(`${page}?pladser=${written}`);
    expect(status).toBe(422);
    expect(text).toContain('Skriv et helt tal fra 2 til 40.');
    expect($('input[name="pladser"]').attr('value')).toBe(written);
  });

  test('is in the menu of those who plan, and not for others', async () => {
    for (const user of ['planlaegger', 'styrelse', 'sekretaer'])
      expect((await (await web.as(user)).get('/udmeldinger')).$(`a[href="${page}"]`).length).toBeGreaterThan(0);
    for (const user of ['kvinden', 'leder', 'laege', 'databeskyttelse']) expect((await (await web.as(user)).get(page)).status).toBe(403);
  });
});

test('where units should be: best for each estimate, least regretted, and with travel times a fifth off', async () => {
  const secretary = await web.as('sekretaer');
  let visit = await secretary.get(`${page}/steder`);
  while (visit.$('[data-waiting]').length > 0) visit = await secretary.get(`${page}/steder`);
  const { $, text } = visit;
  // Under 6–8 women one unit is all that can be sustained, and Odense is nearest to most: about 101 minutes.
  // The answer is the first that stands there; then the map, the table, and last how it is worked out.
  expect($('main p').first().text()).toContain('er Odense det sikreste valg: rejsetiden bliver højst');
  expect(text).toContain('Hvis der er 6–8 kvinder om året, giver Odense den korteste rejse, der kan bæres: 101 min. i gennemsnit.');
  const order = ['Steder og rejsetid', 'Hvert skøns bedste sæt', 'op til 20 % forkert', 'Sådan er det regnet'].map((part) =>
    text.indexOf(part),
  );
  expect(order.every((at, index) => at > (order[index - 1] ?? 0))).toBe(true);
  const maps = $('.lab-map');
  expect(maps.length).toBeGreaterThan(1);
  expect(maps.first().find('svg[role="img"]').attr('aria-label')).toMatch(/«Odense»: \d+ % af fødslerne er højst en time fra et afsnit/);
  expect(maps.first().find('svg[role="img"] > g').length).toBe(98 + 1);
  expect(maps.first().find('table tbody tr').length).toBe(98);
  const rows = $('table')
    .filter((_, table) => $(table).find('caption').text().startsWith('Hvert skøns bedste sæt'))
    .find('tbody tr')
    .toArray()
    .map((row) => $(row).text());
  expect(rows[0]).toContain('101 min.');
  expect(rows[2]).toContain('kan ikke bæres');
  // As many as the documents' proposals have, among all places of birth: the family clinic of Hvidovre too.
  expect($('table').last().find('tbody tr').length).toBe(5);
  expect($('.plan-assumptions').text()).toMatch(/22 kommuner.*Hvidovre.*skrevet ned 26. november 2026 uden kilde/s);
  const choice = $('select[name="steder"]');
  expect([choice.find('option').length, choice.find('option[selected]').attr('value')]).toEqual([8, '5']);
  let two = await secretary.get(`${page}/steder?steder=2`);
  while (two.$('[data-waiting]').length > 0) two = await secretary.get(`${page}/steder?steder=2`);
  expect(two.$('table').last().find('tbody tr').length).toBe(2);
  expect(two.text).toContain('Der åbnes højst 2 steder.');
  expect((await (await web.as('jordemoder')).get(`${page}/steder`)).status).toBe(403);
});

test('the pages give one number of how many units an estimate carries, and the page that gives another says why', async () => {
  const planner = await web.as('planlaegger');
  const { $, text } = await worked(planner, `${page}?loesning=proevehandling`);
  const table = $('table.sheet').first();
  const carried = table
    .find('tbody tr')
    .filter((_, row) => $(row).find('th').text() === 'Afsnit, skønnet kan bære')
    .find('td')
    .toArray()
    .map((cell) => $(cell).text());
  expect(carried).toEqual(['1', '3–5', '15–18']);
  const asked = { hvad: 'comparison', forslag: ['proevehandling', 'intet-nyt'], noejagtighed: '2', startnummer: '11' };
  const study = (await planner.post(`${page}/beregninger`, asked)).location;
  const compared = await worked(planner, study);
  const said = compared
    .$('.lab-estimate')
    .toArray()
    .map((section) => /Afsnit, skønnet kan bære: ([\d–]+)\./.exec(compared.$(section).text())?.[1]);
  expect(said).toEqual(carried);
  // Next year's number counts in that nobody knows the mean: it is another, and both pages say why.
  const numbers = await planner.get('/tal/naeste-aar');
  expect(text).toContain('Under Tal kan der stå et andet antal:');
  expect(numbers.text).toContain('Tallet kan være et andet end under Planlægning');
  const next = numbers
    .$('tbody th')
    .toArray()
    .map((row) => numbers.$(row).text())
    .find((row) => row.includes('80–100'));
  const units = Number(/Kan bære (\d+) døgntilbud/.exec(next ?? '')?.[1]);
  expect(units).toBeGreaterThan(5);
  expect(units).toBeLessThan(18);
});

describe('the answer of a position', () => {
  test('is fetched as Word and PDF with the same sentences, and only with places that can be asked for', async () => {
    const planner = await web.as('planlaegger');
    const { $ } = await worked(planner, `${page}?loesning=regionerne-2023`);
    const word = await planner.get(`${page}/svar.docx?loesning=regionerne-2023&pladser=8`);
    expect(word.response.headers['content-disposition']).toContain('svar-regionerne-2023.docx');
    const texts = wordTexts(new Uint8Array(word.response.rawPayload));
    for (const said of $('.plan-lead .say').toArray())
      expect(texts).toContain($(said).text().replaceAll('<', '&lt;').replaceAll('>', '&gt;'));
    expect(texts).toContain('Ansvar, finansiering og frivillighed er vist, som dokumenterne siger det. Siden afgør dem ikke.');
    expect(texts.join(' ')).toContain('Et nyt tilbud er 1–3 år om at komme i gang (kommunerne, 2025)');
    expect((await planner.get(`${page}/svar.pdf?loesning=regionerne-2023&pladser=8`)).response.headers['content-type']).toBe(
      'application/pdf',
    );
    expect((await planner.get(`${page}/svar.pdf?pladser=900`)).status).toBe(404);
    expect((await (await web.as('jordemoder')).get(`${page}/svar.pdf`)).status).toBe(403);
  });

  test('shows beside the answer the assumptions that it hangs on, each with its range and the word or its source', async () => {
    const { $, text } = await worked(await web.as('planlaegger'), `${page}?loesning=regionerne-2023`);
    const rows = $('.plan-weighs tbody tr').toArray();
    expect(rows.length).toBeGreaterThan(2);
    for (const row of rows.slice(0, -1)) {
      const [range, source, never, three] = $(row)
        .find('td')
        .toArray()
        .map((cell) => $(cell).text());
      expect(range).toMatch(/^\d+(,\d+)?–\d+(,\d+)?( %)?$/);
      expect(source).not.toBe('');
      expect(never).toMatch(/%$/);
      expect(three).toMatch(/%$/);
    }
    // The twenty-six weeks that no document says.
    expect(text).toContain(
      'Hun bliver 26 uger efter fødslen. Forslaget siger ikke hvor længe. «Uger på stedet efter fødslen» er prøvet fra 4 til 26.',
    );
  });
});
