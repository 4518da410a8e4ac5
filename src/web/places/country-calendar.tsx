/** All units for two years: a row for each with its weeks as a picture, and the same in a few words. */
import { compareNames } from '../../domain/danish-order.ts';
import type { JSX } from 'react';
import { type RegionId, regionIds, regions } from '../../domain/geography/regions.ts';
import type { Id } from '../../domain/id.ts';
import { type ShutPeriod, shutPeriods } from '../../domain/placement/calendar-shut.ts';
import { freshnessOf } from '../../domain/placement/freshness.ts';
import type { IndexedUnit, NationalIndex } from '../../domain/placement/national-index.ts';
import { nightsFrom } from '../../domain/placement/nights.ts';
import { fewestByWeek, mondayOf } from '../../domain/placement/week-view.ts';
import { addDays, danishDay, type Day, daysBetween, type Moment } from '../../domain/time.ts';
import { dayText, shortMonthText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Sheet } from '../ui/pieces.tsx';
import { countryCalendarAddress, unitAddress, unitCalendarAddress } from './addresses.ts';
import { CellLegend } from './cell-legend.tsx';
import { ConfirmedTag } from './confirmed-tag.tsx';
import { shutTexts } from './shut-texts.ts';
import { staleTexts } from './stale-texts.ts';
import { placeTexts } from './texts.ts';
import { calendarTexts } from './unit-calendar-texts.ts';
import { ShutPeriods } from './unit-shut.tsx';
import { unitTitle } from './words.ts';

const weeks = 104;
/** The height of a week in the picture, for none, one, two, and three places or more. */
const heights = [0, 4, 8, 16] as const;
const tall = 16;
const wide = 6;

/** Shut periods that are said in a unit's row; the rest are in its calendar. */
const shutSaid = 4;

type Props = {
  readonly index: NationalIndex;
  readonly now: Moment;
  readonly region: RegionId | null;
  /** Whether why a unit is closed is read. */
  readonly seesReasons: boolean;
  /** The leader's own facility: there it is seen who must be moved. */
  readonly own: Id<'facility'> | null;
  readonly language: Language;
};

