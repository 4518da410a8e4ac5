/** From hold to promise, and the ways a stay ends before it has begun. */
import type { Id } from '../id.ts';
import type { LegalBasisId } from '../legal-basis.ts';
import type { Moment } from '../time.ts';
import { canFollow, lifecycle, type StayAct, type StayStatus } from './lifecycle.ts';
import { hasRunOut, type Stay } from './stay.ts';

/** What a confirmation rests on: the legal basis of the stay and who has committed to pay. `null` where it was not given. */
export type Commitment = { readonly legalBasis: LegalBasisId | null; readonly paidBy: Id<'municipality'> | null };

/** A part of a commitment that a place is not confirmed without. */
export type CommitmentPart = 'legal-basis' | 'paying-municipality';

/** Which parts of a commitment are not given yet. */
export function missingFrom({ legalBasis, paidBy }: Commitment): readonly CommitmentPart[] {
  return [...(legalBasis === null ? ['legal-basis' as const] : []), ...(paidBy === null ? ['paying-municipality' as const] : [])];
}

/** What was decided about her care, and who pays if nothing else is agreed: her own municipality. `null` where it is not known. */
export type Decided = { readonly legalBasis: LegalBasisId | null; readonly municipality: Id<'municipality'> | null };

/**
 * How a confirmation can differ from what was decided, from what she wants, or from what she needs of a place (da: afvigelse). Each is asked about
 * once and then recorded with it. What the last four rest on: `doubtsOf`.
 */
export const deviations = [
  'no-decided-basis',
  'other-basis',
  'other-payer',
  'she-says-no',
  'outside-target-group',
  'cannot-stand',
  'lacks-suggested',
  'beyond-her-way',
] as const;
export type Deviation = (typeof deviations)[number];

export type Confirmation =
  | {
      readonly outcome: 'confirmed';
      readonly legalBasis: LegalBasisId;
      readonly paidBy: Id<'municipality'>;
      readonly deviations: readonly Deviation[];
    }
  /** It differs from what was decided, and nobody said yet that it is meant so. */
  | { readonly outcome: 'ask'; readonly about: readonly Deviation[] }
  | { readonly outcome: 'missing'; readonly what: readonly CommitmentPart[] }
  /** The hold has run out; the place can be held again if nobody has taken it. */
  | { readonly outcome: 'run-out' }
  | { readonly outcome: 'not-held'; readonly status: StayStatus };

/** What a confirmation differs by, beside its legal basis and its payer: that her answer to the place is no, and what speaks against the place for her. */
export type Found = { readonly saysNo?: boolean; readonly doubts?: readonly Deviation[] };

/**
 * Confirms a held stay. The legal basis decides contract duty, payment and complaint, so none is confirmed without it. `answered` are
 * the deviations that the one who confirms has said yes to. A stay is voluntary: against her no it is confirmed with the reason in words alone
 * (`againstNo`), which she reads (`docs/rules/yes-to-place-2026-11-27.md`).
 */
export function confirmStay(
  stay: Stay,
  { legalBasis, paidBy }: Commitment,
  at: Moment,
  decided: Decided,
  answered: readonly Deviation[] = [],
  found: Found = {},
  againstNo = '',
): Confirmation {
  if (!canFollow('confirm', stay.status))
    return stay.status === 'expired' ? { outcome: 'run-out' } : { outcome: 'not-held', status: stay.status };
  if (hasRunOut(stay, at)) return { outcome: 'run-out' };
  return committed({ legalBasis, paidBy }, decided, saidYesTo(answered, againstNo), found);
}

/**
 * Confirms a stay that she was admitted to without confirmation: she stood at the door. The same is asked as of a held one; a stay that has its
 * legal basis keeps it.
 */
export function confirmAfterwards(
  stay: Stay,
  commitment: Commitment,
  decided: Decided,
  answered: readonly Deviation[] = [],
  found: Found = {},
  againstNo = '',
): Confirmation {
  if (!canFollow('confirm-afterwards', stay.status) || stay.legalBasis !== null) return { outcome: 'not-held', status: stay.status };
  return committed(commitment, decided, saidYesTo(answered, againstNo), found);
}

