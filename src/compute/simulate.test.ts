import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import '../../test/chance.ts';
import { dyingProgram, threadPrograms } from '../../test/thread-programs.ts';
import type { Effort } from '../domain/planning/simulation/run.ts';
import { simulate } from '../domain/planning/simulation/run.ts';
import type { Scenario } from '../domain/planning/simulation/scenario.ts';
import { simulateOnAllCores } from './simulate.ts';

const folder = threadPrograms('simulation-worker');
const program = join(folder, 'simulation-worker.js');

const scenario: Scenario = {
  years: 4,
  arrivalsPerYear: 23,
  dispersion: 6,
  areas: [
    { id: 'north', weight: 2, minutes: { a: 20, b: 90 } },
    { id: 'south', weight: 3, minutes: { a: 80, b: 10 } },
  ],
  course: { weekAtReferral: { triangular: [8, 20, 36] }, afterBirthWeeks: { exp: 8 } },
  patience: 'birth',
  sites: [
    { id: 'a', places: 4, refuses: 0.1 },
    {
      id: 'b',
      places: 3,
      flexible: { places: 2, leadWeeks: 4, openWhen: { waiting: 1 }, closeWhen: { freeAtLeast: 3, forWeeks: 6 } },
    },
  ],
};
const effort: Effort = { seed: 7, replications: 1_730, precision: null };
const goOn = (): 'go on' => 'go on';

test('one thread, two, five and none give the same digits', async () => {
  const alone = simulate(scenario, effort, goOn);
  expect(alone).toMatchObject({ ended: 'all-done', replications: 1_730 });
  for (const threads of [0, 1, 2, 5]) expect(await simulateOnAllCores(scenario, effort, goOn, { threads, program })).toEqual(alone);
  expect(await simulateOnAllCores(scenario, effort, goOn, { program: join(folder, 'is not there') })).toEqual(alone);
});

test('what was stopped is gone on with on any number of threads, to the digits of one run', async () => {
  const first = await simulateOnAllCores(scenario, effort, (done) => (done >= 400 ? 'stop' : 'go on'), { threads: 2, program });
  expect(first.ended).toBe('stopped');
  const whole = simulate(scenario, effort, goOn);
  for (const threads of [0, 2])
    expect(await simulateOnAllCores(scenario, effort, goOn, { threads, program, already: first.rows })).toEqual(whole);
});

test('they stop at the same replication when the precision is there', async () => {
  const precise: Effort = { seed: 7, replications: 20_000, precision: { measure: 'weeks-waited', relative: 0.05 } };
  const alone = simulate(scenario, precise, goOn);
  expect(alone.ended).toBe('precise-enough');
  expect(alone.replications).toBeLessThan(20_000);
  for (const threads of [1, 2]) expect(await simulateOnAllCores(scenario, precise, goOn, { threads, program })).toEqual(alone);
});

test('the work tells how far it is, shows what there is, and can be stopped', async () => {
  for (const threads of [0, 2]) {
    const told: number[] = [];
    const long: Effort = { ...effort, replications: 500_000 };
    const answer = await simulateOnAllCores(
      scenario,
      long,
      (done, total, soFar) => {
        told.push(done);
        expect(total).toBe(500_000);
        if (done < 300) return 'go on';
        expect(soFar().replications).toBeLessThanOrEqual(done);
        return 'stop';
      },
      { threads, program },
    );
    expect(answer.ended).toBe('stopped');
    expect(answer.replications).toBeLessThanOrEqual(300);
    expect(told).toEqual([50, 100, 150, 200, 250, 300]);
  }
});

test('a thread that fails makes the whole fail', async () => {
  const none = { ...scenario, course: undefined, stayYears: { none: 1 } } as unknown as Scenario;
  await expect(simulateOnAllCores(none, effort, goOn, { threads: 2, program })).rejects.toThrow('Cannot read');
});

test('any seed gives the same digits on one thread and two, gone on with, and stopped by precision', async () => {
  const asked = fc.record({
    seed: fc.nat({ max: 0xffffffff }),
    replications: fc.integer({ min: 1, max: 900 }),
    stopAt: fc.integer({ min: 1, max: 900 }),
    precision: fc.constantFrom(null, { measure: 'share-admitted', relative: 0.02 }, { measure: 'weeks-waited', relative: 0.2 }),
  });
  await fc.assert(
    fc.asyncProperty(asked, async ({ stopAt, ...any }) => {
      const alone = simulate(scenario, any, goOn);
      for (const threads of [1, 2]) expect(await simulateOnAllCores(scenario, any, goOn, { threads, program })).toEqual(alone);
      const first = await simulateOnAllCores(scenario, any, (done) => (done >= stopAt ? 'stop' : 'go on'), { threads: 2, program });
      expect(await simulateOnAllCores(scenario, any, goOn, { threads: 2, program, already: first.rows })).toEqual(alone);
    }),
    { numRuns: 6 },
  );
});

test('a thread that is killed in the middle makes the whole fail, and nothing waits for it', async () => {
  for (const threads of [1, 2])
    await expect(
      simulateOnAllCores(scenario, effort, goOn, { threads, program: dyingProgram(folder, 'simulation-worker', 4) }),
    ).rejects.toThrow('a thread of the simulation ended before its work was done');
});
