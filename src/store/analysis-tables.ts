/** The saved analyses of the hidden number as Kysely sees them. */
import type { ColumnType } from 'kysely';
import type { KeptReport } from '../domain/estimation/analysis.ts';
import type { CellCount } from '../domain/estimation/overlap-table.ts';
import type { Writer, WrittenAt } from './who-and-when.ts';

/** JSON: read as its value, written as text. */
type Json<T> = ColumnType<T, string, never>;

export type AnalysisTable = Writer &
  WrittenAt & {
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
  };

export type AnalysisTables = { readonly analysis: AnalysisTable };
