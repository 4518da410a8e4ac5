/** From hold to promise, and the ways a stay ends before it has begun. */
import type { Id } from '../id.ts';
import type { LegalBasisId } from '../legal-basis.ts';
import type { Moment } from '../time.ts';
import { canFollow, lifecycle, type StayAct, type StayStatus } from './lifecycle.ts';
import { hasRunOut, type Stay } from './stay.ts';

/** What a confirmation rests on: the legal basis of the stay and who has committed to pay. `null` where it was not given. */
export type Commitment = { readonly legalBasis: LegalBasisId | null; readonly paidBy: Id<'municipality'> | null };

export type Confirmation =
  | { readonly outcome: 'confirmed'; readonly legalBasis: LegalBasisId; readonly paidBy: Id<'municipality'> }
  | { readonly outcome: 'missing'; readonly what: readonly ('legal-basis' | 'paying-municipality')[] }
  /** The hold has run out; the place can be held again if nobody has taken it. */
  | { readonly outcome: 'run-out' }
  | { readonly outcome: 'not-held'; readonly status: StayStatus };

/** Confirms a held stay. The legal basis decides contract duty, payment and complaint, so none is confirmed without it. */
export function confirmStay(stay: Stay, { legalBasis, paidBy }: Commitment, at: Moment): Confirmation {
  if (!canFollow('confirm', stay.status))
    return stay.status === 'expired' ? { outcome: 'run-out' } : { outcome: 'not-held', status: stay.status };
  if (hasRunOut(stay, at)) return { outcome: 'run-out' };
  if (legalBasis === null || paidBy === null)
    return {
      outcome: 'missing',
      what: [...(legalBasis === null ? ['legal-basis' as const] : []), ...(paidBy === null ? ['paying-municipality' as const] : [])],
    };
  return { outcome: 'confirmed', legalBasis, paidBy };
}

/** Reasons a unit can give for its no (da: afvisningsgrunde). */
export const refusalReasons = ['staffing', 'mix-of-residents', 'need-not-met', 'place-out-of-use', 'other'] as const;
export type RefusalReason = (typeof refusalReasons)[number];

/** The acts that end a stay which has not begun. */
export type EndingAct = Extract<StayAct, 'release' | 'expire' | 'refuse' | 'withdraw'>;

export type Ending =
  | { readonly outcome: 'ended'; readonly status: Extract<StayStatus, 'released' | 'expired' | 'refused' | 'withdrawn'> }
  | { readonly outcome: 'not-yet' }
  | { readonly outcome: 'cannot'; readonly status: StayStatus };

/** Ends a stay before admission. A hold expires only when its time has come; a stay that has ended in the same way stays so. */
export function endStay(stay: Stay, act: EndingAct, at: Moment): Ending {
  const { to } = lifecycle[act];
  if (stay.status === to) return { outcome: 'ended', status: to };
  if (!canFollow(act, stay.status)) return { outcome: 'cannot', status: stay.status };
  if (act === 'expire' && !hasRunOut(stay, at)) return { outcome: 'not-yet' };
  return { outcome: 'ended', status: to };
}
