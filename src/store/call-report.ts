/**
 * Compiles a report in one of its editions, from every answer: only the report comes out. Whoever asks for the internal edition brings the
 * permit for it; whoever brings that permit sees the public edition as a draft before it is released. The public edition of a reported call
 * is a release: it is attacked and entered in the ledger the first time, and printed from the ledger ever after.
 */
import { type AttackedCell, attackedCell } from '../domain/call/attacked-cell.ts';
import { isReleased } from '../domain/call/lifecycle.ts';
import { municipalTable } from '../domain/call/municipal-table.ts';
import { numbersOf, type ReportPlace } from '../domain/call/numbers.ts';
import { type CallPackage, matterOf } from '../domain/call/package.ts';
import { draftEdition, internalReport, mayBePublic, publicReport, type ReportOutcome, type ReportRequest } from '../domain/call/report.ts';
import { editionRetreats, proposeEdition } from '../domain/call/report-release.ts';
import type { EditionDecision } from '../domain/disclosure/edition-release.ts';
import { type Edition, publishRelease } from '../domain/disclosure/publishable.ts';
import type { ReleaseWork } from '../domain/disclosure/release-work.ts';
import { suppressionEdition } from '../domain/disclosure/suppression.ts';
import { danishDay } from '../domain/time.ts';
import type { Permit } from '../domain/trail.ts';
import { asActor, type Database } from './database.ts';
import { enterRelease, isSameStanding, lockLedger, readStanding, type Standing } from './release-ledger.ts';

export type EditionAsked = { readonly call: CallPackage; readonly place: ReportPlace; readonly edition: Edition };

type PublicOutcome = ReportOutcome<'public'> & {
  /** Where the edition prints the numbers of an earlier table, because its own would have opened a cell: which cell, and who would. */
  readonly insteadOf?: AttackedCell;
};

/** So often the ledger may have changed while an edition was solved. */
const mostTries = 4;

/** Null when the database holds no such call. Throws on an internal edition without the permit for it: that is a bug. */
export async function compileEdition(
  db: Database,
  permit: Permit,
  { call, place, edition }: EditionAsked,
  work: ReleaseWork,
): Promise<ReportOutcome<'internal'> | PublicOutcome | null> {
  const preview = permit.permission === 'report:internal';
  if (edition === 'internal' && !preview) throw new Error('the internal edition is compiled with the permit for another thing');
  const about = { kind: 'report', id: `${call.id}/${place}` } as const;
  for (let tries = 0; tries < mostTries; tries += 1) {
    const before = await asActor(db, permit, about, (tx) => readStanding(tx, call));
    if (!before) return null;
    const request = requestFrom(before, call, place, permit, preview);
    if (edition === 'internal') return internalReport(request);
    const [first, ...rest] = mayBePublic(request);
    if (first) return { outcome: 'not-released', reasons: [first, ...rest] };
    if (!isReleased(request.status)) return publicReport(request, draftEdition(request));

    const decision = await decide(before, request, work);
    switch (decision.outcome) {
      case 'stopped':
        throw new Error('the making of a public edition was stopped, and nothing was entered');
      case 'frozen':
        return publicReport(request, publishRelease(matterOf(call), decision));
      case 'refused':
        return {
          outcome: 'not-released',
          reasons: [{ reason: 'would-open', ...attackedCell(decision.why, municipalTable(call, before.answers)) }],
        };
      case 'released': {
        const isEntered = await asActor(db, permit, about, async (tx) => {
          await lockLedger(tx);
          const now = await readStanding(tx, call);
          if (!now || !isSameStanding(call, before, now)) return false;
          await enterRelease(tx, permit, call, { ...decision, kind: 'report', digest: digestOfEdition, edition: suppressionEdition });
          return true;
        });
        if (isEntered) {
          const written = publicReport(request, publishRelease(matterOf(call), decision));
          return decision.insteadOf
            ? { ...written, insteadOf: attackedCell(decision.insteadOf.why, municipalTable(call, before.answers)) }
            : written;
        }
      }
    }
  }
  throw new Error('the ledger changed again and again while the edition was made');
}

/** There is one edition of a call, and its answers can no longer change: it needs no fingerprint of counts. */
const digestOfEdition = 'report';

async function decide(before: Standing, request: ReportRequest, work: ReleaseWork): Promise<EditionDecision> {
  const { package: call, answers, asOf } = request;
  const entry = before.ledger.find(({ kind }) => kind === 'report');
  if (entry) return { outcome: 'frozen', entry };
  const numbers = numbersOf(call, answers, asOf);
  const proposal = proposeEdition(numbers);
  const truth = municipalTable(call, answers);
  const solved = await work({
    kind: 'edition',
    request: { matter: matterOf(call), truth, proposal, retreats: editionRetreats(numbers, proposal), digest: digestOfEdition },
    ledger: before.ledger,
  });
  if (solved.kind !== 'edition') throw new Error('an edition was asked for, and a table was decided');
  return solved.decision;
}

function requestFrom(standing: Standing, call: CallPackage, place: ReportPlace, permit: Permit, preview: boolean): ReportRequest {
  const { status, reportedOn, answers } = standing;
  const asOf = isReleased(status) && reportedOn !== null ? reportedOn : danishDay(permit.at);
  return { package: call, place, asOf, status, preview, answers };
}
