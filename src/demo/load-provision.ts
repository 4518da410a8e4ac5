/** Loads the demo's facilities and the women who live there, as the owner of the tables. */
import { type Day, type Moment, startOfDanishDay } from '../domain/time.ts';
import type { Transaction } from '../store/database.ts';
import { importPathways } from '../store/pathway-import.ts';
import { importStays } from '../store/placement-import.ts';
import { addFacility } from '../store/placement-provision.ts';
import { loadConfirmations } from './confirmations.ts';
import { insertVersion } from '../store/qualification.ts';
import { demoQualification } from './qualification.ts';
import { demoFacilities, facilityOrganisation } from './provision.ts';
import { demoResidents } from './residents.ts';

/** The organisations of the facilities, and what they offer. They go first: people work there. */
export async function loadFacilities(tx: Transaction, today: Day, asOf: Moment): Promise<void> {
  const facilities = demoFacilities(asOf);
  for (const { facility, units } of facilities) {
    await tx.insertInto('organisation').values(facilityOrganisation(facility)).execute();
    await addFacility(tx, facility, units);
  }
  await loadConfirmations(tx, facilities, today);
}

/** What the units state of their qualification, and what the agency holds of one. The organisations are there already. */
export async function loadQualification(tx: Transaction, today: Day): Promise<void> {
  for (const { unit, actor, recorded, ...version } of demoQualification(today)) await insertVersion(tx, unit, version, actor, recorded);
}

/** The women who live there or are about to; the organisations of their municipalities are there already. */
export async function loadResidents(tx: Transaction, today: Day): Promise<void> {
  const residents = demoResidents(today, demoFacilities(startOfDanishDay(today)));
  await importPathways(
    tx,
    residents.map(({ stay, facts }) => ({ id: stay.pathway, facts })),
    new Map(residents.map(({ stay }) => [stay.id, stay.unit])),
  );
  await importStays(tx, residents);
}
