/**
 * The period of a published number (da: tidsrum): from which day to which day it is, how many years one number is of, and what it is a year where
 * its definition allows it to be divided.
 */
import { day, type Day } from '../time.ts';
import type { GridRow, PublishedEstimate } from './published-estimate.ts';

/** What a period of the definition grid says of days: those of the years themselves, or none that a document states. */
const daysOf: Readonly<Record<GridRow['period'], 'of-the-years' | 'not-stated'>> = {
  'calendar-year': 'of-the-years',
  'pregnant-in-year': 'of-the-years',
  'pregnancy-to-first-birthday': 'of-the-years',
  'birth-year': 'of-the-years',
  'several-years': 'of-the-years',
  // What follows a pregnancy or a child begins and ends on days of her own; a judgement «a year» has none at all.
  pregnancy: 'not-stated',
  '2018-to-stay': 'not-stated',
  'childs-life-to-stay': 'not-stated',
  'during-stay': 'not-stated',
  'a-year': 'not-stated',
  stock: 'not-stated',
  'one-visit': 'not-stated',
};

/** `2020` is one year, `2017-2019` three; none where none is said. */
export function yearsOf({ year }: Pick<PublishedEstimate, 'year'>): readonly number[] {
  const match = /^(\d{4})(?:-(\d{4}))?$/.exec(year);
  if (!match) return [];
  const [from, to] = [Number(match[1]), Number(match[2] ?? match[1])];
  return to < from ? [] : Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

/** The first and the last day of a number's years, both counted; `null` where its period has no days that a document states. */
export function daysOfNumber(one: Pick<PublishedEstimate, 'year' | 'grid'>): readonly [from: Day, to: Day] | null {
  const years = yearsOf(one);
  const [first, last] = [years[0], years.at(-1)];
  if (first === undefined || last === undefined || daysOf[one.grid.period] === 'not-stated') return null;
  return [day(`${first}-01-01`), day(`${last}-12-31`)];
}

/** How many years one number is of: `6 (2016-2017)` is of two together; a range over several years is of each of them. At least 1. */
export function yearsTogether(one: Pick<PublishedEstimate, 'year' | 'low' | 'high'>): number {
  return one.low === one.high ? Math.max(1, yearsOf(one).length) : 1;
}

/** Whether two numbers are of periods that differ in length: the longer is then larger without there being more a year. */
export function differInLength(one: PublishedEstimate, other: PublishedEstimate): boolean {
  return yearsTogether(one) !== yearsTogether(other);
}

/**
 * What a number of several years together is a year, on average. `null` of one year, and where the definition does not allow it: only a whole
 * count of women by calendar year is made of its years. Somebody who was pregnant in two years, or is there on one day, is not half in each.
 */
export function yearlyRate(one: PublishedEstimate): number | null {
  const years = yearsTogether(one);
  const { period, unit } = one.grid;
  return years > 1 && one.kind === 'count' && unit === 'woman' && period === 'calendar-year' ? one.low / years : null;
}
