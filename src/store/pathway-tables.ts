/** The tables of pathways as Kysely sees them. */
import type { ColumnType } from 'kysely';
import type { Id } from '../domain/id.ts';
import type { ActionId } from '../domain/pathway/actions.ts';
import type { AnswerReason, PathwayFact } from '../domain/pathway/facts.ts';
import type { HeldBeforeYesReason } from '../domain/pathway/her-yes.ts';
import type { Phase } from '../domain/pathway/phases.ts';
import type { Pathway } from '../domain/pathway/state.ts';
import type { Day } from '../domain/time.ts';
import type { NamedWriter, WrittenAt } from './who-and-when.ts';

export type PathwayTable = {
  readonly id: Id<'pathway'>;
  readonly opened_by: Id<'organisation'>;
  readonly person: Id<'person'> | null;
  readonly called_name: string;
  readonly municipality: Id<'municipality'> | null;
  readonly phase: Phase;
  readonly due_date: Day | null;
  readonly next_action: ActionId | null;
  readonly next_by: Day | null;
  readonly last_sequence: number;
  /** Written as JSON text. */
  readonly state: ColumnType<Pathway, string, string>;
};

export type CareTeamMemberTable = {
  readonly pathway: Id<'pathway'>;
  readonly organisation: Id<'organisation'>;
  readonly task: string;
  readonly joined: Day;
};

export type PathwayFactTable = NamedWriter &
  WrittenAt & {
    readonly pathway: Id<'pathway'>;
    readonly sequence: number;
    readonly happened: Day;
    readonly type: PathwayFact['type'];
    readonly data: ColumnType<PathwayFact, string, never>;
    readonly idempotency_key: string | null;
  };

/** Why a place was held before she had said yes, beside the fact of that number. Row security shows it to no facility. */
export type HerYesReasonTable = {
  readonly pathway: Id<'pathway'>;
  readonly sequence: number;
  readonly why: HeldBeforeYesReason | AnswerReason;
  readonly written: string;
};

export type PathwayTables = {
  readonly pathway: PathwayTable;
  readonly care_team_member: CareTeamMemberTable;
  readonly pathway_fact: PathwayFactTable;
  readonly her_yes_reason: HerYesReasonTable;
};
