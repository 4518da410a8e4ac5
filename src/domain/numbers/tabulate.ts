/** From sums by municipality to figures of municipalities, regions and the country, each with all that is needed to know what it says. */
import { municipalities } from '../geography/municipalities.ts';
import { regionOf, regionsOn } from '../geography/regions.ts';
import { day, type Day } from '../time.ts';
import type { FigureSum } from './evaluate.ts';
import type { Figure } from './figure.ts';
import type { FigureDefinition } from './figure-definition.ts';

export const figureGroupings = ['municipality', 'region', 'country'] as const;
export type FigureGrouping = (typeof figureGroupings)[number];

/** The place of what nobody said the municipality of. It has a row only where something is counted there. */
export const unknownPlace = 'ukendt';

/** A figure with the part it is of, `null` for an undivided one, and how many it rests on. */
export type TabulatedFigure = Figure & { readonly part: string | null; readonly cases: number };

export type Tabulation = {
  readonly definition: FigureDefinition;
  /** The definition's edition with those of its lists of codes. */
  readonly edition: string;
  readonly years: readonly [from: number, to: number];
  readonly by: FigureGrouping;
  readonly asOf: Day;
  readonly source: string;
};

/**
 * One figure for each year, place and part, zeros too. A part that nothing is counted in has no row, and a mean of nothing has none either.
 * Regions are those of the year's last day, so that the sums of a year add up.
 */
export function tabulate(
  sums: readonly FigureSum[],
  { definition, edition, years, by, asOf, source }: Tabulation,
): readonly TabulatedFigure[] {
  const parts = definition.splitBy === null ? [''] : [...new Set(sums.map(({ part }) => part))].toSorted();
  const [from, to] = years;
  return Array.from({ length: to - from + 1 }, (_, index) => from + index).flatMap((year) => {
    const { places, placeOf } = placesOf(by, year);
    const added = new Map<string, { cases: number; total: number }>();
    for (const { municipality, part, cases, total } of sums.filter((sum) => sum.year === year)) {
      const key = `${placeOf(municipality)}|${part}`;
      const before = added.get(key) ?? { cases: 0, total: 0 };
      added.set(key, { cases: before.cases + cases, total: before.total + total });
    }
    return places.flatMap((place) =>
      parts.flatMap((part): readonly TabulatedFigure[] => {
        const { cases, total } = added.get(`${place}|${part}`) ?? { cases: 0, total: 0 };
        const value = valueOf(definition, cases, total);
        if (value === null || (place === unknownPlace && cases === 0)) return [];
        return [
          {
            id: [definition.id, ...(part === '' ? [] : [part]), year, place].join('/'),
            value,
            definition: { id: definition.id, edition, text: definition.text },
            source,
            period: `${year}`,
            asOf,
            place,
            part: definition.splitBy === null ? null : part,
            cases,
          },
        ];
      }),
    );
  });
}

/** A count as it is; a mean with two decimals, null where it is of nothing. */
function valueOf({ measure }: FigureDefinition, cases: number, total: number): number | null {
  switch (measure.kind) {
    case 'count':
    case 'nights':
      return total;
    case 'mean':
      return cases === 0 ? null : Math.round((100 * total) / (cases * measure.divideBy)) / 100;
    case 'mean-days-to':
      return cases === 0 ? null : Math.round((100 * total) / cases) / 100;
  }
}

type Places = { readonly places: readonly string[]; readonly placeOf: (municipality: string) => string };

const codes: readonly string[] = municipalities.map(({ id }) => id);
const known = new Set(codes);

function placesOf(by: FigureGrouping, year: number): Places {
  const lastDay = day(`${year}-12-31`);
  switch (by) {
    case 'municipality':
      return { places: [...codes, unknownPlace], placeOf: (code) => (known.has(code) ? code : unknownPlace) };
    case 'region': {
      const regionOfCode = new Map<string, string>(municipalities.map((one) => [one.id, regionOf(one, lastDay).id]));
      return {
        places: [...regionsOn(lastDay).map(({ id }) => id), unknownPlace],
        placeOf: (code) => regionOfCode.get(code) ?? unknownPlace,
      };
    }
    case 'country':
      return { places: ['danmark'], placeOf: () => 'danmark' };
  }
}
