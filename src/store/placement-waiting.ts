/** What the team answers on the waiting list: yes to an offer, no for now, her own no, and that she no longer waits. */
import { sql } from 'kysely';
import type { Id } from '../domain/id.ts';
import { answerAlone, type HerYes } from '../domain/pathway/her-yes.ts';
import { heldAfterYes } from '../domain/placement/after-yes.ts';
import { beforeAsking, offerFreshnessEdition } from '../domain/placement/offer-freshness.ts';
import { hasRunOut } from '../domain/placement/stay.ts';
import type { DeclineReason, PassReason, WithdrawReason } from '../domain/placement/waiting-reasons.ts';
import type { Moment } from '../domain/time.ts';
import type { Permit } from '../domain/trail.ts';
import type { Database, Transaction } from './database.ts';
import { herYesNow } from './her-yes.ts';
import { tellPathway } from './placement-pathway.ts';
import { loadUnit } from './placement-provision.ts';
import { MovedMeanwhile } from './placement-retry.ts';
import { moveStay } from './placement-stay-write.ts';
import type { StayWithName } from './placement-stays.ts';
import { type RequestDone, type RequestForm, type Work, withRequest } from './placement-waiting-form.ts';
import { authorOf, closeOffer, moveRequest, type RequestRow } from './placement-waiting-rows.ts';

/**
 * The team says yes to the offer: the place is held by it for as long as the offer promised, to be confirmed as any other. `said` is her yes as the
 * form says it; what her pathway says of it when the act is done goes before. `ring-first` where the unit's capacity is not fresh as it stands in
 * this transaction and nobody has rung.
 */
export function acceptOffer(
  db: Database,
  permit: Permit,
  form: RequestForm,
  said: HerYes | null = null,
  /** The team's word that the unit said on the telephone that the place is free; kept with the yes. */
  rang = false,
): Promise<RequestDone> {
  return withOffer(db, permit, form, 'accept', async (tx, request, stay, now) => {
    const { actor } = permit;
    const provision = await loadUnit(tx, stay.unit);
    if (!rang && beforeAsking(provision?.unit.confirmed ?? null, now).outcome === 'ring-first') return 'ring-first';
    const { known, ofThisPlace } = await herYesNow(tx, stay.pathway, said);
    // An offer that is open is held until it is to be answered.
    const { until, promised, edition } = heldAfterYes(stay.heldUntil ?? now, now);
    const accepted = { act: 'accept', stay: stay.id, unit: stay.unit, key: form.key } as const;
    const answer = await moveRequest(tx, request.id, accepted, authorOf(actor), now);
    if (!answer) return 'cannot';
    await closeOffer(tx, stay.id, 'accepted', now);
    const { rows } = await sql<{
      taken: boolean;
    }>`select take_over_hold(${stay.id}, ${actor.name}, ${actor.organisation.name}) as taken`.execute(tx);
    if (rows[0]?.taken !== true) throw new MovedMeanwhile(stay.id);
    await moveStay(
      tx,
      stay,
      { held_until: until },
      {
        act: 'extend',
        status: 'held',
        actor,
        at: now,
        data: {
          until,
          promised,
          edition,
          request: request.id,
          ...(rang ? { rang, rangEdition: offerFreshnessEdition } : {}),
          ...(known ? { herYes: answerAlone(known) } : {}),
        },
      },
    );
    const { pathway, unitName, nights } = stay;
    const placeName = stay.parts[0]?.placeName ?? '';
    await tellPathway(
      tx,
      pathway,
      { type: 'place-held', stay: stay.id, unitName, placeName, ...nights, until, ...(ofThisPlace ? { herYes: ofThisPlace } : {}) },
      actor,
      now,
    );
    return answer;
  });
}

/** The team lets the offer pass, with its reason: the place is offered to the next, and she keeps her place on the list. */
export function passOffer(db: Database, permit: Permit, form: RequestForm, reason: PassReason, text: string): Promise<RequestDone> {
  const move = { act: 'pass', reason, text, key: form.key } as const;
  return withOffer(db, permit, form, 'pass', (tx, request, stay, now) => letGo(tx, permit, request, stay, now, move));
}

/** She herself does not want the unit: it is not asked for her again, and she keeps her place on the list. An open offer is let go. */
export function declineUnit(
  db: Database,
  permit: Permit,
  form: RequestForm,
  unit: Id<'unit'>,
  reason: DeclineReason,
  text: string,
): Promise<RequestDone> {
  const move = { act: 'decline', reason, text, key: form.key } as const;
  return withRequest(db, permit, form, 'decline', async (tx, request, offered, now) => {
    if (offered?.unit === unit) return letGo(tx, permit, request, offered, now, move);
    // No to another unit than the one that is offered her leaves the offer as it is: it can be said when the offer is answered.
    // A place that is hers already is let go by itself, not by a no to another unit.
    if (request.status !== 'waiting') return 'cannot';
    return (await moveRequest(tx, request.id, { ...move, unit }, authorOf(permit.actor), now)) ?? 'cannot';
  });
}

/** Takes her off the list, with the reason. A place that is offered is let go; a place that is hers stays hers. */
export function withdrawRequest(
  db: Database,
  permit: Permit,
  form: RequestForm,
  reason: WithdrawReason,
  text: string,
): Promise<RequestDone> {
  const move = { act: 'withdraw', reason, text, key: form.key } as const;
  return withRequest(db, permit, form, 'withdraw', async (tx, request, offered, now) => {
    const done = offered
      ? await letGo(tx, permit, request, offered, now, move)
      : ((await moveRequest(tx, request.id, move, authorOf(permit.actor), now)) ?? 'cannot');
    if (done !== 'cannot') await tellPathway(tx, request.pathway, { type: 'list-left' }, permit.actor, now);
    return done;
  });
}

/** Lets an offered place go for a reason that is written first: her request has moved on when the place is told to be free. */
async function letGo(
  tx: Transaction,
  { actor }: Permit,
  request: RequestRow,
  stay: StayWithName,
  now: Moment,
  move: { readonly act: 'pass' | 'decline' | 'withdraw'; readonly reason: string; readonly text: string; readonly key: string },
): Work {
  const answer = await moveRequest(tx, request.id, { ...move, unit: stay.unit, stay: stay.id }, authorOf(actor), now);
  if (!answer) return 'cannot';
  const became = { pass: 'passed', decline: 'declined', withdraw: 'taken-back' } as const;
  await closeOffer(tx, stay.id, became[move.act], now);
  const { reason, text } = move;
  await moveStay(
    tx,
    stay,
    { status: 'released', held_until: null },
    { act: 'release', status: 'released', actor, at: now, data: { reason: null, text: `${reason} ${text}`.trim() } },
  );
  await tellPathway(tx, stay.pathway, { type: 'hold-ended', stay: stay.id, how: 'released' }, actor, now);
  return answer;
}

/** The same for an offer that has not run out. */
function withOffer(
  db: Database,
  permit: Permit,
  form: RequestForm,
  act: 'accept' | 'pass',
  work: (tx: Transaction, request: RequestRow, stay: StayWithName, now: Moment) => Work,
): Promise<RequestDone> {
  return withRequest(db, permit, form, act, async (tx, request, offered, now) => {
    if (!offered) return 'cannot';
    return offered.status !== 'held' || hasRunOut(offered, now) ? 'run-out' : work(tx, request, offered, now);
  });
}
