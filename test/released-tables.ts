/**
 * The proof that protection holds: random tables are protected, and an attacker written a second time tries to open what is published.
 * 300 tables in `npm test`, and as many as are asked for by `npm run proof`, a hundred at a time.
 */
import fc from 'fast-check';
import { expect } from 'vitest';
import { attackers, insidersOf } from '../src/domain/disclosure/attackers.ts';
import type { CountTable } from '../src/domain/disclosure/count-table.ts';
import { protectTable } from '../src/domain/disclosure/protect-table.ts';
import { protections, zeroRules } from '../src/domain/disclosure/terms.ts';
import type { Solver } from '../src/domain/linear-problem.ts';
import { seedOfPart } from './chance.ts';
import { polishFor, smallTable } from './count-tables.ts';
import type { Attacked, LpAttacker } from './lp-attacker.ts';

/** How many of the tables that were drawn were published, and how many refused. */
export type ProofTally = { readonly published: number; readonly refused: number };

const inPart = 100;

/** The parts of the proof that are asked for: SAMLOB_PROOF tables from number SAMLOB_PROOF_FROM on, which is the first of its hundred. */
export function proofParts(): readonly { readonly part: number; readonly first: number; readonly runs: number }[] {
  const tables = Number(process.env['SAMLOB_PROOF'] ?? 300);
  const from = Number(process.env['SAMLOB_PROOF_FROM'] ?? 0) / inPart;
  return Array.from({ length: Math.ceil(tables / inPart) }, (_, index) => {
    const part = from + index;
    return { part, first: part * inPart, runs: Math.min(inPart, tables - index * inPart) };
  });
}

/** Protects random tables in every way, and lets the second attacker try. */
export function proveProtection(solver: Solver, second: LpAttacker, { part, runs }: { part: number; runs: number }): ProofTally {
  const tally = { published: 0, refused: 0 };
  const ways = fc.record({
    method: fc.constantFrom('rounding' as const, 'suppression' as const),
    zeros: fc.constantFrom(...zeroRules),
    protect: fc.constantFrom(...protections),
    threshold: fc.constantFrom(3, 5),
  });
  fc.assert(
    fc.property(smallTable, ways, (table, { method, zeros, protect, threshold }) => {
      const outcome = protectTable(
        {
          table,
          method,
          terms: { threshold, zeros, protect },
          base: threshold,
          against: attackers,
          seconds: 10,
          mayPolish: polishFor(0.2),
        },
        solver,
        () => 'go on',
      );
      if (!outcome.published || !outcome.safe) {
        // A suppression that was found withstands its attackers; there is none that is given and then said to be open.
        if (method === 'suppression') expect(outcome.published).toBeNull();
        // What cannot be kept is refused, and only what asks for the most can be: the whole rule with every zero printed, or with rounding.
        expect([protect, method === 'rounding' || zeros === 'show']).toEqual(['rule', true]);
        tally.refused += 1;
        return;
      }
      tally.published += 1;
      const { published } = outcome.published;
      const reach = outcome.terms.rounding ? outcome.terms.rounding.base * (outcome.terms.rounding.steps + 1) - 1 : 0;
      const seen = published.map((value) =>
        value === null || reach === 0 ? value : ([Math.max(0, value - reach), value + reach] as const),
      );
      const secret = published.flatMap((value, cell) => (value === null || reach > 0 ? [cell] : []));
      if (method === 'suppression')
        table.counts.forEach((count, cell) => {
          if (count > 0 && count < threshold) expect(published[cell]).toBeNull();
          if (count === 0 && zeros === 'show') expect(published[cell]).toBe(0);
          if (published[cell] !== null) expect(published[cell]).toBe(count);
        });
      const least = method === 'suppression' && zeros === 'show' ? 1 : 0;
      const isRounded = method === 'rounding';
      for (const known of new Set([0, least])) holds(table, second.attack(table, seen, known, secret), protect, threshold);
      for (const { held, targets } of insidersOf(table, (cell) => published[cell] !== null && !isRounded))
        holds(table, second.attack(table, seen, least, targets, new Map(held)), protect, threshold);
    }),
    { numRuns: runs, seed: seedOfPart(part) },
  );
  return tally;
}

function holds({ counts }: CountTable, found: readonly Attacked[], protect: 'exact' | 'rule', threshold: number): void {
  for (const { cell, low, high } of found) {
    expect(low, `cell ${cell} is worked out`).not.toBe(high);
    const count = counts[cell] ?? 0;
    if (protect === 'exact' || count === 0 || count >= threshold) continue;
    expect(low).toBeLessThanOrEqual(1);
    expect(high).toBeGreaterThanOrEqual(threshold - 1);
  }
}
