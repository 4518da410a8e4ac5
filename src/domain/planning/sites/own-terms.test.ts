import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import '../../../../test/chance.ts';
import { chooseNumberOfSites, chooseSites } from './choose-sites.ts';
import { siteObjectives, type SiteProblem } from './site-problem.ts';

/** Few different minutes, whole weights and whole bounds, so that ties, zeros and sets that cannot be are common. */
const problems: fc.Arbitrary<SiteProblem> = fc
  .record({ rows: fc.integer({ min: 1, max: 5 }), sites: fc.integer({ min: 1, max: 5 }) })
  .chain(({ rows, sites }) => {
    const each = <T>(one: fc.Arbitrary<T>): fc.Arbitrary<T[]> => fc.array(one, { minLength: sites, maxLength: sites });
    return fc.record({
      minutes: fc.array(each(fc.integer({ min: 0, max: 9 })), { minLength: rows, maxLength: rows }),
      weights: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: rows, maxLength: rows }),
      open: fc.integer({ min: 1, max: sites }),
      objective: fc.constantFrom(...siteObjectives),
      within: fc.integer({ min: 0, max: 9 }),
      volume: fc.constant({ least: 0, most: Infinity }),
      minutePrice: fc.constantFrom(1, 0, 2.5),
      own: each(
        fc.record({ fixed: fc.integer({ min: 0, max: 20 }), least: fc.integer({ min: 0, max: 4 }), more: fc.integer({ min: 0, max: 9 }) }),
      ).map((terms) => ({
        fixed: terms.map(({ fixed }) => fixed),
        least: terms.map(({ least }) => least),
        most: terms.map(({ least, more }) => least + more),
      })),
    });
  });

function everySet(sites: number, p: number, first = 0): readonly (readonly number[])[] {
  if (p === 0) return [[]];
  return Array.from({ length: sites - first }, (_, k) => first + k).flatMap((site) =>
    everySet(sites, p - 1, site + 1).map((rest) => [site, ...rest]),
  );
}

/** Unit by unit to every site that has room: the least of what the objective adds up, turned so that less is better; Infinity where none can be. */
function byEveryFilling({ minutes, weights, objective, within, own, minutePrice = 1 }: SiteProblem, set: readonly number[]): number {
  let states = new Map<string, number>([[set.map(() => 0).join(), 0]]);
  for (const [row, weight] of weights.entries()) {
    const times = set.map((site) => minutes[row]![site]!);
    if (weight === 0 && objective === 'centre')
      states = new Map([...states].map(([key, value]) => [key, Math.max(value, Math.min(...times))]));
    for (let unit = 0; unit < weight; unit += 1) {
      const next = new Map<string, number>();
      for (const [key, value] of states) {
        const loads = key.split(',').map(Number);
        for (const [k, time] of times.entries()) {
          if (loads[k]! + 1 > own!.most![set[k]!]!) continue;
          const filled = loads.map((load, at) => (at === k ? load + 1 : load)).join();
          const worth = {
            median: value + time,
            coverage: value + (time > within ? 1 : 0),
            centre: Math.max(value, time),
            cost: value + time * minutePrice,
          };
          next.set(filled, Math.min(worth[objective], next.get(filled) ?? Infinity));
        }
      }
      states = next;
    }
  }
  const kept = [...states].filter(([key]) => key.split(',').every((load, k) => Number(load) >= own!.least![set[k]!]!));
  const opened = objective === 'cost' ? set.reduce((sum, site) => sum + own!.fixed![site]!, 0) : 0;
  return Math.min(...kept.map(([, value]) => value)) + opened;
}

function wantedOf(problem: SiteProblem): number {
  const best = Math.min(...everySet(problem.minutes[0]!.length, problem.open).map((set) => byEveryFilling(problem, set)));
  const weight = problem.weights.reduce((sum, each) => sum + each, 0);
  if (problem.objective === 'median') return best / weight;
  return problem.objective === 'coverage' ? 1 - best / weight : best;
}

