/**
 * What may be said of a year (da: hvad kan siges om et år): which published number answers the question of the dispute, how many got or need
 * residential treatment, and which numbers it must not be set against. Made from the numbers in force and their definitions alone.
 */
import { compareEstimates } from './comparison.ts';
import { differInLength, yearsOf } from './number-period.ts';
import type { GridRow, PublishedEstimate } from './published-estimate.ts';

/**
 * What is answered with, the first that a year has. Those that a municipality decided for or that came to a stay are counted; a need is judged;
 * any treatment and a registration are wider than what is asked.
 */
export const answeringEvents = [
  'decided-residential',
  'family-stay',
  'needs-residential',
  'decided-any',
  'registered',
] as const satisfies readonly GridRow['event'][];
type AnsweringEvent = (typeof answeringEvents)[number];

export type Sayable = {
  readonly year: number;
  /** The number that may be quoted. */
  readonly quote: PublishedEstimate;
  /** The same counted of the same year, where another document says it in other numbers. */
  readonly otherwise: readonly PublishedEstimate[];
  /** What it is a part of or overlaps: it must not be added to them. */
  readonly neverAdd: readonly PublishedEstimate[];
  /** What counts something else: of each thing the one nearest in time. */
  readonly neverCompare: readonly PublishedEstimate[];
};

/** Every year that some number of the whole country answers, the newest first. */
export function sayableYears(all: readonly PublishedEstimate[]): readonly Sayable[] {
  const years = new Set(all.filter(answers).flatMap(yearsOf));
  return [...years].toSorted((a, b) => b - a).flatMap((year) => sayableOf(year, all) ?? []);
}

/** `null` where no number answers for the year. */
export function sayableOf(year: number, all: readonly PublishedEstimate[]): Sayable | null {
  const [quote, ...rest] = all
    .filter((one) => answers(one) && yearsOf(one).includes(year))
    .toSorted((one, other) => rankOf(one) - rankOf(other) || spanOf(one) - spanOf(other) || (one.said < other.said ? 1 : -1));
  return quote ? { year, quote, ...besides(quote, year, rest, all) } : null;
}

/** What is said beside a number that somebody has chosen, of the last year that it is about; `null` where it answers for none. */
export function sayableNumber(quote: PublishedEstimate, all: readonly PublishedEstimate[]): Sayable | null {
  const year = yearsOf(quote).at(-1);
  return year === undefined || !answers(quote)
    ? null
    : {
        year,
        quote,
        ...besides(
          quote,
          year,
          all.filter((one) => yearsOf(one).includes(year)),
          all,
        ),
      };
}

function besides(
  quote: PublishedEstimate,
  year: number,
  ofYear: readonly PublishedEstimate[],
  all: readonly PublishedEstimate[],
): Pick<Sayable, 'otherwise' | 'neverAdd' | 'neverCompare'> {
  const others = ofYear.filter(({ id }) => id !== quote.id);
  const outcome = (one: PublishedEstimate) => compareEstimates(quote, one).outcome;
  return {
    otherwise: others.filter((one) => outcome(one) === 'same-definition' && saysOtherwise(one, quote)),
    neverAdd: others.filter((one) => answers(one) && (outcome(one) === 'part-of' || outcome(one) === 'overlap')),
    neverCompare: answeringEvents.flatMap((event): readonly PublishedEstimate[] => {
      if (event === quote.grid.event) return [];
      const [nearest] = all
        .filter((one) => answers(one) && one.grid.event === event)
        .toSorted(
          (one, other) => awayFrom(one, year) - awayFrom(other, year) || spanOf(one) - spanOf(other) || (one.said < other.said ? 1 : -1),
        );
      return nearest && outcome(nearest) === 'not-comparable' ? [nearest] : [];
    }),
  };
}

/** The same digits of a longer period are another number. */
function saysOtherwise(one: PublishedEstimate, quote: PublishedEstimate): boolean {
  return one.low !== quote.low || one.high !== quote.high || differInLength(one, quote);
}

/** A number of women in the whole country that answers the question at all, of a year or a few. A share of them is none. */
function answers(one: PublishedEstimate): boolean {
  const { grid, kind } = one;
  const isOfYears = spanOf(one) > 0 && spanOf(one) <= mostYears;
  return isOfYears && grid.geography === 'denmark' && grid.unit !== 'child' && kind !== 'share' && rankBy.has(grid.event);
}

/** A number of more years than these tells nothing of one of them. */
const mostYears = 5;

const rankBy: ReadonlyMap<GridRow['event'], number> = new Map(answeringEvents.map((event: AnsweringEvent, at) => [event, at]));

/** First by what it is of; a number by itself before a range. */
function rankOf({ grid, low, high }: PublishedEstimate): number {
  return 2 * (rankBy.get(grid.event) ?? answeringEvents.length) + (low === high ? 0 : 1);
}

function spanOf(one: PublishedEstimate): number {
  return yearsOf(one).length;
}

/** How many years lie between a number and a year. */
function awayFrom(one: PublishedEstimate, year: number): number {
  return Math.min(...yearsOf(one).map((own) => Math.abs(own - year)), Number.MAX_SAFE_INTEGER);
}
