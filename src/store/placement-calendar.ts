/** What the calendars are made of: one unit or all of them, with what is taken, seen at one moment. Nobody is named. */
import type { Id } from '../domain/id.ts';
import type { NationalIndex } from '../domain/placement/national-index.ts';
import { type CompiledUnit, compileUnit } from '../domain/placement/national-index-unit.ts';
import type { Candidate } from '../domain/placement/search.ts';
import { addDays, danishDay, type Moment } from '../domain/time.ts';
import type { Permit } from '../domain/trail.ts';
import { asActor, type Database, databaseNow } from './database.ts';
import type { HeldPlaces } from './placement-index.ts';
import { loadOccupations, loadUnit } from './placement-provision.ts';

export type CalendarMaterial = Candidate & { readonly compiled: CompiledUnit; readonly now: Moment };

/** Null when there is no such unit. */
export function calendarMaterial(db: Database, permit: Permit, unit: Id<'unit'>): Promise<CalendarMaterial | null> {
  return asActor(db, permit, { kind: 'unit', id: unit }, async (tx) => {
    const now = await databaseNow(tx);
    const found = await loadUnit(tx, unit);
    if (!found) return null;
    const occupations = await loadOccupations(tx, addDays(danishDay(now), -1), [unit]);
    return { ...found, occupations, compiled: compileUnit(found.unit, occupations, now), now };
  });
}

/** The whole country from what the process holds, as new as the transaction. */
export function countryMaterial(
  db: Database,
  permit: Permit,
  places: HeldPlaces,
): Promise<{ readonly index: NationalIndex; readonly now: Moment }> {
  return asActor(db, permit, { kind: 'list', id: null }, async (tx) => ({ now: await databaseNow(tx), index: await places.asOf(tx) }));
}
