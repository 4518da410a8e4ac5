import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wholeAt } from '../simulation/replication-row.ts';
import { rowShape, siteAt } from '../simulation/replication-row.ts';
import { type Scenario, weeksPerYear } from '../simulation/scenario.ts';
import { simulateBlock } from '../simulation/simulate.ts';
import { drawOf } from '../simulation/person-draws.ts';
import { erlangA } from './erlang-a.ts';
import { erlangB } from './erlang-b.ts';
import { type FlexibleMeasures, type FlexibleUnit, flexibleUnit, flexibleUnitAt } from './flexible-places.ts';
import { openingServers } from './setup.ts';

const rate = fc.double({ min: 0.2, max: 4, noNaN: true });
const units: fc.Arbitrary<FlexibleUnit> = fc
  .record({
    lambda: fc.oneof(fc.constant(0), rate),
    mu: rate,
    theta: fc.oneof(fc.constant(0), rate),
    servers: fc.nat({ max: 3 }),
    flexible: fc.nat({ max: 3 }),
    alpha: rate,
    openWhen: fc.oneof(fc.record({ waiting: fc.integer({ min: 1, max: 3 }) }), fc.record({ freeAtMost: fc.nat({ max: 1 }) })),
    above: fc.integer({ min: 2, max: 4 }),
    delta: fc.oneof(fc.constant(null), rate),
    waiting: fc.nat({ max: 4 }),
  })
  .map(({ above, openWhen, ...rest }) => ({
    ...rest,
    openWhen,
    closeAtFree: 'freeAtMost' in openWhen ? openWhen.freeAtMost + above : above - 1,
  }));

const known = (unit: FlexibleUnit): FlexibleMeasures => {
  const answer = flexibleUnit(unit);
  if (answer.outcome !== 'worked-out') throw new Error(answer.outcome);
  return answer;
};

/**
 * The same told another way: single places that are closed, being opened, empty or taken, and time in short steps of the whole system. Each place in
 * the house has its own state, so that nothing of the chain's shortening is shared.
 */
function byPlaces(
  unit: FlexibleUnit,
  t: number,
  steps: number,
): { readonly inHouse: number; readonly waiting: number; readonly open: number; readonly openings: number } {
  type Told = { readonly taken: number; readonly empty: number; readonly coming: number; readonly closed: number; readonly queue: number };
  const key = (told: Told): string => Object.values(told).join();
  const put = (told: Told): Told => {
    let { taken, empty, coming, closed, queue } = told;
    for (let before = ''; before !== key({ taken, empty, coming, closed, queue });) {
      before = key({ taken, empty, coming, closed, queue });
      while (queue > 0 && empty > 0) [queue, empty, taken] = [queue - 1, empty - 1, taken + 1];
      const need =
        'waiting' in unit.openWhen ? (queue >= unit.openWhen.waiting ? queue : 0) : Math.max(0, unit.openWhen.freeAtMost + 1 - empty);
      while (coming < need && closed > 0) [coming, closed] = [coming + 1, closed - 1];
      while (coming > need) [coming, closed] = [coming - 1, closed + 1];
      if (unit.delta === null) while (empty >= unit.closeAtFree && taken + empty > unit.servers) [empty, closed] = [empty - 1, closed + 1];
    }
    return { taken, empty, coming, closed, queue };
  };
  let now = new Map<string, [Told, number]>();
  const add = (to: Map<string, [Told, number]>, told: Told, chance: number): void => {
    const at = to.get(key(told));
    if (at) at[1] += chance;
    else to.set(key(told), [told, chance]);
  };
  add(now, put({ taken: 0, empty: unit.servers, coming: 0, closed: unit.flexible, queue: 0 }), 1);
  const step = t / steps;
  let openings = 0;
  for (let turn = 0; turn < steps; turn += 1) {
    const next = new Map<string, [Told, number]>();
    for (const [told, chance] of now.values()) {
      const ways: [number, Told][] = [
        [told.taken * unit.mu, { ...told, taken: told.taken - 1, empty: told.empty + 1 }],
        [told.queue * unit.theta, { ...told, queue: told.queue - 1 }],
        [told.coming * unit.alpha, { ...told, coming: told.coming - 1, empty: told.empty + 1 }],
      ];
      if (told.empty > 0 || told.queue < unit.waiting) ways.push([unit.lambda, { ...told, queue: told.queue + 1 }]);
      if (unit.delta !== null && told.empty >= unit.closeAtFree && told.taken + told.empty > unit.servers)
        ways.push([unit.delta, { ...told, empty: told.empty - 1, closed: told.closed + 1 }]);
      openings += chance * told.coming * unit.alpha * step;
      const leaves = ways.reduce((sum, [speed]) => sum + speed, 0);
      add(next, told, chance * (1 - leaves * step));
      for (const [speed, to] of ways) if (speed > 0) add(next, put(to), chance * speed * step);
    }
    now = next;
  }
  const mean = (of: (told: Told) => number): number => [...now.values()].reduce((sum, [told, chance]) => sum + chance * of(told), 0);
  return {
    inHouse: mean(({ taken }) => taken),
    waiting: mean(({ queue }) => queue),
    open: mean(({ taken, empty }) => taken + empty - unit.servers),
    openings,
  };
}

