/**
 * A release (da: udgivelse): a table made fit to be published, attacked together with all earlier releases of the same matter, and entered
 * in the ledger. What has been made once is given again and never made anew: two roundings of the same counts tell more than one.
 */
import type { Solver } from '../linear-problem.ts';
import { attackers, type PublishedTable } from './attackers.ts';
import { type CellSum, type CountTable, type Layout, namesOf } from './count-table.ts';
import { attackBeneath, attackInEachSight } from './attack-beneath.ts';
import { keyOf } from './beside.ts';
import { type AttackReport, attackTogether } from './joint-attack.ts';
import { entriesOf, type KnownPublication } from './known.ts';
import { type EarlierRelease, joinReleases, sightsOf, toldBefore, toldByOthers } from './ledger.ts';
import { type ProtectMethod, protectTable } from './protect-table.ts';
import { type Bounds, propagate } from './propagate.ts';
import { type LedgerEntry, type Refusal, refusalOf, type ReleaseMethod } from './refusal.ts';
import type { OnProgress } from './release-audit.ts';
import type { RoundingAround } from './rounding.ts';
import { isSmall, type Terms } from './terms.ts';

export type ReleaseRequest = {
  readonly matter: string;
  readonly table: CountTable;
  /**
   * The most detailed table of the matter, where the one that is released has fewer cells: what is kept stands there, and cells are named by
   * their place in it.
   */
  readonly finest?: CountTable;
  readonly method: ReleaseMethod;
  readonly terms: Omit<Terms, 'rounding'>;
  readonly base: number;
  /** A fingerprint of the matter, the layout, the true counts and how they are protected: the same for the same release. */
  readonly digest: string;
  readonly seconds: number;
  /** What others have published of the matter: every attacker has read it. */
  readonly known?: readonly KnownPublication[];
  readonly mayPolish: () => boolean;
};

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

