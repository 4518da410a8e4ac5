import type { CheerioAPI } from 'cheerio';
import { describe, expect, test } from 'vitest';
import { pageCount, tableHeads } from '../../../test/pdf.ts';
import { testWeb, type TestWeb, type Visit, type Visitor } from '../../../test/web.ts';
import { unzipped, wordsOfAPage, wordTexts } from '../../../test/word.ts';

const web = await testWeb();
const scenarios = '/planlaegning/scenarier';
const published = '/planlaegning/offentliggjort';

/** Asks until the answer is there, as the page does by itself. */
async function answered(visitor: Visitor, path: string): Promise<Visit> {
  for (;;) {
    const visit = await visitor.get(path);
    if (visit.$('[data-waiting]').length === 0) return visit;
    expect(visit.text).toContain('Svaret regnes ud');
    expect(visit.$('a').filter((_, link) => visit.$(link).text() === 'Se, om svaret er klar').length).toBe(1);
  }
}

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

async function saved(from: string, changes: Record<string, string>): Promise<{ readonly location: string; readonly planner: Visitor }> {
  const planner = await web.as('planlaegger');
  const { $ } = await planner.get(`${scenarios}/nyt?fra=${from}`);
  const { location, status } = await planner.post(scenarios, { ...filled($), ...changes });
  expect(status).toBe(303);
  return { location, planner };
}

