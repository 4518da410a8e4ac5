import { expect, test } from 'vitest';
import type { ReleaseProblem, SolvedRelease } from '../domain/disclosure/release-work.ts';
import { releaseMemory } from './remembered-release.ts';

// What is solved is looked at by nobody here: only which problem it is.
const problem = (matter: string): ReleaseProblem => ({ kind: 'table', request: { matter }, ledger: [] }) as unknown as ReleaseProblem;
const refused = { kind: 'table', decision: { outcome: 'refused', why: { reason: 'contradicts-ledger' } } } as const satisfies SolvedRelease;
const stopped = { kind: 'table', decision: { outcome: 'stopped' } } as const satisfies SolvedRelease;

const unproven = {
  kind: 'table',
  decision: { outcome: 'refused', why: { reason: 'not-proven', cell: 0, attacker: 'reader' as never } },
} as const satisfies SolvedRelease;

/** A memory whose work ends when the test says so, and the matters that were begun. */
function patientMemory(limits?: Parameters<typeof releaseMemory>[1]) {
  const begun: string[] = [];
  const ends: ((answer: SolvedRelease) => void)[] = [];
  const memory = releaseMemory(
    () => (one) => {
      begun.push((one.request as { readonly matter: string }).matter);
      return new Promise((resolve) => ends.push(resolve));
    },
    limits,
  );
  /** Lets what is begun be begun. */
  const settle = () => new Promise((resolve) => setTimeout(resolve, 5));
  return { memory, begun, ends, settle };
}

test('the same problem is solved once, also while it is being solved, and another by itself, one at a time', async () => {
  let [begun, now, most] = [0, 0, 0];
  const memory = releaseMemory(() => async () => {
    begun += 1;
    now += 1;
    most = Math.max(most, now);
    await new Promise((resolve) => setTimeout(resolve, 2));
    now -= 1;
    return refused;
  });
  await Promise.all([memory.ask(problem('a')), memory.ask(problem('a')), memory.ask(problem('b'))]);
  await memory.ask(problem('a'));
  expect([begun, most]).toEqual([2, 1]);
});

test('what was stopped, failed, or could not be proven in time is tried again', async () => {
  const answers = [
    () => Promise.resolve(stopped),
    () => Promise.reject(new Error('broken')),
    () => Promise.resolve(unproven),
    () => Promise.resolve(refused),
  ];
  const memory = releaseMemory(() => () => answers.shift()?.() ?? Promise.reject(new Error('asked too often')));
  expect(await memory.ask(problem('a'))).toEqual(stopped);
  await expect(memory.ask(problem('a'))).rejects.toThrow('broken');
  expect(await memory.ask(problem('a'))).toEqual(unproven);
  expect([await memory.ask(problem('a')), await memory.ask(problem('a'))]).toEqual([refused, refused]);
});

test('work that never ends is given up by the memory’s own deadline, and the next begins', async () => {
  const { memory, begun } = patientMemory({ seconds: 0.02 });
  expect(await Promise.all([memory.ask(problem('a')), memory.ask(problem('b'))])).toEqual([stopped, stopped]);
  expect(begun).toEqual(['a', 'b']);
});

test('one who goes away is told that it was stopped, and nobody else; when nobody is left it is not worked on', async () => {
  const { memory, begun, ends, settle } = patientMemory();
  const [first, second] = [new AbortController(), new AbortController()];
  const asked = [memory.ask(problem('a'), { signal: first.signal }), memory.ask(problem('a'))];
  const waits = memory.ask(problem('b'), { signal: second.signal });
  await settle();
  first.abort();
  second.abort();
  expect([await asked[0], await waits]).toEqual([stopped, stopped]);
  ends[0]?.(refused);
  expect(await asked[1]).toEqual(refused);
  await settle();
  expect(begun).toEqual(['a']);
});

test('of one matter only the newest waits', async () => {
  const { memory, begun, ends, settle } = patientMemory();
  const ask = (matter: string, newestOf: string) => memory.ask(problem(matter), { newestOf });
  const first = ask('a1', 'a');
  await settle();
  const asked = [first, ask('a2', 'a'), ask('b1', 'b'), ask('a3', 'a')];
  expect(await asked[1]).toEqual(stopped);
  for (let index = 0; index < 3; index += 1) {
    await settle();
    ends[index]?.(refused);
  }
  expect(await Promise.all(asked)).toEqual([refused, stopped, refused, refused]);
  expect(begun).toEqual(['a1', 'b1', 'a3']);
});

test('so many wait and no more; one that waits is never forgotten and solved twice', async () => {
  const { memory, begun, ends, settle } = patientMemory({ waiting: 30 });
  const names = Array.from({ length: 31 }, (_, index) => `p${index}`);
  const asked: ReturnType<typeof memory.ask>[] = [];
  asked.push(memory.ask(problem('p0')));
  await settle();
  for (const name of names.slice(1)) asked.push(memory.ask(problem(name)));
  expect(await memory.ask(problem('one too many'))).toBeNull();
  for (const name of names.slice(0, 6)) asked.push(memory.ask(problem(name)));
  for (const [index] of names.entries()) {
    await settle();
    ends[index]?.(refused);
  }
  await Promise.all(asked);
  expect(begun).toEqual(names);
});
