/** A unit's qualification in a line: how many criteria its own facts show met, and what the agency holds. Two numbers, never one. */
import type { Day } from '../../time.ts';
import type { Recorded } from '../../trail.ts';
import { assessQualification, type QualificationFacts, type QualificationOutcome } from './assess.ts';
import { type ScreeningCriterionId, type ScreeningEdition, screeningEditionOn } from './editions.ts';
import { saysNothing } from './statement.ts';

/** What the agency holds of one criterion, with its reason (da: styrelsens vurdering). `by` is set where it is expected by a day. */
export type AgencyFinding = {
  readonly criterion: ScreeningCriterionId;
  readonly outcome: QualificationOutcome;
  readonly by: Day | null;
  readonly reason: string;
};

/** Who wrote something about a unit's qualification, and when. */
export type QualificationAuthor = Pick<Recorded, 'byName' | 'organisationName' | 'recorded'>;

export type AgencyAssessment = QualificationAuthor & { readonly edition: string; readonly findings: readonly AgencyFinding[] };

/** What is known of a unit's qualification. `stated` says who wrote the statement; `null` when there is none. */
export type QualificationRecord = Omit<QualificationFacts, 'on'> & {
  readonly stated: QualificationAuthor | null;
  /** The newest assessment by each edition. */
  readonly assessments: readonly AgencyAssessment[];
};

export type QualificationSummary = {
  readonly edition: string;
  readonly criteria: number;
  /** Criteria that the unit's facts show met or expected by a day to come; `null` when the unit has stated nothing. */
  readonly unit: { readonly met: number; readonly expected: number } | null;
  /** Criteria that the agency holds met or expected; `null` when it has not assessed by this edition. */
  readonly agency: { readonly met: number; readonly expected: number } | null;
};

/** The summary by the edition in force on a day, or by another. */
export function qualificationSummary(
  { statement, counted, stated, assessments }: QualificationRecord,
  on: Day,
  edition: ScreeningEdition = screeningEditionOn(on),
): QualificationSummary {
  const assessment = assessments.find((one) => one.edition === edition.id);
  return {
    edition: edition.id,
    criteria: edition.criteria.length,
    unit: stated === null || saysNothing(statement) ? null : tally(assessQualification(edition, { statement, counted, on })),
    agency: assessment ? tally(assessment.findings) : null,
  };
}

function tally(findings: readonly { readonly outcome: QualificationOutcome }[]): { readonly met: number; readonly expected: number } {
  const count = (outcome: QualificationOutcome): number => findings.filter((finding) => finding.outcome === outcome).length;
  return { met: count('met'), expected: count('expected') };
}
