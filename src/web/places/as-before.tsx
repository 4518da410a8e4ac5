/** After a place was let go or ran out: whether the search is the one that found it, in its words, and the way to the other. */
import type { JSX } from 'react';
import type { Id } from '../../domain/id.ts';
import { countNights } from '../../domain/placement/nights.ts';
import { hasRunOut } from '../../domain/placement/stay.ts';
import { danishDay, type Moment } from '../../domain/time.ts';
import type { StayWithName } from '../../store/placement-stays.ts';
import { weekdayText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Alert } from '../ui/pieces.tsx';
import { asBeforeAddress, findAddress } from './addresses.ts';
import { herNeedsTexts } from './her-needs-texts.ts';
import { propertyList } from './words.ts';

type Props = {
  readonly pathway: Id<'pathway'>;
  readonly stays: readonly StayWithName[];
  /** The stay whose search this one repeats; null where it repeats none. */
  readonly repeats: StayWithName | null;
  readonly now: Moment;
  readonly language: Language;
};

export function AsBefore({ pathway, stays, repeats, now, language }: Props): JSX.Element | null {
  const say = herNeedsTexts(language);
  if (repeats) {
    const { needs, unitName, nights } = repeats;
    const list =
      needs.length === 0
        ? say('withoutNeeds')
        : say('withNeeds', {
            needs: propertyList(
              needs.map(({ property }) => property),
              language,
            ),
          });
    return (
      <Alert tone="notice">
        <p>
          {say('asBefore', { unit: unitName, day: weekdayText(nights.arrival, language), nights: countNights(nights), needs: list })}{' '}
          <a href={findAddress(pathway)}>{say('afresh')}</a>
        </p>
      </Alert>
    );
  }
  const ranOut = stays.findLast((stay) => (stay.status === 'expired' || hasRunOut(stay, now)) && stay.nights.arrival >= danishDay(now));
  if (!ranOut) return null;
  const { unitName, nights } = ranOut;
  return (
    <Alert tone="notice">
      <p>
        {say('ranOut', { unit: unitName })}{' '}
        <a href={asBeforeAddress(pathway, ranOut.id)}>
          {say('searchAsBefore', { day: weekdayText(nights.arrival, language), nights: countNights(nights) })}
        </a>
      </p>
    </Alert>
  );
}
