/**
 * Public cost of pathways by age interval (da: offentlige udgifter pr. aldersinterval), from a table that somebody uploads. Nothing is invented: an empty
 * table gives an empty answer. Amounts are in the prices of one year; an amount a year is spread evenly over its interval and discounted to one
 * moment, (1 + r) to the power of minus the years from then: for an interval from a to b it is the integral,
 * amount · ((1 + r)^−a − (1 + r)^−b) / ln(1 + r).
 */

/** An amount a year of a pathway, between two ages in years from the birth; below 0 is pregnancy. Lines of a pathway may lie over each other and add up. */
export type CostLine = { readonly pathway: string; readonly from: number; readonly to: number; readonly perYear: number };

export type PathwayCostTable = {
  readonly currency: string;
  readonly priceYear: number;
  /** A year, 0 or more. */
  readonly discountRate: number;
  /** The age to which is discounted; the youngest of the table where it is null. */
  readonly at: number | null;
  readonly lines: readonly CostLine[];
};

export type IntervalCost = { readonly from: number; readonly to: number; readonly undiscounted: number; readonly presentValue: number };

export type PathwayCost = {
  readonly pathway: string;
  /** Each stretch of ages in which the amount does not change. */
  readonly intervals: readonly IntervalCost[];
  readonly undiscounted: number;
  readonly presentValue: number;
};

export type PathwayCosts =
  | { readonly outcome: 'worked-out'; readonly at: number; readonly pathways: readonly PathwayCost[] }
  | { readonly outcome: 'empty' };

/** Every pathway of the table, in the order in which they are named. */
export function pathwayCosts(table: PathwayCostTable): PathwayCosts {
  const { lines } = table;
  if (lines.length === 0) return { outcome: 'empty' };
  const at = momentOf(table);
  const pathways = [...new Set(lines.map(({ pathway }) => pathway))].map((pathway): PathwayCost => {
    const intervals = stretchesOf(lines.filter((line) => line.pathway === pathway)).map(({ from, to, perYear }) => ({
      from,
      to,
      undiscounted: perYear * (to - from),
      presentValue: perYear * yearsWorth(from - at, to - at, table.discountRate),
    }));
    return {
      pathway,
      intervals,
      undiscounted: intervals.reduce((sum, each) => sum + each.undiscounted, 0),
      presentValue: intervals.reduce((sum, each) => sum + each.presentValue, 0),
    };
  });
  return { outcome: 'worked-out', at, pathways };
}

/** What a pathway has cost in all when the child is so old, discounted. */
export type AccumulatedCost = { readonly age: number; readonly presentValue: number };

/** Points of the curve of what a pathway has cost (da: samlet udgift indtil en alder), from the youngest age of the table to the oldest. */
export function accumulated(table: PathwayCostTable, pathway: string, pointsInAStretch = 12): readonly AccumulatedCost[] {
  const { lines, discountRate } = table;
  if (lines.length === 0) return [];
  const at = momentOf(table);
  const points: AccumulatedCost[] = [{ age: Math.min(...lines.map(({ from }) => from)), presentValue: 0 }];
  let before = 0;
  for (const { from, to, perYear } of stretchesOf(lines.filter((line) => line.pathway === pathway))) {
    points.push({ age: from, presentValue: before });
    for (let point = 1; point <= pointsInAStretch; point += 1) {
      const age = from + ((to - from) * point) / pointsInAStretch;
      points.push({ age, presentValue: before + perYear * yearsWorth(from - at, age - at, discountRate) });
    }
    before = points.at(-1)?.presentValue ?? before;
  }
  return [...points, { age: Math.max(...lines.map(({ to }) => to)), presentValue: before }];
}

/** What it would mean to go the one way instead of the other. */
export type BreakEven =
  | {
      readonly outcome: 'compared';
      /** Present value of the one way less that of the other: below 0 it saves. */
      readonly net: number;
      /**
       * The age from which on the one way has never again cost more than the other, all until then together: `from-the-start`, where it never has; null
       * where it still has at the end of the table.
       */
      readonly age: number | 'from-the-start' | null;
      /** Whether the one way had at some age cost less than the other, and cost more again later: until then it was the dearer at times, not throughout. */
      readonly turnedBack: boolean;
      /** What could be paid once, at the moment to which is discounted, before nothing is saved; 0 where nothing is. */
      readonly couldPay: number;
    }
  | { readonly outcome: 'empty' }
  | { readonly outcome: 'unknown-pathway'; readonly pathway: string };

