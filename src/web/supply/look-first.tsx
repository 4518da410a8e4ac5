/** What a change does to those who are booked, told before it is saved. The form is sent again with those who were shown. */
import type { JSX } from 'react';
import type { Affected, OverStaffing } from '../../domain/placement/supply-effect.ts';
import type { BookedStay } from '../../store/supply-upkeep.ts';
import { dayText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Alert, Card } from '../ui/pieces.tsx';
import { supplyTexts } from './texts.ts';
import { bookedText, troubleSentence } from './words.ts';

type Props = {
  readonly action: string;
  readonly back: string;
  /** The form as it was sent: names and values. */
  readonly sent: readonly (readonly [name: string, value: string])[];
  readonly affected: readonly Affected<BookedStay>[];
  readonly overStaffed: readonly OverStaffing[];
  readonly language: Language;
};

export function LookFirst({ action, back, sent, affected, overStaffed, language }: Props): JSX.Element {
  const say = supplyTexts(language);
  return (
    <Card>
      {affected.length === 0 && overStaffed.length === 0 && <p>{say('lookNobody')}</p>}
      {affected.length > 0 && (
        <Alert tone="attention" heading={say('lookSome', { count: new Set(affected.map(({ booking }) => booking.id)).size })}>
          <AffectedList affected={affected} language={language} />
          <p>{say('lookWhat')}</p>
        </Alert>
      )}
      <OverStaffed overStaffed={overStaffed} language={language} />
      <form method="post" action={action}>
        {sent.map(([name, value]) => (
          <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
        ))}
        <input type="hidden" name="set" value="ja" />
        {[...new Set(affected.map(({ booking }) => booking.id))].map((stay) => (
          <input key={stay} type="hidden" name="set-ophold" value={stay} />
        ))}
        <div className="actions">
          <button className="button button-primary">{say('lookYes')}</button>
          <a href={back}>{say('lookNo')}</a>
        </div>
      </form>
    </Card>
  );
}

export function AffectedList({ affected, language }: Pick<Props, 'affected' | 'language'>): JSX.Element {
  return (
    <ul>
      {affected.map(({ booking, troubles }) => (
        <li key={`${booking.id} ${booking.nights.arrival}`}>
          {bookedText(booking, language)}. {troubles.map((trouble) => troubleSentence(trouble, language)).join(' ')}
        </li>
      ))}
    </ul>
  );
}

export function OverStaffed({ overStaffed, language }: Pick<Props, 'overStaffed' | 'language'>): JSX.Element | null {
  const say = supplyTexts(language);
  if (overStaffed.length === 0) return null;
  return (
    <Alert tone="attention" heading={say('overStaffedHeading')}>
      {overStaffed.map(({ from, to, women, booked }) => (
        <p key={from + to}>{say('overStaffed', { from: dayText(from, language), to: dayText(to, language), women, booked })}</p>
      ))}
    </Alert>
  );
}
