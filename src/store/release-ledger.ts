/** A call's counts and its ledger as they stand, and the entering of a release that was decided while they stood so. */
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Answer } from '../domain/call/answer.ts';
import { knownFromDocuments } from '../domain/call/document-numbers.ts';
import type { CallStatus } from '../domain/call/lifecycle.ts';
import { municipalTable } from '../domain/call/municipal-table.ts';
import { type CallPackage, matterOf } from '../domain/call/package.ts';
import { type Beside, nothingBeside } from '../domain/disclosure/beside.ts';
import { type CountTable, layoutOf } from '../domain/disclosure/count-table.ts';
import type { LedgerEntry, ReleaseKind } from '../domain/disclosure/refusal.ts';
import type { PublishedTable } from '../domain/disclosure/attackers.ts';
import type { Terms } from '../domain/disclosure/terms.ts';
import type { PublishedDocument } from '../domain/numbers/published-document.ts';
import type { Day } from '../domain/time.ts';
import type { Permit } from '../domain/trail.ts';
import { storedAnswer } from './call.ts';
import { databaseNow, type Transaction } from './database.ts';
import { documentsEverIn } from './published-documents.ts';
import { namedWriter } from './who-and-when.ts';

/** How a call and its ledger stand. */
export type Standing = {
  readonly status: CallStatus;
  readonly reportedOn: Day | null;
  readonly answers: readonly Answer[];
  readonly ledger: readonly LedgerEntry[];
  /** The documents that others have published, with every figure that any version of them was written in with. */
  readonly documents: readonly PublishedDocument[];
};

/** Lets the transaction read every answer of the call, as those may who compile its reports; others still see their own alone. */
export async function mayCompile(tx: Transaction, call: CallPackage['id']): Promise<void> {
  await sql`select set_config('app.compiling', ${call}, true)`.execute(tx);
}

/** Reads all answers, also those that the asker may not see: row security lets a report be compiled, and only protected counts come out. */
export async function readStanding(tx: Transaction, call: CallPackage): Promise<Standing | null> {
  await mayCompile(tx, call.id);
  const found = await tx.selectFrom('call').selectAll().where('id', '=', call.id).executeTakeFirst();
  if (!found) return null;
  const rows = await tx.selectFrom('call_answer').selectAll().where('call', '=', call.id).orderBy('municipality').execute();
  return {
    status: found.status,
    reportedOn: found.reported_on,
    answers: rows.map((row) => storedAnswer(row).answer),
    ledger: await readLedger(tx, matterOf(call)),
    documents: await documentsEverIn(tx),
  };
}

/** Whether two standings are the same in all that a release rests on. */
export function isSameStanding(call: CallPackage, one: Standing, other: Standing): boolean {
  const of = ({ status, answers, ledger, documents }: Standing): string =>
    JSON.stringify([status, municipalTable(call, answers).counts, ledger.map(({ id }) => id), knownFromDocuments(call, documents)]);
  return of(one) === of(other);
}

/** What is entered: as it is printed, on what terms, and what it tells beside. */
export type Entry = {
  readonly kind: ReleaseKind;
  readonly digest: string;
  readonly edition: string;
  readonly published: PublishedTable;
  readonly terms: Terms;
  readonly beside: Beside;
};

export async function enterRelease(
  tx: Transaction,
  { actor }: Permit,
  call: CallPackage,
  { kind, digest, edition, published, terms, beside }: Entry,
): Promise<void> {
  await tx
    .insertInto('release')
    .values({
      matter: matterOf(call),
      method: kind,
      edition,
      terms: JSON.stringify(terms),
      digest,
      dimensions: JSON.stringify(published.layout.dimensions),
      cells: JSON.stringify(published.published),
      beside: JSON.stringify(beside),
      // When it is entered, and not when it was asked for: the solving lies between.
      recorded: await databaseNow(tx),
      ...namedWriter(actor),
    })
    .execute();
}

/** The number of the newest release of a call: of the one just entered, while the ledger is locked. */
export async function newestId(tx: Transaction, call: CallPackage): Promise<string> {
  const row = await tx
    .selectFrom('released')
    .select('id')
    .where('matter', '=', matterOf(call))
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  return String(row.id);
}

/** The fingerprint of a table: of the matter, the layout, the true counts and how they are protected. */
export function digestOf(
  matter: string,
  { layout, counts }: CountTable,
  how: { readonly method: ReleaseKind; readonly terms: Omit<Terms, 'rounding'>; readonly base: number },
): string {
  const { threshold, zeros, protect } = how.terms;
  const codes = layout.dimensions.map(({ name, codes: known }) => [name, known]);
  return createHash('sha256')
    .update(JSON.stringify([matter, codes, counts, how.method, threshold, zeros, protect, how.method === 'rounding' ? how.base : null]))
    .digest('hex');
}

/** Fingerprints are seen by those who make tables; to others a release is known by what it printed. */
async function readLedger(tx: Transaction, matter: string): Promise<readonly LedgerEntry[]> {
  const rows = await tx
    .selectFrom('released')
    .leftJoin('release', 'release.id', 'released.id')
    .select([
      'released.id',
      'released.method',
      'released.terms',
      'released.dimensions',
      'released.cells',
      'released.beside',
      'release.digest',
    ])
    .where('released.matter', '=', matter)
    .orderBy('released.id')
    .execute();
  return rows.map(({ id, method, digest, terms, dimensions, cells, beside }) => ({
    id: String(id),
    kind: method,
    matter,
    digest: digest ?? '',
    terms,
    beside: beside ?? nothingBeside,
    table: { layout: layoutOf(dimensions), published: cells },
  }));
}
