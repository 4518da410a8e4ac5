/** `samlob report --call ID --region ID`: a call's report as JSON, Word or PDF, in the public or the internal edition. */
import { randomBytes } from 'node:crypto';
import { rename, rm, writeFile } from 'node:fs/promises';
import { decide } from '../access/decide.ts';
import { decideReport } from '../access/report.ts';
import { releaseHere } from '../compute/release.ts';
import { notReleasedSentence } from '../domain/call/not-released.ts';
import type { ReportPlace } from '../domain/call/numbers.ts';
import type { CallPackage } from '../domain/call/package.ts';
import { callPackage, callPackages } from '../domain/call/packages.ts';
import type { InternalReport, PublicReport } from '../domain/call/report-document.ts';
import { type Edition, editions } from '../domain/disclosure/publishable.ts';
import { regionsOn } from '../domain/geography/regions.ts';
import type { Moment } from '../domain/time.ts';
import type { Permit } from '../domain/trail.ts';
import { compileEdition, makeEdition } from '../store/call-report.ts';
import type { Database } from '../store/database.ts';
import { type Command, type CommandContext, type ExitCode, exitCodes } from './command.ts';
import { fileFault } from './file-fault.ts';
import { operator } from './operator.ts';
import { refusalSentence } from './release.ts';
import { readOptions } from './words.ts';

export const usage =
  'samlob report --call ID --region ID [--format docx|pdf|json] [--edition internal|public] [--out FILE] [--json] [--release]. The region danmark is the country.\nThe public edition of a reported call is made once, with --release: it is entered in the ledger, and cannot be changed or taken back.';
const formats = ['docx', 'pdf', 'json'] as const;
type Format = (typeof formats)[number];

const options = {
  call: { type: 'string' },
  region: { type: 'string' },
  format: { type: 'string' },
  edition: { type: 'string' },
  out: { type: 'string' },
  json: { type: 'boolean' },
  release: { type: 'boolean' },
} as const;

type Request = {
  readonly call: CallPackage;
  readonly place: ReportPlace;
  readonly format: Format;
  readonly edition: Edition;
  readonly out: string | null;
  /** Whether a public edition that is not made yet is to be made. */
  readonly mayRelease: boolean;
};

export const report: Command = async (words, context) => {
  const read = readRequest(words);
  if ('sentence' in read) {
    context.say(read.sentence);
    return read.code;
  }
  const { call, place, format, edition, out, mayRelease } = read;
  const db = await context.database();
  if (!db) return exitCodes.noDatabase;

  const asked = { call, place, edition };
  const permit = permitFor(edition, place, context.now());
  let written = await compileEdition(db, permit, asked, releaseHere());
  if (written?.outcome === 'not-released' && written.reasons.some(({ reason }) => reason === 'not-made')) {
    if (!mayRelease) {
      context.say(`The public edition of ${call.id} is not made yet. --release makes it: it cannot be changed or taken back afterwards.`);
      return exitCodes.failedCheck;
    }
    context.say('The edition is made and attacked as a reader would; this may take a minute.');
    if (!(await isMade(db, call, context))) return exitCodes.failedCheck;
    written = await compileEdition(db, permit, asked);
  }
  if (!written) {
    context.say(`The database holds no call ${call.id}.`);
    return exitCodes.badInput;
  }
  switch (written.outcome) {
    case 'written':
      if (written.report.isDraft)
        context.say('This is a draft: the call is not reported yet, and its answers can still change. Do not publish it.');
      return deliver(await documentOf(written.report, format), out, context);
    case 'not-released':
      context.say(`The public edition of ${call.id} is not released.`);
      for (const reason of written.reasons) context.say(notReleasedSentence(reason, 'en'));
      return exitCodes.failedCheck;
    case 'no-such-place':
      context.say(unknown('region', place, placesOf(call)));
      return exitCodes.badInput;
  }
};

