import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { countTable, dimension } from '../../../test/count-tables.ts';
import { loadSolver } from '../../compute/solver.ts';
import type { Solver } from '../linear-problem.ts';
import { codesOf } from './count-table.ts';
import { openedOfEarlier } from './earlier-opened.ts';
import type { EarlierRelease } from './ledger.ts';
import type { Protection, Terms } from './terms.ts';

let solver: Solver;
beforeAll(async () => {
  solver = await loadSolver();
});

const [area, first, second] = [dimension('area', ['1', '2']), dimension('first', ['1', '2']), dimension('second', ['1', '2'])];
const terms: Terms = { threshold: 5, zeros: 'show', protect: 'exact', rounding: null };
const goOn = () => 'go on' as const;

type Published = readonly (number | null)[];

/** The nine cells of a two by two table, in the order of a layout, from its four inner counts: written out, not added up by the project. */
const nine = (a: number, b: number, c: number, d: number): readonly number[] => [a + b + c + d, a + c, b + d, a + b, a, b, c + d, c, d];

/** Every table that agrees with what is printed, for one who takes a hidden cell to be at least `least`. The whole is printed. */
function agreeing(published: Published, least: number): readonly (readonly number[])[] {
  const all = published[0] ?? 0;
  const found: (readonly number[])[] = [];
  for (let a = 0; a <= all; a += 1)
    for (let b = 0; a + b <= all; b += 1)
      for (let c = 0; a + b + c <= all; c += 1) {
        const cells = nine(a, b, c, all - a - b - c);
        if (cells.every((count, cell) => (published[cell] === null ? count >= least : count === published[cell]))) found.push(cells);
      }
  return found;
}

/** A table of two areas with some cells hidden, the whole never, nor an empty cell. */
function hide(counts: readonly number[], isHidden: readonly boolean[]): Published {
  const [a = 0, b = 0, c = 0, d = 0] = counts;
  return nine(a, b, c, d).map((count, cell) => (cell > 0 && count > 0 && isHidden[cell] ? null : count));
}

const tableOf = (other: typeof first, published: Published) => ({ layout: countTable([area, other], [0, 0, 0, 0]).layout, published });
const release = (id: string, published: Published, matter = 'm'): EarlierRelease => ({
  id,
  matter,
  table: tableOf(first, published),
  terms,
});

const ends = (cell: number, tables: readonly (readonly number[])[]): readonly [number, number] => {
  const values = tables.map((cells) => cells[cell] ?? 0);
  return [Math.min(...values), Math.max(...values)];
};
const isOpen = ([low, high]: readonly [number, number], protect: Protection): boolean =>
  low === high || (protect === 'rule' && high >= 1 && low < 5 && !(low <= 1 && high >= 4));

describe('what a new release opens of an earlier one', () => {
  const counts = fc.array(fc.nat({ max: 4 }), { minLength: 8, maxLength: 8 });
  const mask = fc.array(fc.boolean(), { minLength: 9, maxLength: 9 });

  test('is what one finds who writes down every pair of tables that there could be', () => {
    let found = 0;
    fc.assert(
      fc.property(
        counts,
        mask,
        mask,
        fc.constantFrom('plain' as const, 'rule-aware' as const, 'insider' as const),
        fc.constantFrom('exact' as const, 'rule' as const),
        (women, hiddenBefore, hiddenNow, attacker, protect) => {
          // Of each area, divided in one way before and in the other now.
          const at = (index: number): number => women[index] ?? 0;
          const before = hide([at(0) + at(1), at(2) + at(3), at(4) + at(5), at(6) + at(7)], hiddenBefore);
          const now = hide([at(0) + at(2), at(1) + at(3), at(4) + at(6), at(5) + at(7)], hiddenNow);
          const told = openedOfEarlier(
            attacker,
            { matter: 'm', table: tableOf(second, now), terms: { ...terms, protect } },
            [{ ...release('old', before), terms: { ...terms, protect } }],
            solver,
            goOn,
          );
          const least = attacker === 'plain' ? 0 : 1;
          const [alone, beside] = [agreeing(before, least), agreeing(now, least)];
          // The two say the same of each area.
          const together = alone.filter((one) => beside.some((other) => [0, 3, 6].every((cell) => one[cell] === other[cell])));
          const { layout } = tableOf(first, before);
          const expected = before.flatMap((value, cell) => {
            // A whole area stands in the new table too, and is told there.
            if (value !== null || codesOf(layout, cell)[1] === 0) return [];
            const [was, is] = [ends(cell, alone), ends(cell, together)];
            const isNews = isOpen(is, protect) && !(was[0] === is[0] && was[1] === is[1]);
            return isNews ? [{ cell, low: is[0], high: is[1] }] : [];
          });
          found += expected.length;
          const opened = told.flatMap((one) => one.opened.map(({ cell, low, high }) => ({ cell, low, high })));
          expect(opened.toSorted((a, b) => a.cell - b.cell)).toEqual(expected);
          expect(told.flatMap(({ undecided }) => undecided)).toEqual([]);
        },
      ),
      { numRuns: 150 },
    );
    expect(found).toBeGreaterThan(10);
  });

  // 19 women, 8 in the first area: told now, it opens what was hidden of it.
  const hidden: Published = [19, 5, 14, null, null, 5, null, null, 9];
  const fresh = { matter: 'm', table: tableOf(second, [19, 19, 0, 8, 8, 0, 11, 11, 0]), terms };

  test('is nothing of another matter', () => {
    expect(openedOfEarlier('plain', fresh, [release('old', hidden)], solver, goOn)).toMatchObject([{ opened: [{ cell: 4 }, { cell: 7 }] }]);
    expect(openedOfEarlier('plain', fresh, [release('old', hidden, 'another')], solver, goOn)).toEqual([]);
  });

  test('is not known of work that was stopped, at once or on its way', () => {
    for (const most of [0, 1, 2]) {
      let told = 0;
      const releases = [release('old', hidden), release('older', hidden)];
      const found = openedOfEarlier('plain', { ...fresh, terms }, releases, solver, () => (told++ < most ? 'go on' : 'stop'));
      // Two hidden cells of each; none of them is said to be safe.
      expect(found.flatMap(({ opened, undecided }) => [...opened.map(({ cell }) => cell), ...undecided])).toEqual([4, 7, 4, 7]);
      expect(found.at(-1)?.undecided).toEqual([4, 7]);
    }
  });

  test('is not known where no counts agree with both', () => {
    const corrected = { ...fresh, table: tableOf(second, [18, 18, 0, 8, 8, 0, 10, 10, 0]) };
    const old = release('old', hidden);
    expect(openedOfEarlier('plain', corrected, [old], solver, goOn)).toEqual([{ release: old, opened: [], undecided: [4, 7] }]);
  });

  test('tells how far it has come, from the first of the earlier releases to the last', () => {
    const told: (readonly [number, number])[] = [];
    openedOfEarlier('plain', fresh, [release('old', hidden), release('older', hidden)], solver, (done, total) => {
      told.push([Math.floor(done), total]);
      return 'go on';
    });
    expect([told[0], told.at(-1)?.[1], new Set(told.map(([done]) => done)).has(1)]).toEqual([[0, 2], 2, true]);
  });
});
