/** The week that was asked about, answered in a list: which units have room on every night of it, the first in the order chosen first. */
import type { JSX } from 'react';
import { regions } from '../../domain/geography/regions.ts';
import type { ShutPeriod } from '../../domain/placement/calendar-shut.ts';
import { freshnessOf } from '../../domain/placement/freshness.ts';
import type { Candidate } from '../../domain/placement/search.ts';
import { mondayOf, type UnitWeeks, weekNumber, weeksShown } from '../../domain/placement/week-view.ts';
import { addDays, danishDay, type Day, type Moment } from '../../domain/time.ts';
import { daySpanText } from '../ui/format.ts';
import type { Language } from '../ui/language.ts';
import { unitWeekAddress } from './addresses.ts';
import { ConfirmedTag } from './confirmed-tag.tsx';
import type { WeeksQuery } from './weeks-query.ts';
import { weeksTexts } from './weeks-texts.ts';
import { propertyList, travelText, unitTitle } from './words.ts';
import { byCode } from '../../domain/code-order.ts';

/** A unit in the weeks, with the way to it; `minutes` is null where no municipality to travel from was chosen. */
export type WeeksOfUnit = {
  readonly candidate: Candidate;
  readonly minutes: number | null;
  readonly shown: UnitWeeks;
  /** When the whole unit is shut in the weeks that are shown. */
  readonly shut: readonly ShutPeriod[];
};

type Props = { readonly rows: readonly WeeksOfUnit[]; readonly query: WeeksQuery; readonly now: Moment; readonly language: Language };

export function WeekAnswer({ rows, query, now, language }: Props): JSX.Element {
  const say = weeksTexts(language);
  const monday = mondayOf(query.from);
  const withRoom = rows.filter(({ shown }) => (shown.weeks[0]?.free ?? 0) > 0);
  const needs = query.needs.map(({ property }) => property);
  return (
    <section aria-labelledby="svar" className="week-answer">
      <h2 id="svar">
        {say('answer', { week: weekNumber(monday), count: withRoom.length, begun: monday < danishDay(now) ? 'yes' : 'no' })}
      </h2>
      <p className="quiet">
        {spanOf(monday, language)}. {needs.length > 0 && say('answerFor', { needs: propertyList(needs, language) })}
      </p>
      {withRoom.length === 0 ? (
        <p>{firstWithRoom(rows, language) ?? say('answerNone', { weeks: weeksShown })}</p>
      ) : (
        <ul>
          {withRoom.map(({ candidate, minutes, shown }) => (
            <li key={candidate.unit.id}>
              <a href={unitWeekAddress(candidate.unit.id, monday)}>{unitTitle(candidate)}</a>:{' '}
              {say('answerUnit', {
                free: shown.weeks[0]?.free ?? 0,
                where: minutes === null ? regions[candidate.facility.region].shortName : travelText(minutes, language),
              })}{' '}
              {freshnessOf(candidate.unit.confirmed, now) !== 'fresh' && (
                <ConfirmedTag unit={candidate.unit} now={now} language={language} />
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** Where the week has no room: the first of those shown that has, and in which unit; null where none has. */
function firstWithRoom(rows: readonly WeeksOfUnit[], language: Language): string | null {
  const found = rows
    .flatMap(({ candidate, shown }) => {
      const week = shown.weeks.find(({ free }) => free > 0);
      return week ? [{ candidate, monday: week.monday }] : [];
    })
    .toSorted((one, other) => byCode(one.monday, other.monday));
  const [first] = found;
  if (!first) return null;
  const { candidate, monday } = first;
  return weeksTexts(language)('answerLater', {
    week: weekNumber(monday),
    span: spanOf(monday, language),
    unit: unitTitle(candidate),
  });
}

/** The weeks of two years to choose from, by number and days: who asks about week 8 need not know its date. `from` is one of them as it was asked. */
export function weekOptions(from: Day, today: Day, language: Language): readonly { readonly value: string; readonly text: string }[] {
  return Array.from({ length: 104 }, (_, offset) => {
    const monday = addDays(mondayOf(today), offset * 7);
    const value = monday === mondayOf(from) ? from : monday < today ? today : monday;
    return { value, text: weeksTexts(language)('weekOption', { week: weekNumber(monday), span: spanOf(monday, language) }) };
  });
}

function spanOf(monday: Day, language: Language): string {
  return daySpanText(monday, addDays(monday, 6), language);
}
