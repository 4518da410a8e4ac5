/** The work on releases as it is kept: asked for, heard of, stopped, ended. Any server reads it, also after a restart. */
import { sql } from 'kysely';
import { codesInWords, placeOfCell } from '../domain/call/attacked-cell.ts';
import type { JobChoices } from '../domain/call/table-cut.ts';
import type { WayOn } from '../domain/call/ways-on.ts';
import { namesOf } from '../domain/disclosure/count-table.ts';
import { type JobOutcome, type JobState, keptOf, stateOf } from '../domain/disclosure/release-job.ts';
import type { Id } from '../domain/id.ts';
import type { Moment } from '../domain/time.ts';
import type { Actor, Permit } from '../domain/trail.ts';
import type { MakingEdition } from './call-report.ts';
import { asActor, databaseNow, type Database, letItKnow, type Transaction } from './database.ts';
import { keepPreview, type Previewed } from './release-preview.ts';
import type { KeptWhy } from './release-tables.ts';
import { namedWriter } from './who-and-when.ts';

type Refused = Extract<MakingEdition, { readonly outcome: 'refused' }>;

/** A refusal with the ways on that were tried and withstood every attacker; without `ways` none was tried. */
export type TriedWays = Refused & { readonly ways?: readonly WayOn[] };

/** How work ended: with what came of it, or without an answer. */
export type JobEnd = Exclude<MakingEdition, Refused> | TriedWays | Previewed | { readonly outcome: 'broke' | 'too-long' };

export type KeptJob = {
  readonly id: string;
  readonly call: Id<'call'>;
  readonly choices: JobChoices;
  readonly asked: Moment;
  readonly by: Id<'user'>;
  readonly byName: string;
  readonly organisation: string;
  readonly state: JobState;
  readonly outcome: JobOutcome | null;
  readonly before: number;
  readonly progress: number;
  readonly ended: Moment | null;
  /** The number of the release, and whether this work entered it. */
  readonly release: { readonly id: string; readonly isNew: boolean } | null;
  readonly why: KeptWhy | null;
  /** The work whose preview was outdated, and for which this is done again; `null` where there is none. */
  readonly renews: string | null;
  /** The cell that was opened, in words; `null` where there is none or the one who asks may not know it. */
  readonly cell: string | null;
};

/** Keeps that the work is asked for. False where the same has been asked for already, by anybody. */
export function askForJob(
  db: Database,
  permit: Permit,
  { id, call, choices, renews }: Pick<KeptJob, 'id' | 'call' | 'choices'> & { readonly renews?: string },
): Promise<boolean> {
  const { actor, at } = permit;
  return asActor(db, permit, about(id), async (tx) => {
    const done = await tx
      .insertInto('release_job')
      .values({
        id,
        call,
        choices: JSON.stringify(choices),
        asked: at,
        ...namedWriter(actor),
        renews: renews ?? null,
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    return (done.numInsertedOrUpdatedRows ?? 0n) > 0n;
  });
}

/**
 * A sign of life of work that the actor asked for; it leaves no trace. Gives whether somebody has asked that the work stops; false where it has
 * ended, or is another's: then nothing is kept.
 */
export function hearJob(
  db: Database,
  actor: Actor,
  { id, before, progress }: { readonly id: string; readonly before: number; readonly progress: number },
): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    await letItKnow(tx, actor);
    const { rows } = await sql<{ stop: boolean | null }>`select hear_release_job(${id}, ${before}, ${progress}) as stop`.execute(tx);
    return rows[0]?.stop ?? false;
  });
}

/** Asks that one's own work stops; the server that works on it hears of it. */
export function askToStop(db: Database, permit: Permit, id: string): Promise<boolean> {
  return asActor(db, permit, about(id), async (tx) => {
    const now = await databaseNow(tx);
    const done = await tx
      .updateTable('release_job')
      .set({ stop_asked: now })
      .where('id', '=', id)
      .where('ended', 'is', null)
      .executeTakeFirst();
    return done.numUpdatedRows > 0n;
  });
}

/** Keeps how the work ended. Of a refusal the count is not kept, and the cell for those alone who may know the numbers of its place. */
export function endJob(db: Database, permit: Permit, id: string, end: JobEnd): Promise<void> {
  return asActor(db, permit, about(id), (tx) => endJobWithin(tx, id, end));
}

/**
 * The same within a transaction of the one who asked for the work: where it enters the release, the two are there together or not at all.
 * What has ended before stays as it ended.
 */
