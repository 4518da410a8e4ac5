/** A unit's page: its places tonight for everyone, and the stays with what can be done for those who may see them. Who leads it reads of the women first. */
import type { JSX } from 'react';
import type { StayStatus } from '../../domain/placement/lifecycle.ts';
import { leaveOn } from '../../domain/placement/leave.ts';
import { moveOptions } from '../../domain/placement/move-options.ts';
import { placesOn } from '../../domain/placement/occupancy.ts';
import { qualificationSummary } from '../../domain/placement/qualification/summary.ts';
import { exceedsShieldedGuideline } from '../../domain/placement/provision.ts';
import { freshnessOf } from '../../domain/placement/freshness.ts';
import { hasRunOut } from '../../domain/placement/stay.ts';
import { followBirth } from '../../domain/placement/follow-birth.ts';
import { unitSight } from '../../domain/placement/unit-sight.ts';
import { putBack } from '../../domain/placement/transfer.ts';
import { undoDischarge } from '../../domain/placement/undo-discharge.ts';
import { bookingsOf, overStaffing } from '../../domain/placement/supply-effect.ts';
import { type Day, danishDay } from '../../domain/time.ts';
import type { UnitMaterial } from '../../store/placement-search.ts';
import { dayText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Alert, Strip, Tag } from '../ui/pieces.tsx';
import { UnitWaitingLink } from '../waiting/before-her.tsx';
import { confirmAddress, freshnessAddress, unitFiguresAddress } from './addresses.ts';
import { capacityTexts } from './capacity-texts.ts';
import { qualificationAddress, upkeepAddress } from '../supply/addresses.ts';
import { OverStaffed } from '../supply/look-first.tsx';
import { MustMove } from '../supply/must-move.tsx';
import { qualificationTexts } from '../supply/qualification-texts.ts';
import { qualificationLine } from '../supply/qualification-words.ts';
import { supplyTexts } from '../supply/texts.ts';
import { unitCalendarAddress } from './addresses.ts';
import { Telephone } from './telephone.tsx';
import { telephoneTexts } from './telephone-texts.ts';
import { JustDischarged } from './just-discharged.tsx';
import { HouseFold, houseFoldTexts } from './house-fold.tsx';
import { PlacesTonight } from './places-tonight.tsx';
import { StayCard } from './stay-card.tsx';
import { stayTexts } from './stay-texts.ts';
import { placeTexts } from './texts.ts';
import { calendarTexts } from './unit-calendar-texts.ts';
import { unitFiguresTexts } from './unit-figures-texts.ts';
import { confirmedText, facilityLine } from './words.ts';

export type UnitPageProps = {
  readonly material: UnitMaterial;
  readonly language: Language;
  /** The unit's own leader. */
  readonly manages: boolean;
  /** May read the pathways that her party takes part in. */
  readonly opensPathway: boolean;
  readonly readsQualification: boolean;
  /** May read what the unit wrote in its own words to its no. */
  readonly readsRefusal: boolean;
  readonly fault: readonly string[];
  /** One key for the forms of the page: each act is done once with it. */
  readonly requestKey: string;
};

/** What asks for something first: a hold that runs, then those who are expected, then those who are there. */
const presentStatuses = ['held', 'confirmed', 'admitted'] as const satisfies readonly StayStatus[];

