/** Days, moments and numbers as people read them. */
import { addDays, danishDayAndTime, type Day, day, daysBetween, type Moment } from '../../domain/time.ts';
import type { Language } from './language.ts';

const locale = { da: 'da-DK', en: 'en-GB' } as const;
const formats = new Map<string, Intl.DateTimeFormat>();

/** «22. november 2026» / «22 November 2026». */
export function dayText(date: Day, language: Language): string {
  return formatted(date, language, { day: 'numeric', month: 'long', year: 'numeric' });
}

/** «søn. 22. nov.» / «Sun 22 Nov»: for narrow places where the year is plain. */
export function shortDayText(date: Day, language: Language): string {
  return formatted(date, language, { weekday: 'short', day: 'numeric', month: 'short' });
}

/** «søndag den 22. november» / «Sunday 22 November». */
export function weekdayText(date: Day, language: Language): string {
  return formatted(date, language, { weekday: 'long', day: 'numeric', month: 'long' });
}

/** «22. november 2026 kl. 14.32». */
export function momentText(at: Moment, language: Language): string {
  return `${dayText(danishDayAndTime(at).day, language)} ${timeText(at, language)}`;
}

/** «november 2026» / «November 2026». */
export function monthText(date: Day, language: Language): string {
  return formatted(date, language, { month: 'long', year: 'numeric' });
}

/** «nov. 2026» / «Nov 2026». */
export function shortMonthText(date: Day, language: Language): string {
  return formatted(date, language, { month: 'short', year: 'numeric' });
}

/** The names of the weekdays from Monday on: «man.» and «mandag». */
export function weekdayNames(language: Language): readonly { readonly short: string; readonly long: string }[] {
  return Array.from({ length: 7 }, (_, index) => {
    const date = addDays(aMonday, index);
    return { short: formatted(date, language, { weekday: 'short' }), long: formatted(date, language, { weekday: 'long' }) };
  });
}

const aMonday = day('2024-01-01');

/** «3.–9. marts 2026» / «3–9 March 2026»; one day where the two are the same. */
export function daySpanText(from: Day, to: Day, language: Language): string {
  const format = new Intl.DateTimeFormat(locale[language], { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
  return format.formatRange(new Date(`${from}T12:00:00Z`), new Date(`${to}T12:00:00Z`));
}

/** «23. nov.» / «23 Nov»: where year and weekday are plain. */
export function monthDayText(date: Day, language: Language): string {
  return formatted(date, language, { day: 'numeric', month: 'short' });
}

/** «kl. 14.32» / «at 14:32». */
export function timeText(at: Moment, language: Language): string {
  const { time } = danishDayAndTime(at);
  return language === 'da' ? `kl. ${time.replace(':', '.')}` : `at ${time}`;
}

/** «i dag», «i morgen», «om 3 dage», «for 2 dage siden». */
export function daysAwayText(date: Day, today: Day, language: Language): string {
  return new Intl.RelativeTimeFormat(locale[language], { numeric: 'auto' }).format(daysBetween(today, date), 'day');
}

export function numberText(value: number, language: Language): string {
  return new Intl.NumberFormat(locale[language]).format(value);
}

function formatted(date: Day, language: Language, options: Intl.DateTimeFormatOptions): string {
  const key = `${language}:${JSON.stringify(options)}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(locale[language], { ...options, timeZone: 'UTC' });
    formats.set(key, format);
  }
  return format.format(new Date(`${date}T12:00:00Z`));
}
