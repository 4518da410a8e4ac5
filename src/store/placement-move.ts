/** What is done to a stay after the hold: each locks the place, reads the stay again, asks the domain, saves and tells the pathway. */
import { sql } from 'kysely';
import type { Id } from '../domain/id.ts';
import { type Admission, admit, type ArrivalQuestion, type Discharge, discharge, openQuestions } from '../domain/placement/arrival.ts';
import {
  type Commitment,
  type Confirmation,
  confirmStay,
  type Deviation,
  type Ending,
  endStay,
  type EndingAct,
  type RefusalReason,
} from '../domain/placement/confirm.ts';
import { type Extension, extendHold } from '../domain/placement/hold.ts';
import type { Occupation } from '../domain/placement/stay.ts';
import type { Day, Moment } from '../domain/time.ts';
import type { Permit } from '../domain/trail.ts';
import { asActor, type Database, databaseNow, type Transaction } from './database.ts';
import { readPathway } from './pathway.ts';
import { expireHolds } from './placement-expire.ts';
import { joinPathway, tellPathway } from './placement-pathway.ts';
import { loadOccupations } from './placement-provision.ts';
import { readReception } from './placement-reception.ts';
import { lockPlace, patiently } from './placement-retry.ts';
import { loadStay, moveStay, type StayWithName } from './placement-stays.ts';

/** None that the actor may see, or too many at once. */
type NotDone = { readonly outcome: 'no-such-stay' } | { readonly outcome: 'busy' };

/** How an act is done: by whom, and whether doing it twice does nothing more. */
type Manner = { readonly by: 'team' | 'unit'; readonly repeatable: boolean };
const byTheTeam: Manner = { by: 'team', repeatable: true };
const onceByTheTeam: Manner = { by: 'team', repeatable: false };
const byTheUnit: Manner = { by: 'unit', repeatable: true };

/** Gives a hold more time, before it has run out. */
export function extendHoldOf(db: Database, permit: Permit, stay: Id<'stay'>): Promise<Extension | NotDone> {
  return withStay(db, permit, stay, onceByTheTeam, async (tx, before, now) => {
    const extension = extendHold(before, now);
    if (extension.outcome === 'extended') {
      const { until, extensions } = extension;
      const { pathway, unitName, placeName, nights } = before;
      await moveStay(
        tx,
        before,
        { held_until: until, extensions },
        { act: 'extend', status: 'held', actor: permit.actor, at: now, data: { until } },
      );
      await tellPathway(tx, pathway, { type: 'place-held', stay, unitName, placeName, ...nights, until }, permit.actor, now);
    }
    return extension;
  });
}

/** Confirms a held stay with its legal basis and who pays. `answered` are the deviations from the decision that were said yes to. */
export function confirmStayOf(
  db: Database,
  permit: Permit,
  stay: Id<'stay'>,
  commitment: Commitment,
  answered: readonly Deviation[],
): Promise<Confirmation | NotDone> {
  return withStay(db, permit, stay, byTheTeam, async (tx, before, now) => {
    const her = (await readPathway(tx, before.pathway))?.pathway;
    const { legalBasis: decidedBasis = null, municipality = her?.municipality ?? null } = her?.decision ?? {};
    const confirmation = confirmStay(before, commitment, now, { legalBasis: decidedBasis, municipality }, answered);
    if (confirmation.outcome === 'confirmed') {
      const { legalBasis, paidBy, deviations } = confirmation;
      await moveStay(
        tx,
        before,
        { status: 'confirmed', held_until: null, legal_basis: legalBasis, paid_by: paidBy },
        { act: 'confirm', status: 'confirmed', actor: permit.actor, at: now, data: { legalBasis, paidBy, deviations } },
      );
      await tellPathway(tx, before.pathway, { type: 'place-confirmed', stay, legalBasis, paidBy }, permit.actor, now);
    }
    return confirmation;
  });
}

/** It was not as agreed, and nobody said yet that it is meant so: nothing is written. */
export type ArrivalAsked = { readonly outcome: 'ask'; readonly about: readonly ArrivalQuestion[] };

