/** `samlob sites`: the best set of sites for a table of minutes and the weight of each place of residence. */
import { chooseNumberOfSites, chooseSites } from '../domain/planning/sites/choose-sites.ts';
import { type SiteAnswer, type SiteObjective, siteObjectives, type SiteProblem } from '../domain/planning/sites/site-problem.ts';
import { type Command, type ExitCode, exitCodes } from './command.ts';
import { answerBest } from './sites-best.ts';
import { answerChange, answerRegret, type Further, readFurther, type SeveralAsked, wrongTogether } from './sites-several.ts';
import { numberIn, siteTables, siteTerms } from './site-tables.ts';
import { readTableFile } from './table-file.ts';
import { readOptions } from './words.ts';

export const usage = [
  'samlob sites --minutes M.csv --weights W.csv --p N --objective median|coverage|centre|cost [--within MIN] [--min-volume V] [--capacity C] [--time-limit S] [--json]',
  '  [--sites S.csv] with the columns site and any of fixed, min-volume, capacity: what holds for each site of its own. --objective cost is the least of',
  '  what opening costs and the way, at [--minute-price A] a minute and unit of weight; with --p N-M it also says how many sites',
  '  [--best K [--scenario S.json [--replications N] [--seed N]]]   the K best sets, simulated anew with the same women',
  '  [--change SHARE]                                              what changes when every travel time may be so much wrong',
  '  With a column for each estimate of need in W.csv, and --p N or N-M: the least regret. [--chances A,B,…]',
].join('\n');

const options = {
  minutes: { type: 'string' },
  weights: { type: 'string' },
  sites: { type: 'string' },
  'minute-price': { type: 'string' },
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
type Asked = Omit<SiteProblem, 'minutes' | 'weights' | 'own'> & {
  /** The table of what holds for each site. */
  readonly ownFile: string | null;
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
  const tables = 'problem' in minutesFile ? minutesFile : 'problem' in weightsFile ? weightsFile : siteTables(minutesFile, weightsFile);
  if ('problem' in tables) {
    context.say(tables.problem);
    return exitCodes.badInput;
  }
  const { ids, names, minutes, estimates } = tables;
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

  const ownFile = asked.ownFile === null ? null : await readTableFile(asked.ownFile);
  const own = ownFile === null ? null : 'problem' in ownFile ? ownFile : siteTerms(ownFile, names, asked.volume);
  if (own && 'problem' in own) {
    context.say(own.problem);
    return exitCodes.badInput;
  }

  const until = performance.now() + asked.seconds * 1000;
  const goOn = (): boolean => performance.now() < until;
  const { objective } = asked;
  if (objective !== 'cost') {
    const several: SeveralAsked = { ...asked, objective, ids, names, minutes, estimates };
    if (estimates.length > 1) return answerRegret(several, { ...context, goOn });
    if (asked.further.best !== null) return answerBest(several, context);
    if (asked.further.change !== null) return answerChange(several, context);
  }
  const problem: SiteProblem = { ...asked, minutes, weights, ...(own ? { own } : {}) };
  const answer = objective === 'cost' ? chooseNumberOfSites(problem, asked.upTo, goOn) : chooseSites(problem, goOn);
  const past = answer.outcome === 'chosen' ? pastNearest(answer, minutes, weights) : 0;
  const out = { ...outOf(answer, ids, names), ...(past > 0 ? { pastNearest: past } : {}) };
  if (answer.outcome === 'not-found')
    context.say(`No set that keeps the volumes was found within ${asked.seconds} seconds, and it is not proven that there is none.`);
  else if (answer.outcome === 'infeasible') context.say(whyInfeasible(answer.reason));
  else if (!answer.optimal) context.say(`Not proven to be the best after ${asked.seconds} seconds.`);
  context.write(asked.json ? `${JSON.stringify(out)}\n` : asLines(out));
  return exitCodes.done;
};

function readAsked(words: readonly string[]): Asked | Refused {
  const read = readOptions(words, { options, needed: ['minutes', 'weights', 'p', 'objective'], usage });
  if (typeof read === 'string') return { code: exitCodes.usage, sentence: read };
  const { values: given } = read;
  const { minutes = '', weights = '', p = '', within } = given;
  const objective: SiteObjective | undefined = siteObjectives.find((known) => known === given.objective);
  if (!objective)
    return {
      code: exitCodes.usage,
      sentence: `There is no objective “${given.objective}”. Known: ${siteObjectives.join(', ')}.\n${usage}`,
    };
  if (objective === 'coverage' && within === undefined)
    return { code: exitCodes.usage, sentence: `--within is missing: coverage needs it.\n${usage}` };
  const [, from = '', to = from] = /^(\d+)(?:-(\d+))?$/.exec(p) ?? [];
  const [open, upTo] = [numberIn(from), numberIn(to)];
  if (!(open >= 1 && open <= upTo)) return bad(`--p must be a whole number, 1 or more, and “${p}” is given.`);
  const further = readFurther(given);
  if ('sentence' in further) return bad(further.sentence);
  for (const name of ['within', 'min-volume', 'capacity', 'time-limit', 'minute-price'] as const) {
    const text = given[name];
    if (text !== undefined && !(numberIn(text) >= 0)) return bad(`--${name} must be a number from 0 to 10¹², and “${text}” is given.`);
  }
  const costOnly = given['minute-price'] !== undefined && objective !== 'cost';
  if (costOnly) return bad('--minute-price wants --objective cost.');
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
    ownFile: given.sites ?? null,
    ...(given['minute-price'] === undefined ? {} : { minutePrice: numberIn(given['minute-price']) }),
  };
}

