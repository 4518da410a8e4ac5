import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { simulateBlock } from '../simulation/simulate.ts';
import { rowShape, wholeAt } from '../simulation/replication-row.ts';
import { overflowChain, type OverflowSystem } from './overflow.ts';
import { type OverflowFilling, overflowFilling } from './overflow-filling.ts';
import { fillingOffer } from './transient.ts';

const workedOut = (system: OverflowSystem, t: number): Extract<OverflowFilling, { outcome: 'worked-out' }> => {
  const answer = overflowFilling(system, t);
  if (answer.outcome !== 'worked-out') throw new Error(answer.outcome);
  return answer;
};

const systems: fc.Arbitrary<OverflowSystem> = fc.array(fc.nat({ max: 3 }), { minLength: 1, maxLength: 3 }).chain((places) =>
  fc.record({
    streams: fc.array(
      fc.record({
        rate: fc.oneof(fc.constant(0), fc.double({ min: 0.1, max: 8, noNaN: true })),
        sites: fc.shuffledSubarray(places.map((_, site) => site)),
      }),
      { maxLength: 3 },
    ),
    mu: fc.double({ min: 0.2, max: 4, noNaN: true }),
    places: fc.constant(places),
  }),
);

describe('sites that fill from empty and send on', () => {
  test('come to what the settled chain says, and are empty on the first day', () => {
    fc.assert(
      fc.property(systems, (system) => {
        const [late, first, settled] = [workedOut(system, 300 / system.mu), workedOut(system, 0), overflowChain(system)];
        if (settled.outcome !== 'worked-out') throw new Error(settled.outcome);
        for (const [site, women] of settled.inHouse.entries()) expect(late.inHouse[site]).toBeCloseTo(women, 8);
        for (const [stream, share] of settled.turnedAway.entries()) expect(late.turnedAway[stream]).toBeCloseTo(share, 8);
        expect(first.inHouse.every((women) => women === 0)).toBe(true);
      }),
      { seed: 5, numRuns: 100 },
    );
  });

  test('are one offer when there is one, and keep the balance: who has come in is there or has left', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 8, noNaN: true }),
        fc.double({ min: 0.1, max: 3, noNaN: true }),
        fc.nat({ max: 5 }),
        (lambda, t, servers) => {
          const one = workedOut({ streams: [{ rate: lambda, sites: [0] }], mu: 1.3, places: [servers] }, t);
          const exact = fillingOffer({ lambda, mu: 1.3, servers, waiting: 0, start: 0, t });
          if (exact.outcome !== 'worked-out') throw new Error(exact.outcome);
          expect(one.inHouse[0]).toBeCloseTo(exact.mean, 10);
          expect(one.turnedAway[0]).toBeCloseTo(exact.p[servers] ?? NaN, 10);
          expect((one.admissionsUntil[0] ?? 0) + lambda * t * (one.turnedAwayUntil[0] ?? 0)).toBeCloseTo(lambda * t, 9);
        },
      ),
      { seed: 6, numRuns: 100 },
    );
  });

  test('are what the simulation gives in its first year', () => {
    const exact = workedOut(
      {
        streams: [
          { rate: 6, sites: [0, 1] },
          { rate: 5, sites: [1, 0] },
        ],
        mu: 2,
        places: [2, 3],
      },
      1,
    );
    const many = 20_000;
    const { rows } = simulateBlock(
      {
        years: 1,
        arrivalsPerYear: 11,
        areas: [
          { id: 'n', weight: 6, minutes: { a: 1, b: 2 } },
          { id: 's', weight: 5, minutes: { a: 2, b: 1 } },
        ],
        stayYears: { exp: 0.5 },
        patience: 'none',
        sites: [
          { id: 'a', places: 2 },
          { id: 'b', places: 3 },
        ],
      },
      4,
      0,
      many,
    );
    const { length } = rowShape(2, 1);
    const away = Array.from({ length: many }, (_, index) => rows[index * length + wholeAt('turned-away')] ?? 0);
    const mean = away.reduce((sum, value) => sum + value, 0) / many;
    const error = Math.sqrt(away.reduce((sum, value) => sum + (value - mean) ** 2, 0)) / many;
    const wanted = 6 * (exact.turnedAwayUntil[0] ?? 0) + 5 * (exact.turnedAwayUntil[1] ?? 0);
    expect(Math.abs(mean - wanted)).toBeLessThan(4 * error);
  });

  test('take three sites of eight places over five years, week by week', () => {
    const streams = [0, 1, 2].map((site) => ({ rate: 8, sites: [site, (site + 1) % 3, (site + 2) % 3] }));
    expect(workedOut({ streams, mu: 2, places: [8, 8, 8] }, 5).inHouse[0]).toBeCloseTo(4, 1);
    expect(overflowFilling({ streams: [], mu: 1, places: [99, 99, 99] }, 1)).toEqual({ outcome: 'too-many-states', states: 1_000_000 });
  });
});
