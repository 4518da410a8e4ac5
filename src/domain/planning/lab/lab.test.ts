import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import '../../../../test/chance.ts';
import { positionIds } from '../proposals/positions.ts';
import { faultsIn } from '../simulation/check-scenario.ts';
import { measuresOf, type Rows, rowsOf } from '../simulation/measures.ts';
import type { Scenario } from '../simulation/scenario.ts';
import { simulateBlock } from '../simulation/simulate.ts';
import { faultsInBasis, pulled } from './check-basis.ts';
import { leverIds, leverValue, recentred, withLever } from './levers.ts';
import { differenceOf, estimatedOf, type Fraction, fractionOf, type LabMeasure } from './paired.ts';
import { emptyFile, positionFile } from './position-scenarios.ts';
import { type Comparison, scenariosOf, type Sensitivity } from './study.ts';
import { blocksOfRound, gatherStudy, isPreciseEnough, roundsOf } from './study-rounds.ts';

const effort = { seed: 5, points: 0.01, most: 900 };
const [pilot, agency] = [positionFile('pilot', 'Prøve'), positionFile('agency-2024', 'Styrelsen')];
const estimate = { name: 'få', from: 6, to: 8, source: 'prøve' };
const comparison: Comparison = {
  kind: 'comparison',
  proposals: [
    { title: 'Prøve', from: 'pilot', scenario: pilot },
    { title: 'Styrelsen', from: 'agency-2024', scenario: agency },
  ],
  estimates: [estimate, { name: 'flere', from: 20, to: 20, source: 'prøve' }],
  effort,
};

function rows(scenario: Scenario, count: number): Rows {
  return rowsOf(scenario, count, simulateBlock(scenario, effort.seed, 0, count).rows);
}

describe('the positions as files', () => {
  test.each(positionIds)('%s has no faults, and every range can be pulled', (id) => {
    const file = positionFile(id, id);
    expect([...faultsIn(file), ...faultsInBasis(file)]).toEqual([]);
    for (const { lever, range } of pulled(file)) for (const end of range) expect(faultsIn(withLever(file, lever, end))).toEqual([]);
  });

  test('the empty one has a unit and nothing of a position', () => {
    const empty = emptyFile('Tomt');
    expect(faultsIn(empty)).toEqual([]);
    expect(empty.sites).toEqual([{ id: '0461', places: 8 }]);
  });

  test('what stands beside a number is refused where it does not fit', () => {
    const faults = faultsInBasis({
      ...pilot,
      estimates: [estimate, { ...estimate, from: 9 }],
      basis: { happiness: { source: 'x' }, accepts: { source: 'x', range: [0.1, 0.5] }, areas: { source: 'x', range: [1, 2] } },
    });
    expect(faults.map(({ where }) => where)).toEqual([
      'estimates[1]',
      'estimates[1].name',
      'basis.happiness',
      'basis.accepts.range',
      'basis.areas.range',
    ]);
    expect(faultsInBasis({ ...pilot, basis: { accepts: { source: 'x', range: [0.5, 2] } } })[0]?.what).toContain('cannot be pulled so far');
  });
});

describe('a lever', () => {
  test('is where it was put, and moves nothing else', () => {
    const everything: Scenario = {
      ...positionFile('municipalities-2025', 'x'),
      dispersion: 4,
      course: { weekAtReferral: { triangular: [8, 20, 36] }, termWeek: 40, afterBirthWeeks: { uniform: [4, 12] } },
      sites: positionFile('municipalities-2025', 'x').sites.map((site) => ({ ...site, fillingUp: { fromPlaces: 1, weeks: 50 } })),
    };
    fc.assert(
      fc.property(fc.constantFrom(...leverIds), fc.integer({ min: 9, max: 30 }), (lever, value) => {
        const moved = withLever(everything, lever, value);
        if (lever === 'travel') {
          expect(moved.areas?.[3]?.minutes['0461']).toBeCloseTo((everything.areas?.[3]?.minutes['0461'] ?? 0) * value, 9);
          return;
        }
        expect(leverValue(moved, lever)).toBeCloseTo(value, 9);
        for (const other of leverIds) if (other !== lever) expect(leverValue(moved, other)).toBe(leverValue(everything, other));
      }),
    );
  });
});

