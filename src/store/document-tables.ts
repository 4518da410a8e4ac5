/** The table of published documents as Kysely sees it. */
import type { ColumnType } from 'kysely';
import type { DocumentFigure } from '../domain/numbers/published-document.ts';
import type { Day } from '../domain/time.ts';
import type { NamedWriter, WrittenAt } from './who-and-when.ts';

export type PublishedDocumentTable = NamedWriter &
  WrittenAt & {
    readonly id: string;
    readonly version: number;
    readonly title: string;
    readonly publisher: string;
    readonly said: Day;
    readonly address: string;
    /** JSON: read as its value, written as text. */
    readonly figures: ColumnType<readonly DocumentFigure[], string, never>;
    readonly withdrawn: boolean;
    readonly because: string;
  };

export type DocumentTables = { readonly published_document: PublishedDocumentTable };
