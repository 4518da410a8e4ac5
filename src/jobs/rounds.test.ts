import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keepRounds } from './rounds.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('a round that hangs is the only one, and the next begins a pause after it is over', async () => {
  let [begun, end] = [0, (): void => undefined];
  const job = keepRounds({
    round: () => {
      begun += 1;
      return new Promise<void>((resolve) => void (end = resolve));
    },
    secondsBetween: 20,
    atOnce: true,
    failed: (error) => expect.unreachable(String(error)),
  });

  await vi.advanceTimersByTimeAsync(300_000);
  expect(begun).toBe(1);
  end();
  await vi.advanceTimersByTimeAsync(19_000);
  expect(begun).toBe(1);
  await vi.advanceTimersByTimeAsync(1000);
  expect(begun).toBe(2);
  end();
  await job.stop();
});

test('a round that fails is told of and is no hindrance to the next; none begins after the stop', async () => {
  let begun = 0;
  const told: string[] = [];
  const job = keepRounds({
    round: () => Promise.reject(new Error(`nr. ${(begun += 1)}`)),
    secondsBetween: 20,
    atOnce: false,
    failed: (error) => void told.push(String(error)),
  });

  expect(begun).toBe(0);
  await vi.advanceTimersByTimeAsync(40_000);
  expect(told).toEqual(['Error: nr. 1', 'Error: nr. 2']);
  await job.stop();
  await vi.advanceTimersByTimeAsync(100_000);
  expect(begun).toBe(2);
});

test('stopping waits for the round that runs', async () => {
  let isOver = false;
  const job = keepRounds({
    round: async () => {
      await new Promise((resolve) => setTimeout(resolve, 5000));
      isOver = true;
    },
    secondsBetween: 20,
    atOnce: true,
    failed: () => undefined,
  });

  const stopped = job.stop().then(() => isOver);
  await vi.advanceTimersByTimeAsync(5000);
  expect(await stopped).toBe(true);
});
