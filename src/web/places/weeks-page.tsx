/** The country by week as a table, and the same numbers in words: what a screen reader or a phone makes more of than of a wide table. */
import { compareNames } from '../../domain/danish-order.ts';
import type { JSX } from 'react';
import { municipalities } from '../../domain/geography/municipalities.ts';
import { regions } from '../../domain/geography/regions.ts';
import { municipalityLocation } from '../../domain/geography/travel.ts';
import type { ShutPeriod } from '../../domain/placement/calendar-shut.ts';
import { freshnessOf } from '../../domain/placement/freshness.ts';
import type { NationalIndex } from '../../domain/placement/national-index.ts';
import { midnightAfter } from '../../domain/placement/national-index-unit.ts';
import { placeProperties } from '../../domain/placement/provision.ts';
import { mondayOf, type UnitWeeks, unitWeeks, type WeekCell, weekNumber, weeksShown } from '../../domain/placement/week-view.ts';
import { addDays, type Day, danishDay, daysBetween, type Moment } from '../../domain/time.ts';
import { CheckboxGroup, ErrorSummary, SelectField } from '../ui/fields.tsx';
import { dayText, daySpanText, monthDayText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Card, Sheet } from '../ui/pieces.tsx';
import { unitAddress, unitWeekAddress, weeksAddress } from './addresses.ts';
import { CellLegend } from './cell-legend.tsx';
import { ConfirmedTag } from './confirmed-tag.tsx';
import { staleTexts } from './stale-texts.ts';
import { placeTexts } from './texts.ts';
import { weekOrders, type WeeksQuery, weeksSearch } from './weeks-query.ts';
import { weeksTexts } from './weeks-texts.ts';
import { type WeeksOfUnit, WeekAnswer, weekOptions } from './week-answer.tsx';
import { WholeShut, wholeShut } from './unit-shut.tsx';
import { propertyList, travelText, unitTitle } from './words.ts';

type Props = {
  readonly index: NationalIndex;
  readonly query: WeeksQuery;
  readonly now: Moment;
  readonly language: Language;
};

export function WeeksPage({ index, query, now, language }: Props): JSX.Element {
  const say = weeksTexts(language);
  const rows = rowsOf(index, query, now);
  const first = mondayOf(query.from);
  const today = danishDay(now);
  const earlier = addDays(first, -7 * weeksShown);
  // Above the table and below it: by keyboard there is a stop for each cell between them.
  const turning = (
    <p className="actions">
      {first > today && <a href={`${weeksAddress}?${weeksSearch(query, earlier < today ? today : earlier)}`}>{say('earlier')}</a>}{' '}
      <a href={`${weeksAddress}?${weeksSearch(query, addDays(first, 7 * weeksShown))}`}>{say('later')}</a>
    </p>
  );
  return (
    <>
      <p>{say('intro')}</p>
      <WeeksForm query={query} now={now} language={language} />
      {Object.keys(query.errors).length === 0 && <WeekAnswer rows={rows} query={query} now={now} language={language} />}
      <p className="wide-only">
        <a href="#i-ord">{say('past')}</a>
      </p>
      {turning}
      <div className="weeks wide-only">
        <Legend isShut={rows.some(({ shut }) => shut.length > 0)} language={language} />
        <Sheet caption={say('caption')}>
          <thead>
            <tr>
              <th scope="col">{placeTexts(language)('unit')}</th>
              {rows[0]?.shown.weeks.map(({ monday }) => (
                <th scope="col" key={monday} className="week">
                  {say('week', { week: weekNumber(monday) })}
                  <span className="quiet"> {monthDayText(monday, language)}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <WeeksRow key={row.candidate.unit.id} row={row} now={now} language={language} />
            ))}
          </tbody>
        </Sheet>
      </div>
      {turning}
      <Summary rows={rows} end={addDays(first, 7 * weeksShown)} now={now} language={language} />
    </>
  );
}

