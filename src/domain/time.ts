/**
 * Days and moments. A day is a day in Denmark without a clock; a moment is a point in time.
 * They are never mixed, and nothing here reads the clock: time is always an argument.
 */

declare const dayBrand: unique symbol;
declare const momentBrand: unique symbol;

/** Day (da: dag): a calendar day in Denmark, written `YYYY-MM-DD`. Sorts as text. */
export type Day = string & { readonly [dayBrand]: true };

/** Moment (da: tidspunkt): a point in time in UTC, written `YYYY-MM-DDTHH:MM:SS.sssZ`. Sorts as text. */
export type Moment = string & { readonly [momentBrand]: true };

/** Weekdays by ISO number: Monday is 1, Sunday is 7. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** Reads a day written `YYYY-MM-DD`; `null` when the text is not a day that exists. There is no year 0. */
export function parseDay(text: string): Day | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return text as Day;
}

/** A day that is known to exist, written in code. Throws on a day that does not: that is a bug. */
export function day(text: string): Day {
  const parsed = parseDay(text);
  if (parsed === null) throw new Error(`“${text}” is not a day`);
  return parsed;
}

/** Reads a moment in UTC; `null` when the text is not one. Milliseconds may be left out. */
export function parseMoment(text: string): Moment | null {
  const match = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d):([0-5]\d)(?:\.(\d{3}))?Z$/.exec(text);
  if (!match || parseDay(match[1] ?? '') === null) return null;
  return `${match[1]}T${match[2]}:${match[3]}:${match[4]}.${match[5] ?? '000'}Z` as Moment;
}

/** A moment that is known to be one, written in code. Throws when it is not: that is a bug. */
export function moment(text: string): Moment {
  const parsed = parseMoment(text);
  if (parsed === null) throw new Error(`“${text}” is not a moment in UTC`);
  return parsed;
}

export function yearOf(date: Day): number {
  return Number(date.slice(0, 4));
}

/** The day `days` after (or, when negative, before) a day. */
export function addDays(date: Day, days: number): Day {
  return fromDayNumber(dayNumber(date) + days);
}

/** Whole days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from);
}

/** The same day `months` later, or the last day of that month when it is shorter. */
export function addMonths(date: Day, months: number): Day {
  const [year, month, dayOfMonth] = partsOf(date);
  const index = year * 12 + (month - 1) + months;
  const [newYear, newMonth] = [Math.floor(index / 12), (index % 12) + 1];
  return written(newYear, newMonth, Math.min(dayOfMonth, daysInMonth(newYear, newMonth)));
}

export function weekdayOf(date: Day): Weekday {
  // Day number 0 is 1 January 1970, a Thursday.
  return (((((dayNumber(date) + 3) % 7) + 7) % 7) + 1) as Weekday;
}

/** The moment `minutes` after a moment. */
export function addMinutes(at: Moment, minutes: number): Moment {
  return fromMillis(millisOf(at) + Math.round(minutes * 60_000));
}

/** Milliseconds from one moment to another; negative when `to` is earlier. */
export function millisBetween(from: Moment, to: Moment): number {
  return millisOf(to) - millisOf(from);
}

/** The day it is in Denmark at a moment (summer time from the last Sunday of March to that of October, 01:00 UTC). */
export function danishDay(at: Moment): Day {
  const day = at.slice(0, 10) as Day;
  return Number(at.slice(11, 13)) + hoursBeforeUtc(at) < 24 ? day : addDays(day, 1);
}

/** The day and the clock (`HH:MM`) in Denmark at a moment. */
export function danishDayAndTime(at: Moment): { readonly day: Day; readonly time: string } {
  const hour = (Number(at.slice(11, 13)) + hoursBeforeUtc(at)) % 24;
  return { day: danishDay(at), time: `${String(hour).padStart(2, '0')}${at.slice(13, 16)}` };
}

/** The moment as the clock in Denmark has it, with how far that is ahead: `2026-11-26 08:15:30.123 +01:00`. What is whole seconds is written so. */
export function danishMoment(at: Moment): string {
  const { day: date, time } = danishDayAndTime(at);
  return `${date} ${time}${at.slice(16, 23).replace('.000', '')} +0${hoursBeforeUtc(at)}:00`;
}

/** Hours that the clock in Denmark is ahead: most months are summer or winter from end to end. */
function hoursBeforeUtc(at: Moment): 1 | 2 {
  const month = Number(at.slice(5, 7));
  if (month !== 3 && month !== 10) return month > 3 && month < 10 ? 2 : 1;
  return at >= switchMoment(Number(at.slice(0, 4)), month) === (month === 3) ? 2 : 1;
}

/** The moment a day begins in Denmark. */
export function startOfDanishDay(date: Day): Moment {
  const winter = fromMillis(dayNumber(date) * 86_400_000 - 3_600_000);
  const summer = fromMillis(dayNumber(date) * 86_400_000 - 7_200_000);
  return danishDay(summer) === date ? summer : winter;
}

function switchMoment(year: number, month: 3 | 10): Moment {
  const last = written(year, month, 31);
  const sunday = addDays(last, -(weekdayOf(last) % 7));
  return `${sunday}T01:00:00.000Z` as Moment;
}

function partsOf(date: Day): readonly [number, number, number] {
  return [
    digit(date, 0) * 1000 + digit(date, 1) * 100 + digit(date, 2) * 10 + digit(date, 3),
    digit(date, 5) * 10 + digit(date, 6),
    digit(date, 8) * 10 + digit(date, 9),
  ];
}

function digit(text: string, index: number): number {
  return text.charCodeAt(index) - 48;
}

function written(year: number, month: number, dayOfMonth: number): Day {
  const [zeros, two] = [year > 999 ? '' : '0'.repeat(4 - String(year).length), (value: number) => (value < 10 ? `0${value}` : value)];
  return `${zeros}${year}-${two(month)}-${two(dayOfMonth)}` as Day;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Days since 1 January 1970 in the Gregorian calendar, by counting from 1 March so that leap days come last. */
function dayNumber(date: Day): number {
  const [year, month, dayOfMonth] = partsOf(date);
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + dayOfMonth - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

function fromDayNumber(number: number): Day {
  const shifted = number + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return written(year, month, dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1);
}

function millisOf(at: Moment): number {
  const [hours, minutes, seconds] = [Number(at.slice(11, 13)), Number(at.slice(14, 16)), Number(at.slice(17, 19))];
  return dayNumber(at.slice(0, 10) as Day) * 86_400_000 + hours * 3_600_000 + minutes * 60_000 + seconds * 1000 + Number(at.slice(20, 23));
}

function fromMillis(millis: number): Moment {
  const number = Math.floor(millis / 86_400_000);
  const rest = millis - number * 86_400_000;
  const two = (value: number): string => String(value).padStart(2, '0');
  const [hours, minutes, seconds] = [Math.floor(rest / 3_600_000), Math.floor(rest / 60_000) % 60, Math.floor(rest / 1000) % 60];
  return `${fromDayNumber(number)}T${two(hours)}:${two(minutes)}:${two(seconds)}.${String(rest % 1000).padStart(3, '0')}Z` as Moment;
}
