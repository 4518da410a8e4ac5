/** `samlob release --call ID --method …`: the call's table by municipality as a preview, or the reason why not; `--confirm` releases it. */
import { randomUUID } from 'node:crypto';
import { decide } from '../access/decide.ts';
import { releaseHere } from '../compute/release.ts';
import { finestCut, placeCuts, type TableCut, treatmentCuts, yearCuts } from '../domain/call/table-cut.ts';
import { matterOf } from '../domain/call/package.ts';
import { callPackage, callPackages } from '../domain/call/packages.ts';
import { type CountTable, namesOf } from '../domain/disclosure/count-table.ts';
import { type Refusal, type ReleaseMethod, releaseMethods } from '../domain/disclosure/refusal.ts';
import type { PublishedTable } from '../domain/disclosure/attackers.ts';
import type { PreviewGround } from '../domain/disclosure/preview.ts';
import type { Terms } from '../domain/disclosure/terms.ts';
import type { Permit } from '../domain/trail.ts';
import { type MakeRelease, solveMunicipalTable } from '../store/release.ts';
import { askForJob, endJob } from '../store/release-job.ts';
import { previewRelease, publishPreview } from '../store/release-preview.ts';
import { readRelease } from '../store/release-read.ts';
import { type Command, type CommandContext, type ExitCode, exitCodes } from './command.ts';
import { written } from './count-file.ts';
import { operator } from './operator.ts';
import { sayPrinted } from './printed-numbers.ts';
import { csvOf } from './protect.ts';
import { readTerms, type ReadTerms, termOptions, usual } from './protection-words.ts';
import { readOptions, readSeconds } from './words.ts';

export const usage = `samlob release --call ID --method ${releaseMethods.join('|')} [--threshold ${usual.threshold}] [--base ${usual.base}] [--zeros show|hide] [--protect exact|rule]
  [--places municipality|region] [--years each|together] [--treatments apart|together] [--time-limit S] [--json]
samlob release --confirm PREVIEW [--json]
The first makes a preview and releases nothing; the second releases that very preview, which cannot be changed or taken back. The same release is given again and never made anew; primary-only shows why hiding the small counts is not enough.`;

const { threshold, base, zeros, protect, json } = termOptions;
const options = {
  call: { type: 'string' },
  method: { type: 'string' },
  confirm: { type: 'string' },
  'time-limit': { type: 'string' },
  places: { type: 'string' },
  years: { type: 'string' },
  treatments: { type: 'string' },
  threshold,
  base,
  zeros,
  protect,
  json,
} as const;

/** A cheaper suppression is sought for so long, or a rounding. */
const usualSeconds = 30;

type Wanted = {
  readonly call: string;
  readonly method: ReleaseMethod;
  readonly terms: ReadTerms;
  readonly cut: TableCut;
  readonly seconds: number;
  readonly json: boolean;
};

/** The second step is asked for. */
type Confirmed = { readonly confirm: string; readonly json: boolean };

export const release: Command = async (words, context) => {
  const wanted = readWords(words);
  if (typeof wanted === 'string') {
    context.say(wanted);
    return exitCodes.usage;
  }
  if ('confirm' in wanted) return confirm(wanted, context);
  const { method, terms, seconds, cut } = wanted;
  const call = callPackage(wanted.call);
  if (!call) {
    context.say(`There is no call “${wanted.call}”. Known: ${callPackages.map(({ id }) => id).join(', ')}.`);
    return exitCodes.badInput;
  }
  const db = await context.database();
  if (!db) return exitCodes.noDatabase;
  const permit = permitOf(context);
  const make: MakeRelease = {
    call,
    method,
    terms: { threshold: terms.threshold, zeros: terms.zeros, protect: terms.protect },
    base: terms.base ?? usual.base,
    seconds,
    cut,
  };
  const made = await previewRelease(db, permit, call, solveMunicipalTable(make, releaseHere()));
  switch (made.outcome) {
    case 'previewed': {
      const { entry, found } = made.preview;
      const id = randomUUID();
      await askForJob(db, permit, { id, call: call.id, choices: { method, zeros: terms.zeros, cut } });
      await endJob(db, permit, id, made);
      if (found.insteadOf) {
        context.say(`Refused as it would be by itself: ${refusalSentence(found.insteadOf, found.truth)}`);
        context.say('It is therefore made around what has been printed: those numbers stay printed, and others are hidden.');
      }
      await sayPrinted(db, permit, call, { table: entry.published, terms: entry.terms, beside: entry.beside }, context);
      context.say(`This is a preview: nothing is released. To release exactly this table: samlob release --confirm ${id}`);
      writeTable(entry.published, { terms: entry.terms, isNew: false, preview: id }, wanted.json, context);
      return exitCodes.done;
    }
    case 'released':
      context.say('Released before: this is the table in the ledger.');
      await sayPrinted(db, permit, call, made.release, context);
      writeTable(made.release.table, { terms: made.release.terms, isNew: false, preview: null }, wanted.json, context);
      return exitCodes.done;
    case 'refused':
      context.say(`Refused: ${refusalSentence(made.why, made.table)}`);
      context.say('What can be tried: --method rounding, --zeros hide, --treatments together, --years together, --places region.');
      return exitCodes.failedCheck;
    case 'not-reported':
      context.say(`${call.id} is not reported yet: its answers can still change, and nothing is released.`);
      return exitCodes.failedCheck;
    case 'not-there':
      context.say(`The database holds no call ${call.id}.`);
      return exitCodes.badInput;
    case 'ledger-changed':
    case 'stopped':
      context.say('No release was found in the time given.');
      return exitCodes.failedCheck;
  }
};

