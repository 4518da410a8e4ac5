/** From sums by municipality to figures of municipalities, regions and the country, each with all that is needed to know what it says. */
import { municipalities } from '../geography/municipalities.ts';
import { regionOf, regionsOn } from '../geography/regions.ts';
import { danishDay, day, type Day, type Moment } from '../time.ts';
import type { FigureSum } from './evaluate.ts';
import type { Figure } from './figure.ts';
import { type FigureDefinition, isMedian } from './figure-definition.ts';

export const figureGroupings = ['municipality', 'region', 'country'] as const;
export type FigureGrouping = (typeof figureGroupings)[number];

/** The place of what nobody said the municipality of. It has a row only where something is counted there. */
export const unknownPlace = 'ukendt';

/**
 * A figure with the part it is of, `null` for an undivided one, how many it rests on, and the smallest group that can be read out of it: of a share
 * those with or those without.
 */
export type TabulatedFigure = Figure & {
  readonly part: string | null;
  readonly cases: number;
  readonly fewest: number;
  /** The moment that is looked back from: counted again as of it, the figure is the same to the digit. */
  readonly at: Moment;
};

export type Tabulation = {
  readonly definition: FigureDefinition;
  /** The definition's edition with those of its lists of codes. */
  readonly edition: string;
  readonly years: readonly [from: number, to: number];
  readonly by: FigureGrouping;
  readonly at: Moment;
  readonly source: string;
  /** How many values in the middle a median is the mean of: 1 is the median itself, more are for those who must not see one woman's. */
  readonly middles?: number;
  /** Means, medians and shares to the whole, rounded once: what was rounded to hundredths before could come out one too high. */
  readonly whole?: boolean;
  /** The day whose regions all years are told by; without it those of each year's last day, and two regions may become one between two years. */
  readonly regionDay?: Day;
  /** What units are called, by their ids; a part that is not among them is called what it is. */
  readonly unitNames?: ReadonlyMap<string, string>;
};

/**
 * One figure for each year, place and part, zeros too. A part that nothing is counted in has no row, and a mean of nothing has none either.
 * Regions are those of the year's last day, so that the sums of a year add up.
 */
export function tabulate(
  sums: readonly FigureSum[],
  { definition, edition, years, by, at, source, middles = 1, whole = false, regionDay, unitNames = noNames }: Tabulation,
): readonly TabulatedFigure[] {
  const bearsAName = new Set(unitNames.values());
  /** A part that is no known unit is never added to one that bears its name. */
  const unknownUnit = (part: string): string => (bearsAName.has(part) ? `${part} (ukendt afdeling)` : part);
  const called = (part: string): string => (definition.splitBy === 'unit' ? (unitNames.get(part) ?? unknownUnit(part)) : part);
  const parts = definition.splitBy === null ? [''] : [...new Set(sums.map(({ part }) => called(part)))].toSorted();
  const median = isMedian(definition.measure);
  const byYear = new Map<number, FigureSum[]>();
  for (const sum of sums) {
    const list = byYear.get(sum.year);
    if (list) list.push(sum);
    else byYear.set(sum.year, [sum]);
  }
  const [from, to] = years;
  return Array.from({ length: to - from + 1 }, (_, index) => from + index).flatMap((year) => {
    const { places, placeOf } = placesOf(by, regionDay ?? day(`${year}-12-31`));
    const added = new Map<string, Added>();
    for (const { municipality, part, cases, total } of byYear.get(year) ?? []) {
      const key = `${placeOf(municipality)}|${median ? '' : called(part)}`;
      const sum = added.get(key);
      if (!sum) {
        added.set(key, { cases, total, values: median ? [[Number(part), cases]] : [] });
        continue;
      }
      sum.cases += cases;
      sum.total += total;
      if (median) sum.values.push([Number(part), cases]);
    }
    return places.flatMap((place) =>
      parts.flatMap((part): readonly TabulatedFigure[] => {
        const sum = added.get(`${place}|${part}`) ?? nothing;
        const { cases, total } = sum;
        const value = valueOf(definition, sum, middles, whole ? Math.round : inHundredths);
        // No list of a place is not that nobody is on one.
        const isUnlisted = definition.event.kind === 'listed' && by !== 'country';
        if (value === null || (cases === 0 && (place === unknownPlace || isUnlisted))) return [];
        return [
          {
            id: [definition.id, ...(part === '' ? [] : [part]), year, place].join('/'),
            value,
            definition: { id: definition.id, edition, text: definition.text },
            source,
            period: `${year}`,
            asOf: danishDay(at),
            at,
            place,
            part: definition.splitBy === null ? null : part,
            cases,
            fewest: definition.measure.kind === 'share-with' ? Math.min(total, cases - total) : cases,
          },
        ];
      }),
    );
  });
}

const noNames: ReadonlyMap<string, string> = new Map();

/** What is added up of a place and part; of a median also how many have each value. */
type Added = { cases: number; total: number; readonly values: (readonly [value: number, cases: number])[] };

const nothing: Added = { cases: 0, total: 0, values: [] };

/** A count as it is; a mean, a median or a share in percent rounded, null where it is of nothing. */
function valueOf(
  { measure }: FigureDefinition,
  { cases, total, values }: Added,
  middles: number,
  rounded: (value: number) => number,
): number | null {
  switch (measure.kind) {
    case 'count':
    case 'nights':
      return total;
    case 'mean':
      return cases === 0 ? null : rounded(total / (cases * measure.divideBy));
    case 'mean-days-to':
      return cases === 0 ? null : rounded(total / cases);
    case 'median':
    case 'median-days-to':
      return cases === 0 ? null : rounded(middleOf(values, middles) / measure.divideBy);
    case 'share-with':
    case 'filled':
      return cases === 0 ? null : rounded((100 * total) / cases);
  }
}

function inHundredths(value: number): number {
  return Math.round(100 * value) / 100;
}

/**
 * The mean of the values in the middle, at least so many of them: one, or two where they are even in number, is the median. Where there are no
 * more than are asked for it is the mean of all.
 */
export function middleOf(values: readonly (readonly [value: number, cases: number])[], least: number): number {
  const cases = values.reduce((sum, [, count]) => sum + count, 0);
  // As many are left out below as above.
  const outside = Math.max(0, Math.floor((cases - least) / 2));
  let [passed, sum] = [0, 0];
  for (const [value, count] of values.toSorted(([one], [other]) => one - other)) {
    const taken = Math.max(0, Math.min(passed + count, cases - outside) - Math.max(passed, outside));
    sum += value * taken;
    passed += count;
  }
  return sum / (cases - 2 * outside);
}

type Places = { readonly places: readonly string[]; readonly placeOf: (municipality: string) => string };

const codes: readonly string[] = municipalities.map(({ id }) => id);
const known = new Set(codes);

function placesOf(by: FigureGrouping, regionDay: Day): Places {
  switch (by) {
    case 'municipality':
      return { places: [...codes, unknownPlace], placeOf: (code) => (known.has(code) ? code : unknownPlace) };
    case 'region': {
      const regionOfCode = new Map<string, string>(municipalities.map((one) => [one.id, regionOf(one, regionDay).id]));
      return {
        places: [...regionsOn(regionDay).map(({ id }) => id), unknownPlace],
        placeOf: (code) => regionOfCode.get(code) ?? unknownPlace,
      };
    }
    case 'country':
      return { places: ['danmark'], placeOf: () => 'danmark' };
  }
}
