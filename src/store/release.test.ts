import { describe, expect, test } from 'vitest';
import { polishFor } from '../../test/count-tables.ts';
import { testActor, testPermit } from '../../test/actors.ts';
import { testDatabase } from '../../test/database.ts';
import { releaseTable } from '../../test/release-table.ts';
import { releaseHere } from '../compute/release.ts';
import { loadCall } from '../demo/load-call.ts';
import { call2019 } from '../domain/call/packages/2019-gravide.ts';
import { isSmall } from '../domain/disclosure/terms.ts';
import { moveCall } from './call.ts';
import { compileEdition, makeEdition } from './call-report.ts';
import { asActor } from './database.ts';
import type { MakeRelease } from './release.ts';

const { db, owner } = await testDatabase();
await loadCall(owner);
const work = releaseHere(() => 'go on', polishFor(3));
const nowhere = { municipality: null, region: null };
const agency = testPermit(testActor('agency', nowhere), 'release:make');
const planner = testPermit(testActor('planner', nowhere), 'call:read');

const make = (method: MakeRelease['method']): MakeRelease => ({
  call: call2019,
  method,
  terms: { threshold: 5, zeros: 'hide', protect: 'exact' },
  base: 5,
  seconds: 20,
});

function printed(made: Awaited<ReturnType<typeof compileEdition>>): readonly number[] {
  if (made?.outcome !== 'written') throw new Error('there is no report');
  return made.report.figures.flatMap(({ value }) => (typeof value === 'number' ? [value] : []));
}

describe('the table of a call by municipality', () => {
  test('is not released before the call is reported', async () => {
    expect(await releaseTable(db, agency, make('rounding'), work)).toEqual({ outcome: 'not-reported' });
  });

  test('is refused, and not entered, when only the small counts are hidden', async () => {
    for (const step of ['answered', 'validated', 'reported'] as const) await moveCall(db, agency, call2019.id, step);
    const refused = await releaseTable(db, agency, make('primary-only'), work);
    expect(refused).toMatchObject({ outcome: 'refused', why: { reason: 'opened', attacker: 'plain' } });
    expect(await owner.selectFrom('release').selectAll().execute()).toEqual([]);
  });

  test('is released once, also when two ask at the same time, and is the same for ever', async () => {
    const both = await Promise.all([1, 2].map(() => releaseTable(db, agency, make('rounding'), work)));
    const [first, second] = both.map((made) => (made.outcome === 'released' ? made : null));
    expect(new Set([first?.isNew, second?.isNew])).toEqual(new Set([false, true]));
    expect(second?.release.table.published).toEqual(first?.release.table.published);
    expect((await owner.selectFrom('release').selectAll().execute()).length).toBe(1);
    for (const value of first?.release.table.published ?? []) expect(value !== null && isSmall(value, { threshold: 5 })).toBe(false);
  });

  test('is the law for the report that comes after it: the edition prints nothing that opens a cell with it, and stands', async () => {
    const asked = { call: call2019, place: 'syddanmark', edition: 'public' } as const;
    const reader = { ...planner, permission: 'report:public' };
    expect((await makeEdition(db, agency, call2019, work)).outcome).toBe('released');
    const first = await compileEdition(db, reader, asked);
    expect(first?.outcome).toBe('written');
    const stands = await makeEdition(db, agency, call2019, () => Promise.reject(new Error('nothing is left to solve')));
    expect(stands).toMatchObject({ outcome: 'released', isNew: false });
    const again = await compileEdition(db, reader, asked);
    const figuresOf = (made: typeof first): unknown => made?.outcome === 'written' && made.report.figures;
    expect(figuresOf(again)).toEqual(figuresOf(first));
    const rows = await owner.selectFrom('release').select(['method', 'by_user']).orderBy('id').execute();
    expect(rows.map(({ method }) => method)).toEqual(['rounding', 'report']);
    expect(rows[1]?.by_user).toBe(agency.actor.user);
    for (const value of printed(first)) expect(isSmall(value, { threshold: 5 })).toBe(false);
  });

  test('can be read by all who work with the call, without its fingerprint', async () => {
    const rows = await asActor(db, planner, { kind: 'list', id: null }, (tx) =>
      tx.selectFrom('released').selectAll().orderBy('id').execute(),
    );
    expect(rows.map(({ matter, method }) => [matter, method])).toEqual([
      ['call/2019-gravide', 'rounding'],
      ['call/2019-gravide', 'report'],
    ]);
    expect(await asActor(db, planner, { kind: 'list', id: null }, (tx) => tx.selectFrom('release').select('digest').execute())).toEqual([]);
  });

  test('is never changed or taken back', async () => {
    const change = asActor(db, agency, { kind: 'list', id: null }, (tx) => tx.deleteFrom('release').execute());
    await expect(change).rejects.toMatchObject({ code: '42501' });
  });
});
