/** Why one who waits has her urgency, as far as the unit is told: the rest is said to be there, and not how much of it there is. */
import type { JSX } from 'react';
import type { UrgencyToldToUnit } from '../../domain/placement/urgency-told.ts';
import type { Language } from '../ui/language.ts';
import { urgencyToldTexts } from './urgency-told-texts.ts';
import { contributionText } from './words.ts';

type Props = { readonly urgency: UrgencyToldToUnit; readonly initials: string; readonly language: Language };

export function UrgencyTold({ urgency, initials, language }: Props): JSX.Element {
  const say = urgencyToldTexts(language);
  return (
    <details className="fold">
      <summary>{say('summary', { initials })}</summary>
      <ul>
        {urgency.contributions.map((one) => (
          <li key={one.kind}>{contributionText(one, language)}</li>
        ))}
        <li>{say('rest')}</li>
      </ul>
      <p className="quiet">{say('rule', { edition: urgency.edition })}</p>
    </details>
  );
}
