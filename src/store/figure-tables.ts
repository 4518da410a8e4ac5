/** The tables of figures as Kysely sees them. */
import type { ColumnType } from 'kysely';
import type { Id } from '../domain/id.ts';
import type { CountedKind } from '../domain/numbers/counted-fact.ts';
import type { ValueSetId } from '../domain/numbers/figure-definition.ts';
import type { Day, Moment } from '../domain/time.ts';
import type { Role } from '../domain/trail.ts';

export type CountedFactTable = {
  readonly case_id: string;
  readonly number: number;
  readonly pathway: Id<'pathway'> | null;
  readonly subject: string;
  readonly kind: CountedKind;
  readonly happened: Day;
  readonly until: Day | null;
  readonly recorded: ColumnType<Moment, Moment, never>;
  readonly withdrawn: Moment | null;
  readonly municipality: string;
  readonly level: string | null;
  readonly detail: string | null;
  readonly reason: string | null;
  readonly unit: string | null;
  readonly unit_id: string | null;
  readonly minutes: number | null;
  readonly gestation: number | null;
};

export type FigureChangeTable = {
  readonly definition: string;
  readonly edition: string;
  readonly year: number;
  readonly municipality: string;
  readonly part: string;
  readonly cases: number;
  readonly total: number;
  readonly known: Day;
};

export type FigureSpanTable = Omit<FigureChangeTable, 'known'> & { readonly grain: 'month' | 'year'; readonly starts: Day };

export type FigureFoldTable = { readonly one: boolean; readonly folded_to: Day };

export type FigureKeptTable = { readonly definition: string; readonly edition: string };

export type ValueSetTable = {
  readonly id: ValueSetId;
  readonly edition: number;
  readonly codes: readonly string[];
  readonly because: string;
  readonly recorded: ColumnType<Moment, Moment, never>;
  readonly by_user: Id<'user'>;
  readonly by_name: string;
  readonly capacity: Role;
  readonly organisation: Id<'organisation'>;
};

export type FigureTables = {
  readonly counted_fact: CountedFactTable;
  readonly figure_change: FigureChangeTable;
  readonly figure_span: FigureSpanTable;
  readonly figure_fold: FigureFoldTable;
  readonly figure_kept: FigureKeptTable;
  readonly value_set: ValueSetTable;
};