/** Writes down that she came. `answered` are the questions that the unit was asked before and has said yes to. */
export function admitToStay(
  db: Database,
  permit: Permit,
  stay: Id<'stay'>,
  day: Day,
  answered: readonly ArrivalQuestion[],
): Promise<Admission | ArrivalAsked | NotDone> {
  return withStay(db, permit, stay, byTheUnit, async (tx, before, now): Promise<Admission | ArrivalAsked> => {
    const contractOwed = (await readReception(tx, before))?.contract === 'owed';
    const beside = { elsewhere: await isAdmittedElsewhere(tx, stay), contractOwed };
    const admission = admit(before, await takenFrom(tx, before, day), day, now, beside);
    if (admission.outcome === 'admitted') {
      const { nights, remarks } = admission;
      const about = openQuestions(remarks, answered);
      if (about.length > 0) return { outcome: 'ask', about };
      await moveStay(
        tx,
        before,
        { status: 'admitted', held_until: null, ...nights },
        { act: 'admit', status: 'admitted', actor: permit.actor, at: now, happened: day, data: { ...nights, remarks } },
      );
      await joinPathway(tx, before.pathway, permit.actor, now, day);
      await tellPathway(tx, before.pathway, { type: 'admitted', stay, unitName: before.unitName }, permit.actor, now, day);
    }
    return admission;
  });
}

/** Writes down that she left, and where to. */
export function dischargeFromStay(db: Database, permit: Permit, stay: Id<'stay'>, day: Day, to: string): Promise<Discharge | NotDone> {
  return withStay(db, permit, stay, byTheUnit, async (tx, before, now) => {
    const leaving = discharge(before, await takenFrom(tx, before, day), day, now);
    if (leaving.outcome === 'discharged') {
      const { nights, remarks } = leaving;
      await moveStay(
        tx,
        before,
        { status: 'discharged', ...nights },
        { act: 'discharge', status: 'discharged', actor: permit.actor, at: now, happened: day, data: { ...nights, remarks, to } },
      );
      await tellPathway(tx, before.pathway, { type: 'discharged', stay, to }, permit.actor, now, day);
    }
    return leaving;
  });
}

/** Why a stay ended before it began; the unit's no has a reason from a closed list. */
export type EndingReason = { readonly reason: RefusalReason | null; readonly text: string };

/** Ends a stay that has not begun: released by those who held it, refused by the unit, withdrawn by the municipality. */
export function endStayOf(
  db: Database,
  permit: Permit,
  stay: Id<'stay'>,
  act: Exclude<EndingAct, 'expire'>,
  why: EndingReason,
): Promise<Ending | NotDone> {
  return withStay(db, permit, stay, act === 'refuse' ? byTheUnit : byTheTeam, async (tx, before, now) => {
    const ending = endStay(before, act, now);
    if (ending.outcome === 'ended' && before.status !== ending.status) {
      await moveStay(
        tx,
        before,
        { status: ending.status, held_until: null },
        { act, status: ending.status, actor: permit.actor, at: now, data: why },
      );
      const reason = why.reason === null ? {} : { reason: why.reason };
      await tellPathway(tx, before.pathway, { type: 'hold-ended', stay, how: ending.status, ...reason }, permit.actor, now);
    }
    return ending;
  });
}

/**
 * The place is locked before the stay is read for the decision, so that all who move it take turns. The unit's own acts are for those who act
 * for its facility: taking part in her pathway is not enough.
 */
function withStay<Result>(
  db: Database,
  permit: Permit,
  stay: Id<'stay'>,
  { by, repeatable }: Manner,
  work: (tx: Transaction, before: StayWithName, now: Moment) => Promise<Result>,
): Promise<Result | NotDone> {
  const attempt = (): Promise<Result | NotDone> =>
    asActor(db, permit, { kind: 'stay', id: stay }, async (tx): Promise<Result | NotDone> => {
      const seen = await loadStay(tx, stay);
      if (!seen || (by === 'unit' && seen.facility !== permit.actor.organisation.facility)) return { outcome: 'no-such-stay' };
      await lockPlace(tx, seen.place);
      const now = await databaseNow(tx);
      await expireHolds(tx, [seen.place], seen.pathway, now);
      let before = await loadStay(tx, stay);
      if (before && before.place !== seen.place) {
        // She was given another place while this one was waited for.
        await lockPlace(tx, before.place);
        before = await loadStay(tx, stay);
      }
      return before ? work(tx, before, now) : { outcome: 'no-such-stay' };
    });
  return patiently(attempt, { repeatable });
}

/** All that is taken in the unit from the day on, or from her first night where that is earlier. */
function takenFrom(tx: Transaction, { unit, nights }: StayWithName, day: Day): Promise<readonly Occupation[]> {
  return loadOccupations(tx, day < nights.arrival ? day : nights.arrival, [unit]);
}

async function isAdmittedElsewhere(tx: Transaction, stay: Id<'stay'>): Promise<boolean> {
  const { rows } = await sql<{ elsewhere: boolean }>`select is_admitted_elsewhere(${stay}) as elsewhere`.execute(tx);
  return rows[0]?.elsewhere === true;
}
