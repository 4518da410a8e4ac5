import { describe, expect, test } from 'vitest';
import { simulate } from '../simulation/run.ts';
import type { Scenario } from '../simulation/scenario.ts';
import { standardNormal } from '../simulation/distribution.ts';
import { drawOf } from '../simulation/person-draws.ts';
import { type Fraction, fractionOf } from './paired.ts';
import { outerDraws, summedDraw, twoLayers } from './two-layers.ts';

const years = 4;
const scenario: Scenario = {
  years,
  arrivalsPerYear: 20,
  basis: { arrivalsPerYear: { source: 'assumption', range: [16, 30] }, accepts: { source: 'assumption', range: [0.7, 1] } },
  stayYears: 0,
  patience: 'none',
  sites: [{ id: 'a', places: 1 }],
};

describe('two layers of uncertainty', () => {
  test('are what theory says of Poisson counts whose mean is drawn evenly over a range', () => {
    const alone: Scenario = { ...scenario, basis: { arrivalsPerYear: { source: 'assumption', range: [16, 30] } } };
    const fractions = outerDraws(alone, 5, 500).map(({ scenario: drawn, seed }) =>
      fractionOf(drawn, simulate(drawn, { seed, replications: 10, precision: null }, () => 'go on').rows, 'admissions-a-year'),
    );
    const layers = twoLayers(fractions.map(summedDraw));
    if (!layers) throw new Error('there are two layers');
    expect(layers.mean).toBeCloseTo(23, 0);
    // (30 − 16)² / 12 of the assumption, 23 / 4 of chance in four years; five standard errors each.
    expect(Math.abs(layers.varianceOfAssumptions - 14 ** 2 / 12)).toBeLessThan(3.2);
    expect(Math.abs(layers.varianceOfChance - 23 / years)).toBeLessThan(0.6);
    expect(layers.assumptions[0]).toBeGreaterThan(15.5);
    expect(layers.assumptions[4]).toBeLessThan(30.5);
    expect(layers.both[0]).toBeLessThan(layers.assumptions[0]);
    expect(layers.both[4]).toBeGreaterThan(layers.assumptions[4]);
  });

  test('are told apart where the one or the other is nothing', () => {
    const noise = (draw: number, index: number): number => standardNormal(drawOf(draw * 7919 + 1, index));
    const fractions = (of: (draw: number, index: number) => number): readonly Fraction[] =>
      Array.from({ length: 300 }, (_, draw) => ({
        above: Float64Array.from({ length: 8 }, (__, index) => of(draw, index)),
        below: new Float64Array(8).fill(1),
      }));
    const chanceAlone = twoLayers(fractions((draw, index) => 10 + noise(draw, index)).map(summedDraw));
    expect(chanceAlone?.varianceOfAssumptions).toBeLessThan(0.06);
    expect(Math.abs((chanceAlone?.varianceOfChance ?? 0) - 1)).toBeLessThan(0.15);
    const assumptionsAlone = twoLayers(fractions((draw) => 10 + 2 * noise(draw, 99)).map(summedDraw));
    expect(assumptionsAlone?.varianceOfChance).toBeCloseTo(0, 20);
    expect(Math.abs((assumptionsAlone?.varianceOfAssumptions ?? 0) - 4)).toBeLessThan(1.7);
    for (const end of assumptionsAlone?.chance ?? []) expect(end).toBeCloseTo(assumptionsAlone?.mean ?? NaN, 12);
  });

  test('draw every assumption within its range, the same ones for the same seed, and go on from fewer', () => {
    const [few, many] = [outerDraws(scenario, 3, 40), outerDraws(scenario, 3, 90)];
    expect(many.slice(0, 40)).toEqual(few);
    expect(outerDraws(scenario, 4, 1)).not.toEqual(few.slice(0, 1));
    expect(new Set(many.map(({ seed }) => seed)).size).toBe(90);
    for (const { scenario: drawn } of many) {
      expect(drawn.arrivalsPerYear).toBeGreaterThan(16);
      expect(drawn.arrivalsPerYear).toBeLessThan(30);
      expect(drawn.accepts).toBeGreaterThan(0.7);
      expect(drawn.accepts).toBeLessThan(1);
    }
    expect(twoLayers([null, null])).toBeNull();
  });

  test('keep of each draw one number for each replication that has a value, and none of its rows', () => {
    const drawn = { ...scenario, accepts: 0.5, arrivalsPerYear: 1 };
    const { rows } = simulate(drawn, { seed: 1, replications: 50, precision: null }, () => 'go on');
    const fraction = fractionOf(drawn, rows, 'never-admitted');
    const summed = summedDraw(fraction);
    const ratios = [...(fraction?.above ?? [])].map((value, index) => value / (fraction?.below[index] ?? 0)).filter(Number.isFinite);
    expect(ratios.length).toBeLessThan(50);
    expect([...(summed?.values ?? [])]).toEqual(ratios);
    expect(summed?.values.buffer.byteLength).toBe(8 * ratios.length);
  });
});
