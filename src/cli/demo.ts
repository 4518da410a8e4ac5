/** `samlob demo --seed N --size X`: fills the demonstration with a simulated country, the same for the same numbers. */
import { type Day, danishDay, parseDay } from '../domain/time.ts';
import type { Database } from '../store/database.ts';
import { type Command, exitCodes } from './command.ts';
import { readOptions } from './words.ts';

/** What fills the database; given by the one who puts the program together. */
export type Fill = (owner: Database, request: { readonly seed: number; readonly size: number; readonly today: Day }) => Promise<Filled>;

/** How much was loaded, or which country was there before. */
export type Filled =
  | { readonly outcome: 'loaded'; readonly women: number; readonly pathways: number; readonly facts: number; readonly stays: number }
  | { readonly outcome: 'already-there'; readonly country: string };

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
    if (filled.outcome === 'already-there')
      context.say('The database has a simulated country already, and nothing was changed. Start from a new one to have another.');
    context.write(given.json === true ? `${JSON.stringify({ seed, size, today, result: filled }, null, 2)}\n` : `${sentence(filled)}\n`);
    return exitCodes.done;
  };
}

function sentence(filled: Filled): string {
  if (filled.outcome === 'already-there') return `There already: ${filled.country}.`;
  const { women, pathways, stays, facts } = filled;
  return `Loaded: ${women} women, ${pathways} pathways with ${facts} facts, ${stays} stays. All of them are invented.`;
}
