/**
 * Freshness of capacity (da: kapacitetens friskhed): how long a confirmation counts, when the unit is reminded, and how long a link to
 * confirm lives. No law sets these limits: they are our own choice, published as `docs/rules/freshness-2026-11.md`.
 */
import { addMinutes, danishDayAndTime, type Moment } from '../time.ts';
import { type CapacityConfirmation, freshForHours, type SupplyChanged } from './provision.ts';

/** The rules of reminders and links, in force from a day on. */
export const freshnessRule = {
  edition: 'friskhed/2026-11',
  /** A reminder goes out when the confirmation becomes old within so many hours, or is old. */
  nudgeHoursBefore: 4,
  /** A unit gets at most one reminder in so many hours, whether it answers or not. */
  nudgeHoursBetween: 24,
  /** Reminders go out between these clocks in Denmark, weekends too: a place is needed on a Sunday as well. */
  nudgeFrom: '07:00',
  nudgeTo: '21:00',
  /** A link to confirm lives for so many hours, and confirms once. */
  linkHours: 48,
} as const;

/** How well a unit's capacity can be trusted (da: friskhed): a confirmation counts for a day and a night. */
export const freshnesses = ['fresh', 'old', 'never-confirmed'] as const;
export type Freshness = (typeof freshnesses)[number];

/** How well a unit's capacity can be trusted at a moment. */
export function freshnessOf(confirmed: CapacityConfirmation | null, at: Moment): Freshness {
  if (confirmed === null) return 'never-confirmed';
  return addMinutes(confirmed.at, freshForHours * 60) >= at ? 'fresh' : 'old';
}

/**
 * A confirmation with the latest change of the supply beside it, where that came after it (decision 0100). The change is the unit's word about its
 * own part alone: the confirmation becomes neither newer nor older by it.
 */
export function withChangeSince(confirmed: Pick<CapacityConfirmation, 'by' | 'at'>, latest: SupplyChanged | null): CapacityConfirmation {
  const { by, at } = confirmed;
  return latest !== null && latest.at > at ? { by, at, changed: latest } : { by, at };
}

/** Whether a unit is to be reminded (da: påmindelse) at a moment, or why not. */
export type NudgeDecision =
  | { readonly outcome: 'send' }
  | { readonly outcome: 'not-yet'; readonly because: 'fresh-enough' | 'reminded-lately' | 'night' };

/** Decides by the unit's latest confirmation and latest reminder; `null` where there is none. */
export function nudgeDecision(confirmed: Moment | null, nudged: Moment | null, at: Moment): NudgeDecision {
  const { nudgeHoursBefore, nudgeHoursBetween, nudgeFrom, nudgeTo } = freshnessRule;
  if (confirmed !== null && at < addMinutes(confirmed, (freshForHours - nudgeHoursBefore) * 60))
    return { outcome: 'not-yet', because: 'fresh-enough' };
  if (nudged !== null && at < addMinutes(nudged, nudgeHoursBetween * 60)) return { outcome: 'not-yet', because: 'reminded-lately' };
  const { time } = danishDayAndTime(at);
  return time >= nudgeFrom && time < nudgeTo ? { outcome: 'send' } : { outcome: 'not-yet', because: 'night' };
}

/** When a link that is sent now dies. */
export function linkExpiry(sent: Moment): Moment {
  return addMinutes(sent, freshnessRule.linkHours * 60);
}

/** What a link to confirm (da: bekræftelseslink) is at a moment. */
export type LinkState = 'open' | 'used' | 'expired';

/** A link that was used says so, also after it has died: the reader wants to know that it worked. */
export function linkState({ expires, used }: { readonly expires: Moment; readonly used: Moment | null }, at: Moment): LinkState {
  if (used !== null) return 'used';
  return at < expires ? 'open' : 'expired';
}
