/** An admission that was written by mistake: put right by the unit for a short time, kept in the history, and counted no more. */
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
import { undoAdmissionEditions } from '../domain/placement/undo-admission.ts';
import { addDays, type Day, danishDay } from '../domain/time.ts';
import type { Permit } from '../domain/trail.ts';
import { asActor, databaseNow } from './database.ts';
import { rebuildFigures } from './figure-rebuild.ts';
import { readPathway } from './pathway.ts';
import { rebuildPathways } from './pathway-rebuild.ts';
import { admitToStay, dischargeFromStay } from './placement-arrive.ts';
import { confirmStayOf } from './placement-confirm.ts';
import { holdForPathway } from './placement-hold.ts';
import { oneStay } from './placement-stays.ts';
import { seeUndoAdmission, undoAdmissionOf } from './placement-undo-admission.ts';
import { moveWithinUnit } from './placement-within.ts';

const { db, owner } = await testDatabase();
const { municipality, leader, otherLeader, unit, otherUnit } = await addTwoHouses(owner, [testPlace('a'), testPlace('b')]);

const stay = asId<'stay'>('hendes');
const why = 'Skrevet på den forkerte';
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
});

async function hold(id: string, place: string, nights: Nights, pathway = hers, house = unit.id): Promise<void> {
  const asked = { needs: [], nights, mostMoves: 0, unit: house, place: asId<'place'>(place), pathway, calledName: id };
  expect((await holdForPathway(db, municipality, { ...asked, stay: asId<'stay'>(id), key: id })).outcome).toBe('held');
}

const commitment = { legalBasis: 'SUL-141', paidBy: asId<'municipality'>('0851') } as const;

async function confirmed(id: string, place: string, nights: Nights, pathway = hers, house = unit.id): Promise<void> {
  await hold(id, place, nights, pathway, house);
  expect((await confirmStayOf(db, municipality, about(id), commitment, deviations)).outcome).toBe('confirmed');
}

async function admitted(id = 'hendes', day = today, by = leader): Promise<void> {
  expect((await admitToStay(db, by, about(id), day, arrivalQuestions)).outcome).toBe('admitted');
}

const standing = async () => {
  const seen = await oneStay(db, leader, stay);
  return seen && { status: seen.status, parts: seen.parts.map(({ place, nights }) => ({ place, nights })) };
};
const counted = async (kind: 'admitted' | 'stay') =>
  (await owner.selectFrom('counted_fact').select('number').where('kind', '=', kind).where('withdrawn', 'is', null).execute()).length;

