import { beforeEach, describe, expect, test } from 'vitest';
import { testActor } from '../../test/actors.ts';
import { testDatabase } from '../../test/database.ts';
import { addOrganisation } from '../../test/pathways.ts';
import { addMinutes } from '../domain/time.ts';
import { asId } from '../domain/id.ts';
import { databaseNow } from './database.ts';
import { closeSession, openSession, personas, sessionActor, userActor } from './session.ts';

const { db, owner } = await testDatabase();
const now = await databaseNow(owner);
const { organisation, user, role } = testActor('care-decider');
const employee = asId<'user'>('ansat');

await addOrganisation(owner, organisation);
await owner
  .insertInto('app_user')
  .values([
    { id: user, name: 'Persona', role, organisation: organisation.id, person: null, persona: 1 },
    { id: employee, name: 'Ansat', role, organisation: organisation.id, person: null, persona: null },
  ])
  .execute();
beforeEach(async () => {
  await owner.deleteFrom('session').execute();
});

const open = (digest: string, minutes: number): Promise<void> =>
  openSession(db, { digest, user: employee, opened: now, expires: addMinutes(now, minutes) });

describe('a session', () => {
  test('is found by its digest until it runs out or is closed', async () => {
    await open('aftryk', 10);

    expect((await sessionActor(db, 'aftryk', now))?.user).toBe(employee);
    expect(await sessionActor(db, 'et andet', now)).toBeNull();
    expect(await sessionActor(db, 'aftryk', addMinutes(now, 10))).toBeNull();
    await closeSession(db, 'aftryk');
    expect(await sessionActor(db, 'aftryk', now)).toBeNull();
  });

  test('that has run out is cleared away when somebody logs in, and no other', async () => {
    await open('gammel', -5);
    await open('stadig', 10);
    await open('ny', 10);

    const left = await owner.selectFrom('session').select('digest').orderBy('digest').execute();
    expect(left.map(({ digest }) => digest)).toEqual(['ny', 'stadig']);
  });

  test('is never listed by the application', async () => {
    await open('aftryk', 10);

    await expect(db.selectFrom('session').select('digest').execute()).rejects.toThrow(/permission denied/);
    await expect(db.deleteFrom('session').execute()).rejects.toThrow(/permission denied/);
  });
});

test('the login without proof knows the demonstration’s people and nobody else', async () => {
  expect((await personas(db)).map((actor) => actor.user)).toEqual([user]);
  expect((await userActor(db, user))?.name).toBe('Persona');
  expect(await userActor(db, employee)).toBeNull();
});