export function UnitPage(props: UnitPageProps): JSX.Element {
  const { material, language, manages, opensPathway, readsQualification, readsRefusal, fault, requestKey } = props;
  const [say, fold] = [placeTexts(language), houseFoldTexts(language)];
  const { facility, unit, now, stays, telephone } = material;
  const present = presentStatuses.flatMap((status) => stays.filter((stay) => stay.status === status && !hasRunOut(stay, now)));
  const past = stays
    .filter((stay) => !present.includes(stay))
    .map((stay) => ({
      stay,
      undo: undoDischarge(stay, stay.leftBy, unit, material.occupations, { onPlace: null, livesElsewhere: false }, now),
    }));
  const tonight = (
    <div className="tonight">
      <PlacesTonight material={material} seesReasons={readsQualification} language={language} />
    </div>
  );
  const places = placesOn(unit, material.occupations, danishDay(now), now);
  const free = places.filter(({ block }) => block === null).length;
  return (
    <>
      {fault.length > 0 && (
        <Alert tone="error" heading={say('faultHeading')}>
          {fault.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </Alert>
      )}
      <p>
        {facilityLine(facility, language)} ·{' '}
        <span id="ring">
          {telephoneTexts(language)('ring')}: {telephone === null ? telephoneTexts(language)('none') : <Telephone number={telephone} />}
        </span>{' '}
        · <a href={unitCalendarAddress(unit.id)}>{calendarTexts(language)('calendarLink')}</a>
      </p>
      <Strip>
        <p>
          {freshnessOf(unit.confirmed, now) === 'fresh' ? (
            <Tag tone="done">{confirmedText(unit.confirmed, now, language, true)}</Tag>
          ) : (
            <Tag tone="attention">{confirmedText(unit.confirmed, now, language, true)}</Tag>
          )}
        </p>
        {manages && <a href={freshnessAddress}>{capacityTexts(language)('linkTo')}</a>}
        {manages && (
          <form method="post" action={confirmAddress(unit.id)}>
            <button className="button button-secondary">{say('confirmNow')}</button>
          </form>
        )}
      </Strip>
      {manages && <UnitWaitingLink unit={unit.id} language={language} />}
      {manages && (
        <p>
          <a href={upkeepAddress(unit.id)}>{supplyTexts(language)('upkeepLink')}</a> ·{' '}
          <a href={unitFiguresAddress(unit.id)}>{unitFiguresTexts(language)('link')}</a>
        </p>
      )}
      {readsQualification && (
        <p>
          {qualificationTexts(language)('heading')}:{' '}
          {qualificationLine(qualificationSummary(material.qualification, danishDay(now)), language)}.{' '}
          <a href={qualificationAddress(unit.id)}>{qualificationTexts(language)('readMore')}</a>
        </p>
      )}
      {exceedsShieldedGuideline(unit) && <Alert tone="attention">{say('shieldedWarning')}</Alert>}
      {!manages && tonight}
      {(manages || present.length > 0) && (
        <section aria-labelledby="ophold">
          <h2 id="ophold">{say('stays')}</h2>
          {manages && <JustDischarged discharged={past} now={now} language={language} />}
          {present.length === 0 && <p>{say('noStays')}</p>}
          {manages && <InTheHouse stays={present} today={danishDay(now)} language={language} />}
          {manages && (
            <OverStaffed
              overStaffed={overStaffing(
                unit,
                present.flatMap((stay) => bookingsOf(stay).map((booking) => ({ ...booking, calledName: stay.calledName }))),
                now,
              )}
              nameOf={({ calledName }) => calledName}
              language={language}
            />
          )}
          {present.map((stay) => (
            <StayCard
              key={stay.id}
              stay={stay}
              moves={moveOptions(stay, unit, material.occupations, now)}
              putBack={putBack(stay, unit, material.occupations, now)}
              // The day she leaves by what was agreed tells her due date, which the unit reads once her team has said yes.
              follows={unitSight(stay) === 'offered' ? null : followBirth(stay, unit, material.occupations, now)}
              undo={null}
              neighbours={present}
              {...{ now, language, manages, opensPathway, readsRefusal, requestKey }}
            >
              <MustMove unit={unit} stay={stay} now={now} language={language} />
            </StayCard>
          ))}
        </section>
      )}
      {manages && <HouseFold summary={fold('tonight', { free, places: places.length })}>{tonight}</HouseFold>}
      {past.length > 0 && (
        <section aria-labelledby="tidligere">
          <h2 id="tidligere">{say('past')}</h2>
          <HouseFold summary={fold('past', { count: past.length })}>
            {past.map(({ stay, undo }) => (
              <StayCard
                key={stay.id}
                stay={stay}
                moves={[]}
                neighbours={[]}
                putBack={null}
                follows={null}
                undo={undo}
                {...{ now, language, manages, opensPathway, readsRefusal, requestKey }}
              />
            ))}
          </HouseFold>
        </section>
      )}
    </>
  );
}

/** Who sleeps in the house tonight, how that is counted, and who is on leave or has not come. */
function InTheHouse({ stays, today, language }: InTheHouseProps): JSX.Element {
  const say = stayTexts(language);
  const admitted = stays.filter(({ status }) => status === 'admitted');
  const away = admitted.flatMap(({ calledName, leaves }) => {
    const leave = leaveOn(leaves, today);
    return leave ? [`${calledName} (${say('away', { day: dayText(leave.back, language) })})`] : [];
  });
  // One who is to come another day is said nothing of here; a place that is only held may come to nothing.
  const due = stays.filter(({ status, nights }) => status === 'confirmed' && nights.arrival <= today).map(({ calledName }) => calledName);
  return (
    <p>
      <strong>{say('inTheHouse', { count: admitted.length - away.length })}</strong> {say('inTheHouseHow')}
      {away.length > 0 && ` ${say('inTheHouseAway', { names: away.join(', ') })}`}
      {due.length > 0 && ` ${say('inTheHouseDue', { names: due.join(', '), count: due.length })}`}
    </p>
  );
}

type InTheHouseProps = { readonly stays: UnitMaterial['stays']; readonly today: Day; readonly language: Language };
