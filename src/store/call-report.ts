/**
 * Compiles a report in one of its editions, from every answer: only the report comes out. Whoever asks for the internal edition brings the
 * permit for it; whoever brings that permit sees the public edition as a draft before it is released. The public edition of a reported call
 * is a release: those who may release make it, and from then on it is printed from the ledger. To read it decides nothing.
 */
import { isReleased } from '../domain/call/lifecycle.ts';
import { knownFromDocuments } from '../domain/call/document-numbers.ts';
import { knownToEverybody } from '../domain/call/known-numbers.ts';
import { municipalTable } from '../domain/call/municipal-table.ts';
import { numbersOf, type ReportPlace } from '../domain/call/numbers.ts';
import { type CallPackage, matterOf } from '../domain/call/package.ts';
import { draftEdition, type DraftTrial } from '../domain/call/draft-edition.ts';
import { internalReport, mayBePublic, publicReport, type ReportOutcome, type ReportRequest } from '../domain/call/report.ts';
import { editionRetreats, proposeEdition } from '../domain/call/report-release.ts';
import type { NotReleased } from '../domain/call/edition.ts';
import { standingEdition } from '../domain/disclosure/edition-release.ts';
import { nothingBeside } from '../domain/disclosure/beside.ts';
import { printedElsewhere } from '../domain/disclosure/printed-elsewhere.ts';
import { type Edition, type PublishablePrinted, publishPrinted, publishRelease } from '../domain/disclosure/publishable.ts';
import type { ReleaseProblem, ReleaseWork, SolvedRelease } from '../domain/disclosure/release-work.ts';
import type { NumberedRelease } from '../domain/disclosure/shared-cells.ts';
import { suppressionEdition } from '../domain/disclosure/suppression.ts';
import { danishDay, type Day } from '../domain/time.ts';
import type { Permit } from '../domain/trail.ts';
import { asActor, type Database } from './database.ts';
import { type Releasing, toEnter } from './release.ts';
import { enterWhenSame, type Solving } from './release-enter.ts';
import { readStanding, type Standing } from './release-ledger.ts';

export type EditionAsked = { readonly call: CallPackage; readonly place: ReportPlace; readonly edition: Edition };

/** Tries a draft as a release would be tried; says so where it is not at its end yet, or waits for no turn. */
export type TryDraft = (problem: ReleaseProblem) => Promise<SolvedRelease | 'under-way' | 'busy'>;

/**
 * Null when the database holds no such call. Nothing is entered, and nothing is solved but a draft, by `tryDraft`: without it the draft says
 * that it is not tried. Throws on an internal edition without the permit for it: that is a bug.
 */
export async function compileEdition(
  db: Database,
  permit: Permit,
  { call, place, edition }: EditionAsked,
  tryDraft: TryDraft | null = null,
): Promise<ReportOutcome<'internal'> | ReportOutcome<'public'> | null> {
  const preview = permit.permission === 'report:internal';
  if (edition === 'internal' && !preview) throw new Error('the internal edition is compiled with the permit for another thing');
  const standing = await asActor(db, permit, { kind: 'report', id: `${call.id}/${place}` }, (tx) => readStanding(tx, call));
  if (!standing) return null;
  const { status, answers } = standing;
  const request: ReportRequest = { package: call, place, asOf: asOfDay(standing, permit), status, preview, answers };
  if (edition === 'internal') return internalReport(request);
  const [first, ...rest] = mayBePublic(request);
  if (first) return { outcome: 'not-released', reasons: [first, ...rest] };
  if (!isReleased(status)) {
    const table = municipalTable(call, answers);
    const trial = tryDraft && (await tryDraft(editionProblem({ call, before: standing, asOf: request.asOf, table })));
    const { released, tried } = draftEdition(request, trialOf(trial));
    // It would be entered after all that stands in the ledger.
    const next = `${Math.max(0, ...standing.ledger.map(({ id }) => Number(id))) + 1}`;
    return publicReport(request, released, printedOf(call, { id: next, release: released }, standing), tried);
  }
  const stands = standingEdition(matterOf(call), standing.ledger);
  if (!stands) return { outcome: 'not-released', reasons: [{ reason: 'not-made' }] };
  const released = publishRelease(matterOf(call), stands);
  return publicReport(request, released, printedOf(call, { id: stands.entry.id, release: released }, standing));
}

