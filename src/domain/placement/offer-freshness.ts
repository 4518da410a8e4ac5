/**
 * What an offer of the waiting list asks of those who bring it to her (da: ring først): the capacity of the unit must be confirmed within a day and
 * a night, or a person must have it confirmed by telephone before she is asked. Our own choice: `docs/rules/offer-freshness-2026-11.md`.
 */
import type { Moment } from '../time.ts';
import { type Freshness, freshnessOf } from './freshness.ts';
import type { CapacityConfirmation } from './provision.ts';

/** In force from 26 November 2026. */
export const offerFreshnessEdition = 'tilbud-friskhed/2026-11';

export type BeforeAsking =
  | { readonly outcome: 'ask-her' }
  /** The place is held meanwhile, so that nothing is lost by the call. */
  | { readonly outcome: 'ring-first'; readonly freshness: Exclude<Freshness, 'fresh'> };

/** Whether she may be asked as things stand, by the unit's latest confirmation at the moment she is to be asked. */
export function beforeAsking(confirmed: CapacityConfirmation | null, at: Moment): BeforeAsking {
  const freshness = freshnessOf(confirmed, at);
  return freshness === 'fresh' ? { outcome: 'ask-her' } : { outcome: 'ring-first', freshness };
}
