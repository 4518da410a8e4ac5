/** A fact is added to those that a unit's supply is made of. */
import type { Id } from '../domain/id.ts';
import type { SupplyFact, SupplyPart } from '../domain/placement/supply-change.ts';
import type { Permit } from '../domain/trail.ts';
import type { Transaction } from './database.ts';
import { namedWriter } from './who-and-when.ts';

/** Adds it in the name of the actor, with the part of the supply that it is about as it was before and after. */
export async function addSupplyFact(
  tx: Transaction,
  { actor }: Permit,
  unit: Id<'unit'>,
  change: SupplyFact,
  before: SupplyPart | null,
  after: SupplyPart | null,
): Promise<void> {
  const { last } = await tx
    .selectFrom('supply_event')
    .where('unit', '=', unit)
    .select(({ fn }) => fn.max('sequence').as('last'))
    .executeTakeFirstOrThrow();
  await tx
    .insertInto('supply_event')
    .values({
      unit,
      sequence: (last ?? 0) + 1,
      type: change.type,
      ...namedWriter(actor),
      change: JSON.stringify(change),
      before: before && JSON.stringify(before),
      after: after && JSON.stringify(after),
    })
    .execute();
}
