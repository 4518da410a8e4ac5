/**
 * Holding a place. Read first: those who come too late see it without waiting. Then the place is locked, holds that have run out are cleared,
 * and the taken nights are read again. Who finds the place taken lets go of the lock before the next possibility is worked out, once for all
 * who ask alike. Where others may be moved, or she moves within her stay, all places of the unit are locked, and it is one transaction. The
 * database's own rule is the guarantee behind it.
 */
import { isDeepStrictEqual } from 'node:util';
import { sql } from 'kysely';
import type { Id } from '../domain/id.ts';
import { answerAlone, type HerYes } from '../domain/pathway/her-yes.ts';
import { blocksOn, blocksWithin } from '../domain/placement/availability.ts';
import { type HoldDecision, holdMinutes, holdPlace, holdWithMoves, type HoldWithMoves } from '../domain/placement/hold.ts';
import type { StayStatus } from '../domain/placement/lifecycle.ts';
import { type Need, type Party, sheAlone } from '../domain/placement/needs.ts';
import type { Nights } from '../domain/placement/nights.ts';
import type { Place } from '../domain/placement/provision.ts';
import { addMinutes, danishDay, type Moment } from '../domain/time.ts';
import type { Permit } from '../domain/trail.ts';
import { asActor, type Database, databaseNow, type Transaction } from './database.ts';
import { changePlaces } from './placement-change.ts';
import { expireHolds } from './placement-expire.ts';
import { herYesNow } from './her-yes.ts';
import { noteOvertaking, type Overtaking } from './placement-overtake.ts';
import { tellPathway } from './placement-pathway.ts';
import { loadOccupations, type Provision } from './placement-provision.ts';
import { readingOf, readUnit, type UnitReading } from './placement-reading.ts';
import { lockPlace, lockUnit, MovedMeanwhile, patiently } from './placement-retry.ts';
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
  /** How many stays that have not begun may be moved within the unit: as many as the asker was shown. */
  readonly mostMoves: number;
  /** Why she is given the place before those more urgent who wait for it; not said where nobody was asked. */
  readonly overtaking?: Overtaking;
  /** How often she herself may move, as she was shown; not at all when left out. */
  readonly mostOwnMoves?: number;
  /** Who comes; she alone when left out. */
  readonly party?: Party;
  /** Whether she has said yes, as the one who holds says; not said where nobody was asked. What her pathway says of it goes before. */
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

/** Holds a place for a pathway. Whatever else happens at the same moment, at most one asker is told `held`. */
export function holdForPathway(db: Database, permit: Permit, request: HoldRequest): Promise<HoldOutcome> {
  return patiently(() => lookAndHold(db, permit, request));
}

/**
 * Looks, and tries when it is free. Of all who ask alike in this process one tries at a time; the others look again when it has tried, and all of
 * them are answered from one reading.
 */
async function lookAndHold(db: Database, permit: Permit, request: HoldRequest): Promise<HoldOutcome> {
  for (;;) {
    const seen = await readingOf(db, permit, request.unit);
    const place = seen?.unit.places.find(({ id }) => id === request.place);
    const decision = seen && place ? decisionFor(seen, place, request) : ({ outcome: 'no-such-place' } as const);
    const subject = { kind: 'pathway', id: request.pathway } as const;
    if (decision.outcome !== 'held')
      return asActor(db, permit, subject, async (tx): Promise<HoldOutcome> => (await knownHold(tx, request)) ?? decision);
    if (!seen || !place) throw new Error('a place that is not there was found free');

    const trying = triesOf(db);
    const question = `${request.unit} ${questionOf(request)}`;
    const inFront = trying.get(question);
    if (inFront) {
      await inFront;
      continue;
    }
    const attempt = asActor(db, permit, subject, async (tx): Promise<HoldOutcome | LookAgain> => {
      const known = await knownHold(tx, request);
      if (known) return known;
      return isOnePlace(decision) && seen.unit.staffing.length === 0
        ? holdOnOnePlace(tx, permit, seen, place, request)
        : holdAcrossTheUnit(tx, permit, seen, decision, request);
    });
    trying.set(
      question,
      attempt.then(
        () => void trying.delete(question),
        () => void trying.delete(question),
      ),
    );
    const outcome = await attempt;
    if (outcome.outcome !== 'look-again') return outcome;
    throw new MovedMeanwhile(request.stay);
  }
}

/** What is being tried in this process, by what is asked. */
const tries = new WeakMap<Database, Map<string, Promise<void>>>();

function triesOf(db: Database): Map<string, Promise<void>> {
  const known = tries.get(db) ?? new Map<string, Promise<void>>();
  tries.set(db, known);
  return known;
}

/** Somebody was faster. What is to be offered instead is worked out when the lock is let go. */
type LookAgain = { readonly outcome: 'look-again' };

