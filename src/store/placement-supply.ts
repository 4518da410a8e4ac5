/** The supply of units as it stands, and the facts that it is made of. */
import { sql } from 'kysely';
import type { Id } from '../domain/id.ts';
import { type AdmissionRules, noAdmissionRules, type Period, placeProperties } from '../domain/placement/provision.ts';
import type { Supply, SupplyClosure, SupplyPlace } from '../domain/placement/supply-state.ts';
import type { Database, Transaction } from './database.ts';
import { system } from './system-actor.ts';
import type { UnitAdmissionTable } from './placement-tables.ts';
import { rowsBy } from './rows-by.ts';
import { namedWriter } from './who-and-when.ts';

/** A unit of which nothing is known yet. */
export const noSupply: Supply = { open: [], closures: [], rooms: [], places: [], staffing: [], admission: noAdmissionRules };

/** The supply of some units, or of all (null), by unit. A unit of which nothing is known is not among them. */
export async function loadSupplies(
  tx: Transaction | Database,
  only: readonly Id<'unit'>[] | null,
): Promise<ReadonlyMap<Id<'unit'>, Supply>> {
  if (only?.length === 0) return new Map();
  const [some, units] = [only !== null, only ?? []];
  const rows = {
    open: await tx
      .selectFrom('unit_open')
      .selectAll()
      .$if(some, (query) => query.where('unit', 'in', units))
      .orderBy('from_day')
      .execute(),
    closures: await tx
      .selectFrom('closure')
      .selectAll()
      .$if(some, (query) => query.where('unit', 'in', units))
      .orderBy('number')
      .execute(),
    rooms: await tx
      .selectFrom('room')
      .selectAll()
      .$if(some, (query) => query.where('unit', 'in', units))
      .orderBy('id')
      .execute(),
    staffing: await tx
      .selectFrom('unit_staffing')
      .selectAll()
      .$if(some, (query) => query.where('unit', 'in', units))
      .orderBy('from_day')
      .execute(),
    admissions: await tx
      .selectFrom('unit_admission')
      .selectAll()
      .$if(some, (query) => query.where('unit', 'in', units))
      .execute(),
    places: await loadPlaces(tx, only),
  };
  const [open, closures, rooms] = [rowsBy('unit', rows.open), rowsBy('unit', rows.closures), rowsBy('unit', rows.rooms)];
  const [staffing, admissions, places] = [rowsBy('unit', rows.staffing), rowsBy('unit', rows.admissions), rowsBy('unit', rows.places)];
  const known = only ?? [...new Set([open, rooms, closures, staffing, admissions].flatMap((of) => [...of.keys()]))];
  return new Map(
    known.map((unit): readonly [Id<'unit'>, Supply] => [
      unit,
      {
        open: (open.get(unit) ?? []).map(periodOf),
        closures: (closures.get(unit) ?? []).map(({ id, place, from_day, to_day, cause, reason }): SupplyClosure => ({
          id,
          place,
          from: from_day,
          to: to_day,
          cause,
          reason,
        })),
        rooms: (rooms.get(unit) ?? []).map(({ id, name }) => ({ id, name })),
        places: (places.get(unit) ?? []).map(({ unit: _, ...place }) => place),
        staffing: (staffing.get(unit) ?? []).map((row) => ({ ...periodOf(row), women: row.women })),
        admission: admissionOf(admissions.get(unit)?.[0]),
      },
    ]),
  );
}

async function loadPlaces(
  tx: Transaction | Database,
  only: readonly Id<'unit'>[] | null,
): Promise<readonly (SupplyPlace & { readonly unit: Id<'unit'> })[]> {
  const rows = await tx
    .selectFrom('place')
    .selectAll()
    .$if(only !== null, (query) => query.where('unit', 'in', only ?? []))
    .orderBy('id')
    .execute();
  const inUnits = tx
    .selectFrom('place')
    .select('id')
    .where('unit', 'in', only ?? []);
  const all = {
    properties: await tx
      .selectFrom('place_property')
      .selectAll()
      .$if(only !== null, (query) => query.where('place', 'in', inUnits))
      .execute(),
    flexible: await tx
      .selectFrom('place_flexible')
      .selectAll()
      .$if(only !== null, (query) => query.where('place', 'in', inUnits))
      .execute(),
    opened: await tx
      .selectFrom('place_opened')
      .selectAll()
      .$if(only !== null, (query) => query.where('place', 'in', inUnits))
      .orderBy('from_day')
      .execute(),
  };
  const [properties, flexible, opened] = [rowsBy('place', all.properties), rowsBy('place', all.flexible), rowsBy('place', all.opened)];
  return rows.map((row) => {
    const [terms] = flexible.get(row.id) ?? [];
    const has = (properties.get(row.id) ?? []).map(({ property }) => property);
    return {
      ...row,
      properties: placeProperties.filter((property) => has.includes(property)),
      flexible: terms
        ? { leadDays: terms.lead_days, closesAfterDays: terms.closes_after_days, opened: (opened.get(row.id) ?? []).map(periodOf) }
        : null,
    };
  });
}

/** Writes down the supply of a unit that is new, as its first fact. For those who load a database: no actor has the right. */
export async function takeUp(tx: Transaction | Database, unit: Id<'unit'>, supply: Supply): Promise<void> {
  await tx
    .insertInto('supply_event')
    .values({
      unit,
      sequence: 1,
      type: 'registered',
      ...namedWriter(system),
      change: JSON.stringify({ type: 'registered', supply }),
      before: null,
      after: null,
    })
    .execute();
  await writeSupply(tx, unit, supply);
}

/** Puts a supply in the place of what stands, as the owner of the tables. */
export async function writeSupply(tx: Transaction | Database, unit: Id<'unit'>, supply: Supply): Promise<void> {
  await sql`select write_supply(${unit}, ${JSON.stringify(supply)}::jsonb)`.execute(tx);
}

function periodOf({ from_day, to_day }: { readonly from_day: Period['from']; readonly to_day: Period['to'] }): Period {
  return { from: from_day, to: to_day };
}

function admissionOf(row: UnitAdmissionTable | undefined): AdmissionRules {
  if (!row) return noAdmissionRules;
  const { youngest, oldest, women_only, most_children, oldest_child } = row;
  return { youngest, oldest, womenOnly: women_only, mostChildren: most_children, oldestChild: oldest_child };
}
