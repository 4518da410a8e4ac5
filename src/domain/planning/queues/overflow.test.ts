import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Measure } from '../simulation/measures.ts';
import { simulate } from '../simulation/run.ts';
import type { Scenario } from '../simulation/scenario.ts';
import { erlangB } from './erlang-b.ts';
import { type OverflowAnswer, overflowChain, type OverflowSystem } from './overflow.ts';

type WorkedOut = Extract<OverflowAnswer, { outcome: 'worked-out' }>;

function workedOut(system: OverflowSystem): WorkedOut {
  const answer = overflowChain(system);
  if (answer.outcome !== 'worked-out') throw new Error(answer.outcome);
  return answer;
}

const places = fc.array(fc.nat({ max: 3 }), { minLength: 1, maxLength: 3 });
const systems: fc.Arbitrary<OverflowSystem> = places.chain((of) =>
  fc.record({
    streams: fc.array(
      fc.record({
        rate: fc.oneof(fc.constant(0), fc.double({ min: 0.1, max: 8, noNaN: true })),
        sites: fc.shuffledSubarray(of.map((_, site) => site)),
      }),
      { maxLength: 4 },
    ),
    mu: fc.double({ min: 0.2, max: 4, noNaN: true }),
    places: fc.constant(of),
  }),
);

/** Time passes in small steps of the whole chain, from the empty house, with states as lists of women in house: slow, and another way. */
function byWaiting({ streams, mu, places: room }: OverflowSystem): {
  readonly turnedAway: readonly number[];
  readonly inHouse: readonly number[];
} {
  let chance = new Map<string, number>([[room.map(() => 0).join(), 1]]);
  const rate = streams.reduce((sum, stream) => sum + stream.rate, 0) + room.reduce((sum, count) => sum + count, 0) * mu + 0.1;
  const away = streams.map(() => 0);
  for (let step = 0; step < 1_500; step += 1) {
    const next = new Map<string, number>();
    const add = (state: readonly number[], share: number): void => void next.set(state.join(), (next.get(state.join()) ?? 0) + share);
    away.fill(0);
    for (const [name, share] of chance) {
      const state = name.split(',').map(Number);
      let stays = 1;
      for (const [index, stream] of streams.entries()) {
        const site = stream.sites.find((one) => (state[one] ?? 0) < (room[one] ?? 0));
        if (site === undefined) away[index] = (away[index] ?? 0) + share;
        else {
          stays -= stream.rate / rate;
          add(
            state.map((count, one) => (one === site ? count + 1 : count)),
            (share * stream.rate) / rate,
          );
        }
      }
      for (const [site, count] of state.entries())
        if (count > 0) {
          stays -= (count * mu) / rate;
          add(
            state.map((there, one) => (one === site ? there - 1 : there)),
            (share * count * mu) / rate,
          );
        }
      add(state, share * stays);
    }
    chance = next;
  }
  const inHouse = room.map((_, site) => [...chance].reduce((sum, [name, share]) => sum + share * Number(name.split(',')[site]), 0));
  return { turnedAway: away, inHouse };
}

describe('overflow between sites', () => {
  test('is what the chain comes to when time passes, in random systems', () => {
    fc.assert(
      fc.property(systems, (system) => {
        const [exact, slow] = [workedOut(system), byWaiting(system)];
        for (const [index, share] of slow.turnedAway.entries()) expect(exact.turnedAway[index]).toBeCloseTo(share, 6);
        for (const [site, mean] of slow.inHouse.entries()) expect(exact.inHouse[site]).toBeCloseTo(mean, 6);
      }),
      { numRuns: 30, seed: 1 },
    );
  });

  test('keeps the balance: who comes in is who is there and who leaves, and the rest is turned away', () => {
    fc.assert(
      fc.property(systems, (system) => {
        const { turnedAway, admissions, inHouse } = workedOut(system);
        for (const [site, mean] of inHouse.entries()) expect(admissions[site]).toBeCloseTo(mean * system.mu, 8);
        const all = system.streams.reduce((sum, { rate }) => sum + rate, 0);
        const away = system.streams.reduce((sum, { rate }, index) => sum + rate * (turnedAway[index] ?? 0), 0);
        expect(admissions.reduce((sum, count) => sum + count, 0) + away).toBeCloseTo(all, 8);
      }),
      { numRuns: 300, seed: 2 },
    );
  });

  test('is Erlang B of all places together where all would go everywhere, and of the first site at the first', () => {
    const streams = [
      { rate: 5, sites: [0, 1, 2] },
      { rate: 9, sites: [2, 0, 1] },
    ];
    for (const share of workedOut({ streams, mu: 2, places: [3, 2, 4] }).turnedAway) expect(share).toBeCloseTo(erlangB(7, 9), 10);
    const { admissions } = workedOut({ streams: [{ rate: 6, sites: [0, 1] }], mu: 1.5, places: [3, 5] });
    expect(admissions[0]).toBeCloseTo(6 * (1 - erlangB(4, 3)), 10);
  });

  test('is what the simulation gives: three sites, each nearest to some, and some who would not go far', () => {
    const ways = { north: [10, 50, 200], middle: [60, 10, 70], south: [210, 90, 20] } as const;
    const ids = ['a', 'b', 'c'] as const;
    const scenario: Scenario = {
      years: 10,
      arrivalsPerYear: 900,
      stayYears: { exp: 0.01 },
      patience: 'none',
      areas: Object.entries(ways).map(([id, way]) => ({
        id,
        weight: 1,
        minutes: Object.fromEntries(ids.map((site, at) => [site, way[at] ?? 0])),
      })),
      reach: [{ upToMinutes: 100, share: 1 }],
      sites: ids.map((id, at) => ({ id, places: [2, 3, 4][at] ?? 0 })),
    };
    const { turnedAway, admissions } = workedOut({
      streams: [
        { rate: 300, sites: [0, 1] },
        { rate: 300, sites: [1, 0, 2] },
        { rate: 300, sites: [2, 1] },
      ],
      mu: 100,
      places: [2, 3, 4],
    });
    const { measures } = simulate(scenario, { seed: 3, replications: 200, precision: null }, () => 'go on');
    const measure = (name: string, site: string | null): Measure | undefined =>
      measures.find((one) => one.name === name && one.site === site);
    const near = (found: Measure | undefined, exact: number): void => {
      const half = ((found?.interval?.[1] ?? 0) - (found?.interval?.[0] ?? 0)) / 2;
      // Four standard errors, and the empty house of the first day.
      expect(Math.abs((found?.mean ?? NaN) - exact)).toBeLessThan(2.05 * half + 0.002 * exact);
    };
    near(measure('share-turned-away', null), turnedAway.reduce((sum, share) => sum + share, 0) / 3);
    for (const [at, id] of ids.entries()) near(measure('admissions-a-year', id), admissions[at] ?? 0);
  });

  test('says when there are too many states, and takes many', () => {
    expect(overflowChain({ streams: [], mu: 1, places: [9, 9, 9, 9, 9, 1] })).toEqual({ outcome: 'too-many-states', states: 200_000 });
    const streams = [
      { rate: 20, sites: [0, 1, 2, 3] },
      { rate: 20, sites: [3, 2, 1, 0] },
    ];
    const [share = NaN] = workedOut({ streams, mu: 2, places: [11, 11, 11, 11] }).turnedAway;
    expect(share).toBeCloseTo(erlangB(20, 44), 12);
  });
});