/** How the table is read, above it: what a colour says, its words say. */
function Legend({ isShut, language }: { readonly isShut: boolean; readonly language: Language }): JSX.Element {
  const say = staleTexts(language);
  return (
    <>
      <CellLegend
        heading={say('key')}
        entries={[
          { className: 'none', text: say('key.none') },
          { className: 'one', text: say('key.one') },
          { className: 'more', text: say('key.more') },
          { className: 'stale', text: say('key.stale') },
          ...(isShut ? [{ className: 'none shut', text: weeksTexts(language)('shutKey') }] : []),
        ]}
      />
      <p className="quiet no-print">{say('scroll', { weeks: weeksShown })}</p>
    </>
  );
}

function WeeksForm({ query, now, language }: Pick<Props, 'query' | 'now' | 'language'>): JSX.Element {
  const [say, place] = [weeksTexts(language), placeTexts(language)];
  const today = danishDay(now);
  const needs = query.needs.map(({ property }) => property);
  return (
    <form method="get" action={weeksAddress} className="weeks-form">
      <Card>
        <ErrorSummary heading={say('errors')} errors={query.errors} />
        <input type="hidden" name="vis" value="ja" />
        <div className="fields-in-line">
          <SelectField
            name="fra"
            label={say('from')}
            value={query.errors['fra'] === undefined ? query.from : ''}
            options={weekOptions(query.from, today, language)}
            errors={query.errors}
          />
          <SelectField
            name="kommune"
            label={say('home')}
            value={query.home?.id ?? ''}
            empty="–"
            options={municipalities.toSorted((a, b) => compareNames(a.name, b.name)).map(({ id, name }) => ({ value: id, text: name }))}
          />
          <SelectField
            name="orden"
            label={say('order')}
            value={query.order}
            options={weekOrders.map((order) => ({ value: order, text: say(`order.${order}`) }))}
          />
        </div>
        <details className="needs-asked" open={!query.isAsked}>
          <summary>{needs.length === 0 ? say('needsAny') : say('needsChosen', { needs: propertyList(needs, language) })}</summary>
          <CheckboxGroup
            name="behov"
            label={say('needs')}
            values={needs}
            options={placeProperties.map((property) => ({ value: property, text: place(`property.${property}`) }))}
          />
        </details>
        <button className="button button-secondary">{say('show')}</button>
      </Card>
    </form>
  );
}

function WeeksRow({ row, now, language }: { readonly row: WeeksOfUnit; readonly now: Moment; readonly language: Language }): JSX.Element {
  const { candidate, minutes, shown, shut } = row;
  const { facility, unit } = candidate;
  return (
    <tr className={freshnessOf(unit.confirmed, now) === 'fresh' ? undefined : 'not-fresh'}>
      <th scope="row">
        <a href={unitAddress(unit.id)}>{unitTitle(candidate)}</a>
        <span className="quiet where">
          {minutes === null ? regions[facility.region].shortName : travelText(minutes, language)}
          <br />
          <ConfirmedTag unit={unit} now={now} language={language} />
          <WholeShut periods={shut} language={language} />
        </span>
      </th>
      {shown.weeks.map((cell) => (
        <td key={cell.monday} className={cellClass(cell, isShutIn(shut, cell.monday))}>
          {cell.suitable === 0 ? (
            <span className="quiet">
              <span aria-hidden="true">–</span>
              <span className="sr-only">{weeksTexts(language)('noSuitable')}</span>
            </span>
          ) : (
            <a href={unitWeekAddress(unit.id, cell.monday)} aria-label={cellLabel(row, cell, language)}>
              <b>{cell.free}</b>
              <small>/{cell.suitable}</small>
              {isShutIn(shut, cell.monday) && <small className="shut-words"> {weeksTexts(language)('shut')}</small>}
            </a>
          )}
        </td>
      ))}
    </tr>
  );
}

