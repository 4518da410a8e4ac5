/** Her needs, each as a property that the place must have, and why. */
import { legalBases, type LegalBasisId } from '../legal-basis.ts';
import type { Day } from '../time.ts';
import type { Nights } from './nights.ts';
import type { PlaceProperty } from './provision.ts';

/** Why she needs it. `chosen` is a professional's own choice on the page. */
export const needReasons = [
  'stay-passes-birth',
  'birth-with-risk-to-child',
  'target-group-asks-for-shielding',
  'contract-must-be-offered',
  'use-continues',
  'in-substitution-treatment',
  'she-wants-partner-near',
  'she-wants-children-near',
  'chosen',
] as const;
export type NeedReason = (typeof needReasons)[number];

/** Need (da: behov): one property that the place must have on every night. */
export type Need = { readonly property: PlaceProperty; readonly why: NeedReason };

/** Who comes (da: hvem der kommer): she, and those who are to stay with her. Ages are whole years; `null` where it is not known. */
export type Party = {
  readonly age: number | null;
  readonly partner: { readonly sex: 'man' | 'woman' | 'unknown' } | null;
  readonly children: readonly { readonly age: number }[];
};

/** She alone, and nothing known of her age. */
export const sheAlone: Party = { age: null, partner: null, children: [] };

/** What is known about her that bears on the place. Anything unknown is left out of the proposal, never guessed. */
export type HerSituation = {
  readonly dueDate: Day | null;
  readonly legalBasis: LegalBasisId | null;
  readonly inTargetGroup: boolean;
  readonly relapseRecorded: boolean;
  readonly inSubstitutionTreatment: boolean;
  readonly wantsPartnerNear: boolean;
  readonly wantsChildrenNear: boolean;
};

/**
 * The needs that follow from what is known, as a proposal that the professional changes on the page.
 * Shielding is the fourth inclusion criterion of the target group (2019 call); the contract is the legal basis's own duty to offer.
 */
export function proposeNeeds(situation: HerSituation, nights: Nights): readonly Need[] {
  const { dueDate, legalBasis } = situation;
  const passesBirth = dueDate !== null && dueDate < nights.departure;
  const contract = legalBasis !== null && legalBases[legalBasis].contractMustBeOffered;
  const proposals: readonly (readonly [boolean, PlaceProperty, NeedReason])[] = [
    [passesBirth, 'mother-and-baby', 'stay-passes-birth'],
    [passesBirth, 'near-neonatal-ward', 'birth-with-risk-to-child'],
    [situation.inTargetGroup, 'shielded', 'target-group-asks-for-shielding'],
    [situation.relapseRecorded, 'accepts-active-use', 'use-continues'],
    [situation.inSubstitutionTreatment, 'substitution-treatment', 'in-substitution-treatment'],
    [contract, 'detention-possible', 'contract-must-be-offered'],
    [situation.wantsPartnerNear, 'partner', 'she-wants-partner-near'],
    [situation.wantsChildrenNear, 'other-children', 'she-wants-children-near'],
  ];
  return proposals.filter(([holds]) => holds).map(([, property, why]) => ({ property, why }));
}

/** The needs that a place does not meet. */
export function unmetNeeds(needs: readonly Need[], properties: readonly PlaceProperty[]): readonly Need[] {
  return needs.filter(({ property }) => !properties.includes(property));
}
