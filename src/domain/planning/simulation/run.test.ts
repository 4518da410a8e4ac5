import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compile } from './compiled.ts';
import { replicationKey } from './person-draws.ts';
import { isPlainQueue, simulatePlainQueue } from './plain-queue.ts';
import { simulateOnce } from './replication.ts';
import { blocksOf, type Effort, gather, simulate } from './run.ts';
import type { Scenario } from './scenario.ts';
import { type Block, simulateBlock } from './simulate.ts';
import { worldOf } from './world.ts';

const goOn = (): 'go on' => 'go on';
const scenario: Scenario = {
  years: 2,
  arrivalsPerYear: 9,
  stayYears: { exp: 0.5 },
  patience: { exp: 0.2 },
  sites: [{ id: 'a', places: 3 }],
};

describe('the quick way for plain queues', () => {
  const stays = fc.oneof(
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.constantFrom({ exp: 0.4 }, { lognormal: { mean: 0.3, cv: 0.7 } }, { uniform: [0, 0.6] as const }),
  );
  const plain: fc.Arbitrary<Scenario> = fc.record({
    years: fc.integer({ min: 1, max: 6 }),
    arrivalsPerYear: fc.oneof(fc.constant(0), fc.double({ min: 0.1, max: 60, noNaN: true })),
    stayYears: stays,
    patience: fc.constantFrom('none', 'endless'),
    sites: fc.integer({ min: 1, max: 9 }).map((places) => [{ id: 'a', places }]),
  });

  test('gives the very digits of the long way', () => {
    fc.assert(
      fc.property(plain, fc.nat(), (given, seed) => {
        const compiled = compile(given);
        expect(isPlainQueue(compiled)).toBe(true);
        const [long, quick] = [worldOf(compiled), worldOf(compiled)];
        const ends = new Float64Array(given.sites[0]?.places ?? 0);
        for (let replication = 0; replication < 5; replication += 1) {
          const key = replicationKey(seed, replication);
          simulateOnce(long, key);
          simulatePlainQueue(quick, key, ends);
          expect([...quick.row]).toEqual([...long.row]);
        }
      }),
      { numRuns: 500, seed: 3 },
    );
  });

  test('is not taken where anything else is in the scenario', () => {
    const [site] = scenario.sites;
    const simple: Scenario = { ...scenario, patience: 'none' };
    const course = { weekAtReferral: 20, afterBirthWeeks: 8 };
    const others: readonly Scenario[] = [
      scenario,
      { ...simple, dispersion: 3 },
      { ...simple, accepts: 0.5 },
      { years: 2, arrivalsPerYear: 9, course, patience: 'none', sites: scenario.sites },
      { ...simple, sites: [] },
      { ...simple, sites: [{ id: 'a', places: 0 }] },
      { ...simple, sites: [{ id: 'a', places: 3, opensAtYears: 1 }] },
      { ...simple, sites: [{ id: 'a', places: 3, refuses: 0.1 }] },
      { ...simple, sites: [...(site ? [site] : []), { id: 'b', places: 1 }] },
      { ...simple, areas: [{ id: 'n', weight: 1, minutes: { a: 5 } }] },
    ];
    expect(isPlainQueue(compile(simple))).toBe(true);
    for (const other of others) expect(isPlainQueue(compile(other))).toBe(false);
  });
});

describe('blocks', () => {
  test('that come in any order give the same digits', () => {
    const effort: Effort = { seed: 5, replications: 1_230, precision: { measure: 'share-never-admitted', relative: 1e-6 } };
    const alone = simulate(scenario, effort, goOn);
    const blocks = blocksOf(effort).map(({ first, count }) => simulateBlock(scenario, effort.seed, first, count));
    fc.assert(
      fc.property(fc.shuffledSubarray(blocks, { minLength: blocks.length }), (shuffled: readonly Block[]) => {
        const gathering = gather(scenario, effort);
        const answers = shuffled.map((block) => gathering.add(block));
        expect(answers.at(-1)).toEqual(alone);
        expect(answers.slice(0, -1).every((answer) => answer === 'go on')).toBe(true);
      }),
      { numRuns: 20, seed: 4 },
    );
  });

  test('that are known already are gone on from, to the digits of one run, wherever the first part ended', () => {
    const precise: Effort = { seed: 2, replications: 3_000, precision: { measure: 'admissions-a-year', relative: 0.01 } };
    const endless: Effort = { ...precise, replications: 700, precision: null };
    for (const whole of [precise, endless]) {
      const once = simulate(scenario, whole, goOn);
      fc.assert(
        fc.property(fc.integer({ min: 1, max: 3_000 }), (replications) => {
          const { rows } = simulate(scenario, { ...whole, replications, precision: null }, goOn);
          const seen: number[] = [];
          const further = simulate(scenario, whole, (done) => (seen.push(done), 'go on'), rows);
          expect(further).toEqual(once);
          expect(seen.every((done) => done > replications)).toBe(true);
        }),
        { numRuns: 12, seed: 9 },
      );
    }
  });

  test('of any size hold the same replications', () => {
    const one = simulateBlock(scenario, 8, 0, 60).rows;
    for (const size of [1, 7, 50]) {
      const parts: number[] = [];
      for (let first = 0; first < 60; first += size) parts.push(...simulateBlock(scenario, 8, first, Math.min(size, 60 - first)).rows);
      expect(parts).toEqual([...one]);
    }
  });

  test('cover every replication once', () => {
    for (const replications of [1, 49, 50, 51, 1_000]) {
      let next = 0;
      for (const { first, count } of blocksOf({ seed: 1, replications, precision: null })) {
        expect(first).toBe(next);
        next += count;
      }
      expect(next).toBe(replications);
    }
  });
});

describe('precision', () => {
  const precise: Effort = { seed: 2, replications: 50_000, precision: { measure: 'admissions-a-year', relative: 0.01 } };

  test('ends the work at the first look where it is reached, and not before', () => {
    const answer = simulate(scenario, precise, goOn);
    expect(answer.ended).toBe('precise-enough');
    expect(answer.replications % 500).toBe(0);
    const halfOf = (replications: number): number => {
      const { measures } = simulate(scenario, { ...precise, replications, precision: null }, goOn);
      const { mean, interval } = measures.find(({ name, site }) => name === 'admissions-a-year' && site === null) ?? {};
      return ((interval?.[1] ?? 0) - (interval?.[0] ?? 0)) / 2 / (mean ?? 0);
    };
    expect(halfOf(answer.replications)).toBeLessThanOrEqual(0.01);
    if (answer.replications > 500) expect(halfOf(answer.replications - 500)).toBeGreaterThan(0.01);
  });

  test('that is never reached lets all replications be done, and a stop keeps what there is', () => {
    expect(simulate(scenario, { ...precise, replications: 600, precision: { measure: 'none', relative: 1 } }, goOn)).toMatchObject({
      ended: 'all-done',
      replications: 600,
    });
    const stopped = simulate(scenario, precise, (done) => (done >= 100 ? 'stop' : 'go on'));
    expect(stopped).toMatchObject({ ended: 'stopped', replications: 100 });
    expect(stopped.measures).toEqual(simulate(scenario, { ...precise, replications: 100, precision: null }, goOn).measures);
  });
});
