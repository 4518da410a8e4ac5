import { describe, expect, test } from 'vitest';
import { testActor, testPermit } from '../../test/actors.ts';
import { testDatabase } from '../../test/database.ts';
import { loadCall } from '../demo/load-call.ts';
import { answers2019 } from '../domain/call/answers-2019.ts';
import { municipalTable } from '../domain/call/municipal-table.ts';
import { call2019 } from '../domain/call/packages/2019-gravide.ts';
import { finestCut } from '../domain/call/table-cut.ts';
import { cellAt } from '../domain/disclosure/count-table.ts';
import { quietSeconds } from '../domain/disclosure/release-job.ts';
import { asId } from '../domain/id.ts';
import { askForJob, askToStop, endJob, hearJob, readJob, readJobs } from './release-job.ts';

const { db, owner } = await testDatabase();
await loadCall(owner);
const agency = testPermit(testActor('agency', { municipality: null, region: null }), 'release:make');
const secretariatOf = (region: 'syddanmark' | 'nordjylland') =>
  testPermit(
    testActor('secretariat', { id: asId<'organisation'>(`sek-${region}`), municipality: null, region: asId<'region'>(region) }),
    'release:make',
  );
const [south, north] = [secretariatOf('syddanmark'), secretariatOf('nordjylland')];
const choices = { method: 'suppression', zeros: 'show', cut: finestCut } as const;
const ask = (id: string, permit = agency) => askForJob(db, permit, { id, call: call2019.id, choices });

describe('the work on a release', () => {
  test('is asked for once, and tells how far it is', async () => {
    expect([await ask('a'), await ask('a')]).toEqual([true, false]);
    await hearJob(db, agency.actor, { id: 'a', before: 2, progress: 0 });
    expect(await readJob(db, agency, 'a')).toMatchObject({ state: 'waiting', before: 2, byName: agency.actor.name, choices });
    await hearJob(db, agency.actor, { id: 'a', before: 0, progress: 0.5 });
    await hearJob(db, agency.actor, { id: 'a', before: 0, progress: 0.25 });
    expect(await readJob(db, agency, 'a')).toMatchObject({ state: 'working', progress: 0.5, outcome: null });
  });

  test('is heard of in the name of the one who asked for it, and of nobody else', async () => {
    for (const { actor } of [south, { actor: { ...agency.actor, role: 'planner' as const } }])
      await hearJob(db, actor, { id: 'a', before: 1, progress: 0.9 });
    expect(await readJob(db, agency, 'a')).toMatchObject({ before: 0, progress: 0.5 });
  });

  test('is stopped by the one who asked for it, and by nobody else', async () => {
    expect(await askToStop(db, south, 'a')).toBe(false);
    expect(await hearJob(db, agency.actor, { id: 'a', before: 0, progress: 0.5 })).toBe(false);
    expect(await askToStop(db, agency, 'a')).toBe(true);
    // The server that works on it is told.
    expect(await hearJob(db, agency.actor, { id: 'a', before: 0, progress: 0.5 })).toBe(true);
    await endJob(db, agency, 'a', { outcome: 'stopped' });
    expect(await readJob(db, agency, 'a')).toMatchObject({ state: 'stopped' });
    await endJob(db, agency, 'a', { outcome: 'broke' });
    expect((await readJob(db, agency, 'a', true))?.state).toBe('stopped');
  });

  test('whose server has fallen silent is interrupted, until it is heard again', async () => {
    await ask('b');
    await owner
      .updateTable('release_job')
      .set({ heard: new Date(Date.now() - 1000 * (quietSeconds + 5)).toISOString() as never })
      .where('id', '=', 'b')
      .execute();
    expect((await readJob(db, agency, 'b'))?.state).toBe('interrupted');
    // The process that works on it knows better than what it had time to say.
    expect((await readJob(db, agency, 'b', true))?.state).toBe('working');
    await hearJob(db, agency.actor, { id: 'b', before: 0, progress: 0 });
    expect((await readJob(db, agency, 'b'))?.state).toBe('working');
  });

  test('that was refused tells all by whom and by what, and the cell to those alone who may know its place', async () => {
    const table = municipalTable(call2019, answers2019);
    const [place] = table.layout.dimensions;
    const cell = cellAt(table.layout, [place?.codes.indexOf('0461') ?? 0, 1, 1]);
    await ask('c', north);
    const opened = { cell, low: 1, high: 1, insider: null };
    await endJob(db, north, 'c', {
      outcome: 'refused',
      why: { reason: 'opened', attacker: 'plain', opened, with: ['1'], knowing: ['D'] },
      table,
    });
    const read = await Promise.all([agency, south, north].map((permit) => readJob(db, permit, 'c')));
    expect(read.map((job) => job?.cell)).toEqual(['Odense, 2017, døgn', 'Odense, 2017, døgn', null]);
    for (const job of read) expect(job?.why).toEqual({ refusal: { reason: 'opened', attacker: 'plain', with: ['1'], knowing: ['D'] } });
    // The count is nowhere.
    const kept =
      JSON.stringify(await owner.selectFrom('release_job').selectAll().execute()) +
      JSON.stringify(await owner.selectFrom('release_job_cell').selectAll().execute());
    expect(kept).not.toMatch(/"(low|high)"/);
    expect((await readJobs(db, south)).map(({ id }) => id).toSorted()).toEqual(['a', 'b', 'c']);
  });

  test('that has ended keeps no cell of a later end', async () => {
    const table = municipalTable(call2019, answers2019);
    await ask('d');
    await endJob(db, agency, 'd', { outcome: 'stopped' });
    await endJob(db, agency, 'd', { outcome: 'refused', why: { reason: 'cannot-be-kept', attacker: 'plain', cell: 0 }, table });
    expect(await readJob(db, agency, 'd')).toMatchObject({ outcome: 'stopped', cell: null });
  });

  test('is not seen by those who do not release', async () => {
    const planner = testPermit(testActor('planner', { municipality: null, region: null }), 'report:public');
    expect([await readJobs(db, planner), await readJob(db, planner, 'c')]).toEqual([[], null]);
  });
});
