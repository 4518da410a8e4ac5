/** One number, chosen in a list or in the picture: what it is, and what it may be compared with and what not. */
import type { JSX, ReactNode } from 'react';
import { type CitedCall, municipalYears } from '../../domain/call/year-sayings.ts';
import { municipality as municipalityOf } from '../../domain/geography/municipalities.ts';
import { yearsOf } from '../../domain/numbers/number-period.ts';
import { type PublishedEstimate, writtenRange } from '../../domain/numbers/published-estimate.ts';
import { sayableNumber } from '../../domain/numbers/sayable.ts';
import { geographyText, sayText } from '../../reports/number-names.ts';
import { releasedSentence, sayableSentence } from '../../reports/sayable-sentence.ts';
import { SelectField } from '../ui/fields.tsx';
import type { Language } from '../ui/language.ts';
import { Pairs } from '../ui/pieces.tsx';
import { numbersAddress, yearsAddressOf } from './addresses.ts';
import { statementsOf } from './statement.ts';
import { disputeTexts, gridTexts } from './texts.ts';
import { yearTexts } from './year-words.ts';

type Props = {
  readonly chosen: PublishedEstimate;
  readonly estimates: readonly PublishedEstimate[];
  /** The calls with their releases, for a municipality's number; it is quoted from nothing else. */
  readonly cited: readonly CitedCall[];
  /** What else is said of the number, after its source. */
  readonly children?: ReactNode;
  readonly language: Language;
};

export function ChosenNumber({ chosen, estimates, cited, children, language }: Props): JSX.Element {
  const say = disputeTexts(language);
  const sayable = sayableNumber(chosen, estimates);
  const [is, ...about] = statementsOf(chosen, estimates, language);
  return (
    <section className="card" aria-labelledby="valgt-tal">
      <h2 id="valgt-tal">{say('chosen')}</h2>
      <form method="get" action={numbersAddress} className="choose-number no-print">
        <SelectField
          name="tal"
          label={say('choose')}
          value={chosen.id}
          options={estimates.map((estimate) => ({ value: estimate.id, text: estimateName(estimate, language) }))}
        />
        <button type="submit" className="button button-secondary">
          {say('chooseShow')}
        </button>
      </form>
      <p className="say">
        <strong>{is}</strong>
      </p>
      {sayable && (
        <p>
          <strong>{yearTexts(language)('soSay')}</strong> {sayableSentence(sayable, language)}{' '}
          <a href={`${yearsAddressOf(placeCode(chosen))}#aar-${sayable.year}`}>{yearTexts(language)('toYears')}</a>
        </p>
      )}
      <OfOne {...{ chosen, cited, language }} />
      <ul>
        {about.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <Pairs
        pairs={(
          [
            [say('quotation'), `«${chosen.quotation}»`],
            [say('source'), chosen.source],
            [say('completeness'), chosen.grid.completeness],
            ...(chosen.note === null ? [] : ([[say('note'), chosen.note]] as const)),
          ] as const
        ).map(([term, value]) => [
          term,
          <span key={term} lang="da">
            {value}
          </span>,
        ])}
      />
      {children}
    </section>
  );
}

/** The place of a number of the country or a region, as addresses have it. */
function placeCode({ grid }: PublishedEstimate): string {
  return grid.geography === 'denmark' ? 'danmark' : grid.geography;
}

/** What may be quoted of one municipality or clinic: what is released of it, and else plainly nothing. */
function OfOne({ chosen, cited, language }: Pick<Props, 'chosen' | 'cited' | 'language'>): JSX.Element | null {
  const { grid, municipality } = chosen;
  if (grid.geography === 'one-clinic') return <p>{sayText('clinic', language)}</p>;
  if (grid.geography !== 'one-municipality') return null;
  const found = municipality === undefined ? null : municipalityOf(municipality);
  if (found === null) return <p>{sayText('unnamedMunicipality', language)}</p>;
  const { id, name } = found;
  const asked = municipalYears(cited, found).filter(({ year }) => yearsOf(chosen).includes(year));
  return (
    <>
      {asked.flatMap(({ year, call, numbers }) =>
        numbers.map(({ question, number }) => (
          <p key={`${year}-${question}`}>{releasedSentence({ place: name, year, question: call.questions[question] }, number, language)}</p>
        )),
      )}
      <p>
        {asked.length === 0 && `${sayText('municipality', language, { name })} `}
        <a href={yearsAddressOf(id)}>{yearTexts(language)('toYears')}</a>
      </p>
    </>
  );
}

/** «83 (2020): døgnophold for familier, hele landet». */
export function estimateName(estimate: PublishedEstimate, language: Language): string {
  const word = gridTexts(language);
  const { grid, year } = estimate;
  const when = year === '' ? '' : ` (${year})`;
  return `${writtenRange(estimate)}${when}: ${word(`event.${grid.event}`)}, ${geographyText(estimate, language)}`;
}
