/** `samlob queue MODEL --…`: the exact measures of a queue. Rates are per unit of time of your own choice; times come in that unit. */
import { parseArgs } from 'node:util';
import { erlangA } from '../domain/planning/queues/erlang-a.ts';
import { erlangB } from '../domain/planning/queues/erlang-b.ts';
import { erlangC } from '../domain/planning/queues/erlang-c.ts';
import { generalPatience, type PatienceMeasures } from '../domain/planning/queues/general-patience.ts';
import type { Patience } from '../domain/planning/queues/patience.ts';
import { problemWith, type Quantity, type QuantityProblem } from '../domain/planning/queues/quantities.ts';
import { openingServers } from '../domain/planning/queues/setup.ts';
import { fillingOffer } from '../domain/planning/queues/transient.ts';
import { type Command, exitCodes } from './command.ts';

/** What is wrong with the input, in one sentence. */
type Wrong = { readonly sentence: string };
/** The measures by name, in the order they are shown, and a remark for the person. */
type Answer = { readonly measures: Readonly<Record<string, number | readonly number[]>>; readonly remark?: string };
type Numbers = Readonly<Record<Quantity, number>>;

type Model = {
  readonly needs: readonly Quantity[];
  /** May be left out, and are then 0. */
  readonly may: readonly Quantity[];
  readonly patience: boolean;
  answer(numbers: Numbers, patience: Patience): Answer | Wrong;
};

const rates = ['lambda', 'mu', 'servers'] as const;
const endless = 'As many come as can be served, or more: the queue grows for ever, and what has no end is null.';

const models: Readonly<Record<string, Model>> = {
  'erlang-b': {
    needs: ['load', 'servers'],
    may: [],
    patience: false,
    answer: ({ load, servers }) => ({ measures: { blocking: erlangB(load, servers) } }),
  },
  'erlang-c': {
    needs: rates,
    may: [],
    patience: false,
    answer(numbers) {
      const { stable, pWait, Lq, Wq, L, W, p0 } = erlangC(numbers);
      return { measures: { pWait, Lq, Wq, L, W, p0 }, ...(stable ? {} : { remark: endless }) };
    },
  },
  'erlang-a': {
    needs: [...rates, 'theta'],
    may: [],
    patience: false,
    answer: (numbers) => withPatience(erlangA(numbers, numbers.theta)),
  },
  mmcg: { needs: rates, may: [], patience: true, answer: (numbers, patience) => withPatience(generalPatience(numbers, patience)) },
  transient: {
    needs: [...rates, 't'],
    may: ['start', 'waiting'],
    patience: false,
    answer(numbers) {
      const filled = fillingOffer(numbers);
      switch (filled.outcome) {
        case 'worked-out':
          return { measures: { mean: filled.mean, p: filled.p } };
        case 'start-above-room':
          return { sentence: `--start ${numbers.start} is more than there is room for: ${filled.room}.` };
        case 'too-much-work':
          return {
            sentence: `That is too large to be worked out step by step: ${filled.states} states and about ${filled.jumps.toPrecision(3)} events.`,
          };
      }
    },
  },
  setup: {
    needs: [...rates, 'alpha'],
    may: [],
    patience: false,
    answer(numbers) {
      const opened = openingServers(numbers);
      if (opened.outcome === 'too-many-servers')
        return { sentence: `--servers ${numbers.servers} is more than this method takes: at most ${opened.most}.` };
      const { stable, W, L, busy, setup } = opened;
      return { measures: { W, L, busy, setup }, ...(stable ? {} : { remark: endless }) };
    },
  },
};

const usage = [
  'samlob queue MODEL --… [--json], where MODEL is one of',
  ...Object.entries(models).map(
    ([name, { needs, may, patience }]) =>
      `  ${name.padEnd(10)}${needs.map((need) => ` --${need} N`).join('')}${may.map((more) => ` [--${more} N]`).join('')}${patience ? ' --patience exp:RATE|det:TIME|uniform:FROM,TO' : ''}`,
  ),
].join('\n');

