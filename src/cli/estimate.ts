/** `samlob estimate FILE.csv --method …`: the hidden number from overlapping lists, with its spread and what may be concluded. */
import { readFile } from 'node:fs/promises';
import type { EstimateReport } from '../domain/estimation/estimate-report.ts';
import { type EstimateMethod, estimateMethods, type EstimateRequest, mostPriorCount } from '../domain/estimation/estimate-request.ts';
import { estimateFrom, estimateFromFrequencies } from '../domain/estimation/estimates.ts';
import { readFrequencies } from '../domain/estimation/frequency-table.ts';
import { namesOfMissing, readOverlapTable } from '../domain/estimation/overlap-table.ts';
import { remarkText } from '../domain/estimation/remark.ts';
import { reportInWords, type WordedReport } from '../domain/estimation/report-words.ts';
import type { TableProblem } from '../domain/estimation/table-problem.ts';
import { type Command, type CommandContext, type ExitCode, exitCodes } from './command.ts';
import { fileFault } from './file-fault.ts';
import { readFileAndOptions } from './words.ts';

export const usage = `samlob estimate FILE.csv --method two-list|loglinear|sparse|dga|coverage|all [--json] [--models] [--data overlaps|frequencies]
  [--bootstrap N] [--p 0.02] [--delta 2^-3] [--grid 10n] [--prior 1/N] [--seed N]
Without --grid graphs are averaged up to ten times those seen, and beyond where that cuts something off.
FILE.csv has a column of 0 and 1 for each list, then count: 7, 1-4 or 0-25. A combination without a line is 0. With --data frequencies it has times,count.`;

/** Chance begins here when no seed is given: an analysis is always repeated to the same digits. */
const usualSeed = 1;

const options = {
  method: { type: 'string' },
  data: { type: 'string' },
  p: { type: 'string' },
  delta: { type: 'string' },
  grid: { type: 'string' },
  prior: { type: 'string' },
  seed: { type: 'string' },
  bootstrap: { type: 'string' },
  models: { type: 'boolean' },
  json: { type: 'boolean' },
} as const;

type Wanted = {
  readonly file: string;
  readonly frequencies: boolean;
  readonly all: boolean;
  readonly json: boolean;
  readonly request: EstimateRequest;
};

export const estimate: Command = async (words, context) => {
  const wanted = readWords(words);
  if (typeof wanted === 'string') {
    context.say(wanted);
    return exitCodes.usage;
  }
  const { file, all, json, request } = wanted;
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(await readFile(file));
  } catch (error) {
    context.say(`${file}: ${fileFault(error)}.`);
    return exitCodes.badInput;
  }
  const answer = analyse(text, wanted, (sentence) => context.say(`${file}: ${sentence}`));
  if ('problems' in answer) {
    for (const { line, column, sentence } of answer.problems) context.say(`${file}:${line}:${column}: ${sentence}`);
    return exitCodes.badInput;
  }
  const { leftOut } = answer;
  for (const { reason } of all ? [] : leftOut) context.say(remarkText(reason));
  if (!all && leftOut.length > 0) return exitCodes.usage;
  if (request.models && answer.models?.length === 0) {
    context.say('No models can be listed for this table: give --method loglinear.');
    return exitCodes.usage;
  }
  return print(reportInWords(answer), json, context);
};

/** A file that cannot be read, with all that is wrong with it. */
type Unread = { readonly problems: readonly TableProblem[] };

/** `remark` is told which combinations the file leaves out, as published tables do with those of nobody. */
function analyse(text: string, { frequencies, request }: Wanted, remark: (sentence: string) => void): EstimateReport | Unread {
  if (frequencies) {
    const read = readFrequencies(text);
    return read.outcome === 'read' ? estimateFromFrequencies(read.frequencies) : { problems: [read.problem] };
  }
  const read = readOverlapTable(text);
  if (read.outcome === 'refused') return { problems: read.problems };
  const { table, notGiven } = read;
  if (notGiven.length > 0) {
    const { names, more } = namesOfMissing(table.lists, notGiven);
    const further = more > 0 ? ` and ${more} more` : '';
    remark(`no line is given for ${names.join(', ')}${further}; counted as 0. Write an interval such as 0-4 if the count is not known.`);
  }
  return estimateFrom(table, request);
}

