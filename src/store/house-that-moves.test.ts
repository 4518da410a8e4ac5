/** A house that moves while she lives there: what is counted of her stay is counted once, by the way that was known when each fact was written. */
import { expect, test } from 'vitest';
import { testActor, testPermit } from '../../test/actors.ts';
import { testDatabase } from '../../test/database.ts';
import { addOrganisation, openTestPathways } from '../../test/pathways.ts';
import { testFacility, testPlace } from '../../test/provision.ts';
import { about } from '../../test/stays.ts';
import { addTwoHouses } from '../../test/two-houses.ts';
import { asId } from '../domain/id.ts';
import { arrivalQuestions } from '../domain/placement/arrival.ts';
import { deviations } from '../domain/placement/confirm.ts';
import { nightsFrom } from '../domain/placement/nights.ts';
import { danishDay } from '../domain/time.ts';
import { databaseNow } from './database.ts';
import { correctFacility } from './facility-register.ts';
import { rebuildFigures } from './figure-rebuild.ts';
import { admitToStay, dischargeFromStay } from './placement-arrive.ts';
import { confirmStayOf } from './placement-confirm.ts';
import { holdForPathway } from './placement-hold.ts';

const { db, owner } = await testDatabase();
const { municipality, leader, unit } = await addTwoHouses(owner, [testPlace('a')]);
const supervision = testActor('supervision');
await addOrganisation(owner, supervision.organisation);
const hers = asId<'pathway'>('hendes');
const stay = asId<'stay'>('hendes');

const counted = async () => {
  const rows = await owner
    .selectFrom('counted_fact')
    .where('case_id', '=', hers)
    .where('withdrawn', 'is', null)
    .select(['kind', 'until', 'minutes'])
    .orderBy('number')
    .execute();
  return rows.filter(({ kind }) => ['held', 'admitted', 'stay', 'completed'].includes(kind));
};

test('her stay is counted once when the house has moved to another municipality, and drawn again as it was written', async () => {
  const today = danishDay(await databaseNow(owner));
  await openTestPathways(db, municipality, [hers]);
  const asked = { needs: [], nights: nightsFrom(today, 30), mostMoves: 0, unit: unit.id, place: asId<'place'>('a') };
  expect((await holdForPathway(db, municipality, { ...asked, pathway: hers, calledName: 'hun', stay, key: 'hold' })).outcome).toBe('held');
  const commitment = { legalBasis: 'SUL-141', paidBy: asId<'municipality'>('0851') } as const;
  expect((await confirmStayOf(db, municipality, about('hendes'), commitment, deviations)).outcome).toBe('confirmed');
  expect((await admitToStay(db, leader, about('hendes'), today, arrivalQuestions)).outcome).toBe('admitted');
  const near = (await counted()).map(({ minutes }) => minutes);

  const { name, operator, operatorName } = testFacility;
  const moved = {
    name,
    operator,
    operatorName,
    municipality: '0860',
    town: 'Hjørring',
    address: 'Strandvejen 1',
    telephone: null,
    leader: null,
  };
  expect((await correctFacility(db, testPermit(supervision, 'facility:register'), testFacility.id, moved)).outcome).toBe('saved');
  expect((await dischargeFromStay(db, leader, about('hendes'), today, { destination: 'own-home', to: '' })).outcome).toBe('discharged');

  const after = await counted();
  expect(after.map(({ kind }) => kind).toSorted()).toEqual(['admitted', 'completed', 'held', 'stay']);
  expect(after.find(({ kind }) => kind === 'stay')?.until).toBe(today);
  // What was written before the house moved keeps the way as it was; what is written afterwards has the new one.
  const minutesOf = (asked: string) => after.find(({ kind }) => kind === asked)?.minutes ?? 0;
  expect(minutesOf('admitted')).toBe(near[0]);
  expect(minutesOf('stay')).toBe(minutesOf('completed'));
  expect(minutesOf('completed')).toBeGreaterThan(minutesOf('admitted') + 20);
  expect((await rebuildFigures(owner)).differences).toEqual([]);
});
