import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canBe, isConsistent, type Knowledge } from './audit.ts';
import { isSafe, type PeriodCounts, suppressPeriod } from './suppression.ts';

type Part = { readonly outer: number; readonly inner: number };

/** Counts with small numbers often, zeros often, and large ones at times. */
const part: fc.Arbitrary<Part> = fc
  .tuple(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 60 })), fc.nat({ max: 100 }))
  .map(([outer, share]) => ({ outer, inner: Math.floor((outer * share) / 100) }));

/** What a reader sees, as text: the same text for two sets of counts means that nobody can tell them apart. */
function printed(counts: PeriodCounts): string {
  const hidden = suppressPeriod(counts);
  const sum = (question: 'outer' | 'inner'): number => counts.parts.reduce((total, one) => total + one[question], 0);
  const cells = counts.parts.flatMap((one, index) => [
    hidden.parts[index]?.outer ? '·' : `${one.outer}`,
    hidden.parts[index]?.inner ? '·' : `${one.inner}`,
  ]);
  return [...cells, hidden.outerTotal ? '·' : sum('outer'), hidden.innerTotal ? '·' : sum('inner')].join(' ');
}

function everyPair(most: number): readonly Part[] {
  return Array.from({ length: most + 1 }, (_, outer) => Array.from({ length: outer + 1 }, (_unused, inner) => ({ outer, inner }))).flat();
}

/** Groups every set of counts by what is printed: the reader who knows the whole rule and tries everything. */
function worldsByPrint(worlds: Iterable<readonly Part[]>): Map<string, (readonly Part[])[]> {
  const groups = new Map<string, (readonly Part[])[]>();
  for (const parts of worlds) {
    const key = printed({ parts });
    const group = groups.get(key);
    if (group) group.push(parts);
    else groups.set(key, [parts]);
  }
  return groups;
}

/** Leaves out what prints a total above `most`: there the reader would need larger counts than those that were tried. */
function withoutLargeTotals(groups: Map<string, (readonly Part[])[]>, most: number): Map<string, (readonly Part[])[]> {
  return new Map([...groups].filter(([key]) => !(Number(key.split(' ').at(-2)) > most)));
}

/** Small counts that such a reader can narrow down: the printed text, the part and the values that are left. */
function leaks(groups: Map<string, (readonly Part[])[]>): readonly string[] {
  const found: string[] = [];
  for (const [key, worlds] of groups) {
    const parts = worlds[0]?.length ?? 0;
    for (let index = 0; index < parts; index += 1) {
      for (const question of ['outer', 'inner'] as const) {
        const values = new Set(worlds.map((world) => world[index]?.[question] ?? -1));
        const thinkable = [0, 1, 2, 3, 4].some((value) => values.has(value));
        if (thinkable && ![1, 2, 3, 4].every((value) => values.has(value)))
          found.push(`${key}: part ${index} ${question} ${[...values].join()}`);
      }
    }
  }
  return found;
}

describe('what the public edition hides in a period', () => {
  test('keeps the country and Syddanmark, and hides Hovedstaden to protect Nordjylland, in 2017', () => {
    const parts = [
      { outer: 10, inner: 2 },
      { outer: 7, inner: 1 },
      { outer: 10, inner: 2 },
      { outer: 6, inner: 1 },
      { outer: 4, inner: 0 },
    ];
    expect(printed({ parts })).toBe('· · 7 · 10 · 6 · · · 37 6');
  });

  test('is nothing when every count is five or more', () => {
    expect(
      printed({
        parts: [
          { outer: 9, inner: 5 },
          { outer: 8, inner: 6 },
        ],
      }),
    ).toBe('9 5 8 6 17 11');
  });

  test('is all when all is zero, the totals too', () => {
    expect(
      printed({
        parts: [
          { outer: 0, inner: 0 },
          { outer: 0, inner: 0 },
        ],
      }),
    ).toBe('· · · · · ·');
  });

  test('is everything where there is one part and it is small, since its total is the same number', () => {
    expect(printed({ parts: [{ outer: 3, inner: 1 }] })).toBe('· · · ·');
    expect(printed({ parts: [{ outer: 9, inner: 1 }] })).toBe('9 · 9 ·');
  });

  test('never prints a count from 0 to 4, and is always found safe by the audit', () => {
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 5 }), (parts) => {
        const hidden = suppressPeriod({ parts });
        expect(isSafe({ parts }, hidden)).toBe(true);
        expect(
          printed({ parts })
            .split(' ')
            .filter((cell) => cell !== '·' && Number(cell) < 5),
        ).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  test('tells a reader who tries every possible country of two regions nothing about a small count', () => {
    const pairs = everyPair(16);
    const worlds = (function* () {
      for (const first of pairs) for (const second of pairs) yield [first, second];
    })();
    const groups = withoutLargeTotals(worldsByPrint(worlds), 16);
    expect(groups.size).toBeGreaterThan(50);
    expect(leaks(groups)).toEqual([]);
  });

  test('tells a reader who tries every possible country of three regions nothing about a small count', () => {
    const [large, small] = [everyPair(14), everyPair(5)];
    const worlds = (function* () {
      for (const first of large) for (const second of small) for (const third of small) yield [first, second, third];
    })();
    const groups = withoutLargeTotals(worldsByPrint(worlds), 14);
    expect(groups.size).toBeGreaterThan(50);
    expect(leaks(groups)).toEqual([]);
  });
});

describe('the audit', () => {
  test('agrees with trying every assignment', () => {
    const range = fc.tuple(fc.nat({ max: 4 }), fc.nat({ max: 4 })).map(([a, b]) => ({ low: Math.min(a, b), high: Math.max(a, b) }));
    const total = fc.option(fc.nat({ max: 12 }));
    const knowledge: fc.Arbitrary<Knowledge> = fc.record({
      parts: fc.array(fc.record({ outer: range, inner: range }), { minLength: 1, maxLength: 3 }),
      outerTotal: total,
      innerTotal: total,
    });
    fc.assert(
      fc.property(knowledge, (known) => {
        const worlds = enumerate(known);
        expect(isConsistent(known)).toBe(worlds.length > 0);
        known.parts.forEach((_, index) => {
          for (const value of [0, 1, 2, 3, 4]) {
            expect(canBe(known, { question: 'outer', part: index }, value)).toBe(worlds.some((world) => world[index]?.outer === value));
            expect(canBe(known, { question: 'inner', part: index }, value)).toBe(worlds.some((world) => world[index]?.inner === value));
          }
        });
      }),
      { numRuns: 500 },
    );
  });
});

/** Every assignment that agrees, found by trying them all. */
function enumerate({ parts, outerTotal, innerTotal }: Knowledge): readonly (readonly Part[])[] {
  const grow = (done: readonly (readonly Part[])[], index: number): readonly (readonly Part[])[] => {
    const known = parts[index];
    if (!known) return done;
    const choices = everyPair(4).filter(
      ({ outer, inner }) => outer >= known.outer.low && outer <= known.outer.high && inner >= known.inner.low && inner <= known.inner.high,
    );
    return grow(
      done.flatMap((world) => choices.map((choice) => [...world, choice])),
      index + 1,
    );
  };
  const sum = (world: readonly Part[], question: 'outer' | 'inner'): number => world.reduce((total, one) => total + one[question], 0);
  return grow([[]], 0).filter(
    (world) => (outerTotal === null || sum(world, 'outer') === outerTotal) && (innerTotal === null || sum(world, 'inner') === innerTotal),
  );
}
