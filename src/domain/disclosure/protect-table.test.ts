import { beforeAll, describe, expect, test } from 'vitest';
import { countTable, dimension, polishFor, referenceTable } from '../../../test/count-tables.ts';
import { loadAttacker, type LpAttacker } from '../../../test/lp-attacker.ts';
import { type ProofTally, proofParts, proveProtection } from '../../../test/released-tables.ts';
import { loadSolver } from '../../compute/solver.ts';
import type { Solver } from '../linear-problem.ts';
import { type Attacker, attackers } from './attackers.ts';
import { isInnerCell } from './count-table.ts';
import { type ProtectRequest, protectTable } from './protect-table.ts';
import { suppressTable } from './suppress-table.ts';

declare module 'vitest' {
  interface TaskMeta {
    /** For the sum that `npm run proof` gives at its end. */
    proof?: ProofTally;
  }
}

let solver: Solver;
let second: LpAttacker;
beforeAll(async () => {
  solver = await loadSolver();
  second = await loadAttacker();
});

const usual: Omit<ProtectRequest, 'table'> = {
  method: 'suppression',
  terms: { threshold: 5, zeros: 'show', protect: 'exact' },
  base: 5,
  against: attackers,
  seconds: 10,
  mayPolish: () => true,
};

/** Every way to place up to so many women in so many cells. */
function countsUpTo(cells: number, most: number): readonly (readonly number[])[] {
  if (cells === 0) return [[]];
  return Array.from({ length: most + 1 }, (_, count) => count).flatMap((count) =>
    countsUpTo(cells - 1, most - count).map((others) => [count, ...others]),
  );
}

/** A proof takes as long as it takes: a part that is slow on a busy machine is no part with an opened table. */
const patience = process.env['SAMLOB_PROOF'] === undefined ? 600_000 : 0;