/** `spent` is paid once more for the one way, at the moment to which is discounted. */
export function breakEven(table: PathwayCostTable, one: string, other: string, spent = 0): BreakEven {
  const { lines, discountRate } = table;
  if (lines.length === 0) return { outcome: 'empty' };
  for (const pathway of [one, other]) if (!lines.some((line) => line.pathway === pathway)) return { outcome: 'unknown-pathway', pathway };
  const at = momentOf(table);
  const signed = lines.flatMap(({ pathway, perYear, ...ages }) => {
    const amount = (pathway === one ? perYear : 0) - (pathway === other ? perYear : 0);
    return amount === 0 ? [] : [{ pathway, perYear: amount, ...ages }];
  });
  const stretches = stretchesOf(signed);
  const unseen = 1e-9 * stretches.reduce((sum, { from, to, perYear }) => sum + Math.abs(perYear) * (to - from), Math.abs(spent));
  let net = spent;
  let age: number | 'from-the-start' | null = net > unseen ? null : 'from-the-start';
  let [wasLess, turnedBack] = [false, false];
  // Within a stretch it goes one way only, so its ends tell.
  for (const { from, to, perYear } of stretches) {
    const before = net;
    net += perYear * yearsWorth(from - at, to - at, discountRate);
    turnedBack ||= net > unseen && wasLess;
    wasLess ||= net < -unseen;
    if (net > unseen) age = null;
    else if (before > unseen) age = at + yearsUntilWorth(from - at, -before / perYear, discountRate);
  }
  return { outcome: 'compared', net, age, turnedBack, couldPay: Math.max(0, spent - net) };
}

/** The discount rates that the sign of a comparison is looked at under, as shares a year. */
const ratesTried: readonly number[] = Array.from({ length: 11 }, (_, percent) => percent / 100);

/** The rate nearest to the table's own, of `ratesTried`, at which the cheaper of two pathways is the other one; null where the sign is the same at all. */
export function netTurnsAt(table: PathwayCostTable, one: string, other: string, spent = 0): number | null {
  const signAt = (discountRate: number): number => {
    const answer = breakEven({ ...table, discountRate }, one, other, spent);
    return answer.outcome !== 'compared' || Math.abs(answer.net) < 0.005 ? 0 : Math.sign(answer.net);
  };
  const own = signAt(table.discountRate);
  const away = (rate: number): number => Math.abs(rate - table.discountRate);
  const turned = own === 0 ? [] : ratesTried.filter((rate) => signAt(rate) === -own);
  return turned.toSorted((left, right) => away(left) - away(right))[0] ?? null;
}

/** The share of stays that must turn the other way into the one for a stay to pay for itself; null where turning saves nothing. Above 1 it never does. */
export function shareThatPays(costOfStay: number, saved: number): number | null {
  return saved > 0 ? costOfStay / saved : null;
}

/** Whether the table says something of the same ages for both: where it says nothing, nothing is reckoned. */
export function coverAlike({ lines }: PathwayCostTable, one: string, other: string): boolean {
  const covered = (pathway: string): string => {
    const joined: [from: number, to: number][] = [];
    for (const { from, to } of lines.filter((line) => line.pathway === pathway).toSorted((a, b) => a.from - b.from)) {
      const last = joined.at(-1);
      if (last && from <= last[1]) last[1] = Math.max(last[1], to);
      else joined.push([from, to]);
    }
    return JSON.stringify(joined);
  };
  return covered(one) === covered(other);
}

function momentOf({ at, lines }: PathwayCostTable): number {
  return at ?? lines.reduce((youngest, { from }) => Math.min(youngest, from), Infinity);
}

/** Stretches in which the sum of the lines does not change, in order; where nothing is said there is none. */
function stretchesOf(lines: readonly CostLine[]): readonly { readonly from: number; readonly to: number; readonly perYear: number }[] {
  const ages = [...new Set(lines.flatMap(({ from, to }) => [from, to]))].toSorted((one, other) => one - other);
  return ages.slice(0, -1).flatMap((from, index) => {
    const to = ages[index + 1] ?? from;
    const here = lines.filter((line) => line.from <= from && line.to >= to);
    return here.length === 0 ? [] : [{ from, to, perYear: here.reduce((sum, { perYear }) => sum + perYear, 0) }];
  });
}

/** What 1 a year is worth between two times: ∫ (1 + r)^−t dt. */
function yearsWorth(from: number, to: number, rate: number): number {
  const force = Math.log1p(rate);
  return force === 0 ? to - from : (Math.exp(-force * from) * -Math.expm1(-force * (to - from))) / force;
}

/** The time after `from` at which 1 a year has come to so much. */
function yearsUntilWorth(from: number, worth: number, rate: number): number {
  const force = Math.log1p(rate);
  return force === 0 ? from + worth : from - Math.log1p(-worth * force * Math.exp(force * from)) / force;
}
