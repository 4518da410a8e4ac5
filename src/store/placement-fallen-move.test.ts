/** A move to another house that falls away: the refusal itself puts her nights back where they are free, and else all three parties see it. */
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
import { addDays, type Day, danishDay, moment } from '../domain/time.ts';
import type { Permit } from '../domain/trail.ts';
import { asActor, databaseNow, type Transaction } from './database.ts';
import { rebuildPathways } from './pathway-rebuild.ts';
import { admitToStay, dischargeFromStay } from './placement-arrive.ts';
import { placesAtWork } from './placement-at-work.ts';
import { confirmStayOf } from './placement-confirm.ts';
import { expireDueHolds } from './placement-expire.ts';
import { holdForPathway } from './placement-hold.ts';
import { leaveEarlierOf } from './placement-leave-earlier.ts';
import { changeDepartureOf, endStayOf } from './placement-move.ts';
import { whileTelling } from './placement-pathway.ts';
import { addEvent } from './placement-stay-write.ts';
import { oneStay } from './placement-stays.ts';

const { db, owner } = await testDatabase();
const { municipality, leader, otherLeader, unit, otherUnit } = await addTwoHouses(owner, [testPlace('a')]);

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
  const herYes = { answer: 'yes' } as const;
  const asked = { needs: [], nights, mostMoves: 0, unit: where, place: asId<'place'>(place), pathway, calledName: id, herYes };
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

