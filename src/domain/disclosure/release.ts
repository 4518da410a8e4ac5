/**
 * A release (da: udgivelse): a table made fit to be published, attacked together with all earlier releases of the same matter, and entered
 * in the ledger. What has been made once is given again and never made anew: two roundings of the same counts tell more than one.
 */
import type { Solver } from '../linear-problem.ts';
import { type Attacker, attackers, type PublishedTable } from './attackers.ts';
import type { CountTable } from './count-table.ts';
import { type EarlierRelease, joinReleases } from './ledger.ts';
import { type ProtectMethod, protectTable } from './protect-table.ts';
import { auditRelease, type OnProgress, type Opened } from './release-audit.ts';
import { isSmall, type Terms } from './terms.ts';

/** How a release is made. `primary-only` hides the small counts and nothing else: it is for showing that this is not enough. */
export const releaseMethods = ['rounding', 'suppression', 'primary-only'] as const;
export type ReleaseMethod = (typeof releaseMethods)[number];

export type ReleaseRequest = {
  readonly matter: string;
  readonly table: CountTable;
  readonly method: ReleaseMethod;
  readonly terms: Omit<Terms, 'rounding'>;
  readonly base: number;
  /** A fingerprint of the matter, the layout, the true counts and how they are protected: the same for the same release. */
  readonly digest: string;
  readonly seconds: number;
  readonly mayPolish: () => boolean;
};

/** An earlier release with its fingerprint. */
export type LedgerEntry = EarlierRelease & { readonly digest: string };

export type ReleaseDecision =
  | { readonly outcome: 'released'; readonly published: PublishedTable; readonly terms: Terms }
  /** It has been released before, and stands. */
  | { readonly outcome: 'frozen'; readonly entry: LedgerEntry }
  | { readonly outcome: 'refused'; readonly why: Refusal }
  | { readonly outcome: 'stopped' };

/** Why a release is refused. `with` names the earlier releases that the attack used. */
export type Refusal =
  | { readonly reason: 'opened'; readonly attacker: Attacker; readonly opened: Opened; readonly with: readonly string[] }
  /** A cell was printed before, and would now be printed as something else. */
  | { readonly reason: 'printed-otherwise'; readonly cell: number; readonly before: number; readonly release: string }
  /** No table of this kind withstands the attacker, or none agrees with what earlier releases say. */
  | { readonly reason: 'cannot-be-kept'; readonly cell: number; readonly attacker: Attacker }
  | { readonly reason: 'contradicts-ledger' };

/** Decides whether a table is released, and as what. */
export function decideRelease(
  request: ReleaseRequest,
  ledger: readonly LedgerEntry[],
  solver: Solver,
  onProgress: OnProgress,
): ReleaseDecision {
  const { table, matter, digest } = request;
  const entry = ledger.find((known) => known.matter === matter && known.digest === digest);
  if (entry) return { outcome: 'frozen', entry };

  const earlier = ledger.filter((known) => known.matter === matter);
  const joined = joinReleases({ layout: table.layout, matter }, earlier, 'rule-aware');
  const made = make(request, joined.hiddenBefore, solver, onProgress);
  if ('outcome' in made) return made;
  const { published, terms } = made;
  for (const [cell, { value, release }] of joined.printedBefore) {
    const now = published.published[cell];
    const isSameKind = (earlier.find(({ id }) => id === release)?.terms.rounding?.base ?? null) === (terms.rounding?.base ?? null);
    if (isSameKind && now !== null && now !== undefined && now !== value)
      return { outcome: 'refused', why: { reason: 'printed-otherwise', cell, before: value, release } };
  }
  for (const attacker of attackers) {
    const known = joinReleases({ layout: table.layout, matter }, earlier, attacker);
    const audit = auditRelease(
      attacker,
      { table: published, terms, truth: attacker === 'insider' ? table.counts : null, earlier: known, everyEnd: false },
      solver,
      onProgress,
    );
    switch (audit.outcome) {
      case 'stopped':
        return { outcome: 'stopped' };
      case 'contradiction':
        return { outcome: 'refused', why: { reason: 'contradicts-ledger' } };
      case 'audited': {
        // The smallest count is named first: that it is open is the worst.
        const [opened] = audit.opened.toSorted((a, b) => rankOf(table, a, terms) - rankOf(table, b, terms));
        if (opened) return { outcome: 'refused', why: { reason: 'opened', attacker, opened, with: earlier.map(({ id }) => id) } };
      }
    }
  }
  return { outcome: 'released', published, terms };
}

function rankOf({ counts }: CountTable, { cell }: Opened, terms: Terms): number {
  const count = counts[cell] ?? 0;
  return isSmall(count, terms) ? count : Number.MAX_SAFE_INTEGER;
}

function make(
  { table, method, terms, base, seconds, mayPolish }: ReleaseRequest,
  hiddenBefore: readonly number[],
  solver: Solver,
  onProgress: OnProgress,
): { readonly published: PublishedTable; readonly terms: Terms } | Extract<ReleaseDecision, { readonly outcome: 'refused' | 'stopped' }> {
  if (method === 'primary-only') {
    const published = table.counts.map((count) => (isSmall(count, terms) ? null : count));
    return { published: { layout: table.layout, published }, terms: { ...terms, rounding: null } };
  }
  const by: ProtectMethod = method;
  const outcome = protectTable(
    // A rounding is attacked afterwards, with the ledger; a suppression is made against its attackers.
    { table, method: by, terms, base, against: method === 'rounding' ? [] : attackers, alsoHidden: hiddenBefore, seconds, mayPolish },
    solver,
    onProgress,
  );
  if (outcome.published) return { published: outcome.published, terms: outcome.terms };
  return outcome.opened ? { outcome: 'refused', why: { reason: 'cannot-be-kept', ...outcome.opened } } : { outcome: 'stopped' };
}