/** Decides whether a table is released, and as what. */
export function decideRelease(
  request: ReleaseRequest,
  ledger: readonly LedgerEntry[],
  solver: Solver,
  onProgress: OnProgress,
): ReleaseDecision {
  const { table, matter, digest, method, known = [] } = request;
  const entry = ledger.find((one) => one.matter === matter && one.digest === digest);
  if (entry) return { outcome: 'frozen', entry };

  const earlier = [...entriesOf(known, request.finest ?? table), ...ledger.filter((one) => one.matter === matter)];
  // The table is made as without the documents that excuse nothing, and made again where those who have read them open a cell.
  const stands: Standing = { ...standingOf(request, sightsOf(earlier)[0]), known: earlier };
  const alone = attempt(request, stands, null, solver, partOf(onProgress, 0, firstShare)).decision;
  if (alone.outcome !== 'refused' || method === 'primary-only' || earlier.length === 0) return alone;
  // Now it is made around what is known. What all can read already protects nothing by being hidden: it stays printed, others are hidden.
  const around = madeAround(request, stands, alone.why, solver, onProgress);
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

/** So often a table is made again where one has been opened: with another multiple in a rounded cell, or more hidden around a hidden one. */
const mostAgain = { rounding: 20, suppression: 6 } as const;

/** Makes the table with what is known in mind, and, where a cell is opened all the same, again. */
function madeAround(request: ReleaseRequest, stands: Standing, why: Refusal, solver: Solver, onProgress: OnProgress): ReleaseDecision {
  const { method, table, finest } = request;
  const known = knownOf(stands, table.layout);
  if (!known || method === 'primary-only') return { outcome: 'refused', why };
  const avoid = new Map<number, readonly number[]>();
  const fixed = roundedBefore(stands, request.base);
  let alsoHidden: readonly number[] = [];
  for (let round = 0; ; round += 1) {
    const around: Around = { known, avoid, fixed, alsoHidden, told: stands.told };
    // Each further table is given half of what is left: nobody knows how many it takes.
    const [from, to] = [1 - (1 - firstShare) / 2 ** round, 1 - (1 - firstShare) / 2 ** (round + 1)];
    const { decision, printed } = attempt(request, stands, around, solver, partOf(onProgress, from, to));
    if (decision.outcome !== 'refused' || decision.why.reason !== 'opened' || !printed || round >= mostAgain[method]) return decision;
    const cell = finest ? cellBy(finest, decision.why.opened.cell, table) : decision.why.opened.cell;
    if (cell === null) return decision;
    if (method === 'rounding') {
      const value = printed[cell] ?? 0;
      if (avoid.get(cell)?.includes(value)) return decision;
      avoid.set(cell, [...(avoid.get(cell) ?? []), value]);
    } else {
      const near = table.layout.sums.flatMap(({ whole, parts }) => (whole === cell || parts.includes(cell) ? [whole, ...parts] : []));
      const more = near.filter((one) => printed[one] !== null && !alsoHidden.includes(one));
      if (more.length === 0) return decision;
      alsoHidden = [...alsoHidden, ...more];
    }
  }
}

/** The cells that an earlier release has rounded to multiples of the same base. */
function roundedBefore({ joined, earlier }: Standing, base: number): RoundingAround['fixed'] {
  const steps = new Map(earlier.flatMap(({ id, terms: { rounding } }) => (rounding?.base === base ? [[id, rounding.steps] as const] : [])));
  return new Map(
    [...joined.printedBefore].flatMap(([cell, { value, release }]) => {
      const further = steps.get(release);
      return further === undefined ? [] : [[cell, { value, steps: further }] as const];
    }),
  );
}

/** What all know of the cells: bounds by every sum there is, and the sums between cells of this layout alone. */
function knownOf({ joined }: Standing, layout: Layout): Around['known'] | null {
  const all = propagate([...layout.sums, ...joined.sums], joined.bounds);
  if (!all) return null;
  const isOwn = ({ whole, parts }: CellSum): boolean => whole < layout.size && parts.every((part) => part < layout.size);
  return {
    bounds: { lower: all.lower.slice(0, layout.size), upper: all.upper.slice(0, layout.size) },
    sums: joined.sums.filter(isOwn),
  };
}

type Around = {
  readonly known: { readonly bounds: Bounds; readonly sums: readonly CellSum[] };
  readonly avoid: ReadonlyMap<number, readonly number[]>;
  readonly fixed: RoundingAround['fixed'];
  readonly alsoHidden: readonly number[];
  readonly told: readonly number[];
};

/** Of all the work, the share of the table as it is by itself; and of each table, the share of making it before it is attacked. */
const firstShare = 0.5;
const madeShare = 0.4;

/** Progress within a part of the whole, so that it never goes back. */
function partOf(onProgress: OnProgress, from: number, to: number): OnProgress {
  return (done, total) => onProgress(from + (to - from) * (total > 0 ? Math.min(1, done / total) : 0), 1);
}

/** How a matter stands before a release. */
type Standing = Seen & {
  /** All that attackers have read: `earlier`, and the documents that excuse nothing. */
  readonly known: readonly EarlierRelease[];
};

/** What is to be read of the earlier ones together. */
type Seen = {
  readonly earlier: readonly EarlierRelease[];
  readonly joined: ReturnType<typeof joinReleases>;
  readonly told: readonly number[];
};

function standingOf({ table: { layout }, matter, terms }: ReleaseRequest, earlier: readonly EarlierRelease[]): Seen {
  const joined = joinReleases({ layout, matter }, earlier, 'plain');
  const told = [...new Set([...toldBefore(joined, layout, terms.threshold), ...toldByOthers(layout, matter, earlier)])];
  return { earlier, joined, told };
}

/** What came of one table, and what it would have printed. */
type Attempt = { readonly decision: ReleaseDecision; readonly printed: PublishedTable['published'] | null };

function attempt(
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
function cellBy({ layout }: CountTable, cell: number, other: CountTable): number | null {
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
