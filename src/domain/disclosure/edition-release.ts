/**
 * The public edition of a report as a release (da: den offentlige udgave som udgivelse). It is protected by its own rule, attacked together
 * with all that was released before, and entered. Where it would open a cell, the edition prints the numbers of the table that was
 * released first instead: that tells nothing new. What has been made once stands.
 */
import type { Solver } from '../linear-problem.ts';
import type { PublishedTable } from './attackers.ts';
import { type Beside, keyOf, nothingBeside } from './beside.ts';
import { type CountTable, namesOf } from './count-table.ts';
import { attackBeneath } from './attack-beneath.ts';
import { type AttackReport } from './joint-attack.ts';
import { entriesOf, type KnownPublication } from './known.ts';
import type { EarlierRelease } from './ledger.ts';
import { type LedgerEntry, type Refusal, refusalOf } from './refusal.ts';
import type { OnProgress } from './release-audit.ts';
import { totalCode } from './dimension.ts';
import type { Terms } from './terms.ts';

/** What an edition would print by its own rule. */
export type EditionProposal = { readonly published: PublishedTable; readonly terms: Terms; readonly beside: Beside };

/** What is hidden too (da: tilbagetog) where a cell is opened that lies under these codes; a dimension that is not named is any. */
export type Retreat = { readonly covers: Readonly<Record<string, readonly string[]>>; readonly hide: readonly number[] };

export type EditionRequest = {
  readonly matter: string;
  /** The most detailed table of the matter: what is to be kept stands here. */
  readonly truth: CountTable;
  readonly proposal: EditionProposal;
  /** From the smallest to the largest. */
  readonly retreats: readonly Retreat[];
  readonly digest: string;
  /** What others have published of the matter. */
  readonly known?: readonly KnownPublication[];
};

export type EditionDecision =
  | (EditionProposal & {
      readonly outcome: 'released';
      readonly attacks: readonly AttackReport[];
      /** Why the numbers of its own rule were refused, and the release whose numbers stand in their place. */
      readonly insteadOf: { readonly why: Refusal; readonly release: string } | null;
    })
  | { readonly outcome: 'frozen'; readonly entry: LedgerEntry }
  | { readonly outcome: 'refused'; readonly why: Refusal }
  | { readonly outcome: 'stopped' };

/** The edition of a matter that has been made, which is printed as it is; `null` where none has. Asked before anything is solved. */
export function standingEdition(
  matter: string,
  ledger: readonly LedgerEntry[],
): Extract<EditionDecision, { readonly outcome: 'frozen' }> | null {
  const entry = ledger.find((one) => one.matter === matter && one.kind === 'report');
  return entry ? { outcome: 'frozen', entry } : null;
}

/** Decides what the public edition prints. */
export function decideEdition(
  { matter, truth, proposal, retreats, digest, known = [] }: EditionRequest,
  ledger: readonly LedgerEntry[],
  solver: Solver,
  onProgress: OnProgress,
): EditionDecision {
  const stands = standingEdition(matter, ledger);
  if (stands) return stands;
  const earlier = ledger.filter((one) => one.matter === matter);
  const others = entriesOf(known, truth);
  const withoutCounts = { ...proposal, beside: { ...proposal.beside, counted: [] } };
  // How many municipalities had any is told only where nothing else points at them: no table before, and no attack that needs it.
  const mayCount = earlier.length === 0 && proposal.beside.counted.length > 0;
  let attempt: EditionProposal | null = mayCount ? proposal : withoutCounts;
  let why: Refusal = { reason: 'contradicts-ledger' };
  const made = new Set<Retreat>();
  while (attempt) {
    const own: EarlierRelease = { id: digest, matter, table: attempt.published, terms: attempt.terms, beside: attempt.beside };
    const found = attackOn(own, truth, [...others, ...earlier], solver, onProgress);
    if (found === 'stopped') return { outcome: 'stopped' };
    if (!('reason' in found)) return { outcome: 'released', ...attempt, attacks: found.attacks, insteadOf: null };
    why = found;
    if (attempt === proposal) attempt = withoutCounts;
    else attempt = earlier.length === 0 ? retreated(attempt, found, truth, retreats, made) : null;
  }
  const first = earlier.find(({ kind }) => kind !== 'report');
  if (!first) return { outcome: 'refused', why };
  return { outcome: 'released', ...numbersOfTable(proposal, first), attacks: [], insteadOf: { why, release: first.id } };
}

/** Hides what the first retreat that covers the opened cell hides; `null` where all have been made. */
function retreated(
  { published, terms, beside }: EditionProposal,
  why: Refusal,
  truth: CountTable,
  retreats: readonly Retreat[],
  made: Set<Retreat>,
): EditionProposal | null {
  const codes =
    why.reason === 'opened' ? namesOf(truth.layout, why.opened.cell) : why.reason === 'not-proven' ? namesOf(truth.layout, why.cell) : {};
  const retreat = retreats.find(
    (one) => !made.has(one) && Object.entries(one.covers).every(([name, known]) => known.includes(codes[name] ?? totalCode)),
  );
  if (!retreat) return null;
  made.add(retreat);
  const hide = new Set(retreat.hide);
  return {
    published: { ...published, published: published.published.map((value, cell) => (hide.has(cell) ? null : value)) },
    terms,
    beside: { ...beside, most: beside.most.filter(([cell]) => !hide.has(cell)) },
  };
}

/** The report has no cells of municipalities: it is attacked as one more thing that is known about the table that has them. */
function attackOn(
  own: EarlierRelease,
  truth: CountTable,
  earlier: readonly EarlierRelease[],
  solver: Solver,
  onProgress: OnProgress,
): Refusal | 'stopped' | { readonly attacks: readonly AttackReport[] } {
  // What a report says of a hidden number is its own rule (`beside.most`): beneath it no count can be worked out.
  const attack = attackBeneath(own, { protect: 'exact', zeros: 'every' }, truth, earlier, solver, onProgress);
  switch (attack.outcome) {
    case 'stopped':
      return 'stopped';
    case 'withstood':
      return { attacks: attack.attacks };
    case 'contradiction':
    case 'not-proven':
    case 'opened':
      return refusalOf(attack);
  }
}

/** The cells of the edition with the numbers of a released table. It says nothing of how many municipalities there were. */
function numbersOfTable({ published, beside }: EditionProposal, { table, terms }: LedgerEntry): EditionProposal {
  const known = new Map(table.published.map((value, cell) => [keyOf(namesOf(table.layout, cell)), value]));
  const absent = new Set(beside.absent);
  return {
    published: {
      layout: published.layout,
      published: published.published.map((_, cell) =>
        absent.has(cell) ? null : (known.get(keyOf(namesOf(published.layout, cell))) ?? null),
      ),
    },
    terms,
    beside: { ...nothingBeside, absent: beside.absent },
  };
}