describe('the numbers of the lab', () => {
  test('are the simulation’s own, where it has them', () => {
    const scenario = withLever(agency, 'arrivalsPerYear', 30);
    const of = rows(scenario, 100);
    const measures = measuresOf(scenario, of);
    const same: readonly (readonly [LabMeasure, string])[] = [
      ['admissions-a-year', 'admissions-a-year'],
      ['occupancy', 'occupancy'],
      ['weeks-lost', 'weeks-lost-of-admitted'],
      ['travel-minutes', 'travel-minutes'],
      ['open-place-days', 'open-place-days-a-year'],
      ['empty-place-days', 'empty-place-days-a-year'],
    ];
    for (const [measure, name] of same) {
      const theirs = measures.find((one) => one.name === name && one.site === null);
      const ours = estimatedOf(fractionOf(scenario, of, measure));
      expect(ours?.mean).toBeCloseTo(theirs?.mean ?? Number.NaN, 9);
      for (const end of [0, 1] as const) expect(ours?.interval[end]).toBeCloseTo(theirs?.interval?.[end] ?? Number.NaN, 6);
    }
    const withThree = scenario.sites.map(
      ({ id }) => measures.find((one) => one.name === 'share-of-years-with-three' && one.site === id)?.mean ?? 0,
    );
    expect(estimatedOf(fractionOf(scenario, of, 'unit-years-with-three'))?.mean).toBeCloseTo(
      withThree.reduce((sum, share) => sum + share, 0) / withThree.length,
      9,
    );
  });

  test('the difference is what a jackknife by hand says, and the means’ own', () => {
    const value = fc.integer({ min: 0, max: 20 });
    const pairs = fc.array(fc.tuple(value, fc.integer({ min: 1, max: 9 }), value, fc.integer({ min: 1, max: 9 })), {
      minLength: 3,
      maxLength: 30,
    });
    fc.assert(
      fc.property(pairs, (all) => {
        const one: Fraction = { above: Float64Array.from(all, ([a]) => a), below: Float64Array.from(all, ([, b]) => b) };
        const other: Fraction = { above: Float64Array.from(all, ([, , c]) => c), below: Float64Array.from(all, ([, , , d]) => d) };
        const ratio = ({ above, below }: Fraction, without: number): number => {
          const sum = (values: Float64Array): number =>
            values.reduce((total, each, index) => (index === without ? total : total + each), 0);
          return sum(above) / sum(below);
        };
        const all1 = ratio(one, -1) - ratio(other, -1);
        const left = all.map((_, index) => ratio(one, index) - ratio(other, index));
        const mean = left.reduce((sum, each) => sum + each, 0) / left.length;
        const variance = (left.reduce((sum, each) => sum + (each - mean) ** 2, 0) * (left.length - 1)) / left.length;
        const found = differenceOf(one, other);
        expect(found?.mean).toBeCloseTo(all1, 9);
        expect(found?.interval[1]).toBeCloseTo(all1 + 1.959963984540054 * Math.sqrt(variance), 7);
        expect(differenceOf(one, one)).toEqual({ mean: 0, interval: [0, 0] });
      }),
    );
  });

  test('the same women make the difference surer than two independent proposals would', () => {
    const [first, second] = [pilot, withLever(pilot, 'sites.places', 9)].map((scenario) => withLever(scenario, 'arrivalsPerYear', 25));
    if (!first || !second) throw new Error('two scenarios');
    const [one, other] = [first, second].map((scenario) => fractionOf(scenario, rows(scenario, 300), 'never-admitted'));
    const width = (interval: readonly [number, number] | undefined): number => (interval ? interval[1] - interval[0] : Number.NaN);
    const [a, b] = [width(estimatedOf(one ?? null)?.interval), width(estimatedOf(other ?? null)?.interval)];
    expect(width(differenceOf(one ?? null, other ?? null)?.interval)).toBeLessThan(0.6 * Math.hypot(a, b));
  });
});

