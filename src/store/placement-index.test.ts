import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { testActor, testPermit } from '../../test/actors.ts';
import { testDatabase } from '../../test/database.ts';
import { addOrganisation, openTestPathways } from '../../test/pathways.ts';
import { needsOf, testFacility, testPlace, testUnit } from '../../test/provision.ts';
import { asId } from '../domain/id.ts';
import { candidatesIn, type NationalIndex } from '../domain/placement/national-index.ts';
import { searchCountry } from '../domain/placement/national-index-search.ts';
import { nightsFrom } from '../domain/placement/nights.ts';
import { addDays, danishDay, type Moment } from '../domain/time.ts';
import { databaseNow, openDatabase } from './database.ts';
import { holdForPathway } from './placement-hold.ts';
import type { HoldRequest } from './placement-hold-write.ts';
import { gatherUnitChanges, type HeldPlaces, holdPlaces } from './placement-index.ts';
import { type Listening, listenForPlaces } from './placement-listen.ts';
import { addFacility, loadCandidates } from './placement-provision.ts';

const { db, owner, applicationConfig } = await testDatabase();
const coordinator = testActor('coordinator');
const permit = testPermit(coordinator, 'place:hold');
const [lyng, mose] = [
  { ...testUnit([testPlace('a'), testPlace('b', ['shielded'])]), staffing: [] },
  testUnit([testPlace('c')], { id: asId<'unit'>('mose') }),
];
const women = Array.from({ length: 12 }, (_, index) => asId<'pathway'>(`kvinde-${index}`));
await addFacility(owner, testFacility, [lyng, mose]);
await addOrganisation(owner, coordinator.organisation);
await openTestPathways(db, permit, women);

let now: Moment;
let held: HeldPlaces;
let listening: Listening | null = null;
const said: string[] = [];
beforeEach(async () => {
  await sql`truncate stay cascade`.execute(owner);
  now = await databaseNow(owner);
  held = holdPlaces(db);
  said.length = 0;
});
afterEach(async () => {
  await listening?.stop();
  listening = null;
});

function request(index: number, differs: Partial<HoldRequest> = {}): HoldRequest {
  return {
    stay: asId<'stay'>(`ophold-${index}`),
    key: `tryk-${index}`,
    pathway: women[index] ?? asId<'pathway'>('ingen'),
    calledName: `Kvinde ${index}`,
    unit: mose.id,
    place: asId<'place'>('c'),
    needs: [],
    nights: nightsFrom(addDays(danishDay(now), 2), 30),
    mostMoves: 0,
    ...differs,
  };
}

function answerOf(index: NationalIndex, unit: string, at: Moment): string {
  const nights = nightsFrom(addDays(danishDay(now), 2), 30);
  const found = searchCountry(index, { needs: [], nights, home: null, at, without: null, looked: 9, steps: 9999 });
  return found.find(({ candidate }) => candidate.unit.id === unit)?.answer.outcome ?? 'no such unit';
}

async function within(milliseconds: number, holds: () => boolean): Promise<number> {
  const started = performance.now();
  while (!holds()) {
    if (performance.now() - started > milliseconds) throw new Error(`not within ${milliseconds} ms`);
    await new Promise((resume) => setTimeout(resume, 5));
  }
  return performance.now() - started;
}

async function asStored(): Promise<unknown> {
  return loadCandidates(db, addDays(danishDay(now), -1));
}

