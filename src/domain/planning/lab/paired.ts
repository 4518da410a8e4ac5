/**
 * Numbers of the lab from rows of replications, and the differences between two proposals replication by replication: the same women come to
 * both, so what both owe to chance falls out of the difference. Everything is a ratio of two sums, with the interval of a jackknife that
 * leaves one replication out at a time (Efron and Tibshirani, An Introduction to the Bootstrap, ch. 11).
 */
import { quantile, ratiosWithoutOne } from '../../sample-figures.ts';
import type { Rows } from '../simulation/measures.ts';
import { type SiteMeasure, siteAt, type WholeMeasure, wholeAt, yearAt } from '../simulation/replication-row.ts';
import { daysPerYear, spentOf } from '../simulation/spent.ts';
import { shareInterval } from '../simulation/share-interval.ts';
import { type Scenario, weeksPerYear } from '../simulation/scenario.ts';
import { threeAYear } from '../volume-criterion.ts';

export const labMeasures = [
  'admissions-a-year',
  /** Of all units' years, the share that bring three admissions. */
  'unit-years-with-three',
  'occupancy',
  'weeks-lost',
  'refusals-a-year',
  'never-admitted',
  'travel-minutes',
  'open-place-days',
  'empty-place-days',
  'cost-a-year',
  'cost-per-stay',
] as const;
export type LabMeasure = (typeof labMeasures)[number];

/** The measures that are shares: the precision is asked of them in points. */
export const labShares = ['unit-years-with-three', 'occupancy', 'never-admitted'] as const satisfies readonly LabMeasure[];

/** Above and below the line in each replication. */
export type Fraction = { readonly above: Float64Array; readonly below: Float64Array };

/** A mean with the interval in which it lies with 95 % confidence, given so many replications. */
export type Interval = readonly [number, number];
export type Estimated = { readonly mean: number; readonly interval: Interval };

const normal95 = 1.959963984540054;

/** Null where the scenario has no such measure: travel without areas, cost without costs, admissions without units. */
export function fractionOf(scenario: Scenario, rows: Rows, measure: LabMeasure): Fraction | null {
  const { years, sites, costs } = scenario;
  const { count, shape } = rows;
  const whole = (name: WholeMeasure): Float64Array => column(rows, wholeAt(name));
  const ofSites = (name: SiteMeasure): Float64Array =>
    added(
      rows,
      sites.map((_, site) => siteAt(shape, site, name)),
    );
  const always = (value: number): Float64Array => new Float64Array(count).fill(value);
  const aYear = (above: Float64Array): Fraction => ({ above, below: always(years) });
  if (sites.length === 0 && measure !== 'never-admitted' && measure !== 'admissions-a-year') return null;
  switch (measure) {
    case 'admissions-a-year':
      return aYear(whole('admitted'));
    case 'unit-years-with-three':
      return { above: unitYearsWithThree(rows), below: always(years * sites.length) };
    case 'occupancy':
      return { above: ofSites('occupied-years'), below: ofSites('open-years') };
    case 'weeks-lost':
      return scenario.course ? { above: whole('years-waited').map((value) => value * weeksPerYear), below: whole('admitted') } : null;
    case 'refusals-a-year':
      return aYear(ofSites('refusals'));
    case 'never-admitted': {
      const [turnedAway, never, arrivals, declined] = [whole('turned-away'), whole('never-admitted'), whole('arrivals'), whole('declined')];
      const seeking = arrivals.map((value, index) => value - (declined[index] ?? 0));
      // Without units, who still waits on the last day waits for nothing.
      return { above: sites.length === 0 ? seeking : plus(turnedAway, never), below: seeking };
    }
    case 'travel-minutes':
      return scenario.areas ? { above: whole('minutes'), below: whole('admitted') } : null;
    case 'open-place-days':
      return aYear(ofSites('open-years').map((value) => value * daysPerYear));
    case 'empty-place-days': {
      const occupied = ofSites('occupied-years');
      return aYear(ofSites('open-years').map((value, index) => (value - (occupied[index] ?? 0)) * daysPerYear));
    }
    case 'cost-a-year':
    case 'cost-per-stay': {
      if (!costs) return null;
      const columns = { openYears: ofSites('open-years'), occupiedYears: ofSites('occupied-years'), openings: ofSites('openings') };
      const spent = spentOf(costs, scenario, columns);
      return measure === 'cost-a-year' ? aYear(spent) : { above: spent, below: whole('admitted') };
    }
  }
}

