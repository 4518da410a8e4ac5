/** Those who lead a facility, on its page: for those who may name one more and end the task of one. */
import type { JSX } from 'react';
import type { Id } from '../../domain/id.ts';
import type { FacilityMaterial } from '../../store/facility-register.ts';
import type { NamedLately } from '../../store/facility-leaders.ts';
import { momentText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Alert, Card } from '../ui/pieces.tsx';
import { endLeaderAddress, facilityAddress, nameLeaderAddress } from './addresses.ts';
import { leaderTexts } from './leader-texts.ts';

type Props = {
  readonly material: Pick<FacilityMaterial, 'facility' | 'leaders'>;
  /** Names its leaders and ends their task. */
  readonly names: boolean;
  readonly me: Id<'user'>;
  readonly language: Language;
};

/** That nobody leads it, for everybody who reads of it. */
export function NoLeader({ material: { leaders }, names, language }: Omit<Props, 'me'>): JSX.Element | null {
  const say = leaderTexts(language);
  if (leaders.length > 0) return null;
  return (
    <Alert tone="attention">
      <p>
        {say('none')} {!names && say('noneAsk')}
      </p>
    </Alert>
  );
}

export function Leaders({ material: { facility, leaders }, names, me, language }: Props): JSX.Element | null {
  const say = leaderTexts(language);
  if (!names) return null;
  return (
    <Card heading={say('heading')}>
      <p className="quiet">{say('intro')}</p>
      <ul className="plain-list">
        {leaders.map(({ user, name }) => (
          <li key={user}>
            <form method="post" action={endLeaderAddress(facility.id, user)} className="actions">
              <span>{user === me ? say('you', { name }) : name}</span>
              <button className="button button-secondary" aria-label={`${say('end')}: ${name}`}>
                {say('end')}
              </button>
            </form>
          </li>
        ))}
      </ul>
      <p className="actions">
        <a href={nameLeaderAddress(facility.id)}>{say('save')}</a>
      </p>
    </Card>
  );
}

/** For one who was named lately: by whom, for what, and where to begin. */
export function NamedLeader({ named, language }: { readonly named: NamedLately | null; readonly language: Language }): JSX.Element | null {
  const say = leaderTexts(language);
  if (named === null) return null;
  const { byName, name: facility, at } = named;
  return (
    <Alert tone="notice">
      <p>
        {say('told', { byName, facility, when: momentText(at, language) })} <a href={facilityAddress(named.facility)}>{say('toldLink')}</a>
      </p>
    </Alert>
  );
}
