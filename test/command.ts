/** Runs a command of `samlob` that needs no database, and keeps what it wrote. */
import type { Command } from '../src/cli/command.ts';
import { moment } from '../src/domain/time.ts';

export type CommandRun = { readonly code: number; readonly output: string; readonly said: string };

export async function runCommand(command: Command, words: readonly string[]): Promise<CommandRun> {
  const written: string[] = [];
  const said: string[] = [];
  const code = await command(words, {
    project: process.cwd(),
    now: () => moment('2026-11-22T09:00:00Z'),
    database: () => Promise.resolve(null),
    maintenance: () => Promise.resolve(null),
    write: (answer) => void written.push(Buffer.from(answer).toString()),
    say: (sentence) => void said.push(sentence),
  });
  return { code, output: written.join(''), said: said.join('\n') };
}
