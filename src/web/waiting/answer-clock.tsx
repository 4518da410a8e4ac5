/** By when an offer is to be answered, with a countdown where scripts run. The team and the unit are shown the same. */
import type { JSX } from 'react';
import { millisBetween, type Moment } from '../../domain/time.ts';
import { Island } from '../island.tsx';
import type { HoldCountdownProps } from '../islands/HoldCountdown.tsx';
import { holdTexts } from '../places/texts.ts';
import type { Language } from '../ui/language.ts';

type Props = {
  readonly answerBy: Moment;
  readonly now: Moment;
  readonly text: string;
  readonly overText: string;
  readonly language: Language;
};

export function AnswerClock({ answerBy, now, text, overText, language }: Props): JSX.Element {
  if (answerBy <= now) return <strong className="countdown over">{overText}</strong>;
  const props: HoldCountdownProps = { text, left: millisBetween(now, answerBy), leftText: holdTexts(language)('left'), overText };
  return <Island name="HoldCountdown" props={props} />;
}
