import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chooseSites } from './choose-sites.ts';
import { leastRegret, type RegretProblem } from './regret.ts';
import { bestSets } from './shortlist.ts';
import type { SiteProblem, TravelProblem } from './site-problem.ts';
import { travelChange } from './travel-change.ts';

const seeded = { seed: 20261126 };

function everySet(sites: number, p: number, first = 0): readonly (readonly number[])[] {
  if (p === 0) return [[]];
  return Array.from({ length: sites - first }, (_, k) => first + k).flatMap((site) =>
    everySet(sites, p - 1, site + 1).map((rest) => [site, ...rest]),
  );
}

/** Few different minutes and weights, so that ties and zeros are common. */
const grounds = fc.record({ rows: fc.integer({ min: 1, max: 6 }), sites: fc.integer({ min: 1, max: 5 }) });
const minutesOf = (rows: number, sites: number): fc.Arbitrary<number[][]> =>
  fc.array(fc.array(fc.integer({ min: 0, max: 12 }), { minLength: sites, maxLength: sites }), { minLength: rows, maxLength: rows });
const weightsOf = (rows: number): fc.Arbitrary<number[]> =>
  fc.array(fc.integer({ min: 0, max: 5 }), { minLength: rows, maxLength: rows }).filter((weights) => weights.some((weight) => weight > 0));
const volume = fc.oneof(
  fc.constant({ least: 0, most: Infinity }),
  fc.record({ least: fc.integer({ min: 0, max: 5 }), most: fc.integer({ min: 5, max: 16 }) }),
);

/** The value of one set, asked as a question in which no other site is possible. */
function valueOf(problem: Omit<SiteProblem, 'open'>, set: readonly number[]): number | null {
  const minutes = problem.minutes.map((row) => set.map((site) => row[site] ?? 0));
  const answer = chooseSites({ ...problem, minutes, open: set.length });
  return answer.outcome === 'chosen' ? answer.objective : null;
}

describe('the best sets in order', () => {
  test('are the first of all sets sorted', () => {
    const problems = grounds.chain(({ rows, sites }) =>
      fc.record({
        minutes: minutesOf(rows, sites),
        weights: weightsOf(rows),
        open: fc.integer({ min: 1, max: sites }),
        objective: fc.constantFrom('median' as const, 'coverage' as const),
        within: fc.integer({ min: 0, max: 12 }),
        volume,
        count: fc.integer({ min: 1, max: 6 }),
      }),
    );
    fc.assert(
      fc.property(problems, ({ count, ...problem }) => {
        const list = bestSets(problem, count);
        const sign = problem.objective === 'coverage' ? -1 : 1;
        const all = everySet(problem.minutes[0]!.length, problem.open).flatMap((set) => valueOf(problem, set) ?? []);
        if (list.outcome === 'infeasible') {
          expect(all).toEqual([]);
          return;
        }
        if (list.outcome !== 'listed') throw new Error(list.outcome);
        const wanted = all.toSorted((one, other) => sign * (one - other)).slice(0, count);
        expect(list.sets).toHaveLength(wanted.length);
        for (const [index, { open, value }] of list.sets.entries()) {
          expect(value).toBeCloseTo(wanted[index]!, 9);
          expect(valueOf(problem, open)).toBeCloseTo(value, 9);
        }
        expect(new Set(list.sets.map(({ open }) => open.join())).size).toBe(list.sets.length);
      }),
      { ...seeded, numRuns: 300 },
    );
  });
});

describe('regret across estimates', () => {
  const problems: fc.Arbitrary<RegretProblem> = grounds.chain(({ rows, sites }) =>
    fc.record({
      minutes: minutesOf(rows, sites),
      estimates: fc.array(fc.record({ name: fc.constant('x'), weights: weightsOf(rows), chance: fc.constantFrom(0, 1, 2, null) }), {
        minLength: 1,
        maxLength: 3,
      }),
      objective: fc.constantFrom('median' as const, 'coverage' as const, 'centre' as const),
      within: fc.integer({ min: 0, max: 12 }),
      volume,
      open: fc.tuple(fc.integer({ min: 1, max: sites }), fc.integer({ min: 1, max: sites })).map(([one, other]) => ({
        least: Math.min(one, other),
        most: Math.max(one, other),
      })),
    }),
  );

  test('is least at the set that trying every set finds, and so is the average', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const answer = leastRegret(problem);
        const sign = problem.objective === 'coverage' ? -1 : 1;
        const sets = Array.from({ length: problem.open.most - problem.open.least + 1 }, (_, more) => problem.open.least + more).flatMap(
          (size) => everySet(problem.minutes[0]!.length, size),
        );
        const values = sets.map((set) => problem.estimates.map(({ weights }) => valueOf({ ...problem, weights }, set)));
        const best = problem.estimates.map((_, estimate) =>
          values.reduce<number | null>((least, of) => {
            const value = of[estimate] ?? null;
            return value === null ? least : least === null || sign * value < sign * least ? value : least;
          }, null),
        );
        if (best.every((each) => each === null)) {
          expect(answer.outcome).toBe('infeasible');
          return;
        }
        if (answer.outcome !== 'compared') throw new Error(answer.outcome);
        const told = values.map((of) => ({
          impossible: of.filter((value) => value === null).length,
          worst: Math.max(0, ...of.map((value, index) => (value === null ? 0 : sign * (value - (best[index] ?? 0))))),
          average: of.every(
            (value, index) =>
              (problem.estimates[index]?.chance ?? null) !== null && (value !== null || problem.estimates[index]?.chance === 0),
          )
            ? of.reduce<number>((sum, value, index) => sum + (problem.estimates[index]?.chance ?? 0) * (value ?? 0), 0) /
              problem.estimates.reduce((sum, { chance }) => sum + (chance ?? 0), 0)
            : NaN,
        }));
        const fewest = Math.min(...told.map(({ impossible }) => impossible));
        expect(answer.leastRegret.impossible).toBe(fewest);
        expect(answer.leastRegret.worst).toBeCloseTo(
          Math.min(...told.filter(({ impossible }) => impossible === fewest).map(({ worst }) => worst)),
          8,
        );
        for (const [index, set] of answer.best.entries()) {
          if (best[index] === null) expect(set).toBeNull();
          else expect(set?.values[index]).toBeCloseTo(best[index]!, 8);
        }
        const averages = told.map(({ average }) => average).filter((average) => Number.isFinite(average));
        if (averages.length === 0) expect(answer.bestOnAverage).toBeNull();
        else expect(sign * answer.bestOnAverage!.average!).toBeCloseTo(Math.min(...averages.map((average) => sign * average)), 8);
      }),
      { ...seeded, numRuns: 250 },
    );
  });

  test('is not answered when it was stopped, and not asked when there are too many sets', () => {
    const minutes = Array.from({ length: 60 }, (_, row) => Array.from({ length: 40 }, (__, site) => (row * 7919 + site * 104729) % 97));
    const problem: RegretProblem = {
      minutes,
      estimates: [{ name: 'x', weights: minutes.map(() => 1), chance: null }],
      objective: 'median',
      within: 0,
      volume: { least: 0, most: Infinity },
      open: { least: 20, most: 20 },
    };
    expect(leastRegret(problem).outcome).toBe('too-many-sets');
    expect(leastRegret({ ...problem, open: { least: 3, most: 3 } }, () => false).outcome).toBe('stopped');
  });
});

