/** Next year's demand as a file: nine of ten years and the middle, under each published number. */
import { addDays, type Day, yearOf } from '../../domain/time.ts';
import type { NumberFile } from '../../reports/number-file.ts';
import { dayText } from '../ui/format.ts';
import { gridTexts, disputeTexts, workTexts } from './texts.ts';
import type { Language } from '../ui/language.ts';
import { type Line, placesText, withoutRangeText } from './demand-lines.ts';

export function demandFile(lines: readonly Line[], stayWeeks: number | null, today: Day, language: Language): NumberFile {
  const say = workTexts(language);
  const word = gridTexts(language);
  return {
    title: say('demandTitle'),
    about: [
      [disputeTexts(language)('fileOf'), dayText(today, language)],
      [disputeTexts(language)('fileWarningIs'), say('demandSays')],
      [say('fileMethod'), say('method')],
      ...(stayWeeks === null ? [] : [[say('stay'), `${stayWeeks}. ${say('how.places')}`] as const]),
    ],
    rows: lines.map(({ id, basis, edition, from, units, places, isPooled, summary: { q05, q50, q95 } }) => ({
      id,
      name: basis,
      value: { low: q05, middle: q50, high: q95 },
      unit: word('unit.woman'),
      place: 'denmark',
      placeName: word('geography.denmark'),
      period: `${yearOf(addDays(today, 366))}`,
      asOf: today,
      definition: say('fileDemand'),
      edition,
      source: [...new Set(from.map(({ source }) => source))].join(' / '),
      note: [
        say('carries', { units }),
        ...(places === null ? [] : [placesText(places, stayWeeks, language)]),
        ...(isPooled ? [say('pooledAgainst'), withoutRangeText(language)] : []),
      ].join(' '),
    })),
    tongue: language,
  };
}
