/** A published number by name, and when and where it is of, in words: the same on pages, in files and in the API. */
import { municipality as municipalityOf } from '../domain/geography/municipalities.ts';
import { daysOfNumber, differInLength, yearlyRate, yearsTogether } from '../domain/numbers/number-period.ts';
import { type PublishedEstimate, writtenRange } from '../domain/numbers/published-estimate.ts';
import type { Day } from '../domain/time.ts';
import type { Tongue } from './estimate-speech.ts';
import { termDanish, termEnglish } from './number-terms.ts';
import { sayableDanish, sayableEnglish } from './sayable-words.ts';

const terms = { da: termDanish, en: termEnglish } as const;
const words = { da: sayableDanish, en: sayableEnglish } as const;

/** A word for a value of the definition grid, such as `event.registered`. */
export function termText(key: keyof typeof termDanish, tongue: Tongue): string {
  return terms[tongue][key];
}

/** A sentence with its places filled. A value that is missing is a bug. */
export function sayText(key: keyof typeof sayableDanish, tongue: Tongue, values: Readonly<Record<string, string>> = {}): string {
  return words[tongue][key].replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`“${key}” has no ${name}`);
    return value;
  });
}

/** Where a published number is of: a municipality by its name where it is known. */
export function geographyText({ grid, municipality }: Pick<PublishedEstimate, 'grid' | 'municipality'>, tongue: Tongue): string {
  const name = municipality === undefined ? undefined : municipalityOf(municipality)?.name;
  return name ?? termText(`geography.${grid.geography}`, tongue);
}

/** «i kalenderåret 2019 (1. januar–31. december 2019)»; that no days are stated where the document states none. */
export function periodText(one: PublishedEstimate, tongue: Tongue): string {
  const days = daysOfNumber(one);
  const years = one.year.replace('-', '–');
  const period = termText(`period.${one.grid.period}`, tongue);
  const isOfOne = !one.year.includes('-');
  const calendar = isOfOne ? 'when.calendar-year' : yearsTogether(one) === 1 ? 'when.calendar-years-each' : 'when.calendar-years';
  const when = one.grid.period === 'calendar-year' ? calendar : days ? 'when.other' : 'when.judged';
  const dates = days ? sayText('when.days', tongue, { days: daySpan(days, tongue) }) : sayText('when.noDays', tongue);
  return `${sayText(when, tongue, { years, period })}${dates}`;
}

/** «to år under ét, så tidsrummene er ikke lige lange; i gennemsnit 3 om året»: said where it stands beside one of another length. */
export function lengthText(one: PublishedEstimate, tongue: Tongue): string {
  const years = yearsTogether(one);
  const rate = yearlyRate(one);
  const together = years === 2 ? 'length.two' : 'length.several';
  const length = years === 1 ? sayText('length.one', tongue) : sayText(together, tongue, { years: `${years}` });
  return `${length}${rate === null ? '' : sayText('length.rate', tongue, { rate: numbers[tongue].format(rate) })}`;
}

/** «83 (døgnophold for familier, 2020)»: nobody knows a number by its year alone. */
export function named(estimate: PublishedEstimate, tongue: Tongue, saysCountry = false): string {
  const [range, what] = namesOf(estimate, tongue, saysCountry);
  const { year } = estimate;
  return year === '' ? sayText('named', tongue, { range, what }) : sayText('namedYear', tongue, { range, what, year });
}

/**
 * The same beside another number: where their periods differ in length it says so, for they are not so many to the same year; and beside one
 * of a part of the country the whole country is said too.
 */
export function namedBeside(estimate: PublishedEstimate, other: PublishedEstimate, tongue: Tongue): string {
  const saysCountry = other.grid.geography !== 'denmark';
  if (!differInLength(estimate, other) || estimate.year === '') return named(estimate, tongue, saysCountry);
  const [range, what] = namesOf(estimate, tongue, saysCountry);
  return sayText('namedLength', tongue, { range, what, year: estimate.year, length: lengthText(estimate, tongue) });
}

function namesOf(estimate: PublishedEstimate, tongue: Tongue, saysCountry: boolean): readonly [range: string, what: string] {
  const { low, high, grid } = estimate;
  const where = grid.geography === 'denmark' && !saysCountry ? '' : `, ${geographyText(estimate, tongue)}`;
  return [writtenRange({ low, high }), `${termText(`event.${grid.event}`, tongue)}${where}`];
}

/** «a, b og c». */
export function joined(some: readonly string[], tongue: Tongue): string {
  const [last = '', ...before] = some.toReversed();
  return before.length === 0 ? last : `${before.toReversed().join(', ')} ${sayText('and', tongue)} ${last}`;
}

const locale = { da: 'da-DK', en: 'en-GB' } as const;
const numbers = { da: new Intl.NumberFormat(locale.da), en: new Intl.NumberFormat(locale.en) };
const wholeDay = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
const days = { da: new Intl.DateTimeFormat(locale.da, wholeDay), en: new Intl.DateTimeFormat(locale.en, wholeDay) };

function daySpan([from, to]: readonly [from: Day, to: Day], tongue: Tongue): string {
  return days[tongue].formatRange(new Date(`${from}T12:00:00Z`), new Date(`${to}T12:00:00Z`));
}
