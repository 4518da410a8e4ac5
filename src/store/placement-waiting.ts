/** What the team does on the waiting list: asks for a place, changes its wish, answers an offer, takes her off. */
import type { Id } from '../domain/id.ts';
import { holdMinutes } from '../domain/placement/hold.ts';
import { hasRunOut } from '../domain/placement/stay.ts';
import type { UrgencyFacts } from '../domain/placement/urgency.ts';
import { requestCan, type RequestStatus } from '../domain/placement/waiting-lifecycle.ts';
import type { DeclineReason, PassReason, WithdrawReason } from '../domain/placement/waiting-reasons.ts';
import type { Wish } from '../domain/placement/waiting-request.ts';
import { addMinutes, danishDay, type Moment } from '../domain/time.ts';
import type { Permit } from '../domain/trail.ts';
import { asActor, type Database, databaseNow, type Transaction } from './database.ts';
import { readPathway } from './pathway.ts';
import { expireHolds } from './placement-expire.ts';
import { telling, tellPathway } from './placement-pathway.ts';
import { lockPlaces, MovedMeanwhile, patiently } from './placement-retry.ts';
import { loadStay, moveStay, staysOfPathway, type StayWithName } from './placement-stays.ts';
import { crisisCentres, lineRow, urgencyOfPathway } from './placement-waiting-log.ts';
import { offerWhereWaiting } from './placement-waiting-offer.ts';
import {
  activeRequest,
  addRequestEvent,
  authorOf,
  closeOffer,
  lockPathway,
  moveRequest,
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
      const known = await activeRequest(tx, pathway);
      if (known) return { outcome: 'waits-already', request: known.id };
      await expireHers(tx, pathway);
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

export type RequestDone =
  | { readonly outcome: 'done'; readonly status: RequestStatus }
  /** She is not on the list, or nothing is offered her: somebody was faster. */
  | { readonly outcome: 'cannot' }
  /** The time to answer has passed. */
  | { readonly outcome: 'run-out' }
  | NotDone;

/** The team says yes to the offer: the place is held by it for the usual minutes, to be confirmed as any other. */
export function acceptOffer(db: Database, permit: Permit, pathway: Id<'pathway'>): Promise<RequestDone> {
  return withOffer(db, permit, pathway, async (tx, request, stay, now) => {
    const { user, name, organisation } = permit.actor;
    const until = addMinutes(now, holdMinutes);
    await moveStay(
      tx,
      stay,
      { held_until: until },
      { act: 'extend', status: 'held', actor: permit.actor, at: now, data: { until, request: request.id } },
    );
    const holder = { held_by: user, held_by_name: name, held_for: organisation.id, held_for_name: organisation.name };
    await tx.updateTable('stay').set(holder).where('id', '=', stay.id).execute();
    const { unitName, nights } = stay;
    const placeName = stay.parts[0]?.placeName ?? '';
    await tellPathway(tx, pathway, { type: 'place-held', stay: stay.id, unitName, placeName, ...nights, until }, permit.actor, now);
  });
}

/** The team lets the offer pass, with its reason: the place is offered to the next, and she keeps her place on the list. */
export function passOffer(db: Database, permit: Permit, pathway: Id<'pathway'>, reason: PassReason, text: string): Promise<RequestDone> {
  return withOffer(db, permit, pathway, (tx, request, stay, now) => letGo(tx, permit, request, stay, now, { act: 'pass', reason, text }));
}

/** She herself does not want the unit: it is not asked for her again, and she keeps her place on the list. An open offer is let go. */
export function declineUnit(
  db: Database,
  permit: Permit,
  pathway: Id<'pathway'>,
  unit: Id<'unit'>,
  reason: DeclineReason,
  text: string,
): Promise<RequestDone> {
  return withRequest(db, permit, pathway, async (tx, request, offered, now) => {
    if (offered?.unit === unit) return letGo(tx, permit, request, offered, now, { act: 'decline', reason, text });
    // No to another unit than the one that is offered her leaves the offer as it is: it can be said when the offer is answered.
    if (!requestCan('decline', request.status) || request.status === 'offered') return 'cannot';
    return (await moveRequest(tx, request.id, { act: 'decline', unit, reason, text }, authorOf(permit.actor), now)) ? undefined : 'cannot';
  });
}

/** Changes what is wished while she waits. Her place in the order does not change; units that were not asked for a while are asked again. */
export function changeWish(
  db: Database,
  permit: Permit,
  pathway: Id<'pathway'>,
  wish: Omit<Wish, 'municipality' | 'party'>,
): Promise<RequestDone> {
  return withRequest(db, permit, pathway, async (tx, request, _, now) => {
    if (!(await moveRequest(tx, request.id, { act: 'change' }, authorOf(permit.actor), now))) return 'cannot';
    const { needs, earliest, nights, reach } = wish;
    const change = { wish: request.wish + 1, needs: JSON.stringify(needs), earliest, nights, reach };
    await tx.updateTable('placement_request').set(change).where('id', '=', request.id).execute();
    await nameUnits(tx, request.id, change.wish, wish);
    return undefined;
  });
}

/** Takes her off the list, with the reason. A place that is offered is let go; a place that is hers stays hers. */
export function withdrawRequest(
  db: Database,
  permit: Permit,
  pathway: Id<'pathway'>,
  reason: WithdrawReason,
  text: string,
): Promise<RequestDone> {
  return withRequest(db, permit, pathway, async (tx, request, offered, now) => {
    if (offered) return letGo(tx, permit, request, offered, now, { act: 'withdraw', reason, text });
    return (await moveRequest(tx, request.id, { act: 'withdraw', reason, text }, authorOf(permit.actor), now)) ? undefined : 'cannot';
  });
}

type Work = Promise<'cannot' | 'run-out' | undefined | void>;

/** Lets an offered place go for a reason that is written first: her request has moved on when the place is told to be free. */
async function letGo(
  tx: Transaction,
  { actor }: Permit,
  request: RequestRow,
  stay: StayWithName,
  now: Moment,
  move: { readonly act: 'pass' | 'decline' | 'withdraw'; readonly reason: string; readonly text: string },
): Work {
  if (!(await moveRequest(tx, request.id, { ...move, unit: stay.unit, stay: stay.id }, authorOf(actor), now))) return 'cannot';
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
}

/**
 * Her request as it stands, with offers that ran out cleared away; and afterwards what is free where she waits is offered. The place that is
 * offered is locked first and the pathway after it, in the order of everyone who moves a stay.
 */
function withRequest(
  db: Database,
  permit: Permit,
  pathway: Id<'pathway'>,
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
      const request = await activeRequest(tx, pathway);
      if (!request) return { outcome: 'cannot' };
      if (before?.status === 'offered' && request.status === 'waiting') return { outcome: 'run-out' };
      if (request.stay !== null && request.stay !== seen?.id) throw new MovedMeanwhile(request.stay);
      const offered = request.status === 'offered' && request.stay !== null ? await loadStay(tx, request.stay) : null;
      if (offered && seen && !placesOf(offered).every((place) => placesOf(seen).includes(place))) throw new MovedMeanwhile(offered.id);
      const failed = await work(tx, request, offered, await databaseNow(tx));
      if (failed) return { outcome: failed };
      await offerWhereWaiting(tx, request.id, telling);
      const { status } = await tx.selectFrom('placement_request').select('status').where('id', '=', request.id).executeTakeFirstOrThrow();
      return { outcome: 'done', status };
    }),
  );
}

/** The same for an offer that has not run out. */
function withOffer(
  db: Database,
  permit: Permit,
  pathway: Id<'pathway'>,
  work: (tx: Transaction, request: RequestRow, stay: StayWithName, now: Moment) => Work,
): Promise<RequestDone> {
  return withRequest(db, permit, pathway, async (tx, request, offered, now) => {
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
