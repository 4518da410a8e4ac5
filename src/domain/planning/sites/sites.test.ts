import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assign } from './assign.ts';
import { bestSet } from './best-set.ts';
import { chooseSites } from './choose-sites.ts';
import { costTable } from './cost-table.ts';
import { cheapestOfAll } from './enumerate.ts';
import type { SiteAnswer, SiteObjective, SiteProblem } from './site-problem.ts';

const seeded = { seed: 20261122, numRuns: 200 };
const none = { least: 0, most: Infinity };
const goOn = (): boolean => true;

const expectNear = (given: number, wanted: number, tolerance = 1e-9): void =>
  expect(Math.abs(given - wanted), `${given} is not ${wanted}`).toBeLessThanOrEqual(tolerance * Math.max(1, Math.abs(wanted)));

/** Every set of p among `sites`. */
function everySet(sites: number, p: number, first = 0): readonly (readonly number[])[] {
  if (p === 0) return [[]];
  return Array.from({ length: sites - first }, (_, k) => first + k).flatMap((site) =>
    everySet(sites, p - 1, site + 1).map((rest) => [site, ...rest]),
  );
}

/** Few different minutes and weights, so that ties and zeros are common. */
const problems = (bounded: boolean): fc.Arbitrary<SiteProblem> =>
  fc
    .record({ rows: fc.integer({ min: 1, max: 7 }), sites: fc.integer({ min: 1, max: 6 }) })
    .chain(({ rows, sites }) =>
      fc.record({
        minutes: fc.array(fc.array(fc.integer({ min: 0, max: 12 }), { minLength: sites, maxLength: sites }), {
          minLength: rows,
          maxLength: rows,
        }),
        weights: fc.array(fc.integer({ min: 0, max: 5 }), { minLength: rows, maxLength: rows }),
        open: fc.integer({ min: 1, max: sites }),
        objective: fc.constantFrom('median', 'coverage', 'centre'),
        within: fc.integer({ min: 0, max: 12 }),
        volume: bounded ? fc.record({ least: fc.integer({ min: 0, max: 6 }), most: fc.integer({ min: 1, max: 15 }) }) : fc.constant(none),
      }),
    )
    .filter(({ volume }) => volume.least <= volume.most);

const better = (objective: SiteObjective, a: number, b: number): number => (objective === 'coverage' ? Math.max(a, b) : Math.min(a, b));

function byEverySet(problem: SiteProblem): number {
  const { minutes, weights, open, objective, within } = problem;
  const weight = weights.reduce((sum, each) => sum + each, 0);
  return everySet(minutes[0]!.length, open)
    .map((set) => {
      const each = minutes.map((row) => Math.min(...set.map((site) => row[site]!)));
      if (objective === 'centre') return Math.max(...each);
      return each.reduce((sum, time, row) => sum + weights[row]! * (objective === 'median' ? time : time <= within ? 1 : 0), 0) / weight;
    })
    .reduce((a, b) => better(objective, a, b));
}

/** The answer's own account of itself: everybody is served, from open sites, within the volumes, at the objective it names. */
function expectSound(problem: SiteProblem, answer: SiteAnswer): void {
  if (answer.outcome !== 'chosen') throw new Error(answer.outcome);
  expect(answer.open.length).toBe(problem.open);
  expect(new Set(answer.open).size).toBe(problem.open);
  const load = new Map(answer.open.map((site) => [site, 0]));
  let total = 0;
  for (const [row, parts] of answer.assignment.entries()) {
    expectNear(
      parts.reduce((sum, { share }) => sum + share, 0),
      1,
    );
    for (const { site, share } of parts) {
      load.set(site, load.get(site)! + share * problem.weights[row]!);
      total += share * problem.weights[row]! * problem.minutes[row]![site]!;
    }
  }
  expectNear(answer.total, total);
  for (const volume of load.values()) {
    expect(volume).toBeGreaterThanOrEqual(problem.volume.least - 1e-9);
    expect(volume).toBeLessThanOrEqual(problem.volume.most + 1e-9);
  }
}

