/** The questions of one's own numbers, and the sentence that answers each. */
import type { TabulatedFigure } from '../../domain/numbers/tabulate.ts';
import { numberText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { ownTexts } from './texts.ts';

/** The questions of the page and the figures that answer each, in the order they are shown. */
export const questions = {
  treatment: ['decided-any', 'decided-residential'],
  acceptance: ['cascade-need', 'cascade-offered', 'cascade-accepted', 'cascade-admitted'],
  waits: ['wait-need-to-admission', 'median-need-to-admission', 'wait-decision-to-admission', 'gestation-at-admission'],
} as const;
export type Question = keyof typeof questions;
type FigureId = (typeof questions)[Question][number];

/** The figures of one definition, last year's and this year's; undefined where nothing was measured. */
export type Years = { readonly before: TabulatedFigure | undefined; readonly now: TabulatedFigure | undefined };
export type Own = ReadonlyMap<string, Years>;

/** The answer in words, last year's after this year's. */
export function sentence(question: Question, own: Own, [lastYear, year]: readonly [number, number], language: Language): string {
  const say = ownTexts(language);
  const women = (id: FigureId, when: keyof Years): string => say('women', { count: countOf(own.get(id)?.[when]) });
  const count = (id: FigureId, when: keyof Years): string => numberText(countOf(own.get(id)?.[when]), language);
  const acceptance = (when: keyof Years, of: number): string =>
    countOf(own.get('cascade-need')?.[when]) === 0
      ? say('acceptanceNone', { year: `${of}` })
      : say('acceptanceSays', {
          year: `${of}`,
          need: women('cascade-need', when),
          offered: count('cascade-offered', when),
          accepted: count('cascade-accepted', when),
          admitted: count('cascade-admitted', when),
        });
  const waits = (when: keyof Years, of: number): string => {
    const figure = own.get('wait-need-to-admission')?.[when];
    const value = figure?.value;
    return figure && typeof value === 'number'
      ? `${say('waitsSays', { year: `${of}`, wait: say('days', { days: Math.round(value) }) })} ${figure.cases === 1 ? say('ofOne') : say('ofWomen', { count: figure.cases })}`
      : say('waitsNone', { year: `${of}` });
  };
  switch (question) {
    case 'treatment':
      return say('treatmentSays', {
        year: `${year}`,
        lastYear: `${lastYear}`,
        any: women('decided-any', 'now'),
        residential: count('decided-residential', 'now'),
        anyBefore: women('decided-any', 'before'),
        residentialBefore: count('decided-residential', 'before'),
      });
    case 'acceptance':
      return `${acceptance('now', year)} ${acceptance('before', lastYear)}`;
    case 'waits':
      return `${waits('now', year)} ${waits('before', lastYear)}`;
  }
}

/**
 * Why nobody has come of a year that a week of admission is said of: the one follows the year of the need, the other the year she came. A
 * sentence for each year where the two are not as many; none where they are.
 */
export function cameOtherwise(own: Own, [lastYear, year]: readonly [number, number], language: Language): readonly string[] {
  const say = ownTexts(language);
  return ([['now', year] as const, ['before', lastYear] as const] as const).flatMap(([when, of]) => {
    const cases = own.get('gestation-at-admission' satisfies FigureId)?.[when]?.cases ?? 0;
    const admitted = countOf(own.get('cascade-admitted' satisfies FigureId)?.[when]);
    return cases === 0 || cases === admitted ? [] : [say('cameOtherwise', { year: `${of}`, cases, count: admitted })];
  });
}

function countOf(figure: TabulatedFigure | undefined): number {
  return typeof figure?.value === 'number' ? figure.value : 0;
}
