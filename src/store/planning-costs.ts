/** Tables of public cost by age interval, as they were uploaded. A table is never changed: another is saved beside it. */
import type { Selectable } from 'kysely';
import type { PathwayCostTable } from '../domain/planning/costs/pathway-costs.ts';
import type { Moment } from '../domain/time.ts';
import type { Permit } from '../domain/trail.ts';
import { asActor, type Database } from './database.ts';
import type { CostTableTable } from './planning-tables.ts';
import { namedWriter } from './who-and-when.ts';

export type KeptCostTable = {
  readonly id: string;
  readonly title: string;
  /** Where the amounts come from, in the planner's words. */
  readonly source: string;
  readonly content: PathwayCostTable;
  readonly recorded: Moment;
  readonly byName: string;
  readonly organisationName: string;
};

const mostListed = 200;

/** The last saved first. */
export function readCostTables(db: Database, permit: Permit): Promise<readonly KeptCostTable[]> {
  return asActor(db, permit, { kind: 'list', id: 'cost-table' }, async (tx) => {
    const rows = await tx.selectFrom('cost_table').selectAll().orderBy('recorded', 'desc').orderBy('id').limit(mostListed).execute();
    return rows.map(keptOf);
  });
}

/** Null where there is none. */
export function readCostTable(db: Database, permit: Permit, id: string): Promise<KeptCostTable | null> {
  return asActor(db, permit, { kind: 'figure', id: `cost-table/${id}` }, async (tx) => {
    const row = await tx.selectFrom('cost_table').selectAll().where('id', '=', id).executeTakeFirst();
    return row ? keptOf(row) : null;
  });
}

/** Saves a table under the key of its form; the same form sent again changes nothing. */
export function saveCostTable(
  db: Database,
  permit: Permit,
  { id, title, source, content }: Pick<KeptCostTable, 'id' | 'title' | 'source' | 'content'>,
): Promise<void> {
  const { actor, at } = permit;
  return asActor(db, permit, { kind: 'figure', id: `cost-table/${id}` }, async (tx) => {
    await tx
      .insertInto('cost_table')
      .values({
        id,
        title,
        source,
        content: JSON.stringify(content),
        recorded: at,
        ...namedWriter(actor),
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  });
}

function keptOf(row: Selectable<CostTableTable>): KeptCostTable {
  const { id, title, source, content, recorded, by_name, organisation_name } = row;
  return { id, title, source, content, recorded, byName: by_name, organisationName: organisation_name };
}
