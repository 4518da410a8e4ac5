import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { command } from '../main.ts';
import { commands } from './directory.ts';
import { fileFault } from './file-fault.ts';
import { asksForHelp, nearest } from './help.ts';

afterEach(() => vi.restoreAllMocks());

async function run(...words: readonly string[]): Promise<{ readonly code: number; readonly output: string; readonly said: string }> {
  const written: string[] = [];
  const said: string[] = [];
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => written.push(String(text)) > 0);
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => said.push(String(text)) > 0);
  const code = await command(words, { project: process.cwd(), environment: {} });
  vi.restoreAllMocks();
  return { code, output: written.join(''), said: said.join('') };
}

describe('samlob', () => {
  test.each([[[]], [['--help']], [['-h']], [['help']]])('%j lists every command with what it is for', async (words) => {
    const { code, output, said } = await run(...words);
    expect(code).toBe(0);
    expect(said).toBe('');
    for (const [name, { purpose }] of Object.entries(commands)) expect(output).toMatch(new RegExp(`^  ${name} +${purpose}$`, 'm'));
    expect(output).toMatch(/^ {2}demo /m);
  });

  test.each([...Object.keys(commands), 'demo'])('%s --help tells how it is asked, and is no error', async (name) => {
    for (const words of [
      [name, '--help'],
      [name, 'x.csv', '-h'],
      ['help', name],
    ]) {
      const { code, output, said } = await run(...words);
      expect([code, said]).toEqual([0, '']);
      expect(output).toMatch(new RegExp(`^samlob ${name}( |$)`, 'm'));
    }
  });

  test.each(['--version', '-v', 'version'])('%s is the version of the package', async (word) => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly version: string };
    expect(version).toMatch(/^\d+\.\d+\.\d+$/);
    expect(await run(word)).toEqual({ code: 0, output: `samlob ${version}\n`, said: '' });
  });

  test('an unknown command is refused, with the one it may be meant for', async () => {
    expect(await run('estimat')).toEqual({
      code: 2,
      output: '',
      said: 'There is no command “estimat”. Is it “estimate”? samlob --help lists them.\n',
    });
    expect((await run('constructor')).said).toBe('There is no command “constructor”. samlob --help lists them.\n');
  });

  test('a command of the database says why there is none, and never what the address holds', async () => {
    const said: string[] = [];
    vi.spyOn(process.stderr, 'write').mockImplementation((text) => said.push(String(text)) > 0);
    const environment = { DATABASE_URL: 'postgres://somebody:secret@127.0.0.1:1/x' };
    const code = await command(['rebuild', '--check'], { project: process.cwd(), environment });
    expect([code, said.join('')]).toEqual([4, 'There is no database. DATABASE_URL: nothing answers there (ECONNREFUSED).\n']);
  });
});

test('help is asked for only before «--»', () => {
  expect([asksForHelp(['a', '--help']), asksForHelp(['-h']), asksForHelp(['--', '--help']), asksForHelp(['helpful'])]).toEqual([
    true,
    true,
    false,
    false,
  ]);
});

test.each([
  ['estimate', 'estimate'],
  ['protct', 'protect'],
  ['sties', 'sites'],
  ['x', null],
] as const)('«%s» stands nearest to %s', (word, expected) => {
  expect(nearest(word, Object.keys(commands))).toBe(expected);
});

test.each([
  ['/there/is/none.csv', 'there is no such file or folder'],
  [process.cwd(), 'it is a folder'],
  [`${process.cwd()}/package.json/x`, 'a part of its path is a file and no folder'],
] as const)('%s cannot be read, and the reason is a sentence', (file, expected) => {
  try {
    readFileSync(file);
    expect.unreachable('it could be read');
  } catch (error) {
    expect(fileFault(error)).toBe(expected);
  }
});
