/** `samlob sites`: the best set of sites for a table of minutes and the weight of each place of residence. */
import { parseArgs } from 'node:util';
import { chooseSites } from '../domain/planning/sites/choose-sites.ts';
import { type SiteAnswer, type SiteObjective, siteObjectives, type SiteProblem } from '../domain/planning/sites/site-problem.ts';
import { type Command, type ExitCode, exitCodes } from './command.ts';
import { answerBest, answerChange, answerRegret, type Further, readFurther, type SeveralAsked, wrongTogether } from './sites-several.ts';
import { type Cell, type FileProblem, problemAt, readTableFile, type TableFile } from './table-file.ts';

export const usage = [
  'samlob sites --minutes M.csv --weights W.csv --p N --objective median|coverage|centre [--within MIN] [--min-volume V] [--capacity C] [--time-limit S] [--json]',
  '  [--best K [--scenario S.json [--replications N] [--seed N]]]   the K best sets, simulated anew with the same women',
  '  [--change SHARE]                                              what changes when every travel time may be so much wrong',
  '  With a column for each estimate of need in W.csv, and --p N or N-M: the least regret. [--chances A,B,…]',
].join('\n');

const options = {
  minutes: { type: 'string' },
  weights: { type: 'string' },
  p: { type: 'string' },
  objective: { type: 'string' },
  within: { type: 'string' },
  'min-volume': { type: 'string' },
  capacity: { type: 'string' },
  'time-limit': { type: 'string' },
  best: { type: 'string' },
  change: { type: 'string' },
  chances: { type: 'string' },
  scenario: { type: 'string' },
  replications: { type: 'string' },
  seed: { type: 'string' },
  json: { type: 'boolean' },
} as const;

/** 98 municipalities take far less; what is not proven by then is said not to be. */
const usualSeconds = 60;

type Refused = { readonly code: ExitCode; readonly sentence: string };
type Asked = Omit<SiteProblem, 'minutes' | 'weights'> & {
  readonly upTo: number;
  readonly further: Further;
  readonly seconds: number;
  readonly json: boolean;
  readonly files: readonly [string, string];
};

export const sites: Command = async (words, context) => {
  const asked = readAsked(words);
  if ('sentence' in asked) {
    context.say(asked.sentence);
    return asked.code;
  }
  const [minutesFile, weightsFile] = [await readTableFile(asked.files[0]), await readTableFile(asked.files[1])];
  const problem = 'problem' in minutesFile ? minutesFile : 'problem' in weightsFile ? weightsFile : tablesOf(minutesFile, weightsFile);
  if ('problem' in problem) {
    context.say(problem.problem);
    return exitCodes.badInput;
  }
  const { ids, names, minutes, estimates } = problem;
  const [{ weights } = { weights: [] }] = estimates;
  const wrong = wrongTogether(asked, estimates.length);
  if (wrong !== null) {
    context.say(wrong);
    return exitCodes.usage;
  }
  if (asked.upTo > names.length) {
    context.say(`--p ${asked.upTo} is more than the ${names.length} sites of ${asked.files[0]}.`);
    return exitCodes.badInput;
  }

  const until = performance.now() + asked.seconds * 1000;
  const goOn = (): boolean => performance.now() < until;
  const several: SeveralAsked = { ...asked, ids, names, minutes, estimates };
  if (estimates.length > 1) return answerRegret(several, { ...context, goOn });
  if (asked.further.best !== null) return answerBest(several, context);
  if (asked.further.change !== null) return answerChange(several, context);
  const answer = chooseSites({ ...asked, minutes, weights }, goOn);
  const out = outOf(answer, ids, names);
  if (answer.outcome === 'infeasible') context.say(whyInfeasible(answer.reason));
  else if (!answer.optimal) context.say(`Not proven to be the best after ${asked.seconds} seconds.`);
  context.write(asked.json ? `${JSON.stringify(out)}\n` : asLines(out));
  return exitCodes.done;
};

function readAsked(words: readonly string[]): Asked | Refused {
  let given: ReturnType<typeof parseArgs<{ options: typeof options }>>['values'];
  try {
    given = parseArgs({ args: [...words], options }).values;
  } catch (error) {
    return { code: exitCodes.usage, sentence: `${error instanceof Error ? error.message : String(error)}\n${usage}` };
  }
  const { minutes, weights, p, within } = given;
  if (minutes === undefined || weights === undefined || p === undefined || given.objective === undefined)
    return { code: exitCodes.usage, sentence: usage };
  const objective: SiteObjective | undefined = siteObjectives.find((known) => known === given.objective);
  if (!objective) return bad(`There is no objective «${given.objective}». Known: ${siteObjectives.join(', ')}.`);
  if (objective === 'coverage' && within === undefined)
    return { code: exitCodes.usage, sentence: `--within is missing: coverage needs it.\n${usage}` };
  const [, from = '', to = from] = /^(\d+)(?:-(\d+))?$/.exec(p) ?? [];
  const [open, upTo] = [numberIn(from), numberIn(to)];
  if (!(open >= 1 && open <= upTo)) return bad(`--p must be a whole number, 1 or more, and «${p}» is given.`);
  const further = readFurther(given);
  if ('sentence' in further) return bad(further.sentence);
  for (const name of ['within', 'min-volume', 'capacity', 'time-limit'] as const) {
    const text = given[name];
    if (text !== undefined && !(numberIn(text) >= 0)) return bad(`--${name} must be a number, 0 or more, and «${text}» is given.`);
  }
  const least = numberIn(given['min-volume'] ?? '0');
  const most = given.capacity === undefined ? Infinity : numberIn(given.capacity);
  if (least > most) return bad(`--min-volume ${least} is more than --capacity ${most}.`);
  return {
    open,
    upTo,
    further,
    objective,
    within: within === undefined ? 0 : numberIn(within),
    volume: { least, most },
    seconds: numberIn(given['time-limit'] ?? String(usualSeconds)),
    json: given.json === true,
    files: [minutes, weights],
  };
}

