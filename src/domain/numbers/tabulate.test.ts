import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { moment } from '../time.ts';
import { figureDefinition, figureDefinitions } from './definitions.ts';
import type { FigureSum } from './evaluate.ts';
import { type FigureDefinition, isMedian } from './figure-definition.ts';
import { middleOf, tabulate } from './tabulate.ts';

const table = (definition: FigureDefinition, sums: readonly FigureSum[], middles = 1) =>
  tabulate(sums, { definition, edition: 'x', years: [2026, 2026], by: 'country', at: moment('2026-11-22T09:00:00Z'), source: '', middles });
const known = (id: string): FigureDefinition => {
  const found = figureDefinition(id);
  if (!found) throw new Error(`there is no ${id}`);
  return found;
};

describe('the middle', () => {
  const values = fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 1, maxLength: 30 });
  const counted = (all: readonly number[]): readonly (readonly [number, number])[] =>
    [...new Set(all)].map((value) => [value, all.filter((other) => other === value).length]);
  const mean = (all: readonly number[]): number => all.reduce((sum, one) => sum + one, 0) / all.length;

  test('is the median of the values written out, however they are counted together', () => {
    fc.assert(
      fc.property(values, (all) => {
        const sorted = all.toSorted((one, other) => one - other);
        const half = Math.floor(all.length / 2);
        const median = all.length % 2 === 1 ? sorted[half] : mean(sorted.slice(half - 1, half + 1));
        expect(middleOf(counted(all), 1)).toBe(median);
      }),
    );
  });

  test('of five is the mean of the five or six around the middle, and of all where they are no more', () => {
    fc.assert(
      fc.property(values, (all) => {
        const sorted = all.toSorted((one, other) => one - other);
        const outside = Math.max(0, Math.floor((all.length - 5) / 2));
        const around = sorted.slice(outside, all.length - outside);
        if (all.length >= 5) expect(around.length).toBe(all.length % 2 === 1 ? 5 : 6);
        else expect(around.length).toBe(all.length);
        expect(middleOf(counted(all), 5)).toBeCloseTo(mean(around), 9);
      }),
    );
  });
});

describe('a figure of several municipalities', () => {
  test('is the middle of all their values, in weeks, and rests on as many as were measured', () => {
    const sums = [
      { year: 2026, municipality: '0851', part: '7', cases: 2, total: 14 },
      { year: 2026, municipality: '0101', part: '28', cases: 1, total: 28 },
      { year: 2026, municipality: '0101', part: '280', cases: 1, total: 280 },
      { year: 2025, municipality: '0101', part: '1', cases: 9, total: 9 },
    ];
    expect(table(known('median-need-to-admission'), sums)).toMatchObject([{ value: 2.5, cases: 4, fewest: 4, part: null }]);
    expect(table(known('median-need-to-admission'), [])).toEqual([]);
  });

  test('of lists has no row where there is no list, and the country has its zero', () => {
    const listed = { year: 2026, municipality: '0851', part: '', cases: 3, total: 3 };
    const by = (grouping: 'municipality' | 'region' | 'country', sums: readonly FigureSum[]) =>
      tabulate(sums, {
        definition: known('women-on-lists'),
        edition: '1',
        years: [2026, 2026],
        by: grouping,
        at: moment('2026-12-31T12:00:00Z'),
        source: '',
      });
    expect(by('municipality', [listed]).map(({ place, value }) => [place, value])).toEqual([['0851', 3]]);
    expect(by('region', [listed]).map(({ place, value }) => [place, value])).toEqual([['nordjylland', 3]]);
    expect(by('country', []).map(({ place, value }) => [place, value])).toEqual([['danmark', 0]]);
  });

  test('is the share in percent of all of them, and tells the smaller of those with and those without', () => {
    const share = (cases: number, total: number) =>
      table(known('offers-accepted'), [{ year: 2026, municipality: '0851', part: '', cases, total }])[0];
    expect(share(8, 7)).toMatchObject({ value: 87.5, cases: 8, fewest: 1 });
    expect(share(8, 2)).toMatchObject({ value: 25, fewest: 2 });
    expect(share(3, 3)).toMatchObject({ value: 100, fewest: 0 });
    expect(table(known('offers-accepted'), [])).toEqual([]);
  });
});

test('a median is never split: its values stand where the parts would', () => {
  const medians = figureDefinitions.filter(({ measure }) => isMedian(measure));
  expect(medians.length).toBeGreaterThan(3);
  expect(medians.filter(({ splitBy }) => splitBy !== null)).toEqual([]);
});

test('a part that is no known unit is not added to the unit that bears its name', () => {
  const definition = figureDefinitions.find(({ splitBy, measure }) => splitBy === 'unit' && measure.kind === 'count');
  if (!definition) throw new Error('nothing is counted by unit');
  const sums = ['u1', 'Fjord, Syd'].map((part, index) => ({ year: 2026, municipality: '0101', part, cases: index + 1, total: index + 1 }));
  const at = moment('2026-11-22T09:00:00Z');
  const asked = { definition, edition: 'x', years: [2026, 2026], by: 'country', at, source: '' } as const;
  const of = (unitNames: ReadonlyMap<string, string>) => tabulate(sums, { ...asked, unitNames }).map(({ part, value }) => [part, value]);
  expect(of(new Map([['u1', 'Fjord, Syd']]))).toEqual([
    ['Fjord, Syd', 1],
    ['Fjord, Syd (ukendt afdeling)', 2],
  ]);
  expect(of(new Map([['u1', 'Bakken']]))).toEqual([
    ['Bakken', 1],
    ['Fjord, Syd', 2],
  ]);
});
