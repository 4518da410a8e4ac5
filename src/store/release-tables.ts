/** The ledger of releases as Kysely sees it. */
import type { ColumnType, Generated } from 'kysely';
import type { Dimension } from '../domain/disclosure/dimension.ts';
import type { Beside, CellCodes } from '../domain/disclosure/beside.ts';
import type { ReasonedCell } from '../domain/disclosure/hidden-reasons.ts';
import type { AttackReport } from '../domain/disclosure/joint-attack.ts';
import type { HeldAgainst, PreviewGround, PreviewStanding } from '../domain/disclosure/preview.ts';
import type { ReleaseKind } from '../domain/disclosure/refusal.ts';
import type { JobOutcome, KeptRefusal } from '../domain/disclosure/release-job.ts';
import type { NotReleased } from '../domain/call/edition.ts';
import type { JobChoices } from '../domain/call/table-cut.ts';
import type { WayOn } from '../domain/call/ways-on.ts';
import type { Terms } from '../domain/disclosure/terms.ts';
import type { Id } from '../domain/id.ts';
import type { Moment } from '../domain/time.ts';
import type { NamedWriter, WrittenAt } from './who-and-when.ts';

/** JSON: read as its value, written as text. */
type Json<T> = ColumnType<T, string, never>;

export type ReleaseTable = NamedWriter &
  WrittenAt & {
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
  };

export type ReleasedView = Pick<
  ReleaseTable,
  'id' | 'matter' | 'method' | 'edition' | 'terms' | 'dimensions' | 'cells' | 'beside' | 'recorded' | 'organisation_name'
>;

/** Work on a release. */
export type ReleaseJobTable = NamedWriter & {
  readonly id: string;
  readonly call: Id<'call'>;
  readonly choices: Json<JobChoices>;
  readonly asked: ColumnType<Moment, Moment, never>;
  readonly before: Generated<number>;
  readonly progress: Generated<number>;
  readonly heard: Generated<Moment>;
  readonly stop_asked: Moment | null;
  readonly ended: Moment | null;
  readonly outcome: JobOutcome | null;
  readonly release: number | null;
  readonly is_new: boolean | null;
  readonly why: ColumnType<KeptWhy | null, string | null, string | null>;
  /** The work whose preview was outdated, and for which this is done again. */
  readonly renews: string | null;
};

/** A release as it would leave, beside the work that made it. */
export type ReleasePreviewTable = {
  readonly job: string;
  readonly kind: ReleaseKind;
  readonly edition: string;
  readonly digest: string;
  readonly terms: Json<Terms>;
  readonly dimensions: Json<readonly Dimension[]>;
  readonly cells: Json<readonly (number | null)[]>;
  readonly beside: Json<Beside>;
  readonly standing: Json<PreviewStanding>;
  readonly attacks: Json<readonly AttackReport[]>;
  readonly against: Json<HeldAgainst>;
};

export type ReleasePreviewReasonTable = { readonly job: string; readonly place: string; readonly reasons: Json<readonly ReasonedCell[]> };

export type ReleaseJobCellTable = { readonly job: string; readonly place: string; readonly codes: Json<CellCodes> };

/** Why nothing came of it, how a table was made around what is known, or what has changed since its preview. */
export type KeptWhy =
  /** `ways`: those that were tried and withstood every attacker; without it none was tried. */
  | { readonly refusal: KeptRefusal; readonly ways?: readonly WayOn[] }
  | { readonly missing: readonly NotReleased[] }
  | { readonly insteadOf: KeptRefusal }
  | { readonly changed: readonly PreviewGround[] };

export type ReleaseTables = {
  readonly release: ReleaseTable;
  readonly released: ReleasedView;
  readonly release_job: ReleaseJobTable;
  readonly release_job_cell: ReleaseJobCellTable;
  readonly release_preview: ReleasePreviewTable;
  readonly release_preview_reason: ReleasePreviewReasonTable;
};
