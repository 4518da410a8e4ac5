/** What the team does on the waiting list: asks for a place, changes its wish, answers an offer, takes her off. */
import { sql } from 'kysely';
import type { Id } from '../domain/id.ts';
import { answerAlone, type HerYes } from '../domain/pathway/her-yes.ts';
import { heldAfterYes } from '../domain/placement/after-yes.ts';
import { hasRunOut } from '../domain/placement/stay.ts';
import type { UrgencyFacts } from '../domain/placement/urgency.ts';
import { type RequestAct, requestCan, type RequestStatus } from '../domain/placement/waiting-lifecycle.ts';
import type { DeclineReason, PassReason, WithdrawReason } from '../domain/placement/waiting-reasons.ts';
import type { Wish } from '../domain/placement/waiting-request.ts';
import { danishDay, type Moment } from '../domain/time.ts';
import type { Permit } from '../domain/trail.ts';
import { asActor, type Database, databaseNow, type Transaction } from './database.ts';
import { herYesNow } from './her-yes.ts';
import { readPathway } from './pathway.ts';
import { expireHolds } from './placement-expire.ts';
import { telling, tellPathway } from './placement-pathway.ts';
import { lockPlaces, MovedMeanwhile, patiently } from './placement-retry.ts';
import { moveStay } from './placement-stay-write.ts';
import { loadStay, staysOfPathway, type StayWithName } from './placement-stays.ts';
import { crisisCentres, lineRow, urgencyOfPathway } from './placement-waiting-log.ts';
import { offerWhereWaiting } from './placement-waiting-offer.ts';
import {
  activeRequest,
  addRequestEvent,
  answerTo,
  authorOf,
  closeOffer,
  lockPathway,
  moveRequest,
  type RequestAnswer,
  type RequestRow,
} from './placement-waiting-rows.ts';
import { missingLines } from '../domain/placement/urgency-log.ts';

export type NewRequest = {
  /** The id the request gets if it is made. */
  readonly id: Id<'request'>;
  /** The same key asks once: a form that is sent twice makes one request. */
  readonly key: string;
  readonly pathway: Id<'pathway'>;
  readonly wish: Omit<Wish, 'municipality'>;
};

export type Asked =
  | { readonly outcome: 'asked'; readonly request: Id<'request'>; readonly status: RequestStatus }
  /** She is on the list already: one request at a time. */
  | { readonly outcome: 'waits-already'; readonly request: Id<'request'> }
  /** She has a place: nothing to wait for. */
  | { readonly outcome: 'has-place' }
  | { readonly outcome: 'ended' }
  | NotDone;

type NotDone = { readonly outcome: 'no-such-pathway' } | { readonly outcome: 'busy' };

/** Puts her on the list, and offers at once what is free where she waits. */
export function askForPlace(db: Database, permit: Permit, { id, key, pathway, wish }: NewRequest): Promise<Asked> {
  return patiently(() =>
    asActor(db, permit, { kind: 'pathway', id: pathway }, async (tx): Promise<Asked> => {
      const her = await readPathway(tx, pathway);
      if (!her) return { outcome: 'no-such-pathway' };
      if (her.pathway.phase === 'ended') return { outcome: 'ended' };
      const same = await tx
        .selectFrom('placement_request')
        .select(['id', 'status'])
        .where('pathway', '=', pathway)
        .where('request_key', '=', key)
        .executeTakeFirst();
      if (same) return { outcome: 'asked', request: same.id, status: same.status };
      await expireHers(tx, pathway);
      // Whoever holds a place for her or puts her on the list at the same moment is waited for, and seen.
      await lockPathway(tx, pathway);
      const known = await activeRequest(tx, pathway);
      if (known?.request_key === key) return { outcome: 'asked', request: known.id, status: known.status };
      if (known) return { outcome: 'waits-already', request: known.id };
      if ((await staysOfPathway(tx, pathway)).some(({ status }) => ['held', 'confirmed', 'admitted'].includes(status)))
        return { outcome: 'has-place' };

      const now = await databaseNow(tx);
      const told = urgencyOfPathway(her.pathway, her.facts, await crisisCentres(tx));
      const urgency: UrgencyFacts = { ...told, askedOn: danishDay(now), refusals: 0, herNoes: 0 };
      const { user, name, organisation } = permit.actor;
      await tx
        .insertInto('placement_request')
        .values({
          id,
          pathway,
          called_name: her.pathway.calledName,
          municipality: her.pathway.municipality,
          wish: 1,
          needs: JSON.stringify(wish.needs),
          party: JSON.stringify(wish.party),
          earliest: wish.earliest,
          nights: wish.nights,
          reach: wish.reach,
          status: 'waiting',
          stay: null,
          closed: '[]',
          urgency: JSON.stringify(urgency),
          asked_at: now,
          asked_by: user,
          asked_by_name: name,
          asked_for: organisation.id,
          asked_for_name: organisation.name,
          request_key: key,
        })
        .execute();
      await nameUnits(tx, id, 1, wish);
      await addRequestEvent(tx, id, 1, { act: 'ask' }, authorOf(permit.actor), now);
      const [first] = missingLines(null, urgency, danishDay(now));
      if (first)
        await tx
          .insertInto('urgency_change')
          .values(lineRow(id, 1, first, now))
          .execute();
      await offerWhereWaiting(tx, id, telling);
      const { status } = await tx.selectFrom('placement_request').select('status').where('id', '=', id).executeTakeFirstOrThrow();
      return { outcome: 'asked', request: id, status };
    }),
  );
}

/**
 * A form about her request. The same key does it once, and is answered alike. `offer` is the stay that was offered on the page it was sent from;
 * null where none was. An answer to another offer than the one that stands does nothing.
 */
