/** The tables of what was changed of supply and said of qualification, as Kysely sees them. Rows are only added. */
import type { ColumnType } from 'kysely';
import type { Id } from '../domain/id.ts';
import type { FacilityFact } from '../domain/placement/facility-registration.ts';
import type { SupplyChanged } from '../domain/placement/provision.ts';
import type { SupplyFact, SupplyPart } from '../domain/placement/supply-change.ts';
import type { NamedWriter, WrittenNow } from './who-and-when.ts';

type Written = NamedWriter & WrittenNow;

/** Written as JSON text. */
type Json<Value> = ColumnType<Value, string, never>;

export type SupplyEventTable = Written & {
  readonly unit: Id<'unit'>;
  readonly sequence: number;
  readonly type: SupplyFact['type'];
  readonly change: Json<SupplyFact>;
  readonly before: ColumnType<SupplyPart | null, string | null, never>;
  readonly after: ColumnType<SupplyPart | null, string | null, never>;
};

export type QualificationEventTable = Written & {
  readonly unit: Id<'unit'>;
  readonly sequence: number;
  readonly kind: 'statement' | 'assessment';
  readonly edition: string | null;
  readonly data: Json<unknown>;
};

export type FacilityEventTable = Written & {
  readonly facility: Id<'facility'>;
  readonly sequence: number;
  readonly type: FacilityFact['type'];
  readonly change: Json<FacilityFact>;
};

/** The latest change of each unit's supply: no row where nothing was changed since it was taken up. */
export type SupplyChangedView = SupplyChanged & { readonly unit: Id<'unit'> };

export type SupplyTables = {
  readonly facility_event: FacilityEventTable;
  readonly supply_event: SupplyEventTable;
  readonly supply_changed: SupplyChangedView;
  readonly qualification_event: QualificationEventTable;
};
