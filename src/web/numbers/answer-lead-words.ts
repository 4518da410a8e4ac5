/** What stands beside the answer of an analysis: the picture of it, what it may be used for, and the way to the methods. */
import type { EstimateReport } from '../../domain/estimation/estimate-report.ts';
import { areTwoLists } from '../../domain/estimation/reach.ts';
import { numberText } from '../ui/format.ts';
import { catalogue, type Language } from '../ui/language.ts';

export const leadTexts = catalogue(
  {
    picture: 'Svaret som et billede',
    what: 'Hvad tallet er',
    number: 'Kvinder',
    axis: 'Kvinder i alt',
    seen: 'Talt på mindst én liste',
    answer: 'Svaret',
    'reach.span': '{low}–{high}',
    'reach.if': 'kan ikke afgøres; {low}–{high} kun på betingelse',
    'reach.atLeast': 'mindst {low}',
    'reach.none': 'kan ikke afgøres',
    may: 'Det kan svaret bruges til',
    not: 'Det kan svaret ikke bruges til',
    analyst: 'For analytikeren: hver metode for sig',
    analystHeld: '{methods} rækker, fordi samme tabel kan regnes på flere måder. Ingen af dem er svaret alene; svaret rummer dem.',
    analystNot: '{methods} rækker, fordi samme tabel kan regnes på flere måder. Ingen af dem er et svar: listerne rækker ikke.',
    'doc.methods': 'Hver metode for sig',
    'doc.does': 'Hvad metoden gør',
    'doc.scale': 'Begge strimler går fra 0 til {most}.',
    'doc.beyond': 'Pilen betyder, at svaret går videre ud over stribens højre kant: intet i listerne sætter en øvre ende.',
    'doc.perhaps': 'Det lyse stykke er så mange, som der højst kan være talt.',
    'doc.page': 'Side',
    'doc.of': 'af',
    'doc.table': 'Tabel',
    'doc.picture': 'Figur',
  },
  {
    picture: 'The answer as a picture',
    what: 'What the number is',
    number: 'Women',
    axis: 'Women in all',
    seen: 'Counted on at least one list',
    answer: 'The answer',
    'reach.span': '{low}–{high}',
    'reach.if': 'cannot be decided; {low}–{high} only on a condition',
    'reach.atLeast': 'at least {low}',
    'reach.none': 'cannot be decided',
    may: 'What the answer can be used for',
    not: 'What the answer cannot be used for',
    analyst: 'For the analyst: each method by itself',
    analystHeld:
      '{methods} rows, because the same table can be worked out in several ways. None of them is the answer alone; the answer holds them.',
    analystNot:
      '{methods} rows, because the same table can be worked out in several ways. None of them is an answer: the lists do not suffice.',
    'doc.methods': 'Each method by itself',
    'doc.does': 'What the method does',
    'doc.scale': 'Both strips go from 0 to {most}.',
    'doc.beyond': 'The arrow means that the answer goes on beyond the right edge of the strip: nothing in the lists sets an upper end.',
    'doc.perhaps': 'The light part is as many as may have been counted at most.',
    'doc.page': 'Page',
    'doc.of': 'of',
    'doc.table': 'Table',
    'doc.picture': 'Figure',
  },
);

/** So many times those counted is the width where the answer has no upper end: room for the bar that goes on. */
const roomBeyond = 1.5;

/** Those counted, at least and at most, and how far the picture goes. */
export function scaleOf({ observed, conclusion: { range } }: Pick<EstimateReport, 'observed' | 'conclusion'>): {
  readonly seen: readonly [number, number];
  readonly most: number;
} {
  const seen = typeof observed === 'number' ? ([observed, observed] as const) : observed;
  return { seen, most: Math.max(1, Math.round(range?.high ?? Math.max(seen[1], range?.low ?? 0) * roomBeyond)) };
}

/** The answer as a number or two, or that there is none; of two lists, which decide nothing, that a span holds on a condition. */
export function reachText(report: Pick<EstimateReport, 'lists' | 'methods' | 'conclusion'>, language: Language): string {
  const { range } = report.conclusion;
  const say = leadTexts(language);
  const whole = (value: number): string => numberText(Math.round(value), language);
  if (range === null) return say('reach.none');
  const { low, high } = range;
  if (high === null) return say('reach.atLeast', { low: whole(low) });
  return say(areTwoLists(report) ? 'reach.if' : 'reach.span', { low: whole(low), high: whole(high) });
}
