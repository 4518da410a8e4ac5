/** A stay to a fixed day is said to follow the birth from now on: the form of those who pay. */
import type { JSX } from 'react';
import { agreeByBirth } from '../../domain/placement/follow-birth.ts';
import { proposedNightsAfterBirth } from '../../domain/placement/nights.ts';
import type { Moment } from '../../domain/time.ts';
import type { StayWithName } from '../../store/placement-stays.ts';
import { ErrorSummary, type FieldErrors, TextField } from '../ui/fields.tsx';
import { dayText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { findAddress } from './addresses.ts';
import { followBirthTexts } from './follow-birth-texts.ts';
import { placeTexts } from './texts.ts';

type Props = {
  readonly stay: StayWithName;
  readonly now: Moment;
  readonly errors: FieldErrors;
  readonly requestKey: string;
  readonly language: Language;
};

/** The field of the weeks. */
export const weeksAfterField = 'ugerefter';

/** Nothing where the stay follows the birth already, or can no longer come to. */
export function AgreeByBirth({ stay, now, errors, requestKey, language }: Props): JSX.Element | null {
  const proposed = proposedNightsAfterBirth / 7;
  if (agreeByBirth(stay, proposed, now).outcome !== 'agreed-by-birth') return null;
  const say = followBirthTexts(language);
  const own: FieldErrors = weeksAfterField in errors ? { [weeksAfterField]: errors[weeksAfterField] ?? '' } : {};
  return (
    <details open={weeksAfterField in errors}>
      <summary>{say('follow')}</summary>
      <form method="post" action={`${findAddress(stay.pathway)}/${encodeURIComponent(stay.id)}/foelger-foedslen`}>
        <p>{say('followIntro', { day: dayText(stay.nights.departure, language) })}</p>
        <ErrorSummary heading={placeTexts(language)('errorHeading')} errors={own} />
        <input type="hidden" name="noegle" value={requestKey} />
        <TextField name={weeksAfterField} type="number" label={say('followWeeks')} value={String(proposed)} errors={own} required />
        <button className="button button-secondary">{say('followSave')}</button>
      </form>
    </details>
  );
}