describe('an admission that was written by mistake', () => {
  test('makes the stay what it was, told on her pathway, counted nowhere, and nothing of it is deleted', async () => {
    const agreed = nightsFrom(addDays(today, 3), 30);
    await confirmed('hendes', 'a', agreed);
    const [before, came, stays] = [await standing(), await counted('admitted'), await counted('stay')];
    await admitted('hendes', addDays(today, -2));
    expect([await counted('admitted'), await counted('stay')]).toEqual([came + 1, stays + 1]);
    expect((await seeUndoAdmission(db, leader, stay))?.outcome).toBe('admission-undone');

    expect((await undoAdmissionOf(db, leader, about('hendes'), why)).outcome).toBe('admission-undone');

    expect(await standing()).toEqual(before);
    expect(await standing()).toEqual({ status: 'confirmed', parts: [{ place: 'a', nights: agreed }] });
    expect((await factsTold(owner, hers)).slice(-4)).toEqual(['party-joined', 'admitted', 'admission-withdrawn', 'party-left']);
    const events = await owner.selectFrom('stay_event').select(['act', 'status']).orderBy('sequence').execute();
    expect(events.slice(-2)).toEqual([
      { act: 'admit', status: 'admitted' },
      { act: 'undo-admit', status: 'confirmed' },
    ]);
    const pathway = await asActor(db, municipality, { kind: 'pathway', id: hers }, (tx) => readPathway(tx, hers));
    expect(pathway?.pathway).toMatchObject({ phase: 'arriving', stay: { status: 'confirmed', admittedOn: null } });
    expect(pathway?.pathway.team.map(({ organisation }) => organisation)).not.toContain(leader.actor.organisation.id);
    expect([await counted('admitted'), await counted('stay')]).toEqual([came, stays]);
    expect((await rebuildPathways(owner)).differences).toEqual([]);
    expect((await rebuildFigures(owner)).differences).toEqual([]);
  });

  test('is written again on the right day, and that one counts', async () => {
    await confirmed('hendes', 'a', nightsFrom(today, 30));
    await admitted('hendes', addDays(today, -2));
    await undoAdmissionOf(db, leader, about('hendes'), why);
    await admitted('hendes', today);
    expect(await standing()).toEqual({ status: 'admitted', parts: [{ place: 'a', nights: nightsFrom(today, 30) }] });
    const pathway = await asActor(db, municipality, { kind: 'pathway', id: hers }, (tx) => readPathway(tx, hers));
    expect(pathway?.pathway).toMatchObject({ phase: 'in-stay', stay: { status: 'admitted', admittedOn: today } });
    expect((await rebuildFigures(owner)).differences).toEqual([]);
  });

  test('that is sent twice is put right once, and answered alike', async () => {
    await confirmed('hendes', 'a', nightsFrom(today, 30));
    await admitted();
    const form = about('hendes');
    const first = await undoAdmissionOf(db, leader, form, why);
    expect(await undoAdmissionOf(db, leader, form, why)).toEqual(first);
    const acts = await owner.selectFrom('stay_event').select('act').where('act', '=', 'undo-admit').execute();
    expect(acts.length).toBe(1);
  });

  test('is not put right by another house or by those who pay, nor after the time', async () => {
    await confirmed('hendes', 'a', nightsFrom(today, 30));
    await admitted();
    for (const permit of [otherLeader, municipality])
      expect((await undoAdmissionOf(db, permit, about('hendes'), why)).outcome).toBe('no-such-stay');
    await sql`update stay_event set recorded = recorded - interval '73 hours' where act = 'admit'`.execute(owner);
    expect((await undoAdmissionOf(db, leader, about('hendes'), why)).outcome).toBe('too-late');
    expect((await standing())?.status).toBe('admitted');
  });

  test('is not put right while something else was written of her nights since', async () => {
    await confirmed('hendes', 'a', nightsFrom(today, 30));
    await admitted();
    await moveWithinUnit(db, leader, about('hendes'), { place: asId<'place'>('b'), from: addDays(today, 10) });
    expect((await undoAdmissionOf(db, leader, about('hendes'), why)).outcome).toBe('written-since');
  });

  test('of a place that her municipality has not confirmed waits for it', async () => {
    await hold('hendes', 'a', nightsFrom(today, 30));
    await admitted();
    expect((await undoAdmissionOf(db, leader, about('hendes'), why)).outcome).toBe('not-confirmed');
  });

  test('on a night that was somebody else’s is not put right', async () => {
    await confirmed('hendes', 'a', nightsFrom(today, 30));
    await admitted();
    // She was expected from two days ago, when another was still there.
    const before = [{ place: 'a', nights: nightsFrom(addDays(today, -2), 32) }];
    await sql`update stay_event set data = data || ${JSON.stringify({ before })}::jsonb where act = 'admit'`.execute(owner);
    await confirmed('anden', 'b', nightsFrom(today, 3), other);
    await owner.transaction().execute(async (tx) => {
      await sql`delete from stay_part where stay = 'anden'`.execute(tx);
      await sql`update stay set status = 'discharged', arrival = ${addDays(today, -5)}::date, departure = ${addDays(today, -1)}::date
        where id = 'anden'`.execute(tx);
      await sql`insert into stay_part (stay, unit, status, place, arrival, departure)
        select id, unit, status, 'a', arrival, departure from stay where id = 'anden'`.execute(tx);
    });
    expect(await undoAdmissionOf(db, leader, about('hendes'), why)).toEqual({ outcome: 'place-taken', from: addDays(today, -2) });
  });

  test('that was a move from another house is not put right here', async () => {
    await confirmed('foer', 'f', nightsFrom(today, 30), hers, otherUnit.id);
    await admitted('foer', today, otherLeader);
    await confirmed('hendes', 'a', nightsFrom(today, 30));
    expect((await oneStay(db, municipality, stay))?.transferFrom).toBe('foer');
    await admitted();
    expect((await undoAdmissionOf(db, leader, about('hendes'), why)).outcome).toBe('moved-here');
  });

  describe('is put back in the database, whatever the application asks it,', () => {
    const puts = (permit: Permit) =>
      asActor(db, permit, { kind: 'stay', id: stay }, async (tx) => {
        const { rows } = await sql<{ undone: boolean }>`select undo_admission(${stay}) as undone`.execute(tx);
        return rows[0]?.undone;
      });

    test('by nobody but the leader of its unit, and as long as the longest edition says', async () => {
      const longest = Math.max(...undoAdmissionEditions.map(({ hours }) => hours));
      await confirmed('hendes', 'a', nightsFrom(today, 30));
      await admitted();
      for (const permit of [otherLeader, municipality]) expect(await puts(permit)).toBe(false);
      const later = (hours: number) =>
        sql`update stay_event set recorded = recorded - make_interval(hours => ${hours}) where act = 'admit'`.execute(owner);
      await later(longest + 1);
      expect(await puts(leader)).toBe(false);
      await later(-1);
      expect(await puts(leader)).toBe(true);
    });

    test('not where she has left, or how it stood is not kept', async () => {
      await confirmed('hendes', 'a', nightsFrom(today, 30));
      await admitted();
      await sql`update stay_event set data = data - 'before' where act = 'admit'`.execute(owner);
      expect(await puts(leader)).toBe(false);
      expect((await undoAdmissionOf(db, leader, about('hendes'), why)).outcome).toBe('cannot');
      await dischargeFromStay(db, leader, about('hendes'), today, { destination: 'own-home', to: '' });
      expect(await puts(leader)).toBe(false);
    });
  });
});
