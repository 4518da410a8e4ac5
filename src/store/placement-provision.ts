/** Facilities and units as they stand in the database, with the nights that are taken. Nobody is named here. */
import type { Day } from '../domain/time.ts';
import type { Id } from '../domain/id.ts';
import { type Closure, type Facility, noAdmissionRules, type Period, type Place, type Unit } from '../domain/placement/provision.ts';
import type { Candidate } from '../domain/placement/search.ts';
import type { StayInUnit } from '../domain/placement/stay.ts';
import type { Permit } from '../domain/trail.ts';
import { asActor, type Database, type Transaction } from './database.ts';
import type { ClosureTable, FacilityTable, OccupationView, UnitOpenTable } from './placement-tables.ts';

/** A unit with its facility. */
export type Provision = { readonly facility: Facility; readonly unit: Unit };

/** All units, or those asked for, by facility and name. */
export async function loadProvision(tx: Transaction, only: readonly Id<'unit'>[] | null = null): Promise<readonly Provision[]> {
  const units = await tx
    .selectFrom('unit')
    .$if(only !== null, (query) => query.where('id', 'in', only ?? []))
    .selectAll()
    .orderBy('facility')
    .orderBy('id')
    .execute();
  if (units.length === 0) return [];
  const ids = units.map(({ id }) => id);
  const facilities = await tx
    .selectFrom('facility')
    .selectAll()
    .where(
      'id',
      'in',
      units.map(({ facility }) => facility),
    )
    .execute();
  const open = await tx.selectFrom('unit_open').selectAll().where('unit', 'in', ids).orderBy('from_day').execute();
  const closures = await tx.selectFrom('closure').selectAll().where('unit', 'in', ids).orderBy('number').execute();
  const places = await loadPlaces(
    tx,
    ids,
    closures.map(({ number: _, ...closure }) => closure),
  );

  return units.flatMap((row) => {
    const facility = facilities.find(({ id }) => id === row.facility);
    if (!facility) return [];
    const { confirmed_by: by, confirmed_at: at } = row;
    const unit: Unit = {
      id: row.id,
      facility: row.facility,
      name: row.name,
      open: open.filter((period) => period.unit === row.id).map(periodOf),
      closures: closures.filter(({ unit: of, place }) => of === row.id && place === null).map(closureOf),
      places: places.filter(({ unit: of }) => of === row.id).map(({ unit: _, ...place }) => place),
      staffing: [],
      admission: noAdmissionRules,
      confirmed: by === null || at === null ? null : { by, at },
    };
    return [{ facility: facilityOf(facility), unit }];
  });
}

/** One unit; null when there is none. */
export async function loadUnit(tx: Transaction, unit: Id<'unit'>): Promise<Provision | null> {
  const [found] = await loadProvision(tx, [unit]);
  return found ?? null;
}

/** The nights that are taken from a day on, in some units or in all; a stay that should have ended and has not is among them. */
export async function loadOccupations(
  tx: Transaction,
  from: Day,
  only: readonly Id<'unit'>[] | null = null,
): Promise<readonly (StayInUnit & { readonly unit: Id<'unit'> })[]> {
  const rows = await tx
    .selectFrom('occupation')
    .selectAll()
    .$if(only !== null, (query) => query.where('unit', 'in', only ?? []))
    .where(({ eb, or }) => or([eb('departure', '>', from), eb('status', '=', 'admitted')]))
    .orderBy('arrival')
    .orderBy('place')
    .execute();
  return rows.map((row) => ({ ...occupationOfRow(row), unit: row.unit }));
}

/** Every unit with the nights that are taken: what the search ranks. */
export async function loadCandidates(tx: Transaction, from: Day): Promise<readonly Candidate[]> {
  const provision = await loadProvision(tx);
  const occupations = await loadOccupations(tx, from);
  return provision.map(({ facility, unit }) => ({
    facility,
    unit,
    occupations: occupations.filter((occupation) => occupation.unit === unit.id),
  }));
}

