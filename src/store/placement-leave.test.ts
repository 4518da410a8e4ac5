/** Nights away, as the unit writes them: when they are hers, and when she is back. */
import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { testActor, testPermit } from '../../test/actors.ts';
import { testDatabase } from '../../test/database.ts';
import { addOrganisation, factsTold, openTestPathways } from '../../test/pathways.ts';
import { testFacility, testPlace, testUnit } from '../../test/provision.ts';
import { about } from '../../test/stays.ts';
import { asId, type Id } from '../domain/id.ts';
import { arrivalQuestions } from '../domain/placement/arrival.ts';
import { nightsFrom } from '../domain/placement/nights.ts';
import { addDays, type Day, danishDay } from '../domain/time.ts';
import { databaseNow } from './database.ts';
import { admitToStay } from './placement-arrive.ts';
import { holdForPathway } from './placement-hold.ts';
import { addFacility } from './placement-provision.ts';
import { correctLeaveOf } from './placement-put-right.ts';
import { oneStay } from './placement-stays.ts';
import { beginLeave, endLeave } from './placement-within.ts';

const { db, owner } = await testDatabase();
const municipality = testPermit(testActor('care-decider'), 'place:confirm');
const leader = testPermit(testActor('unit-leader', { facility: testFacility.id }), 'place:manage');
const unit = testUnit([testPlace('a')]);
await addFacility(owner, testFacility, [unit]);
for (const { actor } of [municipality, leader]) await addOrganisation(owner, actor.organisation);

const anna = asId<'stay'>('anna');
let today: Day;
let hers: Id<'pathway'>;
let number = 0;

/** Anna came today and is to leave in ten days. */
beforeEach(async () => {
  await sql`truncate stay, stay_part, stay_leave, stay_event cascade`.execute(owner);
  today = danishDay(await databaseNow(owner));
  number += 1;
  hers = asId<'pathway'>(`anna-${number}`);
  await openTestPathways(db, municipality, [hers]);
  const place = asId<'place'>('a');
  const asked = { stay: anna, key: 'anna', pathway: hers, calledName: 'Anna', unit: unit.id, place, needs: [], mostMoves: 0 };
  await holdForPathway(db, municipality, { ...asked, nights: nightsFrom(today, 10) });
  const came = await admitToStay(db, leader, about('anna'), today, arrivalQuestions);
  if (came.outcome !== 'admitted') throw new Error(`Anna was not admitted: ${came.outcome}`);
});

/** As if she had come so many days earlier than she did, with as many nights. */
const daysLater = (days: number): Promise<void> =>
  owner.transaction().execute(async (tx) => {
    await sql`update stay set arrival = arrival - ${days}::int, departure = departure - ${days}::int`.execute(tx);
    await sql`update stay_part set arrival = arrival - ${days}::int, departure = departure - ${days}::int`.execute(tx);
  });
const leave = (from: number, back: number) =>
  ({ from: addDays(today, from), back: addDays(today, back), reason: 'family', text: 'hos sin mor' }) as const;
const goes = async (from: number, back: number): Promise<string> =>
  (await beginLeave(db, leader, about('anna'), leave(from, back))).outcome;
const comesBack = async (day: number): Promise<string> => (await endLeave(db, leader, about('anna'), addDays(today, day))).outcome;
const leaves = async (): Promise<readonly string[]> =>
  ((await oneStay(db, leader, anna))?.leaves ?? []).map(({ from, back }) => `${from} ${back}`);

describe('nights past the day she is to leave', () => {
  test('are no leave while that day is not over, whether they are new or put right', async () => {
    expect(await goes(12, 14)).toBe('after-departure');
    expect(await goes(10, 11)).toBe('after-departure');
    expect(await goes(8, 10)).toBe('on-leave');
    const corrected = await correctLeaveOf(db, leader, about('anna'), leave(8, 10), leave(12, 14), 'hun ringede');
    expect(corrected).toEqual({ outcome: 'after-departure', departure: addDays(today, 10) });
    expect(await leaves()).toEqual([`${addDays(today, 8)} ${addDays(today, 10)}`]);
    expect((await factsTold(owner, hers)).filter((type) => type === 'leave-begun')).toHaveLength(1);

    await daysLater(10);
    expect(await goes(0, 1)).toBe('after-departure');
  });

  test('are a leave of one who is there still when it is over', async () => {
    await daysLater(11);
    expect(await goes(0, 2)).toBe('on-leave');
  });
});

describe('a return on the day she went', () => {
  test('can be written as often as she goes: she stands as in the house, and all of it is told', async () => {
    for (const back of [2, 1, 3]) {
      expect(await goes(0, back)).toBe('on-leave');
      expect(await comesBack(0)).toBe('returned');
      expect(await leaves()).toEqual([]);
    }
    const told = ['leave-begun', 'leave-ended'];
    expect((await factsTold(owner, hers)).slice(-6)).toEqual([...told, ...told, ...told]);
    expect(await comesBack(0)).toBe('not-on-leave');
  });

  test('leaves a leave of nights that were slept away as it was', async () => {
    await daysLater(3);
    expect(await goes(-2, 1)).toBe('on-leave');
    expect(await comesBack(-1)).toBe('returned');
    expect(await leaves()).toEqual([`${addDays(today, -2)} ${addDays(today, -1)}`]);
  });
});
