/** A row of the table of facilities as the domain reads it. */
import type { Selectable } from 'kysely';
import type { Id } from '../domain/id.ts';
import type { FacilityFacts } from '../domain/placement/facility-registration.ts';
import type { Facility } from '../domain/placement/provision.ts';
import type { Transaction } from './database.ts';
import type { FacilityTable } from './placement-tables.ts';

/** The facility as places are sought in it; its street is no part of that. */
export function facilityOf({ operator_name, longitude, latitude, address: _, ...facility }: Selectable<FacilityTable>): Facility {
  return { ...facility, operatorName: operator_name, point: [longitude, latitude] };
}

/** What is registered of a facility as it stands; null when there is none. */
export async function facilityFacts(tx: Transaction, id: Id<'facility'>): Promise<FacilityFacts | null> {
  const row = await tx.selectFrom('facility').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) return null;
  const { name, operator, operator_name: operatorName, municipality, town, address } = row;
  return { name, operator, operatorName, municipality, town, address };
}
