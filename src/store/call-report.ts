/** Compiles a report in one of its editions. Whoever asks for the internal edition brings the permit for it. */
import type { ReportPlace } from '../domain/call/numbers.ts';
import { takesAnswers } from '../domain/call/lifecycle.ts';
import type { CallPackage } from '../domain/call/package.ts';
import { internalReport, publicReport, type ReportOutcome } from '../domain/call/report.ts';
import type { Edition } from '../domain/disclosure/publishable.ts';
import type { Permit } from '../domain/trail.ts';
import { type Compilation, compileReport } from './call.ts';
import type { Database } from './database.ts';

export type EditionRequest = { readonly call: CallPackage; readonly place: ReportPlace; readonly edition: Edition };

/** Null when the database holds no such call. Throws on an internal edition without the permit for it: that is a bug. */
export function compileEdition(
  db: Database,
  permit: Permit,
  { call, place, edition }: EditionRequest,
): Promise<ReportOutcome<'internal'> | ReportOutcome<'public'> | null> {
  const request = ({ status, answers, today }: Compilation): Parameters<typeof publicReport>[0] => ({
    package: call,
    answers,
    place,
    asOf: today,
    takesAnswers: takesAnswers(status),
  });
  const of = { call: call.id, place };
  if (edition === 'public') return compileReport(db, permit, of, (compilation) => publicReport(request(compilation)));
  if (permit.permission !== 'report:internal') throw new Error('the internal edition is compiled with the permit for another thing');
  return compileReport(db, permit, of, (compilation) => internalReport(request(compilation)));
}
