/** What may be said of each year as a file: the sentence that the page says, with the number, its place, and its period in days. */
import { daysOfNumber } from '../../domain/numbers/number-period.ts';
import type { PublishedEstimate } from '../../domain/numbers/published-estimate.ts';
import { sayableYears, silentYears } from '../../domain/numbers/sayable.ts';
import type { Day } from '../../domain/time.ts';
import type { NumberFile } from '../../reports/number-file.ts';
import { dayText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { publishedRow } from './dispute-file.ts';
import { sayableSentence, silentSentence } from './sayable-sentence.ts';
import { disputeTexts } from './texts.ts';
import { yearTexts } from './year-words.ts';

/** One row a year, the newest first. Its id is the year; the number's own note stands after what may be said. */
export function yearsFile(all: readonly PublishedEstimate[], today: Day, language: Language): NumberFile {
  const say = disputeTexts(language);
  const silent = silentYears(all, today).map((one) => `${one.year}: ${silentSentence(one, language)}`);
  return {
    title: yearTexts(language)('title'),
    about: [
      [say('fileOf'), dayText(today, language)],
      [say('fileWarningIs'), yearTexts(language)('which')],
      ...(silent.length === 0 ? [] : ([[yearTexts(language)('silent'), silent.join(' ')]] as const)),
    ],
    rows: sayableYears(all).map((one) => {
      const row = publishedRow(one.quote, all, language);
      return {
        ...row,
        id: `${one.year}`,
        // From day to day as ISO 8601 writes an interval; the years alone where no days are stated.
        period: daysOfNumber(one.quote)?.join('/') ?? row.period,
        note: [sayableSentence(one, language), row.note].filter((text) => text !== '').join(' '),
      };
    }),
    tongue: language,
  };
}
