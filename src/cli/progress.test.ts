import { expect, test } from 'vitest';
import { progressOn } from './progress.ts';

const screenOf = (isTTY: boolean): { readonly said: string[]; readonly isTTY: boolean; readonly write: (text: string) => void } => {
  const said: string[] = [];
  return { said, isTTY, write: (text) => void said.push(text) };
};

test('progress is said to a person, four times a second at most, and wiped at the end', () => {
  const screen = screenOf(true);
  let now = 0;
  const { onProgress, clear } = progressOn(screen, () => now);
  for (let step = 0; step < 10; step += 1) {
    expect(onProgress(step, 10)).toBe('go on');
    now += 100;
  }
  clear();
  expect(screen.said).toEqual(['\r\u001B[K0 of 10', '\r\u001B[K3 of 10', '\r\u001B[K6 of 10', '\r\u001B[K9 of 10', '\r\u001B[K']);
});

test('a file or a pipe is told nothing', () => {
  const screen = screenOf(false);
  const { onProgress, clear } = progressOn(screen, () => 0);
  onProgress(1, 2);
  clear();
  expect(screen.said).toEqual([]);
});
