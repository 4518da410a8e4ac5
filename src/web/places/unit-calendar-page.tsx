/** A unit's calendar: a summary in words, then a table for each month. A cell says in text what it is, and its edge and pattern repeat it. */
import type { JSX } from 'react';
import type { Id } from '../../domain/id.ts';
import {
  type CalendarNight,
  calendarNights,
  calendarOf,
  type CalendarStretch,
  stretchesOf,
} from '../../domain/placement/calendar-of-unit.ts';
import { placeProperties } from '../../domain/placement/provision.ts';
import { mondayOf, weekNumber } from '../../domain/placement/week-view.ts';
import { addDays, danishDay, type Day, weekdayOf } from '../../domain/time.ts';
import type { CalendarMaterial } from '../../store/placement-calendar.ts';
import { CheckboxGroup, ErrorSummary, TextField } from '../ui/fields.tsx';
import { dayText, monthText, weekdayNames, weekdayYearText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Card } from '../ui/pieces.tsx';
import { unitCalendarAddress, unitWeekAddress } from './addresses.ts';
import type { CalendarQuery } from './calendar-query.ts';
import { placeTexts } from './texts.ts';
import { calendarTexts } from './unit-calendar-texts.ts';
import { UnitWeek } from './unit-week.tsx';
import { confirmedText, facilityLine, propertyList } from './words.ts';

type Props = { readonly material: CalendarMaterial; readonly query: CalendarQuery; readonly language: Language };

/** So many periods are said in words before the months are pointed to. */
const stretchesSaid = 8;

export function UnitCalendar({ material, query, language }: Props): JSX.Element {
  const say = calendarTexts(language);
  const { asked } = query;
  const { facility, unit, now } = material;
  const today = danishDay(now);
  const nights = calendarOf(material.compiled, today, calendarNights, asked);
  return (
    <div className="calendar-page">
      <p className="quiet">
        {facilityLine(facility, language)} · {confirmedText(unit.confirmed, now, language, true)}
      </p>
      <p className="lead">{firstFreeText(nights, language)}</p>
      <p>{asked ? say('introHers', { nights: asked.nights }) : say('introAll')}</p>
      {asked && (
        <p>
          {asked.needs.length === 0
            ? say('needsNone')
            : say('needsAre', {
                needs: propertyList(
                  asked.needs.map(({ property }) => property),
                  language,
                ),
              })}
        </p>
      )}
      <Summary nights={nights} isHers={asked !== null} language={language} />
      <AskForm material={material} query={query} language={language} />
      <UnitWeek material={material} monday={mondayOf(query.week ?? today)} language={language} />
      <h2>{say('months')}</h2>
      <p className="quiet">{say('key')}</p>
      <div className="months">
        {monthsOf(nights).map((month) => (
          <Month key={month[0]?.night} unit={unit.id} nights={month} language={language} />
        ))}
      </div>
    </div>
  );
}

function Summary({
  nights,
  isHers,
  language,
}: {
  readonly nights: readonly CalendarNight[];
  readonly isHers: boolean;
  readonly language: Language;
}): JSX.Element {
  const say = calendarTexts(language);
  const all = stretchesOf(nights);
  const open = all.filter(({ can }) => can);
  return (
    <Card heading={say(isHers ? 'summaryHers' : 'summaryAll')}>
      {open.length === 0 ? (
        <p>{say(isHers ? 'neverHers' : 'neverAll')}</p>
      ) : all.length === 1 ? (
        <p>{say(isHers ? 'alwaysHers' : 'alwaysAll')}</p>
      ) : (
        <ul>
          {open.slice(0, stretchesSaid).map((stretch) => (
            <li key={stretch.from}>{stretchText(stretch, language)}</li>
          ))}
          {open.length > stretchesSaid && <li>{say('more', { count: open.length - stretchesSaid })}</li>}
        </ul>
      )}
    </Card>
  );
}

