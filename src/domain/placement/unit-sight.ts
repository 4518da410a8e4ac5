/**
 * What a unit reads of a woman who is to come (da: hvad afdelingen ser): the less, the less certain it is that she comes. Our own choice after
 * the principle of data minimisation (GDPR art. 5 (1) (c)); published as `docs/rules/unit-sight-2026-11-26.md`.
 */
import type { LegalBasisId } from '../legal-basis.ts';
import { day } from '../time.ts';
import { canFollow, type StayStatus } from './lifecycle.ts';

/** The edition of the rule, and the day it is in force from. */
export const unitSightRule = { edition: 'afdelingen-ser/2026-11-26', from: day('2026-11-26'), source: 'Samløbs eget valg' } as const;

/**
 * How far a unit reads of her. `offered`: initials, what she needs and for which nights, so that it can say no. `held`: her name, the pregnancy
 * and whom to ring. `expected`: what must be ready when she comes, too. `over`: her name in the unit's own history. `gone`: nothing of her, for the
 * place never was hers.
 */
export const unitSights = ['offered', 'held', 'expected', 'over', 'gone'] as const;
export type UnitSight = (typeof unitSights)[number];

/** A stay as far as it decides what its unit reads. It has a legal basis from the day it is confirmed, and keeps it when it ends. */
type Seen = { readonly status: StayStatus; readonly isOffer: boolean; readonly legalBasis: LegalBasisId | null };

/**
 * A place that the waiting list offers is nobody's until it is answered; one that her team holds is not confirmed; and a hold of minutes that came to
 * nothing leaves nothing with the unit.
 */
export function unitSight({ status, isOffer, legalBasis }: Seen): UnitSight {
  switch (status) {
    case 'held':
      return isOffer ? 'offered' : 'held';
    case 'confirmed':
    case 'admitted':
      return 'expected';
    case 'discharged':
      return 'over';
    case 'released':
    case 'expired':
    case 'refused':
    case 'withdrawn':
      return legalBasis === null ? 'gone' : 'over';
  }
}

/**
 * Whether a stay leaves nothing of her with one who reads it: neither her name, her needs nor who held the place. `readsPathway`: the reader takes part
 * in her care, or is herself.
 */
export function leavesNothing(stay: Seen, readsPathway: boolean): boolean {
  return !readsPathway && unitSight(stay) === 'gone';
}

/** Where her name would stand in what leaves nothing of her. */
export const nobodysName = '–';

/**
 * What a woman is called to one who reads her stay. `wasOffered`: the waiting list offered the place and her team has not said yes to it; the unit
 * learns her name if she comes all the same. Of a hold that ran out the initial is left, because one who stands at the door is still admitted from it.
 */
export function nameTo(
  stay: Omit<Seen, 'isOffer'> & { readonly calledName: string; readonly wasOffered: boolean },
  readsPathway: boolean,
): string {
  const { calledName, status, wasOffered } = stay;
  const seen = { ...stay, isOffer: wasOffered };
  if (leavesNothing(seen, readsPathway)) return canFollow('admit', status) ? initialOf(calledName) : nobodysName;
  const isNamed = readsPathway || !wasOffered || unitSight(seen) === 'expected' || status === 'discharged';
  return isNamed ? calledName : initialOf(calledName);
}

/** «M.»: what a unit calls one of whom it does not know that she comes. */
export function initialOf(calledName: string): string {
  const first = calledName.trim().codePointAt(0);
  return `${first === undefined ? '?' : String.fromCodePoint(first).toLocaleUpperCase('da')}.`;
}
