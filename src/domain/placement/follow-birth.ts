/**
 * A stay that is agreed to the birth and some nights after it (da: til fødslen og nogle uger efter) follows the birth: where the due date is changed, or
 * the birth is written, the day she leaves is another by what was agreed. Nobody loses or gains a night by itself: those who pay are shown the move,
 * and make it or keep the day. Our own choice, published as `docs/rules/stay-follows-birth-2026-11.md`: it says why.
 */
import { addDays, type Day, day, type Moment } from '../time.ts';
import { changeDeparture, type DepartureChange } from './departure.ts';
import { canFollow, type StayStatus } from './lifecycle.ts';
import { type Birth, needsAfterBirth } from './needs.ts';
import type { Unit } from './provision.ts';
import { hasRunOut, type Occupation, type Stay } from './stay.ts';

export const followBirthRule = { edition: 'foelger-foedslen/2026-11', from: day('2026-11-27') } as const satisfies {
  readonly edition: string;
  readonly from: Day;
};

/** How the length was agreed, and the birth in force: as it is expected, and from then on as it was. */
export type AgreedByBirth = Birth & {
  /** So many nights after the birth; `null` where the stay is to a fixed day, or nobody knows how its length was asked. */
  readonly nightsAfterBirth: number | null;
  /** The day the child is expected, as far as the stay's reader may know it. */
  readonly dueOn: Day | null;
};

/** The day was kept all the same (da: dagen er beholdt): which day, against which birth, and why. */
export type DepartureKept = { readonly departure: Day; readonly birth: Day; readonly reason: string; readonly byName: string };

/** What the decision reads of a stay beside how its length was agreed. `movesTo` is the place in another unit that she moves to from here. */
export type MayFollow = Stay &
  AgreedByBirth & {
    readonly kept: DepartureKept | null;
    readonly movesTo: { readonly departureBefore: Day | null } | null;
  };

/** The day of the birth that is in force; `null` where none is known. */
export function birthInForce({ bornOn, dueOn }: Pick<AgreedByBirth, 'bornOn' | 'dueOn'>): Day | null {
  return bornOn ?? dueOn;
}

/** The day she leaves by what was agreed; `null` where the stay is to a fixed day, or no birth is known. */
export function departureByBirth(stay: AgreedByBirth): Day | null {
  const birth = birthInForce(stay);
  return stay.nightsAfterBirth === null || birth === null ? null : addDays(birth, stay.nightsAfterBirth);
}

/** How the length is agreed once the departure is another: still by the birth where it is the day that the birth gives, else to that fixed day. */
export function agreedAfter(stay: AgreedByBirth, departure: Day): number | null {
  return departureByBirth(stay) === departure ? stay.nightsAfterBirth : null;
}

/** The departure as it would move by what was agreed, and whether it can now. */
export type FollowsBirth = {
  readonly from: Day;
  readonly to: Day;
  readonly birth: Day;
  readonly isBorn: boolean;
  readonly nightsAfter: number;
  readonly change: DepartureChange;
};

/**
 * What those who pay are shown where the day she leaves is not the one that the birth in force gives. `null` where there is nothing to show: the day is
 * to a fixed day, is as agreed, was kept against this very birth, or is that of a move to another unit. `occupations` are all that is taken there.
 */
export function followBirth(stay: MayFollow, unit: Unit, occupations: readonly Occupation[], at: Moment): FollowsBirth | null {
  const [to, birth] = [departureByBirth(stay), birthInForce(stay)];
  const from = stay.nights.departure;
  if (to === null || birth === null || stay.nightsAfterBirth === null || to === from) return null;
  if (!canFollow('change-departure', stay.status) || hasRunOut(stay, at)) return null;
  if (stay.kept?.birth === birth && stay.kept.departure === from) return null;
  if (stay.movesTo !== null && stay.movesTo.departureBefore !== null) return null;
  const needs = needsAfterBirth(stay.needs, stay);
  const change = changeDeparture(stay, unit, occupations, { departure: to, onPlace: null, needs }, at);
  return { from, to, birth, isBorn: stay.bornOn !== null, nightsAfter: stay.nightsAfterBirth, change };
}

/** Keeping the day although the birth is on another. */
export type KeepDeparture =
  | { readonly outcome: 'departure-kept'; readonly kept: Omit<DepartureKept, 'byName'> }
  | { readonly outcome: 'reason-missing' }
  /** The day, or the birth, is another than the one that was read: it is looked at again. */
  | { readonly outcome: 'seen-otherwise' }
  | { readonly outcome: 'cannot'; readonly status: StayStatus };

