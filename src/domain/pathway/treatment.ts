/** The law's 14 days to treatment begin when she asks the municipality for it: a wish that nobody wrote down starts no clock. */
import { inForce, type RecordedFact } from './facts.ts';
import type { Pathway } from './state.ts';

/**
 * Whether somebody should ask if she has sought treatment: she has said yes to an offer, or her substance use was recorded with the
 * criteria, and neither a wish for treatment nor its beginning stands in the facts.
 */
export function isTreatmentClockUnset({ ended, latestAnswer, targetGroup }: Pathway, facts: readonly RecordedFact[]): boolean {
  if (ended) return false;
  const isDue = latestAnswer?.answer === 'accepted' || targetGroup?.answers['pregnant-harmful-use']?.answer === 'met';
  const isTold = inForce(facts).some(
    ({ fact }) =>
      fact.type === 'treatment-sought' || fact.type === 'admitted' || (fact.type === 'event' && fact.kind === 'treatment-started'),
  );
  return isDue && !isTold;
}
