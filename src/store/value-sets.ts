/** The lists of codes, each edition kept: a figure of an earlier day asks the list of that day. */
import { type ValueSetId, valueSetIds, type ValueSets } from '../domain/numbers/figure-definition.ts';
import { changeValueSet, firstValueSets, type ValueSetChange } from '../domain/numbers/value-sets.ts';
import type { Moment } from '../domain/time.ts';
import type { Permit } from '../domain/trail.ts';
import { asActor, type Database, type Transaction, waitForTurn } from './database.ts';
import { whoAndWhen } from './who-and-when.ts';

/** The lists as they stood at a moment. */
export async function valueSetsAt(tx: Transaction | Database, at: Moment): Promise<ValueSets> {
  const rows = await tx.selectFrom('value_set').select(['id', 'edition', 'codes']).where('recorded', '<=', at).orderBy('edition').execute();
  const latest = (id: ValueSetId): ValueSets[ValueSetId] => rows.findLast((row) => row.id === id) ?? firstValueSets[id];
  return Object.fromEntries(valueSetIds.map((id) => [id, latest(id)])) as ValueSets;
}

/** The lists as they stand now, for the one who is to edit them. */
export function readValueSets(db: Database, permit: Permit): Promise<ValueSets> {
  return asActor(db, permit, { kind: 'figure', id: null }, (tx) => valueSetsAt(tx, permit.at));
}

/** Any number will do, so long as all who edit a list use the same. */
const editing = 7_205_835;

/** Writes a new edition of a list. */
export function editValueSet(
  db: Database,
  permit: Permit,
  id: ValueSetId,
  written: readonly string[],
  because: string,
): Promise<ValueSetChange> {
  return asActor(db, permit, { kind: 'figure', id }, async (tx) => {
    await waitForTurn(tx, editing);
    const change = changeValueSet(id, await valueSetsAt(tx, permit.at), written, because);
    if (change.outcome === 'changed') {
      await tx
        .insertInto('value_set')
        .values({
          id,
          edition: change.edition,
          codes: [...change.codes],
          because,
          ...whoAndWhen(permit),
        })
        .execute();
    }
    return change;
  });
}
