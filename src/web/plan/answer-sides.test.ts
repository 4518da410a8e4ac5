import type { CheerioAPI } from 'cheerio';
import { expect, test } from 'vitest';
import { pageCount, tableHeads } from '../../../test/pdf.ts';
import { testWeb, type Visitor } from '../../../test/web.ts';
import { wordTexts } from '../../../test/word.ts';
import { documentedEstimates, positionFile } from '../../domain/planning/lab/position-scenarios.ts';
import type { Scenario } from '../../domain/planning/simulation/scenario.ts';
import { day, moment } from '../../domain/time.ts';
import { planPdf } from '../../reports/pdf.ts';
import { positionWords } from './addresses.ts';
import { keptAnswers } from './answers.ts';
import { scenarioDocument } from './scenario-answer.tsx';

const web = await testWeb();
const scenarios = '/planlaegning/scenarier';
const eight = keptAnswers();

/** In points: a word of nine letters stands in it unbroken, and a head of it has three lines at most. */
const [narrowest, tallest] = [44, 36];

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

/** The file, once the answer is worked out; the page is sent until then. */
async function file(visitor: Visitor, path: string): Promise<Buffer> {
  for (;;) {
    const { status, response } = await visitor.get(path);
    if (status === 200) return response.rawPayload;
    expect(status).toBe(303);
  }
}

/** Some decline, most decline, and nobody accepts. */
test.each([
  ['agency-2024', '72', '40', '95'] as const,
  ['pilot', '72', '40', '95'] as const,
  ['municipalities-2025', '72', '40', '95'] as const,
  ['regions-2023', '72', '40', '95'] as const,
  ['nothing-new', '72', '40', '95'] as const,
  ['agency-2024', '15', '10', '30'] as const,
  ['pilot', '0', '0', '50'] as const,
])(
  'the answer of «%s» is two sides at most in both languages where %s in a hundred accept, and says how many decline',
  async (position, accepts, least, most) => {
    const planner = await web.as('planlaegger');
    const { $ } = await planner.get(`${scenarios}/nyt?fra=${positionWords[position]}`);
    const { location, status } = await planner.post(scenarios, {
      ...filled($),
      titel: `${position} ved ${accepts} %`,
      'tager-imod': accepts,
      'tager-imod-fra': least,
      'tager-imod-til': most,
      'tager-imod-kilde': 'Familieambulatoriets egen opgørelse over tilbud og svar, 2024 og 2025',
    });
    expect(status).toBe(303);
    for (const language of ['da', 'en']) {
      await planner.get(`/sprog/${language}`);
      const pdf = await file(planner, `${location}/svar.pdf`);
      expect(pageCount(pdf), language).toBeGreaterThan(0);
      expect(pageCount(pdf), language).toBeLessThanOrEqual(2);
      for (const { width, height } of tableHeads(pdf).flat()) {
        expect(width).toBeGreaterThan(narrowest);
        expect(height).toBeLessThan(tallest);
      }
      if (position === 'nothing-new') continue;
      const texts = wordTexts(new Uint8Array(await file(planner, `${location}/svar.docx`))).join(' ');
      const no = 100 - Number(accepts);
      expect(texts).toContain(language === 'da' ? `at ${no} % siger nej til en plads` : `that ${no} % decline a place`);
      // Where none accepts, none of those who do is said to come in.
      if (accepts === '0')
        expect(texts).not.toMatch(/[Nn]æsten alle|[Aa]lle, der siger ja, kommer|nearly everybody|All who accept come in/);
    }
  },
);

test.each(['kommunerne-2025', 'proevehandling'])(
  'an answer of «%s» with four estimates is two sides in both languages, with all of them beside each other in one picture',
  async (position) => {
    const planner = await web.as('planlaegger');
    const { $ } = await planner.get(`${scenarios}/nyt?fra=${position}`);
    const { location } = await planner.post(scenarios, {
      ...filled($),
      titel: `${position} med fire skøn`,
      'tager-imod': '80',
      'tager-imod-fra': '50',
      'tager-imod-til': '95',
      'tager-imod-kilde': 'Familieambulatoriets egen opgørelse over tilbud og svar, 2024 og 2025',
      'skoen-3-navn': 'Registret: Visiteret til en døgnbehandlingsindsats',
      'skoen-3-fra': '5,9',
      'skoen-3-til': '15,8',
      'skoen-3-kilde': 'Samløb, registrets tal for 2023–2025',
    });
    for (const language of ['da', 'en']) {
      await planner.get(`/sprog/${language}`);
      const pdf = await file(planner, `${location}/svar.pdf`);
      expect(pageCount(pdf), language).toBe(2);
      const texts = wordTexts(new Uint8Array(await file(planner, `${location}/svar.docx`)));
      const heads = texts.filter((text) => /^(6–8|16–30|80–100|5[,.]9–15[,.]8) (kvinder om året|women a year)$/.test(text));
      expect(heads).toHaveLength(4);
      expect(texts.filter((text) => /^(Billede|Picture) \d/.test(text))).toHaveLength(1);
      // With a low estimate added, the middle one is still one that something hangs on.
      expect(texts.join(' ')).toMatch(/(ved|at) 23 /);
    }
  },
);

