import { describe, expect, test } from 'vitest';
import { moment } from '../time.ts';
import { backUntil, waitsFrom } from './back-on-list.ts';

const askedAt = moment('2026-11-02T09:00:00Z');
const left = moment('2026-11-20T09:00:00Z');

describe('one who was taken off the list', () => {
  test('goes on where she was until the last day of the rule, and begins anew after it', () => {
    expect(backUntil(left)).toBe('2026-12-04');
    const earlier = { status: 'withdrawn', askedAt, left } as const;
    expect(waitsFrom(earlier, moment('2026-12-04T22:00:00Z'))).toBe(askedAt);
    expect(waitsFrom(earlier, moment('2026-12-05T08:00:00Z'))).toBe(moment('2026-12-05T08:00:00Z'));
  });

  test('begins anew where she left it with a place, and where she was never on it', () => {
    const at = moment('2026-11-21T09:00:00Z');
    expect(waitsFrom({ status: 'ended', askedAt, left }, at)).toBe(at);
    expect(waitsFrom(null, at)).toBe(at);
  });
});
