/**
 * Holding a place. Read first: those who come too late see it without waiting. Then the place is locked, holds that have run out are cleared,
 * and the taken nights are read again. Who finds the place taken lets go of the lock before the next possibility is worked out, once for all
 * who ask alike. Where others may be moved, or she moves within her stay, all places of the unit are locked, and it is one transaction. The
 * database's own rule is the guarantee behind it.
 */
import { isDeepStrictEqual } from 'node:util';
import { blocksOn, blocksWithin } from '../domain/placement/availability.ts';
import { holdPlace, holdWithMoves, type HoldWithMoves } from '../domain/placement/hold.ts';
import { sheAlone } from '../domain/placement/needs.ts';
import type { Place } from '../domain/placement/provision.ts';
import { danishDay } from '../domain/time.ts';
import type { Permit } from '../domain/trail.ts';
import { asActor, type Database, databaseNow, type Transaction } from './database.ts';
import { changePlaces } from './placement-change.ts';
import { expireHolds } from './placement-expire.ts';
import { type Held, type HoldOutcome, type HoldRequest, knownHold, saveHold } from './placement-hold-write.ts';
import { telling } from './placement-pathway.ts';
import { loadOccupations } from './placement-provision.ts';
import { readingOf, readUnit, type UnitReading } from './placement-reading.ts';
import { lockPlace, lockUnit, MovedMeanwhile, patiently } from './placement-retry.ts';
import { offerUnit } from './placement-waiting-offer.ts';

/** Holds a place for a pathway. Whatever else happens at the same moment, at most one asker is told `held`. */
export function holdForPathway(db: Database, permit: Permit, request: HoldRequest): Promise<HoldOutcome> {
  return patiently(() => lookAndHold(db, permit, request));
}

/** That the place cannot be had as the unit stands now, told before anything is asked about holding it; `null` where it can, or another thing is in the way. */
export async function takenAlready(
  db: Database,
  permit: Permit,
  request: HoldRequest,
): Promise<Extract<HoldOutcome, { readonly outcome: 'not-free' }> | null> {
  const seen = await readingOf(db, permit, request.unit);
  const place = seen?.unit.places.find(({ id }) => id === request.place);
  const decision = seen && place ? decisionFor(seen, place, request) : null;
  return decision?.outcome === 'not-free' ? decision : null;
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
  return saveHold(tx, permit, seen, decision, request, now);
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
  const held = await saveHold(tx, permit, seen, holds, request, now);
  if (holds.moves.length > 0) await offerUnit(tx, seen.unit.id, telling);
  return held;
}

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
