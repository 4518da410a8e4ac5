/**
 * The attack on a suppression that is being made (da: angreb under arbejdet): which hidden cells are opened for whom, asked again with each
 * choice of hidden cells.
 */
import type { Solver } from '../linear-problem.ts';
import { type Attacker, boundsOf, insidersOf } from './attackers.ts';
import { openFinds } from './finds.ts';
import { findOpened } from './opened.ts';
import { meet, propagate } from './propagate.ts';
import { type Held, openSpace, type SearchSpace } from './search-space.ts';
import type { SuppressionRequest } from './suppress-table.ts';

/** An opened cell, and what the one who opened it holds. */
export type Breach = { readonly cell: number; readonly low: number; readonly high: number; readonly held: Held; readonly insider: boolean };

/** Large counts of which less is asked, or nothing of an insider. */
export type Exceptions = { readonly given: ReadonlySet<number>; readonly conceded: ReadonlySet<number> };

/** What the attackers open of a choice of hidden cells. */
export type Attack = {
  /** All breaches, or the first ones, for readers who also know what is held. */
  breaches(held: Held, most?: number): readonly Breach[];
  /** Whether one breach is open again for a reader who also knows what is held. */
  reopens(breach: Breach, held: Held): boolean;
  readonly space: SearchSpace;
  close(): void;
};

/** Opens the attack. `seen` are tables that agree with what is published; the true one does. */
export function openAttack(
  { table, terms, against, rule, known }: SuppressionRequest,
  hidden: readonly boolean[],
  exceptions: Exceptions,
  seen: readonly Int32Array[],
  solver: Solver,
): Attack {
  const published = table.counts.map((count, cell) => (hidden[cell] ? null : count));
  const reader: Attacker = against.some((attacker) => attacker !== 'plain') ? 'rule-aware' : 'plain';
  const sums = known ? [...table.layout.sums, ...known.sums] : table.layout.sums;
  const own = boundsOf({ layout: table.layout, published }, reader, terms);
  const bounds = propagate(sums, known ? meet(own, known.bounds) : own);
  if (!bounds) throw new Error('the true table does not agree with itself');
  const finds = openFinds({ layout: table.layout, sums, bounds, counted: [], starts: [table.counts] }, solver);
  const space = openSpace(sums, bounds, solver, (cell, value, held) => finds.reaches(cell, value, held));
  space.show(table.counts);
  for (const before of seen) space.show(before);
  const targets = hidden.flatMap((isHidden, cell) => (isHidden ? [cell] : []));
  const insiders = against.includes('insider') ? insidersOf(table, (cell) => !hidden[cell]) : [];
  const countOf = (cell: number): number | null => (rule === 'small' || exceptions.given.has(cell) ? (table.counts[cell] ?? null) : null);
  return {
    space,
    reopens: (breach, held) => findOpened(space, [breach.cell], terms, countOf, [...held, ...breach.held]).length > 0,
    breaches(held, most = Number.POSITIVE_INFINITY) {
      const isHeld = new Set(held.map(([cell]) => cell));
      const left = targets.filter((cell) => !isHeld.has(cell));
      const open = findOpened(space, left, terms, countOf, held, most).map((one) => ({ ...one, held, insider: false }));
      // Who opens everything for everybody needs no insider to do it; insiders are asked when the others have failed.
      if (open.length > 0) return open;
      const found: Breach[] = [];
      for (const insider of insiders) {
        if (found.length >= most) break;
        const hers = [...held, ...insider.held];
        const mine = insider.targets.filter((cell) => !isHeld.has(cell) && !exceptions.conceded.has(cell));
        for (const one of findOpened(space, mine, terms, countOf, hers, most)) found.push({ ...one, held: insider.held, insider: true });
      }
      return found;
    },
    close() {
      space.close();
      finds.close();
    },
  };
}
