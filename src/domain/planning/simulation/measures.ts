/** What replications add up to: means with intervals, and how single replications are spread. */
import { quantile, ratiosWithoutOne, wilson } from '../../sample-figures.ts';
import { type SiteMeasure, siteAt, type RowShape, rowShape, type WholeMeasure, wholeAt, yearAt } from './replication-row.ts';
import { daysPerYear, presentShare, spentOf } from './spent.ts';
import { shareInterval } from './share-interval.ts';
import { type Costs, type Scenario, weeksPerYear } from './scenario.ts';

/** Rows of replications, one after the other. */
export type Rows = { readonly shape: RowShape; readonly count: number; readonly rows: Float64Array };

/** Shares of the replications (or of their years) below which the quantiles lie. */
export const quantileShares = [0.05, 0.25, 0.5, 0.75, 0.95] as const;

/**
 * A measure (da: mål). `site` is null for the whole. `interval` is where the mean lies with 95 % confidence given so many replications, which says
 * nothing of the assumptions; `quantiles` are the 5, 25, 50, 75 and 95 % of single replications, or of single years where the name says so.
 * A number is null where it has no value: a cost per stay when nobody is admitted.
 */
export type Measure = {
  readonly name: string;
  readonly site: string | null;
  readonly mean: number | null;
  readonly interval: readonly [number, number] | null;
  readonly quantiles: readonly number[] | null;
};

/** Admissions a year that the screening model asks of a unit. */
const criterion = 3;

export function rowsOf(scenario: Scenario, count: number, rows: Float64Array): Rows {
  return { shape: rowShape(scenario.sites.length, scenario.years), count, rows };
}

/** All measures of a scenario, the whole first, then site by site. */
export function measuresOf(scenario: Scenario, rows: Rows): readonly Measure[] {
  const { years, sites, costs, course } = scenario;
  const whole = (measure: WholeMeasure): Column => columnAt(rows, wholeAt(measure));
  const ofSites = (measure: SiteMeasure): Column =>
    sum(
      sites.map((_, site) => columnAt(rows, siteAt(rows.shape, site, measure))),
      rows.count,
    );
  const [arrivals, admitted, turnedAway, never] = [whole('arrivals'), whole('admitted'), whole('turned-away'), whole('never-admitted')];
  const seeking = difference(arrivals, whole('declined'));
  // Whoever was turned away at once is never admitted either.
  const outside = sum([turnedAway, never], rows.count);
  const perYear = (name: string, column: Column, site: string | null = null): Measure => mean(name, scaled(column, 1 / years), site);
  // As the register counts what the sites said no to: of all the times that a place was asked for, and not of the women.
  const asked = sum([ofSites('admissions'), ofSites('refusals')], rows.count);
  const weeksWaited = scaled(whole('years-waited'), weeksPerYear);
  return [
    perYear('arrivals-a-year', arrivals),
    perYear('admissions-a-year', admitted),
    asShare(ratio('share-admitted', admitted, seeking), seeking),
    asShare(ratio('share-turned-away', turnedAway, seeking), seeking),
    asShare(ratio('share-gave-up-waiting', never, seeking), seeking),
    asShare(ratio('share-never-admitted', outside, seeking), seeking),
    asShare(ratio('share-waited', whole('waited'), admitted), admitted),
    ratio('weeks-waited', weeksWaited, admitted),
    ...(course
      ? [
          ratio('weeks-lost-of-admitted', weeksWaited, admitted),
          ratio('weeks-lost-of-never-admitted', whole('weeks-lost-never'), outside),
          ratio('weeks-before-birth', whole('weeks-before-birth'), whole('before-birth')),
        ]
      : []),
    ...(scenario.areas ? [ratio('travel-minutes', whole('minutes'), admitted)] : []),
    asShare(ratio('occupancy', ofSites('occupied-years'), ofSites('open-years')), ofSites('open-years')),
    asShare(ratio('share-refused-by-sites', ofSites('refusals'), asked), asked),
    perYear('open-place-days-a-year', scaled(ofSites('open-years'), daysPerYear)),
    perYear('empty-place-days-a-year', scaled(difference(ofSites('open-years'), ofSites('occupied-years')), daysPerYear)),
    perYear('openings-a-year', ofSites('openings')),
    ...(costs ? costMeasures(costs, scenario, rows, admitted) : []),
    ...sites.flatMap(({ id }, site) => siteMeasuresOf(rows, id, site, years)),
  ];
}

function siteMeasuresOf(rows: Rows, id: string, site: number, years: number): readonly Measure[] {
  const column = (measure: SiteMeasure): Column => columnAt(rows, siteAt(rows.shape, site, measure));
  const admissions = Array.from({ length: years }, (_, year) => columnAt(rows, yearAt(rows.shape, site, year)));
  const reached = admissions.map((of) => reachedIn(of, criterion));
  const every = reachedIn(sum(reached, rows.count), years);
  const always = new Float64Array(rows.count).fill(1);
  return [
    { ...mean('admissions-a-year', scaled(column('admissions'), 1 / years), id), quantiles: quantilesOf(join(admissions)) },
    asShare(mean('share-of-years-with-three', scaled(sum(reached, rows.count), 1 / years), id), always),
    probability('three-in-every-year', every, id),
    ...admissions.map((of, year) => mean(`admissions-in-year-${year + 1}`, of, id)),
    ...reached.map((of, year) => probability(`three-in-year-${year + 1}`, of, id)),
    asShare(ratio('occupancy', column('occupied-years'), column('open-years'), id), column('open-years')),
    mean('open-place-days-a-year', scaled(column('open-years'), daysPerYear / years), id),
    mean('empty-place-days-a-year', scaled(difference(column('open-years'), column('occupied-years')), daysPerYear / years), id),
    mean('openings-a-year', scaled(column('openings'), 1 / years), id),
    mean('refusals-a-year', scaled(column('refusals'), 1 / years), id),
  ];
}

