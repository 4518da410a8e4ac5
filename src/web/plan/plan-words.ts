/** How the numbers of planning are written: spans with the digits that they are good for. */
import type { DemandSpan } from '../../domain/planning/proposals/answer.ts';
import type { NeedEstimate } from '../../domain/planning/proposals/need-estimates.ts';
import { roundedMinutes } from '../../domain/geography/travel.ts';
import { numberText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { planTexts } from './texts.ts';

/** «0,9–2,8», or «3» where both ends are written alike; a dash where there is none. */
export function spanText(span: DemandSpan | null, digits: number, language: Language): string {
  if (span === null) return '–';
  const written = (value: number): string => numberText(Number(value.toFixed(digits)), language);
  const [from, to] = [written(span.from), written(span.to)];
  return from === to ? from : `${from}–${to}`;
}

/** «6–35 %»; «<1 til 4 %» and «>99 %» where it is neither nothing nor all. */
export function percentText(span: DemandSpan | null, language: Language): string {
  if (span === null) return '–';
  const written = (share: number): string => {
    if (share > 0 && share < 0.01) return '<1';
    return share > 0.99 && share < 1 ? '>99' : numberText(Math.round(share * 100), language);
  };
  const [from, to] = [written(span.from), written(span.to)];
  // «28–>99» cannot be read aloud.
  const between = /[<>]/.test(`${from}${to}`) ? planTexts(language)('between') : '–';
  return `${from === to ? from : `${from}${between}${to}`} %`;
}

export function minutesText(span: DemandSpan | null, language: Language): string {
  if (span === null) return '–';
  const rounded = { from: roundedMinutes(span.from), to: roundedMinutes(span.to) };
  return planTexts(language)('about', { minutes: spanText(rounded, 0, language) });
}

/** «6–8». */
export function estimateText({ need }: { readonly need: NeedEstimate }, language: Language): string {
  return spanText(need, 1, language);
}

/** The least and the greatest of several spans. */
export function widest(spans: readonly DemandSpan[]): DemandSpan | null {
  if (spans.length === 0) return null;
  return { from: Math.min(...spans.map(({ from }) => from)), to: Math.max(...spans.map(({ to }) => to)) };
}
