/** One number, chosen in a list or in the picture: what it is, and what it may be compared with and what not. */
import type { JSX, ReactNode } from 'react';
import { type PublishedEstimate, writtenRange } from '../../domain/numbers/published-estimate.ts';
import { sayableNumber } from '../../domain/numbers/sayable.ts';
import { SelectField } from '../ui/fields.tsx';
import type { Language } from '../ui/language.ts';
import { Pairs } from '../ui/pieces.tsx';
import { numbersAddress, yearsAddress } from './addresses.ts';
import { geographyText } from './geography-text.ts';
import { sayableSentence } from './sayable-sentence.ts';
import { statementsOf } from './statement.ts';
import { disputeTexts, gridTexts } from './texts.ts';
import { yearTexts } from './year-words.ts';

type Props = {
  readonly chosen: PublishedEstimate;
  readonly estimates: readonly PublishedEstimate[];
  /** What else is said of the number, after its source. */
  readonly children?: ReactNode;
  readonly language: Language;
};

export function ChosenNumber({ chosen, estimates, children, language }: Props): JSX.Element {
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
          <a href={`${yearsAddress}#aar-${sayable.year}`}>{yearTexts(language)('toYears')}</a>
        </p>
      )}
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

/** «83 (2020): døgnophold for familier, hele landet». */
export function estimateName(estimate: PublishedEstimate, language: Language): string {
  const word = gridTexts(language);
  const { grid, year } = estimate;
  const when = year === '' ? '' : ` (${year})`;
  return `${writtenRange(estimate)}${when}: ${word(`event.${grid.event}`)}, ${geographyText(estimate, language)}`;
}
