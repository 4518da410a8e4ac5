/** Leaves and planned moves are put right with what stood before kept, and two change places in one act, also when others do at the same moment. */
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
import { correctLeaveOf, undoMoveOf, withdrawLeaveOf } from './placement-put-right.ts';
import { oneStay } from './placement-stays.ts';
import { swapWithinUnit, undoSwapOf } from './placement-swap.ts';
import { beginLeave, moveWithinUnit } from './placement-within.ts';

const { db, owner } = await testDatabase();
const municipality = testPermit(testActor('care-decider'), 'place:confirm');
const leader = testPermit(testActor('unit-leader', { facility: testFacility.id }), 'place:manage');
const stranger = testPermit(
  testActor('unit-leader', { id: asId<'organisation'>('fjord'), facility: asId<'facility'>('fjord') }),
  'place:manage',
);
const unit = testUnit([testPlace('a'), testPlace('b'), testPlace('c')]);
await addFacility(owner, testFacility, [unit]);
for (const { actor } of [municipality, leader]) await addOrganisation(owner, actor.organisation);

let today: Day;
let number = 0;
const pathwayOf = (stay: string): Id<'pathway'> => asId<'pathway'>(`${stay}-${number}`);
beforeEach(async () => {
  await sql`truncate stay, stay_part, stay_leave, stay_event cascade`.execute(owner);
  today = danishDay(await databaseNow(owner));
  number += 1;
  for (const [stay, place] of [
    ['anna', 'a'],
    ['bodil', 'b'],
    ['clara', 'c'],
  ] as const) {
    await openTestPathways(db, municipality, [pathwayOf(stay)]);
    const held = await holdForPathway(db, municipality, {
      stay: asId<'stay'>(stay),
      key: stay,
      pathway: pathwayOf(stay),
      calledName: stay,
      unit: unit.id,
      place: asId<'place'>(place),
      needs: [],
      nights: nightsFrom(today, 20),
      mostMoves: 0,
    });
    if (held.outcome !== 'held') throw new Error(`${stay} was not given a place`);
  }
});

const come = (stay: string): ReturnType<typeof admitToStay> => admitToStay(db, leader, about(stay), today, arrivalQuestions);

async function placesOf(stay: string): Promise<readonly string[]> {
  const read = await oneStay(db, municipality, asId<'stay'>(stay));
  return (read?.parts ?? []).map(({ place, nights }) => `${place} ${nights.departure}`);
}

describe('a leave', () => {
  const leave = () => ({ from: addDays(today, 2), back: addDays(today, 4), reason: 'home', text: 'fødselsdag' }) as const;

  test('is corrected and taken back with the reason; what stood before is kept, and her timeline tells it', async () => {
    await come('anna');
    await beginLeave(db, leader, about('anna'), leave());
    const later = { ...leave(), back: addDays(today, 5), reason: 'family' } as const;
    const form = about('anna');
    for (let twice = 0; twice < 2; twice += 1)
      expect(await correctLeaveOf(db, leader, form, leave(), later, 'hun ringede')).toMatchObject({ outcome: 'leave-corrected' });
    expect((await oneStay(db, leader, asId<'stay'>('anna')))?.leaves).toEqual([later]);
    expect(await correctLeaveOf(db, leader, about('anna'), leave(), later, 'igen')).toEqual({ outcome: 'no-such-leave' });

    expect((await withdrawLeaveOf(db, leader, about('anna'), later, 'blev ikke til noget')).outcome).toBe('leave-withdrawn');
    const read = await oneStay(db, leader, asId<'stay'>('anna'));
    expect(read?.leaves).toEqual([]);
    expect(read?.putRight.map(({ act, data }) => [act, data.before, data.after, data.why])).toEqual([
      ['correct-leave', leave(), later, 'hun ringede'],
      ['withdraw-leave', later, undefined, 'blev ikke til noget'],
    ]);
    expect((await factsTold(owner, pathwayOf('anna'))).slice(-3)).toEqual(['leave-begun', 'leave-begun', 'leave-ended']);
  });

  test('is another under the same key when another is meant: what was not done is not answered as done', async () => {
    await come('anna');
    const other = { ...leave(), from: addDays(today, 6), back: addDays(today, 8) };
    for (const one of [leave(), other]) await beginLeave(db, leader, about('anna'), one);
    const form = about('anna');
    expect((await withdrawLeaveOf(db, leader, form, leave(), 'x')).outcome).toBe('leave-withdrawn');
    expect((await oneStay(db, leader, asId<'stay'>('anna')))?.leaves).toEqual([other]);
    // The page she goes back to still has the key.
    expect((await withdrawLeaveOf(db, leader, form, other, 'x')).outcome).toBe('leave-withdrawn');
    expect((await oneStay(db, leader, asId<'stay'>('anna')))?.leaves).toEqual([]);
    expect((await withdrawLeaveOf(db, leader, form, other, 'x')).outcome).toBe('leave-withdrawn');

    for (const one of [leave(), other]) expect((await beginLeave(db, leader, form, one)).outcome).toBe('on-leave');
    for (const [one, back] of [
      [leave(), addDays(today, 5)],
      [other, addDays(today, 9)],
    ] as const)
      expect((await correctLeaveOf(db, leader, form, one, { ...one, back }, 'x')).outcome).toBe('leave-corrected');
    const read = await oneStay(db, leader, asId<'stay'>('anna'));
    expect(read?.leaves.map(({ back }) => back)).toEqual([addDays(today, 5), addDays(today, 9)]);
  });

  test('is put right by the unit alone', async () => {
    await come('anna');
    await beginLeave(db, leader, about('anna'), leave());
    expect(await withdrawLeaveOf(db, stranger, about('anna'), leave(), 'x')).toEqual({ outcome: 'no-such-stay' });
    expect(await withdrawLeaveOf(db, municipality, about('anna'), leave(), 'x')).toEqual({ outcome: 'no-such-stay' });
    expect((await oneStay(db, leader, asId<'stay'>('anna')))?.leaves).toEqual([leave()]);
  });
});

