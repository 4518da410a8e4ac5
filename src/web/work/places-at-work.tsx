/** Places on the work list: stays that must be moved first, then what a leader's own units wait for. */
import type { JSX } from 'react';
import type { Id } from '../../domain/id.ts';
import { yesStanding } from '../../domain/pathway/her-answer.ts';
import type { Pathway } from '../../domain/pathway/state.ts';
import type { StayTrouble } from '../../domain/placement/supply-effect.ts';
import { type Day, danishDay, type Moment } from '../../domain/time.ts';
import { refusalReasons } from '../../domain/placement/confirm.ts';
import type { PlacesAtWork, RefusedPlace, TroubledStay } from '../../store/placement-at-work.ts';
import { findAddress, stayCardAddress, unitAddress } from '../places/addresses.ts';
import { upkeepAddress } from '../supply/addresses.ts';
import { ExpectedMarks } from '../places/expected-marks.tsx';
import { leaveWords, placesText } from '../places/stay-words.ts';
import { placeTexts } from '../places/texts.ts';
import { confirmedText, nightsText, periodText, propertyList, unitTitle } from '../places/words.ts';
import { momentText, timeText, weekdayText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Alert, Card } from '../ui/pieces.tsx';
import { unitSightTexts } from '../places/unit-sight-texts.ts';
import { countTexts } from './count-texts.ts';
import { placeWorkTexts } from './place-texts.ts';

/** A sentence that names her: «Pladsen til Alma er lukket fra 30. november 2026 (ingen nattevagt).» */
function troubleText(trouble: StayTrouble, name: string, language: Language): string {
  const say = placeWorkTexts(language);
  switch (trouble.kind) {
    case 'closed':
      return say('trouble.closed', { name, period: nightsText(trouble.closure, language), reason: trouble.closure.reason });
    case 'not-open':
    case 'not-opened':
      return say(`trouble.${trouble.kind}`, { name, period: nightsText(trouble, language) });
    case 'lacks':
      return say('trouble.lacks', { name, properties: propertyList(trouble.properties, language), period: periodText(trouble, language) });
    case 'no-children':
      return say('trouble.no-children', { name });
  }
}

type TroubledProps = {
  readonly troubled: readonly TroubledStay[];
  /** Whether the reader's part is to find another place; else the way goes to the stay in its unit. */
  readonly finds: boolean;
  /** Those she has said no to: there she is talked with, and nobody is told to find another without her. */
  readonly saidNo: ReadonlySet<Id<'stay'>>;
  readonly language: Language;
};

export function TroubledPlaces({ troubled, finds, saidNo, language }: TroubledProps): JSX.Element | null {
  const say = placeWorkTexts(language);
  if (troubled.length === 0) return null;
  return (
    <Alert tone="attention" heading={say('troubledHeading')}>
      <ul>
        {troubled.map(({ stay, troubles }) => (
          <li key={stay.id}>
            {[...new Set(troubles.map((trouble) => troubleText(trouble, stay.calledName, language)))].join(' ')}{' '}
            <a href={finds ? findAddress(stay.pathway) : stayCardAddress(stay)}>
              {say(!finds ? 'seeStay' : saidNo.has(stay.id) ? 'heedFirst' : 'findAnother')}
            </a>
          </li>
        ))}
      </ul>
    </Alert>
  );
}

/** The places that women have said no to, by their pathways. */
export function saidNoIn(pathways: readonly Pathway[]): ReadonlySet<Id<'stay'>> {
  return new Set(pathways.flatMap(({ stay }) => (stay !== null && yesStanding(stay) === 'refused' ? [stay.id] : [])));
}

type AtWorkProps = Pick<PlacesAtWork, 'troubled' | 'unconfirmed' | 'overStaffed' | 'now'> & {
  readonly finds: boolean;
  readonly saidNo: TroubledProps['saidNo'];
  readonly language: Language;
};

export function PlacesOfWork({ troubled, unconfirmed, overStaffed, finds, saidNo, now, language }: AtWorkProps): JSX.Element {
  const say = placeWorkTexts(language);
  return (
    <>
      <TroubledPlaces troubled={troubled} finds={finds} saidNo={saidNo} language={language} />
      {overStaffed.length > 0 && (
        <Alert tone="attention" heading={say('overStaffedHeading')}>
          <ul>
            {overStaffed.map((one) => (
              <li key={one.unit.id}>
                {unitTitle(one)}:{' '}
                {one.nights
                  .map(({ from, to, women, booked }) =>
                    say('overStaffed', { period: nightsText({ from, to }, language), women, booked: booked.length }),
                  )
                  .join(' ')}{' '}
                <a href={upkeepAddress(one.unit.id)}>{say('overStaffedSee')}</a>
              </li>
            ))}
          </ul>
        </Alert>
      )}
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

/** Those who are to come to the reader's units, in the group of the work list that their day belongs to; with how certain it is. */
export function Arrivals({ arriving, troubled, now, language }: ArrivalsProps): JSX.Element | null {
  if (arriving.length === 0) return null;
  return (
    <ul className="plain-list">
      {arriving.map((stay) => (
        <li key={stay.id}>
          <a href={stayCardAddress(stay)}>{arrivingText(stay, danishDay(now), language)}</a>
          <ExpectedMarks stay={stay} troubles={troubled.find((one) => one.stay.id === stay.id)?.troubles ?? []} language={language} />
          {stay.status === 'held' && stay.heldUntil !== null && (
            <>
              {' '}
              <strong>
                {unitSightTexts(language)(stay.isOffer ? 'offered' : 'held', { until: momentText(stay.heldUntil, language) })}
              </strong>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Those who live in the reader's units and are away tonight: when they are to be back, so that somebody looks for them. */
export function OnLeave({ away, language }: { readonly away: PlacesAtWork['away']; readonly language: Language }): JSX.Element | null {
  if (away.length === 0) return null;
  return (
    <ul className="plain-list">
      {away.map(({ stay, leave }) => (
        <li key={stay.id}>
          <a href={stayCardAddress(stay)}>
            {placeWorkTexts(language)('onLeave', {
              name: stay.calledName,
              reason: leaveWords(leave, language).reason,
              day: weekdayText(leave.back, language),
              place: `${placesText(stay.parts, language, leave.back)}, ${stay.unitName}`,
            })}
          </a>
        </li>
      ))}
    </ul>
  );
}

type ArrivalsProps = Pick<PlacesAtWork, 'arriving' | 'troubled'> & { readonly now: Moment; readonly language: Language };

function arrivingText(
  { calledName: name, parts, unitName, nights, status, isOffer }: PlacesAtWork['arriving'][number],
  today: Day,
  language: Language,
): string {
  const say = placeWorkTexts(language);
  const place = `${placesText(parts, language, today)}, ${unitName}`;
  const day = weekdayText(nights.arrival, language);
  if (status === 'held') return countTexts(language)(isOffer ? 'offered' : 'held', { name, place, day });
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