/** The second step: enters the very preview, or says what has changed since. */
async function confirm({ confirm: id, json: asJson }: Confirmed, context: CommandContext): Promise<ExitCode> {
  const db = await context.database();
  if (!db) return exitCodes.noDatabase;
  const permit = permitOf(context);
  const published = await publishPreview(db, permit, id);
  switch (published.outcome) {
    case 'released': {
      const stands = await readRelease(db, permit, published.id);
      if (!stands) throw new Error('what was just released is not in the ledger');
      context.say(`Released, and entered in the ledger as release ${published.id}.`);
      const of = callPackages.find((call) => matterOf(call) === stands.line.matter);
      if (of) await sayPrinted(db, permit, of, stands.release, context);
      writeTable(stands.release.table, { terms: stands.release.terms, isNew: true, preview: id }, asJson, context);
      return exitCodes.done;
    }
    case 'changed':
      context.say(
        `Nothing is released: since the preview was made, ${published.changed.map((ground) => grounds[ground]).join(' and ')} changed. Make a new one.`,
      );
      return exitCodes.failedCheck;
    case 'not-ready':
      context.say(`There is no preview “${id}” of the operator’s that waits to be released.`);
      return exitCodes.badInput;
  }
}

const grounds: Readonly<Record<PreviewGround, string>> = {
  facts: 'the answers of the municipalities',
  ledger: 'what has been released before',
  rules: 'the rules for what is hidden',
};

function permitOf(context: CommandContext): Permit {
  const decision = decide(operator, 'release:make', context.now());
  if (decision.outcome === 'refused') throw new Error('the operator may release');
  return decision.permit;
}

/** Writes the table, as CSV or with what is told about it as JSON. */
function writeTable(
  table: PublishedTable,
  about: { readonly terms: Terms; readonly isNew: boolean; readonly preview: string | null },
  asJson: boolean,
  context: CommandContext,
): void {
  const { layout, published } = table;
  const cells = published.map((value, cell) => ({ dims: namesOf(layout, cell), published: value ?? { suppressed: true } }));
  context.write(asJson ? `${JSON.stringify({ cells, ...about })}\n` : csvOf(table));
}

/** What was asked for, or the sentence that says what is wrong with it. */
function readWords(words: readonly string[]): Wanted | Confirmed | string {
  const named = readOptions(words, { options, needed: [], usage });
  if (typeof named === 'string') return named;
  if (named.values.confirm !== undefined) {
    const { confirm: id, json: isJson = false, ...further } = named.values;
    const [other] = Object.keys(further);
    return other === undefined
      ? { confirm: id, json: isJson }
      : `--confirm releases a preview as it is, and takes no --${other}.\n${usage}`;
  }
  const read = readOptions(words, { options, needed: ['call', 'method'], usage });
  if (typeof read === 'string') return read;
  const { call: id = '', method: name = '', json: asJson = false, 'time-limit': limit } = read.values;
  const method = releaseMethods.find((known) => known === name);
  if (!method) return `There is no method “${name}”.\n${usage}`;
  const terms = readTerms(read.values);
  if (typeof terms === 'string') return terms;
  const cut = readCut(read.values);
  if (typeof cut === 'string') return cut;
  const seconds = readSeconds('time-limit', limit, usualSeconds);
  return typeof seconds === 'string' ? seconds : { call: id, method, terms, cut, seconds, json: asJson };
}

/** How finely the table is divided, or which word of it is wrong. */
function readCut(given: Readonly<Partial<Record<'places' | 'years' | 'treatments', string | undefined>>>): TableCut | string {
  const places = placeCuts.find((known) => known === (given.places ?? finestCut.places));
  const years = yearCuts.find((known) => known === (given.years ?? finestCut.years));
  const treatments = treatmentCuts.find((known) => known === (given.treatments ?? finestCut.treatments));
  if (!places) return `--places is ${placeCuts.join(' or ')}, not “${given.places}”.`;
  if (!years) return `--years is ${yearCuts.join(' or ')}, not “${given.years}”.`;
  if (!treatments) return `--treatments is ${treatmentCuts.join(' or ')}, not “${given.treatments}”.`;
  return { places, years, treatments };
}

/** Which cell, and by which attack: for the operator, who may know the numbers of all. */
export function refusalSentence(why: Refusal, { layout }: Pick<CountTable, 'layout'>): string {
  switch (why.reason) {
    case 'opened': {
      const { cell, low, high, insider } = why.opened;
      // The count itself is never said: a message is copied and sent on.
      const what = low === high ? 'exactly' : 'more closely than the rule allows';
      const who = insider === null ? `the ${why.attacker} attacker` : `the only woman in ${written(layout, insider)} (insider)`;
      const using = why.with.length > 0 ? `, using this table and release ${why.with.join(', ')} of the ledger` : '';
      const knowing = why.knowing.length > 0 ? `, and what others have printed: ${why.knowing.join('; ')}` : '';
      return `${who} works out ${written(layout, cell)} ${what}${using}${knowing}.`;
    }
    case 'printed-otherwise':
      return `${written(layout, why.cell)} was printed as ${why.before} in release ${why.release}, and would now be something else.`;
    case 'cannot-be-kept':
      return `no such table keeps ${written(layout, why.cell)} from the ${why.attacker} attacker. Try --zeros hide, or --method rounding.`;
    case 'not-proven':
      return `whether the ${why.attacker} attacker works out ${written(layout, why.cell)} could not be proven in time. Try --method rounding.`;
    case 'contradicts-ledger':
      return 'no counts agree with both this table and the ledger: something has been corrected since. Corrections come with the next regular call.';
  }
}
