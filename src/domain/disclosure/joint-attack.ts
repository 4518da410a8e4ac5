/** The attack on a release together with all earlier ones (da: samlet angreb): the attackers one after the other, and what the first finds. */
import type { Solver } from '../linear-problem.ts';
import { type Attacker, attackers, type PublishedTable } from './attackers.ts';
import type { CountTable } from './count-table.ts';
import { exchanged } from './exchanges.ts';
import { type EarlierRelease, joinReleases, type Ledger } from './ledger.ts';
import { auditRelease, type OnProgress, type Opened } from './release-audit.ts';
import { isSmall, type Terms } from './terms.ts';

/** What an attack opened. `with` names the earlier releases that it used. */
export type Breach = {
  readonly reason: 'opened';
  readonly attacker: Attacker;
  readonly opened: Opened;
  readonly with: readonly string[];
};

/** How one attacker fared: an attack that is withstood is told too. */
export type AttackReport = { readonly attacker: Attacker; readonly asked: number };

export type JointAttack =
  | { readonly outcome: 'withstood'; readonly attacks: readonly AttackReport[] }
  | { readonly outcome: 'opened'; readonly breach: Breach }
  /** No counts agree with all that has been said. */
  | { readonly outcome: 'contradiction' }
  | { readonly outcome: 'stopped' };

export type JointAttackRequest = {
  readonly matter: string;
  readonly truth: CountTable;
  /** What is published over the layout of the true table; a report that has fewer cells stands among the earlier releases instead. */
  readonly published: PublishedTable;
  readonly terms: Terms;
  /** All that is known beside it: the earlier releases, and the report itself where that is what is published. */
  readonly earlier: readonly EarlierRelease[];
  /** Those that were released before. */
  readonly before: readonly EarlierRelease[];
  /** The cells to be kept, given what the plain reader knows of earlier releases. */
  readonly targets: readonly number[];
};

const mostExchanges = 2000;

/** Makes every attack, the plain one first. */
export function attackTogether(request: JointAttackRequest, solver: Solver, onProgress: OnProgress): JointAttack {
  const { matter, truth, published, terms, earlier, before, targets } = request;
  const attacks: AttackReport[] = [];
  // They save questions to the solver, and each is looked through before it is believed.
  const candidates = earlier.length > 0 ? [truth.counts, ...exchanged(truth, mostExchanges)] : [];
  /** Large counts that the same attacker works out from the earlier releases alone. A small one is never excused. */
  const wasOpen = (attacker: Attacker, opened: readonly Opened[]): ReadonlySet<number> => {
    const large = opened.map(({ cell }) => cell).filter((cell) => (truth.counts[cell] ?? 0) >= terms.threshold);
    if (before.length === 0 || large.length === 0) return new Set();
    const blank = { layout: truth.layout, published: truth.counts.map(() => null) };
    const audit = auditRelease(
      attacker,
      {
        table: blank,
        terms: { ...terms, rounding: null },
        truth: attacker === 'insider' ? truth.counts : null,
        earlier: joinReleases({ layout: truth.layout, matter }, before, attacker),
        targets: large,
        everyEnd: false,
        seen: candidates,
      },
      solver,
      () => 'go on',
    );
    return new Set(audit.outcome === 'audited' ? audit.opened.map(({ cell }) => cell) : []);
  };
  for (const [index, attacker] of attackers.entries()) {
    if (onProgress(index, attackers.length) === 'stop') return { outcome: 'stopped' };
    const joined: Ledger = joinReleases({ layout: truth.layout, matter }, earlier, attacker);
    const audit = auditRelease(
      attacker,
      {
        table: published,
        terms,
        truth: attacker === 'insider' ? truth.counts : null,
        earlier: joined,
        targets,
        everyEnd: false,
        seen: candidates,
      },
      solver,
      (done, total) => onProgress(index + (total > 0 ? done / total : 0), attackers.length),
    );
    switch (audit.outcome) {
      case 'stopped':
      case 'contradiction':
        return audit;
      case 'audited': {
        // The smallest count is named first: that it is open is the worst.
        const known = wasOpen(attacker, audit.opened);
        const news = audit.opened.filter(({ cell }) => !known.has(cell));
        const [opened] = news.toSorted((a, b) => rankOf(truth, a, terms) - rankOf(truth, b, terms));
        if (opened) return { outcome: 'opened', breach: { reason: 'opened', attacker, opened, with: before.map(({ id }) => id) } };
        attacks.push({ attacker, asked: targets.length });
      }
    }
  }
  return { outcome: 'withstood', attacks };
}

function rankOf({ counts }: CountTable, { cell }: Opened, terms: Terms): number {
  const count = counts[cell] ?? 0;
  return isSmall(count, terms) ? count : Number.MAX_SAFE_INTEGER;
}
