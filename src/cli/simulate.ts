/** `samlob simulate SCENARIO.json`: a scenario simulated on all cores. The same seed gives the same digits on any number of them. */
import { basename } from 'node:path';
import { simulateOnAllCores } from '../compute/simulate.ts';
import { pulled } from '../domain/planning/lab/check-basis.ts';
import { rowShape } from '../domain/planning/simulation/replication-row.ts';
import { type Effort, type Simulated, simulationEdition } from '../domain/planning/simulation/run.ts';
import type { Scenario } from '../domain/planning/simulation/scenario.ts';
import { type AnswerForm, readForm } from './answer-form.ts';
import { layers, type NamedScenario, numbersOfDraw, tornado } from './assumptions.ts';
import { type Command, type ExitCode, exitCodes } from './command.ts';
import { danishCsv } from '../reports/danish-csv.ts';
import { answerProposals, type AnswersAsked, readAnswersAsked, unknownPosition } from './proposal-answers.ts';
import { readScenarioFile } from './scenario-file.ts';
import { type OptionValues, readWords } from './words.ts';

export const usage = [
  'samlob simulate SCENARIO.json [--seed N] [--replications N] [--precision SHARE [--measure NAME]] [--threads N] [--json|--format csv|json]',
  'samlob simulate SCENARIO.json --tornado | --layers DRAWS [--seed N] [--replications N] [--threads N] [--json|--format csv|json]',
  '  each assumption that has a range pulled alone; or all of them drawn over their ranges, what they do and what chance does apart',
  'samlob simulate PROPOSAL.json… --estimates 6-8,16-30,80-100 [--seed N] [--replications N] [--threads N] [--json]',
  '  each proposal under each estimate of need, in sentences; also a position of the documents: --position NAME [--places N]',
  'The scenario is described in docs/scenario.schema.json.',
].join('\n');

const options = {
  seed: { type: 'string' },
  replications: { type: 'string' },
  precision: { type: 'string' },
  measure: { type: 'string' },
  threads: { type: 'string' },
  estimates: { type: 'string' },
  position: { type: 'string', multiple: true },
  places: { type: 'string' },
  json: { type: 'boolean' },
  format: { type: 'string' },
  tornado: { type: 'boolean' },
  layers: { type: 'string' },
} as const;

const usual = { seed: 1, replications: 10_000, replicationsOfTable: 1_000, replicationsOfLayer: 200, measure: 'share-admitted' };
/** Numbers that are kept of all replications: 400 megabytes. */
const mostNumbers = 50_000_000;

type Refused = { readonly code: ExitCode; readonly sentence: string };
type Asked = {
  readonly files: readonly string[];
  readonly answers: AnswersAsked | null;
  readonly effort: Effort;
  readonly threads: number | null;
  readonly json: boolean;
  readonly form: AnswerForm;
  readonly tornado: boolean;
  /** Draws of the assumptions. */
  readonly layers: number | null;
};

export const simulate: Command = async (words, context) => {
  const asked = readAsked(words);
  if ('sentence' in asked) {
    context.say(asked.sentence);
    return asked.code;
  }
  if (asked.answers) return answerProposals(asked.answers, asked.files, asked, context);
  const scenario = await readScenarioFile(asked.files[0] ?? '', context);
  if (!scenario) return exitCodes.badInput;
  const named: NamedScenario = { scenario, name: scenario.title ?? basename(asked.files[0] ?? '') };
  const refused = tooMuch(scenario, asked);
  if (refused !== null) {
    context.say(refused);
    return exitCodes.badInput;
  }

  if (asked.tornado || asked.layers !== null) {
    const { seed, replications } = asked.effort;
    if (pulled(scenario).length === 0) {
      context.say(
        `${asked.files[0]}: no assumption has a range: give basis, such as {"accepts": {"source": "assumption", "range": [0.5, 0.9]}}.`,
      );
      return exitCodes.badInput;
    }
    const effort = { seed, replications, threads: asked.threads };
    context.write(asked.layers === null ? await tornado(named, effort, asked.form) : await layers(named, asked.layers, effort, asked.form));
    return exitCodes.done;
  }

  const shown = process.stderr.isTTY;
  const answer = await simulateOnAllCores(
    scenario,
    asked.effort,
    (done, total) => {
      if (shown) process.stderr.write(`\r${done} of ${total}`);
      return 'go on';
    },
    asked.threads === null ? {} : { threads: asked.threads },
  );
  if (shown) process.stderr.write('\r\u001b[K');
  const { measure } = asked.effort.precision ?? {};
  if (measure !== undefined && !answer.measures.some(({ name, site }) => name === measure && site === null)) {
    const known = answer.measures.flatMap(({ name, site }) => (site === null ? [name] : []));
    context.say(`There is no measure “${measure}” of the whole. Known: ${known.join(', ')}.`);
    return exitCodes.badInput;
  }
  if (measure !== undefined && answer.ended === 'all-done') context.say(`The precision of ${measure} was not reached.`);
  context.write(
    asked.form === 'json'
      ? `${JSON.stringify({ edition: simulationEdition, seed: answer.seed, replications: answer.replications, measures: answer.measures })}\n`
      : asked.form === 'csv'
        ? asCsv(named.name, answer)
        : asLines(answer),
  );
  return exitCodes.done;
};

