/** What she said with her yes that the unit is to know (da: hendes betingelse): written where the place is confirmed, and read on the unit's card. */
import type { JSX } from 'react';
import type { StayWithName } from '../../store/placement-stays.ts';
import { TextArea } from '../ui/fields.tsx';
import type { Language } from '../ui/language.ts';
import { Alert } from '../ui/pieces.tsx';
import { ofThisPlaceTexts } from './of-this-place-texts.ts';

/** The field of her condition in the form that confirms her place. */
export const conditionField = 'betingelse';

/**
 * The condition as a field. `words`: what was written in it; what she said with an earlier yes stands beside the form and is carried on by nobody but
 * whoever writes it here, for most of what she says is no condition. `asks`: whether her answer is asked for in the same form; a condition belongs to
 * her yes, so the field is then shown with a yes alone, where the browser can tell.
 */
export function ConditionField({
  words,
  asks,
  language,
}: {
  readonly words: string;
  readonly asks: boolean;
  readonly language: Language;
}): JSX.Element {
  const say = ofThisPlaceTexts(language);
  const label = say(asks ? 'conditionWithYes' : 'condition');
  const field = <TextArea name={conditionField} label={label} hint={say('conditionHint')} value={words} errors={{}} />;
  return asks ? <div className="answer-yes">{field}</div> : field;
}

/** Her condition as her unit reads it; nothing where she said none, or is not expected and does not live there. */
export function ConditionTold({
  stay: { status, condition },
  language,
}: {
  readonly stay: Pick<StayWithName, 'status' | 'condition'>;
  readonly language: Language;
}): JSX.Element | null {
  if (condition === null || (status !== 'confirmed' && status !== 'admitted')) return null;
  const say = ofThisPlaceTexts(language);
  return (
    <Alert tone="attention">
      <p>{say(status === 'admitted' ? 'toldThere' : 'toldUnit', { words: condition.trim().replace(/\.$/, '') })}</p>
    </Alert>
  );
}
