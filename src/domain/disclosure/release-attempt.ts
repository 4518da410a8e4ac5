/** One attempt at a release: the table is made, its small counts are taken out, and every attacker is let loose on it. */
import type { Solver } from '../linear-problem.ts';
import { attackers, type PublishedTable } from './attackers.ts';
import { attackBeneath, attackInEachSight } from './attack-beneath.ts';
import { keyOf } from './beside.ts';
import { type CellSum, type CountTable, namesOf } from './count-table.ts';
import { attackTogether } from './joint-attack.ts';
import { type EarlierRelease, joinReleases, toldBefore, toldByOthers } from './ledger.ts';
import type { Bounds } from './propagate.ts';
import { type ProtectMethod, protectTable } from './protect-table.ts';
import { type Refusal, refusalOf } from './refusal.ts';
import type { OnProgress } from './release-audit.ts';
import type { ReleaseDecision, ReleaseRequest } from './release-request.ts';
import type { RoundingAround } from './rounding.ts';
import { isSmall, type Terms } from './terms.ts';

/** What a table is made around: what all know of its cells, what it must not print, and what more it must hide. */
export type Around = {
  readonly known: { readonly bounds: Bounds; readonly sums: readonly CellSum[] };
  readonly avoid: ReadonlyMap<number, readonly number[]>;
  readonly fixed: RoundingAround['fixed'];
  readonly alsoHidden: readonly number[];
  readonly told: readonly number[];
};

/** Of each table, the share of the work that is making it before it is attacked. */
const madeShare = 0.4;

/** Progress within a part of the whole, so that it never goes back. */
export function partOf(onProgress: OnProgress, from: number, to: number): OnProgress {
  return (done, total) => onProgress(from + (to - from) * (total > 0 ? Math.min(1, done / total) : 0), 1);
}

/** How a matter stands before a release. */
export type Standing = Seen & {
  /** All that attackers have read: `earlier`, and the documents that excuse nothing. */
  readonly known: readonly EarlierRelease[];
};

/** What is to be read of the earlier ones together. */
type Seen = {
  readonly earlier: readonly EarlierRelease[];
  readonly joined: ReturnType<typeof joinReleases>;
  readonly told: readonly number[];
};

/** How the earlier releases and documents read together. */
export function standingOf({ table: { layout }, matter, terms }: ReleaseRequest, earlier: readonly EarlierRelease[]): Seen {
  const joined = joinReleases({ layout, matter }, earlier, 'plain');
  const told = [...new Set([...toldBefore(joined, layout, terms.threshold), ...toldByOthers(layout, matter, earlier)])];
  return { earlier, joined, told };
}

/** What came of one table, and what it would have printed. */
export type Attempt = { readonly decision: ReleaseDecision; readonly printed: PublishedTable['published'] | null };

/** Makes the table, around what is known where that is given, and has it attacked. */
export function attempt(
  request: ReleaseRequest,
  { earlier, joined, known }: Standing,
  around: Around | null,
  solver: Solver,
  onProgress: OnProgress,
): Attempt {
  const { table, matter } = request;
  const made = make(request, joined.hiddenBefore, around, solver, partOf(onProgress, 0, madeShare));
  if ('outcome' in made) return { decision: made, printed: null };
  const { terms } = made;
  // A small count that others have printed protects nothing by being hidden; it is not printed here all the same.
  const published = {
    ...made.published,
    published: made.published.published.map((value, cell) =>
      value !== null && terms.rounding === null && isSmall(table.counts[cell] ?? 0, terms) ? null : value,
    ),
  };
  for (const [cell, { value, release }] of joined.printedBefore) {
    const now = published.published[cell];
    const isSameKind = (earlier.find(({ id }) => id === release)?.terms.rounding?.base ?? null) === (terms.rounding?.base ?? null);
    if (isSameKind && now !== null && now !== undefined && now !== value)
      return refusedAs({ reason: 'printed-otherwise', cell: inFinest(request, cell), before: value, release });
  }
  const ofAttack = partOf(onProgress, madeShare, 1);
  const attack = request.finest
    ? attackBeneath(
        { id: request.digest, matter, table: published, terms },
        { protect: terms.protect, zeros: 'hidden' },
        request.finest,
        known,
        solver,
        ofAttack,
      )
    : attackInEachSight(known, ofAttack, (seen, ofSight) => {
        const { told } = standingOf(request, seen);
        const targets = secretsOf(table, published, terms, { told, hiddenBefore: joined.hiddenBefore }, seen.length > 0);
        return attackTogether({ matter, truth: table, published, terms, earlier: seen, before: seen, targets }, solver, ofSight);
      });
  switch (attack.outcome) {
    case 'stopped':
      return { decision: attack, printed: null };
    case 'contradiction':
    case 'not-proven':
      return refusedAs(refusalOf(attack));
    case 'opened':
      return { decision: { outcome: 'refused', why: attack.breach }, printed: published.published };
    case 'withstood':
      return { decision: { outcome: 'released', published, terms, attacks: attack.attacks, insteadOf: null }, printed: null };
  }
}

/** A cell of the released table as a cell of the most detailed one. */
function inFinest({ table, finest }: { readonly table: CountTable; readonly finest?: CountTable | undefined }, cell: number): number {
  if (!finest) return cell;
  const found = cellBy(table, cell, finest);
  if (found === null) throw new Error('a cell of a table is none of the most detailed table of its matter');
  return found;
}

/** The cell of another table that has the same codes; `null` where it has none. */
export function cellBy({ layout }: CountTable, cell: number, other: CountTable): number | null {
  const key = keyOf(namesOf(layout, cell));
  const found = Array.from({ length: other.layout.size }, (_, one) => one).find((one) => keyOf(namesOf(other.layout, one)) === key);
  return found ?? null;
}

function refusedAs(why: Refusal): Attempt {
  return { decision: { outcome: 'refused', why }, printed: null };
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
  { table, finest, method, terms, base, seconds, mayPolish }: ReleaseRequest,
  hiddenBefore: readonly number[],
  around: Around | null,
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
      alsoHidden: [...hiddenBefore, ...(around?.alsoHidden ?? [])],
      stayPrinted: around?.told ?? [],
      ...(around ? { around: { known: around.known.bounds, avoid: around.avoid, fixed: around.fixed }, known: around.known } : {}),
      seconds,
      mayPolish,
    },
    solver,
    onProgress,
  );
  if (outcome.published) return { published: outcome.published, terms: outcome.terms };
  // Nothing of the kind agrees with what is known: then the table by itself says why it was refused.
  if (!outcome.opened && around && outcome.status === 'infeasible') return { outcome: 'refused', why: { reason: 'contradicts-ledger' } };
  if (!outcome.opened) return { outcome: 'stopped' };
  const { cell, attacker } = outcome.opened;
  return { outcome: 'refused', why: { reason: 'cannot-be-kept', cell: inFinest({ table, finest }, cell), attacker } };
}