function bad(sentence: string): Refused {
  return { code: exitCodes.badInput, sentence };
}

/** NaN when it is not a plain finite number. */
function numberIn(text: string): number {
  const value = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text.trim()) ? Number(text) : NaN;
  return Number.isFinite(value) ? value : NaN;
}

type Tables = Pick<SeveralAsked, 'minutes' | 'estimates' | 'ids' | 'names'>;

function tablesOf(minutes: TableFile, weights: TableFile): Tables | FileProblem {
  const [idColumn, ...siteColumns] = minutes.header;
  if (idColumn?.text !== 'id') return problemAt(minutes.file, idColumn ?? nowhere, 'the first column must be called id.');
  if (siteColumns.length === 0) return problemAt(minutes.file, idColumn, 'there must be a column for each site.');
  const unnamed = siteColumns.find(({ text }) => text === '');
  if (unnamed) return problemAt(minutes.file, unnamed, 'the site has no name.');
  const [idOfWeight, ...weightColumns] = weights.header;
  if (idOfWeight?.text !== 'id' || weightColumns.length === 0 || (weightColumns.length === 1 && weightColumns[0]?.text !== 'weight'))
    return problemAt(weights.file, idOfWeight ?? nowhere, 'the columns must be id and weight.');
  const twiceNamed = repeated(weightColumns);
  if (twiceNamed) return problemAt(weights.file, twiceNamed, `${twiceNamed.text} stands there twice.`);
  const twice = repeated(siteColumns) ?? repeated(minutes.rows.flatMap((row) => row.slice(0, 1)));
  if (twice) return problemAt(minutes.file, twice, `${twice.text} stands there twice.`);
  const twiceWeighed = repeated(weights.rows.flatMap((row) => row.slice(0, 1)));
  if (twiceWeighed) return problemAt(weights.file, twiceWeighed, `${twiceWeighed.text} stands there twice.`);
  if (minutes.rows.length === 0) return problemAt(minutes.file, idColumn, 'there is no line below the header.');

  const ids = minutes.rows.map(([id]) => id?.text ?? '');
  const weightsOf = new Map<string, readonly number[]>();
  for (const [id = nowhere, ...cells] of weights.rows) {
    if (!ids.includes(id.text)) return problemAt(weights.file, id, `«${id.text}» does not stand in ${minutes.file}.`);
    const wrong = cells.find(({ text }) => !(numberIn(text) >= 0));
    if (wrong) return problemAt(weights.file, wrong, `a weight must be a number, 0 or more, and «${wrong.text}» is given.`);
    weightsOf.set(
      id.text,
      cells.map(({ text }) => numberIn(text)),
    );
  }
  const table: number[][] = [];
  for (const [id = nowhere, ...cells] of minutes.rows) {
    if (!weightsOf.has(id.text)) return problemAt(minutes.file, id, `«${id.text}» has no weight in ${weights.file}.`);
    const wrong = cells.find(({ text }) => !(numberIn(text) >= 0));
    if (wrong) return problemAt(minutes.file, wrong, `minutes must be a number, 0 or more, and «${wrong.text}» is given.`);
    table.push(cells.map(({ text }) => numberIn(text)));
  }
  const estimates = weightColumns.map(({ text }, column) => ({
    name: text,
    weights: ids.map((id) => weightsOf.get(id)?.[column] ?? 0),
  }));
  return { ids, names: siteColumns.map(({ text }) => text), minutes: table, estimates };
}

const nowhere: Cell = { text: '', line: 1, column: 1 };

function repeated(cells: readonly Cell[]): Cell | undefined {
  const seen = new Set<string>();
  return cells.find(({ text }) => seen.size === seen.add(text).size);
}

type Out = {
  readonly status: 'optimal' | 'not-proven' | 'infeasible';
  readonly open: readonly string[];
  readonly objective: number | null;
  readonly total: number | null;
  readonly assignment: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** For «infeasible»: that it is proven. */
  readonly optimal: boolean;
};

function outOf(answer: SiteAnswer, ids: readonly string[], names: readonly string[]): Out {
  if (answer.outcome === 'infeasible')
    return { status: 'infeasible', open: [], objective: null, total: null, assignment: {}, optimal: true };
  const { open, objective, total, assignment, optimal } = answer;
  const named = (site: number): string => names[site] ?? '';
  return {
    status: optimal ? 'optimal' : 'not-proven',
    open: open.map(named),
    objective: Number.isFinite(objective) ? objective : null,
    total,
    assignment: Object.fromEntries(
      assignment.map((parts, row) => [ids[row] ?? '', Object.fromEntries(parts.map(({ site, share }) => [named(site), share]))]),
    ),
    optimal,
  };
}

function whyInfeasible(reason: 'least-volume' | 'capacity'): string {
  switch (reason) {
    case 'least-volume':
      return 'Infeasible: the weights are too small for so many sites to have the least volume each.';
    case 'capacity':
      return 'Infeasible: the weights are more than so many sites can hold together.';
  }
}

function asLines({ status, open, objective, total }: Out): string {
  return `${status}\nopen       ${open.join(' ')}\nobjective  ${objective}\ntotal      ${total}\n`;
}
