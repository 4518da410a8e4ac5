import { describe, expect, test } from 'vitest';
import { polishFor } from '../../test/count-tables.ts';
import { testActor, testPermit } from '../../test/actors.ts';
import { testDatabase } from '../../test/database.ts';
import { loadSolver } from '../compute/solver.ts';
import { loadCall } from '../demo/load-call.ts';
import { call2019 } from '../domain/call/packages/2019-gravide.ts';
import { isSmall } from '../domain/disclosure/terms.ts';
import { moveCall } from './call.ts';
import { asActor } from './database.ts';
import { type MakeRelease, releaseMunicipalTable } from './release.ts';

const { db, owner } = await testDatabase();
await loadCall(owner);
const solver = await loadSolver();
const nowhere = { municipality: null, region: null };
const agency = testPermit(testActor('agency', nowhere), 'release:make');
const planner = testPermit(testActor('planner', nowhere), 'call:read');

const make = (method: MakeRelease['method']): MakeRelease => ({
  call: call2019,
  method,
  terms: { threshold: 5, zeros: 'hide', protect: 'exact' },
  base: 5,
  seconds: 20,
  mayPolish: polishFor(3),
});

describe('the table of a call by municipality', () => {
  test('is not released before the call is reported', async () => {
    expect(await releaseMunicipalTable(db, agency, make('rounding'), solver)).toEqual({ outcome: 'not-reported' });
  });

  test('is refused, and not entered, when only the small counts are hidden', async () => {
    for (const step of ['answered', 'validated', 'reported'] as const) await moveCall(db, agency, call2019.id, step);
    const refused = await releaseMunicipalTable(db, agency, make('primary-only'), solver);
    expect(refused).toMatchObject({ outcome: 'refused', why: { reason: 'opened', attacker: 'plain' } });
    expect(await owner.selectFrom('release').selectAll().execute()).toEqual([]);
  });

  test('is released once, also when two ask at the same time, and is the same for ever', async () => {
    const both = await Promise.all([1, 2].map(() => releaseMunicipalTable(db, agency, make('rounding'), solver)));
    const [first, second] = both.map((made) => (made.outcome === 'released' ? made : null));
    expect(new Set([first?.isNew, second?.isNew])).toEqual(new Set([false, true]));
    expect(second?.release.table.published).toEqual(first?.release.table.published);
    expect((await owner.selectFrom('release').selectAll().execute()).length).toBe(1);
    for (const value of first?.release.table.published ?? []) expect(value !== null && isSmall(value, { threshold: 5 })).toBe(false);
  });

  test('can be read by all who work with the call, without its fingerprint', async () => {
    const rows = await asActor(db, planner, { kind: 'list', id: null }, (tx) => tx.selectFrom('released').selectAll().execute());
    expect(rows.map(({ matter, method }) => [matter, method])).toEqual([['call/2019-gravide', 'rounding']]);
    expect(await asActor(db, planner, { kind: 'list', id: null }, (tx) => tx.selectFrom('release').select('digest').execute())).toEqual([]);
  });

  test('is never changed or taken back', async () => {
    const change = asActor(db, agency, { kind: 'list', id: null }, (tx) => tx.deleteFrom('release').execute());
    await expect(change).rejects.toMatchObject({ code: '42501' });
  });
});
