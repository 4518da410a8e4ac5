/** What a work list says about places: stays that cannot stand as they are, places that were refused, and what a leader's own units wait for. */
import { inDanishOrder } from '../domain/danish-order.ts';
import { sql } from 'kysely';
import type { Id } from '../domain/id.ts';
import type { PathwayFact } from '../domain/pathway/facts.ts';
import { type Leave, leaveOn } from '../domain/placement/leave.ts';
import type { StayStatus } from '../domain/placement/lifecycle.ts';
import { hasRunOut } from '../domain/placement/stay.ts';
import {
  type Booking,
  bookingsOf,
  type OverStaffing,
  overStaffing,
  type StayTrouble,
  troublesOfStay,
} from '../domain/placement/supply-effect.ts';
import type { FollowsBirth } from '../domain/placement/follow-birth.ts';
import { fallenMove, type PutBack } from '../domain/placement/transfer.ts';
import { freshnessOf } from '../domain/placement/freshness.ts';
import { addDays, danishDay, type Moment } from '../domain/time.ts';
import type { Permit } from '../domain/trail.ts';
import { asActor, type Database, databaseNow, leaveTrace, type Transaction } from './database.ts';
import { followsNow } from './placement-follow-birth.ts';
import { type LeftEarlier, leftEarlierOf } from './placement-leave-earlier.ts';
import { loadProvision, type Provision } from './placement-provision.ts';
import { type ExpectedStay, receptionsOf } from './placement-reception.ts';
import { putBackNow } from './placement-transfer.ts';
import { staysOfParty, staysOfPathway, staysOfUnit, type StayWithName } from './placement-stays.ts';

/** Those who are there or expected. */
const presentStatuses: ReadonlySet<StayStatus> = new Set(['held', 'confirmed', 'admitted']);

/** A stay that must be moved, or whose unit must change its plan. */
export type TroubledStay = { readonly stay: StayWithName; readonly troubles: readonly StayTrouble[] };

/** One whose move to another house fell away, and whether her departure can be put back now, or what stands in the way. */
export type FallenStay = StayWithName & { readonly putBack: PutBack };

/** One whose stay is agreed by the birth and ends on another day than the birth gives now. */
export type FollowingStay = { readonly stay: StayWithName; readonly follows: FollowsBirth };

/** The latest no of a unit on a pathway: when, and its reason as a word of the closed list. */
export type RefusedPlace = { readonly at: Moment; readonly reason: string | null; readonly unitName: string | null };

/** A unit in which more women are booked on some nights than it is staffed for. */
export type OverStaffedUnit = Provision & { readonly nights: readonly OverStaffing<Booking>[] };

export type PlacesAtWork = {
  readonly troubled: readonly TroubledStay[];
  /**
   * Those who are to come to the asker's own facility within a week or should have come, the first first; also where the place is only held.
   */
  readonly arriving: readonly ExpectedStay[];
  /** Units of the asker's own facility whose capacity is old or was never confirmed. */
  readonly unconfirmed: readonly Provision[];
  /** Units of the asker's own facility in which more women are booked than the staffing allows, with the nights. */
  readonly overStaffed: readonly OverStaffedUnit[];
  /** Those who live in a house, whose move to another fell away, and whose nights in the first are not theirs again. */
  readonly fallen: readonly FallenStay[];
  /** Those whom the asker's own facility refused, and who have no place where they live from the day they were to come. */
  readonly refusedWithoutPlace: readonly StayWithName[];
  /** Those who leave or have left earlier than agreed. */
  readonly leftEarlier: readonly LeftEarlier[];
  /** Those whose departure is not the one that the birth gives by what was agreed, and how it would move. */
  readonly following: readonly FollowingStay[];
  /** Those who live in the asker's own facility and are on leave tonight, the first back first. */
  readonly away: readonly { readonly stay: StayWithName; readonly leave: Leave }[];
  /** The stays in units of the asker's own facility. */
  readonly own: ReadonlySet<Id<'stay'>>;
  readonly now: Moment;
};

