/**
 * Joining a pathway to the woman (da: knytte forløbet til hendes personnummer). A pathway can open without identity; anonymity is a right in
 * treatment for alcohol (sundhedsloven § 141, stk. 7), so it is joined with her consent and never by itself. Only then can it be seen that she has another
 * pathway going, and is she counted once.
 */
import type { Id } from '../id.ts';
import type { Day } from '../time.ts';
import { type CprReading, type FictitiousCpr, readCpr } from './cpr.ts';

/** What a form says. `consentOn` is null where her yes was not given; `correction` is why the number is another than before, or empty. */
export type IdentityGiven = { readonly number: string; readonly consentOn: Day | null; readonly correction: string };

export type IdentityRefusal = Extract<CprReading, { outcome: 'refused' }>['because'] | 'no-consent' | 'consent-ahead';

export type IdentityReading =
  | { readonly outcome: 'read'; readonly cpr: FictitiousCpr; readonly born: Day; readonly consentOn: Day }
  | { readonly outcome: 'refused'; readonly because: readonly IdentityRefusal[] };

/** Whether she can be looked up at all: a number of the fictitious series, and her yes on a day that has been. Every reason is given at once. */
export function readIdentity({ number, consentOn }: IdentityGiven, today: Day): IdentityReading {
  const reading = readCpr(number);
  const because: readonly IdentityRefusal[] = [
    ...(reading.outcome === 'refused' ? [reading.because] : []),
    ...(consentOn === null ? ['no-consent' as const] : []),
    ...(consentOn !== null && consentOn > today ? ['consent-ahead' as const] : []),
  ];
  if (reading.outcome === 'refused' || consentOn === null || because.length > 0) return { outcome: 'refused', because };
  return { outcome: 'read', cpr: reading.cpr, born: reading.born, consentOn };
}

/** What it means that the number is this person's, where the pathway stands on `current`: another number than before wants a reason. */
export function identityStep(current: Id<'person'> | null, hers: Id<'person'>, correction: string): 'join' | 'nothing-new' | 'ask-why' {
  if (current === hers) return 'nothing-new';
  return current === null || correction !== '' ? 'join' : 'ask-why';
}
