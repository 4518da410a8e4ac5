/** Stays with what their unit must know to receive her. Each woman who is named so is a line in the trace about her pathway. */
import { sql } from 'kysely';
import type { Id } from '../domain/id.ts';
import { type Reception, receptionOf } from '../domain/pathway/reception.ts';
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
      // When the stay has ended, or came to nothing, the unit has nothing more to prepare for.
      reception: ['held', 'confirmed', 'admitted'].includes(stay.status) ? await readReception(tx, stay) : null,
    });
  return expected;
}

/**
 * What her pathway says to the unit of a stay that the actor may see. The unit takes no part in it before she has come: the pathway is
 * read as when something is told on it, and only these few things leave this function.
 */
export async function readReception(tx: Transaction, { pathway, legalBasis }: StayWithName): Promise<Reception | null> {
  let reception: Reception | null = null;
  await whileTelling(tx, pathway, async () => {
    const her = await readPathway(tx, pathway);
    reception = her && receptionOf(her.pathway, her.facts, legalBasis);
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
