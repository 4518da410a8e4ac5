import { describe, expect, test } from 'vitest';
import { within } from './soon.ts';

describe('a page that waits a moment', () => {
  test('gets what is there in time, and null for what is late', async () => {
    expect(await within(Promise.resolve('svar'), 1_000)).toBe('svar');
    expect(await within(new Promise(() => undefined), 5)).toBeNull();
  });

  test('hears of work that fails in time', async () => {
    await expect(within(Promise.reject(new Error('gik galt')), 1_000)).rejects.toThrow('gik galt');
  });
});
