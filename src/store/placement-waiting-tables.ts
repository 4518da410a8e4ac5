/** The tables of the waiting list as Kysely sees them. */
import type { ColumnType, Generated } from 'kysely';
import type { Id } from '../domain/id.ts';
import type { Need, Party } from '../domain/placement/needs.ts';
import type { UrgencyCause } from '../domain/placement/urgency-log.ts';
import type { Contribution, UrgencyFacts } from '../domain/placement/urgency.ts';
import type { RequestAct, RequestStatus } from '../domain/placement/waiting-lifecycle.ts';
import type { OfferStatus } from '../domain/placement/waiting-offer.ts';
import type { OvertakeReason } from '../domain/placement/waiting-reasons.ts';
import type { ClosedUnit } from '../domain/placement/waiting-request.ts';
import type { WishChange } from '../domain/placement/wish-change.ts';
import type { Day, Moment } from '../domain/time.ts';
import type { NamedWriter, WrittenAt } from './who-and-when.ts';

/** Read as a value, written as JSON text. */
type Json<Value> = ColumnType<Value, string, string>;

type Written = NamedWriter & WrittenAt;

export type PlacementRequestTable = {
  readonly id: Id<'request'>;
  readonly pathway: Id<'pathway'>;
  readonly called_name: string;
  readonly municipality: Id<'municipality'> | null;
  /** The number of the wish in force; its units carry the same. */
  readonly wish: number;
  readonly needs: Json<readonly Need[]>;
  readonly party: Json<Party>;
  readonly earliest: Day;
  readonly nights: number;
  /** So many nights after the birth, where the wish is for that; `nights` are then kept by the birth in force. */
  readonly nights_after_birth: ColumnType<number | null, number | null | undefined, number | null>;
  readonly reach: number | null;
  readonly status: RequestStatus;
  readonly stay: Id<'stay'> | null;
  readonly closed: Json<readonly ClosedUnit[]>;
  readonly urgency: Json<UrgencyFacts>;
  readonly asked_at: ColumnType<Moment, Moment, never>;
  readonly asked_by: Id<'user'>;
  readonly asked_by_name: string;
  readonly asked_for: Id<'organisation'>;
  readonly asked_for_name: string;
  readonly request_key: string;
};

export type PlacementRequestUnitTable = {
  readonly request: Id<'request'>;
  readonly wish: number;
  readonly preference: number;
  readonly unit: Id<'unit'>;
};

export type PlacementRequestEventTable = Written & {
  readonly request: Id<'request'>;
  readonly sequence: number;
  readonly act: RequestAct;
  readonly unit: Id<'unit'> | null;
  readonly stay: Id<'stay'> | null;
  readonly reason: string | null;
  /** Empty of a unit's no: its words stand in `request_refusal_words`. */
  readonly text: string;
  /** The form that it was sent with, and what that was answered. */
  readonly request_key: ColumnType<string | null, string | undefined, never>;
  readonly answer: ColumnType<{ readonly outcome: 'done'; readonly status: RequestStatus } | null, string | undefined, never>;
  /** What was changed in the wish; null where nothing was, or it was not kept then. */
  readonly change: ColumnType<readonly WishChange[] | null, string | undefined, never>;
  /** What she waited by before a birth was followed; null of what followed none. */
  readonly needs_before: ColumnType<readonly Need[] | null, string | undefined, never>;
};

/** What a unit wrote in its own words to its no: put aside by the database, and read by those who confirm places alone. */
export type RequestRefusalWordsTable = { readonly request: Id<'request'>; readonly sequence: number; readonly words: string };

export type PlacementOfferTable = {
  readonly stay: Id<'stay'>;
  readonly request: Id<'request'>;
  readonly unit: Id<'unit'>;
  readonly offered: ColumnType<Moment, Moment, never>;
  readonly answer_by: ColumnType<Moment, Moment, never>;
  readonly status: OfferStatus;
  readonly answered: ColumnType<Moment | null, Moment | null, Moment | null>;
};

export type UrgencyChangeTable = {
  readonly request: Id<'request'>;
  readonly number: number;
  readonly day: Day;
  readonly recorded: ColumnType<Moment, Moment, never>;
  readonly edition: string;
  readonly score: number;
  readonly contributions: Json<readonly Contribution[]>;
  readonly causes: Json<readonly UrgencyCause[]>;
  readonly facts: Json<UrgencyFacts>;
};

export type OvertakingTable = Written & {
  readonly stay: Id<'stay'>;
  readonly pathway: Id<'pathway'>;
  readonly unit: Id<'unit'>;
  readonly waiting: number;
  readonly reason: OvertakeReason | null;
  readonly text: string;
};

export type HerNeedsTable = Written & {
  readonly number: Generated<number>;
  readonly pathway: Id<'pathway'>;
  readonly needs: Json<readonly Need[]>;
  /** The last fact of her pathway when it was written; null where it was not kept then. */
  readonly after_fact: number | null;
  /** Who comes with her; null where it was not kept then. */
  readonly party: ColumnType<Party | null, string, never>;
};

export type WaitingTables = {
  readonly her_needs: HerNeedsTable;
  readonly placement_request: PlacementRequestTable;
  readonly placement_request_unit: PlacementRequestUnitTable;
  readonly placement_request_event: PlacementRequestEventTable;
  readonly request_refusal_words: RequestRefusalWordsTable;
  readonly placement_offer: PlacementOfferTable;
  readonly urgency_change: UrgencyChangeTable;
  readonly overtaking: OvertakingTable;
};