/** The place alone is locked: nobody else has to wait. */
async function holdOnOnePlace(
  tx: Transaction,
  permit: Permit,
  seen: UnitReading,
  place: Place,
  request: HoldRequest,
): Promise<HoldOutcome | LookAgain> {
  // It may be this very request, sent twice, that took the place between the two readings.
  if (await isTaken(tx, seen, place, request)) return (await knownHold(tx, request)) ?? { outcome: 'look-again' };
  await lockPlace(tx, place.id);
  const now = await databaseNow(tx);
  await expireHolds(tx, [place.id], request.pathway, now);
  const meanwhile = await knownHold(tx, request);
  if (meanwhile) return meanwhile;
  if (await isTaken(tx, seen, place, request)) return { outcome: 'look-again' };
  const locked = await readUnit(tx, seen.unit.id);
  // The leader has limited the staffing meanwhile: those who want other places count too, and are held off by locking the whole unit.
  if (locked && locked.unit.staffing.length > 0) return { outcome: 'look-again' };
  const decision = locked && onOnePlace(locked, request);
  if (!decision) return { outcome: 'look-again' };
  return save(tx, permit, seen, decision, request, now);
}

/**
 * Every place of the unit is locked. What was decided holds when the unit stands as it was read. Else what takes no search, her one free place,
 * is decided anew under the lock, and the rest outside it.
 */
async function holdAcrossTheUnit(
  tx: Transaction,
  permit: Permit,
  seen: UnitReading,
  decision: Held,
  request: HoldRequest,
): Promise<HoldOutcome | LookAgain> {
  await lockUnit(tx, seen.unit.id);
  const now = await databaseNow(tx);
  const places = seen.unit.places.map(({ id }) => id);
  await expireHolds(tx, places, request.pathway, now);
  const meanwhile = await knownHold(tx, request);
  if (meanwhile) return meanwhile;
  const standing = await readUnit(tx, seen.unit.id);
  const stands = isDeepStrictEqual([standing?.unit, standing?.occupations], [seen.unit, seen.occupations]);
  const holds = stands ? decision : standing && isOnePlace(decision) ? onOnePlace(standing, request) : null;
  if (!holds) return { outcome: 'look-again' };
  await changePlaces(tx, permit, seen, holds.moves, now);
  return save(tx, permit, seen, holds, request, now);
}

type Held = Extract<HoldWithMoves, { readonly outcome: 'held' }>;

/** Nobody moves, and she stays where she comes. */
function isOnePlace({ moves, parts }: Held): boolean {
  return moves.length === 0 && parts.length === 1;
}

/** The place she asked for, where it is free and the unit can take her. Null else; it takes no search to say so. */
function onOnePlace(reading: UnitReading, request: HoldRequest): Held | null {
  const place = reading.unit.places.find(({ id }) => id === request.place);
  if (!place || holdPlace(reading.unit, place, reading.occupations, request, reading.now).outcome !== 'held') return null;
  const decision = decisionFor(reading, place, { ...request, mostMoves: 0, mostOwnMoves: 0 });
  return decision.outcome === 'held' ? decision : null;
}

/** Decided once for all who ask alike about one reading. */
function decisionFor(reading: UnitReading, place: Place, request: HoldRequest): HoldWithMoves {
  const question = questionOf(request);
  const known = reading.decisions.get(question);
  if (known) return known;
  const decision = holdWithMoves(reading.unit, place, reading.occupations, request, reading.now);
  reading.decisions.set(question, decision);
  return decision;
}

/** The same for all who ask alike. */
function questionOf({ place, needs, nights, mostMoves, mostOwnMoves = 0, party = sheAlone }: HoldRequest): string {
  return JSON.stringify([place, needs, nights, mostMoves, mostOwnMoves, party]);
}

/** Whether the place is taken on any of the nights by now: one small question, because it is asked under the lock too. */
async function isTaken(tx: Transaction, { unit }: UnitReading, place: Place, { nights }: HoldRequest): Promise<boolean> {
  const now = await databaseNow(tx);
  const occupations = await loadOccupations(tx, danishDay(now), [unit.id]);
  return blocksWithin(blocksOn(unit, place, occupations, now), nights).length > 0;
}

/** What this request, or another of hers, has already brought about; or that her pathway has ended. Null when a place can be held for her. */
async function knownHold(tx: Transaction, { pathway, key, unit }: HoldRequest): Promise<HoldOutcome | null> {
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

async function save(
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
    })
    .execute();
  const on = parts.map((part) => ({ place: part.place.id, nights: part.nights }));
  await placeStay(tx, stay, on);
  const said = await herYesNow(tx, pathway, request.herYes ?? null);
  const herYes = said ? { herYes: said } : {};
  // The stay is read by the unit: of her yes it keeps the answer alone.
  const answered = said ? { herYes: answerAlone(said) } : {};
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