export const queue: Command = (words, context) => {
  const [name = '', ...rest] = words;
  const model = Object.hasOwn(models, name) ? models[name] : undefined;
  const given = model ? optionsOf(model, rest) : { sentence: `There is no queue «${name}».` };
  if (!model || 'sentence' in given) {
    context.say('sentence' in given ? `${given.sentence}\n${usage}` : usage);
    return Promise.resolve(exitCodes.usage);
  }
  const numbers = numbersOf(model, given);
  const patience = model.patience ? patienceOf(given.patience ?? '') : endlessPatience;
  const wrong = 'sentence' in numbers ? numbers : 'sentence' in patience ? patience : null;
  const answer = 'sentence' in numbers || 'sentence' in patience ? wrong : model.answer(numbers, patience);
  if (answer === null || 'sentence' in answer) {
    context.say(answer?.sentence ?? usage);
    return Promise.resolve(exitCodes.badInput);
  }
  if (answer.remark !== undefined) context.say(answer.remark);
  context.write(given.json === undefined ? asLines(answer) : `${JSON.stringify(answer.measures)}\n`);
  return Promise.resolve(exitCodes.done);
};

type Given = Readonly<Record<string, string | undefined>>;

/** The options as they were typed; a missing or unknown one is a question of usage. */
function optionsOf({ needs, may, patience }: Model, words: readonly string[]): Given | Wrong {
  const named = [...needs, ...may, ...(patience ? ['patience'] : [])];
  const given: Record<string, string | undefined> = {};
  try {
    const { values } = parseArgs({
      // «--load -1» is a number below zero, not another option.
      args: joined(words),
      options: { json: { type: 'boolean' }, ...Object.fromEntries(named.map((option) => [option, { type: 'string' }])) },
    });
    for (const [option, value] of Object.entries(values)) given[option] = String(value);
  } catch (error) {
    return { sentence: error instanceof Error ? error.message : String(error) };
  }
  const missing = [...needs, ...(patience ? ['patience'] : [])].find((option) => given[option] === undefined);
  return missing === undefined ? given : { sentence: `--${missing} is missing.` };
}

function joined(words: readonly string[]): string[] {
  const args: string[] = [];
  for (const word of words) {
    const before = args.at(-1);
    const isValue = before !== undefined && /^--[a-z]+$/.test(before) && /^-[\d.I]/.test(word);
    if (isValue) args[args.length - 1] = `${before}=${word}`;
    else args.push(word);
  }
  return args;
}

function numbersOf({ needs, may }: Model, given: Given): Numbers | Wrong {
  const numbers: Record<Quantity, number> = { load: 0, lambda: 0, mu: 0, theta: 0, alpha: 0, servers: 0, waiting: 0, start: 0, t: 0 };
  for (const quantity of [...needs, ...may]) {
    const text = given[quantity];
    if (text === undefined) continue;
    const value = numberIn(text);
    const problem = problemWith(quantity, value);
    if (problem) return { sentence: `--${quantity} ${sentenceFor(problem)}, and «${text}» is given.` };
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

function patienceOf(text: string): Patience | Wrong {
  const [kind, values = ''] = text.split(/:(.*)/);
  const numbers = values.split(',').map((value) => numberIn(value.trim()));
  const [first = NaN, second = NaN] = numbers;
  const problem = numbers.map((value) => problemWith('theta', value)).find((found) => found !== null);
  const count = kind === 'exp' || kind === 'det' ? 1 : kind === 'uniform' ? 2 : 0;
  if (count === 0 || numbers.length !== count)
    return { sentence: `--patience must be exp:RATE, det:TIME or uniform:FROM,TO, and «${text}» is given.` };
  if (problem) return { sentence: `The numbers of --patience ${sentenceFor(problem)}, and «${text}» is given.` };
  if (kind === 'exp') return { kind: 'exponential', theta: first };
  if (kind === 'det') return { kind: 'deterministic', after: first };
  return first <= second ? { kind: 'uniform', from: first, to: second } : { sentence: `--patience ends before it begins: «${text}».` };
}

function withPatience({ pWait, pAbandon, Wq, Lq, utilisation }: PatienceMeasures): Answer {
  return { measures: { pWait, pAbandon, Wq, Lq, utilisation }, ...(Number.isFinite(Wq) ? {} : { remark: endless }) };
}

/** What has no end is «null» here too, so that both forms say the same. */
function asLines({ measures }: Answer): string {
  const shown = (value: number): string => (Number.isFinite(value) ? String(value) : 'null');
  return Object.entries(measures)
    .map(([name, value]) => `${name.padEnd(12)}${typeof value === 'number' ? shown(value) : value.map(shown).join(' ')}\n`)
    .join('');
}
