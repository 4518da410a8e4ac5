/** Facilities and units as they stand in the database, with the nights that are taken. Nobody is named here. */
import type { Day } from '../domain/time.ts';
import { asId, type Id } from '../domain/id.ts';
import { withChangeSince } from '../domain/placement/freshness.ts';
import type { Facility, Unit } from '../domain/placement/provision.ts';
import type { Candidate } from '../domain/placement/search.ts';
import type { StayInUnit } from '../domain/placement/stay.ts';
import { supplyOf, unitOf } from '../domain/placement/supply-state.ts';
import type { Permit } from '../domain/trail.ts';
import { asActor, type Database, type Transaction } from './database.ts';
import { facilityOf } from './facility-rows.ts';
import { rowsBy } from './rows-by.ts';
import { loadSupplies, noSupply, takeUp } from './placement-supply.ts';
import type { OccupationView } from './placement-tables.ts';

/** A unit with its facility. */
export type Provision = { readonly facility: Facility; readonly unit: Unit };

/** All units, or those asked for, by facility and name. */
export async function loadProvision(tx: Transaction | Database, only: readonly Id<'unit'>[] | null = null): Promise<readonly Provision[]> {
  const units = await tx
    .selectFrom('unit')
    .innerJoin('facility', 'facility.id', 'unit.facility')
    .$if(only !== null, (query) => query.where('unit.id', 'in', only ?? []))
    .selectAll('facility')
    .select(['unit.id as unit', 'unit.name as unit_name', 'unit.confirmed_by', 'unit.confirmed_at'])
    .orderBy('unit.facility')
    .orderBy('unit.id')
    .execute();
  if (units.length === 0) return [];
  const supplies = await loadSupplies(tx, only);
  const changed = await tx
    .selectFrom('supply_changed')
    .selectAll()
    .$if(only !== null, (query) => query.where('unit', 'in', only ?? []))
    .execute();
  const latest = new Map(changed.map(({ unit, ...change }) => [unit, change]));
  return units.map(({ unit: id, unit_name: name, confirmed_by: by, confirmed_at: at, ...facility }) => ({
    facility: facilityOf(facility),
    unit: unitOf(supplies.get(id) ?? noSupply, {
      id,
      facility: facility.id,
      name,
      confirmed: by === null || at === null ? null : withChangeSince({ by, at }, latest.get(id) ?? null),
    }),
  }));
}

/** One unit; null when there is none. */
export async function loadUnit(tx: Transaction, unit: Id<'unit'>): Promise<Provision | null> {
  const [found] = await loadProvision(tx, [unit]);
  return found ?? null;
}

/** The nights that are taken from a day on, in some units or in all; a stay that should have ended and has not is among them. */
export async function loadOccupations(
  tx: Transaction | Database,
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
export async function loadCandidates(tx: Transaction | Database, from: Day): Promise<readonly Candidate[]> {
  const provision = await loadProvision(tx);
  return withOccupations(provision, await loadOccupations(tx, from));
}

/** Some units with the nights that are taken in them from a day on. */
export async function loadCandidatesOf(tx: Transaction | Database, from: Day, units: readonly Id<'unit'>[]): Promise<readonly Candidate[]> {
  const provision = await loadProvision(tx, units);
  return withOccupations(provision, await loadOccupations(tx, from, units));
}

function withOccupations(
  provision: readonly Provision[],
  occupations: readonly (StayInUnit & { readonly unit: Id<'unit'> })[],
): readonly Candidate[] {
  const ofUnit = rowsBy('unit', occupations);
  return provision.map(({ facility, unit }) => ({ facility, unit, occupations: ofUnit.get(unit.id) ?? [] }));
}

/** Writes down that the unit's capacity is right as it stands. Only the unit's own facility can: false for everybody else. */
export function confirmCapacity(db: Database, permit: Permit, unit: Id<'unit'>): Promise<boolean> {
  const { actor } = permit;
  return asActor(db, permit, { kind: 'unit', id: unit }, async (tx) => {
    const { numInsertedOrUpdatedRows = 0n } = await tx
      .insertInto('capacity_confirmation')
      .columns(['unit', 'by_name', 'by_user', 'organisation', 'channel'])
      .expression(({ selectFrom, val }) =>
        selectFrom('unit')
          .where('id', '=', unit)
          .where('facility', '=', actor.organisation.facility)
          .select([
            'id',
            val(actor.name).as('by_name'),
            val(actor.user).as('by_user'),
            val(actor.organisation.id).as('organisation'),
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
    await takeUp(
      tx,
      id,
      supplyOf(unit, (index) => asId<'closure'>(`${id}-lukning-${index + 1}`)),
    );
  }
}

function occupationOfRow({ stay, place, arrival, departure, status, held_until, must_have, moves_on }: OccupationView): StayInUnit {
  return { stay, place, nights: { arrival, departure }, status, heldUntil: held_until, mustHave: must_have, movesOn: moves_on };
}
