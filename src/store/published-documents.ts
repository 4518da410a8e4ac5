/** Published documents with their figures: read by all who read numbers, written version by version. */
import type { Selectable } from 'kysely';
import { documentOfFigure, type FormerFigure, formerFigure } from '../domain/numbers/former-figure.ts';
import { type DocumentChange, type DocumentVersion, estimatesIn, type PublishedDocument } from '../domain/numbers/published-document.ts';
import type { PublishedEstimate } from '../domain/numbers/published-estimate.ts';
import { publishedEstimates } from '../domain/numbers/published-estimates.ts';
import type { Permit } from '../domain/trail.ts';
import { asActor, type Database, type Subject, type Transaction, waitForTurn } from './database.ts';
import { lockLedger } from './ledger-lock.ts';
import type { PublishedDocumentTable } from './document-tables.ts';
import { namedWriter } from './who-and-when.ts';

/** The documents in force, each as its last version says. */
async function documentsIn(tx: Transaction): Promise<readonly PublishedDocument[]> {
  const rows = await latest(tx).execute();
  return rows.map(versionOf).filter(({ withdrawn }) => !withdrawn);
}

/**
 * Every figure that any version of a document has given, also of those that are withdrawn: who has read it knows it, and nobody can take it back
 * (decision 0035). The document is named as its last version says.
 */
function everSaid(versions: readonly DocumentVersion[]): readonly PublishedDocument[] {
  const last = new Map(versions.toSorted((a, b) => a.version - b.version).map((version) => [version.id, version] as const));
  return [...last.values()].map(({ id, title, publisher, said, address }) => {
    const all = versions.filter((version) => version.id === id);
    const figures = new Map(all.flatMap((one) => one.figures.map((figure) => [JSON.stringify(figure), figure] as const)));
    return { id, title, publisher, said, address, figures: [...figures.values()] };
  });
}

/** What attackers have read: all that documents have ever said. */
export async function documentsEverIn(tx: Transaction): Promise<readonly PublishedDocument[]> {
  const rows = await tx.selectFrom('published_document').selectAll().orderBy('id').orderBy('version').execute();
  return everSaid(rows.map(versionOf));
}

/** The same, for those who look at what releases are tried against. */
export function readDocumentsEver(db: Database, permit: Permit): Promise<readonly PublishedDocument[]> {
  return asActor(db, permit, aboutDocument(null), documentsEverIn);
}

/** All numbers of the dispute: those that the program knows, and those of the documents that were written in. */
export function readEstimates(db: Database, permit: Permit): Promise<readonly PublishedEstimate[]> {
  return asActor(db, permit, aboutDocument(null), async (tx) => [...publishedEstimates, ...estimatesIn(await documentsIn(tx))]);
}

/** The last version of each, those that are withdrawn too. */
export function readDocuments(db: Database, permit: Permit): Promise<readonly DocumentVersion[]> {
  return asActor(db, permit, aboutDocument(null), async (tx) => (await latest(tx).execute()).map(versionOf));
}

/** All versions of a document, the newest first; empty where there is none. */
export function readDocument(db: Database, permit: Permit, id: string): Promise<readonly DocumentVersion[]> {
  return asActor(db, permit, aboutDocument(id), (tx) => versionsOf(tx, id));
}

/** How the figure that an old link asks for went out; null where it is in force, or where there never was one. */
export async function readFormerFigure(db: Database, permit: Permit, id: string): Promise<FormerFigure | null> {
  const document = documentOfFigure(id);
  return document === null ? null : formerFigure(id, await readDocument(db, permit, document));
}

/** Any number will do, so long as all who write documents use the same. */
const writing = 7_205_851;

/**
 * Writes a version more. `decide` gets the version in force, null where there is none, and the highest number that a figure of it has had. A form
 * for a version that has been changed meanwhile is answered as one who looked at an old page.
 */
export function changeDocument(
  db: Database,
  permit: Permit,
  { id, seen }: { readonly id: string; readonly seen: number },
  decide: (before: DocumentVersion | null, used: number) => DocumentChange,
): Promise<DocumentChange | { readonly outcome: 'changed-meanwhile' }> {
  return asActor(db, permit, aboutDocument(id), async (tx) => {
    // What is written in strengthens attackers: it comes before a release is looked at for the last time, or after it is entered.
    await lockLedger(tx);
    await waitForTurn(tx, writing);
    const versions = await versionsOf(tx, id);
    const before = versions[0] ?? null;
    if ((before?.version ?? 0) !== seen) return { outcome: 'changed-meanwhile' };
    const used = Math.max(0, ...versions.flatMap(({ figures }) => figures.map(({ number }) => number)));
    const change = decide(before, used);
    if (change.outcome !== 'changed') return change;
    const { figures, ...said } = change.document;
    await tx
      .insertInto('published_document')
      .values({
        ...said,
        version: seen + 1,
        figures: JSON.stringify(figures),
        withdrawn: change.withdrawn,
        because: change.because,
        recorded: permit.at,
        ...namedWriter(permit.actor),
      })
      .execute();
    return change;
  });
}

function aboutDocument(id: string | null): Subject {
  return { kind: 'figure', id: id === null ? 'published-document' : `published-document/${id}` };
}

async function versionsOf(tx: Transaction, id: string): Promise<readonly DocumentVersion[]> {
  const rows = await tx.selectFrom('published_document').selectAll().where('id', '=', id).orderBy('version', 'desc').execute();
  return rows.map(versionOf);
}

function latest(tx: Transaction) {
  return tx.selectFrom('published_document').distinctOn('id').selectAll().orderBy('id').orderBy('version', 'desc');
}

function versionOf(row: Selectable<PublishedDocumentTable>): DocumentVersion {
  const { id, version, title, publisher, said, address, figures, withdrawn, because, recorded } = row;
  return {
    id,
    version,
    title,
    publisher,
    said,
    address,
    figures,
    withdrawn,
    because,
    recorded,
    byName: row.by_name,
    organisationName: row.organisation_name,
  };
}
