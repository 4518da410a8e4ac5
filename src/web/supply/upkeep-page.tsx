/** The upkeep of a unit on one page: what stands, what must be moved, what can be changed, and what was. */
import type { JSX } from 'react';
import { type PlaceStanding, placeStanding } from '../../domain/placement/place-ending.ts';
import { guidelineForShieldedUnit, exceedsShieldedGuideline, shieldedGuidelineSource } from '../../domain/placement/provision.ts';
import { danishDay, daysBetween } from '../../domain/time.ts';
import type { NumberedTelephone } from '../../store/placement-telephone.ts';
import type { UpkeepMaterial } from '../../store/supply-upkeep.ts';
import { confirmedText, nightsText, propertyList } from '../places/words.ts';
import { dayText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Alert, Card, Sheet, Strip, Tag } from '../ui/pieces.tsx';
import { upkeepFormAddress } from './addresses.ts';
import { ChangeHistory } from './change-history.tsx';
import { endingTexts } from './ending-texts.ts';
import { standingText } from './place-ending.tsx';
import { AffectedList, OverStaffed } from './look-first.tsx';
import { TelephoneCard } from './telephone.tsx';
import { supplyTexts } from './texts.ts';
import { UnitActs } from './unit-acts.tsx';
import { admissionText, closureText, flexibleText, partText } from './words.ts';

type Props = { readonly material: UpkeepMaterial; readonly language: Language };

export function UpkeepPage({ material, telephones, language }: Props & { readonly telephones: readonly NumberedTelephone[] }): JSX.Element {
  const say = supplyTexts(language);
  const { unit, supply, affected, overStaffed, now } = material;
  const today = danishDay(now);
  const present = supply.closures.filter(({ to }) => to === null || to > today);
  return (
    <>
      <p>{say('upkeepIntro')}</p>
      <Strip>
        <p>
          <Tag>{confirmedText(unit.confirmed, now, language, true)}</Tag>
        </p>
        <a href={upkeepFormAddress(unit.id, 'lukning')}>{say('close')}</a>
      </Strip>
      <UnitActs material={material} language={language} />
      {affected.length > 0 && (
        <Alert tone="attention" heading={say('mustMove')}>
          <AffectedList affected={affected} language={language} />
          <p>{say('mustMoveIntro')}</p>
        </Alert>
      )}
      <OverStaffed overStaffed={overStaffed} nameOf={({ calledName, placeName }) => `${calledName} (${placeName})`} language={language} />
      <Guideline material={material} language={language} />
      <div className="upkeep">
        <Card heading={say('closures')}>
          {present.length === 0 && <p>{say('noClosures')}</p>}
          <ul className="bare">
            {present.map((closure) => (
              <li key={closure.id}>
                {closureText(closure, supply, language)}{' '}
                <a
                  href={upkeepFormAddress(unit.id, 'ret-lukning', { lukning: closure.id })}
                  aria-label={`${say('editClosure')}: ${closureText(closure, supply, language)}`}
                >
                  {say('editClosure')}
                </a>{' '}
                <a
                  href={upkeepFormAddress(unit.id, 'ophaev', { lukning: closure.id })}
                  aria-label={`${say('lift')}: ${closureText(closure, supply, language)}`}
                >
                  {say('lift')}
                </a>
              </li>
            ))}
          </ul>
        </Card>
        <Card heading={say('opening')}>
          {supply.open.length === 0 && <p>{say('neverOpen')}</p>}
          <ul className="bare">
            {supply.open.map((period) => (
              <li key={period.from}>{nightsText(period, language)}</li>
            ))}
          </ul>
          <a href={upkeepFormAddress(unit.id, 'aabning')}>{say('form.aabning')}</a>
        </Card>
        <Card heading={say('staffing')}>
          {supply.staffing.length === 0 && <p>{say('noStaffing')}</p>}
          <ul className="bare">
            {supply.staffing.map((row) => (
              <li key={`${row.from} ${row.women} ${row.to ?? ''}`}>
                {say('staffingText', { women: say('women', { women: row.women }), period: nightsText(row, language) })}
              </li>
            ))}
          </ul>
          <a href={upkeepFormAddress(unit.id, 'normering')}>{say('form.normering')}</a>
        </Card>
        <Card heading={say('admission')}>
          <p>{admissionText(supply.admission, language)}</p>
          <a href={upkeepFormAddress(unit.id, 'optagelse')}>{say('form.optagelse')}</a>
        </Card>
      </div>
      <TelephoneCard unit={unit.id} telephones={telephones} language={language} />
      <Flexible material={material} language={language} />
      <Places material={material} language={language} />
      <History material={material} language={language} />
    </>
  );
}

/** A warning with its source: it stops nothing. */
function Guideline({ material: { unit }, language }: Props): JSX.Element | null {
  const say = supplyTexts(language);
  if (!exceedsShieldedGuideline(unit)) return null;
  const places = unit.places.filter(({ properties }) => properties.includes('shielded')).length;
  return (
    <Alert tone="attention" heading={say('shieldedHeading')}>
      <p>{say('shielded', { places, most: guidelineForShieldedUnit })}</p>
      <p className="quiet">{say('shieldedSource', { source: shieldedGuidelineSource })}</p>
    </Alert>
  );
}

