/** A unit's calendar: a summary in words, then a table for each month. A cell says in text what it is, and its edge and pattern repeat it. */
import type { JSX } from 'react';
import {
  type CalendarNight,
  calendarNights,
  calendarOf,
  type CalendarStretch,
  stretchesOf,
} from '../../domain/placement/calendar-of-unit.ts';
import { placeProperties } from '../../domain/placement/provision.ts';
import { addDays, danishDay, type Day, weekdayOf } from '../../domain/time.ts';
import type { CalendarMaterial } from '../../store/placement-calendar.ts';
import { CheckboxGroup, ErrorSummary, TextField } from '../ui/fields.tsx';
import { dayText, monthText, weekdayNames } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { Card } from '../ui/pieces.tsx';
import { unitCalendarAddress } from './addresses.ts';
import type { CalendarQuery } from './calendar-query.ts';
import { placeTexts } from './texts.ts';
import { calendarTexts } from './unit-calendar-texts.ts';
import { propertyList } from './words.ts';

type Props = { readonly material: CalendarMaterial; readonly query: CalendarQuery; readonly language: Language };

/** So many periods are said in words before the months are pointed to. */
const stretchesSaid = 8;

export function UnitCalendar({ material, query, language }: Props): JSX.Element {
  const say = calendarTexts(language);
  const { asked } = query;
  const nights = calendarOf(material.compiled, danishDay(material.now), calendarNights, asked);
  return (
    <div className="calendar-page">
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
      <h2>{say('months')}</h2>
      <p className="quiet">{say('key')}</p>
      <div className="months">
        {monthsOf(nights).map((month) => (
          <Month key={month[0]?.night} nights={month} language={language} />
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

function Month({ nights, language }: { readonly nights: readonly CalendarNight[]; readonly language: Language }): JSX.Element | null {
  const [first] = nights;
  if (!first) return null;
  return (
    <table className="month">
      <caption>{monthText(first.night, language)}</caption>
      <thead>
        <tr>
          {weekdayNames(language).map(({ short, long }) => (
            <th scope="col" key={long} abbr={long}>
              {short}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(nights).map((week, index) => (
          <tr key={week.find((night) => night !== null)?.night ?? index}>
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
function weeksOf(nights: readonly CalendarNight[]): readonly (readonly (CalendarNight | null)[])[] {
  const [first] = nights;
  if (!first) return [];
  const before = weekdayOf(first.night) - 1;
  const monday: Day = addDays(first.night, -before);
  const count = Math.ceil((before + nights.length) / 7);
  return Array.from({ length: count }, (_, week) =>
    Array.from({ length: 7 }, (__, weekday) => {
      const day = addDays(monday, week * 7 + weekday);
      return nights.find(({ night }) => night === day) ?? null;
    }),
  );
}
