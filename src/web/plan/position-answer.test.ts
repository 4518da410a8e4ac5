import { describe, expect, test } from 'vitest';
import { testWeb, type Visit, type Visitor } from '../../../test/web.ts';
import { wordsOfAPage, wordTexts } from '../../../test/word.ts';

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

describe('the answer of a position', () => {
  test('is fetched as Word and PDF with the same sentences, and only with places that can be asked for', async () => {
    const planner = await web.as('planlaegger');
    const { $ } = await worked(planner, `${page}?loesning=regionerne-2023`);
    const word = await planner.get(`${page}/svar.docx?loesning=regionerne-2023&pladser=8`);
    expect(word.response.headers['content-disposition']).toContain('svar-regionerne-2023.docx');
    const texts = wordTexts(new Uint8Array(word.response.rawPayload));
    for (const said of $('.plan-lead .say').toArray())
      expect(texts).toContain($(said).text().replaceAll('<', '&lt;').replaceAll('>', '&gt;'));
    expect(texts).toContain('Ansvar, finansiering og frivillighed er gengivet, som dokumenterne siger det. Beregningen afgør dem ikke.');
    // Every assumption that the page says means most stands on the paper too, which says no more of the others.
    const levers = $('.plan-weighs tbody tr:not(:last-child) th')
      .toArray()
      .map((head) => $(head).text());
    expect(levers).toContain('Uger på stedet efter fødslen');
    for (const lever of levers) expect(texts).toContain(lever);
    expect(texts.join(' ')).toContain('For hver kolonne er de 2 antagelser med, der flytter den mest.');
    expect(texts.join(' ')).not.toContain('mindre.');
    // The threat that is told is the hardest, at the highest estimate, where there is too little room already.
    expect($('.plan-lead').text()).toMatch(
      /Antagelserne kan gøre det værre: er «[^»]+» [\d,]+, kommer 5\d % af kvinderne aldrig ind ved 90 kvinder/,
    );
    // Who waits when the years are over is in neither number.
    for (const said of [$('main').text(), texts.join(' ')])
      expect(said).toContain('Den, der stadig venter, når årene er gået, er ikke talt med i den og heller ikke blandt indskrivningerne.');
    // What it costs those who stay outside is not told as the price of the others' coming in.
    expect($('.plan-lead li').last().text()).toMatch(/^80–100 .* der er kun plads til /);
    expect($('.plan-lead li').last().text()).not.toContain('optaget');
    // What is documented says where; «Kilde: kilde» says nothing.
    expect(texts.some((text) => text.endsWith('(kilde: kommunerne, 2025)'))).toBe(true);
    expect(texts.filter((text) => text.endsWith('(antagelse)')).length).toBe(9);
    expect(texts).not.toContain('kilde');
    expect(wordsOfAPage(texts)).toEqual([]);
    await planner.get('/sprog/en');
    const english = await planner.get(`${page}/svar.docx?loesning=regionerne-2023&pladser=8`);
    expect(wordsOfAPage(wordTexts(new Uint8Array(english.response.rawPayload)))).toEqual([]);
    await planner.get('/sprog/da');
    await worked(planner, `${page}?loesning=intet-nyt`);
    const nothing = await planner.get(`${page}/svar.docx?loesning=intet-nyt&pladser=8`);
    expect(wordsOfAPage(wordTexts(new Uint8Array(nothing.response.rawPayload)))).toEqual([]);
    expect(texts.join(' ')).toContain('Et nyt tilbud er 1–3 år om at komme i gang (kommunerne, 2025)');
    expect((await planner.get(`${page}/svar.pdf?loesning=regionerne-2023&pladser=8`)).response.headers['content-type']).toBe(
      'application/pdf',
    );
    expect((await planner.get(`${page}/svar.pdf?pladser=900`)).status).toBe(404);
    expect((await (await web.as('jordemoder')).get(`${page}/svar.pdf`)).status).toBe(403);
  });

  test('shows beside the answer the assumptions that it hangs on, each with its range and the word or its source', async () => {
    const { $, text } = await worked(await web.as('planlaegger'), `${page}?loesning=regionerne-2023`);
    // One for the estimate in the middle and one for the highest, where other things weigh.
    const tables = $('.plan-weighs table').toArray();
    expect(tables.map((table) => $(table).find('caption').text())).toEqual(
      [23, 90].map((women) => `De antagelser, der betyder mest, ved ${women} kvinder om året`),
    );
    const rows = tables.flatMap((table) => $(table).find('tbody tr').toArray().slice(0, -1));
    expect(rows.length).toBeGreaterThan(4);
    for (const row of rows) {
      const [range, source, never, weeks, three] = $(row)
        .find('td')
        .toArray()
        .map((cell) => $(cell).text());
      expect(range).toMatch(/^\d+(,\d+)?–\d+(,\d+)?( %)?$/);
      expect(source).not.toBe('');
      expect(never).toMatch(/%$/);
      expect(weeks).toMatch(/^[\d,]+(–[\d,]+)?$/);
      expect(three).toMatch(/%$/);
    }
    // What overturns it stands in the first sentences, and that nobody knows how many accept.
    const lead = (await worked(await web.as('planlaegger'), `${page}?loesning=kommunerne-2025`)).$('.plan-lead').text();
    expect(lead).toMatch(
      /Antagelserne kan vælte det: er «[^»]+» [\d,]+( %)?, kommer \d+ % af kvinderne aldrig ind ved 90 kvinder om året \(nu /,
    );
    expect(lead).toMatch(
      /Siger kun 50 % ja til en plads, er der ikke længere kvinder nok til forslagets \d afsnit ved 16–30 kvinder om året\./,
    );
    expect(lead).toContain('Dokumenterne siger ikke, hvor mange der siger ja til en plads; at 100 % gør, er en antagelse.');
    // The twenty-six weeks that no document says.
    expect(text).toContain(
      'Hun bliver 26 uger efter fødslen. Forslaget siger ikke hvor længe. «Uger på stedet efter fødslen» er prøvet fra 4 til 26.',
    );
  });
});
