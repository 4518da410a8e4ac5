import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { countTable, dimension, smallTable } from '../../../test/count-tables.ts';
import { loadAttacker, type LpAttacker } from '../../../test/lp-attacker.ts';
import { loadSolver } from '../../compute/solver.ts';
import type { Solver } from '../linear-problem.ts';
import { boundsOf, insidersOf } from './attackers.ts';
import { openFinds } from './finds.ts';
import { openNearest } from './nearest.ts';
import { propagate } from './propagate.ts';
import type { Terms } from './terms.ts';

let solver: Solver;
let second: LpAttacker;
beforeAll(async () => {
  solver = await loadSolver();
  second = await loadAttacker();
});

const terms: Terms = { threshold: 5, zeros: 'show', protect: 'exact', rounding: null };
const hiddenSome = fc.tuple(smallTable, fc.array(fc.boolean(), { minLength: 80, maxLength: 80 }));

test('what was found for one reader is told to another only where it can be for her too, as an attacker written a second time sees it', () => {
  const tally = { told: 0, possible: 0 };
  fc.assert(
    fc.property(hiddenSome, ([table, chosen]) => {
      const { layout, counts } = table;
      const published = counts.map((count, cell) => (count > 0 && (count === 1 || chosen[cell]) ? null : count));
      const bounds = propagate(layout.sums, boundsOf({ layout, published }, 'rule-aware', terms));
      if (!bounds) throw new Error('the true table does not agree with itself');
      const finds = openFinds({ layout, sums: layout.sums, bounds, counted: [], starts: [counts] }, solver);
      try {
        const everybody = { held: [], targets: published.flatMap((value, cell) => (value === null ? [cell] : [])) };
        const readers = [everybody, ...insidersOf(table, (cell) => published[cell] !== null)];
        // Twice, so that the second time all that was found for the others is there to be told.
        for (const { held, targets } of [...readers, ...readers]) {
          for (const { cell, low, high } of second.attack(table, published, 1, targets, new Map(held))) {
            const count = counts[cell] ?? 0;
            for (const value of [count - 1, count + 1]) {
              const isTold = finds.reaches(cell, value, held);
              if (isTold) expect([low <= value, value <= high]).toEqual([true, true]);
              tally.told += isTold ? 1 : 0;
              tally.possible += value >= low && value <= high ? 1 : 0;
            }
          }
        }
      } finally {
        finds.close();
      }
    }),
    { numRuns: 25 },
  );
  expect(tally.told).toBeGreaterThan(tally.possible * 0.9);
});

test('a sum that is known beside those of the layout is kept by every table that is told', () => {
  const { layout, counts } = countTable([dimension('by', ['a', 'b', 'c', 'd'])], [2, 2, 2, 2]);
  // The whole and b are printed. Beside it is known that a and b are twice c: a cannot be three, though c and d could make room.
  const isPrinted = (cell: number): boolean => cell === 0 || cell === 2;
  const bounds = {
    lower: counts.map((count, cell) => (isPrinted(cell) ? count : 0)),
    upper: counts.map((count, cell) => (isPrinted(cell) ? count : 4)),
  };
  const beside = { whole: 3, parts: [1, 2], times: 2 };
  for (const [sums, isFound] of [
    [layout.sums, true],
    [[...layout.sums, beside], false],
  ] as const) {
    const finds = openFinds({ layout, sums, bounds, counted: [], starts: [counts] }, solver);
    expect(finds.reaches(1, 3, [])).toBe(isFound);
    finds.close();
  }
});

test('the nearest other table agrees with every sum and bound, has the value, and leaves what is held; none is said where there is none', () => {
  fc.assert(
    fc.property(hiddenSome, ([table, chosen]) => {
      const { layout, counts } = table;
      const lower = counts.map((count, cell) => (chosen[cell] ? 0 : count));
      const upper = counts.map((count, cell) => (chosen[cell] ? Number.POSITIVE_INFINITY : count));
      const nearest = openNearest(layout.sums, { lower, upper }, counts, solver);
      try {
        for (const [cell, count] of counts.entries()) {
          const other = (cell + 1) % counts.length;
          const held = [[other, counts[other] ?? 0]] as const;
          const found = nearest.find(cell, count + 1, held);
          if (found === null) continue;
          if (found === 'none') {
            const published = counts.map((one, at) => (chosen[at] ? null : one));
            const [asked] = second.attack(table, published, 0, [cell], new Map(held));
            expect(asked && asked.low <= count + 1 && asked.high >= count + 1).not.toBe(true);
            continue;
          }
          expect([found[cell], found[other]]).toEqual([count + 1, counts[other]]);
          expect([...found].every((now, one) => now >= (lower[one] ?? 0) && now <= (upper[one] ?? 0))).toBe(true);
          for (const { whole, parts } of layout.sums) expect(parts.reduce((sum, part) => sum + (found[part] ?? 0), 0)).toBe(found[whole]);
        }
      } finally {
        nearest.close();
      }
    }),
    { numRuns: 40 },
  );
});
