/** What the unit may not write about a stay: each refusal is given by the store itself, and nothing is saved where one is. */
import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { testActor, testPermit } from '../../test/actors.ts';
import { testDatabase } from '../../test/database.ts';
import { addOrganisation, openTestPathways } from '../../test/pathways.ts';
import { needsOf, testFacility, testPlace, testUnit } from '../../test/provision.ts';
import { about } from '../../test/stays.ts';
import { asId, type Id } from '../domain/id.ts';
import { arrivalQuestions } from '../domain/placement/arrival.ts';
import { type Nights, nightsFrom } from '../domain/placement/nights.ts';
import { addDays, type Day, danishDay } from '../domain/time.ts';
import { databaseNow } from './database.ts';
import { admitToStay } from './placement-arrive.ts';
import { holdForPathway } from './placement-hold.ts';
import { addFacility } from './placement-provision.ts';
import { oneStay } from './placement-stays.ts';
import { swapWithinUnit } from './placement-swap.ts';
import { beginLeave, moveWithinUnit } from './placement-within.ts';

const { db, owner } = await testDatabase();
const municipality = testPermit(testActor('care-decider'), 'place:confirm');
const leader = testPermit(testActor('unit-leader', { facility: testFacility.id }), 'place:manage');
const unit = testUnit([testPlace('a', ['mother-and-baby']), testPlace('b', ['mother-and-baby']), testPlace('c')]);
await addFacility(owner, testFacility, [unit]);
for (const { actor } of [municipality, leader]) await addOrganisation(owner, actor.organisation);

let today: Day;
let number = 0;
const inDays = (days: number): Day => addDays(today, days);

/** From today Anna has place a for twenty nights and Bodil place b for ten; nobody is on c. */
beforeEach(async () => {
  await sql`truncate stay, stay_part, stay_leave, stay_event cascade`.execute(owner);
  today = danishDay(await databaseNow(owner));
  number += 1;
  await hold('anna', 'a', nightsFrom(today, 20));
  await hold('bodil', 'b', nightsFrom(today, 10));
});

async function hold(stay: string, place: string, nights: Nights): Promise<void> {
  const pathway = asId<'pathway'>(`${stay}-${number}`);
  await openTestPathways(db, municipality, [pathway]);
  const held = await holdForPathway(db, municipality, {
    stay: asId<'stay'>(stay),
    key: stay,
    pathway,
    calledName: stay,
    unit: unit.id,
    place: asId<'place'>(place),
    needs: needsOf('mother-and-baby'),
    nights,
    mostMoves: 0,
  });
  expect(held.outcome).toBe('held');
}

const come = async (stay: string): Promise<void> =>
  expect((await admitToStay(db, leader, about(stay), today, arrivalQuestions)).outcome).toBe('admitted');
const runOut = (stay: string): Promise<unknown> =>
  sql`update stay set held_until = clock_timestamp() - interval '1 minute' where id = ${stay}`.execute(owner);
const stayOf = async (stay: string) => oneStay(db, leader, asId<'stay'>(stay));

describe('a leave', () => {
  const away = async (from: number, back: number): Promise<string> =>
    (await beginLeave(db, leader, about('anna'), { from: inDays(from), back: inDays(back), reason: 'home', text: '' })).outcome;

  test('is of one who lives there, has a night, and lies within her stay', async () => {
    expect(await away(1, 3)).toBe('not-admitted');
    await come('anna');

    expect(await away(3, 3)).toBe('no-nights');
    expect(await away(3, 2)).toBe('no-nights');
    expect(await away(-1, 2)).toBe('before-arrival');
    expect(await away(18, 21)).toBe('after-departure');
    expect((await stayOf('anna'))?.leaves).toEqual([]);

    expect(await away(18, 20)).toBe('on-leave');
    expect(await away(17, 19)).toBe('on-leave-already');
    expect(await away(17, 18)).toBe('on-leave');
    expect((await stayOf('anna'))?.leaves.map(({ from, back }) => [from, back])).toEqual([
      [inDays(17), inDays(18)],
      [inDays(18), inDays(20)],
    ]);
  });
});

describe('a move within the unit', () => {
  const moves = (place: string, days: number, stay = 'anna'): ReturnType<typeof moveWithinUnit> =>
    moveWithinUnit(db, leader, about(stay), { place: asId<'place'>(place), from: inDays(days) });
  const parts = async (): Promise<readonly Id<'place'>[] | undefined> => (await stayOf('anna'))?.parts.map(({ place }) => place);

  test('is to another place of the unit that is free, on a night of hers, and says what it lacks', async () => {
    expect((await moves('a', 5)).outcome).toBe('not-her-nights');
    expect((await moves('c', 20)).outcome).toBe('not-her-nights');
    expect((await moves('intet', 5)).outcome).toBe('no-such-place');
    expect((await moves('b', 5)).outcome).toBe('place-not-free');
    expect(await parts()).toEqual(['a']);

    expect(await moves('c', 5)).toMatchObject({ outcome: 'moved', lacks: ['mother-and-baby'] });
    expect(await parts()).toEqual(['a', 'c']);
    expect(await moves('a', 5)).toMatchObject({ outcome: 'moved', lacks: [] });
    expect(await parts()).toEqual(['a']);
  });

  test('is made of no stay that has ended', async () => {
    await runOut('anna');
    expect(await moves('c', 5)).toEqual({ outcome: 'cannot', status: 'expired' });
  });
});

describe('two who would change places', () => {
  const change = async (days: number, other = 'bodil'): Promise<string> =>
    (await swapWithinUnit(db, leader, about('anna'), { other: asId<'stay'>(other), from: inDays(days) })).outcome;
  const places = async (): Promise<readonly unknown[]> =>
    Promise.all(['anna', 'bodil'].map(async (stay) => (await stayOf(stay))?.parts.map(({ place }) => place)));

  test('are two, each with a night left', async () => {
    expect(await change(5, 'anna')).toBe('no-such-stay');
    expect(await change(10)).toBe('not-her-nights');
    expect(await places()).toEqual([['a'], ['b']]);

    expect(await change(5)).toBe('swapped');
    expect(await places()).toEqual([
      ['a', 'b'],
      ['b', 'a'],
    ]);
  });

  test('have no move planned after the day, which would fall away unseen', async () => {
    await moveWithinUnit(db, leader, about('bodil'), { place: asId<'place'>('c'), from: inDays(8) });

    expect(await change(5)).toBe('moves-planned');
    expect(await places()).toEqual([['a'], ['b', 'c']]);
    expect(await change(9)).toBe('swapped');
    expect(await places()).toEqual([
      ['a', 'c'],
      ['b', 'c', 'a'],
    ]);
  });

  test('are not one whose hold has run out', async () => {
    await runOut('bodil');
    expect(await change(5)).toBe('cannot');
    expect((await stayOf('anna'))?.parts.map(({ place }) => place)).toEqual(['a']);
  });

  test('leave a third her nights', async () => {
    await hold('clara', 'b', nightsFrom(inDays(10), 5));

    // Anna would be on Bodil's place longer than Bodil was to be.
    expect(await change(5)).toBe('place-not-free');
    expect(await places()).toEqual([['a'], ['b']]);
  });
});
