import { sql } from 'kysely';
import pg from 'pg';
import { beforeEach, describe, expect, test } from 'vitest';
import { testActor, testPermit } from '../../test/actors.ts';
import { testDatabase } from '../../test/database.ts';
import { addOrganisation, openTestPathways } from '../../test/pathways.ts';
import { needsOf, taken, testFacility, testPlace, testUnit } from '../../test/provision.ts';
import { asId } from '../domain/id.ts';
import { nightsFrom } from '../domain/placement/nights.ts';
import { addDays, type Day, danishDay } from '../domain/time.ts';
import { databaseNow } from './database.ts';
import { holdForPathway } from './placement-hold.ts';
import type { HoldOutcome, HoldRequest } from './placement-hold-write.ts';
import { addFacility } from './placement-provision.ts';

const { db, owner, ownerConfig } = await testDatabase({ size: 60 });
const coordinator = testActor('coordinator');
const permit = testPermit(coordinator, 'place:hold');
const unit = testUnit([testPlace('sidste', ['mother-and-baby']), testPlace('anden', ['partner'])]);
const manyPlaces = Array.from({ length: 24 }, (_, index) => testPlace(`stue-${index}`));
const staffed = testUnit(manyPlaces, { id: asId<'unit'>('staffed'), name: 'Stuen' });
const women = Array.from({ length: 1000 }, (_, index) => asId<'pathway'>(`kapløb-${index}`));
await addFacility(owner, testFacility, [unit, staffed]);
await addOrganisation(owner, coordinator.organisation);
await openTestPathways(db, permit, women);

let today: Day;
beforeEach(async () => {
  await sql`truncate stay, stay_part, stay_leave, stay_event cascade`.execute(owner);
  today = danishDay(await databaseNow(owner));
});

function request(index: number, differs: Partial<HoldRequest> = {}): HoldRequest {
  return {
    stay: asId<'stay'>(`ophold-${index}`),
    key: `tryk-${index}`,
    pathway: women[index] ?? asId<'pathway'>('ingen'),
    calledName: `Kvinde ${index}`,
    unit: unit.id,
    place: asId<'place'>('sidste'),
    needs: needsOf('mother-and-baby'),
    nights: nightsFrom(addDays(today, 2), 30),
    mostMoves: 0,
    ...differs,
  };
}

async function promises(): Promise<number> {
  const row = await owner
    .selectFrom('stay_part')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('status', '=', 'held')
    .where('place', '=', asId<'place'>('sidste'))
    .executeTakeFirstOrThrow();
  return row.count;
}

describe('a thousand who ask for the last place at the same moment', () => {
  test('are one who gets it and 999 who are told when it is free again', async () => {
    const started = performance.now();
    const outcomes = await Promise.all(women.map((_, index) => holdForPathway(db, permit, request(index))));
    console.info(`1000 at once for one place: ${Math.round(performance.now() - started)} ms in all`);

    const winners = outcomes.filter(({ outcome }) => outcome === 'held');
    const others = outcomes.filter(({ outcome }) => outcome !== 'held');
    expect(winners).toHaveLength(1);
    expect(others).toHaveLength(999);
    for (const other of others)
      expect(other).toMatchObject({
        outcome: 'not-free',
        blocks: [{ kind: 'taken' }],
        next: { outcome: 'found', arrival: addDays(today, 32) },
      });
    expect(await promises()).toBe(1);
  });

  test('with different nights that overlap are still one, and those with other nights all get theirs', async () => {
    const overlapping = women.slice(0, 60).map((_, index) => request(index, { nights: nightsFrom(addDays(today, 10 + (index % 9)), 20) }));
    const apart = women.slice(60, 70).map((_, index) => request(60 + index, { nights: nightsFrom(addDays(today, 60 + index * 5), 5) }));

    const outcomes = await Promise.all([...overlapping, ...apart].map((one) => holdForPathway(db, permit, one)));

    expect(outcomes.slice(0, 60).filter(({ outcome }) => outcome === 'held')).toHaveLength(1);
    expect(outcomes.slice(60).every(({ outcome }) => outcome === 'held')).toBe(true);
  });

  test('are never two, though connections are killed in the middle', async () => {
    const killer = new pg.Client(ownerConfig);
    await killer.connect();
    let racing = true;
    const kills = (async (): Promise<number> => {
      let killed = 0;
      while (racing) {
        const { rowCount } = await killer.query(
          `select pg_terminate_backend(pid) from pg_stat_activity
            where datname = current_database() and usename = 'samlob_app' and state <> 'idle' and random() < 0.2`,
        );
        killed += rowCount ?? 0;
        await new Promise((resume) => setTimeout(resume, 4));
      }
      return killed;
    })();

    const outcomes = await Promise.allSettled(women.slice(0, 300).map((_, index) => holdForPathway(db, permit, request(index))));
    racing = false;
    const killed = await kills;
    await killer.end();

    expect(killed).toBeGreaterThan(0);
    const winners = outcomes.filter((settled) => settled.status === 'fulfilled' && settled.value.outcome === 'held');
    const inTheDatabase = await promises();
    expect(inTheDatabase).toBeLessThanOrEqual(1);
    expect(winners.length).toBeLessThanOrEqual(inTheDatabase);
    // Whoever was cut off can ask again and be told the truth.
    const again = await Promise.all(women.slice(0, 300).map((_, index) => holdForPathway(db, permit, request(index))));
    expect(again.filter(({ outcome }) => outcome === 'held')).toHaveLength(1);
    expect(await promises()).toBe(1);
  });
});

