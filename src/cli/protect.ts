/** `samlob protect FILE.csv --hierarchy H --method …`: a table of counts made fit to be published, and attacked to see that it is. */
import { writeFile } from 'node:fs/promises';
import { loadSolver } from '../compute/solver.ts';
import { type Attacker, attackers, type PublishedTable } from '../domain/disclosure/attackers.ts';
import { codesOf, type Layout, namesOf } from '../domain/disclosure/count-table.ts';
import { protectMethods, type ProtectMethod, type ProtectOutcome, protectTable } from '../domain/disclosure/protect-table.ts';
import { roundingReach } from '../domain/disclosure/terms.ts';
import { type Command, type CommandContext, type ExitCode, exitCodes } from './command.ts';
import { readCounts, written } from './count-file.ts';
import { progressOn } from './progress.ts';
import { fileFault } from './file-fault.ts';
import { hierarchyOf, readTerms, type ReadTerms, termOptions, usual } from './protection-words.ts';
import { readTableFile } from './table-file.ts';
import { readFileAndOptions, readSeconds } from './words.ts';

export const usage = `samlob protect FILE.csv --hierarchy H --method rounding|suppression [--threshold ${usual.threshold}] [--base ${usual.base}] [--zeros show|hide]
  [--protect exact|rule] [--attackers plain,rule-aware,insider] [--time-limit S] [--csv OUT.csv] [--json]
--zeros hide means that a zero may be hidden: only where that protects a small count; all other zeros are still printed. A hidden count cannot be worked out,
but it can be bounded, such as to 0–3; --protect rule keeps it everything from 1 to the threshold less one.
FILE.csv has a column for each dimension and count (or freq), inner cells only. H is a file of lines such as mun=M01<R1.`;

const options = {
  ...termOptions,
  method: { type: 'string' },
  'time-limit': { type: 'string' },
  attackers: { type: 'string' },
  csv: { type: 'string' },
} as const;

/** A cheaper suppression is sought for so long; a safe one is made however long it takes. */
const usualSeconds = 30;

type Wanted = {
  readonly file: string;
  readonly hierarchy: string | undefined;
  readonly method: ProtectMethod;
  readonly terms: ReadTerms;
  readonly against: readonly Attacker[];
  readonly seconds: number;
  readonly csv: string | undefined;
  readonly json: boolean;
};

export const protect: Command = async (words, context) => {
  const wanted = readWords(words);
  if (typeof wanted === 'string') {
    context.say(wanted);
    return exitCodes.usage;
  }
  const { terms, method, against, seconds } = wanted;
  const [file, hierarchy] = [await readTableFile(wanted.file), await hierarchyOf(wanted.hierarchy)];
  const table = 'problem' in file ? file : 'problem' in hierarchy ? hierarchy : readCounts(file, hierarchy);
  if ('problem' in table) {
    context.say(table.problem);
    return exitCodes.badInput;
  }
  const progress = progressOn(process.stderr, () => performance.now());
  const until = performance.now() + seconds * 1000;
  const outcome = protectTable(
    {
      table,
      method,
      terms: { threshold: terms.threshold, zeros: terms.zeros, protect: terms.protect },
      base: terms.base ?? usual.base,
      against,
      seconds,
      mayPolish: () => performance.now() < until,
    },
    await loadSolver(),
    progress.onProgress,
  );
  progress.clear();
  if (wanted.csv !== undefined && outcome.published) {
    try {
      await writeFile(wanted.csv, csvOf(outcome.published));
    } catch (error) {
      context.say(`${wanted.csv} could not be written: ${fileFault(error)}.`);
      return exitCodes.badInput;
    }
  }
  return answer(outcome, table.layout, wanted.json, context);
};

function answer(outcome: ProtectOutcome, of: Layout, json: boolean, context: CommandContext): ExitCode {
  const { status, optimal, bound, cost, published, opened, audits, terms } = outcome;
  const layout = published?.layout;
  const audited = audits.map((audit) =>
    audit.outcome === 'audited' && layout
      ? {
          attacker: audit.attacker,
          safe: audit.safe,
          opened: audit.opened.map(({ cell, low, high }) => ({ dims: namesOf(layout, cell), lo: low, hi: finite(high) })),
        }
      : { attacker: null, safe: false, opened: [] },
  );
  if (opened)
    context.say(
      `No suppression of this kind withstands the ${opened.attacker} attacker: ${written(of, opened.cell)} stays open whatever is hidden. Try --zeros hide, --protect exact, or --method rounding.`,
    );
  if (published && !optimal) context.say(`Not proven to be the cheapest: cost ${cost}, and nothing can cost less than ${bound}.`);
  if (terms.rounding && terms.rounding.steps > 0)
    context.say(
      `Numbers may lie up to ${roundingReach(terms)} from the count: the nearest multiples do not do. Audit them with --steps ${terms.rounding.steps}.`,
    );
  if (outcome.evident.length > 0)
    context.say(`${outcome.evident.length} large counts can be seen not to be 1, whatever is done; none of them can be worked out.`);
  for (const { attacker, opened: cells } of audited.filter(({ safe }) => !safe))
    context.say(`The ${attacker} attacker opens ${cells.length} cells, such as ${JSON.stringify(cells[0]?.dims ?? {})}.`);
  const audit = { safe: published !== null && audited.every(({ safe }) => safe), attackers: audited };
  if (json) {
    const cells = (published?.published ?? []).map((value, cell) => ({
      dims: layout ? namesOf(layout, cell) : {},
      published: value ?? { suppressed: true },
    }));
    context.write(`${JSON.stringify({ cells, status, optimal, bound, cost, audit, terms })}\n`);
  } else if (published) context.write(csvOf(published));
  return published && !audit.safe ? exitCodes.failedCheck : exitCodes.done;
}

/** What `samlob audit` reads: every cell, «.» where it is hidden. */
export function csvOf({ layout, published }: PublishedTable): string {
  const quoted = (text: string): string => (/[",;\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const head = [...layout.dimensions.map(({ name }) => name), 'published'];
  const rows = published.map((value, cell) => [
    ...codesOf(layout, cell).map((code, index) => layout.dimensions[index]?.codes[code] ?? ''),
    value === null ? '.' : String(value),
  ]);
  return `${[head, ...rows].map((cells) => cells.map(quoted).join(',')).join('\n')}\n`;
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

/** What was asked for, or the sentence that says what is wrong with it. */
function readWords(words: readonly string[]): Wanted | string {
  const read = readFileAndOptions(words, { options, needed: ['method'], usage });
  if (typeof read === 'string') return read;
  const { file, values } = read;
  const method = protectMethods.find((known) => known === values.method);
  if (!method) return `There is no method “${values.method}”.\n${usage}`;
  const terms = readTerms(values);
  if (typeof terms === 'string') return terms;
  const seconds = readSeconds('time-limit', values['time-limit'], usualSeconds);
  if (typeof seconds === 'string') return seconds;
  const named = (values.attackers ?? attackers.join(',')).split(',');
  const against = attackers.filter((known) => named.includes(known));
  if (against.length !== named.length) return `--attackers names some of ${attackers.join(', ')}, not “${values.attackers}”.`;
  const { hierarchy, csv, json = false } = values;
  return { file, hierarchy, method, terms, against, seconds, csv, json };
}
