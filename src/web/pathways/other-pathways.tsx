/** The same woman, registered by two parties: both are told whom to ring, and which acts make it one pathway again. */
import type { JSX } from 'react';
import type { OtherPathway } from '../../store/identify.ts';
import { dayText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Alert } from '../ui/pieces.tsx';
import { municipalityTelephoneTexts } from '../places/municipality-telephone-texts.ts';
import { actionAddress, pathwayAddress } from './addresses.ts';
import { coordinatorLine } from './coordinator-line.ts';
import { identifyTexts } from './identify-texts.ts';

type Props = {
  readonly others: readonly OtherPathway[];
  /** Whether the reader may write on the pathway. */
  readonly records: boolean;
  readonly language: Language;
};

export function OtherPathways({ others, records, language }: Props): JSX.Element | null {
  const say = identifyTexts(language);
  if (others.length === 0) return null;
  return (
    <Alert tone="attention" heading={say('othersHeading')}>
      <p>{say('othersText')}</p>
      <ul>
        {others.map((one) => (
          <li key={`${one.mine} ${one.openedBy.id} ${one.opened}`}>
            <Other one={one} records={records} language={language} />
          </li>
        ))}
      </ul>
    </Alert>
  );
}

function Other({ one, records, language }: Pick<Props, 'records' | 'language'> & { readonly one: OtherPathway }): JSX.Element {
  const say = identifyTexts(language);
  const { mine, calledName, openedBy, opened, coordinator, other } = one;
  const party = openedBy.name;
  const who = coordinator && coordinatorLine(coordinator);
  return (
    <>
      <a href={pathwayAddress(mine)}>
        {say('other', { name: calledName, party, opened: opened === null ? '' : say('otherOpened', { day: dayText(opened, language) }) })}
      </a>{' '}
      {who === null ? say('noCoordinator') : say('coordinator', { who })}
      {!coordinator?.telephone && one.municipalityTelephone !== null && (
        <> {municipalityTelephoneTexts(language)('party', { number: one.municipalityTelephone })}</>
      )}
      {other !== null && (
        <>
          {' '}
          <a href={pathwayAddress(other)}>{say('seeOther')}</a>
        </>
      )}
      {records && (
        <>
          {' · '}
          <a href={`${actionAddress(mine, 'join-party')}?part=${encodeURIComponent(openedBy.id)}`}>{say('invite', { party })}</a>
          {' · '}
          <a href={`${actionAddress(mine, 'end-pathway')}?grund=${encodeURIComponent(say('endReason', { party }))}`}>{say('endThis')}</a>
        </>
      )}
    </>
  );
}