function readAsked(words: readonly string[]): Asked | Refused {
  const read = readWords(words, { options, needed: [], usage });
  if (typeof read === 'string') return { code: exitCodes.usage, sentence: read };
  const { values: given, others: files } = read;
  const together = wrongTogether(given, files);
  if (together !== null) return { code: exitCodes.usage, sentence: `${together}\n${usage}` };
  const isTable = given.estimates !== undefined;
  const positions = given.position ?? [];
  const unknown = unknownPosition(positions);
  if (unknown !== null) return { code: exitCodes.usage, sentence: `${unknown}\n${usage}` };
  const isPulled = given.tornado === true || given.layers !== undefined;
  const form = readForm(given, usage);
  if (typeof form !== 'string') return form;
  if (isTable && form === 'csv') return bad('--format csv is for one scenario; with --estimates there is --json.');
  // One replication has no interval, and no layer of chance.
  const fewest = isPulled ? 2 : 1;
  const limits = { layers: [2, 1_000], seed: [0, 0xffffffff], replications: [fewest, 1_000_000], threads: [1, 256] } as const;
  for (const name of ['seed', 'replications', 'threads', 'layers'] as const) {
    const text = given[name];
    const [least, most] = limits[name];
    if (text !== undefined && !(/^\d+$/.test(text) && Number(text) >= least && Number(text) <= most))
      return bad(`--${name} must be a whole number from ${least} to ${most}, and “${text}” is given.`);
  }
  const relative = Number(given.precision ?? '1');
  if (!/^[\d.e+-]+$/i.test(given.precision ?? '1') || !(relative > 0 && relative <= 1))
    return bad(`--precision must be a share above 0 and up to 1, and “${given.precision}” is given.`);
  const answers = isTable ? readAnswersAsked(given.estimates ?? '', positions, given.places) : null;
  if (typeof answers === 'string') return bad(answers);
  return {
    files,
    answers,
    effort: {
      seed: Number(given.seed ?? usual.seed),
      replications: Number(
        given.replications ??
          (given.layers !== undefined ? usual.replicationsOfLayer : isTable || isPulled ? usual.replicationsOfTable : usual.replications),
      ),
      precision: given.precision === undefined ? null : { measure: given.measure ?? usual.measure, relative },
    },
    threads: given.threads === undefined ? null : Number(given.threads),
    json: form === 'json',
    form,
    tornado: given.tornado === true,
    layers: given.layers === undefined ? null : Number(given.layers),
  };
}

/** What cannot be asked together, or is missing; null when nothing is. */
function wrongTogether(given: OptionValues<typeof options>, files: readonly string[]): string | null {
  const isPulled = given.tornado === true || given.layers !== undefined;
  if (given.tornado === true && given.layers !== undefined) return '--tornado and --layers are two questions.';
  if (isPulled && (given.estimates !== undefined || given.precision !== undefined))
    return '--tornado and --layers are not asked with --estimates or --precision.';
  if (given.measure !== undefined && given.precision === undefined) return '--measure wants --precision.';
  if (given.estimates !== undefined) {
    if (given.precision !== undefined) return '--precision is for one scenario, and not for --estimates.';
    return files.length === 0 && given.position === undefined ? 'No proposal is named: give a file, or --position.' : null;
  }
  if (given.position !== undefined || given.places !== undefined) return '--position and --places want --estimates.';
  const [file, further] = files;
  if (file === undefined) return 'No scenario is named.';
  return further === undefined ? null : `One scenario is simulated at a time, unless --estimates are given: “${further}” is one too many.`;
}

function bad(sentence: string): Refused {
  return { code: exitCodes.badInput, sentence };
}

/** Null where there is room for it; the sentence where there is not. */
function tooMuch({ sites, years }: Scenario, { effort: { replications }, layers: draws }: Asked): string | null {
  const most = Math.floor(mostNumbers / rowShape(sites.length, years).length);
  if (replications > most)
    return `--replications ${replications} is more than the ${most} that there is room for with so many sites and years.`;
  const mostTogether = Math.floor(mostNumbers / numbersOfDraw);
  return draws === null || draws * replications <= mostTogether
    ? null
    : `--layers ${draws} with --replications ${replications} is ${draws * replications} replications together, more than the ${mostTogether} that there is room for.`;
}

function asCsv(name: string, { seed, replications, measures }: Simulated): string {
  return danishCsv(
    Object.entries({
      scenario: name,
      edition: simulationEdition,
      seed,
      replications,
      interval: '95 % around the mean, given so many replications',
    }),
    ['measure', 'site', 'mean', 'low', 'high', 'p5', 'p25', 'p50', 'p75', 'p95'],
    measures.map(({ name, site, mean, interval, quantiles }) => [
      name,
      site,
      mean,
      interval?.[0],
      interval?.[1],
      ...(quantiles ?? Array.from({ length: 5 }, () => null)),
    ]),
  );
}

function asLines({ seed, replications, measures }: Simulated): string {
  const shown = (value: number | null | undefined): string =>
    value === null || value === undefined || !Number.isFinite(value) ? '-' : String(Number(value.toPrecision(5)));
  const rows = measures.map(({ name, site, mean, interval, quantiles }) => [
    name,
    site ?? '',
    shown(mean),
    `${shown(interval?.[0])} to ${shown(interval?.[1])}`,
    (quantiles ?? []).map(shown).join(' '),
  ]);
  const head = ['measure', 'site', 'mean', '95 % interval', '5 25 50 75 95 %'];
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0)));
  const lines = [head, ...rows].map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  return `seed ${seed}, ${replications} replications\n${lines.join('\n')}\n`;
}
