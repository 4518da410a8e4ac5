/** The outbox of reminders: each message is claimed in one short transaction, sent in none, and ended in another. */
import { sql } from 'kysely';
import type { Id } from '../domain/id.ts';
import {
  afterAttempt,
  type AfterAttempt,
  type Attempt,
  beforeAttempt,
  type NoLongerOfUse,
  reminderLifecycle,
} from '../domain/placement/reminder-message.ts';
import type { Moment } from '../domain/time.ts';
import type { Permit } from '../domain/trail.ts';
import { asActor, type Database, databaseNow, type Transaction } from './database.ts';

/** A message that is claimed for sending. `id` is the same at each attempt. */
export type ClaimedReminder = {
  readonly number: number;
  readonly id: string;
  readonly unit: Id<'unit'>;
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
  readonly expires: Moment;
  /** The one it is claimed for included. */
  readonly attempts: number;
  /** Its unit has been confirmed since it was written. */
  readonly isConfirmed: boolean;
};

/** Whether some message is due. Asks for no one. */
export async function isReminderDue(db: Database): Promise<boolean> {
  const row = await db
    .selectFrom('reminder_due')
    .select('number')
    .where('due', '<=', sql<Moment>`clock_timestamp()`)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Claims the message that has been due the longest, for the time that sending it may take; null when others have them all. */
export function claimReminder(db: Database, permit: Permit): Promise<ClaimedReminder | null> {
  return asActor(db, permit, { kind: 'list', id: null }, async (tx) => {
    const { rows } = await sql<
      Omit<ClaimedReminder, 'to' | 'text' | 'isConfirmed'> & { to_name: string; address: string; body: string; confirmed: boolean }
    >`select * from claim_reminder()`.execute(tx);
    const [row] = rows;
    if (!row) return null;
    const { to_name: name, address, body: text, confirmed: isConfirmed, ...message } = row;
    return { ...message, to: { name, address }, text, isConfirmed };
  });
}

/** Gives a claimed message up without an attempt where nobody has use of it any longer; null where it is to be sent. */
export function endWithoutUse(db: Database, permit: Permit, message: ClaimedReminder): Promise<NoLongerOfUse | null> {
  return asActor(db, permit, { kind: 'unit', id: message.unit }, async (tx) => {
    const now = await databaseNow(tx);
    const useless = beforeAttempt(message, now);
    if (useless) await writeDown(tx, message, { ...useless, attempts: message.attempts - 1 }, now);
    return useless;
  });
}

/**
 * Writes down what came of an attempt. Where the message was ended meanwhile, or claimed again because this attempt took too long, nothing is
 * changed: null.
 */
export function endAttempt(db: Database, permit: Permit, message: ClaimedReminder, attempt: Attempt): Promise<AfterAttempt | null> {
  return asActor(db, permit, { kind: 'unit', id: message.unit }, async (tx) => {
    const now = await databaseNow(tx);
    const after = afterAttempt(attempt, message, now);
    return (await writeDown(tx, message, { ...after, attempts: message.attempts }, now)) ? after : null;
  });
}

async function writeDown(
  tx: Transaction,
  message: ClaimedReminder,
  after: (AfterAttempt | NoLongerOfUse) & { readonly attempts: number },
  now: Moment,
): Promise<boolean> {
  const { to: status } = reminderLifecycle[after.outcome];
  const changes = {
    status,
    // With the link, which nobody is to find later.
    ...(status === 'waiting' ? {} : { ended: now, body: null }),
    ...(after.outcome === 'deliver' ? {} : { attempts: after.attempts }),
    ...(after.outcome === 'deliver' || after.code === null ? {} : { code: after.code }),
    ...(after.outcome === 'put-off' ? { due: after.due } : {}),
    ...(after.outcome === 'give-up' ? { reason: after.reason } : {}),
  };
  const done = await tx
    .updateTable('reminder_message')
    .set(changes)
    .where('number', '=', message.number)
    .where('status', 'in', reminderLifecycle[after.outcome].from)
    // That the mail server took it is true whoever has claimed it since.
    .$if(after.outcome !== 'deliver', (query) => query.where('attempts', '=', message.attempts))
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}
