/** What may be said of a year, in few sentences: which number may be quoted, how it was made, from where, and what it must not be set against. */
import type { CountQuestion } from '../domain/call/package.ts';
import type { ReleasedNumber } from '../domain/call/released-number.ts';
import type { YearOut } from '../domain/call/released-years.ts';
import { type PublishedEstimate, writtenRange } from '../domain/numbers/published-estimate.ts';
import type { Sayable, SayablePlace, SilentYear } from '../domain/numbers/sayable.ts';
import type { Tongue } from './estimate-speech.ts';
import { geographyText, joined, named, namedBeside, periodText, sayText, termText } from './number-names.ts';

/** The sentence to quote, ready to be copied. */
export function sayableSentence({ year, quote, otherwise, neverAdd, neverCompare }: Sayable, tongue: Tongue): string {
  const { grid, kind, saidBy, source } = quote;
  const clause = (key: 'otherwise' | 'add' | 'compare', some: readonly PublishedEstimate[]): string =>
    some.length === 0
      ? ''
      : sayText(key, tongue, {
          list: joined(
            some.map((one) => namedBeside(one, quote, tongue)),
            tongue,
          ),
        });
  return sayText('sentence', tongue, {
    year: `${year}`,
    range: writtenRange(quote),
    unit: termText(`unit.${grid.unit}`, tongue),
    place: geographyText(quote, tongue),
    period: periodText(quote, tongue),
    event: termText(`event.${grid.event}`, tongue),
    how: sayText(`how.${kind}`, tongue, { way: termText(`ascertainment.${grid.ascertainment}`, tongue) }),
    saidBy,
    source,
    otherwise: clause('otherwise', otherwise),
    add: clause('add', neverAdd),
    compare: clause('compare', neverCompare),
  });
}

/** Why a year has no number of the place that may be quoted. */
export function silentSentence(silent: SilentYear, place: SayablePlace, tongue: Tongue): string {
  const list =
    silent.why === 'something-else'
      ? joined(
          silent.numbers.map((one) => named(one, tongue, place !== 'denmark')),
          tongue,
        )
      : '';
  return sayText(`silent.${silent.why}`, tongue, { list, place: termText(`geography.${place}`, tongue) });
}

const outKeys = {
  alone: 'callPublished',
  together: 'callTogether',
  hidden: 'callHidden',
  draft: 'callDraft',
  'made-up': 'callMadeUp',
  unseen: 'callUnseen',
} as const;

/** Whether a call's own numbers of a year may be quoted, and from which releases. */
export function callSentence(
  year: number,
  { years }: { readonly years: readonly number[] },
  { state, of }: YearOut<{ readonly id: string }>,
  tongue: Tongue,
): string {
  return sayText(outKeys[state], tongue, {
    year: `${year}`,
    years: joined(years.map(String), tongue),
    list: releasesText(
      of.map(({ id }) => id),
      tongue,
    ),
  });
}

/** What may be quoted of one municipality, from what is released of it, or that nothing may. `place` is its name. */
export function releasedSentence(
  {
    place,
    year,
    question,
  }: { readonly place: string; readonly year: number; readonly question: Pick<CountQuestion, 'id' | 'ascertainment'> },
  number: ReleasedNumber,
  tongue: Tongue,
): string {
  const about = { place, year: `${year}`, event: sayText(`question.${question.id}`, tongue) };
  switch (number.outcome) {
    case 'printed': {
      const { value, rounding, years, release } = number;
      const written = joined(years.map(String), tongue);
      return sayText('released.printed', tongue, {
        ...about,
        value: `${value}`,
        how: sayText('how.count', tongue, { way: termText(`ascertainment.${question.ascertainment}`, tongue) }),
        years: years.length > 1 ? sayText('released.together', tongue, { years: written }) : written,
        release: sayText('release', tongue, { id: release }),
        rounded: rounding ? sayText('released.rounded', tongue, { base: `${rounding.base}`, reach: `${rounding.reach}` }) : '',
        alone: years.length > 1 ? sayText('released.notAlone', tongue, { year: `${year}` }) : '',
      });
    }
    case 'made-up':
    case 'unseen':
    case 'hidden':
      return sayText(`released.${number.outcome}`, tongue, { ...about, list: releasesText(number.releases, tongue) });
    case 'not-released':
      return sayText('released.not-released', tongue, about);
  }
}

function releasesText(ids: readonly string[], tongue: Tongue): string {
  return joined(
    ids.map((id) => sayText('release', tongue, { id })),
    tongue,
  );
}
