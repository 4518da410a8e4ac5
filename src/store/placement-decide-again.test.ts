/**
 * A hold is decided from what was read before the lock. Where that has changed when the lock is had, it is decided again: shown with two
 * connections, the second of which changes what the first has read while it waits. The database's own rule knows nothing of closures, staffing
 * and properties, so nothing but the second decision keeps a wrong hold out.
 */
import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { testActor, testPermit } from '../../test/actors.ts';
import { testDatabase } from '../../test/database.ts';
import { addOrganisation, openTestPathways } from '../../test/pathways.ts';
import { needsOf, testFacility, testPlace, testUnit } from '../../test/provision.ts';
import { asId, type Id } from '../domain/id.ts';
import { nightsFrom } from '../domain/placement/nights.ts';
import { addDays, type Day, danishDay } from '../domain/time.ts';
import { databaseNow, type Transaction } from './database.ts';
import { holdForPathway } from './placement-hold.ts';
import type { HoldOutcome } from './placement-hold-write.ts';
import { addFacility } from './placement-provision.ts';

const { db, owner } = await testDatabase();
const permit = testPermit(testActor('care-decider'), 'place:hold');
await addOrganisation(owner, permit.actor.organisation);

let number = 0;
let today: Day;
let hers: Id<'pathway'>;
let unit: ReturnType<typeof testUnit>;
beforeEach(async () => {
  number += 1;
  today = danishDay(await databaseNow(owner));
  const [a, b] = ['a', 'b'].map((name) => testPlace(`${name}${number}`, ['mother-and-baby']));
  unit = testUnit(a && b ? [a, b] : [], { id: asId<'unit'>(`enhed-${number}`), facility: asId<'facility'>(`hus-${number}`) });
  await addFacility(owner, { ...testFacility, id: unit.facility }, [unit]);
  hers = asId<'pathway'>(`hendes-${number}`);
  await openTestPathways(db, permit, [hers]);
});

const hold = (stay: string, pathway: Id<'pathway'>, place: string, from: Day, nights: number, mostMoves = 0): Promise<HoldOutcome> =>
  holdForPathway(db, permit, {
    stay: asId<'stay'>(`${stay}-${number}`),
    key: stay,
    pathway,
    calledName: stay,
    unit: unit.id,
    place: asId<'place'>(`${place}${number}`),
    needs: needsOf('mother-and-baby'),
    nights: nightsFrom(from, nights),
    mostMoves,
  });

/** Holds while another connection has the places, and lets it change something once the hold has been decided and waits for them. */
async function whileItWaits(asked: () => Promise<HoldOutcome>, change: (tx: Transaction) => Promise<unknown>): Promise<HoldOutcome> {
  let holding: Promise<HoldOutcome> | undefined;
  await owner.transaction().execute(async (tx) => {
    await sql`select from place where unit = ${unit.id} for update`.execute(tx);
    holding = asked();
    await waiting();
    await change(tx);
  });
  if (!holding) throw new Error('nothing was asked');
  return holding;
}

/** Until a connection of this database waits for a lock: it has read, and decided. Throws when none does within two seconds. */
async function waiting(): Promise<void> {
  for (let turn = 0; turn < 100; turn += 1) {
    const { rows } = await sql<{ waits: boolean }>`select exists (select from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock' and query like '%lock_place%') as waits`.execute(owner);
    if (rows[0]?.waits === true) return;
    await new Promise((resume) => setTimeout(resume, 20));
  }
  throw new Error('nobody waits for the place');
}

const close = (place: string) => (tx: Transaction) =>
  sql`insert into closure (unit, place, from_day, reason) values (${unit.id}, ${`${place}${number}`}, ${today}, 'vandskade')`.execute(tx);

async function stayOf(pathway: Id<'pathway'>): Promise<number> {
  return (await owner.selectFrom('stay').select('id').where('pathway', '=', pathway).execute()).length;
}

describe('a hold that was decided before its place was locked is decided again', () => {
  test('where the place was closed meanwhile: it is not free', async () => {
    expect(await whileItWaits(() => hold('hun', hers, 'a', today, 20), close('a'))).toMatchObject({
      outcome: 'not-free',
      next: { outcome: 'same-day' },
    });
    expect(await stayOf(hers)).toBe(0);
  });

  test('where the place lost what she needs: it lacks it', async () => {
    const remove = (tx: Transaction): Promise<unknown> => sql`delete from place_property where place = ${`a${number}`}`.execute(tx);
    expect(await whileItWaits(() => hold('hun', hers, 'a', today, 20), remove)).toEqual({
      outcome: 'lacks',
      properties: ['mother-and-baby'],
    });
    expect(await stayOf(hers)).toBe(0);
  });

  test('where the unit is staffed for nobody any more: it is understaffed', async () => {
    const limit = (tx: Transaction): Promise<unknown> =>
      sql`insert into unit_staffing (unit, from_day, women) values (${unit.id}, ${today}, 0)`.execute(tx);
    expect((await whileItWaits(() => hold('hun', hers, 'a', today, 20), limit)).outcome).toBe('understaffed');
    expect(await stayOf(hers)).toBe(0);
  });

  test('where it was to move another to a place that was closed meanwhile: nobody is moved', async () => {
    const [first, second] = [asId<'pathway'>(`foerste-${number}`), asId<'pathway'>(`anden-${number}`)];
    await openTestPathways(db, permit, [first, second]);
    expect((await hold('foerste', first, 'a', addDays(today, 5), 5)).outcome).toBe('held');
    expect((await hold('anden', second, 'b', addDays(today, 11), 3)).outcome).toBe('held');
    // All of her nights fit on one place when the other's five are moved to the second.
    expect((await whileItWaits(() => hold('hun', hers, 'a', today, 15, 1), close('b'))).outcome).toBe('not-free');
    expect(await stayOf(hers)).toBe(0);
    const moved = await owner.selectFrom('stay_event').select('stay').where('act', '=', 'change-place').execute();
    expect(moved).toEqual([]);
  });

  test('and is held where nothing that concerns it has changed', async () => {
    expect((await whileItWaits(() => hold('hun', hers, 'a', today, 20), close('b'))).outcome).toBe('held');
    expect(await stayOf(hers)).toBe(1);
  });
});
