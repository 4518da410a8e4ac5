/**
 * Compiles a report in one of its editions, from every answer: only the report comes out. Whoever asks for the internal edition brings the
 * permit for it; whoever brings that permit sees the public edition as a draft before it is released.
 */
import { sql } from 'kysely';
import { isReleased } from '../domain/call/lifecycle.ts';
import type { ReportPlace } from '../domain/call/numbers.ts';
import type { CallPackage } from '../domain/call/package.ts';
import { internalReport, publicReport, type ReportOutcome, type ReportRequest } from '../domain/call/report.ts';
import type { Edition } from '../domain/disclosure/publishable.ts';
import { danishDay } from '../domain/time.ts';
import type { Permit } from '../domain/trail.ts';
import { storedAnswer } from './call.ts';
import { asActor, type Database } from './database.ts';

export type EditionRequest = { readonly call: CallPackage; readonly place: ReportPlace; readonly edition: Edition };

/** Null when the database holds no such call. Throws on an internal edition without the permit for it: that is a bug. */
export async function compileEdition(
  db: Database,
  permit: Permit,
  { call, place, edition }: EditionRequest,
): Promise<ReportOutcome<'internal'> | ReportOutcome<'public'> | null> {
  const preview = permit.permission === 'report:internal';
  if (edition === 'internal' && !preview) throw new Error('the internal edition is compiled with the permit for another thing');
  const request = await gather(db, permit, call, place, preview);
  if (!request) return null;
  return edition === 'internal' ? internalReport(request) : publicReport(request);
}

/** Reads all answers, also those that the reader may not see: row security lets a report be compiled, and nothing else uses them. */
function gather(db: Database, permit: Permit, call: CallPackage, place: ReportPlace, preview: boolean): Promise<ReportRequest | null> {
  return asActor(db, permit, { kind: 'report', id: `${call.id}/${place}` }, async (tx) => {
    await sql`select set_config('app.compiling', ${call.id}, true)`.execute(tx);
    const found = await tx.selectFrom('call').selectAll().where('id', '=', call.id).executeTakeFirst();
    if (!found) return null;
    const rows = await tx.selectFrom('call_answer').selectAll().where('call', '=', call.id).orderBy('municipality').execute();
    const asOf = isReleased(found.status) && found.reported_on !== null ? found.reported_on : danishDay(permit.at);
    return { package: call, place, asOf, status: found.status, preview, answers: rows.map((row) => storedAnswer(row).answer) };
  });
}
