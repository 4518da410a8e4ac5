import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nothingBeside } from './beside.ts';
import { layoutOf } from './count-table.ts';
import { makeDimension } from './dimension.ts';
import { narrowestRange } from './narrowest.ts';
import { repeatedFrom, sharedCells } from './shared-cells.ts';

const codes = ['a', 'b', 'c', 'd', 'e'];
const made = makeDimension('kommune', codes, []);
if (made.outcome !== 'made') throw new Error('a dimension without lines is always made');
const layout = layoutOf([made.dimension]);
const exact = { threshold: 5, zeros: 'show', protect: 'exact', rounding: null } as const;

/** The total first, as in the layout. */
function released(id: string, published: readonly (number | null)[], rounding: { base: number; steps: number } | null = null) {
  return { id, release: { matter: 'call/a', table: { layout, published }, terms: { ...exact, rounding }, beside: nothingBeside } };
}

test('three that share four, each at least one, can each be one or two: two values, and three numbers so', () => {
  expect(narrowestRange(released('1', [6, 2, null, null, null, 0]), [])).toEqual({ values: 2, cells: 3 });
  expect(narrowestRange(released('1', [12, 2, 4, 2, 4, 0]), [])).toBeNull();
});

test('what an earlier release prints narrows a later one, and a later release does not narrow an earlier', () => {
  const [first, second] = [released('1', [6, null, null, 2, 0, 0]), released('2', [6, null, null, null, 0, 0])];
  expect(narrowestRange(second, [])).toEqual({ values: 4, cells: 3 });
  expect(narrowestRange(second, [first])).toEqual({ values: 3, cells: 2 });
  expect(narrowestRange(first, [second])).toEqual(narrowestRange(first, []));
});

test('no number has more values than its range says, and none fewer than two where all tables are tried', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 5, maxLength: 5 }),
      fc.subarray([0, 1, 2, 3, 4], { minLength: 2 }),
      (counts, hidden) => {
        const total = counts.reduce((sum, count) => sum + count, 0);
        const published = [total, ...counts.map((count, index) => (hidden.includes(index) ? null : count))];
        const left = hidden.reduce((sum, index) => sum + (counts[index] ?? 0), 0);
        // All ways of dividing what is left, each at least one.
        const ways = (parts: number, rest: number): number[][] =>
          parts === 1
            ? [[rest]]
            : Array.from({ length: rest - parts + 1 }, (_, at) => ways(parts - 1, rest - at - 1).map((w) => [at + 1, ...w])).flat();
        const all = ways(hidden.length, left);
        const values = hidden.map((_, at) => new Set(all.map((way) => way[at])).size);
        const found = narrowestRange(released('1', published), []);
        const open = values.filter((count) => count > 1);
        expect(found?.values ?? null).toBe(open.length === 0 ? null : Math.min(...open));
      },
    ),
    { numRuns: 200 },
  );
});

test('of two releases that print the same cells, the one that is not rounded is exact', () => {
  const [first, second] = [released('1', [23, 8, 8, 7, null, null]), released('2', [25, 5, 10, 5, 5, 0], { base: 5, steps: 0 })];
  expect(sharedCells(second, [first, second])).toEqual([{ id: '1', both: 4, differ: 4, exact: 'other' }]);
  expect(sharedCells(first, [first, second])).toEqual([{ id: '2', both: 4, differ: 4, exact: 'this' }]);
  expect(sharedCells(first, [released('3', [null, null, null, null, null, null])])).toEqual([]);
});

test('a release whose every number stands in an earlier one tells nothing new', () => {
  const [first, again] = [released('1', [23, 8, 8, 7, null, null]), released('2', [23, 8, null, null, null, null])];
  expect(repeatedFrom(again, [first])).toBe('1');
  expect(repeatedFrom(first, [again])).toBeNull();
  expect(repeatedFrom(released('2', [23, 9, null, null, null, null]), [first])).toBeNull();
});
