/** What may be said of each year as a file: the sentence that the page says, with the number, its place, and its period in days. */
import { type ReleasedNumber, releasesOf } from '../../domain/call/released-number.ts';
import type { MunicipalYear } from '../../domain/call/year-sayings.ts';
import type { Municipality } from '../../domain/geography/municipalities.ts';
import { daysOfNumber } from '../../domain/numbers/number-period.ts';
import type { PublishedEstimate } from '../../domain/numbers/published-estimate.ts';
import { type SayablePlace, sayableYears, silentYears } from '../../domain/numbers/sayable.ts';
import type { Day } from '../../domain/time.ts';
import type { NumberFile, NumberRow } from '../../reports/number-file.ts';
import { sayText } from '../../reports/number-names.ts';
import { releasedSentence, sayableSentence, silentSentence } from '../../reports/sayable-sentence.ts';
import { hidden } from '../../reports/table-files.ts';
import { dayText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { publishedRow } from './dispute-file.ts';
import { disputeTexts, gridTexts } from './texts.ts';
import { yearTexts } from './year-words.ts';

/** One row a year, the newest first. Its id is the year; the number's own note stands after what may be said. */
export function yearsFile(all: readonly PublishedEstimate[], place: SayablePlace, today: Day, language: Language): NumberFile {
  const say = disputeTexts(language);
  const silent = silentYears(all, today, place).map((one) => `${one.year}: ${silentSentence(one, place, language)}`);
  return {
    title: yearTexts(language)('title'),
    about: [
      [say('fileOf'), dayText(today, language)],
      [say('fileWarningIs'), yearTexts(language)('which')],
      ...(silent.length === 0 ? [] : ([[yearTexts(language)('silent'), silent.join(' ')]] as const)),
    ],
    rows: sayableYears(all, place).map((one) => {
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

/** What may be quoted of a municipality: a row for each number that is released or hidden in a release; the sentences are notes. */
export function municipalYearsFile(
  years: readonly MunicipalYear[],
  { id, name }: Pick<Municipality, 'id' | 'name'>,
  today: Day,
  language: Language,
): NumberFile {
  const say = disputeTexts(language);
  const told = years.flatMap(({ year, call, numbers }) =>
    numbers.map(({ question, number }) => ({
      year,
      call,
      question,
      number,
      sentence: releasedSentence({ place: name, year, question: call.questions[question] }, number, language),
    })),
  );
  const unquoted = told.filter(({ number }) => !isRow(number)).map(({ sentence }) => sentence);
  return {
    title: yearTexts(language)('title'),
    about: [
      [say('fileOf'), dayText(today, language)],
      [say('fileWarningIs'), yearTexts(language)('municipalLead', { name })],
      ...(unquoted.length === 0 ? [] : ([[yearTexts(language)('noneReleased'), unquoted.join(' ')]] as const)),
    ],
    rows: told.flatMap(({ year, call, question, number, sentence }): readonly NumberRow[] => {
      if (!isRow(number)) return [];
      const { definition, title } = call.questions[question];
      const of = number.outcome === 'printed' ? number.years : [year];
      return [
        {
          id: `${year}/${question}`,
          name: title,
          value: number.outcome === 'printed' ? boundsOf(number) : hidden,
          unit: gridTexts(language)('unit.woman'),
          place: id,
          placeName: name,
          period: `${of[0] ?? year}-01-01/${of.at(-1) ?? year}-12-31`,
          asOf: today,
          definition: definition.text,
          edition: definition.edition,
          source: releasesOf(number)
            .map((release) => sayText('release', language, { id: release }))
            .join(', '),
          note: sentence,
        },
      ];
    }),
    tongue: language,
  };
}

/** What the true number can be: a program that reads the file has the rounding with it. */
function boundsOf({ value, rounding }: Extract<ReleasedNumber, { readonly outcome: 'printed' }>): {
  readonly low: number;
  readonly high: number;
} {
  const reach = rounding?.reach ?? 0;
  return { low: Math.max(0, value - reach), high: value + reach };
}

/** A made-up number has no row: whoever takes the file's numbers out of it leaves the sentences behind. */
function isRow(number: ReleasedNumber): number is Extract<ReleasedNumber, { readonly outcome: 'printed' | 'hidden' }> {
  return number.outcome === 'printed' || number.outcome === 'hidden';
}
