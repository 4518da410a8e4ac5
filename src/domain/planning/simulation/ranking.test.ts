import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fractionOf } from '../lab/paired.ts';
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

  test('that are alike but for chance are called different in no more cases than the level says, however many', () => {
    let wrong = 0;
    const rounds = 400;
    const chance = fc.sample(
      fc.array(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 40, maxLength: 40 }), { minLength: 5, maxLength: 5 }),
      {
        numRuns: rounds,
        seed: 11,
      },
    );
    for (const columns of chance) {
      const fractions = columns.map((above) => ({ above: Float64Array.from(above), below: new Float64Array(40).fill(1) }));
      if (ranked(fractions, 'less').proposals.some(({ isApart }) => isApart)) wrong += 1;
    }
    // The first is chosen because it is least, so that it is further from the last than one chosen beforehand would be.
    expect(wrong / rounds).toBeLessThan(0.2);
  });
});
