/**
 * What may be said of a year (da: hvad kan siges om et år): which published number answers the question of the dispute, how many got or need
 * residential treatment, and which numbers it must not be set against. Made from the numbers in force and their definitions alone.
 */
import { compareEstimates } from './comparison.ts';
import type { RegionId } from '../geography/regions.ts';
import { differInLength, yearsOf } from './number-period.ts';
import { type Day, yearOf } from '../time.ts';
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

/** What a number that answers is of: the whole country, or one region. */
export type SayablePlace = 'denmark' | RegionId;

/** Every year that some number of the place answers, the newest first. */
export function sayableYears(all: readonly PublishedEstimate[], place: SayablePlace = 'denmark'): readonly Sayable[] {
  const years = new Set(all.filter((one) => answers(one, place)).flatMap(yearsOf));
  return [...years].toSorted((a, b) => b - a).flatMap((year) => sayableOf(year, all, place) ?? []);
}

/**
 * A year of which no number of the place may be quoted (da: år uden tal), and why: numbers are published of it that count something
 * else, the year is not over, or nothing is published.
 */
export type SilentYear = { readonly year: number } & (
  | { readonly why: 'something-else'; readonly numbers: readonly PublishedEstimate[] }
  | { readonly why: 'not-over' | 'nothing' }
);

/** The years without a number of the place, from the first year that has one to that of today, the newest first; none where no year has one. */
export function silentYears(all: readonly PublishedEstimate[], today: Day, place: SayablePlace = 'denmark'): readonly SilentYear[] {
  const answered = sayableYears(all, place).map(({ year }) => year);
  const [first, now] = [Math.min(...answered), yearOf(today)];
  const years = answered.length === 0 ? [] : Array.from({ length: Math.max(0, now - first + 1) }, (_, before) => now - before);
  // Another region's numbers are no near answer, and what one municipality or clinic has by itself is never made a sentence of ours.
  const near = all.filter(({ grid: { geography } }) =>
    place === 'denmark' ? geography !== 'one-municipality' && geography !== 'one-clinic' : geography === place || geography === 'denmark',
  );
  return years.filter((year) => !answered.includes(year)).map((year) => silentYear(year, near, now));
}

function silentYear(year: number, all: readonly PublishedEstimate[], now: number): SilentYear {
  const numbers = all.filter((one) => yearsOf(one).includes(year));
  if (numbers.length > 0) return { year, why: 'something-else', numbers };
  return { year, why: year >= now ? 'not-over' : 'nothing' };
}

/** `null` where no number of the place answers for the year. */
export function sayableOf(year: number, all: readonly PublishedEstimate[], place: SayablePlace = 'denmark'): Sayable | null {
  const [quote, ...rest] = all
    .filter((one) => answers(one, place) && yearsOf(one).includes(year))
    .toSorted((one, other) => rankOf(one) - rankOf(other) || spanOf(one) - spanOf(other) || (one.said < other.said ? 1 : -1));
  return quote ? sayableWith(quote, year, rest, all) : null;
}

/** What is said beside a number that somebody has chosen, of the last year that it is about; `null` where it answers for none. */
export function sayableNumber(quote: PublishedEstimate, all: readonly PublishedEstimate[]): Sayable | null {
  const year = yearsOf(quote).at(-1);
  if (year === undefined || sayablePlaceOf(quote) === null) return null;
  const ofYear = all.filter((one) => yearsOf(one).includes(year));
  return sayableWith(quote, year, ofYear, all);
}

/** A region's number is set against those of its own region and of the country, and never against another region's. */
function sayableWith(
  quote: PublishedEstimate,
  year: number,
  ofYear: readonly PublishedEstimate[],
  all: readonly PublishedEstimate[],
): Sayable {
  const beside = (one: PublishedEstimate): boolean => {
    const place = sayablePlaceOf(one);
    return place !== null && (place === 'denmark' || place === sayablePlaceOf(quote));
  };
  return { year, quote, ...besides(quote, year, ofYear.filter(beside), all.filter(beside)) };
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
    neverAdd: others.filter((one) => outcome(one) === 'part-of' || outcome(one) === 'overlap'),
    neverCompare: answeringEvents.flatMap((event): readonly PublishedEstimate[] => {
      if (event === quote.grid.event) return [];
      const [nearest] = all
        .filter((one) => one.grid.event === event)
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

function answers(one: PublishedEstimate, place: SayablePlace): boolean {
  return sayablePlaceOf(one) === place;
}

/**
 * Where a number of women answers the question, of a year or a few; `null` where it does not. A share of them is no answer, and neither is
 * what a municipality or a clinic has by itself.
 */
function sayablePlaceOf(one: PublishedEstimate): SayablePlace | null {
  const { grid, kind } = one;
  const isOfYears = spanOf(one) > 0 && spanOf(one) <= mostYears;
  const isOfThem = grid.unit !== 'child' && kind !== 'share' && rankBy.has(grid.event);
  const { geography } = grid;
  return isOfYears && isOfThem && geography !== 'one-municipality' && geography !== 'one-clinic' ? geography : null;
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
