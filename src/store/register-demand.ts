/** What the planner is given of the register: one definition's shielded counts of the whole country, year by year, and never a person. */
import { shieldedRange } from '../domain/disclosure/shielded-range.ts';
import { municipalities } from '../domain/geography/municipalities.ts';
import { regionOf } from '../domain/geography/regions.ts';
import type { FigureDefinition } from '../domain/numbers/figure-definition.ts';
import { containing } from '../domain/numbers/nested-figures.ts';
import type { TabulatedFigure } from '../domain/numbers/tabulate.ts';
import { day, type Day } from '../domain/time.ts';
import type { Permit } from '../domain/trail.ts';
import type { Database } from './database.ts';
import { seeFigures } from './figure-view.ts';

export type RegisterYear = {
  readonly year: number;
  /** What is printed of the country; null where it is hidden. */
  readonly shown: number | null;
  /** What the count can be for one who knows what is printed and the rule. */
  readonly least: number;
  readonly most: number;
};

export type RegisterCounts = {
  readonly years: readonly RegisterYear[];
  /** Years that have no protected form. */
  readonly unusable: readonly number[];
  readonly source: string;
  readonly asOf: Day | null;
  readonly edition: string;
};

/** Whole years that are over, whoever asks: the agency gets no more here than what may be shown to all. */
export async function readRegisterCounts(
  db: Database,
  permit: Permit,
  definition: FigureDefinition,
  years: readonly [from: number, to: number],
): Promise<RegisterCounts> {
  const questions = [definition, ...containing(definition)].map((one) => ({ definition: one, years, asOf: null, by: 'region' as const }));
  const [seen, ...around] = await seeFigures(db, permit, { sees: 'protected' }, questions);
  if (seen?.outcome !== 'protected') return { years: [], unusable: [], source: '', asOf: null, edition: definition.edition };
  const ofYear = (figures: readonly TabulatedFigure[], year: number): RegisterYear | null =>
    yearOf(
      year,
      figures.filter(({ period }) => period === `${year}`),
    );
  const counts = seen.years.map((year): RegisterYear | null => {
    const own = ofYear(seen.figures, year);
    if (!own || own.shown !== null) return own;
    // Hidden beside a figure that contains it, it may be as many as that one.
    const wider = around.flatMap((one) => (one.outcome === 'protected' ? [ofYear(one.figures, year)?.most ?? 0] : []));
    return { ...own, most: Math.max(own.most, ...wider) };
  });
  const [first] = seen.figures;
  return {
    years: counts.filter((one) => one !== null),
    unusable: seen.years.filter((_, index) => counts[index] === null),
    source: first?.source ?? '',
    asOf: first?.asOf ?? null,
    edition: first?.definition.edition ?? definition.edition,
  };
}

function yearOf(year: number, figures: readonly TabulatedFigure[]): RegisterYear | null {
  const country = figures.find(({ place }) => place === 'danmark');
  if (!country) return null;
  const countOf = ({ value }: TabulatedFigure) => (typeof value === 'number' ? value : 'hidden');
  const largestFirst = figures
    .filter((figure) => figure !== country)
    .toSorted((one, other) => inhabitants(other.place, year) - inhabitants(one.place, year));
  const shown = countOf(country);
  return { year, shown: shown === 'hidden' ? null : shown, ...shieldedRange(largestFirst.map(countOf), shown) };
}

function inhabitants(region: string, year: number): number {
  const lastDay = day(`${year}-12-31`);
  return municipalities.filter((one) => regionOf(one, lastDay).id === region).reduce((sum, { population }) => sum + population, 0);
}
