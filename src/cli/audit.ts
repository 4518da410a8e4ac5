/** `samlob audit FILE.csv --hierarchy H --attacker …`: what an attacker can work out from a table as it was published. */
import { loadSolver } from '../compute/solver.ts';
import { type Attacker, attackers, insidersOf } from '../domain/disclosure/attackers.ts';
import { type Layout, namesOf } from '../domain/disclosure/count-table.ts';
import type { HierarchyLine } from '../domain/disclosure/dimension.ts';
import { openedOfEarlier } from '../domain/disclosure/earlier-opened.ts';
import { type EarlierRelease, joinReleases } from '../domain/disclosure/ledger.ts';
import { type AuditOutcome, auditRelease } from '../domain/disclosure/release-audit.ts';
import { isSmall, roundingReach, type Terms } from '../domain/disclosure/terms.ts';
import { type Command, exitCodes } from './command.ts';
import { readPublished, readTruth, written } from './count-file.ts';
import { progressOn } from './progress.ts';
import { hierarchyOf, type GivenTerms, readTerms, termOptions, usual, wholeNumber } from './protection-words.ts';
import { folderMatter, readReleases } from './ledger-folder.ts';
import { readTableFile } from './table-file.ts';
import { readFileAndOptions } from './words.ts';

export const usage = `samlob audit FILE.csv --hierarchy H --attacker plain|rule-aware|insider [--truth COUNTS.csv] [--threshold ${usual.threshold}] [--zeros show|hide]
  [--protect exact|rule] [--base N [--steps N]] [--ledger DIR] [--check] [--json]
FILE.csv has a column for each dimension and published: every cell, Total too, “.” where it is hidden. Give --base where it was rounded,
and --steps where its numbers lie further from the counts than the nearest multiples: samlob protect says how many.
An unsafe table is an answer and exits 0; with --check it exits 3.`;

const options = {
  ...termOptions,
  attacker: { type: 'string' },
  steps: { type: 'string' },
  truth: { type: 'string' },
  ledger: { type: 'string' },
  check: { type: 'boolean' },
} as const;

/** So many pairs of an insider and a cell near hers are worked out to both ends; of more, only whether a cell is opened. */
const mostPairs = 4000;

/** A table is rounded to multiples of a small number, and is then one of these at least: 4, 6, 8, 9 and 10 are multiples of them. */
const usualBases = [2, 3, 5, 7];

type Wanted = {
  readonly file: string;
  readonly hierarchy: string | undefined;
  readonly attacker: Attacker;
  readonly truth: string | undefined;
  readonly ledger: string | undefined;
  readonly terms: Terms;
  /** Whether an unsafe table is to fail the one who called. */
  readonly check: boolean;
  readonly json: boolean;
};

