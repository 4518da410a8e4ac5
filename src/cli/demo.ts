/** `samlob demo --seed N --size X`: fills the demonstration with a simulated country, the same for the same numbers. */
import { type Day, danishDay, parseDay } from '../domain/time.ts';
import type { Database } from '../store/database.ts';
import { type Command, exitCodes } from './command.ts';
import { readOptions } from './words.ts';

/** What fills the database; given by the one who puts the program together. */
export type Fill = (owner: Database, request: { readonly seed: number; readonly size: number; readonly today: Day }) => Promise<unknown>;

export const usage = 'samlob demo --seed N --size X [--today YYYY-MM-DD] [--json]';
const options = { seed: { type: 'string' }, size: { type: 'string' }, today: { type: 'string' }, json: { type: 'boolean' } } as const;

export function demoCommand(fill: Fill): Command {
  return async (words, context) => {
    const read = readOptions(words, { options, needed: [], usage });
    if (typeof read === 'string') {
      context.say(read);
      return exitCodes.usage;
    }
    const given = read.values;
    const [seed, size] = [Number(given.seed ?? '1'), Number(given.size ?? '1')];
    const today = given.today === undefined ? danishDay(context.now()) : parseDay(given.today);
    if (!Number.isInteger(seed) || !(size > 0 && size <= 1000) || today === null) {
      context.say(`The seed is a whole number, the size is above 0 and at most 1000, the day is one that exists. ${usage}`);
      return exitCodes.badInput;
    }
    const owner = await context.maintenance();
    if (!owner) return exitCodes.noDatabase;
    const filled = await fill(owner, { seed, size, today });
    if (isThere(filled))
      context.say('The database has a simulated country already, and nothing was changed. Start from a new one to have another.');
    context.write(`${JSON.stringify({ seed, size, today, result: filled }, null, 2)}\n`);
    return exitCodes.done;
  };
}

function isThere(filled: unknown): boolean {
  return typeof filled === 'object' && filled !== null && 'outcome' in filled && filled.outcome === 'already-there';
}
