import { describe, expect, test } from 'vitest';
import { fractionOf } from '../lab/paired.ts';
import { drawOf, personKey, replicationKey } from './person-draws.ts';
import { ranked } from './ranking.ts';
import { simulate } from './run.ts';
import type { Scenario } from './scenario.ts';

const goOn = (): 'go on' => 'go on';
const scenario = (places: number): Scenario => ({
  years: 5,
  arrivalsPerYear: 9,
  course: { weekAtReferral: { triangular: [8, 20, 36] }, afterBirthWeeks: 8 },
  patience: 'birth',
  sites: [{ id: 'a', places }],
});
const lost = (places: number, seed: number): ReturnType<typeof fractionOf> => {
  const of = scenario(places);
  return fractionOf(of, simulate(of, { seed, replications: 300, precision: null }, goOn).rows, 'never-admitted');
};

describe('proposals with the same women', () => {
  test('come in the order of the measure, and one that is plainly best is told apart', () => {
    const ranking = ranked([lost(2, 1), lost(6, 1), lost(3, 1)], 'less');
    expect(ranking.outcome).toBe('one-is-best');
    expect(ranking.proposals.map(({ index }) => index)).toEqual([1, 2, 0]);
    expect(ranking.proposals[2]?.difference?.mean).toBeGreaterThan(ranking.proposals[1]?.difference?.mean ?? NaN);
    expect(ranked([lost(2, 1), lost(6, 1)], 'more').proposals[0]?.index).toBe(0);
  });

  test('cannot be told apart from themselves, nor from what has no value', () => {
    expect(ranked([lost(3, 1), lost(3, 1)], 'less').outcome).toBe('cannot-be-told-apart');
    expect(ranked([lost(3, 1), null], 'less')).toMatchObject({
      outcome: 'nothing-to-compare',
      proposals: [{ index: 0 }, { index: 1, value: null }],
    });
    expect(ranked([], 'less').outcome).toBe('nothing-to-compare');
  });

  test.each([
    [2, 40],
    [5, 40],
    [20, 60],
  ])('that are alike but for chance, %i of them, are called different in no more cases than the level says', (proposals, replications) => {
    const rounds = 400;
    let drawn = 0;
    const chance = (): number => drawOf(personKey(replicationKey(11, proposals), (drawn += 1)), 0);
    let wrong = 0;
    for (let round = 0; round < rounds; round += 1) {
      const fractions = Array.from({ length: proposals }, () => ({
        above: Float64Array.from({ length: replications }, chance),
        below: new Float64Array(replications).fill(1),
      }));
      if (ranked(fractions, 'less').proposals.some(({ isApart }) => isApart)) wrong += 1;
    }
    expect(wrong / rounds).toBeLessThanOrEqual(0.05 + 3 * Math.sqrt((0.05 * 0.95) / rounds));
  });
});
