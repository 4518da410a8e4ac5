/** The tables as Kysely sees them. Each area of the store adds its own and is joined here. */
import type { ColumnType, Generated } from 'kysely';
import type { Id } from '../domain/id.ts';
import type { Moment } from '../domain/time.ts';
import type { OrganisationKind, Role } from '../domain/trail.ts';
import type { AnalysisTables } from './analysis-tables.ts';
import type { CallTables } from './call-tables.ts';
import type { DocumentTables } from './document-tables.ts';
import type { FigureTables } from './figure-tables.ts';
import type { ListTables } from './list-tables.ts';
import type { PathwayTables } from './pathway-tables.ts';
import type { PlanningTables } from './planning-tables.ts';
import type { PlacementTables } from './placement-tables.ts';
import type { WaitingTables } from './placement-waiting-tables.ts';
import type { ReleaseTables } from './release-tables.ts';
import type { SupplyTables } from './supply-tables.ts';

/** A moment: read as `Moment`, written as one. */
export type MomentColumn = ColumnType<Moment, Moment, Moment>;

export type OrganisationTable = {
  readonly id: Id<'organisation'>;
  readonly name: string;
  readonly kind: OrganisationKind;
  readonly municipality: Id<'municipality'> | null;
  readonly region: Id<'region'> | null;
  readonly facility: Id<'facility'> | null;
};

export type PersonTable = {
  readonly id: Id<'person'>;
  readonly name: string;
  /** Fictitious in this release: day of birth + 60. */
  readonly cpr: string | null;
  readonly invented: boolean;
};

export type AppUserTable = {
  readonly id: Id<'user'>;
  readonly name: string;
  readonly role: Role;
  readonly organisation: Id<'organisation'>;
  readonly person: Id<'person'> | null;
  /** The order of the demo's personas; null for everybody else. */
  readonly persona: number | null;
  /** When the person's task ended; null while it goes on. */
  readonly ended: Generated<Moment | null>;
  /** When the person was named on a page; null for those who were there from the start. */
  readonly named: Generated<Moment | null>;
};

export type SessionTable = {
  /** SHA-256 of the secret in the cookie: the secret itself is never stored. */
  readonly digest: string;
  readonly app_user: Id<'user'>;
  readonly opened: MomentColumn;
  readonly expires: MomentColumn;
};

export type TraceTable = {
  readonly number: Generated<number>;
  readonly at: ColumnType<Moment, never, never>;
  readonly app_user: Id<'user'>;
  readonly name: string;
  /** `link`: the link of a reminder, where nobody had signed in. */
  readonly role: Role | 'link';
  readonly organisation: Id<'organisation'>;
  readonly organisation_name: string;
  readonly permission: string;
  readonly rule: string;
  readonly subject_kind:
    | 'pathway'
    | 'facility'
    | 'unit'
    | 'municipality'
    | 'stay'
    | 'call'
    | 'answer'
    | 'report'
    | 'figure'
    | 'list'
    | 'trace';
  readonly subject: string | null;
  /** Whether there was anything to see. */
  readonly outcome: ColumnType<'seen' | 'not-there', 'seen' | 'not-there' | undefined, never>;
  /** Whether anything was saved; null where it is not known. */
  readonly wrote: ColumnType<boolean | null, boolean | null | undefined, never>;
};

export type SettingTable = { readonly name: string; readonly value: string };

export type CoreTables = {
  readonly organisation: OrganisationTable;
  readonly person: PersonTable;
  readonly app_user: AppUserTable;
  readonly session: SessionTable;
  readonly trace: TraceTable;
  readonly setting: SettingTable;
};

export type Tables = CoreTables &
  PathwayTables &
  PlacementTables &
  SupplyTables &
  CallTables &
  WaitingTables &
  ReleaseTables &
  FigureTables &
  ListTables &
  AnalysisTables &
  DocumentTables &
  PlanningTables;