export function CountryCalendar({ index, now, region, seesReasons, own, language }: Props): JSX.Element {
  const say = calendarTexts(language);
  const today = danishDay(now);
  const all = [...index.units.values()];
  const withUnits = new Set(all.map(({ candidate }) => candidate.facility.region));
  const units = all
    .filter(({ candidate }) => region === null || candidate.facility.region === region)
    .map((unit) => ({
      unit,
      periods: shutPeriods(unit.candidate.unit, unit.candidate.occupations, today, weeks * 7 - daysBetween(mondayOf(today), today), now),
      sort: `${regions[unit.candidate.facility.region].shortName} ${unitTitle(unit.candidate)}`,
    }))
    .toSorted((one, other) => compareNames(one.sort, other.sort));
  const stale = units.filter(({ unit }) => freshnessOf(unit.candidate.unit.confirmed, now) !== 'fresh');
  return (
    <>
      <p>{say('countryIntro')}</p>
      <nav className="chips" aria-label={say('region')}>
        <ul className="chips">
          {[null, ...regionIds.filter((id) => withUnits.has(id))].map((id) => (
            <li key={id ?? 'alle'}>
              <a
                className="tag"
                aria-current={id === region ? 'page' : undefined}
                href={id === null ? countryCalendarAddress : `${countryCalendarAddress}?region=${id}`}
              >
                {id === null ? say('allRegions') : regions[id].shortName}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <p>
        {stale.length === 0
          ? staleTexts(language)('allFresh')
          : staleTexts(language)('ringNames', { names: stale.map(({ unit }) => unitTitle(unit.candidate)).join('; ') })}
      </p>
      <CellLegend
        heading={staleTexts(language)('key')}
        entries={[
          ...(stale.length > 0 ? [{ className: 'stale', text: staleTexts(language)('key.stale') }] : []),
          ...(units.some(({ periods }) => periods.some(isWhole))
            ? [{ className: 'none shut', text: shutTexts(language)('key.weeks') }]
            : []),
        ]}
      />
      <div className="stacked labelled country-weeks">
        <Sheet caption={say('countryTitle')}>
          <thead>
            <tr>
              <th scope="col">{say('unitColumn')}</th>
              <th scope="col">
                {say('picture')} <Years today={today} language={language} />
              </th>
              <th scope="col">{placeTexts(language)('confirmedColumn')}</th>
            </tr>
          </thead>
          <tbody>
            {units.map(({ unit, periods }) => (
              <UnitRow
                key={unit.candidate.unit.id}
                {...{ unit, periods, now, today, seesReasons, language }}
                manages={unit.candidate.facility.id === own}
              />
            ))}
          </tbody>
        </Sheet>
      </div>
    </>
  );
}

type RowProps = Pick<Props, 'now' | 'seesReasons' | 'language'> & {
  readonly unit: IndexedUnit;
  readonly periods: readonly ShutPeriod[];
  readonly today: Day;
  readonly manages: boolean;
};

function UnitRow({ unit, periods, now, today, seesReasons, manages, language }: RowProps): JSX.Element {
  const fewest = fewestByWeek(unit.compiledAt(now), [], today, weeks);
  const { facility, unit: of } = unit.candidate;
  return (
    <tr className={freshnessOf(of.confirmed, now) === 'fresh' ? undefined : 'not-fresh'}>
      <th scope="row">
        <a href={unitCalendarAddress(of.id)}>{unitTitle(unit.candidate)}</a>{' '}
        <span className="quiet where">{regions[facility.region].shortName}</span>
      </th>
      <td>
        <svg className="weeks" viewBox={`0 0 ${weeks * wide} ${tall}`} preserveAspectRatio="none" aria-hidden="true">
          <path d={pathOf(fewest)} />
          <path className="shut-weeks" d={shutPath(periods.filter(isWhole), mondayOf(today))} />
        </svg>
        <span className="quiet">{summaryOf(fewest, today, language)}</span>
        {periods.length > 0 && (
          <div className="shut-in-row">
            <ShutPeriods periods={periods.slice(0, shutSaid)} seesReasons={seesReasons} language={language} />
            {periods.length > shutSaid && <p>{shutTexts(language)('moreShut', { count: periods.length - shutSaid })}</p>}
            {manages && periods.some(({ hits }) => hits.length > 0) && (
              <p>
                <a href={`${unitAddress(of.id)}#ophold`} aria-label={`${shutTexts(language)('who')}: ${unitTitle(unit.candidate)}`}>
                  {shutTexts(language)('who')}
                </a>
              </p>
            )}
          </div>
        )}
      </td>
      <td data-label={placeTexts(language)('confirmedColumn')}>
        <ConfirmedTag unit={of} now={now} language={language} />
      </td>
    </tr>
  );
}

/** Where each half year begins, above the weeks. */
function Years({ today, language }: { readonly today: Day; readonly language: Language }): JSX.Element {
  const marks = Array.from({ length: weeks }, (_, week) => ({ week, day: addDays(mondayOf(today), week * 7) })).filter(
    // The first half year that begins stands clear of today's own mark.
    ({ week, day }) => week === 0 || (week > 10 && ['01', '07'].includes(day.slice(5, 7)) && Number(day.slice(8)) <= 7),
  );
  return (
    <svg className="weeks years" viewBox={`0 0 ${weeks * wide} ${tall}`} preserveAspectRatio="xMinYMid meet" aria-hidden="true">
      {marks.map(({ week, day }) => (
        <text key={day} x={week * wide} y={12}>
          {shortMonthText(day, language)}
        </text>
      ))}
    </svg>
  );
}

/** One outline for the whole row: as many weeks as have the same height are one step. */
function pathOf(fewest: readonly number[]): string {
  let path = '';
  for (let week = 0; week < fewest.length;) {
    const height = heightOf(fewest[week] ?? 0);
    let end = week + 1;
    while (end < fewest.length && heightOf(fewest[end] ?? 0) === height) end += 1;
    if (height > 0) path += `M${week * wide} ${tall}v-${height}H${end * wide}v${height}z`;
    week = end;
  }
  return path;
}

/** A cross over each week on which the whole unit is shut for some night: the words under the picture say which. */
function shutPath(periods: readonly ShutPeriod[], monday: Day): string {
  let path = '';
  for (let week = 0; week < weeks; week += 1) {
    const nights = nightsFrom(addDays(monday, week * 7), 7);
    if (periods.some(({ from, to }) => from < nights.departure && (to === null || nights.arrival < to)))
      path += `M${week * wide} ${tall}l${wide} -${tall}m0 ${tall}l-${wide} -${tall}`;
  }
  return path;
}

function isWhole({ place }: ShutPeriod): boolean {
  return place === null;
}

function heightOf(places: number): number {
  return heights[Math.min(places, heights.length - 1)] ?? 0;
}

function summaryOf(fewest: readonly number[], today: Day, language: Language): string {
  const say = calendarTexts(language);
  const free = fewest.filter((places) => places > 0).length;
  if (free === 0) return say('noneFree');
  const first = fewest.findIndex((places) => places > 0);
  const text = say('freeWeeks', { free, weeks });
  return first === 0 ? text : `${text}, ${say('nextFree', { day: dayText(addDays(mondayOf(today), first * 7), language) })}`;
}
