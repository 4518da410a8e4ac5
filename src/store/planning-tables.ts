/** The planner's tables as Kysely sees them. */
import type { ColumnType } from 'kysely';
import type { PathwayCostTable } from '../domain/planning/costs/pathway-costs.ts';
import type { ScenarioSight } from '../domain/planning/lab/scenario-sight.ts';
import type { Study } from '../domain/planning/lab/study.ts';
import type { StudyAnswer } from '../domain/planning/lab/study-answer.ts';
import type { Moment } from '../domain/time.ts';
import type { Scenario } from '../domain/planning/simulation/scenario.ts';
import type { NamedWriter, Writer, WrittenAt } from './who-and-when.ts';

/** JSON: read as its value, written as text. */
type Json<T> = ColumnType<T, string, never>;

type Written = Writer & WrittenAt;
type NamedWritten = NamedWriter & WrittenAt;

export type ScenarioVersionTable = NamedWritten & {
  readonly scenario: string;
  readonly version: number;
  readonly form_key: string;
  readonly title: string;
  readonly content: Json<Scenario>;
  readonly note: string;
};

export type StudyTable = Written & { readonly id: string; readonly edition: string; readonly question: Json<Study> };
export type StudyAnswerTable = Written & { readonly study: string; readonly answer: Json<StudyAnswer> };

export type CostTableTable = NamedWritten & {
  readonly id: string;
  readonly title: string;
  readonly source: string;
  readonly content: Json<PathwayCostTable>;
};

/** A table that was deleted: that it was there, and who deleted it, when and why. */
export type CostTableRemovalTable = NamedWritten & {
  readonly cost_table: string;
  readonly title: string;
  readonly saved: ColumnType<Moment, Moment, never>;
  readonly saved_by_name: string;
  readonly saved_for_name: string;
  readonly reason: string;
};

/** The last turn of a scenario holds. */
export type ScenarioSightTable = Written & { readonly scenario: string; readonly turn: number; readonly sight: ScenarioSight };

export type PlanningTables = {
  readonly cost_table: CostTableTable;
  readonly cost_table_removal: CostTableRemovalTable;
  readonly scenario_sight: ScenarioSightTable;
  readonly scenario_version: ScenarioVersionTable;
  readonly study: StudyTable;
  readonly study_answer: StudyAnswerTable;
};
