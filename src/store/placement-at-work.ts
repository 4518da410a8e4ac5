/** What a work list says about places: stays that cannot stand as they are, places that were refused, and what a leader's own units wait for. */
import type { Id } from '../domain/id.ts';
import type { PathwayFact } from '../domain/pathway/facts.ts';
import { hasRunOut, occupationsOf } from '../domain/placement/stay.ts';
import { mustHaveOf, type StayTrouble, troublesOf } from '../domain/placement/supply-effect.ts';
import { freshnessOf } from '../domain/placement/freshness.ts';
import { addDays, danishDay, type Moment } from '../domain/time.ts';
import type { Permit } from '../domain/trail.ts';
import { asActor, type Database, databaseNow, leaveTrace, type Transaction } from './database.ts';
import { loadProvision, type Provision } from './placement-provision.ts';
import { staysOfParty, staysOfPathway, staysOfUnit, type StayWithName } from './placement-stays.ts';

/** A stay that must be moved, or whose unit must change its plan. */
export type TroubledStay = { readonly stay: StayWithName; readonly troubles: readonly StayTrouble[] };

/** The latest no of a unit on a pathway: when, and its reason as a word of the closed list. */
export type RefusedPlace = { readonly at: Moment; readonly reason: string | null; readonly unitName: string | null };

export type PlacesAtWork = {
  readonly troubled: readonly TroubledStay[];
  /** Those who are to come to the asker's own facility within a week or should have come, the first first. */
  readonly arriving: readonly StayWithName[];
  /** Units of the asker's own facility whose capacity is old or was never confirmed. */
  readonly unconfirmed: readonly Provision[];
  readonly now: Moment;
};

/** For the pathways that the asker's organisation takes part in, and for its own units where it runs any. */
export function placesAtWork(db: Database, permit: Permit): Promise<PlacesAtWork> {
  return asActor(db, permit, { kind: 'list', id: null }, async (tx) => {
    const now = await databaseNow(tx);
    const { organisation, role } = permit.actor;
    const troubled = await troubledOf(tx, await staysOfParty(tx, organisation.id), now);
    if (role !== 'unit-leader' || organisation.facility === null) return { troubled, arriving: [], unconfirmed: [], now };
    const own = (await loadProvision(tx)).filter(({ facility }) => facility.id === organisation.facility);
    const inOwn: StayWithName[] = [];
    for (const { unit } of own) inOwn.push(...(await staysOfUnit(tx, unit.id, danishDay(now))));
    const arriving = inOwn.filter((stay) => stay.status === 'confirmed' && stay.nights.arrival <= addDays(danishDay(now), 7));
    // Also those who are expected: the facility takes part in their pathways only once they have come.
    const others = inOwn.filter(({ id }) => !troubled.some(({ stay }) => stay.id === id));
    const unable = await troubledOf(tx, others, now);
    // The unit need not take part in her pathway yet: that it reads her name is a reading about her.
    for (const pathway of new Set([...arriving, ...unable.map(({ stay }) => stay)].map((stay) => stay.pathway)))
      await leaveTrace(tx, permit, { kind: 'pathway', id: pathway });
    return {
      troubled: [...troubled, ...unable],
      arriving: arriving.toSorted((one, other) => (one.nights.arrival < other.nights.arrival ? -1 : 1)),
      unconfirmed: own.filter(({ unit }) => freshnessOf(unit.confirmed, now) !== 'fresh'),
      now,
    };
  });
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
  const present = stays.filter((stay) => ['held', 'confirmed', 'admitted'].includes(stay.status) && !hasRunOut(stay, now));
  if (present.length === 0) return [];
  const provisions = await loadProvision(tx, [...new Set(present.map(({ unit }) => unit))]);
  return present.flatMap((stay) => {
    const found = provisions.find(({ unit }) => unit.id === stay.unit);
    const mustHave = mustHaveOf(stay);
    const troubles = found ? occupationsOf(stay).flatMap((part) => troublesOf(found.unit, { ...part, mustHave }, now)) : [];
    return troubles.length > 0 ? [{ stay, troubles }] : [];
  });
}