/** Whether the whole unit is shut on some night of the week. */
function isShutIn(shut: readonly ShutPeriod[], monday: Day): boolean {
  const end = addDays(monday, 7);
  return shut.some(({ from, to }) => from < end && (to === null || monday < to));
}

function cellLabel({ candidate, shut }: WeeksOfUnit, { monday, free, suitable }: WeekCell, language: Language): string {
  // What is read aloud holds what is seen in the cell, word for word: whoever speaks to the page says what she sees.
  return weeksTexts(language)(isShutIn(shut, monday) ? 'shutCellLabel' : 'cellLabel', {
    unit: unitTitle(candidate),
    week: weekNumber(monday),
    day: dayText(monday, language),
    free,
    suitable,
  });
}

/** How many are free, for the pattern of the cell: the number in it says the same. */
function cellClass({ free, suitable }: WeekCell, isShut: boolean): string {
  if (suitable === 0) return 'week';
  return `week ${isShut ? 'shut ' : ''}${free === 0 ? 'none-free' : free === 1 ? 'one-free' : 'more-free'}`;
}

type SummaryProps = { readonly rows: readonly WeeksOfUnit[]; readonly end: Day; readonly now: Moment; readonly language: Language };

function Summary({ rows, end, now, language }: SummaryProps): JSX.Element {
  const say = weeksTexts(language);
  return (
    <section aria-labelledby="i-ord">
      <h2 id="i-ord">{say('summary')}</h2>
      <p className="quiet">{say('summaryHint')}</p>
      <dl className="weeks-summary">
        {rows.map(({ candidate, minutes, shown, shut }) => (
          <div key={candidate.unit.id} className={freshnessOf(candidate.unit.confirmed, now) === 'fresh' ? undefined : 'not-fresh'}>
            <dt>
              <a href={unitWeekAddress(candidate.unit.id, shown.weeks[0]?.monday ?? end)}>{unitTitle(candidate)}</a>
            </dt>
            <dd>
              {rangesText(shown, end, language)} <WholeShut periods={shut} language={language} />
              <span className="quiet narrow-only">
                {minutes === null ? regions[candidate.facility.region].shortName : travelText(minutes, language)},{' '}
                <ConfirmedTag unit={candidate.unit} now={now} language={language} />
              </span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** «Ledig 3.–9. marts (1 plads), 14. april og videre (2 pladser).» The first and the last night of each range are named. */
function rangesText({ weeks, ranges }: UnitWeeks, end: Day, language: Language): string {
  const say = weeksTexts(language);
  if (weeks[0]?.suitable === 0) return say('availableNowhere');
  if (ranges.length === 0) return say('availableNever');
  const texts = ranges.map(({ arrival, departure, free }) => {
    const range =
      departure >= end ? say('rangeOn', { from: dayText(arrival, language) }) : daySpanText(arrival, addDays(departure, -1), language);
    return say('free', { range, free });
  });
  return say('available', { ranges: texts.join(', ') });
}

function rowsOf({ units }: NationalIndex, { needs, from, home, order }: WeeksQuery, now: Moment): readonly WeeksOfUnit[] {
  const midnight = midnightAfter(now);
  const rows = Array.from(units.values(), ({ candidate, compiledAt, minutesFrom }): WeeksOfUnit & { readonly sort: string } => ({
    candidate,
    minutes: home && minutesFrom(municipalityLocation(home)),
    shown: unitWeeks(compiledAt(now, midnight), needs, from, weeksShown),
    shut: wholeShut(candidate, from, weeksShown * 7 - daysBetween(mondayOf(from), from), now),
    sort: `${regions[candidate.facility.region].shortName} ${unitTitle(candidate)}`,
  }));
  return rows.toSorted(
    (one, other) => (order === 'distance' ? (one.minutes ?? 0) - (other.minutes ?? 0) : 0) || compareNames(one.sort, other.sort),
  );
}
