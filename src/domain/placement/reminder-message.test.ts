/** What follows from an attempt to send a reminder. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addMinutes, moment } from '../time.ts';
import { afterAttempt, beforeAttempt, longestPause } from './reminder-message.ts';

const at = moment('2026-11-26T08:00:00Z');
const expires = addMinutes(at, 48 * 60);
const notTaken = { outcome: 'not-taken', code: 'ECONNECTION' } as const;

describe('a reminder’s message', () => {
  test('is delivered when the mail server took it, and given up when it never will', () => {
    expect(afterAttempt({ outcome: 'taken' }, { attempts: 3, expires }, at)).toEqual({ outcome: 'deliver' });
    expect(afterAttempt({ outcome: 'refused', code: 'EENVELOPE 550' }, { attempts: 1, expires }, at)).toEqual({
      outcome: 'give-up',
      reason: 'refused',
      code: 'EENVELOPE 550',
    });
  });

  test('is tried again after one minute, then two, then four, and never later than four hours after', () => {
    const dues = [1, 2, 3, 9, 500].map((attempts) => afterAttempt(notTaken, { attempts, expires }, at));
    expect(dues).toEqual([1, 2, 4, 240, 240].map((minutes) => ({ outcome: 'put-off', due: addMinutes(at, minutes), code: 'ECONNECTION' })));
  });

  test('is not sent when its link is dead, to the minute, nor when its unit has been confirmed meanwhile', () => {
    const before = (minutes: number, isConfirmed = false) => beforeAttempt({ expires: addMinutes(at, minutes), isConfirmed }, at);
    expect(before(1)).toBeNull();
    for (const minutes of [0, -1]) expect(before(minutes)).toEqual({ outcome: 'give-up', reason: 'not-in-time', code: null });
    for (const minutes of [1, 0, -1]) expect(before(minutes, true)).toEqual({ outcome: 'give-up', reason: 'confirmed', code: null });
  });

  test('is given up when its link would be dead by then, also to the minute', () => {
    const late = (minutes: number) => afterAttempt(notTaken, { attempts: 1, expires: addMinutes(at, minutes) }, at).outcome;
    expect([late(2), late(1), late(0), late(-5)]).toEqual(['put-off', 'give-up', 'give-up', 'give-up']);
  });
});

test('whatever the mail server does, a message ends, and has been tried more often than a link has days', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 7 * 24 * 60 }), (minutes) => {
      const dies = addMinutes(at, minutes);
      let [now, attempts] = [at, 1];
      for (let after = afterAttempt(notTaken, { attempts, expires: dies }, now); after.outcome === 'put-off';) {
        expect(after.due > now && after.due < dies).toBe(true);
        now = after.due;
        attempts += 1;
        after = afterAttempt(notTaken, { attempts, expires: dies }, now);
      }
      expect(attempts).toBeGreaterThanOrEqual(Math.floor(minutes / longestPause));
      expect(now >= addMinutes(dies, -longestPause) || minutes <= longestPause).toBe(true);
    }),
    { numRuns: 100 },
  );
});