/** Null where there is nothing below the line. A `share` lies from 0 to 1, and its interval with it. */
export function estimatedOf(fraction: Fraction | null, of: 'amount' | 'share' = 'amount'): Estimated | null {
  const left = fraction && leftOut(fraction);
  if (!left) return null;
  const interval = around(left.whole, left.without);
  if (of === 'amount') return { mean: left.whole, interval };
  const replications = fraction.below.filter((value) => value > 0).length;
  return { mean: left.whole, interval: shareInterval(left.whole, (interval[1] - interval[0]) / 2, replications) };
}

/** The estimate of a measure of the lab: a share where it is one. */
export function measuredOf(fraction: Fraction | null, measure: LabMeasure): Estimated | null {
  return estimatedOf(fraction, labShares.some((share) => share === measure) ? 'share' : 'amount');
}

/** The difference of two ratios in the same replications, first less second; null where one of them has no value. */
export function differenceOf(one: Fraction | null, other: Fraction | null): Estimated | null {
  const [first, second] = [one && leftOut(one), other && leftOut(other)];
  if (!first || !second) return null;
  const mean = first.whole - second.whole;
  return {
    mean,
    interval: around(
      mean,
      first.without.map((value, index) => value - (second.without[index] ?? 0)),
    ),
  };
}

/** 5, 50 and 95 % of the replications' own ratios: what chance alone does in so many years; null where none has a value. */
export function chanceOf({ above, below }: Fraction): readonly [number, number, number] | null {
  const values = [...above].flatMap((value, index) => {
    const under = below[index] ?? 0;
    return under === 0 ? [] : [value / under];
  });
  if (values.length === 0) return null;
  const ordered = Float64Array.from(values).toSorted();
  return [quantile(ordered, 0.05), quantile(ordered, 0.5), quantile(ordered, 0.95)];
}

/** The ratio of all replications, and without each of them in turn. */
function leftOut({ above, below }: Fraction): { readonly whole: number; readonly without: readonly number[] } | null {
  const [top, bottom] = [total(above), total(below)];
  if (bottom === 0) return null;
  return { whole: top / bottom, without: [...ratiosWithoutOne(above, below, { top, bottom })] };
}

function around(mean: number, without: readonly number[]): Interval {
  const count = without.length;
  if (count < 2) return [-Infinity, Infinity];
  const centre = total(without) / count;
  const spread = without.reduce((sum, value) => sum + (value - centre) ** 2, 0) * ((count - 1) / count);
  const half = normal95 * Math.sqrt(spread);
  return [mean - half, mean + half];
}

function unitYearsWithThree(rows: Rows): Float64Array {
  const { shape } = rows;
  const reached = new Float64Array(rows.count);
  for (let site = 0; site < shape.sites; site += 1)
    for (let year = 0; year < shape.years; year += 1)
      for (const [index, admissions] of column(rows, yearAt(shape, site, year)).entries())
        if (admissions >= threeAYear.least) reached[index] = (reached[index] ?? 0) + 1;
  return reached;
}

/** One number of each replication. */
export function column({ shape, count, rows }: Rows, at: number): Float64Array {
  return Float64Array.from({ length: count }, (_, index) => rows[index * shape.length + at] ?? 0);
}

function added(rows: Rows, cells: readonly number[]): Float64Array {
  let sum: Float64Array = new Float64Array(rows.count);
  for (const at of cells) sum = plus(sum, column(rows, at));
  return sum;
}

function plus(one: Float64Array, other: Float64Array): Float64Array {
  return one.map((value, index) => value + (other[index] ?? 0));
}

function total(values: Iterable<number>): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}
