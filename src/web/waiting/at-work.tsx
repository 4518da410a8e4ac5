/** Offers on the work list: they run out, so they stand first. */
import type { JSX } from 'react';
import type { Moment } from '../../domain/time.ts';
import type { OfferToAnswer } from '../../store/placement-waiting-read.ts';
import { momentText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Card } from '../ui/pieces.tsx';
import { herWaitingAddress } from './addresses.ts';
import { AnswerClock } from './answer-clock.tsx';
import { waitingTexts } from './texts.ts';

type Props = { readonly offers: readonly OfferToAnswer[]; readonly now: Moment; readonly language: Language };

export function OffersAtWork({ offers, now, language }: Props): JSX.Element | null {
  const say = waitingTexts(language);
  if (offers.length === 0) return null;
  return (
    <Card heading={say('workHeading')}>
      <ul className="plain-list">
        {offers.map(({ pathway, calledName: name, unitName: unit, answerBy }) => {
          const when = momentText(answerBy, language);
          return (
            <li key={pathway}>
              <a href={herWaitingAddress(pathway)}>{say('workLine', { name, unit })}</a>
              <AnswerClock
                answerBy={answerBy}
                now={now}
                text={say('answerBy', { when })}
                overText={say('answerOver', { when })}
                language={language}
              />
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