describe('a protected table', () => {
  for (const { part, first, runs } of proofParts())
    test(
      `is opened by none of the three attackers, one of them written a second time: random tables ${first} to ${first + runs - 1}`,
      ({ task }) => {
        const tally = proveProtection(solver, second, { part, runs });
        task.meta.proof = tally;
        expect(tally.published).toBeGreaterThan(runs / 2);
      },
      patience,
    );

  test.each([
    ['three cells', [dimension('a', ['1', '2', '3'])], 3, 8],
    ['two by two', [dimension('a', ['1', '2']), dimension('b', ['1', '2'])], 4, 6],
    ['two regions', [dimension('mun', [], ['m1<r1', 'm2<r1', 'm3<r2', 'm4<r2'])], 4, 6],
  ] as const)(
    'that is rounded tells nothing exactly to one who rounds every table there can be himself: %s',
    (_, dimensions, inner, most) => {
      const publications = new Map<string, (readonly number[])[]>();
      for (const counts of countsUpTo(inner, most)) {
        const table = countTable([...dimensions], counts);
        const rounded = { ...usual, table, method: 'rounding', base: 3, terms: { ...usual.terms, threshold: 3 } } as const;
        const { published, safe } = protectTable(rounded, solver, () => 'go on');
        expect(safe).toBe(true);
        const key = JSON.stringify(published?.published);
        publications.set(key, [...(publications.get(key) ?? []), table.counts]);
      }
      expect(publications.size).toBeGreaterThan(3);
      for (const [key, tables] of publications)
        for (const [cell, count] of (tables[0] ?? []).entries())
          if (count > 0 && count < 3) expect(new Set(tables.map((counts) => counts[cell])).size, `${key}, cell ${cell}`).toBeGreaterThan(1);
    },
  );

  test('has nothing hidden where nothing is small', () => {
    const table = countTable([dimension('a', ['1', '2'])], [7, 9]);
    const outcome = protectTable({ ...usual, table }, solver, () => 'go on');
    expect([outcome.status, outcome.cost, outcome.published?.published]).toEqual(['optimal', 0, [16, 7, 9]]);
  });

  test('is not found where the time is over at once', () => {
    const table = countTable([dimension('a', ['1', '2'])], [1, 9]);
    expect(protectTable({ ...usual, table }, solver, () => 'stop').status).toBe('undecided');
  });

  test('names the cell and the attacker where no hiding is enough', () => {
    // Two women of one each: their sum is at least two, so it can never look like one.
    const table = countTable([dimension('a', ['1', '2'])], [1, 1]);
    const outcome = protectTable({ ...usual, table, terms: { ...usual.terms, protect: 'rule' } }, solver, () => 'go on');
    expect([outcome.status, outcome.opened?.attacker]).toEqual(['infeasible', 'rule-aware']);
  });

  // Each was refused once, though a table that withstands the three attackers was there.
  test.each([
    ['a total that must be hidden and can be seen not to be 1', [dimension('mun', [], ['m1<r1', 'm2<r1', 'm3<r2', 'm4<r2'])], [0, 1, 0, 9]],
    ['a column alone', [dimension('a', ['1']), dimension('b', ['1', '2'])], [1, 8]],
  ])('keeps the whole rule with zeros printed: %s', (_, dimensions, counts) => {
    const table = countTable(dimensions, counts);
    const outcome = protectTable({ ...usual, table, terms: { ...usual.terms, protect: 'rule' } }, solver, () => 'go on');
    expect([outcome.published === null, outcome.safe, outcome.evident.length > 0]).toEqual([false, true, true]);
    for (const cell of outcome.evident) expect(table.counts[cell]).toBeGreaterThanOrEqual(5);
    const { published = [] } = outcome.published ?? {};
    const secret = published.flatMap((value, cell) => (value === null ? [cell] : []));
    for (const { cell, low, high } of second.attack(table, published, 1, secret)) {
      expect(low).toBeLessThan(high);
      if ((table.counts[cell] ?? 0) < 5) expect([low, high >= 4]).toEqual([1, true]);
    }
  });

  test('is opened to no woman in a cell that shares no sum with hers', () => {
    // With what the neighbours of the one in cell 1, 1, 3 tell, she knew once that 1, 2, 2 was two or more.
    const counts = [0, 4, 1, 2, 2, 2, 1, 0, 1, 1, 9, 9, 2, 0, 0, 2, 2, 1];
    const codes = (name: string, count: number) =>
      dimension(
        name,
        Array.from({ length: count }, (_, at) => `${at + 1}`),
      );
    const table = countTable([codes('a', 2), codes('b', 3), codes('c', 3)], counts);
    const terms = { threshold: 3, zeros: 'hide', protect: 'rule' } as const;
    const outcome = protectTable({ ...usual, table, terms, mayPolish: polishFor(2) }, solver, () => 'go on');
    expect(outcome.safe).toBe(true);
    const { published = [] } = outcome.published ?? {};
    const hidden = published.flatMap((value, cell) => (value === null ? [cell] : []));
    const singles = hidden.filter((cell) => table.counts[cell] === 1 && isInnerCell(table.layout, cell));
    expect(singles.length).toBeGreaterThan(0);
    for (const hers of singles)
      for (const { cell, low, high } of second.attack(table, published, 0, hidden, new Map([[hers, 1]]))) {
        const count = table.counts[cell] ?? 0;
        if (count === 1) continue;
        expect(low).toBeLessThan(high);
        if (count === 2) expect([low <= 1, high >= 2]).toEqual([true, true]);
      }
  });

  test.each([3, 5])('goes a step further from the counts where the nearest multiples of %s tell too much together', (base) => {
    const table = countTable([dimension('a', ['1', '2', '3']), dimension('b', ['1', '2', '3'])], [1, 9, 1, 9, 1, 0, 0, 1, 1]);
    const rule = { ...usual, method: 'rounding', base, terms: { ...usual.terms, protect: 'rule' } } as const;
    const narrow = protectTable({ ...rule, table, mayPolish: () => false }, solver, () => 'go on');
    const wide = protectTable({ ...rule, table }, solver, () => 'go on');
    expect([narrow.terms.rounding?.steps, narrow.safe, wide.safe]).toEqual([0, false, true]);
    expect(wide.terms.rounding?.steps).toBeGreaterThan(0);
  });
});

// The optima of stats.md 2.3 and 2.4 (plain attacker, small counts alone), and what the best of the peers hides.
const compared = [
  { name: 'region_year_cat', threshold: 3, protect: 'exact', optimum: 30, peer: 36 },
  { name: 'region_year_cat', threshold: 5, protect: 'exact', optimum: 49, peer: 51 },
  { name: 'mun_year_dense', threshold: 3, protect: 'rule', optimum: 63, peer: 69 },
  { name: 'mun_year_dense', threshold: 5, protect: 'rule', optimum: 114, peer: 117 },
  { name: 'mun_year', threshold: 3, protect: 'rule', optimum: 227, peer: 227 },
  { name: 'mun_year', threshold: 5, protect: 'rule', optimum: 274, peer: 275 },
] as const;
for (const { name, threshold, protect, optimum, peer } of compared) {
  const table = referenceTable(name);
  if (!table) continue;
  test(`${name} below ${threshold} hides ${optimum} cells at best, a peer ${peer}, and we never say that fewer is impossible`, () => {
    const against: readonly Attacker[] = ['plain'];
    const terms = { threshold, zeros: 'show', protect, rounding: null } as const;
    const until = performance.now() + 20_000;
    const outcome = suppressTable(
      { table, terms, against, rule: 'small', mayPolish: () => performance.now() < until },
      solver,
      () => 'go on',
    );
    if (outcome.outcome !== 'hidden') throw new Error(outcome.outcome);
    const hidden = outcome.hidden.filter(Boolean).length;
    expect(hidden).toBeGreaterThanOrEqual(optimum);
    expect(hidden).toBeLessThanOrEqual(Math.ceil(optimum * 1.2));
    expect(outcome.bound).toBeLessThanOrEqual(optimum);
  });
}