test('a planned move is undone with its reason, and the place she was to have is free again', async () => {
  await sql`update stay set status = 'released', held_until = null where id = 'clara'`.execute(owner);
  await come('anna');
  await moveWithinUnit(db, leader, about('anna'), { place: asId<'place'>('c'), from: addDays(today, 5) });
  expect(await placesOf('anna')).toEqual([`a ${addDays(today, 5)}`, `c ${addDays(today, 20)}`]);

  expect((await undoMoveOf(db, leader, about('anna'), addDays(today, 5), 'hun vil blive')).outcome).toBe('move-undone');
  expect(await placesOf('anna')).toEqual([`a ${addDays(today, 20)}`]);
  expect(await undoMoveOf(db, leader, about('anna'), addDays(today, 5), 'igen')).toEqual({ outcome: 'no-such-move' });
});

test('under one key two planned moves are two, and each is undone by itself', async () => {
  for (const gone of ['bodil', 'clara'])
    await sql`update stay set status = 'released', held_until = null where id = ${gone}`.execute(owner);
  const form = about('anna');
  await moveWithinUnit(db, leader, form, { place: asId<'place'>('b'), from: addDays(today, 5) });
  await moveWithinUnit(db, leader, form, { place: asId<'place'>('c'), from: addDays(today, 9) });
  expect(await placesOf('anna')).toEqual([`a ${addDays(today, 5)}`, `b ${addDays(today, 9)}`, `c ${addDays(today, 20)}`]);
  expect((await undoMoveOf(db, leader, form, addDays(today, 9), 'x')).outcome).toBe('move-undone');
  expect((await undoMoveOf(db, leader, form, addDays(today, 5), 'x')).outcome).toBe('move-undone');
  expect(await placesOf('anna')).toEqual([`a ${addDays(today, 20)}`]);
});

