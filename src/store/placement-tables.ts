/** The tables of places and stays as Kysely sees them. */
import type { ColumnType, Generated } from 'kysely';
import type { RegionId } from '../domain/geography/regions.ts';
import type { Id } from '../domain/id.ts';
import type { LegalBasisId } from '../domain/legal-basis.ts';
import type { LeaveReason } from '../domain/placement/leave.ts';
import type { StayAct, StayStatus } from '../domain/placement/lifecycle.ts';
import type { Need } from '../domain/placement/needs.ts';
import type { OperatorKind, PlaceProperty } from '../domain/placement/provision.ts';
import type { ClosureCause } from '../domain/placement/supply-state.ts';
import type { Day, Moment } from '../domain/time.ts';
import type { FreshnessTables } from './freshness-tables.ts';
import type { StayAnswer } from './placement-answer.ts';
import type { NamedWriter, WrittenAt, WrittenNow } from './who-and-when.ts';

type NullableMoment = ColumnType<Moment | null, Moment | null, Moment | null>;

export type FacilityTable = {
  readonly id: Id<'facility'>;
  readonly name: string;
  readonly operator: OperatorKind;
  readonly operator_name: string;
  readonly region: RegionId;
  readonly municipality: Id<'municipality'>;
  readonly town: string;
  /** Street and number; empty where none was written. */
  readonly address: ColumnType<string, string | undefined, string>;
  readonly longitude: number;
  readonly latitude: number;
};

export type UnitTable = {
  readonly id: Id<'unit'>;
  readonly facility: Id<'facility'>;
  readonly name: string;
  readonly confirmed_by: string | null;
  readonly confirmed_at: NullableMoment;
};

export type UnitOpenTable = { readonly unit: Id<'unit'>; readonly from_day: Day; readonly to_day: Day | null };
export type RoomTable = { readonly id: Id<'room'>; readonly unit: Id<'unit'>; readonly name: string };
export type PlaceTable = { readonly id: Id<'place'>; readonly room: Id<'room'>; readonly unit: Id<'unit'>; readonly name: string };
export type PlacePropertyTable = { readonly place: Id<'place'>; readonly property: PlaceProperty };

export type ClosureTable = {
  readonly number: Generated<number>;
  readonly id: ColumnType<Id<'closure'>, Id<'closure'> | undefined, never>;
  readonly unit: Id<'unit'>;
  /** Null when the whole unit is closed. */
  readonly place: Id<'place'> | null;
  readonly from_day: Day;
  readonly to_day: Day | null;
  readonly cause: ColumnType<ClosureCause, ClosureCause | undefined, never>;
  readonly reason: string;
};

export type UnitStaffingTable = {
  readonly unit: Id<'unit'>;
  readonly from_day: Day;
  readonly to_day: Day | null;
  readonly women: number;
};

export type UnitAdmissionTable = {
  readonly unit: Id<'unit'>;
  readonly youngest: number | null;
  readonly oldest: number | null;
  readonly women_only: boolean;
  readonly most_children: number | null;
  readonly oldest_child: number | null;
};

export type PlaceFlexibleTable = { readonly place: Id<'place'>; readonly lead_days: number; readonly closes_after_days: number };
export type PlaceOpenedTable = { readonly place: Id<'place'>; readonly from_day: Day; readonly to_day: Day | null };

export type StayTable = {
  readonly id: Id<'stay'>;
  readonly pathway: Id<'pathway'>;
  readonly called_name: string;
  readonly unit: Id<'unit'>;
  readonly arrival: Day;
  readonly departure: Day;
  readonly status: StayStatus;
  readonly held_until: NullableMoment;
  readonly extensions: ColumnType<number, number | undefined, number>;
  /** Written as JSON text. */
  readonly needs: ColumnType<readonly Need[], string, never>;
  readonly legal_basis: LegalBasisId | null;
  readonly paid_by: Id<'municipality'> | null;
  readonly held_by: Id<'user'>;
  readonly held_by_name: string;
  readonly held_for: Id<'organisation'>;
  readonly held_for_name: string;
  readonly request_key: string;
  readonly recorded: ColumnType<Moment, never, never>;
  /** The stay she is in elsewhere and is to come from; null where she comes from no other unit. */
  readonly transfer_from: ColumnType<Id<'stay'> | null, Id<'stay'> | null | undefined, never>;
  /** Nights after the birth that the stay is agreed to; null where it is to a fixed day. */
  readonly nights_after_birth: ColumnType<number | null, number | null | undefined, number | null>;
};

