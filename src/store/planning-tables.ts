/** The planner's tables as Kysely sees them. */
import type { ColumnType } from 'kysely';
import type { Id } from '../domain/id.ts';
import type { PathwayCostTable } from '../domain/planning/costs/pathway-costs.ts';
import type { ScenarioSight } from '../domain/planning/lab/scenario-sight.ts';
import type { Study } from '../domain/planning/lab/study.ts';
import type { StudyAnswer } from '../domain/planning/lab/study-answer.ts';
import type { Scenario } from '../domain/planning/simulation/scenario.ts';
import type { Moment } from '../domain/time.ts';
import type { Role } from '../domain/trail.ts';

/** JSON: read as its value, written as text. */
type Json<T> = ColumnType<T, string, never>;

type Writer = {
  readonly recorded: ColumnType<Moment, Moment, never>;
  readonly by_user: Id<'user'>;
  readonly by_name: string;
  readonly capacity: Role;
  readonly organisation: Id<'organisation'>;
};

export type ScenarioVersionTable = Writer & {
  readonly scenario: string;
  readonly version: number;
  readonly form_key: string;
  readonly title: string;
  readonly content: Json<Scenario>;
  readonly note: string;
  readonly organisation_name: string;
};

export type StudyTable = Writer & { readonly id: string; readonly edition: string; readonly question: Json<Study> };
export type StudyAnswerTable = Writer & { readonly study: string; readonly answer: Json<StudyAnswer> };

export type CostTableTable = Writer & {
  readonly id: string;
  readonly title: string;
  readonly source: string;
  readonly content: Json<PathwayCostTable>;
  readonly organisation_name: string;
};

/** The last turn of a scenario holds. */
export type ScenarioSightTable = Writer & { readonly scenario: string; readonly turn: number; readonly sight: ScenarioSight };

export type PlanningTables = {
  readonly cost_table: CostTableTable;
  readonly scenario_sight: ScenarioSightTable;
  readonly scenario_version: ScenarioVersionTable;
  readonly study: StudyTable;
  readonly study_answer: StudyAnswerTable;
};