/** Decides about keeping the day. `seen` is what the one who answers read: the day, and the birth it does not follow. */
export function keepDeparture(stay: MayFollow, seen: { readonly departure: Day; readonly birth: Day }, reason: string): KeepDeparture {
  if (!canFollow('keep-departure', stay.status)) return { outcome: 'cannot', status: stay.status };
  if (reason.trim() === '') return { outcome: 'reason-missing' };
  const isAsRead = seen.departure === stay.nights.departure && seen.birth === birthInForce(stay);
  const movesAway = stay.movesTo !== null && stay.movesTo.departureBefore !== null;
  if (!isAsRead || movesAway || stay.nightsAfterBirth === null) return { outcome: 'seen-otherwise' };
  return { outcome: 'departure-kept', kept: { ...seen, reason: reason.trim() } };
}

/** Weeks after the birth that a stay can be agreed to. */
export const mostWeeksAfterBirth = 60;

/** Saying of a stay to a fixed day that it follows the birth from now on. */
export type AgreeByBirth =
  | { readonly outcome: 'agreed-by-birth'; readonly nightsAfterBirth: number }
  /** Not a whole number of weeks from 0 to the most. */
  | { readonly outcome: 'weeks-missing' }
  /** It follows the birth already: the page was old, or it was said meanwhile. */
  | { readonly outcome: 'follows-already'; readonly nightsAfterBirth: number }
  /** Her departure is that of a move to another unit: the new stay has its own. */
  | { readonly outcome: 'moves-away' }
  | { readonly outcome: 'cannot'; readonly status: StayStatus };

/** Decides that a stay follows the birth from now on, until so many whole weeks after it. No night moves by it: what the birth gives is shown. */
export function agreeByBirth(stay: MayFollow, weeks: number, at: Moment): AgreeByBirth {
  if (!canFollow('agree-by-birth', stay.status)) return { outcome: 'cannot', status: stay.status };
  if (hasRunOut(stay, at)) return { outcome: 'cannot', status: 'expired' };
  if (!Number.isInteger(weeks) || weeks < 0 || weeks > mostWeeksAfterBirth) return { outcome: 'weeks-missing' };
  if (stay.nightsAfterBirth !== null) return { outcome: 'follows-already', nightsAfterBirth: stay.nightsAfterBirth };
  if (stay.movesTo !== null && stay.movesTo.departureBefore !== null) return { outcome: 'moves-away' };
  return { outcome: 'agreed-by-birth', nightsAfterBirth: weeks * 7 };
}

/** Saying of a stay that follows the birth that it is to a fixed day from now on: the way back from `AgreeByBirth`. */
export type AgreeFixedDay =
  | { readonly outcome: 'agreed-fixed-day'; readonly departure: Day; readonly reason: string }
  | { readonly outcome: 'reason-missing' }
  /** The day is another than the one that was read: it is looked at again. */
  | { readonly outcome: 'seen-otherwise' }
  /** It is to a fixed day already: the page was old, or it was said meanwhile. */
  | { readonly outcome: 'fixed-already'; readonly departure: Day }
  /** Her departure is that of a move to another unit: the new stay has its own. */
  | { readonly outcome: 'moves-away' }
  | { readonly outcome: 'cannot'; readonly status: StayStatus };

/** Decides that a stay ends on the day it has, whenever the child is born. `seen` is the day that was read. No night moves by it. */
export function agreeFixedDay(stay: MayFollow, seen: Day, reason: string, at: Moment): AgreeFixedDay {
  const { departure } = stay.nights;
  if (!canFollow('agree-fixed-day', stay.status)) return { outcome: 'cannot', status: stay.status };
  if (hasRunOut(stay, at)) return { outcome: 'cannot', status: 'expired' };
  if (stay.nightsAfterBirth === null) return { outcome: 'fixed-already', departure };
  if (stay.movesTo !== null && stay.movesTo.departureBefore !== null) return { outcome: 'moves-away' };
  if (seen !== departure) return { outcome: 'seen-otherwise' };
  if (reason.trim() === '') return { outcome: 'reason-missing' };
  return { outcome: 'agreed-fixed-day', departure, reason: reason.trim() };
}
