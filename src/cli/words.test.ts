import { describe, expect, test } from 'vitest';
import { moment } from '../domain/time.ts';
import { audit } from './audit.ts';
import type { Command } from './command.ts';
import { estimate } from './estimate.ts';
import { protect } from './protect.ts';
import { release } from './release.ts';
import { readFileAndOptions } from './words.ts';

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
] as const;

describe.each(commands)('samlob %s', (_, command, before, needed) => {
  test.each([
    [['--colour', 'red'], 'There is no option «--colour».'],
    [['--constructor'], 'There is no option «--constructor».'],
    [['-x'], 'There is no option «-x».'],
    [[`--${needed}`], `--${needed} is given without its value.`],
    [[`--${needed}`, '--json'], `--${needed} is given without its value.`],
    [[`--${needed}=`], `--${needed} is given without its value.`],
    [['--json=yes'], '--json stands alone and takes no value.'],
    [['--json'], `--${needed} is missing.`],
  ])('says what is wrong with %j', async (words, sentence) => {
    expect(await said(command, [...before, ...words])).toEqual({ code: 2, first: sentence });
  });
});

test.each([
  [protect, ['--method', 'rounding'], 'No file is named.'],
  [protect, ['a.csv', 'b.csv', '--method', 'rounding'], 'One file is read at a time: «b.csv» is one too many.'],
  [protect, ['a.csv', '--method', 'rounding', '--time-limit', '0'], '--time-limit is a number of seconds above 0, not «0».'],
  [release, ['more', '--call', '2019-gravide', '--method', 'rounding'], '«more» is no option.'],
  [
    release,
    ['--call', '2019-gravide', '--method', 'rounding', '--time-limit', 'x'],
    '--time-limit is a number of seconds above 0, not «x».',
  ],
  [release, ['--call', '2019-gravide', '--method', 'magic'], 'There is no method «magic».'],
])('says what is wrong with the words of a command: %#', async (command, words, sentence) => {
  expect(await said(command, words)).toEqual({ code: 2, first: sentence });
});

test('reads values after a space and after «=», also those that begin with «-», and words after «--» as files', () => {
  const wording = { options: { seed: { type: 'string' }, json: { type: 'boolean' } }, needed: [], usage: 'usage' } as const;
  expect(readFileAndOptions(['--seed=-1', '--json', 'a.csv'], wording)).toEqual({ file: 'a.csv', values: { seed: '-1', json: true } });
  expect(readFileAndOptions(['--seed', '7', '--', '--json'], wording)).toEqual({ file: '--json', values: { seed: '7' } });
});
