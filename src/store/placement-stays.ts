/** Stays, with the woman's name for those who may see it: row security decides which rows there are. */
import { sql } from 'kysely';
import type { Id } from '../domain/id.ts';
import { type RefusalReason, refusalReasons } from '../domain/placement/confirm.ts';
import type { StayAct, StayStatus } from '../domain/placement/lifecycle.ts';
import type { Stay } from '../domain/placement/stay.ts';
import { danishDay, type Day, type Moment } from '../domain/time.ts';
import type { Actor, Permit } from '../domain/trail.ts';
import { asActor, type Database, type Transaction } from './database.ts';
import { MovedMeanwhile } from './placement-retry.ts';
import type { StayTable } from './placement-tables.ts';

/** A stay with what its pages show beside it. */
export type StayWithName = Stay & {
  readonly calledName: string;
  readonly facility: Id<'facility'>;
  readonly unitName: string;
  readonly placeName: string;
  /** Who holds or held the place for her, and for which party. */
  readonly heldByName: string;
  readonly heldForName: string;
  /** Why the unit said no or the municipality withdrew; `null` for a stay that did not end so. */
  readonly endedBecause: EndedBecause | null;
};

/** A reason from the unit's closed list where there is one, and in words. */
export type EndedBecause = { readonly reason: RefusalReason | null; readonly text: string };

/** The stays of a pathway that the actor may see, by arrival. */
export async function staysOfPathway(tx: Transaction, pathway: Id<'pathway'>): Promise<readonly StayWithName[]> {
  return (await namedStays(tx).where('stay.pathway', '=', pathway).execute()).map(named);
}

/** The stays of a unit that the actor may see, by arrival: those that end on a day or later, and those who have not left. */
export async function staysOfUnit(tx: Transaction, unit: Id<'unit'>, from: Day): Promise<readonly StayWithName[]> {
  const rows = await namedStays(tx)
    .where('stay.unit', '=', unit)
    .where(({ eb, or }) => or([eb('stay.departure', '>=', from), eb('stay.status', '=', 'admitted')]))
    .execute();
  return rows.map(named);
}

/** One stay; null when there is none that the actor may see. */
export function oneStay(db: Database, permit: Permit, stay: Id<'stay'>): Promise<StayWithName | null> {
  return asActor(db, permit, { kind: 'stay', id: stay }, (tx) => loadStay(tx, stay));
}

export async function loadStay(tx: Transaction, stay: Id<'stay'>): Promise<StayWithName | null> {
  const row = await namedStays(tx).where('stay.id', '=', stay).executeTakeFirst();
  return row ? named(row) : null;
}

/** Changes a stay that still stands as it was read, and writes down what was done to it. */
export async function moveStay(
  tx: Transaction,
  { id: stay, status: before }: Pick<Stay, 'id' | 'status'>,
  change: Partial<Pick<StayTable, 'arrival' | 'departure' | 'status' | 'legal_basis' | 'paid_by'>> & {
    readonly held_until?: Moment | null;
    readonly extensions?: number;
  },
  event: Omit<StayEvent, 'stay'>,
): Promise<void> {
  const moved = await tx.updateTable('stay').set(change).where('id', '=', stay).where('status', '=', before).executeTakeFirst();
  if (moved.numUpdatedRows === 0n) throw new MovedMeanwhile(stay);
  await addEvent(tx, { stay, ...event });
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
};

export async function addEvent(tx: Transaction, { stay, act, status, actor, at, happened, data = {} }: StayEvent): Promise<void> {
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
        ]),
    )
    .execute();
}

// oxlint-disable-next-line typescript/explicit-function-return-type -- the builder's type says which columns are read
function namedStays(tx: Transaction) {
  return tx
    .selectFrom('stay')
    .innerJoin('unit', 'unit.id', 'stay.unit')
    .innerJoin('facility', 'facility.id', 'unit.facility')
    .innerJoin('place', 'place.id', 'stay.place')
    .selectAll('stay')
    .select(['unit.name as unit_name', 'unit.facility', 'facility.name as facility_name', 'place.name as place_name'])
    .select((eb) =>
      eb
        .selectFrom('stay_event')
        .whereRef('stay_event.stay', '=', 'stay.id')
        .where('stay_event.act', 'in', ['refuse', 'withdraw'])
        .select('stay_event.data')
        .orderBy('stay_event.sequence', 'desc')
        .limit(1)
        .as('ended_because'),
    )
    .orderBy('stay.arrival')
    .orderBy('stay.recorded');
}

type NamedRow = Awaited<ReturnType<ReturnType<typeof namedStays>['executeTakeFirstOrThrow']>>;

function named(row: NamedRow): StayWithName {
  const { id, pathway, unit, place, arrival, departure, status, extensions, needs } = row;
  return {
    id,
    pathway,
    unit,
    place,
    nights: { arrival, departure },
    status,
    heldUntil: row.held_until,
    extensions,
    needs,
    legalBasis: row.legal_basis,
    paidBy: row.paid_by,
    calledName: row.called_name,
    facility: row.facility,
    unitName: `${row.facility_name}, ${row.unit_name}`,
    placeName: row.place_name,
    heldByName: row.held_by_name,
    heldForName: row.held_for_name,
    endedBecause: row.ended_because && endedBecause(row.ended_because),
  };
}

function endedBecause({ reason, text }: Readonly<Record<string, unknown>>): EndedBecause {
  return { reason: refusalReasons.find((one) => one === reason) ?? null, text: typeof text === 'string' ? text : '' };
}
