import { describe, expect, test } from 'vitest';
import pg from 'pg';
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

  test('that breaks the same rule of only one at every attempt fails by it, and else is told that others are at it', async () => {
    const doubled = (constraint: string): Error => Object.assign(new pg.DatabaseError('to ens', 0, 'error'), { code: '23505', constraint });
    const six = (one: Error): readonly Error[] => [one, one, one, one, one, one];
    expect(await begun([doubled('en')])).toBe(2);
    expect(await begun(six(doubled('en')))).toBe('6: to ens');
    expect(await begun([...six(doubled('en')).slice(1), doubled('to')])).toBe(6);
    expect(await begun(six(moved))).toBe(6);
  });

  test('that fails for another reason fails', async () => {
    expect(await begun([new Error('en fejl')])).toBe('1: en fejl');
  });
});
