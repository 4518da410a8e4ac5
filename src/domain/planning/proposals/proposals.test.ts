import { describe, expect, test } from 'vitest';
import { publishedEstimates } from '../../numbers/published-estimates.ts';
import { faultsIn } from '../simulation/check-scenario.ts';
import { simulate } from '../simulation/run.ts';
import { type NeedAnswer, needAnswer } from './answer.ts';
import { meanForThree } from './carried-units.ts';
import { demandsOf, needCountedIn, type NeedEstimateId, needEstimateIds, needEstimates, needsCountedFrom } from './need-estimates.ts';
import { positionIds, positions, type PositionId, positionScenario, sitesOf } from './positions.ts';

function answered(position: PositionId, estimate: NeedEstimateId, places = 8): NeedAnswer {
  const [low, middle, high] = demandsOf(needEstimates[estimate]).map((demand) =>
    simulate(positionScenario(positions[position], { demand, places }), { seed: 1, replications: 60, precision: null }, () => 'go on'),
  );
  if (!low || !middle || !high) throw new Error('three demands');
  return needAnswer(needEstimates[estimate], positions[position], [low, middle, high]);
}

describe('a position of the documents', () => {
  test.each(positionIds)('%s is a scenario without faults under every estimate', (id) => {
    for (const estimate of needEstimateIds)
      for (const places of [2, 8, 40]) {
        const demand = needEstimates[estimate].to;
        expect(faultsIn(positionScenario(positions[id], { demand, places }))).toEqual([]);
      }
  });

  test('has a unit in each of the five regions where the documents ask for it', () => {
    for (const id of ['agency-2024', 'municipalities-2025', 'regions-2023'] as const)
      expect(new Set(sitesOf(positions[id]).map(({ region }) => region)).size).toBe(5);
    expect(sitesOf(positions.pilot)).toHaveLength(1);
  });
});

describe('the answer', () => {
  test('tells how many units an estimate sustains: one, three to five, fifteen to eighteen', () => {
    expect(meanForThree()).toBeCloseTo(5.322, 3);
    expect(answered('pilot', 'placed-2017-2019').sustained).toEqual({ from: 1, middle: 1, to: 1 });
    expect(answered('pilot', 'municipalities-2025').sustained).toEqual({ from: 3, middle: 4, to: 5 });
    expect(answered('pilot', 'agency-2024').sustained).toEqual({ from: 15, middle: 16, to: 18 });
  });

  test('lets every woman be admitted or not: what is not admitted is what the units do not take', () => {
    for (const id of ['agency-2024', 'municipalities-2025', 'pilot'] as const) {
      const { units, neverAdmitted } = answered(id, 'agency-2024');
      const most = units.reduce((sum, { mean }) => sum + mean.to, 0);
      // Those who still wait on the last day are in neither.
      expect(most).toBeGreaterThan(80 * (1 - neverAdmitted.to) * 0.85);
      expect(most).toBeLessThan(103 * (1 - neverAdmitted.from));
    }
  });

  test('is worse with fewer women for each unit, and with fewer places for each woman', () => {
    const [few, many] = [answered('agency-2024', 'placed-2017-2019'), answered('agency-2024', 'agency-2024')];
    expect(few.equalShareWithThree?.to).toBeLessThan(0.25);
    expect(many.equalShareWithThree?.from).toBeGreaterThan(0.99);
    expect(few.neverAdmitted.to).toBeLessThan(0.02);
    expect(answered('agency-2024', 'agency-2024', 4).neverAdmitted.from).toBeGreaterThan(many.neverAdmitted.to);
    expect(answered('pilot', 'placed-2017-2019').minutes?.from).toBeGreaterThan(few.minutes?.to ?? 0);
  });

  test('of nothing new is that nobody is admitted', () => {
    expect(answered('nothing-new', 'municipalities-2025')).toMatchObject({
      units: [],
      equalShareWithThree: null,
      neverAdmitted: { from: 1, to: 1 },
      weeksLost: null,
      minutes: null,
      occupancy: null,
      weeksBeforeBirth: null,
      refused: null,
    });
  });
});

test('each estimate goes from the least to the most of the published numbers that it is made of', () => {
  for (const id of needEstimateIds) {
    const numbers = needCountedIn[id].map((published) => publishedEstimates.find((one) => one.id === published));
    expect({ from: Math.min(...numbers.map((one) => one?.low ?? NaN)), to: Math.max(...numbers.map((one) => one?.high ?? NaN)) }).toEqual(
      needEstimates[id],
    );
    for (const published of needCountedIn[id]) expect(needsCountedFrom(published)).toEqual([id]);
  }
  expect(needsCountedFrom('family-stay-2020')).toEqual([]);
});
