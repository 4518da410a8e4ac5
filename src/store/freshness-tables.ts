/** The tables of capacity's freshness as Kysely sees them. */
import type { ColumnType, Generated } from 'kysely';
import type { Id } from '../domain/id.ts';
import type { ConfirmationChannel } from '../domain/placement/freshness-statistics.ts';
import type { ReminderStatus, UndeliveredReason } from '../domain/placement/reminder-message.ts';
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

/** The outbox. Neither the address nor the text is read by a query: `claim_reminder` gives them to who sends. */
export type ReminderMessageTable = {
  readonly number: Generated<number>;
  readonly id: Generated<string>;
  readonly nudge: number;
  readonly unit: Id<'unit'>;
  readonly written: ColumnType<Moment, never, never>;
  readonly to_name: string;
  readonly address: string;
  readonly subject: string;
  readonly body: string | null;
  readonly expires: Moment;
  readonly status: ColumnType<ReminderStatus, never, ReminderStatus>;
  readonly attempts: ColumnType<number, never, number>;
  readonly due: ColumnType<Moment, never, Moment>;
  readonly ended: ColumnType<Moment | null, never, Moment>;
  readonly reason: ColumnType<UndeliveredReason | null, never, UndeliveredReason>;
  readonly code: ColumnType<string | null, never, string>;
};

/** A view: the messages that wait, and when each is to be tried. */
export type ReminderDueView = { readonly number: number; readonly unit: Id<'unit'>; readonly due: Moment };

export type FreshnessTables = {
  readonly reminder_message: ReminderMessageTable;
  readonly reminder_due: ReminderDueView;
  readonly unit_contact: UnitContactTable;
  readonly capacity_nudge: CapacityNudgeTable;
  readonly capacity_confirmation: CapacityConfirmationTable;
  readonly capacity_reminder: CapacityReminderView;
};