describe('two who change places', () => {
  const swap = (one: string, other: string, form = about(one)) =>
    swapWithinUnit(db, leader, form, { other: asId<'stay'>(other), from: addDays(today, 3) });

  test('do it in one act that counts once, and each pathway tells it', async () => {
    await come('anna');
    const form = about('anna');
    for (let twice = 0; twice < 2; twice += 1) expect((await swap('anna', 'bodil', form)).outcome).toBe('swapped');

    expect(await placesOf('anna')).toEqual([`a ${addDays(today, 3)}`, `b ${addDays(today, 20)}`]);
    // She has not come: from her first night would be today, so from the day that was said she moves too.
    expect(await placesOf('bodil')).toEqual([`b ${addDays(today, 3)}`, `a ${addDays(today, 20)}`]);
    for (const stay of ['anna', 'bodil']) expect((await factsTold(owner, pathwayOf(stay))).at(-1)).toBe('place-changed');
    const acts = await owner.selectFrom('stay_event').select('stay').where('act', '=', 'swap').orderBy('stay').execute();
    expect(acts.map(({ stay }) => stay)).toEqual(['anna', 'bodil']);
  });

  test('leave nothing of the one in what is kept of the other, and the form that comes again is answered with both', async () => {
    const form = about('anna');
    const first = await swap('anna', 'bodil', form);
    expect(first).toMatchObject({ outcome: 'swapped', both: [{ stay: 'anna' }, { stay: 'bodil' }] });
    expect(await swap('anna', 'bodil', form)).toEqual(first);
    const undo = about('bodil');
    const undone = await undoSwapOf(db, leader, undo, addDays(today, 3), 'Anna vil blive');
    expect(undone).toMatchObject({ outcome: 'swap-undone', both: [{ stay: 'bodil' }, { stay: 'anna' }] });
    expect(await undoSwapOf(db, leader, undo, addDays(today, 3), 'Anna vil blive')).toEqual(undone);
    const { rows } = await sql<{ stay: string; kept: string }>`select stay, concat(data, answer) as kept from stay_event
      where act in ('swap', 'undo-swap')`.execute(owner);
    expect(rows).toHaveLength(4);
    for (const { stay, kept } of rows) expect(kept.toLowerCase()).not.toContain(stay === 'anna' ? 'bodil' : 'anna"');
    // Why it was undone may name the other: it stands with the stay of the form alone.
    expect(rows.filter(({ kept }) => kept.includes('vil blive')).map(({ stay }) => stay)).toEqual(['bodil']);
  });

  test('with another under the same key are asked anew', async () => {
    const form = about('anna');
    expect((await swap('anna', 'bodil', form)).outcome).toBe('swapped');
    expect(await swap('anna', 'clara', form)).toMatchObject({ outcome: 'swapped', both: [{ stay: 'anna' }, { stay: 'clara' }] });
    expect(await placesOf('anna')).toEqual([`a ${addDays(today, 3)}`, `c ${addDays(today, 20)}`]);
    // Where one of them has changed again the former is no more, and nothing is moved for it.
    expect(await undoSwapOf(db, leader, about('bodil'), addDays(today, 3), 'x')).toEqual({ outcome: 'no-such-swap' });
    expect(await placesOf('clara')).toEqual([`c ${addDays(today, 3)}`, `b ${addDays(today, 20)}`]);
  });

  test('are both put back in one act before the day, where neither could be put back alone', async () => {
    await come('anna');
    await swap('anna', 'bodil');
    expect((await oneStay(db, leader, asId<'stay'>('bodil')))?.swaps).toEqual([{ from: addDays(today, 3), toPlace: 'Plads a' }]);
    expect((await undoMoveOf(db, leader, about('anna'), addDays(today, 3), 'x')).outcome).toBe('place-not-free');
    expect(await undoSwapOf(db, stranger, about('anna'), addDays(today, 3), 'x')).toEqual({ outcome: 'no-such-stay' });
    expect(await undoSwapOf(db, leader, about('anna'), addDays(today, 4), 'x')).toEqual({ outcome: 'no-such-swap' });

    expect((await undoSwapOf(db, leader, about('anna'), addDays(today, 3), 'de blev enige')).outcome).toBe('swap-undone');
    expect([await placesOf('anna'), await placesOf('bodil')]).toEqual([[`a ${addDays(today, 20)}`], [`b ${addDays(today, 20)}`]]);
    for (const stay of ['anna', 'bodil']) {
      expect((await oneStay(db, leader, asId<'stay'>(stay)))?.swaps).toEqual([]);
      expect((await factsTold(owner, pathwayOf(stay))).slice(-2)).toEqual(['place-changed', 'place-changed']);
    }
    expect(await undoSwapOf(db, leader, about('anna'), addDays(today, 3), 'igen')).toEqual({ outcome: 'no-such-swap' });
  });

  test('are on each other’s places when the day has come: then nothing is undone', async () => {
    await swapWithinUnit(db, leader, about('anna'), { other: asId<'stay'>('bodil'), from: today });
    expect(await undoSwapOf(db, leader, about('anna'), today, 'x')).toEqual({ outcome: 'has-moved' });
  });

  test('are of the leader’s own unit', async () => {
    expect(await swapWithinUnit(db, stranger, about('anna'), { other: asId<'stay'>('bodil'), from: today })).toEqual({
      outcome: 'no-such-stay',
    });
    expect(await swapWithinUnit(db, leader, about('anna'), { other: asId<'stay'>('ingen'), from: today })).toEqual({
      outcome: 'no-such-stay',
    });
  });

  test('at the same moment as others leave everybody on one place each night, and nothing half done', async () => {
    const pairs = [
      ['anna', 'bodil'],
      ['bodil', 'clara'],
      ['clara', 'anna'],
      ['bodil', 'anna'],
    ] as const;
    const outcomes = await Promise.all(
      pairs.map(([one, other]) => swapWithinUnit(db, leader, about(one), { other: asId<'stay'>(other), from: today })),
    );
    // Changes of whole stays do not stand in each other's way: every one of them is done, one after the other.
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(pairs.map(() => 'swapped'));
    const places = await Promise.all(['anna', 'bodil', 'clara'].map(placesOf));
    expect(places.flat().toSorted()).toEqual(['a', 'b', 'c'].map((place) => `${place} ${addDays(today, 20)}`));
    const { rows } = await sql<{ shared: number }>`select count(*)::int as shared from stay_part as one join stay_part as other
      on one.place = other.place and one.stay < other.stay and one.nights && other.nights`.execute(owner);
    expect(rows).toEqual([{ shared: 0 }]);
  });

  test('are refused by the database itself where they would share a place, and nothing of it stands', async () => {
    await expect(
      owner.transaction().execute(async (tx) => {
        await sql`set constraints no_two_on_one_place_any_night deferred`.execute(tx);
        await sql`update stay_part set place = 'b' where stay = 'anna'`.execute(tx);
        await sql`set constraints no_two_on_one_place_any_night immediate`.execute(tx);
      }),
    ).rejects.toThrow('no_two_on_one_place_any_night');
    expect(await placesOf('anna')).toEqual([`a ${addDays(today, 20)}`]);
  });
});
