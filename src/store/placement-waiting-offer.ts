/**
 * A place that is free is held for the most urgent who waits for it, in the transaction in which it became free or in that of the next asker.
 * Which request is hers nobody sees: the database says whose it is when it is taken, and locks it so that two places are never offered at once.
 */
import { sql } from 'kysely';
import { homeOf } from '../domain/geography/travel.ts';
import { asId, type Id } from '../domain/id.ts';
import { type PlacementRequest, waitsFor } from '../domain/placement/waiting-request.ts';
import { type NextOffer, nextOffer, nightsFor } from '../domain/placement/waiting-offer.ts';
import type { Place } from '../domain/placement/provision.ts';
import { danishDay, type Moment } from '../domain/time.ts';
import { databaseNow, type Transaction } from './database.ts';
import type { expireHold as ExpireHold, tellPathway as TellPathway, whileTelling as WhileTelling } from './placement-pathway.ts';
import { system } from './system-actor.ts';
import { loadCandidatesOf, loadOccupations, loadUnit, type Provision } from './placement-provision.ts';
import { addEvent } from './placement-stay-write.ts';
import { unitsWithRoom } from './placement-waiting-room.ts';
import { authorOf, moveRequest, waitingRequest, waitingRequests, whileOrdering } from './placement-waiting-rows.ts';

/** How a pathway is told, and by whom: given, because what tells it calls this. */
export type Telling = {
  readonly tellPathway: typeof TellPathway;
  readonly whileTelling: typeof WhileTelling;
  readonly expireHold: typeof ExpireHold;
};

/** Offers the places that a stay took and that its end made free; and asks elsewhere for the one it was to be, where she waits again. */
export async function offerFreed(tx: Transaction, stay: Id<'stay'>, telling: Telling): Promise<void> {
  const { rows } = await sql<{ unit: Id<'unit'>; place: Id<'place'> }>`select * from places_of_stay(${stay})`.execute(tx);
  for (const { unit, place } of rows) await offerPlace(tx, unit, place, telling);
  const again = await sql<{ id: Id<'request'> }>`select * from requests_after_stay(${stay})`.execute(tx);
  for (const { id } of again.rows) await offerWhereWaiting(tx, id, telling);
}

/**
 * Offers whatever is free in a unit: after nights became free on some of its places, or it can take more. Nothing is read of it where nobody
 * waits.
 */
export async function offerUnit(tx: Transaction, unit: Id<'unit'>, telling: Telling): Promise<void> {
  if ((await waitingRequests(tx)).length === 0) return;
  const places = await tx.selectFrom('place').select('id').where('unit', '=', unit).orderBy('id').execute();
  for (const { id } of places) await offerPlace(tx, unit, id, telling);
}

/**
 * Offers one place, and says to which request; null when nobody who waits can have it, or somebody else is at work on the place. What is
 * offered is whatever is free on it: it does no harm to ask too often.
 */
async function offerPlace(tx: Transaction, unit: Id<'unit'>, id: Id<'place'>, telling: Telling): Promise<Id<'request'> | null> {
  if ((await waitingRequests(tx)).length === 0 || !(await isLocked(tx, id))) return null;
  await clearHoldsThatRanOut(tx, id, telling);
  const provision = await loadUnit(tx, unit);
  const place = provision?.unit.places.find((one) => one.id === id);
  if (!provision || !place) return null;
  // How many women there may be is a question about the whole unit.
  if (provision.unit.staffing.length > 0) for (const other of provision.unit.places) if (!(await isLocked(tx, other.id))) return null;

  const passedBy = new Set<Id<'request'>>();
  const taken = new Map<Id<'request'>, Taken>();
  for (;;) {
    const now = await databaseNow(tx);
    const requests = (await waitingRequests(tx)).filter((request) => !passedBy.has(request.id));
    const stays = await loadOccupations(tx, danishDay(now), [unit]);
    const next = nextOffer({ ...provision, place, stays }, requests, homeOf, now);
    if (next.outcome === 'nobody') return null;
    const hers = taken.get(next.request.id);
    if (hers) {
      await begin(tx, { ...provision, place }, { ...next, ...hers }, now, telling);
      return next.request.id;
    }
    const { rows } = await whileOrdering(tx, () => sql<Taken>`select * from take_request(${next.request.id})`.execute(tx));
    const [row] = rows;
    // Once hers is locked it is read again: she may have wished otherwise, or another may have become more urgent, since it was read.
    if (row) taken.set(next.request.id, row);
    // She was offered another place at the same moment, or somebody is at work on her request.
    else passedBy.add(next.request.id);
  }
}