describe('the answer of a saved scenario', () => {
  test('stands on its own page, and an approver reads it with its documents once it is published, after a restart too', async () => {
    const { location, planner } = await saved('styrelsen-2024', {
      titel: 'Fem afsnit med få pladser',
      'pladser-0': '3',
      'skoen-0-navn': 'Eget skøn',
      'skoen-0-fra': '11',
      'skoen-0-til': '13',
      'skoen-0-kilde': 'Regionens opgørelse 2026',
    });
    const own = await answered(planner, location);
    expect(own.$('.plan-lead li').first().text()).toContain('11–13 kvinder om året («Eget skøn»): ikke kvinder nok, kun til 2 afsnit; ');
    expect(own.text).toContain('Der er ikke kvinder nok til forslagets 5 afsnit, kun til 2.');
    expect(own.text).toContain('Regionens opgørelse 2026');
    // Units that are not alike: their places together.
    expect(own.text).toContain('med 35 pladser i alt');
    expect(own.text).toContain('afgøres ikke her');

    expect((await (await web.as('godkender')).get(`${published}/${location.split('/').at(-1) ?? ''}`)).status).toBe(404);
    await planner.post(`${location}/syn`, { syn: 'share' });
    await planner.post(`${location}/syn`, { syn: 'publish', 'laest-version': '1' });
    // The planner's own address leads her there.
    const refused = await (await web.as('godkender')).get(location);
    expect(refused.status).toBe(403);
    expect(refused.$(`main a[href="${published}/${location.split('/').at(-1) ?? ''}"]`).length).toBe(1);
    const later: TestWeb = await web.restarted();
    const approver = await later.as('godkender');
    const id = location.split('/').at(-1) ?? '';
    const page = await answered(approver, `${published}/${id}`);
    expect(page.$('.plan-lead').text()).toBe(own.$('.plan-lead').text());
    expect(page.$('svg[role="img"]').length).toBe(5);
    // She is not led where she may not go.
    for (const link of page.$('main a[href^="/planlaegning"]').toArray())
      expect((await approver.get(page.$(link).attr('href') ?? '')).status).toBe(200);

    // What happened stands beside what the model said, for her as for the planner; the way to the register's own page is not hers.
    const observed = page
      .$('table')
      .filter((_, table) => page.$(table).find('caption').text() === 'Sådan gik det, og sådan siger modellen');
    expect(
      observed
        .find('tbody th')
        .toArray()
        .map((head) =>
          page
            .$(head)
            .text()
            .replace(/(Registret|\.).*/s, ''),
        ),
    ).toEqual(['Belægning', 'Uger i døgn før fødslen', 'Ventetid til indskrivning, i uger', 'Afslag fra stederne']);
    expect(observed.find('thead').text()).toContain('Modellen ved Eget skøn');

    const word = await approver.get(`${published}/${id}/svar.docx`);
    const archive = new Uint8Array(word.response.rawPayload);
    const texts = wordTexts(archive);
    expect(texts).toContain(page.$('.plan-lead .say').first().text());
    expect(texts).toContain('Kan «Fem afsnit med få pladser» bære opgaven?');
    expect(texts).toContain('Sådan gik det, og sådan siger modellen');
    expect(texts).toContain('Model, 11–13 kvinder');
    expect(texts.some((text) => /^Belægning: .* Ventetid til indskrivning, i uger: .* Belægningen i \d{4} kommer den /.test(text))).toBe(
      true,
    );
    // It leaves the house: the organisation stands for who saved it.
    expect(texts.join(' ')).toContain('version 1, gemt af Social- og Boligstyrelsen');
    expect(texts.join(' ')).not.toContain('Sofie Brandtoft');
    expect(texts).toContain('Graviditetsuge ved henvisning');
    // No hints of a form and no words of a page.
    expect(texts).toContain('8–36, oftest 20');
    expect(texts).toContain('Pladser i hvert afsnit');
    expect(texts).toContain('3–8');
    expect(wordsOfAPage(texts)).toEqual([]);
    expect(unzipped(archive, 'word/document.xml')).toMatch(/descr="11–13 kvinder om året: /);
    expect((await approver.get(`${published}/${id}/svar.pdf`)).response.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
    expect((await approver.get(`${scenarios}/${id}/svar.docx`)).status).toBe(403);
    expect((await (await web.as('kvinden')).get(`${published}/${id}/svar.docx`)).status).toBe(403);
  });

  test.each(['da', 'en'])(
    'is two sides as PDF with what happened and every assumption, of which no column is crushed (%s)',
    async (language) => {
      const { location, planner } = await saved('kommunerne-2025', { titel: 'Pladser i syd og nord, åbnet efter behov' });
      await planner.get(`/sprog/${language}`);
      const page = await planner.get(location);
      if (language === 'en') expect(page.text).toContain('the joint answer of the municipalities 2025');
      let file = await planner.get(`${location}/svar.pdf`);
      while (file.status === 303) file = await planner.get(`${location}/svar.pdf`);
      const pdf = file.response.rawPayload;
      expect(pageCount(pdf)).toBe(2);
      // A word of nine letters stands in each column unbroken, and a head has three lines at most.
      for (const { width, height } of tableHeads(pdf).flat()) {
        expect(width).toBeGreaterThan(45);
        expect(height).toBeLessThan(36);
      }
    },
  );

  test('tells the assumptions that it hangs on, and is that of the version that is shown', async () => {
    const { location, planner } = await saved('proevehandling', { titel: 'Ét afsnit' });
    const first = await answered(planner, location);
    const weighs = first.$('.plan-weighs');
    expect(weighs.find('tbody th').first().text()).not.toBe('');
    expect(weighs.find('tbody th').last().text()).toBe('Som scenariet er');
    expect(weighs.text()).toContain('antagelse');
    expect(weighs.text()).toMatch(/\d+–\d+ %/);
    const form = filled((await planner.get(`${location}/ret`)).$);
    expect((await planner.post(scenarios, { ...form, 'pladser-0': '5' })).status).toBe(303);
    const second = await answered(planner, location);
    expect(second.text).toContain('med 5 pladser i afsnittet');
    expect((await answered(planner, `${location}?version=1`)).$('.plan-lead').text()).toBe(first.$('.plan-lead').text());
  });

  test('without units says what nothing new is', async () => {
    const planner = await web.as('planlaegger');
    const file = '{"title":"Ingen","years":2,"arrivalsPerYear":5,"stayYears":0.5,"patience":"none","sites":[]}';
    const { location } = await planner.upload(`${scenarios}/fil`, 'ingen.json', file);
    const page = await answered(planner, location);
    expect(page.text).toContain('der ikke oprettes højt specialiserede pladser');
    expect(page.text).toContain('Scenariet har ingen skøn selv');
  });

  test('too large for a page is said, with the way that there is', async () => {
    const planner = await web.as('planlaegger');
    const large =
      '{"years":10,"arrivalsPerYear":5,"estimates":[{"name":"Alle","from":900,"to":1000,"source":"x"}],"stayYears":0.5,"patience":"none","sites":[{"id":"A","places":8}]}';
    const { location } = await planner.upload(`${scenarios}/fil`, 'stor.json', large);
    expect((await planner.get(location)).text).toContain('for stort til at blive regnet ud på siden');
    expect((await planner.get(`${location}/svar.pdf`)).status).toBe(404);
  });
});
