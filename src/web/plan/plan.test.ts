import { describe, expect, test } from 'vitest';
import { testWeb, type Visit, type Visitor } from '../../../test/web.ts';

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
      'Det kommer an på behovet: ved 80–100 kvinder om året er der kvinder nok til forslagets 5 afsnit, hvis kvinderne deles lige; ved 16–30 kun med de højere tal; ved 6–8 er der ikke.',
    );
    // What the proposal's own rule gives, in the same numbers as the card.
    const [, nearest = '', highest = ''] = $('.plan-lead li')
      .toArray()
      .map((one) => $(one).text());
    expect(nearest).toMatch(
      /^16–30 kvinder om året .*: kvinder nok, hvis der kommer mindst 27; men kommer de til det nærmeste afsnit med plads, får det afsnit, der får færrest, kun tre eller flere indskrivninger i \d\d–\d\d % af årene; /,
    );
    expect(/kun tre eller flere indskrivninger i ([\d–]+ % af årene)/.exec(nearest)?.[1]).toBe(
      /får Aalborg færrest: [^.]+ og tre eller flere i (\d\d–\d\d % af årene)\. /.exec(
        $('.card')
          .filter((_, one) => $(one).find('h2').text().includes('16–30'))
          .text(),
      )?.[1],
    );
    expect(text).toContain('Forslagsstiller');
    // What room costs is told of the estimates under which it does, and of those alone.
    expect(highest).toMatch(
      /^80–100 kvinder om året .*: kvinder nok; .*fra \d\d af 100 til næsten alle åbne pladser er optaget; rejsen i bil er ca\. \d+–\d+ minutter hver vej i gennemsnit\.$/,
    );
    expect(nearest).not.toContain('optaget');
    expect($('.plan-lead').text()).toContain('Der er regnet med 8 pladser i hvert afsnit.');
    for (const row of [
      'År med mindst tre indskrivninger: afsnittet med færrest',
      'Indskrivninger om året i gennemsnit: afsnittet med flest',
      'Optagne pladser, i % af de åbne',
      'År med mindst tre, hvis afsnittene delte kvinderne lige',
    ])
      expect(text).toContain(row);
    expect(text).toContain('skal et afsnit have 5,3 om året i gennemsnit, før det når tre i 9 år af 10');
    expect(text).toContain('Talt: så mange kvinder visiterede kommunerne til døgnbehandling i hvert af årene 2017, 2018 og 2019');
    expect(text).toContain('af de 83 kvinder på døgnophold for familier i 2020 fik 16 rusmiddelbehandling under opholdet og 30 før det');
    for (const [name, word, verdict] of [
      ['Visiterede til døgn 2017–2019: 6–8', 'ikke kvinder nok', 'Der er ikke kvinder nok til forslagets 5 afsnit, kun til 1.'],
      [
        'Døgnophold med rusmiddelbehandling 2020: 16–30',
        'kvinder nok ved de højere tal',
        'Der er kun kvinder nok til forslagets 5 afsnit, hvis kvinderne deles lige, og der kommer mindst 27 om året. Kommer der 16, er der nok til 3.',
      ],
      ['Styrelsens skøn 2024: 80–100', 'kvinder nok', 'Der er kvinder nok til forslagets 5 afsnit, hvis kvinderne deles lige.'],
    ] as const) {
      const card = $('.card').filter((_, one) => $(one).find('h2').text() === `${name} kvinder om året`);
      // One verdict, which nothing else on the card takes back.
      expect(card.find('.plan-verdict').text()).toBe(`${word} ${verdict}`);
      expect(card.find('.tag').length).toBe(1);
      expect(card.text()).not.toMatch(/bære/);
      expect(card.text()).toMatch(/får Aalborg færrest: [\d,–]+ indskrivninger .* Hvidovre får flest: /);
      expect(card.text()).toMatch(/I gennemsnit er .* åbne pladser optaget\./);
      expect(card.text()).toMatch(/kommer aldrig ind|Alle kommer ind/);
      expect(card.text()).not.toMatch(/[^0-9]0 % af kvinderne/);
    }
    // Five units share 6–8 women: P(V ≥ 3) of 1.2 and 1.6.
    expect(
      $('td')
        .toArray()
        .map((cell) => $(cell).text()),
    ).toContain('12–22 % (17 %)');
  });

  test('shows two pictures, the numbers of each also as a table', async () => {
    const { $ } = await worked(await web.as('styrelse'), `${page}?loesning=kommunerne-2025&pladser=6`);
    // A panel for each estimate, and two for what is lost; each says its numbers to those who cannot see it.
    const said = $('svg[role="img"]')
      .toArray()
      .map((picture) => $(picture).attr('aria-label') ?? '');
    expect(said).toHaveLength(5);
    expect(said[0]).toMatch(/^6–8 kvinder om året: Hvidovre \d til \d, midterste år \d; fra \d til \d over hele skønnet; /);
    expect(said[4]).toMatch(/^Uger tabt for de indskrevne: .* ved 6–8 kvinder om året; /);
    const captions = $('table.sheet caption')
      .toArray()
      .map((caption) => $(caption).text());
    expect(captions).toEqual([
      'Fra skønnets laveste til dets højeste tal, og i parentes midt i skønnet',
      'De antagelser, der betyder mest, ved 23 kvinder om året',
      'De antagelser, der betyder mest, ved 90 kvinder om året',
      'Indskrivninger i hvert afsnit i et enkelt år mod kriteriet om tre',
    ]);
    // The picture, its table and the table of numbers show the same: both ends of the estimate, and its middle.
    const tested = $('.plan-numbers td').eq(1).text();
    expect(tested).toMatch(/^[\d,]+–[\d,]+ \([\d,]+\)$|^[\d,]+$/);
    const lost = said[4] ?? '';
    const weeks = $('.plan-numbers tr')
      .filter((_, row) => $(row).find('th').text() === 'Uger tabt for de indskrevne')
      .find('td')
      .toArray()
      .map((cell) => $(cell).text());
    for (const [at, women] of ['6–8', '16–30', '80–100'].entries()) expect(lost).toContain(`${weeks[at]} ved ${women} kvinder om året`);
    expect($('.plan-panel figcaption').first().text()).toBe('6–8 kvinder om året, midt i 7');
    expect($('.plan-outer').length).toBe(15);
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
    expect(first.text).toMatch(/Afsnittet får [\d,]+–[\d,]+ indskrivninger om året i gennemsnit/);
    // Women enough for the unit is not room enough for the women: the first sentence weighs both, and the label is not green.
    expect(first.text).not.toContain('Ja, under alle skøn');
    expect(first.$('.plan-lead p').first().text()).toMatch(
      /^Under alle skøn er der kvinder nok til forslagets ene afsnit\. Men der er for lidt plads ved .*80–100 kvinder om året\.$/,
    );
    expect(first.$('.plan-estimates .tag').last().text()).toBe('kvinder nok, men for lidt plads');
    expect(first.$('.plan-estimates .plan-verdict').last().text()).toMatch(/, men der er kun plads til \d+–\d+ % af dem\.$/);
  });

  test('says what nothing new is, without numbers of units that there are none of', async () => {
    const { text, $ } = await worked(await web.as('planlaegger'), `${page}?loesning=intet-nyt`);
    expect(text).toContain('ingen kvinder kommer ind');
    expect(text).toContain('De tilbud, der findes i dag, er ikke regnet med.');
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

  test('leads one who may not plan to what she may read of it, from the menu and from the refusal', async () => {
    const published = `${page}/offentliggjort`;
    for (const user of ['godkender', 'kommune-odense', 'tilsyn', 'jordemoder', 'koordinator']) {
      const reader = await web.as(user);
      const refused = await reader.get(page);
      expect(refused.status).toBe(403);
      expect(refused.$(`main a[href="${published}"]`).text()).toBe('Offentliggjorte scenarier');
      expect(refused.$(`nav.sections a[href="${published}"]`).text()).toBe('Scenarier');
      const list = await reader.get(published);
      expect(list.$('nav.sections a[aria-current="page"]').text()).toBe('Scenarier');
      // The demonstration has one, saved and published by its planner as every planner does it.
      const one = list.$('main .plan-list a').first();
      expect(one.text()).toBe('Tre afsnit: Hvidovre, Odense og Aarhus');
      expect(list.text).not.toContain('Her er ingen scenarier endnu');
      expect((await reader.get(one.attr('href') ?? '')).status).toBe(200);
      expect((await reader.get(`${page}/sammenlign`)).$(`main a[href="${published}"]`).length).toBe(1);
    }
    for (const user of ['kvinden', 'databeskyttelse'])
      expect((await (await web.as(user)).get(page)).$(`a[href="${published}"]`).length).toBe(0);
    // Those who plan have the published ones from the page itself, and one entry in the menu.
    const planner = await worked(await web.as('planlaegger'), page);
    expect(planner.$(`nav.sections a[href="${published}"]`).length).toBe(0);
    expect(planner.$(`main a[href="${published}"]`).length).toBe(1);
    // Another refusal leads nowhere.
    expect((await (await web.as('godkender')).get('/spor')).$(`main a[href="${published}"]`).length).toBe(0);
  });

  test('says so where the address asks for a solution that there is not, and for nothing else', async () => {
    const planner = await web.as('planlaegger');
    expect((await worked(planner, `${page}?loesning=xx`)).text).toContain(
      'Adressen spørger om «xx» under «Løsning», og det kan der ikke vælges. Her vises: Et afsnit i hver region.',
    );
    for (const asked of ['', '?loesning=', '?loesning=styrelsen-2024'])
      expect((await worked(planner, `${page}${asked}`)).text).not.toContain('Adressen spørger om');
  });

  test('leads from each estimate to the numbers that it is made of, with their words, and from them back', async () => {
    const planner = await web.as('planlaegger');
    const { $ } = await worked(planner, page);
    for (const [women, name, at, numbers] of [
      [
        '6–8',
        'Visiterede til døgn 2017–2019',
        'placed-2017-2019',
        ['decided-residential-2017', 'decided-residential-2018', 'decided-residential-2019'],
      ],
      [
        '16–30',
        'Døgnophold med rusmiddelbehandling 2020',
        'municipalities-2025',
        ['treatment-before-stay-2020', 'treatment-during-stay-2020'],
      ],
      ['80–100', 'Styrelsens skøn 2024', 'agency-2024', ['needs-2024']],
    ] as const) {
      const card = $(`#skoen-${at}`);
      expect(card.find('h2').text()).toBe(`${name}: ${women} kvinder om året`);
      const links = card
        .find('a')
        .map((_, link) => link.attribs['href'])
        .get();
      expect(links).toEqual(numbers.map((id) => `/tal?tal=${id}`));
      for (const link of links) {
        const number = await planner.get(link);
        expect(number.text).toContain('Dokumentets ord');
        expect(number.text).toContain(`Planlægningen regner med tallet i «${name}»: ${women} kvinder om året.`);
        expect(number.$(`main a[href="${page}#skoen-${at}"]`).length).toBe(1);
      }
    }
    expect((await planner.get('/tal?tal=family-stay-2020')).text).not.toContain('Planlægningen regner med tallet');
    // One who may not plan is led to what she may read.
    const midwife = (await (await web.as('jordemoder')).get('/tal?tal=needs-2024')).$('#valgt-tal').parent();
    expect(midwife.find('a[href="/planlaegning/offentliggjort"]').length).toBe(1);
    expect(midwife.find('a[href^="/planlaegning#"]').length).toBe(0);
  });

  test('says what the travel is, alike where units should be and under a proposal', async () => {
    const planner = await web.as('planlaegger');
    const pilot = (await worked(planner, `${page}?loesning=proevehandling`)).text;
    const nearest = /Kom alle ind på det nærmeste afsnit, var den (ca\. \d+ minutter);/.exec(pilot)?.[1] ?? '';
    let sites = await planner.get(`${page}/steder?steder=1`);
    while (sites.$('[data-waiting]').length > 0) sites = await planner.get(`${page}/steder?steder=1`);
    // One unit in Odense is both the trial and the best single site: the same travel at both.
    expect(sites.text).toContain(
      `og højst åbnes ét sted, giver ét sted den korteste rejse, som der er kvinder nok til: Odense. Rejsen er ${nearest} i gennemsnit i modellen.`,
    );
    expect(sites.text).toContain(`Odense ${nearest}`);
    expect(sites.text).toContain('Antallet af pladser er ikke regnet med');
    const many = await planner.get(`${page}/steder?steder=99`);
    expect(many.text).toContain('Adressen spørger om «99» under «Højst så mange steder», og det kan der ikke vælges. Her vises: 5 steder.');
  });

  test('draws all panels of admissions on one scale, so that three stands in the same place in each', async () => {
    const { $ } = await worked(await web.as('planlaegger'), page);
    const at = $('.plan-criterion')
      .map((_, line) => line.attribs['x1'])
      .get();
    expect(at.length).toBe(3);
    expect(new Set(at).size).toBe(1);
  });
});

