import { describe, expect, test } from 'vitest';
import { polishFor } from '../../test/count-tables.ts';
import { testActor, testPermit } from '../../test/actors.ts';
import { testDatabase } from '../../test/database.ts';
import { releaseTable } from '../../test/release-table.ts';
import { releaseHere } from '../compute/release.ts';
import { loadCall } from '../demo/load-call.ts';
import { call2019 } from '../domain/call/packages/2019-gravide.ts';
import { asId } from '../domain/id.ts';
import { municipalTable } from '../domain/call/municipal-table.ts';
import { nothingBeside } from '../domain/disclosure/beside.ts';
import { moveCall } from './call.ts';
import { compileEdition, makeEdition } from './call-report.ts';
import { asActor } from './database.ts';
import type { MakeRelease } from './release.ts';
import { enterRelease, readStanding } from './release-ledger.ts';

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
  test('is not decided by one who reads: before the edition is made he is told so, and nothing is entered', async () => {
    for (const step of ['answered', 'validated', 'reported'] as const) await moveCall(db, agency, call2019.id, step);
    for (const permit of [planner, { ...agency, permission: 'report:internal' }])
      expect(await compileEdition(db, permit, asked)).toEqual({ outcome: 'not-released', reasons: [{ reason: 'not-made' }] });
    expect(await owner.selectFrom('release').selectAll().execute()).toEqual([]);
  });

  test('is made by one who may, also when two do at the same time, and is then read by all', async () => {
    const both = await Promise.all([1, 2].map(() => makeEdition(db, agency, call2019, work)));
    expect(new Set(both.map((made) => made.outcome === 'released' && made.isNew))).toEqual(new Set([false, true]));
    const rows = await owner.selectFrom('release').select(['method', 'by_name']).execute();
    expect(rows).toEqual([{ method: 'report', by_name: agency.actor.name }]);
    expect((await compileEdition(db, planner, asked))?.outcome).toBe('written');
  });

  test('is refused with cell and attack where it would open a cell with the report, and is not entered', async () => {
    const refused = await releaseTable(db, agency, suppression('show'), work);
    expect(refused).toMatchObject({ outcome: 'refused', why: { reason: 'opened', attacker: 'plain', with: ['1'] } });
    expect((await owner.selectFrom('release').select('id').execute()).length).toBe(1);
  });

  test('is made around the report where it can be, and solved anew when something was released meanwhile', async () => {
    let solved = 0;
    const inBetween: unknown[] = [];
    const made = await releaseTable(db, agency, suppression('hide'), async (problem) => {
      solved += 1;
      const decided = await work(problem);
      // Another secretariat enters the same table in between.
      if (solved === 1) inBetween.push(await releaseTable(db, agency, suppression('hide'), work));
      return decided;
    });
    expect(inBetween).toMatchObject([{ outcome: 'released', isNew: true, insteadOf: { reason: 'opened', attacker: 'plain' } }]);
    expect([solved, made.outcome === 'released' && made.isNew]).toEqual([2, false]);
    expect((await owner.selectFrom('release').select('id').execute()).length).toBe(2);
  });
});

test('what is overtaken each time is not entered, and says so', async () => {
  const { db: other, owner: otherOwner } = await testDatabase();
  await loadCall(otherOwner);
  for (const step of ['answered', 'validated', 'reported'] as const) await moveCall(other, agency, call2019.id, step);
  let solved = 0;
  const overtaken = await releaseTable(other, agency, suppression('hide'), async (problem) => {
    if (problem.kind !== 'table') throw new Error('an edition');
    solved += 1;
    const { layout, counts } = problem.request.table;
    const entry = { matter: problem.request.matter, method: 'rounding', edition: 'x', terms: '{}', digest: String(solved) } as const;
    const by = { by_user: agency.actor.user, by_name: 'x', capacity: 'agency', organisation: 'x', organisation_name: 'x' } as never;
    // Somebody else is always a little earlier.
    await otherOwner
      .insertInto('release')
      .values({ ...entry, dimensions: '[]', cells: '[]', beside: 'null', recorded: agency.at, ...(by as object) } as never)
      .execute();
    return {
      kind: 'table',
      decision: {
        outcome: 'released',
        published: { layout, published: counts.map(() => null) },
        terms: { ...problem.request.terms, rounding: null },
        attacks: [],
        insteadOf: null,
      } as never,
    };
  });
  expect([overtaken, solved]).toEqual([{ outcome: 'ledger-changed' }, 4]);
  expect((await otherOwner.selectFrom('release').select('method').execute()).map(({ method }) => method)).toEqual(
    Array.from({ length: 4 }, () => 'rounding'),
  );
});

test('one who reads cannot enter an edition, whatever the program would do', async () => {
  const { db: other, owner: otherOwner } = await testDatabase();
  await loadCall(otherOwner);
  for (const step of ['answered', 'validated', 'reported'] as const) await moveCall(other, agency, call2019.id, step);
  const enteredBy = (permit: typeof planner): Promise<void> =>
    asActor(other, permit, { kind: 'list', id: null }, async (tx) => {
      const standing = await readStanding(tx, call2019);
      if (!standing) throw new Error('no call');
      const { layout, counts } = municipalTable(call2019, standing.answers);
      const terms = { threshold: 5, zeros: 'hide', protect: 'rule', rounding: null } as const;
      const published = { layout, published: counts.map(() => null) };
      await enterRelease(tx, permit, call2019, { kind: 'report', digest: 'x', edition: 'x', published, terms, beside: nothingBeside });
    });
  await expect(enteredBy(planner)).rejects.toMatchObject({ code: '42501' });
  await expect(enteredBy(agency)).resolves.toBeUndefined();
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
