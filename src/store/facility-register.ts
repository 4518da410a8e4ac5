/** Facilities as they are registered and put right on a page, with who did it. Units are opened in `unit-register.ts`. */
import { inDanishOrder } from '../domain/danish-order.ts';
import { sql } from 'kysely';
import { asId, type Id } from '../domain/id.ts';
import {
  type FacilityFact,
  type FacilityFacts,
  type FacilityFault,
  readFacility,
  standsIn,
  type WrittenFacility,
} from '../domain/placement/facility-registration.ts';
import type { FacilityLeader } from '../domain/placement/facility-leader.ts';
import { orderedJson } from '../domain/ordered-json.ts';
import { danishDay } from '../domain/time.ts';
import type { Permit, Recorded } from '../domain/trail.ts';
import { asActor, type Database, databaseNow, type Transaction } from './database.ts';
import { facilitiesWithoutLeader, leadersOf } from './facility-leader-rows.ts';
import { facilityFacts, facilityOf } from './facility-rows.ts';
import { patiently } from './placement-retry.ts';
import { telephoneOf } from './placement-telephone.ts';
import type { Facility } from '../domain/placement/provision.ts';
import { namedWriter } from './who-and-when.ts';

/** A facility in the list of them, with how many units it has. */
export type FacilityLine = { readonly facility: Facility; readonly units: number; readonly hasLeader: boolean };

/** One line of a facility's history. */
export type FacilityEvent = Pick<Recorded, 'byName' | 'organisationName' | 'recorded'> & {
  readonly sequence: number;
  readonly change: FacilityFact;
};

/** All that the page of a facility is made of. The history is empty for those who may not read it. */
export type FacilityMaterial = {
  readonly facility: Facility;
  readonly address: string;
  readonly telephone: string | null;
  readonly units: readonly { readonly id: Id<'unit'>; readonly name: string }[];
  readonly history: readonly FacilityEvent[];
  readonly leaders: readonly FacilityLeader[];
};

/** Every facility of the country by name. */
export function facilityList(db: Database, permit: Permit): Promise<readonly FacilityLine[]> {
  return asActor(db, permit, { kind: 'list', id: null }, async (tx) => {
    const rows = await tx.selectFrom('facility').selectAll().orderBy('id').execute();
    const counted = await tx
      .selectFrom('unit')
      .select(({ fn }) => ['facility', fn.countAll<number>().as('units')])
      .groupBy('facility')
      .execute();
    const units = new Map(counted.map((row) => [row.facility, Number(row.units)]));
    const without = await facilitiesWithoutLeader(tx);
    return inDanishOrder(rows, ({ name }) => name).map((row) => ({
      facility: facilityOf(row),
      units: units.get(row.id) ?? 0,
      hasLeader: !without.has(row.id),
    }));
  });
}

/** Null when there is no such facility. */
export function facilityMaterial(db: Database, permit: Permit, id: Id<'facility'>): Promise<FacilityMaterial | null> {
  return asActor(db, permit, { kind: 'facility', id }, async (tx) => {
    const row = await tx.selectFrom('facility').selectAll().where('id', '=', id).executeTakeFirst();
    if (!row) return null;
    return {
      facility: facilityOf(row),
      address: row.address,
      telephone: await telephoneOf(tx, id),
      units: inDanishOrder(
        await tx.selectFrom('unit').select(['id', 'name']).where('facility', '=', id).orderBy('id').execute(),
        ({ name }) => name,
      ),
      history: await loadHistory(tx, id),
      leaders: await leadersOf(tx, id),
    };
  });
}

export type RegisterOutcome =
  | { readonly outcome: 'saved'; readonly facility: Id<'facility'> }
  | { readonly outcome: 'unchanged'; readonly facility: Id<'facility'> }
  | { readonly outcome: 'refused'; readonly faults: readonly FacilityFault[] }
  | { readonly outcome: 'not-yours' }
  | { readonly outcome: 'busy' };