describe('a study', () => {
  test('begins with a few hundred replications and ends where it was told', () => {
    expect(roundsOf({ seed: 1, points: 0.01, most: 10_000 })).toEqual([300, 900, 2_700, 8_100, 10_000]);
    expect(roundsOf({ seed: 1, points: 0.01, most: 300 })).toEqual([300]);
    const covered = roundsOf(effort).flatMap((_, round) => blocksOfRound(comparison, round).filter(({ cell }) => cell === 0));
    expect(covered.reduce((sum, { count }) => sum + count, 0)).toBe(900);
  });

  test('answers alike in whatever order the blocks come', () => {
    const scenarios = scenariosOf(comparison);
    const blocks = blocksOfRound(comparison, 0);
    const answers = [blocks, blocks.toReversed()].map((order) => {
      const gathering = gatherStudy(comparison);
      for (const { cell, first, count } of order) {
        const scenario = scenarios[cell];
        if (scenario) gathering.add(cell, simulateBlock(scenario, effort.seed, first, count));
      }
      return gathering.answer(300);
    });
    expect(answers[0]).toEqual(answers[1]);
    const [answer] = answers;
    if (answer?.kind !== 'comparison') throw new Error('a comparison');
    expect(answer.proposals.map((estimates) => estimates.map(({ units }) => units.length))).toEqual([
      [1, 1],
      [5, 5],
    ]);
    expect(answer.differences).toHaveLength(1);
    // One number of an estimate that is no range: its ends are the same.
    const single = answer.proposals[0]?.[1]?.levels[0]?.at;
    expect(single?.low).toEqual(single?.high);
    expect(answer.proposals[1]?.[0]?.fan).toHaveLength(10);
    expect(isPreciseEnough({ ...effort, points: answer.widest }, answer)).toBe(true);
    expect(isPreciseEnough({ ...effort, points: answer.widest * 0.99 }, answer)).toBe(false);
  });

  test('of what an assumption does holds all else as it is', () => {
    const study: Sensitivity = {
      kind: 'sensitivity',
      proposal: { title: 'P', from: 'pilot', scenario: pilot },
      estimate,
      effort: { ...effort, most: 100 },
    };
    const scenarios = scenariosOf(study);
    const gathering = gatherStudy(study);
    for (const [cell, scenario] of scenarios.entries()) gathering.add(cell, simulateBlock(scenario, effort.seed, 0, 100));
    const answer = gathering.answer(100);
    if (answer.kind !== 'sensitivity') throw new Error('a sensitivity');
    const pull = (lever: string) => answer.pulls.find((one) => one.lever === lever);
    const effect = (lever: string, measure: LabMeasure) => pull(lever)?.effects.find((one) => one.measure === measure);
    expect(answer.pulls[0]?.range).toEqual([6, 8]);
    // One unit: a longer way changes who travels how far and nothing else.
    expect(effect('travel', 'never-admitted')).toMatchObject({ low: { mean: 0 }, high: { mean: 0 } });
    expect(effect('travel', 'travel-minutes')?.high?.mean).toBeGreaterThan(10);
    expect(effect('sites.places', 'never-admitted')?.low?.mean).toBeGreaterThan(0);
    expect(effect('accepts', 'admissions-a-year')?.low?.mean).toBeLessThan(-2);
  });
});

test('a triangular assumption is moved as a whole, so that its mean goes as far as it is pulled', () => {
  expect(recentred({ triangular: [8, 20, 36] }, 23)).toEqual({ triangular: [11, 23, 39] });
  expect(recentred({ triangular: [8, 20, 36] }, 5)).toEqual({ triangular: [0, 5, 21] });
});
