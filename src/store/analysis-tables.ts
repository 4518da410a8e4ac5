/** The saved analyses of the hidden number as Kysely sees them. */
import type { ColumnType } from 'kysely';
import type { KeptReport } from '../domain/estimation/analysis.ts';
import type { CellCount } from '../domain/estimation/overlap-table.ts';
import type { Id } from '../domain/id.ts';
import type { Moment } from '../domain/time.ts';
import type { Role } from '../domain/trail.ts';

/** JSON: read as its value, written as text. */
type Json<T> = ColumnType<T, string, never>;

export type AnalysisTable = {
  readonly id: string;
  readonly title: string;
  readonly digest: string;
  readonly edition: string;
  readonly seed: number;
  readonly replicates: number;
  readonly lists: Json<readonly string[]>;
  readonly cells: Json<readonly CellCount[]>;
  readonly report: Json<KeptReport>;
  /** What stood above the table: how its lists are defined. */
  readonly told: ColumnType<readonly string[], readonly string[] | undefined, never>;
  readonly recorded: ColumnType<Moment, Moment, never>;
  readonly by_user: Id<'user'>;
  readonly by_name: string;
  readonly capacity: Role;
  readonly organisation: Id<'organisation'>;
};

export type AnalysisTables = { readonly analysis: AnalysisTable };
