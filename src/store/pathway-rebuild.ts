/** Works the pathways' rows out again from their facts and says what differs. Runs as the owner of the tables: it looks at all of them. */
import { isDeepStrictEqual } from 'node:util';
import { sql } from 'kysely';
import type { Id } from '../domain/id.ts';
import { foldEdition, foldPathway } from '../domain/pathway/fold.ts';
import type { Database } from './database.ts';
import { factsOf, rowOf } from './pathway.ts';

/** One column of one pathway's row that is not what the facts add up to. */
export type Difference = { readonly pathway: Id<'pathway'>; readonly column: string; readonly stored: unknown; readonly computed: unknown };

/** What a start of the program made of the pathways' rows; `mended` are those that the edition before had added up otherwise. */
export type Refolded =
  | { readonly outcome: 'same-edition' }
  | { readonly outcome: 'refolded'; readonly edition: string; readonly checked: number; readonly mended: number };

/**
 * Adds every pathway up anew where it was done by another edition of the program, or never: lists read the stored rows. One program at a time; the
 * edition is written last, so that one that was stopped is done again.
 */
export async function refoldWhenNew(owner: Database, edition: string = foldEdition): Promise<Refolded> {
  return owner.connection().execute(async (connection) => {
    await sql`select pg_advisory_lock(${refoldLock})`.execute(connection);
    try {
      const { rows } = await sql<{ edition: string }>`select edition from pathway_fold`.execute(connection);
      if (rows[0]?.edition === edition) return { outcome: 'same-edition' };
      const { checked, differences } = await rebuildPathways(connection, { repair: true });
      await sql`insert into pathway_fold (edition) values (${edition})
        on conflict ((true)) do update set edition = excluded.edition, folded = now()`.execute(connection);
      return { outcome: 'refolded', edition, checked, mended: new Set(differences.map(({ pathway }) => pathway)).size };
    } finally {
      await sql`select pg_advisory_unlock(${refoldLock})`.execute(connection);
    }
  });
}

/** Any number will do, so long as every process that adds up anew uses the same. */
const refoldLock = 7_205_832;

export type Rebuilt = { readonly checked: number; readonly differences: readonly Difference[] };

/** Compares every row with its facts; with `repair` it also writes what the facts add up to. One transaction for each pathway. */
export async function rebuildPathways(owner: Database, { repair = false }: { readonly repair?: boolean } = {}): Promise<Rebuilt> {
  const ids = await owner.selectFrom('pathway').select('id').orderBy('id').execute();
  const differences: Difference[] = [];
  for (const { id } of ids) {
    const found = await owner.transaction().execute(async (tx) => {
      const stored = await tx.selectFrom('pathway').selectAll().where('id', '=', id).forUpdate().executeTakeFirstOrThrow();
      const facts = await factsOf(tx, id);
      const row = rowOf(foldPathway(facts));
      const computed: Readonly<Record<string, unknown>> = { ...row, state: JSON.parse(row.state) as unknown };
      const different = Object.keys(computed).filter(
        (column) => !isDeepStrictEqual(stored[column as keyof typeof stored], computed[column]),
      );
      if (repair && different.length > 0) await tx.updateTable('pathway').set(row).where('id', '=', id).execute();
      return different.map((column) => ({
        pathway: id,
        column,
        stored: stored[column as keyof typeof stored],
        computed: computed[column],
      }));
    });
    differences.push(...found);
  }
  return { checked: ids.length, differences };
}
