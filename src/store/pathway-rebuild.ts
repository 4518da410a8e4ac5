/** Works the pathways' rows out again from their facts and says what differs. Runs as the owner of the tables: it looks at all of them. */
import { isDeepStrictEqual } from 'node:util';
import type { Id } from '../domain/id.ts';
import { foldPathway } from '../domain/pathway/state.ts';
import type { Database } from './database.ts';
import { factsOf, rowOf } from './pathway.ts';

/** One column of one pathway's row that is not what the facts add up to. */
export type Difference = { readonly pathway: Id<'pathway'>; readonly column: string; readonly stored: unknown; readonly computed: unknown };

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
