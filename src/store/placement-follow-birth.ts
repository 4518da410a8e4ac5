/** The departure of a stay that is agreed by the birth: whether it is another now, and that it is kept all the same. */
import {
  agreeByBirth,
  type AgreeByBirth,
  agreeFixedDay,
  type AgreeFixedDay,
  departureByBirth,
  followBirth,
  followBirthRule,
  type FollowsBirth,
  type KeepDeparture,
  keepDeparture,
} from '../domain/placement/follow-birth.ts';
import { danishDay, type Day, type Moment } from '../domain/time.ts';
import type { Permit } from '../domain/trail.ts';
import type { Database, Transaction } from './database.ts';
import { asking, type NotDone, type StayForm, withStay } from './placement-act.ts';
import { tellPathway } from './placement-pathway.ts';
import { loadOccupations, loadUnit } from './placement-provision.ts';
import { moveStay } from './placement-stay-write.ts';
import type { StayWithName } from './placement-stays.ts';

/** The departure as it would move by what was agreed, and whether it can now; `null` where there is nothing to move. */
export async function followsNow(tx: Transaction, stay: StayWithName, now: Moment): Promise<FollowsBirth | null> {
  // Nothing is read of the unit where the day is the one that the birth gives.
  if ((departureByBirth(stay) ?? stay.nights.departure) === stay.nights.departure) return null;
  const provision = await loadUnit(tx, stay.unit);
  if (!provision) return null;
  return followBirth(stay, provision.unit, await loadOccupations(tx, danishDay(now), [stay.unit]), now);
}

/** What was read by the one who keeps the day, and why it is kept. */
export type KeepAsked = { readonly departure: Day; readonly birth: Day; readonly reason: string };

/** Keeps the day she leaves although the birth is on another than it was counted to. The act of those who pay, as another departure is. */
export function keepDepartureOf(
  db: Database,
  permit: Permit,
  sent: StayForm,
  { departure, birth, reason }: KeepAsked,
): Promise<KeepDeparture | NotDone> {
  const form = asking(sent, [departure, birth, reason]);
  const manner = { act: 'keep-departure', done: 'departure-kept', by: 'team' } as const;
  return withStay(db, permit, form, manner, async (tx, before, now): Promise<KeepDeparture> => {
    const keeping = keepDeparture(before, { departure, birth }, reason);
    if (keeping.outcome !== 'departure-kept') return keeping;
    const { status } = before;
    const data = { ...keeping.kept, edition: followBirthRule.edition };
    await moveStay(
      tx,
      before,
      {},
      { act: manner.act, status, actor: permit.actor, at: now, data, form: { key: form.key, answer: keeping } },
    );
    // The day is told as one that is the same as before: it was decided, and why.
    const told = { type: 'departure-changed', stay: before.id, from: departure, departure, reason: keeping.kept.reason } as const;
    await tellPathway(tx, before.pathway, told, permit.actor, now);
    return keeping;
  });
}

/** Says of a stay to a fixed day that it follows the birth from now on, until so many weeks after it: `reason` is the sentence that was agreed to. */
export function agreeByBirthOf(
  db: Database,
  permit: Permit,
  sent: StayForm,
  { weeks, reason }: { readonly weeks: number; readonly reason: string },
): Promise<AgreeByBirth | NotDone> {
  const form = asking(sent, [weeks]);
  const manner = { act: 'agree-by-birth', done: 'agreed-by-birth', by: 'team' } as const;
  return withStay(db, permit, form, manner, async (tx, before, now): Promise<AgreeByBirth> => {
    const agreed = agreeByBirth(before, weeks, now);
    if (agreed.outcome !== 'agreed-by-birth') return agreed;
    const { status } = before;
    const { nightsAfterBirth } = agreed;
    const data = { nightsAfterBirth, edition: followBirthRule.edition };
    const answer = { key: form.key, answer: agreed };
    await moveStay(tx, before, { nightsAfterBirth }, { act: manner.act, status, actor: permit.actor, at: now, data, form: answer });
    const { departure } = before.nights;
    // The day is told as one that is the same as before: how it was agreed is another from now on, and nobody has kept it against the birth.
    const told = { type: 'departure-changed', stay: before.id, from: departure, departure, reason, agreedByBirth: true } as const;
    await tellPathway(tx, before.pathway, told, permit.actor, now);
    return agreed;
  });
}

/** Says of a stay that follows the birth that it is to the day it has from now on, whenever the child is born. `departure` is the day that was read. */
export function agreeFixedDayOf(
  db: Database,
  permit: Permit,
  sent: StayForm,
  { departure, reason }: { readonly departure: Day; readonly reason: string },
): Promise<AgreeFixedDay | NotDone> {
  const form = asking(sent, [departure, reason]);
  const manner = { act: 'agree-fixed-day', done: 'agreed-fixed-day', by: 'team' } as const;
  return withStay(db, permit, form, manner, async (tx, before, now): Promise<AgreeFixedDay> => {
    const agreed = agreeFixedDay(before, departure, reason, now);
    if (agreed.outcome !== 'agreed-fixed-day') return agreed;
    const { status, nightsAfterBirth } = before;
    const data = { departure: agreed.departure, reason: agreed.reason, nightsAfterBirth, edition: followBirthRule.edition };
    const answer = { key: form.key, answer: agreed };
    await moveStay(tx, before, { nightsAfterBirth: null }, { act: manner.act, status, actor: permit.actor, at: now, data, form: answer });
    const told = {
      type: 'departure-changed',
      stay: before.id,
      from: departure,
      departure,
      reason: agreed.reason,
      agreedFixedDay: true,
    } as const;
    await tellPathway(tx, before.pathway, told, permit.actor, now);
    return agreed;
  });
}