function Flexible({ material: { unit, flexible, now }, language }: Props): JSX.Element | null {
  const say = supplyTexts(language);
  if (flexible.length === 0) return null;
  return (
    <Card heading={say('flexible')}>
      <ul className="bare">
        {flexible.map(({ place, flexible: terms, isOpenTonight, emptySince, proposeToClose }) => (
          <li key={place.id}>
            <strong>{place.name}</strong>{' '}
            <Tag tone={isOpenTonight ? 'done' : 'attention'}>{isOpenTonight ? say('openTonight') : say('flexibleShut')}</Tag>{' '}
            {isOpenTonight && (emptySince === null ? say('somebodyThere') : say('emptySince', { day: dayText(emptySince, language) }))}
            <br />
            <span className="quiet">{flexibleText(terms, language)}</span>
            {proposeToClose && emptySince !== null && (
              <Alert tone="notice">{say('proposeClosing', { days: daysBetween(emptySince, danishDay(now)) })}</Alert>
            )}
            <div className="actions">
              {!isOpenTonight && (
                <a href={upkeepFormAddress(unit.id, 'aabn', { plads: place.id })} aria-label={`${say('openPlace')}: ${place.name}`}>
                  {say('openPlace')}
                </a>
              )}
              {terms.opened.some(({ to }) => to === null || to > danishDay(now)) && (
                <a href={upkeepFormAddress(unit.id, 'luk', { plads: place.id })} aria-label={`${say('closePlace')}: ${place.name}`}>
                  {say('closePlace')}
                </a>
              )}
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Places({ material: { unit, supply, now }, language }: Props): JSX.Element {
  const say = supplyTexts(language);
  const today = danishDay(now);
  const empty = supply.rooms.filter(({ id }) => !supply.places.some(({ room }) => room === id));
  const deed = (
    form: 'egenskaber' | 'fleksibel' | 'lukning' | 'pladsnavn' | 'nedlaeg-plads',
    place: (typeof supply.places)[number],
    text: string,
  ): JSX.Element => (
    <a href={upkeepFormAddress(unit.id, form, { plads: place.id })} aria-label={`${text}: ${place.name}`}>
      {text}
    </a>
  );
  return (
    <>
      <div className="stacked labelled supply-places">
        <Sheet caption={say('rooms')}>
          <thead>
            <tr>
              <th scope="col">{say('place')}</th>
              <th scope="col">{say('room')}</th>
              <th scope="col">{say('propertyColumn')}</th>
              <th scope="col">{say('state')}</th>
              <th scope="col">{say('act')}</th>
            </tr>
          </thead>
          <tbody>
            {supply.places.map((place) => (
              <tr key={place.id}>
                <th scope="row">{place.name}</th>
                <td data-label={say('room')}>{supply.rooms.find(({ id }) => id === place.room)?.name}</td>
                <td data-label={say('propertyColumn')}>{propertyList(place.properties, language) || say('none')}</td>
                <td data-label={say('state')}>{standingText(supply, place, today, language)}</td>
                <td>
                  <div className="deeds">
                    {deed('egenskaber', place, say('changeProperties'))}
                    {deed('fleksibel', place, say('makeFlexible'))}
                    {deed('pladsnavn', place, say('changeName'))}
                    {deed('lukning', place, say('closeFor'))}
                    {!isEnding(placeStanding(supply, place, today)) && deed('nedlaeg-plads', place, endingTexts(language)('deed'))}
                  </div>
                </td>
              </tr>
            ))}
          </tbody>
        </Sheet>
      </div>
      {supply.rooms.length > 0 && (
        <details>
          <summary>{say('roomNames')}</summary>
          <ul className="bare">
            {supply.rooms.map((room) => (
              <li key={room.id}>
                {room.name}{' '}
                <a href={upkeepFormAddress(unit.id, 'rumnavn', { rum: room.id })} aria-label={`${say('editRoom')}: ${room.name}`}>
                  {say('editRoom')}
                </a>
                {empty.includes(room) && (
                  <>
                    {' '}
                    <a href={upkeepFormAddress(unit.id, 'fjern-rum', { rum: room.id })} aria-label={`${say('removeRoom')}: ${room.name}`}>
                      {say('removeRoom')}
                    </a>
                  </>
                )}
              </li>
            ))}
          </ul>
        </details>
      )}
      {empty.length > 0 && <p>{say('emptyRooms', { rooms: empty.map(({ name }) => name).join(', ') })}</p>}
      <p className="actions">
        <a href={upkeepFormAddress(unit.id, 'rum')}>{say('addRoom')}</a>
        <a href={upkeepFormAddress(unit.id, 'plads')}>{say('addPlace')}</a>
      </p>
    </>
  );
}

function History({ material: { supply, history }, language }: Props): JSX.Element {
  const say = supplyTexts(language);
  const lines = history.map(({ change, before, after, ...written }) => ({
    ...written,
    what: say(`change.${change.type}`),
    before: partText(before, supply, language),
    after: partText(after, supply, language),
  }));
  return <ChangeHistory lines={lines} language={language} />;
}

function isEnding({ kind }: PlaceStanding): boolean {
  return kind === 'ended' || kind === 'ending';
}
