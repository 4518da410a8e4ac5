import { expect, test } from 'vitest';
import { testActor, testPermit } from '../../test/actors.ts';
import { testDatabase } from '../../test/database.ts';
import { asId } from '../domain/id.ts';
import { fictitiousCpr } from '../domain/person/cpr.ts';
import { day } from '../domain/time.ts';
import type { Actor } from '../domain/trail.ts';
import { asActor } from './database.ts';
import { openPathway, recordedBy } from './pathway.ts';
import { herDayOfBirth } from './placement-birth.ts';

const { db, owner } = await testDatabase();
const department = testActor('care-decider', { id: asId<'organisation'>('kom-0851'), name: 'Aalborg' });
const other = testActor('care-decider', { id: asId<'organisation'>('kom-0461'), name: 'Odense' });
const [known, unknown] = [asId<'pathway'>('kendt'), asId<'pathway'>('ukendt')];
const born = day('2009-06-01');

await owner
  .insertInto('organisation')
  .values([department, other].map(({ organisation }) => organisation))
  .execute();
await owner
  .insertInto('person')
  .values({ id: asId<'person'>('hun'), name: 'Hun (opdigtet)', cpr: fictitiousCpr(born, 7), invented: true })
  .execute();
for (const pathway of [known, unknown]) {
  const person = pathway === known ? asId<'person'>('hun') : null;
  const permit = testPermit(department, 'pathway:record');
  await asActor(db, permit, { kind: 'pathway', id: pathway }, (tx) =>
    openPathway(
      tx,
      pathway,
      {
        type: 'referral-registered',
        person,
        calledName: 'Hun (opdigtet)',
        municipality: asId<'municipality'>('0851'),
        concern: 'Har brug for hjælp',
        referrer: 'kom-0851',
      },
      [],
      recordedBy(permit, day('2026-11-22')),
    ),
  );
}

const asked = (actor: Actor, pathway: typeof known) =>
  asActor(db, testPermit(actor, 'pathway:read'), { kind: 'pathway', id: pathway }, (tx) => herDayOfBirth(tx, pathway));

test('those who take part in her pathway are told her day of birth where it is known, and nobody else is', async () => {
  expect(await asked(department, known)).toBe(born);
  expect(await asked(department, unknown)).toBeNull();
  expect(await asked(other, known)).toBeNull();
});