/** The database keeps the status the same as the stay's. */
export type StayPartTable = {
  readonly stay: Id<'stay'>;
  readonly unit: Id<'unit'>;
  readonly status: StayStatus;
  readonly place: Id<'place'>;
  readonly arrival: Day;
  readonly departure: Day;
};

/** Nights she is away; her place is kept. `back_day`: its night she is in the house. */
export type StayLeaveTable = {
  readonly stay: Id<'stay'>;
  readonly from_day: Day;
  readonly back_day: Day;
  readonly reason: LeaveReason;
  readonly text: string;
};

/** Where a facility has stood, and from when. The database keeps it. */
export type FacilityPlaceTable = Pick<FacilityTable, 'municipality' | 'longitude' | 'latitude'> & {
  readonly facility: Id<'facility'>;
  readonly since: ColumnType<Moment, never, never>;
};

/** The telephone numbers that a facility has had, the latest last; empty where it has none any more. */
export type FacilityTelephoneTable = NamedWriter &
  WrittenAt & {
    readonly facility: Id<'facility'>;
    readonly sequence: number;
    readonly telephone: string;
  };

/** The telephone numbers that a municipality's team has had, the latest last; empty where it has none any more. */
export type MunicipalityTelephoneTable = Omit<FacilityTelephoneTable, 'facility'> & { readonly municipality: Id<'municipality'> };

export type StayEventTable = NamedWriter &
  WrittenNow & {
    readonly stay: Id<'stay'>;
    readonly sequence: number;
    readonly act: StayAct;
    readonly status: StayStatus;
    readonly happened: Day;
    /** Written as JSON text. */
    readonly data: ColumnType<Readonly<Record<string, unknown>>, string, never>;
    /** The form it was sent with; null for what the program did by itself, and for what was imported. */
    readonly request_key: string | null;
    /** What was answered to the form. Written as JSON text. */
    readonly answer: ColumnType<StayAnswer | null, string | null, never>;
  };

/** What a unit wrote in its own words to its no: put aside by the database, and read by the unit and those who confirm places alone. */
export type StayRefusalWordsTable = { readonly stay: Id<'stay'>; readonly sequence: number; readonly words: string };

/** A view: that a place is taken, part by part, and what it must have for one who is expected; not by whom. */
export type OccupationView = {
  readonly stay: Id<'stay'>;
  readonly place: Id<'place'>;
  readonly unit: Id<'unit'>;
  readonly arrival: Day;
  readonly departure: Day;
  readonly status: StayStatus;
  readonly held_until: Moment | null;
  readonly must_have: readonly PlaceProperty[];
  readonly moves_on: boolean;
};

/**
 * Views: how often what a unit can offer has changed, and the whole country's; `qualification` is how many of the unit's changes may have changed
 * what is known of its qualification.
 */
export type UnitVersionView = { readonly unit: Id<'unit'>; readonly version: number; readonly qualification: number };
export type CountryVersionView = { readonly version: number };

export type PlacementTables = {
  readonly facility: FacilityTable;
  readonly facility_place: FacilityPlaceTable;
  readonly facility_telephone: FacilityTelephoneTable;
  readonly municipality_telephone: MunicipalityTelephoneTable;
  readonly unit: UnitTable;
  readonly unit_open: UnitOpenTable;
  readonly room: RoomTable;
  readonly place: PlaceTable;
  readonly place_property: PlacePropertyTable;
  readonly closure: ClosureTable;
  readonly unit_staffing: UnitStaffingTable;
  readonly unit_admission: UnitAdmissionTable;
  readonly place_flexible: PlaceFlexibleTable;
  readonly place_opened: PlaceOpenedTable;
  readonly stay: StayTable;
  readonly stay_part: StayPartTable;
  readonly stay_leave: StayLeaveTable;
  readonly stay_event: StayEventTable;
  readonly stay_refusal_words: StayRefusalWordsTable;
  readonly occupation: OccupationView;
  readonly unit_version: UnitVersionView;
  readonly country_version: CountryVersionView;
} & FreshnessTables;
