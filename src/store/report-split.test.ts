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
const region = asId<'region'>('syddanmark');

/** What the public edition says of how many municipalities of Syddanmark had nobody, when those first in it had so many in each year. */
async function splitWith(counts: readonly (readonly number[])[]): Promise<readonly string[]> {
  const places = await owner
    .selectFrom('call_answer')
    .select('municipality')
    .where('region', '=', region)
    .orderBy('municipality')
    .execute();
  for (const [index, { municipality }] of places.entries())
    await owner
      .updateTable('call_answer')
      .set({ any_counts: counts[index] ?? [0, 0, 0], residential_counts: [0, 0, 0] })
      .where('municipality', '=', municipality)
      .execute();
  const made = await compileEdition(db, preview, { call: call2019, place: 'syddanmark', edition: 'public' });
  if (made?.outcome !== 'written') throw new Error(made?.outcome ?? 'no such call');
  // All counts of the place are printed: nothing else is in the way.
  const ofPlace = made.report.figures.filter(({ id }) => /^2019-gravide\/any\/\d+\/syddanmark$/.test(id));
  expect(ofPlace.map(({ value }) => typeof value)).toEqual(['number', 'number', 'number']);
  return JSON.stringify(made.report).match(/\d+ af \d+ kommuner har ikke visiteret en kvinde i målgruppen til behandling/g) ?? [];
}

/** So many municipalities with one woman each, spread over the years, and the last of them with `more` besides. */
function spread(places: number, more: readonly number[]): readonly (readonly number[])[] {
  return Array.from({ length: places }, (_, index) =>
    [0, 1, 2].map((year) => (index % 3 === year ? 1 : 0) + (index === places - 1 ? (more[year] ?? 0) : 0)),
  );
}

test('a public edition says how many municipalities had nobody only where the women are three more than those that had any', async () => {
  // 15 women in 13 municipalities: each but two or so had exactly one, and that would be told.
  expect(await splitWith(spread(13, [0, 1, 1]))).toEqual([]);
  expect(await splitWith(spread(12, [1, 1, 1]))).toEqual(['10 af 22 kommuner har ikke visiteret en kvinde i målgruppen til behandling']);
  // Four municipalities are too few, however many women there are.
  expect(await splitWith(spread(4, [9, 9, 9]))).toEqual([]);
});
