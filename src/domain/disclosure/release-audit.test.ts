import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { countTable, dimension, smallTable } from '../../../test/count-tables.ts';
import { loadAttacker, type LpAttacker } from '../../../test/lp-attacker.ts';
import { loadSolver } from '../../compute/solver.ts';
import type { Solver } from '../linear-problem.ts';
import { insidersOf, type PublishedTable } from './attackers.ts';
import { cellAt, type CountTable } from './count-table.ts';
import { joinReleases } from './ledger.ts';
import { propagate } from './propagate.ts';
import { type AuditOutcome, auditRelease } from './release-audit.ts';
import type { Terms } from './terms.ts';

let solver: Solver;
let second: LpAttacker;
beforeAll(async () => {
  solver = await loadSolver();
  second = await loadAttacker();
});

const plainly: Terms = { threshold: 5, zeros: 'show', protect: 'exact', rounding: null };
const audited = (outcome: AuditOutcome): Extract<AuditOutcome, { readonly outcome: 'audited' }> => {
  if (outcome.outcome !== 'audited') throw new Error(outcome.outcome);
  return outcome;
};

/** Hides the named cells of a table. */
function hide({ layout, counts }: CountTable, hidden: readonly (readonly string[])[]): PublishedTable {
  const cells = new Set(
    hidden.map((codes) =>
      cellAt(
        layout,
        codes.map((code, index) => layout.dimensions[index]?.codes.indexOf(code) ?? 0),
      ),
    ),
  );
  return { layout, published: counts.map((count, cell) => (cells.has(cell) ? null : count)) };
}

describe('published audits', () => {
  test('the manual of τ-ARGUS, section 2.15', () => {
    const table = countTable([dimension('row', ['1', '2']), dimension('column', ['a', 'b'])], [4, 3, 2, 1]);
    const published = hide(table, [
      ['1', 'a'],
      ['1', 'b'],
      ['2', 'a'],
      ['2', 'b'],
    ]);
    const { intervals, safe } = audited(auditRelease('plain', { table: published, terms: plainly, truth: null }, solver, () => 'go on'));
    expect([...intervals.values()].map(({ low, high }) => [low, high])).toEqual([
      [3, 6],
      [1, 4],
      [0, 3],
      [0, 3],
    ]);
    expect(safe).toBe(true);
  });

  // The table of sdcTable's own test of secondary suppression.
  const four = countTable(
    [dimension('row', ['w', 'x', 'y', 'z']), dimension('column', ['a', 'b', 'c', 'd'])],
    [30, 47, 64, 89, 90, 124, 5, 31, 92, 100, 59, 85, 800, 991, 651, 685],
  );
  const twice = ['wa', 'wb', 'wc', 'xa', 'xc', 'yb', 'yd', 'zb', 'zd'].map((cell) => cell.split(''));
  const intervalsOf = (hidden: readonly (readonly string[])[]): ReadonlyMap<number, unknown> =>
    audited(auditRelease('plain', { table: hide(four, hidden), terms: plainly, truth: null }, solver, () => 'go on')).intervals;

  test('sdcTable’s four by four is open although every line has two hidden cells', () => {
    const wb = cellAt(four.layout, [1, 2]);
    expect(intervalsOf(twice).get(wb)).toMatchObject({ low: 47, high: 47 });
  });

  test('and is not when one more is hidden', () => {
    const [wb, xb] = [cellAt(four.layout, [1, 2]), cellAt(four.layout, [2, 2])];
    const intervals = intervalsOf([...twice, ['x', 'b']]);
    expect([intervals.get(wb), intervals.get(xb)]).toEqual([
      { low: 0, high: 141, proven: true },
      { low: 30, high: 171, proven: true },
    ]);
  });
});