function AskForm({ material, query, language }: Props): JSX.Element {
  const say = calendarTexts(language);
  const options = placeProperties.map((property) => ({ value: property, text: placeTexts(language)(`property.${property}`) }));
  const errors = Object.keys(query.errors).length > 0;
  return (
    <details className="ask-calendar" open={errors}>
      <summary>{say('change')}</summary>
      <form method="get" action={unitCalendarAddress(material.unit.id)}>
        <ErrorSummary heading={placeTexts(language)('errorHeading')} errors={query.errors} />
        <TextField
          name="naetter"
          inputMode="numeric"
          label={say('nights')}
          hint={say('nightsHint')}
          value={query.nightsText}
          errors={query.errors}
        />
        <CheckboxGroup name="behov" label={say('needs')} values={query.properties} options={options} />
        <button className="button button-secondary">{say('show')}</button>
      </form>
    </details>
  );
}

type MonthProps = { readonly unit: Id<'unit'>; readonly nights: readonly CalendarNight[]; readonly language: Language };

function Month({ unit, nights, language }: MonthProps): JSX.Element | null {
  const [first] = nights;
  if (!first) return null;
  return (
    <table className="month">
      <caption>{monthText(first.night, language)}</caption>
      <thead>
        <tr>
          <th scope="col" className="week-number" abbr={calendarTexts(language)('week')}>
            {calendarTexts(language)('weekShort')}
          </th>
          {weekdayNames(language).map(({ short, long }) => (
            <th scope="col" key={long} abbr={long}>
              {short}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(nights).map(({ monday, week }) => (
          <tr key={monday}>
            <th scope="row" className="week-number">
              <a href={unitWeekAddress(unit, monday)} aria-label={calendarTexts(language)('weekNumber', { week: weekNumber(monday) })}>
                {weekNumber(monday)}
              </a>
            </th>
            {week.map((night, weekday) =>
              night === null ? <NoDay key={weekday} /> : <Cell key={night.night} night={night} language={language} />,
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A weekday that belongs to another month, or lies before today. */
function NoDay(): JSX.Element {
  return <td className="no-day">{'\u00a0'}</td>;
}

function Cell({
  night: { night, free, places, forHer },
  language,
}: {
  readonly night: CalendarNight;
  readonly language: Language;
}): JSX.Element {
  const say = calendarTexts(language);
  return (
    <td className={(forHer ?? free) > 0 ? 'some' : 'none'}>
      <span className="day-number">{Number(night.slice(8))}.</span>
      {forHer !== null && (
        <>
          {' '}
          <strong>{say('forHer', { count: forHer })}</strong>
          <span className="hidden-slash"> / </span>
        </>
      )}{' '}
      <span className="free-of">{say('freeOf', { free, places })}</span>
    </td>
  );
}

function stretchText({ from, to }: CalendarStretch, language: Language): string {
  const say = calendarTexts(language);
  return from === to
    ? say('stretchDay', { from: dayText(from, language) })
    : say('stretch', { from: dayText(from, language), to: dayText(to, language) });
}

function monthsOf(nights: readonly CalendarNight[]): readonly (readonly CalendarNight[])[] {
  const months: CalendarNight[][] = [];
  for (const night of nights) {
    const last = months.at(-1);
    if (last?.[0]?.night.slice(0, 7) === night.night.slice(0, 7)) last.push(night);
    else months.push([night]);
  }
  return months;
}

/** Weeks from Monday to Sunday; `null` where the month has no day. */
function weeksOf(nights: readonly CalendarNight[]): readonly { readonly monday: Day; readonly week: readonly (CalendarNight | null)[] }[] {
  const [first] = nights;
  if (!first) return [];
  const before = weekdayOf(first.night) - 1;
  return Array.from({ length: Math.ceil((before + nights.length) / 7) }, (_, week) => ({
    monday: addDays(first.night, week * 7 - before),
    week: Array.from({ length: 7 }, (__, weekday) => nights[week * 7 + weekday - before] ?? null),
  }));
}

/** The first day in a sentence: what most who open a calendar look for. */
function firstFreeText(nights: readonly CalendarNight[], language: Language): string {
  const say = calendarTexts(language);
  const first = nights.find(({ free, forHer }) => (forHer ?? free) > 0);
  const isHers = nights.some(({ forHer }) => forHer !== null);
  if (!first) return say(isHers ? 'firstNoneHers' : 'firstNone');
  return say(isHers ? 'firstHers' : 'first', { day: weekdayYearText(first.night, language) });
}