describe('places that open after a lead time and close by a rule', () => {
  test('are after a time, and in the long run, what the single places come to in short steps', () => {
    fc.assert(
      fc.property(units, fc.double({ min: 0.2, max: 2, noNaN: true }), (unit, t) => {
        const answer = flexibleUnitAt(unit, t);
        if (answer.outcome !== 'worked-out') throw new Error(answer.outcome);
        // The error of a step falls with its length: twice as many steps, and what is left of it is taken away.
        const [coarse, fine] = [byPlaces(unit, t, 300), byPlaces(unit, t, 600)];
        const told = (name: keyof typeof fine): number => 2 * fine[name] - coarse[name];
        for (const name of ['inHouse', 'waiting', 'open'] as const) expect(Math.abs(answer.at[name] - told(name)), name).toBeLessThan(2e-3);
        expect(Math.abs(answer.until.openings * t - told('openings'))).toBeLessThan(2e-3);
        const later = flexibleUnitAt(unit, 400);
        if (later.outcome !== 'worked-out') throw new Error(later.outcome);
        const settled = known(unit);
        for (const name of ['inHouse', 'waiting', 'open', 'openings', 'turnedAway', 'pWait', 'shareOpen'] as const)
          expect(settled[name], name).toBeCloseTo(later.at[name], 8);
      }),
      { seed: 20261126, numRuns: 60 },
    );
  }, 60_000);

  test('keep the balance: who comes in leaves, waits no more or is turned away; and as many close as open', () => {
    fc.assert(
      fc.property(units, (unit) => {
        const { inHouse, turnedAway, givingUp, openShares, open } = known(unit);
        expect(unit.lambda * (1 - turnedAway)).toBeCloseTo(inHouse * unit.mu + givingUp, 9);
        expect(openShares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
        expect(open).toBeLessThanOrEqual(unit.flexible + 1e-12);
      }),
      { seed: 3, numRuns: 500 },
    );
  });

  test('are Erlang B and Erlang A without flexible places, and the opening servers without standing ones', () => {
    const plain: FlexibleUnit = {
      lambda: 3,
      mu: 1,
      theta: 0,
      servers: 4,
      flexible: 0,
      alpha: 1,
      openWhen: { waiting: 1 },
      closeAtFree: 1,
      delta: null,
      waiting: 0,
    };
    expect(known(plain).turnedAway).toBeCloseTo(erlangB(3, 4), 13);
    const patient = known({ ...plain, theta: 0.5, waiting: 80 });
    expect(patient.waiting).toBeCloseTo(erlangA({ lambda: 3, mu: 1, servers: 4 }, 0.5).Lq, 10);
    const setup = known({ ...plain, lambda: 2, servers: 0, flexible: 4, alpha: 0.5, waiting: 200 });
    const exact = openingServers({ lambda: 2, mu: 1, servers: 4, alpha: 0.5 });
    if (exact.outcome !== 'worked-out') throw new Error(exact.outcome);
    expect(setup.inHouse + setup.waiting).toBeCloseTo(exact.L, 8);
    expect(setup.opening).toBeCloseTo(exact.setup, 8);
  });

  test('stay open for ever where they can never close', () => {
    const unit: FlexibleUnit = {
      lambda: 1,
      mu: 1,
      theta: 1,
      servers: 1,
      flexible: 2,
      alpha: 1,
      openWhen: { waiting: 1 },
      closeAtFree: 9,
      delta: 1,
      waiting: 4,
    };
    const { shareOpen, openShares, openings } = known(unit);
    expect(shareOpen).toBeCloseTo(1, 12);
    expect(openShares[2]).toBeCloseTo(1, 12);
    expect(openings).toBeCloseTo(0, 12);
  });

  test('are too many when they are, and say so', () => {
    const large: FlexibleUnit = {
      lambda: 1,
      mu: 1,
      theta: 0,
      servers: 400,
      flexible: 400,
      alpha: 1,
      openWhen: { freeAtMost: 0 },
      closeAtFree: 2,
      delta: 1,
      waiting: 9,
    };
    expect(flexibleUnit(large)).toEqual({ outcome: 'too-many-states', most: 1_200 });
  });
});

describe('the simulation and the chain agree', () => {
  const systems = 200;
  const replications = 16;
  const stay = 0.01;
  const years = 6;
  const pick = (system: number, what: number, from: number, to: number): number => from + (to - from) * drawOf(system * 7919 + 29, what);

  test('in two hundred random units: who gives up or is turned away, time open and openings, at a level corrected for their number', () => {
    const all: number[] = [];
    for (let system = 0; system < systems; system += 1) {
      // Enough places that they can close again: what is left open for ever has no long run to compare with.
      const servers = (system % 2) + 1 + Math.floor(pick(system, 1, 0, 3));
      const flexible = 1 + Math.floor(pick(system, 2, 0, 3));
      const load = pick(system, 3, 0.5, 1.1) * (servers + flexible);
      const lead = pick(system, 4, 0.2, 2) * stay;
      const closing = pick(system, 5, 0.2, 2) * stay;
      const waits = pick(system, 6, 0.5, 3) * stay;
      const byNeed = system % 2 === 0;
      const openWhen = byNeed ? { waiting: 1 + (system % 3) } : { freeAtMost: system % 4 === 1 ? 0 : 1 };
      const closeAtFree = 'freeAtMost' in openWhen ? openWhen.freeAtMost + 2 : 1 + (system % 2);
      const scenario: Scenario = {
        years,
        arrivalsPerYear: load / stay,
        stayYears: { exp: stay },
        patience: { exp: waits },
        sites: [
          {
            id: 'a',
            places: servers,
            flexible: {
              places: flexible,
              leadWeeks: { exp: lead * weeksPerYear },
              openWhen,
              closeWhen: { freeAtLeast: closeAtFree, forWeeks: { exp: closing * weeksPerYear } },
            },
          },
        ],
      };
      const exact = known({
        lambda: load / stay,
        mu: 1 / stay,
        theta: 1 / waits,
        servers,
        flexible,
        alpha: 1 / lead,
        openWhen,
        closeAtFree,
        delta: 1 / closing,
        waiting: 60,
      });
      const { rows } = simulateBlock(scenario, 7_000 + system, 0, replications);
      const shape = rowShape(1, years);
      const column = (cell: number): readonly number[] =>
        Array.from({ length: replications }, (_, index) => rows[index * shape.length + cell] ?? 0);
      const compare = (values: readonly number[], wanted: number): void => {
        const mean = values.reduce((sum, value) => sum + value, 0) / replications;
        const spread = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (replications * (replications - 1)));
        if (spread > 0) all.push((mean - wanted) / spread);
        else expect(mean).toBeCloseTo(wanted, 1);
      };
      compare(column(wholeAt('never-admitted')), exact.givingUp * years);
      compare(column(siteAt(shape, 0, 'open-years')), (servers + exact.open) * years);
      compare(column(siteAt(shape, 0, 'openings')), exact.openings * years);
    }
    const spread = Math.sqrt(all.reduce((sum, value) => sum + value * value, 0) / all.length);
    const furthest = Math.max(...all.map(Math.abs));
    console.info(
      `${all.length} comparisons: ${spread.toFixed(3)} standard errors from the exact value on the average, ${furthest.toFixed(2)} at most`,
    );
    expect(all.length).toBeGreaterThan(2.5 * systems);
    expect(furthest).toBeLessThan(6.6);
    expect(spread).toBeGreaterThan(0.85);
    expect(spread).toBeLessThan(1.3);
  }, 60_000);
});
