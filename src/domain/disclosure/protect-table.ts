/** Protection of a table (da: beskyttelse): rounded or suppressed, and audited as it would be by those who attack it. */
import type { Solver } from '../linear-problem.ts';
import { type Attacker, attackers, type PublishedTable } from './attackers.ts';
import type { CountTable } from './count-table.ts';
import { isOpened } from './opened.ts';
import { type AuditOutcome, auditRelease, type OnProgress } from './release-audit.ts';
import { mostSteps, roundTable, type RoundingAround } from './rounding.ts';
import { suppressTable, type SuppressionRequest } from './suppress-table.ts';
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
  /** What a rounding must mind, and what a suppression is attacked with, beside the table itself. */
  readonly around?: RoundingAround;
  readonly known?: SuppressionRequest['known'];
  /** How long one rounding may be sought. */
  readonly seconds: number;
  /** Whether there is still time to look for a cheaper suppression, or for a wider rounding where one has been opened. */
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
  /** Large counts, hidden or rounded, that can be seen not to be 1, though they cannot be worked out: no small count is opened by that. */
  readonly evident: readonly number[];
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

/**
 * Rounds to the nearest multiples that withstand the attackers: where those next to the counts tell too much together, cells may go a step
 * further away. That is said in the terms, so that every reader must reckon with it.
 */
function protectByRounding(request: ProtectRequest, solver: Solver, onProgress: OnProgress): ProtectOutcome {
  const { table, base, against, seconds, mayPolish } = request;
  const attacked = (outcome: ProtectOutcome, published: PublishedTable, most: number): ProtectOutcome => ({
    ...outcome,
    ...judge(auditsOf(published, outcome.terms, table, against, solver, onProgress, [], most), table, outcome.terms),
  });
  let nearer: (() => ProtectOutcome) | null = null;
  for (let least = 0; ; least += 1) {
    const rounded = roundTable(table, base, solver, seconds, least, request.around);
    if (rounded.outcome !== 'rounded') {
      // A table that was found is told, with what opens it, rather than none.
      if (nearer) return nearer();
      return { ...nothing, status: rounded.outcome, terms: { ...request.terms, rounding: { base, steps: least } } };
    }
    const { cost, bound, optimal, steps } = rounded;
    least = steps;
    const published = { layout: table.layout, published: rounded.published };
    const terms: Terms = { ...request.terms, rounding: { base, steps } };
    const outcome: ProtectOutcome = { ...nothing, status: optimal ? 'optimal' : 'found', optimal, bound, cost, published, terms };
    // One opened cell is reason enough to go further away.
    const first = attacked(outcome, published, 1);
    if (first.safe && first.evident.length === 0) return first;
    const isStopped = first.audits.some((audit) => audit.outcome === 'stopped');
    if (isStopped) return first;
    nearer = () => attacked(outcome, published, Number.POSITIVE_INFINITY);
    if (steps >= mostSteps || !mayPolish()) return nearer();
  }
}

function protectBySuppression(request: ProtectRequest, solver: Solver, onProgress: OnProgress): ProtectOutcome {
  const { table, against, alsoHidden = [], stayPrinted = [], known = null } = request;
  const terms: Terms = { ...request.terms, rounding: null };
  const suppressed = suppressTable(
    { table, terms, against, alsoHidden, stayPrinted, known, rule: 'hidden', mayPolish: request.mayPolish },
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
      const judged = judge(auditsOf(published, terms, table, against, solver, onProgress, seen), table, terms);
      const optimal = bound === cost;
      return { status: optimal ? 'optimal' : 'found', optimal, bound, cost, published, terms, ...judged, opened: null };
    }
  }
}

const nothing = { optimal: false, bound: null, cost: null, published: null, audits: [], evident: [], safe: false, opened: null } as const;

/**
 * What the attacks mean to one who knows the counts. A reader cannot know which hidden counts are small, and an attack in the name of one
 * counts each that could be; that a large count is seen not to be 1 opens no small one, as long as it cannot be worked out.
 */
function judge(
  attacks: readonly AuditOutcome[],
  { counts }: CountTable,
  terms: Terms,
): Pick<ProtectOutcome, 'audits' | 'evident' | 'safe'> {
  const evident = new Set<number>();
  const audits = attacks.map((audit): AuditOutcome => {
    if (audit.outcome !== 'audited') return audit;
    const opened = audit.opened.filter((one) => isOpened(one, terms, counts[one.cell] ?? null));
    for (const { cell } of audit.opened) if (!opened.some((one) => one.cell === cell)) evident.add(cell);
    return { ...audit, opened, safe: opened.length + audit.undecided.length === 0 };
  });
  return { audits, evident: [...evident], safe: audits.every((audit) => audit.outcome === 'audited' && audit.safe) };
}

/** Attacks by each attacker, until `most` cells are opened by one; those who need no truth are given none, as a reader has none. */
function auditsOf(
  table: PublishedTable,
  terms: Terms,
  { counts }: CountTable,
  against: readonly Attacker[],
  solver: Solver,
  onProgress: OnProgress,
  seen: readonly Int32Array[] = [],
  most = Number.POSITIVE_INFINITY,
): readonly AuditOutcome[] {
  const audits: AuditOutcome[] = [];
  for (const attacker of attackers) {
    if (!against.includes(attacker)) continue;
    const truth = attacker === 'insider' ? counts : null;
    const audit = auditRelease(attacker, { table, terms, truth, everyEnd: false, seen, most }, solver, onProgress);
    audits.push(audit);
    if (audit.outcome !== 'audited' || audit.opened.length >= most) break;
  }
  return audits;
}
