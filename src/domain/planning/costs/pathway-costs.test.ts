import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { accumulated, breakEven, coverAlike, type CostLine, pathwayCosts, type PathwayCostTable, shareThatPays } from './pathway-costs.ts';

const line = (pathway: string): fc.Arbitrary<CostLine> =>
  fc
    .record({
      from: fc.integer({ min: -3, max: 40 }),
      length: fc.integer({ min: 1, max: 30 }),
      perYear: fc.integer({ min: -50, max: 400 }),
    })
    .map(({ from, length, perYear }) => ({ pathway, from: from / 4, to: (from + length) / 4, perYear }));
const tables: fc.Arbitrary<PathwayCostTable> = fc.record({
  currency: fc.constant('DKK'),
  priceYear: fc.constant(2021),
  discountRate: fc.constantFrom(0, 0.015, 0.035, 0.2),
  at: fc.constantFrom(null, -0.75, 0, 3),
  lines: fc
    .tuple(fc.array(line('with'), { minLength: 1, maxLength: 4 }), fc.array(line('without'), { minLength: 1, maxLength: 4 }))
    .map(([one, other]) => [...one, ...other]),
});

/** Month by month in small steps: what is paid in each is discounted from its middle. */
const step = 1 / 2000;
function slowly(table: PathwayCostTable, upTo = Infinity): Record<'with' | 'without', number> {
  const at = table.at ?? Math.min(...table.lines.map(({ from }) => from));
  const sums = { with: 0, without: 0 };
  for (const { pathway, from, to, perYear } of table.lines)
    for (let index = Math.round(from / step); index < Math.round(to / step) && index * step < upTo; index += 1)
      sums[pathway === 'with' ? 'with' : 'without'] += perYear * step * (1 + table.discountRate) ** -((index + 0.5) * step - at);
  return sums;
}

describe('public cost by age interval', () => {
  test('is what small steps add up to, line by line', () => {
    fc.assert(
      fc.property(tables, (table) => {
        const answer = pathwayCosts(table);
        if (answer.outcome !== 'worked-out') throw new Error(answer.outcome);
        const slow = slowly(table);
        for (const { pathway, presentValue, undiscounted, intervals } of answer.pathways) {
          expect(Math.abs(presentValue - slow[pathway === 'with' ? 'with' : 'without'])).toBeLessThan(1e-2);
          const paid = table.lines
            .filter((one) => one.pathway === pathway)
            .reduce((sum, { from, to, perYear }) => sum + (to - from) * perYear, 0);
          expect(undiscounted).toBeCloseTo(paid, 8);
          for (const [index, { from, to }] of intervals.entries()) {
            expect(from).toBeLessThan(to);
            if (index > 0) expect(from).toBeGreaterThanOrEqual(intervals[index - 1]!.to);
          }
        }
      }),
      { seed: 20261126, numRuns: 60 },
    );
  });

  test('tells whether the one way was dearer throughout until it broke even, or had been the cheaper before', () => {
    const paid = (...years: readonly number[]) =>
      breakEven(
        {
          currency: 'DKK',
          priceYear: 2021,
          discountRate: 0,
          at: 0,
          lines: [
            ...years.map((perYear, from) => ({ pathway: 'with', from, to: from + 1, perYear })),
            { pathway: 'without', from: 0, to: 1, perYear: 1 },
          ],
        },
        'with',
        'without',
      );
    expect(paid(101, -50, -50, -50)).toMatchObject({ age: 3, turnedBack: false });
    expect(paid(-99, 200, -50, -60)).toMatchObject({ turnedBack: true });
    expect(paid(-99, 50)).toMatchObject({ age: 'from-the-start', turnedBack: false });
  });

  test('breaks even at the age after which the one way never again has cost more, found by looking at every week', () => {
    fc.assert(
      fc.property(tables, fc.constantFrom(0, 0, 30, 300), (table, spent) => {
        const answer = breakEven(table, 'with', 'without', spent);
        if (answer.outcome !== 'compared') throw new Error(answer.outcome);
        const slow = slowly(table);
        expect(Math.abs(answer.net - (spent + slow.with - slow.without))).toBeLessThan(2e-2);
        expect(answer.couldPay).toBeCloseTo(Math.max(0, spent - answer.net), 9);
        const last = Math.max(...table.lines.map(({ to }) => to));
        const netAt = (age: number): number => {
          const { with: one, without: other } = slowly(table, age);
          return spent + one - other;
        };
        if (answer.age === null) expect(answer.net).toBeGreaterThan(0);
        else {
          const age = answer.age === 'from-the-start' ? Math.min(...table.lines.map(({ from }) => from)) : answer.age;
          for (let later = 0; later <= 20; later += 1) expect(netAt(age + (later / 20) * (last - age))).toBeLessThan(0.5);
          if (answer.age !== 'from-the-start') expect(Math.abs(netAt(answer.age))).toBeLessThan(0.5);
        }
      }),
      { seed: 7, numRuns: 60 },
    );
  });

  test('has a curve that small steps up to each age add up to', () => {
    fc.assert(
      fc.property(tables, (table) => {
        for (const pathway of ['with', 'without'] as const) {
          const curve = accumulated(table, pathway, 3);
          for (const [index, { age, presentValue }] of curve.entries()) {
            // A point between two small steps is known to what a step costs.
            expect(Math.abs(presentValue - slowly(table, age)[pathway])).toBeLessThan(1600 * step * 2);
            expect(age).toBeGreaterThanOrEqual(curve[index - 1]?.age ?? -Infinity);
          }
        }
        expect(accumulated({ ...table, lines: [] }, 'with')).toEqual([]);
      }),
      { seed: 8, numRuns: 15 },
    );
  });

  test('is nothing for an empty table, and says when a pathway is not there', () => {
    const empty: PathwayCostTable = { currency: 'DKK', priceYear: 2021, discountRate: 0.035, at: null, lines: [] };
    expect(pathwayCosts(empty)).toEqual({ outcome: 'empty' });
    expect(breakEven(empty, 'with', 'without')).toEqual({ outcome: 'empty' });
    const one = { ...empty, lines: [{ pathway: 'with', from: 0, to: 1, perYear: 5 }] };
    expect(breakEven(one, 'with', 'without')).toEqual({ outcome: 'unknown-pathway', pathway: 'without' });
    expect(breakEven(one, 'with', 'with')).toEqual({ outcome: 'compared', net: 0, age: 'from-the-start', turnedBack: false, couldPay: 0 });
  });

  test('knows whether two pathways are told of for the same ages, quarter by quarter', () => {
    fc.assert(
      fc.property(tables, (table) => {
        const told = (pathway: string, quarter: number): boolean =>
          table.lines.some(({ from, to, ...line }) => line.pathway === pathway && from <= quarter / 4 && quarter / 4 < to);
        const quarters = Array.from({ length: 80 }, (_, index) => index - 3);
        expect(coverAlike(table, 'with', 'without')).toBe(quarters.every((quarter) => told('with', quarter) === told('without', quarter)));
        expect(coverAlike(table, 'with', 'with')).toBe(true);
      }),
      { seed: 9, numRuns: 200 },
    );
  });

  test('pays for a stay when enough stays turn the way', () => {
    expect(shareThatPays(300, 1_200)).toBe(0.25);
    expect(shareThatPays(300, 0)).toBeNull();
    expect(shareThatPays(300, -5)).toBeNull();
  });
});
