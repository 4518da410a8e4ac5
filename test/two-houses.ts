/** Two houses of different facilities, each with its leader, and the municipality that confirms places: what a move from one to the other takes. */
import { asId } from '../src/domain/id.ts';
import type { Place, Unit } from '../src/domain/placement/provision.ts';
import type { Permit } from '../src/domain/trail.ts';
import type { Database } from '../src/store/database.ts';
import { addFacility } from '../src/store/placement-provision.ts';
import { testActor, testPermit } from './actors.ts';
import { addOrganisation } from './pathways.ts';
import { testFacility, testPlace, testUnit } from './provision.ts';

export type TwoHouses = {
  readonly municipality: Permit;
  readonly leader: Permit;
  readonly otherLeader: Permit;
  readonly unit: Unit;
  /** With one place, `f`. */
  readonly otherUnit: Unit;
};

/** Writes them to an empty database; `places` are those of the first house. */
export async function addTwoHouses(owner: Database, places: readonly Place[]): Promise<TwoHouses> {
  const other = { ...testFacility, id: asId<'facility'>('fjordhuset'), name: 'Fjordhuset (opdigtet)' };
  const inOther = { id: asId<'organisation'>('dt-fjordhuset'), name: other.name, facility: other.id };
  const houses: TwoHouses = {
    municipality: testPermit(testActor('care-decider'), 'place:confirm'),
    leader: testPermit(testActor('unit-leader', { facility: testFacility.id }), 'place:manage'),
    otherLeader: testPermit(testActor('unit-leader', inOther), 'place:manage'),
    unit: testUnit(places),
    otherUnit: testUnit([testPlace('f')], { id: asId<'unit'>('strand'), facility: other.id, name: 'Strand' }),
  };
  await addFacility(owner, testFacility, [houses.unit]);
  await addFacility(owner, other, [houses.otherUnit]);
  for (const { actor } of [houses.municipality, houses.leader, houses.otherLeader]) await addOrganisation(owner, actor.organisation);
  return houses;
}
