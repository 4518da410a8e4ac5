/** Stays with what their unit must know to receive her. Each woman who is named so is a line in the trace about her pathway. */
import { sql } from 'kysely';
import type { Id } from '../domain/id.ts';
import { type Reception, receptionOf, whomToRing } from '../domain/pathway/reception.ts';
import { unitSight } from '../domain/placement/unit-sight.ts';
import type { Permit } from '../domain/trail.ts';
import { asActor, type Database, leaveTrace, type Transaction } from './database.ts';
import { readPathway } from './pathway.ts';
import { whileTelling } from './placement-pathway.ts';
import { loadStay, type StayWithName } from './placement-stays.ts';

/** A stay as its unit reads it. `takesPart`: the one who asks acts for a party in her care team and can open her pathway. */
export type ExpectedStay = StayWithName & { readonly reception: Reception | null; readonly takesPart: boolean };

/** Adds to stays that the actor may see what must be known to receive her, and writes in the trace of whom she read. */
export async function receptionsOf(tx: Transaction, permit: Permit, stays: readonly StayWithName[]): Promise<readonly ExpectedStay[]> {
  for (const pathway of new Set(stays.map((stay) => stay.pathway))) await leaveTrace(tx, permit, { kind: 'pathway', id: pathway });
  const expected: ExpectedStay[] = [];
  for (const stay of stays)
    expected.push({
      ...stay,
      takesPart: await takesPart(tx, stay.pathway),
      reception: await receptionFor(tx, stay),
    });
  return expected;
}

/** One stay as its unit reads it; `null` where the actor sees no such stay. */
export function receptionOfStay(db: Database, permit: Permit, stay: Id<'stay'>): Promise<ExpectedStay | null> {
  return asActor(db, permit, { kind: 'stay', id: stay }, async (tx) => {
    const hers = await loadStay(tx, stay);
    return hers === null ? null : ((await receptionsOf(tx, permit, [hers]))[0] ?? null);
  });
}

/** One whose team has not answered is not prepared for yet; of one who has left or was to come is left whom to ring. */
async function receptionFor(tx: Transaction, stay: StayWithName): Promise<Reception | null> {
  switch (unitSight(stay)) {
    case 'held':
    case 'expected':
      return readReception(tx, stay);
    case 'over': {
      const reception = await readReception(tx, stay);
      return reception && whomToRing(reception);
    }
    case 'offered':
    case 'gone':
      return null;
  }
}

/**
 * What her pathway says to the unit of a stay that the actor may see. The unit takes no part in it before she has come: the pathway is
 * read as when something is told on it, and only these few things leave this function.
 */
export async function readReception(tx: Transaction, stay: StayWithName): Promise<Reception | null> {
  const { pathway } = stay;
  let reception: Reception | null = null;
  await whileTelling(tx, pathway, async () => {
    const her = await readPathway(tx, pathway);
    reception = her && receptionOf(her.pathway, her.facts, stay, unitSight(stay) === 'expected');
  });
  return reception;
}

/** Whether the contract of detention with prior consent must still be offered her for a stay. */
export function contractIsOwed(db: Database, permit: Permit, stay: Id<'stay'>): Promise<boolean> {
  return asActor(db, permit, { kind: 'stay', id: stay }, async (tx) => {
    const hers = await loadStay(tx, stay);
    return hers !== null && (await readReception(tx, hers))?.contract === 'owed';
  });
}

async function takesPart(tx: Transaction, pathway: Id<'pathway'>): Promise<boolean> {
  const { rows } = await sql<{ part: boolean }>`select takes_part(${pathway}) as part`.execute(tx);
  return rows[0]?.part === true;
}
