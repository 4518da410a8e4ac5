/** The unit takes back its word that she leaves earlier: to the agreed day and no further, while the nights are free. */
import { beforeEach, describe, expect, test } from 'vitest';
import { sql } from 'kysely';
import { testDatabase } from '../../test/database.ts';
import { factsTold, openTestPathways } from '../../test/pathways.ts';
import { testPlace } from '../../test/provision.ts';
import { about } from '../../test/stays.ts';
import { addTwoHouses } from '../../test/two-houses.ts';
import { asId, type Id } from '../domain/id.ts';
import { arrivalQuestions } from '../domain/placement/arrival.ts';
import { deviations } from '../domain/placement/confirm.ts';
import { type Nights, nightsFrom } from '../domain/placement/nights.ts';
import { addDays, type Day, danishDay } from '../domain/time.ts';
import { asActor, databaseNow } from './database.ts';
import { rebuildFigures } from './figure-rebuild.ts';
import { rebuildPathways } from './pathway-rebuild.ts';
import { admitToStay } from './placement-arrive.ts';
import { confirmStayOf } from './placement-confirm.ts';
import { holdForPathway } from './placement-hold.ts';
import { leaveEarlierOf, leftEarlierOf } from './placement-leave-earlier.ts';
import { changeDepartureOf } from './placement-move.ts';
import { oneStay } from './placement-stays.ts';
import { seeStayAsAgreed, stayAsAgreedOf } from './placement-undo-leave-earlier.ts';
import { moveWithinUnit } from './placement-within.ts';

const { db, owner } = await testDatabase();
const { municipality, leader, otherLeader, unit } = await addTwoHouses(owner, [testPlace('a'), testPlace('b')]);

const stay = asId<'stay'>('hendes');
const why = 'Hun bliver alligevel';
let today: Day;
let hers: Id<'pathway'>;
let other: Id<'pathway'>;
let number = 0;
beforeEach(async () => {
  await sql`truncate stay, stay_part, stay_leave, stay_event cascade`.execute(owner);
  today = danishDay(await databaseNow(owner));
  number += 1;
  [hers, other] = [asId<'pathway'>(`hendes-${number}`), asId<'pathway'>(`anden-${number}`)];
  await openTestPathways(db, municipality, [hers, other]);
  await comes('hendes', 'a', nightsFrom(today, 30));
});

async function comes(id: string, place: string, nights: Nights, pathway = hers): Promise<void> {
  const asked = { needs: [], nights, mostMoves: 0, unit: unit.id, place: asId<'place'>(place), pathway, calledName: id };
  expect((await holdForPathway(db, municipality, { ...asked, stay: asId<'stay'>(id), key: id })).outcome).toBe('held');
  const commitment = { legalBasis: 'SUL-141', paidBy: asId<'municipality'>('0851') } as const;
  expect((await confirmStayOf(db, municipality, about(id), commitment, deviations)).outcome).toBe('confirmed');
  if (nights.arrival <= today) expect((await admitToStay(db, leader, about(id), today, arrivalQuestions)).outcome).toBe('admitted');
}

async function leavesOn(days: number): Promise<void> {
  const earlier = { departure: addDays(today, days), reason: 'Hun vil hjem' };
  expect((await leaveEarlierOf(db, leader, about('hendes'), earlier)).outcome).toBe('leaves-earlier');
}

const parts = async () => (await oneStay(db, leader, stay))?.parts.map(({ place, nights }) => ({ place, nights }));
const told = async () => {
  const now = await databaseNow(owner);
  const { id } = municipality.actor.organisation;
  return asActor(db, municipality, { kind: 'pathway', id: hers }, (tx) => leftEarlierOf(tx, id, now));
};

describe('the unit’s word that she leaves earlier', () => {
  test('is taken back to the agreed day, with the places as they were planned, and told to those who pay', async () => {
    await moveWithinUnit(db, leader, about('hendes'), { place: asId<'place'>('b'), from: addDays(today, 20) });
    const before = await parts();
    await leavesOn(10);
    expect((await oneStay(db, leader, stay))?.saidToLeave?.agreed).toBe(addDays(today, 30));
    expect((await told()).length).toBe(1);

    expect((await seeStayAsAgreed(db, leader, stay))?.outcome).toBe('stays-as-agreed');
    expect((await stayAsAgreedOf(db, leader, about('hendes'), why)).outcome).toBe('stays-as-agreed');

    expect(await parts()).toEqual(before);
    expect(await told()).toEqual([]);
    expect((await oneStay(db, leader, stay))?.saidToLeave).toBeNull();
    expect((await factsTold(owner, hers)).slice(-2)).toEqual(['departure-changed', 'departure-changed']);
    const acts = await owner.selectFrom('stay_event').select('act').orderBy('sequence').execute();
    expect(acts.slice(-2).map(({ act }) => act)).toEqual(['leave-earlier', 'undo-leave-earlier']);
    expect((await rebuildPathways(owner)).differences).toEqual([]);
    expect((await rebuildFigures(owner)).differences).toEqual([]);
  });

  test('said twice goes back to what was agreed, and no further', async () => {
    await leavesOn(20);
    await leavesOn(10);
    await stayAsAgreedOf(db, leader, about('hendes'), why);
    expect(await parts()).toEqual([{ place: 'a', nights: nightsFrom(today, 30) }]);
    expect((await stayAsAgreedOf(db, leader, about('hendes'), why)).outcome).toBe('cannot');
  });

  test('is not taken back where somebody else has one of those nights', async () => {
    await leavesOn(10);
    await comes('anden', 'a', nightsFrom(addDays(today, 15), 5), other);
    expect(await stayAsAgreedOf(db, leader, about('hendes'), why)).toMatchObject({ outcome: 'not-free', place: 'Plads a' });
    expect(await parts()).toEqual([{ place: 'a', nights: nightsFrom(today, 10) }]);
  });

  test('goes on where she has been given another place since', async () => {
    await leavesOn(10);
    await moveWithinUnit(db, leader, about('hendes'), { place: asId<'place'>('b'), from: addDays(today, 5) });
    await stayAsAgreedOf(db, leader, about('hendes'), why);
    expect(await parts()).toEqual([
      { place: 'a', nights: nightsFrom(today, 5) },
      { place: 'b', nights: nightsFrom(addDays(today, 5), 25) },
    ]);
  });

  test('stands once those who pay have said another day, and no other house takes it back', async () => {
    await leavesOn(10);
    for (const permit of [otherLeader, municipality])
      expect((await stayAsAgreedOf(db, permit, about('hendes'), why)).outcome).toBe('no-such-stay');
    await changeDepartureOf(db, municipality, about('hendes'), {
      departure: addDays(today, 12),
      onPlace: null,
      reason: 'Aftalt med hende',
    });
    expect((await stayAsAgreedOf(db, leader, about('hendes'), why)).outcome).toBe('cannot');
  });

  test('is not taken back on the day it says', async () => {
    await leavesOn(10);
    await owner.transaction().execute(async (tx) => {
      await sql`update stay_part set arrival = ${addDays(today, -3)}::date, departure = ${today}::date where stay = 'hendes'`.execute(tx);
      await sql`update stay set arrival = ${addDays(today, -3)}::date, departure = ${today}::date where id = 'hendes'`.execute(tx);
    });
    expect((await stayAsAgreedOf(db, leader, about('hendes'), why)).outcome).toBe('day-has-come');
  });
});