/** What others have printed of what the edition hides or rounds: from the documents and the ledger alone, which all can read. */
function printedOf(call: CallPackage, edition: NumberedRelease, { ledger, documents }: Standing): PublishablePrinted {
  const others = ledger.map(({ id, matter, table, terms, beside }) => ({
    id,
    release: { matter, table, terms, beside: beside ?? nothingBeside },
  }));
  return publishPrinted(printedElsewhere(edition, others, [...knownToEverybody(call), ...knownFromDocuments(call, documents)]));
}

export type MakingEdition =
  | Releasing
  /** Too few have answered in some region. */
  | { readonly outcome: 'not-complete'; readonly reasons: readonly [NotReleased, ...NotReleased[]] };

/** Solves the public edition of a reported call; one that has been made before stands as it is. `work` does the solving. */
export function solveEdition(permit: Permit, call: CallPackage, work: ReleaseWork): Solving<MakingEdition> {
  const matter = matterOf(call);
  return async (before) => {
    const { status, answers, ledger } = before;
    if (!isReleased(status)) return { entry: null, ended: { outcome: 'not-reported' } };
    const asOf = asOfDay(before, permit);
    const [first, ...rest] = mayBePublic({ package: call, answers, place: 'danmark', asOf, status, preview: false });
    if (first) return { entry: null, ended: { outcome: 'not-complete', reasons: [first, ...rest] } };
    const table = municipalTable(call, answers);
    // What stands is told without a thread that solves: it is the same decision.
    const decision = standingEdition(matter, ledger) ?? (await solved({ call, before, asOf, table }, work));
    return toEnter(matter, table, decision, { kind: 'report', digest: digestOfEdition, edition: suppressionEdition });
  };
}

/** Makes the public edition and enters it at once, by the operator who has asked for just that; otherwise as `solveEdition`. */
export function makeEdition(db: Database, permit: Permit, call: CallPackage, work: ReleaseWork): Promise<MakingEdition> {
  return enterWhenSame(db, permit, call, solveEdition(permit, call, work));
}

/** There is one edition of a call, and its answers can no longer change: it needs no fingerprint of counts. */
const digestOfEdition = 'report';

type EditionProblem = {
  readonly call: CallPackage;
  readonly before: Standing;
  readonly asOf: Day;
  readonly table: ReturnType<typeof municipalTable>;
};

async function solved(edition: EditionProblem, work: ReleaseWork) {
  const done = await work(editionProblem(edition));
  if (done.kind !== 'edition') throw new Error('an edition was asked for, and a table was decided');
  return done.decision;
}

function editionProblem({ call, before, asOf, table }: EditionProblem): ReleaseProblem {
  const numbers = numbersOf(call, before.answers, asOf);
  const proposal = proposeEdition(numbers);
  const request = {
    matter: matterOf(call),
    truth: table,
    proposal,
    retreats: editionRetreats(numbers, proposal),
    digest: digestOfEdition,
    known: [...knownToEverybody(call), ...knownFromDocuments(call, before.documents)],
  };
  return { kind: 'edition', request, ledger: before.ledger };
}

/** What became of the trial of a draft; one that was stopped was none. */
function trialOf(solved: SolvedRelease | 'under-way' | 'busy' | null): DraftTrial {
  if (solved === 'busy') return { outcome: 'busy' };
  if (solved === null || solved === 'under-way' || solved.kind !== 'edition') return null;
  const { decision } = solved;
  switch (decision.outcome) {
    case 'released':
    case 'refused':
      return decision;
    case 'stopped':
      return null;
    case 'frozen':
      throw new Error('an edition of a call that is not reported stands in the ledger');
  }
}

/** The day the answers are read: the day the call was reported, where it is. */
function asOfDay({ status, reportedOn }: Standing, permit: Permit): Day {
  return isReleased(status) && reportedOn !== null ? reportedOn : danishDay(permit.at);
}
