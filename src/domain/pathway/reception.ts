/** What a unit must know of a woman before she comes: what it prepares for, whom it calls, and whether the contract was offered. */
import type { Id } from '../id.ts';
import { type LegalBasisId, legalBases } from '../legal-basis.ts';
import { asksOfPlace, yesStanding, type YesStanding } from './her-answer.ts';
import { inForce, type RecordedFact, type SoughtTreatment } from './facts.ts';
import type { Coordinator, Pathway } from './state.ts';
import type { Day } from '../time.ts';

/** Reception (da: modtagelse). Nothing else of her pathway goes to a unit that does not take part in it yet. */
export type Reception = {
  /** The term in force; `null` where none was set. */
  readonly dueDate: Day | null;
  readonly bornOn: Day | null;
  /** Whom the unit calls; `null` where nobody was named. */
  readonly coordinator: Omit<Coordinator, 'since' | 'deputy'> | null;
  /** What she sought treatment for, as it was last written: `null` where nobody wrote it, or where it is not for the unit yet. */
  readonly substances: SoughtTreatment | null;
  /** How her yes to the place stands, without its reason; `null` where her pathway knows nothing of the stay. */
  readonly herYes: YesStanding | null;
  /** Whether nobody has her yes to this very place: one she gave before it was found is no answer to it. */
  readonly placeUnanswered: boolean;
  /** The contract of detention with prior consent: owed until it was offered to her, whatever she answered. */
  readonly contract: 'not-owed' | 'owed' | 'offered';
};

/**
 * What her pathway says to the unit of a stay. Its own legal basis counts; before it is confirmed, the decision's. What she takes is told once
 * the place is hers: `readsSubstances` says whether it is.
 */
export function receptionOf(
  { dueDate, bornOn, coordinator, decision, stays }: Pathway,
  facts: readonly RecordedFact[],
  stay: { readonly id: Id<'stay'>; readonly legalBasis: LegalBasisId | null },
  readsSubstances: boolean,
): Reception {
  const known = stays.find(({ id }) => id === stay.id);
  const legalBasis = stay.legalBasis ?? decision?.legalBasis ?? null;
  const offered = inForce(facts).some(({ fact }) => fact.type === 'contract-offered');
  // The duty is towards pregnant women: it ends with the birth.
  const owed = legalBasis !== null && legalBases[legalBasis].contractMustBeOffered && bornOn === null;
  return {
    dueDate: dueDate?.dueDate ?? null,
    bornOn,
    coordinator: coordinator && {
      name: coordinator.name,
      organisationName: coordinator.organisationName,
      telephone: coordinator.telephone,
    },
    substances: readsSubstances ? lastSought(facts) : null,
    herYes: known ? yesStanding(known) : null,
    placeUnanswered: known !== undefined && asksOfPlace(known),
    contract: offered ? 'offered' : owed ? 'owed' : 'not-owed',
  };
}

/** What is left of a reception when the stay has ended: whom to ring about what was left behind or is to be settled, and nothing of her. */
export function whomToRing({ coordinator }: Reception): Reception {
  return { dueDate: null, bornOn: null, coordinator, substances: null, herYes: null, placeUnanswered: false, contract: 'not-owed' };
}

function lastSought(facts: readonly RecordedFact[]): SoughtTreatment | null {
  return inForce(facts).reduce<SoughtTreatment | null>(
    (before, { fact }) => (fact.type === 'treatment-sought' ? fact.substances : before),
    null,
  );
}
