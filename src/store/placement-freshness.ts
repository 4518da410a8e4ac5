/** Reminders and links by which a unit's capacity is kept confirmed, and the record of both. Nobody who stays there is named. */
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Id } from '../domain/id.ts';
import { freshnessRule, linkExpiry, nudgeDecision } from '../domain/placement/freshness.ts';
import type { ConfirmationEvent, NudgeEvent } from '../domain/placement/freshness-statistics.ts';
import type { UndeliveredReason } from '../domain/placement/reminder-message.ts';
import type { Candidate } from '../domain/placement/search.ts';
import { addDays, danishDay, type Moment, startOfDanishDay } from '../domain/time.ts';
import type { Permit } from '../domain/trail.ts';
import { asActor, type Database, databaseNow, type Transaction, waitForTurn } from './database.ts';
import { loadOccupations, loadProvision, loadUnit, type Provision } from './placement-provision.ts';

/** Whom a unit's reminders are sent to. */
export type UnitContact = { readonly name: string; readonly address: string };

/** A reminder as it goes out. The secret stands in its link, and in the outbox until the message is delivered. */
export type Nudge = {
  readonly provision: Provision;
  readonly to: UnitContact;
  readonly secret: string;
  readonly sent: Moment;
  readonly expires: Moment;
};

/** A link that was sent, for one who has its secret. */
export type ConfirmationLink = {
  readonly unit: Id<'unit'>;
  readonly sentTo: string;
  readonly sent: Moment;
  readonly expires: Moment;
  readonly used: Moment | null;
};

/** What a link opens: what it is, and its unit's capacity as it stands. */
export type LinkMaterial = { readonly link: ConfirmationLink; readonly candidate: Candidate; readonly now: Moment };

/** The units that are to be reminded now, the longest without a confirmation first. Asks for no one: only times are read. */
export async function unitsToNudge(db: Database, at: Moment): Promise<readonly Id<'unit'>[]> {
  const rows = await db
    .selectFrom('capacity_reminder')
    .selectAll()
    .orderBy('confirmed', (order) => order.asc().nullsFirst())
    .execute();
  return rows.filter(({ confirmed, nudged }) => nudgeDecision(confirmed, nudged, at).outcome === 'send').map(({ unit }) => unit);
}

/**
 * Reminds a unit, when it is still to be reminded and has a contact: writes the reminder down, and with it the message, which is sent from the
 * outbox afterwards. Another process that would do the same waits and then finds it done. False when there was nothing to do.
 */
export function nudgeUnit(
  db: Database,
  permit: Permit,
  unit: Id<'unit'>,
  {
    at: sent,
    newSecret,
    write,
  }: {
    readonly at: Moment;
    readonly newSecret: () => string;
    readonly write: (nudge: Nudge) => { readonly subject: string; readonly text: string };
  },
): Promise<boolean> {
  return asActor(db, permit, { kind: 'unit', id: unit }, async (tx) => {
    await waitForTurn(tx, nudgingTurn);
    const times = await tx.selectFrom('capacity_reminder').selectAll().where('unit', '=', unit).executeTakeFirst();
    const to = await tx.selectFrom('unit_contact').select(['name', 'address']).where('unit', '=', unit).executeTakeFirst();
    const provision = await loadUnit(tx, unit);
    if (!times || !to || !provision || nudgeDecision(times.confirmed, times.nudged, sent).outcome !== 'send') return false;
    const [secret, expires] = [newSecret(), linkExpiry(sent)];
    const { number: nudge } = await tx
      .insertInto('capacity_nudge')
      .values({ unit, sent_to: to.name, address: to.address, digest: digestOf(secret), expires, rule: freshnessRule.edition })
      .returning('number')
      .executeTakeFirstOrThrow();
    const { subject, text: body } = write({ provision, to, secret, sent, expires });
    await tx
      .insertInto('reminder_message')
      .values({ nudge, unit, to_name: to.name, address: to.address, subject, body, expires })
      .execute();
    return true;
  });
}

/** The number under which reminders are sent one at a time. */
const nudgingTurn = 20_261_125;

/** What a link opens for one who has its secret; null when no such link was sent. Needs no login and reads nothing about anyone. */
export function linkMaterial(db: Database, secret: string): Promise<LinkMaterial | null> {
  return db.transaction().execute(async (tx) => {
    const now = await databaseNow(tx);
    const link = await findLink(tx, secret);
    const found = link && (await loadUnit(tx, link.unit));
    if (!link || !found) return null;
    const occupations = await loadOccupations(tx, danishDay(now), [link.unit]);
    return { link, candidate: { ...found, occupations }, now };
  });
}

