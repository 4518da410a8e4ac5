/** The country's places: every unit with what is free tonight and on the next seven nights. */
import { compareNames } from '../../domain/danish-order.ts';
import type { FastifyPluginAsync } from 'fastify';
import type { JSX } from 'react';
import { may } from '../../access/decide.ts';
import { type Municipality, municipality } from '../../domain/geography/municipalities.ts';
import type { CountryDrawing } from '../../domain/geography/projection.ts';
import { regions } from '../../domain/geography/regions.ts';
import type { Id } from '../../domain/id.ts';
import { type CalendarNight, calendarOf } from '../../domain/placement/calendar-of-unit.ts';
import type { IndexedUnit } from '../../domain/placement/national-index.ts';
import { freshnessOf } from '../../domain/placement/freshness.ts';
import type { Candidate } from '../../domain/placement/search.ts';
import { addDays, danishDay, type Moment } from '../../domain/time.ts';
import { type NationalMaterial, nationalMaterial } from '../../store/placement-search.ts';
import type { WebContext } from '../context.ts';
import { shortDayText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Card, Sheet } from '../ui/pieces.tsx';
import {
  countryCalendarAddress,
  freshnessAddress,
  municipalityTelephoneAddress,
  nationalAddress,
  unitAddress,
  weeksAddress,
} from './addresses.ts';
import { facilitiesAddress, facilityAddress } from '../supply/addresses.ts';
import { facilityTexts } from '../supply/facility-texts.ts';
import { capacityTexts } from './capacity-texts.ts';
import { Coming } from './coming.tsx';
import { ConfirmedTag } from './confirmed-tag.tsx';
import { mapTexts } from './map-texts.ts';
import { ReachMap } from './reach-map.tsx';
import { writesNumberOf } from './municipality-telephone.tsx';
import { municipalityTelephoneTexts } from './municipality-telephone-texts.ts';
import { placeTexts } from './texts.ts';
import { calendarTexts } from './unit-calendar-texts.ts';
import { WholeShut, wholeShut } from './unit-shut.tsx';
import { weeksTexts } from './weeks-texts.ts';
import { unitTitle } from './words.ts';

/** Tonight and the coming week. */
const nightsShown = 8;

export const nationalPages: FastifyPluginAsync<WebContext> = async (app, { db, places, country }) => {
  app.get(nationalAddress, { config: { permission: 'place:read' } }, async (request, reply) => {
    const { language, actor } = request;
    const material = await nationalMaterial(db, request.permit(), places);
    return reply.page({
      title: placeTexts(language)('national'),
      content: (
        <National
          material={material}
          language={language}
          mine={actor?.organisation.facility ?? null}
          home={municipality(actor?.organisation.municipality ?? '')}
          country={country}
          seesFreshness={actor !== null && may(actor, 'freshness:read')}
          writesNumber={actor !== null && writesNumberOf(actor) !== null}
        />
      ),
    });
  });
};

type Props = {
  readonly material: NationalMaterial;
  readonly language: Language;
  readonly mine: Id<'facility'> | null;
  /** The asker's own municipality, which is marked on the map. */
  readonly home: Municipality | null;
  readonly country: CountryDrawing | null;
  readonly seesFreshness: boolean;
  readonly writesNumber: boolean;
};

