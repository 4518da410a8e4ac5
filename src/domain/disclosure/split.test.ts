import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decideInnerSplit, decideSplit, type Split } from './split.ts';

const syddanmark: Split = { withNone: 15, withAny: 7, women: 26, countsArePrinted: true };

describe('how many municipalities had women', () => {
  test('is printed for Syddanmark: fifteen had none and seven had any', () => {
    expect(decideSplit(syddanmark)).toEqual({ outcome: 'printed' });
  });

  test('is left out beside a hidden count, where it points at few, and where the women are as few as the municipalities', () => {
    expect(decideSplit({ ...syddanmark, countsArePrinted: false })).toEqual({ outcome: 'left-out', reason: 'counts-are-hidden' });
    expect(decideSplit({ ...syddanmark, withNone: 18, withAny: 4 })).toEqual({ outcome: 'left-out', reason: 'too-few-municipalities' });
    expect(decideSplit({ ...syddanmark, withNone: 4 })).toEqual({ outcome: 'left-out', reason: 'too-few-municipalities' });
    expect(decideSplit({ ...syddanmark, women: 9 })).toEqual({ outcome: 'left-out', reason: 'too-few-women' });
  });

  test('is left out for residential treatment where the difference from any treatment is one to four municipalities', () => {
    const inner = (withNone: number): Split => ({ withNone, withAny: 30 - withNone, women: 90, countsArePrinted: true });
    const outer = inner(10);
    expect([10, 11, 14, 15].map((withNone) => decideInnerSplit(inner(withNone), outer, decideSplit(outer)).outcome)).toEqual([
      'printed',
      'left-out',
      'left-out',
      'printed',
    ]);
  });

  test('leaves each municipality room for one to four women wherever it is printed, by trying every way to share them', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 0, max: 14 }), (withAny, women) => {
        fc.pre(women >= withAny);
        if (decideSplit({ withNone: 9, withAny, women, countsArePrinted: true }).outcome === 'left-out') return;
        const own = new Set(waysToShare(women, withAny).map(([first]) => first));
        expect([1, 2, 3, 4].every((count) => own.has(count))).toBe(true);
      }),
    );
  });
});

/** Every way to share women between municipalities that each have at least one; the first municipality may be any of them. */
function waysToShare(women: number, municipalities: number): readonly (readonly number[])[] {
  if (municipalities === 0) return women === 0 ? [[]] : [];
  return Array.from({ length: Math.max(0, women) }, (_, index) => index + 1).flatMap((own) =>
    waysToShare(women - own, municipalities - 1).map((rest) => [own, ...rest]),
  );
}
