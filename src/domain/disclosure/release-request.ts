/** What is asked when a table is to be released, and what is decided of it. */
import type { CountTable } from './count-table.ts';
import type { PublishedTable } from './attackers.ts';
import type { AttackReport } from './joint-attack.ts';
import type { KnownPublication } from './known.ts';
import type { LedgerEntry, Refusal, ReleaseMethod } from './refusal.ts';
import type { Terms } from './terms.ts';

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
