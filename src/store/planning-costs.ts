/** Tables of public cost by age interval, as they were uploaded. A table is never changed: another is saved beside it, or it is deleted. */
import { type Selectable, sql } from 'kysely';
import { type CostTableRemoval, removeCostTable } from '../domain/planning/costs/cost-table-removal.ts';
import type { PathwayCostTable } from '../domain/planning/costs/pathway-costs.ts';
import type { Moment } from '../domain/time.ts';
import type { Actor, Permit } from '../domain/trail.ts';
import { asActor, type Database } from './database.ts';
import type { CostTableRemovalTable, CostTableTable } from './planning-tables.ts';
import { namedWriter } from './who-and-when.ts';

export type KeptCostTable = {
  readonly id: string;
  readonly title: string;
  /** Where the amounts come from, in the planner's words. */
  readonly source: string;
  readonly content: PathwayCostTable;
  readonly recorded: Moment;
  readonly byName: string;
  /** The organisation that saved it. */
  readonly owner: Actor['organisation']['id'];
  readonly organisationName: string;
};

/** What is left of a table that was deleted. */
export type RemovedCostTable = {
  readonly id: string;
  readonly title: string;
  readonly saved: Moment;
  readonly savedBy: string;
  readonly savedFor: string;
  readonly reason: string;
  readonly removed: Moment;
  readonly removedBy: string;
  readonly removedFor: string;
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

/** Tables that were deleted, the last first. */
export function readRemovedCostTables(db: Database, permit: Permit): Promise<readonly RemovedCostTable[]> {
  return asActor(db, permit, { kind: 'list', id: 'cost-table/removed' }, async (tx) => {
    const rows = await tx
      .selectFrom('cost_table_removal')
      .selectAll()
      .orderBy('recorded', 'desc')
      .orderBy('cost_table')
      .limit(mostListed)
      .execute();
    return rows.map(removedOf);
  });
}

/** Null where none of that name was deleted. */
export function readRemovedCostTable(db: Database, permit: Permit, id: string): Promise<RemovedCostTable | null> {
  return asActor(db, permit, { kind: 'figure', id: `cost-table/${id}` }, async (tx) => {
    const row = await tx.selectFrom('cost_table_removal').selectAll().where('cost_table', '=', id).executeTakeFirst();
    return row ? removedOf(row) : null;
  });
}

/**
 * Deletes a table, its amounts and its source, and keeps that it was there. Null where there is none (any more). Nothing else is kept by it: what a
 * table comes to is worked out when its page is opened.
 */
export function deleteCostTable(db: Database, permit: Permit, id: string, reason: string): Promise<CostTableRemoval | null> {
  const { actor, at } = permit;
  return asActor(db, permit, { kind: 'figure', id: `cost-table/${id}` }, async (tx) => {
    // Two who delete it at once take turns, and the second finds it gone.
    await sql`select pg_advisory_xact_lock(hashtext(${`cost-table/${id}`}))`.execute(tx);
    const row = await tx.selectFrom('cost_table').selectAll().where('id', '=', id).executeTakeFirst();
    if (!row) return null;
    const removal = removeCostTable(row.organisation, actor, reason);
    if (removal.outcome !== 'removed') return removal;
    const { title, recorded, by_name, organisation_name } = row;
    await tx
      .insertInto('cost_table_removal')
      .values({
        cost_table: id,
        title,
        saved: recorded,
        saved_by_name: by_name,
        saved_for_name: organisation_name,
        reason: reason.trim(),
        recorded: at,
        ...namedWriter(actor),
      })
      .execute();
    const gone = await sql`select delete_cost_table(${id})`.execute(tx);
    // The removal would stand beside a table that can be read: nothing of it is kept.
    if (gone.rows.length !== 1) throw new Error(`the table of costs ${id} was not deleted`);
    return removal;
  });
}

/** Saves a table under the key of its form. The same form sent again changes nothing, and does not bring back one that was deleted. */
export function saveCostTable(
  db: Database,
  permit: Permit,
  { id, title, source, content }: Pick<KeptCostTable, 'id' | 'title' | 'source' | 'content'>,
): Promise<void> {
  const { actor, at } = permit;
  return asActor(db, permit, { kind: 'figure', id: `cost-table/${id}` }, async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtext(${`cost-table/${id}`}))`.execute(tx);
    const removed = await tx.selectFrom('cost_table_removal').select('cost_table').where('cost_table', '=', id).executeTakeFirst();
    if (removed) return;
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
  const { id, title, source, content, recorded, by_name, organisation, organisation_name } = row;
  return { id, title, source, content, recorded, byName: by_name, owner: organisation, organisationName: organisation_name };
}

function removedOf(row: Selectable<CostTableRemovalTable>): RemovedCostTable {
  return {
    id: row.cost_table,
    title: row.title,
    saved: row.saved,
    savedBy: row.saved_by_name,
    savedFor: row.saved_for_name,
    reason: row.reason,
    removed: row.recorded,
    removedBy: row.by_name,
    removedFor: row.organisation_name,
  };
}