describe('in a unit that is staffed for fewer women than it has places', () => {
  beforeEach(() => sql`delete from unit_staffing where unit = ${staffed.id}`.execute(owner));

  const staffedFor = (women: number): Promise<unknown> =>
    sql`insert into unit_staffing (unit, from_day, women) values (${staffed.id}, ${today}::date, ${women})`.execute(owner);
  const onPlace = (index: number): HoldRequest =>
    request(index, { unit: staffed.id, needs: [], place: asId<'place'>(`stue-${index % 24}`) });
  const outcomesOf = async (asked: readonly HoldRequest[]): Promise<Readonly<Record<string, number>>> => {
    const counted: Record<string, number> = {};
    for (const { outcome } of await Promise.all(asked.map((one) => holdForPathway(db, permit, one))))
      counted[outcome] = (counted[outcome] ?? 0) + 1;
    return counted;
  };

  test('sixty who ask at once are as many as the staffing allows, and none is told that too many are at it', async () => {
    await staffedFor(15);

    const counted = await outcomesOf(Array.from({ length: 60 }, (_, index) => onPlace(index)));

    expect(counted.held).toBe(15);
    expect(counted.busy).toBeUndefined();
    expect((counted.understaffed ?? 0) + (counted['not-free'] ?? 0)).toBe(45);
  });

  test('two who wait for different places while the leader limits the staffing to one are one', async () => {
    const before = new pg.Client(ownerConfig);
    await before.connect();
    await before.query('begin');
    await before.query("select from place where id in ('stue-0', 'stue-1') for update");
    const both = outcomesOf([onPlace(0), onPlace(1)]);
    await expect
      .poll(async () => {
        const { rows } = await sql<{ waiting: number }>`select count(*)::integer as waiting from pg_stat_activity
          where datname = current_database() and wait_event_type = 'Lock'`.execute(owner);
        return rows[0]?.waiting;
      })
      .toBe(2);
    await staffedFor(1);
    await before.query('commit');
    await before.end();

    expect(await both).toEqual({ held: 1, understaffed: 1 });
  });
});

test('one form sent twenty times at once holds one place once', async () => {
  const outcomes = await Promise.all(
    Array.from({ length: 20 }, (_, index) => holdForPathway(db, permit, request(0, { stay: asId<'stay'>(`dobbelt-${index}`) }))),
  );

  expect(new Set(outcomes.map((outcome) => (outcome.outcome === 'held' ? outcome.stay : outcome.outcome))).size).toBe(1);
  expect(await promises()).toBe(1);
});

test('two places held for one woman at the same moment are one: the other is told of the first', async () => {
  const both: readonly HoldOutcome[] = await Promise.all([
    holdForPathway(db, permit, request(0, { needs: [] })),
    holdForPathway(db, permit, request(0, { needs: [], stay: asId<'stay'>('b'), key: 'b', place: asId<'place'>('anden') })),
  ]);

  expect(both.map(({ outcome }) => outcome).toSorted()).toEqual(['held', 'holds-another']);
});

test('the database itself refuses a second promise of a night, whatever the program does', async () => {
  await holdForPathway(db, permit, request(0));
  const { nights } = taken('sidste', addDays(today, 31), addDays(today, 40));
  const second = owner.transaction().execute(async (tx) => {
    await sql`insert into stay (id, pathway, called_name, unit, arrival, departure, status, held_until, needs, held_by, held_by_name, held_for,
        held_for_name, request_key)
      select 'snyd', ${women[1]}, called_name, unit, ${nights.arrival}::date, ${nights.departure}::date, status, held_until, needs, held_by,
        held_by_name, held_for, held_for_name, 'snyd' from stay`.execute(tx);
    await sql`insert into stay_part (stay, unit, status, place, arrival, departure)
      select id, unit, status, 'sidste', arrival, departure from stay where id = 'snyd'`.execute(tx);
  });

  await expect(second).rejects.toThrow(/no_two_on_one_place_any_night/);
});
