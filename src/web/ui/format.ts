/** Days, moments and numbers as people read them. */
import { addDays, danishDayAndTime, type Day, day, daysBetween, type Moment } from '../../domain/time.ts';
import type { Language } from './language.ts';

const locale = { da: 'da-DK', en: 'en-GB' } as const;

const wholeDay = { day: 'numeric', month: 'long', year: 'numeric' } as const satisfies Intl.DateTimeFormatOptions;
const shortDay = { weekday: 'short', day: 'numeric', month: 'short' } as const satisfies Intl.DateTimeFormatOptions;
const longDay = { weekday: 'long', day: 'numeric', month: 'long' } as const satisfies Intl.DateTimeFormatOptions;
const longDayAndYear = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const satisfies Intl.DateTimeFormatOptions;
const longMonth = { month: 'long', year: 'numeric' } as const satisfies Intl.DateTimeFormatOptions;
const shortMonth = { month: 'short', year: 'numeric' } as const satisfies Intl.DateTimeFormatOptions;
const monthDay = { day: 'numeric', month: 'short' } as const satisfies Intl.DateTimeFormatOptions;
const shortWeekday = { weekday: 'short' } as const satisfies Intl.DateTimeFormatOptions;
const longWeekday = { weekday: 'long' } as const satisfies Intl.DateTimeFormatOptions;

const numbers = { da: new Intl.NumberFormat(locale.da), en: new Intl.NumberFormat(locale.en) };
const daysAway = {
  da: new Intl.RelativeTimeFormat(locale.da, { numeric: 'auto' }),
  en: new Intl.RelativeTimeFormat(locale.en, { numeric: 'auto' }),
};

/** «22. november 2026» / «22 November 2026». */
export function dayText(date: Day, language: Language): string {
  return formatted(date, language, wholeDay);
}

/** «søn. 22. nov.» / «Sun 22 Nov»: for narrow places where the year is plain. */
export function shortDayText(date: Day, language: Language): string {
  return formatted(date, language, shortDay);
}

/** «søndag den 22. november» / «Sunday 22 November». */
export function weekdayText(date: Day, language: Language): string {
  return formatted(date, language, longDay);
}

/** «søndag den 22. november 2026» / «Sunday 22 November 2026». */
export function weekdayYearText(date: Day, language: Language): string {
  return formatted(date, language, longDayAndYear);
}

/** «22. november 2026 kl. 14.32». */
export function momentText(at: Moment, language: Language): string {
  return `${dayText(danishDayAndTime(at).day, language)} ${timeText(at, language)}`;
}

/** «torsdag den 26. november kl. 14.32» / «Thursday 26 November at 14:32»: by when something must be done. */
export function weekdayMomentText(at: Moment, language: Language): string {
  return `${weekdayText(danishDayAndTime(at).day, language)} ${timeText(at, language)}`;
}

/** «november 2026» / «November 2026». */
export function monthText(date: Day, language: Language): string {
  return formatted(date, language, longMonth);
}

/** «nov. 2026» / «Nov 2026»; June and July whole in Danish. */
export function shortMonthText(date: Day, language: Language): string {
  // «jul. 2027» reads as Christmas, and the short names of the summer are hardly shorter.
  const isSummer = ['06', '07'].includes(date.slice(5, 7));
  return formatted(date, language, language === 'da' && isSummer ? longMonth : shortMonth);
}

/** The names of the weekdays from Monday on: «man.» and «mandag». */
export function weekdayNames(language: Language): readonly { readonly short: string; readonly long: string }[] {
  return Array.from({ length: 7 }, (_, index) => {
    const date = addDays(aMonday, index);
    return { short: formatted(date, language, shortWeekday), long: formatted(date, language, longWeekday) };
  });
}

const aMonday = day('2024-01-01');

/** «3.–9. marts 2026» / «3–9 March 2026»; one day where the two are the same. */
export function daySpanText(from: Day, to: Day, language: Language): string {
  return formatFor(language, wholeDay).formatRange(new Date(`${from}T12:00:00Z`), new Date(`${to}T12:00:00Z`));
}

/** «23. nov.» / «23 Nov»: where year and weekday are plain. */
export function monthDayText(date: Day, language: Language): string {
  return formatted(date, language, monthDay);
}

/** «kl. 14.32» / «at 14:32». */
export function timeText(at: Moment, language: Language): string {
  const { time } = danishDayAndTime(at);
  return language === 'da' ? `kl. ${time.replace(':', '.')}` : `at ${time}`;
}

/** «kl. 14.32» today, «27. november 2026 kl. 12.00» on any other day: the hour alone says today. */
export function clockText(at: Moment, now: Moment, language: Language): string {
  return danishDayAndTime(at).day === danishDayAndTime(now).day ? timeText(at, language) : momentText(at, language);
}

/** «i dag», «i morgen», «om 3 dage», «for 2 dage siden». */
export function daysAwayText(date: Day, today: Day, language: Language): string {
  return daysAway[language].format(daysBetween(today, date), 'day');
}

export function numberText(value: number, language: Language): string {
  return numbers[language].format(value);
}

function formatted(date: Day, language: Language, options: Intl.DateTimeFormatOptions): string {
  return formatFor(language, options).format(new Date(`${date}T12:00:00Z`));
}

/** A format takes a thousand times as long to make as to use. */
function formatFor(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const known = formats[language].get(options);
  if (known) return known;
  const format = new Intl.DateTimeFormat(locale[language], { ...options, timeZone: 'UTC' });
  formats[language].set(options, format);
  return format;
}

const formats = {
  da: new Map<Intl.DateTimeFormatOptions, Intl.DateTimeFormat>(),
  en: new Map<Intl.DateTimeFormatOptions, Intl.DateTimeFormat>(),
};
