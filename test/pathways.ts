/** Pathways for tests of what stands beside them: nothing is known but who takes part. */
import { sql } from 'kysely';
import type { Id } from '../src/domain/id.ts';
import type { Database } from '../src/store/database.ts';

export async function addTestPathways(owner: Database, pathways: readonly Id<'pathway'>[], party: Id<'organisation'>): Promise<void> {
  for (const id of pathways) await sql`insert into pathway (id, organisation) values (${id}, ${party})`.execute(owner);
}

/** The facts that were told on a pathway, in order. */
export async function factsTold(owner: Database, pathway: Id<'pathway'>): Promise<readonly { readonly type: string }[]> {
  const { rows } = await sql<{ fact: { type: string } }>`select fact from pathway_fact_standin where pathway = ${pathway} order by number`.execute(owner);
  return rows.map(({ fact }) => fact);
}
