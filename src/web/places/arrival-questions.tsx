/** What is asked once before she is written as come, when it is not as agreed. Nothing is saved until it is answered. */
import type { JSX } from 'react';
import type { ArrivalQuestion } from '../../domain/placement/arrival.ts';
import type { Day } from '../../domain/time.ts';
import type { StayWithName } from '../../store/placement-stays.ts';
import { ErrorSummary, type FieldErrors } from '../ui/fields.tsx';
import { weekdayText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Alert } from '../ui/pieces.tsx';
import { stayAddress, stayCardAddress } from './addresses.ts';
import { AskAtArrival } from './agree-to-move.tsx';
import { answersWhenDoing, HerAnswerFields, type HerAnswerProps } from './her-answer.tsx';
import { herAnswerTexts } from './her-answer-texts.ts';
import { placeTexts } from './texts.ts';
import { transferTexts } from './transfer-texts.ts';
import { unitSightTexts } from './unit-sight-texts.ts';

type Props = {
  readonly stay: StayWithName;
  readonly day: Day;
  readonly about: readonly ArrivalQuestion[];
  /** Answered on an earlier page: they are sent along. */
  readonly answered: readonly ArrivalQuestion[];
  /** The key of the form that asked. */
  readonly requestKey: string;
  /** What the form said of her answer to the place, who fills it in, and what is wrong in it. */
  readonly herAnswer: Pick<HerAnswerProps, 'fields' | 'asker' | 'today'>;
  readonly errors: FieldErrors;
  readonly language: Language;
};

export function ArrivalQuestions({ stay, day, about, answered, requestKey, herAnswer, errors, language }: Props): JSX.Element {
  const say = placeTexts(language);
  const asksHerYes = about.includes('move-not-agreed');
  const days = { agreed: weekdayText(stay.nights.arrival, language), day: weekdayText(day, language) };
  const questionText = (question: ArrivalQuestion): string => {
    if (question === 'move-not-agreed') return transferTexts(language)('askMoveNotAgreed');
    if (question === 'stay-not-agreed') return herAnswerTexts(language)('atArrival');
    if (question === 'place-not-answered') return herAnswerTexts(language)('atArrivalPlace');
    return question === 'offer-not-answered' ? unitSightTexts(language)(`ask.${question}`) : say(`ask.${question}`, days);
  };
  return (
    <>
      <Alert tone="attention" heading={say('askNothingSaved')}>
        <ul>
          {about.map((question) => (
            <li key={question}>{questionText(question)}</li>
          ))}
        </ul>
      </Alert>
      <form method="post" action={`${stayAddress(stay.id)}/indskriv`}>
        <input type="hidden" name="noegle" value={requestKey} />
        <input type="hidden" name="dag" value={day} />
        {[...answered, ...about].map((question) => (
          <input key={question} type="hidden" name="svaret" value={question} />
        ))}
        {asksHerYes && <AskAtArrival language={language} />}
        {(about.includes('stay-not-agreed') || about.includes('place-not-answered')) && (
          <>
            <ErrorSummary heading={say('errorHeading')} errors={errors} />
            <HerAnswerFields
              unitName={stay.unitName}
              answers={answersWhenDoing}
              {...herAnswer}
              errors={errors}
              required={false}
              language={language}
            />
          </>
        )}
        <div className="actions">
          <button className="button button-primary">{say('askYes', days)}</button>
          <a className="button button-secondary" href={stayCardAddress(stay)}>
            {say('askNo')}
          </a>
        </div>
      </form>
    </>
  );
}
