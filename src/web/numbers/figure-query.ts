/** Reads what a page of figures is asked for in its address. */
import { type FigureGrouping, figureGroupings } from '../../domain/numbers/tabulate.ts';
import { type Day, parseDay } from '../../domain/time.ts';
import type { FieldErrors } from '../ui/fields.tsx';
import type { Language } from '../ui/language.ts';
import { figureTexts } from './texts.ts';

export type FigureQueryText = { readonly periode?: string; readonly efter?: string; readonly pr?: string };

export type FigureQuery = {
  readonly years: readonly [number, number];
  readonly by: FigureGrouping;
  readonly asOf: Day | null;
  readonly errors: FieldErrors;
};

const mostYears = 20;

/** What cannot be read is said, and what is usual is shown instead. */
export function readFigureQuery({ periode = '', efter, pr = '' }: FigureQueryText, today: Day, language: Language): FigureQuery {
  const say = figureTexts(language);
  const thisYear = Number(today.slice(0, 4));
  const usual = [thisYear - 2, thisYear] as const;
  const match = /^(\d{4})(?:\.\.(\d{4}))?$/.exec(periode.trim());
  const [from, to] = match ? [Number(match[1]), Number(match[2] ?? match[1])] : usual;
  const rightYears = periode.trim() === '' || (match !== null && from >= 1900 && to <= thisYear + 1 && from <= to && to - from < mostYears);
  const asOf = pr.trim() === '' ? null : parseDay(pr.trim());
  const rightDay = pr.trim() === '' || (asOf !== null && asOf <= today);
  return {
    years: rightYears ? [from, to] : usual,
    by: figureGroupings.find((known) => known === efter) ?? 'region',
    asOf: rightDay ? asOf : null,
    errors: { ...(rightYears ? {} : { periode: say('badPeriod') }), ...(rightDay ? {} : { pr: say('badDay') }) },
  };
}

/** The years from and to, each by itself. */
export function yearsOf([from, to]: readonly [number, number]): readonly number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}
