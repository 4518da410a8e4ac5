import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Measure, measuresOf, quantileShares, rowsOf } from './measures.ts';
import { wilson } from '../../sample-figures.ts';
import { rowShape, siteAt, wholeAt, yearAt } from './replication-row.ts';
import type { Scenario } from './scenario.ts';

const scenario: Scenario = {
  years: 2,
  arrivalsPerYear: 5,
  areas: [{ id: 'n', weight: 1, minutes: { a: 10, b: 20 } }],
  course: { weekAtReferral: 20, afterBirthWeeks: 8 },
  patience: 'birth',
  sites: [
    { id: 'a', places: 2 },
    { id: 'b', places: 1 },
  ],
  costs: { currency: 'DKK', priceYear: 2025, discountRate: 0.1, siteYear: 1_000, openPlaceDay: 3, occupiedPlaceDay: 2, opening: 50 },
};
const shape = rowShape(2, 2);

/** Rows whose numbers are small, some of them zero. */
const someRows = fc.array(fc.array(fc.nat({ max: 6 }), { minLength: shape.length, maxLength: shape.length }), {
  minLength: 2,
  maxLength: 9,
});

function measured(rows: readonly (readonly number[])[]): (name: string, site?: string) => Measure {
  const all = measuresOf(scenario, rowsOf(scenario, rows.length, Float64Array.from(rows.flat())));
  return (name, site) => {
    const found = all.filter((measure) => measure.name === name && measure.site === (site ?? null));
    if (found.length !== 1 || !found[0]) throw new Error(`${found.length} measures ${name} of ${site}`);
    return found[0];
  };
}

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/** Told in words: the ratio of sums, and the jackknife over replications one at a time. */
function slowRatio(above: readonly number[], below: readonly number[]): { readonly mean: number | null; readonly half: number } {
  if (total(below) === 0) return { mean: null, half: 0 };
  const whole = total(above) / total(below);
  const without = above.map((_, out) => {
    const rest = total(below.filter((__, index) => index !== out));
    return rest === 0 ? whole : total(above.filter((__, index) => index !== out)) / rest;
  });
  const centre = total(without) / without.length;
  const variance = ((without.length - 1) / without.length) * total(without.map((value) => (value - centre) ** 2));
  return { mean: whole, half: 1.959963984540054 * Math.sqrt(variance) };
}

/** Type 7: at 1 + (n − 1)·share in the order, counted from 1. */
function slowQuantile(values: readonly number[], share: number): number {
  const ordered = values.toSorted((one, other) => one - other);
  const position = 1 + (ordered.length - 1) * share;
  const low = ordered[Math.floor(position) - 1] ?? 0;
  return low + (position % 1) * ((ordered[Math.ceil(position) - 1] ?? 0) - low);
}

function expectNear(one: readonly (number | null | undefined)[], other: readonly (number | null | undefined)[]): void {
  expect(one).toHaveLength(other.length);
  for (const [index, value] of one.entries())
    if (value === null || value === undefined) expect(other[index]).toBe(value);
    else expect(other[index]).toBeCloseTo(value, 8);
}

