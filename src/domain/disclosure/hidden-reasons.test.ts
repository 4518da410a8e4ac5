import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { smallTable } from '../../../test/count-tables.ts';
import { keyOf } from './beside.ts';
import { namesOf, tableOf, layoutOf } from './count-table.ts';
import { makeDimension } from './dimension.ts';
import { reasonsOf } from './hidden-reasons.ts';
import { changedGrounds, previewGrounds } from './preview.ts';

const terms = { threshold: 5, zeros: 'show', protect: 'exact', rounding: null } as const;

function dimension(name: string, ...codes: readonly string[]) {
  const made = makeDimension(name, codes, []);
  if (made.outcome !== 'made') throw new Error('a dimension without lines is always made');
  return made.dimension;
}

/** Total, a, b. */
const layout = layoutOf([dimension('d', 'a', 'b')]);
const table = (a: number, b: number) =>
  tableOf(
    layout,
    new Map([
      [1, a],
      [2, b],
    ]),
  );
const reasons = (a: number, b: number, printed: readonly (number | null)[], more: Partial<Parameters<typeof reasonsOf>[0]> = {}) =>
  reasonsOf({ published: { layout, published: printed }, terms, absent: [], truth: table(a, b), earlier: [], ...more }).map(
    ({ cell, why, shields, release }) => [cell['d'], why, shields.map((one) => one['d']), release],
  );

describe('the reason why a number is hidden', () => {
  test('is that it is small, or that it would leave a small one over in a sum', () => {
    expect(reasons(3, 9, [12, null, null])).toEqual([
      ['a', 'small', [], null],
      ['b', 'subtraction', ['a'], null],
    ]);
  });

  test('is that several sums together would tell, where no single one does', () => {
    expect(reasons(3, 9, [null, null, null]).map(([cell, why]) => [cell, why])).toEqual([
      ['Total', 'together'],
      ['a', 'small'],
      ['b', 'together'],
    ]);
  });

  test('is that a zero may be hidden, and a zero is then shielded as well', () => {
    expect(reasons(0, 9, [9, null, null], { terms: { ...terms, zeros: 'hide' } })).toEqual([
      ['a', 'zero', [], null],
      ['b', 'subtraction', ['a'], null],
    ]);
    // Where zeros are shown, one that is left over is nobody's secret.
    expect(reasons(0, 9, [9, null, null]).at(-1)?.[1]).toBe('together');
  });

  test('is that an earlier release has hidden it; a rounded one hides nothing, and what is no part of one is not hidden by it', () => {
    const earlier = { id: '4', table: { layout, published: [12, null, null] }, terms };
    expect(reasons(6, 6, [12, null, null], { earlier: [earlier] })).toEqual([
      ['a', 'before', [], '4'],
      ['b', 'before', [], '4'],
    ]);
    const rounded = { ...earlier, terms: { ...terms, rounding: { base: 5, steps: 0 } } };
    expect(reasons(6, 6, [12, null, null], { earlier: [rounded] }).map(([, why]) => why)).toEqual(['together', 'together']);
    const without = { ...earlier, beside: { absent: [1], most: [], counted: [] } };
    expect(reasons(6, 6, [12, null, null], { earlier: [without] }).map(([, why]) => why)).toEqual(['together', 'before']);
  });

  test('is asked of no cell that is printed or no part of the release', () => {
    expect(reasons(3, 9, [12, null, null], { absent: [2] })).toEqual([['a', 'small', [], null]]);
    expect(reasons(7, 9, [16, 7, 9])).toEqual([]);
  });

  test('on any table: one for each hidden cell, small exactly where the count is, and each shield is what one sum leaves over', () => {
    fc.assert(
      fc.property(smallTable, fc.infiniteStream(fc.boolean()), fc.constantFrom('show', 'hide'), (truth, coins, zeros) => {
        const published = truth.counts.map((count) => (coins.next().value ? null : count));
        const found = reasonsOf({
          published: { layout: truth.layout, published },
          terms: { ...terms, zeros },
          absent: [],
          truth,
          earlier: [],
        });
        const cellBy = new Map(truth.counts.map((_, cell) => [keyOf(namesOf(truth.layout, cell)), cell]));
        const cells = found.map(({ cell }) => cellBy.get(keyOf(cell)) ?? -1);
        expect(cells).toEqual([...published.keys()].filter((cell) => published[cell] === null));
        found.forEach(({ why, shields }, index) => {
          const own = cells[index] ?? -1;
          const count = truth.counts[own] ?? 0;
          expect(why === 'small').toBe(count > 0 && count < 5);
          expect(why === 'zero').toBe(count === 0);
          for (const shield of shields) {
            const other = cellBy.get(keyOf(shield)) ?? -1;
            // A reader who were told this cell could write the other down from one sum alone.
            const tells = truth.layout.sums.some(({ whole, parts }) => {
              const all = [whole, ...parts];
              return (
                all.includes(own) && all.includes(other) && all.every((one) => one === own || one === other || published[one] !== null)
              );
            });
            expect(tells).toBe(true);
          }
        });
      }),
    );
  });
});

test('a preview is outdated by each of its grounds, and by nothing else', () => {
  const before = { facts: 'a', ledger: 'b', rules: 'c' };
  expect(changedGrounds(before, { ...before })).toEqual([]);
  for (const ground of previewGrounds) expect(changedGrounds(before, { ...before, [ground]: 'x' })).toEqual([ground]);
});