describe('sites with terms of their own', () => {
  test('are chosen as trying every set and every way to fill it chooses them', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const answer = chooseSites(problem);
        const best = Math.min(...everySet(problem.minutes[0]!.length, problem.open).map((set) => byEveryFilling(problem, set)));
        expect(answer.outcome).toBe(best === Infinity ? 'infeasible' : 'chosen');
        if (answer.outcome !== 'chosen') return;
        expect(answer.optimal).toBe(true);
        const loads = new Map(answer.open.map((site) => [site, 0]));
        for (const [row, parts] of answer.assignment.entries())
          for (const { site, share } of parts) loads.set(site, loads.get(site)! + share * problem.weights[row]!);
        for (const [site, load] of loads) {
          expect(load).toBeGreaterThanOrEqual(problem.own!.least![site]! - 1e-9);
          expect(load).toBeLessThanOrEqual(problem.own!.most![site]! + 1e-9);
        }
        const wanted = wantedOf(problem);
        if (Number.isNaN(wanted)) expect(answer.objective).toBeNaN();
        else expect(answer.objective).toBeCloseTo(wanted, 8);
      }),
      { numRuns: 250 },
    );
  });

  test('say of every objective how many sites are best, and of coverage that more of it is better', () => {
    fc.assert(
      fc.property(problems, fc.constantFrom(...siteObjectives), (any, objective) => {
        const sites = any.minutes[0]!.length;
        const problem: SiteProblem = { ...any, objective, open: 1 };
        const answer = chooseNumberOfSites(problem, sites);
        const values = Array.from({ length: sites }, (_, more) => wantedOf({ ...problem, open: more + 1 }));
        const best = objective === 'coverage' ? Math.max(...values) : Math.min(...values);
        if (!Number.isFinite(best)) return;
        expect(answer.outcome === 'chosen' && answer.objective).toBeCloseTo(best, 8);
        expect(answer.outcome === 'chosen' && answer.optimal).toBe(true);
      }),
      { numRuns: 120 },
    );
  });

  test('say how many sites are cheapest, and without volumes go through all as well', () => {
    fc.assert(
      fc.property(problems, fc.boolean(), (any, bounded) => {
        const sites = any.minutes[0]!.length;
        const { fixed } = any.own!;
        const own = bounded ? any.own! : { fixed: fixed!, least: fixed!.map(() => 0), most: fixed!.map(() => Infinity) };
        const problem: SiteProblem = { ...any, objective: 'cost', open: 1, own };
        const answer = chooseNumberOfSites(problem, sites);
        const wanted = Math.min(...Array.from({ length: sites }, (_, more) => wantedOf({ ...problem, open: more + 1 })));
        if (wanted === Infinity) expect(answer.outcome).toBe('infeasible');
        else expect(answer.outcome === 'chosen' && answer.objective).toBeCloseTo(wanted, 8);
      }),
      { numRuns: 120 },
    );
  });

  test('say that no set was found when the search was stopped before, and that there is none when that is proven', () => {
    const sites = 14;
    const columns = Array.from({ length: sites }, (_, site) => site);
    const problem: SiteProblem = {
      minutes: [columns.map((site) => site)],
      weights: [10],
      open: 2,
      objective: 'median',
      within: 0,
      volume: { least: 0, most: Infinity },
      own: { least: columns.map((site) => (site < 12 ? 0 : 9)), most: columns.map((site) => (site < 12 ? 4 : 9)) },
    };
    // Two small ones hold 8, and two large ones have at least 18: only one of each can be.
    const answer = chooseSites(problem);
    expect(answer).toMatchObject({ outcome: 'chosen', open: [0, 12], optimal: true });
    const none = {
      ...problem,
      own: { least: columns.map((site) => (site < 12 ? 0 : 11)), most: columns.map((site) => (site < 12 ? 4 : 19)) },
    };
    expect(chooseSites(none)).toEqual({ outcome: 'infeasible', reason: 'volumes' });
    expect(chooseSites(none, () => false)).toEqual({ outcome: 'not-found' });
  });
});
