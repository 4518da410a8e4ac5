/** A stay that follows the birth is said to be to a fixed day from now on: the form of those who pay, and the way back from `AgreeByBirth`. */
import type { JSX } from 'react';
import type { Id } from '../../domain/id.ts';
import { agreeFixedDay } from '../../domain/placement/follow-birth.ts';
import type { Moment } from '../../domain/time.ts';
import type { StayWithName } from '../../store/placement-stays.ts';
import { ErrorSummary, type FieldErrors, TextField } from '../ui/fields.tsx';
import { dayText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { findAddress } from './addresses.ts';
import { fixedDayTexts } from './fixed-day-texts.ts';
import { lengthByBirth } from './follow-birth-words.ts';
import { placeTexts } from './texts.ts';

/** Of which stay a form was sent and refused, and why: what was missing in it is its reason. */
export type FixedDaySent = { readonly stay: Id<'stay'>; readonly why: string };

type Props = {
  readonly stay: StayWithName;
  readonly now: Moment;
  readonly sent: FixedDaySent | null;
  readonly requestKey: string;
  readonly language: Language;
};

/** The field of the reason: each stay's own, so that a fault leads to the form it is about. */
export function whyFixedField(stay: Id<'stay'>): string {
  return `hvorforfast-${stay}`;
}

/** Nothing where the stay is to a fixed day already, or can no longer come to be. */
export function AgreeFixedDay({ stay, now, sent, requestKey, language }: Props): JSX.Element | null {
  const { departure } = stay.nights;
  if (stay.nightsAfterBirth === null || agreeFixedDay(stay, departure, 'x', now).outcome !== 'agreed-fixed-day') return null;
  const say = fixedDayTexts(language);
  const hers = sent?.stay === stay.id ? sent : null;
  const name = whyFixedField(stay.id);
  const errors: FieldErrors = hers === null ? {} : { [name]: hers.why };
  return (
    <details open={hers !== null}>
      <summary>{say('fix')}</summary>
      <form method="post" action={`${findAddress(stay.pathway)}/${encodeURIComponent(stay.id)}/fast-dag`}>
        <p>{say('intro', { length: lengthByBirth(stay.nightsAfterBirth, language), day: dayText(departure, language) })}</p>
        <ErrorSummary heading={placeTexts(language)('errorHeading')} errors={errors} />
        <input type="hidden" name="noegle" value={requestKey} />
        <input type="hidden" name="rejser" value={departure} />
        <TextField name={name} label={say('why')} hint={say('whyHint')} errors={errors} required />
        <button className="button button-secondary">{say('save', { day: dayText(departure, language) })}</button>
      </form>
    </details>
  );
}
