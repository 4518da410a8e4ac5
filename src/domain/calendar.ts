/**
 * Danish days: which are holidays, and how deadlines in days are counted.
 * «hverdag» is every day but Sundays and holidays (Saturday counts); «arbejdsdag» leaves out Saturday too. Never mix them.
 */
import { addDays, type Day, day, weekdayOf, yearOf } from './time.ts';

/** The edition of the rules below, stored with each deadline. Store bededag went out with LOV 214 of 6 March 2023. */
export const calendarEdition = 'danske-helligdage/2024-01';

/** A holiday (da: helligdag) with its Danish name; `null` when the day is not one. */
export function holidayOn(date: Day): string | null {
  const year = yearOf(date);
  const easter = easterSunday(year);
  const movable: readonly (readonly [number, string])[] = [
    [-3, 'skærtorsdag'],
    [-2, 'langfredag'],
    [0, 'påskedag'],
    [1, '2. påskedag'],
    [39, 'Kristi himmelfartsdag'],
    [49, 'pinsedag'],
    [50, '2. pinsedag'],
    ...(year < 2024 ? ([[26, 'store bededag']] as const) : []),
  ];
  const found = movable.find(([offset]) => addDays(easter, offset) === date);
  if (found) return found[1];
  const fixed: Readonly<Record<string, string>> = { '01-01': 'nytårsdag', '12-25': 'juledag', '12-26': '2. juledag' };
  return fixed[date.slice(5)] ?? null;
}

/** Hverdag: not a Sunday and not a holiday. Saturday counts. */
export function isHverdag(date: Day): boolean {
  return weekdayOf(date) !== 7 && holidayOn(date) === null;
}

/** Arbejdsdag: not a Saturday, not a Sunday and not a holiday. */
export function isWorkingDay(date: Day): boolean {
  return isHverdag(date) && weekdayOf(date) !== 6;
}

/** The day `count` hverdage after a day; the day itself is not counted. */
export function addHverdage(from: Day, count: number): Day {
  return addCounted(from, count, isHverdag);
}

/** The day `count` arbejdsdage after a day; the day itself is not counted. */
export function addWorkingDays(from: Day, count: number): Day {
  return addCounted(from, count, isWorkingDay);
}

/** Hverdage after `from` up to and with `to`; negative when `to` is earlier. */
export function hverdageBetween(from: Day, to: Day): number {
  if (to < from) return -hverdageBetween(to, from);
  let count = 0;
  for (let date = addDays(from, 1); date <= to; date = addDays(date, 1)) if (isHverdag(date)) count += 1;
  return count;
}

function addCounted(from: Day, count: number, counts: (date: Day) => boolean): Day {
  let date = from;
  for (let left = count; left > 0;) {
    date = addDays(date, 1);
    if (counts(date)) left -= 1;
  }
  return date;
}

/** Easter Sunday in the Gregorian calendar (the anonymous algorithm of 1876, as in Meeus, Astronomical Algorithms). */
function easterSunday(year: number): Day {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 19 * l) / 433);
  const month = Math.floor((h + l - 7 * m + 90) / 25);
  const dayOfMonth = (h + l - 7 * m + 33 * month + 19) % 32;
  return day(`${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`);
}
