/** The two pictures of an answer for Word and PDF: strips in a table, so that what is compared stands side by side, with the numbers of the page's. */
import type { DemandRange, UnitAnswer } from '../../domain/planning/proposals/answer.ts';
import type { PlanBlock } from '../../reports/plan-document.ts';
import type { Strip, StripShape } from '../../reports/strip.ts';
import { numberText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { mostAdmitted } from './admissions-picture.tsx';
import { whoAccept } from './declined.ts';
import { documentWords } from './document-words.ts';
import { leadWords } from './lead-words.ts';
import { estimateText, percentText, rangeText, spanText } from './plan-words.ts';
import type { ShownNeed } from './shown-need.ts';
import { siteName } from './site-name.ts';
import { answerTexts, planTexts } from './texts.ts';

/** The colours of the screen's pictures. */
const [ink, tint, grid, stop, paper] = ['0B5563', 'CFE3E6', 'D8D5CF', 'A4161A', 'FFFFFF'];
const [width, height, edge] = [200, 14, 6];
const criterion = 3;
/** The scale of weeks goes at least so far, so that a small loss looks small. */
const fewWeeks = 8;

const box = (x: number, y: number, wide: number, high: number, colour: string): StripShape => ({
  shape: 'box',
  x,
  y,
  width: wide,
  height: high,
  colour,
});

/** All years as a thin line, nine of ten at the middle of the estimate as a thick one, the middle year as a ring, the criterion dashed, on a scale up to `most`. */
function yearsStrip({ years: [low, middle, high], outer }: Pick<UnitAnswer, 'years' | 'outer'>, most: number): Strip {
  const at = (value: number): number => edge + ((width - 2 * edge) * value) / most;
  const dashes = Array.from({ length: 4 }, (_, index) => box(at(criterion) - 0.75, 0.5 + 3.5 * index, 1.5, 2.5, stop));
  return {
    width,
    height,
    shapes: [
      box(at(0), 0, 0.75, height, grid),
      ...dashes,
      box(at(outer.from), height / 2 - 0.5, at(outer.to) - at(outer.from), 1, ink),
      box(at(low), height / 2 - 1.25, at(high) - at(low), 2.5, ink),
      box(at(low) - 0.75, height / 2 - 5, 1.5, 10, ink),
      box(at(high) - 0.75, height / 2 - 5, 1.5, 10, ink),
      { shape: 'disc', x: at(middle), y: height / 2, radius: 5, colour: ink },
      { shape: 'disc', x: at(middle), y: height / 2, radius: 2.75, colour: paper },
    ],
  };
}

/** Filled up to the lowest, outlined on to the highest, with a line at the middle; empty where there is none. */
function barStrip(span: DemandRange | null, most: number): Strip {
  const at = (value: number): number => edge + ((width - 2 * edge) * value) / most;
  const axis = box(at(0) - 0.75, 0, 0.75, height, grid);
  if (span === null) return { width, height, shapes: [axis] };
  return {
    width,
    height,
    shapes: [
      axis,
      ...(span.to > 0 ? [box(at(0), 3, at(span.to) - at(0), height - 6, ink)] : []),
      ...(at(span.to) - at(span.from) > 1.5 ? [box(at(span.from), 3.75, at(span.to) - at(span.from) - 0.75, height - 7.5, tint)] : []),
      ...(span.to > 0 ? [box(at(span.middle) - 0.75, 1, 1.5, height - 2, stop)] : []),
    ],
  };
}

/** Estimates that have room beside each other on paper. */
const mostBeside = 4;
/** Of more estimates than this, what is lost is read in the table alone, where the same numbers stand: two sides have no room for both. */
const mostDrawnLost = 3;

/** What is lost comes first: it is short enough to stand on the first side. The estimates that have no room beside the others go on below, alike in number. */
export function pictures(answers: readonly ShownNeed[], language: Language): readonly PlanBlock[] {
  const count = Math.ceil(answers.length / mostBeside);
  const size = Math.ceil(answers.length / Math.max(1, count));
  const most = mostAdmitted(answers);
  return [
    ...(answers.length > mostDrawnLost ? [] : [lostPicture(answers, language)]),
    ...Array.from({ length: count }, (_, of) => unitsPicture(answers.slice(of * size, (of + 1) * size), { most, of, count }, language)),
  ];
}

function writtenTenth(value: number, language: Language): string {
  return numberText(Number(value.toFixed(1)), language);
}

/** A row for each unit, a column for each estimate, all on one scale: what is compared stands side by side. */
function unitsPicture(
  answers: readonly ShownNeed[],
  { most, of, count }: { readonly most: number; readonly of: number; readonly count: number },
  language: Language,
): PlanBlock {
  const [say, said] = [answerTexts(language), planTexts(language)];
  const written = (value: number): string => writtenTenth(value, language);
  const sites = answers[0]?.units.map(({ site }) => site) ?? [];
  return {
    type: 'picture',
    caption: count > 1 ? `${said('admissionsPicture')} (${of + 1}/${count})` : said('admissionsPicture'),
    headColumn: said('unit'),
    columns: answers.map((answer) => said('women', { women: estimateText(answer, language) })),
    rows: sites.map((site, unit) => ({
      head: siteName(site),
      cells: answers.map((answer) => {
        const { years, outer } = answer.units[unit] ?? { years: [0, 0, 0] as const, outer: { from: 0, to: 0 } };
        const [low = '', middle = '', high = ''] = years.map(written);
        const women = said('women', { women: estimateText(answer, language) });
        const [least, greatest] = [written(outer.from), written(outer.to)];
        return {
          strip: yearsStrip({ years, outer }, most),
          alt: say('doc.unitAlt', { name: `${siteName(site)}, ${women}`, low, middle, high, least, greatest }),
          value: documentWords(language)('years', { least, greatest, low, middle, high }),
        };
      }),
    })),
    notes: of + 1 < count ? [] : [`${say('doc.unitsNote')} ${documentWords(language)('unitScale', { most: written(most) })}`],
  };
}

/** A row for each estimate: who never comes in, and the weeks lost by those who do. */
function lostPicture(answers: readonly ShownNeed[], language: Language): PlanBlock {
  const [say, said] = [answerTexts(language), planTexts(language)];
  type Bars = { readonly span: DemandRange | null; readonly value: string };
  const never = answers.map(({ neverAdmitted }): Bars => ({
    span: neverAdmitted,
    value: rangeText(neverAdmitted, (span) => percentText(span, language), language),
  }));
  const weeks = answers.map(({ weeksLost }): Bars => ({
    span: weeksLost,
    value: weeksLost === null ? said('noneAdmitted') : rangeText(weeksLost, (span) => spanText(span, 1, language), language),
  }));
  const mostWeeks = Math.max(fewWeeks, ...answers.map(({ weeksLost }) => weeksLost?.to ?? 0));
  return {
    type: 'picture',
    caption: said('lostPicture'),
    headColumn: said('estimate'),
    columns: [leadWords(language)('picture.never', whoAccept(answers)), said('weeksShort')],
    rows: answers.map((answer, index) => {
      const women = said('women', { women: estimateText(answer, language) });
      const cell = ({ span, value }: Bars, most: number) => ({
        strip: barStrip(span, most),
        alt: say('doc.barAlt', { women, value }),
        value,
      });
      return {
        head: said('under', { women: estimateText(answer, language) }),
        cells: [cell(never[index] ?? { span: null, value: '' }, 1), cell(weeks[index] ?? { span: null, value: '' }, mostWeeks)],
      };
    }),
    notes: [`${say('doc.barNote')} ${documentWords(language)('barScale', { weeks: writtenTenth(mostWeeks, language) })}`],
  };
}