describe('the attackers', () => {
  const pattern = fc.tuple(
    smallTable,
    fc.array(fc.boolean(), { minLength: 80, maxLength: 80 }),
    fc.constantFrom('show' as const, 'hide' as const),
  );

  test('find the same intervals as an attacker written a second time, whatever is hidden', () => {
    fc.assert(
      fc.property(pattern, ([table, chosen, zeros]) => {
        const published = table.counts.map((count, cell) => (chosen[cell] && (zeros === 'hide' || count > 0) ? null : count));
        const hidden = published.flatMap((value, cell) => (value === null ? [cell] : []));
        for (const attacker of ['plain', 'rule-aware'] as const) {
          const terms = { ...plainly, zeros };
          const { intervals } = audited(
            auditRelease(attacker, { table: { ...table, published }, terms, truth: null }, solver, () => 'go on'),
          );
          const expected = second.attack(table, published, attacker === 'rule-aware' && zeros === 'show' ? 1 : 0, hidden);
          expect([...intervals].map(([cell, { low, high }]) => ({ cell, low, high }))).toEqual(expected);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('as insiders find what the second attacker finds when he is told her count, and nothing about herself', () => {
    fc.assert(
      fc.property(pattern, ([table, chosen]) => {
        const published = table.counts.map((count, cell) => ((chosen[cell] || count === 1) && count > 0 ? null : count));
        const outcome = audited(
          auditRelease('insider', { table: { ...table, published }, terms: plainly, truth: table.counts }, solver, () => 'go on'),
        );
        const hidden = published.flatMap((value, cell) => (value === null ? [cell] : []));
        const expected = new Set(second.attack(table, published, 1, hidden).flatMap(({ cell, low, high }) => (low === high ? [cell] : [])));
        for (const { held, targets } of insidersOf(table, (cell) => published[cell] !== null))
          for (const { cell, low, high } of second.attack(table, published, 1, targets, new Map(held)))
            if (low === high) expected.add(cell);
        expect(new Set(outcome.opened.map(({ cell }) => cell))).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });

  test('see the same in a rounded table', () => {
    const table = countTable([dimension('a', ['1', '2', '3']), dimension('b', ['1', '2'])], [1, 0, 3, 7, 2, 2]);
    const published = [15, 10, 5, 0, 0, 0, 10, 5, 5, 5, 5, 0];
    const terms: Terms = { ...plainly, rounding: { base: 5, steps: 0 } };
    const { intervals } = audited(auditRelease('plain', { table: { ...table, published }, terms, truth: null }, solver, () => 'go on'));
    const boxes = published.map((value) => [Math.max(0, value - 4), value + 4] as const);
    const expected = second.attack(
      table,
      boxes,
      0,
      published.map((_, cell) => cell),
    );
    expect([...intervals].map(([cell, { low, high }]) => ({ cell, low, high }))).toEqual(expected);
  });

  test('say so when no table agrees with what is printed', () => {
    const table = countTable([dimension('a', ['1', '2'])], [3, 4]);
    const wrong = { ...table, published: [8, null, 9] };
    expect(auditRelease('plain', { table: wrong, terms: plainly, truth: null }, solver, () => 'go on').outcome).toBe('contradiction');
  });

  test('stop when they are told to', () => {
    const table = countTable([dimension('a', ['1', '2', '3'])], [3, 4, 5]);
    const request = { table: { ...table, published: [12, null, null, null] }, terms: plainly, truth: null };
    expect(auditRelease('plain', request, solver, () => 'stop').outcome).toBe('stopped');
  });
});

test('an insider of a large table is asked about cells that share no sum with hers', () => {
  // She knows row 1 but for two cells, so their sum; by columns 2 and 3 the sum of the two beneath; and by row 2 its last cell.
  const square = [1, 3, 3, 7, 7, 3, 3, 3, 3, 7, 7, 3, 3, 7, 7, 3];
  // Forty rows of ones that all can read: far more than 20,000 pairs of a one and a cell.
  const rows = Array.from({ length: 44 }, (_, row) => `${row + 1}`);
  const table = countTable(
    [dimension('row', rows), dimension('column', ['a', 'b', 'c', 'd'])],
    [...square, ...Array.from({ length: 160 }, () => 1)],
  );
  const published = hide(
    table,
    ['1a', '1b', '1c', '2b', '2c', '2d', '3a', '3d', '4a', '4d'].map((cell) => cell.split('')),
  );
  const openedTo = (attacker: 'rule-aware' | 'insider'): readonly unknown[] =>
    audited(
      auditRelease(
        attacker,
        { table: published, terms: plainly, truth: attacker === 'insider' ? table.counts : null, everyEnd: false },
        solver,
        () => 'go on',
      ),
    ).opened;
  expect(openedTo('rule-aware')).toEqual([]);
  const her = cellAt(table.layout, [1, 1]);
  expect(openedTo('insider')).toEqual([{ cell: cellAt(table.layout, [2, 4]), low: 3, high: 3, insider: her }]);
  const [only] = insidersOf(table, (cell) => published.published[cell] !== null);
  expect([only?.cell, only?.near.includes(cellAt(table.layout, [2, 4]))]).toEqual([her, false]);
});

test('what an earlier table of another layout tells by further cells refutes a table that was seen, also beside counted places', () => {
  const matter = 'a call';
  const rule: Terms = { ...plainly, zeros: 'hide' };
  // sdcTable's four by four, open although every line has two hidden cells; and now its column b by itself, with all else as one.
  const counts = [30, 47, 64, 89, 90, 124, 5, 31, 92, 100, 59, 85, 800, 991, 651, 685];
  const four = countTable([dimension('row', ['w', 'x', 'y', 'z']), dimension('column', ['a', 'b', 'c', 'd'])], counts);
  const rows = [0, 1, 2, 3].map((row) => counts.slice(4 * row, 4 * row + 4));
  const two = countTable(
    [dimension('row', ['w', 'x', 'y', 'z']), dimension('column', ['b', 'rest'])],
    rows.flatMap(([first = 0, inB = 0, third = 0, fourth = 0]) => [inB, first + third + fourth]),
  );
  const blank = { layout: two.layout, published: two.counts.map(() => null) };
  const among = ['w', 'x', 'y', 'z'].map((row) => ({ row, column: 'b' }));
  const earlier = [
    {
      id: 'four',
      matter,
      terms: rule,
      table: hide(
        four,
        ['wa', 'wb', 'wc', 'xa', 'xc', 'yb', 'yd', 'zb', 'zd'].map((cell) => cell.split('')),
      ),
    },
    {
      id: 'counted',
      matter,
      terms: rule,
      table: blank,
      beside: { absent: [...blank.published.keys()], most: [], counted: [{ name: 'x', among, withAny: 4 }] },
    },
  ];
  const cell = (row: number, column: number): number => cellAt(two.layout, [row, column]);
  /** As many women moved from y to w in column b, and back in the rest: it agrees with every sum of the table itself. */
  const moved = (by: number): readonly number[] => {
    const other = [...two.counts];
    for (const [row, column, sign] of [
      [1, 1, 1],
      [3, 1, -1],
      [1, 2, -1],
      [3, 2, 1],
    ] as const)
      other[cell(row, column)] = (other[cell(row, column)] ?? 0) + sign * by;
    return other;
  };
  const openedWhen = (seen: readonly (readonly number[])[]): readonly number[] =>
    audited(
      auditRelease(
        'plain',
        {
          table: blank,
          terms: rule,
          truth: null,
          earlier: joinReleases({ layout: two.layout, matter }, earlier, 'plain'),
          targets: [cell(1, 1)],
          everyEnd: false,
          seen,
        },
        solver,
        () => 'go on',
      ),
    ).opened.map((one) => one.cell);
  expect(openedWhen([])).toEqual([cell(1, 1)]);
  expect(openedWhen([moved(7), moved(-7)])).toEqual([cell(1, 1)]);
});

test('one sum at a time never excludes the truth', () => {
  fc.assert(
    fc.property(smallTable, fc.array(fc.boolean(), { minLength: 80, maxLength: 80 }), ({ layout, counts }, chosen) => {
      const lower = counts.map((count, cell) => (chosen[cell] ? 0 : count));
      const upper = counts.map((count, cell) => (chosen[cell] ? Number.POSITIVE_INFINITY : count));
      const narrowed = propagate(layout.sums, { lower, upper });
      expect(narrowed).not.toBeNull();
      counts.forEach((count, cell) => {
        expect(narrowed?.lower[cell]).toBeLessThanOrEqual(count);
        expect(narrowed?.upper[cell]).toBeGreaterThanOrEqual(count);
      });
    }),
  );
});
