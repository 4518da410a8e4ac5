/**
 * Simulation against what is known exactly, in two thousand random small systems. Seeds are fixed. Each answer is compared with its interval at a level
 * that is corrected for the number of systems (Bonferroni), and all of them together must be spread as they should be: an error that is
 * small in each would widen the whole.
 */
import { describe, expect, test } from 'vitest';
import { generalPatience } from '../queues/general-patience.ts';
import { erlangB } from '../queues/erlang-b.ts';
import { erlangC } from '../queues/erlang-c.ts';
import { openingServers } from '../queues/setup.ts';
import { fillingOffer } from '../queues/transient.ts';
import { probabilityOfVolume } from '../volume-criterion.ts';
import { type Distribution, samplerOf } from './distribution.ts';
import { drawOf } from './person-draws.ts';
import { siteAt, type WholeMeasure, wholeAt, yearAt } from './replication-row.ts';
import { rowShape } from './replication-row.ts';
import { type Scenario, weeksPerYear } from './scenario.ts';
import { simulateBlock } from './simulate.ts';

const systems = 500;
const replications = 16;
/** Stays are a hundredth of a year, so that six years are six hundred stays and the empty house of the first day weighs little. */
const stay = 0.01;
const years = 6;

const pick = (system: number, what: number, from: number, to: number): number =>
  samplerOf({ uniform: [from, to] })(drawOf(system * 7919 + 13, what));

/** How many standard errors the ratio of two sums is from its exact value. */
function errors(scenario: Scenario, seed: number, above: WholeMeasure, below: WholeMeasure, exact: number): number {
  const { rows } = simulateBlock(scenario, seed, 0, replications);
  const { length } = rowShape(scenario.sites.length, scenario.years);
  const column = (measure: WholeMeasure): readonly number[] =>
    Array.from({ length: replications }, (_, index) => rows[index * length + wholeAt(measure)] ?? 0);
  const [top, bottom] = [column(above), column(below)];
  const total = bottom.reduce((sum, value) => sum + value, 0);
  const whole = top.reduce((sum, value) => sum + value, 0) / total;
  const left = top.reduce((sum, value, index) => sum + (value - whole * (bottom[index] ?? 0)) ** 2, 0);
  const spread = Math.sqrt((left / (replications * (replications - 1))) * replications ** 2) / total;
  return (whole - exact) / spread;
}

/** 1 % for all systems together, with Student's t of 15 degrees of freedom. */
const mostErrors = 6.3;

function expectKnown(all: readonly number[]): void {
  expect(all).toHaveLength(systems);
  expect(Math.max(...all.map(Math.abs))).toBeLessThan(mostErrors);
  const spread = Math.sqrt(all.reduce((sum, value) => sum + value * value, 0) / all.length);
  console.info(
    `${all.length} systems: ${spread.toFixed(3)} standard errors from the exact value on the average, ${Math.max(...all.map(Math.abs)).toFixed(2)} at most`,
  );
  expect(spread).toBeGreaterThan(0.85);
  expect(spread).toBeLessThan(1.3);
}

const stays: readonly Distribution[] = [
  { exp: stay },
  stay,
  { lognormal: { mean: stay, cv: 0.7 } },
  { uniform: [0, 2 * stay] },
  { triangular: [0, stay, 2 * stay] },
];

