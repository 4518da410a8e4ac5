import { expect, test } from 'vitest';
import { type Asked, keptWork } from './kept-work.ts';

/** Work that ends when the test says so, and the keys that were begun. */
function held(bounds: { readonly kept: number; readonly pending: number }) {
  const begun: string[] = [];
  const ends = new Map<string, { readonly resolve: (value: string) => void; readonly reject: (fault: Error) => void }>();
  const ask = keptWork<string>(bounds);
  return {
    begun,
    ask: (key: string): Asked<string> =>
      ask(key, () => {
        begun.push(key);
        return new Promise((resolve, reject) => ends.set(key, { resolve, reject }));
      }),
    end: async (key: string, fault?: Error): Promise<void> => {
      if (fault) ends.get(key)?.reject(fault);
      else ends.get(key)?.resolve(`answer of ${key}`);
      await settled();
    },
  };
}

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

async function resultOf(asked: Asked<string>): Promise<string> {
  return asked.outcome === 'busy' ? 'busy' : await asked.work;
}

test('work that is under way is never forgotten, however many results are kept', async () => {
  const { begun, ask, end } = held({ kept: 1, pending: 3 });
  const first = ask('a');
  for (const key of ['b', 'c', 'a', 'b', 'c']) expect(ask(key).outcome).toBe('asked');
  await settled();
  expect(begun).toEqual(['a']);
  for (const key of ['a', 'b', 'c']) await end(key);
  expect(begun).toEqual(['a', 'b', 'c']);
  expect(await resultOf(first)).toBe('answer of a');
});

test('beyond the bound it is busy, and there is room again when one is done', async () => {
  const { begun, ask, end } = held({ kept: 5, pending: 2 });
  ask('a');
  ask('b');
  expect(ask('c')).toEqual({ outcome: 'busy' });
  // What is in the queue is no new work.
  expect(ask('b').outcome).toBe('asked');
  await settled();
  await end('a');
  expect(await resultOf(ask('a'))).toBe('answer of a');
  expect(ask('c').outcome).toBe('asked');
  await end('b');
  await end('c');
  expect(begun).toEqual(['a', 'b', 'c']);
});

test('keeps what was asked for last', async () => {
  const { begun, ask, end } = held({ kept: 2, pending: 5 });
  for (const key of ['a', 'b']) {
    ask(key);
    await settled();
    await end(key);
  }
  ask('a');
  ask('c');
  await settled();
  await end('c');
  ask('a');
  await settled();
  expect(begun).toEqual(['a', 'b', 'c']);
  ask('b');
  await settled();
  expect(begun).toEqual(['a', 'b', 'c', 'b']);
});

test('what failed is tried again, and does not stop what waits', async () => {
  const { begun, ask, end } = held({ kept: 2, pending: 5 });
  const failed = resultOf(ask('a'));
  const after = resultOf(ask('b'));
  await settled();
  await Promise.all([expect(failed).rejects.toThrow('no thread'), end('a', new Error('no thread'))]);
  await end('b');
  expect(await after).toBe('answer of b');
  ask('a');
  await settled();
  expect(begun).toEqual(['a', 'b', 'a']);
});
