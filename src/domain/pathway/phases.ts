/**
 * Phases (da: faser): where a pathway is, told by what is awaited. A phase never forbids anything: an act out of order is recorded
 * and flagged.
 */
export const phases = [
  'assessing-criteria',
  'judging',
  'assessing-need',
  'offering',
  'awaiting-answer',
  'finding-alternative',
  'deciding',
  'finding-place',
  'confirming',
  'arriving',
  'in-stay',
  'following',
  'ended',
] as const;
export type Phase = (typeof phases)[number];

/** Phases before anything was said about a level of care. */
const early: readonly Phase[] = ['assessing-criteria', 'judging', 'assessing-need'];

/** Whether the target group is still what is being settled. */
export function isEarly(phase: Phase): boolean {
  return early.includes(phase);
}

/** Phases that lead to a decision of the level of care: what they await stays to be done when a place is held, confirmed or hers before it. */
const untilDecided: readonly Phase[] = [...early, 'offering', 'awaiting-answer', 'deciding'];

/** Whether the level of care is still what is being settled. */
export function isUndecided(phase: Phase): boolean {
  return untilDecided.includes(phase);
}
