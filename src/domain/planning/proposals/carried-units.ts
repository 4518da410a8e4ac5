/**
 * How many units an estimate of need brings women enough for (da: hvor mange afsnit et skøn kan bære). One definition for every page and for the
 * command line: the women of the estimate who accept share themselves alike among the units, each unit's admissions of a year come by chance (or
 * with the variation between years that the scenario states), and a unit is carried when it reaches three in 90 % of the years. The two ends of an
 * estimate are answered apart. What next year's uncertainty would take from it is another question (`unitsUnderDemand`).
 */
import { meanNeeded, threeAYear, unitsSustained } from '../volume-criterion.ts';
import type { NeedEstimate } from './need-estimates.ts';

/** The share of years that must reach three. */
export const sustainedAt = 0.9;

/** Units at the lowest number of the estimate, at its middle and at its highest. */
export type CarriedUnits = { readonly from: number; readonly middle: number; readonly to: number };

/** What of a proposal counts: the share who accept a place, and the shape of the variation between years. */
export type CarriedBy = { readonly accepts?: number | undefined; readonly dispersion?: number | null | undefined };

export function unitsCarried({ from, to }: NeedEstimate, { accepts = 1, dispersion = null }: CarriedBy = {}): CarriedUnits {
  const at = (demand: number): number => unitsSustained(demand * accepts, sustainedAt, { ...threeAYear, dispersion });
  return { from: at(from), middle: at((from + to) / 2), to: at(to) };
}

/** Women a year from which on there are enough for so many units; nobody is needed where there is no unit, and where none accepts nobody is enough. */
export function womenNeeded(units: number, { accepts = 1, dispersion = null }: CarriedBy = {}): number {
  return units === 0 ? 0 : (units * meanForThree(dispersion)) / accepts;
}

/** The mean a year that a unit needs to reach three in 90 % of the years, by chance alone or where years differ. */
export function meanForThree(dispersion: number | null = null): number {
  return meanNeeded(sustainedAt, { ...threeAYear, dispersion });
}

/** `upper` where the lowest number of the estimate is not enough and the highest is; `nothing` where there is no unit to carry. */
export const carryings = ['whole', 'upper', 'no', 'nothing'] as const;
export type Carrying = (typeof carryings)[number];

/** Whether so many units are carried. */
export function carryingOf(units: number, { from, to }: Pick<CarriedUnits, 'from' | 'to'>): Carrying {
  if (units === 0) return 'nothing';
  if (units <= from) return 'whole';
  return units <= to ? 'upper' : 'no';
}
