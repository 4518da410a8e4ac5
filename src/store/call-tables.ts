/** The tables of the calls as Kysely sees them. */
import type { ColumnType } from 'kysely';
import type { AnswerOrigin } from '../domain/call/answer.ts';
import type { CallStatus } from '../domain/call/lifecycle.ts';
import type { Id } from '../domain/id.ts';
import type { Day, Moment } from '../domain/time.ts';
import type { NamedWriter } from './who-and-when.ts';

export type CallTable = {
  readonly id: Id<'call'>;
  readonly status: CallStatus;
  readonly reported_on: Day | null;
  readonly last_sequence: number;
};

export type CallAnswerTable = {
  readonly call: Id<'call'>;
  readonly municipality: Id<'municipality'>;
  readonly region: Id<'region'>;
  readonly any_counts: readonly number[];
  readonly any_origin: AnswerOrigin;
  readonly residential_counts: readonly number[];
  readonly residential_origin: AnswerOrigin;
  readonly answered_by: string;
  readonly answered_on: Day;
  readonly version: number;
};

export type CallFactTable = NamedWriter & {
  readonly call: Id<'call'>;
  readonly sequence: number;
  readonly happened: Day;
  readonly recorded: Moment;
  readonly type: 'answered' | 'status-changed' | 'step-asked-for';
  readonly municipality: Id<'municipality'> | null;
  readonly region: Id<'region'> | null;
  readonly data: ColumnType<Readonly<Record<string, unknown>>, string, never>;
};

export type CallAnsweredView = Pick<CallAnswerTable, 'call' | 'municipality' | 'region' | 'answered_on' | 'version'>;

export type CallTables = {
  readonly call: CallTable;
  readonly call_answer: CallAnswerTable;
  readonly call_fact: CallFactTable;
  readonly call_answered: CallAnsweredView;
};
