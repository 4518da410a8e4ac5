import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { artificial, kosovo, randomTable, spinaBifida, unitedKingdom } from '../../../test/overlaps.ts';
import { maximumExists } from './existence.ts';
import { allModels, independence, type Model, modelName } from './hierarchical-model.ts';
import { fitModel, layoutOf } from './log-linear.ts';
import { bestFit, searchModels } from './model-search.ts';
import { margin } from './overlap-table.ts';
import { profileInterval } from './profile-interval.ts';
import { logNormalInterval, stepwise } from './stepwise.ts';

const [ab, ac, bc] = [0b011, 0b101, 0b110];
const seenIn = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);

describe('the hierarchical models', () => {
  test('are 1, 1, 8, 113 and the 1,024 of pairs', () => {
    expect([1, 2, 3, 4, 5].map((lists) => allModels(lists)?.length)).toEqual([1, 1, 8, 113, 1024]);
    expect(allModels(6)).toBeNull();
  });

  test('are written by their largest terms', () => {
    expect(modelName(independence(3))).toBe('[1,2,3]');
    expect(modelName({ lists: 3, terms: [ab] })).toBe('[12,3]');
    expect(modelName({ lists: 4, terms: [0b0011, 0b0101, 0b0110, 0b0111, 0b1001, 0b1100] })).toBe('[123,14,34]');
    expect(new Set(allModels(4)?.map(modelName)).size).toBe(113);
  });
});

describe('published tables', () => {
  test('give for Kosovo the 10,356 of Ball et al. (2002) by the best BIC', () => {
    const best = bestFit(searchModels(4, kosovo).fits, 'bic');
    expect(best?.name).toBe('[123,14,34]');
    expect(best?.estimate).toBeCloseTo(10356.52, 2);
    expect(best?.stderr).toBeCloseTo(785.9, 1);
    const [low, high] = profileInterval(best?.model ?? independence(4), kosovo, best?.estimate ?? 0);
    expect([low?.toFixed(0), high?.toFixed(0)]).toEqual(['8994', '12110']);
  });

  test('give for the United Kingdom from 11,000 to 23,000, by the rule that picks the model', () => {
    const { fits } = searchModels(5, unitedKingdom);
    expect(bestFit(fits, 'bic')?.name).toBe('[12,13,23,25,34]');
    expect(bestFit(fits, 'bic')?.estimate).toBeCloseTo(22991.33, 1);
    expect(bestFit(fits, 'aic')?.estimate).toBeCloseTo(11174.83, 1);
    expect(fitModel(independence(5), unitedKingdom).estimate).toBeCloseTo(13444.13, 2);
  });

  test('give for the United Kingdom by the stepwise search the interval of Chan, Silverman and Vincent', () => {
    const fit = stepwise(5, unitedKingdom, 0.02);
    expect(fit.estimate).toBeCloseTo(11312.99, 2);
    expect(logNormalInterval(fit, seenIn(unitedKingdom)).map((end) => end?.toFixed(0))).toEqual(['9884', '13027']);
  });

  test('give for spina bifida the 731 of Madigan and York’s best model', () => {
    expect(fitModel({ lists: 3, terms: [ab] }, spinaBifida).estimate).toBeCloseTo(730.93, 2);
  });

  test('say for Artificial_3 which models exist, as Chan, Silverman and Vincent (2021, table 2) do', () => {
    const status = (...terms: readonly number[]): string => fitModel({ lists: 3, terms }, artificial).status;
    expect([status(), status(ac), status(bc), status(ac, bc)]).toEqual(['ok', 'ok', 'ok', 'ok']);
    expect([status(ab), status(ab, ac), status(ab, bc)]).toEqual(['does-not-exist', 'does-not-exist', 'does-not-exist']);
    expect(status(ab, ac, bc)).toBe('not-identified');
  });
});