export const audit: Command = async (words, context) => {
  const wanted = readWords(words);
  if (typeof wanted === 'string') {
    context.say(wanted);
    return exitCodes.usage;
  }
  const { attacker, terms } = wanted;
  const { rounding } = terms;
  const bad = (sentence: string): typeof exitCodes.badInput => {
    context.say(sentence);
    return exitCodes.badInput;
  };
  const [file, hierarchy] = [await readTableFile(wanted.file), await hierarchyOf(wanted.hierarchy)];
  if ('problem' in file) return bad(file.problem);
  if ('problem' in hierarchy) return bad(hierarchy.problem);
  const releases = wanted.ledger === undefined ? [] : await readReleases(wanted.ledger, hierarchy, terms);
  if ('problem' in releases) return bad(releases.problem);
  // A line of the hierarchy may be of a dimension that only the earlier tables have.
  const inLedger = new Set(releases.flatMap(({ table: { layout } }) => layout.dimensions.map(({ name }) => name)));
  const inFile = ({ dimension }: HierarchyLine): boolean => file.header.some(({ text }) => text === dimension) || !inLedger.has(dimension);
  const ofFile = { ...hierarchy, lines: hierarchy.lines.filter(inFile) };
  const table = readPublished(file, ofFile, rounding?.base ?? null);
  if ('problem' in table) return bad(table.problem);
  let truth: readonly number[] | null = null;
  if (wanted.truth !== undefined) {
    const truthFile = await readTableFile(wanted.truth);
    const counts = 'problem' in truthFile ? truthFile : readTruth(truthFile, ofFile, table, roundingReach(terms));
    if ('problem' in counts) return bad(counts.problem);
    truth = counts;
  }
  const earlier = wanted.ledger === undefined ? null : joinReleases({ ...table, matter: folderMatter }, releases, attacker);

  const { published, layout } = table;
  const isKnown = (cell: number): boolean => published[cell] !== null && rounding === null;
  const insiders = truth && attacker === 'insider' ? insidersOf({ layout, counts: truth }, isKnown) : [];
  const pairs = (of: 'targets' | 'near'): number => insiders.reduce((sum, insider) => sum + insider[of].length, 0);
  const everyEnd = pairs('near') <= mostPairs;
  if (!everyEnd)
    context.say(
      `All ${pairs('targets')} pairs of an insider and a cell are asked; intervals are given where a cell is opened, and else as wide as its sums.`,
    );
  const solver = await loadSolver();
  const request = { table, terms, truth, everyEnd, ...(earlier ? { earlier } : {}) };
  const progress = progressOn(process.stderr, () => performance.now());
  const outcome = auditRelease(attacker, request, solver, progress.onProgress);
  if (outcome.outcome !== 'audited') {
    progress.clear();
    const fits = (beside: readonly EarlierRelease[]): boolean => {
      const joined = joinReleases({ ...table, matter: folderMatter }, beside, attacker);
      return auditRelease(attacker, { ...request, everyEnd: false, earlier: joined }, solver, () => 'go on').outcome === 'audited';
    };
    if (releases.length === 0 || !fits([]))
      return bad(`${wanted.file}: no table agrees with what is published; a number, or --base or --zeros, is wrong.`);
    const against = releases.find((release) => !fits([release]))?.id ?? 'the earlier releases together';
    return bad(`${wanted.file}: no table agrees with it and with ${against}: a count was corrected in between, or the terms are others.`);
  }
  const answer = answerOf(outcome);
  const before = openedOfEarlier(attacker, { matter: folderMatter, table, terms }, releases, solver, progress.onProgress);
  progress.clear();
  const openedBefore = before.flatMap(({ release, opened }) => opened.map((one) => ({ ...one, id: release.id, of: release.table.layout })));
  const undecided = outcome.undecided.length + before.reduce((sum, one) => sum + one.undecided.length, 0);
  const naming = ({ cell, lo, hi }: Row): { readonly dims: object; readonly lo: number; readonly hi: number | null } => ({
    dims: namesOf(layout, cell),
    lo,
    hi,
  });
  // A small count that is printed is a finding of its own: a table with nothing hidden is not safe because nothing can be opened.
  const shown = rounding ? [] : published.flatMap((value, cell) => (value !== null && isSmall(value, terms) ? [cell] : []));
  if (shown.length > 0)
    context.say(
      `${shown.length} counts from 1 to ${terms.threshold - 1} are shown as they are. No attacker is needed for those; a rounded table is audited with --base.`,
    );
  if (undecided > 0) context.say(`${undecided} cells were not worked out to the end in time.`);
  // Nothing is hidden: no cell was tried. Numbers that are all multiples of one above 1 may be rounded, and what is behind those was not asked.
  const isBare = rounding === null && published.every((value) => value !== null);
  const multiple = isBare ? published.reduce<number>((divisor, value) => commonDivisor(divisor, value ?? 0), 0) : 1;
  const mayBeRounded = isBare && usualBases.some((base) => multiple % base === 0);
  if (isBare)
    context.say(
      mayBeRounded
        ? `Nothing is hidden in ${wanted.file}, so no cell was tried, and it is not called safe: all its numbers are multiples of ${multiple}. If it was rounded, give --base.`
        : `Nothing is hidden in ${wanted.file}, so no cell was tried. Its numbers are not all multiples of a number from 2 to 10, so it was not rounded to one.`,
    );
  const safe = !mayBeRounded && answer.safe && shown.length + openedBefore.length + undecided === 0;
  const [first] = outcome.opened;
  if (first) {
    const who = first.insider === null ? `The ${attacker} attacker` : `The only woman in ${written(layout, first.insider)} (insider)`;
    const others = outcome.opened.length > 1 ? `, and ${outcome.opened.length - 1} further cells` : '';
    const what = first.low === first.high ? 'exactly' : 'more closely than the rule allows';
    context.say(`${who} works out ${written(layout, first.cell)} ${what}${others}.`);
  }
  const [older] = openedBefore;
  if (older) {
    const others = openedBefore.length > 1 ? `, and ${openedBefore.length - 1} further cells of earlier releases` : '';
    context.say(
      `Together with this table a reader works out ${written(older.of, older.cell)} of the earlier release ${older.id}${others}.`,
    );
  }
  if (wanted.json) {
    const { cells, opened } = answer;
    const ofEarlier = openedBefore.map(({ id, of, cell, low, high }) => ({
      release: id,
      dims: namesOf(of, cell),
      lo: low,
      hi: Number.isFinite(high) ? high : null,
    }));
    const ofShown = shown.map((cell) => ({ dims: namesOf(layout, cell) }));
    context.write(
      `${JSON.stringify({ cells: cells.map(naming), opened: opened.map(naming), shown: ofShown, ...(earlier ? { earlier: ofEarlier } : {}), safe })}\n`,
    );
  } else {
    const bare = shown.map((cell) => `${written(layout, cell)}: a small count, shown as it is`);
    const line = (of: Layout, cell: number, lo: number, hi: number | null): string =>
      `${written(of, cell)}: ${lo}${lo === hi ? '' : ` to ${hi ?? 'any'}`}`;
    const lines = answer.opened.map(({ cell, lo, hi }) => line(layout, cell, lo, hi));
    const old = openedBefore.map(
      ({ id, of, cell, low, high }) => `${line(of, cell, low, Number.isFinite(high) ? high : null)} (earlier release ${id})`,
    );
    context.write(
      `${[isBare ? 'No cell is hidden, so none was tried.' : `${answer.opened.length} of ${answer.cells.length} cells are opened by the ${attacker} attacker.`, ...lines, ...old, ...bare].join('\n')}\n`,
    );
  }
  return safe || !wanted.check ? exitCodes.done : exitCodes.failedCheck;
};

