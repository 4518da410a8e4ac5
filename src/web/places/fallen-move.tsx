/** A move fell away and her departure still stands as it made it: said, with one button that puts it back. */
import type { JSX } from 'react';
import { fallenMove } from '../../domain/placement/transfer.ts';
import type { StayWithName } from '../../store/placement-stays.ts';
import { dayText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Alert } from '../ui/pieces.tsx';
import { transferTexts } from './transfer-texts.ts';

type Props = {
  readonly stay: StayWithName;
  /** Where another departure is sent; `null` for one who may not change it. */
  readonly action: string | null;
  readonly requestKey: string;
  readonly language: Language;
};

export function FallenMoveAlert({ stay, action, requestKey, language }: Props): JSX.Element | null {
  const fallen = fallenMove(stay);
  if (fallen === null) return null;
  const say = transferTexts(language);
  const before = dayText(fallen.before, language);
  return (
    <Alert tone="attention">
      <p>{say('fellAway', { unit: fallen.unitName, day: dayText(stay.nights.departure, language), before })}</p>
      {action !== null && (
        <form method="post" action={action}>
          <input type="hidden" name="noegle" value={requestKey} />
          <input type="hidden" name="rejser" value={fallen.before} />
          <input type="hidden" name="hvorfor" value={say('putBackWhy', { unit: fallen.unitName })} />
          <button className="button button-secondary">{say('putBack', { before })}</button>
        </form>
      )}
    </Alert>
  );
}