describe('the places that a process holds', () => {
  test('are those that are stored, also after every kind of change', async () => {
    const changes = [
      () => holdForPathway(db, permit, request(0)),
      () => sql`insert into closure (unit, place, from_day, reason) values ('lyng', 'a', '2031-01-01', 'maling')`.execute(owner),
      () => sql`update closure set to_day = '2031-02-01'`.execute(owner),
      () => sql`delete from closure`.execute(owner),
      () => sql`insert into place_property values ('a', 'step-free')`.execute(owner),
      () => sql`insert into unit_staffing (unit, from_day, women) values ('lyng', '2027-01-01', 1)`.execute(owner),
      () => sql`update unit_admission set youngest = 18 where unit = 'lyng'`.execute(owner),
      () => sql`insert into place_flexible values ('b', 3, 30)`.execute(owner),
      () => sql`insert into place_opened values ('b', '2027-01-01', '2027-02-01')`.execute(owner),
      () => sql`update room set name = 'Værelse 9' where unit = 'lyng'`.execute(owner),
      () => sql`update place set name = 'Plads 9' where id = 'c'`.execute(owner),
      () => sql`update unit_open set to_day = '2040-01-01' where unit = 'mose'`.execute(owner),
      () => sql`update unit set confirmed_by = 'Ny', confirmed_at = now() where id = 'mose'`.execute(owner),
      () => sql`update facility set town = 'Skagen'`.execute(owner),
      () => addFacility(owner, { ...testFacility, id: asId<'facility'>('ny') }, [testUnit([testPlace('n')], { id: asId<'unit'>('ny') })]),
      () => sql`delete from place_property where place = 'a'`.execute(owner),
      () => sql`delete from place_opened`.execute(owner),
      () => sql`delete from place_flexible`.execute(owner),
      () => sql`delete from unit_staffing`.execute(owner),
      () => sql`update stay set held_until = held_until + interval '1 minute'`.execute(owner),
      () => sql`update stay_part set place = place`.execute(owner).then(() => sql`update stay set status = 'released'`.execute(owner)),
      () => sql`truncate stay cascade`.execute(owner),
    ];
    expect(byUnit(candidatesIn(await held.asOf(db)))).toEqual(await asStored());
    for (const change of changes) {
      const before = held.held();
      await change();
      expect(byUnit(candidatesIn(await held.asOf(db)))).toEqual(await asStored());
      expect(held.held()).not.toBe(before);
    }
    const settled = held.held();
    expect(await held.asOf(db)).toBe(settled);
  });

  test('are the same when the changes of a unit have been gathered, and no version has changed', async () => {
    await held.asOf(db);
    await holdForPathway(db, permit, request(0));
    const index = await held.asOf(db);
    const versions = await owner.selectFrom('unit_version').selectAll().orderBy('unit').execute();
    await gatherUnitChanges(db);

    expect(await owner.selectFrom('unit_version').selectAll().orderBy('unit').execute()).toEqual(versions);
    expect((await sql`select from unit_change`.execute(owner)).rows).toHaveLength(versions.length);
    expect(await held.asOf(db)).toBe(index);
  });

  test('are not set back by one who reads the country as it was', async () => {
    const many = (): Promise<unknown> =>
      sql`insert into unit_change (unit) select 'u-' || n from generate_series(1, 201) as n`.execute(owner);
    await many();
    await held.asOf(db);
    await db
      .transaction()
      .setIsolationLevel('repeatable read')
      .execute(async (past) => {
        await many();
        await sql`select from unit`.execute(past);
        await many();
        await holdForPathway(db, permit, request(0));
        expect(answerOf(await held.asOf(db), 'mose', now)).toBe('cannot-come');

        await held.asOf(past);
        expect(answerOf(held.held(), 'mose', now)).toBe('cannot-come');
      });
    await sql`delete from unit_change where unit like 'u-%'`.execute(owner);
  });

  test('name nobody', async () => {
    await holdForPathway(db, permit, request(0, { calledName: 'Maja Sørensen' }));
    const text = JSON.stringify(candidatesIn(await held.asOf(db)));
    expect(text).toContain('ophold-0');
    expect(text).not.toContain('Maja');
    expect(text).not.toContain('kvinde-0');
  });

  test('are free again when a hold has run out, though nothing was written', async () => {
    await holdForPathway(db, permit, request(0));
    const index = await held.asOf(db);
    expect(answerOf(index, 'mose', now)).toBe('cannot-come');
    expect(answerOf(index, 'mose', `${addDays(danishDay(now), 1)}T12:00:00.000Z` as Moment)).toBe('can-come');
  });
});

