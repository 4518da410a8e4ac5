/**
 * A release (da: udgivelse): a table made fit to be published, attacked together with all earlier releases of the same matter, and entered
 * in the ledger. What has been made once is given again and never made anew: two roundings of the same counts tell more than one.
 */
import type { Solver } from '../linear-problem.ts';
import { type Attacker, attackers, type PublishedTable } from './attackers.ts';
import type { CountTable } from './count-table.ts';
import { type AttackReport, attackTogether, type Breach } from './joint-attack.ts';
import { type EarlierRelease, joinReleases, toldBefore } from './ledger.ts';
import { type ProtectMethod, protectTable } from './protect-table.ts';
import type { OnProgress } from './release-audit.ts';
import { isSmall, type Terms } from './terms.ts';

/** How a release is made. `primary-only` hides the small counts and nothing else: it is for showing that this is not enough. */
export const releaseMethods = ['rounding', 'suppression', 'primary-only'] as const;
export type ReleaseMethod = (typeof releaseMethods)[number];

/** What stands in the ledger: tables, and the public edition of a report. */
export type ReleaseKind = ReleaseMethod | 'report';

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
export type LedgerEntry = EarlierRelease & { readonly digest: string; readonly kind: ReleaseKind };

export type ReleaseDecision =
  | {
      readonly outcome: 'released';
      readonly published: PublishedTable;
      readonly terms: Terms;
      readonly attacks: readonly AttackReport[];
      /** Why the table as it would be by itself was refused, where this one was made around what has been printed before. */
      readonly insteadOf: Refusal | null;
    }
  /** It has been released before, and stands. */
  | { readonly outcome: 'frozen'; readonly entry: LedgerEntry }
  | { readonly outcome: 'refused'; readonly why: Refusal }
  | { readonly outcome: 'stopped' };

/** Why a release is refused. */
export type Refusal =
  | Breach
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
  const { table, matter, digest, terms, method } = request;
  const entry = ledger.find((known) => known.matter === matter && known.digest === digest);
  if (entry) return { outcome: 'frozen', entry };

  const earlier = ledger.filter((known) => known.matter === matter);
  const joined = joinReleases({ layout: table.layout, matter }, earlier, 'plain');
  const told = toldBefore(joined, table.layout, terms.threshold);
  const stands: Standing = { earlier, joined, told };
  const alone = attempt(request, stands, [], solver, onProgress);
  // A table that hides what all can read already protects nothing by it: then those cells stay printed, and others are hidden.
  if (alone.outcome !== 'refused' || method !== 'suppression' || told.length === 0) return alone;
  const around = attempt(request, stands, told, solver, onProgress);
  switch (around.outcome) {
    case 'released':
      return { ...around, insteadOf: alone.why };
    case 'refused':
      return alone;
    case 'frozen':
    case 'stopped':
      return around;
  }
}

/** How a matter stands before a release. */
type Standing = {
  readonly earlier: readonly LedgerEntry[];
  readonly joined: ReturnType<typeof joinReleases>;
  readonly told: readonly number[];
};

function attempt(
  request: ReleaseRequest,
  { earlier, joined, told }: Standing,
  stayPrinted: readonly number[],
  solver: Solver,
  onProgress: OnProgress,
): ReleaseDecision {
  const { table, matter } = request;
  const made = make(request, joined.hiddenBefore, stayPrinted, solver, onProgress);
  if ('outcome' in made) return made;
  const { published, terms } = made;
  for (const [cell, { value, release }] of joined.printedBefore) {
    const now = published.published[cell];
    const isSameKind = (earlier.find(({ id }) => id === release)?.terms.rounding?.base ?? null) === (terms.rounding?.base ?? null);
    if (isSameKind && now !== null && now !== undefined && now !== value)
      return { outcome: 'refused', why: { reason: 'printed-otherwise', cell, before: value, release } };
  }
  const targets = secretsOf(
    { layout: table.layout, counts: table.counts },
    published,
    terms,
    { told, hiddenBefore: joined.hiddenBefore },
    earlier.length > 0,
  );
  const attack = attackTogether({ matter, truth: table, published, terms, earlier, before: earlier, targets }, solver, onProgress);
  switch (attack.outcome) {
    case 'stopped':
      return attack;
    case 'contradiction':
      return { outcome: 'refused', why: { reason: 'contradicts-ledger' } };
    case 'opened':
      return { outcome: 'refused', why: attack.breach };
    case 'withstood':
      return { outcome: 'released', published, terms, attacks: attack.attacks, insteadOf: null };
  }
}

/**
 * What must be kept: every cell that is not printed. Beside earlier releases, what those have told is no secret any more; and a large count
 * that is rounded, and has been hidden by none of them, was never one: only its neighbours are, and they are asked for themselves.
 */
function secretsOf(
  { counts }: CountTable,
  { published }: PublishedTable,
  terms: Terms,
  before: { readonly told: readonly number[]; readonly hiddenBefore: readonly number[] },
  isBesideOthers: boolean,
): readonly number[] {
  const told = new Set(before.told);
  const hidden = new Set(before.hiddenBefore);
  return [...published.keys()].filter((cell) => {
    const count = counts[cell] ?? 0;
    if (!isBesideOthers || published[cell] === null || hidden.has(cell)) return !told.has(cell);
    return isSmall(count, terms) || (count === 0 && terms.zeros === 'hide');
  });
}

function make(
  { table, method, terms, base, seconds, mayPolish }: ReleaseRequest,
  hiddenBefore: readonly number[],
  stayPrinted: readonly number[],
  solver: Solver,
  onProgress: OnProgress,
): { readonly published: PublishedTable; readonly terms: Terms } | Extract<ReleaseDecision, { readonly outcome: 'refused' | 'stopped' }> {
  if (method === 'primary-only') {
    const published = table.counts.map((count) => (isSmall(count, terms) ? null : count));
    return { published: { layout: table.layout, published }, terms: { ...terms, rounding: null } };
  }
  const by: ProtectMethod = method;
  const outcome = protectTable(
    // A rounding is attacked afterwards, with the ledger; a suppression is made against its attackers, and so is a rounding that must be wide.
    {
      table,
      method: by,
      terms,
      base,
      against: method === 'rounding' && terms.protect === 'exact' ? [] : attackers,
      alsoHidden: hiddenBefore,
      stayPrinted,
      seconds,
      mayPolish,
    },
    solver,
    onProgress,
  );
  if (outcome.published) return { published: outcome.published, terms: outcome.terms };
  return outcome.opened ? { outcome: 'refused', why: { reason: 'cannot-be-kept', ...outcome.opened } } : { outcome: 'stopped' };
}
