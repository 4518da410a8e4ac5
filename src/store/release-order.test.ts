import { describe, expect, test } from 'vitest';
import { polishFor } from '../../test/count-tables.ts';
import { testActor, testPermit } from '../../test/actors.ts';
import { testDatabase } from '../../test/database.ts';
import { releaseHere } from '../compute/release.ts';
import { loadCall } from '../demo/load-call.ts';
import { call2019 } from '../domain/call/packages/2019-gravide.ts';
import { asId } from '../domain/id.ts';
import { moveCall } from './call.ts';
import { compileEdition } from './call-report.ts';
import { asActor } from './database.ts';
import { type MakeRelease, releaseMunicipalTable } from './release.ts';

const { db, owner } = await testDatabase();
await loadCall(owner);
const work = releaseHere(() => 'go on', polishFor(3));
const nowhere = { municipality: null, region: null };
const agency = testPermit(testActor('agency', nowhere), 'release:make');
const planner = testPermit(testActor('planner', nowhere), 'report:public');
const asked = { call: call2019, place: 'syddanmark', edition: 'public' } as const;

const suppression = (zeros: 'show' | 'hide'): MakeRelease => ({
  call: call2019,
  method: 'suppression',
  terms: { threshold: 5, zeros, protect: 'exact' },
  base: 5,
  seconds: 20,
});

describe('a table after the report', () => {
  test('makes the report a release first, by whoever opens it, also when two do at the same time', async () => {
    for (const step of ['answered', 'validated', 'reported'] as const) await moveCall(db, agency, call2019.id, step);
    const both = await Promise.all([1, 2].map(() => compileEdition(db, planner, asked, work)));
    expect(both.map((made) => made?.outcome)).toEqual(['written', 'written']);
    const rows = await owner.selectFrom('release').select(['method', 'by_name']).execute();
    expect(rows).toEqual([{ method: 'report', by_name: planner.actor.name }]);
  });

  test('is refused with cell and attack where it would open a cell with the report, and is not entered', async () => {
    const refused = await releaseMunicipalTable(db, agency, suppression('show'), work);
    expect(refused).toMatchObject({ outcome: 'refused', why: { reason: 'opened', attacker: 'plain', with: ['1'] } });
    expect((await owner.selectFrom('release').select('id').execute()).length).toBe(1);
  });

  test('is made around the report where it can be, and solved anew when something was released meanwhile', async () => {
    let solved = 0;
    const inBetween: unknown[] = [];
    const made = await releaseMunicipalTable(db, agency, suppression('hide'), async (problem) => {
      solved += 1;
      const decided = await work(problem);
      // Another secretariat enters the same table in between.
      if (solved === 1) inBetween.push(await releaseMunicipalTable(db, agency, suppression('hide'), work));
      return decided;
    });
    expect(inBetween).toMatchObject([{ outcome: 'released', isNew: true, insteadOf: { reason: 'opened', attacker: 'plain' } }]);
    expect([solved, made.outcome === 'released' && made.isNew]).toEqual([2, false]);
    expect((await owner.selectFrom('release').select('id').execute()).length).toBe(2);
  });
});

test('nobody can enter an edition for a call that he does not compile, or a table without the right to', async () => {
  const about = { kind: 'list', id: null } as const;
  const row = {
    matter: 'call/another',
    edition: 'x',
    terms: '{}',
    digest: 'x',
    dimensions: '[]',
    cells: '[]',
    beside: 'null',
    recorded: planner.at,
    by_user: planner.actor.user,
    by_name: planner.actor.name,
    capacity: planner.actor.role,
    organisation: planner.actor.organisation.id,
    organisation_name: planner.actor.organisation.name,
  };
  for (const method of ['report', 'rounding'] as const)
    await expect(
      asActor(db, planner, about, (tx) =>
        tx
          .insertInto('release')
          .values({ ...row, method })
          .execute(),
      ),
    ).rejects.toMatchObject({
      code: '42501',
    });
  const woman = testPermit(testActor('woman', { municipality: asId<'municipality'>('0461'), region: null }), 'pathway:own');
  expect(await asActor(db, woman, about, (tx) => tx.selectFrom('release').selectAll().execute())).toEqual([]);
});