const refused = () => endStayOf(db, otherLeader, about('ny'), 'refuse', { reason: 'staffing', text: 'ingen nattevagt' });
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
    await endStayOf(db, otherLeader, about('igen'), 'refuse', { reason: 'staffing', text: 'ingen nattevagt' });
    expect(await departure()).toBe(addDays(today, 30));
  });

  describe('gives the house that refuses no other hand on her stay', () => {
    const asOtherLeader = <Result>(work: (tx: Transaction) => Promise<Result>): Promise<Result> =>
      asActor(db, otherLeader, { kind: 'stay', id: asId<'stay'>('hendes') }, work);
    const tries = async (tx: Transaction) =>
      (await sql<{ back: Day | null }>`select stay_after_all('ny', 'Leder', 'Hus', 'fordi')::text as back`.execute(tx)).rows[0]?.back;
    const refuseOnceMore = (tx: Transaction) => sql`update stay set status = 'refused' where id = 'ny'`.execute(tx);
    const writes = (tx: Transaction, stay: string, act: 'refuse' | 'change-departure') =>
      addEvent(tx, {
        stay: asId<'stay'>(stay),
        act,
        status: act === 'refuse' ? 'refused' : 'admitted',
        actor: otherLeader.actor,
        at: moment(new Date().toISOString()),
      });

    test('not before it refuses, and not a day after, whatever it writes of the refusal again', async () => {
      await movesElsewhere();
      expect(await asOtherLeader(tries)).toBeNull();
      await confirmed('anden', 'a', nightsFrom(moves, 5), others);
      await refused();
      await endStayOf(db, municipality, about('anden'), 'withdraw', { reason: null, text: 'en anden plads' });
      expect(await asOtherLeader(tries)).toBeNull();
      const again = await asOtherLeader(async (tx) => {
        await refuseOnceMore(tx);
        const afterUpdate = await tries(tx);
        await writes(tx, 'ny', 'refuse');
        return [afterUpdate, await tries(tx)];
      });
      expect(again).toEqual([null, null]);
      expect(await departure()).toBe(moves);
    });

    test('not where the municipality has decided another day since, also when it is the day she was to move', async () => {
      await movesElsewhere();
      for (const day of [addDays(today, 20), moves])
        await changeDepartureOf(db, municipality, about('hendes'), { departure: day, onPlace: null, reason: 'aftalt' });
      const tried = await asOtherLeader(async (tx) => {
        await refuseOnceMore(tx);
        await writes(tx, 'ny', 'refuse');
        return tries(tx);
      });
      expect(tried).toBeNull();
      expect(await departure()).toBe(moves);
    });

    test('and her refusal is written where another day was decided since: her departure stands', async () => {
      await movesElsewhere();
      for (const day of [addDays(today, 20), moves])
        await changeDepartureOf(db, municipality, about('hendes'), { departure: day, onPlace: null, reason: 'aftalt' });
      expect((await refused()).outcome).toBe('ended');
      expect(await departure()).toBe(moves);
      for (const permit of [municipality, leader, otherLeader]) expect(await atWork(permit)).toEqual([[], [], []]);
    });

    test('and it writes nothing of her departure in the history of the former house', async () => {
      await movesElsewhere();
      await refused();
      await expect(asOtherLeader((tx) => whileTelling(tx, hers, () => writes(tx, 'hendes', 'change-departure')))).rejects.toThrow(
        'row-level security',
      );
    });

    test('and reads nothing of others’ refusals', async () => {
      await movesElsewhere();
      await confirmed('anden', 'a', nightsFrom(moves, 5), others);
      await refused();
      await expect(
        asActor(db, leader, { kind: 'list', id: null }, (tx) => sql`select * from refused_and_without_place('fjordhuset')`.execute(tx)),
      ).resolves.toMatchObject({ rows: [] });
    });
  });

  test('is told those who pay and the house that refused alike while a place that was found since has fallen away again', async () => {
    const told = async (): Promise<readonly unknown[]> => [(await atWork(municipality))[0], (await atWork(otherLeader))[1]];
    await movesElsewhere();
    await confirmed('anden', 'a', nightsFrom(moves, 5), others);
    await refused();
    const without = [['hendes'], ['ny']];
    expect(await told()).toEqual(without);
    for (const act of ['release', 'refuse', 'withdraw'] as const) {
      const another = `tredje-${act}`;
      await (act === 'withdraw' ? confirmed : held)(another, 'f', nightsFrom(moves, 20), hers, otherUnit.id);
      expect(await told()).toEqual([[], []]);
      const why = { reason: act === 'refuse' ? 'staffing' : null, text: 'bortfaldet' } as const;
      expect((await endStayOf(db, act === 'refuse' ? otherLeader : municipality, about(another), act, why)).outcome).toBe('ended');
      expect(await told()).toEqual(without);
    }
  });

  test('is told the house that refused until the day she was to come, and no longer', async () => {
    await movesElsewhere();
    await confirmed('anden', 'a', nightsFrom(moves, 5), others);
    await refused();
    expect((await atWork(otherLeader))[1]).toEqual(['ny']);
    await owner.transaction().execute(async (tx) => {
      for (const table of ['stay', 'stay_part'])
        await sql`update ${sql.table(table)} set arrival = arrival - 11, departure = departure - 11 where ${sql.ref(table === 'stay' ? 'id' : 'stay')}
          in ('hendes', 'ny')`.execute(tx);
    });
    const { rows } = await asActor(db, otherLeader, { kind: 'list', id: null }, (tx) =>
      sql`select * from refused_and_without_place('fjordhuset')`.execute(tx),
    );
    expect(rows).toEqual([]);
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

  const writes = (days: number, reason: string) =>
    leaveEarlierOf(db, leader, about('hendes'), { departure: addDays(today, days), reason }).then(({ outcome }) => outcome);
  const leaves = () => dischargeFromStay(db, leader, about('hendes'), today, { destination: 'own-choice', to: '' });

  test('and writes it twice is told with the day that was agreed and the newest reason', async () => {
    await confirmed('hendes', 'a', nightsFrom(today, 30));
    await admitToStay(db, leader, about('hendes'), today, arrivalQuestions);
    expect([await writes(20, 'Hun vil hjem'), await writes(12, 'Hun har fået en bolig')]).toEqual(['leaves-earlier', 'leaves-earlier']);
    const told = { agreed: addDays(today, 30), departure: addDays(today, 12), reason: 'Hun har fået en bolig', hasLeft: false };
    expect((await atWork(municipality))[2]).toMatchObject([told]);

    // Those who pay decide anew, and it is from their day that she leaves earlier.
    await changeDepartureOf(db, municipality, about('hendes'), { departure: addDays(today, 25), onPlace: null, reason: 'aftalt' });
    await writes(8, 'Igen');
    expect((await atWork(municipality))[2]).toMatchObject([{ agreed: addDays(today, 25), departure: addDays(today, 8), reason: 'Igen' }]);
  });

  test.each([
    ['on that day', 0],
    ['the day before it', 1],
  ])('and leaves %s is told with the nights from the day that was agreed', async (_, before) => {
    await confirmed('hendes', 'a', nightsFrom(today, 30));
    await admitToStay(db, leader, about('hendes'), today, arrivalQuestions);
    await writes(12, 'Hun vil hjem');
    // Twelve days on: what was agreed and written lies that much further back.
    await owner.transaction().execute(async (tx) => {
      const back = 12 - before;
      await sql`update stay set arrival = arrival - ${back}::int, departure = departure - ${back}::int`.execute(tx);
      await sql`update stay_part set arrival = arrival - ${back}::int, departure = departure - ${back}::int`.execute(tx);
      await sql`update stay_event set data = jsonb_set(data, '{from}', to_jsonb(((data ->> 'from')::date - ${back}::int)::text))
        where act = 'leave-earlier'`.execute(tx);
    });
    expect((await leaves()).outcome).toBe('discharged');
    expect((await atWork(municipality))[2]).toMatchObject([
      { hasLeft: true, agreed: addDays(today, 18 + before), departure: today, reason: 'Hun vil hjem' },
    ]);
  });
});