describe('measures', () => {
  test('are what the replications add up to, told in another way', () => {
    fc.assert(
      fc.property(someRows, (rows) => {
        const of = measured(rows);
        const column = (at: number): readonly number[] => rows.map((row) => row[at] ?? 0);
        const whole = (name: Parameters<typeof wholeAt>[0]): readonly number[] => column(wholeAt(name));
        const site = (index: number, name: Parameters<typeof siteAt>[2]): readonly number[] => column(siteAt(shape, index, name));
        const both = (name: Parameters<typeof siteAt>[2]): readonly number[] =>
          site(0, name).map((value, at) => value + (site(1, name)[at] ?? 0));
        const seeking = whole('arrivals').map((value, at) => value - (whole('declined')[at] ?? 0));
        const lost = whole('turned-away').map((value, at) => value + (whole('never-admitted')[at] ?? 0));
        const ratios: readonly (readonly [Measure, readonly number[], readonly number[]])[] = [
          [of('share-admitted'), whole('admitted'), seeking],
          [of('share-gave-up-waiting'), whole('never-admitted'), seeking],
          [of('share-never-admitted'), lost, seeking],
          [of('share-waited'), whole('waited'), whole('admitted')],
          [of('weeks-waited'), whole('years-waited').map((value) => (value * 365.25) / 7), whole('admitted')],
          [of('weeks-lost-of-never-admitted'), whole('weeks-lost-never'), lost],
          [of('weeks-before-birth'), whole('weeks-before-birth'), whole('before-birth')],
          [of('share-refused-by-sites'), both('refusals'), both('refusals').map((refused, at) => refused + (both('admissions')[at] ?? 0))],
          [of('travel-minutes'), whole('minutes'), whole('admitted')],
          [of('occupancy'), both('occupied-years'), both('open-years')],
          [of('occupancy', 'b'), site(1, 'occupied-years'), site(1, 'open-years')],
        ];
        for (const [measure, above, below] of ratios) {
          const { mean, half } = slowRatio(above, below);
          expectNear([measure.mean], [mean]);
          if (mean === null) continue;
          // Where nothing, or everything, was seen: what would come in one case of twenty.
          const unseen = 1 - Math.exp(Math.log(0.05) / below.filter((value) => value > 0).length);
          const [from, to] = mean <= 0 ? [0, unseen] : mean >= 1 ? [1 - unseen, 1] : [Math.max(mean - half, 0), Math.min(mean + half, 1)];
          const isShare = /^share|^occupancy/.test(measure.name);
          expectNear([...(measure.interval ?? [])], isShare ? [from, to] : [mean - half, mean + half]);
        }
        for (const [index, id] of ['a', 'b'].entries()) {
          const years = [0, 1].map((year) => column(yearAt(shape, index, year)));
          const both3 = total(years[0]!.map((count, at) => (count >= 3 && (years[1]?.[at] ?? 0) >= 3 ? 1 : 0)));
          expectNear([of('three-in-every-year', id).mean], [both3 / rows.length]);
          expectNear([of('share-of-years-with-three', id).mean], [years.flat().filter((count) => count >= 3).length / (2 * rows.length)]);
          expectNear(
            of('admissions-a-year', id).quantiles ?? [],
            quantileShares.map((share) => slowQuantile(years.flat(), share)),
          );
          expectNear([of('admissions-in-year-2', id).mean], [total(years[1]!) / rows.length]);
        }
        const spent = rows.map(
          (_, at) =>
            4_000 + 365.25 * (3 * (both('open-years')[at] ?? 0) + 2 * (both('occupied-years')[at] ?? 0)) + 50 * (both('openings')[at] ?? 0),
        );
        expectNear([of('cost-a-year').mean], [total(spent) / 2 / rows.length]);
        expectNear([of('present-value').mean], [((total(spent) / rows.length) * (1.1 ** -0.5 + 1.1 ** -1.5)) / 2]);
        expectNear([of('cost-per-stay').mean], [slowRatio(spent, whole('admitted')).mean]);
        expect(of('cost-per-stay').quantiles === null).toBe(whole('admitted').some((count) => count === 0));
      }),
      { numRuns: 200, seed: 6 },
    );
  });

  test('discount a site that opens late from the day it opens, and the others as before', () => {
    const [first, second] = scenario.sites;
    if (!first || !second || !scenario.costs) throw new Error('two sites with costs are wanted');
    const late: Scenario = {
      ...scenario,
      sites: [first, { ...second, opensAtYears: 1 }],
      costs: { ...scenario.costs, openPlaceDay: 0, occupiedPlaceDay: 0, opening: 0 },
    };
    const all = measuresOf(late, rowsOf(late, 1, new Float64Array(shape.length).fill(1)));
    const { siteYear } = scenario.costs;
    // Two years of the one, the second year of the other, each in its middle.
    expectNear([all.find(({ name }) => name === 'present-value')?.mean], [siteYear * (1.1 ** -0.5 + 2 * 1.1 ** -1.5)]);
  });

  test('that have no value are null', () => {
    const of = measured([Array<number>(shape.length).fill(0), Array<number>(shape.length).fill(0)]);
    for (const name of ['share-admitted', 'cost-per-stay', 'weeks-waited', 'occupancy', 'travel-minutes'])
      expect(of(name)).toEqual({ name, site: null, mean: null, interval: null, quantiles: null });
    expect(of('arrivals-a-year').mean).toBe(0);
  });

  test('of one replication say nothing of how sure they are', () => {
    const of = measured([Array<number>(shape.length).fill(1)]);
    expect(of('arrivals-a-year').interval).toEqual([-Infinity, Infinity]);
    expect(of('occupancy').interval).toEqual([expect.closeTo(0.05, 9), 1]);
    const half = measured([Array.from({ length: shape.length }, (_, cell) => (cell === wholeAt('arrivals') ? 3 : 1))]);
    expect(half('share-admitted').interval).toEqual([0, 1]);
  });

  test("Wilson's interval has its published values and stays within 0 and 1", () => {
    // 81 of 263: Agresti and Coull (1998) and Newcombe (1998) give 0.2553 to 0.3662 for the method without correction.
    const [low, high] = wilson(81 / 263, 263);
    expect(low).toBeCloseTo(0.2553, 4);
    expect(high).toBeCloseTo(0.3662, 4);
    expect(wilson(0, 20)).toEqual([0, expect.closeTo(0.1611, 4)]);
    expect(wilson(1, 1)[1]).toBe(1);
  });
});
