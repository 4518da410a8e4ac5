/** Leaders as they are kept: a form that is sent again, two houses at the same moment, and until when one is told that she was named. */
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { testActor, testPermit } from '../../test/actors.ts';
import { testDatabase } from '../../test/database.ts';
import { addOrganisation } from '../../test/pathways.ts';
import { testFacility } from '../../test/provision.ts';
import { asId, type Id } from '../domain/id.ts';
import { addDays, addMinutes, danishDay, startOfDanishDay } from '../domain/time.ts';
import type { Actor } from '../domain/trail.ts';
import { asActor, databaseNow } from './database.ts';
import { endLeaderOf, namedLately, type NamedLately, nameLeaderOf } from './facility-leaders.ts';
import { addFacility } from './placement-provision.ts';
import { personas } from './session.ts';

const { db, owner } = await testDatabase();
const houses = ['hus-a', 'hus-b'].map((id) => asId<'facility'>(id));
const leaders = houses.map((facility) =>
  testActor('unit-leader', { id: asId<'organisation'>(`dt-${facility}`), kind: 'facility', facility }),
);
const [house, elsewhere] = houses as [Id<'facility'>, Id<'facility'>];
const [leader, stranger] = leaders as [Actor, Actor];
for (const facility of houses) await addFacility(owner, { ...testFacility, id: facility, name: facility }, []);
for (const [index, { user, name, role, organisation }] of leaders.entries()) {
  await addOrganisation(owner, organisation);
  await owner
    .insertInto('app_user')
    .values({ id: asId<'user'>(`${user}-${index}`), name, role, organisation: organisation.id, person: null, persona: index + 1 })
    .execute();
}

const naming = (user: string, name: string, by = leader, facility = house): ReturnType<typeof nameLeaderOf> =>
  nameLeaderOf(db, testPermit(by, 'leader:name'), facility, asId<'user'>(user), name);

describe('a leader', () => {
  test('who was ended is not named again by the form that is sent again, and is told so', async () => {
    expect(await naming('ib', 'Ib Havn')).toEqual({ outcome: 'named', name: 'Ib Havn' });
    expect(await naming('ib', 'Ib Havn')).toEqual({ outcome: 'named', name: 'Ib Havn' });
    await endLeaderOf(db, testPermit(leader, 'leader:name'), house, asId<'user'>('ib'), false);
    expect(await naming('ib', 'Ib Havn')).toEqual({ outcome: 'ended-since', name: 'Ib Havn' });
    const events = await owner.selectFrom('facility_event').select('type').where('facility', '=', house).orderBy('sequence').execute();
    expect(events.map(({ type }) => type)).toEqual(['leader-named', 'leader-ended']);
  });

  test('is not named under the id of one elsewhere', async () => {
    expect((await naming('fremmed', 'Eva Strand', stranger, elsewhere)).outcome).toBe('named');
    expect(await naming('fremmed', 'Ib Havn')).toEqual({ outcome: 'not-yours' });
    const { name } = await owner.selectFrom('app_user').select('name').where('id', '=', asId<'user'>('fremmed')).executeTakeFirstOrThrow();
    expect(name).toBe('Eva Strand');
  });

  test('has a number of the own, also where two houses name at the same moment', async () => {
    const each = Array.from({ length: 12 }, (_, index) => index);
    const done = await Promise.all(
      each.map((index) => (index % 2 ? naming(`ny-${index}`, `Ny ${index}`) : naming(`ny-${index}`, `Ny ${index}`, stranger, elsewhere))),
    );
    expect(done.map(({ outcome }) => outcome)).toEqual(each.map(() => 'named'));
    const numbers = await owner.selectFrom('app_user').select('persona').execute();
    expect(new Set(numbers.map(({ persona }) => persona)).size).toBe(numbers.length);
  });

  test('stands at login as named here, and those who were there from the start do not, whatever their ids are', async () => {
    await owner
      .insertInto('app_user')
      .values({
        id: asId<'user'>('leder-fra-start'),
        name: 'X',
        role: 'unit-leader',
        organisation: leader.organisation.id,
        person: null,
        persona: 99,
      })
      .execute();
    const named = (await personas(db)).filter(({ isNamedHere }) => isNamedHere).map(({ user }) => user);
    expect(named).toContain('fremmed');
    expect(named).not.toContain('leder-fra-start');
  });
});

describe('one who was named', () => {
  const told = (actor: Actor): Promise<NamedLately | null> =>
    asActor(db, testPermit(actor, 'pathway:read'), { kind: 'list', id: null }, (tx) => namedLately(tx, actor));

  test('is told so to the end of the fourteenth Danish day, and nobody else is', async () => {
    const una: Actor = { ...leader, user: asId<'user'>('una') };
    await naming('una', 'Una Vig');
    expect(await told(una)).toMatchObject({ facility: house, byName: leader.name });
    expect(await told(leader)).toBeNull();
    expect(await told(testActor('care-decider'))).toBeNull();
    const midnight = startOfDanishDay(addDays(danishDay(await databaseNow(owner)), -14));
    for (const [at, isTold] of [
      [midnight, true],
      [addMinutes(midnight, -1), false],
    ] as const) {
      await sql`update facility_event set recorded = ${at} where change ->> 'user' = 'una'`.execute(owner);
      expect((await told(una)) !== null).toBe(isTold);
    }
  });
});
