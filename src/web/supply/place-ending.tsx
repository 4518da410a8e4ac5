/** A place that cannot end yet: whose nights are in the way, and the sentence that says how a place stands. */
import type { JSX } from 'react';
import { type PlaceStanding, placeStanding } from '../../domain/placement/place-ending.ts';
import type { Supply, SupplyPlace } from '../../domain/placement/supply-state.ts';
import type { Day } from '../../domain/time.ts';
import type { BookedStay } from '../../store/supply-upkeep.ts';
import { stayCardAddress } from '../places/addresses.ts';
import { nightsText } from '../places/words.ts';
import { dayText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Alert } from '../ui/pieces.tsx';
import { endingTexts } from './ending-texts.ts';
import { bookedText, flexibleText } from './words.ts';

type Props = {
  readonly booked: readonly BookedStay[];
  /** The form again, with another day. */
  readonly again: string;
  readonly back: string;
  readonly language: Language;
};

export function NotEnded({ booked, again, back, language }: Props): JSX.Element {
  const say = endingTexts(language);
  return (
    <>
      <Alert tone="error" heading={say('bookedHeading')}>
        <ul>
          {booked.map((one) => (
            <li key={`${one.id} ${one.nights.arrival}`}>
              <a href={stayCardAddress({ id: one.id, unit: one.unit })}>{bookedText(one, language)}</a>
            </li>
          ))}
        </ul>
        <p>{say('bookedWhat')}</p>
      </Alert>
      <p className="actions">
        <a href={again}>{say('change')}</a>
        <a href={back}>{say('back')}</a>
      </p>
    </>
  );
}

/** «altid åben», «lukket 7.–13. december 2026: vandskade», «nedlagt fra 1. januar 2027: for lille». */
export function standingText(supply: Supply, place: SupplyPlace, today: Day, language: Language): string {
  const say = endingTexts(language);
  const standing: PlaceStanding = placeStanding(supply, place, today);
  const as = flexibleText(place.flexible, language);
  switch (standing.kind) {
    case 'as-it-is':
      return as;
    case 'ended':
    case 'ending':
      return say(standing.kind, { as, day: dayText(standing.closure.from, language), reason: standing.closure.reason });
    case 'closed':
    case 'closing': {
      const said = { as, period: nightsText(standing.closure, language), reason: standing.closure.reason };
      return say(standing.ofUnit ? `${standing.kind}Unit` : standing.kind, said);
    }
  }
}
