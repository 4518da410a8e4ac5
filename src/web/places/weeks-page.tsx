/** The country by week as a table, and the same numbers in words: what a screen reader or a phone makes more of than of a wide table. */
import type { JSX } from 'react';
import { municipalities } from '../../domain/geography/municipalities.ts';
import { regions } from '../../domain/geography/regions.ts';
import { municipalityLocation } from '../../domain/geography/travel.ts';
import { freshnessOf } from '../../domain/placement/freshness.ts';
import type { NationalIndex } from '../../domain/placement/national-index.ts';
import { midnightAfter } from '../../domain/placement/national-index-unit.ts';
import { placeProperties } from '../../domain/placement/provision.ts';
import type { Candidate } from '../../domain/placement/search.ts';
import { mondayOf, type UnitWeeks, unitWeeks, type WeekCell, weekNumber, weeksShown } from '../../domain/placement/week-view.ts';
import { addDays, type Day, danishDay, type Moment } from '../../domain/time.ts';
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
  return (
    <>
      <p>{say('intro')}</p>
      <WeeksForm query={query} now={now} language={language} />
      {Object.keys(query.errors).length === 0 && <WeekAnswer rows={rows} query={query} now={now} language={language} />}
      <div className="weeks wide-only">
        <Legend language={language} />
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
      <p className="actions">
        {first > today && <a href={`${weeksAddress}?${weeksSearch(query, earlier < today ? today : earlier)}`}>{say('earlier')}</a>}{' '}
        <a href={`${weeksAddress}?${weeksSearch(query, addDays(first, 7 * weeksShown))}`}>{say('later')}</a>
      </p>
      <Summary rows={rows} end={addDays(first, 7 * weeksShown)} now={now} language={language} />
    </>
  );
}

/** How the table is read, above it: what a colour says, its words say. */
function Legend({ language }: { readonly language: Language }): JSX.Element {
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
            options={municipalities
              .toSorted((a, b) => a.name.localeCompare(b.name, 'da'))
              .map(({ id, name }) => ({ value: id, text: name }))}
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
  const { candidate, minutes, shown } = row;
  const { facility, unit } = candidate;
  return (
    <tr className={freshnessOf(unit.confirmed, now) === 'fresh' ? undefined : 'not-fresh'}>
      <th scope="row">
        <a href={unitAddress(unit.id)}>{unitTitle(candidate)}</a>
        <span className="quiet where">
          {minutes === null ? regions[facility.region].shortName : travelText(minutes, language)}
          <br />
          <ConfirmedTag unit={unit} now={now} language={language} />
        </span>
      </th>
      {shown.weeks.map((cell) => (
        <td key={cell.monday} className={cellClass(cell)}>
          {cell.suitable === 0 ? (
            <span className="quiet">
              <span aria-hidden="true">–</span>
              <span className="sr-only">{weeksTexts(language)('noSuitable')}</span>
            </span>
          ) : (
            <a href={unitWeekAddress(unit.id, cell.monday)} aria-label={cellLabel(candidate, cell, language)}>
              <b>{cell.free}</b>
              <small>/{cell.suitable}</small>
            </a>
          )}
        </td>
      ))}
    </tr>
  );
}

function cellLabel(candidate: Candidate, { monday, free, suitable }: WeekCell, language: Language): string {
  return weeksTexts(language)('cellLabel', {
    unit: unitTitle(candidate),
    week: weekNumber(monday),
    day: dayText(monday, language),
    free,
    suitable,
  });
}

/** How many are free, for the pattern of the cell: the number in it says the same. */
function cellClass({ free, suitable }: WeekCell): string {
  if (suitable === 0) return 'week';
  return `week ${free === 0 ? 'none-free' : free === 1 ? 'one-free' : 'more-free'}`;
}

type SummaryProps = { readonly rows: readonly WeeksOfUnit[]; readonly end: Day; readonly now: Moment; readonly language: Language };

function Summary({ rows, end, now, language }: SummaryProps): JSX.Element {
  const say = weeksTexts(language);
  return (
    <section aria-labelledby="i-ord">
      <h2 id="i-ord">{say('summary')}</h2>
      <p className="quiet">{say('summaryHint')}</p>
      <dl className="weeks-summary">
        {rows.map(({ candidate, minutes, shown }) => (
          <div key={candidate.unit.id} className={freshnessOf(candidate.unit.confirmed, now) === 'fresh' ? undefined : 'not-fresh'}>
            <dt>
              <a href={unitWeekAddress(candidate.unit.id, shown.weeks[0]?.monday ?? end)}>{unitTitle(candidate)}</a>
            </dt>
            <dd>
              {rangesText(shown, end, language)}
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
    sort: `${regions[candidate.facility.region].shortName} ${unitTitle(candidate)}`,
  }));
  return rows.toSorted(
    (one, other) => (order === 'distance' ? (one.minutes ?? 0) - (other.minutes ?? 0) : 0) || collator.compare(one.sort, other.sort),
  );
}

const collator = new Intl.Collator('da');
