/** What may be said of a year, in few sentences: which number may be quoted, how it was made, from where, and what it must not be set against. */
import { type PublishedEstimate, writtenRange } from '../../domain/numbers/published-estimate.ts';
import type { Sayable, SilentYear } from '../../domain/numbers/sayable.ts';
import type { Language } from '../ui/language.ts';
import { geographyText } from './geography-text.ts';
import { periodText } from './period-text.ts';
import { joined, named, namedBeside } from './statement.ts';
import { disputeTexts, gridTexts } from './texts.ts';
import { yearTexts } from './year-words.ts';

export function sayableSentence({ year, quote, otherwise, neverAdd, neverCompare }: Sayable, language: Language): string {
  const say = yearTexts(language);
  const word = gridTexts(language);
  const { grid, kind, saidBy, source } = quote;
  const clause = (key: 'otherwise' | 'add' | 'compare', some: readonly PublishedEstimate[]): string =>
    some.length === 0
      ? ''
      : say(key, {
          list: joined(
            some.map((one) => namedBeside(one, quote, language)),
            disputeTexts(language)('and'),
          ),
        });
  return say('sentence', {
    year: `${year}`,
    range: writtenRange(quote),
    unit: word(`unit.${grid.unit}`),
    place: geographyText(quote, language),
    period: periodText(quote, language),
    event: word(`event.${grid.event}`),
    how: say(`how.${kind}`, { way: word(`ascertainment.${grid.ascertainment}`) }),
    saidBy,
    source,
    otherwise: clause('otherwise', otherwise),
    add: clause('add', neverAdd),
    compare: clause('compare', neverCompare),
  });
}

/** Why a year has no number that may be quoted. */
export function silentSentence(silent: SilentYear, language: Language): string {
  const list =
    silent.why === 'something-else'
      ? joined(
          silent.numbers.map((one) => named(one, language)),
          disputeTexts(language)('and'),
        )
      : '';
  return yearTexts(language)(`silent.${silent.why}`, { list });
}