/** Confirms the capacity of the link's own unit. False when the link is not there, has died, or was used, also by another a moment ago. */
export async function confirmThroughLink(db: Database, secret: string): Promise<boolean> {
  const { rows } = await sql<{ unit: string | null }>`select confirm_by_link(${digestOf(secret)}) as unit`.execute(db);
  return rows[0]?.unit !== null && rows[0]?.unit !== undefined;
}

/** A reminder that never arrived, and why; `code` is the mail server's own. */
export type UndeliveredReminder = {
  readonly to: string;
  readonly written: Moment;
  readonly ended: Moment;
  readonly attempts: number;
  readonly reason: UndeliveredReason;
  readonly code: string | null;
};

/** A unit with its confirmations, reminders and contact, as far as the actor may see them. */
export type FreshnessRecord = Provision & {
  readonly confirmations: readonly ConfirmationEvent[];
  readonly nudges: readonly NudgeEvent[];
  /** Reminders that were given up, the latest first. */
  readonly undelivered: readonly UndeliveredReminder[];
  /** Null when there is none, and for those who may not see it. */
  readonly contact: UnitContact | null;
};

export type FreshnessMaterial = { readonly records: readonly FreshnessRecord[]; readonly now: Moment };

/** Events are read from so long back: the period of the statistics and what lies just before it. */
const daysRead = 60;

/** The units whose freshness the actor may look into: a leader's own, a region's, or all. */
export function freshnessMaterial(db: Database, permit: Permit): Promise<FreshnessMaterial> {
  return asActor(db, permit, { kind: 'list', id: null }, async (tx) => {
    const now = await databaseNow(tx);
    const since = startOfDanishDay(addDays(danishDay(now), -daysRead));
    const { rows: seen } = await sql<{ id: Id<'unit'> }>`select id from unit where sees_freshness(id) order by id`.execute(tx);
    const ids = seen.map(({ id }) => id);
    if (ids.length === 0) return { records: [], now };
    const confirmations = await tx
      .selectFrom('capacity_confirmation')
      .select(['unit', 'at', 'by_name', 'channel'])
      .where('unit', 'in', ids)
      .where('at', '>=', since)
      .orderBy('at')
      .execute();
    const nudges = await tx
      .selectFrom('capacity_nudge')
      .select(['unit', 'sent', 'sent_to'])
      .where('unit', 'in', ids)
      .where('sent', '>=', since)
      .orderBy('sent')
      .execute();
    const undelivered = await tx
      .selectFrom('reminder_message')
      .select(['unit', 'to_name', 'written', 'ended', 'attempts', 'reason', 'code'])
      .where('unit', 'in', ids)
      .where('status', '=', 'undelivered')
      .where('written', '>=', since)
      .orderBy('written', 'desc')
      .execute();
    const contacts = await tx.selectFrom('unit_contact').selectAll().where('unit', 'in', ids).execute();
    const records = (await loadProvision(tx, ids)).map((provision) => {
      const { id } = provision.unit;
      const contact = contacts.find(({ unit }) => unit === id);
      return {
        ...provision,
        confirmations: confirmations.filter(({ unit }) => unit === id).map(({ at, by_name: by, channel }) => ({ at, by, channel })),
        nudges: nudges.filter(({ unit }) => unit === id).map(({ sent, sent_to: to }) => ({ sent, to })),
        undelivered: undelivered.flatMap(({ unit, to_name: to, ended, reason, ...row }) =>
          unit === id && ended !== null && reason !== null ? [{ to, ended, reason, ...row }] : [],
        ),
        contact: contact ? { name: contact.name, address: contact.address } : null,
      };
    });
    return { records, now };
  });
}

/** Names whom the reminders of a unit are sent to. False when the unit is not the actor's own. */
export function nameContact(db: Database, permit: Permit, unit: Id<'unit'>, contact: UnitContact): Promise<boolean> {
  return asActor(db, permit, { kind: 'unit', id: unit }, async (tx) => {
    const own = await tx
      .selectFrom('unit')
      .select('id')
      .where('id', '=', unit)
      .where('facility', '=', permit.actor.organisation.facility)
      .executeTakeFirst();
    if (!own) return false;
    await tx
      .insertInto('unit_contact')
      .values({ unit, ...contact })
      .onConflict((conflict) => conflict.column('unit').doUpdateSet(contact))
      .execute();
    return true;
  });
}

async function findLink(tx: Transaction, secret: string): Promise<ConfirmationLink | null> {
  const { rows } = await sql<{
    unit: Id<'unit'>;
    sent_to: string;
    sent: Moment;
    expires: Moment;
    used: Moment | null;
  }>`select * from confirmation_link(${digestOf(secret)})`.execute(tx);
  const [row] = rows;
  return row ? { unit: row.unit, sentTo: row.sent_to, sent: row.sent, expires: row.expires, used: row.used } : null;
}

function digestOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
