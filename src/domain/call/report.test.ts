import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { printedOf, releasedEdition } from '../../../test/released-edition.ts';
import { type Publishable, publicWriter } from '../disclosure/publishable.ts';
import { municipalities } from '../geography/municipalities.ts';
import { day } from '../time.ts';
import type { Answer } from './answer.ts';
import { answers2019 } from './answers-2019.ts';
import type { ReportPlace } from './numbers.ts';
import { call2019 } from './packages/2019-gravide.ts';
import { attackers } from '../disclosure/attackers.ts';
import { draftEdition } from './draft-edition.ts';
import { internalReport, publicReport, type ReportRequest } from './report.ts';
import { callStatuses, type CallStatus, isReleased } from './lifecycle.ts';
import type { InternalReport, PublicReport, ReportBlock } from './report-document.ts';

const places: readonly ReportPlace[] = ['hovedstaden', 'sjaelland', 'syddanmark', 'midtjylland', 'nordjylland', 'danmark'];

function request(
  place: ReportPlace,
  answers: readonly Answer[] = answers2019,
  status: CallStatus = 'reported',
  preview = false,
): ReportRequest {
  return { package: call2019, answers, place, asOf: day('2020-10-15'), status, preview };
}

function internalOf(place: ReportPlace, answers?: readonly Answer[]): InternalReport {
  const outcome = internalReport(request(place, answers));
  if (outcome.outcome !== 'written') throw new Error('the report is not written');
  return outcome.report;
}

function publicOf(place: ReportPlace, answers?: readonly Answer[]): PublicReport {
  const asked = request(place, answers);
  const outcome = publicReport(asked, releasedEdition(asked), printedOf(asked, releasedEdition(asked)));
  if (outcome.outcome !== 'written') throw new Error('the report is not released');
  return outcome.report;
}

function textsOf(report: InternalReport | PublicReport): readonly string[] {
  return report.blocks.flatMap((block): readonly string[] => {
    switch (block.type) {
      case 'heading':
      case 'paragraph':
        return [block.text];
      case 'notice':
        return [block.title, block.text];
      case 'list':
        return block.items;
      case 'quotation':
        return [block.text, block.source];
      case 'terms':
        return block.rows.flatMap(({ term, text }) => [term, text]);
      case 'table':
        return [block.caption, ...block.notes, ...block.rows.flatMap(({ head, cells }) => [head, ...cells])];
    }
  });
}

function cellsOf(report: InternalReport | PublicReport): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    report.blocks.flatMap((block) => (block.type === 'table' ? block.rows.map(({ head, cells }) => [`${block.id}: ${head}`, cells]) : [])),
  );
}

describe('the internal report', () => {
  test('of Syddanmark holds the counts, the distribution, the municipalities and the country', () => {
    const report = internalOf('syddanmark');
    expect(cellsOf(report)).toMatchObject({
      'antal: Kvinder, der er visiteret til en behandlingsindsats (døgn eller ambulant)': ['10', '8', '8'],
      'antal: Kvinder, der er visiteret til døgnbehandling': ['2', '2', '2'],
      'kommuner: Odense': ['4', '3', '3', '1', '1', '1', 'opdigtet'],
      'region-og-land: Heraf døgnbehandling, hele landet': ['6', '6', '8'],
    });
    expect(textsOf(report)).toContain('3 kommuner har hver haft 1 kvinde i ét af årene, og det er forskellige år.');
    expect(report.figures.length).toBe(12 + 22 * 6);
  });

  test('keeps quotations that contradict as quotations', () => {
    const quotations = internalOf('nordjylland').blocks.filter(({ type }) => type === 'quotation');
    expect(quotations).toMatchObject([{ text: 'anslået 3-8 borgere' }, { text: expect.stringContaining('2016-17') }]);
  });

  test('says who has not answered, and that the counts are then incomplete', () => {
    const report = internalOf(
      'nordjylland',
      answers2019.filter(({ municipality }) => !['0851', '0860'].includes(municipality)),
    );
    expect(textsOf(report)).toContain('9 af 11 kommuner har svaret. Tallene er derfor ufuldstændige.');
    expect(textsOf(report)).toContain(
      'Disse kommuner har ikke svaret: Aalborg og Hjørring. Rapportens tal omfatter kun de kommuner, der har svaret.',
    );
    expect(cellsOf(report)['kommuner: Aalborg']).toEqual(['–', '–', '–', '–', '–', '–', 'ikke svaret']);
  });

  test('says plainly that the other themes are not collected', () => {
    expect(textsOf(internalOf('syddanmark')).filter((text) => text.includes('endnu ikke indsamlet i Samløb')).length).toBe(3);
  });

  test('is not written for a region that did not exist', () => {
    expect(internalReport(request('oestdanmark'))).toEqual({ outcome: 'no-such-place' });
  });
});

