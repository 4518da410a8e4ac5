import { describe, expect, test } from 'vitest';
import { MovedMeanwhile, patiently } from './placement-retry.ts';

/** Work that fails with each of these in turn and then succeeds; says how often it was begun. */
async function begun(failures: readonly Error[]): Promise<number | string> {
  let times = 0;
  try {
    await patiently(async () => {
      const failure = failures[times];
      times += 1;
      if (failure) throw failure;
    });
    return times;
  } catch (error) {
    return `${times}: ${error instanceof Error ? error.message : String(error)}`;
  }
}

const lost = new Error('Connection terminated unexpectedly');
const moved = new MovedMeanwhile('ophold');

describe('work that is disturbed', () => {
  test('is begun again when nothing was done, and when nobody knows whether it was', async () => {
    expect(await begun([moved, moved])).toBe(3);
    expect(await begun([lost])).toBe(2);
  });

  test('that fails for another reason fails', async () => {
    expect(await begun([new Error('en fejl')])).toBe('1: en fejl');
  });
});
