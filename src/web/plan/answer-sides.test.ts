import type { CheerioAPI } from 'cheerio';
import { expect, test } from 'vitest';
import { pageCount, tableHeads } from '../../../test/pdf.ts';
import { testWeb, type Visitor } from '../../../test/web.ts';
import { wordTexts } from '../../../test/word.ts';
import { positionWords } from './addresses.ts';

const web = await testWeb();
const scenarios = '/planlaegning/scenarier';

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
