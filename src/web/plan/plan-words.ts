/** How the numbers of planning are written: spans with the digits that they are good for. */
import { roundedMinutes } from '../../domain/geography/travel.ts';
import type { DemandRange, DemandSpan } from '../../domain/planning/proposals/answer.ts';
import type { NeedEstimate } from '../../domain/planning/proposals/need-estimates.ts';
import { numberText } from '../ui/format.ts';
import { catalogue, type Language } from '../ui/language.ts';

const words = catalogue(
  {
    under: 'under 1 %',
    over: 'over 99 %',
    upTo: '0–{to} %',
    upToOver: '{from} til over 99 %',
    minutes: 'ca. {minutes} min.',
    minutesSaid: 'ca. {minutes} minutter',
    withMiddle: '{range} ({middle})',
    nearlyAll: 'næsten alle',
    ofHundred: '{from} af 100',
    ofHundredTo: '{from} til {to} af 100',
    ofHundredToAll: 'fra {from} af 100 til næsten alle',
  },
  {
    under: 'under 1 %',
    over: 'over 99 %',
    upTo: '0–{to} %',
    upToOver: '{from} to over 99 %',
    minutes: 'about {minutes} min.',
    minutesSaid: 'about {minutes} minutes',
    withMiddle: '{range} ({middle})',
    nearlyAll: 'nearly all',
    ofHundred: '{from} of 100',
    ofHundredTo: '{from} to {to} of 100',
    ofHundredToAll: 'from {from} of 100 to nearly all',
  },
);

/** «0,9–2,8», or «3» where both ends are written alike; a dash where there is none. */
export function spanText(span: DemandSpan | null, digits: number, language: Language): string {
  if (span === null) return '–';
  const written = (value: number): string => numberText(Number(value.toFixed(digits)), language);
  const [from, to] = [written(span.from), written(span.to)];
  return from === to ? from : `${from}–${to}`;
}

/** A share below one in a hundred is not nothing, and one above ninety-nine is not all: both are said in words that can be read aloud. */
export function percentText(span: DemandSpan | null, language: Language): string {
  if (span === null) return '–';
  const say = words(language);
  const { from, to } = span;
  const [low, high] = [from, to].map((share) => numberText(Math.round(share * 100), language));
  const isLittle = (share: number): boolean => share > 0 && share < 0.01;
  const isMuch = (share: number): boolean => share > 0.99 && share < 1;
  if (from < 0.01 && isLittle(to)) return say('under');
  if (isMuch(from)) return say('over');
  if (isMuch(to)) return say('upToOver', { from: isLittle(from) ? 0 : (low ?? '') });
  if (isLittle(from)) return say('upTo', { to: high ?? '' });
  return `${low === high ? low : `${low}–${high}`} %`;
}

/** Taken places (da: optagne pladser) so that one who does not work with occupancy understands it: «30 til 40 af 100», «næsten alle». */
export function takenText({ from, to }: DemandSpan, language: Language): string {
  const say = words(language);
  const [low, high] = [Math.round(from * 100), Math.round(to * 100)];
  const nearlyAll = 99;
  if (from * 100 > nearlyAll) return say('nearlyAll');
  if (to * 100 > nearlyAll) return say('ofHundredToAll', { from: low });
  return low === high ? say('ofHundred', { from: low }) : say('ofHundredTo', { from: low, to: high });
}

/** «ca. 35–40 min.», in a table. */
export function minutesText(span: DemandSpan | null, language: Language): string {
  return span === null ? '–' : words(language)('minutes', { minutes: minutesSpan(span, language) });
}

/** «ca. 35–40 (35) min.»: from the lowest to the highest number of an estimate, and at its middle. */
export function minutesRange(range: DemandRange | null, language: Language): string {
  if (range === null) return '–';
  return words(language)('minutes', { minutes: rangeText(range, (span) => minutesSpan(span, language), language) });
}

/** «ca. 35–40 minutter», in a sentence: the short word has a dot of its own. */
export function minutesSaid(span: DemandSpan, language: Language): string {
  return words(language)('minutesSaid', { minutes: minutesSpan(span, language) });
}

/** «35–40», where the head says that it is minutes. */
export function minutesEnds(span: DemandSpan | null, language: Language): string {
  return span === null ? '–' : minutesSpan(span, language);
}

function minutesSpan({ from, to }: DemandSpan, language: Language): string {
  return spanText({ from: roundedMinutes(from), to: roundedMinutes(to) }, 0, language);
}

/** «6–35 % (17 %)»: from the lowest to the highest number of an estimate, and at its middle; once where all are written alike. */
export function rangeText<Range extends DemandRange>(
  range: Range | null,
  written: (span: DemandSpan) => string,
  language: Language,
): string {
  if (range === null) return '–';
  const [ends, middle] = [written(range), written({ from: range.middle, to: range.middle })];
  return ends === middle ? ends : words(language)('withMiddle', { range: ends, middle });
}

/** Whether so many estimates stand so close beside each other on paper that each has its ends alone. */
export function isNarrowFor(estimates: number): boolean {
  return estimates > mostWithMiddle;
}
const mostWithMiddle = 4;

/** The same without its middle, where there is no room for it. */
export function endsText<Range extends DemandRange>(range: Range | null, written: (span: DemandSpan) => string): string {
  return range === null ? '–' : written(range);
}

/** «6–8». */
export function estimateText({ need }: { readonly need: NeedEstimate }, language: Language): string {
  return spanText(need, 1, language);
}

/** The middle of an estimate: «23». */
export function middleText({ need: { from, to } }: { readonly need: NeedEstimate }, language: Language): string {
  return spanText({ from: (from + to) / 2, to: (from + to) / 2 }, 1, language);
}

type Needed = { readonly needed: number; readonly need: NeedEstimate };

/** Women from which there are enough, in the fewest digits that are still within the estimates it is said of: always rounded up, never to more than they hold. */
export function neededText(needs: readonly Needed[], language: Language): string {
  const needed = needs[0]?.needed ?? 0;
  const most = Math.min(...needs.map(({ need }) => need.to));
  const written = [1, 10, 100].map((parts) => Math.ceil(needed * parts) / parts).find((value) => value <= most);
  return numberText(written ?? most, language);
}

/** «a, b og c». */
export function listed(parts: readonly string[], language: Language): string {
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(parts);
}

/** The least and the greatest of several spans. */
export function widest(spans: readonly DemandSpan[]): DemandSpan | null {
  if (spans.length === 0) return null;
  return { from: Math.min(...spans.map(({ from }) => from)), to: Math.max(...spans.map(({ to }) => to)) };
}
