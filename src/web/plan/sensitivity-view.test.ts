import { expect, test } from 'vitest';
import type { Estimated } from '../../domain/planning/lab/paired.ts';
import type { LeverId } from '../../domain/planning/lab/levers.ts';
import type { SensitivityAnswer } from '../../domain/planning/lab/study-answer.ts';
import { linesOf } from './sensitivity-view.tsx';

const known = (mean: number, half = 0): Estimated => ({ mean, interval: [mean - half, mean + half] });

function answered(pulls: readonly (readonly [LeverId, Estimated | null, Estimated | null])[]): SensitivityAnswer {
  return {
    kind: 'sensitivity',
    replications: 300,
    widest: 0.01,
    base: [],
    pulls: pulls.map(([lever, low, high]) => ({ lever, range: [0, 1], effects: [{ measure: 'never-admitted', low, high }] })),
  };
}

test('what moves the measure is drawn, the widest first, and what does not is set aside', () => {
  const { moved, still } = linesOf(
    answered([
      ['travel', known(0), known(0)],
      ['accepts', known(-0.1, 0.01), known(0.05, 0.01)],
      ['sites.refuses', null, null],
      ['dispersion', known(0.0001, 0.00005), known(0)],
      ['sites.places', known(0.3, 0.02), known(0)],
      ['arrivalsPerYear', known(-0.2, 0.01), known(0.2, 0.01)],
    ]),
    'never-admitted',
    'da',
  );
  expect(moved.map(({ pull, width }) => [pull.lever, Number(width.toFixed(2))])).toEqual([
    ['arrivalsPerYear', 0.4],
    ['sites.places', 0.3],
    ['accepts', 0.15],
  ]);
  expect(still.map(({ pull }) => pull.lever).toSorted()).toEqual(['dispersion', 'sites.refuses', 'travel']);
});
