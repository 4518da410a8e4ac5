/** What has to be known of a release to read it: the other releases of its matter, and whether the answers that it counts were made up. */
import { madeUpAnswers } from '../domain/call/numbers.ts';
import { knownFromDocuments } from '../domain/call/document-numbers.ts';
import { knownToEverybody } from '../domain/call/known-numbers.ts';
import type { CallPackage } from '../domain/call/package.ts';
import type { KnownPublication } from '../domain/disclosure/known.ts';
import type { NumberedRelease } from '../domain/disclosure/shared-cells.ts';
import type { Permit } from '../domain/trail.ts';
import { asActor, type Database } from './database.ts';
import { readStanding } from './release-ledger.ts';
import { readRelease, readReleasedOf } from './release-read.ts';

export type ReleaseBackground = {
  /** All releases of the matter, the newest first. */
  readonly all: readonly NumberedRelease[];
  /** What others have printed of the matter, each with its source. */
  readonly known: readonly KnownPublication[];
  /** So many of the municipalities' answers hold made-up numbers, of so many; `null` where the asker's role compiles no report. */
  readonly madeUp: { readonly answers: number; readonly of: number } | null;
};

/** For all who read the release: nothing of an answer comes out but that it is made up, as the public report says too. */
export async function releaseBackground(db: Database, permit: Permit, call: CallPackage): Promise<ReleaseBackground> {
  const lines = await readReleasedOf(db, permit, call);
  const read = await Promise.all(lines.map(({ id }) => readRelease(db, permit, id)));
  const all = read.flatMap((one) => (one ? [{ id: one.line.id, release: one.release }] : []));
  const standing = await asActor(db, permit, { kind: 'report', id: `${call.id}/release` }, (tx) => readStanding(tx, call));
  const answers = standing?.answers ?? [];
  const known = [...knownToEverybody(call), ...knownFromDocuments(call, standing?.documents ?? [])];
  return { all, known, madeUp: answers.length === 0 ? null : { answers: madeUpAnswers(answers), of: answers.length } };
}
