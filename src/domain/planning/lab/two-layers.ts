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

/** What is kept of one measure of an outer draw when its replications are gone. */
export type SummedDraw = { readonly values: Float64Array; readonly mean: number; readonly variance: number };

/** Null where fewer than two replications have a value. */
export function summedDraw(fraction: Fraction | null): SummedDraw | null {
  if (!fraction) return null;
  const values = valuesOf(fraction);
  return values.length < 2 ? null : { values, mean: meanOf(values), variance: varianceOf(values) };
}

/**
 * `draws` are one measure of each outer draw; null where fewer than two of them have a value. `within` are the values that the measure can have: chance
 * around the common mean is moved there from draws with other means, and is not told beyond them.
 */
export function twoLayers(
  draws: readonly (SummedDraw | null)[],
  within: readonly [least: number, most: number] = [-Infinity, Infinity],
): TwoLayers | null {
  const inner = draws.filter((draw) => draw !== null);
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
    assumptions: spreadOf(Float64Array.from(means, (each) => mean + (each - mean) * kept)),
    chance: heldWithin(spreadOf(joined(inner, ({ mean: own }) => mean - own)), within),
    both: spreadOf(joined(inner, () => 0)),
    varianceOfAssumptions,
    varianceOfChance,
    draws: inner.length,
  };
}

function heldWithin(spread: Spread, [least, most]: readonly [number, number]): Spread {
  const held = (value: number): number => Math.min(Math.max(value, least), most);
  return [held(spread[0]), held(spread[1]), held(spread[2]), held(spread[3]), held(spread[4])];
}

/** The values of all draws, those of each moved by its own number. */
function joined(draws: readonly SummedDraw[], moved: (draw: SummedDraw) => number): Float64Array {
  const all = new Float64Array(draws.reduce((sum, { values }) => sum + values.length, 0));
  let at = 0;
  for (const draw of draws) {
    const by = moved(draw);
    for (const value of draw.values) {
      all[at] = value + by;
      at += 1;
    }
  }
  return all;
}

function valuesOf({ above, below }: Fraction): Float64Array {
  return above.map((value, index) => value / (below[index] ?? 0)).filter((_, index) => (below[index] ?? 0) !== 0);
}

function meanOf(values: readonly number[] | Float64Array): number {
  return sumOf(values) / values.length;
}

function varianceOf(values: readonly number[] | Float64Array): number {
  const mean = meanOf(values);
  let sum = 0;
  for (const value of values) sum += (value - mean) ** 2;
  return sum / (values.length - 1);
}

function sumOf(values: Iterable<number>): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}

/** Puts the values in order where they stand. */
function spreadOf(values: Float64Array): Spread {
  const ordered = values.sort();
  return [quantile(ordered, 0.05), quantile(ordered, 0.25), quantile(ordered, 0.5), quantile(ordered, 0.75), quantile(ordered, 0.95)];
}
