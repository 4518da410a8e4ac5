/**
 * Published estimates (da: offentliggjorte skøn og opgørelser): what documents have said about how many, each with the words it was said in,
 * and a row of the definition grid that says what it is a number of.
 */
import { regionIds } from '../geography/regions.ts';
import type { Day } from '../time.ts';

/** Kinds of number. A range that somebody judged has no middle; a count of a whole register has no sampling error. */
export const estimateKinds = ['count', 'model', 'expert-range', 'lower-bound', 'share'] as const;
export type EstimateKind = (typeof estimateKinds)[number];

export const gridPopulations = [
  'registered-use',
  'vulnerable-harmful-use',
  'women-in-family-stay',
  'known-to-clinics',
  'all-pregnant',
  'children',
] as const;
export const gridEvents = [
  'registered',
  'needs-residential',
  'decided-any',
  'decided-residential',
  'placed-in-existing',
  'family-stay',
  'drug-residential',
  'treatment-before-stay',
  'treatment-during-stay',
  'other-service-before-stay',
  'preventive-before-stay',
  'family-treatment-before-stay',
  'other-service-during-stay',
  'preventive-during-stay',
  'family-treatment-during-stay',
  'exposure-diagnosed',
  'high-alcohol',
  'drugs-in-urine',
] as const;
export const gridUnits = ['woman', 'mother', 'child'] as const;
export const gridPeriods = [
  'calendar-year',
  'pregnant-in-year',
  'pregnancy-to-first-birthday',
  'pregnancy',
  '2018-to-stay',
  'childs-life-to-stay',
  'during-stay',
  'a-year',
  'birth-year',
  'stock',
  'several-years',
  'one-visit',
] as const;
export const gridGeographies = ['denmark', ...regionIds, 'one-municipality', 'one-clinic'] as const;
export const gridAscertainments = ['register-linkage', 'manual-count', 'judgement', 'cohort-study', 'sample'] as const;

/** The definition grid's row of one estimate (da: definitionsgitter). */
export type GridRow = {
  readonly population: (typeof gridPopulations)[number];
  readonly event: (typeof gridEvents)[number];
  readonly unit: (typeof gridUnits)[number];
  readonly period: (typeof gridPeriods)[number];
  readonly geography: (typeof gridGeographies)[number];
  /** The paragraph that the place rests on; null where none is said. */
  readonly legalBasis: string | null;
  readonly ascertainment: (typeof gridAscertainments)[number];
  /** What is missing from it, in the document's own terms. */
  readonly completeness: string;
};

/** The columns that must be alike before two numbers may stand on one axis. */
export const definingColumns = [
  'population',
  'event',
  'unit',
  'period',
  'geography',
  'legalBasis',
] as const satisfies readonly (keyof GridRow)[];
export type DefiningColumn = (typeof definingColumns)[number];

export type PublishedEstimate = {
  readonly id: string;
  readonly kind: EstimateKind;
  readonly low: number;
  readonly high: number;
  /** The year or years it is about: `2020`, `2017-2019`; empty where none is said. */
  readonly year: string;
  readonly saidBy: string;
  readonly said: Day;
  readonly source: string;
  /** The document's own words. */
  readonly quotation: string;
  readonly grid: GridRow;
  /** The code of the one municipality that it is of, where it is known. */
  readonly municipality?: string;
  /** What a reader must know beside it: that documents disagree, or that the words and the table do. */
  readonly note: string | null;
};

/** The defining columns in which two numbers differ. Two of one municipality each are alike where it is the same. */
export function differingColumns(one: PublishedEstimate, other: PublishedEstimate): readonly DefiningColumn[] {
  return definingColumns.filter(
    (column) => one.grid[column] !== other.grid[column] || (column === 'geography' && one.municipality !== other.municipality),
  );
}

/** «80–100», «83». */
export function writtenRange({ low, high }: { readonly low: number; readonly high: number }): string {
  const written = (value: number): string =>
    value < 1 && value > 0 ? `${(100 * value).toFixed(1).replace('.', ',')} %` : thousands(value);
  return low === high ? written(low) : `${written(low)}–${written(high)}`;
}

function thousands(value: number): string {
  return String(value).replaceAll(/\B(?=(\d{3})+$)/g, '.');
}
