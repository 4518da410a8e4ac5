/** The table of published documents as Kysely sees it. */
import type { ColumnType } from 'kysely';
import type { Id } from '../domain/id.ts';
import type { DocumentFigure } from '../domain/numbers/published-document.ts';
import type { Day, Moment } from '../domain/time.ts';
import type { Role } from '../domain/trail.ts';

export type PublishedDocumentTable = {
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
  readonly recorded: ColumnType<Moment, Moment, never>;
  readonly by_user: Id<'user'>;
  readonly by_name: string;
  readonly capacity: Role;
  readonly organisation: Id<'organisation'>;
  readonly organisation_name: string;
};

export type DocumentTables = { readonly published_document: PublishedDocumentTable };