/** Offers what is free where one request waits, until it has an offer: after it was made, changed or passed on. Others may be more urgent. */
export async function offerWhereWaiting(tx: Transaction, request: Id<'request'>, telling: Telling): Promise<void> {
  // Hers alone: a round that read the whole list for each who stands on it would be quadratic.
  const find = async (): Promise<PlacementRequest | null> => {
    const found = await waitingRequest(tx, request);
    return found?.status === 'waiting' ? found : null;
  };
  let hers = await find();
  if (!hers) return;
  const now = await databaseNow(tx);
  const units = await unitsWithRoom(tx, hers, homeOf, now);
  // One who named no unit may be asked anywhere: some are read at a time, and no more once she has an offer.
  for (let read = 0; read < units.length; read += unitsAtOnce) {
    const some = units.slice(read, read + unitsAtOnce);
    const asked = await loadCandidatesOf(tx, danishDay(now), some);
    const inHerOrder = asked.toSorted((one, other) => some.indexOf(one.unit.id) - some.indexOf(other.unit.id));
    for (const { facility, unit, occupations: stays } of inHerOrder) {
      if (!waitsFor(hers, { facility, unit }, homeOf)) continue;
      for (const place of unit.places) {
        if (nightsFor(hers, { facility, unit, place, stays }, now) === null) continue;
        await offerPlace(tx, unit.id, place.id, telling);
        hers = await find();
        if (!hers) return;
      }
    }
  }
}

/** Units that are read together where one who waits may be asked. */
const unitsAtOnce = 10;

type Taken = { readonly pathway: Id<'pathway'>; readonly called_name: string };

/** Holds the place for her as the list's offer, and tells it on her pathway. */
async function begin(
  tx: Transaction,
  { facility, unit, place }: Pick<Provision, 'facility' | 'unit'> & { readonly place: Place },
  { request, nights, answerBy, pathway, called_name }: Extract<NextOffer, { readonly outcome: 'offer' }> & Taken,
  now: Moment,
  { tellPathway, whileTelling }: Telling,
): Promise<void> {
  const stay = await newStay(tx);
  const { user, name, organisation } = system;
  await whileTelling(tx, pathway, async () => {
    await tx
      .insertInto('stay')
      .values({
        id: stay,
        pathway,
        called_name,
        unit: unit.id,
        ...nights,
        // Found for one who waits to the birth and some nights after, it is agreed so: it follows the birth as what is held in a search does.
        nights_after_birth: request.nightsAfterBirth ?? null,
        status: 'held',
        held_until: answerBy,
        needs: JSON.stringify(request.needs),
        legal_basis: null,
        paid_by: null,
        held_by: user,
        held_by_name: name,
        held_for: organisation.id,
        held_for_name: organisation.name,
        request_key: `offer ${stay}`,
      })
      .execute();
    await sql`select place_for_the_list(${stay}, ${place.id})`.execute(tx);
    await addEvent(tx, {
      stay,
      act: 'hold',
      status: 'held',
      actor: system,
      at: now,
      data: { until: answerBy, ...nights, request: request.id },
    });
    const offer = { stay, request: request.id, unit: unit.id, offered: now, answer_by: answerBy, status: 'open', answered: null } as const;
    await tx.insertInto('placement_offer').values(offer).execute();
    await moveRequest(tx, request.id, { act: 'offer', stay, unit: unit.id }, authorOf(system), now);
  });
  const unitName = `${facility.name}, ${unit.name}`;
  await tellPathway(tx, pathway, { type: 'place-held', stay, unitName, placeName: place.name, ...nights, until: answerBy }, system, now);
}

/**
 * Every hold on the place whose time has come is cleared away, whoever holds it: the next is found as if it were gone, so it must be. Those
 * whose offers ran out elsewhere wait again, also where no job has said so, and those places are offered on.
 */
async function clearHoldsThatRanOut(tx: Transaction, place: Id<'place'>, { expireHold }: Telling): Promise<void> {
  const due = await tx
    .selectFrom('occupation')
    .select('stay')
    .distinct()
    .where('place', '=', place)
    .where('status', '=', 'held')
    .where('held_until', '<=', await databaseNow(tx))
    .orderBy('stay')
    .execute();
  for (const { stay } of due) await expireHold(tx, stay, await databaseNow(tx));
  const { rows } = await sql<{ stay: Id<'stay'>; place: Id<'place'> }>`select * from offers_run_out()`.execute(tx);
  for (const offer of rows) if (await isLocked(tx, offer.place)) await expireHold(tx, offer.stay, await databaseNow(tx));
}

async function isLocked(tx: Transaction, place: Id<'place'>): Promise<boolean> {
  const { rows } = await sql<{ locked: boolean }>`select try_lock_place(${place}) as locked`.execute(tx);
  return rows[0]?.locked === true;
}

async function newStay(tx: Transaction): Promise<Id<'stay'>> {
  const { rows } = await sql<{ id: string }>`select gen_random_uuid()::text as id`.execute(tx);
  const [row] = rows;
  if (!row) throw new Error('the database gave no id');
  return asId<'stay'>(row.id);
}
