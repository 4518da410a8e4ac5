/** How often the intervals hold a number that is known. `npm run bench coverage` prints the same for every method. */
import { expect, test } from 'vitest';
import { dependentShares, drawTable, type Held, holding, independentShares, type Shares } from '../../../test/known-number.ts';
import { drawsFrom } from './chance.ts';
import type { EstimateMethod } from './estimate-request.ts';
import { estimateFrom } from './estimates.ts';

const persons = 1000;
const tables = 200;

function held(shares: Shares, methods: readonly EstimateMethod[], hidden = 0): ReadonlyMap<string, Held> {
  const draw = drawsFrom(11);
  const request = { methods, p: 0.02, delta: null, grid: null, models: false, bootstrap: null } as const;
  const rows = holding(persons, tables, () => estimateFrom(drawTable(persons, shares, draw, hidden), request).methods);
  return new Map(rows.map((row) => [row.method, row]));
}

/** Of 200 intervals that hold in 95 of 100 cases, 180 to 199 hold but for once in a thousand times. */
function isNear95(of: Held | undefined): boolean {
  return of !== undefined && of.without === 0 && of.held >= 180 && of.held <= 199;
}

test('a method that gives a row of some tables only is judged by those', () => {
  const row = { method: 'dga-open', interval: [900, 1100], status: 'ok' } as const;
  const rows = holding(1000, 4, (at) =>
    at === 0 ? [{ ...row, model: null, estimate: 1000, level: 0.95, aic: null, bic: null, remarks: [] }] : [],
  );
  expect(rows).toEqual([{ method: 'dga-open', held: 1, tables: 1, without: 0 }]);
});

test('where two lists are independent, the intervals of the methods for two lists hold in about 95 of 100 tables', () => {
  const rows = held(independentShares([0.3, 0.25]), ['two-list']);
  for (const method of ['lincoln-petersen', 'chapman', 'two-list-exact'])
    expect([method, isNear95(rows.get(method))]).toEqual([method, true]);
});

test('where three lists are independent, that of independence holds; where two depend, it does not', () => {
  expect(isNear95(held(independentShares([0.3, 0.25, 0.2]), ['loglinear']).get('independence'))).toBe(true);
  const wrong = held(dependentShares([0.3, 0.25, 0.2], 4), ['loglinear']).get('independence');
  expect(wrong?.held).toBeLessThan(100);
});

test('where small counts are hidden, the profile of the hidden cells still holds', () => {
  expect(isNear95(held(independentShares([0.12, 0.1, 0.08]), ['loglinear'], 4).get('independence'))).toBe(true);
});
