/**
 * A preview (da: forhåndsvisning): a release as it would leave, with what it rests on. It stands in no ledger. Only the very same may be
 * published afterwards, and only while all that it rests on is as it was.
 */
import type { AttackReport } from './joint-attack.ts';
import type { Refusal } from './refusal.ts';

/** What a preview rests on, each with a fingerprint: the answers, what has been published before, and the rules. */
export const previewGrounds = ['facts', 'ledger', 'rules'] as const;
export type PreviewGround = (typeof previewGrounds)[number];
export type PreviewStanding = Readonly<Record<PreviewGround, string>>;

/** What the protection of a preview came to. */
export type PreviewFindings = {
  readonly attacks: readonly AttackReport[];
  /** Why the table by itself was refused, where this one was made around what had been printed before; `null` where it was not. */
  readonly insteadOf: Refusal | null;
};

/** What a preview was held against: earlier releases by their number, and the documents of others. */
export type HeldAgainst = { readonly releases: readonly string[]; readonly documents: readonly string[] };

/** The grounds that are no longer what they were. A preview may be published when there are none. */
export function changedGrounds(before: PreviewStanding, now: PreviewStanding): readonly PreviewGround[] {
  return previewGrounds.filter((ground) => before[ground] !== now[ground]);
}
