/** Why a release is refused (da: afvisning), and what stands in the ledger. */
import type { Attacker } from './attackers.ts';
import type { Breach, JointAttack } from './joint-attack.ts';
import type { EarlierRelease } from './ledger.ts';

/** How a release is made. `primary-only` hides the small counts and nothing else: it is for showing that this is not enough. */
export const releaseMethods = ['rounding', 'suppression', 'primary-only'] as const;
export type ReleaseMethod = (typeof releaseMethods)[number];

/** What stands in the ledger: tables, and the public edition of a report. */
export type ReleaseKind = ReleaseMethod | 'report';

/** An earlier release with its fingerprint. */
export type LedgerEntry = EarlierRelease & { readonly digest: string; readonly kind: ReleaseKind };

/** Why a release is refused. */
export type Refusal =
  | Breach
  /** A cell was printed before, and would now be printed as something else. */
  | { readonly reason: 'printed-otherwise'; readonly cell: number; readonly before: number; readonly release: string }
  /** No table of this kind withstands the attacker, or none agrees with what earlier releases say. */
  | { readonly reason: 'cannot-be-kept'; readonly cell: number; readonly attacker: Attacker }
  /** Whether the attacker opens the cell could not be proven in time: what is not proven safe is not released. */
  | { readonly reason: 'not-proven'; readonly cell: number; readonly attacker: Attacker }
  | { readonly reason: 'contradicts-ledger' };

/** The refusal that an attack which was not withstood leads to. */
export function refusalOf(attack: Extract<JointAttack, { readonly outcome: 'opened' | 'contradiction' | 'not-proven' }>): Refusal {
  switch (attack.outcome) {
    case 'opened':
      return attack.breach;
    case 'contradiction':
      return { reason: 'contradicts-ledger' };
    case 'not-proven':
      return { reason: 'not-proven', attacker: attack.attacker, cell: attack.cell };
  }
}
