/** A leader keeps up the supply of a unit: what the page shows, and each change as one transaction with its fact and its tables. */
import { sql } from 'kysely';
import type { Id } from '../domain/id.ts';
import type { Facility, Unit } from '../domain/placement/provision.ts';
import {
  changeSupply,
  type SupplyChange,
  type SupplyDecision,
  type SupplyFact,
  type SupplyPart,
} from '../domain/placement/supply-change.ts';
import {
  type Affected,
  affectedNow,
  type Booking,
  bookingsOf,
  effectOn,
  overStaffing,
  type OverStaffing,
  type Sharing,
  sharingAfter,
  type ToAsk,
  toAskAbout,
} from '../domain/placement/supply-effect.ts';
import { effectOfTerms, type TermsEffect } from '../domain/placement/flexible-effect.ts';
import { areAgreedTo, type Contradiction, contradictionsAfter } from '../domain/placement/supply-contradiction.ts';
import { bookedAfterEnding, endingOfPlace } from '../domain/placement/place-ending.ts';
import { type FlexibleStanding, flexibleStandings } from '../domain/placement/supply-flexible.ts';
import { type Supply, unitOf } from '../domain/placement/supply-state.ts';
import { addDays, danishDay, type Moment } from '../domain/time.ts';
import type { Permit, Recorded } from '../domain/trail.ts';
import { asActor, type Database, databaseNow, leaveTrace, type Transaction } from './database.ts';
import { telling } from './placement-pathway.ts';
import { loadOccupations, loadUnit } from './placement-provision.ts';
import { lockUnit, patiently } from './placement-retry.ts';
import { staysOfUnit, type StayWithName } from './placement-stays.ts';
import { loadSupplies, noSupply } from './placement-supply.ts';
import { addSupplyFact } from './supply-fact.ts';
import { offerUnit } from './placement-waiting-offer.ts';

/** A part of a stay in the unit as its leader sees it. `id` is the stay's. */
export type BookedStay = Booking &
  Pick<StayWithName, 'id' | 'unit' | 'pathway' | 'calledName' | 'heldForName'> & { readonly placeName: string };

/** One line of the unit's history. */
export type SupplyEvent = Pick<Recorded, 'byName' | 'organisationName' | 'recorded'> & {
  readonly sequence: number;
  readonly change: SupplyFact;
  readonly before: SupplyPart | null;
  readonly after: SupplyPart | null;
};

/** All that the page of upkeep is made of. */
export type UpkeepMaterial = {
  readonly facility: Facility;
  readonly unit: Unit;
  readonly supply: Supply;
  readonly flexible: readonly FlexibleStanding[];
  /** Those who cannot stay as it is. */
  readonly affected: readonly Affected<BookedStay>[];
  readonly overStaffed: readonly OverStaffing<BookedStay>[];
  /** The newest first. */
  readonly history: readonly SupplyEvent[];
  readonly now: Moment;
};

/** Lines of history that are shown. */
const linesShown = 60;
/** Days back within which it is looked for who last left a flexible place. */
const daysBack = 400;
/** Changes that are shown before they are saved also where nobody is affected: that is what the leader is to see. */
const alwaysSeen: readonly SupplyChange['type'][] = ['closed', 'closure-changed', 'flexible-set'];

/** Null when there is no such unit, or it is not the asker's own. */
export function upkeepMaterial(db: Database, permit: Permit, id: Id<'unit'>): Promise<UpkeepMaterial | null> {
  return asActor(db, permit, { kind: 'unit', id }, async (tx) => {
    const now = await databaseNow(tx);
    const found = await loadUnit(tx, id);
    if (!found || found.facility.id !== permit.actor.organisation.facility) return null;
    const { facility, unit } = found;
    const supply = (await loadSupplies(tx, [id])).get(id) ?? noSupply;
    const bookings = await bookedStays(tx, unit, now);
    const affected = affectedNow(unit, bookings, now);
    const overStaffed = overStaffing(unit, bookings, now);
    await traceNamed(tx, permit, [...affected.map(({ booking }) => booking), ...overStaffed.flatMap(({ booked }) => booked)]);
    return {
      facility,
      unit,
      supply,
      flexible: flexibleStandings(unit, await occupationsBack(tx, id, now), now),
      affected,
      overStaffed,
      history: await loadHistory(tx, id),
      now,
    };
  });
}

/** What a change does to those who are booked. */
export type SupplyEffect = {
  readonly affected: readonly Affected<BookedStay>[];
  readonly overStaffed: readonly OverStaffing<BookedStay>[];
  readonly toAsk: readonly ToAsk<BookedStay>[];
  readonly sharing: readonly Sharing<BookedStay>[];
  /** What other terms of a flexible place do; `null` for every other change. */
  readonly terms: TermsEffect<BookedStay> | null;
  /** What the unit would say of itself that cannot both be meant, and did not before. */
  readonly contradictions: readonly Contradiction[];
};

export type UpkeepOutcome =
  | { readonly outcome: 'changed'; readonly affected: readonly Affected<BookedStay>[] }
  /** Nothing is saved yet: what the change does to those who are booked is to be seen first. */
  | ({ readonly outcome: 'look-first' } & SupplyEffect)
  | Exclude<SupplyDecision, { readonly outcome: 'changed' }>
  /** A place is not ended while somebody has a night on it from that day on: these must be moved first. */
  | { readonly outcome: 'booked'; readonly booked: readonly BookedStay[] }
  | { readonly outcome: 'not-yours' }
  | { readonly outcome: 'busy' };