/** Her no is answered by a reason in words, and by nothing else. */
function saidYesTo(answered: readonly Deviation[], againstNo: string): readonly Deviation[] {
  const others = answered.filter((deviation) => deviation !== 'she-says-no');
  return againstNo.trim() === '' ? others : [...others, 'she-says-no'];
}

function committed(
  { legalBasis, paidBy }: Commitment,
  decided: Decided,
  answered: readonly Deviation[],
  { saysNo = false, doubts = [] }: Found,
): Confirmation {
  if (legalBasis === null || paidBy === null) return { outcome: 'missing', what: missingFrom({ legalBasis, paidBy }) };
  const differs = deviationsFrom(decided, legalBasis, paidBy, saysNo ? [...doubts, 'she-says-no'] : doubts);
  const about = differs.filter((deviation) => !answered.includes(deviation));
  return about.length > 0 ? { outcome: 'ask', about } : { outcome: 'confirmed', legalBasis, paidBy, deviations: differs };
}

function deviationsFrom(
  decided: Decided,
  legalBasis: LegalBasisId,
  paidBy: Id<'municipality'>,
  found: readonly Deviation[],
): readonly Deviation[] {
  const differs: Readonly<Record<Deviation, boolean>> = {
    'no-decided-basis': decided.legalBasis === null,
    'other-basis': decided.legalBasis !== null && decided.legalBasis !== legalBasis,
    'she-says-no': found.includes('she-says-no'),
    'other-payer': decided.municipality !== null && decided.municipality !== paidBy,
    'outside-target-group': found.includes('outside-target-group'),
    'cannot-stand': found.includes('cannot-stand'),
    'lacks-suggested': found.includes('lacks-suggested'),
    'beyond-her-way': found.includes('beyond-her-way'),
  };
  return deviations.filter((deviation) => differs[deviation]);
}

/** Reasons a unit can give for its no (da: afvisningsgrunde). */
export const refusalReasons = ['staffing', 'mix-of-residents', 'need-not-met', 'place-out-of-use', 'other'] as const;
export type RefusalReason = (typeof refusalReasons)[number];

/** Whether a unit's no takes back a place that was promised to her. */
export function takesBackPromise(status: StayStatus): boolean {
  return status === 'confirmed';
}

/**
 * Whether a unit's no must say why in words, beside its reason: it takes back a place that was promised to her, or its reason says nothing by itself.
 * `waiting`: she has no stay, and waits on the unit's list.
 */
export function refusalNeedsWords(status: StayStatus | 'waiting', reason: RefusalReason | null): boolean {
  return reason === 'other' || (status !== 'waiting' && takesBackPromise(status));
}

/** The acts that end a stay which has not begun. */
export type EndingAct = Extract<StayAct, 'release' | 'expire' | 'refuse' | 'withdraw'>;

export type Ending =
  | { readonly outcome: 'ended'; readonly status: Extract<StayStatus, 'released' | 'expired' | 'refused' | 'withdrawn'> }
  | { readonly outcome: 'not-yet' }
  /** The unit's no lacks the words that it cannot do without. */
  | { readonly outcome: 'words-missing' }
  | { readonly outcome: 'cannot'; readonly status: StayStatus };

/**
 * Ends a stay before admission. A hold expires only when its time has come; a stay that has ended in the same way stays so. `words`: what is said of it
 * beside the reason, which a unit's no has.
 */
export function endStay(stay: Stay, act: EndingAct, at: Moment, words = '', reason: RefusalReason | null = null): Ending {
  const { to } = lifecycle[act];
  if (stay.status === to) return { outcome: 'ended', status: to };
  if (!canFollow(act, stay.status)) return { outcome: 'cannot', status: stay.status };
  if (act === 'expire' && !hasRunOut(stay, at)) return { outcome: 'not-yet' };
  if (act === 'refuse' && refusalNeedsWords(stay.status, reason) && words.trim() === '') return { outcome: 'words-missing' };
  return { outcome: 'ended', status: to };
}