export type RequestForm = { readonly pathway: Id<'pathway'>; readonly key: string; readonly offer: Id<'stay'> | null };

export type RequestDone =
  /** How the act left the request. A place that is free where she waits may be offered to her right after. */
  | RequestAnswer
  /** Another place is offered her than the one that was answered. */
  | { readonly outcome: 'other-offer' }
  /** She is not on the list, or nothing is offered her: somebody was faster. */
  | { readonly outcome: 'cannot' }
  /** The time to answer has passed. */
  | { readonly outcome: 'run-out' }
  | NotDone;

/**
 * The team says yes to the offer: the place is held by it for as long as the offer promised, to be confirmed as any other. `said` is her yes as the
 * form says it; what her pathway says of it when the act is done goes before.
 */
export function acceptOffer(db: Database, permit: Permit, form: RequestForm, said: HerYes | null = null): Promise<RequestDone> {
  return withOffer(db, permit, form, 'accept', async (tx, request, stay, now) => {
    const { actor } = permit;
    const herYes = await herYesNow(tx, stay.pathway, said);
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
        data: { until, promised, edition, request: request.id, ...(herYes ? { herYes: answerAlone(herYes) } : {}) },
      },
    );
    const { pathway, unitName, nights } = stay;
    const placeName = stay.parts[0]?.placeName ?? '';
    await tellPathway(
      tx,
      pathway,
      { type: 'place-held', stay: stay.id, unitName, placeName, ...nights, until, ...(herYes ? { herYes } : {}) },
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
    if (!requestCan('decline', request.status) || request.status === 'offered') return 'cannot';
    return (await moveRequest(tx, request.id, { ...move, unit }, authorOf(permit.actor), now)) ?? 'cannot';
  });
}

/** Changes what is wished while she waits. Her place in the order does not change; units that were not asked for a while are asked again. */
export function changeWish(
  db: Database,
  permit: Permit,
  form: RequestForm,
  wish: Omit<Wish, 'municipality' | 'party'>,
): Promise<RequestDone> {
  return withRequest(db, permit, form, 'change', async (tx, request, _, now) => {
    const answer = await moveRequest(tx, request.id, { act: 'change', key: form.key }, authorOf(permit.actor), now);
    if (!answer) return 'cannot';
    const { needs, earliest, nights, reach } = wish;
    const change = { wish: request.wish + 1, needs: JSON.stringify(needs), earliest, nights, reach };
    await tx.updateTable('placement_request').set(change).where('id', '=', request.id).execute();
    await nameUnits(tx, request.id, change.wish, wish);
    return answer;
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
    if (offered) return letGo(tx, permit, request, offered, now, move);
    return (await moveRequest(tx, request.id, move, authorOf(permit.actor), now)) ?? 'cannot';
  });
}

type Work = Promise<RequestAnswer | 'cannot' | 'run-out'>;

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

/**
 * Her request as it stands, with offers that ran out cleared away; and afterwards what is free where she waits is offered. The place that is
 * offered is locked first and the pathway after it, in the order of everyone who moves a stay. What this very form has done before is found
 * first, whatever has happened since.
 */
function withRequest(
  db: Database,
  permit: Permit,
  { pathway, key, offer }: RequestForm,
  act: RequestAct,
  work: (tx: Transaction, request: RequestRow, offered: StayWithName | null, now: Moment) => Work,
): Promise<RequestDone> {
  return patiently(() =>
    asActor(db, permit, { kind: 'pathway', id: pathway }, async (tx): Promise<RequestDone> => {
      if (!(await readPathway(tx, pathway))) return { outcome: 'no-such-pathway' };
      const before = await activeRequest(tx, pathway);
      const seen = before?.stay ? await loadStay(tx, before.stay) : null;
      if (seen) await lockPlaces(tx, placesOf(seen));
      await expireHers(tx, pathway);
      await lockPathway(tx, pathway);
      const known = await answerTo(tx, pathway, act, key);
      if (known) return known;
      const request = await activeRequest(tx, pathway);
      if (!request) return { outcome: 'cannot' };
      if (before?.status === 'offered' && request.status === 'waiting') return { outcome: 'run-out' };
      if (request.stay !== null && request.stay !== seen?.id) throw new MovedMeanwhile(request.stay);
      const offered = request.status === 'offered' && request.stay !== null ? await loadStay(tx, request.stay) : null;
      if (offered && seen && !placesOf(offered).every((place) => placesOf(seen).includes(place))) throw new MovedMeanwhile(offered.id);
      if (offered ? offered.id !== offer : offer !== null) return { outcome: offered ? 'other-offer' : 'cannot' };
      const done = await work(tx, request, offered, await databaseNow(tx));
      if (typeof done === 'string') return { outcome: done };
      await offerWhereWaiting(tx, request.id, telling);
      return done;
    }),
  );
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

/** Holds of hers that have run out are cleared away, and their places offered on. */
async function expireHers(tx: Transaction, pathway: Id<'pathway'>): Promise<void> {
  const now = await databaseNow(tx);
  const places = (await staysOfPathway(tx, pathway)).filter((stay) => hasRunOut(stay, now)).flatMap(placesOf);
  if (places.length > 0) await expireHolds(tx, places, pathway, now);
}

function placesOf({ parts }: Pick<StayWithName, 'parts'>): readonly Id<'place'>[] {
  return parts.map(({ place }) => place);
}

async function nameUnits(tx: Transaction, request: Id<'request'>, wish: number, { units }: Pick<Wish, 'units'>): Promise<void> {
  const rows = [...new Set(units)].map((unit, index) => ({ request, wish, preference: index + 1, unit }));
  if (rows.length > 0) await tx.insertInto('placement_request_unit').values(rows).execute();
}
