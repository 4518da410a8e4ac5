/** The mark on a stay that cannot stand as it is: why, and what to do. Nothing when all is well. */
import type { JSX } from 'react';
import type { Birth } from '../../domain/placement/needs.ts';
import type { Unit } from '../../domain/placement/provision.ts';
import type { Stay } from '../../domain/placement/stay.ts';
import { troublesOfStay } from '../../domain/placement/supply-effect.ts';
import type { Moment } from '../../domain/time.ts';
import type { Language } from '../ui/language.ts';
import { Alert } from '../ui/pieces.tsx';
import { otherUnitsAddress } from '../places/addresses.ts';
import { supplyTexts } from './texts.ts';
import { troubleSentence } from './words.ts';

type Props = { readonly stay: Stay & Birth; readonly now: Moment; readonly language: Language };

/** As her unit sees it. */
export function MustMove({
  unit,
  stay,
  now,
  language,
  call = false,
}: Props & { readonly unit: Unit; readonly call?: boolean }): JSX.Element | null {
  const say = supplyTexts(language);
  const troubles = troublesOfStay(unit, stay, now);
  if (troubles.length === 0) return null;
  const sentences = [...new Set(troubles.map((trouble) => troubleSentence(trouble, language)))];
  return (
    <Alert tone="attention" heading={say('herPlaceMarked')}>
      <ul>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {call && (
        <p>
          {say('herPlaceCall')} <a href={otherUnitsAddress(stay.pathway)}>{say('herPlaceOther')}</a>
        </p>
      )}
    </Alert>
  );
}

type MarkedStayProps = Props & { readonly units: readonly { readonly unit: Unit }[]; readonly call?: boolean };

/** As her municipality sees it, where her unit is among those that were read. */
export function MarkedStay({ units, call = true, ...props }: MarkedStayProps): JSX.Element | null {
  const found = units.find(({ unit }) => unit.id === props.stay.unit);
  return found ? <MustMove {...props} unit={found.unit} call={call} /> : null;
}