describe('travel times that are wrong', () => {
  const problems = grounds.chain(({ rows, sites }) =>
    fc.record({
      minutes: minutesOf(Math.min(rows, 4), sites),
      weights: weightsOf(Math.min(rows, 4)),
      open: fc.integer({ min: 1, max: sites }),
      objective: fc.constantFrom('median' as const, 'coverage' as const),
      within: fc.integer({ min: 0, max: 12 }),
      volume: fc.constant({ least: 0, most: Infinity }),
    }),
  );

  /** The largest lead of a set over the best: every combination of shortest and longest times of each place of residence. */
  function leadByTrying(problem: SiteProblem, best: readonly number[], other: readonly number[], change: number): number {
    const { minutes, weights, objective, within } = problem;
    const costOf = (time: number): number => (objective === 'median' ? time : time > within ? 1 : 0);
    return minutes.reduce((sum, row, index) => {
      let most = -Infinity;
      for (let ends = 0; ends < 2 ** row.length; ends += 1) {
        const times = row.map((time, site) => costOf(time * ((ends >> site) & 1 ? 1 + change : 1 - change)));
        const of = (set: readonly number[]): number => Math.min(...set.map((site) => times[site]!));
        most = Math.max(most, of(best) - of(other));
      }
      return sum + most * weights[index]!;
    }, 0);
  }

  test('are found out by trying every end of every time', () => {
    fc.assert(
      fc.property(problems, fc.constantFrom(0.05, 0.2, 0.5), (problem, change) => {
        const answer = travelChange(problem, change);
        if (answer.outcome !== 'compared') throw new Error(answer.outcome);
        expect(valueOf(problem, answer.open)).toBeCloseTo(bestValue(problem), 9);
        const sets = everySet(problem.minutes[0]!.length, problem.open);
        const ahead = sets.filter((set) => leadByTrying(problem, answer.open, set, change) > 1e-9).map((set) => set.join());
        expect(answer.contenders.map(({ open }) => open.join()).toSorted()).toEqual(ahead.toSorted());
        expect(answer.staysBest).toBe(ahead.length === 0);
        for (const { open, from, value } of answer.contenders) {
          expect(value).toBeCloseTo(valueOf(problem, open)!, 9);
          if (from > 1e-3) expect(leadByTrying(problem, answer.open, open, from * 0.999)).toBeLessThan(1e-6);
          expect(leadByTrying(problem, answer.open, open, Math.min(from * 1.001 + 1e-6, change))).toBeGreaterThan(0);
        }
        expect(answer.safeUpTo).toBeCloseTo(answer.contenders[0]?.from ?? change, 12);
      }),
      { ...seeded, numRuns: 300 },
    );
  });

  function bestValue(problem: SiteProblem): number {
    const answer = chooseSites(problem);
    if (answer.outcome !== 'chosen') throw new Error(answer.outcome);
    return answer.objective;
  }

  test('are not asked of the longest way, nor where volumes bind', () => {
    const problem: TravelProblem = {
      minutes: [[1, 2]],
      weights: [4],
      open: 1,
      objective: 'median',
      within: 0,
      volume: { least: 0, most: Infinity },
    };
    expect(travelChange({ ...problem, objective: 'centre' }, 0.2).outcome).toBe('not-for-centre');
    expect(travelChange({ ...problem, volume: { least: 1, most: Infinity } }, 0.2).outcome).toBe('not-with-volumes');
    expect(travelChange(problem, 0.2)).toMatchObject({ staysBest: true, safeUpTo: 0.2 });
    expect(travelChange(problem, 0.5)).toMatchObject({ open: [0], contenders: [{ open: [1], from: expect.closeTo(1 / 3, 6) }] });
  });
});
