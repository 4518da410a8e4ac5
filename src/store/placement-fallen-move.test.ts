/** A move to another house that falls away: the refusal itself puts her nights back where they are free, and else all three parties see it. */
import { beforeEach, describe, expect, test } from 'vitest';
import { sql } from 'kysely';
import { testActor, testPermit } from '../../test/actors.ts';
import { testDatabase } from '../../test/database.ts';
import { addOrganisation, factsTold, openTestPathways } from '../../test/pathways.ts';
import { testFacility, testPlace, testUnit } from '../../test/provision.ts';
import { about } from '../../test/stays.ts';
import { asId, type Id } from '../domain/id.ts';
import { arrivalQuestions } from '../domain/placement/arrival.ts';
import { deviations } from '../domain/placement/confirm.ts';
import { type Nights, nightsFrom } from '../domain/placement/nights.ts';
import { addDays, type Day, danishDay } from '../domain/time.ts';
import type { Permit } from '../domain/trail.ts';
import { asActor, databaseNow } from './database.ts';
import { rebuildPathways } from './pathway-rebuild.ts';
import { admitToStay, dischargeFromStay } from './placement-arrive.ts';
import { placesAtWork } from './placement-at-work.ts';
import { expireDueHolds } from './placement-expire.ts';
import { holdForPathway } from './placement-hold.ts';
import { leaveEarlierOf } from './placement-leave-earlier.ts';
import { changeDepartureOf, confirmStayOf, endStayOf } from './placement-move.ts';
import { addFacility } from './placement-provision.ts';
import { oneStay } from './placement-stays.ts';

const { db, owner } = await testDatabase();
const other = { ...testFacility, id: asId<'facility'>('fjordhuset'), name: 'Fjordhuset (opdigtet)' };
const municipality = testPermit(testActor('care-decider'), 'place:confirm');
const leader = testPermit(testActor('unit-leader', { facility: testFacility.id }), 'place:manage');
const otherLeader = testPermit(
  testActor('unit-leader', { id: asId<'organisation'>('dt-fjordhuset'), name: other.name, facility: other.id }),
  'place:manage',
);
const unit = testUnit([testPlace('a')]);
const otherUnit = testUnit([testPlace('f')], { id: asId<'unit'>('strand'), facility: other.id, name: 'Strand' });
await addFacility(owner, testFacility, [unit]);
await addFacility(owner, other, [otherUnit]);
for (const { actor } of [municipality, leader, otherLeader]) await addOrganisation(owner, actor.organisation);

let today: Day;
let moves: Day;
let hers: Id<'pathway'>;
let others: Id<'pathway'>;
let number = 0;
beforeEach(async () => {
  await sql`truncate stay, stay_part, stay_leave, stay_event cascade`.execute(owner);
  today = danishDay(await databaseNow(owner));
  moves = addDays(today, 10);
  number += 1;
  hers = asId<'pathway'>(`hendes-${number}`);
  others = asId<'pathway'>(`anden-${number}`);
  await openTestPathways(db, municipality, [hers, others]);
});

async function held(id: string, place: string, nights: Nights, pathway = hers, where = unit.id): Promise<void> {
  const asked = { needs: [], nights, mostMoves: 0, unit: where, place: asId<'place'>(place), pathway, calledName: id };
  expect((await holdForPathway(db, municipality, { ...asked, stay: asId<'stay'>(id), key: id })).outcome).toBe('held');
}

async function confirmed(id: string, place: string, nights: Nights, pathway = hers, where = unit.id): Promise<void> {
  await held(id, place, nights, pathway, where);
  const commitment = { legalBasis: 'SUL-141', paidBy: asId<'municipality'>('0851') } as const;
  expect((await confirmStayOf(db, municipality, about(id), commitment, deviations)).outcome).toBe('confirmed');
}

/** She lives on place a for thirty nights, and a place elsewhere is confirmed from the day she moves. */
async function movesElsewhere(): Promise<void> {
  await confirmed('hendes', 'a', nightsFrom(today, 30));
  expect((await admitToStay(db, leader, about('hendes'), today, arrivalQuestions)).outcome).toBe('admitted');
  await confirmed('ny', 'f', nightsFrom(moves, 40), hers, otherUnit.id);
  expect(await departure()).toBe(moves);
}

const refused = () => endStayOf(db, otherLeader, about('ny'), 'refuse', { reason: 'staffing', text: '' });
const departure = async () => (await oneStay(db, leader, asId<'stay'>('hendes')))?.nights.departure;
const atWork = async (permit: Permit) => {
  const { fallen, refusedWithoutPlace, leftEarlier } = await placesAtWork(db, permit);
  return [fallen.map(({ id }) => id), refusedWithoutPlace.map(({ id }) => id), leftEarlier];
};

