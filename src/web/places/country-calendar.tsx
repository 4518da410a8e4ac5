/** All units for two years: a row for each with its weeks as a picture, and the same in a few words. */
import type { JSX } from 'react';
import { type RegionId, regionIds, regions } from '../../domain/geography/regions.ts';
import { freshnessOf } from '../../domain/placement/freshness.ts';
import type { IndexedUnit, NationalIndex } from '../../domain/placement/national-index.ts';
import { fewestByWeek, mondayOf } from '../../domain/placement/week-view.ts';
import { addDays, danishDay, type Day, type Moment } from '../../domain/time.ts';
import { dayText, shortMonthText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Sheet } from '../ui/pieces.tsx';
import { countryCalendarAddress, unitCalendarAddress } from './addresses.ts';
import { CellLegend } from './cell-legend.tsx';
import { ConfirmedTag } from './confirmed-tag.tsx';
import { staleTexts } from './stale-texts.ts';
import { placeTexts } from './texts.ts';
import { calendarTexts } from './unit-calendar-texts.ts';
import { unitTitle } from './words.ts';

const weeks = 104;
/** The height of a week in the picture, for none, one, two, and three places or more. */
const heights = [0, 4, 8, 16] as const;
const tall = 16;
const wide = 6;

type Props = { readonly index: NationalIndex; readonly now: Moment; readonly region: RegionId | null; readonly language: Language };

export function CountryCalendar({ index, now, region, language }: Props): JSX.Element {
  const say = calendarTexts(language);
  const today = danishDay(now);
  const all = [...index.units.values()];
  const withUnits = new Set(all.map(({ candidate }) => candidate.facility.region));
  const units = all
    .filter(({ candidate }) => region === null || candidate.facility.region === region)
    .map((unit) => ({ unit, sort: `${regions[unit.candidate.facility.region].shortName} ${unitTitle(unit.candidate)}` }))
    .toSorted((one, other) => collator.compare(one.sort, other.sort));
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
      {stale.length > 0 && (
        <CellLegend heading={staleTexts(language)('key')} entries={[{ className: 'stale', text: staleTexts(language)('key.stale') }]} />
      )}
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
            {units.map(({ unit }) => (
              <UnitRow key={unit.candidate.unit.id} unit={unit} now={now} today={today} language={language} />
            ))}
          </tbody>
        </Sheet>
      </div>
    </>
  );
}

function UnitRow({
  unit,
  now,
  today,
  language,
}: {
  readonly unit: IndexedUnit;
  readonly now: Moment;
  readonly today: Day;
  readonly language: Language;
}): JSX.Element {
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
        </svg>
        <span className="quiet">{summaryOf(fewest, today, language)}</span>
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

const collator = new Intl.Collator('da');