/** Writes down that the unit's capacity is right as it stands. Only the unit's own facility can: false for everybody else. */
export function confirmCapacity(db: Database, permit: Permit, unit: Id<'unit'>): Promise<boolean> {
  return asActor(db, permit, { kind: 'unit', id: unit }, async (tx) => {
    const { numInsertedOrUpdatedRows = 0n } = await tx
      .insertInto('capacity_confirmation')
      .columns(['unit', 'by_name', 'by_user', 'organisation', 'channel'])
      .expression(({ selectFrom, val }) =>
        selectFrom('unit')
          .where('id', '=', unit)
          .where('facility', '=', permit.actor.organisation.facility)
          .select([
            'id',
            val(permit.actor.name).as('by_name'),
            val(permit.actor.user).as('by_user'),
            val(permit.actor.organisation.id).as('organisation'),
            val('login' as const).as('channel'),
          ]),
      )
      .executeTakeFirst();
    return numInsertedOrUpdatedRows > 0n;
  });
}

/** Adds a facility with its units. For those who load a database: no actor has the right. */
export async function addFacility(tx: Transaction | Database, facility: Facility, units: readonly Unit[]): Promise<void> {
  const { operatorName, point, ...rest } = facility;
  await tx
    .insertInto('facility')
    .values({ ...rest, operator_name: operatorName, longitude: point[0], latitude: point[1] })
    .execute();
  for (const unit of units) {
    const { id, name, confirmed } = unit;
    await tx.insertInto('unit').values({ id, facility: facility.id, name, confirmed_by: null, confirmed_at: null }).execute();
    if (confirmed)
      await tx
        .insertInto('capacity_confirmation')
        .values({ unit: id, at: confirmed.at, by_name: confirmed.by, channel: 'loaded' })
        .execute();
    for (const { from, to } of unit.open) await tx.insertInto('unit_open').values({ unit: id, from_day: from, to_day: to }).execute();
    for (const place of unit.places) {
      const { room, roomName } = place;
      await tx
        .insertInto('room')
        .values({ id: room, unit: id, name: roomName })
        .onConflict((conflict) => conflict.column('id').doNothing())
        .execute();
      await tx.insertInto('place').values({ id: place.id, room, unit: id, name: place.name }).execute();
      for (const property of place.properties) await tx.insertInto('place_property').values({ place: place.id, property }).execute();
    }
    const closures = [
      ...unit.closures.map((closure) => ({ closure, place: null })),
      ...unit.places.flatMap(({ id: place, closures: own }) => own.map((closure) => ({ closure, place }))),
    ];
    for (const { closure, place } of closures)
      await tx
        .insertInto('closure')
        .values({ unit: id, place, from_day: closure.from, to_day: closure.to, reason: closure.reason })
        .execute();
  }
}

async function loadPlaces(
  tx: Transaction,
  units: readonly Id<'unit'>[],
  closures: readonly Omit<ClosureTable, 'number'>[],
): Promise<readonly (Place & { readonly unit: Id<'unit'> })[]> {
  const rows = await tx
    .selectFrom('place')
    .innerJoin('room', 'room.id', 'place.room')
    .select(['place.id', 'place.unit', 'place.room', 'place.name', 'room.name as roomName'])
    .where('place.unit', 'in', units)
    .orderBy('place.id')
    .execute();
  if (rows.length === 0) return [];
  const properties = await tx
    .selectFrom('place_property')
    .selectAll()
    .where(
      'place',
      'in',
      rows.map(({ id }) => id),
    )
    .execute();
  return rows.map((row) => ({
    ...row,
    properties: properties.filter(({ place }) => place === row.id).map(({ property }) => property),
    closures: closures.filter(({ place }) => place === row.id).map(closureOf),
    flexible: null,
  }));
}

function facilityOf({ operator_name, longitude, latitude, ...facility }: FacilityTable): Facility {
  return { ...facility, operatorName: operator_name, point: [longitude, latitude] };
}

function periodOf({ from_day, to_day }: Pick<UnitOpenTable, 'from_day' | 'to_day'>): Period {
  return { from: from_day, to: to_day };
}

function closureOf({ from_day, to_day, reason }: Omit<ClosureTable, 'number'>): Closure {
  return { from: from_day, to: to_day, reason };
}

function occupationOfRow({ stay, place, arrival, departure, status, held_until, must_have, moves_on }: OccupationView): StayInUnit {
  return { stay, place, nights: { arrival, departure }, status, heldUntil: held_until, mustHave: must_have, movesOn: moves_on };
}
