import { describe, expect, test } from 'vitest';
import { day } from '../time.ts';
import { compareEstimates } from './comparison.ts';
import type { PublishedEstimate } from './published-estimate.ts';
import { publishedEstimate, publishedEstimates } from './published-estimates.ts';
import { yearsOf } from './number-period.ts';
import { sayableNumber, sayableOf, sayableYears, silentYears } from './sayable.ts';

const quoteOf = (year: number, all = publishedEstimates): string | null => sayableOf(year, all)?.quote.id ?? null;
const ids = (some: readonly PublishedEstimate[] | undefined): readonly string[] => (some ?? []).map(({ id }) => id);

describe('what may be said of a year', () => {
  test('2019 is answered with what the municipalities counted, and is not set against a need or a stay', () => {
    const said = sayableOf(2019, publishedEstimates);
    expect(said?.quote.id).toBe('decided-residential-2019');
    expect(ids(said?.otherwise)).toEqual(['decided-residential-south-says', 'decided-residential-north-says']);
    expect(ids(said?.neverAdd)).toEqual(['decided-any-2019']);
    expect(ids(said?.neverCompare)).toEqual(['mothers-in-family-stay-2019', 'needs-2019', 'registered-2020']);
  });

  test('2020 is answered with the stays, which are a part of the registered, and 2024 with a need that nobody counted', () => {
    const said = sayableOf(2020, publishedEstimates);
    expect(said?.quote.id).toBe('family-stay-2020');
    expect(ids(said?.neverAdd)).toEqual(['registered-2020']);
    expect(ids(said?.neverCompare)).toContain('decided-residential-2019');
    expect(quoteOf(2024)).toBe('needs-2024');
    expect(quoteOf(2021)).toBe(null);
  });

  test('changes when a document counts the year, and again when it is withdrawn', () => {
    const counted: PublishedEstimate = { ...publishedEstimate('decided-residential-2019'), id: 'new', year: '2022', low: 11, high: 11 };
    expect(quoteOf(2022)).toBe('needs-2022');
    expect(quoteOf(2022, [...publishedEstimates, counted])).toBe('new');
    expect(ids(sayableOf(2022, [...publishedEstimates, counted])?.neverCompare)).toContain('needs-2022');
    const without = publishedEstimates.filter(({ id }) => id !== 'decided-residential-2019');
    // The ranges of other documents about 2017 to 2019 are left; the last said is taken.
    expect(quoteOf(2019, without)).toBe('decided-residential-south-says');
  });

  test('a number of the year alone goes before one of several years, an exact one before a range, the later said before the earlier', () => {
    const base = publishedEstimate('needs-2022');
    const later = { ...base, id: 'later', said: day('2025-01-01') };
    const range = { ...base, id: 'range', low: 70, said: day('2026-01-01') };
    const several = { ...base, id: 'several', year: '2021-2022', said: day('2026-01-01') };
    expect(quoteOf(2022, [base, range, several])).toBe('needs-2022');
    expect(quoteOf(2022, [base, later, several])).toBe('later');
    expect(quoteOf(2021, [base, range, several])).toBe('several');
  });

  test('every year is there once, the newest first, and nothing that may be compared is said to be not', () => {
    const years = sayableYears(publishedEstimates);
    expect(years.map(({ year }) => year)).toEqual([2024, 2023, 2022, 2020, 2019, 2018, 2017, 2016, 2015]);
    for (const { year, quote, neverCompare, neverAdd } of years) {
      expect(yearsOf(quote)).toContain(year);
      expect(quote.grid.geography).toBe('denmark');
      expect(quote.grid.unit).not.toBe('child');
      for (const one of neverCompare) expect(compareEstimates(quote, one).outcome).toBe('not-comparable');
      for (const one of neverAdd) expect(['part-of', 'overlap']).toContain(compareEstimates(quote, one).outcome);
    }
  });

  test('a share, a child, a municipality and a number of many years answer for no year', () => {
    for (const id of ['drugs-in-urine', 'children-2020', 'needs-large-municipality-2019', 'children-high-alcohol-1996-2018'])
      expect(sayableNumber(publishedEstimate(id), publishedEstimates), id).toBe(null);
    const long = { ...publishedEstimate('decided-residential-2019'), id: 'long', year: '2000-2019' };
    expect(quoteOf(2001, [long])).toBe(null);
    expect(sayableNumber(publishedEstimate('needs-2019'), publishedEstimates)?.year).toBe(2019);
  });

  test('a region’s own number is quoted for the region, and set beside its own and the country’s, never another region’s', () => {
    const said = sayableNumber(publishedEstimate('south-decided-residential-2019'), publishedEstimates);
    expect([said?.year, said?.quote.id]).toEqual([2019, 'south-decided-residential-2019']);
    // It is a part of both of the country's, and of the same women as the region's wider count.
    expect(ids(said?.neverAdd).toSorted()).toEqual(['decided-any-2019', 'decided-residential-2019', 'south-decided-any-2019']);
    expect(ids(said?.neverCompare)).toEqual(['mothers-in-family-stay-2019', 'needs-2019', 'registered-2020']);
    const north: PublishedEstimate = {
      ...publishedEstimate('south-decided-residential-2019'),
      id: 'north',
      grid: { ...publishedEstimate('south-decided-residential-2019').grid, geography: 'nordjylland' },
    };
    const all = [...publishedEstimates, north];
    expect(sayableNumber(publishedEstimate('south-decided-residential-2019'), all)).toEqual(said);
    expect(sayableOf(2019, all, 'nordjylland')?.quote.id).toBe('north');
    expect(sayableYears(all, 'nordjylland').map(({ year }) => year)).toEqual([2019]);
    expect(sayableYears(all, 'midtjylland')).toEqual([]);
    // The country's is said as before.
    expect(sayableOf(2019, all)).toEqual(sayableOf(2019, publishedEstimates));
  });

  test('each year that has no number says why, and none has both', () => {
    const told = (all: readonly PublishedEstimate[], today: string) =>
      silentYears(all, day(today)).map((one) => `${one.year} ${one.why}${'numbers' in one ? ` ${ids(one.numbers).join()}` : ''}`);
    expect(told(publishedEstimates, '2026-12-31')).toEqual(['2026 not-over', '2025 nothing', '2021 nothing']);
    expect(told(publishedEstimates, '2027-01-01')).toEqual(['2027 not-over', '2026 nothing', '2025 nothing', '2021 nothing']);
    const south = { ...publishedEstimate('south-decided-any-2019'), id: 'south-2025', year: '2025' };
    const child = { ...publishedEstimate('children-2020'), id: 'children-2021', year: '2021' };
    expect(told([...publishedEstimates, south, child], '2026-11-27')).toEqual([
      '2026 not-over',
      '2025 something-else south-2025',
      '2021 something-else children-2021',
    ]);
    expect(told([], '2026-11-27')).toEqual([]);
    const answered = sayableYears(publishedEstimates).map(({ year }) => year);
    for (const { year } of silentYears(publishedEstimates, day('2026-11-27'))) expect(answered).not.toContain(year);
  });
});
