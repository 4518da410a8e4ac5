/** Many who want few places at the same moment: the material of the tests of the guarantee, also for a process of its own. */
import { sql } from 'kysely';
import { asId } from '../src/domain/id.ts';
import { nightsFrom } from '../src/domain/placement/nights.ts';
import { addDays, type Day } from '../src/domain/time.ts';
import type { Permit } from '../src/domain/trail.ts';
import type { Database } from '../src/store/database.ts';
import { holdForPathway } from '../src/store/placement-hold.ts';
import type { HoldOutcome } from '../src/store/placement-hold-write.ts';
import { addFacility } from '../src/store/placement-provision.ts';
import { testActor, testPermit } from './actors.ts';
import { addOrganisation, openTestPathways } from './pathways.ts';
import { testFacility, testPlace, testUnit } from './provision.ts';

export const racePlaces = 40;
export const raceWomen = 160;

const women = Array.from({ length: raceWomen }, (_, index) => asId<'pathway'>(`kapløb-${index}`));
const unit = testUnit(Array.from({ length: racePlaces }, (_, index) => testPlace(`plads-${index}`)));
const permit: Permit = testPermit(testActor('coordinator'), 'place:hold');

/** Puts the unit and the women in a migrated database. */
export async function prepareRace(db: Database, owner: Database): Promise<void> {
  await addFacility(owner, testFacility, [unit]);
  await addOrganisation(owner, permit.actor.organisation);
  await openTestPathways(db, permit, women);
}

/** Each woman asks for a place; four ask for each. The same woman asks with the same key whenever she asks again. */
export function askForPlace(db: Database, index: number, today: Day): Promise<HoldOutcome> {
  return holdForPathway(db, permit, {
    stay: asId<'stay'>(`ophold-${index}`),
    key: `tryk-${index}`,
    pathway: women[index] ?? asId<'pathway'>('ingen'),
    calledName: `Kvinde ${index}`,
    unit: unit.id,
    place: asId<'place'>(`plads-${index % racePlaces}`),
    needs: [],
    nights: nightsFrom(addDays(today, 2), 30),
    mostMoves: 0,
  });
}

/** The stays that hold a place in the database, and how many places are held twice on some night. */
export async function standing(owner: Database): Promise<{ readonly held: readonly string[]; readonly twice: number }> {
  const { rows: held } = await sql<{ id: string }>`select id from stay where status = 'held' order by id`.execute(owner);
  const { rows } = await sql<{ twice: number }>`
    select count(*)::integer as twice from stay_part as one join stay_part as other
      on one.place = other.place and one.stay < other.stay and one.nights && other.nights
     where one.status = 'held' and other.status = 'held'`.execute(owner);
  return { held: held.map(({ id }) => id), twice: rows[0]?.twice ?? 0 };
}
