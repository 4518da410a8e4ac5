/**
 * Holding a place. Read first: most who come too late are answered without waiting. Then the place is locked, holds that have run out are
 * cleared, the taken nights are read again and the domain decides. Where others may be moved, all places of the unit are locked, and the
 * moves and the hold are one transaction. The database's own rule is the guarantee behind it.
 */
import type { Id } from '../domain/id.ts';
import { type HoldDecision, holdWithMoves, type HoldWithMoves } from '../domain/placement/hold.ts';
import type { StayStatus } from '../domain/placement/lifecycle.ts';
import type { Need } from '../domain/placement/needs.ts';
import type { Nights } from '../domain/placement/nights.ts';
import type { Place } from '../domain/placement/provision.ts';
import { hasRunOut } from '../domain/placement/stay.ts';
import { danishDay, type Moment } from '../domain/time.ts';
import type { Permit } from '../domain/trail.ts';
import { asActor, type Database, databaseNow, type Transaction } from './database.ts';
import { expireHolds } from './placement-expire.ts';
import { noteOvertaking, type Overtaking } from './placement-overtake.ts';
import { tellPathway } from './placement-pathway.ts';
import { changePlaces } from './placement-change.ts';
import { loadOccupations, loadUnit, type Provision } from './placement-provision.ts';
import { lockPlace, lockUnit, patiently } from './placement-retry.ts';
import { addEvent } from './placement-stays.ts';

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
  /** How many stays that have not begun may be moved within the unit: as many as the asker was shown. */
  readonly mostMoves: number;
  /** Why she is given the place before those more urgent who wait for it; not said where nobody was asked. */
  readonly overtaking?: Overtaking;
};

export type HoldOutcome =
  | { readonly outcome: 'held'; readonly stay: Id<'stay'>; readonly until: Moment | null }
  /** She has a place already; another can be held when it is released. */
  | { readonly outcome: 'holds-another'; readonly stay: Id<'stay'>; readonly until: Moment | null }
  /** This request held a place before, and that stay has ended: a new request can hold again. */
  | { readonly outcome: 'ended'; readonly status: StayStatus }
  | { readonly outcome: 'no-such-place' }
  /** Too many at once, also after trying again: nothing was held. */
  | { readonly outcome: 'busy' }
  | Exclude<HoldDecision, { readonly outcome: 'held' }>;

/** Holds a place for a pathway. Whatever else happens at the same moment, at most one asker is told `held`. */
export function holdForPathway(db: Database, permit: Permit, request: HoldRequest): Promise<HoldOutcome> {
  return patiently(() =>
    asActor(db, permit, { kind: 'pathway', id: request.pathway }, async (tx): Promise<HoldOutcome> => {
      const known = await knownHold(tx, request, await databaseNow(tx));
      if (known) return known;
      const provision = await loadUnit(tx, request.unit);
      const place = provision?.unit.places.find(({ id }) => id === request.place);
      if (!provision || !place) return { outcome: 'no-such-place' };

      const first = await decide(tx, provision, place, request, await databaseNow(tx));
      // It may be this very request, sent twice, that took the place between the two readings.
      if (first.outcome !== 'held') return (await knownHold(tx, request, await databaseNow(tx))) ?? first;

      if (first.moves.length === 0) await lockPlace(tx, place.id);
      else await lockUnit(tx, provision.unit.id);
      const locked = first.moves.length === 0 ? [place.id] : provision.unit.places.map(({ id }) => id);
      const now = await databaseNow(tx);
      await expireHolds(tx, locked, request.pathway, now);
      const meanwhile = await knownHold(tx, request, now);
      if (meanwhile) return meanwhile;
      // Moves are decided only under the lock of the whole unit.
      const mostMoves = first.moves.length === 0 ? 0 : request.mostMoves;
      const decision = await decide(tx, provision, place, { ...request, mostMoves }, now);
      if (decision.outcome !== 'held') return decision;

      await changePlaces(tx, permit, provision, decision.moves, now);
      const [part] = decision.parts;
      if (!part || decision.parts.length > 1) throw new Error('a stay is held on one place');
      const why = request.overtaking ?? { reason: null, text: '' };
      await save(tx, permit, provision, part.place, request, decision.until, now);
      await noteOvertaking(tx, permit, { stay: request.stay, pathway: request.pathway, provision, why }, now);
      return { outcome: 'held', stay: request.stay, until: decision.until };
    }),
  );
}

async function decide(tx: Transaction, { unit }: Provision, place: Place, request: HoldRequest, now: Moment): Promise<HoldWithMoves> {
  return holdWithMoves(unit, place, await loadOccupations(tx, danishDay(now), [unit.id]), request, now);
}

/** What this request, or another of hers, has already brought about. */
async function knownHold(tx: Transaction, { pathway, key }: HoldRequest, now: Moment): Promise<HoldOutcome | null> {
  const rows = await tx.selectFrom('stay').select(['id', 'status', 'held_until', 'request_key']).where('pathway', '=', pathway).execute();
  const isHers = ({ status, held_until: heldUntil }: (typeof rows)[number]): boolean =>
    ['held', 'confirmed', 'admitted'].includes(status) && !hasRunOut({ status, heldUntil }, now);
  const same = rows.find(({ request_key }) => request_key === key);
  if (same) return isHers(same) ? { outcome: 'held', stay: same.id, until: same.held_until } : { outcome: 'ended', status: same.status };
  const other = rows.find((row) => row.status !== 'admitted' && isHers(row));
  return other ? { outcome: 'holds-another', stay: other.id, until: other.held_until } : null;
}

async function save(
  tx: Transaction,
  { actor }: Permit,
  { facility, unit }: Provision,
  place: Place,
  request: HoldRequest,
  until: Moment,
  now: Moment,
): Promise<void> {
  const { stay, pathway, nights, needs } = request;
  await tx
    .insertInto('stay')
    .values({
      id: stay,
      pathway,
      called_name: request.calledName,
      unit: unit.id,
      place: place.id,
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
    })
    .execute();
  await addEvent(tx, { stay, act: 'hold', status: 'held', actor, at: now, data: { until, ...nights } });
  await tellPathway(
    tx,
    pathway,
    { type: 'place-held', stay, unitName: `${facility.name}, ${unit.name}`, placeName: place.name, ...nights, until },
    actor,
    now,
  );
}
