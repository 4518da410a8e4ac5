/** What was done for a pathway on the waiting list: shown on its timeline beside its facts, and read from the events themselves. */
import { type Selectable, sql } from 'kysely';
import type { Id } from '../domain/id.ts';
import type { HerNeeds } from '../domain/placement/her-needs.ts';
import { sheAlone } from '../domain/placement/needs.ts';
import { asWritten, isSameParty, needsChanges, type WishChange } from '../domain/placement/wish-change.ts';
import type { Day, Moment } from '../domain/time.ts';
import type { Permit, Recorded } from '../domain/trail.ts';
import { asActor, type Database, type Transaction } from './database.ts';
import { herDayOfBirth } from './placement-birth.ts';
import { type EventRow, eventRows } from './placement-waiting-rows.ts';
import type { WaitingTables } from './placement-waiting-tables.ts';

/** An act on a request of hers, with the name of the unit that it is about; empty where it is about none. */
export type ToldOfRequest = EventRow & { readonly unitName: string };

/** The acts, and the names of the units that a changed wish speaks of. */
export type ToldOfRequests = { readonly events: readonly ToldOfRequest[]; readonly unitNames: ReadonlyMap<Id<'unit'>, string> };

/** Every act on every request of a pathway, in the order they were written; none where the actor may not see them. */
export function toldOfRequests(db: Database, permit: Permit, pathway: Id<'pathway'>): Promise<ToldOfRequests> {
  return asActor(db, permit, { kind: 'pathway', id: pathway }, async (tx) => {
    const rows = await eventRows(tx)
      .where('placement_request.pathway', '=', pathway)
      .orderBy('placement_request_event.recorded')
      .orderBy('placement_request_event.sequence')
      .execute();
    const wished = rows.flatMap(({ change }) =>
      (change ?? []).flatMap((one) => (one.what === 'units' ? [...one.before, ...one.after] : [])),
    );
    const unitNames = await namesOf(tx, [...wished, ...rows.flatMap(({ unit }) => (unit === null ? [] : [unit]))]);
    const born = await herDayOfBirth(tx, pathway);
    const events = rows.flatMap((event): readonly ToldOfRequest[] => {
      const change = withoutBirthdays(event.change, born);
      // An act that kept nothing but her birthday is none.
      if (change?.length === 0 && event.change?.length !== 0) return [];
      return [{ ...event, change, unitName: event.unit === null ? '' : (unitNames.get(event.unit) ?? event.unit) }];
    });
    return { events, unitNames };
  });
}

/** Before an age that is worked out was left out of what is written, her birthday was kept as a change of who comes. It is told as none. */
function withoutBirthdays(change: ToldOfRequest['change'], born: Day | null): ToldOfRequest['change'] {
  const isBirthday = (one: WishChange): boolean =>
    one.what === 'party' && isSameParty(asWritten({ party: one.before }, born).party, asWritten({ party: one.after }, born).party);
  return change?.filter((one) => !isBirthday(one)) ?? null;
}

/** «Fjordhuset, Strand» by the unit's id. */
async function namesOf(tx: Transaction, units: readonly Id<'unit'>[]): Promise<ReadonlyMap<Id<'unit'>, string>> {
  if (units.length === 0) return new Map();
  const rows = await tx
    .selectFrom('unit')
    .innerJoin('facility', 'facility.id', 'unit.facility')
    .select(['unit.id', sql<string>`facility.name || ', ' || unit.name`.as('name')])
    .where('unit.id', 'in', [...new Set(units)])
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** That her needs were written, and what that changed in those before; the first are a change from none and from her coming alone. */
export type ToldOfNeeds = Pick<Recorded, 'byName' | 'capacity' | 'organisationName'> & {
  readonly number: number;
  readonly recorded: Moment;
  readonly change: readonly WishChange[];
  /** Nothing was written of her needs before. */
  readonly isFirst: boolean;
};

const nothingWritten: Pick<HerNeeds, 'needs' | 'party'> = { needs: [], party: sheAlone };

/**
 * Each time her needs were written, the first of them as a change from none. Those that changed her wish in the same act are left out: the wish
 * says it. None where the actor may not see them.
 */
export function toldOfNeeds(db: Database, permit: Permit, pathway: Id<'pathway'>): Promise<readonly ToldOfNeeds[]> {
  return asActor(db, permit, { kind: 'pathway', id: pathway }, async (tx) => {
    const rows = await tx.selectFrom('her_needs').selectAll().where('pathway', '=', pathway).orderBy('number').execute();
    const ofWish = await tx
      .selectFrom('placement_request_event')
      .innerJoin('placement_request', 'placement_request.id', 'placement_request_event.request')
      .select('placement_request_event.recorded')
      .where('placement_request.pathway', '=', pathway)
      .where('placement_request_event.act', '=', 'change')
      .execute();
    const born = await herDayOfBirth(tx, pathway);
    const told = new Set(ofWish.map(({ recorded }) => recorded));
    return rows.flatMap((row, index): readonly ToldOfNeeds[] => {
      if (told.has(row.recorded)) return [];
      const { number, recorded, by_name: byName, capacity, organisation_name: organisationName } = row;
      return [
        {
          number,
          recorded,
          isFirst: index === 0,
          change: needsChanges(asWritten(rows[index - 1] ?? nothingWritten, born), asWritten(row, born)),
          byName,
          capacity,
          organisationName,
        },
      ];
    });
  });
}

/** That a place was held for her past those more urgent, and why. */
export type ToldOfOvertaking = Selectable<WaitingTables['overtaking']> & { readonly unitName: string };

/** For her pathway's timeline: places that were held for her past others, where the asker takes part in it. */
export function toldOfOvertakings(db: Database, permit: Permit, pathway: Id<'pathway'>): Promise<readonly ToldOfOvertaking[]> {
  return asActor(db, permit, { kind: 'pathway', id: pathway }, (tx) =>
    tx
      .selectFrom('overtaking')
      .innerJoin('unit', 'unit.id', 'overtaking.unit')
      .innerJoin('facility', 'facility.id', 'unit.facility')
      .selectAll('overtaking')
      .select(sql<string>`facility.name || ', ' || unit.name`.as('unitName'))
      .where('overtaking.pathway', '=', pathway)
      .orderBy('overtaking.recorded')
      .execute(),
  );
}
