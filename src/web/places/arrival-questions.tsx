/** What is asked once before she is written as come, when it is not as agreed. Nothing is saved until it is answered. */
import type { JSX } from 'react';
import type { ArrivalQuestion } from '../../domain/placement/arrival.ts';
import type { Day } from '../../domain/time.ts';
import type { StayWithName } from '../../store/placement-stays.ts';
import { weekdayText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Alert } from '../ui/pieces.tsx';
import { stayAddress, stayCardAddress } from './addresses.ts';
import { placeTexts } from './texts.ts';

type Props = {
  readonly stay: StayWithName;
  readonly day: Day;
  readonly about: readonly ArrivalQuestion[];
  /** Answered on an earlier page: they are sent along. */
  readonly answered: readonly ArrivalQuestion[];
  /** The key of the form that asked. */
  readonly requestKey: string;
  readonly language: Language;
};

export function ArrivalQuestions({ stay, day, about, answered, requestKey, language }: Props): JSX.Element {
  const say = placeTexts(language);
  const days = { agreed: weekdayText(stay.nights.arrival, language), day: weekdayText(day, language) };
  return (
    <>
      <Alert tone="attention" heading={say('askNothingSaved')}>
        <ul>
          {about.map((question) => (
            <li key={question}>{say(`ask.${question}`, days)}</li>
          ))}
        </ul>
      </Alert>
      <form method="post" action={`${stayAddress(stay.id)}/indskriv`} className="actions">
        <input type="hidden" name="noegle" value={requestKey} />
        <input type="hidden" name="dag" value={day} />
        {[...answered, ...about].map((question) => (
          <input key={question} type="hidden" name="svaret" value={question} />
        ))}
        <button className="button button-primary">{say('askYes', days)}</button>
        <a className="button button-secondary" href={stayCardAddress(stay)}>
          {say('askNo')}
        </a>
      </form>
    </>
  );
}
