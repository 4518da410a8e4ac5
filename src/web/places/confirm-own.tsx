/** The leader's own units with what others see of them tonight, each confirmed with one press; first those that wait for it. */
import type { JSX } from 'react';
import { freshnessOf } from '../../domain/placement/freshness.ts';
import type { Facility, Unit } from '../../domain/placement/provision.ts';
import type { Moment } from '../../domain/time.ts';
import type { Language } from '../ui/language.ts';
import { Card, Tag } from '../ui/pieces.tsx';
import { upkeepAddress } from '../supply/addresses.ts';
import { confirmAddress } from './addresses.ts';
import { confirmOwnTexts } from './confirm-own-texts.ts';
import { confirmedText, unitTitle } from './words.ts';

/** A unit of the leader's own, and what is free in it tonight. */
export type OwnUnit = { readonly facility: Facility; readonly unit: Unit; readonly free: number };

type Props = { readonly units: readonly OwnUnit[]; readonly now: Moment; readonly language: Language };

export function ConfirmOwn({ units, now, language }: Props): JSX.Element {
  const say = confirmOwnTexts(language);
  const isFresh = ({ unit }: OwnUnit): boolean => freshnessOf(unit.confirmed, now) === 'fresh';
  const ordered = units.toSorted((one, other) => Number(isFresh(one)) - Number(isFresh(other)));
  return (
    <Card heading={say('heading')}>
      <p>{say('intro')}</p>
      <ul className="confirm-own">
        {ordered.map((own) => {
          const { facility, unit, free } = own;
          const title = unitTitle({ facility, unit });
          const text = say(isFresh(own) ? 'again' : 'confirm');
          return (
            <li key={unit.id}>
              <h3>{title}</h3>
              <p>
                {say('tonight', { free, places: unit.places.length, confirmed: confirmedText(unit.confirmed, now, language, true) })}{' '}
                {!isFresh(own) && <Tag tone="attention">{say('othersSee')}</Tag>}
              </p>
              <form method="post" action={confirmAddress(unit.id)}>
                <input type="hidden" name="tilbage" value="bekraeftelser" />
                <button
                  className={isFresh(own) ? 'button button-secondary' : 'button button-primary'}
                  aria-label={say('confirmFor', { text, unit: title })}
                >
                  {text}
                </button>
              </form>
              <p>
                <a href={upkeepAddress(unit.id)} aria-label={say('wrongFor', { unit: title })}>
                  {say('wrong')}
                </a>
              </p>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
