/** The ledger of releases as Kysely sees it. */
import type { ColumnType, Generated } from 'kysely';
import type { Dimension } from '../domain/disclosure/dimension.ts';
import type { Beside } from '../domain/disclosure/beside.ts';
import type { ReleaseKind } from '../domain/disclosure/release.ts';
import type { Terms } from '../domain/disclosure/terms.ts';
import type { Id } from '../domain/id.ts';
import type { Moment } from '../domain/time.ts';
import type { Role } from '../domain/trail.ts';

/** JSON: read as its value, written as text. */
type Json<T> = ColumnType<T, string, never>;

export type ReleaseTable = {
  readonly id: Generated<number>;
  readonly matter: string;
  readonly method: ReleaseKind;
  readonly edition: string;
  readonly terms: Json<Terms>;
  readonly digest: string;
  readonly dimensions: Json<readonly Dimension[]>;
  readonly cells: Json<readonly (number | null)[]>;
  /** Null in releases from before it was kept: nothing was told beside them. */
  readonly beside: ColumnType<Beside | null, string, never>;
  readonly recorded: ColumnType<Moment, Moment, never>;
  readonly by_user: Id<'user'>;
  readonly by_name: string;
  readonly capacity: Role;
  readonly organisation: Id<'organisation'>;
  readonly organisation_name: string;
};

export type ReleasedView = Pick<
  ReleaseTable,
  'id' | 'matter' | 'method' | 'edition' | 'terms' | 'dimensions' | 'cells' | 'beside' | 'recorded' | 'organisation_name'
>;

export type ReleaseTables = { readonly release: ReleaseTable; readonly released: ReleasedView };