describe('simulation and formula agree', () => {
  test('where nobody waits: Erlang B, whatever the stay is like', () => {
    const all = Array.from({ length: systems }, (_, system) => {
      const servers = 1 + Math.floor(pick(system, 1, 0, 6));
      const load = pick(system, 2, 0.4, 1.3) * servers;
      const scenario: Scenario = {
        years,
        arrivalsPerYear: load / stay,
        stayYears: stays[system % stays.length] ?? stay,
        patience: 'none',
        sites: [{ id: 'a', places: servers }],
      };
      return errors(scenario, system, 'turned-away', 'arrivals', erlangB(load, servers));
    });
    expectKnown(all);
  });

  test('where everybody waits: Erlang C, the years waited', () => {
    const all = Array.from({ length: systems }, (_, system) => {
      const servers = 1 + Math.floor(pick(system, 3, 0, 4));
      const load = pick(system, 4, 0.3, 0.7) * servers;
      const scenario: Scenario = {
        years,
        arrivalsPerYear: load / stay,
        stayYears: { exp: stay },
        patience: 'endless',
        sites: [{ id: 'a', places: servers }],
      };
      const { Wq } = erlangC({ lambda: load / stay, mu: 1 / stay, servers });
      return errors(scenario, 1_000 + system, 'years-waited', 'admitted', Wq);
    });
    expectKnown(all);
  });

  test('where patience ends: the share who leave, for any patience', () => {
    const all = Array.from({ length: systems }, (_, system) => {
      const servers = 1 + Math.floor(pick(system, 5, 0, 4));
      const load = pick(system, 6, 0.7, 1.6) * servers;
      const waits = pick(system, 7, 0.3, 3) * stay;
      const [patience, known] = (
        [
          [{ exp: waits }, { kind: 'exponential', theta: 1 / waits }],
          [waits, { kind: 'deterministic', after: waits }],
          [{ uniform: [0, 2 * waits] }, { kind: 'uniform', from: 0, to: 2 * waits }],
        ] as const
      )[system % 3]!;
      const scenario: Scenario = {
        years,
        arrivalsPerYear: load / stay,
        stayYears: { exp: stay },
        patience,
        sites: [{ id: 'a', places: servers }],
      };
      const { pAbandon } = generalPatience({ lambda: load / stay, mu: 1 / stay, servers }, known);
      return errors(scenario, 2_000 + system, 'never-admitted', 'arrivals', pAbandon);
    });
    expectKnown(all);
  });

  test('where places open by need and close at once: the chain of opening servers', () => {
    const all = Array.from({ length: systems }, (_, system) => {
      const servers = 1 + Math.floor(pick(system, 8, 0, 3));
      const load = pick(system, 9, 0.2, 0.6) * servers;
      const lead = pick(system, 10, 0.3, 3) * stay;
      const scenario: Scenario = {
        years,
        arrivalsPerYear: load / stay,
        stayYears: { exp: stay },
        patience: 'endless',
        sites: [
          {
            id: 'a',
            places: 0,
            flexible: {
              places: servers,
              leadWeeks: { exp: lead * weeksPerYear },
              openWhen: { waiting: 1 },
              closeWhen: { freeAtLeast: 1, forWeeks: 0 },
            },
          },
        ],
      };
      const exact = openingServers({ lambda: load / stay, mu: 1 / stay, servers, alpha: 1 / lead });
      if (exact.outcome !== 'worked-out') throw new Error(exact.outcome);
      return errors(scenario, 3_000 + system, 'years-waited', 'admitted', exact.W - stay);
    });
    expectKnown(all);
  });

  test('while a new offer fills up from empty: the mean in house at the end', () => {
    for (const [index, t] of [0.3, 1, 2].entries()) {
      const exact = fillingOffer({ lambda: 7, mu: 2, servers: 4, t, start: 0, waiting: 0 });
      if (exact.outcome !== 'worked-out') throw new Error(exact.outcome);
      // Whoever is in house at a moment has arrived before and leaves after: a year of nothing but that moment's count is the occupied years' slope.
      const many = 4_000;
      const upTo = (end: number): number => {
        const scale = 1 / end;
        const { rows } = simulateBlock(
          { years: 1, arrivalsPerYear: 7 / scale, stayYears: { exp: 0.5 * scale }, patience: 'none', sites: [{ id: 'a', places: 4 }] },
          index,
          0,
          many,
        );
        const shape = rowShape(1, 1);
        let sum = 0;
        for (let row = 0; row < many; row += 1) sum += rows[row * shape.length + siteAt(shape, 0, 'occupied-years')] ?? 0;
        return (sum / many) * end;
      };
      const step = 0.02;
      const slope = (upTo(t + step) - upTo(t - step)) / (2 * step);
      expect(Math.abs(slope - exact.mean)).toBeLessThan(0.25);
    }
  });

  test('where there is room for all from one day on: the women in house of an offer with a rate that changes (M_t/G/∞)', () => {
    // Eick, Massey and Whitt 1993: whoever comes from the opening on is there until her stay ends, so the time in house until T is
    // λ·E∫₀ᵀ min(S, u) du, whatever the stay is like; before the opening the rate is 0.
    const inHouse = (length: number, until: number): number => (length < until ? length * until - length ** 2 / 2 : until ** 2 / 2);
    for (const [index, stayYears] of ([0.4, { exp: 0.5 }, { uniform: [0, 1.4] }, { lognormal: { mean: 0.5, cv: 1.2 } }] as const).entries())
      for (const opensAtYears of [0, 0.6]) {
        const until = 2 - opensAtYears;
        const steps = 20_000;
        let mean = 0;
        for (let step = 0; step < steps; step += 1) mean += inHouse(samplerOf(stayYears)((step + 0.5) / steps), until) / steps;
        const many = 2_000;
        const scenario: Scenario = {
          years: 2,
          arrivalsPerYear: 20,
          stayYears,
          patience: 'none',
          sites: [{ id: 'a', places: 900, opensAtYears }],
        };
        const { rows } = simulateBlock(scenario, 50 + index, 0, many);
        const { length } = rowShape(1, 2);
        const occupied = Array.from({ length: many }, (_, row) => rows[row * length + siteAt(rowShape(1, 2), 0, 'occupied-years')] ?? 0);
        const found = occupied.reduce((sum, each) => sum + each, 0) / many;
        const error = Math.sqrt(occupied.reduce((sum, each) => sum + (each - found) ** 2, 0)) / many;
        expect(Math.abs(found - 20 * mean), `${JSON.stringify(stayYears)} from ${opensAtYears}`).toBeLessThan(4 * error);
      }
  });

  test('in the share of years with three admissions: Poisson, and negative binomial where years differ', () => {
    for (const dispersion of [null, 0.7, 4] as const)
      for (const mean of [1, 2.674, 5.322, 8.406]) {
        const scenario: Scenario = {
          years: 5,
          arrivalsPerYear: mean,
          ...(dispersion === null ? {} : { dispersion }),
          stayYears: 0,
          patience: 'none',
          sites: [{ id: 'a', places: 1 }],
        };
        const many = 4_000;
        const { rows } = simulateBlock(scenario, 5, 0, many);
        const shape = rowShape(1, 5);
        let reached = 0;
        for (let row = 0; row < many; row += 1)
          for (let year = 0; year < 5; year += 1) reached += (rows[row * shape.length + yearAt(shape, 0, year)] ?? 0) >= 3 ? 1 : 0;
        const exact = probabilityOfVolume(mean, { least: 3, years: 1, dispersion });
        const error = Math.sqrt((exact * (1 - exact)) / (many * 5));
        expect(Math.abs(reached / (many * 5) - exact), `${mean} a year, ${dispersion}`).toBeLessThan(4 * error);
      }
  });
});
