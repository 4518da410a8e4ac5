/** What a calendar is asked for, from its address: needs and a length, or nothing. */
import type { CalendarQuestion } from '../../domain/placement/calendar-of-unit.ts';
import { longestStay } from '../../domain/placement/nights.ts';
import { parsePlaceProperty } from '../../domain/placement/provision.ts';
import type { Day } from '../../domain/time.ts';
import { dayIn, type Fields } from '../form.ts';
import type { FieldErrors } from '../ui/fields.tsx';
import type { Language } from '../ui/language.ts';
import type { Asking } from './addresses.ts';
import { calendarTexts } from './unit-calendar-texts.ts';

export type CalendarQuery = {
  /** Null where the calendar is for everybody. */
  readonly asked: CalendarQuestion | null;
  /** A day of the week that is shown place by place; `null` for the one that runs. */
  readonly week: Day | null;
  readonly nightsText: string;
  readonly properties: readonly string[];
  readonly errors: FieldErrors;
  /** The fields of what is asked, for the address of another week. */
  readonly carried: Asking;
};

export function readCalendarQuery(fields: Fields, language: Language): CalendarQuery {
  const nightsText = fields.text('naetter');
  const chosen = [...new Set(fields.all('behov'))].map(parsePlaceProperty).filter((property) => property !== null);
  const nights = /^\d{1,4}$/.test(nightsText) ? Number(nightsText) : 0;
  const isRight = nights >= 1 && nights <= longestStay;
  const errors: FieldErrors =
    nightsText === '' || isRight ? {} : { naetter: calendarTexts(language)('nightsFault', { most: longestStay }) };
  // Needs without a length are those of one night: where such a place is free at all.
  const length = isRight ? nights : 1;
  const isAsked = isRight || chosen.length > 0;
  return {
    asked: isAsked ? { needs: chosen.map((property) => ({ property, why: 'chosen' })), nights: length } : null,
    week: dayIn(fields, 'uge'),
    nightsText: isAsked && nightsText === '' ? '1' : nightsText,
    properties: chosen,
    carried: [
      ...(isRight ? [['naetter', nightsText] as const] : []),
      ...chosen.map((property): readonly [string, string] => ['behov', property]),
    ],
    errors,
  };
}
