/** A hold as it is asked for and written: what is known of it already, the stay, its event and what her pathway is told. */
import { sql } from 'kysely';
import type { Id } from '../domain/id.ts';
import { answerAlone, type HerYes } from '../domain/pathway/her-yes.ts';
import { type HoldDecision, holdMinutes, type HoldWithMoves } from '../domain/placement/hold.ts';
import type { StayStatus } from '../domain/placement/lifecycle.ts';
import type { Need, Party } from '../domain/placement/needs.ts';
import type { Nights } from '../domain/placement/nights.ts';
import { addMinutes, type Moment } from '../domain/time.ts';
import type { Permit } from '../domain/trail.ts';
import type { Transaction } from './database.ts';
import { herYesNow } from './her-yes.ts';
import { noteOvertaking, type Overtaking } from './placement-overtake.ts';
import { tellPathway } from './placement-pathway.ts';
import type { Provision } from './placement-provision.ts';
import { addEvent, placeStay } from './placement-stay-write.ts';

export type HoldRequest = {
  /** The id the stay gets if the place is held. */
  readonly stay: Id<'stay'>;
  /** The same key asks for the same hold: a form that is sent twice holds once. */
  readonly key: string;
  readonly pathway: Id<'pathway'>;
  readonly calledName: string;
  readonly unit: Id<'unit'>;
  readonly place: Id<'place'>;
  readonly needs: readonly Need[];
  readonly nights: Nights;
  /** So many nights after the birth where the length was asked for so; a fixed day when left out. */
  readonly nightsAfterBirth?: number | null;
  /** How many stays that have not begun may be moved within the unit: as many as the asker was shown. */
  readonly mostMoves: number;
  /** Why she is given the place before those more urgent who wait for it; not said where nobody was asked. */
  readonly overtaking?: Overtaking;
  /** How often she herself may move, as she was shown; not at all when left out. */
  readonly mostOwnMoves?: number;
  /** Who comes; she alone when left out. */
  readonly party?: Party;
  /** Whether she has said yes, as the one who holds says; not said where nobody was asked: then what her pathway says stands. */
  readonly herYes?: HerYes | null;
};

export type HoldOutcome =
  | { readonly outcome: 'held'; readonly stay: Id<'stay'>; readonly until: Moment | null }
  /** She has a place already; another can be held when it is released. */
  | { readonly outcome: 'holds-another'; readonly stay: Id<'stay'>; readonly until: Moment | null }
  /** She lives in the unit: another place there is a move within it, and not a new stay. */
  | { readonly outcome: 'lives-there' }
  /** This request held a place before, and that stay has ended: a new request can hold again. */
  | { readonly outcome: 'ended'; readonly status: StayStatus }
  | { readonly outcome: 'no-such-place' }
  /** Her pathway has ended: nothing new is sought for her until it is opened again. */
  | { readonly outcome: 'pathway-ended' }
  /** Too many at once, also after trying again: nothing was held. */
  | { readonly outcome: 'busy' }
  | Exclude<HoldDecision, { readonly outcome: 'held' }>;

/** A place that can be held, as it was decided. */
export type Held = Extract<HoldWithMoves, { readonly outcome: 'held' }>;

/** What this request, or another of hers, has already brought about; or that her pathway has ended. Null when a place can be held for her. */
export async function knownHold(tx: Transaction, { pathway, key, unit }: HoldRequest): Promise<HoldOutcome | null> {
  const rows = await tx
    .selectFrom('pathway')
    .leftJoin('stay', 'stay.pathway', 'pathway.id')
    .select(['pathway.phase', 'stay.id', 'stay.status', 'stay.held_until', 'stay.request_key', 'stay.unit'])
    .select(sql<boolean | null>`stay.status = 'held' and stay.held_until <= clock_timestamp()`.as('has_run_out'))
    .where('pathway.id', '=', pathway)
    .execute();
  const stays = rows.flatMap(({ id, status, held_until: until, request_key, has_run_out, unit: where }) => {
    if (id === null || status === null) return [];
    return [{ id, status, until, request_key, where, isHers: ['held', 'confirmed', 'admitted'].includes(status) && has_run_out !== true }];
  });
  const same = stays.find(({ request_key }) => request_key === key);
  if (same) return same.isHers ? { outcome: 'held', stay: same.id, until: same.until } : { outcome: 'ended', status: same.status };
  if (rows[0]?.phase === 'ended') return { outcome: 'pathway-ended' };
  const other = stays.find(({ status, isHers }) => status !== 'admitted' && isHers);
  if (other) return { outcome: 'holds-another', stay: other.id, until: other.until };
  return stays.some(({ status, where }) => status === 'admitted' && where === unit) ? { outcome: 'lives-there' } : null;
}

/** Writes the hold, and tells it. */
export async function saveHold(
  tx: Transaction,
  permit: Permit,
  seen: Provision,
  { parts }: Held,
  request: HoldRequest,
  now: Moment,
): Promise<HoldOutcome> {
  const { actor } = permit;
  const { facility, unit } = seen;
  const { stay, pathway, nights, needs } = request;
  // The hold runs from the moment it is written, also where it was decided a moment before.
  const until = addMinutes(now, holdMinutes);
  await tx
    .insertInto('stay')
    .values({
      id: stay,
      pathway,
      called_name: request.calledName,
      unit: unit.id,
      ...nights,
      status: 'held',
      held_until: until,
      needs: JSON.stringify(needs),
      legal_basis: null,
      paid_by: null,
      held_by: actor.user,
      held_by_name: actor.name,
      held_for: actor.organisation.id,
      held_for_name: actor.organisation.name,
      request_key: request.key,
      transfer_from: await admittedIn(tx, pathway),
      nights_after_birth: request.nightsAfterBirth ?? null,
    })
    .execute();
  const on = parts.map((part) => ({ place: part.place.id, nights: part.nights }));
  await placeStay(tx, stay, on);
  const { known, ofThisPlace } = await herYesNow(tx, pathway, request.herYes ?? null);
  const herYes = ofThisPlace ? { herYes: ofThisPlace } : {};
  // The stay is read by the unit: of her yes it keeps the answer alone.
  const answered = known ? { herYes: answerAlone(known) } : {};
  await addEvent(tx, { stay, act: 'hold', status: 'held', actor, at: now, data: { until, ...nights, ...answered } });
  const [first, ...further] = parts;
  const moves = further.map(({ place, nights: { arrival: from } }) => ({ placeName: place.name, from }));
  await tellPathway(
    tx,
    pathway,
    {
      type: 'place-held',
      stay,
      unitName: `${facility.name}, ${unit.name}`,
      placeName: first?.place.name ?? '',
      ...(moves.length > 0 ? { further: moves } : {}),
      ...nights,
      until,
      ...herYes,
    },
    actor,
    now,
  );
  const why = request.overtaking ?? { reason: null, text: '' };
  await noteOvertaking(tx, permit, { stay, pathway, provision: seen, why }, now);
  return { outcome: 'held', stay, until };
}

/** Where she is now, when she is to come from another unit. */
async function admittedIn(tx: Transaction, pathway: Id<'pathway'>): Promise<Id<'stay'> | null> {
  const row = await tx.selectFrom('stay').select('id').where('pathway', '=', pathway).where('status', '=', 'admitted').executeTakeFirst();
  return row?.id ?? null;
}