/** Makes the public edition, as the operator may, and says so; or says why not. */
async function isMade(db: Database, call: CallPackage, context: CommandContext): Promise<boolean> {
  const decision = decide(operator, 'release:make', context.now());
  if (decision.outcome === 'refused') throw new Error('the operator may release');
  const made = await makeEdition(db, decision.permit, call, releaseHere());
  switch (made.outcome) {
    case 'released':
      if (made.insteadOf) {
        context.say(`The numbers of the edition’s own rule are refused: ${refusalSentence(made.insteadOf, made.table)}`);
        context.say('The edition gives the numbers of the table that was released first.');
      }
      if (made.isNew) context.say(`The public edition of ${call.id} is made, and stands in the ledger as release ${made.id}.`);
      return true;
    case 'refused':
      context.say(`The public edition of ${call.id} is refused: ${refusalSentence(made.why, made.table)}`);
      return false;
    case 'ledger-changed':
      context.say('Something else was released each time the edition was worked out. Nothing is entered; try again.');
      return false;
    case 'stopped':
    case 'not-reported':
    case 'not-complete':
    case 'not-there':
      throw new Error(`an edition that could be made was not: ${made.outcome}`);
  }
}

type Refused = { readonly code: ExitCode; readonly sentence: string };

function readRequest(words: readonly string[]): Request | Refused {
  const read = readOptions(words, { options, needed: ['call', 'region'], usage });
  if (typeof read === 'string') return { code: exitCodes.usage, sentence: read };
  const { call: id = '', region = '', ...given } = read.values;
  if (given.json && (given.format ?? 'json') !== 'json') {
    return { code: exitCodes.usage, sentence: `--json and --format ${given.format} ask for two different things.\n${usage}` };
  }

  const bad = (sentence: string): Refused => ({ code: exitCodes.badInput, sentence });
  const call = callPackage(id);
  if (!call) {
    return bad(
      unknown(
        'call',
        id,
        callPackages.map(({ id }) => id),
      ),
    );
  }
  const place = placesOf(call).find((known) => known === region);
  if (!place) return bad(unknown('region', region, placesOf(call)));
  const format = formats.find((known) => known === (given.format ?? 'json'));
  if (!format) return bad(unknown('format', given.format ?? '', formats));
  const edition = editions.find((known) => known === (given.edition ?? 'public'));
  if (!edition) return bad(unknown('edition', given.edition ?? '', editions));
  return { call, place, format, edition, out: given.out ?? null, mayRelease: given.release ?? false };
}

/** The regions as they were on the call's last day, and the country. */
function placesOf({ answerBy }: CallPackage): readonly ReportPlace[] {
  return [...regionsOn(answerBy).map(({ id }) => id), 'danmark'];
}

function unknown(what: string, given: string, known: readonly string[]): string {
  return `There is no ${what} “${given}”. Known: ${known.join(', ')}.`;
}

function permitFor(edition: Edition, place: ReportPlace, at: Moment): Permit {
  const decision = decideReport(operator, place, edition, at);
  if (decision.outcome === 'refused') throw new Error(`the operator may not read the ${edition} edition`);
  return decision.permit;
}

/** Each format's writer is loaded only when it is asked for. */
async function documentOf(of: InternalReport | PublicReport, format: Format): Promise<string | Uint8Array> {
  switch (format) {
    case 'docx':
      return (await import('../reports/docx.ts')).reportDocx(of);
    case 'pdf':
      return (await import('../reports/pdf.ts')).reportPdf(of);
    case 'json':
      return `${JSON.stringify((await import('../reports/json.ts')).reportJson(of), null, 2)}\n`;
  }
}

/** A file is written beside its place and then moved there: it is the whole report or it is not changed. */
async function deliver(content: string | Uint8Array, out: string | null, context: CommandContext): Promise<ExitCode> {
  if (out === null) {
    context.write(content);
    return exitCodes.done;
  }
  const beside = `${out}.${randomBytes(4).toString('hex')}.part`;
  try {
    await writeFile(beside, content, { flag: 'wx' });
    await rename(beside, out);
  } catch (error) {
    await rm(beside, { force: true }).catch(() => undefined);
    context.say(`${out} could not be written: ${fileFault(error)}.`);
    return exitCodes.badInput;
  }
  context.say(`Wrote ${out}.`);
  return exitCodes.done;
}