/** For the pathways that the asker's organisation takes part in, and for its own units where it runs any. */
export function placesAtWork(db: Database, permit: Permit): Promise<PlacesAtWork> {
  return asActor(db, permit, { kind: 'list', id: null }, async (tx) => {
    const now = await databaseNow(tx);
    const { organisation, role } = permit.actor;
    const ofParty = await staysOfParty(tx, organisation.id);
    const troubled = await troubledOf(tx, ofParty, now);
    const fallen: FallenStay[] = [];
    for (const stay of ofParty.filter((one) => fallenMove(one) !== null)) {
      const change = await putBackNow(tx, stay, now);
      if (change) fallen.push({ ...stay, putBack: change });
    }
    const leftEarlier = await leftEarlierOf(tx, organisation.id, now);
    const following: FollowingStay[] = [];
    for (const stay of ofParty) {
      const follows = await followsNow(tx, stay, now);
      if (follows) following.push({ stay, follows });
    }
    const forAll = { fallen, leftEarlier, following, now };
    if (role !== 'unit-leader' || organisation.facility === null)
      return { ...forAll, troubled, arriving: [], unconfirmed: [], overStaffed: [], refusedWithoutPlace: [], away: [], own: new Set() };
    const all = (await loadProvision(tx)).filter(({ facility }) => facility.id === organisation.facility);
    const own = inDanishOrder(all, ({ unit }) => unit.name);
    const inOwn: StayWithName[] = [];
    for (const { unit } of own) inOwn.push(...(await staysOfUnit(tx, unit.id, danishDay(now))));
    const overStaffed = own.flatMap((one): readonly OverStaffedUnit[] => {
      const booked = inOwn.filter(({ unit, status }) => unit === one.unit.id && presentStatuses.has(status)).flatMap(bookingsOf);
      const nights = overStaffing(one.unit, booked, now);
      return nights.length > 0 ? [{ ...one, nights }] : [];
    });
    const isExpected = (stay: StayWithName): boolean => stay.status === 'confirmed' || (stay.status === 'held' && !hasRunOut(stay, now));
    const arriving = inOwn.filter((stay) => isExpected(stay) && stay.nights.arrival <= addDays(danishDay(now), 7));
    // Also those who are expected: the facility takes part in their pathways only once they have come.
    const others = inOwn.filter(({ id }) => !troubled.some(({ stay }) => stay.id === id));
    const unable = await troubledOf(tx, others, now);
    const without = await refusedWithoutPlace(tx, organisation.facility);
    const refused = inOwn.filter(({ id }) => without.has(id));
    const away = inOwn
      .flatMap((stay) => {
        const leave = stay.status === 'admitted' ? leaveOn(stay.leaves, danishDay(now)) : null;
        return leave ? [{ stay, leave }] : [];
      })
      .toSorted((one, other) => (one.leave.back < other.leave.back ? -1 : 1));
    // The unit need not take part in her pathway yet: that it reads her name is a reading about her.
    for (const pathway of new Set(
      [...refused, ...unable.map(({ stay }) => stay), ...away.map(({ stay }) => stay)].map((stay) => stay.pathway),
    ))
      await leaveTrace(tx, permit, { kind: 'pathway', id: pathway });
    return {
      ...forAll,
      troubled: [...troubled, ...unable],
      arriving: await receptionsOf(
        tx,
        permit,
        arriving.toSorted((one, other) => (one.nights.arrival < other.nights.arrival ? -1 : 1)),
      ),
      overStaffed,
      unconfirmed: own.filter(({ unit }) => freshnessOf(unit.confirmed, now) !== 'fresh'),
      refusedWithoutPlace: refused,
      away,
      own: new Set(inOwn.map(({ id }) => id)),
    };
  });
}

async function refusedWithoutPlace(tx: Transaction, facility: Id<'facility'>): Promise<ReadonlySet<Id<'stay'>>> {
  const { rows } = await sql<{ stay: Id<'stay'> }>`select stay from refused_and_without_place(${facility})`.execute(tx);
  return new Set(rows.map(({ stay }) => stay));
}

/** Which of some stays are in a facility. */
export async function staysInFacility(
  tx: Transaction,
  facility: Id<'facility'> | null,
  stays: readonly Id<'stay'>[],
): Promise<ReadonlySet<Id<'stay'>>> {
  if (facility === null || stays.length === 0) return new Set();
  const rows = await tx
    .selectFrom('stay')
    .innerJoin('unit', 'unit.id', 'stay.unit')
    .select('stay.id')
    .where('stay.id', 'in', stays)
    .where('unit.facility', '=', facility)
    .execute();
  return new Set(rows.map(({ id }) => id));
}

/** The stays of one pathway that cannot stand as they are. */
export function troubledOnPathway(db: Database, permit: Permit, pathway: Id<'pathway'>): Promise<readonly TroubledStay[]> {
  return asActor(db, permit, { kind: 'pathway', id: pathway }, async (tx) =>
    troubledOf(tx, await staysOfPathway(tx, pathway), await databaseNow(tx)),
  );
}

/** For each of some pathways whose latest reservation the unit refused: that no. Read where the pathways themselves are read. */
export async function refusalsOf(tx: Transaction, pathways: readonly Id<'pathway'>[]): Promise<ReadonlyMap<Id<'pathway'>, RefusedPlace>> {
  if (pathways.length === 0) return new Map();
  const rows = await tx
    .selectFrom('pathway_fact')
    .select(['pathway', 'recorded', 'data'])
    .where('pathway', 'in', pathways)
    .where('type', 'in', ['place-held', 'hold-ended'])
    .orderBy('sequence')
    .execute();
  const latest = new Map<Id<'pathway'>, RefusedPlace>();
  const unitNames = new Map<Id<'stay'>, string>();
  for (const { pathway, recorded, data } of rows) {
    const fact: PathwayFact = data;
    if (fact.type === 'place-held') unitNames.set(fact.stay, fact.unitName);
    if (fact.type !== 'hold-ended' || fact.how !== 'refused') latest.delete(pathway);
    else latest.set(pathway, { at: recorded, reason: fact.reason ?? null, unitName: unitNames.get(fact.stay) ?? null });
  }
  return latest;
}

async function troubledOf(tx: Transaction, stays: readonly StayWithName[], now: Moment): Promise<readonly TroubledStay[]> {
  const present = stays.filter((stay) => presentStatuses.has(stay.status) && !hasRunOut(stay, now));
  if (present.length === 0) return [];
  const provisions = await loadProvision(tx, [...new Set(present.map(({ unit }) => unit))]);
  return present.flatMap((stay) => {
    const found = provisions.find(({ unit }) => unit.id === stay.unit);
    const troubles = found ? troublesOfStay(found.unit, stay, now) : [];
    return troubles.length > 0 ? [{ stay, troubles }] : [];
  });
}
