/** Places on the work list: stays that must be moved first, then what a leader's own units wait for. */
import type { JSX } from 'react';
import type { StayTrouble } from '../../domain/placement/supply-effect.ts';
import { type Day, danishDay, type Moment } from '../../domain/time.ts';
import { refusalReasons } from '../../domain/placement/confirm.ts';
import type { PlacesAtWork, RefusedPlace, TroubledStay } from '../../store/placement-at-work.ts';
import { findAddress, stayCardAddress, unitAddress } from '../places/addresses.ts';
import { placesText } from '../places/stay-words.ts';
import { placeTexts } from '../places/texts.ts';
import { confirmedText, periodText, propertyList, unitTitle } from '../places/words.ts';
import { momentText, timeText, weekdayText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Alert, Card, Tag } from '../ui/pieces.tsx';
import { placeWorkTexts } from './place-texts.ts';

/** A sentence that names her: «Pladsen til Alma er lukket fra 30. november 2026 (ingen nattevagt).» */
function troubleText(trouble: StayTrouble, name: string, language: Language): string {
  const say = placeWorkTexts(language);
  switch (trouble.kind) {
    case 'closed':
      return say('trouble.closed', { name, period: periodText(trouble.closure, language), reason: trouble.closure.reason });
    case 'not-open':
    case 'not-opened':
      return say(`trouble.${trouble.kind}`, { name, period: periodText(trouble, language) });
    case 'lacks':
      return say('trouble.lacks', { name, properties: propertyList(trouble.properties, language) });
  }
}

type TroubledProps = {
  readonly troubled: readonly TroubledStay[];
  /** Whether the reader's part is to find another place; else the way goes to the stay in its unit. */
  readonly finds: boolean;
  readonly language: Language;
};

export function TroubledPlaces({ troubled, finds, language }: TroubledProps): JSX.Element | null {
  const say = placeWorkTexts(language);
  if (troubled.length === 0) return null;
  return (
    <Alert tone="attention" heading={say('troubledHeading')}>
      <ul>
        {troubled.map(({ stay, troubles }) => (
          <li key={stay.id}>
            {[...new Set(troubles.map((trouble) => troubleText(trouble, stay.calledName, language)))].join(' ')}{' '}
            <a href={finds ? findAddress(stay.pathway) : stayCardAddress(stay)}>{say(finds ? 'findAnother' : 'seeStay')}</a>
          </li>
        ))}
      </ul>
    </Alert>
  );
}

type AtWorkProps = Pick<PlacesAtWork, 'troubled' | 'unconfirmed' | 'now'> & { readonly finds: boolean; readonly language: Language };

export function PlacesOfWork({ troubled, unconfirmed, finds, now, language }: AtWorkProps): JSX.Element {
  const say = placeWorkTexts(language);
  return (
    <>
      <TroubledPlaces troubled={troubled} finds={finds} language={language} />
      {unconfirmed.length > 0 && (
        <Card heading={say('unconfirmedHeading')}>
          <ul className="plain-list">
            {unconfirmed.map((one) => (
              <li key={one.unit.id}>
                {unitTitle(one)}: {confirmedText(one.unit.confirmed, now, language)}{' '}
                <a href={unitAddress(one.unit.id)}>{say('confirmThere', { unit: unitTitle(one) })}</a>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </>
  );
}

/** Those who are to come to the reader's units, in the group of the work list that their day belongs to. */
export function Arrivals({ arriving, now, language }: ArrivalsProps): JSX.Element | null {
  if (arriving.length === 0) return null;
  return (
    <ul className="plain-list">
      {arriving.map((stay) => (
        <li key={stay.id}>
          <a href={stayCardAddress(stay)}>{arrivingText(stay, danishDay(now), language)}</a>
          {stay.status === 'held' && stay.heldUntil !== null && (
            <>
              {' '}
              <Tag tone="attention">{placeWorkTexts(language)('notConfirmed', { until: momentText(stay.heldUntil, language) })}</Tag>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

type ArrivalsProps = { readonly arriving: PlacesAtWork['arriving']; readonly now: Moment; readonly language: Language };

function arrivingText(
  { calledName: name, parts, unitName, nights }: PlacesAtWork['arriving'][number],
  today: Day,
  language: Language,
): string {
  const say = placeWorkTexts(language);
  const place = `${placesText(parts, language, today)}, ${unitName}`;
  const day = weekdayText(nights.arrival, language);
  if (nights.arrival === today) return say('arrivingToday', { name, place });
  return say(nights.arrival < today ? 'arrivingLate' : 'arrivingThisWeek', { name, place, day });
}

/** «Fjordhuset, Strand sagde nej i dag kl. 9.12: bemanding». */
export function refusedText({ at, reason, unitName }: RefusedPlace, now: Moment, language: Language): string {
  const say = placeWorkTexts(language);
  const when = danishDay(at) === danishDay(now) ? say('today', { time: timeText(at, language) }) : momentText(at, language);
  const known = refusalReasons.find((one) => one === reason);
  const unit = unitName ?? say('theUnit');
  return known ? say('refused', { unit, when, reason: placeTexts(language)(`refusal.${known}`) }) : say('refusedBare', { unit, when });
}
