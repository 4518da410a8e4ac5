/** A month of a unit's calendar: a table of weeks, and for a narrow screen the same as a list of days that are alike. */
import type { JSX } from 'react';
import type { Id } from '../../domain/id.ts';
import type { CalendarNight } from '../../domain/placement/calendar-of-unit.ts';
import type { ShutNight } from '../../domain/placement/calendar-shut.ts';
import { weekNumber } from '../../domain/placement/week-view.ts';
import { addDays, type Day, weekdayOf } from '../../domain/time.ts';
import { daySpanText, monthText, weekdayNames, weekdayText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { unitWeekAddress } from './addresses.ts';
import { herCalendarTexts } from './her-calendar-texts.ts';
import { calendarTexts } from './unit-calendar-texts.ts';
import { shutWords } from './unit-shut.tsx';

type MonthProps = {
  readonly unit: Id<'unit'>;
  readonly nights: readonly CalendarNight[];
  /** The nights on which something of the unit is shut. */
  readonly shut: ReadonlyMap<Day, ShutNight>;
  /** What the address of a week carries on. */
  readonly carried: readonly (readonly [string, string])[];
  /** Where a day on which she can come leads; `null` where the calendar is for nobody in particular. */
  readonly dayAddress: ((day: Day) => string) | null;
  readonly language: Language;
};

export function Month(props: MonthProps): JSX.Element | null {
  const [first] = props.nights;
  if (!first) return null;
  return (
    <>
      <MonthTable {...props} first={first} />
      <MonthList {...props} first={first} />
    </>
  );
}

type WithFirst = MonthProps & { readonly first: CalendarNight };

function MonthTable({ unit, nights, shut, carried, dayAddress, language, first }: WithFirst): JSX.Element {
  const say = calendarTexts(language);
  return (
    <table className="month wide-only">
      <caption>{monthText(first.night, language)}</caption>
      <thead>
        <tr>
          <th scope="col" className="week-number" abbr={say('week')}>
            {say('weekShort')}
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
              <a href={unitWeekAddress(unit, monday, carried)} aria-label={say('weekNumber', { week: weekNumber(monday) })}>
                {weekNumber(monday)}
              </a>
            </th>
            {week.map((night, weekday) =>
              night === null ? (
                <NoDay key={weekday} />
              ) : (
                <Cell key={night.night} night={night} shut={shut.get(night.night)} dayAddress={dayAddress} language={language} />
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Days in a row with the same numbers in one line: a phone has no room for seven columns of them. */
function MonthList({ nights, shut, dayAddress, language, first }: WithFirst): JSX.Element {
  const say = herCalendarTexts(language);
  const heading = `maaned-${first.night.slice(0, 7)}`;
  return (
    <section className="month-list narrow-only" aria-labelledby={heading}>
      <h3 id={heading}>{monthText(first.night, language)}</h3>
      <ul>
        {alike(nights, shut).map(({ from, to, night: { forHer, free, places } }) => {
          const span = daySpanText(from, to, language);
          const text = forHer === null ? say('monthAll', { span, free, places }) : say('month', { span, hers: forHer, free, places });
          const closed = shutWords(shut.get(from), language);
          return (
            <li key={from} className={classOf((forHer ?? free) > 0, closed)}>
              {dayAddress && (forHer ?? 0) > 0 ? <a href={dayAddress(from)}>{text}</a> : text}
              {closed.length > 0 && <strong className="shut-words">; {closed.join(', ')}</strong>}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** A weekday that belongs to another month, or lies before today. */
function NoDay(): JSX.Element {
  return <td className="no-day">{'\u00a0'}</td>;
}

/** A cell that is shut keeps its edge: what is still free in the unit is free. */
function classOf(isFree: boolean, closed: readonly string[]): string {
  return `${isFree ? 'some' : 'none'}${closed.length > 0 ? ' shut' : ''}`;
}

type CellProps = { readonly night: CalendarNight; readonly shut: ShutNight | undefined } & Pick<MonthProps, 'dayAddress' | 'language'>;

function Cell({ night: { night, free, places, forHer }, shut, dayAddress, language }: CellProps): JSX.Element {
  const say = calendarTexts(language);
  const closed = shutWords(shut, language);
  const day = `${Number(night.slice(8))}.`;
  return (
    <td className={classOf((forHer ?? free) > 0, closed)}>
      <span className="day-number">
        {dayAddress && (forHer ?? 0) > 0 ? (
          <a href={dayAddress(night)} aria-label={herCalendarTexts(language)('answerFor', { day: weekdayText(night, language) })}>
            {day}
          </a>
        ) : (
          day
        )}
      </span>
      {forHer !== null && (
        <>
          {' '}
          <strong>{say('forHer', { count: forHer })}</strong>
          <span className="hidden-slash"> / </span>
        </>
      )}{' '}
      <span className="free-of">{say('freeOf', { free, places })}</span>
      {closed.map((words) => (
        <span key={words} className="shut-words">
          {' '}
          {words}
        </span>
      ))}
    </td>
  );
}

/** Days in a row with the same numbers; `to` is the last of them. */
function alike(
  nights: readonly CalendarNight[],
  shut: MonthProps['shut'],
): readonly { readonly from: Day; readonly to: Day; readonly night: CalendarNight }[] {
  const runs: { from: Day; to: Day; night: CalendarNight }[] = [];
  for (const night of nights) {
    const last = runs.at(-1);
    const isShutAlike = last !== undefined && JSON.stringify(shut.get(last.from)) === JSON.stringify(shut.get(night.night));
    if (last && last.night.free === night.free && last.night.forHer === night.forHer && isShutAlike) last.to = night.night;
    else runs.push({ from: night.night, to: night.night, night });
  }
  return runs;
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