function bad(sentence: string): Refused {
  return { code: exitCodes.badInput, sentence };
}

type Out = {
  readonly status: 'optimal' | 'not-proven' | 'infeasible' | 'not-found';
  readonly open: readonly string[];
  readonly objective: number | null;
  readonly total: number | null;
  readonly assignment: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** For «infeasible»: that it is proven. */
  readonly optimal: boolean;
  /** The share of the weight that goes to another open site than the nearest, because of the volumes; left out where none does. */
  readonly pastNearest?: number;
};

function outOf(answer: SiteAnswer, ids: readonly string[], names: readonly string[]): Out {
  if (answer.outcome !== 'chosen')
    return { status: answer.outcome, open: [], objective: null, total: null, assignment: {}, optimal: answer.outcome === 'infeasible' };
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

function whyInfeasible(reason: 'least-volume' | 'capacity' | 'volumes'): string {
  switch (reason) {
    case 'least-volume':
      return 'Infeasible: the weights are too small for so many sites to have the least volume each.';
    case 'capacity':
      return 'Infeasible: the weights are more than so many sites can hold together.';
    case 'volumes':
      return 'Infeasible: no set of so many sites keeps the least volumes and the capacities of its sites.';
  }
}

/** The share of the weight that goes to a site that is further away than the nearest open one: a volume that a site must have, or can hold, sends it there. */
function pastNearest(
  { open, assignment }: Pick<Extract<SiteAnswer, { outcome: 'chosen' }>, 'open' | 'assignment'>,
  minutes: readonly (readonly number[])[],
  weights: readonly number[],
): number {
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const past = assignment.map((parts, row) => {
    const way = (site: number): number => minutes[row]?.[site] ?? 0;
    const nearest = Math.min(...open.map(way));
    return (weights[row] ?? 0) * parts.reduce((sum, { site, share }) => sum + (way(site) > nearest ? share : 0), 0);
  });
  return whole === 0 ? 0 : past.reduce((sum, weight) => sum + weight, 0) / whole;
}

function asLines({ status, open, objective, total, pastNearest: past = 0 }: Out): string {
  const further =
    past > 0 ? `${(100 * past).toFixed(1)} % of the weight goes past its nearest open site, so that the volumes are kept.\n` : '';
  return `${status}\nopen       ${open.join(' ')}\nobjective  ${objective}\ntotal      ${total}\n${further}`;
}
