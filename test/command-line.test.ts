import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { usage as demoUsage } from '../src/cli/demo.ts';
import { commands } from '../src/cli/directory.ts';

/** Every line of a document's examples that asks `samlob` something. */
function examplesIn(file: string): readonly string[] {
  const blocks = readFileSync(file, 'utf8').matchAll(/^```\n(.*?)^```$/gms);
  return [...blocks].flatMap(([, block = '']) => block.split('\n')).filter((line) => line.startsWith('npx samlob '));
}

const examples = ['README.md', 'docs/command-line.md'].flatMap((file) => examplesIn(file).map((line) => [file, line] as const));

async function usageOf(name: string): Promise<string | null> {
  return name === 'demo' ? demoUsage : ((await commands[name]?.load())?.usage ?? null);
}

/** What is wrong with a line: a command or an option that its command does not tell of. */
async function faultOf(line: string): Promise<string | null> {
  const [name = '', ...words] = line.replace(/^npx samlob /, '').split(' ');
  if (name === '--help') return null;
  const usage = await usageOf(name);
  if (usage === null) return `there is no command «${name}»`;
  const unknown = words.filter((word) => word.startsWith('--')).find((option) => !new RegExp(`${option}(?![\\w-])`).test(usage));
  return unknown === undefined ? null : `«samlob ${name}» has no ${unknown}`;
}

describe('what the documents tell of the command line', () => {
  test.each(examples)('%s: %s', async (_file, line) => {
    expect(await faultOf(line)).toBeNull();
  });

  test('is every command that there is', () => {
    const told = new Set(examples.map(([, line]) => line.split(' ')[2]));
    for (const name of [...Object.keys(commands), 'demo']) expect(told).toContain(name);
  });

  test('a line that is wrong is found', async () => {
    expect(await faultOf('npx samlob guess overlaps.csv')).toBe('there is no command «guess»');
    expect(await faultOf('npx samlob estimate overlaps.csv --seeds 3')).toBe('«samlob estimate» has no --seeds');
    expect(await faultOf('npx samlob estimate overlaps.csv --seed 3')).toBeNull();
  });
});
