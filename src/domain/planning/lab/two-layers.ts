/**
 * Two layers of uncertainty, shown apart (da: to slags usikkerhed): what is not known of the assumptions, outside, and what chance does when they are known,
 * inside. Outside each assumption is drawn evenly over its range; inside many replications are simulated, other ones for each draw, so that
 * their noise can be taken out of what the assumptions do.
 */
import { drawOf, personKey, replicationKey } from '../simulation/person-draws.ts';
import type { Scenario } from '../simulation/scenario.ts';
import { pulled } from './check-basis.ts';
import { leverIds, withLever } from './levers.ts';
import type { Fraction } from './paired.ts';
import { quantile } from '../../sample-figures.ts';

/** One draw of the assumptions, and the seed of its replications. */
export type OuterDraw = { readonly scenario: Scenario; readonly seed: number };

/** So many draws of all assumptions that have a range; the same seed gives the same draws, and more of them go on from fewer. */
export function outerDraws(scenario: Scenario, seed: number, draws: number): readonly OuterDraw[] {
  const levers = pulled(scenario);
  return Array.from({ length: draws }, (_, draw) => {
    const chance = personKey(replicationKey(seed, draw), -1);
    return {
      seed: replicationKey(seed, draw) >>> 0,
      scenario: levers.reduce(
        (changed, { lever, range: [low, high] }) => withLever(changed, lever, low + (high - low) * drawOf(chance, leverIds.indexOf(lever))),
        scenario,
      ),
    };
  });
}

/** 5, 25, 50, 75 and 95 %. */
export type Spread = readonly [number, number, number, number, number];

export type TwoLayers = {
  readonly mean: number;
  /** What the assumptions do to the mean of many replications, and what chance does around it; both layers together. */
  readonly assumptions: Spread;
  readonly chance: Spread;
  readonly both: Spread;
  readonly varianceOfAssumptions: number;
  readonly varianceOfChance: number;
  readonly draws: number;
};

/** `fractions` are one measure of each outer draw; null where fewer than two of them have two replications with a value. */
export function twoLayers(fractions: readonly (Fraction | null)[]): TwoLayers | null {
  const inner = fractions.flatMap((fraction) => {
    const values = fraction ? valuesOf(fraction) : [];
    return values.length < 2 ? [] : [{ values, mean: meanOf(values), variance: varianceOf(values) }];
  });
  if (inner.length < 2) return null;
  const means = inner.map(({ mean }) => mean);
  const mean = meanOf(means);
  const varianceOfChance = meanOf(inner.map(({ variance }) => variance));
  const noise = meanOf(inner.map(({ values, variance }) => variance / values.length));
  const varianceOfMeans = varianceOf(means);
  const varianceOfAssumptions = Math.max(0, varianceOfMeans - noise);
  // The means are drawn together by what chance has added to their spread.
  const kept = varianceOfMeans > 0 ? Math.sqrt(varianceOfAssumptions / varianceOfMeans) : 0;
  return {
    mean,
    assumptions: spreadOf(means.map((each) => mean + (each - mean) * kept)),
    chance: spreadOf(inner.flatMap(({ values, mean: own }) => values.map((value) => mean + value - own))),
    both: spreadOf(inner.flatMap(({ values }) => values)),
    varianceOfAssumptions,
    varianceOfChance,
    draws: inner.length,
  };
}

function valuesOf({ above, below }: Fraction): readonly number[] {
  return [...above].flatMap((value, index) => {
    const under = below[index] ?? 0;
    return under === 0 ? [] : [value / under];
  });
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function varianceOf(values: readonly number[]): number {
  const mean = meanOf(values);
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
}

function spreadOf(values: readonly number[]): Spread {
  const ordered = Float64Array.from(values).sort();
  return [quantile(ordered, 0.05), quantile(ordered, 0.25), quantile(ordered, 0.5), quantile(ordered, 0.75), quantile(ordered, 0.95)];
}