describe('the best sites', () => {
  test('equal those found by trying every set', () => {
    fc.assert(
      fc.property(problems(false), (problem) => {
        const answer = chooseSites(problem);
        if (answer.outcome !== 'chosen') throw new Error(answer.outcome);
        expect(answer.optimal).toBe(true);
        expectSound(problem, answer);
        const wanted = byEverySet(problem);
        if (Number.isNaN(wanted)) expect(answer.objective).toBeNaN();
        else expectNear(answer.objective, wanted);
      }),
      seeded,
    );
  });

  test('with volumes equal those found by trying every set and every way to fill it in whole units', () => {
    fc.assert(
      fc.property(problems(true), (problem) => {
        const answer = chooseSites(problem);
        const weight = problem.weights.reduce((sum, each) => sum + each, 0);
        const possible = problem.open * problem.volume.least <= weight && weight <= problem.open * problem.volume.most;
        expect(answer.outcome).toBe(possible ? 'chosen' : 'infeasible');
        if (answer.outcome !== 'chosen') return;
        expectSound(problem, answer);
        expect(answer.optimal).toBe(true);
        const wanted = everySet(problem.minutes[0]!.length, problem.open)
          .map((set) => byEveryFilling(problem, set))
          .reduce((a, b) => better(problem.objective, a, b));
        if (weight === 0 && problem.objective !== 'centre') expect(answer.objective).toBeNaN();
        else expectNear(answer.objective, wanted);
      }),
      { ...seeded, numRuns: 60 },
    );
  });

  test('are the same by branch and bound and by going through all', () => {
    const size = { minLength: 12, maxLength: 12 };
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.integer({ min: 0, max: 60 }), size), { minLength: 30, maxLength: 30 }),
        fc.integer({ min: 1, max: 12 }),
        (cost, p) => {
          const weights = cost.map(() => 1);
          // A volume that never binds sends the question to branch and bound.
          const bounded = { ...costTable(weights, 12, { least: 0, most: 30 }, (row, site) => cost[row]![site]!), bounded: true };
          const all = cheapestOfAll(bounded, p, Infinity);
          const branched = bestSet(bounded, p, goOn);
          expect(branched.proven).toBe(true);
          expectNear(branched.cost, all!.cost);
          expectNear(assign(bounded, branched.open).cost, all!.cost);
        },
      ),
      { ...seeded, numRuns: 40 },
    );
  });

  test('are not called proven when the search was stopped', () => {
    const minutes = Array.from({ length: 60 }, (_, row) =>
      Array.from({ length: 40 }, (__, site) => (row * 7919 + site * 104729 + row * site * 31) % 97),
    );
    const asked: SiteProblem = { minutes, weights: minutes.map(() => 1), open: 12, objective: 'median', within: 0, volume: none };
    const stopped = chooseSites(asked, () => false);
    expect(stopped).toMatchObject({ outcome: 'chosen', optimal: false });
    expectSound(asked, stopped);
  });

  test('say which bound cannot be kept', () => {
    const asked: SiteProblem = {
      minutes: [[1, 2]],
      weights: [4],
      open: 2,
      objective: 'median',
      within: 0,
      volume: { least: 3, most: Infinity },
    };
    expect(chooseSites(asked)).toEqual({ outcome: 'infeasible', reason: 'least-volume' });
    expect(chooseSites({ ...asked, volume: { least: 0, most: 1 } })).toEqual({ outcome: 'infeasible', reason: 'capacity' });
  });
});

/** Whole weights need only whole flows: every way to give each unit a site, counted by what it leaves in each. */
function byEveryFilling({ minutes, weights, objective, within, volume }: SiteProblem, set: readonly number[]): number {
  let states = new Map<string, number>([[set.map(() => 0).join(), 0]]);
  for (const [row, weight] of weights.entries()) {
    const times = set.map((site) => minutes[row]![site]!);
    if (weight === 0) {
      if (objective === 'centre') states = new Map([...states].map(([key, value]) => [key, Math.max(value, Math.min(...times))]));
      continue;
    }
    for (let unit = 0; unit < weight; unit += 1) {
      const next = new Map<string, number>();
      for (const [key, value] of states) {
        const loads = key.split(',').map(Number);
        for (const [k, time] of times.entries()) {
          if (loads[k]! + 1 > volume.most) continue;
          const filled = loads.map((load, at) => (at === k ? load + 1 : load)).join();
          const worth = objective === 'centre' ? Math.max(value, time) : value + (objective === 'median' ? time : time <= within ? 1 : 0);
          next.set(filled, better(objective, worth, next.get(filled) ?? worth));
        }
      }
      states = next;
    }
  }
  const whole = weights.reduce((sum, each) => sum + each, 0);
  const kept = [...states].filter(([key]) => key.split(',').every((load) => Number(load) >= volume.least)).map(([, value]) => value);
  const best = kept.reduce((a, b) => better(objective, a, b));
  return objective === 'centre' ? best : best / whole;
}
