/**
 * What a unit reads of why one who waits for it has her urgency (da: hvad afdelingen læser om hastegraden). Our own choice after the principle of
 * data minimisation (GDPR art. 5 (1) (c)); published as `docs/rules/urgency-told-2026-11-27.md`.
 */
import { day } from '../time.ts';
import { bandOf, type Contribution, type Urgency, type UrgencyBand } from './urgency.ts';

/** The edition of the rule, and the day it is in force from. */
export const urgencyToldRule = { edition: 'hastegrad-fortalt/2026-11-27', from: day('2026-11-27'), source: 'Samløbs eget valg' } as const;

/** What a unit is told with its points: how long she has waited and how many units said no. Neither says anything about her. */
export type ToldContribution = Extract<Contribution, { readonly kind: 'waited' | 'refusals' }>;

/** What a unit is told of how urgent she is. The points themselves are left out: the rest of them could be reckoned from the sum. */
export type UrgencyToldToUnit = {
  readonly edition: Urgency['edition'];
  readonly band: UrgencyBand;
  readonly contributions: readonly ToldContribution[];
};

/**
 * How urgent she is as a unit is told it. The week and the risks are left out with their points: ten points for a week give the week away, and fifteen
 * that she is at a crisis centre.
 */
export function urgencyToldToUnit({ edition, score, contributions }: Urgency): UrgencyToldToUnit {
  const isTold = (one: Contribution): one is ToldContribution => one.kind === 'waited' || one.kind === 'refusals';
  return { edition, band: bandOf(score), contributions: contributions.filter(isTold) };
}
