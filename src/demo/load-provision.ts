/** Loads the demo's facilities and the women who live there, as the owner of the tables. The municipalities' organisations are there already. */
import { danishDay, type Moment } from '../domain/time.ts';
import type { Transaction } from '../store/database.ts';
import { appendFact, openPathway } from '../store/pathway.ts';
import { addStay } from '../store/placement-load.ts';
import { addFacility } from '../store/placement-provision.ts';
import { demoFacilities, facilityOrganisation } from './provision.ts';
import { demoResidents } from './residents.ts';

/** The organisations of the facilities go first: people belong to them. */
export async function loadFacilities(tx: Transaction, now: Moment): Promise<void> {
  for (const { facility, units } of demoFacilities(now)) {
    await tx.insertInto('organisation').values(facilityOrganisation(facility)).execute();
    await addFacility(tx, facility, units);
  }
}

export async function loadResidents(tx: Transaction, now: Moment): Promise<void> {
  for (const { facts, ...resident } of demoResidents(danishDay(now), demoFacilities(now))) {
    const [referral, ...further] = facts;
    if (referral?.fact.type !== 'referral-registered') throw new Error('a pathway begins with a referral');
    await openPathway(tx, resident.pathway, referral.fact, [], referral.recorded);
    for (const { fact, recorded } of further) await appendFact(tx, resident.pathway, fact, recorded);
    await addStay(tx, resident);
  }
}
