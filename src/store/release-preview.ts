/** Previews of releases: solved and kept without a line in the ledger, read again with their reasons, and published by a second step. */
import { createHash } from 'node:crypto';
import { placeOfCell } from '../domain/call/attacked-cell.ts';
import { knownFromDocuments } from '../domain/call/document-numbers.ts';
import { knownToEverybody } from '../domain/call/known-numbers.ts';
import { isReleased } from '../domain/call/lifecycle.ts';
import { type CallPackage, matterOf } from '../domain/call/package.ts';
import { callPackage } from '../domain/call/packages.ts';
import { type CountTable, layoutOf } from '../domain/disclosure/count-table.ts';
import { type ReasonedCell, reasonsOf } from '../domain/disclosure/hidden-reasons.ts';
import type { AttackReport } from '../domain/disclosure/joint-attack.ts';
import { changedGrounds, type HeldAgainst, type PreviewGround, type PreviewStanding } from '../domain/disclosure/preview.ts';
import { type Publishable, publishRelease, type ReleasedTable } from '../domain/disclosure/publishable.ts';
import type { ReleaseKind } from '../domain/disclosure/refusal.ts';
import type { PreviewEnd } from '../domain/disclosure/release-job.ts';
import { roundingEdition } from '../domain/disclosure/rounding.ts';
import { suppressionEdition } from '../domain/disclosure/suppression.ts';
import { thresholds } from '../domain/disclosure/terms.ts';
import type { Permit } from '../domain/trail.ts';
import { asActor, databaseNow, type Database, type Transaction } from './database.ts';
import { lockLedger } from './ledger-lock.ts';
import type { Found, NotEntered, Solving } from './release-enter.ts';
import { type Entry, enterRelease, newestId, readStanding, type Standing } from './release-ledger.ts';
import type { KeptWhy } from './release-tables.ts';

/** A release as it would leave, what was found, and what it rests on. */
export type Preview = {
  readonly entry: Entry;
  readonly found: Found;
  readonly standing: PreviewStanding;
  readonly against: HeldAgainst;
  readonly reasons: readonly ReasonedCell[];
};

export type Previewed = { readonly outcome: 'previewed'; readonly preview: Preview };

/** Reads how a call stands and has a release solved. Nothing is entered: where the same stands already, it is given as it is. */
export async function previewRelease<T>(
  db: Database,
  permit: Permit,
  call: CallPackage,
  solve: Solving<T>,
): Promise<T | Previewed | Extract<NotEntered, { readonly outcome: 'not-there' }>> {
  const before = await asActor(db, permit, about(call.id), (tx) => readStanding(tx, call));
  if (!before) return { outcome: 'not-there' };
  const solved = await solve(before);
  if (solved.entry === null) return solved.ended;
  const { entry, found } = solved;
  const { published, terms, beside } = entry;
  const reasons = reasonsOf({ published, terms, absent: beside.absent, truth: found.truth, earlier: before.ledger });
  const preview = { entry, found, standing: standingOf(call, before), against: againstOf(call, before), reasons };
  return { outcome: 'previewed', preview };
}

/** Keeps a preview with the work that has just ended with it, and its reasons by the place whose numbers they speak of. */
export async function keepPreview(tx: Transaction, job: string, { entry, found, standing, against, reasons }: Preview): Promise<void> {
  const { kind, edition, digest, published, terms, beside } = entry;
  await tx
    .insertInto('release_preview')
    .values({
      job,
      kind,
      edition,
      digest,
      terms: JSON.stringify(terms),
      dimensions: JSON.stringify(published.layout.dimensions),
      cells: JSON.stringify(published.published),
      beside: JSON.stringify(beside),
      standing: JSON.stringify(standing),
      attacks: JSON.stringify(found.attacks),
      against: JSON.stringify(against),
    })
    .execute();
  const rows = [...byPlace(reasons, found.truth)].map(([place, own]) => ({ job, place, reasons: JSON.stringify(own) }));
  if (rows.length > 0) await tx.insertInto('release_preview_reason').values(rows).execute();
}

/** What one who may release reads of a preview. */
export type ReadPreview = {
  readonly kind: ReleaseKind;
  readonly edition: string;
  readonly table: Publishable<ReleasedTable>;
  readonly attacks: readonly AttackReport[];
  readonly against: HeldAgainst;
  /** Why cells are hidden: of the places whose numbers the reader may know. */
  readonly reasons: readonly ReasonedCell[];
};

/** The preview that some work came to; `null` where it came to none. */
export function readPreview(db: Database, permit: Permit, job: string): Promise<ReadPreview | null> {
  return asActor(db, permit, { kind: 'report', id: `release-job/${job}` }, async (tx) => {
    const row = await tx
      .selectFrom('release_preview')
      .innerJoin('release_job', 'release_job.id', 'release_preview.job')
      .selectAll('release_preview')
      .select('release_job.call')
      .where('job', '=', job)
      .executeTakeFirst();
    const call = row && callPackage(row.call);
    if (!row || !call) return null;
    const { kind, edition, terms, dimensions, cells, beside, attacks, against } = row;
    const published = { layout: layoutOf(dimensions), published: cells };
    const table = publishRelease(matterOf(call), { outcome: 'draft', published, terms, beside });
    const rows = await tx.selectFrom('release_preview_reason').select('reasons').where('job', '=', job).orderBy('place').execute();
    return { kind, edition, table, attacks, against, reasons: rows.flatMap(({ reasons }) => reasons) };
  });
}