function National({ material, language, mine, home, country, seesFreshness, writesNumber }: Props): JSX.Element {
  const say = placeTexts(language);
  const { candidates, index, now } = material;
  const today = danishDay(now);
  const units = [...index.units.values()].map((unit) => ({ unit, sort: sortText(unit.candidate) }));
  const nights = Array.from({ length: nightsShown }, (_, offset) => addDays(today, offset));
  const own = candidates.filter(({ facility }) => facility.id === mine);
  return (
    <>
      <p>{say('nationalIntro')}</p>
      <p className="actions">
        <a href={weeksAddress}>{weeksTexts(language)('seeWeeks')}</a>{' '}
        <a href={countryCalendarAddress}>{calendarTexts(language)('countryLink')}</a>{' '}
        <a href="#kort-heading">{weeksTexts(language)('seeMap')}</a> <a href={facilitiesAddress}>{facilityTexts(language)('facilities')}</a>{' '}
        {mine !== null && <a href={facilityAddress(mine)}>{facilityTexts(language)('ownFacility')}</a>}{' '}
        {writesNumber && <a href={municipalityTelephoneAddress}>{municipalityTelephoneTexts(language)('link')}</a>}{' '}
        {seesFreshness && <a href={freshnessAddress}>{capacityTexts(language)('linkTo')}</a>}
      </p>
      {own.length > 0 && <Coming units={own} coming={material.coming} now={now} language={language} />}
      {own.length > 0 && (
        <Card heading={say('myUnits')}>
          <ul>
            {own.map(({ facility, unit }) => (
              <li key={unit.id}>
                <a href={unitAddress(unit.id)}>{unitTitle({ facility, unit })}</a>
              </li>
            ))}
          </ul>
        </Card>
      )}
      <div className="stacked labelled nights">
        <Sheet caption={say('nationalCaption')}>
          <thead>
            <tr>
              <th scope="col">{say('unit')}</th>
              <th scope="col">{say('operator')}</th>
              {nights.map((night, index) => (
                <th scope="col" className="number" key={night}>
                  {index === 0 ? say('tonight') : shortDayText(night, language)}
                </th>
              ))}
              <th scope="col">{say('confirmedColumn')}</th>
            </tr>
          </thead>
          <tbody>
            {units
              .toSorted((one, other) => compareNames(one.sort, other.sort))
              .map(({ unit }) => (
                <UnitRow key={unit.candidate.unit.id} indexed={unit} material={material} language={language} />
              ))}
          </tbody>
        </Sheet>
      </div>
      <ReachMap
        id="kort"
        title={mapTexts(language)('tonightTitle')}
        units={units
          .filter(({ unit }) => nightsOf(unit, now, 1).some(({ free }) => free > 0))
          .map(({ unit: { candidate, minutesFrom } }) => ({
            ...candidate,
            minutesFrom,
            number: null,
            isStale: freshnessOf(candidate.unit.confirmed, now) !== 'fresh',
          }))}
        home={home}
        whose="own"
        country={country}
        language={language}
      />
    </>
  );
}

/** The free places of a unit from tonight on. */
function nightsOf({ compiledAt }: IndexedUnit, now: Moment, nights: number): readonly CalendarNight[] {
  return calendarOf(compiledAt(now), danishDay(now), nights, null);
}

type UnitRowProps = { readonly indexed: IndexedUnit } & Pick<Props, 'material' | 'language'>;

function UnitRow({ indexed, material, language }: UnitRowProps): JSX.Element {
  const say = placeTexts(language);
  const { candidate } = indexed;
  const { facility, unit } = candidate;
  const { now } = material;
  return (
    <tr className={freshnessOf(unit.confirmed, now) === 'fresh' ? undefined : 'not-fresh'}>
      <th scope="row">
        <a href={unitAddress(unit.id)}>{unitTitle(candidate)}</a>
        <br />
        <span className="quiet where">
          {facility.town}, {regions[facility.region].shortName}
        </span>
        <WholeShut periods={wholeShut(candidate, danishDay(now), nightsShown, now)} language={language} />
      </th>
      <td data-label={say('operator')}>{say(`operator.${facility.operator}`)}</td>
      {nightsOf(indexed, now, nightsShown).map(({ night, free, places }, index) => (
        <td
          key={night}
          className={free === 0 ? 'number full' : 'number'}
          data-label={index === 0 ? say('tonight') : shortDayText(night, language)}
        >
          {say('freeOf', { free, places })}
        </td>
      ))}
      <td data-label={say('confirmedColumn')}>
        <ConfirmedTag unit={unit} now={now} language={language} />
      </td>
    </tr>
  );
}

function sortText({ facility, unit }: Candidate): string {
  return `${regions[facility.region].shortName} ${facility.name} ${unit.name}`;
}
