/**
 * A stay that is agreed by the birth no longer ends on the day that the birth gives: from which day to which it would move, with one button that moves
 * it for those who pay, what stands in the way where it cannot, and keeping the day as an answer with a reason. The house reads it, and decides nothing.
 */
import type { JSX } from 'react';
import type { FollowsBirth } from '../../domain/placement/follow-birth.ts';
import type { Day } from '../../domain/time.ts';
import type { StayWithName } from '../../store/placement-stays.ts';
import { longestText } from '../ui/fields.tsx';
import { dayText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Alert } from '../ui/pieces.tsx';
import { findAddress, otherUnitsAddress } from './addresses.ts';
import { followBirthTexts } from './follow-birth-texts.ts';
import { lengthByBirth, movesText, whyNotSentences } from './follow-birth-words.ts';

type Props = {
  readonly stay: StayWithName;
  /** The departure as it would move; `null` where there is nothing to move. */
  readonly follows: FollowsBirth | null;
  /** Whether the reader pays for the nights, and so moves the day or keeps it. */
  readonly decides: boolean;
  readonly requestKey: string;
  readonly language: Language;
};

/** On her own page of places, and on her card in the house. */
export function FollowBirthAlert(props: Props): JSX.Element | null {
  if (props.follows === null) return null;
  return (
    <Alert tone="attention">
      <FollowBirth {...props} follows={props.follows} />
    </Alert>
  );
}

/** The sentences and what can be done. */
export function FollowBirth({ stay, follows, decides, requestKey, language }: Props & { readonly follows: FollowsBirth }): JSX.Element {
  const say = followBirthTexts(language);
  const below = `${findAddress(stay.pathway)}/${encodeURIComponent(stay.id)}`;
  const { from, birth, isBorn, nightsAfter } = follows;
  const why = say(isBorn ? 'why.born' : 'why.due', { length: lengthByBirth(nightsAfter, language), birth: dayText(birth, language) });
  const inTheWay = whyNotSentences(stay, follows, language);
  const keep = say('keep', { from: dayText(from, language) });
  return (
    <>
      <p>
        {movesText(follows, language)} {say('nothingMoved')}
      </p>
      {inTheWay.length > 0 && <p>{inTheWay.join(' ')}</p>}
      {!decides && <p>{say('decidedByPayer')}</p>}
      {decides && (
        <div className="actions">
          {waysOf(follows, language).map(({ departure, place, text }) => (
            <form key={text} method="post" action={`${below}/ny-afrejse`}>
              <input type="hidden" name="noegle" value={requestKey} />
              <input type="hidden" name="rejser" value={departure} />
              <input type="hidden" name="hvorfor" value={why} />
              {place !== '' && <input type="hidden" name="nyplads" value={place} />}
              <button className="button button-secondary">{text}</button>
            </form>
          ))}
        </div>
      )}
      {decides && follows.change.outcome !== 'departure-changed' && (
        <p>
          <a href={otherUnitsAddress(stay.pathway)}>{say('elsewhere')}</a>
        </p>
      )}
      {decides && (
        <details>
          <summary>{keep}</summary>
          <form method="post" action={`${below}/behold-afrejse`}>
            <input type="hidden" name="noegle" value={requestKey} />
            <input type="hidden" name="rejser" value={from} />
            <input type="hidden" name="foedt" value={birth} />
            <label htmlFor={`behold-${stay.id}`}>{say('keepWhy')}</label>
            <input
              className="form-input"
              id={`behold-${stay.id}`}
              name="hvorfor"
              autoComplete="off"
              maxLength={longestText}
              required
              aria-describedby={`behold-hjaelp-${stay.id}`}
            />
            <p className="quiet" id={`behold-hjaelp-${stay.id}`}>
              {say('keepHint')}
            </p>
            <button className="button button-secondary">{say('keepSave')}</button>
          </form>
        </details>
      )}
    </>
  );
}

type Way = { readonly departure: Day; readonly place: string; readonly text: string };

/** What can be decided with one button: her own place, another of the unit for the new nights, or her own for as long as it is free. */
function waysOf({ to, change }: FollowsBirth, language: Language): readonly Way[] {
  const say = followBirthTexts(language);
  const day = dayText(to, language);
  if (change.outcome === 'departure-changed') return [{ departure: to, place: '', text: say('move', { to: day }) }];
  if (change.outcome !== 'cannot-stay-on') return [];
  const { until, places } = change.instead;
  return [
    ...places.map(({ id, name }) => ({ departure: to, place: id, text: say('moveOn', { to: day, place: name }) })),
    ...(until === null ? [] : [{ departure: until, place: '', text: say('moveUntil', { until: dayText(until, language) }) }]),
  ];
}