/** Costs in the prices of the price year; those of later years are discounted to the opening day, each site's spread evenly over the years that it is open. */
function costMeasures(costs: Costs, scenario: Scenario, rows: Rows, admitted: Column): readonly Measure[] {
  const { years, sites } = scenario;
  const spentAt = sites.map((one, site) => {
    const column = (measure: SiteMeasure): Column => columnAt(rows, siteAt(rows.shape, site, measure));
    const columns = { openYears: column('open-years'), occupiedYears: column('occupied-years'), openings: column('openings') };
    return spentOf(costs, { years, sites: [one] }, columns);
  });
  const spent = sum(spentAt, rows.count);
  const present = spentAt.map((column, site) => scaled(column, presentShare(costs.discountRate, years, sites[site]?.opensAtYears)));
  // A ratio of means: where a replication admits nobody, its own cost per stay does not exist, and the quantiles are left out.
  const someEmpty = admitted.some((count) => count === 0);
  const perStay = ratio('cost-per-stay', spent, admitted);
  return [
    mean('cost-a-year', scaled(spent, 1 / years), null),
    mean('present-value', sum(present, rows.count), null),
    someEmpty ? { ...perStay, quantiles: null } : perStay,
  ];
}

type Column = Float64Array;

/** Loops, here and below: most of the time that few women a year take is spent in adding up. */
function columnAt({ shape, count, rows }: Rows, at: number): Column {
  const column = new Float64Array(count);
  for (let index = 0, cell = at; index < count; index += 1, cell += shape.length) column[index] = rows[cell] ?? 0;
  return column;
}

function sum(columns: readonly Column[], count: number): Column {
  const total = new Float64Array(count);
  for (const column of columns) for (let index = 0; index < count; index += 1) total[index] = (total[index] ?? 0) + (column[index] ?? 0);
  return total;
}

function difference(one: Column, other: Column): Column {
  const left = new Float64Array(one.length);
  for (let index = 0; index < one.length; index += 1) left[index] = (one[index] ?? 0) - (other[index] ?? 0);
  return left;
}

function scaled(column: Column, by: number): Column {
  const product = new Float64Array(column.length);
  for (let index = 0; index < column.length; index += 1) product[index] = (column[index] ?? 0) * by;
  return product;
}

function reachedIn(column: Column, least: number): Column {
  const reached = new Float64Array(column.length);
  for (let index = 0; index < column.length; index += 1) reached[index] = (column[index] ?? 0) >= least ? 1 : 0;
  return reached;
}

function join(columns: readonly Column[]): Column {
  const joined = new Float64Array(columns.reduce((length, column) => length + column.length, 0));
  let at = 0;
  for (const column of columns) {
    joined.set(column, at);
    at += column.length;
  }
  return joined;
}

function totalOf(column: Column): number {
  let total = 0;
  for (let index = 0; index < column.length; index += 1) total += column[index] ?? 0;
  return total;
}

function squaresAround(column: Column, centre: number): number {
  let squares = 0;
  for (let index = 0; index < column.length; index += 1) squares += ((column[index] ?? 0) - centre) ** 2;
  return squares;
}

const normal95 = 1.959963984540054;

/** The mean over replications with its normal interval. */
function mean(name: string, column: Column, site: string | null): Measure {
  const count = column.length;
  if (count === 0) return { name, site, mean: null, interval: null, quantiles: null };
  const centre = totalOf(column) / count;
  const squares = squaresAround(column, centre);
  const half = count > 1 ? normal95 * Math.sqrt(squares / (count - 1) / count) : Infinity;
  return { name, site, mean: centre, interval: [centre - half, centre + half], quantiles: quantilesOf(column) };
}

/** A ratio of sums with the interval of a jackknife that leaves one replication out at a time. */
function ratio(name: string, above: Column, below: Column, site: string | null = null): Measure {
  const count = above.length;
  const [top, bottom] = [totalOf(above), totalOf(below)];
  if (bottom === 0) return { name, site, mean: null, interval: null, quantiles: null };
  const whole = top / bottom;
  const left = ratiosWithoutOne(above, below, { top, bottom });
  const single = new Float64Array(count);
  let known = 0;
  for (let index = 0; index < count; index += 1) {
    const [value, of] = [above[index] ?? 0, below[index] ?? 0];
    if (of === 0) continue;
    single[known] = value / of;
    known += 1;
  }
  const spread = squaresAround(left, totalOf(left) / count) * ((count - 1) / count);
  const half = count > 1 ? normal95 * Math.sqrt(spread) : Infinity;
  return { name, site, mean: whole, interval: [whole - half, whole + half], quantiles: quantilesOf(single.subarray(0, known)) };
}

/** The same as a share of what is `below`; replications that have nothing there say nothing of it. */
function asShare(measure: Measure, below: Column): Measure {
  const { mean: share, interval } = measure;
  if (share === null || interval === null) return measure;
  const replications = below.filter((value) => value > 0).length;
  return { ...measure, interval: shareInterval(share, (interval[1] - interval[0]) / 2, replications) };
}

/** A probability with Wilson's interval; the quantiles of yes and no say nothing and are left out. */
function probability(name: string, yes: Column, site: string): Measure {
  const count = yes.length;
  if (count === 0) return { name, site, mean: null, interval: null, quantiles: null };
  const share = totalOf(yes) / count;
  return { name, site, mean: share, interval: wilson(share, count), quantiles: null };
}

function quantilesOf(column: Column): readonly number[] | null {
  if (column.length === 0) return null;
  const ordered = column.slice().sort();
  return quantileShares.map((share) => quantile(ordered, share));
}
