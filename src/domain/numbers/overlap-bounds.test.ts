import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type InCells, type KnownSum, overlapBounds } from './overlap-bounds.ts';

const all: InCells = () => true;
const on =
  (list: number): InCells =>
  (lists) =>
    lists[list] === true;
const exactly = (where: InCells, count: number): KnownSum => ({ where, low: count, high: count });
const either: InCells = (lists) => lists.includes(true);
const both: InCells = (lists) => !lists.includes(false);
const neither: InCells = (lists) => !lists.includes(true);

describe('what published totals leave open', () => {
  const margins = [exactly(all, 83), exactly(on(0), 30), exactly(on(1), 16)];

  test('is bounded as the reference says, for the 83 and the 1,460', () => {
    expect(overlapBounds(2, margins, either)).toEqual({ outcome: 'bounds', low: 30, high: 46 });
    expect(overlapBounds(2, margins, both)).toEqual({ outcome: 'bounds', low: 0, high: 16 });
    expect(overlapBounds(2, margins, neither)).toEqual({ outcome: 'bounds', low: 37, high: 53 });
    const country = [exactly(all, 1460), exactly(on(0), 83), exactly(on(1), 21)];
    expect(overlapBounds(2, country, either)).toEqual({ outcome: 'bounds', low: 83, high: 104 });
    expect(overlapBounds(2, country, neither)).toEqual({ outcome: 'bounds', low: 1356, high: 1377 });
  });

  test('narrows when at least two are known to be on both', () => {
    const some = [...margins, { where: both, low: 2, high: Infinity }];
    expect(overlapBounds(2, some, either)).toEqual({ outcome: 'bounds', low: 30, high: 44 });
    expect(overlapBounds(2, some, neither)).toEqual({ outcome: 'bounds', low: 39, high: 53 });
  });

  test('says when nothing limits it, and when the totals contradict each other', () => {
    expect(overlapBounds(1, [], on(0))).toEqual({ outcome: 'bounds', low: 0, high: Infinity });
    expect(overlapBounds(1, [exactly(all, 3), exactly(on(0), 4)], on(0))).toEqual({ outcome: 'contradiction' });
  });

  test('is what trying every table gives, for up to three lists', () => {
    const world = fc.record({ lists: fc.integer({ min: 1, max: 3 }), women: fc.integer({ min: 0, max: 5 }) }).chain(({ lists, women }) => {
      const cells = 2 ** lists;
      const sets = fc.uniqueArray(fc.integer({ min: 0, max: cells - 1 }), { maxLength: cells });
      const range = fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 3 }));
      return fc.record({
        lists: fc.constant(lists),
        women: fc.constant(women),
        known: fc.array(fc.tuple(sets, range), { maxLength: 4 }),
        asked: sets,
      });
    });
    let contradictions = 0;
    fc.assert(
      fc.property(world, ({ lists, women, known, asked }) => {
        const inside =
          (chosen: readonly number[]): InCells =>
          (member) =>
            chosen.includes(member.reduce((cell, is, list) => cell + (is ? 2 ** list : 0), 0));
        const sums: readonly KnownSum[] = [
          exactly(all, women),
          ...known.map(([chosen, [low, wide]]) => ({ where: inside(chosen), low, high: low + wide })),
        ];
        const sumOf = (table: readonly number[], chosen: readonly number[]): number =>
          chosen.reduce((sum, cell) => sum + (table[cell] ?? 0), 0);
        const possible = tables(2 ** lists, women)
          .filter((table) => known.every(([chosen, [low, wide]]) => sumOf(table, chosen) >= low && sumOf(table, chosen) <= low + wide))
          .map((table) => sumOf(table, asked));
        if (possible.length === 0) contradictions += 1;
        expect(overlapBounds(lists, sums, inside(asked))).toEqual(
          possible.length === 0
            ? { outcome: 'contradiction' }
            : { outcome: 'bounds', low: Math.min(...possible), high: Math.max(...possible) },
        );
      }),
      { numRuns: 300 },
    );
    expect(contradictions).toBeGreaterThan(5);
  });
});

/** Every way to put women into cells. */
function tables(cells: number, women: number): readonly (readonly number[])[] {
  if (cells === 1) return [[women]];
  return Array.from({ length: women + 1 }, (_, first) => first).flatMap((first) =>
    tables(cells - 1, women - first).map((rest) => [first, ...rest]),
  );
}
