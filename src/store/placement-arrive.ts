/** She comes and she leaves, written by the unit as it happened; and the one act in which she leaves one unit and comes to another. */
import { sql } from 'kysely';
import type { Id } from '../domain/id.ts';
import type { DischargeDestination } from '../domain/pathway/facts.ts';
import type { HerYes } from '../domain/pathway/her-yes.ts';
import { type Admission, admit, type ArrivalQuestion, type Discharge, discharge, openQuestions } from '../domain/placement/arrival.ts';
import type { StayPart } from '../domain/placement/parts.ts';
import type { Occupation } from '../domain/placement/stay.ts';
import type { Day, Moment } from '../domain/time.ts';
import type { Permit } from '../domain/trail.ts';
import type { Database, Transaction } from './database.ts';
import { asking, type NotDone, type StayForm, withStay } from './placement-act.ts';
import { endedPathway, joinPathway, leavePathway, tellPathway, whileTelling } from './placement-pathway.ts';
import { type AnswerGiven, keptOfAnswer, knownAnswer, tellAnswer } from './placement-her-answer.ts';
import { loadOccupations } from './placement-provision.ts';
import { MovedMeanwhile } from './placement-retry.ts';
import { readReception } from './placement-reception.ts';
import { addEvent, moveStay } from './placement-stay-write.ts';
import { loadStay, type StayWithName } from './placement-stays.ts';

/** It was not as agreed, and nobody said yet that it is meant so: nothing is written. */
export type ArrivalAsked = { readonly outcome: 'ask'; readonly about: readonly ArrivalQuestion[] };

/**
 * Writes down that she came. `answered` are the questions that the unit was asked before and has said yes to. `saysToMove` is what she says now to
 * moving from another unit, and `given` what she says to a first place, where her yes was not written; `null` where nobody answered. It stops nobody.
 */
export function admitToStay(
  db: Database,
  permit: Permit,
  sent: StayForm,
  day: Day,
  answered: readonly ArrivalQuestion[],
  saysToMove: HerYes['answer'] | null = null,
  given: AnswerGiven | null = null,
): Promise<Admission | ArrivalAsked | NotDone> {
  const form = asking(sent, [day]);
  return withStay(
    db,
    permit,
    form,
    { act: 'admit', done: 'admitted', by: 'unit' },
    async (tx, before, now): Promise<Admission | ArrivalAsked> => {
      const contractOwed = (await readReception(tx, before))?.contract === 'owed';
      const pathwayEnded = await whileTelling(tx, before.pathway, () => endedPathway(tx, before.pathway));
      const isMissing = before.transferFrom !== null && before.herYes !== 'yes';
      const said = isMissing ? saysToMove : null;
      const moveNotAgreed = isMissing && said !== 'yes';
      const { standing, asks } =
        before.transferFrom === null ? await knownAnswer(tx, before.pathway, before.id) : { standing: null, asks: false };
      const answer = before.transferFrom === null && (standing !== 'said' || asks) ? given : null;
      const saysYes = answer?.said.answer === 'yes';
      const stayNotAgreed = (standing === 'missing' || standing === 'refused') && !saysYes;
      const placeNotAnswered = standing === 'said' && asks && !saysYes;
      const former = await formerUnit(tx, before, day, now);
      const beside = {
        // Where the unit she is to come from cannot be written as left on this day, it has her still, and she is admitted in both.
        elsewhere: former?.leaving.outcome === 'before-arrival' || (await isAdmittedElsewhere(tx, before.id)),
        contractOwed,
        pathwayEnded,
        moveNotAgreed,
        stayNotAgreed,
        placeNotAnswered,
        offerNotAnswered: before.isOffer,
      };
      const admission = admit(before, await takenFrom(tx, before, day), day, now, beside);
      if (admission.outcome !== 'admitted') return admission;

      const { nights, parts, remarks } = admission;
      const about = openQuestions(remarks, answered);
      if (about.length > 0) return { outcome: 'ask', about };
      await moveStay(
        tx,
        before,
        { status: 'admitted', held_until: null, parts },
        {
          act: 'admit',
          status: 'admitted',
          actor: permit.actor,
          at: now,
          happened: day,
          data: {
            ...nights,
            remarks,
            before: partsOf(before),
            transferFrom: before.transferFrom,
            ...(said ? { herYes: { answer: said } } : {}),
            ...keptOfAnswer(answer, now),
          },
          form: { key: form.key, answer: admission },
        },
      );
      const fromUnit = former && (await leaveFormerUnit(tx, permit, before, former, day, now));
      await joinPathway(tx, before.pathway, permit.actor, now, day);
      const { id: stay, pathway, unitName } = before;
      if (said === 'yes') await tellPathway(tx, pathway, { type: 'move-answered', stay, unitName, answer: said }, permit.actor, now, day);
      if (answer) await tellAnswer(tx, permit, before, answer, now);
      await tellPathway(
        tx,
        before.pathway,
        { type: 'admitted', stay: before.id, unitName: before.unitName, ...(fromUnit === null ? {} : { fromUnit }) },
        permit.actor,
        now,
        day,
      );
      return admission;
    },
  );
}