/** The work that entered a release, whose preview tells why its cells are hidden; `null` for what was entered without. */
export async function previewJobOf(db: Database, permit: Permit, release: string): Promise<string | null> {
  const row = await asActor(db, permit, { kind: 'report', id: `release/${release}` }, (tx) =>
    tx
      .selectFrom('release_job')
      .innerJoin('release_preview', 'release_preview.job', 'release_job.id')
      .select('release_job.id')
      .where('release', '=', Number(release))
      .where('is_new', 'is', true)
      .executeTakeFirst(),
  );
  return row?.id ?? null;
}

export type Publishing =
  /** It stands in the ledger under this number: entered now, or by the same step before. */
  | { readonly outcome: 'released'; readonly id: string }
  /** What it rests on is no longer so: nothing is entered, and the preview is outdated. */
  | { readonly outcome: 'changed'; readonly changed: readonly PreviewGround[] }
  /** There is no such preview of the actor's own that waits for the step. */
  | { readonly outcome: 'not-ready' };

/** The second step: enters the very preview, in one transaction, if all that it rests on is still so. */
export function publishPreview(db: Database, permit: Permit, job: string): Promise<Publishing> {
  return asActor(db, permit, { kind: 'report', id: `release-job/${job}` }, async (tx): Promise<Publishing> => {
    await lockLedger(tx);
    // It may be set aside in another window meanwhile: whoever comes first decides, and the other reads what came of it.
    await tx.selectFrom('release_job').select('id').where('id', '=', job).forUpdate().executeTakeFirst();
    const kept = await tx.selectFrom('release_job').selectAll().where('id', '=', job).executeTakeFirst();
    if (kept?.release !== null && kept?.release !== undefined) return { outcome: 'released', id: String(kept.release) };
    const preview = await tx.selectFrom('release_preview').selectAll().where('job', '=', job).executeTakeFirst();
    const call = kept && callPackage(kept.call);
    if (kept?.outcome !== 'previewed' || kept.by_user !== permit.actor.user || !preview || !call) return { outcome: 'not-ready' };
    const now = await readStanding(tx, call);
    const changed = now ? changedGrounds(preview.standing, standingOf(call, now)) : (['facts'] as const);
    if (changed.length > 0) {
      const why = JSON.stringify({ changed } satisfies KeptWhy);
      return (await endPreview(tx, job, { outcome: 'outdated', why })) ? { outcome: 'changed', changed } : { outcome: 'not-ready' };
    }
    const { kind, edition, digest, terms, dimensions, cells, beside } = preview;
    const published = { layout: layoutOf(dimensions), published: cells };
    await enterRelease(tx, permit, call, { kind, edition, digest, terms, published, beside });
    const id = await newestId(tx, call);
    if (!(await endPreview(tx, job, { outcome: 'released', release: Number(id), is_new: true })))
      throw new Error('a preview was entered that is not the actor’s own');
    return { outcome: 'released', id };
  });
}

/** Sets one's own preview aside: it can no longer be published. False where there is none that waits. */
export function setPreviewAside(db: Database, permit: Permit, job: string): Promise<boolean> {
  return asActor(db, permit, { kind: 'report', id: `release-job/${job}` }, (tx) => endPreview(tx, job, { outcome: 'stopped' }));
}

async function endPreview(
  tx: Transaction,
  job: string,
  end: { readonly outcome: PreviewEnd; readonly why?: string; readonly release?: number; readonly is_new?: boolean },
): Promise<boolean> {
  const done = await tx
    .updateTable('release_job')
    .set({ ...end, ended: await databaseNow(tx) })
    .where('id', '=', job)
    .where('outcome', '=', 'previewed')
    .executeTakeFirst();
  return done.numUpdatedRows > 0n;
}

function standingOf(call: CallPackage, standing: Standing): PreviewStanding {
  const { status, reportedOn, answers, ledger } = standing;
  const print = (...of: readonly unknown[]): string => createHash('sha256').update(JSON.stringify(of)).digest('hex');
  return {
    facts: print(isReleased(status), reportedOn, answers),
    ledger: print(
      ledger.map(({ id }) => id),
      knownOf(call, standing),
    ),
    // The editions of the rules that decide what is hidden, and what is printed in place of a count.
    rules: print(thresholds, suppressionEdition, roundingEdition),
  };
}

function againstOf(call: CallPackage, standing: Standing): HeldAgainst {
  return {
    releases: standing.ledger.map(({ id }) => id),
    documents: [...new Set(knownOf(call, standing).map(({ source }) => source))],
  };
}

function knownOf(call: CallPackage, { documents }: Standing) {
  return [...knownToEverybody(call), ...knownFromDocuments(call, documents)];
}

/**
 * The reasons by the place whose numbers they speak of. A cell of one region that shields one of another says so to nobody but those who
 * read the country's.
 */
function byPlace(reasons: readonly ReasonedCell[], truth: CountTable): ReadonlyMap<string, readonly ReasonedCell[]> {
  const sorted = new Map<string, ReasonedCell[]>();
  for (const reason of reasons) {
    const place = placeOf(truth, reason.cell);
    const shields = reason.shields.filter((cell) => place === 'danmark' || placeOf(truth, cell) === place);
    sorted.set(place, [...(sorted.get(place) ?? []), { ...reason, shields }]);
  }
  return sorted;
}

/** Whose numbers a cell is among, found by the place that stands in its codes. */
function placeOf(truth: CountTable, { kommune }: ReasonedCell['cell']): string {
  const [places] = truth.layout.dimensions;
  const code = kommune === undefined ? 0 : (places?.codes.indexOf(kommune) ?? 0);
  const perPlace = truth.layout.size / (places?.codes.length ?? 1);
  return placeOfCell(truth, Math.max(0, code) * perPlace) ?? 'danmark';
}

function about(id: string): { readonly kind: 'report'; readonly id: string } {
  return { kind: 'report', id: `${id}/release` };
}