/** As long as those that people write. */
const more = [
  ['Registret: Visiteret til en døgnbehandlingsindsats', '5,9', '15,8', 'Samløb, registrets tal for 2023–2025'],
  ['Familieambulatoriernes optælling 2024', '34', '52', 'Spørgeskema til familieambulatorierne, efteråret 2024'],
  ['Regionernes skøn', '40', '60', 'Danske Regioner, notat til forhandlingerne 2023'],
  ['Det skjulte tal', '110', '160', 'Beregnet af overlappende lister med tre metoder'],
  ['Lokalt skøn for Syddanmark', '12', '18', 'Egen vurdering'],
] as const;

test('as many estimates as a scenario takes are two sides in both languages, with all of them in the table and the pictures', async () => {
  const planner = await web.as('planlaegger');
  const { $ } = await planner.get(`${scenarios}/nyt?fra=kommunerne-2025`);
  const added = more
    .slice(0, 3)
    .flatMap(([navn, fra, til, kilde], index) =>
      Object.entries({ navn, fra, til, kilde }).map(([part, text]) => [`skoen-${index + 3}-${part}`, text] as const),
    );
  const { location } = await planner.post(scenarios, {
    ...filled($),
    titel: 'Pladser ved familieambulatorierne med seks skøn',
    'tager-imod': '80',
    'tager-imod-kilde': 'Familieambulatoriets egen opgørelse over tilbud og svar, 2024 og 2025',
    ...Object.fromEntries(added),
  });
  for (const language of ['da', 'en']) {
    await planner.get(`/sprog/${language}`);
    expect(pageCount(await file(planner, `${location}/svar.pdf`)), language).toBe(2);
    const texts = wordTexts(new Uint8Array(await file(planner, `${location}/svar.docx`)));
    expect(texts.filter((text) => /^(Billede|Picture) \d/.test(text))).toHaveLength(2);
    for (const women of ['6–8', '16–30', '80–100', '34–52', '40–60'])
      expect(texts.filter((text) => text === women).length).toBeGreaterThanOrEqual(2);
    expect(texts.join(' ')).toMatch(/står på svarets side i Samløb|stands on the page of the answer in Samløb/);
  }
}, 600_000);

test.each(['da', 'en'] as const)(
  'eight estimates would be two sides too (%s)',
  async (language) => {
    const number = (text: string): number => Number(text.replace(',', '.'));
    const base = positionFile('municipalities-2025', 'Otte skøn');
    const scenario: Scenario = {
      ...base,
      accepts: 0.8,
      estimates: [
        ...documentedEstimates,
        ...more.map(([name, from, to, source]) => ({ name, from: number(from), to: number(to), source })),
      ],
    };
    const asked = eight.scenario('otte', scenario);
    if (asked?.outcome !== 'asked') throw new Error('it was not begun');
    const worked = await asked.work;
    expect(worked.answers).toHaveLength(8);
    const at = moment('2026-11-22T09:00:00Z');
    const shown = {
      scenario: 'otte',
      version: 1,
      title: 'Pladser ved familieambulatorierne med otte skøn',
      content: scenario,
      note: '',
      recorded: at,
      byName: 'Sofie Brandtoft',
      organisationName: 'Planlægningen',
    };
    const figures = ['median-stay-before-birth', 'median-need-to-admission', 'holds-refused'].map((figure) => ({
      figure,
      value: 9.5,
      year: 2025,
      title: figure,
      text: figure,
      edition: '2026-11',
      source: 'Registrets forløb, opgjort i hele landet og beskyttet',
      asOf: day('2026-10-01'),
      hidden: [],
    }));
    const observed = { figures, occupancy: { years: [], next: { year: 2025, comes: day('2027-01-15') } } };
    const pdf = planPdf(scenarioDocument(shown, worked, observed, at, language));
    expect(pageCount(pdf)).toBe(2);
  },
  600_000,
);
