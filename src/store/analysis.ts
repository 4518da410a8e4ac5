/** Saved analyses of the hidden number: made once, never changed. */
import { createHash } from 'node:crypto';
import { type Analysis, readReport, writtenReport, writtenTable } from '../domain/estimation/analysis.ts';
import type { Moment } from '../domain/time.ts';
import type { Permit } from '../domain/trail.ts';
import type { AnalysisTable } from './analysis-tables.ts';
import { asActor, type Database } from './database.ts';
import type { Selectable } from 'kysely';
import { whoAndWhen } from './who-and-when.ts';

export type SavedAnalysis = Analysis & {
  readonly id: string;
  readonly digest: string;
  readonly recorded: Moment;
  readonly byName: string;
  /** What stood above the table: how its lists are defined, in the words of those who filled it in. */
  readonly told: readonly string[];
};

/** The newest of the actor's organisation, at most 50. */
export function readAnalyses(db: Database, permit: Permit): Promise<readonly SavedAnalysis[]> {
  return asActor(db, permit, { kind: 'figure', id: 'analysis' }, async (tx) =>
    (await tx.selectFrom('analysis').selectAll().orderBy('recorded', 'desc').limit(50).execute()).map(savedOf),
  );
}

/** Null where there is none, or it is another organisation's. */
export function readAnalysis(db: Database, permit: Permit, id: string): Promise<SavedAnalysis | null> {
  return asActor(db, permit, { kind: 'figure', id: `analysis/${id}` }, async (tx) => {
    const row = await tx.selectFrom('analysis').selectAll().where('id', '=', id).executeTakeFirst();
    return row ? savedOf(row) : null;
  });
}

/** Keeps an analysis under a new id; a form sent twice is kept once. */
export function saveAnalysis(db: Database, permit: Permit, id: string, analysis: Analysis, told: readonly string[] = []): Promise<void> {
  const { title, table, edition, seed, replicates, report } = analysis;
  return asActor(db, permit, { kind: 'figure', id: `analysis/${id}` }, async (tx) => {
    await tx
      .insertInto('analysis')
      .values({
        id,
        title,
        digest: digestOf(analysis),
        edition,
        seed,
        replicates,
        lists: JSON.stringify(table.lists),
        cells: JSON.stringify(table.cells),
        report: writtenReport(report),
        told: [...told],
        ...whoAndWhen(permit),
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  });
}

/** The fingerprint of an analysis' table: SHA-256 of its lists and counts. */
export function digestOf({ table }: Pick<Analysis, 'table'>): string {
  return createHash('sha256').update(writtenTable(table)).digest('hex');
}

function savedOf({
  id,
  title,
  digest,
  edition,
  seed,
  replicates,
  lists,
  cells,
  report,
  recorded,
  by_name,
  told,
}: Selectable<AnalysisTable>): SavedAnalysis {
  return {
    id,
    title,
    digest,
    edition,
    seed: Number(seed),
    replicates,
    table: { lists, cells },
    report: readReport(report),
    recorded,
    byName: by_name,
    told,
  };
}