/** Registers a facility under an id, with its telephone number and the one who leads it; sent again under the same id it is registered once. */
export function registerFacility(db: Database, permit: Permit, id: Id<'facility'>, written: WrittenFacility): Promise<RegisterOutcome> {
  return patiently(() =>
    asActor(db, permit, { kind: 'facility', id }, async (tx): Promise<RegisterOutcome> => {
      if (await facilityFacts(tx, id)) return { outcome: 'saved', facility: id };
      const now = await databaseNow(tx);
      const today = danishDay(now);
      const read = readFacility(written, await otherFacilities(tx, id), permit.actor, today);
      if (read.outcome === 'refused') return read;
      const { facts, telephone, leader } = read;
      await tx
        .insertInto('facility')
        .values({ id, ...rowOf(facts), ...rowOfPlace(standsIn(facts, today)) })
        .execute();
      await addFacilityFact(tx, permit, id, { type: 'registered', facts });
      await sql`select keep_party_of_facility(${id})`.execute(tx);
      await sql`select name_leader(${id}, ${`leder-${id}`}, ${leader})`.execute(tx);
      await addFacilityFact(tx, permit, id, { type: 'leader-named', name: leader, user: asId<'user'>(`leder-${id}`) });
      if (telephone !== '')
        await tx
          .insertInto('facility_telephone')
          .values({ facility: id, sequence: 1, telephone, recorded: now, ...namedWriter(permit.actor) })
          .execute();
      return { outcome: 'saved', facility: id };
    }),
  );
}

/** Puts right what is registered of a facility. A facility that moves within its municipality keeps its point on the map. */
export function correctFacility(db: Database, permit: Permit, id: Id<'facility'>, written: WrittenFacility): Promise<RegisterOutcome> {
  return patiently(() =>
    asActor(db, permit, { kind: 'facility', id }, async (tx): Promise<RegisterOutcome> => {
      // Row security lets only the supervision of its region lock the row.
      const locked = await tx.selectFrom('facility').select('id').where('id', '=', id).forNoKeyUpdate().executeTakeFirst();
      const before = locked && (await facilityFacts(tx, id));
      if (!before) return { outcome: 'not-yours' };
      const today = danishDay(await databaseNow(tx));
      const read = readFacility({ ...written, telephone: null, leader: null }, await otherFacilities(tx, id), permit.actor, today);
      if (read.outcome === 'refused') return read;
      const after = read.facts;
      if (orderedJson(before) === orderedJson(after)) return { outcome: 'unchanged', facility: id };
      await tx
        .updateTable('facility')
        .set({ ...rowOf(after), ...(before.municipality === after.municipality ? {} : rowOfPlace(standsIn(after, today))) })
        .where('id', '=', id)
        .execute();
      await addFacilityFact(tx, permit, id, { type: 'corrected', before, after });
      await sql`select keep_party_of_facility(${id})`.execute(tx);
      return { outcome: 'saved', facility: id };
    }),
  );
}

/** Adds a fact to a facility's history, in the name of the actor. */
export async function addFacilityFact(tx: Transaction, permit: Permit, facility: Id<'facility'>, change: FacilityFact): Promise<void> {
  const { last } = await tx
    .selectFrom('facility_event')
    .where('facility', '=', facility)
    .select(({ fn }) => fn.max('sequence').as('last'))
    .executeTakeFirstOrThrow();
  await tx
    .insertInto('facility_event')
    .values({ facility, sequence: (last ?? 0) + 1, type: change.type, change: JSON.stringify(change), ...namedWriter(permit.actor) })
    .execute();
}

async function loadHistory(tx: Transaction, facility: Id<'facility'>): Promise<readonly FacilityEvent[]> {
  const rows = await tx.selectFrom('facility_event').selectAll().where('facility', '=', facility).orderBy('sequence', 'desc').execute();
  return rows.map(({ sequence, change, by_name, organisation_name, recorded }) => ({
    sequence,
    change,
    byName: by_name,
    organisationName: organisation_name,
    recorded,
  }));
}

function otherFacilities(tx: Transaction, id: Id<'facility'>): Promise<readonly Pick<Facility, 'name' | 'municipality'>[]> {
  return tx.selectFrom('facility').select(['name', 'municipality']).where('id', '<>', id).execute();
}

// oxlint-disable-next-line typescript/explicit-function-return-type -- the columns of the facts
function rowOf({ operatorName, ...facts }: FacilityFacts) {
  return { ...facts, operator_name: operatorName } as const;
}

// oxlint-disable-next-line typescript/explicit-function-return-type -- the columns of where it stands
function rowOfPlace({ region, point }: Pick<Facility, 'region' | 'point'>) {
  return { region, longitude: point[0], latitude: point[1] } as const;
}