function print(report: WordedReport, json: boolean, context: CommandContext): ExitCode {
  if (json) {
    // What is not finite has no number in JSON: it is null.
    context.write(
      `${JSON.stringify(report, (_, value: unknown) => (typeof value === 'number' && !Number.isFinite(value) ? null : value), 2)}\n`,
    );
    return exitCodes.done;
  }
  const shown = (value: number | null): string => (value === null ? '–' : value.toFixed(1));
  const lines = report.methods.map(({ method, model, estimate: value, interval: [low, high], status, warnings }) => {
    const numbers = `${shown(value).padStart(12)}   ${shown(low)} to ${shown(high)}`;
    return [`${method.padEnd(20)}${(model ?? '').padEnd(28)}${numbers}   ${status}`, ...warnings.map((warning) => `    ${warning}`)].join(
      '\n',
    );
  });
  const models = (report.models ?? []).map(
    (fit) => `${fit.model.padEnd(40)}${shown(fit.estimate).padStart(12)}  AIC ${shown(fit.aic)}  BIC ${shown(fit.bic)}  ${fit.status}`,
  );
  const leftOut = report.leftOut.map(({ method, reason }) => `Left out: ${method}. ${reason}`);
  const observed = typeof report.observed === 'number' ? String(report.observed) : report.observed.join(' to ');
  context.write(`${[`Seen: ${observed}`, ...lines, ...models, ...leftOut, '', report.conclusion.text].join('\n')}\n`);
  return exitCodes.done;
}

/** What was asked for, or the sentence that says what is wrong with it. */
function readWords(words: readonly string[]): Wanted | string {
  const read = readFileAndOptions(words, { options, needed: ['method'], usage });
  if (typeof read === 'string') return read;
  const { file, values } = read;
  const { method = '' } = values;
  const methods = methodsNamed(method);
  if (!methods) return `There is no method “${method}”.\n${usage}`;
  const replicates = values.bootstrap === undefined ? null : /^[1-9]\d{0,5}$/.test(values.bootstrap) ? Number(values.bootstrap) : 0;
  if (replicates === 0) return `--bootstrap is a whole number from 1 to 999999, not “${values.bootstrap}”.`;
  if (replicates !== null && !methods.some((one) => one === 'loglinear' || one === 'sparse' || one === 'coverage'))
    return `--bootstrap goes with --method loglinear, sparse, coverage or all, not ${method}.`;
  const data = values.data ?? 'overlaps';
  if (data !== 'overlaps' && data !== 'frequencies') return `--data is overlaps or frequencies, not “${data}”.`;
  if (data === 'frequencies' && !methods.includes('coverage')) return `${method} needs the lists; frequencies go with --method coverage.`;
  if (data === 'frequencies' && replicates !== null) return '--bootstrap needs the lists; frequencies have none.';
  if (data === 'frequencies' && values.models) return '--models needs the lists; frequencies have none.';
  if ((values.prior ?? '1/N') !== '1/N') return `--prior “${values.prior}” is not built yet; 1/N is.`;
  if (values.seed !== undefined && !Number.isSafeInteger(/^\d+$/.test(values.seed) ? Number(values.seed) : null))
    return `--seed is a whole number, not “${values.seed}”.`;
  const p = values.p === undefined ? 0.02 : amount(values.p);
  if (p === null || p <= 0 || p > 1) return `--p is a probability above 0, not “${values.p}”.`;
  const delta = values.delta === undefined || values.delta === '2^-k' ? null : amount(values.delta);
  if (values.delta !== undefined && values.delta !== '2^-k' && (delta === null || delta <= 0 || delta > mostPriorCount)) {
    return `--delta is a number above 0 and at most ${mostPriorCount}, such as 0.125 or 2^-3, not “${values.delta}”.`;
  }
  const [, size, ofSeen] = /^([1-9]\d*)(n?)$/.exec(values.grid ?? '') ?? [];
  if (values.grid !== undefined && size === undefined)
    return `--grid is a whole number such as 5000, or a multiple of those seen such as 10n, not “${values.grid}”.`;
  const grid = size === undefined ? null : ofSeen === 'n' ? { timesSeen: Number(size) } : Number(size);
  return {
    file,
    frequencies: data === 'frequencies',
    all: method === 'all',
    json: values.json ?? false,
    request: {
      methods,
      p,
      delta,
      grid,
      models: values.models ?? false,
      bootstrap: replicates === null ? null : { replicates, seed: Number(values.seed ?? usualSeed) },
    },
  };
}

function methodsNamed(name: string): readonly EstimateMethod[] | null {
  if (name === 'all') return estimateMethods;
  const method = estimateMethods.find((known) => known === name);
  return method ? [method] : null;
}

/** A decimal number, or a power such as `2^-5`; null where it is none or has no end. */
function amount(text: string): number | null {
  const power = /^(\d+)\^(-?\d+)$/.exec(text);
  const value = power ? Number(power[1]) ** Number(power[2]) : /^\d*\.?\d+(e-?\d+)?$/i.test(text) ? Number(text) : null;
  return Number.isFinite(value) ? value : null;
}
