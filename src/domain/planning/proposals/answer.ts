/** What a proposal would give under an estimate of need: simulated for the lowest, the middle and the highest demand of the estimate. */
import type { Measure } from '../simulation/measures.ts';
import type { Simulated } from '../simulation/run.ts';
import { probabilityOfVolume, threeAYear } from '../volume-criterion.ts';
import { type CarriedUnits, unitsCarried, womenNeeded } from './carried-units.ts';
import { demandsOf, type NeedEstimate } from './need-estimates.ts';

/** Two ends: of the estimate, not of chance. */
export type DemandSpan = { readonly from: number; readonly to: number };

/** From the least to the most over the estimate, and what it is at the middle of the estimate. */
export type DemandRange = DemandSpan & { readonly middle: number };

/** Admissions of a unit in single years. */
export type UnitAnswer = {
  readonly site: string;
  readonly mean: DemandRange;
  /** 5, 50 and 95 % of the years at the middle of the estimate. */
  readonly years: readonly [number, number, number];
  /** From 5 % of the years at one end of the estimate to 95 % at the other. */
  readonly outer: DemandSpan;
  /** The share of years with three admissions, simulated. */
  readonly withThree: DemandRange;
};

/** What a proposal would give under one estimate of need. */
export type NeedAnswer = {
  /** The share who accept a place: whoever declines one is in none of the numbers that follow. */
  readonly accepts: number;
  readonly units: readonly UnitAnswer[];
  /** The probability that a year brings three to each unit if they share the demand alike: exact. Null without units. */
  readonly equalShareWithThree: DemandRange | null;
  /** How many units of equal share would each reach three with 90 %: exact. */
  readonly sustained: CarriedUnits;
  /** Women a year from which on there are enough for the units of the proposal: exact. */
  readonly needed: number;
  /** Of those who accept a place. */
  readonly neverAdmitted: DemandRange;
  /** Mean weeks of pregnancy that pass before an admitted woman comes in; null where nobody is admitted. */
  readonly weeksLost: DemandRange | null;
  /** Of the places that are open, the share that is taken. */
  readonly occupancy: DemandRange | null;
  /** Mean weeks from admission to birth of those who come in before it, and the share of the times that a site was asked and said no. */
  readonly weeksBeforeBirth: DemandRange | null;
  readonly refused: DemandRange | null;
  /** Minutes by car, one way; null where nobody is admitted. */
  readonly minutes: DemandRange | null;
};

/**
 * Puts the three simulations of an estimate (lowest, middle, highest demand) together: `accepts` is the share who accept, `dispersion` the shape of the
 * variation between years.
 */
export function needAnswer(
  need: NeedEstimate,
  proposal: { readonly sites: readonly string[]; readonly accepts?: number | undefined; readonly dispersion?: number | undefined },
  runs: readonly [Simulated, Simulated, Simulated],
): NeedAnswer {
  const { sites, accepts = 1, dispersion = null } = proposal;
  const units = sites.length;
  const criterion = { ...threeAYear, dispersion };
  return {
    accepts,
    units: sites.map((site) => unitAnswer(site, runs)),
    equalShareWithThree:
      units === 0 ? null : rangeOf(demandsOf(need).map((demand) => probabilityOfVolume((demand * accepts) / units, criterion))),
    sustained: unitsCarried(need, proposal),
    needed: womenNeeded(units, proposal),
    neverAdmitted: units === 0 ? { from: 1, middle: 1, to: 1 } : rangeOver(runs, (run) => valueOf(run, 'share-never-admitted', null) ?? 0),
    weeksLost: known(runs, 'weeks-lost-of-admitted'),
    occupancy: known(runs, 'occupancy'),
    weeksBeforeBirth: known(runs, 'weeks-before-birth'),
    refused: known(runs, 'share-refused-by-sites'),
    minutes: known(runs, 'travel-minutes'),
  };
}

function unitAnswer(site: string, runs: readonly [Simulated, Simulated, Simulated]): UnitAnswer {
  const years = runs.map((run) => measureOf(run, 'admissions-a-year', site)?.quantiles ?? []);
  const [low = 0, , middle = 0, , high = 0] = years[1] ?? [];
  return {
    site,
    mean: rangeOver(runs, (run) => valueOf(run, 'admissions-a-year', site) ?? 0),
    years: [low, middle, high],
    outer: { from: Math.min(...years.map(([least = 0]) => least)), to: Math.max(...years.map((all) => all[4] ?? 0)) },
    withThree: rangeOver(runs, (run) => valueOf(run, 'share-of-years-with-three', site) ?? 0),
  };
}

/** Null where none of the three has a value. Where the middle has none, what is there is all that is known. */
function known(runs: readonly Simulated[], name: string): DemandRange | null {
  const values = runs.map((run) => valueOf(run, name, null));
  const there = values.filter((value) => value !== null);
  const [first] = there;
  return first === undefined ? null : { from: Math.min(...there), middle: values[1] ?? first, to: Math.max(...there) };
}

function rangeOver(runs: readonly Simulated[], of: (run: Simulated) => number): DemandRange {
  return rangeOf(runs.map(of));
}

/** Of the values at the lowest, the middle and the highest number of an estimate. */
function rangeOf(values: readonly number[]): DemandRange {
  return { from: Math.min(...values), middle: values[1] ?? 0, to: Math.max(...values) };
}

function valueOf(run: Simulated, name: string, site: string | null): number | null {
  return measureOf(run, name, site)?.mean ?? null;
}

function measureOf({ measures }: Simulated, name: string, site: string | null): Measure | undefined {
  return measures.find((measure) => measure.name === name && measure.site === site);
}