describe('two processes', () => {
  test('tell each other of a hold and of its end within a second', async () => {
    listening = await listenForPlaces(db, applicationConfig, held, { tell: (sentence) => said.push(sentence), compareEvery: 600_000 });
    const other = openDatabase(applicationConfig, { size: 2 });
    try {
      expect(answerOf(held.held(), 'mose', now)).toBe('can-come');
      expect(await holdForPathway(other, permit, request(0))).toMatchObject({ outcome: 'held' });
      const seen = await within(1000, () => answerOf(held.held(), 'mose', now) === 'cannot-come');
      await sql`update stay set status = 'released'`.execute(owner);
      await within(1000, () => answerOf(held.held(), 'mose', now) === 'can-come');
      console.info(`a hold elsewhere was seen after ${Math.round(seen)} ms`);
    } finally {
      await other.destroy();
    }
  });

  test('find what was missed when the connection that listens was lost', async () => {
    listening = await listenForPlaces(db, applicationConfig, held, { tell: (sentence) => said.push(sentence), compareEvery: 600_000 });
    const killed = listening.connection();
    expect(killed).not.toBeNull();
    await sql`select pg_terminate_backend(${killed})`.execute(owner);
    await holdForPathway(db, permit, request(1));

    const seen = await within(1000, () => answerOf(held.held(), 'mose', now) === 'cannot-come');
    await within(1000, () => listening?.connection() !== null && listening?.connection() !== killed);
    await sql`update stay set status = 'released'`.execute(owner);
    await within(1000, () => answerOf(held.held(), 'mose', now) === 'can-come');
    console.info(`a hold made while nobody listened was seen after ${Math.round(seen)} ms`);
  });

  test('find by comparing now and then what a dead connection never told', async () => {
    listening = await listenForPlaces(db, applicationConfig, held, { tell: (sentence) => said.push(sentence), compareEvery: 100 });
    for (const table of ['stay', 'stay_part']) await sql`alter table ${sql.table(table)} disable trigger a_change_is_told`.execute(owner);
    try {
      await holdForPathway(db, permit, request(2));
      await sql`insert into unit_change (unit) values ('mose')`.execute(owner);
      expect(await within(1000, () => answerOf(held.held(), 'mose', now) === 'cannot-come')).toBeLessThan(1000);
    } finally {
      for (const table of ['stay', 'stay_part']) await sql`alter table ${sql.table(table)} enable trigger a_change_is_told`.execute(owner);
    }
  });

  test('promise nothing wrong from what is out of date: the database refuses the second hold', async () => {
    const stale = await held.asOf(db);
    expect(answerOf(stale, 'mose', now)).toBe('can-come');
    expect(await holdForPathway(db, permit, request(3))).toMatchObject({ outcome: 'held' });

    expect(answerOf(held.held(), 'mose', now)).toBe('can-come');
    expect(await holdForPathway(db, permit, request(4))).toMatchObject({ outcome: 'not-free' });
    expect(answerOf(await held.asOf(db), 'mose', now)).toBe('cannot-come');
  });

  test('do not wait for each other where they hold different places of one unit', async () => {
    await owner.transaction().execute(async (tx) => {
      await sql`update unit set confirmed_at = now() where id = 'mose'`.execute(tx);
      await sql`insert into closure (unit, place, from_day, reason) values ('lyng', 'a', '2031-01-01', 'maling')`.execute(tx);
      expect(
        await holdForPathway(db, permit, request(5, { unit: lyng.id, place: asId<'place'>('b'), nights: nightsFrom(danishDay(now), 9) })),
      ).toMatchObject({ outcome: 'held' });
      await sql`delete from closure`.execute(tx);
    });
    expect(byUnit(candidatesIn(await held.asOf(db)))).toEqual(await asStored());
  });

  test('are never left with a unit older than its version, whatever is changed while they read', async () => {
    await held.asOf(db);
    const storm = women.slice(7, 11).map(async (_, index) => {
      const nights = nightsFrom(addDays(danishDay(now), 40 + index * 40), 30);
      await holdForPathway(db, permit, request(7 + index, { nights, needs: needsOf() }));
    });
    const readers = Array.from({ length: 20 }, () => held.asOf(db));
    await Promise.all([...storm, ...readers, held.reload([mose.id]), held.reload([lyng.id, mose.id])]);

    expect(byUnit(candidatesIn(await held.asOf(db)))).toEqual(await asStored());
  });
});

function byUnit(candidates: ReturnType<typeof candidatesIn>): unknown {
  return candidates.toSorted((one, other) => (`${one.facility.id} ${one.unit.id}` < `${other.facility.id} ${other.unit.id}` ? -1 : 1));
}
