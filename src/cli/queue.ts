/** `samlob queue MODEL --…`: the exact measures of a queue. Rates are per unit of time of your own choice; times come in that unit. */
import type { OverflowStream } from '../domain/planning/queues/overflow.ts';
import type { Patience } from '../domain/planning/queues/patience.ts';
import { problemWith, type Quantity, type QuantityProblem } from '../domain/planning/queues/quantities.ts';
import { type Answer, type Model, models, type Numbers, type Texts, type Wrong } from './queue-models.ts';
import { type Command, exitCodes } from './command.ts';
import { type KnownOptions, readOptions } from './words.ts';

/** How each text is written. Sites are numbered from 1; a stream is a rate and the sites that its women try, in order. */
const formOfText: Readonly<Record<keyof Texts, string>> = {
  patience: 'exp:RATE|det:TIME|uniform:FROM,TO',
  places: 'N,N,…',
  streams: 'RATE:SITE,SITE,…;RATE:SITE,…',
};

export const usage = [
  'samlob queue MODEL --… [--json], where MODEL is one of',
  ...Object.entries(models).map(
    ([name, { needs, may, texts }]) =>
      `  ${name.padEnd(10)}${needs.map((need) => ` --${need} N`).join('')}${may.map((more) => ` [--${more} N]`).join('')}${texts.map((text) => ` --${text} ${formOfText[text]}`).join('')}`,
  ),
  'Sites count from 1: with --places 3,2 site 1 has 3 places and site 2 has 2, and --streams 5:1,2;9:2 are 5 who come to site 1 and then to site 2, and 9 who come to site 2 alone.',
].join('\n');

export const queue: Command = (words, context) => {
  const [name = '', ...rest] = words;
  const model = Object.hasOwn(models, name) ? models[name] : undefined;
  const unknown = name === '' ? 'No queue is named.' : `There is no queue “${name}”.`;
  const given = model ? optionsOf(model, rest) : `${unknown}\n${usage}`;
  if (!model || typeof given === 'string') {
    context.say(typeof given === 'string' ? given : usage);
    return Promise.resolve(exitCodes.usage);
  }
  const numbers = numbersOf(model, given);
  const texts = textsOf(model, given);
  const wrong = 'sentence' in numbers ? numbers : texts;
  const answer = 'sentence' in numbers || 'sentence' in texts ? wrong : model.answer({ ...nothing, ...numbers }, texts, numbers);
  if (!('measures' in answer)) {
    context.say('sentence' in answer ? answer.sentence : usage);
    return Promise.resolve(exitCodes.badInput);
  }
  if (answer.remark !== undefined) context.say(answer.remark);
  context.write(given.json === undefined ? asLines(answer) : `${JSON.stringify(answer.measures)}\n`);
  return Promise.resolve(exitCodes.done);
};

type Given = Readonly<Record<string, string | undefined>>;

/** The options as they were typed; a missing or unknown one is a question of usage. */
function optionsOf({ needs, may, texts }: Model, words: readonly string[]): Given | string {
  const options: KnownOptions = {
    json: { type: 'boolean' },
    ...Object.fromEntries([...needs, ...may, ...texts].map((option) => [option, { type: 'string' }] as const)),
  };
  const read = readOptions(words, { options, needed: [...needs, ...texts], usage });
  return typeof read === 'string' ? read : read.values;
}

/** Where nothing is said it is 0. */
const nothing: Readonly<Record<Quantity, number>> = {
  load: 0,
  lambda: 0,
  mu: 0,
  theta: 0,
  alpha: 0,
  servers: 0,
  waiting: 0,
  start: 0,
  t: 0,
  flexible: 0,
  'open-waiting': 0,
  'open-free': 0,
  'close-free': 0,
  delta: 0,
  mean: 0,
  demand: 0,
  probability: 0,
  least: 0,
  years: 0,
  dispersion: 0,
};

