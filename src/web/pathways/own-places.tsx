/** On her own page: that her place is shut in her days, that a place is not hers any more, and the nights she is away; what she can do, and whom to ring. */
import type { JSX } from 'react';
import { yesStanding } from '../../domain/pathway/her-answer.ts';
import { type PlaceGone, placesGone } from '../../domain/pathway/place-gone.ts';
import type { Pathway, PathwayStay } from '../../domain/pathway/state.ts';
import { danishDay, type Day, type Moment } from '../../domain/time.ts';
import type { HerPagePlace } from '../../store/placement-her-page.ts';
import { Telephone } from '../places/telephone.tsx';
import { nightsText } from '../places/words.ts';
import { dayText, weekdayText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Alert } from '../ui/pieces.tsx';
import { coordinatorNumber } from './coordinator-line.ts';
import { ownPlacesTexts } from './own-places-texts.ts';

type Props = {
  readonly pathway: Pathway;
  readonly places: readonly HerPagePlace[];
  readonly now: Moment;
  readonly language: Language;
};

/** Whether a place of hers is shut on some of her days: then nothing else says that she can just come. */
export function isShut(stay: PathwayStay, places: readonly HerPagePlace[]): boolean {
  return (placeOf(stay, places)?.shut.length ?? 0) > 0;
}

export function OwnPlaces(props: Props): JSX.Element {
  const { pathway, places, now, language } = props;
  const today = danishDay(now);
  const shut = pathway.stays.filter((stay) => isShut(stay, places));
  const gone = pathway.ended === null ? placesGone(pathway, today) : [];
  const away = pathway.stays.flatMap((stay) =>
    (placeOf(stay, places)?.leaves ?? []).filter(({ back }) => back > today).map((leave) => awayText(stay, leave, today, language)),
  );
  // What is passed on of what she said is hers to read.
  const conditions = places.flatMap(({ condition }) =>
    condition === null ? [] : [ownPlacesTexts(language)('condition', { words: condition })],
  );
  return (
    <>
      {shut.map((stay) => (
        <Shut key={stay.id} {...props} stay={stay} />
      ))}
      {gone.map((one) => (
        <Gone key={one.stay.id} {...props} gone={one} />
      ))}
      {[...conditions, ...away].map((line) => (
        <p key={line}>{line}</p>
      ))}
    </>
  );
}

function Shut({ stay, pathway, places, language }: Props & { readonly stay: PathwayStay }): JSX.Element {
  const say = ownPlacesTexts(language);
  const place = placeOf(stay, places);
  const saysNo = yesStanding(stay) === 'refused';
  return (
    <Alert tone="attention" heading={say('shutHeading')}>
      {(place?.shut ?? []).map((one) => (
        <p key={`${one.from}${one.to}${one.why}`}>
          {say(one.why === 'unfit' ? 'shutUnfit' : 'shut', {
            unit: stay.unitName,
            span: nightsText(one, language),
            why: say(`why.${one.why}`),
          })}
        </p>
      ))}
      {stay.status === 'admitted' ? (
        <p>{say('shutThere')}</p>
      ) : saysNo ? (
        <p>{say('shutNo')}</p>
      ) : (
        stay.arrival !== null && <p>{say('shutBefore', { day: weekdayText(stay.arrival, language) })}</p>
      )}
      <Whom pathway={pathway} telephone={place?.telephone ?? null} house={stay.unitName} language={language} />
    </Alert>
  );
}

function Gone({ gone: { stay, how }, pathway, places, language }: Props & { readonly gone: PlaceGone }): JSX.Element {
  const say = ownPlacesTexts(language);
  const place = placeOf(stay, places);
  const wasThere = how === 'left' || how === 'broken-off';
  return (
    <Alert tone="attention" heading={say(how === 'lost' ? 'lostHeading' : 'goneHeading')}>
      <p>{goneText(stay, how, place?.refusal ?? null, language)}</p>
      {how === 'lost' && <p>{say('lostNext')}</p>}
      {how === 'broken-off' && <p>{say('comeBack')}</p>}
      {wasThere && place?.telephone && <p>{say('askHouse')}</p>}
      <Whom pathway={pathway} telephone={how === 'let-go' ? null : (place?.telephone ?? null)} house={stay.unitName} language={language} />
    </Alert>
  );
}

/** What happened, in a sentence or two to her. */
function goneText(stay: PathwayStay, how: PlaceGone['how'], refusal: HerPagePlace['refusal'], language: Language): string {
  const say = ownPlacesTexts(language);
  const { unitName: unit, arrival, departure, admittedOn, dischargedOn } = stay;
  const day = arrival === null ? '–' : weekdayText(arrival, language);
  const to = dischargedOn === null ? '–' : dayText(dischargedOn, language);
  switch (how) {
    case 'lost':
      if (stay.status === 'refused') return say('lostRefused', { unit, day, reason: say(`refusal.${refusal ?? 'none'}`) });
      return say('lostWithdrawn', { unit, day });
    case 'let-go':
      return say('letGo', { unit });
    case 'left':
      return admittedOn === null ? say('leftOnly', { unit, to }) : say('left', { unit, from: dayText(admittedOn, language), to });
    case 'broken-off': {
      const from = admittedOn ?? arrival;
      return say('brokenOff', {
        unit,
        from: from === null ? '–' : dayText(from, language),
        to,
        agreed: departure === null ? '–' : dayText(departure, language),
      });
    }
  }
}

/** Her coordinator and the house, as far as a number of each is known; else those of her team. */
function Whom({
  pathway: { coordinator },
  telephone,
  house,
  language,
}: {
  readonly pathway: Pathway;
  readonly telephone: string | null;
  readonly house: string;
  readonly language: Language;
}): JSX.Element {
  const say = ownPlacesTexts(language);
  if (coordinator === null && telephone === null) return <p>{say('ringTeam')}</p>;
  return (
    <p>
      {say('ring')}{' '}
      {coordinator !== null &&
        (coordinator.telephone ? (
          <>
            {coordinator.name}, <Telephone number={coordinator.telephone} />
          </>
        ) : (
          coordinatorNumber(coordinator)
        ))}
      {coordinator !== null && telephone !== null && ` ${say('or')} `}
      {telephone !== null && (
        <>
          {house}, <Telephone number={telephone} />
        </>
      )}
      .
    </p>
  );
}

function awayText(stay: PathwayStay, { from, back }: HerPagePlace['leaves'][number], today: Day, language: Language): string {
  const said = { unit: stay.unitName, from: weekdayText(from, language), back: weekdayText(back, language) };
  return ownPlacesTexts(language)(from > today ? 'away' : 'awayNow', said);
}

function placeOf({ id }: PathwayStay, places: readonly HerPagePlace[]): HerPagePlace | null {
  return places.find(({ stay }) => stay === id) ?? null;
}
