/** What was done for a pathway on the waiting list: shown on its timeline beside its facts, and read from the events themselves. */
import { type Selectable, sql } from 'kysely';
import type { Id } from '../domain/id.ts';
import { asActor, type Database } from './database.ts';
import type { Permit } from '../domain/trail.ts';
import type { EventRow } from './placement-waiting-rows.ts';
import type { WaitingTables } from './placement-waiting-tables.ts';

/** An act on a request of hers, with the name of the unit that it is about; empty where it is about none. */
export type ToldOfRequest = EventRow & { readonly unitName: string };

/** Every act on every request of a pathway, in the order they were written; none where the actor may not see them. */
export function toldOfRequests(db: Database, permit: Permit, pathway: Id<'pathway'>): Promise<readonly ToldOfRequest[]> {
  return asActor(db, permit, { kind: 'pathway', id: pathway }, async (tx) => {
    const rows = await tx
      .selectFrom('placement_request_event')
      .innerJoin('placement_request', 'placement_request.id', 'placement_request_event.request')
      .leftJoin('unit', 'unit.id', 'placement_request_event.unit')
      .leftJoin('facility', 'facility.id', 'unit.facility')
      .where('placement_request.pathway', '=', pathway)
      .selectAll('placement_request_event')
      .select(['unit.name as unit_name', 'facility.name as facility_name'])
      .orderBy('placement_request_event.recorded')
      .orderBy('placement_request_event.sequence')
      .execute();
    return rows.map(({ unit_name, facility_name, ...event }) => ({
      ...event,
      unitName: unit_name === null ? '' : `${facility_name}, ${unit_name}`,
    }));
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