describe('a move that the new house refuses', () => {
  test('puts her departure back in the very act, where her nights are free', async () => {
    await movesElsewhere();
    expect((await refused()).outcome).toBe('ended');
    expect(await departure()).toBe(addDays(today, 30));
    expect((await factsTold(owner, hers)).slice(-2)).toEqual(['hold-ended', 'departure-changed']);
    const event = await owner
      .selectFrom('stay_event')
      .select(['act', 'by_name', 'data'])
      .where('stay', '=', asId<'stay'>('hendes'))
      .orderBy('sequence')
      .execute();
    expect(event.at(-1)).toMatchObject({
      act: 'change-departure',
      by_name: otherLeader.actor.name,
      data: { departure: addDays(today, 30) },
    });
    for (const permit of [municipality, leader, otherLeader]) expect(await atWork(permit)).toEqual([[], [], []]);
    expect((await rebuildPathways(owner)).differences).toEqual([]);
  });

  test('is seen by both houses and the municipality where another has her nights, until it is settled', async () => {
    await movesElsewhere();
    await confirmed('anden', 'a', nightsFrom(moves, 5), others);
    expect((await refused()).outcome).toBe('ended');
    expect(await departure()).toBe(moves);
    expect(await atWork(municipality)).toEqual([['hendes'], [], []]);
    expect(await atWork(leader)).toEqual([['hendes'], [], []]);
    expect(await atWork(otherLeader)).toEqual([[], ['ny'], []]);

    await endStayOf(db, municipality, about('anden'), 'withdraw', { reason: null, text: 'en anden plads' });
    const asked = { departure: addDays(today, 30), onPlace: null, reason: 'bliver' };
    expect((await changeDepartureOf(db, municipality, about('hendes'), asked)).outcome).toBe('departure-changed');
    for (const permit of [municipality, leader, otherLeader]) expect(await atWork(permit)).toEqual([[], [], []]);
  });

  test('leaves her nights alone where the place was only held, and where the hold ran out', async () => {
    await confirmed('hendes', 'a', nightsFrom(today, 30));
    await admitToStay(db, leader, about('hendes'), today, arrivalQuestions);
    await held('ny', 'f', nightsFrom(moves, 40), hers, otherUnit.id);
    await sql`update stay set held_until = clock_timestamp() where id = 'ny'`.execute(owner);
    expect(await expireDueHolds(db)).toBe(1);
    expect(await departure()).toBe(addDays(today, 30));
    await held('igen', 'f', nightsFrom(moves, 40), hers, otherUnit.id);
    await endStayOf(db, otherLeader, about('igen'), 'refuse', { reason: 'staffing', text: '' });
    expect(await departure()).toBe(addDays(today, 30));
  });

  test('gives the house that refuses no other hand on her stay: only in that act, and only by her former nights', async () => {
    await movesElsewhere();
    const tries = () =>
      asActor(db, otherLeader, { kind: 'stay', id: asId<'stay'>('hendes') }, async (tx) => {
        const { rows } = await sql<{
          stays: boolean;
        }>`select stay_after_all('hendes', array['a'], array[${today}::date], array[${addDays(today, 30)}::date]) as stays`.execute(tx);
        return rows[0]?.stays;
      });
    expect(await tries()).toBe(false);
    await confirmed('anden', 'a', nightsFrom(moves, 5), others);
    await refused();
    expect(await tries()).toBe(false);
    await expect(
      asActor(db, leader, { kind: 'list', id: null }, (tx) => sql`select * from refused_and_without_place('fjordhuset')`.execute(tx)),
    ).resolves.toMatchObject({ rows: [] });
  });
});

describe('one who leaves earlier than agreed', () => {
  test('is written by the unit, frees the nights, and is told to those who pay', async () => {
    await confirmed('hendes', 'a', nightsFrom(today, 30));
    await admitToStay(db, leader, about('hendes'), today, arrivalQuestions);
    const earlier = addDays(today, 12);
    expect(await leaveEarlierOf(db, leader, about('hendes'), { departure: today, reason: 'x' })).toEqual({ outcome: 'has-come' });
    expect((await leaveEarlierOf(db, leader, about('hendes'), { departure: addDays(today, 30), reason: 'x' })).outcome).toBe('not-earlier');
    expect((await leaveEarlierOf(db, otherLeader, about('hendes'), { departure: earlier, reason: 'x' })).outcome).toBe('no-such-stay');
    expect((await leaveEarlierOf(db, leader, about('hendes'), { departure: earlier, reason: 'Hun vil hjem' })).outcome).toBe(
      'leaves-earlier',
    );

    expect(await departure()).toBe(earlier);
    const [, , told] = await atWork(municipality);
    expect(told).toMatchObject([
      { calledName: 'hendes', hasLeft: false, agreed: addDays(today, 30), departure: earlier, reason: 'Hun vil hjem' },
    ]);
    await confirmed('anden', 'a', nightsFrom(earlier, 5), others);

    // Those who pay have answered: it is told no more.
    await endStayOf(db, municipality, about('anden'), 'withdraw', { reason: null, text: 'en anden plads' });
    const asked = { departure: addDays(today, 20), onPlace: null, reason: 'aftalt' };
    expect((await changeDepartureOf(db, municipality, about('hendes'), asked)).outcome).toBe('departure-changed');
    expect((await atWork(municipality))[2]).toEqual([]);
  });

  test('and has left without a word before is told too, with the nights that fall away', async () => {
    await confirmed('hendes', 'a', nightsFrom(today, 30));
    await admitToStay(db, leader, about('hendes'), today, arrivalQuestions);
    await dischargeFromStay(db, leader, about('hendes'), today, { destination: 'own-choice', to: '' });
    expect((await atWork(municipality))[2]).toMatchObject([{ hasLeft: true, agreed: addDays(today, 30), departure: today }]);
  });
});
