/** What the command line calls the measures of the lab: as `samlob simulate` calls the same ones, so that each has one name in all its answers. */
import { type LabMeasure, labShares } from '../domain/planning/lab/paired.ts';

export function measureName(measure: LabMeasure): string {
  switch (measure) {
    case 'never-admitted':
      return 'share-never-admitted';
    case 'unit-years-with-three':
      return 'share-of-years-with-three';
    case 'weeks-lost':
      return 'weeks-lost-of-admitted';
    case 'open-place-days':
    case 'empty-place-days':
      return `${measure}-a-year`;
    case 'admissions-a-year':
    case 'occupancy':
    case 'refusals-a-year':
    case 'travel-minutes':
    case 'cost-a-year':
    case 'cost-per-stay':
      return measure;
  }
}

/** The least and the most that a measure can be: none is below nothing, and no share above all. */
export function rangeOf(measure: LabMeasure): readonly [least: number, most: number] {
  return [0, labShares.some((share) => share === measure) ? 1 : Infinity];
}