/**
 * Changes the supply of a unit. `seen` are the stays that the leader was shown as affected; null when nothing was shown yet. A change that
 * affects others than those, or brings a contradiction or a place in one that is not among the `agreed`, is shown before it is saved, and a closure
 * and how a place opens are shown in any case. A saved change does not confirm the capacity: the leader said one thing about the unit, and not that its free places are right.
 */
export function changeSupplyOf(
  db: Database,
  permit: Permit,
  id: Id<'unit'>,
  change: SupplyChange,
  seen: readonly Id<'stay'>[] | null,
  agreed: readonly Contradiction[] = [],
): Promise<UpkeepOutcome> {
  return patiently(() =>
    asActor(db, permit, { kind: 'unit', id }, async (tx): Promise<UpkeepOutcome> => {
      // Row security lets only the unit's own leader lock its row. Who holds a place meanwhile may still name the unit: she has the place
      // that is waited for next.
      const locked = await tx.selectFrom('unit').select('id').where('id', '=', id).forNoKeyUpdate().executeTakeFirst();
      const found = locked && (await loadUnit(tx, id));
      if (!found) return { outcome: 'not-yours' };
      // Nobody is given a place while it is decided who is affected.
      await lockUnit(tx, id);
      const now = await databaseNow(tx);
      const supply = (await loadSupplies(tx, [id])).get(id) ?? noSupply;
      const decision = changeSupply(supply, change, danishDay(now));
      if (decision.outcome !== 'changed') return decision;

      const after = unitOf(decision.supply, found.unit);
      const bookings = await bookedStays(tx, found.unit, now);
      const ending = endingOfPlace(change);
      const booked = ending ? bookedAfterEnding(ending, bookings, now) : [];
      if (booked.length > 0) {
        await traceNamed(tx, permit, booked);
        return { outcome: 'booked', booked };
      }
      const affected = effectOn(found.unit, after, bookings, now);
      const known = new Set(overStaffing(found.unit, bookings, now).map((one) => JSON.stringify(one)));
      const overStaffed = overStaffing(after, bookings, now).filter((one) => !known.has(JSON.stringify(one)));
      const toAsk = toAskAbout(found.unit.admission, decision.supply.admission, bookings, now);
      const sharing = sharingAfter(found.unit, after, bookings, now);
      const terms =
        change.type === 'flexible-set'
          ? effectOfTerms(change.place, found.unit, after, bookings, await occupationsBack(tx, id, now), now)
          : null;
      const touched = [
        ...(terms?.tooLate ?? []).map(({ booking }) => booking),
        ...affected.map(({ booking }) => booking),
        ...overStaffed.flatMap(({ booked }) => booked),
        ...toAsk.map(({ booking }) => booking),
        ...sharing.flatMap(({ one, other }) => [one, other]),
      ];
      const contradictions = contradictionsAfter(supply, decision.supply);
      const isAgreed = areAgreedTo(contradictions, agreed);
      const shown = seen !== null && touched.every(({ id: stay }) => seen.includes(stay));
      const isToBeSeen = alwaysSeen.includes(change.type) || touched.length > 0;
      if (!isAgreed || (!shown && isToBeSeen)) {
        await traceNamed(tx, permit, touched);
        return { outcome: 'look-first', affected, overStaffed, toAsk, sharing, terms, contradictions };
      }

      await addSupplyFact(tx, permit, id, change, decision.before, decision.after);
      await sql`select keep_supply(${id}, ${JSON.stringify(decision.supply)}::jsonb)`.execute(tx);
      // A closure that is lifted, or more staff, may have made places free: whoever waits for them is asked at once.
      await offerUnit(tx, id, telling);
      return { outcome: 'changed', affected };
    }),
  );
}

/** The nights that are taken in a unit, so far back that whoever last left a flexible place is among them. */
function occupationsBack(tx: Transaction, unit: Id<'unit'>, now: Moment): ReturnType<typeof loadOccupations> {
  return loadOccupations(tx, addDays(danishDay(now), -daysBack), [unit]);
}

async function loadHistory(tx: Transaction, unit: Id<'unit'>): Promise<readonly SupplyEvent[]> {
  const rows = await tx
    .selectFrom('supply_event')
    .selectAll()
    .where('unit', '=', unit)
    .orderBy('sequence', 'desc')
    .limit(linesShown)
    .execute();
  return rows.map(({ sequence, change, before, after, by_name, organisation_name, recorded }) => ({
    sequence,
    change,
    before,
    after,
    byName: by_name,
    organisationName: organisation_name,
    recorded,
  }));
}

/** Those who are there or expected, as the leader may see them: one for each part of a stay. */
async function bookedStays(tx: Transaction, unit: Unit, now: Moment): Promise<readonly BookedStay[]> {
  const stays = await staysOfUnit(tx, unit.id, danishDay(now));
  return stays
    .filter(({ status }) => status === 'held' || status === 'confirmed' || status === 'admitted')
    .flatMap((stay) =>
      bookingsOf(stay).map((booking) => ({
        ...booking,
        id: stay.id,
        unit: unit.id,
        pathway: stay.pathway,
        calledName: stay.calledName,
        placeName: unit.places.find((place) => place.id === booking.place)?.name ?? booking.place,
        heldForName: stay.heldForName,
      })),
    );
}

/** Each woman who is named is a line in the trace about her pathway. */
async function traceNamed(tx: Transaction, permit: Permit, named: readonly BookedStay[]): Promise<void> {
  for (const pathway of new Set(named.map((booking) => booking.pathway))) await leaveTrace(tx, permit, { kind: 'pathway', id: pathway });
}
