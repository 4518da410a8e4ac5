/** The way from her place to the answer, while the place is an offer of the waiting list. */
import type { JSX } from 'react';
import type { StayWithName } from '../../store/placement-stays.ts';
import type { Language } from '../ui/language.ts';
import { Alert } from '../ui/pieces.tsx';
import { herWaitingAddress } from './addresses.ts';
import { waitsTexts } from './waits-texts.ts';

export function AnswerOffer({
  stay,
  language,
}: {
  readonly stay: Pick<StayWithName, 'pathway'>;
  readonly language: Language;
}): JSX.Element {
  const say = waitsTexts(language);
  return (
    <Alert tone="notice">
      <p>{say('isOffer')}</p>
      <p>
        <a className="button button-primary" href={herWaitingAddress(stay.pathway)}>
          {say('answer')}
        </a>
      </p>
    </Alert>
  );
}
