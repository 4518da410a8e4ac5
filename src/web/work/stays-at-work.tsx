/** Stays on the work list that did not go as agreed: moves that fell away, and women who leave earlier. */
import type { JSX } from 'react';
import { fallenMove } from '../../domain/placement/transfer.ts';
import { daysBetween } from '../../domain/time.ts';
import type { PlacesAtWork } from '../../store/placement-at-work.ts';
import { pathwayAddress } from '../pathways/addresses.ts';
import { findAddress, stayCardAddress } from '../places/addresses.ts';
import { FollowBirth } from '../places/follow-birth.tsx';
import { followBirthTexts } from '../places/follow-birth-texts.ts';
import { inTheWaySentences } from '../places/fallen-move.tsx';
import { dayText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Alert, Card } from '../ui/pieces.tsx';
import { stayWorkTexts } from './stays-texts.ts';

type Props = Pick<PlacesAtWork, 'fallen' | 'refusedWithoutPlace' | 'leftEarlier' | 'following'> & {
  /** Whether the reader's part is to find another place; else the way goes to the stay in its unit. */
  readonly finds: boolean;
  /** Whether the reader decides what is paid for. */
  readonly pays: boolean;
  /** A new key for each time the page is made. */
  readonly requestKey: string;
  readonly language: Language;
};

export function StaysAtWork(props: Props): JSX.Element {
  return (
    <>
      <FallenMoves {...props} />
      {props.pays && <Following {...props} />}
      {props.pays && <LeftEarlier {...props} />}
    </>
  );
}

/** How many lines there are for the reader. */
export function staysToSee({
  fallen,
  refusedWithoutPlace,
  leftEarlier,
  following,
  pays,
}: Omit<Props, 'finds' | 'requestKey' | 'language'>): number {
  return fallen.length + refusedWithoutPlace.length + (pays ? leftEarlier.length + following.length : 0);
}

function FallenMoves({ fallen, refusedWithoutPlace, finds, pays, language }: Props): JSX.Element | null {
  const say = stayWorkTexts(language);
  if (fallen.length + refusedWithoutPlace.length === 0) return null;
  return (
    <Alert tone="attention" heading={say('fallenHeading')}>
      <ul>
        {fallen.map((stay) => {
          const move = fallenMove(stay);
          const canBePutBack = stay.putBack.outcome === 'departure-changed';
          const day = dayText(stay.nights.departure, language);
          const before = move === null ? '' : dayText(move.before, language);
          return (
            <li key={stay.id}>
              {say('fallen', { name: stay.calledName, unit: move?.unitName ?? '', house: stay.unitName, day, before })}{' '}
              {move !== null && canBePutBack && say('freeAgain')}
              {move !== null && inTheWaySentences(stay, move, stay.putBack, language).join(' ')}{' '}
              <a href={finds ? findAddress(stay.pathway) : stayCardAddress(stay)}>
                {say(!finds ? 'seeStay' : pays && canBePutBack ? 'fallenFind' : 'fallenFindElsewhere')}
              </a>
            </li>
          );
        })}
        {refusedWithoutPlace.map((stay) => (
          <li key={stay.id}>
            {say('refusedWithout', { name: stay.calledName, day: dayText(stay.nights.arrival, language) })}{' '}
            <a href={stayCardAddress(stay)}>{say('seeStay')}</a>
          </li>
        ))}
      </ul>
    </Alert>
  );
}

/** Departures that are to follow a due date or a birth: for those who pay, with the buttons that move the day or keep it. */
function Following({ following, requestKey, language }: Props): JSX.Element | null {
  const say = followBirthTexts(language);
  if (following.length === 0) return null;
  return (
    <Alert tone="attention" heading={say('workHeading')}>
      <ul className="plain-list">
        {following.map(({ stay, follows }) => (
          <li key={stay.id}>
            <p>
              <a href={findAddress(stay.pathway)}>{say('ofHer', { name: stay.calledName, unit: stay.unitName })}</a>
            </p>
            <FollowBirth stay={stay} follows={follows} decides requestKey={requestKey} language={language} />
          </li>
        ))}
      </ul>
    </Alert>
  );
}

function LeftEarlier({ leftEarlier, language }: Props): JSX.Element | null {
  const say = stayWorkTexts(language);
  if (leftEarlier.length === 0) return null;
  return (
    <Card heading={say('earlierHeading')}>
      <ul className="plain-list">
        {leftEarlier.map(({ pathway, calledName: name, unitName: unit, hasLeft, agreed, departure, movesOn, reason }) => (
          <li key={`${pathway}${departure}`}>
            {say(hasLeft ? 'left' : 'leaves', {
              name,
              unit,
              day: dayText(departure, language),
              nights: daysBetween(departure, agreed),
              agreed: dayText(agreed, language),
            })}{' '}
            {movesOn !== null && `${say('movesFirst', { day: dayText(movesOn, language) })} `}
            {reason !== '' && `${say('because', { reason })} `}
            <a href={pathwayAddress(pathway)}>{say('seePathway')}</a>
          </li>
        ))}
      </ul>
    </Card>
  );
}
