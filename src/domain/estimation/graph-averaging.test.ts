import { describe, expect, test } from 'vitest';
import { spinaBifida, unitedKingdom } from '../../../test/overlaps.ts';
import { decomposableGraphs } from './decomposable-graphs.ts';
import { estimateFrom } from './estimates.ts';
import { lnGamma } from './gamma.ts';
import { averageGraphs, averageGraphsBeyond } from './graph-averaging.ts';
import { graphRows } from './graph-row.ts';

describe('the decomposable graphs', () => {
  test('are 2, 8, 61 and 822', () => {
    expect([2, 3, 4, 5].map((lists) => decomposableGraphs(lists).length)).toEqual([2, 8, 61, 822]);
  });
});

describe('the average over the graphs of spina bifida', () => {
  test('is 731, from 694 to 787, as the package dga gives it', () => {
    expect(averageGraphs(3, spinaBifida, { delta: 1 / 8, most: 6260 })).toMatchObject({ median: 731, interval: [694, 787] });
  });

  test('is what the eight graphs give when their cliques and separators are written out', () => {
    const delta = 0.5;
    const most = 900;
    const graphs: readonly (readonly [readonly number[], readonly number[]])[] = [
      [[1, 2, 4], []],
      [[3, 4], []],
      [[5, 2], []],
      [[6, 1], []],
      [[3, 5], [1]],
      [[3, 6], [2]],
      [[5, 6], [4]],
      [[7], []],
    ];
    const seen = spinaBifida.reduce((sum, count) => sum + count, 0);
    const likelihood = (set: number, unseen: number): number => {
      const cells = new Map<number, number>();
      for (const [cell, count] of [unseen, ...spinaBifida.slice(1)].entries()) cells.set(cell & set, (cells.get(cell & set) ?? 0) + count);
      const prior = (delta * 8) / cells.size;
      return [...cells.values()].reduce((sum, count) => sum + lnGamma(count + prior), 0) - cells.size * lnGamma(prior);
    };
    const logs: { readonly all: number; readonly log: number }[] = [];
    for (const [cliques, separators] of graphs)
      for (let unseen = 0; unseen <= most; unseen += 1) {
        const all = seen + unseen;
        const log =
          cliques.reduce((sum, set) => sum + likelihood(set, unseen), 0) -
          separators.reduce((sum, set) => sum + likelihood(set, unseen), 0) +
          (cliques.length - separators.length) * (lnGamma(8 * delta) - lnGamma(all + 8 * delta)) +
          lnGamma(all + 1) -
          lnGamma(unseen + 1) -
          Math.log(all);
        logs.push({ all, log });
      }
    const top = logs.reduce((highest, { log }) => Math.max(highest, log), -Infinity);
    const total = logs.reduce((sum, { log }) => sum + Math.exp(log - top), 0);
    const mean = logs.reduce((sum, { all, log }) => sum + all * Math.exp(log - top), 0) / total;
    expect(averageGraphs(3, spinaBifida, { delta, most }).mean).toBeCloseTo(mean, 6);
  });
});

test('a long grid that ends within the posterior closes the gate, though its last point has next to nothing', () => {
  const cells = unitedKingdom.map((count) => ({ low: count, high: count }));
  const most = 24_000;
  const { massAtEdge, massNearEdge } = averageGraphs(5, unitedKingdom, { delta: 2 ** -5, most });
  expect(massAtEdge).toBeLessThan(0.001);
  expect(massNearEdge).toBeGreaterThan(0.001);
  const request = { methods: ['dga'], p: 0.02, delta: null, grid: most, models: false, bootstrap: null } as const;
  expect(estimateFrom({ lists: ['A', 'B', 'C', 'D', 'E'], cells }, request).conclusion.gate).toBe('short-grid');
});

describe('a grid that nobody chose', () => {
  const top = { delta: 2 ** -5, most: 10 * 2744 };

  test('is looked beyond: what lies there is what a grid eight times as long finds', () => {
    const { within, whole, beyond, left } = averageGraphsBeyond(5, unitedKingdom, top);
    expect(within).toMatchObject({ median: 22_365, interval: [10_343, 29_446] });
    const long = averageGraphs(5, unitedKingdom, { ...top, most: 40 * 2744 });
    expect(Math.abs(whole.median / long.median - 1)).toBeLessThan(1e-3);
    for (const end of [0, 1] as const) expect(Math.abs(whole.interval[end] / long.interval[end] - 1)).toBeLessThan(1e-3);
    expect(beyond).toBeGreaterThan(0.01);
    expect(left).toBeLessThan(1e-4);
  });

  test('is told where it cuts something off, with a row without an end, and is not where it does not', () => {
    const cut = graphRows(5, unitedKingdom, { ...top, open: 'where-cut' });
    expect(cut.rows.map(({ method, estimate }) => [method, estimate])).toEqual([
      ['dga', 22_365],
      ['dga-open', expect.closeTo(22_990, -2) as number],
    ]);
    expect(cut.rows.map(({ remarks }) => remarks.at(-1)?.code)).toEqual(['grid-cuts', 'grid-open']);
    expect(cut.massNearEdge).toBeLessThan(1e-4);
    const whole = graphRows(3, spinaBifida, { delta: 1 / 8, most: 6260, open: 'where-cut' });
    expect(whole.rows.map(({ method }) => method)).toEqual(['dga']);
    expect(graphRows(5, unitedKingdom, { ...top, open: 'never' }).rows.map(({ method }) => method)).toEqual(['dga']);
  });

  test('is looked beyond under the other priors too: the end would make them seem to agree', () => {
    const terms = { delta: 2 ** -5, most: 14_000, beside: [2 ** -6] };
    const long = averageGraphs(5, unitedKingdom, { delta: 2 ** -6, most: 40 * 2744 });
    const [open] = graphRows(5, unitedKingdom, { ...terms, open: 'where-cut' }).priors;
    expect(open?.delta).toBe(2 ** -6);
    expect(Math.abs((open?.median ?? 0) / long.median - 1)).toBeLessThan(1e-3);
    const [closed] = graphRows(5, unitedKingdom, { ...terms, open: 'never' }).priors;
    expect(closed?.median).toBeLessThan(0.8 * long.median);
  });

  test('finds a second top that the grid ends before, though next to nothing is left at its end', () => {
    // The table of the United Kingdom has tops at 12,000 and at 25,000: a grid to 14,000 unseen ends in the valley between them.
    const { within, whole } = averageGraphsBeyond(5, unitedKingdom, { delta: 2 ** -5, most: 14_000 });
    expect(within.massAtEdge).toBeLessThan(1e-4);
    expect(whole.median).toBeGreaterThan(1.5 * within.median);
  });
});
