/** Protection of a table (da: beskyttelse): rounded or suppressed, and audited as it would be by those who attack it. */
import type { Solver } from '../linear-problem.ts';
import { type Attacker, attackers, type PublishedTable } from './attackers.ts';
import type { CountTable } from './count-table.ts';
import { type AuditOutcome, auditRelease, type OnProgress } from './release-audit.ts';
import { roundTable } from './rounding.ts';
import { suppressTable } from './suppress-table.ts';
import type { Terms } from './terms.ts';

export const protectMethods = ['rounding', 'suppression'] as const;
export type ProtectMethod = (typeof protectMethods)[number];

export type ProtectRequest = {
  readonly table: CountTable;
  readonly method: ProtectMethod;
  readonly terms: Omit<Terms, 'rounding'>;
  readonly base: number;
  readonly against: readonly Attacker[];
  readonly alsoHidden?: readonly number[];
  /** Cells that all can read already: hiding them protects nothing. */
  readonly stayPrinted?: readonly number[];
  /** How long a rounding may be sought. */
  readonly seconds: number;
  /** Whether there is still time to look for a cheaper suppression. */
  readonly mayPolish: () => boolean;
};

/** `found`: protected, though perhaps not as cheaply as can be. `infeasible`: no table of this kind withstands the attackers. */
export type ProtectStatus = 'optimal' | 'found' | 'infeasible' | 'undecided';

export type ProtectOutcome = {
  readonly status: ProtectStatus;
  /** Whether nothing cheaper can be had. */
  readonly optimal: boolean;
  /** What the cost cannot be below; `null` where nothing is known. */
  readonly bound: number | null;
  /** Rounding: the sum of |published − true|. Suppression: the number of hidden cells. `null` where there is no table. */
  readonly cost: number | null;
  readonly published: PublishedTable | null;
  readonly terms: Terms;
  readonly audits: readonly AuditOutcome[];
  /** Whether there is a table that none of the attackers opens. Only such a table may be released. */
  readonly safe: boolean;
  /** Where it is infeasible: the cell that stays open, and to whom. */
  readonly opened: { readonly cell: number; readonly attacker: Attacker } | null;
};

/** Protects a table and attacks the result. */
export function protectTable(request: ProtectRequest, solver: Solver, onProgress: OnProgress): ProtectOutcome {
  switch (request.method) {
    case 'rounding':
      return protectByRounding(request, solver, onProgress);
    case 'suppression':
      return protectBySuppression(request, solver, onProgress);
  }
}

function protectByRounding(
  { table, terms, base, against, seconds }: ProtectRequest,
  solver: Solver,
  onProgress: OnProgress,
): ProtectOutcome {
  const rounded = roundTable(table, base, solver, seconds);
  if (rounded.outcome !== 'rounded') {
    const status = rounded.outcome;
    return { ...nothing, status, terms: { ...terms, rounding: { base, steps: 0 } } };
  }
  const { published, cost, bound, optimal, steps } = rounded;
  const release = { layout: table.layout, published };
  const agreed: Terms = { ...terms, rounding: { base, steps } };
  const audits = auditsOf(release, agreed, table, against, solver, onProgress);
  return {
    status: optimal ? 'optimal' : 'found',
    optimal,
    bound,
    cost,
    published: release,
    terms: agreed,
    audits,
    safe: isSafe(audits),
    opened: null,
  };
}

function protectBySuppression(request: ProtectRequest, solver: Solver, onProgress: OnProgress): ProtectOutcome {
  const { table, against, alsoHidden = [], stayPrinted = [] } = request;
  const terms: Terms = { ...request.terms, rounding: null };
  const suppressed = suppressTable(
    { table, terms, against, alsoHidden, stayPrinted, rule: 'hidden', mayPolish: request.mayPolish },
    solver,
    onProgress,
  );
  switch (suppressed.outcome) {
    case 'stopped':
      return { ...nothing, status: 'undecided', terms };
    case 'infeasible':
      return { ...nothing, status: 'infeasible', terms, opened: { cell: suppressed.cell, attacker: suppressed.attacker } };
    case 'hidden': {
      const { hidden, bound, seen } = suppressed;
      const cost = hidden.filter(Boolean).length;
      const published = { layout: table.layout, published: table.counts.map((count, cell) => (hidden[cell] ? null : count)) };
      const audits = auditsOf(published, terms, table, against, solver, onProgress, seen);
      const optimal = bound === cost;
      return { status: optimal ? 'optimal' : 'found', optimal, bound, cost, published, terms, audits, safe: isSafe(audits), opened: null };
    }
  }
}

const nothing = { optimal: false, bound: null, cost: null, published: null, audits: [], safe: false, opened: null } as const;

function isSafe(audits: readonly AuditOutcome[]): boolean {
  return audits.every((audit) => audit.outcome === 'audited' && audit.safe);
}

/** Attacks by each attacker; those who need no truth are given none, as a reader has none. */
function auditsOf(
  table: PublishedTable,
  terms: Terms,
  { counts }: CountTable,
  against: readonly Attacker[],
  solver: Solver,
  onProgress: OnProgress,
  seen: readonly Int32Array[] = [],
): readonly AuditOutcome[] {
  return attackers
    .filter((attacker) => against.includes(attacker))
    .map((attacker) =>
      auditRelease(attacker, { table, terms, truth: attacker === 'insider' ? counts : null, everyEnd: false, seen }, solver, onProgress),
    );
}