describe('on random tables', () => {
  test('the unseen of three lists are those of the closed formulas', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 80 }), { minLength: 7, maxLength: 7 }), (cells) => {
        const [a = 1, b = 1, both = 1, c = 1, aAndC = 1, bAndC = 1, all = 1] = cells;
        const counts = [0, ...cells];
        const unseen = (...terms: readonly number[]): number => (fitModel({ lists: 3, terms }, counts).estimate ?? 0) - seenIn(counts);
        const near = (value: number, expected: number): void => expect(Math.abs(value / expected - 1)).toBeLessThan(1e-7);
        near(unseen(ab, ac, bc), (a * b * c * all) / (both * aAndC * bAndC));
        near(unseen(ab, ac), (b * c) / bAndC);
        near(unseen(ab), ((a + b + both) * c) / (aAndC + bAndC + all));
        // Independence: the number N for which N·Π(1 − n_i/N) are unseen, found by halving.
        let [low, high] = [seenIn(counts), 1e9];
        const sizes = [1, 2, 4].map((list) => margin(counts, list));
        for (let round = 0; round < 200; round += 1) {
          const all = (low + high) / 2;
          if (all * sizes.reduce((product, size) => product * (1 - size / all), 1) + seenIn(counts) > all) low = all;
          else high = all;
        }
        near(unseen(), low - seenIn(counts));
      }),
      { numRuns: 200 },
    );
  });

  test('a fit has the margins of the counts in every term of its model, and an estimate not below those seen', () => {
    fc.assert(
      fc.property(randomTable(4), fc.integer({ min: 0, max: 112 }), (counts, choice) => {
        const model = allModels(4)?.[choice] ?? independence(4);
        const { status, means, estimate, aic } = fitModel(model, counts);
        if (status !== 'ok' || !means) {
          expect([estimate, aic]).toEqual([null, null]);
          return;
        }
        expect(estimate).toBeGreaterThanOrEqual(seenIn(counts));
        for (const term of [0, 1, 2, 4, 8, ...model.terms]) expect(margin(means, term)).toBeCloseTo(margin(counts, term), 5);
      }),
      { numRuns: 300 },
    );
  });

  test('a maximum exists exactly where every count of 0 can be raised without moving a margin', () => {
    const models = [[], [ab], [ab, ac], [ab, ac, bc]].map((terms): Model => ({ lists: 3, terms }));
    const moves = new Map<Model, readonly (readonly number[])[]>(models.map((model) => [model, movesOf(model)]));
    const sparse = fc.array(fc.constantFrom(0, 0, 1, 7), { minLength: 7, maxLength: 7 }).map((cells) => [0, ...cells]);
    let absent = 0;
    fc.assert(
      fc.property(sparse, fc.constantFrom(...models), (counts, model) => {
        const { cells, design } = layoutOf(model, () => false);
        const values = cells.map((cell) => counts[cell] ?? 0);
        const zeros = values.flatMap((value, index) => (value === 0 ? [index] : []));
        const open = (moves.get(model) ?? []).filter((move) => zeros.every((zero) => (move[zero] ?? 0) >= 0));
        const exists = zeros.every((zero) => open.some((move) => (move[zero] ?? 0) > 0));
        if (!exists) absent += 1;
        expect(maximumExists(design, values)).toBe(exists);
      }),
      { numRuns: 400 },
    );
    expect(absent).toBeGreaterThan(50);
  });

  test('no search falls over, and its best model has the least criterion of those that exist', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 4 }).chain((lists) => fc.tuple(fc.constant(lists), randomTable(lists))),
        ([lists, counts]) => {
          const { fits } = searchModels(lists, counts);
          const best = bestFit(fits, 'bic');
          for (const { status, bic } of fits) if (status === 'ok') expect(best?.bic).toBeLessThanOrEqual((bic ?? 0) + 1e-6);
          if (!best || best.estimate === null) return;
          const [low, high] = profileInterval(best.model, counts, best.estimate);
          expect(low).toBeGreaterThanOrEqual(seenIn(counts) - 1e-6);
          if (high !== null) expect(high).toBeGreaterThanOrEqual(low ?? 0);
        },
      ),
      { numRuns: 200 },
    );
  });

  test('six lists are searched forward, and the stepwise search ends', () => {
    fc.assert(
      fc.property(randomTable(6), (counts) => {
        const { complete, fits } = searchModels(6, counts);
        expect(complete).toBe(false);
        expect(fits.length).toBeGreaterThan(0);
        expect(stepwise(6, counts, 0.02).name).toMatch(/^\[/);
      }),
      { numRuns: 4 },
    );
  });
});

/** Every way to move persons between the seven cells, by at most two each, that leaves all margins of the model: tried one by one. */
function movesOf(model: Model): readonly (readonly number[])[] {
  const { design } = layoutOf(model, () => false);
  const moves: (readonly number[])[] = [];
  for (let code = 0; code < 5 ** 7; code += 1) {
    const move = Array.from({ length: 7 }, (_, cell) => (Math.floor(code / 5 ** cell) % 5) - 2);
    const marginOf = (column: number): number =>
      move.reduce((sum, by, cell) => (design.active[cell]?.includes(column) ? sum + by : sum), 0);
    let column = 0;
    while (column < design.columns && marginOf(column) === 0) column += 1;
    if (column === design.columns) moves.push(move);
  }
  return moves;
}