/** The stay in another unit that she is to come from, and what is decided of leaving it on the day she comes. */
type FormerUnit = { readonly former: StayWithName; readonly leaving: Discharge };

async function formerUnit(tx: Transaction, { transferFrom, pathway }: StayWithName, day: Day, now: Moment): Promise<FormerUnit | null> {
  if (transferFrom === null) return null;
  const former = await whileTelling(tx, pathway, () => loadStay(tx, transferFrom));
  return former && { former, leaving: discharge(former, await takenFrom(tx, former, day), day, now) };
}

/**
 * She came from another unit: that she left it is written in the same act, and its facility leaves her care team unless it is the same. Says
 * the unit's name; null where it had written itself that she left, or has her as come after this day.
 */
async function leaveFormerUnit(
  tx: Transaction,
  permit: Permit,
  { pathway, facility, unitName, id }: StayWithName,
  { former, leaving }: FormerUnit,
  day: Day,
  now: Moment,
): Promise<string | null> {
  if (leaving.outcome !== 'discharged') return null;
  const { rows } = await sql<{
    left: boolean;
  }>`select leave_for_another_unit(${former.id}, ${leaving.nights.departure}::date) as left`.execute(tx);
  if (rows[0]?.left !== true) throw new MovedMeanwhile(former.id);
  const { actor } = permit;
  const data = { ...leaving.nights, remarks: leaving.remarks, destination: 'other-unit', to: unitName, transferTo: id };
  await whileTelling(tx, pathway, () =>
    addEvent(tx, { stay: former.id, act: 'discharge', status: 'discharged', actor, at: now, happened: day, data }),
  );
  await tellPathway(tx, pathway, { type: 'discharged', stay: former.id, destination: 'other-unit', to: unitName }, actor, now, day);
  if (former.facility !== facility) await leavePathway(tx, pathway, former.facility, actor, now, day);
  return former.unitName;
}

/** Where she goes: from the closed list, and in words. */
export type Destination = { readonly destination: DischargeDestination; readonly to: string };

/** Writes down that she left, and where to. The facility takes no part in her pathway any more. */
export function dischargeFromStay(
  db: Database,
  permit: Permit,
  sent: StayForm,
  day: Day,
  { destination, to }: Destination,
): Promise<Discharge | NotDone> {
  const form = asking(sent, [day, destination, to]);
  return withStay(db, permit, form, { act: 'discharge', done: 'discharged', by: 'unit' }, async (tx, before, now): Promise<Discharge> => {
    const pathwayEnded = await whileTelling(tx, before.pathway, () => endedPathway(tx, before.pathway));
    const leaving = discharge(before, await takenFrom(tx, before, day), day, now, { pathwayEnded });
    if (leaving.outcome === 'discharged') {
      const { nights, parts, remarks } = leaving;
      await moveStay(
        tx,
        before,
        { status: 'discharged', parts },
        {
          act: 'discharge',
          status: 'discharged',
          actor: permit.actor,
          at: now,
          happened: day,
          data: { ...nights, remarks, destination, to, before: partsOf(before) },
          form: { key: form.key, answer: leaving },
        },
      );
      await tellPathway(tx, before.pathway, { type: 'discharged', stay: before.id, destination, to }, permit.actor, now, day);
      await leavePathway(tx, before.pathway, before.facility, permit.actor, now, day);
    }
    return leaving;
  });
}

/** Her places as they stood before she came or left, kept with what was written: what was a mistake is put right to them. */
export function partsOf({ parts }: StayWithName): readonly StayPart[] {
  return parts.map(({ place, nights }) => ({ place, nights }));
}

/** All that is taken in the unit from the day on, or from her first night where that is earlier. */
export function takenFrom(tx: Transaction, { unit, nights }: StayWithName, day: Day): Promise<readonly Occupation[]> {
  return loadOccupations(tx, day < nights.arrival ? day : nights.arrival, [unit]);
}

async function isAdmittedElsewhere(tx: Transaction, stay: Id<'stay'>): Promise<boolean> {
  const { rows } = await sql<{ elsewhere: boolean }>`select is_admitted_elsewhere(${stay}) as elsewhere`.execute(tx);
  return rows[0]?.elsewhere === true;
}
