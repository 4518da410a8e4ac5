/**
 * A unit's stated and counted facts held against an edition of the screening model: per criterion met, expected by a date, not met, or
 * unknown, with reasons that name the facts. It says what the facts show; what the agency holds stands beside it and is never read here.
 */
import { type Day, yearOf } from '../../time.ts';
import { type Availability, type CompetenceId, competenceIds, competenceTable, isAsOften } from './competences.ts';
import type { Practice, ScreeningCriterion, ScreeningCriterionId, ScreeningEdition, ScreeningMeasure } from './editions.ts';
import type { CountedVolume, QualificationStatement } from './statement.ts';

export const qualificationOutcomes = ['met', 'expected', 'not-met', 'unknown'] as const;
export type QualificationOutcome = (typeof qualificationOutcomes)[number];

/** A fact that a finding rests on, and which way it points. */
export type QualificationReason =
  | { readonly kind: 'women'; readonly year: number; readonly women: number; readonly atLeast: number; readonly from: 'counted' | 'stated' }
  | { readonly kind: 'women-unknown'; readonly year: number }
  | { readonly kind: 'full-time-equivalents'; readonly has: number; readonly atLeast: number }
  | { readonly kind: 'experience'; readonly experienced: number; readonly staff: number; readonly years: number }
  | { readonly kind: 'staff-unknown'; readonly about: 'full-time-equivalents' | 'experience' }
  | { readonly kind: 'all-competences' }
  | { readonly kind: 'competence-absent'; readonly competence: CompetenceId }
  | { readonly kind: 'competence-unknown'; readonly competence: CompetenceId }
  /** It takes part, but more seldom than the table's guidance: noticed, and decides nothing. */
  | { readonly kind: 'competence-seldom'; readonly competence: CompetenceId; readonly has: Availability; readonly guidance: Availability }
  | { readonly kind: 'practice'; readonly practice: Practice; readonly holds: boolean }
  | { readonly kind: 'practice-unknown'; readonly practice: Practice }
  | { readonly kind: 'expected'; readonly by: Day; readonly text: string }
  /** The unit expected it by a day that has been. */
  | { readonly kind: 'expected-day-passed'; readonly by: Day };

export type QualificationFinding = { readonly criterion: ScreeningCriterionId; readonly reasons: readonly QualificationReason[] } & (
  | { readonly outcome: Exclude<QualificationOutcome, 'expected'> }
  | { readonly outcome: 'expected'; readonly by: Day }
);

/** What is held against the model: what the unit states, what was counted, and the day it is held on. */
export type QualificationFacts = {
  readonly statement: QualificationStatement;
  readonly counted: readonly CountedVolume[];
  readonly on: Day;
};

/** The finding for each criterion of an edition, in its order. */
export function assessQualification(edition: ScreeningEdition, facts: QualificationFacts): readonly QualificationFinding[] {
  return edition.criteria.map((criterion) => assessCriterion(criterion, facts));
}

type Measured = { readonly holds: boolean | null; readonly reasons: readonly QualificationReason[] };

function assessCriterion({ id: criterion, measures }: ScreeningCriterion, facts: QualificationFacts): QualificationFinding {
  const measured = measures.map((measure) => measureOf(measure, facts));
  const reasons = measured.flatMap((one) => one.reasons);
  if (measured.every(({ holds }) => holds === true)) return { criterion, outcome: 'met', reasons };
  const expectation = facts.statement.expectations.find((one) => one.criterion === criterion);
  if (expectation && expectation.by >= facts.on) {
    const { by, text } = expectation;
    return { criterion, outcome: 'expected', by, reasons: [...reasons, { kind: 'expected', by, text }] };
  }
  const outcome = measured.some(({ holds }) => holds === false) ? 'not-met' : 'unknown';
  return { criterion, outcome, reasons: expectation ? [...reasons, { kind: 'expected-day-passed', by: expectation.by }] : reasons };
}

/** `null`: the facts do not tell. */
function measureOf(measure: ScreeningMeasure, facts: QualificationFacts): Measured {
  const { statement } = facts;
  switch (measure.kind) {
    case 'women-a-year':
      return volumeOf(measure.atLeast, facts);
    case 'full-time-equivalents': {
      const has = statement.staff?.fullTimeEquivalents ?? null;
      if (has === null) return { holds: null, reasons: [{ kind: 'staff-unknown', about: 'full-time-equivalents' }] };
      return { holds: has >= measure.atLeast, reasons: [{ kind: 'full-time-equivalents', has, atLeast: measure.atLeast }] };
    }
    case 'most-with-experience': {
      const { staff = null, experienced = null } = statement.staff ?? {};
      if (staff === null || experienced === null || staff === 0)
        return { holds: null, reasons: [{ kind: 'staff-unknown', about: 'experience' }] };
      return { holds: experienced * 2 > staff, reasons: [{ kind: 'experience', experienced, staff, years: measure.years }] };
    }
    case 'competence-table':
      return competencesOf(statement);
    case 'practice': {
      const { practice } = measure;
      const stated = statement.practices.find((one) => one.practice === practice);
      if (!stated) return { holds: null, reasons: [{ kind: 'practice-unknown', practice }] };
      return { holds: stated.holds, reasons: [{ kind: 'practice', practice, holds: stated.holds }] };
    }
  }
}

/**
 * The last whole year, or this one so far, whichever shows enough. What was counted from the stays goes before the unit's own number
 * wherever the stays are written for the whole of the year; else a count is the least it can be, and the unit's own number stands.
 */
function volumeOf(atLeast: number, { statement, counted, on }: QualificationFacts): Measured {
  const lastWhole = yearOf(on) - 1;
  const shown = [lastWhole, lastWhole + 1].flatMap((year): readonly Extract<QualificationReason, { readonly kind: 'women' }>[] => {
    const count = counted.find((one) => one.year === year);
    const stated = statement.volumes.find((one) => one.year === year);
    if (count && (count.whole || count.women >= atLeast)) return [{ kind: 'women', year, women: count.women, atLeast, from: 'counted' }];
    return stated ? [{ kind: 'women', year, women: stated.women, atLeast, from: 'stated' }] : [];
  });
  const enough = shown.find(({ women }) => women >= atLeast);
  if (enough) return { holds: true, reasons: [enough] };
  const ofLast = shown.find(({ year }) => year === lastWhole);
  return ofLast ? { holds: false, reasons: [ofLast] } : { holds: null, reasons: [{ kind: 'women-unknown', year: lastWhole }] };
}

function competencesOf({ competences }: QualificationStatement): Measured {
  const reasons = competenceIds.flatMap((competence): readonly CompetenceReason[] => {
    const has = competences.find((one) => one.competence === competence)?.has ?? null;
    const guidance = competenceTable[competence].availability;
    if (has === null) return [{ kind: 'competence-unknown', competence }];
    if (has === 'absent') return [{ kind: 'competence-absent', competence }];
    return isAsOften(has.availability, guidance) ? [] : [{ kind: 'competence-seldom', competence, has: has.availability, guidance }];
  });
  if (reasons.some(({ kind }) => kind === 'competence-absent')) return { holds: false, reasons };
  if (reasons.some(({ kind }) => kind === 'competence-unknown')) return { holds: null, reasons };
  return { holds: true, reasons: [{ kind: 'all-competences' }, ...reasons] };
}

type CompetenceReason = Extract<QualificationReason, { readonly competence: CompetenceId }>;