test('with one site allowed there is no choice of how many, and none is told', async () => {
  const secretary = await web.as('sekretaer');
  let visit = await secretary.get(`${page}/steder?steder=1`);
  while (visit.$('[data-waiting]').length > 0) visit = await secretary.get(`${page}/steder?steder=1`);
  const lead = visit.$('main p').first().text();
  expect(lead).toMatch(/^Her er kun spurgt om ét sted, og om der er pladser nok, er ikke regnet med\./);
  expect(lead).not.toMatch(/længere, end den kunne være|taber ét sted mindst/);
});

test('where units should be: best for each estimate, least regretted, and with travel times a fifth off', async () => {
  const secretary = await web.as('sekretaer');
  let visit = await secretary.get(`${page}/steder`);
  while (visit.$('[data-waiting]').length > 0) visit = await secretary.get(`${page}/steder`);
  const { $, text } = visit;
  // Under 6–8 women one unit is all that can be sustained, and Odense is nearest to most: about 101 minutes.
  // The answer is the first that stands there; then the map, the table, and last how it is worked out.
  expect($('main p').first().text()).toMatch(
    /^Når ingen ved, hvilket skøn der er rigtigt, er svaret ét sted\. Det er ikke, fordi der tabes mindst rejsetid, men fordi de andre sæt, der giver kortest rejse, er udelukket: ved 6–8 og 16–30 kvinder om året er der ikke kvinder nok til dem\. Rejsen bliver højst ca\. \d*[05] minutter længere, end den kunne være\. Om der er plads til alle, er ikke regnet med; det står på siden Planlægning\. Hvor det skal være, kan rejsetiderne ikke afgøre: Odense giver den korteste rejse i modellen, men .*Slagelse.* kan være lige så gode?\.$/,
  );
  // One verdict on the page: what cannot be told is not called the safest choice anywhere.
  expect(text).not.toContain('sikreste');
  expect(text).not.toMatch(/\.\.|[A-ZÆØÅ][a-zæøå]+, [A-ZÆØÅ][a-zæøå]+ kan ikke/);
  // Minutes are whole fives, and a difference is that of the two that are shown.
  for (const [, minutes] of text.matchAll(/(\d+) min/g)) expect(Number(minutes) % 5).toBe(0);
  expect($('main p').first().text()).not.toContain('sandsynligvis');
  expect(text).toContain(
    'Hvis der er 6–8 kvinder om året og højst åbnes 5 steder, giver ét sted den korteste rejse, som der er kvinder nok til: Odense. Rejsen er ca. 100 minutter i gennemsnit i modellen.',
  );
  // One error of the travel times, from one place, with what it is measured against, and what each size of it changes.
  expect(text).toContain('Mod 41 kendte køretider er fejlen 7,5 % i gennemsnit og 19 % i det værste tilfælde.');
  expect(text).toContain('at hver tid for sig er 7,5 % forkert, og at den er op til 20 % forkert');
  expect(text).toMatch(/Er hver tid op til 20 % forkert, kan (mange|\d+) and(et|re) (sted|steder|sæt) være bedst/);
  const order = ['Steder og rejsetid', 'Hvert skøns bedste sæt', 'Kan rejsetiderne afgøre', 'Sådan er det regnet'].map((part) =>
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
  expect(rows[0]).toContain('ca. 100 min.');
  expect(rows[2]).toContain('ikke kvinder nok');
  expect(rows[1]).toContain('København, Roskilde, Kolding og Randers');
  expect(rows[1]).toContain('ca. 35 min. (+5 min.)');
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
    .filter((_, row) => $(row).find('th').text() === 'Afsnit, der er kvinder nok til')
    .find('td')
    .toArray()
    .map((cell) => $(cell).text());
  expect(carried).toEqual(['1', '3–5 (4)', '15–18 (16)']);
  const asked = { hvad: 'comparison', forslag: ['proevehandling', 'intet-nyt'], noejagtighed: '2', startnummer: '11' };
  const study = (await planner.post(`${page}/beregninger`, asked)).location;
  const compared = await worked(planner, study);
  const said = compared
    .$('.lab-estimate')
    .toArray()
    .map((section) => /Afsnit, der er kvinder nok til: ([\d–]+)\./.exec(compared.$(section).text())?.[1]);
  expect(said).toEqual(carried.map((cell) => cell.replace(/ \(.*/, '')));
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
