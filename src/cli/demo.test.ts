import { expect, it } from 'vitest';
import { moment } from '../domain/time.ts';
import type { Database } from '../store/database.ts';
import type { CommandContext } from './command.ts';
import { demoCommand, type Fill, type Filled } from './demo.ts';

type Seen = { code: number; written: string[]; said: string[]; asked: Parameters<Fill>[1][] };

const loaded: Filled = { outcome: 'loaded', women: 3, pathways: 4, facts: 50, stays: 2 };

async function run(words: readonly string[], owner: Database | null = {} as Database, filled = loaded): Promise<Seen> {
  const seen: Seen = { code: -1, written: [], said: [], asked: [] };
  const context: CommandContext = {
    project: '',
    now: () => moment('2026-11-21T23:30:00Z'),
    database: () => Promise.resolve(null),
    maintenance: () => Promise.resolve(owner),
    write: (answer) => void seen.written.push(String(answer)),
    say: (sentence) => void seen.said.push(sentence),
  };
  const fill: Fill = (_owner, request) => {
    seen.asked.push(request);
    return Promise.resolve(filled);
  };
  seen.code = await demoCommand(fill)(words, context);
  return seen;
}

it('fills with seed and size, from the day it is in Denmark', async () => {
  const { code, asked, written } = await run(['--seed', '7', '--size', '0.5', '--json']);
  expect([code, asked]).toEqual([0, [{ seed: 7, size: 0.5, today: '2026-11-22' }]]);
  expect(JSON.parse(written.join(''))).toMatchObject({ seed: 7, size: 0.5, today: '2026-11-22', result: { outcome: 'loaded' } });
});

it('says in a sentence how much was loaded, or that nothing was', async () => {
  expect(await run([])).toMatchObject({
    code: 0,
    written: ['Loaded: 3 women, 4 pathways with 50 facts, 2 stays. All of them are invented.\n'],
    said: [],
  });
  const before: Filled = { outcome: 'already-there', country: 'seed 1, size 1, 2026-11-22' };
  expect(await run([], {} as Database, before)).toMatchObject({
    code: 0,
    written: ['There already: seed 1, size 1, 2026-11-22.\n'],
    said: ['The database has a simulated country already, and nothing was changed. Start from a new one to have another.'],
  });
});

it('takes 1 for both where nothing is said', async () => {
  expect((await run([])).asked).toEqual([{ seed: 1, size: 1, today: '2026-11-22' }]);
});

it.each([
  [['--seed', '1.5'], 1],
  [['--size', '0'], 1],
  [['--size', 'many'], 1],
  [['--size', '100000'], 1],
  [['--today', '2026-02-30'], 1],
  [['--seeds', '1'], 2],
] as const)('fills nothing for %j and exits with %d', async (words, expected) => {
  const { code, asked, said } = await run(words);
  expect([code, asked, said.length]).toEqual([expected, [], 1]);
});

it('exits with 4 where there is no database', async () => {
  expect((await run([], null)).code).toBe(4);
});
