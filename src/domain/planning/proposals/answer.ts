/** What a proposal would give under an estimate of need: simulated for the lowest, the middle and the highest demand of the estimate. */
import type { Measure } from '../simulation/measures.ts';
import type { Simulated } from '../simulation/run.ts';
import { probabilityOfVolume, threeAYear } from '../volume-criterion.ts';
import { unitsCarried } from './carried-units.ts';
import { demandsOf, type NeedEstimate } from './need-estimates.ts';

/** Two ends: of the estimate, not of chance. */
export type DemandSpan = { readonly from: number; readonly to: number };

/** Admissions of a unit in single years: the mean at both ends of the estimate, and 5, 50 and 95 % of the years at its middle. */
export type UnitAnswer = {
  readonly site: string;
  readonly mean: DemandSpan;
  readonly years: readonly [number, number, number];
  /** The share of years with three admissions, simulated. */
  readonly withThree: DemandSpan;
};

/** What a proposal would give under one estimate of need. */
export type NeedAnswer = {
  readonly units: readonly UnitAnswer[];
  /** The probability that a year brings three to each unit if they share the demand alike: exact. Null without units. */
  readonly equalShareWithThree: DemandSpan | null;
  /** How many units of equal share would each reach three with 90 %: exact. */
  readonly sustained: DemandSpan;
  /** Of all who come. */
  readonly neverAdmitted: DemandSpan;
  /** Mean weeks of pregnancy that pass before an admitted woman comes in; null where nobody is admitted. */
  readonly weeksLost: DemandSpan | null;
  readonly occupancy: DemandSpan | null;
  /** Minutes by car, one way; null where nobody is admitted. */
  readonly minutes: DemandSpan | null;
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
  const [least, , most] = demandsOf(need);
  const units = sites.length;
  const criterion = { ...threeAYear, dispersion };
  const ends = (of: (demand: number) => number): DemandSpan => spanOf(of(least * accepts), of(most * accepts));
  return {
    units: sites.map((site) => unitAnswer(site, runs)),
    equalShareWithThree: units === 0 ? null : ends((demand) => probabilityOfVolume(demand / units, criterion)),
    sustained: unitsCarried(need, proposal),
    neverAdmitted: units === 0 ? { from: 1, to: 1 } : spanOver(runs, (run) => valueOf(run, 'share-never-admitted', null) ?? 0),
    weeksLost: known(runs, 'weeks-lost-of-admitted'),
    occupancy: known(runs, 'occupancy'),
    minutes: known(runs, 'travel-minutes'),
  };
}

function unitAnswer(site: string, runs: readonly [Simulated, Simulated, Simulated]): UnitAnswer {
  const [low = 0, , middle = 0, , high = 0] = measureOf(runs[1], 'admissions-a-year', site)?.quantiles ?? [];
  return {
    site,
    mean: spanOver(runs, (run) => valueOf(run, 'admissions-a-year', site) ?? 0),
    years: [low, middle, high],
    withThree: spanOver(runs, (run) => valueOf(run, 'share-of-years-with-three', site) ?? 0),
  };
}

function known(runs: readonly Simulated[], name: string): DemandSpan | null {
  const values = runs.flatMap((run) => valueOf(run, name, null) ?? []);
  return values.length === 0 ? null : { from: Math.min(...values), to: Math.max(...values) };
}

function spanOver(runs: readonly Simulated[], of: (run: Simulated) => number): DemandSpan {
  const values = runs.map(of);
  return { from: Math.min(...values), to: Math.max(...values) };
}

function spanOf(one: number, other: number): DemandSpan {
  return { from: Math.min(one, other), to: Math.max(one, other) };
}

function valueOf(run: Simulated, name: string, site: string | null): number | null {
  return measureOf(run, name, site)?.mean ?? null;
}

function measureOf({ measures }: Simulated, name: string, site: string | null): Measure | undefined {
  return measures.find((measure) => measure.name === name && measure.site === site);
}
