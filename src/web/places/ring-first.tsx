/** That a unit is to be rung before a place there is held or confirmed: what stands about its places may be out of date. It stops nothing. */
import type { JSX } from 'react';
import { beforeAsking } from '../../domain/placement/offer-freshness.ts';
import type { Unit } from '../../domain/placement/provision.ts';
import type { Moment } from '../../domain/time.ts';
import type { Language } from '../ui/language.ts';
import { Alert } from '../ui/pieces.tsx';
import { unitAddress } from './addresses.ts';
import { ofThisPlaceTexts } from './of-this-place-texts.ts';
import { telephoneTexts } from './telephone-texts.ts';
import { confirmedText } from './words.ts';

type Props = { readonly unit: Unit; readonly before: 'hold' | 'confirm'; readonly now: Moment; readonly language: Language };

/** When the capacity was last confirmed, and the way to the number; nothing where it is fresh. */
export function RingFirst({ unit, before, now, language }: Props): JSX.Element | null {
  if (beforeAsking(unit.confirmed, now).outcome === 'ask-her') return null;
  const confirmed = confirmedText(unit.confirmed, now, language);
  return (
    <Alert tone="attention">
      <p>
        {`${confirmed.charAt(0).toLocaleUpperCase(language)}${confirmed.slice(1)}.`}{' '}
        <strong>{ofThisPlaceTexts(language)(before === 'hold' ? 'ringHold' : 'ring')}</strong>{' '}
        <a href={`${unitAddress(unit.id)}#ring`}>{telephoneTexts(language)('ringLink')}</a>
      </p>
    </Alert>
  );
}
