/** One unit's own figures, year by year: the definitions in use, evaluated over what happened in the unit and to the women who came to it. */
import type { Moment } from '../time.ts';
import { yearOf } from '../time.ts';
import type { CountedFact } from './counted-fact.ts';
import { figureDefinitions } from './definitions.ts';
import { evaluate } from './evaluate.ts';
import { type FigureDefinition, fullEdition, type ValueSets } from './figure-definition.ts';
import { tabulate, type TabulatedFigure } from './tabulate.ts';

/** The figures that a unit's leader reads of it. */
export const unitFigureIds = [
  'occupancy-by-unit',
  'nights-by-unit',
  'place-nights-by-unit',
  'admissions-by-unit',
  'refusals-by-reason',
  'holds-ended',
  'median-need-to-admission',
  'median-gestation-at-admission',
] as const;
export type UnitFigureId = (typeof unitFigureIds)[number];

/** The figures of a unit by definition (da: afdelingens tal). One that nothing is measured of in a year has no figure of it. */
export type FiguresOfUnit = ReadonlyMap<UnitFigureId, readonly TabulatedFigure[]>;

export type UnitQuestion = {
  readonly unit: string;
  /** What the unit is called. */
  readonly name: string;
  readonly years: readonly [from: number, to: number];
  readonly at: Moment;
  readonly valueSets: ValueSets;
  readonly sourceOf: (definition: FigureDefinition) => string;
};

/** The definition of a figure that a unit's leader reads. */
export function unitDefinition(id: UnitFigureId): FigureDefinition {
  const definition = figureDefinitions.find((one) => one.id === id);
  if (!definition) throw new Error(`the definition ${id} is gone`);
  return definition;
}

/**
 * `facts` are those of the unit, its places among them, and those of the pathways that were admitted to it. A need was not assessed in any unit:
 * the wait from it is that of the pathways, and ends where she first came, also where that was another unit. All else is what happened here.
 */
export function figuresOfUnit(facts: readonly CountedFact[], question: UnitQuestion): FiguresOfUnit {
  const { unit, name, years, at, valueSets, sourceOf } = question;
  const here = facts.filter(({ unitId }) => unitId === unit);
  return new Map(
    unitFigureIds.map((id) => {
      const definition = unitDefinition(id);
      const sums = evaluate(definition, id === 'median-need-to-admission' ? facts : here, { years, at, valueSets });
      const edition = fullEdition(definition, valueSets);
      const unitNames = new Map([[unit, name]]);
      const counted = tabulate(sums, { definition, edition, years, by: 'country', at, source: sourceOf(definition), unitNames });
      // The whole of what was given is the unit's, and not the country's.
      return [id, counted.map((figure) => ({ ...figure, id: figure.id.replace(/danmark$/, unit), place: unit }))];
    }),
  );
}

/** So many years are shown at most. */
const mostYears = 20;

/** From the first year that anything is known of the unit in, to this one. */
export function yearsOfUnit(facts: readonly CountedFact[], unit: string, thisYear: number): readonly [from: number, to: number] {
  const first = facts.reduce((least, { unitId, happened }) => (unitId === unit ? Math.min(least, yearOf(happened)) : least), thisYear);
  return [Math.max(first, thisYear - mostYears + 1), thisYear];
}
