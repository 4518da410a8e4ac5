/**
 * How many residential units a year's demand can carry, when the demand itself is a distribution and not a number: next year's women spread by
 * chance and equally over the units, and each unit must admit so many as the volume criterion asks.
 */
import type { DemandDistribution } from '../estimation/demand.ts';

/** The probability that one unit of `units` gets at least `least` of the women who come. */
export function probabilityOfEnough({ probabilities }: DemandDistribution, units: number, least: number): number {
  const share = 1 / units;
  return probabilities.reduce((sum, probability, women) => sum + probability * atLeast(women, share, least), 0);
}

/** The most units that each get enough with this probability; 0 when not even one does. */
export function unitsUnderDemand(demand: DemandDistribution, probability: number, least: number): number {
  let units = 0;
  while (probabilityOfEnough(demand, units + 1, least) >= probability) units += 1;
  return units;
}

/** P(at least `least` of `women`), each with the same chance: 1 − the few terms below it. */
function atLeast(women: number, chance: number, least: number): number {
  if (women < least) return 0;
  if (chance === 1) return 1;
  let term = (1 - chance) ** women;
  let below = 0;
  for (let count = 0; count < least; count += 1) {
    below += term;
    term *= ((women - count) / (count + 1)) * (chance / (1 - chance));
  }
  return Math.max(0, 1 - below);
}