async function endJobWithin(tx: Transaction, id: string, end: JobEnd): Promise<void> {
  const now = await databaseNow(tx);
  const refused = end.outcome === 'refused' ? keptOf(end.why, (cell) => namesOf(end.table.layout, cell)) : null;
  const done = await tx
    .updateTable('release_job')
    .set({
      ended: now,
      outcome: end.outcome,
      progress: end.outcome === 'released' || end.outcome === 'previewed' ? 1 : sql<number>`progress`,
      release: end.outcome === 'released' ? Number(end.id) : null,
      is_new: end.outcome === 'released' ? end.isNew : null,
      why: whyOf(end, refused?.why ?? null),
    })
    .where('id', '=', id)
    .where('ended', 'is', null)
    .executeTakeFirst();
  if (done.numUpdatedRows === 0n) return;
  if (end.outcome === 'previewed') await keepPreview(tx, id, end.preview);
  if (end.outcome !== 'refused' || !refused?.cell || !('cell' in end.why || end.why.reason === 'opened')) return;
  const place = placeOfCell(end.table, 'cell' in end.why ? end.why.cell : end.why.opened.cell) ?? 'danmark';
  await tx
    .insertInto('release_job_cell')
    .values({ job: id, place, codes: JSON.stringify(refused.cell) })
    .execute();
}

function whyOf(end: JobEnd, refusal: Extract<KeptWhy, { readonly refusal: unknown }>['refusal'] | null): string | null {
  if (refusal) {
    const ways = end.outcome === 'refused' ? end.ways : undefined;
    return JSON.stringify({ refusal, ...(ways ? { ways } : {}) } satisfies KeptWhy);
  }
  if (end.outcome === 'not-complete') return JSON.stringify({ missing: end.reasons } satisfies KeptWhy);
  const insteadOf = end.outcome === 'released' ? end.insteadOf : end.outcome === 'previewed' ? end.preview.found.insteadOf : null;
  if (insteadOf) return JSON.stringify({ insteadOf: keptOf(insteadOf, () => ({})).why } satisfies KeptWhy);
  return null;
}

/** The newest first, by whomever they were asked for. */
export function readJobs(db: Database, permit: Permit): Promise<readonly KeptJob[]> {
  return asActor(db, permit, { kind: 'list', id: 'release-job' }, async (tx) =>
    (await jobs(tx).orderBy('asked', 'desc').limit(mostListed).execute()).map(jobOf),
  );
}

/** Work that is listed, at most: what is older stands in the database. */
const mostListed = 30;

/**
 * Null where there is none, or the one who asks may not release. `isAtWorkHere`: the process that reads works on it itself, so that it has not
 * fallen silent, however long it was too busy to say so.
 */
export function readJob(db: Database, permit: Permit, id: string, isAtWorkHere = false): Promise<KeptJob | null> {
  return asActor(db, permit, about(id), async (tx) => {
    const row = await jobs(tx).where('id', '=', id).executeTakeFirst();
    return row ? jobOf(isAtWorkHere ? { ...row, quiet_for: 0 } : row) : null;
  });
}

function about(id: string): { readonly kind: 'report'; readonly id: string } {
  return { kind: 'report', id: `release-job/${id}` };
}

function jobs(tx: Transaction) {
  return tx
    .selectFrom('release_job')
    .leftJoin('release_job_cell', 'release_job_cell.job', 'release_job.id')
    .selectAll('release_job')
    .select('release_job_cell.codes as cell')
    .select(sql<number>`extract(epoch from clock_timestamp() - heard)::float8`.as('quiet_for'));
}

type JobRow = Awaited<ReturnType<ReturnType<typeof jobs>['execute']>>[number];

function jobOf(row: JobRow): KeptJob {
  const {
    id,
    call,
    choices,
    asked,
    by_user,
    by_name,
    organisation_name,
    before,
    progress,
    ended,
    outcome,
    release,
    is_new,
    why,
    renews,
    cell,
  } = row;
  return {
    id,
    call,
    choices,
    asked,
    by: by_user,
    byName: by_name,
    organisation: organisation_name,
    state: stateOf({ outcome, before, quietFor: row.quiet_for }),
    outcome,
    before,
    progress,
    ended,
    release: release === null ? null : { id: String(release), isNew: is_new === true },
    why,
    renews,
    cell: cell ? codesInWords(cell) : null,
  };
}
