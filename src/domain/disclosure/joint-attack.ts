/** The attack on a release together with all earlier ones (da: samlet angreb): the attackers one after the other, and what the first finds. */
import type { Solver } from '../linear-problem.ts';
import { type Attacker, attackers, type PublishedTable } from './attackers.ts';
import type { CountTable } from './count-table.ts';
import { exchanged } from './exchanges.ts';
import { type EarlierRelease, joinReleases, type Ledger } from './ledger.ts';
import { auditRelease, type OnProgress, type Opened } from './release-audit.ts';
import { isSmall, type Terms } from './terms.ts';

/** What an attack opened. `with` names the earlier releases that it needs beside the table: without any one of them it does not come so far. */
export type Breach = {
  readonly reason: 'opened';
  readonly attacker: Attacker;
  readonly opened: Opened;
  readonly with: readonly string[];
  /** The documents of others that all may read, and that it needs. */
  readonly knowing: readonly string[];
};

/** How one attacker fared: an attack that is withstood is told too. */
export type AttackReport = { readonly attacker: Attacker; readonly asked: number };

export type JointAttack =
  | { readonly outcome: 'withstood'; readonly attacks: readonly AttackReport[] }
  | { readonly outcome: 'opened'; readonly breach: Breach }
  /** Whether the attacker opens the cell could not be proven in time. */
  | { readonly outcome: 'not-proven'; readonly attacker: Attacker; readonly cell: number }
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
  const isLarge = ({ cell }: Opened): boolean => (truth.counts[cell] ?? 0) >= terms.threshold;
  /** What the same attacker opens of some cells without this release. Of a table that prints nothing no legend says anything. */
  const openWithout = (attacker: Attacker, those: readonly EarlierRelease[], opened: readonly Opened[]): readonly Opened[] => {
    if (those.length === 0 || opened.length === 0) return [];
    const blank = { layout: truth.layout, published: truth.counts.map(() => null) };
    const audit = auditRelease(
      attacker,
      {
        table: blank,
        terms: { ...terms, zeros: 'hide', rounding: null },
        truth: truth.counts,
        earlier: joinReleases({ layout: truth.layout, matter }, those, attacker),
        targets: opened.map(({ cell }) => cell),
        everyEnd: false,
        everyInsider: true,
        seen: candidates,
      },
      solver,
      () => 'go on',
    );
    return audit.outcome === 'audited' ? audit.opened : [];
  };
  /**
   * What this release is not to blame for: a large count that the same attacker works out from the earlier releases alone, and a small one
   * of which the documents of others tell just as much. Our own releases never excuse a small one. One woman's knowledge excuses nothing that
   * another learns; what all can work out to the number, each of them can.
   */
  const isExcused = (attacker: Attacker, opened: readonly Opened[]): ((one: Opened) => boolean) => {
    const large = openWithout(attacker, before, opened.filter(isLarge));
    const others = before.filter(({ source }) => source !== undefined);
    const small = openWithout(
      attacker,
      others,
      opened.filter((one) => !isLarge(one)),
    );
    const isKnown = (known: Opened, one: Opened): boolean =>
      isSame(known, one) || (known.cell === one.cell && known.insider === null && known.low === known.high);
    return (one) => [...large, ...small].some((known) => isKnown(known, one));
  };
  /** Those of the earlier ones that an attack needs: each is tried without, the documents first, and left out where as much is opened. */
  const neededFor = (attacker: Attacker, opened: Opened): readonly EarlierRelease[] => {
    const isAsOpen = (those: readonly EarlierRelease[]): boolean => {
      const beside = earlier.filter((one) => !before.includes(one) || those.includes(one));
      const joined = joinReleases({ layout: truth.layout, matter }, beside, attacker);
      const asked = {
        table: published,
        terms,
        truth: truth.counts,
        earlier: joined,
        targets: [opened.cell],
        everyEnd: false,
        everyInsider: true,
      };
      const audit = auditRelease(attacker, { ...asked, seen: candidates }, solver, () => 'go on');
      return audit.outcome === 'audited' && audit.opened.some((one) => isSame(one, opened));
    };
    let needed = before;
    for (const one of before.toSorted((a, b) => Number(a.source === undefined) - Number(b.source === undefined))) {
      const without = needed.filter((other) => other !== one);
      if (isAsOpen(without)) needed = without;
    }
    return needed;
  };
  for (const [index, attacker] of attackers.entries()) {
    if (onProgress(index, attackers.length) === 'stop') return { outcome: 'stopped' };
    const joined: Ledger = joinReleases({ layout: truth.layout, matter }, earlier, attacker);
    const audit = auditRelease(
      attacker,
      {
        table: published,
        terms,
        // What is opened is judged by what the cell is, as when the table was made: that a large count is seen not to be 1 opens no small one.
        truth: truth.counts,
        earlier: joined,
        targets,
        everyEnd: false,
        everyInsider: true,
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
        const excused = isExcused(attacker, audit.opened);
        const news = audit.opened.filter((one) => !excused(one));
        const [opened] = news.toSorted((a, b) => rankOf(truth, a, terms) - rankOf(truth, b, terms));
        if (opened) return { outcome: 'opened', breach: breachOf(attacker, opened, neededFor(attacker, opened)) };
        const [unsure] = audit.undecided;
        if (unsure !== undefined) return { outcome: 'not-proven', attacker, cell: unsure };
        attacks.push({ attacker, asked: targets.length });
      }
    }
  }
  return { outcome: 'withstood', attacks };
}

function isSame(one: Opened, other: Opened): boolean {
  return one.cell === other.cell && one.low === other.low && one.high === other.high && one.insider === other.insider;
}

function breachOf(attacker: Attacker, opened: Opened, needed: readonly EarlierRelease[]): Breach {
  return {
    reason: 'opened',
    attacker,
    opened,
    with: needed.flatMap(({ id, source }) => (source === undefined ? [id] : [])),
    knowing: needed.flatMap(({ source }) => source ?? []),
  };
}

function rankOf({ counts }: CountTable, { cell }: Opened, terms: Terms): number {
  const count = counts[cell] ?? 0;
  return isSmall(count, terms) ? count : Number.MAX_SAFE_INTEGER;
}
