/** The tables of capacity's freshness as Kysely sees them. */
import type { ColumnType, Generated } from 'kysely';
import type { Id } from '../domain/id.ts';
import type { ConfirmationChannel } from '../domain/placement/freshness-statistics.ts';
import type { Moment } from '../domain/time.ts';

export type UnitContactTable = { readonly unit: Id<'unit'>; readonly name: string; readonly address: string };

export type CapacityNudgeTable = {
  readonly number: Generated<number>;
  readonly unit: Id<'unit'>;
  readonly sent: ColumnType<Moment, never, never>;
  readonly sent_to: string;
  readonly address: string;
  readonly digest: string;
  readonly expires: ColumnType<Moment, Moment, never>;
  readonly rule: string;
};

export type CapacityConfirmationTable = {
  readonly number: Generated<number>;
  readonly unit: Id<'unit'>;
  /** Given only where a database is loaded; otherwise the database's own clock. */
  readonly at: ColumnType<Moment, Moment | undefined, never>;
  readonly by_name: string;
  readonly by_user: ColumnType<Id<'user'> | null, Id<'user'> | null | undefined, never>;
  readonly organisation: ColumnType<Id<'organisation'> | null, Id<'organisation'> | null | undefined, never>;
  readonly channel: ConfirmationChannel;
  readonly nudge: ColumnType<number | null, number | null | undefined, never>;
};

/** A view: when each unit that has a contact was confirmed and last reminded. */
export type CapacityReminderView = {
  readonly unit: Id<'unit'>;
  readonly confirmed: ColumnType<Moment | null, never, never>;
  readonly nudged: ColumnType<Moment | null, never, never>;
};

export type FreshnessTables = {
  readonly unit_contact: UnitContactTable;
  readonly capacity_nudge: CapacityNudgeTable;
  readonly capacity_confirmation: CapacityConfirmationTable;
  readonly capacity_reminder: CapacityReminderView;
};
