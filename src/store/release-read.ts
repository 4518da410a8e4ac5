/** The ledger as it is read by those who make releases: who released what, when and how, and each release as it was printed. */
import type { Selectable } from 'kysely';
import { type AnswersOrigin, originOfAnswers } from '../domain/call/answer.ts';
import { type CallPackage, matterOf } from '../domain/call/package.ts';
import { callPackages } from '../domain/call/packages.ts';
import { releasedYears, type ReleasedYears } from '../domain/call/released-years.ts';
import type { CitedCall } from '../domain/call/year-sayings.ts';
import { nothingBeside } from '../domain/disclosure/beside.ts';
import { layoutOf } from '../domain/disclosure/count-table.ts';
import { type Publishable, publishRelease, type ReleasedTable } from '../domain/disclosure/publishable.ts';
import type { ReleaseKind } from '../domain/disclosure/refusal.ts';
import type { Moment } from '../domain/time.ts';
import type { Permit } from '../domain/trail.ts';
import { asActor, type Database, type Transaction } from './database.ts';
import { mayCompile } from './release-ledger.ts';
import type { ReleasedView } from './release-tables.ts';

/** One line of the ledger. */
export type ReleaseLine = {
  readonly id: string;
  readonly matter: string;
  readonly kind: ReleaseKind;
  readonly edition: string;
  readonly recorded: Moment;
  /** Null for those who read releases and make none: they see the organisation. */
  readonly byName: string | null;
  readonly organisation: string;
};

const lineColumns = ['id', 'matter', 'method', 'edition', 'recorded', 'by_name', 'organisation_name'] as const;

/** The newest first. */
export async function readReleases(db: Database, permit: Permit): Promise<readonly ReleaseLine[]> {
  const rows = await asActor(db, permit, { kind: 'list', id: null }, (tx) =>
    tx.selectFrom('release').select(lineColumns).orderBy('id', 'desc').execute(),
  );
  return rows.map(({ id, method, by_name, organisation_name, ...line }) => ({
    ...line,
    id: String(id),
    kind: method,
    byName: by_name,
    organisation: organisation_name,
  }));
}

/** A release as all who work with numbers may know of it, with the years that it prints numbers of. */
export type ReleasedLine = Pick<ReleaseLine, 'id' | 'recorded' | 'organisation'> & { readonly years: ReleasedYears };

/** What has been released of a call, the newest first: for all who read it. */
export function readReleasedOf(db: Database, permit: Permit, call: Pick<CallPackage, 'id' | 'years'>): Promise<readonly ReleasedLine[]> {
  return asActor(db, permit, { kind: 'call', id: call.id }, async (tx) => {
    const rows = await tx
      .selectFrom('released')
      .select(['id', 'recorded', 'organisation_name', 'dimensions', 'cells'])
      .where('matter', '=', matterOf(call))
      .orderBy('id', 'desc')
      .execute();
    return rows.map(({ id, recorded, organisation_name, dimensions, cells }) => ({
      id: String(id),
      recorded,
      organisation: organisation_name,
      years: releasedYears(call, { layout: { dimensions }, published: cells }),
    }));
  });
}

/** A call with whether its answers are real, and what has been released of it, the newest first. */
export type ReleasedCall = { readonly call: CallPackage; readonly answers: AnswersOrigin; readonly released: readonly ReleasedLine[] };

/** What has been released of every call. */
export async function readReleasedCalls(db: Database, permit: Permit): Promise<readonly ReleasedCall[]> {
  const calls: ReleasedCall[] = [];
  for (const call of callPackages) {
    const answers = await asActor(db, permit, { kind: 'call', id: call.id }, (tx) => readOrigin(tx, call));
    calls.push({ call, answers, released: await readReleasedOf(db, permit, call) });
  }
  return calls;
}

/** Reads no count: only where each answer's numbers come from, of all that row security lets a report be compiled from. */
async function readOrigin(tx: Transaction, { id }: Pick<CallPackage, 'id'>): Promise<AnswersOrigin> {
  await mayCompile(tx, id);
  const rows = await tx.selectFrom('call_answer').select(['any_origin', 'residential_origin']).where('call', '=', id).execute();
  return originOfAnswers(rows.flatMap(({ any_origin, residential_origin }) => [any_origin, residential_origin]));
}

/** Whether the public edition of a call's reports has been made: that it has is public. */
export async function hasEdition(db: Database, permit: Permit, call: Pick<CallPackage, 'id'>): Promise<boolean> {
  const rows = await asActor(db, permit, { kind: 'call', id: call.id }, (tx) =>
    tx.selectFrom('released').select('id').where('matter', '=', matterOf(call)).where('method', '=', 'report').limit(1).execute(),
  );
  return rows.length > 0;
}

/** One release as it was printed; `null` where there is none. */
export async function readRelease(
  db: Database,
  permit: Permit,
  id: string,
): Promise<{ readonly line: ReleaseLine; readonly release: Publishable<ReleasedTable> } | null> {
  if (!/^[1-9]\d{0,8}$/.test(id)) return null;
  const row = await asActor(db, permit, { kind: 'report', id: `release/${id}` }, (tx) =>
    tx
      .selectFrom('released')
      .leftJoin('release', 'release.id', 'released.id')
      .selectAll('released')
      .select('release.by_name')
      .where('released.id', '=', Number(id))
      .executeTakeFirst(),
  );
  if (!row) return null;
  const { matter, method, edition, recorded, by_name, organisation_name } = row;
  const line = { id, matter, kind: method, edition, recorded, byName: by_name, organisation: organisation_name };
  return { line, release: publishedFrom(row) };
}

/** Every call with its releases as they were printed, the newest first: what a number is quoted from. */
export async function readCitedCalls(db: Database, permit: Permit): Promise<readonly CitedCall[]> {
  const calls: CitedCall[] = [];
  for (const call of callPackages) {
    const one = await asActor(db, permit, { kind: 'call', id: call.id }, async (tx) => {
      const rows = await tx.selectFrom('released').selectAll().where('matter', '=', matterOf(call)).orderBy('id', 'desc').execute();
      const cited = rows.map((row) => ({ id: String(row.id), release: publishedFrom(row) }));
      return { call, answers: await readOrigin(tx, call), cited };
    });
    calls.push(one);
  }
  return calls;
}

function publishedFrom({ id, matter, method, terms, dimensions, cells, beside }: Selectable<ReleasedView>): Publishable<ReleasedTable> {
  const table = { layout: layoutOf(dimensions), published: cells };
  const entry = { id: String(id), matter, kind: method, digest: '', terms, table, beside: beside ?? nothingBeside };
  return publishRelease(matter, { outcome: 'frozen', entry });
}
