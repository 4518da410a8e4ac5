import { describe, expect, test } from 'vitest';
import { moment } from '../domain/time.ts';
import { audit } from './audit.ts';
import type { Command } from './command.ts';
import { costs } from './costs.ts';
import { estimate } from './estimate.ts';
import { figure } from './figure.ts';
import { protect } from './protect.ts';
import { queue } from './queue.ts';
import { release } from './release.ts';
import { simulate } from './simulate.ts';
import { sites } from './sites.ts';
import { readFileAndOptions, readWords } from './words.ts';

async function said(command: Command, words: readonly string[]): Promise<{ readonly code: number; readonly first: string | undefined }> {
  const sentences: string[] = [];
  const refuse = (): Promise<never> => Promise.reject(new Error('no database is needed'));
  const code = await command(words, {
    project: process.cwd(),
    now: () => moment('2026-11-26T09:00:00Z'),
    database: refuse,
    maintenance: refuse,
    write: () => expect.unreachable('nothing is to be written'),
    say: (sentence) => void sentences.push(sentence),
  });
  return { code, first: sentences.join('\n').split('\n')[0] };
}

const commands = [
  ['audit', audit, ['a.csv'], 'attacker'],
  ['protect', protect, ['a.csv'], 'method'],
  ['estimate', estimate, ['a.csv'], 'method'],
  ['release', release, ['--call', '2019-gravide'], 'method'],
  ['costs', costs, ['a.csv', '--currency', 'DKK', '--price-year', '2021'], 'discount-rate'],
  ['sites', sites, ['--minutes', 'a.csv', '--weights', 'b.csv', '--p', '1'], 'objective'],
  ['queue', queue, ['erlang-b', '--servers', '2'], 'load'],
] as const;

/** Commands that can be asked with no option at all, and one of their options. */
const freely = [
  ['simulate', simulate, ['a.json'], 'seed'],
  ['figure', figure, ['a'], 'period'],
] as const;

describe.each([...commands, ...freely])('samlob %s', (_, command, before, option) => {
  test.each([
    [['--colour', 'red'], 'There is no option “--colour”.'],
    [['--constructor'], 'There is no option “--constructor”.'],
    [['-x'], 'There is no option “-x”.'],
    [[`--${option}`], `--${option} is given without its value.`],
    [[`--${option}`, '--json'], `--${option} is given without its value.`],
    [[`--${option}=`], `--${option} is given without its value.`],
    [['--json=yes'], '--json stands alone and takes no value.'],
  ])('says what is wrong with %j', async (words, sentence) => {
    expect(await said(command, [...before, ...words])).toEqual({ code: 2, first: sentence });
  });
});

test.each(commands)('samlob %s says what is missing', async (_, command, before, needed) => {
  expect(await said(command, [...before, '--json'])).toEqual({ code: 2, first: `--${needed} is missing.` });
});

test.each([
  [simulate, [], 'No scenario is named.'],
  [simulate, ['a.json', 'b.json'], 'One scenario is simulated at a time, unless --estimates are given: “b.json” is one too many.'],
  [simulate, ['a.json', '--position', 'pilot'], '--position and --places want --estimates.'],
  [simulate, ['--estimates', '6-8'], 'No proposal is named: give a file, or --position.'],
  [simulate, ['a.json', '--estimates', '6-8', '--precision', '0.1'], '--precision is for one scenario, and not for --estimates.'],
  [simulate, ['a.json', '--measure', 'occupancy'], '--measure wants --precision.'],
  [simulate, ['a.json', '--tornado', '--layers', '3'], '--tornado and --layers are two questions.'],
  [simulate, ['a.json', '--tornado', '--precision', '0.1'], '--tornado and --layers are not asked with --estimates or --precision.'],
  [costs, ['--currency', 'DKK', '--price-year', '2021', '--discount-rate', '0'], 'No file is named.'],
  [costs, ['a.csv', '--currency', 'DKK', '--price-year', '2021', '--discount-rate', '0', '--stay', '5'], '--stay wants --compare.'],
  [sites, ['more', '--minutes', 'a.csv', '--weights', 'b.csv', '--p', '1', '--objective', 'median'], '“more” is no option.'],
  [queue, ['erlang-b', '2', '--load', '1', '--servers', '2'], '“2” is no option.'],
  [queue, [], 'No queue is named.'],
  [queue, ['erlang-d', '--load', '1'], 'There is no queue “erlang-d”.'],
  [protect, ['--method', 'rounding'], 'No file is named.'],
  [protect, ['a.csv', 'b.csv', '--method', 'rounding'], 'One file is read at a time: “b.csv” is one too many.'],
  [protect, ['a.csv', '--method', 'rounding', '--time-limit', '0'], '--time-limit is a number of seconds above 0, not “0”.'],
  [release, ['more', '--call', '2019-gravide', '--method', 'rounding'], '“more” is no option.'],
  [
    release,
    ['--call', '2019-gravide', '--method', 'rounding', '--time-limit', 'x'],
    '--time-limit is a number of seconds above 0, not “x”.',
  ],
  [release, ['--call', '2019-gravide', '--method', 'magic'], 'There is no method “magic”.'],
])('says what is wrong with the words of a command: %#', async (command, words, sentence) => {
  expect(await said(command, words)).toEqual({ code: 2, first: sentence });
});

test('reads every value of an option that can be given several times', () => {
  const wording = {
    options: { position: { type: 'string', multiple: true }, seed: { type: 'string' } },
    needed: [],
    usage: 'usage',
  } as const;
  expect(readWords(['--position', 'a', 'x.json', '--position=b', '--seed', '1', '--seed', '2'], wording)).toEqual({
    others: ['x.json'],
    values: { position: ['a', 'b'], seed: '2' },
  });
});

test('reads values after a space and after «=», also those that begin with «-», and words after «--» as files', () => {
  const wording = { options: { seed: { type: 'string' }, json: { type: 'boolean' } }, needed: [], usage: 'usage' } as const;
  expect(readFileAndOptions(['--seed=-1', '--json', 'a.csv'], wording)).toEqual({ file: 'a.csv', values: { seed: '-1', json: true } });
  expect(readFileAndOptions(['--seed', '7', '--', '--json'], wording)).toEqual({ file: '--json', values: { seed: '7' } });
});
