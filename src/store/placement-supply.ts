/** The supply of units as it stands, and the facts that it is made of. */
import { sql } from 'kysely';
import type { Id } from '../domain/id.ts';
import { type AdmissionRules, noAdmissionRules, type Period, placeProperties } from '../domain/placement/provision.ts';
import type { Supply, SupplyClosure, SupplyPlace } from '../domain/placement/supply-state.ts';
import type { Database, Transaction } from './database.ts';
import { system } from './placement-pathway.ts';
import { rowsBy } from './rows-by.ts';
import type { UnitAdmissionTable } from './placement-tables.ts';

/** A unit of which nothing is known yet. */
export const noSupply: Supply = { open: [], closures: [], rooms: [], places: [], staffing: [], admission: noAdmissionRules };

/** The supply of some units, or of all (`null`), by unit. */
export async function loadSupplies(
  tx: Transaction | Database,
  units: readonly Id<'unit'>[] | null,
): Promise<ReadonlyMap<Id<'unit'>, Supply>> {
  if (units?.length === 0) return new Map();
  const asked = tx
    .selectFrom('unit')
    .select('id')
    .$if(units !== null, (query) => query.where('id', 'in', units ?? []));
  const open = rowsBy('unit', await tx.selectFrom('unit_open').selectAll().where('unit', 'in', asked).orderBy('from_day').execute());
  const closures = rowsBy('unit', await tx.selectFrom('closure').selectAll().where('unit', 'in', asked).orderBy('number').execute());
  const rooms = rowsBy('unit', await tx.selectFrom('room').selectAll().where('unit', 'in', asked).orderBy('id').execute());
  const staffing = rowsBy(
    'unit',
    await tx.selectFrom('unit_staffing').selectAll().where('unit', 'in', asked).orderBy('from_day').execute(),
  );
  const admissions = rowsBy('unit', await tx.selectFrom('unit_admission').selectAll().where('unit', 'in', asked).execute());
  const places = rowsBy('unit', await loadPlaces(tx, units));
  const all = units ?? (await asked.execute()).map(({ id }) => id);
  return new Map(
    all.map((unit) => [
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
  units: readonly Id<'unit'>[] | null,
): Promise<readonly (SupplyPlace & { readonly unit: Id<'unit'> })[]> {
  const ofUnits = tx
    .selectFrom('place')
    .select('id')
    .$if(units !== null, (query) => query.where('unit', 'in', units ?? []));
  const rows = await tx
    .selectFrom('place')
    .selectAll()
    .$if(units !== null, (query) => query.where('unit', 'in', units ?? []))
    .orderBy('id')
    .execute();
  const properties = rowsBy('place', await tx.selectFrom('place_property').selectAll().where('place', 'in', ofUnits).execute());
  const flexible = rowsBy('place', await tx.selectFrom('place_flexible').selectAll().where('place', 'in', ofUnits).execute());
  const opened = rowsBy(
    'place',
    await tx.selectFrom('place_opened').selectAll().where('place', 'in', ofUnits).orderBy('from_day').execute(),
  );
  return rows.map((row) => {
    const terms = flexible.get(row.id)?.[0];
    const has = new Set((properties.get(row.id) ?? []).map(({ property }) => property));
    return {
      ...row,
      properties: placeProperties.filter((property) => has.has(property)),
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
      by_user: system.user,
      by_name: system.name,
      capacity: system.role,
      organisation: system.organisation.id,
      organisation_name: system.organisation.name,
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
