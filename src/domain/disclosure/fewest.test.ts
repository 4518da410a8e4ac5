import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { smallTable } from '../../../test/count-tables.ts';
import { loadSolver } from '../../compute/solver.ts';
import type { Solver } from '../linear-problem.ts';
import { type Attacker, attackers } from './attackers.ts';
import type { CountTable } from './count-table.ts';
import { auditRelease } from './release-audit.ts';
import { suppressTable } from './suppress-table.ts';
import { isSmall, type Terms } from './terms.ts';

let solver: Solver;
beforeAll(async () => {
  solver = await loadSolver();
});

/** The fewest cells that can be hidden, by trying every choice; `null` where none is safe. */
function fewestByTrying(table: CountTable, terms: Terms, against: readonly Attacker[]): number | null {
  const { layout, counts } = table;
  const free = counts.flatMap((count, cell) => (count > 0 && !isSmall(count, terms) ? [cell] : []));
  const forced = counts.filter((count) => isSmall(count, terms)).length;
  let fewest: number | null = null;
  for (let choice = 0; choice < 1 << free.length; choice += 1) {
    const chosen = new Set(free.filter((_, index) => (choice >> index) & 1));
    const hidden = forced + chosen.size;
    if (fewest !== null && hidden >= fewest) continue;
    const published = counts.map((count, cell) => (isSmall(count, terms) || chosen.has(cell) ? null : count));
    const isSafe = against.every((attacker) => {
      const truth = attacker === 'insider' ? counts : null;
      const audit = auditRelease(attacker, { table: { layout, published }, terms, truth, everyEnd: false }, solver, () => 'go on');
      return audit.outcome === 'audited' && audit.safe;
    });
    if (isSafe) fewest = hidden;
  }
  return fewest;
}

describe('the fewest hidden cells', () => {
  const tables = smallTable.filter(
    ({ counts }) => counts.some((count) => count > 0 && count < 3) && counts.filter((count) => count > 2).length <= 8,
  );

  test.each([[['plain']], [attackers]] as const)('are what trying every choice finds, against %j', (against) => {
    fc.assert(
      fc.property(tables, (table) => {
        const terms: Terms = { threshold: 3, zeros: 'show', protect: 'exact', rounding: null };
        const found = suppressTable({ table, terms, against, rule: 'hidden', mayPolish: () => true }, solver, () => 'go on');
        const expected = fewestByTrying(table, terms, against);
        if (found.outcome !== 'hidden') {
          expect(expected).toBeNull();
          return;
        }
        const hidden = found.hidden.filter(Boolean).length;
        expect([found.bound, hidden]).toEqual([expected, expected]);
      }),
      { numRuns: 25 },
    );
  });

  test('are not sought when there is no time, and the small counts are then all that is known', () => {
    fc.assert(
      fc.property(tables, (table) => {
        const terms: Terms = { threshold: 3, zeros: 'show', protect: 'exact', rounding: null };
        const found = suppressTable({ table, terms, against: attackers, rule: 'hidden', mayPolish: () => false }, solver, () => 'go on');
        if (found.outcome === 'hidden') expect(found.bound).toBe(table.counts.filter((count) => isSmall(count, terms)).length);
      }),
      { numRuns: 10 },
    );
  });
});
