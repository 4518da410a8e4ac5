/** What a unit must know of a woman before she comes: what it prepares for, whom it calls, and whether the contract was offered. */
import { type LegalBasisId, legalBases } from '../legal-basis.ts';
import type { RecordedFact } from './facts.ts';
import type { Coordinator, Pathway } from './state.ts';
import type { Day } from '../time.ts';

/** Reception (da: modtagelse). Nothing else of her pathway goes to a unit that does not take part in it yet. */
export type Reception = {
  /** The term in force; `null` where none was set. */
  readonly dueDate: Day | null;
  readonly bornOn: Day | null;
  /** Whom the unit calls; `null` where nobody was named. */
  readonly coordinator: Omit<Coordinator, 'since' | 'deputy'> | null;
  /** The contract of detention with prior consent: owed until it was offered to her, whatever she answered. */
  readonly contract: 'not-owed' | 'owed' | 'offered';
};

/** What her pathway says to the unit. `basis` is the stay's own legal basis; before it is confirmed, the decision's counts. */
export function receptionOf(
  { dueDate, bornOn, coordinator, decision }: Pathway,
  facts: readonly RecordedFact[],
  basis: LegalBasisId | null,
): Reception {
  const legalBasis = basis ?? decision?.legalBasis ?? null;
  const offered = facts.some(({ fact }) => fact.type === 'contract-offered');
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
    contract: offered ? 'offered' : owed ? 'owed' : 'not-owed',
  };
}
