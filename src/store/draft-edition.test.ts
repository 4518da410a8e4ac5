import { expect, test } from 'vitest';
import { testActor, testPermit } from '../../test/actors.ts';
import { testDatabase } from '../../test/database.ts';
import { releaseHere } from '../compute/release.ts';
import { loadCall } from '../demo/load-call.ts';
import { call2019 } from '../domain/call/packages/2019-gravide.ts';
import { moveCall } from './call.ts';
import { compileEdition, makeEdition } from './call-report.ts';

const { db, owner } = await testDatabase();
await loadCall(owner);
const agency = testPermit(testActor('agency', { municipality: null, region: null }), 'report:internal');
const asked = { call: call2019, place: 'danmark', edition: 'public' } as const;

type Made = Awaited<ReturnType<typeof compileEdition>>;
const valuesOf = (made: Made): unknown => made?.outcome === 'written' && made.report.figures.map(({ id, value }) => [id, value]);

/** The blocks that list what the edition prints, and what is printed elsewhere. */
function printedIn(made: Made): readonly unknown[] {
  const blocks: readonly { readonly type: string; readonly id?: string }[] = made?.outcome === 'written' ? made.report.blocks : [];
  const at = blocks.findIndex(({ id }) => id === 'trykte-tal');
  return blocks.slice(at + 1, at + 5);
}

test('a draft that no release would come of says so, and shows no number', async () => {
  const refused = await compileEdition(db, agency, asked, () =>
    Promise.resolve({ kind: 'edition', decision: { outcome: 'refused', why: { reason: 'contradicts-ledger' } } }),
  );
  expect(JSON.stringify(refused)).toContain('Som svarene er nu, kan den offentlige udgave ikke udgives');
  const figures = refused?.outcome === 'written' ? refused.report.figures : [];
  expect(figures.length).toBeGreaterThan(0);
  for (const { value } of figures) expect(value).toEqual({ suppressed: true });
  expect(JSON.stringify(printedIn(refused))).toContain('Udgaven trykker ingen tal: alle er skjult.');
});

test('a draft that is tried shows and hides what the release then does, and says what its own rule would have shown', async () => {
  const byRule = await compileEdition(db, agency, asked);
  expect(JSON.stringify(byRule)).toContain('udgivelsen kan skjule flere tal, end der er skjult her');
  const tried = await compileEdition(db, agency, asked, releaseHere());
  expect(JSON.stringify(tried)).toContain('fordi nogen ellers kunne regne et lille tal ud: alle tal for 2017');
  expect(valuesOf(tried)).not.toEqual(valuesOf(byRule));
  expect(await owner.selectFrom('release').select('id').execute()).toEqual([]);

  for (const step of ['answered', 'validated', 'reported'] as const) await moveCall(db, agency, call2019.id, step);
  expect((await makeEdition(db, { ...agency, permission: 'release:make' }, call2019, releaseHere())).outcome).toBe('released');
  const released = await compileEdition(db, agency, asked, () => Promise.reject(new Error('what is released is not tried again')));
  expect(valuesOf(tried)).toEqual(valuesOf(released));
  expect(JSON.stringify(released)).not.toMatch(/udkast/i);
  // What is printed, and what of the hidden is printed elsewhere, is the same before and after: from documents that all can read.
  expect(printedIn(tried)).toEqual(printedIn(released));
  expect(JSON.stringify(printedIn(released))).toContain('2018 og 2019');
  expect(JSON.stringify(printedIn(released))).toMatch(
    /er ingen hemmelighed.*Afrapportering.*Heraf døgnbehandling, Region Syddanmark: 2017, 2018 og 2019/,
  );
});
