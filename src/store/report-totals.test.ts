import { expect, test } from 'vitest';
import { testActor, testPermit } from '../../test/actors.ts';
import { testDatabase } from '../../test/database.ts';
import { loadCall } from '../demo/load-call.ts';
import { call2019 } from '../domain/call/packages/2019-gravide.ts';
import { asId } from '../domain/id.ts';
import { compileEdition } from './call-report.ts';

const { db, owner } = await testDatabase();
await loadCall(owner);
const preview = testPermit(testActor('agency', { municipality: null, region: null }), 'report:internal');

type Counts = readonly [any: number, residential: number];

/** What the public edition of the whole country prints of 2019 when one municipality of each region answers all of that region’s women. */
async function printed2019(regions: Readonly<Record<string, Counts>>): Promise<Readonly<Record<string, unknown>>> {
  for (const [region, [any, residential]] of Object.entries(regions)) {
    const [first, ...others] = await owner
      .selectFrom('call_answer')
      .select('municipality')
      .where('region', '=', asId<'region'>(region))
      .orderBy('municipality')
      .execute();
    if (!first) throw new Error(`no municipality in ${region}`);
    for (const place of [first, ...others])
      await owner
        .updateTable('call_answer')
        .set({
          // The other years are large everywhere, so that they decide nothing.
          any_counts: place === first ? [40, 40, any] : [0, 0, 0],
          residential_counts: place === first ? [20, 20, residential] : [0, 0, 0],
        })
        .where('municipality', '=', place.municipality)
        .execute();
  }
  const made = await compileEdition(db, preview, { call: call2019, place: 'danmark', edition: 'public' });
  if (made?.outcome !== 'written') throw new Error(made?.outcome ?? 'no such call');
  const values = made.report.figures.flatMap(({ id, value }) => {
    const [, question, place] = /^2019-gravide\/(\w+)\/2019\/(.+)$/.exec(id) ?? [];
    return question === undefined ? [] : [[`${question} ${place}`, typeof value === 'number' ? value : 'hidden'] as const];
  });
  return Object.fromEntries(values);
}

test('the country’s count stands in the public edition while a region behind it can still be 1, 2, 3 and 4, and not where it would tell', async () => {
  const large = { nordjylland: [12, 8], syddanmark: [14, 9], midtjylland: [16, 9] } as const;
  // Sjælland has few, and Hovedstaden is hidden with it: what both have leaves Sjælland everything from 1 to 4.
  expect(await printed2019({ ...large, sjaelland: [3, 1], hovedstaden: [30, 20] })).toMatchObject({
    'any danmark': 75,
    'residential danmark': 47,
    'any sjaelland': 'hidden',
    'any hovedstaden': 'hidden',
  });
  // Together they have two: neither can be three, so the country’s count would tell.
  expect(await printed2019({ ...large, sjaelland: [1, 1], hovedstaden: [1, 1] })).toMatchObject({
    'any danmark': 'hidden',
    'residential danmark': 'hidden',
    'any syddanmark': 14,
  });
  // Five together: each can be everything from 1 to 4, though Hovedstaden cannot be none.
  expect(await printed2019({ ...large, sjaelland: [20, 3], hovedstaden: [30, 2] })).toMatchObject({
    'any danmark': 92,
    'residential danmark': 31,
    'residential sjaelland': 'hidden',
    'residential hovedstaden': 'hidden',
  });
  // Where no region has few, nothing is hidden.
  expect(await printed2019({ ...large, sjaelland: [11, 7], hovedstaden: [30, 20] })).toMatchObject({
    'any danmark': 83,
    'residential danmark': 53,
  });
});
