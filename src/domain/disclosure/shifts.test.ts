import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { smallTable } from '../../../test/count-tables.ts';
import { loadAttacker, type LpAttacker } from '../../../test/lp-attacker.ts';
import { loadSolver } from '../../compute/solver.ts';
import type { Solver } from '../linear-problem.ts';
import { type Attacker, attackers, insidersOf } from './attackers.ts';
import { isOpened } from './opened.ts';
import { auditRelease } from './release-audit.ts';
import { roundTable } from './rounding.ts';
import { openShifts } from './shifts.ts';
import { isSmall, type Terms } from './terms.ts';

let solver: Solver;
let second: LpAttacker;
beforeAll(async () => {
  solver = await loadSolver();
  second = await loadAttacker();
});

describe('a shift', () => {
  test('reaches only what a table can be, and most of what it can be', () => {
    const tally = { reached: 0, possible: 0 };
    fc.assert(
      fc.property(smallTable, fc.integer({ min: 1, max: 4 }), ({ layout, counts }, reach) => {
        const bounds = { lower: counts.map((count) => Math.max(0, count - reach)), upper: counts.map((count) => count + reach) };
        const shifts = openShifts(layout, bounds);
        const boxes = counts.map((_, cell) => [bounds.lower[cell] ?? 0, bounds.upper[cell] ?? 0] as const);
        const cells = counts.map((_, cell) => cell);
        for (const { held, near } of [{ held: [], near: cells }, ...insidersOf({ layout, counts }, () => false)]) {
          for (const { cell, low, high } of second.attack({ layout }, boxes, 0, near, new Map(held)))
            for (const value of [low - 1, low, high, high + 1]) {
              const isReached = shifts.find(counts, cell, value, held) !== null;
              const isPossible = value >= low && value <= high;
              if (isReached) expect(isPossible).toBe(true);
              tally.reached += isReached ? 1 : 0;
              tally.possible += isPossible ? 1 : 0;
            }
        }
      }),
      { numRuns: 25 },
    );
    expect(tally.reached).toBeGreaterThan(tally.possible * 0.9);
  });

  test('finds nothing where numbers are exact', () => {
    fc.assert(
      fc.property(smallTable, ({ layout, counts }) => {
        const shifts = openShifts(layout, { lower: counts, upper: counts });
        expect(counts.some((count, cell) => shifts.find(counts, cell, count + 1, []))).toBe(false);
      }),
      { numRuns: 20 },
    );
  });
});

describe('the audit of a rounded table', () => {
  const ways = fc.record({ base: fc.constantFrom(2, 3, 5), protect: fc.constantFrom('exact' as const, 'rule' as const) });

  test.each(attackers)('opens to the %s attacker what a second one opens, asked for every end or not', (attacker: Attacker) => {
    fc.assert(
      fc.property(smallTable, ways, (table, { base, protect }) => {
        const rounded = roundTable(table, base, solver, 10);
        if (rounded.outcome !== 'rounded') return;
        const { published, steps } = rounded;
        const terms: Terms = { threshold: base, zeros: 'show', protect, rounding: { base, steps } };
        const reach = base * (steps + 1) - 1;
        const boxes = published.map((value) => [Math.max(0, value - reach), value + reach] as const);
        const truth = attacker === 'insider' ? table.counts : null;
        const isOpen = ({ cell, low, high }: { readonly cell: number; readonly low: number; readonly high: number }): boolean =>
          isOpened({ low, high }, terms, truth?.[cell] ?? null);
        const all = second.attack(
          table,
          boxes,
          0,
          published.map((_, cell) => cell),
        );
        const expected = new Set(all.filter(isOpen).map(({ cell }) => cell));
        if (truth)
          for (const { held, targets } of insidersOf(table, () => false))
            for (const found of second.attack(table, boxes, 0, targets, new Map(held))) if (isOpen(found)) expected.add(found.cell);
        for (const everyEnd of [true, false]) {
          const audit = auditRelease(
            attacker,
            { table: { layout: table.layout, published }, terms, truth, everyEnd },
            solver,
            () => 'go on',
          );
          if (audit.outcome !== 'audited') throw new Error(audit.outcome);
          expect(new Set(audit.opened.map(({ cell }) => cell))).toEqual(expected);
          if (everyEnd && !truth) expect([...audit.intervals].map(([cell, { low, high }]) => ({ cell, low, high }))).toEqual(all);
          for (const { cell } of audit.opened) if (truth && protect === 'rule') expect(isSmall(truth[cell] ?? 0, terms)).toBe(true);
        }
      }),
      { numRuns: 15 },
    );
  });
});