describe('the public report', () => {
  test('of Syddanmark prints ten, eight and eight, and hides residential treatment', () => {
    const report = publicOf('syddanmark');
    expect(cellsOf(report)).toEqual({
      'antal: Kvinder, der er visiteret til en behandlingsindsats (døgn eller ambulant)': ['10', '8', '8'],
      'antal: Kvinder, der er visiteret til døgnbehandling': ['skjult', 'skjult', 'skjult'],
      'region-og-land: Behandling i alt, Region Syddanmark': ['10', '8', '8'],
      'region-og-land: Behandling i alt, hele landet': ['37', '45', '58'],
      'region-og-land: Heraf døgnbehandling, Region Syddanmark': ['skjult', 'skjult', 'skjult'],
      'region-og-land: Heraf døgnbehandling, hele landet': ['6', '6', '8'],
    });
    expect(textsOf(report)).toContain(
      '15 af 22 kommuner har ikke visiteret en kvinde i målgruppen til behandling i nogen af årene; 7 har i mindst ét af dem.',
    );
  });

  test.each(places)('of %s holds no sentence that counts few women or few municipalities', (place) => {
    const texts = textsOf(publicOf(place));
    expect(texts.filter((text) => /\b[0-4] (kvinder?|kommuner?|borgere?)\b|\b(én|to|tre|fire) kvinder?\b|3-8/.test(text))).toEqual([]);
    expect(publicOf(place).blocks.some((block) => block.type === 'table' && block.id === 'kommuner')).toBe(false);
  });

  test('says under its table which hidden numbers a document has printed, by which rule they are hidden here, and who sees them', () => {
    const saysSo = 'er trykt i et dokument, som alle kan læse';
    const notesOf = (place: ReportPlace): readonly string[] =>
      textsOf(publicOf(place)).filter((text) => /trykt i et dokument|følger reglen/.test(text));
    const south = notesOf('syddanmark');
    expect(south.filter((note) => note.includes('Region Syddanmark, 2017, 2018, 2019 (Afrapportering'))).not.toEqual([]);
    expect(south.some((note) => note.includes('følger reglen diskretion/2019-gravide-1'))).toBe(true);
    // What it prints itself is not said to be hidden, and no other region's document is named for a region without one.
    expect(south.some((note) => note.includes(call2019.questions.any.shortTitle) && note.includes('Region Syddanmark, '))).toBe(false);
    expect(notesOf('midtjylland').some((note) => note.includes('Region Midtjylland'))).toBe(false);
    expect(textsOf(internalOf('syddanmark')).some((text) => text.includes(saysSo))).toBe(false);
  });

  test('lists which numbers it prints, for all places whichever report is read, and which hidden ones are printed elsewhere', () => {
    for (const place of ['syddanmark', 'danmark'] as const) {
      const { blocks } = publicOf(place);
      const at = blocks.findIndex((block) => block.type === 'heading' && block.id === 'trykte-tal');
      const [first, shown, second, elsewhere] = blocks.slice(at + 1, at + 5);
      expect(first).toMatchObject({ type: 'paragraph', text: expect.stringContaining('Udgaven trykker disse tal.') as unknown });
      expect(second).toMatchObject({
        type: 'paragraph',
        text: expect.stringContaining('er skjult i udgaven, men er ingen hemmelighed') as unknown,
      });
      if (shown?.type !== 'list' || elsewhere?.type !== 'list') throw new Error('there are no lists');
      expect(elsewhere.items).toContain('Heraf døgnbehandling, Region Syddanmark: 2017, 2018 og 2019');
      // Each cell of the two lists is shown, or hidden, as its figure is.
      const cellsIn = (items: readonly string[]): readonly string[] =>
        items.flatMap((item) => {
          const [head = '', years = ''] = item.split(': ');
          return [...years.matchAll(/\d{4}/g)].map(([year]) => `${head}/${year}`);
        });
      const shownCells = cellsIn(shown.items);
      const printed = new Set(
        places.flatMap((one) => publicOf(one).figures).flatMap(({ id, value }) => (typeof value === 'number' ? [id] : [])),
      );
      expect(new Set(shownCells).size).toBe(printed.size);
      expect(cellsIn(elsewhere.items).filter((cell) => shownCells.includes(cell))).toEqual([]);
    }
    expect(textsOf(internalOf('syddanmark')).some((text) => text.includes('Udgaven trykker'))).toBe(false);
  });

  test('tells the same in every report of the call', () => {
    const values = new Map<string, string>();
    for (const { id, value } of places.flatMap((place) => publicOf(place).figures)) {
      expect(values.get(id) ?? JSON.stringify(value)).toBe(JSON.stringify(value));
      values.set(id, JSON.stringify(value));
    }
    expect(values.size).toBe(36);
  });

  test('never prints a count from 0 to 4 or a municipality, whatever was answered', () => {
    const count = fc.oneof({ weight: 6, arbitrary: fc.constant(0) }, fc.integer({ min: 0, max: 9 }));
    const counts = fc.array(fc.tuple(count, count), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(fc.array(counts, { minLength: 98, maxLength: 98 }), (rows) => {
        const answers = answers2019.map((answer, index): Answer => {
          const row = rows[index] ?? [];
          const any = row.map(([a, b]) => a + b);
          return {
            ...answer,
            counts: { any: { counts: any, origin: 'made-up' }, residential: { counts: row.map(([, b]) => b), origin: 'made-up' } },
          };
        });
        for (const place of places) {
          const report = publicOf(place, answers);
          for (const { value, place: of } of report.figures) {
            expect(typeof value === 'number' && value < 5).toBe(false);
            expect(municipalities.some(({ id }) => id === of)).toBe(false);
          }
          for (const cell of Object.values(cellsOf(report)).flat()) expect(cell === 'skjult' || Number(cell) >= 5).toBe(true);
          expect(textsOf(report).filter((text) => /\b[0-4] (kvinder?|af \d+ kommuner|har i mindst)/.test(text))).toEqual([]);
        }
      }),
      { numRuns: 40 },
    );
  });

  test('is hidden throughout when every answer is zero', () => {
    const zero = { counts: [0, 0, 0], origin: 'made-up' } as const;
    const report = publicOf(
      'danmark',
      answers2019.map((answer) => ({ ...answer, counts: { any: zero, residential: zero } })),
    );
    expect(new Set(report.figures.map(({ value }) => JSON.stringify(value)))).toEqual(new Set(['{"suppressed":true}']));
  });

  test('is not released before the call is reported, nor where fewer than five municipalities have answered', () => {
    const without = (codes: readonly string[]): readonly Answer[] =>
      answers2019.filter(({ municipality }) => !codes.includes(municipality));
    for (const status of callStatuses) {
      const asked = request('syddanmark', without(['0101']), status);
      const outcome = publicReport(asked, releasedEdition(asked), printedOf(asked, releasedEdition(asked)));
      if (isReleased(status)) expect(outcome.outcome).toBe('written');
      else expect(outcome).toEqual({ outcome: 'not-released', reasons: [{ reason: 'not-reported' }] });
    }
    const north = municipalities
      .filter(({ region }) => region === 'nordjylland')
      .slice(4)
      .map(({ id }) => id);
    const few = request('syddanmark', without(north));
    expect(publicReport(few, releasedEdition(few), printedOf(few, releasedEdition(few)))).toEqual({
      outcome: 'not-released',
      reasons: [{ reason: 'too-few-answers', place: 'nordjylland', answered: 4 }],
    });
  });

  test('is shown before its release only to those who may read the internal one, and says that it is a draft', () => {
    const asked = request('syddanmark', answers2019, 'answered', true);
    const { released, tried } = draftEdition(asked, null);
    const draft = publicReport(asked, released, printedOf(asked, released), tried);
    expect(draft.outcome === 'written' && textsOf(draft.report).some((text) => text.includes('udgivelsen kan skjule flere tal'))).toBe(
      true,
    );
    expect(draft.outcome === 'written' && textsOf(draft.report).some((text) => text.includes('Det må ikke offentliggøres'))).toBe(true);
    expect(textsOf(publicOf('syddanmark')).some((text) => /udkast/i.test(text))).toBe(false);
  });

  test('is a draft without a number where the release would be refused', () => {
    const asked = request('syddanmark', answers2019, 'answered', true);
    const { released, tried } = draftEdition(asked, { outcome: 'refused', why: { reason: 'contradicts-ledger' } });
    expect(released.table.published.every((value) => value === null)).toBe(true);
    expect(tried).toContain('kan den offentlige udgave ikke udgives: den stemmer ikke med det, der er udgivet før.');
    // That somebody can work a count out is said only where it was shown.
    const unproven = draftEdition(asked, { outcome: 'refused', why: { reason: 'not-proven', cell: 0, attacker: attackers[0] } });
    expect(unproven.tried).toContain('det kunne ikke i tide bevises');
    for (const text of [tried, unproven.tried]) expect(text).not.toContain('kan nogen regne et lille tal ud');
    const kept = draftEdition(asked, { outcome: 'refused', why: { reason: 'cannot-be-kept', cell: 0, attacker: attackers[0] } });
    expect(kept.tried).toContain('uanset hvad der skjules, kan nogen regne et lille tal ud');
  });

  test('says that it is not yet tried where it waits, and where too many wait', () => {
    const asked = request('syddanmark', answers2019, 'answered', true);
    expect(draftEdition(asked, null).tried).toContain('Det er endnu ikke prøvet');
    expect(draftEdition(asked, { outcome: 'busy' }).tried).toContain('Åbn udkastet igen om nogle minutter');
  });

  test('never says whether a hidden sum is one that a document has printed', () => {
    const changed = answers2019.map((answer) =>
      answer.municipality === '0561'
        ? { ...answer, counts: { ...answer.counts, residential: { counts: [0, 0, 0], origin: 'municipality' as const } } }
        : answer,
    );
    for (const place of ['syddanmark', 'nordjylland', 'danmark'] as const) {
      for (const answers of [answers2019, changed]) {
        const texts = [...textsOf(publicOf(place, answers)), ...publicOf(place, answers).figures.map(({ source }) => source)];
        expect(texts.filter((text) => /summerne er|de samme som|andre end/.test(text))).toEqual([]);
      }
    }
  });

  test('takes nothing that disclosure has not cleared: it does not compile', () => {
    const raw = 'en sætning fra et sted, hvor tallene er små';
    // @ts-expect-error a raw sentence is not publishable
    const sentence: ReportBlock<'public'> = { type: 'paragraph', text: raw };
    // @ts-expect-error a sentence for internal use is not publishable
    const internal: ReportBlock<'public'> = internalOf('syddanmark').blocks[0] as ReportBlock<'internal'>;
    // @ts-expect-error a raw count cannot be inserted in a public sentence
    const counted: Publishable<string> = publicWriter.text`der var ${2} kvinder`;
    // @ts-expect-error an internal report is not a public one
    const report: PublicReport = internalOf('syddanmark');
    expect([sentence, internal, counted, report]).toHaveLength(4);
  });
});