function numbersOf({ needs, may }: Model, given: Given): Numbers | Wrong {
  const numbers: Partial<Record<Quantity, number>> = {};
  for (const quantity of [...needs, ...may]) {
    const text = given[quantity];
    if (text === undefined) continue;
    const value = numberIn(text);
    const problem = problemWith(quantity, value);
    if (problem) return { sentence: `--${quantity} ${sentenceFor(problem)}, and “${text}” is given.` };
    numbers[quantity] = value;
  }
  return numbers;
}

/** NaN when it is not a number. «12», «0.5», «1e6»; nothing else that JavaScript would take for one. */
function numberIn(text: string): number {
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) || /^[+-]?Infinity$/.test(text) ? Number(text) : NaN;
}

function sentenceFor(problem: QuantityProblem): string {
  switch (problem.reason) {
    case 'not-a-number':
      return 'must be a number';
    case 'not-whole':
      return 'must be a whole number';
    case 'too-small':
      return `must be ${problem.least} or more`;
    case 'too-large':
      return `must be ${problem.most} or less`;
  }
}

const endlessPatience: Patience = { kind: 'exponential', theta: 0 };

function textsOf({ texts }: Model, given: Given): Texts | Wrong {
  const has = (text: keyof Texts): boolean => texts.includes(text);
  const patience = has('patience') ? patienceOf(given['patience'] ?? '') : endlessPatience;
  if ('sentence' in patience) return patience;
  const places = has('places') ? wholeNumbersIn(given['places'] ?? '') : [];
  if (!places) return { sentence: `--places must be whole numbers such as 2,3,4, and “${given['places']}” is given.` };
  const streams = has('streams') ? streamsOf(given['streams'] ?? '', places.length) : [];
  return 'sentence' in streams ? streams : { patience, places, streams };
}

function wholeNumbersIn(text: string): readonly number[] | null {
  const numbers = text.split(',').map((value) => numberIn(value.trim()));
  return numbers.some((value) => problemWith('servers', value) !== null) ? null : numbers;
}

function streamsOf(text: string, sites: number): readonly OverflowStream[] | Wrong {
  const streams: OverflowStream[] = [];
  for (const part of text.split(';')) {
    const [before = '', after = ''] = part.split(/:(.*)/);
    const [rate, order] = [numberIn(before.trim()), wholeNumbersIn(after)];
    if (
      problemWith('lambda', rate) !== null ||
      !order ||
      order.some((site) => site < 1 || site > sites) ||
      new Set(order).size < order.length
    )
      return { sentence: `--streams must be such as “300:1,2;200:2”, with sites from 1 to ${sites}, each once, and “${part}” is given.` };
    streams.push({ rate, sites: order.map((site) => site - 1) });
  }
  return streams;
}

function patienceOf(text: string): Patience | Wrong {
  const [kind, values = ''] = text.split(/:(.*)/);
  const numbers = values.split(',').map((value) => numberIn(value.trim()));
  const [first = NaN, second = NaN] = numbers;
  const problem = numbers.map((value) => problemWith('theta', value)).find((found) => found !== null);
  const count = kind === 'exp' || kind === 'det' ? 1 : kind === 'uniform' ? 2 : 0;
  // «exp» alone is a form without its number: the form is what she needs to see.
  if (count === 0 || numbers.length !== count || values === '')
    return { sentence: `--patience must be exp:RATE, det:TIME or uniform:FROM,TO, and “${text}” is given.` };
  if (problem) return { sentence: `The numbers of --patience ${sentenceFor(problem)}, and “${text}” is given.` };
  if (kind === 'exp') return { kind: 'exponential', theta: first };
  if (kind === 'det') return { kind: 'deterministic', after: first };
  return first <= second ? { kind: 'uniform', from: first, to: second } : { sentence: `--patience ends before it begins: “${text}”.` };
}

/** What has no end is «null» here too, so that both forms say the same. */
function asLines({ measures }: Answer): string {
  const shown = (value: number): string => (Number.isFinite(value) ? String(value) : 'null');
  return Object.entries(measures)
    .map(([name, value]) => `${name.padEnd(12)}${typeof value === 'number' ? shown(value) : value.map(shown).join(' ')}\n`)
    .join('');
}
