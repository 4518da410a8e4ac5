/** What is done to a stay is written: where it stands, its places, and the event of it. */
import { type RawBuilder, sql } from 'kysely';
import type { Id } from '../domain/id.ts';
import type { LeaveDays } from '../domain/placement/leave-change.ts';
import { replacedBy, type StayAct, type StayStatus } from '../domain/placement/lifecycle.ts';
import type { StayPart } from '../domain/placement/parts.ts';
import type { Stay } from '../domain/placement/stay.ts';
import { danishDay, type Day, type Moment } from '../domain/time.ts';
import type { Actor } from '../domain/trail.ts';
import type { Transaction } from './database.ts';
import type { StayAnswer } from './placement-answer.ts';
import { MovedMeanwhile } from './placement-retry.ts';
import type { StayTable } from './placement-tables.ts';

/** Changes a stay that still stands as it was read, and writes down what was done to it. */
export async function moveStay(
  tx: Transaction,
  before: Pick<Stay, 'id' | 'status'>,
  change: Partial<Pick<StayTable, 'status' | 'legal_basis' | 'paid_by'>> & {
    readonly held_until?: Moment | null;
    readonly extensions?: number;
    /** How the length is agreed from now on. */
    readonly nightsAfterBirth?: number | null;
    /** Her places from now on, where they change: all of them. Her nights are theirs. */
    readonly parts?: readonly StayPart[];
  },
  event: Omit<StayEvent, 'stay'>,
): Promise<void> {
  // Nights that are new are written before the stay takes its place by them, and nights that fall away once it has let them go.
  const parts = change.parts ?? null;
  if (parts !== null && change.status !== 'discharged') await placeStay(tx, before.id, parts);
  const { parts: _, nightsAfterBirth, ...columns } = change;
  if (nightsAfterBirth !== undefined) await agreeLength(tx, before.id, nightsAfterBirth);
  if (Object.keys(columns).length > 0) {
    const moved = await tx
      .updateTable('stay')
      .set(columns)
      .where('id', '=', before.id)
      .where('status', '=', before.status)
      .executeTakeFirst();
    if (moved.numUpdatedRows === 0n) throw new MovedMeanwhile(before.id);
  }
  if (parts !== null && change.status === 'discharged') await placeStay(tx, before.id, parts);
  await addEvent(tx, { stay: before.id, ...event });
}

/** Puts a stay on these places instead of those it was on. The database asks who may. Throws when it says no: the stay was seen before. */
export async function placeStay(tx: Transaction, stay: Id<'stay'>, parts: readonly StayPart[]): Promise<void> {
  const { places, arrivals, departures } = columnsOf(parts);
  const { rows } = await sql<{
    placed: boolean;
  }>`select place_stay(${stay}, ${places}, ${arrivals}::date[], ${departures}::date[]) as placed`.execute(tx);
  if (rows[0]?.placed !== true) throw new Error(`the stay ${stay} is not moved by the one who asks`);
}

/** Takes away the leave with these days. Throws where the database does not let the one who asks: the leave was seen before. */
export async function takeBackLeave(tx: Transaction, stay: Id<'stay'>, { from, back }: LeaveDays): Promise<void> {
  const { rows } = await sql<{ taken: boolean }>`select take_back_leave(${stay}, ${from}::date, ${back}::date) as taken`.execute(tx);
  if (rows[0]?.taken !== true) throw new Error(`a leave of the stay ${stay} is not taken back by the one who asks`);
}

/** Writes how the length is agreed from now on. The database asks who may, as of her places. Throws when it says no: the stay was seen before. */
async function agreeLength(tx: Transaction, stay: Id<'stay'>, nightsAfterBirth: number | null): Promise<void> {
  const { rows } = await sql<{ agreed: boolean }>`select agree_length(${stay}, ${nightsAfterBirth}::integer) as agreed`.execute(tx);
  if (rows[0]?.agreed !== true) throw new Error(`the length of the stay ${stay} is not agreed by the one who asks`);
}

/** Parts as the columns that the database's functions take them in. */
export function columnsOf(parts: readonly StayPart[]): {
  readonly places: readonly Id<'place'>[];
  readonly arrivals: readonly Day[];
  readonly departures: readonly Day[];
} {
  return {
    places: parts.map(({ place }) => place),
    arrivals: parts.map(({ nights }) => nights.arrival),
    departures: parts.map(({ nights }) => nights.departure),
  };
}

export type StayEvent = {
  readonly stay: Id<'stay'>;
  readonly act: StayAct;
  readonly status: StayStatus;
  readonly actor: Actor;
  readonly at: Moment;
  /** Today when not said. */
  readonly happened?: Day;
  readonly data?: Readonly<Record<string, unknown>>;
  /** The form that it was sent with, and what it is answered. */
  readonly form?: { readonly key: string; readonly answer: StayAnswer };
};

export async function addEvent(tx: Transaction, { stay, act, status, actor, at, happened, data = {}, form }: StayEvent): Promise<void> {
  await tx
    .insertInto('stay_event')
    .columns([
      'stay',
      'sequence',
      'act',
      'status',
      'happened',
      'recorded',
      'by_user',
      'by_name',
      'capacity',
      'organisation',
      'organisation_name',
      'data',
      'request_key',
      'answer',
    ])
    .expression((query) =>
      query
        .selectFrom('stay_event')
        .where('stay', '=', stay)
        .select([
          sql<Id<'stay'>>`${stay}::text`.as('stay'),
          sql<number>`coalesce(max(sequence), 0) + 1`.as('sequence'),
          sql<StayAct>`${act}::text`.as('act'),
          sql<StayStatus>`${status}::text`.as('status'),
          sql<Day>`${happened ?? danishDay(at)}::date`.as('happened'),
          sql<Moment>`${at}::timestamptz`.as('recorded'),
          sql<Id<'user'>>`${actor.user}::text`.as('by_user'),
          sql<string>`${actor.name}::text`.as('by_name'),
          sql<Actor['role']>`${actor.role}::text`.as('capacity'),
          sql<Id<'organisation'>>`${actor.organisation.id}::text`.as('organisation'),
          sql<string>`${actor.organisation.name}::text`.as('organisation_name'),
          sql<string>`${JSON.stringify(data)}::jsonb`.as('data'),
          (form ? keyOfEvent(form.key, act) : sql<string | null>`null::text`).as('request_key'),
          sql<string | null>`${form ? JSON.stringify(form.answer) : null}::jsonb`.as('answer'),
        ]),
    )
    .execute();
}

/** Whether an event was written by the form with a key, the first time or again: what it did was replaced since, and it was done once more. */
export function isOfForm(key: string): RawBuilder<boolean> {
  return sql<boolean>`(request_key = ${key}::text or starts_with(request_key, ${key}::text || '#'))`;
}

/** The key as the event keeps it, read beside the events there are: with its number where the form did the act before and it was replaced since. */
function keyOfEvent(key: string, act: StayAct): RawBuilder<string | null> {
  if (!replacedBy[act]) return sql<string | null>`${key}::text`;
  const before = sql`count(*) filter (where act = ${act} and ${isOfForm(key)})`;
  return sql<string | null>`${key}::text || case ${before} when 0 then '' else '#' || (${before} + 1) end`;
}
