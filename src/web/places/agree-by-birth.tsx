/** A stay to a fixed day is said to follow the birth from now on: the form of those who pay. */
import type { JSX } from 'react';
import { agreeByBirth } from '../../domain/placement/follow-birth.ts';
import { proposedNightsAfterBirth } from '../../domain/placement/nights.ts';
import type { Id } from '../../domain/id.ts';
import type { Moment } from '../../domain/time.ts';
import type { StayWithName } from '../../store/placement-stays.ts';
import { ErrorSummary, type FieldErrors, TextField } from '../ui/fields.tsx';
import { dayText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { findAddress } from './addresses.ts';
import { followBirthTexts } from './follow-birth-texts.ts';
import { placeTexts } from './texts.ts';

/** The weeks as they were sent and refused, of which stay, and why. One who moves has two stays, and the form is each one's own. */
export type FollowSent = { readonly stay: Id<'stay'>; readonly weeks: string; readonly why: string };

type Props = {
  readonly stay: StayWithName;
  readonly now: Moment;
  readonly sent: FollowSent | null;
  readonly requestKey: string;
  readonly language: Language;
};

/** The field of the weeks: each stay's own, so that a fault leads to the form it is about. */
export function weeksAfterField(stay: Id<'stay'>): string {
  return `ugerefter-${stay}`;
}

/** Nothing where the stay follows the birth already, or can no longer come to. */
export function AgreeByBirth({ stay, now, sent, requestKey, language }: Props): JSX.Element | null {
  const proposed = proposedNightsAfterBirth / 7;
  if (agreeByBirth(stay, proposed, now).outcome !== 'agreed-by-birth') return null;
  const say = followBirthTexts(language);
  const hers = sent?.stay === stay.id ? sent : null;
  const name = weeksAfterField(stay.id);
  const errors: FieldErrors = hers === null ? {} : { [name]: hers.why };
  return (
    <details open={hers !== null}>
      <summary>{say('follow')}</summary>
      <form method="post" action={`${findAddress(stay.pathway)}/${encodeURIComponent(stay.id)}/foelger-foedslen`}>
        <p>{say('followIntro', { day: dayText(stay.nights.departure, language) })}</p>
        <ErrorSummary heading={placeTexts(language)('errorHeading')} errors={errors} />
        <input type="hidden" name="noegle" value={requestKey} />
        <TextField
          name={name}
          type="text"
          inputMode="numeric"
          label={say('followWeeks')}
          value={hers?.weeks ?? String(proposed)}
          errors={errors}
          required
        />
        <button className="button button-secondary">{say('followSave')}</button>
      </form>
    </details>
  );
}