/** The largest number that divides both; of 0 and a number, that number. */
function commonDivisor(one: number, other: number): number {
  return other === 0 ? one : commonDivisor(other, one % other);
}

type Row = { readonly cell: number; readonly lo: number; readonly hi: number | null };

function answerOf({ intervals, opened, safe }: Extract<AuditOutcome, { readonly outcome: 'audited' }>): {
  readonly cells: readonly Row[];
  readonly opened: readonly Row[];
  readonly safe: boolean;
} {
  const row = (cell: number, low: number, high: number): Row => ({ cell, lo: low, hi: Number.isFinite(high) ? high : null });
  return {
    cells: [...intervals].map(([cell, { low, high }]) => row(cell, low, high)),
    opened: opened.map(({ cell, low, high }) => row(cell, low, high)),
    safe,
  };
}

/** What was asked for, or the sentence that says what is wrong with it. */
function readWords(words: readonly string[]): Wanted | string {
  const read = readFileAndOptions(words, { options, needed: ['attacker'], usage });
  if (typeof read === 'string') return read;
  const { file, values } = read;
  const attacker = attackers.find((known) => known === values.attacker);
  if (!attacker) return `There is no attacker “${values.attacker}”. Known: ${attackers.join(', ')}.`;
  if (attacker === 'insider' && values.truth === undefined)
    return 'The insider needs --truth: who she is, nobody can see from the outside.';
  const terms = readAuditTerms(values);
  if (typeof terms === 'string') return terms;
  return {
    file,
    hierarchy: values.hierarchy,
    attacker,
    truth: values.truth,
    ledger: values.ledger,
    terms,
    check: values.check ?? false,
    json: values.json ?? false,
  };
}

/** The terms that a table was published on; a rounded one lies next to the counts where no steps are given. */
function readAuditTerms(given: GivenTerms & { readonly steps?: string | undefined }): Terms | string {
  const read = readTerms(given);
  if (typeof read === 'string') return read;
  const { base, ...terms } = read;
  const steps = wholeNumber(given.steps ?? '0', 0);
  if (steps === null) return `--steps is a whole number from 0, not “${given.steps}”.`;
  if (base === null && given.steps !== undefined) return '--steps is said of a table that was rounded: give --base too.';
  return { ...terms, rounding: base === null ? null : { base, steps } };
}
