/** What a unit states of itself (da: afdelingens oplysninger): facts, each with what shows it and the day it held. Nothing is concluded here. */
import type { Day } from '../../time.ts';
import type { Availability, CompetenceId, CompetenceSource } from './competences.ts';
import type { Practice, ScreeningCriterionId } from './editions.ts';

/** What shows that a fact is so: words, and where more can be read; `link` is `null` where there is none. */
export type StatedEvidence = { readonly text: string; readonly link: string | null; readonly asOf: Day };

/** How a competence takes part; `absent`: it does not. */
export type StatedCompetence = StatedEvidence & {
  readonly competence: CompetenceId;
  readonly has: { readonly availability: Availability; readonly source: CompetenceSource } | 'absent';
};

/** Those who work with the target group. `experienced` of `staff` persons have the years that the model asks for. */
export type StatedStaff = StatedEvidence & {
  readonly fullTimeEquivalents: number | null;
  readonly staff: number | null;
  readonly experienced: number | null;
};

/** Women of the target group in a year, by the unit's own count. */
export type StatedVolume = StatedEvidence & { readonly year: number; readonly women: number };

export type StatedPractice = StatedEvidence & { readonly practice: Practice; readonly holds: boolean };

/** By when the unit expects to meet a criterion that it does not meet, and why it may be believed. */
export type StatedExpectation = StatedEvidence & { readonly criterion: ScreeningCriterionId; readonly by: Day };

/** What is not in it was not stated: it is unknown, and never read as no. */
export type QualificationStatement = {
  readonly competences: readonly StatedCompetence[];
  readonly staff: StatedStaff | null;
  readonly volumes: readonly StatedVolume[];
  readonly practices: readonly StatedPractice[];
  readonly expectations: readonly StatedExpectation[];
};

export const nothingStated: QualificationStatement = { competences: [], staff: null, volumes: [], practices: [], expectations: [] };

/** Whether a statement says nothing at all, as one that was saved with every field empty. */
export function saysNothing({ competences, staff, volumes, practices, expectations }: QualificationStatement): boolean {
  return staff === null && [competences, volumes, practices, expectations].every((rows) => rows.length === 0);
}

/** Women who stayed in the unit in a year, counted from its stays; `whole`: its stays are written here from before the year began. */
export type CountedVolume = { readonly year: number; readonly women: number; readonly whole: boolean };
